// Expressions as `warrant eval` reads them: sets as operands, and the same rules as in guidelines.
#include "dsl/kinds.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

namespace warrant::testing_dsl {
namespace {

struct Case {
    std::string text;
    std::string tree;
};

TEST(Operands, SetsAreReadAsTheRecordStatesThem) {
    const std::vector<Case> cases = {
        {"unknown", "unknown\n"},
        {"one_of(medium, 2 days, 2015-06)", "one of\n  name medium\n  number 2 days\n  date 2015-06\n"},
        {"3..5", "range\n  from\n    number 3\n  to\n    number 5\n"},
        {"-3..-1.5", "range\n  from\n    number -3\n  to\n    number -1.5\n"},
        {"4..6 hours/day", "range\n  from\n    number 4 hours/day\n  to\n    number 6 hours/day\n"},
        {"light..heavy", "range\n  from\n    name light\n  to\n    name heavy\n"},
        {"2013-02-01..2013-02", "range\n  from\n    date 2013-02-01\n  to\n    date 2013-02\n"},
        {"2013..2014-05", "range\n  from\n    date 2013\n  to\n    date 2014-05\n"},
        {"2013-05..2014", "range\n  from\n    date 2013-05\n  to\n    date 2014\n"},
        {"over 2 years", "range\n  from, not itself\n    number 2 years\n"},
        {"under 2 years", "range\n  to, not itself\n    number 2 years\n"},
        {"at least 2 years", "range\n  from\n    number 2 years\n"},
        {"at most 2 years", "range\n  to\n    number 2 years\n"},
        {"before 2013-07", "range\n  to, not itself\n    date 2013-07\n"},
        {"before 2013", "range\n  to, not itself\n    date 2013\n"},
        {"after 2013", "range\n  from, not itself\n    date 2013\n"},
        {"over 2013", "range\n  from, not itself\n    number 2013\n"},
        {"at least medium", "range\n  from\n    name medium\n"},
        {"2013-02", "date 2013-02\n"},
        {"2015", "number 2015\n"},
    };
    for (const Case& wanted : cases) {
        const Parsed parsed = parse_operand(wanted.text);
        EXPECT_TRUE(parsed.module.complete) << parsed.said();
        EXPECT_EQ(parsed.tree(), wanted.tree) << wanted.text;
    }
}

TEST(Operands, SetsStandInsideExpressions) {
    const std::vector<Case> cases = {
        {"at least 2 of (unknown, a)", "at least 2 of\n  unknown\n  name a\n"},
        {"x in 3..5 days", "in range\n  name x\n  number 3 days\n  number 5 days\n"},
        {"x in a + 1..b", "in range\n  name x\n  +\n    name a\n    number 1\n  name b\n"},
        {"x in (1..2, y)", "in list\n  name x\n  range\n    from\n      number 1\n    to\n      number 2\n  name y\n"},
        {"- x", ""},
        {"2..3 + 1", "+\n  range\n    from\n      number 2\n    to\n      number 3\n  number 1\n"},
        {"a - 3..4", "-\n  name a\n  range\n    from\n      number 3\n    to\n      number 4\n"},
        {"not over 2 >= 1", "not\n  >=\n    range\n      from, not itself\n        number 2\n    number 1\n"},
        {"unknown_thing and overdue", "and\n  name unknown_thing\n  name overdue\n"},
    };
    for (const Case& wanted : cases) {
        const Parsed parsed = parse_operand(wanted.text);
        EXPECT_EQ(parsed.module.complete, !wanted.tree.empty()) << parsed.said();
        EXPECT_EQ(parsed.tree(), wanted.tree) << wanted.text;
    }
}

TEST(Operands, AnExpressionIsTheWholeText) {
    const std::vector<Case> cases = {
        {"", "expected an expression, but the text ends here"},
        {"a b", "expected an operator or the end of the expression, but found `b`"},
        {"a )", "expected an operator or the end of the expression, but found `)`"},
        {"least of (a, b", "expected an operator, `,` or `)`, but the text ends here"},
        {"x in over 2", "expected an operator, `..` or the end of the expression, but found `2`"},
        {"x in 3", "after `in` comes a list or a range, and this is one value"},
        {"one_of()", "expected a value or an expression, but found `)`"},
        {"2015-02-30..2015-03", "there is no date 2015-02-30: February 2015 has 28 days"},
    };
    for (const Case& wanted : cases) {
        const Parsed parsed = parse_operand(wanted.text);
        EXPECT_FALSE(parsed.module.complete) << wanted.text;
        ASSERT_EQ(parsed.diagnostics.all().size(), 1U) << parsed.said();
        EXPECT_EQ(parsed.diagnostics.all()[0].message, wanted.tree);
    }
}

TEST(Operands, GuidelinesHoldNoSets) {
    for (const std::string set : {"over 2 years", "3..5", "one_of(a, b) .. 3", "at least 3 weeks", "before 2013"}) {
        const Parsed parsed = parse_text("library a\ndefine b = x >= " + set + "\n");
        EXPECT_EQ(parsed.slugs(), (std::vector<std::string>{"syntax"})) << set;
    }
    // There, the words of sets are names like others.
    EXPECT_TRUE(parse_text("library a\ndefine b = unknown and over and one_of(c)\n").module.complete);
}

TEST(Operands, NumbersAreExactToSixPlaces) {
    const auto micro = [](const std::string& text) {
        const Parsed parsed = parse_operand(text);
        return std::get<ast::NumberLiteral>(parsed.module.exprs.at(0).kind).micro;
    };
    EXPECT_EQ(micro("0"), 0);
    EXPECT_EQ(micro("12.5"), 12'500'000);
    EXPECT_EQ(micro("0.000001"), 1);
    EXPECT_EQ(micro("9223372036854.775807"), INT64_MAX);
    EXPECT_EQ(parse_operand("9223372036854.775808").slugs(), (std::vector<std::string>{"bad-number"}));
    EXPECT_EQ(parse_operand("99999999999999999999999").slugs(), (std::vector<std::string>{"bad-number"}));
}

}  // namespace
}  // namespace warrant::testing_dsl
