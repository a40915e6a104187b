// What the commands share: reading texts, opening the shelf, reporting; and the way from a command line to a command.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant::cli {
namespace {

void write(std::FILE* stream, std::string_view text) {
    // A failed write shows in ferror(), which run() asks once at the end.
    std::fwrite(text.data(), 1, text.size(), stream);
}

bool same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

// The texts of the shelf, but for those files that the user named: these are added as the user named them.
bool add_shelf_texts(Run& run, const std::vector<std::string>& files, std::vector<ModuleText>& texts) {
    if (!run.surroundings.data) {
        complain(
            run,
            "the standard library is not where the program looks for it: in share/warrant beside the folder that the program "
            "is installed in; install it again");
        return false;
    }
    for (const ShelfFile& shelf_file : shelf_files(*run.surroundings.data)) {
        const auto named =
            std::find_if(files.begin(), files.end(), [&](const std::string& file) { return same_file(file, shelf_file.path); });
        FileText file = read_file(shelf_file.path, limits::max_guideline_bytes);
        if (!file.problem.empty()) {
            complain(run, fmt::format("cannot read {}: {}", shelf_file.name, file.problem));
            return false;
        }
        // A file that is replaced by itself would have its mistakes reported twice.
        if (named == files.end()) texts.push_back({shelf_file.name, std::move(file.text), shelf_file.standard, false});
    }
    return true;
}

bool is_standard(const Run& run, const std::string& file) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::weakly_canonical(*run.surroundings.data / "stdlib", error);
    return !error && std::filesystem::weakly_canonical(file, error).parent_path() == folder && !error;
}

struct RunCommand {
    Run& run;

    ExitCode operator()(const CheckCommand& command) const { return run_check(run, command); }
    ExitCode operator()(const ReviewCommand& command) const { return run_review(run, command); }
    ExitCode operator()(const WhyCommand& command) const { return run_why(run, command); }
    ExitCode operator()(const WhyNotCommand& command) const { return run_why_not(run, command); }
    ExitCode operator()(const MissingCommand& command) const { return run_missing(run, command); }
    ExitCode operator()(const WhatIfCommand& command) const { return run_what_if(run, command); }
    ExitCode operator()(const AskCommand& command) const { return run_ask(run, command); }
    ExitCode operator()(const VerifyCommand& command) const { return run_verify(run, command); }
    ExitCode operator()(const TestCommand& command) const { return run_test(run, command); }
    ExitCode operator()(const DiffCommand& command) const { return run_diff(run, command); }
    ExitCode operator()(const EvalCommand& command) const { return run_eval(run, command); }
    ExitCode operator()(const PrintCommand& command) const { return run_print(run, command); }
    ExitCode operator()(const FmtCommand& command) const { return run_fmt(run, command); }
    ExitCode operator()(const TextCommand& command) const {
        print(run, command.text);
        return ExitCode::done;
    }
    ExitCode operator()(const UsageMistake& mistake) const {
        complain(run, mistake.message);
        return ExitCode::usage;
    }
};

}  // namespace

void print(const Run& run, std::string_view text) {
    write(run.surroundings.out, text);
}

void complain(const Run& run, std::string_view message) {
    write(run.surroundings.err, fmt::format("warrant: {}\n", message));
}

ExitCode report(const Run& run, const Diagnostics& diagnostics, Format format) {
    if (!diagnostics.all().empty()) {
        write(run.surroundings.err, format == Format::json ? render_json(diagnostics, run.sources)
                                                           : render_text(diagnostics, run.sources, run.surroundings.color_err));
    }
    return exit_code_of(diagnostics, run.sources, run.roles);
}

std::string name_of_file(const std::string& file) {
    return file == "-" ? "standard input" : file;
}

std::optional<std::string> text_of(Run& run, const std::string& file, std::size_t limit) {
    if (file == "-" && run.input_taken) {
        complain(run, "standard input can be read once; `-` stands twice");
        return std::nullopt;
    }
    run.input_taken = run.input_taken || file == "-";
    FileText text = file == "-" ? read_stream(run.surroundings.in, limit) : read_file(file, limit);
    if (text.problem.empty()) return std::move(text.text);
    complain(run, fmt::format("cannot read {}: {}", name_of_file(file), text.problem));
    return std::nullopt;
}

std::optional<Shelf> open_shelf(Run& run, const std::vector<std::string>& files, std::vector<SourceId>& own,
                                Diagnostics& diagnostics) {
    std::vector<ModuleText> texts;
    if (!add_shelf_texts(run, files, texts)) return std::nullopt;
    for (const std::string& file : files) {
        std::optional<std::string> text = text_of(run, file, limits::max_guideline_bytes);
        if (!text) return std::nullopt;
        own.push_back(SourceId{static_cast<std::uint32_t>(run.sources.size() + texts.size())});
        texts.push_back({name_of_file(file), std::move(*text), file != "-" && is_standard(run, file), true});
    }
    run.roles.resize(run.sources.size() + texts.size(), Role::guideline);
    return load_shelf(std::move(texts), run.sources, diagnostics);
}

const ShelfModule* module_of(const Shelf& shelf, SourceId source) {
    for (const ShelfModule& module : shelf.modules) {
        if (module.tree.source == source) return &module;
    }
    return nullptr;
}

ExitCode run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    Run running{surroundings, {}, {}, false};
    const ExitCode code = std::visit(RunCommand{running}, read_command_line(arguments));
    std::fflush(surroundings.err);
    if (std::fflush(surroundings.out) != 0 || std::ferror(surroundings.out) != 0) return ExitCode::output;
    return code;
}

}  // namespace warrant::cli
