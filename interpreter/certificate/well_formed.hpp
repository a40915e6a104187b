// Whether a derivation is one that the kernel can compute. It trusts nothing. Private to certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <string>
#include <vector>

namespace warrant::certificates {

// What is wrong with a step of a derivation whose earlier steps are well formed; empty: nothing.
std::string malformed(const Derivation& derivation, std::size_t step);
// The same of the facts and fields.
std::string malformed_facts(const Derivation& derivation);

}  // namespace warrant::certificates
