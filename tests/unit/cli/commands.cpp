// Each command, run whole: what goes to which stream, and the exit code. What is found of cases is compared in tests/golden.
#include "tests/unit/cli/program.hpp"

#include "dsl/limits.hpp"
#include "tests/golden/golden.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

namespace warrant::cli {
namespace {

const std::string letter = WARRANT_ROOT "/tests/cases/work-hardening-2015.yaml";
const std::string favourable = WARRANT_ROOT "/tests/golden/review/favourable.yaml";
const std::string section = WARRANT_ROOT "/guidelines/mtus/2009/work_hardening.warrant";

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// ---------------------------------------------------------------- check

TEST(Check, FilesOfTheShelfStandInForThemselves) {
    const Printed printed = run_program({"check", section, WARRANT_ROOT "/stdlib/units.warrant"});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err;
    EXPECT_EQ(printed.out, "mtus.work_hardening (edition 2009): no mistakes found\nunits: no mistakes found\n");
    EXPECT_EQ(printed.err, "");
}

TEST(Check, ATextThatStandsInForAModuleOfTheShelfReplacesIt) {
    std::string text = golden::read_file(section);
    text.replace(text.find("job.demand"), 10, "job.demnd");
    const Printed printed = run_program({"check", "-"}, text);
    EXPECT_EQ(printed.code, ExitCode::invalid_guideline);
    EXPECT_EQ(printed.out, "mtus.work_hardening (edition 2009): 1 mistake found\n");
    EXPECT_TRUE(has(printed.err, "standard input:"));
    EXPECT_TRUE(has(printed.err, "did you mean `job.demand`?"));
    EXPECT_FALSE(has(printed.err, "module-twice"));
}

TEST(Check, WarningsDoNotFail) {
    std::string text = golden::read_file(section);
    text += "\ndefine spare \"Spare time\" = 2 weeks\n";
    const Printed printed = run_program({"check", "-"}, text);
    EXPECT_EQ(printed.code, ExitCode::done);
    EXPECT_EQ(printed.out, "mtus.work_hardening (edition 2009): no mistakes found, 1 warning\n");
    EXPECT_TRUE(has(printed.err, "[unused-definition]")) << printed.err;
}

TEST(Check, JsonIsTheResult) {
    const Printed printed = run_program({"check", "--format", "json", "-"}, "guideline a.b \"T\"\nsurprise\n");
    EXPECT_EQ(printed.code, ExitCode::invalid_guideline);
    EXPECT_EQ(printed.err, "");
    const auto json = nlohmann::json::parse(printed.out);
    EXPECT_EQ(json.at("version"), 1);
    EXPECT_EQ(json.at("diagnostics").at(0).at("file"), "standard input");
}

TEST(Check, AFileThatIsNotThereIsTheCallersMistake) {
    const Printed printed = run_program({"check", "nowhere.warrant"});
    EXPECT_EQ(printed.code, ExitCode::usage);
    EXPECT_EQ(printed.out, "");
    EXPECT_EQ(printed.err, "warrant: cannot read nowhere.warrant: No such file or directory\n");
}

TEST(Check, StandardInputIsReadOnce) {
    const Printed printed = run_program({"check", "-", "-"}, "library a\n");
    EXPECT_EQ(printed.code, ExitCode::usage);
    EXPECT_TRUE(has(printed.err, "stands twice"));
}

TEST(Check, LimitsHaveAnAnswerOfTheirOwn) {
    const Printed too_long = run_program({"check", "-"}, std::string(limits::max_guideline_bytes + 1, '#'));
    EXPECT_EQ(too_long.code, ExitCode::limit);
    EXPECT_TRUE(has(too_long.err, "[file-too-large]"));
    const Printed too_deep = run_program({"eval", std::string(100'000, '(')});
    EXPECT_EQ(too_deep.code, ExitCode::limit);
    EXPECT_TRUE(has(too_deep.err, "[nested-too-deeply]")) << too_deep.err;
}

TEST(Check, AHostileCaseEndsInADiagnostic) {
    const std::string begin = golden::read_file(letter);
    const Printed too_long = run_program({"review", "-"}, begin + std::string(limits::max_case_bytes, '#'));
    EXPECT_EQ(too_long.code, ExitCode::limit);
    EXPECT_TRUE(has(too_long.err, "[file-too-large]"));
    const Printed too_deep = run_program({"review", "-"}, "case: " + std::string(100'000, '['));
    EXPECT_EQ(too_deep.code, ExitCode::limit);
    EXPECT_TRUE(has(too_deep.err, "[nested-too-deeply]"));
    std::string keys = begin;
    for (int i = 0; i < 10'000; ++i) keys += "  nothing.of_the_kind_" + std::to_string(i) + ": yes\n";
    const Printed too_strange = run_program({"review", "-"}, keys);
    EXPECT_EQ(too_strange.code, ExitCode::invalid_case);
    EXPECT_TRUE(has(too_strange.err, "and 9900 more"));
    EXPECT_LT(too_strange.err.size(), 100'000u);
}

// ---------------------------------------------------------------- review

TEST(Review, ACaseFromStandardInput) {
    const Printed from_file = run_program({"review", letter});
    const Printed from_input = run_program({"review", "-"}, golden::read_file(letter));
    EXPECT_EQ(from_input.code, ExitCode::done);
    EXPECT_EQ(from_input.out, from_file.out);
}

TEST(Review, OneCaseIsADocumentSeveralAreAnArray) {
    const Printed one = run_program({"review", "--format", "json", letter});
    EXPECT_EQ(nlohmann::json::parse(one.out).at("case"), "work-hardening-2015");
    const Printed two = run_program({"review", "--format", "json", letter, favourable});
    const auto array = nlohmann::json::parse(two.out);
    ASSERT_EQ(array.size(), 2u);
    EXPECT_EQ(array[0], nlohmann::json::parse(one.out));
    EXPECT_EQ(array[1].at("requests").at(0).at("finding"), "supported");
}

TEST(Review, ABadCaseAmongOthersKeepsItsAnswer) {
    const std::string bad = WARRANT_ROOT "/tests/golden/review/fail_empty_value.yaml";
    const Printed printed = run_program({"review", bad, letter});
    EXPECT_EQ(printed.code, ExitCode::invalid_case);
    EXPECT_TRUE(has(printed.err, "[empty-value]"));
    EXPECT_TRUE(has(printed.out, "UNDETERMINED"));
    const Printed alone = run_program({"review", bad});
    EXPECT_EQ(alone.out, "");
    const Printed json = run_program({"review", bad, "--format", "json"});
    EXPECT_EQ(json.out, "");
    EXPECT_EQ(nlohmann::json::parse(json.err).at("diagnostics").at(0).at("slug"), "empty-value");
}

TEST(Review, FailOnAnswersWithOne) {
    EXPECT_EQ(run_program({"review", letter, "--fail-on", "undetermined"}).code, ExitCode::does_not_hold);
    EXPECT_EQ(run_program({"review", letter, "--fail-on", "not supported,supported"}).code, ExitCode::done);
    EXPECT_EQ(run_program({"review", letter, favourable, "--fail-on", "supported"}).code, ExitCode::does_not_hold);
}

TEST(Review, AGuidelineByNameOrFromAFile) {
    const std::string expected = run_program({"review", letter}).out;
    EXPECT_EQ(run_program({"review", letter, "--guideline", "mtus.work_hardening"}).out, expected);
    EXPECT_EQ(run_program({"review", letter, "--guideline", section}).out, expected);
    const Printed unknown = run_program({"review", letter, "--guideline", "mtus.work_hardning"});
    EXPECT_EQ(unknown.code, ExitCode::usage);
    EXPECT_TRUE(has(unknown.err, "did you mean `mtus.work_hardening`?"));
    // A file that is changed stands in for the one on the shelf.
    std::string text = golden::read_file(section);
    text.replace(text.find("2 years"), 7, "3 weeks");
    const Printed changed = run_program({"review", letter, "--guideline", "-"}, text);
    EXPECT_TRUE(has(changed.out, "NOT SUPPORTED")) << changed.out;
}

TEST(Review, AGuidelineWithAMistakeFindsNothing) {
    const Printed printed = run_program({"review", letter, "--guideline", "-"}, "guideline mtus.x \"X\"\n  editon 2009\n");
    EXPECT_EQ(printed.code, ExitCode::invalid_guideline);
    EXPECT_EQ(printed.out, "");
}

TEST(Review, AMistakeOnTheCommandLineIsTheCallers) {
    const Printed setting = run_program({"review", letter, "--set", "job.demnd=medium"});
    EXPECT_EQ(setting.code, ExitCode::usage);
    EXPECT_TRUE(has(setting.err, "--set:1:1")) << setting.err;
    EXPECT_TRUE(has(setting.err, "did you mean `job.demand`?")) << setting.err;
    EXPECT_EQ(setting.out, "");
    EXPECT_EQ(run_program({"review", letter, "--edition", "1999"}).code, ExitCode::usage);
    EXPECT_EQ(run_program({"review", letter, "--procedure", "imf"}).code, ExitCode::usage);
}

TEST(Review, OptionsStandInForWhatTheCaseSays) {
    EXPECT_TRUE(has(run_program({"review", letter, "--procedure", "ur"}).out, "REQUEST INFORMATION"));
    EXPECT_TRUE(run_program({"review", letter, "--set", "job.demand=medium"}).out.starts_with("HYPOTHETICAL"));
    const std::string undated = WARRANT_ROOT "/tests/golden/review/fail_no_edition_and_no_date.yaml";
    EXPECT_EQ(run_program({"review", undated}).code, ExitCode::invalid_case);
    EXPECT_EQ(run_program({"review", undated, "--edition", "mtus/2009"}).code, ExitCode::done);
    EXPECT_EQ(run_program({"review", undated, "--as-of", "2015-08-01"}).code, ExitCode::done);
}

TEST(Review, ColourIsOnlyAdded) {
    const Printed plain = run_program({"review", letter});
    const Printed colored = run_program({"review", letter}, {}, true);
    EXPECT_FALSE(has(plain.out, "\x1b["));
    EXPECT_TRUE(has(colored.out, "\x1b["));
    std::string stripped;
    for (std::size_t at = 0; at < colored.out.size(); ++at) {
        if (colored.out.compare(at, 2, "\x1b[") == 0) {
            at = colored.out.find('m', at);
        } else {
            stripped += colored.out[at];
        }
    }
    EXPECT_EQ(stripped, plain.out);
}

TEST(Review, ResultsThatCannotBeWrittenAreNoticed) {
    std::FILE* full = std::fopen("/dev/full", "wb");
    ASSERT_NE(full, nullptr);
    Collector err;
    const Surroundings surroundings{stdin, full, err.stream(), false, false, WARRANT_ROOT};
    EXPECT_EQ(run({"review", letter}, surroundings), ExitCode::output);
    std::fclose(full);
}

TEST(Review, WithoutAStandardLibraryItSaysWhereItLooks) {
    Collector out;
    Collector err;
    const Surroundings surroundings{stdin, out.stream(), err.stream(), false, false, std::nullopt};
    EXPECT_EQ(run({"review", letter}, surroundings), ExitCode::usage);
    EXPECT_TRUE(has(err.text(), "share/warrant"));
    EXPECT_EQ(out.text(), "");
}

// ---------------------------------------------------------------- eval, print, version

TEST(Eval, ALineForEachExpression) {
    const Printed printed = run_program({"eval", "2015-02-19 + 2 years", "one_of(light, medium) >= medium", "1 + 2"});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err;
    EXPECT_EQ(printed.out, "2017-02-19 : date\nunknown : yes or no\n3 : number\n");
}

TEST(Eval, ALineForEachLine) {
    const Printed printed = run_program({"eval", "-"}, "yes and unknown\n\n# a comment\n4 days >= job.demand\n1 / 0\nno");
    EXPECT_EQ(printed.code, ExitCode::invalid_guideline);
    EXPECT_EQ(printed.out, "unknown : yes or no\n\n\nerror\nerror\nno : yes or no\n");
    EXPECT_TRUE(has(printed.err, "line 4:1:")) << printed.err;
    EXPECT_TRUE(has(printed.err, "line 5:1:")) << printed.err;
}

TEST(Eval, FactsOfACase) {
    const Printed printed =
        run_program({"eval", "--case", letter, "injury.date", "documented goal.defined", "known worker.age", "job.demand"});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err;
    EXPECT_EQ(printed.out, "2015-02-19 : date\nno : yes or no\nyes : yes or no\nunknown : demand level\n");
    EXPECT_EQ(run_program({"eval", "--case", "nowhere.yaml", "1"}).code, ExitCode::usage);
    EXPECT_EQ(run_program({"eval", "--case", "-", "1"}, "case: a\n").code, ExitCode::invalid_case);
}

TEST(Eval, ModulesNamed) {
    EXPECT_EQ(run_program({"eval", "--use", "mtus.work_hardening", "1"}).out, "1 : number\n");
    const Printed unknown = run_program({"eval", "--use", "mtus.work_hardning", "1"});
    EXPECT_EQ(unknown.code, ExitCode::usage);
    EXPECT_TRUE(has(unknown.err, "did you mean `mtus.work_hardening`?"));
}

TEST(Eval, ThePlaceOfAMistake) {
    const Printed printed = run_program({"eval", "1", "job.demnd = medium"});
    EXPECT_EQ(printed.out, "1 : number\nerror\n");
    EXPECT_TRUE(has(printed.err, "expression 2:1:1")) << printed.err;
    EXPECT_EQ(run_program({"eval", "-", "-"}, "1\n").code, ExitCode::usage);
}

TEST(Print, TreeAndPlan) {
    const Printed tree = run_program({"print", "tree", section});
    EXPECT_EQ(tree.code, ExitCode::done);
    EXPECT_TRUE(has(tree.out, "mtus.work_hardening"));
    const Printed plan = run_program({"print", "plan", section});
    EXPECT_EQ(plan.code, ExitCode::done) << plan.err;
    EXPECT_TRUE(has(plan.out, "less_equal")) << plan.out;
    EXPECT_EQ(run_program({"print", "plan", WARRANT_ROOT "/stdlib/imr.warrant"}).code, ExitCode::done);
    const Printed library = run_program({"print", "plan", WARRANT_ROOT "/stdlib/units.warrant"});
    EXPECT_EQ(library.code, ExitCode::usage);
    EXPECT_TRUE(has(library.err, "is a library"));
    EXPECT_EQ(run_program({"print", "tree", "-"}, "guidelin a\n").code, ExitCode::invalid_guideline);
    EXPECT_EQ(run_program({"print", "plan", "-"}, "guideline a\n").code, ExitCode::invalid_guideline);
    EXPECT_EQ(run_program({"print", "tree", "nowhere"}).code, ExitCode::usage);
}

TEST(Version, IsTheProjects) {
    const Printed printed = run_program({"version"});
    EXPECT_EQ(printed.code, ExitCode::done);
    const std::string cmake = golden::read_file(golden::root() / "CMakeLists.txt");
    EXPECT_TRUE(has(cmake, "VERSION " + printed.out.substr(8, printed.out.size() - 9)));
}

TEST(Usage, GoesToTheErrorStream) {
    const Printed printed = run_program({"reveiw"});
    EXPECT_EQ(printed.code, ExitCode::usage);
    EXPECT_EQ(printed.out, "");
    EXPECT_TRUE(has(printed.err, "did you mean `review`?"));
    EXPECT_EQ(run_program({"help"}).code, ExitCode::done);
    EXPECT_EQ(run_program({"help"}).err, "");
}

}  // namespace
}  // namespace warrant::cli
