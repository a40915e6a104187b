// Private. Expressions and literals as text, for print_tree.
#pragma once

#include "dsl/ast.hpp"

#include <string>
#include <string_view>

namespace warrant {

void out_indent(std::string& out, int depth);
// In quotes, with the escapes of the language.
std::string quote(std::string_view text);
std::string unit_text(const ast::UnitName& unit);
// Without needless zeros: `0.01`, `60 minutes`.
std::string number_text(const ast::NumberLiteral& number);
std::string date_text(const ast::DateParts& date);
void print_expression(std::string& out, int depth, const ast::Module& module, ExprId id);

}  // namespace warrant
