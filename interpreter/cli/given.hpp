// The options of every command before they are looked at: what CLI11 fills in. Private to options.cpp and command_options.cpp,
// the only files that know CLI11.
#pragma once

#include "interpreter/cli/options.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace warrant::cli {

// The values that CLI11 fills in; the forms that need a look of our own are still text.
struct Given {
    CheckCommand check;
    ReviewCommand review;
    std::string asked_case;  // of why, why-not, missing, what-if and ask
    std::string wanted;      // the finding of why-not
    std::string about;
    std::string reader;  // of missing
    std::string ask_output;
    VerifyCommand verify;
    EvalCommand eval;
    TestCommand test;
    DiffCommand diff;
    std::string format = "text";
    std::string detail;
    std::string as_of;
    std::vector<std::string> editions;
    std::vector<std::string> fail_on;
    std::string print_what;
    std::string print_file;
    std::vector<std::string> fmt_files;
    bool fmt_check = false;
    bool fmt_write = false;
    std::string help_topic;
};

// Adds every command with its options and their help.
void add_commands(CLI::App& app, Given& given);

}  // namespace warrant::cli
