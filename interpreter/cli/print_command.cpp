// warrant print: what a phase makes of a file.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"
#include "dsl/parse.hpp"
#include "dsl/print_tree.hpp"
#include "interpreter/plan/print_plan.hpp"

#include <fmt/format.h>

namespace warrant::cli {
namespace {

ExitCode print_tree_of(Run& run, const std::string& file) {
    std::optional<std::string> text = text_of(run, file, limits::max_guideline_bytes);
    if (!text) return ExitCode::usage;
    Diagnostics diagnostics;
    run.roles.push_back(Role::guideline);
    const SourceId source = run.sources.add(name_of_file(file), std::move(*text));
    const ast::Module tree = parse_module(run.sources, source, diagnostics);
    const ExitCode code = report(run, diagnostics, Format::text);
    if (code == ExitCode::done) print(run, print_tree(tree));
    return code;
}

ExitCode print_plan_of(Run& run, const std::string& file) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::optional<Shelf> shelf = open_shelf(run, {file}, own, diagnostics);
    if (!shelf) return ExitCode::usage;
    std::optional<Plan> plan;
    if (diagnostics.ok()) plan = plan_of_module(*shelf, *module_of(*shelf, own.front()), diagnostics);
    const ExitCode code = report(run, diagnostics, Format::text);
    if (code != ExitCode::done) return code;
    if (!plan) {
        complain(run, fmt::format("{} is a library, and only guidelines and procedures have plans", name_of_file(file)));
        return ExitCode::usage;
    }
    print(run, print_plan(*plan, shelf->vocabulary));
    return ExitCode::done;
}

}  // namespace

ExitCode run_print(Run& run, const PrintCommand& command) {
    switch (command.what) {
        case PrintCommand::What::tree:
            return print_tree_of(run, command.file);
        case PrintCommand::What::plan:
            return print_plan_of(run, command.file);
    }
    return ExitCode::internal;
}

}  // namespace warrant::cli
