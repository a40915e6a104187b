// Codes as a guideline writes them, `"M54.1*"` or `"G54.0".."G54.4"`, as items of a set.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/diagnostic.hpp"
#include "interpreter/value/code.hpp"

#include <optional>

namespace warrant {

// Empty, and a diagnostic at the text, where it is not written as codes are.
std::optional<CodePattern> read_code_pattern(const ast::Text& written, Diagnostics& diagnostics);
std::optional<CodePattern> read_code_range(const ast::Text& first, const ast::Text& last, Diagnostics& diagnostics);
// Only a whole code.
std::optional<std::string> read_whole_code(const ast::Text& written, Diagnostics& diagnostics);
CodeSet codes_of(const ast::Values& values, Diagnostics& diagnostics);

}  // namespace warrant
