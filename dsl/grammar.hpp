// Private (PEGTL). The grammar of headers and declarations; grammar.md is its readable twin, and a test holds the two equal.
// Says only what may stand where: that a clause stands once and that none is missing is the builder's to see.
#pragma once

#include "dsl/grammar_expressions.hpp"

namespace warrant::grammar {

// clauses that several declarations share
struct citation : sor<seq<sor<WORD("pages"), WORD("page")>, pages>, seq<WORD("section"), text>> {};
struct basis : seq<WORD("basis"), sor<WORD("text"), WORD("recalled"), seq<WORD("quoted"), text>>> {};
struct verbatim : seq<WORD("text"), text> {};
struct provenance : sor<citation, basis, verbatim> {};
struct when_clause : seq<WORD("when"), expression> {};
struct applies_clause : seq<WORD("applies"), WORD("when"), expression> {};
struct caps_clause : seq<WORD("caps"), WORD("at"), expression> {};
struct no_limit : seq<WORD("no"), WORD("limit")> {};
struct exception : seq<WORD("except"), name, opt<text>, star<provenance>, when_clause, opt<sor<caps_clause, no_limit>>> {};

// the header
struct module_kind : sor<WORD("guideline"), WORD("library"), WORD("procedure")> {};
struct header : seq<module_kind, name, opt<text>> {};
struct source_clause : seq<WORD("source"), text> {};
struct edition_clause : seq<WORD("edition"), edition_name> {};
struct open_end : WORD("on") {};
struct in_force_clause : seq<WORD("in"), WORD("force"), date, sor<open_end, seq<WORD("to"), date>>> {};
struct status : sor<WORD("draft"), WORD("reviewed"), seq<WORD("in"), WORD("use")>> {};
struct status_clause : seq<WORD("status"), status> {};
struct extent_clause : seq<WORD("extent"), WORD("partial")> {};
struct covers_clause : seq<WORD("covers"), comma_list<name>, opt<when_clause>> {};
struct adds_to_clause : seq<WORD("adds"), WORD("to"), comma_list<name>, opt<when_clause>> {};
struct header_clause : sor<source_clause, citation, edition_clause, in_force_clause, basis, status_clause, extent_clause,
                           covers_clause, adds_to_clause> {};

// vocabulary
struct use : seq<WORD("use"), name, opt<WORD("edition"), edition_name>> {};
struct kind_of : seq<WORD("kind"), WORD("of"), name> {};
struct service : seq<WORD("service"), name, text, WORD("in"), name, opt<kind_of>> {};
struct ordered_values : plus<SIGN('<'), name> {};
struct unordered_values : plus<SIGN('|'), name> {};
struct choice_type : seq<WORD("type"), name, WORD("is"), name, opt<sor<ordered_values, unordered_values>>> {};
struct field_mark : WORD("signed") {};
struct field : seq<name, opt<text>, SIGN(':'), type_name, opt<field_mark>> {};
struct record_type : seq<WORD("type"), name, WORD("has"), comma_list<field>> {};
struct unit : seq<WORD("unit"), name, opt<SIGN(','), name>, opt<SIGN('='), quantity>> {};
struct if_yes : seq<WORD("if"), WORD("yes"), text> {};
struct if_no : seq<WORD("if"), WORD("no"), text> {};
struct ask : seq<WORD("ask"), text> {};
struct shown_by : seq<WORD("shown"), WORD("by"), comma_list<text>> {};
struct fact_mark : sor<WORD("changes"), WORD("opinion"), WORD("signed"), WORD("obtainable"), WORD("clinical"), WORD("fixed")> {
};
struct only_if : seq<WORD("only"), WORD("if"), expression> {};
struct fact_clause : sor<if_yes, if_no, ask, shown_by, fact_mark, only_if> {};
struct fact_index : in_parentheses<type_name> {};
struct fact : seq<WORD("fact"), name, opt<fact_index>, opt<text>, opt<SIGN(':'), type_name>, star<fact_clause>> {};
struct code_item : seq<text, opt<SIGN('.', '.'), text>> {};
struct values : seq<WORD("values"), name, opt<text>, SIGN('='), comma_list<code_item>> {};
// A fact of one value of its index: `history.visits(physical_therapy)`.
struct fact_name : seq<name, opt<in_parentheses<name>>> {};
struct parameter : seq<name, SIGN(':'), type_name> {};
struct parameters : in_parentheses<comma_list<parameter>> {};
struct definition : seq<WORD("define"), name, opt<parameters>, opt<text>, star<provenance>, SIGN('='), expression> {};

// tables
struct table_column : seq<name, opt<SIGN(':'), type_name>> {};
struct table_keys : seq<WORD("by"), comma_list<table_column>> {};
struct table_results : seq<WORD("gives"), comma_list<table_column>> {};
struct range_start : seq<opt<WORD("over")>, bound> {};
struct range_end : seq<opt<WORD("under")>, bound> {};
struct cell_range : seq<range_start, sor<SIGN('.', '.'), WORD("to")>, range_end> {};
struct cell_value : sor<truth, text, cell_range, open_range, bound> {};
struct table_cell : sor<WORD("any"), WORD("otherwise"), seq<WORD("not"), WORD("addressed")>, comma_list<cell_value>> {};
struct table_row : seq<SIGN('|'), plus<table_cell, SIGN('|')>> {};
struct table : seq<WORD("table"), name, opt<text>, table_keys, table_results, star<provenance>, plus<table_row>> {};

// rules
struct generally : WORD("generally") {};
struct requirement : seq<opt<generally>, WORD("requires"), expression> {};
struct exclusion : seq<WORD("excluded"), WORD("when"), expression> {};
struct criterion_clause : sor<provenance, requirement, exclusion, applies_clause, exception> {};
struct criterion : seq<WORD("criterion"), rule_id, opt<text>, star<criterion_clause>> {};
struct caps : seq<opt<generally>, WORD("caps"), name, WORD("at"), expression> {};
struct limit_clause : sor<provenance, caps, applies_clause, exception> {};
struct limit : seq<WORD("limit"), rule_id, opt<text>, star<limit_clause>> {};
struct recommendation_kind
    : sor<WORD("recommended"), seq<WORD("not"), WORD("recommended")>, seq<WORD("no"), WORD("recommendation")>> {};
struct recommendation_clause : sor<provenance, when_clause, exception> {};
struct recommendation : seq<recommendation_kind, star<recommendation_clause>> {};
struct because : seq<WORD("because"), text> {};
struct assumption_clause : sor<because, provenance> {};
struct assumption
    : seq<WORD("assume"), fact_name, SIGN('='), expression, WORD("unless"), WORD("shown"), star<assumption_clause>> {};

// procedures
struct outcome : seq<WORD("outcome"), name, text> {};
struct eligible : seq<WORD("eligible"), when_clause> {};
struct rank : sor<in_parentheses<seq<name, star<WORD("or"), name>>>, name> {};
struct search : seq<WORD("search"), rank, star<SIGN(','), WORD("then"), rank>> {};
struct finding : sor<WORD("supported"), seq<WORD("partly"), WORD("supported")>, WORD("undetermined"),
                     seq<WORD("not"), sor<WORD("supported"), WORD("addressed")>>> {};
struct decider : seq<WORD("by"), sor<WORD("physician"), WORD("reviewer")>> {};
struct proposal : seq<finding, name, opt<decider>, opt<text>> {};
struct proposes : seq<WORD("proposes"), plus<proposal>> {};

struct declaration : sor<use, service, choice_type, record_type, unit, fact, values, definition, table, criterion, limit,
                         recommendation, assumption, outcome, eligible, search, proposes> {};

#undef WORD
#undef SIGN

// A whole file. The parser reads it piece by piece with these same rules, so that it can go on after a mistake.
struct module : seq<space, header, star<header_clause>, star<declaration>, eof> {};

}  // namespace warrant::grammar
