// What answers make of a case: every form, wrong ones, the way back, and what a line means.
#include "interpreter/interview/reply.hpp"
#include "tests/unit/interview/asked.hpp"

namespace warrant::testing {
namespace {

const std::string two_documents = "documents: {pr2: {kind: pr2}, qme: {kind: report}}\n";

// The line of the fact in the case after an answer.
std::string line_after(const std::string& condition, const std::string& answer) {
    Asked asked(only_criterion(condition), two_documents + simple_case(""));
    const std::string fact = asked.asks();
    EXPECT_EQ(asked.answer(answer), "") << fact;
    const std::string text = asked.interview->case_text();
    const std::size_t at = text.find("  " + fact + ":");
    return at == std::string::npos ? text : text.substr(at + 2, text.find('\n', at) - at - 2);
}

TEST(Answers, TakeEveryFormOfACase) {
    EXPECT_EQ(line_after("a", "yes"), "a: yes");
    EXPECT_EQ(line_after("a", "unknown"), "a: unknown");
    EXPECT_EQ(line_after("a", "{not_found: [pr2, qme]}"), "a: {not_found: [pr2, qme]}");
    EXPECT_EQ(line_after("a", "{value: no, document: pr2, note: \"not yet\"}"),
              "a: {value: no, document: pr2, note: \"not yet\"}");
    EXPECT_EQ(line_after("a", "{statements: [{value: yes, document: pr2}, {value: no, document: qme}]}"),
              "a: {statements: [{value: yes, document: pr2}, {value: no, document: qme}]}");
    EXPECT_EQ(line_after("tolerance >= 4 hours/day", "5 hours/day"), "tolerance: 5 hours/day");
    EXPECT_EQ(line_after("tolerance >= 4 hours/day", "3..5 hours/day"), "tolerance: 3..5 hours/day");
    EXPECT_EQ(line_after("tolerance >= 4 hours/day", "at least 2 hours/day"), "tolerance: at least 2 hours/day");
    EXPECT_EQ(line_after("seen.date >= 2014-01-01", "2015-02"), "seen.date: 2015-02");
    EXPECT_EQ(line_after("seen.date >= 2014-01-01", "before 2013-07"), "seen.date: before 2013-07");
    EXPECT_EQ(line_after("job.demand >= medium", "{one_of: [light, heavy]}"), "job.demand: {one_of: [light, heavy]}");
    EXPECT_EQ(line_after("job.demand >= medium", "at least light"), "job.demand: at least light");
    EXPECT_EQ(line_after("job.title = \"driver\"", "driver # of vans"), "job.title: driver");
    EXPECT_EQ(line_after("job.title = \"driver\"", "\"unknown\""), "job.title: \"unknown\"");
    EXPECT_EQ(line_after("diagnosis.code in (\"M54.16\")", "{one_of: [M54.16, M54.17]}"),
              "diagnosis.code: {one_of: [M54.16, M54.17]}");
    EXPECT_EQ(line_after("some (one in drugs) has (one.strong)", "none"), "drugs: none");
    EXPECT_EQ(
        line_after("some (one in drugs) has (one.strong)", "{value: [{name: codeine, strong: unknown}], complete: false}"),
        "drugs: {value: [{name: codeine, strong: unknown}], complete: false}");
}

TEST(Answers, AWrongOneIsRefusedWhereItIsWrongAndNothingIsLost) {
    Asked asked(only_criterion("job.demand >= medium and tolerance >= 4 hours/day"), simple_case(""));
    EXPECT_EQ(asked.asks(), "job.demand");
    const std::string wrong = asked.answer("hevy");
    EXPECT_NE(wrong.find("answer:1:1: error: `hevy` is not a value of `job.demand`"), std::string::npos) << wrong;
    EXPECT_NE(wrong.find("did you mean `heavy`?"), std::string::npos) << wrong;
    EXPECT_NE(asked.answer("{one_of: [light").find("is not closed"), std::string::npos);
    EXPECT_NE(asked.answer("# nothing").find("has no value"), std::string::npos);
    EXPECT_NE(asked.answer("{value: heavy, document: pr2}").find("no document `pr2` is listed"), std::string::npos);
    EXPECT_EQ(asked.asks(), "job.demand");
    EXPECT_EQ(asked.interview->replies(), 0u);
    EXPECT_EQ(asked.interview->case_text(), "case: test\n" + simple_case(""));
    EXPECT_EQ(asked.answer("heavy"), "");
    const std::string unit = asked.answer("4 days");
    EXPECT_NE(unit.find("answer:1:"), std::string::npos) << unit;
    EXPECT_EQ(asked.asks(), "tolerance");
}

TEST(Answers, WhatDoesNotGoWithTheRestOfTheCaseIsRefused) {
    Asked amounts("limit 1 \"One\"\n  caps request.duration at 2 weeks\n",
                  simple_case("", "    quantity: 12 visits\n    frequency: 1..10 visits/week\n"));
    EXPECT_EQ(amounts.asks(), "request.duration");
    EXPECT_NE(amounts.answer("1 day").find("the quantity says 12 visits"), std::string::npos);
    EXPECT_EQ(amounts.asks(), "request.duration");
    Asked divided(only_criterion("load.total / load.parts <= 2"), simple_case("  load.total: 8\n"));
    EXPECT_EQ(divided.asks(), "load.parts");
    EXPECT_NE(divided.answer("0").find("error"), std::string::npos);
    EXPECT_EQ(divided.answer("4"), "");
    EXPECT_EQ(divided.finding(), FindingName::supported);
}

TEST(Answers, GoingBackUndoesOneReplyAtATime) {
    Asked asked(only_criterion("a and b and c"), simple_case(""));
    EXPECT_FALSE(asked.interview->back());
    EXPECT_EQ(asked.answer("yes"), "");
    EXPECT_EQ(asked.answer("unknown"), "");
    asked.interview->skip();
    EXPECT_EQ(asked.asks(), "");
    EXPECT_TRUE(asked.interview->back());
    EXPECT_EQ(asked.asks(), "c");
    EXPECT_TRUE(asked.interview->back());
    EXPECT_EQ(asked.asks(), "b");
    EXPECT_EQ(asked.interview->case_text(), "case: test\n" + simple_case("") + "facts:\n  a: yes\n");
    EXPECT_TRUE(asked.interview->back());
    EXPECT_EQ(asked.asks(), "a");
    EXPECT_EQ(asked.answer("no"), "");
    EXPECT_EQ(asked.finding(), FindingName::not_supported);
    EXPECT_EQ(asked.asks(), "");
}

// ---- what a line means

TEST(Reply, WordsAreToldFromAnswers) {
    Question question;
    EXPECT_EQ(reply_in(" ? ", question), Reply::help);
    EXPECT_EQ(reply_in("help", question), Reply::help);
    EXPECT_EQ(reply_in(":why", question), Reply::why);
    EXPECT_EQ(reply_in("back", question), Reply::back);
    EXPECT_EQ(reply_in("quit\t", question), Reply::quit);
    EXPECT_EQ(reply_in("  ", question), Reply::leave_out);
    EXPECT_EQ(reply_in("\"back\"", question), Reply::answer);
    EXPECT_EQ(reply_in("unknown", question), Reply::answer);
    EXPECT_EQ(reply_in(":bakc", question), Reply::no_such_word);
    question.choices = {"back", "neck"};
    EXPECT_EQ(reply_in("back", question), Reply::answer);
    EXPECT_EQ(reply_in(":back", question), Reply::back);
    EXPECT_EQ(reply_in("quit", question), Reply::quit);
}

// ---- what is shown

TEST(QuestionText, SaysWhatIsAskedAndWhy) {
    Asked asked(only_criterion("job.demand >= medium"), two_documents + simple_case("  job.demand: at most medium\n"));
    const Vocabulary& vocabulary = asked.desk.shelf->vocabulary;
    EXPECT_EQ(render_question(*asked.interview->question(), vocabulary, false), R"(
demand of the job
How demanding is the job?
For       1: One
Shown by  job description
Record    sedentary, light or medium; an answer takes the place of what it says
Answer    one of sedentary, light, medium (in ascending order), or unknown
)");
    EXPECT_EQ(render_why(*asked.interview->question()), R"(
These parts of the guideline are open and read it:
   1  One (p. 9)
If the answer is medium, the guideline finds SUPPORTED whatever else the record
  may come to show.
If the answer is at most light, the guideline finds NOT SUPPORTED whatever else
  the record may come to show.
)");
}

// Every form that help shows is one that the fact takes.
TEST(QuestionText, HelpShowsOnlyFormsThatAreTaken) {
    for (const char* const condition :
         {"a", "job.demand >= medium", "pain.place = neck", "job.title = \"driver\"", "diagnosis.code in (\"M54.16\")",
          "tolerance >= 4 hours/day", "level >= 3", "seen.date >= 2015-01-01", "some (one in drugs) has (one.strong)"}) {
        Asked asked(only_criterion(condition), two_documents + simple_case(""));
        const std::vector<AnswerForm> forms = answer_forms(*asked.interview->question(), asked.desk.shelf->vocabulary);
        EXPECT_GE(forms.size(), 5u) << condition;
        for (const AnswerForm& form : forms) {
            EXPECT_EQ(asked.answer(form.example), "") << condition;
            EXPECT_TRUE(asked.interview->back());
        }
    }
}

}  // namespace
}  // namespace warrant::testing
