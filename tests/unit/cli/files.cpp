// Reading files up to a limit, and finding the standard library from where the program stands.
#include "interpreter/cli/files.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/folder.hpp"

namespace warrant::cli {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
protected:
    void write(const fs::path& path, const std::string& text) { own_.write(path.string(), text); }
    void make_data(const fs::path& path) {
        fs::create_directories(folder_ / path / "stdlib");
        fs::create_directories(folder_ / path / "guidelines");
    }

    const Folder own_;
    const fs::path& folder_ = own_.path();
};

TEST_F(Files, AreReadUpToOneByteMoreThanTheLimit) {
    write("text", std::string(100'000, 'x'));
    EXPECT_EQ(read_file(folder_ / "text", 1'000'000).text.size(), 100'000u);
    EXPECT_EQ(read_file(folder_ / "text", 100'000).text.size(), 100'000u);
    EXPECT_EQ(read_file(folder_ / "text", 99'999).text.size(), 100'000u);
    EXPECT_EQ(read_file(folder_ / "text", 20).text.size(), 21u);
    EXPECT_EQ(read_file("/dev/zero", 20).text.size(), 21u);
}

TEST_F(Files, SayWhyTheyCannotBeRead) {
    EXPECT_EQ(read_file(folder_ / "missing", 10).problem, "No such file or directory");
    EXPECT_EQ(read_file(folder_, 10).problem, "Is a directory");
}

TEST_F(Files, InstalledTextsAreFoundBesideTheProgram) {
    make_data("usr/share/warrant");
    EXPECT_EQ(find_data(folder_ / "usr/bin/warrant", "/nowhere"), folder_ / "usr/share/warrant");
    EXPECT_EQ(find_data(folder_ / "usr/lib/warrant/bin/warrant", "/nowhere"), folder_ / "usr/share/warrant");
}

TEST_F(Files, ASourceTreeAroundTheProgramServesToo) {
    make_data("source");
    EXPECT_EQ(find_data(folder_ / "source/build/dev/warrant", "/nowhere"), folder_ / "source");
}

TEST_F(Files, TheNearestFolderCounts) {
    make_data("a/share/warrant");
    make_data("a/source");
    EXPECT_EQ(find_data(folder_ / "a/source/build/warrant", "/nowhere"), folder_ / "a/source");
}

TEST_F(Files, ElseTheFallbackOrNothing) {
    make_data("fallback");
    EXPECT_EQ(find_data(folder_ / "bin/warrant", folder_ / "fallback"), folder_ / "fallback");
    EXPECT_EQ(find_data(folder_ / "bin/warrant", folder_ / "nowhere"), std::nullopt);
    EXPECT_EQ(find_data({}, folder_ / "nowhere"), std::nullopt);
}

TEST_F(Files, TheShelfIsInTheOrderOfNamesWithTheStandardLibraryFirst) {
    write("stdlib/units.warrant", "");
    write("stdlib/claim.warrant", "");
    write("stdlib/README.md", "");
    write("guidelines/odg/2016/a.warrant", "");
    write("guidelines/mtus/2009/b.warrant", "");
    std::vector<std::string> names;
    for (const ShelfFile& file : shelf_files(folder_)) {
        EXPECT_EQ(file.standard, file.name.starts_with("stdlib/"));
        EXPECT_EQ(file.path, folder_ / file.name);
        names.push_back(file.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"stdlib/claim.warrant", "stdlib/units.warrant", "guidelines/mtus/2009/b.warrant",
                                               "guidelines/odg/2016/a.warrant"}));
}

TEST_F(Files, SuitesAreAFileOrAllBelowAFolder) {
    write("suites/b/2.yaml", "");
    write("suites/a/1.yaml", "");
    write("suites/a/notes.txt", "");
    std::string names;
    for (const SuiteFile& file : suite_files(folder_ / "suites", folder_)) names += file.name + " ";
    EXPECT_EQ(names, "suites/a/1.yaml suites/b/2.yaml ");
    const std::vector<SuiteFile> one = suite_files(folder_ / "suites/a/notes.txt", {});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one.front().name, (folder_ / "suites/a/notes.txt").generic_string());
}

}  // namespace
}  // namespace warrant::cli
