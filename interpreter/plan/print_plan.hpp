// A plan as text, for `warrant print plan`, golden tests and digests: everything that bears on meaning, no positions.
#pragma once

#include "interpreter/plan/plan.hpp"

#include <string>

namespace warrant {

std::string print_plan(const Plan& plan, const Vocabulary& vocabulary);

}  // namespace warrant
