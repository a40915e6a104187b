// Which fact is asked for next, and when nothing more is.
#include "tests/unit/interview/asked.hpp"

namespace warrant::testing {
namespace {

TEST(Order, AFactThatSettlesAloneComesFirst) {
    Asked asked(only_criterion("(b and c) or d"), simple_case(""));
    EXPECT_EQ(asked.asks(), "d");
    ASSERT_EQ(asked.interview->question()->alone.size(), 1u);
    EXPECT_EQ(asked.interview->question()->alone.front(), (SettledAlone{FindingName::supported, "yes"}));
    EXPECT_EQ(asked.answer("no"), "");
    EXPECT_EQ(asked.asks(), "b");
    EXPECT_EQ(asked.answer("no"), "");
    EXPECT_EQ(asked.asks(), "");
    EXPECT_EQ(asked.finding(), FindingName::not_supported);
    EXPECT_EQ(asked.interview->end(), InterviewEnd::decided);
}

TEST(Order, OfEqualsTheOneInMoreSetsThenTheGuidelinesOrder) {
    // No set is of one fact, and of the small ones a is in most.
    Asked asked(only_criterion("any of ((b and c and d), (b and a), (c and a), (d and a))"), simple_case(""));
    EXPECT_EQ(asked.asks(), "a");
    Asked in_order(only_criterion("c and b and a"), simple_case(""));
    EXPECT_EQ(in_order.all_questions(), "c, b, a");
}

TEST(Order, WhatChangesNothingIsNeverAskedFor) {
    Asked asked(only_criterion("(a or not a) and b and (c or yes_is_known)"), simple_case("  yes_is_known: yes\n"),
                "fact yes_is_known \"a known one\" : yes or no\n");
    EXPECT_EQ(asked.all_questions(), "b");
    EXPECT_TRUE(asked.interview->back());
    EXPECT_EQ(asked.answer("yes"), "");
    // Supported whatever a is, though sets of values do not say so.
    EXPECT_EQ(asked.asks(), "");
    EXPECT_EQ(asked.finding(), FindingName::undetermined);
    EXPECT_EQ(asked.interview->end(), InterviewEnd::whatever);
}

TEST(Order, AConditionIsAskedForBeforeWhatHasAMeaningUnderIt) {
    Asked asked(only_criterion("event.date >= 2015-01-01 and event.happened"), simple_case(""));
    EXPECT_EQ(asked.asks(), "event.happened");
    EXPECT_EQ(asked.answer("yes"), "");
    EXPECT_EQ(asked.asks(), "event.date");
    EXPECT_TRUE(asked.interview->back());
    asked.interview->skip();
    EXPECT_EQ(asked.asks(), "event.date");
}

TEST(Order, WhatTheRecordCallsUnknownOrCouldNotFindIsNotAskedFor) {
    const std::string documents = "documents: {pr2: {kind: pr2}}\n";
    Asked asked(only_criterion("a and b and c"), documents + simple_case("  a: unknown\n  b: {not_found: [pr2]}\n"));
    EXPECT_EQ(asked.all_questions(), "c");
    EXPECT_EQ(asked.interview->end(), InterviewEnd::nothing_left);
}

TEST(Order, AnAnswerThatLeavesMuchOpenIsNotAskedForAgain) {
    Asked asked(only_criterion("level >= 3 and a"), simple_case(""));
    EXPECT_EQ(asked.asks(), "level");
    EXPECT_EQ(asked.answer("2..4"), "");
    EXPECT_EQ(asked.asks(), "a");
    EXPECT_EQ(asked.answer("unknown"), "");
    EXPECT_EQ(asked.asks(), "");
}

TEST(Order, WhatIsOnRecordInPartIsAskedForWithWhatItSays) {
    Asked asked(only_criterion("level >= 3"), simple_case("  level: 2..4\n"));
    ASSERT_EQ(asked.asks(), "level");
    EXPECT_EQ(asked.interview->question()->recorded, "2 to 4");
    EXPECT_EQ(asked.answer("4"), "");
    EXPECT_EQ(asked.finding(), FindingName::supported);
}

TEST(Order, FactsOfARequestAreAskedForEachRequest) {
    Asked asked(only_criterion("request.date >= 2015-01-01 and a"),
                "edition: 2009\nrequests:\n  - {service: therapy, quantity: 3 visits}\n  - {service: therapy}\n");
    EXPECT_EQ(asked.asks(), "a");
    EXPECT_EQ(asked.answer("yes"), "");
    EXPECT_EQ(asked.asks(), "request.date");
    EXPECT_EQ(asked.interview->question()->of_request, "3 visits of therapy");
    EXPECT_EQ(asked.answer("2015-03"), "");
    EXPECT_EQ(asked.interview->question()->of_request, "therapy");
    EXPECT_EQ(asked.answer("2014"), "");
    const auto& requests = asked.interview->justification().requests;
    EXPECT_EQ(requests[0].finding, FindingName::supported);
    EXPECT_EQ(requests[1].finding, FindingName::not_supported);
    EXPECT_NE(asked.interview->case_text().find("quantity: 3 visits, date: 2015-03}\n  - {service: therapy, date: 2014}"),
              std::string::npos)
        << asked.interview->case_text();
}

// Each flag of the first half must be kept in mind until its partner comes up: more than is looked at.
TEST(Order, WhereTooMuchIsOpenTheReviewsOwnListIsAskedFor) {
    std::string words;
    std::string first;
    std::string pairs;
    for (int number = 1; number <= 20; ++number) {
        const std::string own = std::to_string(number);
        words += "fact x" + own + " \"a flag\" : yes or no\nfact y" + own + " \"a flag\" : yes or no\n";
        first += (number > 1 ? ", x" : "x") + own;
        pairs += (number > 1 ? ", (x" : "(x") + own + " and y" + own + ")";
    }
    Asked asked(only_criterion("any of (" + first + ") and any of (" + pairs + ")"), simple_case(""), words);
    EXPECT_EQ(asked.asks(), "x1");
    EXPECT_EQ(asked.interview->question()->together, 0u);
    EXPECT_EQ(asked.answer("yes"), "");
    EXPECT_EQ(asked.answer("yes"), "");
    EXPECT_TRUE(asked.finding() == FindingName::supported || asked.interview->question() != nullptr);
}

TEST(Order, WhatSettlesWhichSectionGovernsComesFirst) {
    Desk desk;
    GuidelineText near;
    near.name = "alpha.after";
    near.covers = "therapy when b";
    near.body = only_criterion("c");
    GuidelineText far;
    far.body = only_criterion("a");
    desk.put(guideline(near));
    desk.put(guideline(far));
    desk.make();
    const SourceId source = desk.sources.add("case.yaml", "case: test\n" + simple_case(""));
    auto interview = Interview::begin(*desk.shelf, desk.sources, {source, {}, false}, {}, desk.diagnostics);
    ASSERT_TRUE(interview) << desk.all_messages();
    EXPECT_EQ(desk.shelf->vocabulary.fact(interview->question()->asked.fact).path, "b");
    EXPECT_TRUE(interview->question()->chooses);
    EXPECT_TRUE(interview->answer("no").ok());
    EXPECT_EQ(desk.shelf->vocabulary.fact(interview->question()->asked.fact).path, "a");
}

}  // namespace
}  // namespace warrant::testing
