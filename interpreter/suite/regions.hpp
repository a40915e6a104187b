// The values that are worth trying for each fact of a case: one for each region that the guideline tells apart. Private to
// suite/.
#pragma once

#include "interpreter/find/review.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant::suites {

struct OtherValue {
    std::size_t slot = 0;
    ValueSet value;
    std::optional<std::string> written;  // in a case; without it: left out
};

// For all facts that the candidate's plan reads.
std::vector<OtherValue> other_values(const Candidate& candidate, const Vocabulary& vocabulary);

}  // namespace warrant::suites
