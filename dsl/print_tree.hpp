// The tree as indented text, for `warrant print tree` and golden tests: every node and value, no positions, no ids.
#pragma once

#include "dsl/ast.hpp"

#include <string>

namespace warrant {

std::string print_tree(const ast::Module& module);

}  // namespace warrant
