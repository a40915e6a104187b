// Exact decimals with six places in 64 bits ("micro": the number times 10^6), with 128-bit intermediates. Two values of the
// 64 bits are not numbers but the ends of an unbounded range.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warrant {

inline constexpr std::int64_t micro_per_unit = 1'000'000;
inline constexpr std::int64_t unbounded_low = INT64_MIN;
inline constexpr std::int64_t unbounded_high = INT64_MAX;
// The largest and smallest real value; beyond them an operation overflows.
inline constexpr std::int64_t largest_value = INT64_MAX - 1;
inline constexpr std::int64_t smallest_value = INT64_MIN + 1;

// `12`, `-0.5`, `3.000001`; nothing else. Empty: not a number, more than six places, or too large.
std::optional<std::int64_t> parse_decimal(std::string_view text);
// The shortest form: `12`, `-0.5`.
std::string print_decimal(std::int64_t micro);

// Rounds a quotient half to even. `denominator` is not zero.
__extension__ typedef __int128 Wide;
Wide divide_half_even(Wide numerator, Wide denominator);

// Products and quotients of micros, rounded half to even; empty on overflow (divide also on a zero divisor).
std::optional<std::int64_t> add_micro(std::int64_t a, std::int64_t b);
std::optional<std::int64_t> multiply_micro(std::int64_t a, std::int64_t b);
std::optional<std::int64_t> divide_micro(std::int64_t a, std::int64_t b);
// value * numerator / denominator, half to even; empty on overflow. `exact` (if given) is set to whether nothing was rounded.
std::optional<std::int64_t> scale_micro(std::int64_t value, std::int64_t numerator, std::int64_t denominator,
                                        bool* exact = nullptr);

}  // namespace warrant
