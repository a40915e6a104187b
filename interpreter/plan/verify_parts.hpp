// What the two halves of the verifier share. Private to plan/.
#pragma once

#include "interpreter/plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

struct Verification {
    const Plan& plan;
    const Vocabulary& vocabulary;
    std::vector<std::string> problems;

    void refuse(std::string problem) { problems.push_back(std::move(problem)); }
};

// verify_parts.cpp: criteria, limits, quantities, assumptions and roots name steps that exist and have the right layout. Only
// for a plan whose steps are well formed.
void verify_parts(Verification& verification);

}  // namespace warrant
