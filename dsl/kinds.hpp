// Every kind of diagnostic of the dsl library, in one table. A test finds each slug in a golden file.
#pragma once

#include "dsl/diagnostic.hpp"

namespace warrant::kinds {

// clang-format off
#define WARRANT_DSL_KINDS(X) \
    X(file_too_large,       "file-too-large",       error, "a text is larger than the named limit") \
    X(not_utf8,             "not-utf8",             error, "a text is not UTF-8") \
    X(nested_too_deeply,    "nested-too-deeply",    error, "an expression is nested deeper than the named limit") \
    X(syntax,               "syntax",               error, "the text does not follow the grammar here") \
    X(unknown_declaration,  "unknown-declaration",  error, "a line starts with a word that starts no declaration") \
    X(missing_header,       "missing-header",       error, "a file does not begin with guideline, library or procedure") \
    X(mixed_and_or,         "mixed-and-or",         error, "and and or stand side by side without parentheses") \
    X(chained_comparison,   "chained-comparison",   error, "a comparison's result is compared again") \
    X(bad_number,           "bad-number",           error, "a number has more than six decimal places or is too large") \
    X(bad_date,             "bad-date",             error, "a date does not exist in the calendar") \
    X(clause_twice,         "clause-twice",         error, "a clause that may stand once stands twice") \
    X(clause_missing,       "clause-missing",       error, "a declaration lacks a clause that it needs") \
    X(table_shape,          "table-shape",          error, "a row or cell of a table does not fit its columns")
// clang-format on

#define WARRANT_DECLARE_KIND(name, slug, severity, meaning) \
    inline constexpr DiagnosticKind name{slug, Severity::severity, meaning};
WARRANT_DSL_KINDS(WARRANT_DECLARE_KIND)
#undef WARRANT_DECLARE_KIND

}  // namespace warrant::kinds
