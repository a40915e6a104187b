// Every part of the tree knows the text that it was read from, also in a source that is not the first.
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

namespace warrant::testing_dsl {
namespace {

Parsed parse_second(std::string text) {
    Parsed parsed;
    parsed.sources.add("first", "something in front");
    const SourceId source = parsed.sources.add("second", std::move(text));
    parsed.module = parse_module(parsed.sources, source, parsed.diagnostics);
    return parsed;
}

const ast::Define& define_at(const Parsed& parsed, std::size_t index) {
    return std::get<ast::Define>(parsed.module.decls.at(index).kind);
}

TEST(Spans, DeclarationsAndTheirWords) {
    const Parsed parsed = parse_second(
        "library a\n\ndefine one \"One\"\n  pages 3-4, 7\n  = 1  # one\n\nnot recommended\nunit hour, hours = 60 minutes\n");
    ASSERT_EQ(parsed.module.decls.size(), 3U) << parsed.said();
    EXPECT_EQ(parsed.slice(parsed.module.header.span), "library a");
    EXPECT_EQ(parsed.slice(parsed.module.decls[0].span), "define one \"One\"\n  pages 3-4, 7\n  = 1");
    EXPECT_EQ(parsed.slice(parsed.module.decls[0].keyword), "define");
    EXPECT_EQ(parsed.slice(parsed.module.decls[1].keyword), "not");
    EXPECT_EQ(parsed.slice(parsed.module.decls[1].span), "not recommended");
    EXPECT_EQ(parsed.slice(define_at(parsed, 0).name.span), "one");
    EXPECT_EQ(parsed.slice(define_at(parsed, 0).label->span), "\"One\"");
    EXPECT_EQ(parsed.slice(define_at(parsed, 0).provenance.citation->span), "pages 3-4, 7");
    const auto& unit = std::get<ast::Unit>(parsed.module.decls[2].kind);
    EXPECT_EQ(parsed.slice(unit.definition_span), "60 minutes");
    EXPECT_EQ(parsed.slice(unit.definition->unit->numerator.span), "minutes");
    ASSERT_EQ(parsed.module.comments.size(), 1U);
    EXPECT_EQ(parsed.slice(parsed.module.comments[0].span), "# one");
}

TEST(Spans, ExpressionsEndWithTheirLastToken) {
    const Parsed parsed = parse_second(
        "library a\ndefine one = (a + 3 hours/day # why\n  ) rounded up to 1 visit  \n and not b in (1, 2)  and x in 3..5 "
        "days\n"
        "define two = f(a, b) - 1\n");
    ASSERT_TRUE(parsed.module.complete) << parsed.said();
    const ast::Expr& one = parsed.module.expr(define_at(parsed, 0).value);
    EXPECT_EQ(parsed.slice(one.span),
              "(a + 3 hours/day # why\n  ) rounded up to 1 visit  \n and not b in (1, 2)  and x in 3..5 days");
    const auto& connective = std::get<ast::Connective>(one.kind);
    const auto slice = [&](ExprId id) { return parsed.slice(parsed.module.expr(id).span); };
    EXPECT_EQ(slice(connective.operands[0]), "(a + 3 hours/day # why\n  ) rounded up to 1 visit");
    const auto& rounded = std::get<ast::RoundedUp>(parsed.module.expr(connective.operands[0]).kind);
    EXPECT_EQ(slice(rounded.operand), "a + 3 hours/day");
    EXPECT_EQ(slice(rounded.step), "1 visit");
    EXPECT_EQ(slice(connective.operands[1]), "not b in (1, 2)");
    const auto& range = std::get<ast::InRange>(parsed.module.expr(connective.operands[2]).kind);
    EXPECT_EQ(slice(range.low), "3");
    EXPECT_EQ(slice(range.high), "5 days");
    const auto& sum = std::get<ast::Binary>(parsed.module.expr(define_at(parsed, 1).value).kind);
    EXPECT_EQ(slice(sum.left), "f(a, b)");
    const auto& added = std::get<ast::Binary>(parsed.module.expr(rounded.operand).kind);
    const auto& unit = *std::get<ast::NumberLiteral>(parsed.module.expr(added.right).kind).unit;
    EXPECT_EQ(parsed.slice(unit.numerator.span), "hours");
    EXPECT_EQ(parsed.slice(unit.denominator->span), "day");
}

TEST(Spans, CommentsAreKeptAndTextsHoldNone) {
    const Parsed parsed = parse_second("# first\r\nlibrary a \"not # one\"\n# \"second\noutcome b \"\\\"# no\" # third\n#");
    ASSERT_TRUE(parsed.module.complete) << parsed.said();
    std::vector<std::string_view> comments;
    for (const ast::Comment& comment : parsed.module.comments) comments.push_back(parsed.slice(comment.span));
    EXPECT_EQ(comments, (std::vector<std::string_view>{"# first", "# \"second", "# third", "#"}));
}

TEST(Spans, AByteOrderMarkIsPassedOver) {
    const Parsed parsed = parse_second("\xEF\xBB\xBFlibrary a\n");
    EXPECT_TRUE(parsed.module.complete) << parsed.said();
    EXPECT_EQ(parsed.module.header.name.text, "a");
}

// A unit stands on the line of its number: the word of the next line is not taken for one.
TEST(Spans, AUnitStandsOnTheLineOfItsNumber) {
    const Parsed parsed = parse_second("library a\ndefine one = 1\nzzz\n");
    ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
    EXPECT_EQ(parsed.slugs()[0], "unknown-declaration");
    EXPECT_EQ(parsed.slice(parsed.diagnostics.all()[0].span), "zzz");
}

// After a number, words of the language and of clauses are themselves.
TEST(Spans, ClauseWordsAreNoUnits) {
    const Parsed parsed = parse_second(
        "library a\nassume x = 4 unless shown because \"y\"\ncriterion 1 requires x >= 4 pages 98\n"
        "criterion 2 requires (x > 3 and y) except z when x in 3..4 text \"w\"\n");
    EXPECT_TRUE(parsed.module.complete) << parsed.said();
    EXPECT_EQ(parsed.module.decls.size(), 3U);
}

}  // namespace
}  // namespace warrant::testing_dsl
