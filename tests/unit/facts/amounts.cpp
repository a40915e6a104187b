// Numbers and quantities in every form, and the unit that they are stored in.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

ValueSet value_of(const std::string& path, const std::string& form) {
    return read_fact(path + ": " + form).fact(path).value;
}

std::string slug_of(const std::string& line) {
    return read(case_with("  " + line)).slug();
}

TEST(Quantities, BareNumbersTakeTheDeclaredUnit) {
    EXPECT_EQ(value_of("worker.age", "45"), ordered(45 * one, 45 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "4..6"), ordered(4 * one, 6 * one));
    EXPECT_EQ(read_fact("worker.age: 45").fact("worker.age").entry->statements[0].as_written, "45 years");
    EXPECT_EQ(read_fact("worker.age: 1").fact("worker.age").entry->statements[0].as_written, "1 year");
    EXPECT_EQ(read_fact("recovery.tolerance: 4..6").fact("recovery.tolerance").entry->statements[0].as_written,
              "4..6 hours/day");
}

TEST(Quantities, BothFormsOfAUnitAreRead) {
    EXPECT_EQ(value_of("worker.age", "1 year"), ordered(one, one));
    EXPECT_EQ(value_of("worker.age", "1 years"), ordered(one, one));
    EXPECT_EQ(value_of("recovery.tolerance", "4 hour/day"), ordered(4 * one, 4 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "4 hours/days"), ordered(4 * one, 4 * one));
}

TEST(Quantities, ConvertExactly) {
    EXPECT_EQ(value_of("worker.age", "540 months"), ordered(45 * one, 45 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "240 minutes/day"), ordered(4 * one, 4 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "28 hours/week"), ordered(4 * one, 4 * one));
    EXPECT_EQ(value_of("program.completed", "14 days"), ordered(2 * one, 2 * one));
    EXPECT_EQ(slug_of("program.completed: 10 days"), "inexact-conversion");
    EXPECT_EQ(slug_of("program.completed: 7..10 days"), "inexact-conversion");
}

TEST(Quantities, RangesAndHalfLines) {
    EXPECT_EQ(value_of("recovery.tolerance", "4..6 hours/day"), ordered(4 * one, 6 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "240 minutes/day..6 hours/day"), ordered(4 * one, 6 * one));
    EXPECT_EQ(value_of("recovery.tolerance", "4 hours/day..6"), ordered(4 * one, 6 * one));
    EXPECT_EQ(value_of("worker.age", "over 2 years"), ordered(2 * one + 1, unbounded_high));
    EXPECT_EQ(value_of("worker.age", "at least 2 years"), ordered(2 * one, unbounded_high));
    EXPECT_EQ(value_of("worker.age", "at most 2 years"), ordered(0, 2 * one));
    EXPECT_EQ(value_of("worker.age", "under 2 years"), ordered(0, 2 * one - 1));
    EXPECT_EQ(value_of("balance.change", "under 2 days"), ordered(unbounded_low, 2 * one - 1));
    EXPECT_EQ(value_of("worker.age", "{one_of: [45, 540 months, 47 years]}"), ordered(45 * one, 47 * one));
    EXPECT_EQ(value_of("worker.age", "{value: over 2 years, document: pr2}"), ordered(2 * one + 1, unbounded_high));
}

TEST(Quantities, NegativeOnlyWhereSigned) {
    EXPECT_EQ(value_of("balance.change", "-3 days"), ordered(-3 * one, -3 * one));
    EXPECT_EQ(value_of("balance.change", "-3..2 days"), ordered(-3 * one, 2 * one));
    EXPECT_EQ(slug_of("worker.age: -1"), "negative-value");
    EXPECT_EQ(slug_of("recovery.tolerance: -4 hours/day"), "negative-value");
    EXPECT_EQ(slug_of("recovery.tolerance: -4..6 hours/day"), "negative-value");
    EXPECT_EQ(slug_of("worker.age: under 0 years"), "empty-range");
}

TEST(Numbers, PlainPercentAndNegative) {
    EXPECT_EQ(value_of("program.share", "0.5"), ordered(one / 2, one / 2));
    EXPECT_EQ(value_of("program.share", "50 percent"), ordered(one / 2, one / 2));
    EXPECT_EQ(value_of("program.share", "-0.25"), ordered(-one / 4, -one / 4));
    EXPECT_EQ(value_of("program.share", "at most 3"), ordered(unbounded_low, 3 * one));
    EXPECT_EQ(value_of("program.share", "10..20 percent"), ordered(one / 10, one / 5));
    EXPECT_EQ(slug_of("program.share: 3 visits"), "unit-mismatch");
    EXPECT_EQ(slug_of("program.share: 0.00001 percent"), "inexact-conversion");
    EXPECT_EQ(slug_of("worker.age: 50 percent"), "unit-mismatch");
}

TEST(Numbers, HaveSixPlacesAndASize) {
    EXPECT_EQ(value_of("program.share", "0.000001"), ordered(1, 1));
    EXPECT_EQ(slug_of("program.share: 0.0000001"), "bad-number");
    EXPECT_EQ(slug_of("program.share: 99999999999999999999"), "bad-number");
    EXPECT_EQ(slug_of("recovery.tolerance: 9000000000000 hours/minute"), "unit-mismatch");
    EXPECT_EQ(slug_of("worker.age: 9000000000000 years"), "");
    EXPECT_EQ(slug_of("recovery.tolerance: over 9223372036854.775806"), "");
}

TEST(Units, MistakesSayWhichFit) {
    const Loaded loaded = read(case_with("  recovery.tolerance: 4 days/week"));
    EXPECT_EQ(loaded.slug(), "unit-mismatch");
    EXPECT_EQ(loaded.pointed_at(), "4 days/week");
    EXPECT_NE(loaded.diagnostics.all()[0].help.find("hours/day"), std::string::npos);
    EXPECT_EQ(slug_of("worker.age: 45 years/week"), "unit-mismatch");
    EXPECT_EQ(slug_of("worker.age: 45 days"), "unit-mismatch");
}

TEST(Units, SlipsAreMended) {
    const Loaded loaded = read(case_with("  recovery.tolerance: 4 hous/dayz"));
    EXPECT_EQ(loaded.slug(), "unknown-unit");
    EXPECT_EQ(loaded.pointed_at(), "hous/dayz");
    EXPECT_EQ(loaded.diagnostics.all()[0].help, "did you mean `hour/day`?");
    EXPECT_EQ(slug_of("recovery.tolerance: 4 hours / day"), "unknown-unit");
    EXPECT_EQ(slug_of("recovery.tolerance: 4 hours per day"), "unknown-unit");
    EXPECT_EQ(slug_of("program.share: 50 %"), "unknown-unit");
    EXPECT_EQ(slug_of("worker.age: 45years"), "bad-value");
}

TEST(Amounts, TakeTheBaseUnitOfTheServices) {
    const Loaded loaded =
        read(case_with("", "service: {one_of: [work_conditioning, work_hardening]}, quantity: 10 sessions, date: 2015-06-09"));
    EXPECT_EQ(loaded.text(), "");
    const ResolvedFact quantity = loaded.fact("request.quantity");
    EXPECT_EQ(quantity.value, ordered(10 * one, 10 * one));
    EXPECT_EQ(print_type(vocabulary(), quantity.type), "visits");
    EXPECT_EQ(read(case_with("", "quantity: 10, service: pain_relief")).fact("request.quantity").type.numerator,
              vocabulary().unit_by_name.at("tablet"));
}

TEST(Amounts, NeedAServiceWithOneUnit) {
    EXPECT_EQ(read(case_with("", "quantity: 10 visits")).slug(), "unclear-amount");
    EXPECT_EQ(read(case_with("", "service: {one_of: [work_hardening, pain_relief]}, quantity: 10")).slug(), "unclear-amount");
    EXPECT_EQ(read(case_with("", "service: pain_relief, quantity: 10 visits")).slug(), "unit-mismatch");
    EXPECT_EQ(read(case_with("", "date: 2015-06-09")).text(), "");
}

}  // namespace
}  // namespace warrant::facts_test
