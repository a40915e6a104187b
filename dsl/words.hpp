// Private. The words of the language in tables: which words start a declaration, which may not begin a name, which can never be
// a unit. The grammar, the recovery and the suggestions of the diagnostics read the same tables.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace warrant::words {

// Words that start a declaration at the beginning of a line (besides `not recommended` and `no recommendation`).
inline constexpr std::array<std::string_view, 19> declaration = {
    "guideline", "library", "procedure",   "use",    "service", "type",     "unit",   "fact",     "define", "table",
    "criterion", "limit",   "recommended", "assume", "outcome", "eligible", "search", "proposes", "values"};

// Words of expressions; like the declaration words they may not begin a name.
inline constexpr std::array<std::string_view, 18> expression = {"and",  "or",    "not",        "in",    "if",    "then",
                                                                "else", "all",   "any",        "at",    "least", "greatest",
                                                                "some", "every", "documented", "known", "yes",   "latest"};

// Words of clauses. They may begin names, but a number followed by one does not take it for its unit.
inline constexpr std::array<std::string_view, 55> clause = {
    "requires",  "excluded",  "when",    "page",         "pages",     "section", "basis",      "text",
    "source",    "edition",   "status",  "covers",       "except",    "because", "ask",        "shown",
    "changes",   "opinion",   "signed",  "clinical",     "fixed",     "only",    "obtainable", "applies",
    "caps",      "generally", "unless",  "by",           "to",        "on",      "extent",     "force",
    "kind",      "of",        "between", "rounded",      "up",        "holds",   "quoted",     "recalled",
    "is",        "supported", "partly",  "undetermined", "addressed", "draft",   "reviewed",   "partial",
    "physician", "reviewer",  "adds",    "gives",        "has",       "where",   "for"};

// Words that begin a clause of the header; recovery inside the header stops at a line that begins with one.
inline constexpr std::array<std::string_view, 11> header_clause = {"source", "page",   "pages",  "section", "edition", "in",
                                                                   "basis",  "status", "extent", "covers",  "adds"};

template <typename Table>
constexpr bool contains(const Table& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

constexpr bool is_reserved(std::string_view word) {
    return word == "no" || contains(expression, word) || contains(declaration, word);
}
constexpr bool is_never_unit(std::string_view word) {
    return is_reserved(word) || contains(clause, word);
}
constexpr bool begins_header_clause(std::string_view word) {
    return contains(header_clause, word);
}

// The word (letters, digits, underscores) at the beginning of a text.
constexpr std::string_view leading_word(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        const char c = text[size];
        const bool in_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (!in_word) break;
        ++size;
    }
    return text.substr(0, size);
}

}  // namespace warrant::words
