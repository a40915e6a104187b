// What is said to a person whose guideline or case has a mistake: what was found, what was expected, where, what to try.
// Kinds stand in one table per library (dsl/kinds.hpp, interpreter/kinds.hpp); this file knows none of them.
#pragma once

#include "dsl/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

enum class Severity { error, warning };

// A kind of diagnostic: its stable slug, how bad it is, and one sentence on what it means in general.
struct DiagnosticKind {
    std::string_view slug;
    Severity severity;
    std::string_view meaning;
};

struct DiagnosticNote {
    Span span;
    std::string message;
};

struct Diagnostic {
    const DiagnosticKind* kind = nullptr;  // a row of a table with static lifetime
    Span span;                             // an empty span at offset 0 of no source: nothing to point at
    std::string message;                   // what was found and what was expected; no full stop at the end
    std::string help;                      // what to try ("did you mean `job.demand`?"); may be empty
    std::vector<DiagnosticNote> notes;     // other places that matter
    bool located = true;                   // false: about the run, not about a place in a text
};

// Collects diagnostics of a run, in the order reported. Past limits::max_diagnostics errors the rest are counted, not kept.
class Diagnostics {
public:
    Diagnostic& report(const DiagnosticKind& kind, Span span, std::string message, std::string help = {});
    Diagnostic& report_unlocated(const DiagnosticKind& kind, std::string message, std::string help = {});

    const std::vector<Diagnostic>& all() const { return list_; }
    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }
    std::size_t dropped() const { return dropped_; }
    bool ok() const { return errors_ == 0; }

private:
    std::vector<Diagnostic> list_;
    Diagnostic overflow_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t dropped_ = 0;
};

// Both list diagnostics in the order of their places. Text for a terminal: `file:3:14: error: message [slug]`, the line, a caret run, help and notes. `color` adds ANSI only.
std::string render_text(const Diagnostics& diagnostics, const SourceMap& sources, bool color);
// One JSON document {"version": 1, "diagnostics": [...]}: slug, severity, file, line, column, end line and column, message,
// help, notes.
std::string render_json(const Diagnostics& diagnostics, const SourceMap& sources);

// The name in `known` nearest to `wrong` by edit distance, if near enough to be a slip; else empty.
std::string_view nearest_name(std::string_view wrong, const std::vector<std::string_view>& known);

}  // namespace warrant
