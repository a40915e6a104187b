// From the words of a command line to a command: what CLI11 filled in is looked at, and its exceptions end here.
#include "interpreter/cli/given.hpp"
#include "interpreter/cli/option_values.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <regex>

namespace warrant::cli {
namespace {

constexpr const char* about =
    "Finds what a medical guideline says of a record, and shows why. It proposes;\na physician decides.";

constexpr const char* exit_codes =
    "Exit codes: 0 done; 1 a finding of --fail-on, a test fails, a certificate does\n"
    "not hold, or fmt --check would change a file; 2 the command line; 3 a guideline\n"
    "has a mistake; 4 a case, suite or certificate has one; 5 a text is too large;\n"
    "70 a bug; 74 the results could not be written.";

std::unique_ptr<CLI::App> make_app(Given& given) {
    auto app = std::make_unique<CLI::App>(about, "warrant");
    app->get_formatter()->column_width(help_column);
    app->require_subcommand(0, 1);
    add_commands(*app, given);
    app->add_subcommand("version", "Print the version");
    app->add_subcommand("help", "Show this, or the help of a command")
        ->add_option("COMMAND", given.help_topic, "the command to explain")
        ->type_name("");
    // Last, because commands would take it over.
    app->footer(std::string("`warrant COMMAND --help` shows a command's options and examples.\n\n") + exit_codes);
    // What is unknown is collected, so that the message can suggest what was meant.
    for (CLI::App* command : app->get_subcommands({})) command->allow_extras();
    return app;
}

UsageMistake mistake(const std::string& message, const std::string& command = {}) {
    return {fmt::format("{}\n`warrant {}--help` shows what can be asked", message, command.empty() ? "" : command + " ")};
}

std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
    return names;
}

// Why no certificate can be made; empty: it can, or none was asked for.
std::string wrong_certificate(const ReviewCommand& review) {
    if (review.certificate.empty()) return {};
    if (review.cases.size() != 1) return "--certificate: it is of one case; give one";
    if (review.certificate == "-") return "--certificate: give a file; `-` is where the findings are printed";
    if (!review.settings.empty()) return "--certificate: none is made of what is only supposed; leave --set out";
    return {};
}

// Why the results cannot go to the file; empty: they can, or go to standard output.
std::string wrong_output(const ReviewCommand& review) {
    if (review.output.empty()) return {};
    if (review.output == "-") return "--output: give a file; without it results go to standard output";
    // `./my_case.yaml` is `my_case.yaml`.
    const auto plain = [](const std::string& file) { return std::filesystem::path(file).lexically_normal(); };
    const std::filesystem::path output = plain(review.output);
    if (output == plain(review.certificate)) return "--output: the certificate is written to this file; give another";
    for (const std::string& file : review.cases) {
        if (output == plain(file)) return "--output: this is the case itself; give another file";
    }
    return {};
}

bool is_letter(ReviewCommand::Form form) {
    return form == ReviewCommand::Form::letter || form == ReviewCommand::Form::letter_html;
}

// What has no meaning for the form that was asked for; empty if nothing.
std::string misplaced(const ReviewCommand& review, const Given& given) {
    if (!is_letter(review.form) && review.allow_draft)
        return "--allow-draft: it is of a letter; add --format letter or letter-html";
    const bool page = review.form == ReviewCommand::Form::html;
    if (page && review.cases.size() > 1) return "--format: a page is of one case; give one CASE";
    if (page && !given.detail.empty()) return "--detail: a page shows everything, and folds it; leave it out";
    if (!is_letter(review.form)) return {};
    if (review.cases.size() > 1) return "--format: a letter is of one case; give one CASE";
    if (!given.detail.empty()) return "--detail: a letter shows every part; leave it out";
    if (!review.settings.empty()) return "--set: no letter is made of what is not the record's; leave it out, or the letter";
    return {};
}

// How a case is reviewed, as `command` was asked to.
std::variant<ReviewCommand, UsageMistake> finish_review(const Given& given, const std::string& command) {
    ReviewCommand review = given.review;
    review.form = form_named(given.format);
    if (const std::string problem = misplaced(review, given); !problem.empty()) return mistake(problem, command);
    review.detail = detail_named(given.detail);
    for (const std::string& edition : given.editions) review.editions.push_back(edition_written(edition));
    if (!given.as_of.empty()) {
        const std::optional<DayRange> days = parse_date(given.as_of);
        if (!days) {
            return mistake(fmt::format("--as-of: `{}` is not a date; write 2015-08-01, 2015-08 or 2015", given.as_of), command);
        }
        review.as_of = OrderedSet{days->first, days->last};
    }
    for (const std::string& name : given.fail_on) {
        const std::optional<FindingName> finding = finding_named(name);
        if (!finding) {
            return mistake(fmt::format("--fail-on: there is no finding `{}`{}", name,
                                       suggestion(name, {"supported", "partly-supported", "not-supported", "undetermined",
                                                         "not-addressed"})),
                           command);
        }
        review.fail_on.push_back(*finding);
    }
    for (const std::string& wrong : {wrong_certificate(review), wrong_output(review)}) {
        if (!wrong.empty()) return mistake(wrong, command);
    }
    for (const std::string& setting : review.settings) {
        if (setting.find('=') == std::string::npos) {
            return mistake(fmt::format("--set: `{}` gives no value; write FACT=VALUE, such as job.demand=medium", setting),
                           command);
        }
    }
    return review;
}

// A question about the one case that is named.
template <typename Question>
Command finish_question(const Given& given, const std::string& command, Question question) {
    auto review = finish_review(given, command);
    if (const auto* wrong = std::get_if<UsageMistake>(&review)) return *wrong;
    question.review = std::get<ReviewCommand>(std::move(review));
    question.review.cases = {given.asked_case};
    return question;
}

Command finish_why_not(const Given& given) {
    const std::optional<FindingName> finding = finding_named(given.wanted);
    if (!finding || *finding == FindingName::undetermined) {
        const std::string why =
            finding
                ? "`undetermined` is what is found while the record leaves it open; ask `warrant why`"
                : fmt::format("there is no finding `{}`{}", given.wanted,
                              suggestion(given.wanted, {"supported", "partly-supported", "not-supported", "not-addressed"}));
        return mistake(why, "why-not");
    }
    return finish_question(given, "why-not", WhyNotCommand{{}, *finding});
}

Command finish_missing(const Given& given) {
    MissingCommand missing;
    missing.reader = reader_named(given.reader);
    missing.format = format_named(given.format);
    if (missing.format == Format::json && !given.reader.empty())
        return mistake("--for: JSON is the same for every reader; leave --for or --format out", "missing");
    return finish_question(given, "missing", missing);
}

Command finish_ask(const Given& given) {
    const Command question = finish_question(given, "ask", AskCommand{});
    const auto* asked = std::get_if<AskCommand>(&question);
    if (asked == nullptr) return question;
    if (given.asked_case == "-" || given.review.guideline == "-")
        return mistake("standard input is where the answers are read from; name a file instead of `-`", "ask");
    return AskCommand{asked->review, given.asked_case, given.ask_output};
}

Command finish_test(const Given& given) {
    TestCommand test = given.test;
    test.results = results_named(given.format);
    if (test.threshold && !test.coverage) return mistake("--threshold: it is of --coverage; give both", "test");
    if (test.coverage && test.results != TestCommand::Results::text) {
        return mistake("--coverage: it is printed as text only; leave --format out", "test");
    }
    const bool rewrites = test.accept || !test.freeze.empty();
    const std::string_view which = test.accept ? "--accept" : "--freeze";
    if (test.accept && !test.freeze.empty())
        return mistake("--freeze: a suite is frozen when its tests hold; --accept first", "test");
    if (rewrites && (test.coverage || test.published || test.results != TestCommand::Results::text))
        return mistake(fmt::format("{}: it goes with no other report; give PATH alone", which), "test");
    if (rewrites && std::count(test.paths.begin(), test.paths.end(), "-") != 0)
        return mistake(fmt::format("{}: it needs a file to write to, and `-` is standard input", which), "test");
    if (!test.freeze.empty() && (test.paths.empty() || !test.run.empty()))
        return mistake("--freeze: say which whole suites; give PATH, and leave --run out", "test");
    for (const std::string& edition : given.editions) test.editions.push_back(edition_written(edition));
    try {
        const std::regex read(test.run);
    } catch (const std::regex_error&) {
        return mistake(
            fmt::format("--run: `{}` is not a regular expression; put \\ before a character that is meant as itself", test.run),
            "test");
    }
    return test;
}

Command finish_help(const CLI::App& app, const Given& given) {
    if (given.help_topic.empty()) {
        // Of an app that has not parsed a command: it would show that command's help.
        Given unused;
        return TextCommand{make_app(unused)->help()};
    }
    const std::vector<std::string> known = names_of_commands(app);
    if (std::find(known.begin(), known.end(), given.help_topic) == known.end()) {
        return mistake(fmt::format("there is no command `{}`{}", given.help_topic, suggestion(given.help_topic, known)));
    }
    return TextCommand{app.get_subcommand(given.help_topic)->help("warrant")};
}

void lay_bare(Given& given) {
    for (auto* words : {&given.check.files, &given.review.cases, &given.eval.expressions, &given.test.paths, &given.diff.cases,
                        &given.fmt_files}) {
        for (std::string& word : *words) lay_bare_word(word);
    }
    for (std::string* word : {&given.asked_case, &given.about, &given.ask_output, &given.verify.certificate, &given.print_file,
                              &given.diff.before, &given.diff.after})
        lay_bare_word(*word);
    lay_bare_word(given.help_topic);
}

Command finish(const CLI::App& app, const Given& given) {
    if (app.get_subcommands().empty()) {
        return mistake(
            "say what to do: check, review, why, why-not, missing, what-if, ask, verify, test, diff, eval, print, fmt, "
            "version or help");
    }
    const CLI::App& command = *app.get_subcommands().front();
    const std::string name = command.get_name();
    const std::vector<std::string> unknown = command.remaining();
    if (!unknown.empty()) {
        const std::string& word = unknown.front();
        return mistake(fmt::format("`warrant {}` {} `{}`{}", name, word.starts_with('-') ? "has no option" : "has no use for",
                                   word, suggestion(word, names_of_options(command))),
                       name);
    }
    if (name == "check") {
        CheckCommand check = given.check;
        check.format = format_named(given.format);
        return check;
    }
    if (name == "review") {
        const auto review = finish_review(given, name);
        return std::visit([](const auto& either) { return Command{either}; }, review);
    }
    if (name == "why") return finish_question(given, name, WhyCommand{{}, given.about});
    if (name == "why-not") return finish_why_not(given);
    if (name == "missing") return finish_missing(given);
    if (name == "what-if") return finish_question(given, name, WhatIfCommand{});
    if (name == "ask") return finish_ask(given);
    if (name == "verify") {
        if (!given.verify.guidelines.empty() && given.verify.case_file.empty())
            return mistake("--guideline: it is of --case; give both", "verify");
        return given.verify;
    }
    if (name == "test") return finish_test(given);
    if (name == "diff") {
        DiffCommand diff = given.diff;
        diff.format = format_named(given.format);
        return diff;
    }
    if (name == "eval") return given.eval;
    if (name == "print") {
        return PrintCommand{given.print_what == "tree" ? PrintCommand::What::tree : PrintCommand::What::plan, given.print_file};
    }
    if (name == "fmt") {
        using To = FmtCommand::To;
        return FmtCommand{given.fmt_check ? To::check : given.fmt_write ? To::file : To::output, given.fmt_files};
    }
    if (name == "version") return TextCommand{"warrant " WARRANT_VERSION "\n"};
    return finish_help(app, given);
}

}  // namespace

Command read_command_line(const std::vector<std::string>& arguments) {
    Given given;
    const std::unique_ptr<CLI::App> app = make_app(given);
    const std::vector<std::string> commands = names_of_commands(*app);
    if (!arguments.empty() && arguments.front().rfind('-', 0) != 0 &&
        std::find(commands.begin(), commands.end(), arguments.front()) == commands.end()) {
        return mistake(fmt::format("there is no command `{}`{}", arguments.front(), suggestion(arguments.front(), commands)));
    }
    const auto command_in_use = [&app]() -> std::string {
        return app->get_subcommands().empty() ? std::string() : app->get_subcommands().front()->get_name();
    };
    try {
        std::vector<std::string> words = shielded(arguments);
        std::reverse(words.begin(), words.end());  // CLI11 takes them from the end
        app->parse(std::move(words));
        lay_bare(given);
    } catch (const CLI::CallForHelp&) {
        const std::string name = command_in_use();
        return TextCommand{name.empty() ? app->help() : app->get_subcommand(name)->help("warrant")};
    } catch (const CLI::ParseError& error) {
        return mistake(error.what(), command_in_use());
    }
    return finish(*app, given);
}

std::vector<std::string> option_names(const std::string& command) {
    Given given;
    return names_of_options(*make_app(given)->get_subcommand(command));
}

std::vector<std::string> command_names() {
    Given given;
    return names_of_commands(*make_app(given));
}

}  // namespace warrant::cli
