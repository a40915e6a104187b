// Interviews over the guidelines and the case at hand in this project.
#include "interpreter/interview/start_case.hpp"
#include "tests/golden/opened.hpp"
#include "tests/unit/interview/shelf_texts.hpp"

namespace warrant::testing {
namespace {

const ReviewOptions work_hardening{"mtus.work_hardening", {}, "", std::nullopt};

struct Letter : OnShelf {
    std::string text = golden::read_file(golden::root() / "tests/cases/work-hardening-2015.yaml");
    std::optional<Interview> interview;

    Letter() : OnShelf(shipped_texts()) {
        interview = interview_about("case.yaml", text, shelf, work_hardening, sources, diagnostics);
        EXPECT_EQ(mistakes(), "");
    }
    FindingName finding() const { return interview->justification().requests.front().finding; }
};

TEST(ShippedInterview, TheCaseOfTheLetterIsAskedForWhatItLeavesOpen) {
    Letter letter;
    std::vector<std::string> asked;
    while (const Question* question = letter.interview->question()) {
        asked.push_back(letter.path(question->asked));
        EXPECT_NE(question->ask, "") << asked.back();
        EXPECT_FALSE(question->parts.empty()) << asked.back();
        letter.interview->skip();
    }
    // What is on record, and what it calls unclear, is not among them.
    for (const char* const fact : {"goal.defined", "injury.date", "condition.work_related", "request.date", "request.quantity"})
        EXPECT_EQ(std::count(asked.begin(), asked.end(), fact), 0) << fact;
    for (const char* const fact : {"job.demand", "goal.employer_agrees", "recovery.tolerance", "surgery.clearly_warranted"})
        EXPECT_EQ(std::count(asked.begin(), asked.end(), fact), 1) << fact;
    EXPECT_EQ(letter.interview->end(), InterviewEnd::nothing_left);
    EXPECT_EQ(letter.interview->case_text(), letter.text);
}

TEST(ShippedInterview, TheCaseOfTheLetterComesToADecidedFinding) {
    Letter letter;
    std::size_t answers = 0;
    while (const Question* question = letter.interview->question()) {
        const std::string fact = letter.path(question->asked);
        const std::string answer = fact == "goal.employer_agrees" ? "no" : fact == "recovery.tolerance" ? "about 5" : "unknown";
        const Diagnostics wrong = letter.interview->answer(answer);
        EXPECT_EQ(wrong.ok(), answer != "about 5");
        if (!wrong.ok()) {
            EXPECT_TRUE(letter.interview->answer("at least 5 hours/day").ok());
        }
        ++answers;
    }
    EXPECT_EQ(letter.finding(), FindingName::not_supported);
    EXPECT_EQ(letter.interview->end(), InterviewEnd::decided);
    EXPECT_LT(answers, 20u);
    // All of the letter's own words stay, in their order.
    const std::string text = letter.interview->case_text();
    EXPECT_TRUE(text.starts_with(letter.text.substr(0, letter.text.size() - 1))) << text;
    Diagnostics diagnostics;
    const CaseRecord record = read_case("case.yaml", text, {}, letter.shelf, letter.sources, diagnostics);
    const auto again = review_case(letter.shelf, record, work_hardening, diagnostics);
    ASSERT_TRUE(again && diagnostics.ok()) << render_text(diagnostics, letter.sources, false);
    EXPECT_EQ(render_text(*again, Detail::full, false), render_text(letter.interview->justification(), Detail::full, false));
}

TEST(ShippedInterview, ANewCaseIsAskedForItsRequestFirst) {
    OnShelf on(shipped_texts());
    auto interview = interview_for_new_case("a case: mine", on.shelf, work_hardening, on.sources, on.diagnostics);
    ASSERT_TRUE(interview) << on.mistakes();
    EXPECT_EQ(interview->case_text(),
              "case: \"a case: mine\"\nedition: mtus/2009\nrequests:\n"
              "  - service: {one_of: [work_conditioning, work_hardening]}\n");
    EXPECT_EQ(on.path(interview->question()->asked), "request.service");
    EXPECT_EQ(interview->question()->choices, (std::vector<std::string>{"work_conditioning", "work_hardening"}));
    EXPECT_TRUE(interview->answer("work_hardening").ok());
    std::vector<std::string> of_request;
    while (interview->question() != nullptr && interview->question()->asked.request) {
        of_request.push_back(on.path(interview->question()->asked));
        interview->skip();
    }
    EXPECT_EQ(of_request, (std::vector<std::string>{"request.date", "request.duration"}));
    EXPECT_EQ(interview->case_text(), "case: \"a case: mine\"\nedition: mtus/2009\nrequests:\n  - service: work_hardening\n");
}

TEST(ShippedInterview, ANewCaseSaysWhatTheOptionsSay) {
    OnShelf on(shipped_texts());
    const ReviewOptions options{"mtus.acupuncture", {}, "ur", OrderedSet{16436, 16436}};
    auto interview = interview_for_new_case("mine", on.shelf, options, on.sources, on.diagnostics);
    ASSERT_TRUE(interview) << on.mistakes();
    const std::string text = interview->case_text();
    EXPECT_EQ(text, "case: mine\nprocedure: ur\ndecided: 2015-01-01\nrequests:\n  - service: acupuncture\n");
    EXPECT_NE(on.path(interview->question()->asked), "request.service");
}

TEST(ShippedInterview, ANewCaseNeedsAnEditionWhereThereAreSeveral) {
    OnShelf on(shipped_texts());
    EXPECT_FALSE(interview_for_new_case("mine", on.shelf, {"mtus.acupuncture", {}, "", {}}, on.sources, on.diagnostics));
    EXPECT_NE(on.mistakes().find("give --edition or --as-of"), std::string::npos) << on.mistakes();
    OnShelf other(shipped_texts());
    EXPECT_FALSE(
        interview_for_new_case("mine", other.shelf, {"mtus.acupunkture", {}, "", {}}, other.sources, other.diagnostics));
    EXPECT_NE(other.mistakes().find("did you mean `mtus.acupuncture`?"), std::string::npos) << other.mistakes();
}

// Of the section of the letter and of one that reads lists, each form that help shows is taken at each question.
TEST(ShippedInterview, HelpShowsOnlyFormsThatAreTaken) {
    OnShelf on(shipped_texts());
    for (const char* const guideline : {"mtus.work_hardening", "mtus.topical_analgesics"}) {
        const ReviewOptions options{guideline, {{"mtus", "2009", {}}}, "", std::nullopt};
        const std::string text =
            "case: mine\nedition: mtus/2009\ndocuments: {pr2: {kind: pr2}, qme: {kind: report}}\nrequests:\n  - "
            "service: " +
            start_case("mine", on.shelf, options).services.front() + "\n";
        auto interview = interview_about("case.yaml", text, on.shelf, options, on.sources, on.diagnostics);
        ASSERT_TRUE(interview) << on.mistakes();
        std::size_t questions = 0;
        while (const Question* question = interview->question()) {
            ++questions;
            const AskedFact asked = question->asked;
            for (const AnswerForm& form : answer_forms(*question, on.shelf.vocabulary)) {
                const Diagnostics wrong = interview->answer(form.example);
                EXPECT_TRUE(wrong.ok()) << on.path(asked) << render_text(wrong, on.sources, false);
                if (wrong.ok()) interview->back();
                ASSERT_EQ(interview->question()->asked, asked);
            }
            interview->skip();
        }
        EXPECT_GE(questions, 3u) << guideline;
    }
}

}  // namespace
}  // namespace warrant::testing
