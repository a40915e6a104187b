// Whole runs of the program, compared with golden files: every case of review/ with its finding, and every command line of
// command/. An .out file holds the command, the exit code, and both outputs.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/program.hpp"

#include <sstream>

namespace warrant {
namespace {

namespace fs = std::filesystem;

// The arguments in a file, one a line; none if there is no file.
std::vector<std::string> arguments_in(const fs::path& file) {
    std::vector<std::string> arguments;
    if (!fs::exists(file)) return arguments;
    std::istringstream lines(golden::read_file(file));
    for (std::string line; std::getline(lines, line);) arguments.push_back(line);
    return arguments;
}

std::string quoted(const std::string& argument) {
    const bool plain = argument.find_first_of(" '{}[]<>()*&|;\"") == std::string::npos;
    return plain ? argument : "'" + argument + "'";
}

std::string transcript(const std::vector<std::string>& arguments, const cli::Printed& printed) {
    std::string text = "$ warrant";
    for (const std::string& argument : arguments) text += " " + quoted(argument);
    text += "\n" + printed.out;
    if (!printed.err.empty()) text += "-- on the error stream\n" + printed.err;
    return text + "-- exit code " + std::to_string(static_cast<int>(printed.code)) + "\n";
}

// Runs in the folder of the golden files, so that outputs name files as they are named there.
class WholeRuns : public ::testing::Test {
protected:
    void SetUp() override { before_ = fs::current_path(); }
    void TearDown() override { fs::current_path(before_); }

private:
    fs::path before_;
};

void expect_golden(const fs::path& file, const std::vector<std::string>& arguments, const std::string& input = {}) {
    SCOPED_TRACE(file.filename().string());
    const cli::Printed printed = cli::run_program(arguments, input);
    EXPECT_TRUE(golden::matches(golden::sibling(file, ".out"), transcript(arguments, printed)));
    EXPECT_EQ(golden::expects_failure(file),
              printed.code != cli::ExitCode::done && printed.code != cli::ExitCode::does_not_hold);
    // Nothing is found of a case with a mistake.
    if (printed.code == cli::ExitCode::invalid_case) {
        EXPECT_EQ(printed.out.find("Finding"), std::string::npos);
    }
}

void review_all(const fs::path& cases) {
    for (const fs::path& file : golden::files(cases, ".yaml")) {
        std::vector<std::string> arguments = {"review", file.filename().string()};
        for (std::string& more : arguments_in(golden::sibling(file, ".args"))) arguments.push_back(std::move(more));
        expect_golden(file, arguments);
    }
}

TEST_F(WholeRuns, CasesAndWhatIsFoundOfThem) {
    fs::current_path(golden::root() / "tests/golden/review");
    review_all(fs::current_path());
}

TEST_F(WholeRuns, CasesFromRealLetters) {
    fs::current_path(golden::root() / "tests/cases");
    for (const fs::path& file : golden::files(fs::current_path(), ".yaml")) {
        const fs::path kept = golden::root() / "tests/golden/review" / file.filename();
        expect_golden(kept, {"review", file.filename().string()});
    }
}

TEST_F(WholeRuns, OtherCommands) {
    fs::current_path(golden::root() / "tests/golden/command");
    for (const fs::path& file : golden::files(fs::current_path(), ".args")) {
        const fs::path input = golden::sibling(file, ".in");
        expect_golden(file, arguments_in(file), fs::exists(input) ? golden::read_file(input) : std::string());
    }
}

}  // namespace
}  // namespace warrant
