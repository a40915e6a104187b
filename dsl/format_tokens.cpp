// Where a token ends, and to which token a comment belongs: a comment behind something visible to that, one on a line of its
// own to what follows.
#include "dsl/format_tokens.hpp"

#include "dsl/words.hpp"

#include <algorithm>

namespace warrant::layout {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool in_word(std::string_view text, std::size_t at) {
    return at < text.size() && !words::leading_word(text.substr(at, 1)).empty();
}

std::size_t text_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return std::min(at + 1, text.size());
}

// `goal.defined`, `4.5`, `hours/day`, `2015-02-19`, `125-126`: the sign stands between letters or digits without a space. A
// minus joins digits only.
std::size_t word_end(std::string_view text, std::size_t at) {
    const bool number = is_digit(text[at]);
    while (at < text.size()) {
        const bool minus = number && text[at] == '-' && at + 1 < text.size() && is_digit(text[at + 1]);
        const bool joins = minus || text[at] == '.' || text[at] == '/';
        if (!in_word(text, at) && !(joins && in_word(text, at + 1))) break;
        ++at;
    }
    return at;
}

std::size_t token_end(std::string_view text, std::size_t at) {
    if (text[at] == '"') return text_end(text, at);
    if (in_word(text, at)) return word_end(text, at);
    const std::string_view two = text.substr(at, 2);
    if (two == ".." || two == "<=" || two == ">=" || two == "!=") return at + 2;
    if (text[at] == '.' && in_word(text, at + 1)) return word_end(text, at + 1);  // a column of what stands before it
    return at + 1;
}

struct Reader {
    std::string_view text;
    LayoutTokens read;
    std::vector<OwnLineComment> waiting;  // for the token that follows
    int lines = 2;                        // ends of lines since the last token or comment; the text begins on a line of its own
    std::size_t line_begin = 0;
};

void read_comment(Reader& r, std::size_t at, std::size_t end) {
    std::string_view comment = r.text.substr(at, end - at);
    comment = comment.substr(0, comment.find_last_not_of(" \t\r") + 1);
    if (r.lines == 0) {
        r.read.tokens.back().after = comment;
    } else {
        const bool first = r.read.tokens.empty() && r.waiting.empty();
        r.waiting.push_back({comment, at > r.line_begin, r.lines > 1 && !first});
    }
    r.lines = 0;
}

void read_token(Reader& r, std::size_t at, std::size_t end) {
    LayoutToken token{
        r.text.substr(at, end - at), static_cast<std::uint32_t>(at), std::move(r.waiting), {}, r.lines > 1, false, false};
    token.negates = token.text == "-" && end < r.text.size() && !is_blank(r.text[end]) && r.text[end] != '#';
    r.read.tokens.push_back(std::move(token));
    r.waiting.clear();
    r.lines = 0;
}

}  // namespace

LayoutTokens read_layout_tokens(std::string_view text) {
    Reader r{text, {}, {}, 2, 0};
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    r.line_begin = at;
    while (at < text.size()) {
        if (text[at] == '\n') {
            ++r.lines;
            r.line_begin = at + 1;
        }
        if (is_blank(text[at])) {
            ++at;
        } else if (text[at] == '#') {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            read_comment(r, at, end);
            at = end;
        } else {
            const std::size_t end = token_end(text, at);
            read_token(r, at, end);
            at = end;
        }
    }
    r.read.at_end = std::move(r.waiting);
    return std::move(r.read);
}

bool space_between(const LayoutToken& left, const LayoutToken& right) {
    if (left.text == "(" || left.text == ".." || left.negates) return false;
    if (right.text == ")" || right.text == "," || right.text.starts_with('.')) return false;
    return !(right.text == "(" && left.ends_name);
}

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace warrant::layout
