// What settle() says of guidelines written for it: what is the same whatever the facts are, facts that lose their meaning,
// questions that join facts, and the bounds on its work.
#include "dsl/limits.hpp"
#include "tests/unit/settle/settled.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::testing {
namespace {

TEST(Settle, WhatHoldsWhateverTheFactsAreIsSaid) {
    const Settled settled(criterion("(a or not a) and (level <= 3 or level > 3)"), "");
    EXPECT_EQ(settled.review.requests.front().finding, FindingName::undetermined);
    EXPECT_EQ(settled.settlement.whatever, FindingName::supported);
    EXPECT_EQ(settled.names(settled.settlement.relevant), "");
    EXPECT_EQ(settled.names(settled.settlement.irrelevant), "a, level");
    EXPECT_TRUE(settled.settlement.exact);
}

TEST(Settle, OfTwoWaysEachIsASet) {
    const Settled settled(criterion("a and (b or level >= 3)"), "  d: yes\n");
    EXPECT_EQ(settled.sets(FindingName::supported), "a, b; a, level");
    EXPECT_EQ(settled.sets(FindingName::not_supported), "a; b, level");
    EXPECT_EQ(settled.settlement.whatever, std::nullopt);
}

TEST(Settle, RegionsAreCutWhereTheGuidelineTellsValuesApart) {
    const Settled settled(criterion("level in 3..5 or level = 7"), "");
    ASSERT_EQ(settled.settlement.things.size(), 1u);
    std::vector<OrderedSet> regions;
    for (const ValueSet& region : settled.settlement.things.front().regions) regions.push_back(std::get<OrderedSet>(region));
    const std::vector<OrderedSet> expected = {{unbounded_low, 2'999'999}, {3'000'000, 3'000'000}, {3'000'001, 4'999'999},
                                              {5'000'000, 5'000'000},     {5'000'001, 6'999'999}, {7'000'000, 7'000'000},
                                              {7'000'001, unbounded_high}};
    EXPECT_EQ(regions, expected);
    EXPECT_EQ(settled.settlement.findings.front().sets.front().allowed.front(),
              (Allowed{false, true, true, true, false, true, false}));
}

// A region that a quotient jumps at, and one where it has no value.
TEST(Settle, AQuotientIsCutWhereItsDivisorIsZero) {
    const Settled settled(criterion("load.total / load.parts <= 2"), "  load.total: 8\n");
    const auto& regions = settled.settlement.things.front().regions;
    ASSERT_GE(regions.size(), 4u);
    EXPECT_EQ(std::get<OrderedSet>(regions[0]), (OrderedSet{unbounded_low, -1}));
    EXPECT_EQ(std::get<OrderedSet>(regions[1]), (OrderedSet{0, 0}));
    EXPECT_EQ(std::get<OrderedSet>(regions.back()).high, unbounded_high);
    const SettlingSet& in_favour = settled.settlement.findings.front().sets.front();
    EXPECT_TRUE(in_favour.allowed.front()[0]);
    EXPECT_FALSE(in_favour.allowed.front()[1]);
    EXPECT_FALSE(in_favour.allowed.front()[2]);
    EXPECT_TRUE(in_favour.allowed.front().back());
    EXPECT_TRUE(settled.settlement.exact);
}

TEST(Settle, AFactWithoutMeaningIsNotAskedFor) {
    const std::string body = criterion("event.happened and event.date >= 2015-01-01");
    const Settled open(body, "");
    EXPECT_EQ(open.sets(FindingName::supported), "event.happened, event.date");
    const Settled closed(body, "  event.happened: no\n");
    EXPECT_EQ(closed.settlement.whatever, FindingName::not_supported);
    EXPECT_EQ(closed.names(closed.settlement.irrelevant), "");
}

TEST(Settle, AnAssumedFactIsNotOpenUntilItIsCalledUnknown) {
    const std::string body = criterion("a and done.visits <= 3 visits") +
                             "assume done.visits = 0 visits unless shown\n  because \"It is the first request.\"\n";
    const Settled assumed(body, "");
    EXPECT_EQ(assumed.sets(FindingName::supported), "a");
    const Settled unknown(body, "  done.visits: unknown\n");
    EXPECT_EQ(unknown.sets(FindingName::supported), "done.visits, a");
}

TEST(Settle, TwoOpenDatesThatAreComparedAreOneQuestion) {
    const std::string body = criterion("a and first.date <= second.date");
    const Settled settled(body, "");
    EXPECT_EQ(settled.sets(FindingName::supported), "a, first.date, second.date");
    EXPECT_FALSE(settled.settlement.exact);
    // With few days left each is tried.
    const Settled narrow(body, "  first.date: 2015-02\n  second.date: 2015-02\n");
    EXPECT_TRUE(narrow.settlement.exact);
    EXPECT_EQ(narrow.sets(FindingName::supported), "a, first.date; a, second.date");
}

TEST(Settle, WhatAnOpenListHoldsIsOneQuestion) {
    const Settled settled(criterion("a and some (one in drugs) has (one.strong)"), "");
    EXPECT_EQ(settled.sets(FindingName::not_supported), "a; drugs");
    EXPECT_FALSE(settled.settlement.exact);
    const Settled known(criterion("a and some (one in drugs) has (one.strong)"), "  drugs: none\n");
    EXPECT_EQ(known.settlement.whatever, FindingName::not_supported);
    EXPECT_EQ(known.names(known.settlement.irrelevant), "a");
}

// ---- bounds

std::string numbered(const std::string& before, int count, const std::string& between, const std::string& after = "") {
    std::string text;
    for (int number = 1; number <= count; ++number)
        text += (number > 1 ? between : "") + before + std::to_string(number) + after;
    return text;
}

std::string flags(const std::string& name, int count) {
    return numbered("fact " + name, count, "\n", " \"a flag\" : yes or no") + "\n";
}

TEST(Settle, OfTooManySetsTheSmallerOnesAreListed) {
    const Settled settled(criterion("at least 7 of (" + numbered("x", 14, ", ") + ")"), "", flags("x", 14));
    EXPECT_TRUE(settled.settlement.complete);
    const FindingSets& sets = settled.settlement.findings.front();
    EXPECT_FALSE(sets.all_sets);
    EXPECT_EQ(sets.sets.size(), limits::max_settling_sets);
}

TEST(Settle, OfTooManyWaysSomeAreListed) {
    const Settled settled(criterion("first.date + 1 day = second.date"),
                          "  first.date: 2015-01-01..2015-03-31\n  second.date: 2015-01-01..2015-03-31\n");
    const SettlingSet& set = settled.settlement.findings.front().sets.front();
    EXPECT_EQ(set.things.size(), 2u);
    EXPECT_FALSE(set.all_ways);
    EXPECT_EQ(set.ways.size(), limits::max_settling_ways);
}

// Each flag of the first half must be kept in mind until its partner comes up.
TEST(Settle, WhenTheDiagramsGrowTooLargeNothingIsSaid) {
    std::string pairs;
    for (int number = 1; number <= 20; ++number)
        pairs += (number > 1 ? ", " : "") + ("(x" + std::to_string(number) + " and y" + std::to_string(number) + ")");
    const Settled settled(criterion("any of (" + numbered("x", 20, ", ") + ") and any of (" + pairs + ")"), "",
                          flags("x", 20) + flags("y", 20));
    EXPECT_FALSE(settled.settlement.complete);
    EXPECT_TRUE(settled.settlement.findings.empty());
    EXPECT_TRUE(settled.settlement.irrelevant.empty());
}

TEST(Settle, WhenTooManyCompletionsWouldBeTriedNothingIsSaid) {
    std::string body;
    std::string sum;
    for (int number = 1; number <= 14; ++number)
        sum += (number > 1 ? " + " : "") + ("(if x" + std::to_string(number) + " then 1 else 2)");
    for (int number = 1; number <= 14; ++number)
        body +=
            "criterion " + std::to_string(number) + " \"One\"\n  requires " + sum + " + " + std::to_string(number) + " >= 20\n";
    const Settled settled(body, "", flags("x", 14));
    EXPECT_FALSE(settled.settlement.complete);
    EXPECT_TRUE(settled.settlement.findings.empty());
}

}  // namespace
}  // namespace warrant::testing
