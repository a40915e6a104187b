// What a test may change and remove of its base, wherever the base writes it.
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::suite_test {
namespace {

// Whether the case of the test, so changed, is found as expected without a mistake.
void expect_found(const std::string& test, const std::string& finding) {
    const Ran ran(suite_with(test + "    expect: {finding: " + finding + "}\n"));
    EXPECT_EQ(ran.mistakes() + ran.mismatches(), "") << test;
}

std::string mistakes(const std::string& test) {
    return Ran(suite_with(test + "    expect: {finding: supported}\n")).mistakes();
}

TEST(Cases, FactsAreChangedDottedOrNestedOrNew) {
    expect_found("", "supported");
    expect_found("    change: {facts.job.demand: light}\n", "not supported");
    expect_found("    change: {facts.claim.liability: disputed}\n", "supported");
    expect_found("    change: {facts.program.completed: 4 weeks}\n", "not supported");
    expect_found("    change: {facts.job.demand: {one_of: [light, medium]}}\n", "undetermined");
    expect_found("    change: {facts.job: {demand: light}}\n    remove: [facts.job.demand]\n", "not supported");
}

TEST(Cases, RequestsAndHeadingsAreChanged) {
    expect_found("    change: {requests.0.duration: 3 weeks}\n", "partly supported");
    expect_found("    change: {requests.0.frequency: 2 visits/week}\n", "supported");
    expect_found("    change: {requests: [{service: strengthening}]}\n", "undetermined");
    expect_found("    change: {documents: {note: {kind: pr2}}, facts.job.demand: {value: light, document: note}}\n",
                 "not supported");
}

TEST(Cases, RemovedIsNotDocumented) {
    expect_found("    remove: [facts.job.demand]\n", "undetermined");
    expect_found("    remove: [requests.0.duration]\n", "undetermined");
    expect_found("    remove: [facts]\n", "undetermined");
    expect_found("    remove: [facts]\n    change: {facts.surgery.warranted: yes}\n", "not supported");
}

TEST(Cases, MistakesPointAtTheChange) {
    EXPECT_NE(mistakes("    change: {facts.job.demnd: light}\n").find("suite.yaml:22:20: error: no fact `job.demnd`"),
              std::string::npos)
        << mistakes("    change: {facts.job.demnd: light}\n");
    EXPECT_NE(mistakes("    change: {facts.job.demand: lite}\n").find("suite.yaml:22:32"), std::string::npos)
        << mistakes("    change: {facts.job.demand: lite}\n");
    EXPECT_NE(mistakes("    change: {requests.1.duration: 3 weeks}\n").find("did you mean `requests.0.duration`?"),
              std::string::npos)
        << mistakes("    change: {requests.1.duration: 3 weeks}\n");
    EXPECT_NE(mistakes("    remove: [facts.claim.liabilty]\n").find("did you mean `facts.claim.liability`?"), std::string::npos)
        << mistakes("    remove: [facts.claim.liabilty]\n");
}

TEST(Cases, AMistakeInABaseIsSaidOnce) {
    std::string text = suite_with("    expect: {finding: supported}\n");
    text.replace(text.find("medium"), 6, "mdium ");
    text += "  - {name: another, origin: synthetic, because: it must be so, base: favourable, expect: {finding: supported}}\n";
    EXPECT_EQ(Ran(text).diagnostics.errors(), 1u) << Ran(text).mistakes();
}

TEST(Cases, AWholeCaseInATest) {
    std::string text = suite_with("    expect: {finding: undetermined}\n");
    text.replace(text.find("base: favourable"), 16, "case: {requests: [{service: strengthening}]}");
    EXPECT_EQ(Ran(text).mistakes() + Ran(text).mismatches(), "");
}

}  // namespace
}  // namespace warrant::suite_test
