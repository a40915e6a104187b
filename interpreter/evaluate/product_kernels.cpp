// Products, quotients, conversions and rounding up, over ranges. Exact in 128 bits, then rounded half to even at both ends,
// which is monotone and so keeps every possible value inside.
#include "interpreter/evaluate/interval.hpp"

#include <algorithm>
#include <array>

namespace warrant::kernels {

namespace {

Wide size_of(Wide value) {
    return value < 0 ? -value : value;
}

int bits_of(Wide value) {
    const Wide size = size_of(value);
    const auto upper = static_cast<std::uint64_t>(size >> 64);
    const auto lower = static_cast<std::uint64_t>(size);
    if (upper != 0) return 128 - __builtin_clzll(upper);
    return lower == 0 ? 0 : 64 - __builtin_clzll(lower);
}

void cancel(Wide& numerator, Wide& denominator) {
    Wide a = size_of(numerator);
    Wide b = size_of(denominator);
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    if (a > 1) {
        numerator /= a;
        denominator /= a;
    }
}

// n * m / (d * e), half to even; infinite when it cannot be held. Factors of units are far below 2^43, where this is exact:
// then a numerator beyond 128 bits means a quotient beyond 64.
Wide ratio(Wide n, Wide m, Wide d, Wide e) {
    if (bits_of(n) + bits_of(m) > 126) {
        cancel(n, d);
        cancel(n, e);
        cancel(m, d);
        cancel(m, e);
    }
    if (bits_of(n) + bits_of(m) > 126) return ((n < 0) != (m < 0)) != ((d < 0) != (e < 0)) ? -infinite : infinite;
    return divide_half_even(n * m, d * e);
}

Wide infinite_with_sign(Wide a, Wide b) {
    return (a < 0) != (b < 0) ? -infinite : infinite;
}

struct Multiply {
    Scale scale;
    Wide corner(Wide a, Wide b) const {
        if (a == 0 || b == 0) return 0;
        if (is_infinite(a) || is_infinite(b)) return infinite_with_sign(a, b);
        return ratio(a * b, scale.left, micro_per_unit, scale.right);
    }
};
struct Divide {
    Scale scale;
    Wide corner(Wide a, Wide b) const {
        // Towards an unbounded divisor quotients go to 0; what an unbounded dividend adds, the other corners have.
        if (a == 0 || is_infinite(b)) return 0;
        if (is_infinite(a)) return infinite_with_sign(a, b);
        return ratio(a * micro_per_unit, scale.left, b, scale.right);
    }
};

template <typename Operation>
Ends over_corners(const Operation& operation, std::int64_t a_low, std::int64_t a_high, std::int64_t b_low,
                  std::int64_t b_high) {
    if (is_one_value(a_low, a_high) && is_one_value(b_low, b_high)) {
        const Wide value = operation.corner(a_low, b_low);
        return close(value, value);
    }
    const std::array<Wide, 4> corners{
        operation.corner(widen(a_low), widen(b_low)), operation.corner(widen(a_low), widen(b_high)),
        operation.corner(widen(a_high), widen(b_low)), operation.corner(widen(a_high), widen(b_high))};
    const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
    return close(*low, *high);
}

Ends multiply_ends(Scale scale, std::int64_t a_low, std::int64_t a_high, std::int64_t b_low, std::int64_t b_high) {
    if (is_no_limit(a_low) || is_no_limit(b_low)) return every_value;
    return over_corners(Multiply{scale}, a_low, a_high, b_low, b_high);
}

Ends divide_ends(Scale scale, std::int64_t a_low, std::int64_t a_high, std::int64_t b_low, std::int64_t b_high) {
    if (b_low == 0 && b_high == 0) return marked;
    if (is_no_limit(a_low) || is_no_limit(b_low) || (b_low <= 0 && b_high >= 0)) return every_value;
    return over_corners(Divide{scale}, a_low, a_high, b_low, b_high);
}

Ends convert_ends(Scale scale, std::int64_t low, std::int64_t high) {
    if (is_no_limit(low)) return {.low = unbounded_high, .high = unbounded_high, .error = false};
    const auto end = [&](std::int64_t value) {
        const Wide wide = widen(value, scale.left);
        return is_infinite(wide) ? wide : divide_half_even(wide, scale.right);
    };
    return close(end(low), end(high));
}

// The least multiple of `step` (above 0) that is not below `value`.
Wide round_up_to(Wide value, Wide step) {
    Wide count = value / step;
    if (count * step < value) ++count;
    return count * step;
}

Ends round_up_ends(Scale scale, std::int64_t low, std::int64_t high, std::int64_t step_low, std::int64_t step_high) {
    if (step_high <= 0) return marked;
    if (is_no_limit(low) || is_no_limit(step_low) || step_low <= 0) return every_value;
    const Wide from = widen(low, scale.left);
    const Wide to = widen(high, scale.left);
    const Wide least_step = widen(step_low, scale.right);
    const Wide most_step = widen(step_high, scale.right);
    if (step_low == step_high) {
        return close(is_infinite(from) ? from : round_up_to(from, least_step),
                     is_infinite(to) ? to : round_up_to(to, least_step));
    }
    // A multiple is never below the value nor a whole step above it; above 0 it is a step at the least, below 0 it is 0 at the
    // most.
    const Wide below = from > 0 ? std::max(from, least_step) : from;
    if (to <= 0) return close(below, 0);
    return close(below, is_infinite(to) || is_infinite(most_step) ? infinite : to + most_step - 1);
}

}  // namespace

void product(const Job& job) {
    const Scale scale = job.scale();
    const Cell& a = job.operand(0);
    const Cell& b = job.step.op == Op::convert ? a : job.operand(1);
    using Value = std::int64_t;
    if (job.step.op == Op::multiply) {
        for_rows(job, a, b, [&](Value al, Value ah, Value bl, Value bh) {
            if (may_be_an_error(a, al, ah) || may_be_an_error(b, bl, bh)) return every_value;
            return multiply_ends(scale, al, ah, bl, bh);
        });
    } else if (job.step.op == Op::divide) {
        for_rows(job, a, b, [=](Value al, Value ah, Value bl, Value bh) { return divide_ends(scale, al, ah, bl, bh); });
    } else if (job.step.op == Op::round_up) {
        for_rows(job, a, b, [=](Value al, Value ah, Value bl, Value bh) { return round_up_ends(scale, al, ah, bl, bh); });
    } else {
        for_rows(job, a, b, [=](Value al, Value ah, Value, Value) { return convert_ends(scale, al, ah); });
    }
}

}  // namespace warrant::kernels
