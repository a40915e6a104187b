// Ranges under arithmetic, one row at a time: the ends of a result with infinities, and the loop over rows that all ordered
// kernels share. Private to evaluate/.
#pragma once

#include "interpreter/evaluate/kernels.hpp"
#include "interpreter/value/decimal.hpp"

namespace warrant::kernels {

// Stands for an unbounded end in 128-bit arithmetic: above every product of two values.
inline constexpr Wide infinite = Wide{1} << 126;

inline bool is_infinite(Wide value) {
    return value == infinite || value == -infinite;
}

inline Wide widen(std::int64_t value) {
    if (value == unbounded_high) return infinite;
    if (value == unbounded_low) return -infinite;
    return value;
}
inline Wide widen(std::int64_t value, std::int64_t factor) {
    const Wide wide = widen(value);
    return is_infinite(wide) ? wide : wide * factor;
}

struct Ends {
    std::int64_t low = unbounded_low;
    std::int64_t high = unbounded_high;
    bool error = false;
};

inline constexpr Ends every_value{};
inline constexpr Ends marked{.low = unbounded_low, .high = unbounded_high, .error = true};

inline bool is_one_value(std::int64_t low, std::int64_t high) {
    return low == high && low != unbounded_low && low != unbounded_high;
}
inline bool is_no_limit(std::int64_t low) {
    return low == unbounded_high;
}

// An operand that errs for some of its values but not for all has no end and no mark. What is made of it has none either, even
// where the other operand alone would set one (least of, a product with 0): that would be sure of a value that may be an error.
inline bool may_be_an_error(const Cell& operand, std::int64_t low, std::int64_t high) {
    return operand.errors != nullptr && low == unbounded_low && high == unbounded_high;
}

// The ends as values: an end that leaves [smallest, largest] becomes unbounded. When both leave it on one side, no possible
// value is left: an error.
inline Ends close(Wide low, Wide high, std::int64_t smallest = smallest_value, std::int64_t largest = largest_value) {
    if (low > largest || high < smallest) return marked;
    return {.low = low < smallest ? unbounded_low : static_cast<std::int64_t>(low),
            .high = high > largest ? unbounded_high : static_cast<std::int64_t>(high),
            .error = false};
}

// A sum of two ends; an infinite one absorbs. Of two different infinities the one that loses no value: `toward`.
inline Wide add_ends(Wide a, Wide b, Wide toward) {
    if (a == toward || b == toward) return toward;
    if (is_infinite(a)) return a;
    if (is_infinite(b)) return b;
    return a + b;
}

inline Ends finish_sum(Wide low, Wide high) {
    // Without any limit, plus or minus something: still without limit.
    if (low == infinite) return {.low = unbounded_high, .high = unbounded_high, .error = false};
    return close(low, high);
}

// Applies `rule(a.low, a.high, b.low, b.high) -> Ends` to every row of two operands.
template <typename Rule>
void for_rows(const Job& job, const Cell& a, const Cell& b, Rule rule) {
    const std::size_t step_a = a.broadcast ? 0 : 1;
    const std::size_t step_b = b.broadcast ? 0 : 1;
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t marks = gather_errors(job, word);
        const std::size_t first = job.block.first_row(word);
        const std::size_t count = job.block.rows_in(word);
        for (std::size_t bit = 0; bit < count; ++bit) {
            const std::size_t row = first + bit;
            const std::size_t at_a = row * step_a;
            const std::size_t at_b = row * step_b;
            const Ends ends = rule(a.low[at_a], a.high[at_a], b.low[at_b], b.high[at_b]);
            job.out.low[row] = ends.low;
            job.out.high[row] = ends.high;
            marks |= std::uint64_t{ends.error} << bit;
        }
        put_ordered_errors(job, word, marks);
    }
}

}  // namespace warrant::kernels
