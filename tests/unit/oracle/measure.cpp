// Fractions, kept small by cancelling before multiplying.
#include "tests/unit/oracle/measure.hpp"

namespace warrant::oracle {
namespace {

Int128 common_divisor(Int128 a, Int128 b) {
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a == 0 ? 1 : a;
}

}  // namespace

Fraction times(const Fraction& a, const Fraction& b) {
    const Int128 first = common_divisor(a.numerator, b.denominator);
    const Int128 second = common_divisor(b.numerator, a.denominator);
    Fraction product;
    product.valid = a.valid && b.valid;
    const bool top = __builtin_mul_overflow(a.numerator / first, b.numerator / second, &product.numerator);
    const bool bottom = __builtin_mul_overflow(a.denominator / second, b.denominator / first, &product.denominator);
    if (top || bottom) product = {0, 1, false};
    return product;
}

Fraction inverse(const Fraction& a) {
    if (a.numerator < 0) return {-a.denominator, -a.numerator, a.valid};
    return {a.denominator, a.numerator, a.valid};
}

Fraction plus(const Fraction& a, const Fraction& b) {
    Fraction sum;
    Int128 left = 0;
    Int128 right = 0;
    bool lost = !a.valid || !b.valid;
    lost = __builtin_mul_overflow(a.numerator, b.denominator, &left) || lost;
    lost = __builtin_mul_overflow(b.numerator, a.denominator, &right) || lost;
    lost = __builtin_add_overflow(left, right, &sum.numerator) || lost;
    lost = __builtin_mul_overflow(a.denominator, b.denominator, &sum.denominator) || lost;
    if (lost) return {0, 1, false};
    return sum;
}

int compare(const Fraction& a, const Fraction& b) {
    const Fraction difference = plus(a, {-b.numerator, b.denominator, b.valid});
    return difference.numerator < 0 ? -1 : difference.numerator > 0 ? 1 : 0;
}

Int128 floor_of(const Fraction& a) {
    Int128 whole = a.numerator / a.denominator;
    if (whole * a.denominator > a.numerator) --whole;
    return whole;
}

Fraction size_of(const Vocabulary& vocabulary, UnitId unit) {
    return {vocabulary.unit(unit).factor, vocabulary.unit(unit).divisor, true};
}

Fraction size_of(const Vocabulary& vocabulary, const Type& type) {
    if (type.kind != TypeKind::quantity) return {1, 1, true};
    const Fraction top = size_of(vocabulary, type.numerator);
    return type.denominator.valid() ? times(top, inverse(size_of(vocabulary, type.denominator))) : top;
}

std::optional<std::int64_t> rounded(const Fraction& a) {
    if (!a.valid) return std::nullopt;
    Int128 whole = floor_of(a);
    const Int128 twice_rest = 2 * (a.numerator - whole * a.denominator);
    if (twice_rest > a.denominator || (twice_rest == a.denominator && whole % 2 != 0)) ++whole;
    // The two outermost 64-bit numbers stand for "no end" and are no values.
    if (whole >= INT64_MAX || whole <= INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(whole);
}

}  // namespace warrant::oracle
