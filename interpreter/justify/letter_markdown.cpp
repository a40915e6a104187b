// A letter as Markdown of at most 80 columns. What comes from a case or a guideline stays text: nothing in it can become a
// mark.
#include "interpreter/justify/letter.hpp"
#include "interpreter/justify/page.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace warrant {

namespace {

std::string escaped(std::string_view text) {
    constexpr std::string_view marks = "\\`*_[]<>&~|";
    std::string result;
    for (const char c : text) {
        if (marks.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

// A word that would begin a list, a heading or an underline where it begins a line.
std::string at_line_start(const std::string& word) {
    const auto all = [&word](char c) { return word.find_first_not_of(c) == std::string::npos; };
    if (word == "-" || word == "+" || all('#') || all('=') || all('-')) return "\\" + word;
    const auto digits = word.find_first_not_of("0123456789");
    const bool number = digits != 0 && digits != std::string::npos && digits + 1 == word.size();
    if (number && (word.back() == '.' || word.back() == ')')) return word.substr(0, digits) + "\\" + word.back();
    return word;
}

std::vector<std::string> words_in(const Line& line) {
    std::string text;
    for (const Words& words : line) text += words.strong ? "**" + escaped(words.text) + "**" : escaped(words.text);
    std::vector<std::string> result;
    std::string word;
    for (const char c : text + " ") {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            word += c;
            continue;
        }
        if (!word.empty()) result.push_back(std::exchange(word, {}));
    }
    return result;
}

// A paragraph: the first line after `head`, the others after as many spaces.
void put_wrapped(std::string& out, const Line& line, const std::string& head, const std::string& hanging) {
    std::string current = head;
    std::size_t used = 0;
    for (const std::string& word : words_in(line)) {
        if (used > 0 && columns(current) + 1 + columns(word) > page_width) {
            out += current + '\n';
            current = hanging;
            used = 0;
        }
        current += used == 0 ? at_line_start(word) : " " + word;
        ++used;
    }
    out += current + '\n';
}

void put_items(std::string& out, const std::vector<Item>& items, const std::string& indent) {
    for (const Item& item : items) {
        put_wrapped(out, item.text, indent + "- ", indent + "  ");
        put_items(out, item.items, indent + "  ");
    }
}

struct MarkdownBlock {
    std::string& out;

    void operator()(const Heading& heading) const {
        out += std::string(static_cast<std::size_t>(heading.level), '#') + " " + escaped(heading.text) + "\n";
    }
    void operator()(const Paragraph& paragraph) const { put_wrapped(out, paragraph.text, "", ""); }
    void operator()(const Banner& banner) const { put_wrapped(out, banner.text, "> ", "> "); }
    void operator()(const List& list) const { put_items(out, list.items, ""); }
    void operator()(const Choices& choices) const {
        for (const std::string& text : choices.texts) put_wrapped(out, {{text}}, "- [ ] ", "  ");
    }
    void operator()(const Room& room) const {
        out += "**" + escaped(room.label) + ":**\n";
        for (int line = 0; line < room.lines; ++line) out += "\n" + std::string(page_width - 8, '.') + "\n";
    }
};

}  // namespace

std::string print_markdown(const Letter& letter) {
    std::string out = "# " + escaped(letter.title) + "\n";
    for (const Block& block : letter.blocks) {
        out += '\n';
        std::visit(MarkdownBlock{out}, block);
    }
    return out;
}

}  // namespace warrant
