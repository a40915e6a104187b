// Collecting diagnostics, and finding the name that a slip of the keyboard meant. Rendering is in render_diagnostics.cpp.
#include "dsl/diagnostic.hpp"

#include "dsl/limits.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace warrant {

Diagnostic& Diagnostics::report(const DiagnosticKind& kind, Span span, std::string message, std::string help) {
    std::size_t& reported = kind.severity == Severity::error ? errors_ : warnings_;
    Diagnostic diagnostic{&kind, span, std::move(message), std::move(help), {}, true};
    if (++reported > limits::max_diagnostics) {
        ++dropped_;
        overflow_ = std::move(diagnostic);
        return overflow_;
    }
    return list_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::report_unlocated(const DiagnosticKind& kind, std::string message, std::string help) {
    Diagnostic& diagnostic = report(kind, Span{}, std::move(message), std::move(help));
    diagnostic.located = false;
    return diagnostic;
}

namespace {

// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (optimal string
// alignment). Three rows of the table are enough.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> current(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) current[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, current);
        current[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t substitute = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, substitute});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
    }
    return current[to.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view wrong, const std::vector<std::string_view>& known) {
    // A third of the letters may be wrong; a name of one or two letters is near nothing. Longer texts are no slips.
    constexpr std::size_t longest = 100;
    if (wrong.size() > longest) return {};
    std::string_view nearest;
    std::size_t least = wrong.size() / 3 + 1;
    for (const std::string_view name : known) {
        const std::size_t length_gap = name.size() > wrong.size() ? name.size() - wrong.size() : wrong.size() - name.size();
        if (length_gap >= least) continue;
        const std::size_t distance = edit_distance(wrong, name);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace warrant
