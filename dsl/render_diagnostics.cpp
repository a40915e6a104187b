// Diagnostics as text for a terminal and as JSON for tools. Decides nothing about what is reported.
#include "dsl/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace warrant {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[31;1m";
constexpr std::string_view yellow = "\x1b[33;1m";
constexpr std::string_view plain = "\x1b[0m";

// The columns of a line that are shown: a line of any length is cut to a window around the place that matters.
constexpr std::size_t window = 120;
constexpr std::size_t before_place = 60;

std::string_view severity_word(Severity severity) {
    return severity == Severity::error ? "error" : "warning";
}

// A line as code points, each fit for a terminal: control characters and broken UTF-8 become '?'.
std::vector<std::string> printable_points(std::string_view line) {
    std::vector<std::string> points;
    for (std::size_t at = 0; at < line.size();) {
        const auto lead = static_cast<unsigned char>(line[at]);
        std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
        std::size_t present = 1;
        while (present < length && at + present < line.size() &&
               (static_cast<unsigned char>(line[at + present]) & 0xC0U) == 0x80U) {
            ++present;
        }
        const bool control = (lead < 0x20 && lead != '\t') || lead == 0x7F;
        const bool whole = length != 0 && present == length;
        points.push_back(control || !whole ? "?" : std::string(line.substr(at, length)));
        at += present;
    }
    return points;
}

// The line with a caret run below it, both behind a gutter that holds the line's number.
void append_excerpt(std::string& out, Span span, const SourceMap& sources, bool color) {
    const Position begin = sources.position(span.begin);
    const Position end = sources.position(span.end);
    const std::vector<std::string> points = printable_points(sources.line_at(span.begin));
    const std::size_t caret = begin.column - 1;
    std::size_t carets = 1;
    if (end.line != begin.line) {
        carets = points.size() > caret ? points.size() - caret : 1;
    } else if (end.column > begin.column) {
        carets = end.column - begin.column;
    }
    const std::size_t first = points.size() > window && caret > before_place ? caret - before_place : 0;
    const std::size_t last = std::min(points.size(), first + window);
    const std::string number = std::to_string(begin.line);

    fmt::format_to(std::back_inserter(out), "  {} | ", number);
    for (std::size_t at = first; at < last; ++at) out += points[at];
    fmt::format_to(std::back_inserter(out), "\n  {:{}} | ", "", number.size());
    for (std::size_t at = first; at < std::min(caret, last); ++at) out += points[at] == "\t" ? "\t" : " ";
    carets = std::clamp<std::size_t>(carets, 1, std::max<std::size_t>(last > caret ? last - caret : 1, 1));
    if (color) out += red;
    out += '^';
    out.append(carets - 1, '~');
    if (color) out += plain;
    out += '\n';
}

std::string place_of(Span span, const SourceMap& sources) {
    const Position position = sources.position(span.begin);
    return fmt::format("{}:{}:{}", sources.name(position.source), position.line, position.column);
}

void append_diagnostic(std::string& out, const Diagnostic& diagnostic, const SourceMap& sources, bool color) {
    const std::string_view word = severity_word(diagnostic.kind->severity);
    const std::string_view tint = diagnostic.kind->severity == Severity::error ? red : yellow;
    if (diagnostic.located) out += place_of(diagnostic.span, sources) + ": ";
    if (color) {
        fmt::format_to(std::back_inserter(out), "{}{}:{} {}{}{}", tint, word, plain, bold, diagnostic.message, plain);
    } else {
        fmt::format_to(std::back_inserter(out), "{}: {}", word, diagnostic.message);
    }
    fmt::format_to(std::back_inserter(out), " [{}]\n", diagnostic.kind->slug);
    if (diagnostic.located) append_excerpt(out, diagnostic.span, sources, color);
    if (!diagnostic.help.empty()) fmt::format_to(std::back_inserter(out), "help: {}\n", diagnostic.help);
    for (const DiagnosticNote& note : diagnostic.notes) {
        fmt::format_to(std::back_inserter(out), "{}: note: {}\n", place_of(note.span, sources), note.message);
        append_excerpt(out, note.span, sources, color);
    }
}

nlohmann::ordered_json place_json(Span span, const SourceMap& sources) {
    const Position begin = sources.position(span.begin);
    const Position end = sources.position(span.end);
    return {{"file", sources.name(begin.source)},
            {"line", begin.line},
            {"column", begin.column},
            {"end_line", end.line},
            {"end_column", end.column}};
}

nlohmann::ordered_json diagnostic_json(const Diagnostic& diagnostic, const SourceMap& sources) {
    nlohmann::ordered_json json = {{"slug", diagnostic.kind->slug},
                                   {"severity", severity_word(diagnostic.kind->severity)},
                                   {"message", diagnostic.message},
                                   {"help", diagnostic.help}};
    if (diagnostic.located) json.update(place_json(diagnostic.span, sources));
    nlohmann::ordered_json notes = nlohmann::ordered_json::array();
    for (const DiagnosticNote& note : diagnostic.notes) {
        nlohmann::ordered_json entry = {{"message", note.message}};
        entry.update(place_json(note.span, sources));
        notes.push_back(std::move(entry));
    }
    json["notes"] = std::move(notes);
    return json;
}

// As a person reads the text from top to bottom, whichever phase found the mistake; those about the run as a whole come last.
std::vector<const Diagnostic*> in_order_of_place(const Diagnostics& diagnostics) {
    std::vector<const Diagnostic*> ordered;
    for (const Diagnostic& diagnostic : diagnostics.all()) ordered.push_back(&diagnostic);
    const auto place = [](const Diagnostic* diagnostic) {
        return diagnostic->located ? std::int64_t{diagnostic->span.begin} : INT64_MAX;
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Diagnostic* a, const Diagnostic* b) { return place(a) < place(b); });
    return ordered;
}

}  // namespace

std::string render_text(const Diagnostics& diagnostics, const SourceMap& sources, bool color) {
    std::string out;
    for (const Diagnostic* diagnostic : in_order_of_place(diagnostics)) append_diagnostic(out, *diagnostic, sources, color);
    if (diagnostics.dropped() > 0) {
        fmt::format_to(std::back_inserter(out), "and {} more that are not shown\n", diagnostics.dropped());
    }
    return out;
}

std::string render_json(const Diagnostics& diagnostics, const SourceMap& sources) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic* diagnostic : in_order_of_place(diagnostics)) list.push_back(diagnostic_json(*diagnostic, sources));
    const nlohmann::ordered_json document = {{"version", 1},
                                             {"errors", diagnostics.errors()},
                                             {"warnings", diagnostics.warnings()},
                                             {"not_shown", diagnostics.dropped()},
                                             {"diagnostics", std::move(list)}};
    return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace warrant
