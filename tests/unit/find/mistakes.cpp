// Mistakes of a case that only evaluating it shows: facts stated that have no meaning, and calculations without a result.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

GuidelineText with_body(const std::string& body) {
    GuidelineText text;
    text.body = body;
    return text;
}

const char* const gated =
    "criterion 1 \"First\"\n  requires event.happened and event.date <= request.date\n  applies when a\n\ncriterion 2 "
    "\"Second\"\n  requires b\n";

TEST(Gates, StatingAFactWithoutMeaningIsAnError) {
    Desk desk;
    desk.put(guideline(with_body(gated)));
    desk.review(simple_case("  event.happened: no\n  event.date: 2010-01-01\n"));
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    const Diagnostic& diagnostic = desk.diagnostics.all()[0];
    EXPECT_EQ(diagnostic.kind->slug, "stated-without-meaning");
    EXPECT_NE(diagnostic.message.find("date of the event"), std::string::npos);
    EXPECT_EQ(desk.sources.position(diagnostic.span.begin).line, 7u) << "where the case states it";
    ASSERT_EQ(diagnostic.notes.size(), 1u);
    EXPECT_EQ(desk.sources.slice(diagnostic.notes[0].span), "event.happened");
}

TEST(Gates, OtherwiseItIsNone) {
    for (const char* const facts : {"  event.happened: yes\n  event.date: 2010-01-01\n", "  event.date: 2010-01-01\n",
                                    "  event.happened: no\n", "  event.happened: unknown\n  event.date: 2010-01-01\n"}) {
        Desk desk;
        desk.put(guideline(with_body(gated)));
        desk.review(simple_case(facts));
        EXPECT_TRUE(desk.diagnostics.ok()) << facts << desk.all_messages();
    }
}

TEST(Gates, EachFactOnceThoughSeveralSectionsReadIt) {
    Desk desk;
    desk.put(guideline(with_body(gated)));
    GuidelineText other = with_body(gated);
    other.name = "alpha.other";
    desk.put(guideline(other));
    desk.review(simple_case("  event.happened: no\n  event.date: 2010-01-01\n"));
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
}

const char* const divides =
    "criterion 1 \"First\"\n  requires load.total / load.parts <= 3\n\ncriterion 2 \"Second\"\n  requires b\n";

TEST(ErrorMarks, AnErrorThatDecidesIsReportedWhereItBegins) {
    Desk desk;
    desk.put(guideline(with_body(divides)));
    const Review found = desk.review(simple_case("  load.total: 6\n  load.parts: 0\n  b: yes\n"));
    ASSERT_EQ(found.requests.size(), 1u);
    EXPECT_TRUE(found.requests[0].error);
    EXPECT_EQ(found.requests[0].finding, FindingName::undetermined);
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    const Diagnostic& diagnostic = desk.diagnostics.all()[0];
    EXPECT_EQ(diagnostic.kind->slug, "error-in-case");
    EXPECT_EQ(desk.sources.slice(diagnostic.span), "load.total / load.parts");
    EXPECT_NE(diagnostic.message.find("divides by zero"), std::string::npos);
    EXPECT_NE(diagnostic.message.find("request 1"), std::string::npos);
    ASSERT_EQ(diagnostic.notes.size(), 3u) << "the request, and where each fact is stated";
}

TEST(ErrorMarks, AnErrorThatDoesNotDecideIsNoMistake) {
    Desk desk;
    desk.put(guideline(with_body(divides)));
    const Review found = desk.review(simple_case("  load.total: 6\n  load.parts: 0\n  b: no\n"));
    EXPECT_EQ(found.requests.at(0).finding, FindingName::not_supported);
    EXPECT_FALSE(found.requests.at(0).error);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST(ErrorMarks, WhatErrsForSomeValuesOnlyIsUnknown) {
    Desk desk;
    desk.put(guideline(with_body(divides)));
    const Review found = desk.review(simple_case("  load.total: 6\n  load.parts: 0..2\n  b: yes\n"));
    EXPECT_EQ(found.requests.at(0).finding, FindingName::undetermined);
    EXPECT_FALSE(found.requests.at(0).error);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST(ErrorMarks, TheBranchThatIsNotTakenIsNotBlamed) {
    Desk desk;
    desk.put(guideline(with_body(
        "criterion 1 \"First\"\n  requires (if a then load.total / load.parts else load.total * 2 / load.parts) <= 3\n")));
    desk.review(simple_case("  a: no\n  load.total: 6\n  load.parts: 0\n"));
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_EQ(desk.sources.slice(desk.diagnostics.all()[0].span), "load.total * 2 / load.parts");
}

TEST(ErrorMarks, OtherErrorsAreNamed) {
    struct Sample {
        const char* condition;
        const char* facts;
        const char* words;
    };
    const Sample samples[] = {
        {"load.total * load.total > 3", "  load.total: 5000000\n", "too large"},
        {"request.date + 9000 years > request.date", "", "calendar"},
        {"(load.total rounded up to load.parts) > 3", "  load.total: 5\n  load.parts: 0\n", "not above zero"},
    };
    for (const Sample& sample : samples) {
        Desk desk;
        desk.put(guideline(with_body(std::string("criterion 1 \"First\"\n  requires ") + sample.condition + "\n")));
        desk.review(simple_case(sample.facts, "    date: 2015-06-09\n"));
        ASSERT_EQ(desk.diagnostics.errors(), 1u) << sample.condition << desk.all_messages();
        EXPECT_NE(desk.diagnostics.all()[0].message.find(sample.words), std::string::npos) << desk.all_messages();
    }
}

TEST(ErrorMarks, AQuantityAskedAgainstACapThatErrs) {
    Desk desk;
    desk.put(guideline(with_body("limit 1 \"A share\"\n  caps request.quantity at 10 visits / load.parts\n")));
    const Review found = desk.review(simple_case("  load.parts: 0\n", "    quantity: 3 visits\n"));
    EXPECT_TRUE(found.requests.at(0).error) << desk.all_messages();
    EXPECT_TRUE(desk.reported("error-in-case"));
}

TEST(ReviewMistakes, AGuidelineThatDoesNotCheckFindsNothing) {
    Desk desk;
    desk.put(guideline(with_body("criterion 1 \"First\"\n  requires nothing_of_the_kind\n")));
    const Review found = desk.review(simple_case("") + "  - service: therapy\n");
    ASSERT_EQ(found.requests.size(), 2u);
    for (const RequestReview& request : found.requests) {
        EXPECT_TRUE(request.error);
        EXPECT_TRUE(request.candidates.empty());
    }
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << "once, though there are two requests: " << desk.all_messages();
    EXPECT_TRUE(desk.reported("unknown-name"));
}

}  // namespace
}  // namespace warrant::testing
