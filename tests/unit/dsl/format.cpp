// The formatter: its layout as golden files, and its laws on every text of the repository and on texts that are torn apart at
// random: the tree stays, no comment is lost, and what is formatted stays as it is.
#include "dsl/format.hpp"

#include "dsl/format_tokens.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/dsl/formatting.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>

namespace warrant::testing_dsl {
namespace {

std::filesystem::path folder() {
    return golden::root() / "tests/golden/format";
}

TEST(Format, EveryGoldenFile) {
    const auto files = golden::files(folder(), ".warrant");
    ASSERT_GT(files.size(), 3U);
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename().string());
        EXPECT_TRUE(golden::matches(golden::sibling(file, ".formatted"), formatted(golden::read_file(file))));
    }
}

TEST(Format, ATextWithAMistakeIsReportedAndNotFormatted) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add("test.warrant", "library test.broken\n\nunit =\n");
    EXPECT_FALSE(format_module(sources, source, diagnostics));
    EXPECT_EQ(diagnostics.errors(), 1U);
}

TEST(Format, EmptyLinesTabsAndOtherEndsOfLinesMakeNoDifference) {
    EXPECT_EQ(formatted("\xEF\xBB\xBFlibrary a.b\r\n\r\n\r\n\tunit   x ,y\r\n"), "library a.b\n\nunit x, y\n");
    EXPECT_EQ(formatted("library a.b"), "library a.b\n");
    EXPECT_EQ(formatted("\n\n# c  \nlibrary a.b # d\n\n\n# e\n\n\n# f"), "# c\nlibrary a.b  # d\n\n# e\n\n# f\n");
}

// ---------------------------------------------------------------- laws

std::vector<std::string> comments_of(std::string_view text) {
    std::vector<std::string> comments;
    const layout::LayoutTokens read = layout::read_layout_tokens(text);
    const auto add = [&comments](const std::vector<layout::OwnLineComment>& own) {
        for (const layout::OwnLineComment& comment : own) comments.emplace_back(comment.text);
    };
    for (const layout::LayoutToken& token : read.tokens) {
        add(token.before);
        if (!token.after.empty()) comments.emplace_back(token.after);
    }
    add(read.at_end);
    std::sort(comments.begin(), comments.end());
    return comments;
}

// What holds for every text without mistakes; empty: all of it.
std::string broken_law(const std::string& text) {
    const Parsed before = parse_text(text);
    if (!before.module.complete) return "does not parse: " + before.said();
    const std::string once = formatted(text);
    const Parsed after = parse_text(once);
    if (!after.module.complete) return "no longer parses: " + after.said() + once;
    if (before.tree() != after.tree()) return "another tree:\n" + once;
    if (comments_of(text) != comments_of(once)) return "other comments:\n" + once;
    const std::string twice = formatted(once);
    if (twice != once) return golden::first_difference(once, twice) + "\nin\n" + once;
    for (std::string_view rest = once; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (line.ends_with(' ')) return "a line ends with a space:\n" + std::string(line);
    }
    return {};
}

TEST(Format, KeepsTreeAndCommentsOfEveryTextOfTheRepository) {
    const std::vector<std::string> texts = accepted_texts();
    EXPECT_GT(texts.size(), 25U);
    for (const std::string& text : texts) EXPECT_EQ(broken_law(text), "") << text;
}

// ---------------------------------------------------------------- texts torn apart

bool begins_with_digit(const layout::LayoutToken& token) {
    return std::isdigit(static_cast<unsigned char>(token.text.front())) != 0;
}

// The ends of lines mean something only beside numbers: a unit stands on the line of its number, and pages on one.
bool may_part(const layout::LayoutToken& left, const layout::LayoutToken& right) {
    return !left.negates && !begins_with_digit(left) && !(left.text == "," && begins_with_digit(right));
}

std::string no_comment() {
    return *rc::gen::element<std::string>("\n", "\n\n", "\n  ", " \t ");
}

std::string perhaps_comment() {
    return *rc::gen::element<std::string>("\n", " ", "  # at the end\n", "\n# own \"line\n", "\n\n\n  # below # it\n\n",
                                          "\n  # a\n# b\n");
}

template <typename Separator>
std::string torn(const std::string& text, const Separator& separator) {
    const layout::LayoutTokens read = layout::read_layout_tokens(text);
    std::string out;
    for (std::size_t i = 0; i < read.tokens.size(); ++i) {
        out += read.tokens[i].text;
        if (i + 1 == read.tokens.size()) break;
        const bool parts = may_part(read.tokens[i], read.tokens[i + 1]);
        const bool tears = parts && *rc::gen::inRange(0, 4) == 0;
        if (tears) {
            out += separator();
        } else if (layout::space_between(read.tokens[i], read.tokens[i + 1])) {
            out += ' ';
        }
    }
    return out + "\n";
}

std::string without_empty_lines(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '\n' || !out.ends_with('\n')) out += c;
    }
    return out;
}

RC_GTEST_PROP(FormatLaws, HoldWhereverCommentsStand, ()) {
    static const std::vector<std::string> texts = accepted_texts();
    const std::string text = torn(*rc::gen::elementOf(texts), perhaps_comment);
    RC_TAG(comments_of(text).empty() ? "no comment" : "comments");
    const std::string law = broken_law(text);
    if (!law.empty()) RC_FAIL(law + "\n--- of\n" + text);
}

RC_GTEST_PROP(FormatLaws, LinesMakeNoDifference, ()) {
    static const std::vector<std::string> texts = accepted_texts();
    const std::string whole = torn(*rc::gen::elementOf(texts), [] { return std::string(" "); });
    RC_ASSERT(without_empty_lines(formatted(torn(whole, no_comment))) == without_empty_lines(formatted(whole)));
}

RC_GTEST_PROP(FormatLaws, HoldForGeneratedRules, ()) {
    const std::string text = torn(*generated_module(), perhaps_comment);
    const std::string law = broken_law(text);
    if (!law.empty()) RC_FAIL(law + "\n--- of\n" + text);
}

// A line is longer than the width only where nothing in it can stand on a line of its own.
RC_GTEST_PROP(FormatLaws, ConditionsBreakBeforeTheyAreTooLong, ()) {
    const std::string text = formatted(*generated_module());
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const bool connected = line.find(" and ", line.find_first_not_of(' ') + 4) != std::string_view::npos;
        if (connected && line.size() > 100) RC_FAIL(std::string(line) + "\n--- in\n" + text);
    }
}

}  // namespace
}  // namespace warrant::testing_dsl
