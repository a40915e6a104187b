// The facts of a block of cases as columns, one for each slot of a plan, in the plan's order.
#pragma once

#include "interpreter/value/column.hpp"

#include <vector>

namespace warrant {

struct FactColumns {
    std::size_t rows = 0;
    std::vector<Column> columns;  // by slot
    std::vector<std::vector<std::uint64_t>>
        absent;     // by slot: rows of which the record says nothing (an assumption applies); empty: none
    TextPool pool;  // of all text columns
};

}  // namespace warrant
