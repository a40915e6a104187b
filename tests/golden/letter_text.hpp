// What a letter says without its marks, and how easy it is to read: Flesch's reading ease of its sentences. For the tests of
// letters.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::letters {

inline std::vector<std::string> split(std::string_view text, char between) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == between) parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

// The words of a text in a row, with one blank between them.
inline std::string in_a_row(std::string_view text) {
    std::string row;
    for (const char c : text) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank) row += c;
        else if (!row.empty() && row.back() != ' ') row += ' ';
    }
    if (row.ends_with(' ')) row.pop_back();
    return row;
}

// A line's mark of a heading, list, quotation or box, and the lines to write on.
inline std::string without_line_mark(std::string line) {
    line.erase(0, line.find_first_not_of(' ') == std::string::npos ? line.size() : line.find_first_not_of(' '));
    if (line.starts_with("....")) return {};
    if (line.starts_with("- [ ] ")) return line.substr(6);
    if (line.starts_with("- ") || line.starts_with("> ")) return line.substr(2);
    if (line.starts_with("#")) return line.substr(line.find(' ') + 1);
    return line;
}

inline std::string said_in_markdown(const std::string& markdown) {
    std::string text;
    for (const std::string& line : split(markdown, '\n')) {
        const std::string bare = without_line_mark(line);
        for (std::size_t at = 0; at < bare.size(); ++at) {
            if (bare[at] == '\\' && at + 1 < bare.size()) text += bare[++at];
            else if (bare.compare(at, 2, "**") == 0) ++at;
            else text += bare[at];
        }
        text += ' ';
    }
    return in_a_row(text);
}

inline void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

inline std::string said_in_html(const std::string& html) {
    std::string text;
    const std::size_t begin = html.find("<main>");
    for (std::size_t at = begin == std::string::npos ? 0 : begin; at < html.size(); ++at) {
        if (html[at] != '<') {
            text += html[at];
            continue;
        }
        const std::size_t end = html.find('>', at);
        const std::string tag = html.substr(at, end - at);
        if (tag.find("strong") == std::string::npos) text += ' ';
        at = end;
    }
    for (const auto& [entity, character] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        replace_all(text, entity, character);
    }
    return in_a_row(text);
}

// Groups of vowels, without a silent e at the end.
inline std::size_t syllables(const std::string& word) {
    constexpr std::string_view vowels = "aeiouy";
    std::size_t count = 0;
    bool before = false;
    for (const char c : word) {
        const bool vowel = vowels.find(c) != std::string_view::npos;
        if (vowel && !before) ++count;
        before = vowel;
    }
    const bool silent = word.size() > 2 && word.ends_with('e') && !word.ends_with("le") && count > 1;
    return std::max<std::size_t>(count - (silent ? 1 : 0), 1);
}

struct Reading {
    std::size_t sentences = 0;
    std::size_t words = 0;
    std::size_t syllables = 0;

    double ease() const {
        if (sentences == 0 || words == 0) return 0;
        const auto of = [](std::size_t count) { return static_cast<double>(count); };
        return 206.835 - 1.015 * of(words) / of(sentences) - 84.6 * of(syllables) / of(words);
    }
};

// The sentences of paragraphs and lists, without headings and without what stands in parentheses: where a statement stands is
// looked up, not read.
inline Reading reading_of(const std::string& markdown) {
    std::string text;
    for (const std::string& line : split(markdown, '\n')) {
        if (line.starts_with("#")) continue;
        const std::size_t first = line.find_first_not_of(' ');
        const bool begins = line.empty() || (first != std::string::npos && line.compare(first, 2, "- ") == 0);
        text += (begins ? "\n" : " ") + line;
    }
    Reading reading;
    int parentheses = 0;
    std::string word;
    bool words_since = false;
    const auto end_word = [&] {
        const bool has_letter = std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
        if (has_letter) {
            ++reading.words;
            reading.syllables += syllables(word);
            words_since = true;
        }
        word.clear();
    };
    const auto end_sentence = [&] {
        end_word();
        if (words_since) ++reading.sentences;
        words_since = false;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (parentheses > 0 || c == ')') continue;
        const bool closes = at + 1 == text.size() || std::isspace(static_cast<unsigned char>(text[at + 1])) != 0 ||
                            text[at + 1] == '*' || text[at + 1] == '"';
        if (c == '\n' || (closes && std::string_view(".?!:").find(c) != std::string_view::npos)) end_sentence();
        else if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (c != '\'') end_word();
    }
    end_sentence();
    return reading;
}

}  // namespace warrant::letters
