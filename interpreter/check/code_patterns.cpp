// Codes as a guideline writes them: what is wrong with one, and what to write instead.
#include "interpreter/check/code_patterns.hpp"

#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

void report_form(const ast::Text& written, std::string_view code, Diagnostics& diagnostics) {
    std::string capitals(code);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const std::size_t star = code.find('*');
    std::string help = "a code is made of capital letters, digits, and dots or hyphens between them, as in \"M54.16\"";
    if (capitals != code && is_code(capitals)) help = fmt::format("write \"{}\"", capitals + written.text.substr(code.size()));
    if (star != std::string_view::npos && star > 0) {
        help = fmt::format("a star stands only at the end, for all codes that begin so: \"{}*\"", code.substr(0, star));
    }
    diagnostics.report(kinds::bad_code, written.span, fmt::format("`{}` is not written as codes are", written.text), help);
}

}  // namespace

std::optional<std::string> read_whole_code(const ast::Text& written, Diagnostics& diagnostics) {
    if (is_code(written.text)) return written.text;
    const std::string_view text = written.text;
    const bool prefix =
        text.ends_with('*') && is_well_formed({CodePattern::Kind::prefix, std::string(text.substr(0, text.size() - 1)), {}});
    if (prefix) {
        diagnostics.report(kinds::bad_code, written.span,
                           fmt::format("`{}` stands for several codes, and one is needed here", text),
                           fmt::format("look it up in a list: in (\"{}\")", text));
    } else {
        report_form(written, text, diagnostics);
    }
    return std::nullopt;
}

std::optional<CodePattern> read_code_pattern(const ast::Text& written, Diagnostics& diagnostics) {
    const std::string_view text = written.text;
    const bool starred = text.ends_with('*');
    const std::string_view code = starred ? text.substr(0, text.size() - 1) : text;
    CodePattern pattern{starred ? CodePattern::Kind::prefix : CodePattern::Kind::one, std::string(code), {}};
    if (is_well_formed(pattern)) return pattern;
    report_form(written, code, diagnostics);
    return std::nullopt;
}

std::optional<CodePattern> read_code_range(const ast::Text& first, const ast::Text& last, Diagnostics& diagnostics) {
    const auto low = read_whole_code(first, diagnostics);
    const auto high = read_whole_code(last, diagnostics);
    if (!low || !high) return std::nullopt;
    const Span span{first.span.begin, last.span.end};
    if (!same_shape(*low, *high)) {
        diagnostics.report(kinds::bad_code, span,
                           fmt::format("the ends `{}` and `{}` are not of one form, so nothing lies between them", *low, *high),
                           "write both with as many characters, letters and digits at the same places");
        return std::nullopt;
    }
    if (*low > *high) {
        diagnostics.report(kinds::empty_range, span, fmt::format("no code lies from `{}` to `{}`", *low, *high),
                           fmt::format("write the lower end first: \"{}\"..\"{}\"", *high, *low));
        return std::nullopt;
    }
    return CodePattern{CodePattern::Kind::range, *low, *high};
}

CodeSet codes_of(const ast::Values& values, Diagnostics& diagnostics) {
    CodeSet set;
    for (const ast::CodeItem& item : values.items) {
        auto pattern =
            item.last ? read_code_range(item.first, *item.last, diagnostics) : read_code_pattern(item.first, diagnostics);
        if (pattern) set.push_back(std::move(*pattern));
    }
    return set;
}

}  // namespace warrant
