// warrant eval: expressions over the vocabulary of the shelf, from the command line or one a line from standard input.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"

#include <fmt/format.h>

namespace warrant::cli {
namespace {

struct Evaluating {
    Run& run;
    const EvalCommand& command;
    const Shelf& shelf;
    const CaseRecord* record;
};

// One result, `VALUE : TYPE`, or `error` with the mistake on the error stream.
ExitCode evaluate_one(Evaluating& evaluating, std::string name, std::string text) {
    Run& run = evaluating.run;
    Diagnostics diagnostics;
    const SourceId source = run.sources.add(std::move(name), std::move(text));
    run.roles.push_back(Role::expression);
    const auto result =
        evaluate_expression(source, evaluating.command.uses, evaluating.shelf, evaluating.record, run.sources, diagnostics);
    print(run, result ? fmt::format("{} : {}\n", result->value, result->type) : "error\n");
    const ExitCode code = report(run, diagnostics, Format::text);
    // An expression that has no value is a mistake of its own; there is no case that a finding would rest on.
    return code == ExitCode::invalid_case && evaluating.record == nullptr ? ExitCode::invalid_guideline : code;
}

// A line of nothing, or of a comment, gives an empty line, so that lines keep their numbers.
bool says_nothing(const std::string& line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string::npos || line[first] == '#';
}

// One line of a stream without its end; more than `limit` bytes of a line are left for the next. Empty: the stream has ended.
std::optional<std::string> next_line(std::FILE* stream, std::size_t limit) {
    std::string line;
    int letter = std::getc(stream);
    if (letter == EOF) return std::nullopt;
    for (; letter != EOF && letter != '\n'; letter = std::getc(stream)) {
        line.push_back(static_cast<char>(letter));
        if (line.size() > limit) break;
    }
    return line;
}

ExitCode evaluate_lines(Evaluating& evaluating) {
    Run& run = evaluating.run;
    ExitCode code = ExitCode::done;
    std::size_t number = 0;
    while (std::optional<std::string> line = next_line(run.surroundings.in, limits::max_guideline_bytes)) {
        ++number;
        if (says_nothing(*line)) {
            print(run, "\n");
            continue;
        }
        code = worse(code, evaluate_one(evaluating, fmt::format("line {}", number), std::move(*line)));
    }
    return code;
}

}  // namespace

ExitCode run_eval(Run& run, const EvalCommand& command) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::optional<Shelf> shelf = open_shelf(run, {}, own, diagnostics);
    if (!shelf) return ExitCode::usage;
    std::optional<CaseRecord> record;
    if (!command.case_file.empty() && diagnostics.ok()) {
        std::optional<std::string> text = text_of(run, command.case_file, limits::max_case_bytes);
        if (!text) return ExitCode::usage;
        run.roles.push_back(Role::case_text);
        record = read_case(name_of_file(command.case_file), std::move(*text), {}, *shelf, run.sources, diagnostics);
    }
    ExitCode code = report(run, diagnostics, Format::text);
    if (code != ExitCode::done) return code;

    Evaluating evaluating{run, command, *shelf, record ? &*record : nullptr};
    std::size_t number = 0;
    for (const std::string& expression : command.expressions) {
        ++number;
        if (expression != "-") {
            code = worse(code, evaluate_one(evaluating, fmt::format("expression {}", number), expression));
        } else if (run.input_taken) {
            complain(run, "standard input can be read once; `-` stands twice");
            code = worse(code, ExitCode::usage);
        } else {
            run.input_taken = true;
            code = worse(code, evaluate_lines(evaluating));
        }
    }
    return code;
}

}  // namespace warrant::cli
