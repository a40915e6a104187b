// Private. The formatted text while it is written, line by line. Sees to it that no comment is lost: one that would end up in
// the middle of a line stands above that line instead.
#pragma once

#include "dsl/format_tokens.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::layout {

struct Page {
    std::string text;  // finished lines

    // The line being written.
    std::string line;
    std::size_t indent = 0;
    std::size_t column = 0;               // where the line ends now, in code points
    std::size_t pad = 0;                  // the next token begins in this column at least
    const LayoutToken* last = nullptr;    // on this line
    std::vector<std::string_view> above;  // comments above it
};

// Ends the line being written, if there is something in it, and begins one.
void begin_line(Page& page, std::size_t indent);
// The next token of the line, with its comments.
void put(Page& page, const LayoutToken& token);
// Where that token would begin.
std::size_t column_for(const Page& page, const LayoutToken& token);
// A line that holds a comment only, and an empty line.
void put_comment_line(Page& page, std::size_t indent, std::string_view comment);
void put_empty_line(Page& page);

}  // namespace warrant::layout
