// Clauses stand in the order of format_rules.hpp, whatever order they were written in, and take their comments with them.
#include "dsl/format_blocks.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

namespace warrant::layout {

namespace {

constexpr std::size_t space_after_header_keyword = 2;

Production production_of(const Piece& piece, std::uint32_t node) {
    return piece.nodes[node].production;
}

TokenRange keyword_of(const Piece& piece, std::uint32_t clause) {
    const TokenRange tokens = tokens_of(piece, clause);
    return {tokens.first, tokens.first + layout_of(production_of(piece, clause)).keywords};
}

// The first token of a line of its own; its values begin `width` columns further on, or right behind the keyword.
void put_clause(Page& page, const Piece& piece, std::uint32_t clause, std::size_t indent, std::size_t width) {
    begin_line(page, indent);
    const TokenRange keyword = keyword_of(piece, clause);
    if (keyword.last >= tokens_of(piece, clause).last) return put_tokens(page, piece, tokens_of(piece, clause));
    put_tokens(page, piece, keyword);
    page.pad = indent + width;
    put_node(page, piece, clause, keyword.last);
}

void put_block(Page& page, const Piece& piece, std::uint32_t block, std::size_t indent);

// ---------------------------------------------------------------- which parts of a declaration are clauses

struct Block {
    std::vector<Part> head;
    std::vector<std::uint32_t> clauses;
};

// Of the marks of a fact, `obtainable`, `clinical` and `fixed` come last.
int order_of_mark(std::string_view mark) {
    return mark == "changes" ? 0 : mark == "opinion" ? 1 : mark == "signed" ? 2 : 3;
}

bool comes_before(const Piece& piece, std::uint32_t a, std::uint32_t b) {
    const auto order = [&piece](std::uint32_t clause) { return layout_of(production_of(piece, clause)).order; };
    if (order(a) != order(b)) return order(a) < order(b);
    if (production_of(piece, a) != Production::fact_mark || production_of(piece, b) != Production::fact_mark) return false;
    const auto mark = [&piece](std::uint32_t clause) { return piece.tokens[tokens_of(piece, clause).first].text; };
    return order_of_mark(mark(a)) < order_of_mark(mark(b));
}

// `recommended when …` and `eligible when …` are one line; of an exception `when` is a clause.
bool stands_in_head(const Piece& piece, std::uint32_t block, std::uint32_t clause) {
    return production_of(piece, clause) == Production::when_clause && production_of(piece, block) != Production::exception;
}

Block divide(const Piece& piece, std::uint32_t block) {
    Block divided;
    std::vector<Part> last_of_head;
    for (Part part : parts_of(piece, block)) {
        if (part.is_node) part.node = unwrapped(piece, part.node);
        if (!part.is_node || layout_of(production_of(piece, part.node)).order == 0) {
            divided.head.push_back(part);
        } else if (stands_in_head(piece, block, part.node)) {
            last_of_head.push_back(part);
        } else {
            divided.clauses.push_back(part.node);
        }
    }
    divided.head.insert(divided.head.end(), last_of_head.begin(), last_of_head.end());
    std::stable_sort(divided.clauses.begin(), divided.clauses.end(),
                     [&piece](std::uint32_t a, std::uint32_t b) { return comes_before(piece, a, b); });
    return divided;
}

// ---------------------------------------------------------------- columns

// The sentences and the question of a fact stand in one column; without sentences, the question and the documents do.
bool is_sentence(const Piece& piece, std::uint32_t clause) {
    return production_of(piece, clause) == Production::if_yes || production_of(piece, clause) == Production::if_no;
}

bool stands_in_column(const Piece& piece, std::uint32_t clause, bool sentences) {
    if (production_of(piece, clause) == Production::ask) return true;
    return sentences ? is_sentence(piece, clause) : production_of(piece, clause) == Production::shown_by;
}

// What stands between the bars of a row of a table.
std::vector<TokenRange> cells_of(const Piece& piece, std::uint32_t row) {
    std::vector<TokenRange> cells;
    for (const Part& part : parts_of(piece, row)) {
        if (part.is_node) cells.push_back(part.tokens);
    }
    return cells;
}

bool is_row(const Piece& piece, std::uint32_t clause) {
    return layout_of(production_of(piece, clause)).layout == Layout::row;
}

std::vector<std::vector<TokenRange>> rows_of(const Piece& piece, const std::vector<std::uint32_t>& clauses) {
    std::vector<std::vector<TokenRange>> rows;
    for (const std::uint32_t clause : clauses) {
        if (is_row(piece, clause)) rows.push_back(cells_of(piece, clause));
    }
    return rows;
}

// A row with fewer cells than the others says one thing for the columns that are left; its last cell is as wide as they are.
std::vector<std::size_t> column_widths(const Piece& piece, const std::vector<std::vector<TokenRange>>& rows) {
    std::size_t count = 0;
    for (const auto& row : rows) count = std::max(count, row.size());
    std::vector<std::size_t> widths(count);
    for (const auto& row : rows) {
        const std::size_t own = row.size() == count ? count : row.size() - 1;
        for (std::size_t i = 0; i < own; ++i) widths[i] = std::max(widths[i], width_of(piece, row[i]));
    }
    return widths;
}

// `| cell | cell |`: a bar, its cell two columns behind it, and the bar at the end below the others of its kind.
void put_row(Page& page, const Piece& piece, const std::vector<TokenRange>& cells, const std::vector<std::size_t>& widths,
             std::size_t indent) {
    begin_line(page, indent);
    std::size_t column = indent;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        page.pad = column;
        put(page, piece.tokens[cells[i].first - 1]);
        page.pad = column + 2;
        put_tokens(page, piece, cells[i]);
        const std::size_t until = i + 1 == cells.size() ? widths.size() : i + 1;
        for (; filled < until; ++filled) column += widths[filled] + 3;
    }
    page.pad = column;
    put(page, piece.tokens[cells.back().last]);
}

void put_clauses(Page& page, const Piece& piece, const std::vector<std::uint32_t>& clauses, std::size_t indent) {
    const bool sentences =
        std::any_of(clauses.begin(), clauses.end(), [&piece](std::uint32_t clause) { return is_sentence(piece, clause); });
    std::size_t width = 0;
    for (const std::uint32_t clause : clauses) {
        if (stands_in_column(piece, clause, sentences)) width = std::max(width, width_of(piece, keyword_of(piece, clause)) + 1);
    }
    const std::vector<std::size_t> widths = column_widths(piece, rows_of(piece, clauses));
    for (const std::uint32_t clause : clauses) {
        if (is_row(piece, clause)) {
            put_row(page, piece, cells_of(piece, clause), widths, indent);
        } else if (layout_of(production_of(piece, clause)).layout == Layout::block) {
            put_block(page, piece, clause, indent);
        } else {
            put_clause(page, piece, clause, indent, stands_in_column(piece, clause, sentences) ? width : 0);
        }
    }
}

// Parts of rows stand below each other by the place that their production has in a row.
void put_rows(Page& page, const Piece& piece, std::uint32_t block, std::size_t indent) {
    constexpr std::array columns = {Production::finding, Production::name, Production::decider, Production::text};
    const std::vector<Part> parts = parts_of(piece, block);
    std::array<std::size_t, columns.size()> widths{};
    const auto cells_of = [&](const Part& row) {
        std::array<TokenRange, columns.size()> cells{};
        for (const Part& part : parts_of(piece, row.node)) {
            const auto column = std::find(columns.begin(), columns.end(), production_of(piece, part.node));
            assert(part.is_node && column != columns.end());
            cells[static_cast<std::size_t>(column - columns.begin())] = part.tokens;
        }
        return cells;
    };
    for (const Part& row : parts) {
        if (!row.is_node) continue;
        const auto cells = cells_of(row);
        for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width_of(piece, cells[i]));
    }
    begin_line(page, indent);
    for (const Part& row : parts) {
        if (!row.is_node) {
            put_tokens(page, piece, row.tokens);
            continue;
        }
        begin_line(page, indent + indent_step);
        std::size_t column = indent + indent_step;
        const auto cells = cells_of(row);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            page.pad = column;
            put_tokens(page, piece, cells[i]);
            if (widths[i] > 0) column += widths[i] + 1;
        }
    }
}

// ---------------------------------------------------------------- blocks

void put_head(Page& page, const Piece& piece, const std::vector<Part>& head, std::size_t indent) {
    begin_line(page, indent);
    for (const Part& part : head) {
        if (part.is_node) {
            put_node(page, piece, part.node);
        } else {
            put_tokens(page, piece, part.tokens);
        }
    }
}

void put_block(Page& page, const Piece& piece, std::uint32_t block, std::size_t indent) {
    const Block divided = divide(piece, block);
    put_head(page, piece, divided.head, indent);
    put_clauses(page, piece, divided.clauses, indent + indent_step);
}

// `define a = b` on one line if it fits and nothing stands between; else the value has a line of its own, the last one.
void put_definition(Page& page, const Piece& piece, std::uint32_t block, std::size_t indent) {
    Block divided = divide(piece, block);
    const Part value = divided.head.back();
    const std::size_t equals = divided.head[divided.head.size() - 2].tokens.first;
    divided.head.resize(divided.head.size() - 2);
    put_head(page, piece, divided.head, indent);
    put_clauses(page, piece, divided.clauses, indent + indent_step);
    const LayoutToken& sign = piece.tokens[equals];
    const bool comment = !sign.before.empty() || !sign.after.empty() || !piece.tokens[equals - 1].after.empty() ||
                         !piece.tokens[value.tokens.first].before.empty();
    page.pad = page.column + 3;  // where the value would stand behind ` = `
    const bool one_line = divided.clauses.empty() && !comment && fits(page, piece, value.node);
    page.pad = 0;
    if (!one_line) begin_line(page, indent + indent_step);
    put(page, sign);
    put_node(page, piece, value.node);
}

}  // namespace

void put_header(Page& page, const Piece& piece) {
    begin_line(page, 0);
    put_node(page, piece, 0);
}

void put_header_clauses(Page& page, const std::vector<std::vector<Node>>& clauses, const std::vector<LayoutToken>& tokens) {
    std::vector<std::size_t> order(clauses.size());
    std::size_t width = 0;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const Piece piece{clauses[i], tokens};
        order[i] = i;
        width = std::max(width, width_of(piece, keyword_of(piece, unwrapped(piece, 0))) + space_after_header_keyword);
    }
    const auto place = [&](std::size_t i) {
        const Piece piece{clauses[i], tokens};
        return layout_of(production_of(piece, unwrapped(piece, 0))).order;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    for (const std::size_t i : order) {
        const Piece piece{clauses[i], tokens};
        put_clause(page, piece, unwrapped(piece, 0), indent_step, width);
    }
}

void put_declaration(Page& page, const Piece& piece) {
    const std::uint32_t node = unwrapped(piece, 0);
    switch (layout_of(production_of(piece, node)).layout) {
        case Layout::block:
            return put_block(page, piece, node, 0);
        case Layout::definition:
            return put_definition(page, piece, node, 0);
        case Layout::rows:
            return put_rows(page, piece, node, 0);
        case Layout::word:
        case Layout::line:
        case Layout::wrapper:
        case Layout::chain:
        case Layout::conditional:
        case Layout::items:
        case Layout::fill:
        case Layout::values:
        case Layout::row:
            begin_line(page, 0);
            return put_node(page, piece, node);
    }
}

}  // namespace warrant::layout
