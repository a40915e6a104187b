// Decimals: reading and printing, rounding half to even, and the ends of the 64 bits.
#include "interpreter/value/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace warrant {
namespace {

TEST(Decimal, ReadsWholeAndFractionalNumbers) {
    EXPECT_EQ(parse_decimal("12"), 12'000'000);
    EXPECT_EQ(parse_decimal("-0.5"), -500'000);
    EXPECT_EQ(parse_decimal("3.000001"), 3'000'001);
    EXPECT_EQ(parse_decimal("0"), 0);
    EXPECT_EQ(parse_decimal("9223372036854.775806"), largest_value);
    EXPECT_EQ(parse_decimal("-9223372036854.775807"), smallest_value);
}

TEST(Decimal, RefusesWhatIsNotANumberOrTooFineOrTooLarge) {
    for (const char* text : {"", "-", ".5", "5.", "1e3", "+1", "1 ", " 1", "1.2.3", "--1", "0.0000001", "1,5",
                             "9223372036854.775807", "-9223372036854.775808", "99999999999999999999999999999999999999999999"}) {
        EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
    }
}

TEST(Decimal, PrintsTheShortestForm) {
    EXPECT_EQ(print_decimal(12'000'000), "12");
    EXPECT_EQ(print_decimal(-500'000), "-0.5");
    EXPECT_EQ(print_decimal(1), "0.000001");
    EXPECT_EQ(print_decimal(0), "0");
    EXPECT_EQ(print_decimal(unbounded_low), "-9223372036854.775808");
}

TEST(Decimal, RoundsHalvesToTheEvenNeighbour) {
    EXPECT_EQ(divide_half_even(5, 2), 2);
    EXPECT_EQ(divide_half_even(7, 2), 4);
    EXPECT_EQ(divide_half_even(-5, 2), -2);
    EXPECT_EQ(divide_half_even(-7, 2), -4);
    EXPECT_EQ(divide_half_even(5, -2), -2);
    EXPECT_EQ(divide_half_even(-7, -2), 4);
    EXPECT_EQ(divide_half_even(8, 3), 3);
    EXPECT_EQ(divide_half_even(-8, 3), -3);
    EXPECT_EQ(divide_half_even(7, 3), 2);
    EXPECT_EQ(multiply_micro(1, 500'000), 0);
    EXPECT_EQ(multiply_micro(3, 500'000), 2);
    EXPECT_EQ(divide_micro(1'000'000, 3'000'000), 333'333);
    EXPECT_EQ(divide_micro(2'000'000, 3'000'000), 666'667);
}

TEST(Decimal, OverflowHasNoValue) {
    EXPECT_EQ(add_micro(largest_value, 0), largest_value);
    EXPECT_EQ(add_micro(largest_value, 1), std::nullopt);
    EXPECT_EQ(add_micro(smallest_value, -1), std::nullopt);
    EXPECT_EQ(multiply_micro(largest_value, 1'000'001), std::nullopt);
    EXPECT_EQ(divide_micro(largest_value, 999'999), std::nullopt);
    EXPECT_EQ(divide_micro(1, 0), std::nullopt);
    EXPECT_EQ(scale_micro(largest_value, 2, 1), std::nullopt);
    EXPECT_EQ(scale_micro(1, 1, 0), std::nullopt);
}

TEST(Decimal, ScalingSaysWhetherItWasExact) {
    bool exact = false;
    EXPECT_EQ(scale_micro(3'000'000, 7, 1, &exact), 21'000'000);
    EXPECT_TRUE(exact);
    EXPECT_EQ(scale_micro(1'000'000, 1, 3, &exact), 333'333);
    EXPECT_FALSE(exact);
}

RC_GTEST_PROP(DecimalProperty, PrintedNumbersReadBack, (std::int64_t micro)) {
    RC_PRE(micro >= smallest_value && micro <= largest_value);
    RC_ASSERT(parse_decimal(print_decimal(micro)) == micro);
}

RC_GTEST_PROP(DecimalProperty, RoundingIsTheNearestAndMonotone, (std::int32_t numerator, std::int16_t denominator)) {
    RC_PRE(denominator != 0);
    const Wide quotient = divide_half_even(numerator, denominator);
    const Wide error = quotient * denominator - numerator;
    const Wide size = error < 0 ? -error : error;
    const Wide divisor = denominator < 0 ? -Wide{denominator} : Wide{denominator};
    RC_ASSERT(2 * size <= divisor);
    RC_ASSERT(2 * size < divisor || quotient % 2 == 0);
    const Wide next = divide_half_even(Wide{numerator} + 1, denominator);
    RC_ASSERT((denominator > 0 ? next >= quotient : next <= quotient));
}

}  // namespace
}  // namespace warrant
