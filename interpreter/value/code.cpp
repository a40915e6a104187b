// The form of codes, and which code a set holds.
#include "interpreter/value/code.hpp"

#include <algorithm>

namespace warrant {

namespace {

bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

bool is_code(std::string_view text) {
    const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; };
    const auto ends = [](char c) { return is_letter(c) || is_digit(c); };
    // One sign at a time: `G54.0..G54.4` is a range, and no code.
    const auto both_signs = [&ends](char a, char b) { return !ends(a) && !ends(b); };
    return !text.empty() && ends(text.front()) && ends(text.back()) && std::all_of(text.begin(), text.end(), fits) &&
           std::adjacent_find(text.begin(), text.end(), both_signs) == text.end();
}

bool same_shape(std::string_view a, std::string_view b) {
    const auto alike = [](char x, char y) { return is_letter(x) ? is_letter(y) : is_digit(x) ? is_digit(y) : x == y; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), alike);
}

bool is_well_formed(const CodePattern& pattern) {
    switch (pattern.kind) {
        case CodePattern::Kind::one:
            return is_code(pattern.first);
        case CodePattern::Kind::prefix: {
            // `M54.*` is what begins with `M54.`.
            std::string_view begin = pattern.first;
            if (!begin.empty() && (begin.back() == '.' || begin.back() == '-')) begin.remove_suffix(1);
            return is_code(begin);
        }
        case CodePattern::Kind::range:
            break;
    }
    return is_code(pattern.first) && is_code(pattern.last) && same_shape(pattern.first, pattern.last) &&
           pattern.first <= pattern.last;
}

bool matches(const CodePattern& pattern, std::string_view code) {
    switch (pattern.kind) {
        case CodePattern::Kind::one:
            return code == pattern.first;
        case CodePattern::Kind::prefix:
            return code.starts_with(pattern.first);
        case CodePattern::Kind::range:
            break;
    }
    const std::string_view beginning = code.substr(0, pattern.first.size());
    return same_shape(beginning, pattern.first) && pattern.first <= beginning && beginning <= pattern.last;
}

bool matches(const CodeSet& set, std::string_view code) {
    return std::any_of(set.begin(), set.end(), [&](const CodePattern& pattern) { return matches(pattern, code); });
}

std::string print_codes(const CodeSet& set) {
    std::string text;
    for (const CodePattern& pattern : set) {
        if (!text.empty()) text += ", ";
        text += pattern.first;
        if (pattern.kind == CodePattern::Kind::prefix) text += "*";
        if (pattern.kind == CodePattern::Kind::range) text += " to " + pattern.last;
    }
    return text;
}

}  // namespace warrant
