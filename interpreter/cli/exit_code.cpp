// From a diagnostic to an exit code: by its kind where that says enough, else by whose text it points at.
#include "interpreter/cli/exit_code.hpp"

#include "dsl/kinds.hpp"
#include "interpreter/kinds.hpp"

#include <algorithm>
#include <array>

namespace warrant::cli {
namespace {

bool is_limit(const DiagnosticKind* kind) {
    static constexpr std::array kinds_of_limits = {&kinds::file_too_large, &kinds::nested_too_deeply,
                                                   &kinds::nested_definitions, &kinds::too_many, &kinds::plan_too_large};
    return std::find(kinds_of_limits.begin(), kinds_of_limits.end(), kind) != kinds_of_limits.end();
}

ExitCode exit_code_of_role(Role role) {
    switch (role) {
        case Role::guideline:
        case Role::expression:
            return ExitCode::invalid_guideline;
        case Role::case_text:
            return ExitCode::invalid_case;
        case Role::command_line:
            return ExitCode::usage;
    }
    return ExitCode::internal;
}

ExitCode exit_code_of(const Diagnostic& diagnostic, const SourceMap& sources, const std::vector<Role>& roles) {
    if (is_limit(diagnostic.kind)) return ExitCode::limit;
    // It points into the guideline, at the calculation; what made it fail is the case.
    if (diagnostic.kind == &kinds::error_in_case) return ExitCode::invalid_case;
    // What has no place in a text was named on the command line.
    if (!diagnostic.located) return ExitCode::usage;
    return exit_code_of_role(roles.at(sources.source_of(diagnostic.span.begin).index));
}

}  // namespace

ExitCode exit_code_of(const Diagnostics& diagnostics, const SourceMap& sources, const std::vector<Role>& roles) {
    ExitCode code = ExitCode::done;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.kind->severity == Severity::error) code = worse(code, exit_code_of(diagnostic, sources, roles));
    }
    return code;
}

}  // namespace warrant::cli
