// The bounds on tables: too many rows, and keys that combine in more ways than are searched.
#include "dsl/limits.hpp"
#include "dsl/parse.hpp"
#include "interpreter/check/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant {
namespace {

// The kinds of mistakes found in a library of this one table.
std::vector<std::string> mistakes_of(const std::string& table) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add("table", "library test.tables \"Tables\"\n  page 1\n" + table);
    const ast::Module module = parse_module(sources, source, diagnostics);
    const Vocabulary vocabulary = declare({&module}, diagnostics);
    check(vocabulary, {&module}, {}, module, diagnostics);
    std::vector<std::string> kinds;
    for (const Diagnostic& diagnostic : diagnostics.all()) kinds.emplace_back(diagnostic.kind->slug);
    return kinds;
}

std::string rows_of(std::size_t count) {
    std::string text = "table many by n : number gives r : number\n  | n | r |\n";
    for (std::size_t row = 0; row < count; ++row) text += "  | " + std::to_string(row) + " | 1 |\n";
    return text + "  | otherwise | 0 |\n";
}

TEST(TableLimits, RowsUpToTheLimitAreRead) {
    EXPECT_EQ(mistakes_of(rows_of(limits::max_table_rows - 1)), std::vector<std::string>{});
    EXPECT_EQ(mistakes_of(rows_of(limits::max_table_rows)), std::vector<std::string>{"too-many"});
}

// Row i is met by all numbers from i on in every key, so that almost every combination is met by other rows.
TEST(TableLimits, ASearchThatDoesNotEndIsGivenUp) {
    const auto staircase = [](int rows) {
        std::string text = "table stairs by a : number, b : number, c : number gives r : number\n  | a | b | c | r |\n";
        for (int row = 0; row < rows; ++row) {
            const std::string cell = " at least " + std::to_string(row) + " |";
            text += "  |" + cell + cell + " " + std::to_string(row) + " | 1 |\n";
        }
        return text + "  | otherwise | 0 |\n";
    };
    EXPECT_EQ(mistakes_of(staircase(10)), std::vector<std::string>{});
    EXPECT_EQ(mistakes_of(staircase(60)), std::vector<std::string>{"too-many"});
}

}  // namespace
}  // namespace warrant
