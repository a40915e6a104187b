// Quantity, frequency and duration of a request, each from the two others.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

Loaded request(std::string_view amounts) {
    return read(case_with("", "service: work_hardening, date: 2015-06-09, " + std::string(amounts)));
}

TEST(Derived, QuantityIsFrequencyTimesDuration) {
    const Loaded loaded = request("frequency: 2 visits/week, duration: 6 weeks");
    EXPECT_EQ(loaded.text(), "");
    const ResolvedFact quantity = loaded.fact("request.quantity");
    EXPECT_EQ(quantity.state, FactState::derived);
    EXPECT_EQ(quantity.value, ordered(12 * one, 12 * one));
    EXPECT_EQ(quantity.entry->derivation, "2 visits/week for 6 weeks");
    EXPECT_EQ(quantity.entry->statements[0].as_written, "12 visits");
}

TEST(Derived, DurationIsQuantityOverFrequencyInDays) {
    const Loaded exact = request("quantity: 10 visits, frequency: 5 visits/week");
    EXPECT_EQ(exact.fact("request.duration").value, ordered(14 * one, 14 * one));
    const Loaded rounded = request("quantity: 10 visits, frequency: 3 visits/week");
    EXPECT_EQ(rounded.fact("request.duration").value, ordered(23'333'333, 23'333'333));
    EXPECT_EQ(rounded.fact("request.duration").entry->derivation, "10 visits at 3 visits/week");
}

TEST(Derived, FrequencyIsQuantityOverDuration) {
    const Loaded loaded = request("quantity: 10, duration: 14");
    EXPECT_EQ(loaded.fact("request.frequency").value, ordered(5 * one, 5 * one));
    EXPECT_EQ(loaded.fact("request.frequency").entry->derivation, "10 visits over 14 days");
    EXPECT_EQ(print_type(vocabulary(), loaded.fact("request.frequency").type), "visits/week");
}

TEST(Derived, RangesGiveRanges) {
    EXPECT_EQ(request("frequency: 2..3 visits/week, duration: 4..6 weeks").fact("request.quantity").value,
              ordered(8 * one, 18 * one));
    EXPECT_EQ(request("quantity: 12..24, frequency: 2..3 visits/week").fact("request.duration").value,
              ordered(28 * one, 84 * one));
    EXPECT_EQ(request("quantity: at least 12, frequency: 3 visits/week").fact("request.duration").value,
              ordered(28 * one, unbounded_high));
    EXPECT_EQ(request("quantity: 12, frequency: at most 3 visits/week").fact("request.duration").value,
              ordered(28 * one, unbounded_high));
    EXPECT_EQ(request("quantity: 12, frequency: at least 3 visits/week").fact("request.duration").value, ordered(0, 28 * one));
    EXPECT_EQ(request("frequency: 0 visits/week, duration: at least 2 weeks").fact("request.quantity").value, ordered(0, 0));
}

TEST(Derived, NothingFollowsFromOneOrFromNoVisitsAWeek) {
    EXPECT_EQ(request("quantity: 12").fact("request.duration").state, FactState::absent);
    EXPECT_EQ(request("quantity: 12, frequency: 0 visits/week").fact("request.duration").state, FactState::absent);
    EXPECT_EQ(request("quantity: 12, frequency: unknown").fact("request.duration").state, FactState::absent);
}

TEST(Derived, FillsWhatIsStatedUnknownOrNotFound) {
    const Loaded unclear = request("frequency: 2 visits/week, duration: 6 weeks, quantity: {value: unknown, document: pr2}");
    EXPECT_EQ(unclear.fact("request.quantity").state, FactState::derived);
    EXPECT_EQ(unclear.fact("request.quantity").value, ordered(12 * one, 12 * one));
    EXPECT_EQ(unclear.fact("request.quantity").standings,
              (std::vector<Statement::Standing>{Statement::Standing::refined, Statement::Standing::governs}));
    const Loaded missing = request("frequency: 2 visits/week, duration: 6 weeks, quantity: {not_found: [pr2]}");
    EXPECT_EQ(missing.fact("request.quantity").state, FactState::derived);
}

TEST(Agreement, IsCheckedWhenAllThreeAreStated) {
    EXPECT_EQ(request("quantity: 12, frequency: 2 visits/week, duration: 6 weeks").text(), "");
    EXPECT_EQ(request("quantity: 10, frequency: 2..3 visits/week, duration: 4 weeks").text(), "");
    const Loaded wrong = request("quantity: 10 visits, frequency: 2 visits/week, duration: 6 weeks");
    EXPECT_EQ(wrong.slug(), "quantities-disagree");
    EXPECT_EQ(wrong.diagnostics.all()[0].message, "2 visits/week for 6 weeks is 12 visits, and the quantity says 10 visits");
    EXPECT_EQ(wrong.pointed_at(), "10 visits");
}

TEST(Agreement, AllowsForRounding) {
    EXPECT_EQ(request("quantity: 10, frequency: 3 visits/week, duration: 23.333333 days").text(), "");
    EXPECT_EQ(request("quantity: 7, frequency: 2.333333 visits/week, duration: 3 weeks").text(), "");
    EXPECT_EQ(request("quantity: 10, frequency: 3 visits/week, duration: 23.33 days").slug(), "quantities-disagree");
}

TEST(Agreement, AmountsTooLargeToMultiplyAreReported) {
    EXPECT_EQ(request("frequency: 9000000000000 visits/week, duration: 9000000000000 days").slug(), "bad-number");
}

}  // namespace
}  // namespace warrant::facts_test
