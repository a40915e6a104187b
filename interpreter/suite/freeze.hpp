// What a suite and the guideline that it tests mean, as two digests: a frozen suite fails when either is no longer what it was.
#pragma once

#include "interpreter/find/review.hpp"
#include "interpreter/suite/suite.hpp"

namespace warrant {

// Digests. Of the guideline: the printed plans under which its tests are reviewed, with all that the section uses and what is
// added to it, and the procedures that the cases name. Of the cases: what is put together of base and changes, and expected.
// Layout and comments, `because` and `note` are in neither.
struct Meaning {
    std::string guideline;
    std::string cases;
};
Meaning meaning_of(const Suite& suite, const Shelf& shelf, KeptPlans& plans, Diagnostics& diagnostics);

}  // namespace warrant
