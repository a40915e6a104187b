// The facts of a block of cases as columns, one for each slot of a plan, in the plan's order; lists with columns of their own.
#pragma once

#include "interpreter/value/column.hpp"

#include <vector>

namespace warrant {

// The elements of one list fact. Its fields' columns have a row for each element of each case, in the order of the cases.
struct ListColumns {
    std::vector<std::uint32_t> offsets;  // case r has the elements from offsets[r] up to offsets[r + 1]; one more than cases
    std::vector<std::uint64_t> open;     // cases whose list may hold more than what is stated; empty: none
};

struct FactColumns {
    std::size_t rows = 0;
    std::vector<Column> columns;  // by slot
    std::vector<std::vector<std::uint64_t>>
        absent;                      // by slot: rows of which the record says nothing (an assumption applies); empty: none
    std::vector<ListColumns> lists;  // in the plan's order
    std::vector<Column> fields;      // in the plan's order; as many rows as their list has elements
    TextPool pool;                   // of all text columns
};

}  // namespace warrant
