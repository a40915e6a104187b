// One run of the program: its surroundings, the texts it read, and how commands read, report and print. The commands are in
// files of their own.
#pragma once

#include "interpreter/cli/exit_code.hpp"
#include "interpreter/cli/files.hpp"
#include "interpreter/cli/options.hpp"
#include "interpreter/session.hpp"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::cli {

// What main() finds around the program; a test brings its own.
struct Surroundings {
    std::FILE* in = nullptr;
    std::FILE* out = nullptr;
    std::FILE* err = nullptr;
    bool color_out = false;
    bool color_err = false;
    std::optional<std::filesystem::path> data;  // the folder of `stdlib` and `guidelines`
    bool typed = false;                         // a person types at a terminal, which shows what is typed
};

// Runs the program once; the answer to the shell. Results go to `out`, everything else to `err`.
ExitCode run(const std::vector<std::string>& arguments, const Surroundings& surroundings);

// What the commands of one run share.
struct Run {
    const Surroundings& surroundings;
    SourceMap sources;
    std::vector<Role> roles;   // by source
    bool input_taken = false;  // `-` stands for standard input once
};

void print(const Run& run, std::string_view text);
// A sentence about the command line or a file, on the error stream.
void complain(const Run& run, std::string_view message);
// Prints what was reported on the error stream, and answers with its exit code.
ExitCode report(const Run& run, const Diagnostics& diagnostics, Format format);

// The text of a file, or of standard input for `-`; a problem is said, and nothing comes back.
std::optional<std::string> text_of(Run& run, const std::string& file, std::size_t limit);
// What diagnostics call a file.
std::string name_of_file(const std::string& file);

// The shelf with the user's own files on it, each in place of the module it stands in for. The files' sources are told in
// `own`. Nothing comes back, and it is said, if a file cannot be read or nothing is where the standard library should be.
std::optional<Shelf> open_shelf(Run& run, const std::vector<std::string>& files, std::vector<SourceId>& own,
                                Diagnostics& diagnostics);
// The module that a source holds; null if its place was taken by a later file.
const ShelfModule* module_of(const Shelf& shelf, SourceId source);

ExitCode run_check(Run& run, const CheckCommand& command);
ExitCode run_review(Run& run, const ReviewCommand& command);
ExitCode run_why(Run& run, const WhyCommand& command);
ExitCode run_why_not(Run& run, const WhyNotCommand& command);
ExitCode run_missing(Run& run, const MissingCommand& command);
ExitCode run_what_if(Run& run, const WhatIfCommand& command);
ExitCode run_ask(Run& run, const AskCommand& command);
ExitCode run_verify(Run& run, const VerifyCommand& command);
ExitCode run_test(Run& run, const TestCommand& command);
ExitCode run_diff(Run& run, const DiffCommand& command);
ExitCode run_eval(Run& run, const EvalCommand& command);
ExitCode run_print(Run& run, const PrintCommand& command);
ExitCode run_fmt(Run& run, const FmtCommand& command);

}  // namespace warrant::cli
