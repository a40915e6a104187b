// What passing tests see, what they do not, and that the tests written for gaps close them.
#include "interpreter/suite/coverage.hpp"
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::suite_test {
namespace {

GuidelineCoverage covered(Ran& ran) {
    EXPECT_EQ(ran.mistakes() + ran.mismatches(), "");
    return cover(ran.results, ran.shelf, ran.plans, ran.diagnostics).front();
}

bool has_gap(const GuidelineCoverage& coverage, const std::string& part, Seen seen) {
    return std::any_of(coverage.gaps.begin(), coverage.gaps.end(),
                       [&](const Gap& gap) { return gap.part == part && gap.seen == seen; });
}

// Seven parts of which two are limits, and an exception: 5 * 3 + 2 * 2 + 3.
constexpr std::size_t wanted = 22;

TEST(Coverage, ASupportedCaseSeesEachCriterionTrue) {
    Ran ran(suite_with("    expect: {finding: supported}\n"));
    const GuidelineCoverage coverage = covered(ran);
    EXPECT_EQ(coverage.wanted, wanted);
    EXPECT_EQ(coverage.seen, 5u);
    for (const std::string part : {"1", "2", "3", "4", "4a"}) {
        EXPECT_FALSE(has_gap(coverage, part, Seen::yes)) << part;
        EXPECT_TRUE(has_gap(coverage, part, Seen::no)) << part;
        EXPECT_TRUE(has_gap(coverage, part, Seen::unknown)) << part;
    }
    EXPECT_TRUE(has_gap(coverage, "5", Seen::no));
    EXPECT_TRUE(has_gap(coverage, "6.gains", Seen::no));
}

TEST(Coverage, OfTwoFailingCriteriaNeitherMattersAlone) {
    Ran ran(suite_with(
        "    change: {facts.surgery.warranted: yes, facts.job.demand: light}\n    expect: {finding: not supported}\n"));
    EXPECT_EQ(covered(ran).seen, 0u);
    Ran one(suite_with("    change: {facts.surgery.warranted: yes}\n    expect: {finding: not supported}\n"));
    const GuidelineCoverage coverage = covered(one);
    EXPECT_EQ(coverage.seen, 1u);
    EXPECT_FALSE(has_gap(coverage, "2", Seen::no));
}

// Tests for gaps are looked for among other values of facts; the case's lists stay.
TEST(Coverage, OtherValuesAreTriedWithTheListsOfTheCase) {
    Ran ran(R"(suite: demo.infusion
edition: 2009
cases:
  listed:
    requests:
      - {service: infusion, quantity: 1 visit, date: 2015-06-09}
    facts:
      medications: [{drug: morphine, dose: 60 milligrams/day, opioid: yes, started: 2015-01-01}]
      examinations: [{day: 2015-06-01, pain: 8}]
tests:
  - name: as listed
    origin: synthetic
    because: the list has what is asked for
    base: listed
    expect: {finding: supported}
)");
    const GuidelineCoverage coverage = covered(ran);
    EXPECT_FALSE(has_gap(coverage, "1", Seen::yes));
    for (const std::string part : {"5"}) {
        const auto gap = std::find_if(coverage.gaps.begin(), coverage.gaps.end(),
                                      [&](const Gap& other) { return other.part == part && other.seen == Seen::no; });
        ASSERT_NE(gap, coverage.gaps.end()) << part;
        EXPECT_NE(gap->skeleton, "") << part;
    }
}

// A row is seen where it applies and another row's results would change the finding: by one look-up or another.
TEST(Coverage, ARowIsSeenWhereAnotherWouldChangeTheFinding) {
    const auto heat = [](const std::string& kind, const std::string& asked, const std::string& finding) {
        return "suite: demo.heat\nedition: 2009\ntests:\n  - name: rows\n    origin: synthetic\n    because: x\n"
               "    case:\n      requests: [{service: heat, " +
               asked + ", date: 2015-06-09}]\n      facts: {dose.total: 1.5 hours/day, complaint.kind: " + kind +
               "}\n    expect: {finding: " + finding + "}\n";
    };
    Ran over(heat("myalgia", "quantity: 12 visits, duration: 4 weeks", "partly supported"));
    const std::string row = "row myalgia or myositis of heat_maximum";
    EXPECT_FALSE(has_gap(covered(over), row, Seen::yes));
    Ran within(heat("myalgia", "quantity: 1 visit, duration: 1 week", "supported"));
    const GuidelineCoverage coverage = covered(within);
    EXPECT_TRUE(has_gap(coverage, row, Seen::yes));
    EXPECT_FALSE(has_gap(coverage, row, Seen::no));
    const auto gap = std::find_if(coverage.gaps.begin(), coverage.gaps.end(), [&](const Gap& one) { return one.part == row; });
    EXPECT_NE(gap->skeleton, "");
}

TEST(Coverage, ALimitIsSeenWhereMoreIsAsked) {
    Ran ran(suite_with("    change: {requests.0.duration: 3 weeks}\n    expect: {finding: partly supported}\n"));
    const GuidelineCoverage coverage = covered(ran);
    EXPECT_FALSE(has_gap(coverage, "6", Seen::no));
    EXPECT_FALSE(has_gap(coverage, "6.gains", Seen::no));
    EXPECT_TRUE(has_gap(coverage, "5", Seen::no));
}

TEST(Coverage, AnExpectedQuantityIsSeenToo) {
    const std::string change = "    change: {requests.0.duration: 5 weeks}\n";
    Ran without(suite_with(change + "    expect: {finding: partly supported}\n"));
    EXPECT_TRUE(has_gap(covered(without), "6", Seen::no));
    Ran with(suite_with(change + "    expect: {finding: partly supported, quantity: 2 weeks}\n"));
    const GuidelineCoverage coverage = covered(with);
    EXPECT_FALSE(has_gap(coverage, "6", Seen::no));
    EXPECT_TRUE(has_gap(coverage, "5", Seen::no));
}

TEST(Coverage, ATestThatFailsSeesNothing) {
    Ran ran(suite_with("    expect: {finding: undetermined}\n"));
    const GuidelineCoverage coverage = cover(ran.results, ran.shelf, ran.plans, ran.diagnostics).front();
    EXPECT_EQ(coverage.seen, 0u);
    EXPECT_EQ(coverage.percent(), 0u);
}

TEST(Coverage, TheTestsWrittenForGapsCloseThem) {
    const std::string first = suite_with("    expect: {finding: supported}\n");
    Ran ran(first);
    std::string all = first;
    for (const Gap& gap : covered(ran).gaps) {
        EXPECT_NE(gap.skeleton, "") << gap.part << " " << words_of(gap.seen);
        all += gap.skeleton;
    }
    Ran closed(all);
    const GuidelineCoverage coverage = covered(closed);
    EXPECT_EQ(coverage.seen, wanted) << render_coverage_text({coverage});
    EXPECT_EQ(coverage.percent(), 100u);
}

// Whichever is under test, the section or what adds to it: the parts of the other are not asked for.
TEST(Coverage, OfWhatIsAddedItsOwnSuite) {
    const std::string expect = "{finding: partly supported, quantity: 4 visits}\n";
    Ran section(suite_of_visits("demo.therapy", "2009", expect));
    const GuidelineCoverage own = covered(section);
    EXPECT_EQ(own.wanted, 5u) << render_coverage_text({own});
    EXPECT_FALSE(has_gap(own, "1", Seen::yes));
    EXPECT_TRUE(has_gap(own, "2", Seen::no)) << "the cap that is added is lower";
    Ran adding(suite_of_visits("law.visit_caps", "2004", expect));
    const GuidelineCoverage added = covered(adding);
    EXPECT_EQ(added.wanted, 5u) << render_coverage_text({added});
    EXPECT_FALSE(has_gap(added, "visit_caps.1", Seen::no));
    EXPECT_FALSE(has_gap(added, "visit_caps.2", Seen::yes));
    ASSERT_TRUE(has_gap(added, "visit_caps.2", Seen::no));
    for (const Gap& gap : added.gaps) EXPECT_NE(gap.skeleton, "") << gap.part;
}

std::string excusing(const std::string& excuse) {
    return suite_with("    expect: {finding: supported}\n") + "excused:\n  - " + excuse + "\n";
}

TEST(Coverage, AnExcuseCountsAndANeedlessOneIsNamed) {
    Ran ran(excusing("{part: 4a, seen: unknown, because: it is always known}"));
    const GuidelineCoverage coverage = covered(ran);
    EXPECT_EQ(coverage.seen, 6u);
    EXPECT_FALSE(has_gap(coverage, "4a", Seen::unknown));
    EXPECT_TRUE(coverage.needless.empty());
    Ran needless(excusing("{part: 4a, seen: true, because: it is seen}"));
    EXPECT_EQ(covered(needless).needless, std::vector<std::string>{"4a, true"});
}

TEST(Coverage, AnExcuseOfNothingIsAMistake) {
    Ran ran(excusing("{part: 4b, seen: unknown, because: there is none}"));
    covered(ran);
    EXPECT_NE(ran.mistakes().find("nothing asks that `4b` is seen unknown"), std::string::npos) << ran.mistakes();
    Ran limit(excusing("{part: 5, seen: true, because: a limit}"));
    covered(limit);
    EXPECT_EQ(limit.diagnostics.errors(), 1u);
}

}  // namespace
}  // namespace warrant::suite_test
