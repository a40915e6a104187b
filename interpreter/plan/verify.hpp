// Checks that a plan is well formed: operands earlier than their step, of the right number, layout and row space; payloads in
// range; roots of the right layout; error marks kept wherever an operand can err. For tests, fuzzing and certificates.
#pragma once

#include "interpreter/plan/plan.hpp"

#include <string>

namespace warrant {

// What is wrong with the plan, one line each; empty for a well-formed plan. `choice_options` of each type come from the
// vocabulary.
std::vector<std::string> verify(const Plan& plan, const Vocabulary& vocabulary);

}  // namespace warrant
