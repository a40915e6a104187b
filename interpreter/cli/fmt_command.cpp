// warrant fmt: the one layout, printed, compared or written back.
#include "interpreter/cli/run.hpp"

#include "dsl/format.hpp"
#include "dsl/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant::cli {
namespace {

struct Formatted {
    std::string file;
    std::string before;
    std::string after;
};

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

// The first line in which two different texts differ, with both forms of it.
std::string first_difference(const Formatted& formatted) {
    std::string_view before = formatted.before;
    std::string_view after = formatted.after;
    for (std::size_t number = 1; !before.empty() && !after.empty(); ++number) {
        const std::string_view is = take_line(before);
        const std::string_view would_be = take_line(after);
        if (is == would_be) continue;
        return fmt::format("{}:{}: would change\n  - {}\n  + {}\n", name_of_file(formatted.file), number, is, would_be);
    }
    return fmt::format("{}: the end of the text would change\n", name_of_file(formatted.file));
}

ExitCode print_all(const Run& run, const std::vector<Formatted>& files) {
    for (const Formatted& formatted : files) print(run, formatted.after);
    return ExitCode::done;
}

ExitCode compare_all(const Run& run, const std::vector<Formatted>& files) {
    bool same = true;
    for (const Formatted& formatted : files) {
        if (formatted.before == formatted.after) continue;
        print(run, first_difference(formatted));
        same = false;
    }
    return same ? ExitCode::done : ExitCode::does_not_hold;
}

ExitCode write_all(const Run& run, const std::vector<Formatted>& files) {
    ExitCode code = ExitCode::done;
    for (const Formatted& formatted : files) {
        if (formatted.before == formatted.after) continue;
        const std::string problem = replace_file(formatted.file, formatted.after);
        if (problem.empty()) {
            print(run, fmt::format("{}: formatted\n", formatted.file));
        } else {
            complain(run, fmt::format("cannot write {}: {}", formatted.file, problem));
            code = ExitCode::output;
        }
    }
    return code;
}

}  // namespace

ExitCode run_fmt(Run& run, const FmtCommand& command) {
    if (command.to == FmtCommand::To::file && std::count(command.files.begin(), command.files.end(), "-") != 0) {
        complain(run, "--write needs a file to write to, and `-` is standard input; leave --write out");
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    std::vector<Formatted> files;
    for (const std::string& file : command.files) {
        const std::optional<std::string> text = text_of(run, file, limits::max_guideline_bytes);
        if (!text) return ExitCode::usage;
        run.roles.push_back(Role::guideline);
        const SourceId source = run.sources.add(name_of_file(file), *text);
        std::optional<std::string> formatted = format_module(run.sources, source, diagnostics);
        if (formatted) files.push_back({file, *text, std::move(*formatted)});
    }
    const ExitCode code = report(run, diagnostics, Format::text);
    if (code != ExitCode::done) return code;
    switch (command.to) {
        case FmtCommand::To::output:
            return print_all(run, files);
        case FmtCommand::To::check:
            return compare_all(run, files);
        case FmtCommand::To::file:
            return write_all(run, files);
    }
    return ExitCode::internal;
}

}  // namespace warrant::cli
