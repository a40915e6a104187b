// Rewritten expectations hold, and nothing else of the suite moves; what froze a suite notices every change of meaning.
#include "interpreter/suite/accept.hpp"
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::suite_test {
namespace {

ChangedSuite accepted(const std::string& suite) {
    const Ran ran(suite);
    EXPECT_EQ(ran.mistakes(), "");
    return accept_found(ran.results.front(), ran.sources);
}

// What is expected now, when the whole suite holds with it.
std::string accepted_expectation(const std::string& expect) {
    const std::string suite = suite_with(expect);
    const ChangedSuite changed = accepted(suite);
    EXPECT_EQ(changed.tests, 1u);
    EXPECT_EQ(changed.untouched, 0u);
    const Ran again(changed.text);
    EXPECT_EQ(again.mistakes() + again.mismatches(), "") << changed.text;
    const std::string kept = suite.substr(0, suite.size() - expect.size());
    EXPECT_TRUE(changed.text.starts_with(kept)) << changed.text;
    return changed.text.substr(kept.size());
}

TEST(Accept, ValuesInBracesAreReplacedAddedAndTakenOut) {
    EXPECT_EQ(accepted_expectation(
                  "    expect: {finding: undetermined, quantity: [], unknown: [1, 2], met: 3, missing: job.demand}\n"),
              "    expect: {finding: supported, met: [3, 1, 2], missing: []}\n");
    EXPECT_EQ(accepted_expectation("    expect: {not_met: [1], finding: supported}\n"),
              "    expect: {finding: supported, met: [1]}\n");
    EXPECT_EQ(accepted_expectation("    expect: {finding: supported, not_applicable: [], assumed: []}  # as it was\n"),
              "    expect: {finding: supported, not_applicable: [], assumed: [program.completed]}  # as it was\n");
}

TEST(Accept, LinesAreReplacedAddedAndTakenOut) {
    EXPECT_EQ(accepted_expectation(
                  "    expect:\n      finding: not supported  # a remark\n      not_met:\n        - \"1\"\n        - 2\n"
                  "      proposed: upheld\n"),
              "    expect:\n      finding: supported  # a remark\n      proposed: overturned\n      met: [1, 2]\n");
    EXPECT_EQ(accepted_expectation(
                  "    change: {requests.0.duration: 3 weeks}\n    expect:\n      finding: supported\n      met: [6, 5]\n"),
              "    change: {requests.0.duration: 3 weeks}\n    expect:\n      finding: partly supported\n      met: [5]\n      "
              "not_met: [6]\n");
}

TEST(Accept, TheDifferenceShowsTheLinesBeforeAndAfter) {
    EXPECT_EQ(
        accepted(suite_with("    expect:\n      finding: undetermined\n      met: [1]\n")).difference,
        "demo.strengthening/2009: the test\n  suite.yaml:18\n  -      finding: undetermined\n  +      finding: supported\n");
}

TEST(Accept, ACitationIsReplacedWhereOneOtherStandsForIt) {
    const std::string over = "    change: {requests.0.duration: 3 weeks}\n    expect: {finding: partly supported, cites: ";
    EXPECT_EQ(accepted_expectation(over + "[p. 12, pp. 10-11]}\n"), over + "[p. 11, pp. 10-11]}\n");
    EXPECT_EQ(accepted_expectation(over + "[6 p. 12]}\n"), over + "[6 p. 11]}\n");
    const ChangedSuite changed = accepted(suite_with(over + "[p. 12]}\n"));
    EXPECT_EQ(changed.tests, 0u);
    EXPECT_EQ(changed.untouched, 1u);
}

TEST(Accept, PublishedDecisionsAreNeverRewritten) {
    std::string suite =
        suite_with("    published: {forum: CA-IMR, outcome: overturned}\n    expect: {finding: undetermined, met: [1]}\n");
    const std::string synthetic = "origin: synthetic";
    suite.replace(suite.find(synthetic), synthetic.size(), "origin: decision-1");
    const ChangedSuite changed = accepted(suite);
    EXPECT_EQ(changed.text, suite);
    EXPECT_EQ(changed.tests, 0u);
    EXPECT_EQ(changed.untouched, 1u);
}

// ---- frozen suites

std::string frozen(const std::string& suite) {
    Ran ran(suite);
    EXPECT_EQ(ran.mistakes() + ran.mismatches(), "");
    const Meaning meaning = meaning_of(*ran.suite, ran.shelf, ran.plans, ran.diagnostics);
    return freeze(*ran.suite, meaning, "tried out: once", ran.sources).text;
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
    return text.replace(text.find(before), before.size(), after);
}

// Of a suite, with a text of the shelf replaced by another.
std::string mismatches(const std::string& suite, const std::string& before = "", const std::string& after = "") {
    const Ran ran(suite, "suite.yaml", before, after);
    EXPECT_EQ(ran.mistakes(), "");
    return ran.mismatches();
}

TEST(Freeze, HoldsAsLongAsNothingThatCountsChanges) {
    const std::string suite = frozen(suite_with("    expect: {finding: supported, met: [1]}\n"));
    EXPECT_NE(suite.find("\nedition: 2009\nfrozen: {guideline: "), std::string::npos) << suite;
    EXPECT_NE(suite.find(", because: \"tried out: once\"}\n"), std::string::npos) << suite;
    EXPECT_EQ(mismatches(suite), "");
    EXPECT_EQ(mismatches(replaced(suite, "because: it shows", "because: # a remark\n      it still shows")), "");
    EXPECT_EQ(mismatches(replaced(suite, "{finding: supported, met: [1]}", "{met:   [1], finding: supported}")), "");
    EXPECT_EQ(mismatches(suite, "\"Functional limitations", "# a remark\n  \"Functional limitations"), "");
}

TEST(Freeze, AChangedCaseOrExpectationFails) {
    const std::string suite = frozen(suite_with("    expect: {finding: supported, met: [1]}\n"));
    EXPECT_NE(mismatches(replaced(suite, "goal.training: no", "goal.training: unknown")), "");
    EXPECT_NE(mismatches(replaced(suite, "met: [1]", "met: [2]")), "");
    EXPECT_EQ(mismatches(replaced(suite, "duration: 2 weeks", "duration: 1 week")).find("what the guideline means"),
              std::string::npos);
}

TEST(Freeze, AChangedThresholdOrLabelOfTheGuidelineFails) {
    const std::string suite = frozen(suite_with("    expect: {finding: supported, met: [1]}\n"));
    for (const auto& [before, after] : {std::pair("4 hours/day", "3 hours/day"),
                                        std::pair("four consecutive weeks", "four weeks"), std::pair("page 11", "page 12")}) {
        const std::string said = mismatches(suite, before, after);
        EXPECT_TRUE(said.starts_with("what the guideline means, since it was frozen: ")) << before << "\n" << said;
    }
}

TEST(Freeze, ASuiteInBracesIsFrozenWithinThem) {
    const std::string suite = frozen(
        "{suite: demo.heat, edition: 2009, tests: [{name: a, origin: synthetic, because: x,\n"
        "  case: {requests: [{service: heat}]}, expect: {finding: undetermined}}]}\n");
    EXPECT_NE(suite.find(", edition: 2009, frozen: {guideline: "), std::string::npos) << suite;
    EXPECT_EQ(mismatches(suite), "");
}

TEST(Freeze, FreezingAgainReplacesWhatStoodThere) {
    const std::string once = frozen(suite_with("    expect: {finding: supported}\n"));
    const std::string changed = replaced(once, "duration: 2 weeks", "duration: 1 week");
    Ran ran(changed);
    const Meaning meaning = meaning_of(*ran.suite, ran.shelf, ran.plans, ran.diagnostics);
    const std::string again = freeze(*ran.suite, meaning, "a week is asked", ran.sources).text;
    EXPECT_EQ(mismatches(again), "");
    EXPECT_EQ(again.find("tried out"), std::string::npos);
    EXPECT_EQ(again.find("frozen:", again.find("frozen:") + 1), std::string::npos);
}

}  // namespace
}  // namespace warrant::suite_test
