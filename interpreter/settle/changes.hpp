// What would change a finding: for each decided finding that no completion of the record gives, the smallest sets of facts that
// would give it with other values than the record allows, all else left as it is.
#pragma once

#include "interpreter/settle/settle.hpp"

#include <utility>
#include <vector>

namespace warrant {

struct Changes {
    std::vector<OpenThing> things;
    // The decided findings that the record rules out; in each set some thing lies where the record does not allow it. A finding
    // with no set is given by no change that was looked at.
    std::vector<FindingSets> findings;
    // Pairs of facts that the guideline compares with each other, and that were not changed together. The first was not changed
    // at all if the record leaves the second open.
    std::vector<std::pair<FactId, FactId>> apart;
    bool lists_held = false;  // the guideline reads lists; what the record says of them was left as it is
    bool exact = true;        // as in Settlement
    bool complete = true;     // false: a bound on work was reached; there may be other changes
};

// `recorded` and `possible` hold one case: what the record allows, and what its facts may come to be.
Changes changes(const Plan& plan, const FactColumns& recorded, const FactColumns& possible, const Vocabulary& vocabulary);
// Every fact that the record settles, narrows or leaves to an assumption may be anything. A fact that an assumption stands in
// for in one place and not in another stays as it is.
FactColumns all_possible(const Plan& plan, const FactColumns& recorded, const Vocabulary& vocabulary);

}  // namespace warrant
