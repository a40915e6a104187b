// Sentences for what does not parse. The table of slips names what people type out of the habit of other notations.
#include "dsl/explain.hpp"

#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"
#include "dsl/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace warrant {

namespace {

struct Slip {
    std::string_view written;
    std::string_view help;
};

constexpr std::string_view straight_quotes = "texts stand between straight quotes: \"…\"";
constexpr std::string_view plain_minus = "write the plain minus `-`";

// Longer signs first: the first row that the text begins with is taken.
constexpr std::array<Slip, 32> slips = {{
    {"==", "write `=`"},
    {"=>", "write `>=`"},
    {"=<", "write `<=`"},
    {"<>", "write `!=`"},
    {"&&", "write `and`"},
    {"&", "write `and`"},
    {"||", "write `or`"},
    {"!", "write `not`"},
    {"≥", "write `>=`"},
    {"≤", "write `<=`"},
    {"≠", "write `!=`"},
    {"×", "write `*`"},
    {"/", "the slash of a unit has no spaces, as in `hours/day`"},
    {"÷", "write `/` with a space on both sides"},
    {"−", plain_minus},
    {"–", plain_minus},
    {"—", plain_minus},
    {"“", straight_quotes},
    {"”", straight_quotes},
    {"„", straight_quotes},
    {"«", straight_quotes},
    {"»", straight_quotes},
    {"‘", straight_quotes},
    {"’", straight_quotes},
    {"'", straight_quotes},
    {"\xC2\xA0", "replace this no-break space by an ordinary one"},
    {"%", "write the unit `percent`"},
    {"{", "there are no braces: a declaration ends where the next one begins"},
    {"}", "there are no braces: a declaration ends where the next one begins"},
    {";", "leave it out: a declaration ends where the next one begins"},
    {"..", "a range stands after `in`, as in `x in 3..5`"},
    {"\\", "within a text, write \\\" for a quote and \\\\ for a backslash"},
}};

bool expects(const SyntaxFailure& failure, std::string_view what) {
    return std::find(failure.expected.begin(), failure.expected.end(), what) != failure.expected.end();
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool first_on_line(std::string_view text, std::uint32_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n';
}

// Whether reading stopped because the next declaration came too early.
bool begins_next_declaration(const SyntaxFailure& failure) {
    if (failure.at >= failure.text.size() || !first_on_line(failure.text, failure.at) || failure.at == 0) return false;
    const std::string_view rest = failure.text.substr(failure.at);
    const std::string_view word = words::leading_word(rest);
    return words::contains(words::declaration, word) && !rest.substr(word.size()).starts_with('.');
}

// What stands at the place of a failure: a word, a sign, a whole code point, a text.
std::string_view token_at(std::string_view rest) {
    const std::string_view word = words::leading_word(rest);
    if (!word.empty()) return word;
    for (const Slip& slip : slips) {
        if (rest.starts_with(slip.written)) return slip.written;
    }
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) ++size;
    return rest.substr(0, size);
}

std::string describe_found(const SyntaxFailure& failure) {
    if (failure.at >= failure.text.size()) return "the text ends here";
    const std::string_view rest = failure.text.substr(failure.at);
    if (rest[0] == '\n' || rest[0] == '\r') return "the line ends here";
    if (rest[0] == '"') return "found a text in quotes";
    const std::string_view token = token_at(rest);
    if (token == "\xC2\xA0") return "found a no-break space";
    if (begins_next_declaration(failure)) return "the next declaration, `" + std::string(token) + "`, begins";
    return "found `" + std::string(token) + "`";
}

std::string join_expected(const std::vector<std::string>& expected) {
    std::string out;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (i > 0) out += i + 1 == expected.size() ? " or " : ", ";
        out += expected[i];
    }
    return out;
}

std::string lower_case(std::string_view word) {
    std::string lower(word);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// The words that would have been taken, for "did you mean".
std::vector<std::string_view> expected_words(const SyntaxFailure& failure) {
    std::vector<std::string_view> known;
    for (const std::string_view expected : failure.expected) {
        if (expected.starts_with("a clause")) known.insert(known.end(), words::clause.begin(), words::clause.end());
        if (expected == "the next declaration") {
            known.insert(known.end(), words::declaration.begin(), words::declaration.end());
        }
        if (expected == "an operator") known.insert(known.end(), {"and", "or", "in", "rounded"});
        for (std::size_t open = expected.find('`'); open != std::string_view::npos;) {
            const std::size_t close = expected.find('`', open + 1);
            if (close == std::string_view::npos) break;
            known.push_back(words::leading_word(expected.substr(open + 1, close - open - 1)));
            open = expected.find('`', close + 1);
        }
    }
    return known;
}

std::string help_for_word(const SyntaxFailure& failure, std::string_view word) {
    const std::string quoted = "`" + std::string(word) + "`";
    const std::size_t after = failure.at + word.size();
    const bool dotted = after < failure.text.size() && failure.text[after] == '.';
    const bool wants_value = expects(failure, "an expression");
    if (is_digit(word[0]) && wants_value && word.find_first_not_of("0123456789") != std::string_view::npos) {
        const std::size_t digits = word.find_first_not_of("0123456789");
        return "put a space between a number and its unit: `" + std::string(word.substr(0, digits)) + " " +
               std::string(word.substr(digits)) + "`";
    }
    if (expects(failure, "a text in quotes") && failure.expected.size() == 1 && !words::is_reserved(word)) {
        return "put the words between quotes: \"…\"";
    }
    if (lower_case(word) != word) return "names and words are written in lower case: `" + lower_case(word) + "`";
    if (words::is_reserved(word) && (dotted || expects(failure, "a name") || expects(failure, "a number or name"))) {
        return quoted + " is a word of the language and cannot begin a name";
    }
    if (word == "if" && wants_value) return "put the `if … then … else …` in parentheses";
    const std::string_view near = nearest_name(word, expected_words(failure));
    if (!near.empty() && near != word) return "did you mean `" + std::string(near) + "`?";
    return failure.expected == std::vector<std::string>{"`(`"} ? "put what belongs here in parentheses: `(…)`" : std::string{};
}

std::string help_for(const SyntaxFailure& failure) {
    if (failure.at >= failure.text.size() || begins_next_declaration(failure)) return {};
    const std::string_view rest = failure.text.substr(failure.at);
    const std::string_view word = words::leading_word(rest);
    if (!word.empty()) return help_for_word(failure, word);
    const bool after_digit = failure.at > 0 && is_digit(failure.text[failure.at - 1]);
    if (rest.size() > 1 && rest[0] == ',' && after_digit && is_digit(rest[1]))
        return "write the number without a thousands comma";
    if (rest.size() > 1 && rest[0] == '.' && rest[1] != '.') {
        return "the parts of a name are written in lower case, begin with a letter and are joined by single dots";
    }
    if (rest[0] == '-' && expects(failure, "an expression")) return "a negative number has no space after its minus";
    for (const Slip& slip : slips) {
        if (rest.starts_with(slip.written)) return std::string(slip.help);
    }
    return {};
}

// The span that is pointed at. What is missing before the next declaration or the end of the text is missing after the last
// visible place before it.
Span span_of(const SyntaxFailure& failure) {
    if (failure.at < failure.text.size() && !begins_next_declaration(failure)) {
        const std::string_view rest = failure.text.substr(failure.at);
        const bool line_end = rest[0] == '\n' || rest[0] == '\r';
        const std::size_t size = line_end ? 0 : token_at(rest).size();
        return {failure.base + failure.at, failure.base + failure.at + static_cast<std::uint32_t>(size)};
    }
    const std::size_t last = failure.text.substr(0, failure.at).find_last_not_of(" \t\r\n");
    const auto end = failure.base + static_cast<std::uint32_t>(last == std::string_view::npos ? 0 : last + 1);
    return {end, end};
}

}  // namespace

std::string_view meant_word(std::string_view word) {
    std::vector<std::string_view> known(words::declaration.begin(), words::declaration.end());
    known.insert(known.end(), words::clause.begin(), words::clause.end());
    return nearest_name(lower_case(word), known);
}

bool is_slip_of(std::string_view word, const std::vector<std::string_view>& known) {
    return !nearest_name(lower_case(word), known).empty();
}

void explain_failure(const SyntaxFailure& failure, Diagnostics& diagnostics) {
    diagnostics.report(kinds::syntax, span_of(failure),
                       "expected " + join_expected(failure.expected) + ", but " + describe_found(failure), help_for(failure));
}

void explain_stray_line(const SyntaxFailure& failure, Diagnostics& diagnostics) {
    const std::string found(token_at(failure.text.substr(failure.at)));
    const std::string_view meant = meant_word(found);
    std::string help = "a declaration begins with a word such as `fact`, `define`, `criterion` or `limit`";
    if (!meant.empty()) help = "did you mean `" + std::string(meant) + "`?";
    const std::uint32_t begin = failure.base + failure.at;
    const Span span{begin, begin + static_cast<std::uint32_t>(found.size())};
    diagnostics.report(kinds::unknown_declaration, span, "no declaration begins with `" + found + "`", std::move(help));
}

void explain_depth(const SyntaxFailure& failure, Diagnostics& diagnostics) {
    diagnostics.report(kinds::nested_too_deeply, span_of(failure),
                       "this expression nests more than " + std::to_string(limits::max_expression_depth) + " deep",
                       "give its parts names with `define`");
}

}  // namespace warrant
