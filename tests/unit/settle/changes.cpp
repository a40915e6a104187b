// What changes() says of guidelines written for it: what is known, what is assumed, what is compared, and what a change may be.
#include "tests/unit/settle/settled.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

std::string sets(const Settled& settled, const Changes& changed, FindingName finding) {
    return settled.sets_in(changed.things, changed.findings, finding);
}

TEST(Changes, OfAFindingThatTheRecordRulesOutTheSmallestSetsAreNamed) {
    const Settled settled(criterion("a and (b or level >= 3)"), "  a: no\n  b: no\n  level: 2\n");
    const Changes changed = settled.changes();
    EXPECT_EQ(sets(settled, changed, FindingName::supported), "a, b; a, level");
    EXPECT_TRUE(changed.exact);
    EXPECT_TRUE(changed.complete);
    EXPECT_FALSE(changed.lists_held);
}

TEST(Changes, AFindingThatTheRecordAllowsNeedsNone) {
    const Settled settled(criterion("a and b"), "  a: yes\n");
    const Changes changed = settled.changes();
    EXPECT_EQ(sets(settled, changed, FindingName::supported), "");
    EXPECT_EQ(sets(settled, changed, FindingName::not_supported), "");
    EXPECT_EQ(settled.sets(FindingName::not_supported), "b");
}

TEST(Changes, WhatTheRecordLeavesOpenMayHaveToBeShownBesides) {
    const Settled settled(criterion("a and b"), "  a: no\n");
    EXPECT_EQ(sets(settled, settled.changes(), FindingName::supported), "a, b");
}

TEST(Changes, ARangeOnRecordIsHeldAsItIs) {
    const Settled settled(criterion("level >= 3 and a"), "  a: yes\n  level: 1..2\n");
    const Changes changed = settled.changes();
    ASSERT_EQ(sets(settled, changed, FindingName::supported), "level");
    const OpenThing* level = nullptr;
    for (const OpenThing& thing : changed.things) {
        if (std::holds_alternative<OrderedSet>(thing.regions.front())) level = &thing;
    }
    ASSERT_NE(level, nullptr);
    const std::vector<ValueSet> expected = {OrderedSet{unbounded_low, 999'999}, OrderedSet{1'000'000, 2'000'000},
                                            OrderedSet{2'000'001, 2'999'999}, OrderedSet{3'000'000, 3'000'000},
                                            OrderedSet{3'000'001, unbounded_high}};
    EXPECT_EQ(level->regions, expected);
    EXPECT_EQ(level->recorded, (Allowed{false, true, false, false, false}));
}

TEST(Changes, WhatIsAssumedMayBeShownToBeOtherwise) {
    const std::string body = criterion("a and done.visits <= 3 visits") +
                             "assume done.visits = 0 visits unless shown\n  because \"It is the first request.\"\n";
    const Settled settled(body, "  a: yes\n");
    EXPECT_EQ(settled.settlement.whatever, FindingName::supported);
    EXPECT_EQ(sets(settled, settled.changes(), FindingName::not_supported), "done.visits; a");
}

TEST(Changes, DatesThatAreComparedAreChangedOneAtATime) {
    const Settled settled(criterion("a and first.date <= second.date"),
                          "  a: no\n  first.date: 2015-03-01\n  second.date: 2015-02-01\n");
    const Changes changed = settled.changes();
    EXPECT_EQ(sets(settled, changed, FindingName::supported), "a, first.date; a, second.date");
    ASSERT_EQ(changed.apart.size(), 1u);
    EXPECT_EQ(settled.names({changed.apart.front().first, changed.apart.front().second}), "first.date, second.date");
    EXPECT_TRUE(changed.exact);
    EXPECT_TRUE(changed.complete);
}

TEST(Changes, ADateThatIsComparedWithAnOpenOneStays) {
    const Settled settled(criterion("a and first.date <= second.date"), "  a: no\n  first.date: 2015-03-01\n");
    const Changes changed = settled.changes();
    EXPECT_EQ(sets(settled, changed, FindingName::supported), "a, second.date");
    ASSERT_EQ(changed.apart.size(), 1u);
    EXPECT_EQ(settled.names({changed.apart.front().first}), "first.date");
}

TEST(Changes, ListsAreLeftAsTheyAre) {
    const Settled settled(criterion("a and some (one in drugs) has (one.strong)"), "  a: no\n  drugs: none\n");
    const Changes changed = settled.changes();
    EXPECT_TRUE(changed.lists_held);
    EXPECT_EQ(sets(settled, changed, FindingName::supported), "");
}

}  // namespace
}  // namespace warrant::testing
