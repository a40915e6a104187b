// No input crashes, hangs or exhausts memory: depth, length and size end in a diagnostic. What would take exponential time does not
// end before the time limit that every test has; how long a test takes is not measured otherwise.
#include "dsl/limits.hpp"

#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

namespace warrant::testing_dsl {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

Parsed parse_condition(const std::string& condition) {
    return parse_text("library a\ndefine b = " + condition + "\n");
}

// Each of these would take a stack, or exponential time, from a parser that is not careful.
TEST(Limits, DeepNestingIsToldOnce) {
    const std::size_t very_many = 100'000;
    const std::size_t many = 20'000;
    const std::vector<std::string> conditions = {
        repeated("(", very_many) + "a" + repeated(")", very_many),
        repeated("(", very_many),
        repeated("not ", many) + "a",
        repeated("-", many) + "a",
        repeated("x in (", many),
        repeated("x in ", many),
        repeated("f(", many),
        repeated("if ", many),
        repeated("if a then 1 else ", many / 2) + "1",
        repeated("all of (", many),
        repeated("at least 1 of (", many / 2),
        repeated("least of (", many),
        repeated("days between ", many / 2),
        repeated("(a rounded up to ", many / 2),
        repeated("1 + ", many) + "1",
        repeated("1 * ", many) + "1",
    };
    for (const std::string& condition : conditions) {
        const Parsed parsed = parse_condition(condition);
        ASSERT_EQ(parsed.diagnostics.all().size(), 1U) << condition.substr(0, 40);
        const std::string slug = parsed.slugs()[0];
        EXPECT_TRUE(slug == "nested-too-deeply" || slug == "syntax") << slug;
    }
    EXPECT_EQ(parse_condition(conditions[0]).slugs()[0], "nested-too-deeply");
    EXPECT_EQ(parse_operand(conditions[0]).slugs()[0], "nested-too-deeply");
}

// Below the limit on depth, a mistake at the innermost place must not be found twice at each level.
TEST(Limits, AMistakeDeepInsideIsFoundOnce) {
    const std::size_t deep = 60;
    for (const std::string open : {"(", "x in (", "f(", "not (", "all of (", "least of (", "-(", "(a + ", "1 * (", "if (",
                                   "x in (1, (", "days between (", "at least 2 of (a, "}) {
        for (const std::string wrong : {"==", "a b", ""}) {
            EXPECT_FALSE(parse_condition(repeated(open, deep) + wrong).module.complete);
            EXPECT_FALSE(parse_operand(repeated(open, deep) + wrong).module.complete);
        }
    }
}

TEST(Limits, TheDepthThatIsAllowedIsRead) {
    const auto depth = static_cast<std::size_t>(limits::max_expression_depth);
    EXPECT_TRUE(parse_condition(repeated("(", depth) + "a" + repeated(")", depth)).module.complete);
    EXPECT_TRUE(parse_condition(repeated("not ", depth - 1) + "a").module.complete);
    EXPECT_TRUE(parse_condition(repeated("1 + ", depth - 1) + "1").module.complete);
    EXPECT_FALSE(parse_condition(repeated("(", depth + 1) + "a" + repeated(")", depth + 1)).module.complete);
    EXPECT_FALSE(parse_condition(repeated("not ", depth) + "a").module.complete);
    EXPECT_FALSE(parse_condition(repeated("1 + ", depth) + "1").module.complete);
    // A connective is one node, however many operands it has.
    EXPECT_TRUE(parse_condition(repeated("a and ", 10'000) + "a").module.complete);
}

TEST(Limits, DepthIsToldOncePerDeclaration) {
    const std::string deep = repeated("1 + ", 1000) + "1";
    const Parsed parsed = parse_text("library a\ndefine b = " + deep + "\ndefine c = " + deep + "\ndefine d = 1\n");
    EXPECT_EQ(parsed.slugs(), (std::vector<std::string>{"nested-too-deeply", "nested-too-deeply"}));
    EXPECT_EQ(parsed.module.decls.size(), 1U);
}

TEST(Limits, TextsOverTheLimitAreNotRead) {
    const std::string header = "library a\n";
    std::string text = header + std::string(limits::max_guideline_bytes - header.size(), ' ');
    EXPECT_TRUE(parse_text(text).module.complete);
    EXPECT_EQ(parse_text(text + " ").slugs(), (std::vector<std::string>{"file-too-large"}));
    EXPECT_EQ(parse_operand(std::string(limits::max_guideline_bytes + 1, 'a')).slugs(),
              (std::vector<std::string>{"file-too-large"}));
}

TEST(Limits, DeclarationsOverTheLimitAreNotRead) {
    const std::string text = "library a\n" + repeated("define b = 1\n", limits::max_declarations);
    EXPECT_TRUE(parse_text(text).module.complete);
    const Parsed parsed = parse_text(text + "define c = 1\n");
    EXPECT_EQ(parsed.slugs(), (std::vector<std::string>{"file-too-large"}));
    EXPECT_EQ(parsed.module.decls.size(), limits::max_declarations);
}

TEST(Limits, OfVeryManyMistakesTheFirstAreToldAndTheRestCounted) {
    const Parsed parsed = parse_text("library a\n" + repeated("definr b = ==\n", 9'000) + repeated("define = 1\n", 9'000));
    EXPECT_EQ(parsed.diagnostics.all().size(), limits::max_diagnostics);
    EXPECT_GT(parsed.diagnostics.dropped(), 1000U);
}

TEST(Limits, WhatIsNotUtf8IsToldWithItsPlace) {
    for (const std::string bad : {"\xff", "\x80", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf0\x80\x80\xaf",
                                  "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) {
        const Parsed parsed = parse_text("library a\n# " + bad);
        EXPECT_EQ(parsed.slugs(), (std::vector<std::string>{"not-utf8"}));
        EXPECT_EQ(parsed.sources.position(parsed.diagnostics.all().at(0).span.begin).line, 2U);
        EXPECT_EQ(parse_operand(bad).slugs(), (std::vector<std::string>{"not-utf8"}));
    }
    for (const std::string good : {"é", "€", "\xed\x9f\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_TRUE(parse_text("library a\n# " + good).module.complete) << good;
    }
}

}  // namespace
}  // namespace warrant::testing_dsl
