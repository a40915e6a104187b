// The command line as data: what was asked for, before any file is read.
#pragma once

#include "interpreter/find/review.hpp"
#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/render.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace warrant::cli {

enum class Format { text, json };

struct CheckCommand {
    std::vector<std::string> files;
    Format format = Format::text;
};

struct ReviewCommand {
    enum class Form { text, json, letter, letter_html, html } form = Form::text;
    std::vector<std::string> cases;
    std::string guideline;  // a module's name, or a file's path
    std::vector<EditionChoice> editions;
    std::string procedure;
    std::optional<OrderedSet> as_of;
    std::vector<std::string> settings;  // FACT=VALUE
    bool allow_draft = false;           // a letter may be made of a draft guideline
    Detail detail = Detail::parts;
    std::vector<FindingName> fail_on;
    std::string output;       // the file that the results are written to; empty: standard output
    std::string certificate;  // the file to write it to; empty: none
};

struct VerifyCommand {
    std::string certificate;
    std::string case_file;  // from which, and the shelf, all is derived again; empty: it is not
    std::vector<std::string> guidelines;
};

// Questions about a reviewed case; `review` says which and how it is reviewed.
struct WhyCommand {
    ReviewCommand review;
    std::string about;  // a part's id or a fact's path; empty: the finding
};

struct WhyNotCommand {
    ReviewCommand review;
    FindingName finding = FindingName::supported;  // a decided one
};
struct MissingCommand {
    ReviewCommand review;
    MissingReader reader = MissingReader::reviewer;
    Format format = Format::text;  // JSON is for every reader
};

struct WhatIfCommand {
    ReviewCommand review;  // with settings
};

// An interview about a case, or about a new one.
struct AskCommand {
    ReviewCommand review;
    std::string case_file;  // empty: a new case
    std::string output;     // the file to write; empty: the case's own, or standard output; `-`: standard output
};

struct EvalCommand {
    std::vector<std::string> expressions;
    std::string case_file;
    std::vector<std::string> uses;
};

struct TestCommand {
    enum class Results { text, junit, json } results = Results::text;
    std::vector<std::string> paths;       // files or folders; none: all suites of the source tree
    std::vector<EditionChoice> editions;  // none: all
    bool coverage = false;
    std::optional<std::uint32_t> threshold;  // in percent, of every suite
    bool published = false;                  // tests that restate published decisions alone
    bool accept = false;                     // rewrite what failing tests expect
    std::string freeze;                      // why the suites are frozen; empty: they are not
    std::string run;                         // a regular expression that the full names of tests are searched for
};

struct PrintCommand {
    enum class What { tree, plan } what = What::tree;
    std::string file;
};

struct DiffCommand {
    std::string before;  // a file, or names with an edition: `mtus.home_health/2009`, `mtus/2009`
    std::string after;
    std::vector<std::string> cases;
    Format format = Format::text;
};

struct FmtCommand {
    enum class To { output, check, file } to = To::output;
    std::vector<std::string> files;
};

// `version`, and every form of help: a text to print.
struct TextCommand {
    std::string text;
};

// What is wrong with the command line, and what to try.
struct UsageMistake {
    std::string message;
};

using Command =
    std::variant<CheckCommand, ReviewCommand, WhyCommand, WhyNotCommand, MissingCommand, WhatIfCommand, AskCommand,
                 VerifyCommand, TestCommand, DiffCommand, EvalCommand, PrintCommand, FmtCommand, TextCommand, UsageMistake>;

Command read_command_line(const std::vector<std::string>& arguments);

// For the test that holds the help texts to the options: the long names of a command's options, without dashes.
std::vector<std::string> option_names(const std::string& command);
std::vector<std::string> command_names();

}  // namespace warrant::cli
