// Each kind of expectation: it holds where it should, and where it does not, what was expected and found is told with the part
// of the justification that made the difference.
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::suite_test {
namespace {

std::string mismatches(const std::string& test) {
    const Ran ran(suite_with(test));
    EXPECT_EQ(ran.mistakes(), "");
    return ran.mismatches();
}

TEST(Expectations, AllHold) {
    EXPECT_EQ(mismatches("    expect: {finding: supported, proposed: overturned, met: [1, 2, 3, 4, 4a, 5, 6], missing: [],\n"
                         "             assumed: [program.completed], cites: [pp. 10-11]}\n"),
              "");
    EXPECT_EQ(mismatches("    change: {requests.0.duration: 3 weeks}\n"
                         "    expect: {finding: partly supported, quantity: 2 weeks, not_met: [6], cites: p. 11}\n"),
              "");
    EXPECT_EQ(mismatches("    remove: [facts.job.demand]\n"
                         "    expect: {finding: undetermined, as_far_as_encoded: undetermined, quantity: [], unknown: 1,\n"
                         "             missing: [job.demand], not_applicable: [], excepted: []}\n"),
              "");
}

// A guideline that adds to others is tested through a section that governs; its parts are named after it.
TEST(Expectations, PartsOfAGuidelineThatAdds) {
    const auto suite = [](const std::string& name, const std::string& edition, const std::string& expect) {
        const Ran ran(suite_of_visits(name, edition, expect));
        return ran.mistakes() + ran.mismatches();
    };
    const std::string expect =
        "{finding: partly supported, quantity: 4 visits, met: [1, visit_caps.2], not_met: [2, visit_caps.1]}\n";
    EXPECT_EQ(suite("demo.therapy", "2009", expect), "");
    EXPECT_EQ(suite("law.visit_caps", "2004", "{finding: partly supported, not_met: visit_caps.1, met: visit_caps.2}\n"), "");
    EXPECT_NE(
        suite("law.visit_caps", "2004", "{finding: partly supported, not_met: visit_caps.9}\n").find("[unknown-criterion]"),
        std::string::npos);
}

TEST(Expectations, FindingAndOutcome) {
    EXPECT_EQ(mismatches("    expect: {finding: undetermined, as_far_as_encoded: not supported, proposed: upheld}\n"),
              "finding: undetermined; supported\nas far as encoded: not supported; supported\nproposed: upheld; overturned\n");
    EXPECT_EQ(mismatches("    remove: [procedure]\n    expect: {finding: supported, proposed: upheld}\n"),
              "proposed: upheld; nothing\n");
}

TEST(Expectations, Quantity) {
    EXPECT_EQ(
        mismatches("    change: {requests.0.duration: 3 weeks}\n    expect: {finding: partly supported, quantity: 1 week}\n"),
        "quantity: 1 week; 2 weeks\n");
    EXPECT_EQ(mismatches("    change: {requests.0.duration: 3 weeks}\n    expect: {finding: partly supported, quantity: []}\n"),
              "quantity: none; 2 weeks\n");
    EXPECT_EQ(mismatches("    remove: [requests.0.duration]\n    expect: {finding: undetermined, quantity: 1 week}\n"),
              "quantity: 1 week; none\n");
}

TEST(Expectations, StatusesOfParts) {
    EXPECT_EQ(mismatches("    change: {facts.surgery.warranted: yes}\n"
                         "    expect: {finding: not supported, met: [1, 2], not_met: [3], unknown: [4]}\n"),
              "part 2: met; not met\npart 3: not met; met\npart 4: unknown; met\n");
    EXPECT_EQ(mismatches("    expect: {finding: supported, not_applicable: [5], excepted: [6]}\n"),
              "part 5: does not apply; met\npart 6: excepted; met\n");
}

TEST(Expectations, SectionThatDoesNotGovern) {
    EXPECT_EQ(mismatches("    change: {requests.0.service: massage}\n    expect: {finding: not addressed, met: [1]}\n"),
              "part 1: met; not looked at: the section does not govern\n");
}

TEST(Expectations, Facts) {
    EXPECT_EQ(
        mismatches("    remove: [facts.job.demand]\n    expect: {finding: undetermined, missing: [goal.job], assumed: []}\n"),
        "missing: goal.job; job.demand\nassumed: none; program.completed\n");
}

TEST(Expectations, Citations) {
    EXPECT_EQ(mismatches("    expect: {finding: supported, cites: [p. 12]}\n"), "cites: p. 12; p. 11, pp. 10-11\n");
}

TEST(Expectations, ACitationOfOnePart) {
    const std::string over = "    change: {requests.0.duration: 3 weeks}\n    expect: {finding: partly supported, cites: ";
    EXPECT_EQ(mismatches(over + "[6 p. 11]}\n"), "");
    EXPECT_EQ(mismatches(over + "[5 p. 11]}\n"), "cites: 5 p. 11; p. 11, pp. 10-11\n");
}

TEST(Expectations, TheBranchThatMadeTheDifferenceIsShown) {
    const Ran ran(suite_with("    remove: [facts.job.demand]\n    expect: {finding: supported, met: [3]}\n"));
    const std::string text = render_results_text(ran.results, ran.sources);
    EXPECT_NE(text.find("FAILED demo.strengthening/2009: the test\n  suite.yaml:18\n"), std::string::npos) << text;
    EXPECT_NE(text.find("physical demand level of the current job: not documented"), std::string::npos) << text;
    EXPECT_EQ(text.find("surgery"), std::string::npos) << text;
    EXPECT_NE(text.find("demo/2009: 1 test, 0 passed, 1 failed\nin all: 1 test, 0 passed, 1 failed\n"), std::string::npos)
        << text;
}

}  // namespace
}  // namespace warrant::suite_test
