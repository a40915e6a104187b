// The procedure that a case is decided under: where it searches, whom it admits, what it proposes of a finding. Private to
// find/.
#pragma once

#include "interpreter/find/sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

struct ProcedureChoice {
    const ShelfModule* module = nullptr;  // null: the case names none
    Plan eligibility;                     // its `result` is unset without a condition
};

// Empty when the procedure named is not on the shelf or has a mistake; then it was reported.
std::optional<ProcedureChoice> choose_procedure(ReviewRun& run);

// The sources in the order of the search, those of one rank together.
using SearchRanks = std::vector<std::vector<std::string>>;
SearchRanks search_ranks(const ReviewRun& run, const ProcedureChoice& procedure);

// What the procedure proposes of a finding; nothing of a request in which an error decided (`finding` unset).
Proposal propose(ReviewRun& run, std::size_t request, const ProcedureChoice& procedure, std::optional<FindingName> finding);

}  // namespace warrant
