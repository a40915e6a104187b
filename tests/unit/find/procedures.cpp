// Procedures: who is eligible, what is proposed of each finding, who decides, and what rests on silence.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

using Decider = ast::ProposalRow::Decider;

struct Procedures : ::testing::Test {
    Desk desk;

    Procedures() {
        GuidelineText text;
        text.body =
            "no recommendation when d\n\ncriterion 1 \"First\"\n  requires a\n\nlimit 2 \"Ten\"\n  caps request.quantity at 10 "
            "visits\n";
        desk.put(guideline(text));
        desk.put(procedure(
            "appeal",
            "outcome granted \"it is granted\"\noutcome refused \"it is refused\"\noutcome passed_on \"it is passed on\"\n\n"
            "eligible when claim.liability = accepted and ur_decision.basis = necessity\n"));
        desk.put(procedure("open_appeal", ""));
    }
    RequestReview review(const std::string& header, const std::string& facts, const ReviewOptions& options = {}) {
        Review found = desk.review(
            "edition: 2009\n" + header + "requests:\n  - {service: therapy, quantity: 12 visits}\nfacts: {" + facts + "}\n",
            options);
        EXPECT_EQ(found.requests.size(), 1u) << desk.all_messages();
        return std::move(found.requests.at(0));
    }
    std::string outcome(const Proposal& proposal) {
        return proposal.outcome ? desk.shelf->vocabulary.outcomes.at(*proposal.outcome).name : "nothing";
    }
};

TEST_F(Procedures, NoneIsNamed) {
    const RequestReview found = review("", "a: yes, d: no");
    EXPECT_EQ(found.finding, FindingName::partly_supported);
    EXPECT_FALSE(found.proposal.procedure_known);
    EXPECT_EQ(outcome(found.proposal), "nothing");
}

TEST_F(Procedures, EveryFindingHasItsOutcome) {
    auto proposed = [&](const std::string& facts) { return review("procedure: open_appeal\n", facts).proposal; };
    const Proposal partly = proposed("a: yes, d: no");
    EXPECT_TRUE(partly.procedure_known);
    EXPECT_EQ(partly.procedure->name, "open_appeal");
    EXPECT_EQ(partly.eligibility, Eligibility::no_condition);
    EXPECT_EQ(outcome(partly), "granted");
    EXPECT_EQ(partly.decider, Decider::physician);
    EXPECT_FALSE(partly.rests_on_silence);
    EXPECT_EQ(outcome(proposed("a: no, d: no")), "refused");
    EXPECT_FALSE(proposed("a: no, d: no").rests_on_silence);
    EXPECT_EQ(outcome(proposed("d: yes")), "passed_on");
    const Proposal silent = proposed("d: no");
    EXPECT_EQ(outcome(silent), "refused");
    EXPECT_TRUE(silent.rests_on_silence);
    EXPECT_EQ(silent.sentence, "The record does not show it.");
    const Review ten = desk.review(
        "edition: 2009\nprocedure: open_appeal\nrequests:\n  - {service: therapy, quantity: 10 visits}\nfacts: {a: yes, d: "
        "no}\n");
    EXPECT_EQ(outcome(ten.requests.at(0).proposal), "granted");
    EXPECT_EQ(ten.requests.at(0).proposal.decider, Decider::reviewer);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Procedures, EligibilityIsShownNotShownOrNot) {
    const std::string necessity = "procedure: appeal\nur_decision: {basis: necessity}\n";
    const RequestReview eligible = review(necessity, "a: no, d: no, claim.liability: accepted");
    EXPECT_EQ(eligible.proposal.eligibility, Eligibility::eligible);
    EXPECT_EQ(outcome(eligible.proposal), "refused");
    ASSERT_NE(eligible.proposal.eligibility_values, nullptr);
    EXPECT_TRUE(bit(eligible.proposal.eligibility_values->surely_true(eligible.proposal.eligibility_plan.result), 0));
    const RequestReview not_shown = review(necessity, "a: no, d: no");
    EXPECT_EQ(not_shown.proposal.eligibility, Eligibility::not_shown);
    EXPECT_EQ(outcome(not_shown.proposal), "refused");
    const RequestReview not_eligible = review(necessity, "a: no, d: no, claim.liability: disputed");
    EXPECT_EQ(not_eligible.proposal.eligibility, Eligibility::not_eligible);
    EXPECT_EQ(outcome(not_eligible.proposal), "nothing");
    EXPECT_EQ(not_eligible.finding, FindingName::not_supported) << "the finding stands all the same";
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Procedures, TheCallersProcedureComesBeforeTheCases) {
    ReviewOptions options;
    options.procedure = "open_appeal";
    EXPECT_EQ(review("procedure: appeal\n", "a: no, d: no", options).proposal.procedure->name, "open_appeal");
}

TEST_F(Procedures, AProcedureThatNobodyHas) {
    EXPECT_TRUE(desk.review("edition: 2009\nprocedure: apeal\nrequests:\n  - service: therapy\n").requests.empty());
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_EQ(desk.diagnostics.all()[0].kind->slug, "unknown-procedure");
    EXPECT_EQ(desk.diagnostics.all()[0].help, "did you mean `appeal`?");
    EXPECT_TRUE(desk.diagnostics.all()[0].located);
    ReviewOptions options;
    options.procedure = "words";  // a library
    EXPECT_TRUE(desk.review("edition: 2009\nrequests:\n  - service: therapy\n", options).requests.empty());
    EXPECT_EQ(desk.diagnostics.all()[1].help, "there is `appeal` or `open_appeal`");
    EXPECT_FALSE(desk.diagnostics.all()[1].located);
}

TEST_F(Procedures, NothingIsProposedWhereAnErrorDecides) {
    GuidelineText text;
    text.name = "beta.loads";
    text.covers = "massage";
    text.body = "criterion 1 \"First\"\n  requires load.total / load.parts <= 3\n";
    desk.put(guideline(text));
    const Review found = desk.review(
        "edition: [alpha/2009, beta/2009]\nprocedure: open_appeal\nrequests:\n  - service: massage\nfacts: {load.total: 6, "
        "load.parts: 0}\n");
    ASSERT_EQ(found.requests.size(), 1u) << desk.all_messages();
    EXPECT_TRUE(found.requests[0].error);
    EXPECT_EQ(outcome(found.requests[0].proposal), "nothing");
    EXPECT_TRUE(found.requests[0].proposal.procedure_known);
}

}  // namespace
}  // namespace warrant::testing
