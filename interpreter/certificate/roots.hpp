// Whether the steps that parts, quantities and rows of the finding name are there, and of the right kind. Private to
// certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <string>

namespace warrant::certificates {

// Empty: they are.
std::string wrong_references(const Judgement& judgement);
// Of a step that must be a truth of the case.
bool is_truth_of_the_case(const Derivation& derivation, std::uint32_t step);

}  // namespace warrant::certificates
