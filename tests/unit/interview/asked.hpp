// An interview over a guideline written for a test, and what is asked in it. It tests nothing itself.
#pragma once

#include "interpreter/interview/interview.hpp"
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace warrant::testing {

inline constexpr const char* interview_words = R"(library more "More words"

unit hour, hours

type demand_level is sedentary < light < medium < heavy
type place is back | neck | elsewhere
type drug has name "name of the drug" : text, strong : yes or no, daily : hours/day

fact job.demand "demand of the job" : demand_level
  ask      "How demanding is the job?"
  shown by "job description"
fact pain.place "place of the pain" : place
fact job.title "title of the job" : text
fact diagnosis.code "diagnosis" : code
fact tolerance "time a day" : hours/day
fact seen.date "date seen" : date
fact drugs "drugs taken" : list of drug
)";

struct Asked {
    Desk desk;
    std::optional<Interview> interview;

    // `text` follows the first line of the case.
    Asked(const std::string& body, const std::string& text, const std::string& words = "") {
        GuidelineText parts;
        parts.body = body;
        desk.put(interview_words + words, true);
        desk.put(guideline(parts));
        desk.make();
        const SourceId source = desk.sources.add("case.yaml", "case: test\n" + text);
        interview = Interview::begin(*desk.shelf, desk.sources, {source, {}, false}, {}, desk.diagnostics);
        EXPECT_EQ(desk.all_messages(), "");
    }

    // The fact that is asked for; empty at the end.
    std::string asks() const {
        const Question* question = interview.value().question();
        return question == nullptr ? "" : desk.shelf->vocabulary.fact(question->asked.fact).path;
    }
    // What is wrong with an answer, as text; empty: it was taken.
    std::string answer(const std::string& text) {
        const Diagnostics wrong = interview->answer(text);
        return wrong.ok() ? "" : render_text(wrong, desk.sources, false);
    }
    FindingName finding() const { return interview->justification().requests.front().finding; }
    // Every fact asked for, each left out.
    std::string all_questions() {
        std::string all;
        while (interview.value().question() != nullptr) {
            all += (all.empty() ? "" : ", ") + asks();
            interview->skip();
        }
        return all;
    }
};

inline std::string only_criterion(const std::string& condition) {
    return "criterion 1 \"One\"\n  page 9\n  requires " + condition + "\n";
}

}  // namespace warrant::testing
