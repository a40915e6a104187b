// Everything in a certificate that follows from something else in it, computed again. Private to certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <string>

namespace warrant::certificates {

// Each answers with what is wrong, in words that begin with its place below `where`; empty: nothing is.

// recompute_steps.cpp: facts from their statements, steps from their operands.
std::string recompute_derivation(const Certificate& certificate, const Derivation& derivation, const std::string& where);

// recompute_finding.cpp: the statuses of parts, the quantities and the finding from the steps that they name.
std::string recompute_judgement(const Candidate& candidate, const std::string& where);
// The finding of a request from its candidates, and what is proposed of it.
std::string recompute_request(const Request& request, const std::string& where);

}  // namespace warrant::certificates
