// Which group an operation belongs to; truths, and choosing between values.
#include "interpreter/certificate/kernel.hpp"

#include <optional>
#include <utility>

namespace warrant::certificates {

bool Row::may_be_an_error(std::size_t index, const Cell& cell) const {
    const OrderedSet* set = std::get_if<OrderedSet>(&cell.value);
    return can_err[step.operands[index]] && set != nullptr && *set == OrderedSet{};
}

bool Row::some_operand_errs() const {
    for (std::size_t index = 0; index < operands(); ++index) {
        if (cell(index).error) return true;
    }
    return false;
}

Cell compute(const Row& row) {
    switch (row.step.op) {
        case Op::constant:
        case Op::fact:
        case Op::field:
        case Op::broadcast:
        case Op::assume:
        case Op::choose:
        case Op::pick:
        case Op::indexed:
            return compute_selection(row);
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
        case Op::documented:
        case Op::known:
            return compute_truth(row);
        case Op::less:
        case Op::less_equal:
        case Op::equal:
            return compute_comparison(row);
        case Op::choice_in:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_in:
        case Op::text_equal:
        case Op::code_in:
            return compute_membership(row);
        case Op::add:
        case Op::subtract:
        case Op::minus:
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
        case Op::least:
        case Op::greatest:
            return compute_number(row);
        case Op::add_days:
        case Op::add_months:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
            return compute_date(row);
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            break;
    }
    return compute_reduction(row);
}

// ---------------------------------------------------------------- truths

namespace {

bool is_one_value(const ValueSet& value) {
    if (const auto* set = std::get_if<TruthSet>(&value)) return set->can_be_true != set->can_be_false;
    if (const auto* set = std::get_if<OrderedSet>(&value)) return set->low == set->high;
    if (const auto* set = std::get_if<ChoiceSet>(&value)) return choices_in(*set).size() == 1;
    const auto& set = std::get<TextSet>(value);
    return !set.any && set.values.size() == 1;
}

}  // namespace

Cell compute_truth(const Row& row) {
    const bool marked = row.some_operand_errs();
    if (row.step.op == Op::known) {
        const bool one = is_one_value(row.cell(0).value) && !marked;
        return truth(one, !one && !marked, marked);
    }
    if (row.step.op == Op::negate) return truth(surely_not(row.cell(0)), surely(row.cell(0)), marked);
    if (row.step.op == Op::documented) return truth(surely(row.cell(0)), !surely(row.cell(0)) && !marked, marked);
    std::size_t certain = 0;
    std::size_t possible = 0;
    for (std::size_t index = 0; index < row.operands(); ++index) {
        certain += surely(row.cell(index)) ? 1 : 0;
        possible += surely_not(row.cell(index)) ? 0 : 1;
    }
    const std::size_t needed = row.step.op == Op::all_of ? row.operands() : row.step.op == Op::any_of ? 1 : row.step.number;
    return truth(certain >= needed, possible < needed, marked);
}

// ---------------------------------------------------------------- selections

namespace {

// Joins values one after the other; nothing so far allows nothing.
struct Joined {
    std::optional<ValueSet> value;

    void add(const ValueSet& other) { value = value ? either(*value, other) : other; }
};

Cell choose(const Row& row) {
    const Cell& condition = row.cell(0);
    const Cell& then = row.cell(1);
    const Cell& otherwise = row.cell(2);
    if (surely(condition)) return finish(row.derivation, row.step.form, then.value, then.error);
    if (surely_not(condition)) return finish(row.derivation, row.step.form, otherwise.value, otherwise.error);
    return finish(row.derivation, row.step.form, either(then.value, otherwise.value), row.some_operand_errs());
}

// One row of a table: its conditions, then its values. One that surely applies is the only one.
Cell pick(const Row& row) {
    const std::size_t rows = row.operands() / 2;
    std::size_t possible = 0;
    bool sure = false;
    for (std::size_t index = 0; index < rows; ++index) {
        possible += surely_not(row.cell(index)) ? 0 : 1;
        sure = sure || surely(row.cell(index));
    }
    Joined joined;
    bool marked = false;
    for (std::size_t index = 0; index < rows; ++index) {
        const Cell& condition = row.cell(index);
        if (surely_not(condition) || (sure && !surely(condition))) continue;
        const Cell& value = row.cell(rows + index);
        joined.add(value.value);
        // A key that errs does not matter where the others leave one row.
        marked = marked || value.error || (condition.error && !sure && possible > 1);
    }
    return finish(row.derivation, row.step.form, joined.value.value_or(anything(row.derivation, row.step.form)), marked);
}

// A choice, then a value for each of its values.
Cell indexed(const Row& row) {
    Joined joined;
    bool marked = row.cell(0).error;
    for (const std::size_t choice : choices_in(std::get<ChoiceSet>(row.cell(0).value))) {
        joined.add(row.cell(choice + 1).value);
        marked = marked || row.cell(choice + 1).error;
    }
    return finish(row.derivation, row.step.form, joined.value.value_or(anything(row.derivation, row.step.form)), marked);
}

}  // namespace

Cell compute_selection(const Row& row) {
    if (row.step.op == Op::fact) return {row.fact().entry.value, false};
    if (row.step.op == Op::field) return {row.derivation.fields[row.step.number].elements[row.number].value, false};
    if (row.step.op == Op::broadcast) return row.cell(0);
    if (row.step.op == Op::assume) return row.fact().entry.state == "not documented" ? row.cell(1) : row.cell(0);
    if (row.step.op == Op::choose) return choose(row);
    if (row.step.op == Op::pick) return pick(row);
    if (row.step.op == Op::indexed) return indexed(row);
    // A constant. Joined with itself it stays what it is, but for more texts than a value keeps.
    return {either(row.step.set, row.step.set), false};
}

}  // namespace warrant::certificates
