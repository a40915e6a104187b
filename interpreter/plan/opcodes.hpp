// Every operation that a plan's step can be, in one table: name, the layout of its result, how it is written in a printed
// plan. The evaluator, the verifier, the printer and the oracle each visit the whole table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warrant {

// clang-format off
// X(name, what it computes). "same" results have the layout of their value operands.
#define WARRANT_OPCODES(X) \
    X(constant,          "payload: a constant; any layout") \
    X(fact,              "payload: a fact slot; any layout") \
    X(assume,            "operands: a fact step, a constant; the constant where the record says nothing of the fact; payload: the fact slot") \
    X(all_of,            "truths: Kleene and of any number") \
    X(any_of,            "truths: Kleene or of any number") \
    X(at_least,          "truths: at least payload of them hold") \
    X(negate,            "a truth: not") \
    X(choose,            "a truth, then two of one layout: if, then, else; unknown condition: what either allows") \
    X(pick,              "n truths, then n of one layout: the value of the one row that applies, or what all rows that may apply allow; payload: the table") \
    X(documented,        "a truth: surely true on the record") \
    X(known,             "any layout: exactly one value is possible") \
    X(indexed,           "a choice, then a value for each of its values: what those allow that the choice may be") \
    X(less,              "two ordered: left < right; payload: a scale") \
    X(less_equal,        "two ordered: left <= right; payload: a scale") \
    X(equal,             "two ordered: left = right; payload: a scale") \
    X(choice_in,         "a choice: one of the constant set (payload)") \
    X(choice_equal,      "two choices of one type: the same value") \
    X(choice_less,       "two choices of one ordered type: left before right") \
    X(choice_less_equal, "two choices of one ordered type: left before or the same as right") \
    X(text_in,           "a text: one of the constant texts (payload)") \
    X(text_equal,        "two texts: the same") \
    X(code_in,           "a code: one that a set holds (payload: a set of codes)") \
    X(add,               "two ordered: left*scale.left + right*scale.right; payload: a scale of whole factors") \
    X(subtract,          "two ordered: left*scale.left - right*scale.right; payload: a scale of whole factors") \
    X(minus,             "an ordered: its negative") \
    X(multiply,          "two decimals: product * scale.left / scale.right, half to even; payload: a scale") \
    X(divide,            "two decimals: quotient * scale.left / scale.right, half to even; payload: a scale; error when the divisor is 0") \
    X(convert,           "a decimal: times scale.left / scale.right, half to even; payload: a scale") \
    X(round_up,          "two decimals: the least multiple of second*scale.right that is not below first*scale.left; payload: a scale of whole factors; error unless the second is above 0") \
    X(least,             "ordered: the smallest; all in one unit") \
    X(greatest,          "ordered: the largest; all in one unit") \
    X(add_days,          "a date, a decimal: the date that many whole days on; payload: a scale to days") \
    X(add_months,        "a date, a decimal: the date that many whole months on, clamped to the month's end; payload: a scale to months") \
    X(days_between,      "two dates: completed days from the first to the second, as a decimal") \
    X(months_between,    "two dates: completed months from the first to the second, as a decimal") \
    X(years_between,     "two dates: completed years from the first to the second, as a decimal") \
    X(field,             "payload: a field of the elements of a list; any layout") \
    X(broadcast,         "any layout of the case: the same value for every element of a list") \
    X(some_in,           "truths of a list's elements: some element has it; never surely not, if the list may hold more") \
    X(every_in,          "truths of a list's elements: every element has it; never surely so, if the list may hold more") \
    X(count_in,          "truths of a list's elements: how many have it, as a decimal") \
    X(sum_in,            "a truth and a decimal of a list's elements: the sum over those that have it; payload 1: none is negative; error on overflow") \
    X(least_in,          "a truth and an ordered of a list's elements, then one of the case: the smallest of those that have it; of none the last operand") \
    X(greatest_in,       "a truth and an ordered of a list's elements, then one of the case: the largest of those that have it; of none the last operand") \
    X(latest_in,         "a truth, an ordered and a value of a list's elements, then a value of the case: the value where the ordered is largest, of several the last, among those that have it; of none the last operand")
// clang-format on

enum class Op : std::uint8_t {
#define WARRANT_OPCODE(name, meaning) name,
    WARRANT_OPCODES(WARRANT_OPCODE)
#undef WARRANT_OPCODE
};

#define WARRANT_OPCODE(name, meaning) +1
inline constexpr std::size_t opcode_count = 0 WARRANT_OPCODES(WARRANT_OPCODE);
#undef WARRANT_OPCODE

std::string_view name_of(Op op);
// Whether the operation itself can turn good operands into an error (overflow, division by zero, a date out of the calendar).
bool has_own_errors(Op op);
// Whether the payload is the index of a scale.
bool has_scale(Op op);
// Whether the operation makes one value for the case out of those of a list's elements.
bool reduces(Op op);

}  // namespace warrant
