// Every kind of diagnostic of the interpreter library, in one table. A test finds each slug in a golden file.
#pragma once

#include "dsl/diagnostic.hpp"

namespace warrant::kinds {

// clang-format off
#define WARRANT_INTERPRETER_KINDS(X) \
    /* names and vocabulary */ \
    X(unknown_name,          "unknown-name",          error,   "a name is not declared anywhere that is visible here") \
    X(unknown_unit,          "unknown-unit",          error,   "a unit or type is not declared") \
    X(unknown_service,       "unknown-service",       error,   "a service is not declared") \
    X(unknown_criterion,     "unknown-criterion",     error,   "a recommendation or a test names a part that is not there") \
    X(unknown_outcome,       "unknown-outcome",       error,   "a procedure or a test names an outcome that is not declared") \
    X(declared_twice,        "declared-twice",        error,   "one name is declared twice") \
    X(no_label,              "no-label",              error,   "a declaration that people read has no label") \
    X(no_type,               "no-type",               error,   "a fact, or a column of a table, has no type") \
    X(bad_unit,              "bad-unit",              error,   "a unit's definition gives it no usable size") \
    X(cyclic_definition,     "cyclic-definition",     error,   "a thing is defined by itself") \
    X(nested_definitions,    "nested-definitions",    error,   "definitions are read through more others than the named limit") \
    X(too_many,              "too-many",              error,   "there are more of something than the named limit") \
    X(unused_definition,     "unused-definition",     warning, "a definition or table of a guideline is read by nothing") \
    /* types */ \
    X(type_mismatch,         "type-mismatch",         error,   "a value of one type stands where another is needed") \
    X(unit_mismatch,         "unit-mismatch",         error,   "two units do not convert into each other") \
    X(inexact_conversion,    "inexact-conversion",    error,   "an implicit conversion of units cannot be exact") \
    X(set_not_allowed,       "set-not-allowed",       error,   "an operand is written as a set where one value is needed") \
    X(wrong_arguments,       "wrong-arguments",       error,   "a definition or table is given other arguments than it declares") \
    X(no_amount,             "no-amount",             error,   "a quantity of the request is read where no section says its unit") \
    X(list_not_allowed,      "list-not-allowed",      error,   "a list or a whole element stands where a single value is needed") \
    X(lists_read_together,   "lists-read-together",   error,   "a question over one list reads an element of another") \
    X(no_else,               "no-else",               error,   "a value is taken from a list that may be empty, and nothing stands for it then") \
    X(bad_code,              "bad-code",              error,   "a code, or a set of codes, is not written as codes are") \
    X(read_without_gate,     "read-without-gate",     warning, "a fact is read without the condition under which it has a meaning") \
    /* tables */ \
    X(table_gap,             "table-gap",             error,   "no row of a table applies to some combination of its keys") \
    X(table_overlap,         "table-overlap",         error,   "two rows of a table apply to one combination of its keys") \
    X(table_row_unused,      "table-row-unused",      error,   "a row of a table never applies by itself") \
    X(not_constant,          "not-constant",          error,   "a cell of a table is not a fixed value") \
    X(unknown_column,        "unknown-column",        error,   "a look-up names a column that the table does not have, or none") \
    X(misplaced_lookup,      "misplaced-lookup",      error,   "a table with a row that is not addressed is looked up where that could be lost") \
    /* modules and parts */ \
    X(misplaced_declaration, "misplaced-declaration", error,   "a declaration stands in a module of another kind") \
    X(header_incomplete,     "header-incomplete",     error,   "a module's header lacks a clause that it needs") \
    X(no_citation,           "no-citation",           error,   "a rule cites nothing, and its header neither") \
    X(text_without_basis,    "text-without-basis",    error,   "verbatim text stands where the source was not read or quoted") \
    X(not_a_quantity,        "not-a-quantity",        error,   "a limit caps something that is not a quantity of the request") \
    X(bad_recommendation,    "bad-recommendation",    error,   "a recommendation is built of something other than criteria") \
    X(finds_nothing,         "finds-nothing",         error,   "a guideline has no criterion, limit or recommendation") \
    X(assumption_not_allowed,"assumption-not-allowed",error,   "an assumption is not of a fact, or not a constant") \
    X(assumption_only_hurts, "assumption-only-hurts", error,   "an assumption can only count against the request and cites nothing") \
    X(no_reason,             "no-reason",             error,   "an assumption gives neither a reason nor a citation") \
    X(finding_not_mapped,    "finding-not-mapped",    error,   "a procedure proposes nothing for a finding, or twice") \
    X(no_decider,            "no-decider",            error,   "a procedure does not say who decides") \
    X(unknown_source,        "unknown-source",        warning, "a procedure searches a source that has nothing on the shelf") \
    /* the shelf, editions, what governs, findings */ \
    X(module_twice,          "module-twice",          error,   "two modules on the shelf have one name and one edition") \
    X(editions_overlap,      "editions-overlap",      error,   "two editions of one module are in force on the same day") \
    X(period_reversed,       "period-ends-before-it-begins", error, "an edition's period ends before it begins") \
    X(unknown_module,        "unknown-module",        error,   "a module that is used or asked for is not on the shelf") \
    X(unknown_edition,       "unknown-edition",       error,   "an edition is not on the shelf, or several sources have one of that name") \
    X(cyclic_use,            "cyclic-use",            error,   "modules use each other in a circle") \
    X(no_edition_chosen,     "no-edition-chosen",     error,   "neither an edition nor a date of decision says which edition applies") \
    X(unknown_procedure,     "unknown-procedure",     error,   "a case is to be decided under a procedure that is not on the shelf") \
    X(stated_without_meaning,"stated-without-meaning",error,   "a case states a fact that has no meaning in it") \
    X(error_in_case,         "error-in-case",         error,   "a calculation has no result for this case, and the finding rests on it") \
    X(sections_disagree,     "sections-disagree",     error,   "two sections of one source that both govern find differently") \
    X(plan_too_large,        "plan-too-large",        error,   "a guideline needs more steps than the named limit") \
    /* cases */ \
    X(case_syntax,           "case-syntax",           error,   "the text of a case is not YAML here") \
    X(yaml_not_allowed,      "yaml-not-allowed",      error,   "a feature of YAML is used that cases do without") \
    X(wrong_shape,           "wrong-shape",           error,   "a list, a mapping or a single value stands where another is needed") \
    X(unknown_key,           "unknown-key",           error,   "a key of a case is not known") \
    X(duplicate_key,         "duplicate-key",         error,   "one thing is written twice in a case") \
    X(missing_key,           "missing-key",           error,   "a case lacks a key that it needs") \
    X(misplaced_key,         "misplaced-key",         error,   "a known key stands where it has no meaning") \
    X(empty_value,           "empty-value",           error,   "a key of a case has no value") \
    X(bad_value,             "bad-value",             error,   "a value is not one that its fact can have") \
    X(negative_value,        "negative-value",        error,   "a quantity that cannot be negative is") \
    X(empty_range,           "empty-range",           error,   "a range holds no value") \
    X(unknown_document,      "unknown-document",      error,   "a document is named that the case does not list") \
    X(bad_preference,        "bad-preference",        error,   "the preference among statements cannot be followed") \
    X(unclear_amount,        "unclear-amount",        error,   "the unit of a requested amount depends on which service is meant") \
    X(quantities_disagree,   "quantities-disagree",   error,   "quantity, frequency and duration of a request cannot all be right") \
    /* suites */ \
    X(unknown_base,          "unknown-base",          error,   "a test builds on a case that its suite does not have") \
    X(unknown_path,          "unknown-path",          error,   "a test removes or changes something where its base has nothing") \
    X(several_requests,      "several-requests",      error,   "the case of a test has several requests, and so several findings") \
    /* end of the checker's kinds */
// clang-format on

#define WARRANT_DECLARE_KIND(name, slug, severity, meaning) \
    inline constexpr DiagnosticKind name{slug, Severity::severity, meaning};
WARRANT_INTERPRETER_KINDS(WARRANT_DECLARE_KIND)
#undef WARRANT_DECLARE_KIND

}  // namespace warrant::kinds
