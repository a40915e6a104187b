// Reads a case with what the command line sets, and reviews it.
#include "interpreter/cli/reviewing.hpp"

#include <utility>

namespace warrant::cli {
namespace {

bool is_path(const std::string& guideline) {
    return guideline == "-" || guideline.find('/') != std::string::npos || guideline.ends_with(".warrant");
}

// Mistakes are JSON where the results are.
Format format_of(ReviewCommand::Form form) {
    return form == ReviewCommand::Form::json ? Format::json : Format::text;
}

}  // namespace

std::optional<ReviewShelf> open_for_review(Run& run, const ReviewCommand& command, ExitCode& code) {
    std::vector<std::string> files;
    if (is_path(command.guideline)) files.push_back(command.guideline);
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    std::optional<Shelf> shelf = open_shelf(run, files, own, diagnostics);
    code = shelf ? report(run, diagnostics, format_of(command.form)) : ExitCode::usage;
    if (code != ExitCode::done) return std::nullopt;
    ReviewOptions options{command.guideline, command.editions, command.procedure, command.as_of};
    if (!own.empty()) options.guideline = module_of(*shelf, own.front())->name;
    return ReviewShelf{std::move(*shelf), std::move(options)};
}

std::optional<Reviewed> review_text(Run& run, const ReviewCommand& command, const ReviewShelf& shelf, const std::string& file,
                                    std::string text, const std::vector<std::string>& settings, ExitCode& code) {
    std::vector<Assignment> assignments;
    run.roles.push_back(Role::case_text);
    for (const std::string& setting : settings) {
        assignments.push_back({"--set", setting});
        run.roles.push_back(Role::command_line);
    }
    Diagnostics diagnostics;
    CaseRecord record = read_case(name_of_file(file), std::move(text), assignments, shelf.shelf, run.sources, diagnostics);
    // Of a case with a mistake the assignments are not read.
    run.roles.resize(run.sources.size());
    std::optional<Justification> justification;
    if (diagnostics.ok()) justification = review_case(shelf.shelf, record, shelf.options, diagnostics);
    code = report(run, diagnostics, format_of(command.form));
    // Nothing is found of a case on which an error decides.
    if (code != ExitCode::done || !justification) return std::nullopt;
    return Reviewed{std::move(record), std::move(*justification)};
}

}  // namespace warrant::cli
