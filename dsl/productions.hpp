// Private. The one list of productions: each row is a rule of the grammar headers, a node of the recognised tree, and a
// production of grammar.md under the same name. The second column is what a person is told was expected where the rule cannot
// even begin; empty: the rules inside speak for themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warrant {

// clang-format off
#define WARRANT_PRODUCTIONS(X) \
    /* words */ \
    X(name,                "a name") \
    X(text,                "a text in quotes") \
    X(closing_quote,       "the closing quote of the text, on the same line") \
    X(number,              "a number") \
    X(date,                "a date") \
    X(unit_name,           "a unit") \
    /* expressions */ \
    X(expression,          "an expression") \
    X(conditional,         "an expression") \
    X(connective,          "an operator") \
    X(operand,             "an expression") \
    X(prefix_word,         "an expression") \
    X(comparison,          "an expression") \
    X(comparison_sign,     "an operator") \
    X(membership,          "an operator") \
    X(membership_list,     "") \
    X(membership_item,     "an expression") \
    X(membership_range,    "") \
    X(sum,                 "an expression") \
    X(sum_sign,            "an operator") \
    X(product,             "an expression") \
    X(product_sign,        "an operator") \
    X(factor,              "an expression") \
    X(negation,            "an expression") \
    X(rounding,            "an operator") \
    X(primary,             "an expression") \
    X(quantity,            "an expression") \
    X(truth,               "an expression") \
    X(parenthesised,       "an expression") \
    X(group,               "an expression") \
    X(count,               "a whole number") \
    X(group_word,          "an expression") \
    X(extreme,             "an expression") \
    X(extreme_word,        "an expression") \
    X(elapsed,             "an expression") \
    X(elapsed_unit,        "an expression") \
    X(criterion_reference, "an expression") \
    X(every_criterion,     "an expression") \
    X(element,             "a name") \
    X(where_clause,        "`where`") \
    X(selection,           "a name") \
    X(for_each,            "`for`") \
    X(else_value,          "`else`") \
    X(quantifier_word,     "an expression") \
    X(quantifier,          "an expression") \
    X(counted,             "an expression") \
    X(total,               "an expression") \
    X(sort_key,            "`by`") \
    X(latest,              "an expression") \
    X(reference,           "an expression") \
    X(arguments,           "an operator") \
    X(column,              "a column of the table") \
    /* operands that are sets, for `warrant eval` only */ \
    X(set_literal,         "an expression") \
    X(unknown_set,         "an expression") \
    X(one_of_set,          "an expression") \
    X(closed_range,        "an expression") \
    X(open_range,          "an expression") \
    X(open_range_word,     "an expression") \
    X(bound,               "a value") \
    /* clauses that several declarations share */ \
    X(citation,            "a citation") \
    X(pages,               "page numbers") \
    X(basis,               "a basis") \
    X(verbatim,            "a text clause") \
    X(provenance,          "a citation") \
    X(type_name,           "a type") \
    X(edition_name,        "an edition such as `2009`") \
    X(rule_id,             "a number or name") \
    X(when_clause,         "`when`") \
    X(applies_clause,      "a clause") \
    X(exception,           "an exception") \
    X(caps_clause,         "`caps`") \
    X(no_limit,            "`no limit`") \
    /* a file and its header */ \
    X(module,              "") \
    X(header,              "`guideline`, `library` or `procedure`") \
    X(module_kind,         "`guideline`, `library` or `procedure`") \
    X(header_clause,       "a clause of the header") \
    X(source_clause,       "a clause of the header") \
    X(edition_clause,      "a clause of the header") \
    X(in_force_clause,     "a clause of the header") \
    X(status_clause,       "a clause of the header") \
    X(extent_clause,       "a clause of the header") \
    X(covers_clause,       "a clause of the header") \
    X(adds_to_clause,      "a clause of the header") \
    X(open_end,            "`on`") \
    X(status,              "`draft`, `reviewed` or `in use`") \
    /* declarations */ \
    X(declaration,         "a declaration") \
    X(use,                 "a declaration") \
    X(service,             "a declaration") \
    X(kind_of,             "`kind of`") \
    X(choice_type,         "a declaration") \
    X(ordered_values,      "`<`") \
    X(unordered_values,    "`|`") \
    X(record_type,         "a declaration") \
    X(field,               "a name") \
    X(field_mark,          "`signed`") \
    X(unit,                "a declaration") \
    X(fact,                "a declaration") \
    X(fact_clause,         "a clause of the fact") \
    X(fact_index,          "`(`") \
    X(fact_name,           "a name") \
    X(if_yes,              "a clause of the fact") \
    X(if_no,               "a clause of the fact") \
    X(ask,                 "a clause of the fact") \
    X(shown_by,            "a clause of the fact") \
    X(fact_mark,           "a clause of the fact") \
    X(only_if,             "a clause of the fact") \
    X(values,              "a declaration") \
    X(code_item,           "a code in quotes") \
    X(definition,          "a declaration") \
    X(parameters,          "`(`") \
    X(parameter,           "a name") \
    X(table,               "a declaration") \
    X(table_keys,          "`by`") \
    X(table_results,       "`gives`") \
    X(table_column,        "the name of a column") \
    X(table_row,           "a row (`| … | … |`)") \
    X(table_cell,          "a cell") \
    X(cell_value,          "a value") \
    X(cell_range,          "a value") \
    X(range_start,         "a value") \
    X(range_end,           "a value") \
    X(criterion,           "a declaration") \
    X(criterion_clause,    "a clause of the criterion") \
    X(requirement,         "`requires`") \
    X(exclusion,           "`excluded when`") \
    X(limit,               "a declaration") \
    X(limit_clause,        "a clause of the limit") \
    X(caps,                "`caps`") \
    X(generally,           "`generally`") \
    X(recommendation,      "a declaration") \
    X(recommendation_kind, "a declaration") \
    X(recommendation_clause, "a clause of the recommendation") \
    X(assumption,          "a declaration") \
    X(assumption_clause,   "a clause of the assumption") \
    X(because,             "`because`") \
    X(outcome,             "a declaration") \
    X(eligible,            "a declaration") \
    X(search,              "a declaration") \
    X(rank,                "a source") \
    X(proposes,            "a declaration") \
    X(proposal,            "a row (a finding, an outcome, who decides)") \
    X(finding,             "a finding") \
    X(decider,             "`by physician` or `by reviewer`")
// clang-format on

enum class Production : std::uint8_t {
#define WARRANT_PRODUCTION_ENUMERATOR(name, expected) name,
    WARRANT_PRODUCTIONS(WARRANT_PRODUCTION_ENUMERATOR)
#undef WARRANT_PRODUCTION_ENUMERATOR
};

inline constexpr std::string_view production_names[] = {
#define WARRANT_PRODUCTION_NAME(name, expected) #name,
    WARRANT_PRODUCTIONS(WARRANT_PRODUCTION_NAME)
#undef WARRANT_PRODUCTION_NAME
};

inline constexpr std::string_view expected_at_production[] = {
#define WARRANT_PRODUCTION_EXPECTED(name, expected) expected,
    WARRANT_PRODUCTIONS(WARRANT_PRODUCTION_EXPECTED)
#undef WARRANT_PRODUCTION_EXPECTED
};

inline constexpr std::size_t production_count = sizeof(production_names) / sizeof(production_names[0]);

}  // namespace warrant
