// Columns cell by cell: how facts are put in and how values are read back. Whole columns are the evaluator's to compute.
#include "interpreter/value/column.hpp"

#include "dsl/limits.hpp"

#include <algorithm>
#include <cassert>

namespace warrant {

static_assert(std::tuple_size_v<decltype(TextCell::texts)> == limits::max_text_values);

namespace {

void set_bit(std::uint64_t* plane, std::size_t row, bool value) {
    const std::uint64_t mask = std::uint64_t{1} << row % 64;
    plane[row / 64] = value ? plane[row / 64] | mask : plane[row / 64] & ~mask;
}

TextCell text_cell(const TextSet& set, TextPool& pool) {
    TextCell result;
    if (set.any || set.values.size() > limits::max_text_values) return result;
    result.count = static_cast<std::uint32_t>(set.values.size());
    for (std::size_t index = 0; index < set.values.size(); ++index) result.texts[index] = pool.intern(set.values[index]);
    std::sort(result.texts.begin(), result.texts.begin() + result.count);
    return result;
}

}  // namespace

std::uint32_t TextPool::intern(std::string_view text) {
    const auto [entry, added] = numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.emplace_back(text);
    return entry->second;
}

std::optional<std::uint32_t> TextPool::find(const std::string& text) const {
    const auto found = numbers_.find(text);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

Column make_column(Layout layout, std::size_t rows, std::size_t options) {
    Column column{.layout = layout, .rows = rows, .options = 0, .planes = {}, .low = {}, .high = {}, .texts = {}};
    switch (layout) {
        case Layout::truth:
            column.planes.assign(2 * words_for(rows), 0);
            break;
        case Layout::ordered:
            column.low.assign(rows, unbounded_low);
            column.high.assign(rows, unbounded_high);
            break;
        case Layout::choice:
            column.options = options;
            column.planes.assign(options * words_for(rows), ~std::uint64_t{0});
            if (rows % 64 != 0) {
                for (std::size_t option = 0; option < options; ++option) {
                    column.plane(option)[words_for(rows) - 1] = (std::uint64_t{1} << rows % 64) - 1;
                }
            }
            break;
        case Layout::text:
            column.texts.assign(rows, TextCell{});
            break;
    }
    return column;
}

void set_cell(Column& column, std::size_t row, const ValueSet& value, TextPool& pool) {
    assert(row < column.rows);
    switch (column.layout) {
        case Layout::truth: {
            const auto& truth = std::get<TruthSet>(value);
            set_bit(column.plane(0), row, truth.can_be_true && !truth.can_be_false);
            set_bit(column.plane(1), row, truth.can_be_false && !truth.can_be_true);
            break;
        }
        case Layout::ordered: {
            const auto& ordered = std::get<OrderedSet>(value);
            column.low[row] = ordered.low;
            column.high[row] = ordered.high;
            break;
        }
        case Layout::choice: {
            const auto& choice = std::get<ChoiceSet>(value);
            for (std::size_t option = 0; option < column.options; ++option) {
                set_bit(column.plane(option), row, contains(choice, option));
            }
            break;
        }
        case Layout::text:
            column.texts[row] = text_cell(std::get<TextSet>(value), pool);
            break;
    }
}

ValueSet cell(const Column& column, std::size_t row, const TextPool& pool) {
    assert(row < column.rows);
    switch (column.layout) {
        case Layout::truth:
            return TruthSet{.can_be_true = !bit(column.plane(1), row), .can_be_false = !bit(column.plane(0), row)};
        case Layout::ordered:
            return OrderedSet{.low = column.low[row], .high = column.high[row]};
        case Layout::choice: {
            ChoiceSet set;
            set.words.assign((column.options + 63) / 64, 0);
            for (std::size_t option = 0; option < column.options; ++option) {
                if (bit(column.plane(option), row)) set.words[option / 64] |= std::uint64_t{1} << option % 64;
            }
            return set;
        }
        case Layout::text:
            return text_set(column.texts[row], pool);
    }
    return TruthSet{};
}

TextSet text_set(const TextCell& cell, const TextPool& pool) {
    if (cell.count == TextCell::any) return TextSet{};
    TextSet set{.any = false, .values = {}};
    for (std::uint32_t index = 0; index < cell.count; ++index) set.values.emplace_back(pool.text(cell.texts[index]));
    std::sort(set.values.begin(), set.values.end());
    return set;
}

}  // namespace warrant
