// Private. The inside of a clause or head line: what stands on one line, and where a line breaks that would be too long.
#pragma once

#include "dsl/format_page.hpp"
#include "dsl/format_rules.hpp"
#include "dsl/recognize.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace warrant::layout {

inline constexpr std::size_t line_width = 100;
// A condition of several parts is read part by part; it stands on one line only if that line is short.
inline constexpr std::size_t condition_width = 80;

// One recognised piece of a text, a clause of the header or a declaration, with the tokens of the whole text.
struct Piece {
    const std::vector<Node>& nodes;
    const std::vector<LayoutToken>& tokens;
};

// Tokens [first, last).
struct TokenRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

// A part of a node: one of its children, or a word or sign between them.
struct Part {
    bool is_node = false;
    std::uint32_t node = 0;
    TokenRange tokens;
};

TokenRange tokens_of(const Piece& piece, std::uint32_t node);
// In the order of the text. A node whose rule is `word` has no parts.
std::vector<Part> parts_of(const Piece& piece, std::uint32_t node);
// The node that a wrapper stands for; the node itself if it is none.
std::uint32_t unwrapped(const Piece& piece, std::uint32_t node);
// How wide tokens are on one line.
std::size_t width_of(const Piece& piece, TokenRange tokens);

// Whether a node, from its token `from` on, may stand where the line is now, in one line.
bool fits(const Page& page, const Piece& piece, std::uint32_t node, std::size_t from = 0);
void put_tokens(Page& page, const Piece& piece, TokenRange tokens);
// Writes a node from its token `from` on, on one line if it fits.
void put_node(Page& page, const Piece& piece, std::uint32_t node, std::size_t from = 0);

}  // namespace warrant::layout
