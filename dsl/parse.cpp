// Reads a file piece by piece: header, clauses of the header, declarations. After a mistake it goes on at the next line that
// begins a declaration (or a clause, in the header), so that each mistake is told once and hides no other.
#include "dsl/parse.hpp"

#include "dsl/build.hpp"
#include "dsl/explain.hpp"
#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"
#include "dsl/recognize.hpp"
#include "dsl/words.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace warrant {

namespace {

struct Reading {
    Building building;
    std::uint32_t at = 0;  // where reading goes on; always at something visible or at the end
};

std::string_view rest_of(const Reading& r, std::uint32_t from) {
    return r.building.text.substr(from);
}
std::string_view word_at(const Reading& r, std::uint32_t from) {
    return words::leading_word(rest_of(r, from));
}
std::uint32_t size_of(const Reading& r) {
    return static_cast<std::uint32_t>(r.building.text.size());
}

// Whether a declaration's first word or words stand here.
bool declaration_word_at(const Reading& r, std::uint32_t from) {
    const std::string_view word = word_at(r, from);
    if (word != "not" && word != "no") return words::contains(words::declaration, word);
    const std::uint32_t second = skip_space(r.building.text, from + static_cast<std::uint32_t>(word.size()));
    return word_at(r, second) == (word == "not" ? "recommended" : "recommendation");
}

std::uint32_t line_start(const Reading& r, std::uint32_t from) {
    while (from > 0 && r.building.text[from - 1] != '\n') --from;
    return from;
}

// Columns before the first visible character of the line; UINT32_MAX if `from` is not that character.
std::uint32_t indentation(const Reading& r, std::uint32_t from) {
    const std::uint32_t start = line_start(r, from);
    const bool first = r.building.text.substr(start, from - start).find_first_not_of(" \t\r") == std::string_view::npos;
    return first ? from - start : UINT32_MAX;
}

// `criterion 2` may begin a line of a condition, too. It is a declaration if a title, a clause or nothing follows the number.
bool looks_like_declaration(const Reading& r, std::uint32_t from) {
    if (!declaration_word_at(r, from)) return false;
    if (word_at(r, from) != "criterion") return true;
    std::string_view line = rest_of(r, from + 9);
    line = line.substr(0, line.find('\n'));
    const auto trim = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size())); };
    trim();
    line.remove_prefix(words::leading_word(line).size());
    trim();
    const std::string_view next = words::leading_word(line);
    return line.empty() || line[0] == '"' || line[0] == '#' || words::contains(words::clause, next);
}

// The beginning of the next line after `from` (inclusive, if a line begins there) for which `resumes` holds.
template <typename Resumes>
std::uint32_t find_line(const Reading& r, std::uint32_t from, const Resumes& resumes) {
    const std::string_view text = r.building.text;
    while (from < text.size()) {
        const std::size_t visible = std::min(text.find_first_not_of(" \t\r", from), text.size());
        if (visible < text.size() && resumes(static_cast<std::uint32_t>(visible))) return static_cast<std::uint32_t>(visible);
        from = static_cast<std::uint32_t>(std::min(text.find('\n', from), text.size() - 1) + 1);
    }
    return size_of(r);
}

std::uint32_t next_line(const Reading& r, std::uint32_t from) {
    return static_cast<std::uint32_t>(std::min(r.building.text.find('\n', from), r.building.text.size() - 1) + 1);
}

// A word that is nearly one of `known` and is not the beginning of a dotted name: the line is worth a diagnostic of its own.
template <typename Table>
bool slip_at(const Reading& r, std::uint32_t from, const Table& known) {
    const std::string_view word = word_at(r, from);
    const bool dotted = rest_of(r, from).substr(word.size()).starts_with('.');
    return !dotted && is_slip_of(word, {known.begin(), known.end()});
}

// Skips what is left of the declaration that begins at `begin`: to a line that begins the next one, or was meant to, no deeper
// indented.
void skip_declaration(Reading& r, std::uint32_t begin) {
    const std::uint32_t depth = indentation(r, begin);
    r.at = find_line(r, next_line(r, begin), [&](std::uint32_t line) {
        if (indentation(r, line) > depth) return false;
        return declaration_word_at(r, line) ? looks_like_declaration(r, line) : slip_at(r, line, words::declaration);
    });
}

void skip_header_clause(Reading& r, std::uint32_t begin, std::uint32_t failed_at) {
    const std::uint32_t failed_line = line_start(r, failed_at);
    r.at = find_line(r, failed_line > begin ? failed_line : next_line(r, begin), [&](std::uint32_t line) {
        if (looks_like_declaration(r, line) || words::begins_header_clause(word_at(r, line))) return true;
        return slip_at(r, line, words::header_clause) || (indentation(r, line) == 0 && !word_at(r, line).empty());
    });
}

SyntaxFailure failure_at(const Reading& r, std::uint32_t at, std::vector<std::string> expected) {
    return {r.building.text, r.building.base, at, std::move(expected)};
}

void report_failure(Reading& r, Recognition& recognition) {
    const SyntaxFailure failure = failure_at(r, recognition.furthest, std::move(recognition.expected));
    if (recognition.too_deep) {
        explain_depth(failure, r.building.diagnostics);
    } else {
        explain_failure(failure, r.building.diagnostics);
    }
}

// ---------------------------------------------------------------- the header

// Whether a clause ended before what was meant to be its end, as before the mistake in a condition after `when`.
bool breaks_off(const Reading& r, const Recognition& recognition) {
    const std::uint32_t after = recognition.end;
    if (after >= size_of(r) || recognition.furthest <= after) return false;
    return !words::begins_header_clause(word_at(r, after)) && !declaration_word_at(r, after);
}

void parse_header_clauses(Reading& r) {
    HeaderSeen seen;
    while (r.at < size_of(r) && !declaration_word_at(r, r.at)) {
        const std::uint32_t begin = r.at;
        Recognition recognition = recognize(Wanted::header_clause, r.building.text, begin);
        if (recognition.matched && !breaks_off(r, recognition)) {
            r.building.nodes = std::move(recognition.nodes);
            build_header_clause(r.building, seen);
            r.at = recognition.end;
            continue;
        }
        if (recognition.furthest == begin && indentation(r, begin) == 0) {
            explain_stray_line(failure_at(r, begin, {}), r.building.diagnostics);
        } else {
            if (recognition.furthest == begin) recognition.expected.emplace_back("the next declaration");
            report_failure(r, recognition);
        }
        skip_header_clause(r, begin, recognition.furthest);
    }
}

// Whether the line of the name and title holds something more that begins no clause, such as a title without its quotes.
bool goes_on_after_header(const Reading& r, std::uint32_t after) {
    if (after >= size_of(r) || indentation(r, after) != UINT32_MAX) return false;
    return !words::begins_header_clause(word_at(r, after)) && !declaration_word_at(r, after);
}

void parse_header(Reading& r) {
    const std::string_view word = r.at < size_of(r) ? word_at(r, r.at) : std::string_view{};
    if (word == "guideline" || word == "library" || word == "procedure") {
        Recognition recognition = recognize(Wanted::header, r.building.text, r.at);
        if (recognition.matched && !goes_on_after_header(r, recognition.end)) {
            r.building.nodes = std::move(recognition.nodes);
            build_header(r.building);
            r.at = recognition.end;
        } else {
            report_failure(r, recognition);
            skip_header_clause(r, r.at, r.at);
        }
        return parse_header_clauses(r);
    }
    const auto where = r.building.base + r.at;
    const std::string_view near = nearest_name(word, {"guideline", "library", "procedure"});
    r.building.diagnostics.report(kinds::missing_header, {where, where + static_cast<std::uint32_t>(word.size())},
                                  "a file begins with `guideline`, `library` or `procedure` and a name, and this one does not",
                                  near.empty() ? "begin it as in `guideline mtus.work_hardening \"Work hardening\"`"
                                               : "did you mean `" + std::string(near) + "`?");
    if (r.at < size_of(r) && !declaration_word_at(r, r.at)) {
        r.at = find_line(r, next_line(r, r.at), [&](std::uint32_t line) { return looks_like_declaration(r, line); });
    }
}

// ---------------------------------------------------------------- declarations

// After a declaration comes the next one or the end. A line that begins with something else is a mistake of its own if it looks
// like a declaration's, and otherwise the mistake of this declaration. Says whether the declaration itself stands.
bool check_what_follows(Reading& r, std::uint32_t begin, Recognition& recognition) {
    const std::uint32_t after = recognition.end;
    if (after >= size_of(r) || declaration_word_at(r, after)) {
        r.at = after;
        return true;
    }
    const bool clause_began = recognition.furthest > after;
    const std::string_view meant = meant_word(word_at(r, after));
    const bool clause_meant = !meant.empty() && words::contains(words::clause, meant);
    if (!clause_began && !clause_meant && indentation(r, after) <= indentation(r, begin)) {
        explain_stray_line(failure_at(r, after, {}), r.building.diagnostics);
        skip_declaration(r, after);
        return true;
    }
    if (!clause_began) {
        if (recognition.furthest < after) recognition.expected.clear();
        recognition.furthest = after;
        recognition.expected.emplace_back("the next declaration");
    }
    report_failure(r, recognition);
    skip_declaration(r, begin);
    return false;
}

void parse_declaration(Reading& r) {
    const std::uint32_t begin = r.at;
    const std::string_view word = word_at(r, begin);
    if (word == "guideline" || word == "library" || word == "procedure") {
        const Span span{r.building.base + begin, r.building.base + begin + static_cast<std::uint32_t>(word.size())};
        r.building.diagnostics.report(kinds::syntax, span, "a file holds one module, and a second header begins here",
                                      "move it into a file of its own");
        return skip_declaration(r, begin);
    }
    if (!declaration_word_at(r, begin)) {
        explain_stray_line(failure_at(r, begin, {}), r.building.diagnostics);
        return skip_declaration(r, begin);
    }
    Recognition recognition = recognize(Wanted::declaration, r.building.text, begin);
    if (!recognition.matched) {
        report_failure(r, recognition);
        return skip_declaration(r, begin);
    }
    if (!check_what_follows(r, begin, recognition)) return;
    r.building.nodes = std::move(recognition.nodes);
    if (auto declaration = build_declaration(r.building)) r.building.module.decls.push_back(std::move(*declaration));
}

void parse_declarations(Reading& r) {
    std::size_t read = 0;
    while (r.at < size_of(r)) {
        if (++read > limits::max_declarations) {
            r.building.diagnostics.report(
                kinds::file_too_large, {r.building.base + r.at, r.building.base + r.at},
                "this file holds more than " + std::to_string(limits::max_declarations) + " declarations; the rest is not read",
                "divide it into several modules");
            return;
        }
        parse_declaration(r);
    }
}

// ---------------------------------------------------------------- the text as a whole

// The offset of the first byte that is not UTF-8 (overlong forms and surrogates among them); npos if all is well.
std::size_t first_bad_byte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
        const unsigned lead = byte(0);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0) return at;
        for (std::size_t i = 1; i < size; ++i) {
            if ((byte(i) & 0xC0U) != 0x80U) return at;
        }
        const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
        const bool outside = (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90);
        if (overlong || outside) return at;
        at += size;
    }
    return std::string_view::npos;
}

bool check_text(std::string_view text, std::uint32_t base, Diagnostics& diagnostics) {
    if (text.size() > limits::max_guideline_bytes) {
        diagnostics.report(
            kinds::file_too_large, {base, base},
            "this text is longer than the " + std::to_string(limits::max_guideline_bytes) + " bytes that are read",
            "divide it into several modules");
        return false;
    }
    const std::size_t bad = first_bad_byte(text);
    if (bad == std::string_view::npos) return true;
    const auto where = base + static_cast<std::uint32_t>(bad);
    diagnostics.report(kinds::not_utf8, {where, where + 1}, "the text is not UTF-8 from here on", "save the file as UTF-8");
    return false;
}

std::vector<ast::Comment> find_comments(std::string_view text, std::uint32_t base) {
    std::vector<ast::Comment> comments;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') quoted = false;
        if (quoted && text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') {
            ++at;
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[at] == '#') {
            const std::size_t line_end = std::min(text.find('\n', at), text.size());
            const std::size_t end = text[line_end - 1] == '\r' ? line_end - 1 : line_end;
            comments.push_back({{base + static_cast<std::uint32_t>(at), base + static_cast<std::uint32_t>(end)}});
            at = line_end - 1;
        }
    }
    return comments;
}

std::uint32_t first_visible(std::string_view text) {
    const std::uint32_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // some editors begin a file with a byte order mark
    return skip_space(text, mark);
}

}  // namespace

ast::Module parse_module(const SourceMap& sources, SourceId source, Diagnostics& diagnostics) {
    ast::Module module;
    module.source = source;
    const std::string_view text = sources.text(source);
    const std::uint32_t base = sources.base(source);
    const std::size_t errors_before = diagnostics.errors();
    if (check_text(text, base, diagnostics)) {
        Reading r{Building{text, base, module, diagnostics, {}, {}, false, false}, first_visible(text)};
        parse_header(r);
        parse_declarations(r);
        module.comments = find_comments(text, base);
    }
    module.complete = diagnostics.errors() == errors_before;
    return module;
}

ast::Module parse_expression(const SourceMap& sources, SourceId source, Diagnostics& diagnostics) {
    ast::Module module;
    module.source = source;
    const std::string_view text = sources.text(source);
    const std::uint32_t base = sources.base(source);
    const std::size_t errors_before = diagnostics.errors();
    if (check_text(text, base, diagnostics)) {
        Reading r{Building{text, base, module, diagnostics, {}, {}, false, false}, first_visible(text)};
        Recognition recognition = recognize(Wanted::expression_of_sets, text, r.at);
        if (recognition.matched && recognition.end == text.size()) {
            r.building.nodes = std::move(recognition.nodes);
            build_expression(r.building, 0);
        } else {
            if (recognition.matched && recognition.furthest <= recognition.end) {
                recognition.furthest = recognition.end;
                recognition.expected.emplace_back("the end of the expression");
            }
            report_failure(r, recognition);
        }
    }
    module.complete = diagnostics.errors() == errors_before;
    return module;
}

}  // namespace warrant
