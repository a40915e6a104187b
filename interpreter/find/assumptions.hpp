// Whether what a guideline assumes is fair to the request. Private to find/.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/plan/plan.hpp"

namespace warrant {

// Reports every assumption that can only count against the request and does not cite the source for it.
void check_assumptions(const Plan& plan, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace warrant
