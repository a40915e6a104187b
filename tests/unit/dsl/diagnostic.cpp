// How diagnostics are collected and rendered, as text for a terminal and as JSON.
#include "dsl/diagnostic.hpp"

#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace warrant {
namespace {

constexpr DiagnosticKind advice{"some-advice", Severity::warning, "a warning for these tests"};

struct Rendered {
    SourceMap sources;
    Diagnostics diagnostics;
    std::uint32_t base = 0;

    explicit Rendered(std::string text) {
        sources.add("other", "in front");
        base = sources.base(sources.add("file.warrant", std::move(text)));
    }
    Span span(std::uint32_t begin, std::uint32_t end) const { return {base + begin, base + end}; }
    std::string text() const { return render_text(diagnostics, sources, false); }
};

TEST(Diagnostics, TextShowsTheLineACaretRunHelpAndNotes) {
    Rendered r("requires a == b\n\tor c\n");
    r.diagnostics.report(kinds::syntax, r.span(11, 13), "found `==`", "write `=`")
        .notes.push_back({r.span(17, 19), "here, too"});
    EXPECT_EQ(r.text(),
              "file.warrant:1:12: error: found `==` [syntax]\n"
              "  1 | requires a == b\n"
              "    |            ^~\n"
              "help: write `=`\n"
              "file.warrant:2:2: note: here, too\n"
              "  2 | \tor c\n"
              "    | \t^~\n");
}

TEST(Diagnostics, CaretsCountCodePoints) {
    Rendered r("“größe” ≥ 4");
    const std::string text = "“größe” ≥ 4";
    const auto begin = static_cast<std::uint32_t>(text.find("≥"));
    r.diagnostics.report(kinds::syntax, r.span(begin, begin + 3), "found `≥`");
    EXPECT_EQ(r.text(),
              "file.warrant:1:9: error: found `≥` [syntax]\n"
              "  1 | “größe” ≥ 4\n"
              "    |         ^\n");
}

TEST(Diagnostics, ASpanOverSeveralLinesIsMarkedToTheEndOfItsFirst) {
    Rendered r("one two\nthree");
    r.diagnostics.report(kinds::syntax, r.span(4, 13), "two lines");
    EXPECT_EQ(r.text(), "file.warrant:1:5: error: two lines [syntax]\n  1 | one two\n    |     ^~~\n");
}

TEST(Diagnostics, AnEmptySpanAtTheEndHasOneCaret) {
    Rendered r("");
    r.diagnostics.report(advice, r.span(0, 0), "nothing here");
    EXPECT_EQ(r.text(), "file.warrant:1:1: warning: nothing here [some-advice]\n  1 | \n    | ^\n");
    EXPECT_TRUE(r.diagnostics.ok());
    EXPECT_EQ(r.diagnostics.warnings(), 1U);
}

TEST(Diagnostics, LongLinesAreCutAroundThePlace) {
    Rendered r(std::string(5000, '(') + "x" + std::string(5000, ')'));
    r.diagnostics.report(kinds::syntax, r.span(5000, 9000), "here");
    EXPECT_EQ(r.text(), "file.warrant:1:5001: error: here [syntax]\n  1 | " + std::string(60, '(') + "x" +
                            std::string(59, ')') + "\n    | " + std::string(60, ' ') + "^" + std::string(59, '~') + "\n");
}

// What a hostile file holds must not reach the terminal as commands, nor as broken UTF-8.
TEST(Diagnostics, ControlCharactersAndBrokenBytesAreShownAsQuestionMarks) {
    Rendered r("a\x1b[31m\xff\xc3(\xe2\x89\x7f z");
    r.diagnostics.report(kinds::syntax, r.span(0, 1), "here");
    EXPECT_EQ(r.text(), "file.warrant:1:1: error: here [syntax]\n  1 | a?[31m?\?(?\? z\n    | ^\n");
}

TEST(Diagnostics, WithoutAPlaceThereIsOnlyTheSentence) {
    Rendered r("x");
    r.diagnostics.report_unlocated(kinds::syntax, "no place", "try another");
    EXPECT_EQ(r.text(), "error: no place [syntax]\nhelp: try another\n");
}

TEST(Diagnostics, ColourAddsOnlyEscapeSequences) {
    Rendered r("one two");
    r.diagnostics.report(kinds::syntax, r.span(4, 7), "message");
    r.diagnostics.report(advice, r.span(0, 3), "message");
    std::string colored = render_text(r.diagnostics, r.sources, true);
    EXPECT_NE(colored, r.text());
    for (std::size_t escape = colored.find('\x1b'); escape != std::string::npos; escape = colored.find('\x1b')) {
        colored.erase(escape, colored.find('m', escape) - escape + 1);
    }
    EXPECT_EQ(colored, r.text());
}

TEST(Diagnostics, PastTheLimitErrorsAreCountedNotKept) {
    Rendered r("x");
    r.diagnostics.report(advice, r.span(0, 1), "a warning does not use up the errors");
    for (std::size_t i = 0; i < limits::max_diagnostics + 5; ++i) {
        r.diagnostics.report(kinds::syntax, r.span(0, 1), "again").notes.push_back({r.span(0, 1), "note"});
    }
    EXPECT_EQ(r.diagnostics.all().size(), limits::max_diagnostics + 1);
    EXPECT_EQ(r.diagnostics.errors(), limits::max_diagnostics + 5);
    EXPECT_EQ(r.diagnostics.dropped(), 5U);
    EXPECT_TRUE(r.text().ends_with("and 5 more that are not shown\n"));
}

TEST(Diagnostics, JsonHoldsEverything) {
    Rendered r("one ≥ two\nthree");
    r.diagnostics.report(kinds::syntax, r.span(4, 7), "found `≥`", "write `>=`").notes.push_back({r.span(12, 17), "see"});
    r.diagnostics.report_unlocated(advice, "no place");
    const auto json = nlohmann::json::parse(render_json(r.diagnostics, r.sources));
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["errors"], 1);
    EXPECT_EQ(json["warnings"], 1);
    EXPECT_EQ(json["not_shown"], 0);
    const auto& first = json["diagnostics"][0];
    EXPECT_EQ(first["slug"], "syntax");
    EXPECT_EQ(first["severity"], "error");
    EXPECT_EQ(first["file"], "file.warrant");
    EXPECT_EQ(first["line"], 1);
    EXPECT_EQ(first["column"], 5);
    EXPECT_EQ(first["end_line"], 1);
    EXPECT_EQ(first["end_column"], 6);
    EXPECT_EQ(first["message"], "found `≥`");
    EXPECT_EQ(first["help"], "write `>=`");
    EXPECT_EQ(first["notes"][0]["message"], "see");
    EXPECT_EQ(first["notes"][0]["line"], 2);
    const auto& second = json["diagnostics"][1];
    EXPECT_EQ(second["severity"], "warning");
    EXPECT_FALSE(second.contains("line"));
    EXPECT_TRUE(second["notes"].empty());
}

TEST(Diagnostics, JsonReplacesBytesThatAreNotUtf8) {
    Rendered r("x");
    r.diagnostics.report(kinds::syntax, r.span(0, 1), "found \xff here");
    const auto json = nlohmann::json::parse(render_json(r.diagnostics, r.sources));
    EXPECT_EQ(json["diagnostics"][0]["message"], "found \xEF\xBF\xBD here");
}

}  // namespace
}  // namespace warrant
