// README.md shows nothing that is not so: its excerpts stand in the files they come from, its output is what the program
// prints, its second command is what continuous integration runs, and it links to every room.
#include "tests/unit/house/tree_of_files.hpp"

#include <gtest/gtest.h>

namespace warrant::house {
namespace {

std::string front_page() {
    return golden::read_file(golden::root() / "README.md");
}

// The texts between ```LANGUAGE and ```, without the last line's end.
std::vector<std::string> blocks_of(const std::string& markdown, const std::string& language) {
    const std::string opening = "\n```" + language + "\n";
    const std::string closing = "\n```\n";
    std::vector<std::string> blocks;
    for (std::size_t at = markdown.find(opening); at != std::string::npos; at = markdown.find(opening, at)) {
        const std::size_t begin = at + opening.size();
        at = markdown.find(closing, begin);
        if (at == std::string::npos) break;
        blocks.push_back(markdown.substr(begin, at - begin));
    }
    return blocks;
}

TEST(FrontPage, ContinuousIntegrationRunsTheSecondCommand) {
    const std::vector<std::string> blocks = blocks_of(front_page(), "sh");
    ASSERT_GE(blocks.size(), 2u);
    EXPECT_NE(blocks[0].find("warrant review tests/cases/work-hardening-2015.yaml"), std::string::npos) << blocks[0];
    std::vector<std::string> commands;
    for (const std::string& line : lines_of(golden::read_file(golden::root() / ".ci/run"))) {
        if (line.empty() || line.starts_with("#") || line.starts_with("set ") || line.starts_with("cd ")) continue;
        commands.push_back(line);
    }
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_EQ(commands[0], blocks[1]);
}

TEST(FrontPage, ExcerptsStandInTheirFiles) {
    const std::string guideline = golden::read_file(golden::root() / "guidelines/mtus/2009/work_hardening.warrant");
    const std::vector<std::string> excerpts = blocks_of(front_page(), "warrant");
    EXPECT_FALSE(excerpts.empty());
    for (const std::string& excerpt : excerpts) EXPECT_NE(guideline.find(excerpt), std::string::npos) << excerpt;

    const std::string letter = golden::read_file(golden::root() / "tests/cases/work-hardening-2015.yaml");
    const std::vector<std::string> cases = blocks_of(front_page(), "yaml");
    EXPECT_FALSE(cases.empty());
    for (const std::string& excerpt : cases) EXPECT_NE(letter.find(excerpt), std::string::npos) << excerpt;
}

// What the golden file of the letter holds between the command and the exit code. UPDATE_GOLDEN=1 puts it into the page.
TEST(FrontPage, TheOutputIsWhatTheProgramPrints) {
    const std::string run = golden::read_file(golden::root() / "tests/golden/review/work-hardening-2015.out");
    const std::size_t begin = run.find('\n') + 1;
    const std::size_t end = run.find("\n-- exit code");
    ASSERT_LT(begin, end);
    const std::string printed = run.substr(begin, end - begin);

    std::string page = front_page();
    const std::vector<std::string> shown = blocks_of(page, "text");
    ASSERT_EQ(shown.size(), 1u);
    page.replace(page.find(shown[0]), shown[0].size(), printed);
    EXPECT_TRUE(golden::matches(golden::root() / "README.md", page));
}

// The folders that hold something to explain, each of which says so.
TEST(FrontPage, EveryRoomHasAReadmeAndALink) {
    const std::string front = front_page();
    for (const std::string room :
         {"dsl", "interpreter", "interpreter/value", "interpreter/check", "interpreter/plan", "interpreter/certificate",
          "interpreter/facts", "interpreter/evaluate", "interpreter/find", "interpreter/certify", "interpreter/justify",
          "interpreter/cli", "stdlib", "guidelines", "tests"}) {
        const std::string readme = room + "/README.md";
        EXPECT_TRUE(std::filesystem::exists(golden::root() / readme)) << readme;
        EXPECT_NE(front.find("(" + readme + ")"), std::string::npos) << "README.md does not link to " << readme;
    }
}

}  // namespace
}  // namespace warrant::house
