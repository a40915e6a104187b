// What the files that check tables share. Private to check/.
#pragma once

#include "interpreter/check/checker.hpp"

namespace warrant {

// The set that a constant cell means, in the wanted type; nothing (reported) if it is no constant or does not convert exactly.
std::optional<ValueSet> constant_set(Checker& checker, std::uint32_t module, ExprId cell, const Type& wanted);

// Which rows apply where: reports overlaps, gaps and rows that never apply, and gives `otherwise` the regions that are left.
// The cells of the other rows are in place.
void check_rows(Checker& checker, const ast::Table& table, CheckedTable& checked);

// `diagnosis is crps and dose is over 40 mg/day`.
std::string describe_region(const Vocabulary& vocabulary, const CheckedTable& table, const CheckedTable::Region& region);
// One cell, `crps or myalgia`, `over 40 mg/day`.
std::string describe_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key, const CheckedTable::Cell& cell);

// Sorted and joined, clipped to the key's values; all of them become the cell that says nothing.
CheckedTable::Cell joined_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key, const std::vector<ValueSet>& sets);
// What both cells allow; nothing if they share no value.
std::optional<CheckedTable::Cell> common_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key,
                                              const CheckedTable::Cell& a, const CheckedTable::Cell& b);

}  // namespace warrant
