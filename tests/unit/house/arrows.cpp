// The arrows of the house: an include between rooms points down, each outside library stays in its room, and only the command
// line touches streams, files and the environment. Scans the text of direct includes; what they pull in is not followed.
#include "tests/unit/house/tree_of_files.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace warrant::house {
namespace {

// What each room may include besides itself. interpreter/kinds.hpp, the table of diagnostics, is open to every room above dsl.
const std::map<std::string, std::set<std::string>>& arrows() {
    static const std::map<std::string, std::set<std::string>> rooms = {
        {"dsl", {}},
        {"kinds", {"dsl"}},
        {"value", {"kinds", "dsl"}},
        {"check", {"kinds", "value", "dsl"}},
        {"plan", {"kinds", "value", "check", "dsl"}},
        {"certificate", {"value", "plan", "dsl"}},
        {"facts", {"kinds", "value", "check", "dsl"}},
        {"evaluate", {"kinds", "value", "check", "plan", "facts", "dsl"}},
        {"find", {"kinds", "value", "check", "plan", "facts", "evaluate", "dsl"}},
        {"certify", {"value", "check", "plan", "certificate", "facts", "evaluate", "find", "dsl"}},
        {"settle", {"kinds", "value", "check", "plan", "facts", "evaluate", "find", "dsl"}},
        {"justify", {"kinds", "value", "check", "plan", "facts", "evaluate", "find", "settle", "dsl"}},
        {"interview", {"kinds", "value", "check", "plan", "facts", "evaluate", "find", "settle", "justify", "dsl"}},
        {"suite", {"kinds", "value", "check", "plan", "facts", "evaluate", "find", "settle", "justify", "dsl"}},
        {"session",
         {"kinds", "value", "check", "plan", "certificate", "facts", "evaluate", "find", "settle", "certify", "justify",
          "interview", "suite", "dsl"}},
        {"cli",
         {"kinds", "value", "check", "plan", "certificate", "facts", "evaluate", "find", "settle", "certify", "justify",
          "interview", "suite", "session", "dsl"}},
    };
    return rooms;
}

// The room that a path of the two libraries lies in: `interpreter/find/review.hpp` in find, `interpreter/session.cpp` in
// session.
std::string room_of(std::string_view path) {
    if (path.starts_with("dsl/")) return "dsl";
    constexpr std::string_view interpreter = "interpreter/";
    if (!path.starts_with(interpreter)) return "";
    path.remove_prefix(interpreter.size());
    return std::string(path.substr(0, path.find_first_of("/.")));
}

std::vector<File> code_of_the_rooms() {
    std::vector<File> code;
    for (File& file : all_files()) {
        if (file.is_code() && !room_of(file.path).empty()) code.push_back(std::move(file));
    }
    return code;
}

TEST(House, EveryIncludePointsDown) {
    const std::vector<File> code = code_of_the_rooms();
    ASSERT_GT(code.size(), 40u) << "the scan does not see the rooms";
    for (const File& file : code) {
        const std::string room = room_of(file.path);
        ASSERT_TRUE(arrows().contains(room)) << file.path << " lies in a room that the house does not have";
        for (const std::string& include : includes_of(file)) {
            EXPECT_FALSE(include.starts_with("tests/")) << file.path << " includes a test: " << include;
            const std::string other = room_of(include);
            if (other.empty() || other == room) continue;
            EXPECT_TRUE(arrows().at(room).contains(other))
                << file.path << " includes " << include << ": " << room << " may not look into " << other;
        }
    }
}

// Who verifies a certificate must not have to trust what made it: of the plan only the names of the operations are known there,
// of the values only their sets, dates and decimals as they are written.
TEST(House, CertificatesAreVerifiedWithoutTheEvaluator) {
    const std::set<std::string> known = {"dsl/limits.hpp", "interpreter/plan/opcodes.hpp", "interpreter/value/set.hpp",
                                         "interpreter/value/date.hpp"};
    std::size_t seen = 0;
    for (const File& file : code_of_the_rooms()) {
        if (!file.below("interpreter/certificate/")) continue;
        for (const std::string& include : includes_of(file)) {
            if (!include.starts_with("interpreter/") && !include.starts_with("dsl/")) continue;
            EXPECT_TRUE(include.starts_with("interpreter/certificate/") || known.contains(include))
                << file.path << ": " << include;
            // Values are written and read with the calendar of the house; the kernel has its own.
            EXPECT_TRUE(include != "interpreter/value/date.hpp" || file.path == "interpreter/certificate/value_json.cpp")
                << file.path << " computes with the evaluator's calendar";
            ++seen;
        }
    }
    EXPECT_GT(seen, 10u);
}

TEST(House, IncludesAreWrittenFromTheRoot) {
    for (const File& file : code_of_the_rooms()) {
        for (const std::string& line : lines_of(file.text)) {
            if (!line.starts_with("#include \"")) continue;
            EXPECT_TRUE(line.starts_with("#include \"dsl/") || line.starts_with("#include \"interpreter/"))
                << file.path << ": " << line;
        }
    }
}

bool includes_any(const File& file, std::initializer_list<std::string_view> beginnings) {
    for (const std::string& include : includes_of(file)) {
        for (const std::string_view beginning : beginnings) {
            if (include.starts_with(beginning)) return true;
        }
    }
    return false;
}

// The headers that dsl gives to others are listed in its CMakeLists.txt; a header that is not there is private.
TEST(House, PegtlStaysInTheParser) {
    const std::string listed = golden::read_file(golden::root() / "dsl/CMakeLists.txt");
    const std::size_t headers = listed.find("HEADERS");
    const std::string given = listed.substr(headers, listed.find("SOURCES") - headers);
    std::size_t users = 0;
    for (const File& file : all_files()) {
        if (!file.is_code() || !includes_any(file, {"tao/pegtl"})) continue;
        ++users;
        const std::string name = file.path.substr(file.path.rfind('/') + 1);
        const bool is_private = file.below("dsl/") && (file.ends_in(".cpp") || given.find(' ' + name) == std::string::npos);
        EXPECT_TRUE(is_private || file.below("tests/unit/dsl/")) << file.path << " includes PEGTL";
    }
    EXPECT_GT(users, 0u);
}

TEST(House, YamlStaysInFacts) {
    std::size_t users = 0;
    for (const File& file : all_files()) {
        if (!file.is_code() || !includes_any(file, {"yaml-cpp/", "simdjson"})) continue;
        ++users;
        EXPECT_TRUE(file.below("interpreter/facts/") && file.ends_in(".cpp")) << file.path << " includes yaml-cpp or simdjson";
    }
    EXPECT_GT(users, 0u);
}

TEST(House, OptionsStayInTheCommandLine) {
    for (const File& file : code_of_the_rooms()) {
        EXPECT_TRUE(file.below("interpreter/cli/") || !includes_any(file, {"CLI/"})) << file.path << " includes CLI11";
    }
}

TEST(House, TheTreeIsNotReadOnceThereIsAPlan) {
    for (const File& file : code_of_the_rooms()) {
        if (!file.below("interpreter/evaluate/") && !file.below("interpreter/justify/")) continue;
        EXPECT_FALSE(includes_any(file, {"dsl/ast.hpp", "dsl/parse.hpp", "dsl/print_tree.hpp"}))
            << file.path << " reads the syntax tree; evaluation and justification see the plan only";
    }
}

TEST(House, OnlyTheCommandLineTouchesStreamsFilesAndEnvironment) {
    for (const File& file : code_of_the_rooms()) {
        if (file.below("interpreter/cli/")) continue;
        EXPECT_FALSE(includes_any(file, {"iostream", "fstream", "filesystem", "cstdio", "unistd.h"})) << file.path;
        EXPECT_EQ(file.text.find("getenv"), std::string::npos) << file.path << " reads the environment";
    }
}

TEST(House, NobodyReadsTheClock) {
    for (const File& file : code_of_the_rooms()) {
        EXPECT_FALSE(includes_any(file, {"chrono", "ctime", "random"}))
            << file.path << ": the same bytes in give the same bytes out";
    }
}

}  // namespace
}  // namespace warrant::house
