// Exact decimals: reading, printing, and arithmetic that rounds half to even in 128 bits. It knows no units.
#include "interpreter/value/decimal.hpp"

#include <fmt/format.h>

namespace warrant {

namespace {

constexpr std::size_t most_places = 6;

std::optional<std::int64_t> narrow(Wide value) {
    if (value < smallest_value || value > largest_value) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

// The number of digits that `text` begins with.
std::size_t leading_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    return count;
}

}  // namespace

std::optional<std::int64_t> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const std::string_view whole = text.substr(0, leading_digits(text));
    text.remove_prefix(whole.size());
    std::string_view places;
    if (!text.empty()) {
        if (text.front() != '.') return std::nullopt;
        places = text.substr(1);
        if (places.empty() || places.size() > most_places || leading_digits(places) != places.size()) return std::nullopt;
    }
    if (whole.empty()) return std::nullopt;
    Wide value = 0;
    for (const char digit : whole) {
        value = value * 10 + (digit - '0');
        if (value > largest_value) return std::nullopt;
    }
    for (std::size_t place = 0; place < most_places; ++place) {
        value = value * 10 + (place < places.size() ? places[place] - '0' : 0);
    }
    return narrow(negative ? -value : value);
}

std::string print_decimal(std::int64_t micro) {
    const bool negative = micro < 0;
    // Unsigned, because the sentinels are printable too and the lowest has no positive counterpart.
    const std::uint64_t size = negative ? ~static_cast<std::uint64_t>(micro) + 1 : static_cast<std::uint64_t>(micro);
    constexpr auto unit = static_cast<std::uint64_t>(micro_per_unit);
    std::string text = fmt::format("{}{}", negative ? "-" : "", size / unit);
    if (size % unit != 0) {
        text += fmt::format(".{:06}", size % unit);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text;
}

Wide divide_half_even(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    Wide quotient = numerator / denominator;
    Wide rest = numerator % denominator;
    if (rest < 0) {
        rest += denominator;
        --quotient;
    }
    // rest and what is left of the denominator are compared instead of 2*rest, which could leave 128 bits.
    const Wide left = denominator - rest;
    if (rest > left || (rest == left && quotient % 2 != 0)) ++quotient;
    return quotient;
}

std::optional<std::int64_t> add_micro(std::int64_t a, std::int64_t b) {
    return narrow(static_cast<Wide>(a) + b);
}

std::optional<std::int64_t> multiply_micro(std::int64_t a, std::int64_t b) {
    return narrow(divide_half_even(static_cast<Wide>(a) * b, micro_per_unit));
}

std::optional<std::int64_t> divide_micro(std::int64_t a, std::int64_t b) {
    if (b == 0) return std::nullopt;
    return narrow(divide_half_even(static_cast<Wide>(a) * micro_per_unit, b));
}

std::optional<std::int64_t> scale_micro(std::int64_t value, std::int64_t numerator, std::int64_t denominator, bool* exact) {
    if (denominator == 0) return std::nullopt;
    const Wide product = static_cast<Wide>(value) * numerator;
    if (exact != nullptr) *exact = product % denominator == 0;
    return narrow(divide_half_even(product, denominator));
}

}  // namespace warrant
