// From the parts of a guideline to the rows of its finding. Private to plan/.
#pragma once

#include "interpreter/plan/lowering.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace warrant {

// The roots of the plan whose parts are lowered: the first `own_criteria` are the section's own, `mentioned` those that its
// `recommended when` names, `silent_parts` what makes it silent besides its clauses.
void add_finding_rows(Lowering& lowering, Span span, std::size_t own_criteria, const std::set<std::string>& mentioned,
                      std::vector<StepId> silent_parts);

}  // namespace warrant
