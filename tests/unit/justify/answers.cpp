// Answers to single questions over every golden case: each part and each fact that decided has one, nothing runs over the page,
// and a change is shown exactly where there is one.
#include "interpreter/justify/answers.hpp"
#include "interpreter/justify/render.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace warrant::test {
namespace {

class Answers : public testing::TestWithParam<std::filesystem::path> {
protected:
    std::string stem() const { return GetParam().stem().string(); }
    Justification justification() const { return review_golden(stem()).justification; }
};

// Columns are code points; the texts of the examples hold no others.
void expect_fits(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80u) << line;
}

// The words of a text, however its lines break.
std::string words_in(const std::string& text) {
    std::istringstream words(text);
    std::string joined;
    for (std::string word; words >> word;) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

void collect_facts(const std::vector<Reason>& reasons, std::vector<FactView>& facts) {
    for (const Reason& reason : reasons) {
        if (reason.fact) facts.push_back(*reason.fact);
        collect_facts(reason.children, facts);
    }
}

TEST_P(Answers, EachPartAndEachOfItsFactsHasOne) {
    const Justification all = justification();
    expect_fits(render_why(all, false));
    for (const RequestJustification& request : all.requests) {
        for (const SectionView& section : request.sections) {
            for (const PartView& part : section.parts) {
                const auto said = render_why_part(all, part.id, false);
                ASSERT_TRUE(said) << part.id;
                expect_fits(*said);
                EXPECT_NE(said->find(part.status_text), std::string::npos) << part.id;
                std::vector<FactView> facts;
                collect_facts(part.reasons, facts);
                for (const FactView& fact : facts) {
                    const std::string text = render_why_fact(all, std::vector<FactView>(all.requests.size(), fact), false);
                    expect_fits(text);
                    const std::string words = words_in(text);
                    const bool named = words.find(fact.label) != std::string::npos;
                    EXPECT_TRUE(named || words.find(fact.sentence) != std::string::npos) << fact.label << "\n" << text;
                }
            }
        }
    }
}

TEST_P(Answers, NothingChangesBetweenACaseAndItself) {
    const Justification all = justification();
    const std::string text = render_what_if(all, all, false);
    expect_fits(text);
    for (const std::string_view change : {", then ", "No longer", "Then also"}) EXPECT_EQ(text.find(change), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Cases, Answers, testing::ValuesIn(golden::files(golden::root() / "tests/golden/justify", ".yaml")),
                         [](const auto& one) { return one.param.stem().string(); });

TEST(AnswersToOneQuestion, WhyKeepsToWhatDecided) {
    const std::string text = render_why(review_golden("definitions").justification, false);
    EXPECT_NE(text.find("1  Not before it has healed"), std::string::npos) << text;
    EXPECT_EQ(text.find("A visit for each day"), std::string::npos) << text;
}

TEST(AnswersToOneQuestion, APartThatNoSectionHas) {
    EXPECT_FALSE(render_why_part(review_golden("definitions").justification, "9", false));
}

TEST(AnswersToOneQuestion, AFactThatNoPartReadsIsSaidToBeSo) {
    const Justification all = review_golden("definitions").justification;
    FactView other;
    other.path = "job.demand";
    other.label = "physical demand level";
    const std::string text = render_why_fact(all, {other}, false);
    EXPECT_NE(text.find("Read by   no part of the section"), std::string::npos) << text;
}

TEST(AnswersToOneQuestion, WhatIfShowsThePartsThatChangeAndWhatIsAskedForThen) {
    const Justification recorded = review_golden("definitions_open").justification;
    const Justification given = review_golden("definitions_open", {"healing.dry=yes"}).justification;
    const std::string text = render_what_if(recorded, given, false);
    EXPECT_TRUE(
        text.starts_with("HYPOTHETICAL: some values were given for this run and are not the record's\n"
                         "  wound that is dry: yes\n"))
        << text;
    EXPECT_NE(text.find("unknown, then met"), std::string::npos) << text;
    EXPECT_NE(text.find("unknown, then within"), std::string::npos) << text;
    EXPECT_NE(text.find("As before 2\n"), std::string::npos) << text;
    EXPECT_NE(text.find("No longer asked for: wound that is dry; exercise program begun\n"), std::string::npos) << text;
    EXPECT_NE(text.find("Still     asked for: first day without a dressing\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace warrant::test
