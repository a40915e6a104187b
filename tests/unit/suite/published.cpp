// Published decisions: how a finding bears on one, and that a reason stands exactly where the two do not agree.
#include "interpreter/suite/published.hpp"
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::suite_test {
namespace {

using Outcome = PublishedDecision::Outcome;

TEST(Published, ASettledFindingAgreesOrDiffers) {
    EXPECT_EQ(bearing_of(Outcome::upheld, FindingName::not_supported), Bearing::agrees);
    EXPECT_EQ(bearing_of(Outcome::overturned, FindingName::supported), Bearing::agrees);
    EXPECT_EQ(bearing_of(Outcome::mixed, FindingName::partly_supported), Bearing::agrees);
    EXPECT_EQ(bearing_of(Outcome::upheld, FindingName::supported), Bearing::differs);
    EXPECT_EQ(bearing_of(Outcome::overturned, FindingName::partly_supported), Bearing::differs);
    EXPECT_EQ(bearing_of(Outcome::mixed, FindingName::not_supported), Bearing::differs);
}

TEST(Published, SilenceAgreesWithADenialAlone) {
    EXPECT_EQ(bearing_of(Outcome::upheld, FindingName::undetermined), Bearing::by_silence);
    EXPECT_EQ(bearing_of(Outcome::overturned, FindingName::undetermined), Bearing::set_aside);
    EXPECT_EQ(bearing_of(Outcome::mixed, FindingName::undetermined), Bearing::set_aside);
    EXPECT_EQ(bearing_of(Outcome::upheld, FindingName::not_addressed), Bearing::set_aside);
}

TEST(Published, ADecisionThatWasAnnulledOrNotSeenComparesWithNothing) {
    for (const Outcome outcome : {Outcome::set_aside, Outcome::unknown}) {
        EXPECT_EQ(bearing_of(outcome, FindingName::supported), Bearing::set_aside);
        EXPECT_EQ(bearing_of(outcome, FindingName::not_supported), Bearing::set_aside);
        EXPECT_EQ(bearing_of(outcome, FindingName::undetermined), Bearing::set_aside);
    }
}

// A suite with one decision on the favourable case, which is found supported.
std::string decided(const std::string& published, const std::string& change = "", const std::string& finding = "supported") {
    std::string text = suite_with(change + "    published: " + published + "\n    expect: {finding: " + finding + "}\n");
    const std::string synthetic = "origin: synthetic";
    return text.replace(text.find(synthetic), synthetic.size(), "origin: decision-1");
}

TEST(Published, AReasonStandsWhereTheTwoDoNotAgree) {
    const auto mismatches = [](const std::string& suite) {
        const Ran ran(suite);
        return ran.mistakes() + ran.mismatches();
    };
    EXPECT_EQ(mismatches(decided("{forum: CA-IMR, outcome: overturned}")), "");
    EXPECT_EQ(mismatches(decided("{forum: CA-IMR, outcome: upheld, reason: the letter names another fact}")), "");
    EXPECT_EQ(mismatches(decided("{forum: CA-IMR, outcome: upheld}")), "published: a reason in words beside `differs`; none\n");
    EXPECT_EQ(mismatches(decided("{forum: CA-IMR, outcome: overturned, reason: needless}")),
              "published: no reason beside `settled and agrees`; needless\n");
    EXPECT_EQ(mismatches(decided("{forum: CA-IMR, outcome: unknown}")),
              "published: a reason in words beside `set aside: what is stated does not suffice`; none\n");
}

TEST(Published, CountsAreOfEachState) {
    std::vector<SuiteResult> results;
    Ran agrees(decided("{forum: CA-WCAB, outcome: overturned}"));
    Ran differs(decided("{forum: TX-MCCH, outcome: upheld, under: ODG, reason: the letter names another fact}"));
    for (const Ran* ran : {&agrees, &differs}) {
        ASSERT_EQ(ran->mistakes() + ran->mismatches(), "");
        results.push_back(ran->results.front());
    }
    const auto tallies = published_tallies(results);
    EXPECT_EQ(tallies[0].state, "California");
    EXPECT_EQ(tallies[0].counts, (std::array<std::size_t, 4>{1, 0, 0, 0}));
    EXPECT_EQ(tallies[1].counts, (std::array<std::size_t, 4>{0, 0, 1, 0}));
    EXPECT_EQ(render_published_text(results),
              "Published decisions, on the facts that they state     California   Texas\n"
              "settled and agrees                                             1       0\n"
              "agrees by silence: undetermined, and denied                    0       0\n"
              "differs                                                        0       1\n"
              "set aside: what is stated does not suffice                     0       0\n"
              "in all                                                         1       1\n"
              "\n"
              "Texas decides under a sister guideline: its decisions are facts and reasons, and\n"
              "no authority on these texts.\n"
              "\n"
              "differs\n"
              "  decision-1, demo.strengthening/2009: the test\n"
              "    decided under ODG: upheld; found: supported\n"
              "    the letter names another fact\n");
}

}  // namespace
}  // namespace warrant::suite_test
