// What is looked at before the YAML library sees a text: its size, its bytes, and how many brackets it opens. The library keeps
// every token of a bracketed text that it has not yet closed, so a hostile text must be refused before it is scanned.
#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"
#include "interpreter/facts/yaml_tree.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

namespace warrant::facts {
namespace {

// Brackets, commas and colons: each node of a bracketed text needs at most two.
constexpr std::size_t max_indicators = 2 * limits::max_case_nodes;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

bool continues(std::string_view text, std::size_t at) {
    return (byte_at(text, at) & 0xC0U) == 0x80U;
}

// The number of bytes of the well-formed code point at `at`; 0: it is not well formed (overlong and surrogates included).
std::size_t code_point_size(std::string_view text, std::size_t at) {
    const std::uint8_t first = byte_at(text, at);
    const std::uint8_t second = byte_at(text, at + 1);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !continues(text, at + 1)) return 0;
    if (first < 0xE0) return 2;
    if (first < 0xF0) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second >= 0xA0;
        return overlong || surrogate || !continues(text, at + 2) ? 0 : 3;
    }
    const bool outside = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90);
    return outside || !continues(text, at + 2) || !continues(text, at + 3) ? 0 : 4;
}

bool is_control(char character) {
    const auto byte = static_cast<std::uint8_t>(character);
    return (byte < 0x20 && character != '\n' && character != '\r' && character != '\t') || byte == 0x7F;
}

Span one_at(std::uint32_t base, std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(base + at);
    return {begin, begin + 1};
}

bool well_formed(std::string_view text, std::uint32_t base, Diagnostics& diagnostics) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = code_point_size(text, at);
        if (size == 0) {
            diagnostics.report(kinds::not_utf8, one_at(base, at), "the text is not UTF-8 here",
                               "save the text as UTF-8 in your editor");
            return false;
        }
        if (is_control(text[at])) {
            diagnostics.report(kinds::case_syntax, one_at(base, at),
                               fmt::format("a control character (number {}) stands here", byte_at(text, at)),
                               "remove it; a case is plain text");
            return false;
        }
        at += size;
    }
    return true;
}

bool bounded(std::string_view text, std::uint32_t base, Diagnostics& diagnostics) {
    std::size_t open = 0;
    std::size_t indicators = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        const bool opens = character == '[' || character == '{';
        const bool closes = character == ']' || character == '}';
        if (opens) ++open;
        if (closes && open > 0) --open;
        if (opens || closes || character == ',' || character == ':') ++indicators;
        if (open > limits::max_open_brackets) {
            diagnostics.report(kinds::nested_too_deeply, one_at(base, at),
                               fmt::format("more than {} brackets are open here", limits::max_open_brackets),
                               fmt::format("a case nests at most {} deep", limits::max_case_depth));
            return false;
        }
        if (indicators > max_indicators) {
            diagnostics.report(kinds::too_many, one_at(base, at),
                               fmt::format("more than {} brackets, commas and colons stand before this", max_indicators),
                               fmt::format("a case holds at most {} values", limits::max_case_nodes));
            return false;
        }
    }
    return true;
}

}  // namespace

bool readable(std::string_view text, std::uint32_t base, Diagnostics& diagnostics) {
    if (text.size() > limits::max_case_bytes) {
        diagnostics.report(kinds::file_too_large, {base, base},
                           fmt::format("the text is longer than the {} bytes that are read", limits::max_case_bytes),
                           "a case holds what the record states, with short quotations; leave the documents themselves out");
        return false;
    }
    return well_formed(text, base, diagnostics) && bounded(text, base, diagnostics);
}

}  // namespace warrant::facts
