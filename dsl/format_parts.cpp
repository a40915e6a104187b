// Each rule of format_rules.hpp as a function. A comment where a line may break breaks it there, so that it stays beside what
// it is about.
#include "dsl/format_parts.hpp"

#include <algorithm>
#include <string_view>

namespace warrant::layout {

TokenRange tokens_of(const Piece& piece, std::uint32_t node) {
    const auto at = [&piece](std::uint32_t offset) {
        const auto found = std::partition_point(piece.tokens.begin(), piece.tokens.end(),
                                                [offset](const LayoutToken& token) { return token.begin < offset; });
        return static_cast<std::size_t>(found - piece.tokens.begin());
    };
    return {at(piece.nodes[node].begin), at(piece.nodes[node].end)};
}

std::vector<Part> parts_of(const Piece& piece, std::uint32_t node) {
    const TokenRange range = tokens_of(piece, node);
    std::vector<Part> parts;
    std::size_t token = range.first;
    const auto add_tokens = [&](std::size_t until) {
        for (; token < until; ++token) parts.push_back({false, 0, {token, token + 1}});
    };
    if (layout_of(piece.nodes[node].production).layout != Layout::word) {
        for (std::uint32_t child = node + 1; child < piece.nodes[node].next; child = piece.nodes[child].next) {
            const TokenRange inside = tokens_of(piece, child);
            if (inside.first == inside.last) continue;
            add_tokens(inside.first);
            parts.push_back({true, child, inside});
            token = inside.last;
        }
    }
    add_tokens(range.last);
    return parts;
}

std::uint32_t unwrapped(const Piece& piece, std::uint32_t node) {
    while (layout_of(piece.nodes[node].production).layout == Layout::wrapper) ++node;
    return node;
}

std::size_t width_of(const Piece& piece, TokenRange tokens) {
    std::size_t width = 0;
    for (std::size_t token = tokens.first; token < tokens.last; ++token) {
        if (token > tokens.first && space_between(piece.tokens[token - 1], piece.tokens[token])) ++width;
        width += width_of(piece.tokens[token].text);
    }
    return width;
}

void put_tokens(Page& page, const Piece& piece, TokenRange tokens) {
    for (std::size_t token = tokens.first; token < tokens.last; ++token) put(page, piece.tokens[token]);
}

namespace {

bool is_sign(const Piece& piece, const Part& part, std::string_view sign) {
    return !part.is_node && piece.tokens[part.tokens.first].text == sign;
}

// Whether a node is a condition of several parts, or ends with one.
bool ends_with_chain(const Piece& piece, std::uint32_t node) {
    const Layout layout = layout_of(piece.nodes[node].production).layout;
    if (layout != Layout::chain && layout != Layout::line) return false;
    const std::vector<Part> parts = parts_of(piece, node);
    if (layout == Layout::chain && parts.size() > 1) return true;
    return !parts.empty() && parts.back().is_node && ends_with_chain(piece, parts.back().node);
}

// Where the lines of a node begin, but for the first, if it does not fit on one: the parts that begin them.
std::vector<std::size_t> breaks_of(const Piece& piece, std::uint32_t node, const std::vector<Part>& parts) {
    std::vector<std::size_t> breaks;
    const auto add = [&](const auto& begins_line) {
        for (std::size_t i = 1; i < parts.size(); ++i) {
            if (begins_line(i)) breaks.push_back(i);
        }
    };
    switch (layout_of(piece.nodes[node].production).layout) {
        case Layout::chain:
            add([](std::size_t i) { return i % 2 == 1; });
            break;
        case Layout::conditional:
            add([&](std::size_t i) { return is_sign(piece, parts[i], "then") || is_sign(piece, parts[i], "else"); });
            break;
        case Layout::items:
        case Layout::fill:
            add([&](std::size_t i) { return is_sign(piece, parts[i - 1], ","); });
            break;
        case Layout::values:
            add([&](std::size_t i) { return !parts[i].is_node; });
            break;
        case Layout::word:
        case Layout::line:
        case Layout::wrapper:
        case Layout::block:
        case Layout::definition:
        case Layout::rows:
        case Layout::row:
            break;
    }
    return breaks;
}

bool begins_with_word(Layout layout) {
    return layout == Layout::chain || layout == Layout::conditional || layout == Layout::values;
}

// Whether a comment stands where the line that begins with this part would begin.
bool comment_at(const Piece& piece, std::uint32_t node, const Part& part) {
    const std::size_t token = part.tokens.first;
    if (!piece.tokens[token].before.empty() || !piece.tokens[token - 1].after.empty()) return true;
    if (!begins_with_word(layout_of(piece.nodes[node].production).layout)) return false;
    return !piece.tokens[token].after.empty() || !piece.tokens[token + 1].before.empty();
}

bool holds_comment(const Piece& piece, TokenRange tokens) {
    for (std::size_t token = tokens.first; token < tokens.last; ++token) {
        if (token > tokens.first && !piece.tokens[token].before.empty()) return true;
        if (token + 1 < tokens.last && !piece.tokens[token].after.empty()) return true;
    }
    return false;
}

// Whether a comment in a node makes it break.
bool must_break(const Piece& piece, std::uint32_t node) {
    if (!holds_comment(piece, tokens_of(piece, node))) return false;
    const std::vector<Part> parts = parts_of(piece, node);
    for (const std::size_t line : breaks_of(piece, node, parts)) {
        if (comment_at(piece, node, parts[line])) return true;
    }
    return std::any_of(parts.begin(), parts.end(),
                       [&piece](const Part& part) { return part.is_node && must_break(piece, part.node); });
}

// The signs that stand behind a node whatever line follows.
std::size_t width_behind(const Piece& piece, std::size_t token) {
    std::size_t width = 0;
    while (token < piece.tokens.size() && (piece.tokens[token].text == ")" || piece.tokens[token].text == ",")) {
        ++width;
        ++token;
    }
    return width;
}

bool fits_in(const Page& page, const Piece& piece, TokenRange tokens, std::size_t width) {
    const std::size_t column = column_for(page, piece.tokens[tokens.first]);
    return column + width_of(piece, tokens) + width_behind(piece, tokens.last) <= width;
}

void put_part(Page& page, const Piece& piece, const Part& part) {
    if (part.is_node) {
        put_node(page, piece, part.node);
    } else {
        put_tokens(page, piece, part.tokens);
    }
}

// `and` and `or` stand under the end of the word before the first operand, so that the operands stand below each other; where
// that word is too short they stand under the first operand.
void put_chain(Page& page, const Piece& piece, const std::vector<Part>& parts) {
    const std::size_t operand = column_for(page, piece.tokens[parts[0].tokens.first]);
    const std::size_t word = page.last == nullptr ? operand : page.column - width_of(page.last->text);
    put_part(page, piece, parts[0]);
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        const std::size_t width = width_of(piece, parts[i].tokens) + 1;
        begin_line(page, operand >= word + width ? operand - width : operand);
        put_part(page, piece, parts[i]);
        put_part(page, piece, parts[i + 1]);
    }
}

void put_conditional(Page& page, const Piece& piece, const std::vector<Part>& parts, const std::vector<std::size_t>& breaks) {
    const std::size_t column = column_for(page, piece.tokens[parts[0].tokens.first]);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (std::binary_search(breaks.begin(), breaks.end(), i)) begin_line(page, column);
        put_part(page, piece, parts[i]);
    }
}

// What commas part, below each other; `together`: as many on a line as fit.
void put_list(Page& page, const Piece& piece, std::uint32_t node, const std::vector<Part>& parts,
              const std::vector<std::size_t>& breaks, bool together) {
    const std::size_t first = breaks.empty() ? 0 : breaks.front() - 2;  // what stands before the first comma
    std::size_t column = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == first) column = column_for(page, piece.tokens[parts[i].tokens.first]);
        const auto at = std::lower_bound(breaks.begin(), breaks.end(), i);
        if (at != breaks.end() && *at == i) {
            const std::size_t next = at + 1 == breaks.end() ? parts.size() : *(at + 1);
            const TokenRange item{parts[i].tokens.first, parts[next - 1].tokens.last};
            const bool stays = together && fits_in(page, piece, item, line_width) && !comment_at(piece, node, parts[i]);
            if (!stays) begin_line(page, column);
        }
        put_part(page, piece, parts[i]);
    }
}

// `a | b | c`: the sign that begins a line stands two columns before the first value.
void put_values(Page& page, const Piece& piece, std::uint32_t node, const std::vector<Part>& parts) {
    const std::size_t before = page.last == nullptr ? page.indent : page.column - width_of(page.last->text);
    const std::size_t column = before < 2 ? before : before - 2;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        const TokenRange value{parts[i].tokens.first, parts[i + 1].tokens.last};
        const bool stays = fits_in(page, piece, value, line_width) && !comment_at(piece, node, parts[i]);
        if (!stays) begin_line(page, column);
        put_part(page, piece, parts[i]);
        put_part(page, piece, parts[i + 1]);
    }
}

}  // namespace

bool fits(const Page& page, const Piece& piece, std::uint32_t node, std::size_t from) {
    TokenRange tokens = tokens_of(piece, node);
    tokens.first = std::max(tokens.first, from);
    const std::size_t width = ends_with_chain(piece, node) ? condition_width : line_width;
    return fits_in(page, piece, tokens, width) && !must_break(piece, node);
}

void put_node(Page& page, const Piece& piece, std::uint32_t node, std::size_t from) {
    TokenRange tokens = tokens_of(piece, node);
    tokens.first = std::max(tokens.first, from);
    std::vector<Part> parts = parts_of(piece, node);
    std::erase_if(parts, [from](const Part& part) { return part.tokens.last <= from; });
    const Layout layout = layout_of(piece.nodes[node].production).layout;
    if (parts.empty()) return;
    if (layout == Layout::word || fits(page, piece, node, from)) return put_tokens(page, piece, tokens);
    const std::vector<std::size_t> breaks = breaks_of(piece, node, parts);
    switch (layout) {
        case Layout::chain:
            return put_chain(page, piece, parts);
        case Layout::conditional:
            return put_conditional(page, piece, parts, breaks);
        case Layout::items:
            return put_list(page, piece, node, parts, breaks, false);
        case Layout::fill:
            return put_list(page, piece, node, parts, breaks, true);
        case Layout::values:
            return put_values(page, piece, node, parts);
        case Layout::word:
        case Layout::line:
        case Layout::wrapper:
        case Layout::block:
        case Layout::definition:
        case Layout::rows:
        case Layout::row:
            for (const Part& part : parts) put_part(page, piece, part);
            return;
    }
}

}  // namespace warrant::layout
