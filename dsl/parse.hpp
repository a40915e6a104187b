// Text to tree. Recovery is per declaration: what does not parse is reported once and skipped up to the next declaration's
// keyword, so five independent mistakes give five diagnostics.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/diagnostic.hpp"

namespace warrant {

// Parses a guideline, library or procedure. Always returns a module; mistakes are in `diagnostics`, and then
// `complete` is false. Texts over limits::max_guideline_bytes and nesting over limits::max_expression_depth are diagnostics.
ast::Module parse_module(const SourceMap& sources, SourceId source, Diagnostics& diagnostics);

// Parses one expression into a module of its own that has no declarations; the expression is the last of `exprs`.
// Sets may be written as operands (`unknown`, `one_of(…)`, `2013-02`, `3..5`, `over 2 years`): this is `warrant eval`'s form.
// On a mistake `complete` is false.
ast::Module parse_expression(const SourceMap& sources, SourceId source, Diagnostics& diagnostics);

}  // namespace warrant
