// Random cases of the work-hardening guideline, as the columns of the evaluator and as the byte columns of the hand-written
// function.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/plan/plan.hpp"
#include "tests/bench/hand_written.hpp"

#include <cstddef>
#include <cstdint>

namespace warrant::bench {

// The same `rows` cases in both forms, drawn from `seed`. Most facts are known, so that every finding occurs.
struct Cases {
    FactColumns facts;
    ByteColumns bytes;
};
Cases draw_cases(const Plan& plan, const Vocabulary& vocabulary, std::size_t rows, std::uint64_t seed);

}  // namespace warrant::bench
