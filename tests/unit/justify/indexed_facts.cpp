// How facts for each value of a choice are shown and asked for: with the value in their words, and only those whose value the
// index may be.
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::test {

namespace {

std::string questions(const SectionView& section) {
    std::string text;
    for (const NeededFact& needed : section.needed) {
        text += needed.ask + (needed.wanted.empty() ? "" : " " + needed.wanted) + "\n";
    }
    return text;
}

TEST(IndexedFacts, AreNamedWithTheirValue) {
    EXPECT_EQ(reasons_for("therapy.tried(massage)", "  therapy.tried: {massage: yes}\n"), "treatment tried: massage: yes\n");
    EXPECT_EQ(reasons_for("history.visits(traction) < 6 visits", "  history.visits(traction): 4 visits\n"),
              "visits already had: traction: 4 visits < 6 visits\n");
}

TEST(IndexedFacts, OfTheRequestedServiceAreThoseOfThatService) {
    EXPECT_EQ(reasons_for("history.visits(request.service) < 6 visits",
                          "  history.visits: {strengthening: 4 visits, massage: 9 visits}\n"),
              "visits already had: strengthening program: 4 visits < 6 visits\n");
    EXPECT_EQ(reasons_for("therapy.tried(request.service)", ""), "treatment tried: strengthening program: not documented\n");
}

TEST(IndexedFacts, AreAskedForWithTheirValue) {
    const SectionView section =
        section_of(criterion("1", "therapy.tried(request.service) and history.visits(request.service) < 6 visits"), "");
    EXPECT_EQ(questions(section),
              "Has the worker tried it: strengthening program? yes\n"
              "How many visits has the worker had: strengthening program? under 6 visits\n");
}

TEST(IndexedFacts, AnOpenIndexLeavesItsPossibleValues) {
    const std::string setting = "(if pain.chronic then massage else traction)";
    const SectionView section = section_of(criterion("1", "therapy.tried(request.service) or therapy.tried" + setting), "");
    EXPECT_EQ(questions(section),
              "Has the worker tried it: strengthening program? yes\n"
              "Has the pain lasted more than three months?\n"
              "Has the worker tried it: massage? yes\n"
              "Has the worker tried it: traction? yes\n");
    // Where both agree the index does not matter.
    EXPECT_EQ(section_of(criterion("1", "therapy.tried" + setting), "  therapy.tried: {massage: yes, traction: yes}\n").finding,
              FindingName::supported);
    EXPECT_EQ(section_of(criterion("1", "therapy.tried" + setting), "  therapy.tried: {massage: yes, traction: no}\n").finding,
              FindingName::undetermined);
}

TEST(IndexedFacts, OneIsAssumedWithoutTheOthers) {
    const std::string body = criterion("1", "history.visits(massage) < 6 visits and history.visits(traction) < 6 visits") +
                             "assume history.visits(massage) = 0 visits unless shown\n  because \"It is rarely given.\"\n";
    const SectionView section = section_of(body, "");
    EXPECT_EQ(questions(section), "How many visits has the worker had: traction? under 6 visits\n");
    ASSERT_EQ(section.assumed.size(), 1U);
}

}  // namespace

}  // namespace warrant::test
