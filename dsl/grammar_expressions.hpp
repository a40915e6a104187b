// Private (PEGTL). The expression half of the grammar. Every alternative is told by its first words, so no rule reads a nested
// expression twice. Mixed `and`/`or` and chained comparisons are recognised here and refused, in words, by the builder.
#pragma once

#include "dsl/grammar_words.hpp"

#include <utility>

namespace warrant::grammar {

struct expression;
struct operand;
struct factor;
struct primary;
struct sum;

template <typename Rule>
struct comma_list : seq<Rule, star<SIGN(','), Rule>> {};
template <typename Rule>
struct in_parentheses : seq<SIGN('('), Rule, SIGN(')')> {};

// Succeeds without consuming where sets may be written as operands: the recorder of recognize.cpp says so.
struct sets_allowed {
    using rule_t = sets_allowed;
    using subs_t = empty_list;
    template <apply_mode A, rewind_mode M, template <typename...> class Action, template <typename...> class Control,
              typename Input, typename Recorder>
    static bool match(Input&, Recorder& recorder) {
        return recorder.sets;
    }
};

// questions over the elements of a list
struct element : seq<name, WORD("in"), name> {};
struct where_clause : seq<WORD("where"), expression> {};
struct selection : seq<element, opt<where_clause>> {};
struct for_each : seq<WORD("for"), selection> {};
struct else_value : seq<WORD("else"), factor> {};
struct quantifier_word : sor<WORD("some"), WORD("every")> {};
struct quantifier : seq<quantifier_word, in_parentheses<element>, WORD("has"), in_parentheses<expression>> {};
struct counted : seq<WORD("count"), WORD("of"), in_parentheses<selection>> {};
struct total : seq<WORD("sum"), WORD("of"), in_parentheses<seq<expression, for_each>>> {};
struct sort_key : seq<WORD("by"), expression> {};
struct latest : seq<WORD("latest"), in_parentheses<seq<selection, sort_key>>, SIGN('.'), name, opt<else_value>> {};

// operands
struct truth : sor<WORD("yes"), WORD("no")> {};
// A number and, on the same line, its unit.
struct quantity : seq<number, sor<seq<star<blank>, unit_name>, space>> {};
struct parenthesised : in_parentheses<expression> {};
struct arguments : in_parentheses<comma_list<expression>> {};
struct column : token<dotted> {};
struct reference : seq<name, opt<arguments, opt<one<'.'>, column>>> {};
struct count : token<digits> {};
struct group_word
    : sor<seq<WORD("all"), WORD("of")>, seq<WORD("any"), WORD("of")>, seq<WORD("at"), WORD("least"), count, WORD("of")>> {};
struct group : seq<group_word, in_parentheses<comma_list<expression>>> {};
struct extreme_word : seq<sor<WORD("least"), WORD("greatest")>, WORD("of")> {};
struct extreme : seq<extreme_word, SIGN('('), expression,
                     sor<seq<for_each, SIGN(')'), opt<else_value>>, seq<star<SIGN(','), expression>, SIGN(')')>>> {};
struct elapsed_unit : seq<sor<WORD("days"), WORD("months"), WORD("years")>, WORD("between")> {};
struct elapsed : seq<elapsed_unit, sum, WORD("and"), sum> {};
struct criterion_reference : seq<WORD("criterion"), rule_id> {};
struct every_criterion : seq<WORD("every"), WORD("criterion"), opt<WORD("holds")>> {};

// sets as operands
struct bound : sor<date, seq<opt<seq<one<'-'>, at<digit>>>, quantity>, name> {};
struct unknown_set : WORD("unknown") {};
struct one_of_set : seq<WORD("one_of"), in_parentheses<comma_list<bound>>> {};
struct closed_range : seq<bound, token<two<'.'>>, bound> {};
// `at least 2 of (…)` counts conditions; it is no half-line.
struct count_of : seq<digits, space, keyword<'o', 'f'>> {};
struct open_range_word : sor<WORD("over"), WORD("under"), WORD("before"), WORD("after"),
                             seq<WORD("at"), WORD("least"), not_at<count_of>>, seq<WORD("at"), WORD("most")>> {};
struct open_range : seq<open_range_word, bound> {};
struct set_literal : seq<sets_allowed, sor<unknown_set, one_of_set, closed_range, open_range>> {};

struct primary : sor<parenthesised, group, date, quantity, text, truth, extreme, elapsed, criterion_reference, every_criterion,
                     quantifier, counted, total, latest, reference> {};

// arithmetic
struct rounding : seq<WORD("rounded"), WORD("up"), WORD("to"), primary> {};
struct negation : seq<one<'-'>, not_at<one<' ', '\t', '\r', '\n'>>, factor> {};
struct factor : sor<set_literal, negation, seq<primary, opt<rounding>>> {};
struct product_sign : sor<SIGN('*'), SIGN('/')> {};
struct product : seq<factor, star<product_sign, factor>> {};
struct sum_sign : sor<SIGN('+'), seq<one<'-'>, space>> {};
struct sum : seq<product, star<sum_sign, product>> {};

// comparisons
struct not_a_longer_sign : not_at<one<'=', '<', '>'>> {};
struct comparison_sign : token<sor<seq<sor<string<'!', '='>, string<'<', '='>, string<'>', '='>>, not_a_longer_sign>,
                                   seq<one<'=', '<', '>'>, not_a_longer_sign>>> {};
struct membership_item : seq<sum, opt<SIGN('.', '.'), sum>> {};
struct membership_list : in_parentheses<comma_list<membership_item>> {};
struct membership_range : seq<sum, opt<SIGN('.', '.'), sum>> {};
// `in force 2009-07-18` after a condition in the header is the next clause.
struct not_in_force : not_at<WORD("in"), WORD("force"), digit> {};
struct membership : seq<not_in_force, WORD("in"), if_then_else<at<one<'('>>, membership_list, membership_range>> {};
struct comparison : seq<sum, star<sor<seq<comparison_sign, sum>, membership>>> {};

// conditions
struct prefix_word : sor<WORD("not"), WORD("documented"), WORD("known")> {};
struct operand : sor<seq<prefix_word, operand>, comparison> {};
struct connective : sor<WORD("and"), WORD("or")> {};
struct conditional : seq<WORD("if"), expression, WORD("then"), expression, WORD("else"), expression> {};
struct expression : sor<conditional, seq<operand, star<connective, operand>>> {};

}  // namespace warrant::grammar

namespace TAO_PEGTL_NAMESPACE {

template <typename Name>
struct analyze_traits<Name, warrant::grammar::sets_allowed> : analyze_opt_traits<> {};

}  // namespace TAO_PEGTL_NAMESPACE
