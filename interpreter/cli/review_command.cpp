// warrant review: each case through the shelf to its justification.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"

#include <algorithm>

namespace warrant::cli {
namespace {

bool is_path(const std::string& guideline) {
    return guideline == "-" || guideline.find('/') != std::string::npos || guideline.ends_with(".warrant");
}

struct Reviewing {
    Run& run;
    const ReviewCommand& command;
    const Shelf& shelf;
    ReviewOptions options;
    std::vector<std::string> documents;  // printed results, where they are JSON
};

bool found_any(const Justification& justification, const std::vector<FindingName>& findings) {
    return std::any_of(justification.requests.begin(), justification.requests.end(), [&](const RequestJustification& request) {
        return std::find(findings.begin(), findings.end(), request.finding) != findings.end();
    });
}

ExitCode review_one(Reviewing& reviewing, const std::string& file) {
    Run& run = reviewing.run;
    const ReviewCommand& command = reviewing.command;
    std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
    if (!text) return ExitCode::usage;
    std::vector<Assignment> assignments;
    run.roles.push_back(Role::case_text);
    for (const std::string& setting : command.settings) {
        assignments.push_back({"--set", setting});
        run.roles.push_back(Role::command_line);
    }
    Diagnostics diagnostics;
    const CaseRecord record =
        read_case(name_of_file(file), std::move(*text), assignments, reviewing.shelf, run.sources, diagnostics);
    // Of a case with a mistake the assignments are not read.
    run.roles.resize(run.sources.size());
    std::optional<Justification> justification;
    if (diagnostics.ok()) justification = review_case(reviewing.shelf, record, reviewing.options, diagnostics);
    const ExitCode code = report(run, diagnostics, command.format);
    // Nothing is found of a case on which an error decides.
    if (code != ExitCode::done || !justification) return code;
    if (command.format == Format::json) {
        reviewing.documents.push_back(render_json(*justification));
    } else {
        print(run, render_text(*justification, command.detail, run.surroundings.color_out));
    }
    return found_any(*justification, command.fail_on) ? ExitCode::does_not_hold : ExitCode::done;
}

// One case, one document; several, an array.
void print_documents(const Reviewing& reviewing) {
    if (reviewing.command.cases.size() == 1) {
        for (const std::string& document : reviewing.documents) print(reviewing.run, document);
        return;
    }
    std::string array = "[";
    for (const std::string& document : reviewing.documents) {
        array += array.size() == 1 ? "\n" : ",\n";
        array += document.substr(0, document.find_last_not_of('\n') + 1);
    }
    print(reviewing.run, array + "\n]\n");
}

}  // namespace

ExitCode run_review(Run& run, const ReviewCommand& command) {
    std::vector<std::string> files;
    if (is_path(command.guideline)) files.push_back(command.guideline);
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::optional<Shelf> shelf = open_shelf(run, files, own, diagnostics);
    if (!shelf) return ExitCode::usage;
    if (const ExitCode code = report(run, diagnostics, command.format); code != ExitCode::done) return code;

    Reviewing reviewing{run, command, *shelf, {command.guideline, command.editions, command.procedure, command.as_of}, {}};
    if (!own.empty()) reviewing.options.guideline = module_of(*shelf, own.front())->name;
    ExitCode code = ExitCode::done;
    for (std::size_t i = 0; i < command.cases.size(); ++i) {
        if (i != 0 && command.format == Format::text) print(run, "\n");
        code = worse(code, review_one(reviewing, command.cases[i]));
    }
    if (command.format == Format::json) print_documents(reviewing);
    return code;
}

}  // namespace warrant::cli
