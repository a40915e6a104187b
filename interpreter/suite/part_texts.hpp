// A module's declarations as the things that each of them says, in the words of its text. Private to suite/.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/source.hpp"

#include <string>
#include <utility>
#include <vector>

namespace warrant::suites {

struct PartText {
    std::string name;                                          // `criterion 2`; unique in its module
    std::string label;                                         // as declared; may be empty
    std::vector<std::pair<std::string, std::string>> aspects;  // `requires`, `a and b`; in the order that a text has them
};

// The header and every declaration.
std::vector<PartText> parts_of_module(const ast::Module& module, const SourceMap& sources);
// Only what other modules can read of it: its definitions and tables.
std::vector<PartText> definitions_of_module(const ast::Module& module, const SourceMap& sources);
// A text without comments, and with one space wherever it has several or a line's end.
std::string in_one_line(std::string_view text);

}  // namespace warrant::suites
