// warrant check: each file against the standard library and the shelf.
#include "interpreter/cli/run.hpp"

#include <fmt/format.h>

namespace warrant::cli {
namespace {

std::string title_of(const ShelfModule& module) {
    return module.edition.empty() ? module.name : fmt::format("{} (edition {})", module.name, module.edition);
}

std::string counted(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

// How many mistakes, or warnings, point into one file.
std::size_t count_in(const Run& run, const Diagnostics& diagnostics, SourceId source, Severity severity) {
    std::size_t count = 0;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.located && diagnostic.kind->severity == severity &&
            run.sources.source_of(diagnostic.span.begin) == source)
            ++count;
    }
    return count;
}

void print_verdict(const Run& run, const Diagnostics& diagnostics, const std::string& title, SourceId source) {
    const std::size_t mistakes = count_in(run, diagnostics, source, Severity::error);
    const std::size_t warnings = count_in(run, diagnostics, source, Severity::warning);
    std::string verdict = mistakes == 0 ? "no mistakes found" : fmt::format("{} found", counted(mistakes, "mistake"));
    if (warnings != 0) verdict += ", " + counted(warnings, "warning");
    print(run, fmt::format("{}: {}\n", title, verdict));
}

}  // namespace

ExitCode run_check(Run& run, const CheckCommand& command) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::optional<Shelf> shelf = open_shelf(run, command.files, own, diagnostics);
    if (!shelf) return ExitCode::usage;
    for (const SourceId source : own) {
        const ShelfModule* module = module_of(*shelf, source);
        if (module != nullptr && !module->name.empty()) check_module(*shelf, *module, diagnostics);
    }
    if (command.format == Format::json) {
        print(run, render_json(diagnostics, run.sources));
        return exit_code_of(diagnostics, run.sources, run.roles);
    }
    const ExitCode code = report(run, diagnostics, command.format);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const ShelfModule* module = module_of(*shelf, own[i]);
        const bool named = module != nullptr && !module->name.empty();
        print_verdict(run, diagnostics, named ? title_of(*module) : name_of_file(command.files[i]), own[i]);
    }
    return code;
}

}  // namespace warrant::cli
