// Wrapping and alignment by code points, and colour that only repeats what the words say.
#include "interpreter/justify/page.hpp"

#include <algorithm>
#include <vector>

namespace warrant {

namespace {

bool continues_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && continues_code_point(text[at])) ++at;
        --count;
    }
    return at;
}

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find_first_not_of(" \n\t\r", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n\t\r", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

// Lines of at most `first` columns, then `rest`; only a word longer than a line is broken.
std::vector<std::string> wrap(std::string_view text, std::size_t first, std::size_t rest) {
    std::vector<std::string> lines(1);
    for (std::string_view word : words_in(text)) {
        const std::size_t width = lines.size() == 1 ? first : rest;
        const std::size_t gap = lines.back().empty() ? 0 : 1;
        if (columns(lines.back()) + gap + columns(word) <= width) {
            if (gap == 1) lines.back() += ' ';
            lines.back() += word;
            continue;
        }
        if (!lines.back().empty()) lines.emplace_back();
        std::size_t line_width = lines.size() == 1 ? first : rest;
        while (columns(word) > line_width) {
            const std::size_t cut = bytes_of(word, line_width);
            lines.back() = word.substr(0, cut);
            word.remove_prefix(cut);
            lines.emplace_back();
            line_width = rest;
        }
        lines.back() += word;
    }
    return lines;
}

std::string_view code_of(Tint tint) {
    switch (tint) {
        case Tint::good:
            return "\x1b[32m";
        case Tint::open:
            return "\x1b[33m";
        case Tint::bad:
            return "\x1b[31m";
        case Tint::strong:
            return "\x1b[1m";
        case Tint::none:
            break;
    }
    return {};
}

std::string tinted_text(const Page& page, std::string_view text, Tint tint) {
    if (!page.color || tint == Tint::none || text.empty()) return std::string(text);
    return std::string(code_of(tint)) + std::string(text) + "\x1b[0m";
}

void put_line(Page& page, std::size_t indent, std::string_view text) {
    if (!text.empty()) page.text.append(indent, ' ');
    page.text += text;
    page.text += '\n';
}

// The id at the right of its column, and two spaces; a longer id pushes the text on.
std::string id_column(std::string_view id) {
    const std::size_t width = part_indent - 2;
    std::string head(width > columns(id) ? width - columns(id) : 0, ' ');
    head += id;
    return head + "  ";
}

}  // namespace

std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues_code_point(c); }));
}

void put(Page& page, std::string_view text, std::size_t indent, std::size_t hanging) {
    const auto lines = wrap(text, page_width - indent, page_width - hanging);
    for (std::size_t number = 0; number < lines.size(); ++number) put_line(page, number == 0 ? indent : hanging, lines[number]);
}

void put_labelled(Page& page, std::string_view label, std::string_view text, Tint tint, std::size_t tinted) {
    const std::size_t width = page_width - labelled_indent;
    const auto lines = wrap(text, width, width);
    for (std::size_t number = 0; number < lines.size(); ++number) {
        std::string head(number == 0 ? label : std::string_view{});
        head.resize(labelled_indent, ' ');
        const std::string& line = lines[number];
        const std::size_t cut = number == 0 ? std::min(tinted, line.size()) : 0;
        page.text += head + tinted_text(page, std::string_view(line).substr(0, cut), tint) + line.substr(cut) + '\n';
    }
}

void put_numbered(Page& page, std::string_view id, std::string_view text) {
    const std::string head = id_column(id);
    const auto lines = wrap(text, page_width - columns(head), page_width - part_indent);
    for (std::size_t number = 0; number < lines.size(); ++number) {
        if (number == 0) page.text += head + lines[number] + '\n';
        if (number > 0) put_line(page, part_indent, lines[number]);
    }
}

void put_status(Page& page, std::string_view id, std::string_view label, std::string_view status, Tint tint) {
    const std::string head = id_column(id);
    const std::size_t room = page_width - columns(status) - 2;
    const auto lines = wrap(label, room > columns(head) ? room - columns(head) : 1, room - part_indent);
    for (std::size_t number = 0; number < lines.size(); ++number) {
        if (number > 0) {
            put_line(page, part_indent, lines[number]);
            continue;
        }
        const std::string line = head + lines[number];
        page.text +=
            line + std::string(page_width - columns(line) - columns(status), ' ') + tinted_text(page, status, tint) + '\n';
    }
}

void put_heading(Page& page, std::string_view text) {
    page.text += tinted_text(page, text, Tint::strong) + '\n';
}

void put_blank(Page& page) {
    page.text += '\n';
}

}  // namespace warrant
