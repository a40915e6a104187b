// Private. Headers and declarations: head lines, clauses in their order, columns.
#pragma once

#include "dsl/format_parts.hpp"

#include <cstdint>
#include <vector>

namespace warrant::layout {

inline constexpr std::size_t indent_step = 2;

// The header's first line.
void put_header(Page& page, const Piece& piece);
// The clauses of the header, each a piece of its own.
void put_header_clauses(Page& page, const std::vector<std::vector<Node>>& clauses, const std::vector<LayoutToken>& tokens);
// nodes[0] is a declaration.
void put_declaration(Page& page, const Piece& piece);

}  // namespace warrant::layout
