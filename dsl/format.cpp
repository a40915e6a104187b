// From a text without mistakes to the page: pieces in their order, the comments between them, the empty lines.
#include "dsl/format.hpp"

#include "dsl/format_blocks.hpp"
#include "dsl/parse.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace warrant {

namespace layout {
namespace {

// What formatting one text works on.
struct Text {
    std::string_view text;
    LayoutTokens layout;
    std::uint32_t at = 0;   // where the next piece is read
    std::size_t token = 0;  // the first token that is not on the page yet
    Page page;
};

std::vector<Node> next_piece(Text& t, Wanted wanted) {
    if (t.at >= t.text.size()) return {};
    Recognition recognition = recognize(wanted, t.text, t.at);
    if (!recognition.matched) return {};
    t.at = recognition.end;
    for (const Node& node : recognition.nodes) {
        if (node.production != Production::name) continue;
        const auto after = std::partition_point(t.layout.tokens.begin(), t.layout.tokens.end(),
                                                [&node](const LayoutToken& token) { return token.begin < node.end; });
        std::prev(after)->ends_name = true;
    }
    return std::move(recognition.nodes);
}

// ---------------------------------------------------------------- comments between pieces

// The comments that stand before the next piece, or at the end of the text.
std::vector<OwnLineComment>& comments_between(Text& t) {
    return t.token < t.layout.tokens.size() ? t.layout.tokens[t.token].before : t.layout.at_end;
}

// Comments right below a piece, and indented as its clauses are, belong to it.
bool put_closing_comments(Text& t) {
    std::vector<OwnLineComment>& comments = comments_between(t);
    const auto end = std::find_if(comments.begin(), comments.end(),
                                  [](const OwnLineComment& comment) { return !comment.indented || comment.blank_before; });
    for (auto comment = comments.begin(); comment != end; ++comment) put_comment_line(t.page, indent_step, comment->text);
    const bool any = end != comments.begin();
    comments.erase(comments.begin(), end);
    return any;
}

// The comments before a piece, which keep their distance from each other and from it.
void put_leading_comments(Text& t, bool piece_follows) {
    const std::vector<OwnLineComment> comments = std::exchange(comments_between(t), {});
    for (std::size_t i = 0; i < comments.size(); ++i) {
        if (i > 0 && comments[i].blank_before) put_empty_line(t.page);
        put_comment_line(t.page, 0, comments[i].text);
    }
    if (piece_follows && !comments.empty() && t.layout.tokens[t.token].blank_before) put_empty_line(t.page);
}

// Whether an empty line stands in the text before the next comment or piece.
bool blank_before_next(Text& t) {
    const std::vector<OwnLineComment>& comments = comments_between(t);
    if (!comments.empty()) return comments.front().blank_before;
    return t.token < t.layout.tokens.size() && t.layout.tokens[t.token].blank_before;
}

void pass(Text& t, const std::vector<Node>& nodes) {
    t.token = tokens_of({nodes, t.layout.tokens}, 0).last;
}

// ---------------------------------------------------------------- the text as a whole

void put_module_header(Text& t) {
    put_leading_comments(t, true);
    const std::vector<Node> header = next_piece(t, Wanted::header);
    std::vector<std::vector<Node>> clauses;
    for (std::vector<Node> clause = next_piece(t, Wanted::header_clause); !clause.empty();
         clause = next_piece(t, Wanted::header_clause)) {
        clauses.push_back(std::move(clause));
    }
    put_header(t.page, {header, t.layout.tokens});
    put_header_clauses(t.page, clauses, t.layout.tokens);
    pass(t, clauses.empty() ? header : clauses.back());
    put_closing_comments(t);
}

// What the choice of an empty line depends on: declarations of one kind that are a line each may stand close together.
struct Before {
    std::optional<Production> kind;  // of the declaration before, if it is a line
};

void put_next_declaration(Text& t, const std::vector<Node>& nodes, Before& before) {
    const Piece piece{nodes, t.layout.tokens};
    const Production kind = nodes[1].production;
    Page alone;
    LayoutToken& first = t.layout.tokens[t.token];
    const std::vector<OwnLineComment> comments = std::exchange(first.before, {});
    put_declaration(alone, piece);
    begin_line(alone, 0);
    first.before = comments;
    const bool one_line = std::count(alone.text.begin(), alone.text.end(), '\n') == 1;
    const bool close = one_line && before.kind == kind && !blank_before_next(t);
    begin_line(t.page, 0);
    if (!close) put_empty_line(t.page);
    put_leading_comments(t, true);
    t.page.text += alone.text;
    pass(t, nodes);
    const bool closed = put_closing_comments(t);
    before.kind = one_line && !closed ? std::optional(kind) : std::nullopt;
}

std::string format_text(std::string_view text, std::uint32_t begin) {
    Text t{text, read_layout_tokens(text), begin, 0, {}};
    put_module_header(t);
    Before before;
    for (std::vector<Node> nodes = next_piece(t, Wanted::declaration); !nodes.empty();
         nodes = next_piece(t, Wanted::declaration)) {
        put_next_declaration(t, nodes, before);
    }
    begin_line(t.page, 0);
    if (!t.layout.at_end.empty()) {
        if (!before.kind || blank_before_next(t)) put_empty_line(t.page);
        put_leading_comments(t, false);
    }
    return std::move(t.page.text);
}

}  // namespace
}  // namespace layout

std::optional<std::string> format_module(const SourceMap& sources, SourceId source, Diagnostics& diagnostics) {
    if (!parse_module(sources, source, diagnostics).complete) return std::nullopt;
    const std::string_view text = sources.text(source);
    return layout::format_text(text, skip_space(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
}

}  // namespace warrant
