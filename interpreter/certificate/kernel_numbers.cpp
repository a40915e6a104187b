// Comparing and computing with ranges of numbers, in 128 bits: exact, then rounded half to even at both ends.
#include "interpreter/certificate/kernel.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace warrant::certificates {
namespace {

constexpr std::int64_t micro = 1'000'000;

bool is_no_limit(const OrderedSet& set) {
    return set.low == unbounded_high;
}
bool is_one(const OrderedSet& set) {
    return set.low == set.high && set.low != unbounded_low && set.low != unbounded_high;
}
constexpr Range every{};
Range error() {
    return {OrderedSet{}, true};
}

}  // namespace

Int128 widen(std::int64_t value) {
    if (value == unbounded_high) return without_end;
    return value == unbounded_low ? -without_end : Int128{value};
}

Int128 widen(std::int64_t value, std::int64_t factor) {
    const Int128 wide = widen(value);
    return is_without_end(wide) ? wide : wide * factor;
}

Int128 add_low(Int128 a, Int128 b) {
    if (a == -without_end || b == -without_end) return -without_end;
    return is_without_end(a) || is_without_end(b) ? without_end : a + b;
}

Int128 add_high(Int128 a, Int128 b) {
    return -add_low(-a, -b);
}

Range closed(Int128 low, Int128 high, std::int64_t smallest, std::int64_t largest) {
    if (low > largest || high < smallest) return error();
    return {{.low = low < smallest ? unbounded_low : static_cast<std::int64_t>(low),
             .high = high > largest ? unbounded_high : static_cast<std::int64_t>(high)},
            false};
}

Range closed_sum(Int128 low, Int128 high) {
    if (low == without_end) return {{.low = unbounded_high, .high = unbounded_high}, false};
    return closed(low, high);
}

// ---------------------------------------------------------------- comparisons

namespace {

struct Compared {
    Int128 low;
    Int128 high;
};

// Whether both can have a value that is a whole multiple of `common`.
bool share(const Compared& a, const Compared& b, Int128 common) {
    const Int128 low = std::max(a.low, b.low);
    const Int128 high = std::min(a.high, b.high);
    if (low > high || is_without_end(low) || is_without_end(high)) return low <= high;
    Int128 multiple = high / common * common;
    if (multiple > high) multiple -= common;
    return multiple >= low;
}

}  // namespace

Cell compute_comparison(const Row& row) {
    const Scale& scale = row.step.scale;
    const Compared a{widen(ends(row.cell(0)).low, scale.left), widen(ends(row.cell(0)).high, scale.left)};
    const Compared b{widen(ends(row.cell(1)).low, scale.right), widen(ends(row.cell(1)).high, scale.right)};
    bool yes = false;
    bool no = false;
    if (row.step.op == Op::less) {
        yes = a.high < b.low;
        no = a.low >= b.high;
    } else if (row.step.op == Op::less_equal) {
        yes = a.high <= b.low;
        no = a.low > b.high;
    } else {
        const Int128 common = Int128{scale.left} / std::gcd(scale.left, scale.right) * scale.right;
        yes = a.low == a.high && b.low == b.high && a.low == b.low;
        no = !share(a, b, common);
    }
    // What may be an error is not surely other than anything.
    for (const std::size_t index : {0, 1}) no = no && !row.may_be_an_error(index, row.cell(index));
    return truth(yes, no, row.some_operand_errs());
}

// ---------------------------------------------------------------- calculations

namespace {

Int128 half_even(Int128 numerator, Int128 denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    Int128 quotient = numerator / denominator;
    if (quotient * denominator > numerator) --quotient;
    const Int128 rest = numerator - quotient * denominator;
    const Int128 left = denominator - rest;
    return quotient + (rest > left || (rest == left && quotient % 2 != 0) ? 1 : 0);
}

void cancel(Int128& a, Int128& b) {
    Int128 x = a < 0 ? -a : a;
    Int128 y = b < 0 ? -b : b;
    while (y != 0) x = std::exchange(y, x % y);
    if (x > 1) {
        a /= x;
        b /= x;
    }
}

// a * b / (c * d); a product that 128 bits do not hold means a quotient that no value holds.
Int128 ratio(Int128 a, Int128 b, Int128 c, Int128 d) {
    for (Int128* over : {&a, &b}) {
        for (Int128* under : {&c, &d}) cancel(*over, *under);
    }
    Int128 product = 0;
    const bool negative = ((a < 0) != (b < 0)) != ((c < 0) != (d < 0));
    if (__builtin_mul_overflow(a, b, &product)) return negative ? -without_end : without_end;
    return half_even(product, c * d);
}

Int128 times(Int128 a, Int128 b, const Scale& scale) {
    if (a == 0 || b == 0) return 0;
    if (is_without_end(a) || is_without_end(b)) return (a < 0) != (b < 0) ? -without_end : without_end;
    return ratio(a * b, scale.left, micro, scale.right);
}

// Towards a divisor without end quotients go to 0.
Int128 over(Int128 a, Int128 b, const Scale& scale) {
    if (a == 0 || is_without_end(b)) return 0;
    if (is_without_end(a)) return (a < 0) != (b < 0) ? -without_end : without_end;
    return ratio(a * micro, scale.left, b, scale.right);
}

// An operation that grows or falls with each operand has its extremes where the operands have theirs.
template <typename Operation>
Range at_corners(const OrderedSet& a, const OrderedSet& b, const Scale& scale, Operation operation) {
    const Int128 first = operation(widen(a.low), widen(b.low), scale);
    if (is_one(a) && is_one(b)) return closed(first, first);
    const std::array<Int128, 4> corners{first, operation(widen(a.low), widen(b.high), scale),
                                        operation(widen(a.high), widen(b.low), scale),
                                        operation(widen(a.high), widen(b.high), scale)};
    return closed(*std::min_element(corners.begin(), corners.end()), *std::max_element(corners.begin(), corners.end()));
}

Range convert(const OrderedSet& a, const Scale& scale) {
    if (is_no_limit(a)) return {a, false};
    const auto end = [&](std::int64_t value) {
        const Int128 wide = widen(value, scale.left);
        return is_without_end(wide) ? wide : half_even(wide, scale.right);
    };
    return closed(end(a.low), end(a.high));
}

Int128 next_multiple(Int128 value, Int128 step) {
    if (is_without_end(value)) return value;
    Int128 count = value / step;
    if (count * step < value) ++count;
    return count * step;
}

Range round_up(const OrderedSet& a, const OrderedSet& b, const Scale& scale) {
    if (b.high <= 0) return error();
    if (is_no_limit(a) || is_no_limit(b) || b.low <= 0) return every;
    const Int128 from = widen(a.low, scale.left);
    const Int128 to = widen(a.high, scale.left);
    const Int128 shortest = widen(b.low, scale.right);
    const Int128 longest = widen(b.high, scale.right);
    if (b.low == b.high) return closed(next_multiple(from, shortest), next_multiple(to, shortest));
    // A multiple is not below the value, nor a whole step above it; above 0 it is a step at least, else 0 at most.
    const Int128 lowest = from > 0 ? std::max(from, shortest) : from;
    if (to <= 0) return closed(lowest, 0);
    return closed(lowest, is_without_end(to) || is_without_end(longest) ? without_end : to + longest - 1);
}

Range negated(const OrderedSet& a) {
    if (is_no_limit(a)) return every;
    return {
        {.low = a.high == unbounded_high ? unbounded_low : -a.high, .high = a.low == unbounded_low ? unbounded_high : -a.low},
        false};
}

Range extreme(const Row& row) {
    OrderedSet set = ends(row.cell(0));
    bool open = false;
    for (std::size_t index = 0; index < row.operands(); ++index) {
        const OrderedSet& other = ends(row.cell(index));
        open = open || row.may_be_an_error(index, row.cell(index));
        const bool least = row.step.op == Op::least;
        set.low = least ? std::min(set.low, other.low) : std::max(set.low, other.low);
        set.high = least ? std::min(set.high, other.high) : std::max(set.high, other.high);
    }
    return open ? every : Range{set, false};
}

Range with_two(const Row& row, const OrderedSet& a, const OrderedSet& b) {
    const Scale& scale = row.step.scale;
    if (row.step.op == Op::add) {
        return closed_sum(add_low(widen(a.low, scale.left), widen(b.low, scale.right)),
                          add_high(widen(a.high, scale.left), widen(b.high, scale.right)));
    }
    if (row.step.op == Op::subtract) {
        return closed_sum(add_low(widen(a.low, scale.left), -widen(b.high, scale.right)),
                          add_high(widen(a.high, scale.left), -widen(b.low, scale.right)));
    }
    if (row.step.op == Op::round_up) return round_up(a, b, scale);
    const bool unlimited = is_no_limit(a) || is_no_limit(b);
    if (row.step.op == Op::multiply) {
        const bool open = row.may_be_an_error(0, row.cell(0)) || row.may_be_an_error(1, row.cell(1));
        return open || unlimited ? every : at_corners(a, b, scale, times);
    }
    if (b.low == 0 && b.high == 0) return error();
    return unlimited || (b.low <= 0 && b.high >= 0) ? every : at_corners(a, b, scale, over);
}

}  // namespace

Cell compute_number(const Row& row) {
    Range range;
    if (row.step.op == Op::minus) range = negated(ends(row.cell(0)));
    else if (row.step.op == Op::convert) range = convert(ends(row.cell(0)), row.step.scale);
    else if (row.step.op == Op::least || row.step.op == Op::greatest) range = extreme(row);
    else range = with_two(row, ends(row.cell(0)), ends(row.cell(1)));
    return finish(row.derivation, row.step.form, range.set, range.error || row.some_operand_errs());
}

}  // namespace warrant::certificates
