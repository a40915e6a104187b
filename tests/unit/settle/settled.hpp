// A guideline on a case, settled, and what would change it: what the tests of meaning share. It tests nothing itself.
#pragma once

#include "interpreter/settle/changes.hpp"
#include "tests/unit/find/fixture.hpp"

#include <string>
#include <vector>

namespace warrant::testing {

// One section with `body` on a case with `facts`; `words` are put into a library beside it.
struct Settled {
    Settled(const std::string& body, const std::string& facts, const std::string& words = "");

    Desk desk;
    Review review;
    Settlement settlement;

    Changes changes() const;
    std::string names(const std::vector<FactId>& facts) const;
    // The facts of each set that gives the finding: `a, b; c`.
    std::string sets(FindingName finding) const { return sets_in(settlement.things, settlement.findings, finding); }
    std::string sets_in(const std::vector<OpenThing>& things, const std::vector<FindingSets>& findings,
                        FindingName finding) const;
};

// Criterion 1, which requires the condition.
std::string criterion(const std::string& condition);

}  // namespace warrant::testing
