// A mistake is told once, where it is, and what stands around it is still read.
#include "tests/golden/golden.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

namespace warrant::testing_dsl {
namespace {

using Slugs = std::vector<std::string>;

TEST(Recovery, FiveMistakesFiveDiagnosticsAndNoOthers) {
    const auto file = golden::root() / "tests/golden/parse/fail_five_mistakes.warrant";
    const Parsed parsed = parse_text(golden::read_file(file));
    EXPECT_EQ(parsed.slugs(), (Slugs{"syntax", "syntax", "syntax", "unknown-declaration", "syntax"}));
    std::vector<std::uint32_t> lines;
    for (const Diagnostic& diagnostic : parsed.diagnostics.all()) {
        lines.push_back(parsed.sources.position(diagnostic.span.begin).line);
    }
    EXPECT_EQ(lines, (std::vector<std::uint32_t>{10, 12, 15, 17, 21}));
    ASSERT_EQ(parsed.module.decls.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<ast::Use>(parsed.module.decls[0].kind));
    EXPECT_TRUE(std::holds_alternative<ast::Criterion>(parsed.module.decls[1].kind));
}

// Layout means nothing to the grammar; recovery must not need it either.
TEST(Recovery, WorksInTextThatIsNotIndented) {
    const Parsed parsed = parse_text(
        "library test.flat\n"
        "define a = ==\n"
        "fact b \"b\" : yes or no\n"
        "ask \"b?\"\n"
        "define c = (1\n"
        "criterion 1 \"One\"\n"
        "requires a and and\n"
        "criterion 2\n"
        "excluded when b\n");
    EXPECT_EQ(parsed.slugs(), (Slugs{"syntax", "syntax", "syntax"})) << parsed.said();
    EXPECT_EQ(parsed.module.decls.size(), 2U);  // the fact and criterion 2
}

// `criterion 2` at the beginning of a line may belong to a condition: then it is not taken for a declaration.
TEST(Recovery, ACriterionThatIsNamedInAConditionBeginsNothing) {
    const Parsed parsed = parse_text(
        "guideline test.named \"Named\"\n"
        "recommended when any of (criterion 1,\n"
        "criterion 2) and and\n"
        "criterion 3 # the next declaration\n"
        "  requires a\n");
    EXPECT_EQ(parsed.slugs(), (Slugs{"syntax"})) << parsed.said();
    ASSERT_EQ(parsed.module.decls.size(), 1U);
    EXPECT_EQ(std::get<ast::Criterion>(parsed.module.decls[0].kind).id.text, "3");
}

TEST(Recovery, AMisspeltDeclarationDoesNotHideTheOneBefore) {
    const Parsed parsed = parse_text("library test.slip\ndefine a = 1\nfatc b \"b\" : number\ndefine c = 2\n");
    EXPECT_EQ(parsed.slugs(), (Slugs{"unknown-declaration"})) << parsed.said();
    EXPECT_EQ(parsed.module.decls.size(), 2U);
}

// A misspelt clause is the mistake of its declaration, which then is not blamed for lacking the clause as well.
TEST(Recovery, AMisspeltClauseIsOneMistake) {
    for (const std::string indent : {"", "  "}) {
        const Parsed parsed = parse_text("library test.slip\ncriterion 1\n" + indent + "reqiures a\ndefine c = 2\n");
        EXPECT_EQ(parsed.slugs(), (Slugs{"syntax"})) << parsed.said();
        EXPECT_EQ(parsed.diagnostics.all()[0].help, "did you mean `requires`?");
        EXPECT_EQ(parsed.module.decls.size(), 1U);
    }
}

TEST(Recovery, RefusedDeclarationsLeaveNoExpressionsBehind) {
    const Parsed parsed = parse_text("library test.slip\ndefine a = 1 < 2 < 3\ndefine b = 4\n");
    ASSERT_EQ(parsed.module.decls.size(), 1U);
    EXPECT_EQ(parsed.module.exprs.size(), 1U);
}

TEST(Recovery, AHeaderThatIsWrongHidesNoDeclaration) {
    for (const std::string header : {"guideline \"No name\"\n  source \"A\"\n", "giudeline a\n  source \"A\"\n", "# nothing\n",
                                     "library a\n  source\n  editoin 5\n", "{\n"}) {
        const Parsed parsed = parse_text(header + "define a = 1\ndefine b = 2\n");
        EXPECT_FALSE(parsed.module.complete);
        EXPECT_EQ(parsed.module.decls.size(), 2U) << parsed.said();
    }
}

TEST(Recovery, EveryBeginningOfAFileEndsInAnAnswer) {
    const std::string text = golden::read_file(golden::root() / "tests/golden/parse/rules.warrant");
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const Parsed parsed = parse_text(text.substr(0, size));
        EXPECT_EQ(parsed.module.complete, parsed.diagnostics.all().empty());
        EXPECT_LE(parsed.diagnostics.errors(), 1U) << text.substr(0, size) << parsed.said();
    }
}

}  // namespace
}  // namespace warrant::testing_dsl
