// One case with some of its facts changed, in many ways at once: the columns of a block in which each row is the case with
// changes of its own. Whoever asks what another value would do evaluates such a block.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/value/set.hpp"

#include <vector>

namespace warrant {

struct ChangedFact {
    std::size_t slot = 0;
    ValueSet value;
    bool absent = false;  // the record says nothing of it then: an assumption applies
};
using ChangedRow = std::vector<ChangedFact>;

// `one` holds one case. Of several changes of a fact in a row the last counts. Lists are the same in every row.
FactColumns changed_rows(const FactColumns& one, const std::vector<ChangedRow>& rows);

}  // namespace warrant
