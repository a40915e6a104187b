// The kernel: what each operation makes of its operands, one row at a time, as plainly as can be. It shares no code with the
// evaluator, which computes the same for thousands of rows at once. Private to certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace warrant::certificates {

__extension__ typedef __int128 Int128;

// A row of a well-formed derivation, see well_formed.hpp: the case (0), or an element of the step's list.
struct Row {
    const Derivation& derivation;
    const std::vector<bool>& can_err;  // by step
    const Step& step;
    std::size_t number = 0;

    std::size_t operands() const { return step.operands.size(); }
    const Step& operand(std::size_t index) const { return derivation.steps[step.operands[index]]; }
    // What an operand says of this row; of the case where it has but one value.
    const Cell& cell(std::size_t index) const { return operand(index).cells[operand(index).list == none ? 0 : number]; }
    const Fact& fact() const { return derivation.facts[step.number]; }
    // An operand that errs for some of its values, but not for all, has no end and no mark; nor may what is made of it.
    bool may_be_an_error(std::size_t index, const Cell& cell) const;
    bool some_operand_errs() const;
};

// The operations, by what they are about. Of a list's elements to one value: lists.
Cell compute(const Row& row);  // every operation
Cell compute_truth(const Row& row);
Cell compute_selection(const Row& row);
Cell compute_comparison(const Row& row);
Cell compute_membership(const Row& row);
Cell compute_number(const Row& row);
Cell compute_date(const Row& row);
Cell compute_reduction(const Row& row);

// ---------------------------------------------------------------- values

inline bool surely(const Cell& cell) {
    return !std::get<TruthSet>(cell.value).can_be_false;
}
inline bool surely_not(const Cell& cell) {
    return !std::get<TruthSet>(cell.value).can_be_true;
}
inline const OrderedSet& ends(const Cell& cell) {
    return std::get<OrderedSet>(cell.value);
}

// A truth with the mark of what it is made of; one that is decided has none.
Cell truth(bool yes, bool no, bool marked);
// A value with a mark: one that is no truth then may be anything.
Cell finish(const Derivation& derivation, const Form& form, ValueSet value, bool marked);
// Every value of a form.
ValueSet anything(const Derivation& derivation, const Form& form);
// What either allows.
ValueSet either(const ValueSet& a, const ValueSet& b);
bool has_choice(const ChoiceSet& set, std::size_t value);
std::vector<std::size_t> choices_in(const ChoiceSet& set);

// ---------------------------------------------------------------- ends of ranges

// Stands for "without end" among 128-bit numbers: above every product of two values.
inline constexpr Int128 without_end = Int128{1} << 126;

Int128 widen(std::int64_t value);
Int128 widen(std::int64_t value, std::int64_t factor);
inline bool is_without_end(Int128 value) {
    return value == without_end || value == -without_end;
}
Int128 add_low(Int128 a, Int128 b);
Int128 add_high(Int128 a, Int128 b);

struct Range {
    OrderedSet set;
    bool error = false;
};
// The ends as values; one that lies beyond smallest or largest is no end. Both beyond on one side: an error.
Range closed(Int128 low, Int128 high, std::int64_t smallest = INT64_MIN + 1, std::int64_t largest = INT64_MAX - 1);
// The ends of a sum: "no limit" and something stays "no limit".
Range closed_sum(Int128 low, Int128 high);

}  // namespace warrant::certificates
