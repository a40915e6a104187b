// grammar.md and the parser are held equal: the same productions, every example read or refused as it says. And the grammar
// itself has no rule that could loop without consuming anything.
#include "dsl/grammar.hpp"

#include "dsl/productions.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <tao/pegtl/contrib/analyze.hpp>

namespace warrant::testing_dsl {
namespace {

// The blocks of grammar.md that are marked with one word after the fence.
std::vector<std::string> blocks(const std::string& mark) {
    const std::string text = golden::read_file(golden::root() / "grammar.md");
    const std::string open = "\n```" + mark + "\n";
    std::vector<std::string> found;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        const std::size_t begin = at + open.size();
        at = text.find("\n```\n", begin);
        found.push_back(text.substr(begin, at + 1 - begin));
    }
    return found;
}

std::set<std::string> names_matching(const std::string& text, const std::regex& pattern) {
    std::set<std::string> names;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
        EXPECT_TRUE(names.insert((*match)[1]).second) << (*match)[1] << " stands twice";
    }
    return names;
}

std::set<std::string> listed_productions() {
    return {std::begin(production_names), std::end(production_names)};
}

TEST(Grammar, EveryProductionIsInTheDocumentUnderItsName) {
    std::string ebnf;
    for (const std::string& block : blocks("ebnf")) ebnf += block;
    EXPECT_EQ(names_matching(ebnf, std::regex("(?:^|\n)([a-z_]+) +=")), listed_productions());
}

// Rules above the lexical ones are productions, all of them; the few that only look ahead or describe a lookahead are named
// here.
TEST(Grammar, EveryRuleOfTheHeadersIsListed) {
    const std::set<std::string> lookaheads = {"sets_allowed", "count_of", "not_a_longer_sign", "not_in_force"};
    std::set<std::string> rules;
    for (const std::string file : {"dsl/grammar.hpp", "dsl/grammar_expressions.hpp"}) {
        const std::string text = golden::read_file(golden::root() / file);
        // Rules are structs at the beginning of a line; templates of rules stand behind `template` and are no productions.
        rules.merge(names_matching(text, std::regex("[;}]\\n(?://[^\\n]*\\n)*struct ([a-z_]+)\\s*[:{]")));
    }
    for (const std::string& rule : rules) EXPECT_TRUE(listed_productions().contains(rule) || lookaheads.contains(rule)) << rule;
    EXPECT_GT(rules.size(), 60U);
}

TEST(Grammar, NoRuleLoopsWithoutConsuming) {
    EXPECT_EQ(tao::pegtl::analyze<grammar::module>(1), 0U);
    EXPECT_EQ(tao::pegtl::analyze<grammar::expression>(1), 0U);
}

TEST(Grammar, AcceptedExamplesAreRead) {
    const auto examples = blocks("warrant");
    EXPECT_GT(examples.size(), 8U);
    for (const std::string& example : examples) {
        const Parsed parsed = parse_text(example);
        EXPECT_TRUE(parsed.module.complete) << parsed.said();
    }
    for (const std::string& example : blocks("warrant-eval")) {
        const Parsed parsed = parse_operand(example);
        EXPECT_TRUE(parsed.module.complete) << parsed.said();
    }
}

TEST(Grammar, RejectedExamplesAreRefusedForTheReasonTheyName) {
    const auto examples = blocks("warrant-rejected");
    EXPECT_GT(examples.size(), 12U);
    for (const std::string& example : examples) {
        const std::string slug = example.substr(2, example.find('\n') - 2);
        EXPECT_EQ(parse_text(example).slugs(), std::vector<std::string>{slug}) << example << parse_text(example).said();
    }
}

}  // namespace
}  // namespace warrant::testing_dsl
