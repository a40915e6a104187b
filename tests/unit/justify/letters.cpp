// The draft letter: what would meet a part, the plain words, what a hostile record cannot do to Markdown and HTML, and what is
// said of the physician and the documents.
#include "interpreter/justify/letter.hpp"
#include "interpreter/justify/render.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

#include <cctype>

namespace warrant::test {

namespace {

std::string outline_of(const std::vector<ToMeet>& wants, const std::string& indent = "") {
    std::string text;
    for (const ToMeet& want : wants) {
        if (want.needed) text += indent + want.needed->fact.label + ": " + want.needed->wanted + "\n";
        else text += indent + want.heading + "\n" + outline_of(want.children, indent + "  ");
    }
    return text;
}

// What would meet a lone criterion with that condition.
std::string wanted_for(const std::string& condition, const std::string& facts) {
    const SectionView section = section_of(criterion("1", condition), facts);
    return section.parts.empty() ? "no part" : outline_of(section.parts.front().to_meet);
}

TEST(ToMeet, AsksForNothingThatIsThere) {
    EXPECT_EQ(wanted_for("pain.chronic", "  pain.chronic: yes\n"), "");
    EXPECT_EQ(wanted_for("pain.chronic and exercise.begun", "  pain.chronic: yes\n"), "exercise program begun: yes\n");
    EXPECT_EQ(wanted_for("pain.chronic and exercise.begun", "  pain.chronic: yes\n  exercise.begun: no\n"),
              "exercise program begun: yes\n");
}

TEST(ToMeet, GroupsAsTheGuidelineJoins) {
    const std::string any = "any of (pain.chronic, exercise.begun and sleep.improved)";
    EXPECT_EQ(wanted_for(any, "  pain.chronic: no\n"),
              "any one of\n"
              "  pain of more than three months: yes\n"
              "  all of\n"
              "    exercise program begun: yes\n"
              "    better sleep: yes\n");
    EXPECT_EQ(wanted_for("not (pain.chronic or exercise.begun)", "  pain.chronic: yes\n"),
              "pain of more than three months: no\nexercise program begun: no\n");
    const std::string two = "at least 2 of (pain.chronic, exercise.begun, sleep.improved)";
    EXPECT_EQ(wanted_for(two, "  pain.chronic: no\n"),
              "at least 2 of\n"
              "  pain of more than three months: yes\n"
              "  exercise program begun: yes\n"
              "  better sleep: yes\n");
    EXPECT_EQ(wanted_for(two, "  pain.chronic: yes\n"), "any one of\n  exercise program begun: yes\n  better sleep: yes\n");
}

TEST(ToMeet, OfAComparisonTheValueThatWouldDo) {
    EXPECT_EQ(wanted_for("recovery.tolerance >= 4 hours/day", "  recovery.tolerance: 2 hours/day\n"),
              "time a day the worker can take part: at least 4 hours/day\n");
    EXPECT_EQ(wanted_for("not (recovery.tolerance >= 4 hours/day)", "  recovery.tolerance: 5 hours/day\n"),
              "time a day the worker can take part: under 4 hours/day\n");
    EXPECT_EQ(wanted_for("job.demand >= medium", ""), "physical demand level of the current job: at least medium\n");
}

TEST(LetterWords, SpellOutSignsAndRates) {
    EXPECT_EQ(spelled_out("time a day: 5 hours/day >= 4 hours/day"), "time a day: 5 hours a day is at least 4 hours a day");
    EXPECT_EQ(spelled_out("2015-06-09 <= 2015-02-19 + 2 years = 2017-02-19"),
              "2015-06-09 is no later than 2015-02-19 + 2 years = 2017-02-19");
    EXPECT_EQ(spelled_out("2015-06-09 > 2012-03-01 + 2 years"), "2015-06-09 is later than 2012-03-01 + 2 years");
    EXPECT_EQ(spelled_out("0 weeks <= 4 weeks"), "0 weeks is at most 4 weeks");
    EXPECT_EQ(spelled_out("a != b"), "a is not b");
    EXPECT_EQ(spelled_out("with and/or without"), "with and/or without");
    EXPECT_EQ(spelled_out("1/3 of it"), "1/3 of it");
}

std::string markdown(const Line& text) {
    return print_markdown({"T", {Paragraph{text}}});
}

TEST(LetterMarkdown, KeepsTextFromBecomingMarks) {
    EXPECT_EQ(markdown({{"*a* _b_ [c](d) <e> `f` g\\h & ~i~ |"}}),
              "# T\n\n\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` g\\\\h \\& \\~i\\~ \\|\n");
    EXPECT_EQ(markdown({{"- a"}}), "# T\n\n\\- a\n");
    EXPECT_EQ(markdown({{"12. a"}}), "# T\n\n12\\. a\n");
    EXPECT_EQ(markdown({{"# a"}}), "# T\n\n\\# a\n");
    EXPECT_EQ(markdown({{"a\n\n# b\n---"}}), "# T\n\na # b ---\n") << "lines of a record are one paragraph";
    EXPECT_EQ(print_markdown({"T", {List{{{{{"a"}}, {{{{"b", true}}, {}}}}}}}}), "# T\n\n- a\n  - **b**\n");
}

// A word that would be a mark may come to stand first in a line when the text is wrapped.
TEST(LetterMarkdown, GuardsEachLine) {
    const std::string long_word(77, 'x');
    EXPECT_EQ(markdown({{long_word + " - + 2. rest"}}), "# T\n\n" + long_word + " -\n\\+ 2. rest\n");
    EXPECT_EQ(markdown({{long_word + "xx 2. rest"}}), "# T\n\n" + long_word + "xx\n2\\. rest\n");
}

TEST(LetterHtml, KeepsTextFromBecomingTags) {
    const std::string html = print_html({"<T>", {Paragraph{{{"<script>alert('x')</script> & \"y\"", true}}}}});
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("<title>&lt;T&gt;</title>"), std::string::npos);
    EXPECT_NE(html.find("<p><strong>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</strong></p>"),
              std::string::npos);
}

TEST(LetterHtml, NeedsNothingElse) {
    const std::string html = render_letter(review_golden("supported").justification, LetterForm::html);
    for (const std::string outside : {"<script", "<link", "<img", "src=", "href=", "url(", "http://", "https://", "@import"})
        EXPECT_EQ(html.find(outside), std::string::npos) << outside;
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

std::string letter(const std::string& stem) {
    const Reviewed reviewed = review_golden(stem);
    EXPECT_EQ(reviewed.mistakes, "");
    return render_letter(reviewed.justification, LetterForm::markdown);
}

TEST(Letter, NamesNoCredentialThatTheCaseDoesNotGive) {
    const std::string text = letter("supported");
    EXPECT_NE(text.find("- **State of licensure:** the case file does not say; to be filled in."), std::string::npos) << text;
    EXPECT_NE(text.find("- **Specialty:** the case file does not say; to be filled in."), std::string::npos) << text;
}

TEST(Letter, ListsDocumentsOfWhichNothingWasUsed) {
    const std::string text = letter("not_supported");
    EXPECT_NE(text.find("- IMR final determination, not dated. Used for the findings."), std::string::npos) << text;
    EXPECT_NE(text.find("- Functional capacity evaluation, 2015-05-20. Nothing was used for the findings."), std::string::npos)
        << text;
}

TEST(Letter, ShowsEveryStatementWithItsStanding) {
    const std::string text = letter("statements");
    for (const std::string words :
         {"Set aside: light (Progress report, page not stated, 2015-06-09", "Preferred because: it has the job description.",
          "Replaced by a later statement: 2 hours a day", "Dated after the request: 6 hours a day",
          "One document says: 2015-02-19"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in\n" << text;
}

TEST(Letter, OfReviewedGuidelinesHasNoBanner) {
    EXPECT_TRUE(drafts_of(review_golden("connectives").justification).empty());
    EXPECT_EQ(letter("connectives").find("Made of a draft guideline."), std::string::npos);
    EXPECT_EQ(drafts_of(review_golden("supported").justification),
              std::vector<std::string>{"Strengthening program, edition 2009"});
    EXPECT_NE(letter("supported").find("> **Made of a draft guideline.**"), std::string::npos);
}

TEST(Letter, OfOneThatIsNotEligibleProposesNothingAndSaysWhy) {
    const std::string text = letter("not_eligible");
    EXPECT_NE(text.find("- **Proposed:** nothing. The case is not eligible for"), std::string::npos) << text;
    EXPECT_EQ(text.find("For the treatment this means"), std::string::npos);
}

TEST(Letter, AsksWhereOneMayNotTellAndNamesWhoMustChoose) {
    const std::string asking = letter("information_request");
    EXPECT_TRUE(asking.starts_with("# DRAFT for the reviewing physician: request for information\n"));
    EXPECT_NE(asking.find("#### Information to send"), std::string::npos);
    EXPECT_EQ(asking.find("#### Decision of the reviewing physician"), std::string::npos);
    const std::string several = letter("candidates");
    EXPECT_NE(several.find("More than one section or edition may govern"), std::string::npos);
    EXPECT_NE(several.find("#### If number 1 of 2 governs"), std::string::npos) << several;
}

}  // namespace

}  // namespace warrant::test
