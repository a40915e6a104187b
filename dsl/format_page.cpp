// Lines, the spaces in them, and the comments by them.
#include "dsl/format_page.hpp"

#include <algorithm>

namespace warrant::layout {

void begin_line(Page& page, std::size_t indent) {
    if (page.last != nullptr) {
        const std::string margin(page.indent, ' ');
        for (const std::string_view comment : page.above) page.text.append(margin).append(comment).append("\n");
        page.text.append(margin).append(page.line);
        if (!page.last->after.empty()) page.text.append("  ").append(page.last->after);
        page.text += '\n';
    }
    page.line.clear();
    page.above.clear();
    page.last = nullptr;
    page.indent = indent;
    page.column = indent;
    page.pad = 0;
}

std::size_t column_for(const Page& page, const LayoutToken& token) {
    const std::size_t space = page.last != nullptr && space_between(*page.last, token) ? 1 : 0;
    return std::max(page.column + space, page.pad);
}

void put(Page& page, const LayoutToken& token) {
    for (const OwnLineComment& comment : token.before) page.above.push_back(comment.text);
    // What follows a comment on its line takes the end of the line from it.
    if (page.last != nullptr && !page.last->after.empty()) page.above.push_back(page.last->after);
    const std::size_t column = column_for(page, token);
    page.line.append(column - page.column, ' ').append(token.text);
    page.column = column + width_of(token.text);
    page.last = &token;
}

void put_comment_line(Page& page, std::size_t indent, std::string_view comment) {
    begin_line(page, indent);
    page.text.append(indent, ' ').append(comment).append("\n");
}

void put_empty_line(Page& page) {
    begin_line(page, 0);
    page.text += '\n';
}

}  // namespace warrant::layout
