// Which sections govern a request (language.md section 3, "Which section governs"). Private to find/.
#pragma once

#include "interpreter/find/procedure.hpp"
#include "interpreter/find/sections.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// The services that a request may be for, by index; all of them where it does not say.
std::vector<std::uint32_t> possible_services(const ReviewRun& run, std::size_t request);

struct Governing {
    std::vector<Candidate> candidates;  // in the order of the search; at least one unless `failed`
    bool conflict = false;              // two that surely govern, of one rank and source, find differently; it was reported
    bool failed = false;                // a guideline or the choice of edition has a mistake that was reported
};
// The candidates of a request, for each possible service, joined.
Governing candidates_of(ReviewRun& run, std::size_t request, const SearchRanks& ranks);

// It finds something: not undetermined, and without an error.
bool decided(const Candidate& candidate);
// Both are decided and say the same, also of the quantities they carry.
bool same_answer(const Vocabulary& vocabulary, const Candidate& a, const Candidate& b);

}  // namespace warrant
