// A block of one case with changes: columns filled with the case's own values, then overwritten where a row changes them.
#include "interpreter/facts/changed_rows.hpp"

#include <algorithm>

namespace warrant {
namespace {

void repeat_lists(const FactColumns& one, std::size_t rows, FactColumns& block) {
    for (const ListColumns& list : one.lists) {
        ListColumns repeated;
        for (std::size_t row = 0; row <= rows; ++row)
            repeated.offsets.push_back(static_cast<std::uint32_t>(row) * list.offsets[1]);
        const bool open = !list.open.empty() && bit(list.open.data(), 0);
        repeated.open.assign(words_for(rows), open ? ~std::uint64_t{0} : 0);
        block.lists.push_back(std::move(repeated));
    }
    for (const Column& from : one.fields) {
        Column column = make_column(from.layout, rows * from.rows, from.options);
        for (std::size_t row = 0; row < column.rows; ++row) {
            set_cell(column, row, cell(from, row % from.rows, one.pool), block.pool);
        }
        block.fields.push_back(std::move(column));
    }
}

void repeat_facts(const FactColumns& one, std::size_t rows, FactColumns& block) {
    for (std::size_t slot = 0; slot < one.columns.size(); ++slot) {
        const Column& from = one.columns[slot];
        const ValueSet value = cell(from, 0, one.pool);
        const bool absent = !one.absent[slot].empty() && bit(one.absent[slot].data(), 0);
        Column column = make_column(from.layout, rows, from.options);
        for (std::size_t row = 0; row < rows; ++row) set_cell(column, row, value, block.pool);
        block.columns.push_back(std::move(column));
        block.absent.emplace_back(words_for(rows), absent ? ~std::uint64_t{0} : 0);
    }
}

}  // namespace

FactColumns changed_rows(const FactColumns& one, const std::vector<ChangedRow>& rows) {
    FactColumns block;
    block.rows = rows.size();
    block.pool = one.pool;
    repeat_facts(one, rows.size(), block);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const ChangedFact& change : rows[row]) {
            set_cell(block.columns[change.slot], row, change.value, block.pool);
            std::uint64_t& word = block.absent[change.slot][row / 64];
            const std::uint64_t one_bit = std::uint64_t{1} << (row % 64);
            word = change.absent ? word | one_bit : word & ~one_bit;
        }
    }
    repeat_lists(one, rows.size(), block);
    return block;
}

}  // namespace warrant
