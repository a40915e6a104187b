// The options of every command, with their help, in CLI11; the only file that uses it. Its exceptions end here.
#include "interpreter/cli/options.hpp"

#include "interpreter/cli/option_values.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <regex>

namespace warrant::cli {
namespace {

// The values that CLI11 fills in; the forms that need a look of our own are still text.
struct Given {
    CheckCommand check;
    ReviewCommand review;
    EvalCommand eval;
    TestCommand test;
    DiffCommand diff;
    std::string format = "text";
    std::string detail = "parts";
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

constexpr const char* about =
    "Finds what a medical guideline says of a record, and shows why. It proposes;\na physician decides.";

constexpr const char* exit_codes =
    "Exit codes: 0 done; 1 a finding of --fail-on, a test fails, or fmt --check would\n"
    "change a file; 2 the command line; 3 a guideline has a mistake; 4 a case or\n"
    "suite has one; 5 a text is too large; 70 a bug; 74 the results could not be\n"
    "written.";

// An option that takes one value each time it stands, so that what follows is not swallowed.
CLI::Option* one_each(CLI::Option* option) {
    return option->allow_extra_args(false);
}

void add_format(CLI::App& command, Given& given) {
    command.add_option("--format", given.format, wrapped("how results are printed; text unless given"))
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json"}));
}

void add_check(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("check", "Look for mistakes in guidelines and other modules");
    command.add_option("FILE", given.check.files, wrapped("files to check; - reads one from standard input"))
        ->type_name("")
        ->required();
    add_format(command, given);
    command.footer(
        "A file takes the place of the module of the same name and edition on the shelf.\n"
        "Warnings do not fail.\n\n"
        "Examples:\n"
        "  warrant check guidelines/mtus/2009/work_hardening.warrant\n"
        "  warrant check --format json my_section.warrant");
}

void add_review(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("review", "Find what the guidelines say of a case, and show why");
    ReviewCommand& review = given.review;
    command.add_option("CASE", review.cases, wrapped("case files; - reads one from standard input"))->type_name("")->required();
    command
        .add_option("--guideline", review.guideline, wrapped("this guideline only: its name, or a file to put on the shelf"))
        ->type_name("NAME");
    one_each(command
                 .add_option("--edition", given.editions,
                             wrapped("this edition instead of the case's: 2009 or mtus/2009; may be repeated"))
                 ->type_name("EDITION"));
    command.add_option("--procedure", review.procedure, wrapped("this procedure instead of the case's: imr, ur"))
        ->type_name("NAME");
    command.add_option("--as-of", given.as_of, wrapped("the day of decision where the case states none: 2015-08-01, 2015-08"))
        ->type_name("DATE");
    one_each(command
                 .add_option("--set", review.settings,
                             wrapped("what if: a fact with another value, in any form of a case; may be repeated"))
                 ->type_name("FACT=VALUE"));
    add_format(command, given);
    command.add_option("--detail", given.detail, wrapped("how much is printed; parts unless given"))
        ->type_name("DETAIL")
        ->check(CLI::IsMember({"head", "parts", "full"}));
    one_each(
        command
            .add_option("--fail-on", given.fail_on,
                        wrapped("exit with 1 if a request has one of these, parted by commas: supported, partly-supported, "
                                "not-supported, undetermined, not-addressed"))
            ->type_name("FINDING")
            ->delimiter(','));
    command.footer(
        "With --format json one case gives one document, several give an array.\n\n"
        "Examples:\n"
        "  warrant review tests/cases/work-hardening-2015.yaml\n"
        "  warrant review --set 'job.demand={one_of: [medium, heavy]}' my_case.yaml\n"
        "  warrant review --guideline ./my_section.warrant --detail full my_case.yaml\n"
        "  warrant review --fail-on undetermined,not-addressed cases/*.yaml");
}

void add_test(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("test", "Run the regression suites of guidelines");
    command
        .add_option("PATH", given.test.paths,
                    wrapped("suites, or folders of them; without any, those of the source tree that the program stands in"))
        ->type_name("");
    one_each(
        command
            .add_option("--edition", given.editions, wrapped("only suites of this edition: 2009 or mtus/2009; may be repeated"))
            ->type_name("EDITION"));
    command
        .add_option("--run", given.test.run,
                    wrapped("only tests in whose names, such as `mtus.acupuncture/2009: shown`, this is found"))
        ->type_name("REGEX");
    command.add_flag("--coverage", given.test.coverage,
                     wrapped("tell which parts no passing test sees matter, each with a test that would"));
    command.add_option("--threshold", given.test.threshold, wrapped("exit with 1 if less than this is seen of a guideline"))
        ->type_name("PERCENT")
        ->check(CLI::Range(0, 100).description(""));
    command.add_flag("--published", given.test.published,
                     wrapped("only tests that restate published decisions; count how many agree, of each state, and say why "
                             "the others do not"));
    command.add_option("--format", given.format, wrapped("how results are printed; text unless given"))
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "junit", "json"}));
    command.footer(
        "Exits with 1 if a test fails, or if there was none to run.\n\n"
        "Examples:\n"
        "  warrant test\n"
        "  warrant test --edition mtus/2009 --run 'work_hardening.*plateau'\n"
        "  warrant test --format junit my_suites/acupuncture.yaml\n"
        "  warrant test --coverage --threshold 100\n"
        "  warrant test --published");
}

void add_diff(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("diff", "Compare two editions or drafts of a guideline");
    command
        .add_option("OLD", given.diff.before,
                    wrapped("a file, or a guideline or source with its edition: mtus.home_health/2009, mtus/2009"))
        ->type_name("")
        ->required();
    command.add_option("NEW", given.diff.after, wrapped("what it is compared with"))->type_name("")->required();
    command.add_option("CASE", given.diff.cases, wrapped("cases to review under both; those that find differently are shown"))
        ->type_name("");
    add_format(command, given);
    command.footer(
        "Examples:\n"
        "  warrant diff mtus.home_health/2009 mtus.home_health/2017\n"
        "  warrant diff mtus.opioids/2009 mtus.opioids/2016 cases/*.yaml\n"
        "  warrant diff mtus.acupuncture/2009 ./my_draft.warrant my_case.yaml");
}

void add_eval(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("eval", "Work out an expression: its value and its type");
    command.add_option("EXPR", given.eval.expressions, wrapped("expressions; - reads one a line from standard input"))
        ->type_name("")
        ->required();
    command.add_option("--case", given.eval.case_file, wrapped("take the facts of this case, for its first request"))
        ->type_name("FILE");
    one_each(command.add_option("--use", given.eval.uses, wrapped("see the definitions of this module too; may be repeated"))
                 ->type_name("MODULE"));
    command.footer(
        "Without a case no fact is known. Values may be sets here: unknown, one_of(...),\n"
        "2013-02, 3..5. After -- an expression may begin with a minus.\n\n"
        "Examples:\n"
        "  warrant eval '2015-02-19 + 2 years'\n"
        "  warrant eval 'one_of(light, medium) >= medium' '4..6 hours/day >= 4 hours/day'\n"
        "  warrant eval --case my_case.yaml 'documented goal.defined' injury.date\n"
        "  warrant eval -- '-3 days + 1 week'");
}

void add_print(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("print", "Print what a phase makes of a file");
    command.add_option("WHAT", given.print_what, wrapped("tree: what the parser read; plan: the steps that are evaluated"))
        ->type_name("")
        ->required()
        ->check(CLI::IsMember({"tree", "plan"}).description(""));
    command.add_option("FILE", given.print_file, wrapped("a guideline, library or procedure; - reads standard input"))
        ->type_name("")
        ->required();
    command.footer(
        "Examples:\n"
        "  warrant print tree stdlib/units.warrant\n"
        "  warrant print plan guidelines/mtus/2009/work_hardening.warrant");
}

void add_fmt(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("fmt", "Lay out guidelines and other modules in the one form");
    command.add_option("FILE", given.fmt_files, wrapped("files to format; - reads one from standard input"))
        ->type_name("")
        ->required();
    CLI::Option* check =
        command.add_flag("--check", given.fmt_check, wrapped("only name the files that would change, and exit with 1"));
    command.add_flag("--write", given.fmt_write, wrapped("write the text back into its file"))->excludes(check);
    command.footer(
        "Without an option the formatted text is printed. Words and comments stay. If one\n"
        "of the files has a mistake, none is written.\n\n"
        "Examples:\n"
        "  warrant fmt my_section.warrant\n"
        "  warrant fmt --write stdlib/*.warrant\n"
        "  warrant fmt --check guidelines/*/*/*.warrant");
}

std::unique_ptr<CLI::App> make_app(Given& given) {
    auto app = std::make_unique<CLI::App>(about, "warrant");
    app->get_formatter()->column_width(help_column);
    app->require_subcommand(0, 1);
    add_check(*app, given);
    add_review(*app, given);
    add_test(*app, given);
    add_diff(*app, given);
    add_eval(*app, given);
    add_print(*app, given);
    add_fmt(*app, given);
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

Command finish_review(const Given& given) {
    ReviewCommand review = given.review;
    review.format = format_named(given.format);
    review.detail = detail_named(given.detail);
    for (const std::string& edition : given.editions) review.editions.push_back(edition_written(edition));
    if (!given.as_of.empty()) {
        const std::optional<DayRange> days = parse_date(given.as_of);
        if (!days) {
            return mistake(fmt::format("--as-of: `{}` is not a date; write 2015-08-01, 2015-08 or 2015", given.as_of),
                           "review");
        }
        review.as_of = OrderedSet{days->first, days->last};
    }
    for (const std::string& name : given.fail_on) {
        const std::optional<FindingName> finding = finding_named(name);
        if (!finding) {
            return mistake(fmt::format("--fail-on: there is no finding `{}`{}", name,
                                       suggestion(name, {"supported", "partly-supported", "not-supported", "undetermined",
                                                         "not-addressed"})),
                           "review");
        }
        review.fail_on.push_back(*finding);
    }
    for (const std::string& setting : review.settings) {
        if (setting.find('=') == std::string::npos) {
            return mistake(fmt::format("--set: `{}` gives no value; write FACT=VALUE, such as job.demand=medium", setting),
                           "review");
        }
    }
    return review;
}

Command finish_test(const Given& given) {
    TestCommand test = given.test;
    test.results = results_named(given.format);
    if (test.threshold && !test.coverage) return mistake("--threshold: it is of --coverage; give both", "test");
    if (test.coverage && test.results != TestCommand::Results::text) {
        return mistake("--coverage: it is printed as text only; leave --format out", "test");
    }
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
    for (std::string* word : {&given.print_file, &given.diff.before, &given.diff.after}) lay_bare_word(*word);
    lay_bare_word(given.help_topic);
}

Command finish(const CLI::App& app, const Given& given) {
    if (app.get_subcommands().empty()) {
        return mistake("say what to do: check, review, test, diff, eval, print, fmt, version or help");
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
    if (name == "review") return finish_review(given);
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
