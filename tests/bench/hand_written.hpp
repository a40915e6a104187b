// The work-hardening guideline as one would write it by hand in C++, over byte columns: the yardstick of the evaluator. It
// gives the same three-valued answers and the status of every criterion, and can do nothing else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace warrant::bench {

using Byte = std::uint8_t;
// In an order that makes *and* the smaller and *or* the larger, so that the loop has no branch to mispredict.
inline constexpr Byte no = 0;
inline constexpr Byte unclear = 1;
inline constexpr Byte yes = 2;

inline constexpr std::size_t criterion_count = 9;

struct ByteColumns {
    struct Range {
        std::vector<std::int64_t> low, high;
    };
    std::vector<Byte> work_related, musculoskeletal, preclude, trial_adequate, plateaued, further_benefit, surgery,
        goal_defined, employer_agrees, employee_agrees, specific_job, on_the_job, able, similar_program, compliant, subjective,
        objective, functional;
    std::vector<Byte> demand;  // bit n: the n-th demand level is possible
    Range tolerance, attendance, duration, completed, request_date, injury_date;
    std::vector<Byte> completed_absent;

    void resize(std::size_t rows);
    // The column of a fact, by its path; null: it is not a truth, or not an ordered fact.
    std::vector<Byte>* truths(std::string_view path);
    Range* range(std::string_view path);
};

struct ByteFindings {
    std::vector<Byte> finding;                                // as ast::FindingName
    std::array<std::vector<Byte>, criterion_count> criteria;  // in the order of the text: yes met, no not met, unclear

    explicit ByteFindings(std::size_t rows);
};

void review_by_hand(const ByteColumns& cases, std::size_t first, std::size_t rows, ByteFindings& found);

}  // namespace warrant::bench
