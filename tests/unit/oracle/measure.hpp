// The oracle's own arithmetic of units: exact fractions in 128 bits, rounded half to even once for each operation, as
// language.md section 4 says. It shares nothing with interpreter/value/decimal.hpp or the unit ratios of check/.
#pragma once

#include "interpreter/check/vocabulary.hpp"

#include <cstdint>
#include <optional>

namespace warrant::oracle {

__extension__ typedef __int128 Int128;

// numerator / denominator, the denominator above 0. `valid` is false when a product left 128 bits: then the fraction is larger
// than any value.
struct Fraction {
    Int128 numerator = 0;
    Int128 denominator = 1;
    bool valid = true;
};

Fraction times(const Fraction& a, const Fraction& b);
Fraction inverse(const Fraction& a);  // of a fraction other than 0
Fraction plus(const Fraction& a, const Fraction& b);
// Below 0, 0, above 0, as a - b is. Both valid.
int compare(const Fraction& a, const Fraction& b);
Int128 floor_of(const Fraction& a);

// How many base units one unit of the type is; 1 for plain numbers.
Fraction size_of(const Vocabulary& vocabulary, const Type& type);
Fraction size_of(const Vocabulary& vocabulary, UnitId unit);

// Rounded half to even; empty when outside the 64-bit values.
std::optional<std::int64_t> rounded(const Fraction& a);

}  // namespace warrant::oracle
