// Rules for every file: how it begins, how long it may be, what may never stand in it; links that lead somewhere; and a
// golden case for every kind of diagnostic.
#include "tests/unit/house/tree_of_files.hpp"

#include "dsl/kinds.hpp"
#include "interpreter/kinds.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <regex>
#include <set>

namespace warrant::house {
namespace {

TEST(House, NoOtherTopLevelFolder) {
    std::set<std::string> known(folders().begin(), folders().end());
    known.insert({".git", "build"});
    for (const auto& entry : std::filesystem::directory_iterator(golden::root())) {
        if (!entry.is_directory()) continue;
        EXPECT_TRUE(known.contains(entry.path().filename().string())) << entry.path().filename();
    }
}

TEST(House, CodeBeginsBySayingWhatItIsFor) {
    for (const File& file : all_files()) {
        if (!file.is_code()) continue;
        EXPECT_TRUE(file.text.starts_with("// ")) << file.path;
        EXPECT_TRUE(!file.ends_in(".hpp") || file.text.find("\n#pragma once\n") != std::string::npos) << file.path;
    }
}

TEST(House, NoFileIsLongerThanFourHundredLines) {
    for (const File& file : all_files()) {
        EXPECT_TRUE(!file.is_code() || lines_of(file.text).size() <= 400) << file.path;
    }
}

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Whether a word stands in a text by itself, not as a part of a longer one.
bool has_word(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_word_character(text[at - 1])) && (end == text.size() || !is_word_character(text[end]))) return true;
    }
    return false;
}

// The marks are put together here so that this file does not hold them.
TEST(House, NothingIsLeftOpen) {
    const std::string no = "not ";
    const std::vector<std::string> marks = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                            std::string("XX") + "X",  std::string("HA") + "CK",
                                            no + "implemented",       std::string("un") + "implemented"};
    for (const File& file : all_files()) {
        if (file.path == "LICENSE") continue;
        for (const std::string& mark : marks) EXPECT_FALSE(has_word(file.text, mark)) << file.path << ": " << mark;
    }
}

TEST(House, NoTestIsSwitchedOff) {
    for (const File& file : all_files()) {
        if (!file.below("tests/") || !file.is_code()) continue;
        for (const std::string& off : {std::string("GTEST_") + "SKIP", std::string("DIS") + "ABLED_"}) {
            EXPECT_EQ(file.text.find(off), std::string::npos) << file.path << ": " << off;
        }
    }
}

// An absolute path: a slash that begins a word, and another one after a name (`hours/day` has only one, inside).
bool has_absolute_path(const std::string& text) {
    for (std::size_t at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1)) {
        if (at > 0 && (is_word_character(text[at - 1]) || std::string_view("./-").find(text[at - 1]) != std::string_view::npos))
            continue;
        std::size_t end = at + 1;
        while (end < text.size() && (is_word_character(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
        if (end > at + 1 && end < text.size() && text[end] == '/') return true;
    }
    return false;
}

TEST(House, GoldenFilesNameNoPathOfAMachine) {
    std::size_t seen = 0;
    for (const File& file : all_files()) {
        if (!file.below("tests/golden/") || file.is_code()) continue;
        ++seen;
        EXPECT_FALSE(has_absolute_path(file.text)) << file.path;
        EXPECT_EQ(file.text.find(WARRANT_ROOT), std::string::npos) << file.path;
    }
    EXPECT_GT(seen, 0u);
}

TEST(House, EveryLinkLeadsToAFile) {
    const std::regex link("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    for (const File& file : all_files()) {
        if (!file.ends_in(".md")) continue;
        const std::filesystem::path folder = (golden::root() / file.path).parent_path();
        for (std::sregex_iterator it(file.text.begin(), file.text.end(), link), end; it != end; ++it) {
            const std::string target = (*it)[1];
            if (target.find("://") != std::string::npos) continue;
            EXPECT_TRUE(std::filesystem::exists(folder / target)) << file.path << " links to " << target;
        }
    }
}

// A slug stands in brackets after the message: `error[clause-twice]` or `[clause-twice]`.
TEST(House, EveryKindOfDiagnosticIsShownByAGoldenCase) {
    std::string shown;
    for (const File& file : all_files()) {
        if (file.below("tests/golden/") && (file.ends_in(".diag") || file.ends_in(".out"))) shown += file.text;
    }
    std::vector<std::string> slugs;
#define WARRANT_ADD_SLUG(name, slug, severity, meaning) slugs.emplace_back(slug);
    WARRANT_DSL_KINDS(WARRANT_ADD_SLUG)
    WARRANT_INTERPRETER_KINDS(WARRANT_ADD_SLUG)
#undef WARRANT_ADD_SLUG
    EXPECT_GT(slugs.size(), 20u);
    for (const std::string& slug : slugs) {
        EXPECT_NE(shown.find("[" + slug + "]"), std::string::npos) << "no golden case shows " << slug;
    }
    EXPECT_EQ(std::set<std::string>(slugs.begin(), slugs.end()).size(), slugs.size()) << "a slug stands twice in the tables";
}

}  // namespace
}  // namespace warrant::house
