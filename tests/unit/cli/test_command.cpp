// warrant test, run whole: which suites are run, and the exit codes. What is said of single tests is compared in tests/golden.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/program.hpp"

#include <unistd.h>

#include <fstream>

namespace warrant::cli {
namespace {

namespace fs = std::filesystem;

const std::string suite = WARRANT_ROOT "/tests/guidelines/mtus/2009/work_hardening.yaml";

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(Test, WithoutAPathEverySuiteIsRun) {
    const Printed printed = run_program({"test"});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.out << printed.err;
    EXPECT_TRUE(has(printed.out, "mtus/2009: "));
    EXPECT_TRUE(has(printed.out, "in all: "));
    EXPECT_EQ(printed.err, "");
}

TEST(Test, ASuiteFromAFileOrStandardInput) {
    const Printed file = run_program({"test", suite});
    const Printed stream = run_program({"test", "-"}, golden::read_file(suite));
    EXPECT_EQ(file.code, ExitCode::done) << file.out << file.err;
    EXPECT_EQ(file.out, stream.out);
}

TEST(Test, OnlyWhatIsSelected) {
    EXPECT_EQ(run_program({"test", suite, "--run", "a day past the two years$"}).out,
              "mtus/2009: 1 test, 1 passed\nin all: 1 test, 1 passed\n");
    EXPECT_EQ(run_program({"test", suite, "--edition", "2009"}).code, ExitCode::done);
    EXPECT_EQ(run_program({"test", suite, "--edition", "mtus/2009"}).code, ExitCode::done);
    EXPECT_EQ(run_program({"test", suite, "--edition", "odg/2009"}).code, ExitCode::does_not_hold);
    EXPECT_EQ(run_program({"test", suite, "--edition", "2016"}).code, ExitCode::does_not_hold);
}

TEST(Test, NothingRunIsNoSuccess) {
    const Printed printed = run_program({"test", suite, "--run", "no test is named so"});
    EXPECT_EQ(printed.code, ExitCode::does_not_hold);
    EXPECT_TRUE(has(printed.err, "no test was run"));
}

TEST(Test, AFailureAnswersWithOne) {
    std::string text = golden::read_file(suite);
    text.replace(text.find("finding: supported"), 18, "finding: undetermined");
    const Printed printed = run_program({"test", "-"}, text);
    EXPECT_EQ(printed.code, ExitCode::does_not_hold);
    EXPECT_TRUE(has(printed.out, "FAILED mtus.work_hardening/2009: everything shown"));
    EXPECT_TRUE(has(printed.out, "1 failed"));
}

TEST(Test, ASuiteWithAMistakeIsSaidAndTheOthersAreRun) {
    const Printed printed = run_program({"test", suite, "-"}, "suite: mtus.work_hardning\nedition: 2009\ntests: []\n");
    EXPECT_EQ(printed.code, ExitCode::invalid_case);
    EXPECT_TRUE(has(printed.err, "did you mean `mtus.work_hardening`?"));
    EXPECT_TRUE(has(printed.out, "mtus/2009: "));
}

TEST(Test, CoverageBelowTheThresholdAnswersWithOne) {
    const Printed whole = run_program({"test", suite, "--coverage", "--threshold", "100"});
    EXPECT_EQ(whole.code, ExitCode::done) << whole.out;
    EXPECT_TRUE(has(whole.out, "seen to matter, 100 %"));
    const std::vector<std::string> part = {"test", suite, "--coverage", "--run", "everything shown"};
    const Printed told = run_program(part);
    EXPECT_EQ(told.code, ExitCode::done) << told.err;
    EXPECT_TRUE(has(told.out, "no test sees 10 matter when it is false"));
    EXPECT_TRUE(has(told.out, "change: {facts.history.same_or_similar_program: yes}"));
    std::vector<std::string> more = part;
    more.insert(more.end(), {"--threshold", "90"});
    EXPECT_EQ(run_program(more).code, ExitCode::does_not_hold);
}

TEST(Test, WhereThereAreNoSuitesItAsksForOne) {
    const fs::path folder = fs::temp_directory_path() / ("warrant-no-suites-" + std::to_string(getpid()));
    fs::create_directories(folder / "empty");
    EXPECT_EQ(run_program({"test", (folder / "empty").string()}).code, ExitCode::usage);
    EXPECT_EQ(run_program({"test", (folder / "missing").string()}).code, ExitCode::usage);

    fs::copy(fs::path(WARRANT_ROOT) / "stdlib", folder / "stdlib");
    fs::create_directories(folder / "guidelines");
    Collector out;
    Collector err;
    EXPECT_EQ(run({"test"}, {stdin, out.stream(), err.stream(), false, false, folder}), ExitCode::usage);
    EXPECT_TRUE(has(err.text(), "say which file or folder of suites to run")) << err.text();
    fs::remove_all(folder);
}

TEST(Test, AMistakeInTheGuidelineIsSaidOnce) {
    const fs::path folder = fs::temp_directory_path() / ("warrant-broken-shelf-" + std::to_string(getpid()));
    fs::create_directories(folder / "guidelines");
    fs::copy(fs::path(WARRANT_ROOT) / "stdlib", folder / "stdlib");
    std::string text = golden::read_file(WARRANT_ROOT "/guidelines/mtus/2009/work_hardening.warrant");
    text.replace(text.find("job.demand"), 10, "job.demnd");
    std::ofstream(folder / "guidelines" / "work_hardening.warrant") << text;
    Collector out;
    Collector err;
    EXPECT_EQ(run({"test", suite}, {stdin, out.stream(), err.stream(), false, false, folder}), ExitCode::invalid_guideline);
    EXPECT_EQ(err.text().find("[unknown-name]"), err.text().rfind("[unknown-name]")) << err.text();
    fs::remove_all(folder);
}

}  // namespace
}  // namespace warrant::cli
