// warrant fmt: what is written where, what is left alone, and that every file of Warrant that is shipped has the one layout.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/folder.hpp"
#include "tests/unit/cli/program.hpp"

namespace warrant::cli {
namespace {

namespace fs = std::filesystem;

const std::string untidy = "library own.units\nunit fortnight,fortnights = 2 weeks\n";
const std::string tidy = "library own.units\n\nunit fortnight, fortnights = 2 weeks\n";

class Fmt : public ::testing::Test {
protected:
    // Some tests take the right to write away.
    void TearDown() override { fs::permissions(folder_, fs::perms::owner_all); }

    std::string write(const std::string& name, const std::string& text) const { return own_.write(name, text); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    const Folder own_;
    const fs::path& folder_ = own_.path();
};

TEST_F(Fmt, EveryFileThatIsShippedHasTheOneLayout) {
    std::vector<std::string> arguments = {"fmt", "--check"};
    for (const ShelfFile& file : shelf_files(golden::root())) arguments.push_back(file.path.string());
    ASSERT_GT(arguments.size(), 8u);
    const Printed printed = run_program(arguments);
    EXPECT_EQ(printed.code, ExitCode::done) << printed.out << printed.err << "`warrant fmt --write FILE` lays them out";
}

TEST_F(Fmt, CheckNamesTheFilesThatWouldChangeAndChangesNone) {
    const std::string first = write("first.warrant", tidy);
    const std::string second = write("second.warrant", untidy);
    const Printed printed = run_program({"fmt", "--check", first, second});
    EXPECT_EQ(printed.code, ExitCode::does_not_hold);
    EXPECT_EQ(printed.out, second + ":2: would change\n  - unit fortnight,fortnights = 2 weeks\n  + \n");
    EXPECT_EQ(golden::read_file(second), untidy);
    EXPECT_EQ(run_program({"fmt", "--check", "-"}, "library a.b").out, "standard input: the end of the text would change\n");
}

TEST_F(Fmt, WriteReplacesTheFilesThatChange) {
    const std::string first = write("first.warrant", tidy);
    const std::string second = write("second.warrant", untidy);
    fs::permissions(second, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    const auto before = fs::status(second).permissions();
    fs::create_symlink("second.warrant", folder_ / "link.warrant");
    const Printed printed = run_program({"fmt", "--write", first, (folder_ / "link.warrant").string()});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err;
    EXPECT_EQ(printed.out, (folder_ / "link.warrant").string() + ": formatted\n");
    EXPECT_EQ(golden::read_file(second), tidy);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.warrant"));
    EXPECT_EQ(fs::status(second).permissions(), before);
    EXPECT_EQ(files(), 3u);
    EXPECT_EQ(run_program({"fmt", "--write", second}).out, "");
}

TEST_F(Fmt, NothingIsWrittenIfOneFileHasAMistake) {
    const std::string first = write("first.warrant", untidy);
    const std::string second = write("second.warrant", "library own.broken\nunit =\n");
    const Printed printed = run_program({"fmt", "--write", first, second});
    EXPECT_EQ(printed.code, ExitCode::invalid_guideline);
    EXPECT_EQ(printed.out, "");
    EXPECT_NE(printed.err.find("second.warrant:2:6: error"), std::string::npos) << printed.err;
    EXPECT_EQ(golden::read_file(first), untidy);
}

TEST_F(Fmt, AFileThatCannotBeReplacedStaysAsItIs) {
    const std::string file = write("first.warrant", untidy);
    write("first.warrant.new", "somebody else's");
    const Printed printed = run_program({"fmt", "--write", file});
    EXPECT_EQ(printed.code, ExitCode::output);
    EXPECT_NE(printed.err.find("cannot write " + file), std::string::npos) << printed.err;
    EXPECT_EQ(golden::read_file(file), untidy);
    EXPECT_EQ(golden::read_file(folder_ / "first.warrant.new"), "somebody else's");
}

}  // namespace
}  // namespace warrant::cli
