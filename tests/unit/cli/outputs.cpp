// Results written to a file: all that standard output would have had, or nothing.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/folder.hpp"
#include "tests/unit/cli/program.hpp"

namespace warrant::cli {
namespace {

std::string in_the_tree(const std::string& path) {
    return (golden::root() / path).string();
}

const std::string letter = in_the_tree("tests/cases/work-hardening-2015.yaml");
const std::string favourable = in_the_tree("tests/golden/review/favourable.yaml");
const std::string mistaken = in_the_tree("tests/golden/review/fail_negative_hours.yaml");

TEST(Output, HoldsWhatIsPrintedWithoutIt) {
    const std::vector<std::vector<std::string>> asked = {
        {"review", letter},
        {"review", letter, favourable},
        {"review", letter, "--format", "json"},
        {"review", letter, favourable, "--format", "json"},
        {"review", letter, "--format", "html"},
        {"review", favourable, "--format", "letter", "--allow-draft"},
    };
    for (std::vector<std::string> arguments : asked) {
        const Folder folder;
        const Printed printed = run_program(arguments);
        ASSERT_EQ(printed.code, ExitCode::done) << printed.err;
        arguments.insert(arguments.end(), {"-o", folder.file("results")});
        const Printed written = run_program(arguments, {}, true);
        EXPECT_EQ(written.code, ExitCode::done) << written.err;
        EXPECT_EQ(written.out, "");
        EXPECT_EQ(golden::read_file(folder.file("results")), printed.out) << "colour is for a terminal";
    }
}

TEST(Output, StaysAsItWasWhereNotEverythingIsFound) {
    const Folder folder;
    folder.write("results", "before\n");
    const Printed printed = run_program({"review", letter, mistaken, "-o", folder.file("results")});
    EXPECT_EQ(printed.code, ExitCode::invalid_case);
    EXPECT_EQ(printed.out, "");
    EXPECT_NE(printed.err.find("results: not everything was found; it is as it was"), std::string::npos) << printed.err;
    EXPECT_EQ(golden::read_file(folder.file("results")), "before\n");
}

TEST(Output, IsWrittenWhateverIsFound) {
    const Folder folder;
    const Printed printed = run_program({"review", letter, "-o", folder.file("results"), "--fail-on", "undetermined"});
    EXPECT_EQ(printed.code, ExitCode::does_not_hold);
    EXPECT_NE(golden::read_file(folder.file("results")).find("UNDETERMINED"), std::string::npos);
}

TEST(Output, ThatCannotBeWrittenIsSaid) {
    const Folder folder;
    const Printed printed = run_program({"review", letter, "--format", "html", "-o", folder.file("no/such/folder.html")});
    EXPECT_EQ(printed.code, ExitCode::output);
    EXPECT_NE(printed.err.find("cannot write "), std::string::npos) << printed.err;
}

TEST(Output, IsNotTheCertificate) {
    const Printed printed = run_program({"review", letter, "-o", "one.json", "--certificate", "one.json"});
    EXPECT_EQ(printed.code, ExitCode::usage);
    EXPECT_NE(printed.err.find("the certificate is written to this file"), std::string::npos) << printed.err;
}

}  // namespace
}  // namespace warrant::cli
