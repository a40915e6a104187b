// Comparisons of ordered values: true when every pair of possible values agrees, false when none does. Units are made equal by
// whole factors in 128 bits, so that nothing is rounded.
#include "interpreter/evaluate/interval.hpp"

#include <algorithm>
#include <numeric>

namespace warrant::kernels {

namespace {

// Units in which the operands compare: as they are, or each times its factor.
struct SameUnit {
    explicit SameUnit(const Scale&) {}
    static std::int64_t left(std::int64_t value) { return value; }
    static std::int64_t right(std::int64_t value) { return value; }
    // Whether both operands can have one of the values from low to high.
    static bool share(std::int64_t low, std::int64_t high) { return low <= high; }
};
struct OtherUnit {
    explicit OtherUnit(const Scale& with)
        : scale(with), common(Wide{with.left} / std::gcd(with.left, with.right) * with.right) {}
    Wide left(std::int64_t value) const { return widen(value, scale.left); }
    Wide right(std::int64_t value) const { return widen(value, scale.right); }
    // Only multiples of both factors are values of both.
    bool share(Wide low, Wide high) const {
        if (low > high) return false;
        if (is_infinite(low) || is_infinite(high)) return true;
        Wide multiple = high / common * common;
        if (multiple > high) multiple -= common;
        return multiple >= low;
    }
    Scale scale;
    Wide common;
};

template <typename Value>
struct Pair {
    Value left_low, left_high, right_low, right_high;
};

struct Less {
    template <typename Value>
    static bool yes(const Pair<Value>& pair) {
        return pair.left_high < pair.right_low;
    }
    template <typename Value, typename Units>
    static bool no(const Pair<Value>& pair, const Units&) {
        return pair.left_low >= pair.right_high;
    }
};
struct LessEqual {
    // "No limit" is at least everything, also what has no upper bound.
    template <typename Value>
    static bool yes(const Pair<Value>& pair) {
        return pair.left_high <= pair.right_low;
    }
    template <typename Value, typename Units>
    static bool no(const Pair<Value>& pair, const Units&) {
        return pair.left_low > pair.right_high;
    }
};
struct Equal {
    template <typename Value>
    static bool yes(const Pair<Value>& pair) {
        return (pair.left_low == pair.left_high) & (pair.right_low == pair.right_high) & (pair.left_low == pair.right_low);
    }
    template <typename Value, typename Units>
    static bool no(const Pair<Value>& pair, const Units& units) {
        return !units.share(std::max(pair.left_low, pair.right_low), std::min(pair.left_high, pair.right_high));
    }
};

// Rows in which an operand is, or may be, an error: those are unequal to nothing, even to what their unit has no value for.
std::uint64_t doubtful_rows(const Job& job, const Cell& operand, std::size_t word) {
    std::uint64_t rows = 0;
    if (operand.errors == nullptr) return rows;
    for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
        const std::size_t at = operand.at(job.block.first_row(word) + number);
        rows |= std::uint64_t{may_be_an_error(operand, operand.low[at], operand.high[at])} << number;
    }
    return rows;
}

template <typename Test, typename Units, bool left_broadcast, bool right_broadcast>
void compare_rows(const Job& job) {
    const Units units(job.scale());
    using Value = decltype(units.left(0));
    const Cell& a = job.operand(0);
    const Cell& b = job.operand(1);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t yes = 0;
        std::uint64_t no = 0;
        const std::size_t first = job.block.first_row(word);
        const std::size_t count = job.block.rows_in(word);
        for (std::size_t number = 0; number < count; ++number) {
            const std::size_t at_a = left_broadcast ? 0 : first + number;
            const std::size_t at_b = right_broadcast ? 0 : first + number;
            const Pair<Value> pair{units.left(a.low[at_a]), units.left(a.high[at_a]), units.right(b.low[at_b]),
                                   units.right(b.high[at_b])};
            yes |= std::uint64_t{Test::yes(pair)} << number;
            no |= std::uint64_t{Test::no(pair, units)} << number;
        }
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = no & ~doubtful_rows(job, a, word) & ~doubtful_rows(job, b, word);
    }
    put_truth_errors(job);
}

template <typename Test, typename Units>
void compare_in(const Job& job) {
    const bool left = job.operand(0).broadcast;
    const bool right = job.operand(1).broadcast;
    if (left && right) return compare_rows<Test, Units, true, true>(job);
    if (left) return compare_rows<Test, Units, true, false>(job);
    if (right) return compare_rows<Test, Units, false, true>(job);
    compare_rows<Test, Units, false, false>(job);
}

template <typename Test>
void compare_by(const Job& job) {
    if (job.scale() == Scale{}) return compare_in<Test, SameUnit>(job);
    compare_in<Test, OtherUnit>(job);
}

}  // namespace

void compare(const Job& job) {
    if (job.step.op == Op::less) return compare_by<Less>(job);
    if (job.step.op == Op::less_equal) return compare_by<LessEqual>(job);
    compare_by<Equal>(job);
}

}  // namespace warrant::kernels
