// The options of every command, with their help.
#include "interpreter/cli/given.hpp"
#include "interpreter/cli/option_values.hpp"

namespace warrant::cli {
namespace {

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

// How a case is reviewed.
void add_choices(CLI::App& command, Given& given) {
    ReviewCommand& review = given.review;
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
}

CLI::Option* add_settings(CLI::App& command, Given& given) {
    return one_each(command
                        .add_option("--set", given.review.settings,
                                    wrapped("what if: a fact with another value, in any form of a case; may be repeated"))
                        ->type_name("FACT=VALUE"));
}

void add_review(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("review", "Find what the guidelines say of a case, and show why");
    command.add_option("CASE", given.review.cases, wrapped("case files; - reads one from standard input"))
        ->type_name("")
        ->required();
    add_choices(command, given);
    add_settings(command, given);
    command.add_option("--format", given.format, wrapped("how results are printed; text unless given"))
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json", "html", "letter", "letter-html"}));
    command.add_flag("--allow-draft", given.review.allow_draft,
                     wrapped("make a letter also of a guideline that is a draft; the letter says so in a banner"));
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
    command.add_option("-o,--output", given.review.output, wrapped("write the results to this file, whole or not at all"))
        ->type_name("FILE");
    command
        .add_option("--certificate", given.review.certificate,
                    wrapped("write the certificate of the findings to this file, for others to verify; of one case"))
        ->type_name("FILE");
    command.footer(
        "With --format json one case gives one document, several give an array.\n"
        "With --format html it gives a page for the reviewer, to open in a browser:\n"
        "reasons that fold, facts with their sources, each rule beside its wording.\n"
        "With --format letter (Markdown) or letter-html (a page to print) it gives the\n"
        "draft letter for the reviewing physician: under imr of the determination, under\n"
        "ur a request for information or a worksheet.\n\n"
        "Examples:\n"
        "  warrant review tests/cases/work-hardening-2015.yaml\n"
        "  warrant review --set 'job.demand={one_of: [medium, heavy]}' my_case.yaml\n"
        "  warrant review --guideline ./my_section.warrant --detail full my_case.yaml\n"
        "  warrant review --format html -o report.html my_case.yaml\n"
        "  warrant review --certificate my_case.json my_case.yaml\n"
        "  warrant review --fail-on undetermined,not-addressed cases/*.yaml\n"
        "  warrant review --format letter-html --allow-draft -o letter.html my_case.yaml");
}

void add_why(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("why", "Tell why a case is found so, by part or by fact");
    command.add_option("CASE", given.asked_case, wrapped("a case file; - reads it from standard input"))
        ->type_name("")
        ->required();
    command
        .add_option("PART", given.about,
                    wrapped("the number of a criterion or limit, or the name of a fact; the finding unless given"))
        ->type_name("");
    add_choices(command, given);
    add_settings(command, given);
    command.footer(
        "Examples:\n"
        "  warrant why my_case.yaml\n"
        "  warrant why my_case.yaml 5\n"
        "  warrant why my_case.yaml goal.defined");
}

void add_why_not(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("why-not", "Tell what is in the way of another finding");
    command.add_option("CASE", given.asked_case, wrapped("a case file; - reads it from standard input"))
        ->type_name("")
        ->required();
    command.add_option("FINDING", given.wanted, wrapped("supported, partly-supported, not-supported or not-addressed"))
        ->type_name("")
        ->required();
    add_choices(command, given);
    add_settings(command, given);
    command.footer(
        "Names each part in the way with what would meet it. Where the record allows the\n"
        "finding, tells the facts that would give it; where it rules it out, the smallest\n"
        "changes: what a document could show, what only the patient's course can change,\n"
        "and what is fixed.\n\n"
        "Examples:\n"
        "  warrant why-not my_case.yaml supported\n"
        "  warrant why-not my_case.yaml not-supported --edition 2009");
}

void add_missing(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("missing", "List the facts that would settle the finding");
    command.add_option("CASE", given.asked_case, wrapped("a case file; - reads it from standard input"))
        ->type_name("")
        ->required();
    command.add_option("--for", given.reader, wrapped("who is to read it; the reviewer unless given"))
        ->type_name("READER")
        ->check(CLI::IsMember({"doctor", "worker", "reviewer", "attorney"}));
    add_format(command, given);
    add_choices(command, given);
    add_settings(command, given);
    command.footer(
        "Of each finding that is still possible, the smallest sets of facts of which some\n"
        "values give it, whatever else the record may come to show; and the facts that\n"
        "change nothing. The reviewer sees every finding; the doctor what each document\n"
        "could state for the request; the injured worker, in plain words, which papers to\n"
        "collect; the attorney what the record says now of each fact, with its page and\n"
        "the guideline's. JSON has all of it.\n\n"
        "Examples:\n"
        "  warrant missing my_case.yaml\n"
        "  warrant missing --for doctor my_case.yaml\n"
        "  warrant missing --format json my_case.yaml\n"
        "  warrant missing my_case.yaml --set goal.defined=yes");
}

void add_what_if(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("what-if", "Show what other values of facts would do to a finding");
    command.add_option("CASE", given.asked_case, wrapped("a case file; - reads it from standard input"))
        ->type_name("")
        ->required();
    add_settings(command, given)->required();
    add_choices(command, given);
    command.footer(
        "What is shown is hypothetical throughout; the record is not changed.\n\n"
        "Examples:\n"
        "  warrant what-if my_case.yaml --set goal.defined=yes --set goal.specific_job=no\n"
        "  warrant what-if my_case.yaml --set 'job.demand={one_of: [medium, heavy]}'");
}

void add_ask(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("ask", "Ask for what still matters, and write the case");
    command.add_option("CASE", given.asked_case, wrapped("the case to go on with; without it a new one is begun"))
        ->type_name("");
    add_choices(command, given);
    command.get_option("--guideline")->required();
    command
        .add_option("-o,--output", given.ask_output,
                    wrapped("write the case to this file, which must not be there yet; unless given to CASE, or without one to "
                            "standard output, as with -"))
        ->type_name("FILE");
    command.footer(
        "Asks only for facts that could still change the finding, the most decisive\n"
        "first, until none is left. An answer is a line of standard input: a value in any\n"
        "form of a case, an empty line to leave the fact out, or ?, why, back, quit.\n"
        "Questions go to the error stream. Where a file takes the case, the finding is\n"
        "printed; else the case is, and the finding goes to the error stream.\n\n"
        "Examples:\n"
        "  warrant ask --guideline mtus.work_hardening -o my_case.yaml\n"
        "  warrant ask --guideline mtus.work_hardening my_case.yaml\n"
        "  warrant ask --guideline mtus.tens --procedure ur < answers.txt > my_case.yaml");
}

void add_verify(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("verify", "Check a certificate without trusting what made it");
    command.add_option("CERTIFICATE", given.verify.certificate, wrapped("the certificate; - reads it from standard input"))
        ->type_name("")
        ->required();
    command
        .add_option("--case", given.verify.case_file,
                    wrapped("derive everything again from this case and the guidelines at hand, and compare"))
        ->type_name("FILE");
    one_each(command
                 .add_option("--guideline", given.verify.guidelines,
                             wrapped("with --case: a file to put on the shelf first; may be repeated"))
                 ->type_name("FILE"));
    command.footer(
        "Computes every step again from its operands, and every part, finding and\n"
        "proposal from the steps. Exits with 1 if something was changed or does not\n"
        "follow, and names the first; with 4 if the file is no certificate.\n\n"
        "Examples:\n"
        "  warrant verify my_case.json\n"
        "  warrant verify my_case.json --case my_case.yaml\n"
        "  warrant verify my_case.json --case my_case.yaml --guideline my_section.warrant");
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
    command.add_flag("--accept", given.test.accept,
                     wrapped("rewrite what failing tests expect as it is found now, but for published decisions, and print "
                             "what changed"));
    command
        .add_option("--freeze", given.test.freeze,
                    wrapped("freeze the suites of PATH as they stand: from then on any change of what they or their guideline "
                            "mean fails"))
        ->type_name("REASON");
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
        "  warrant test --published\n"
        "  warrant test --accept my_suites/acupuncture.yaml\n"
        "  warrant test --freeze 'superseded in 2017' tests/guidelines/mtus/2009");
}

void add_diff(CLI::App& app, Given& given) {
    CLI::App& command = *app.add_subcommand("diff", "Compare two editions or drafts of a guideline");
    command
        .add_option("OLD", given.diff.before,
                    wrapped("a file, or a guideline or source with its edition: mtus.home_health/2009, mtus/2009"))
        ->type_name("")
        ->required();
    command.add_option("NEW", given.diff.after, wrapped("what it is compared with"))->type_name("")->required();
    command
        .add_option("CASE", given.diff.cases,
                    wrapped("cases, or suites of them, to review under both; those that find differently are shown"))
        ->type_name("");
    add_format(command, given);
    command.footer(
        "Examples:\n"
        "  warrant diff mtus.home_health/2009 mtus.home_health/2017\n"
        "  warrant diff mtus.opioids/2009 mtus.opioids/2016 cases/*.yaml\n"
        "  warrant diff mtus.tens/2009 ./my_draft.warrant my_suites/tens.yaml\n"
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

}  // namespace

void add_commands(CLI::App& app, Given& given) {
    add_check(app, given);
    add_review(app, given);
    add_why(app, given);
    add_why_not(app, given);
    add_missing(app, given);
    add_what_if(app, given);
    add_ask(app, given);
    add_verify(app, given);
    add_test(app, given);
    add_diff(app, given);
    add_eval(app, given);
    add_print(app, given);
    add_fmt(app, given);
}

}  // namespace warrant::cli
