// The named limits: texts beyond them end in a diagnostic before anything large is built.
#include "dsl/limits.hpp"
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t count = 0; count < times; ++count) result += text;
    return result;
}

TEST(Limits, BytesOfACase) {
    const std::string valid = case_with("  goal.defined: yes");
    const std::string padding = valid + "#" + std::string(limits::max_case_bytes - valid.size() - 1, 'x');
    EXPECT_EQ(read(padding).text(), "");
    EXPECT_EQ(read(padding + "x").slug(), "file-too-large");
    EXPECT_EQ(read(std::string(50U << 20U, 'x')).slug(), "file-too-large");
}

TEST(Limits, DepthOfACase) {
    const auto nested = [](std::size_t depth) { return "case: x\nsummary: " + repeated("[", depth) + repeated("]", depth); };
    // The mapping of the case is one level itself.
    EXPECT_EQ(read(nested(limits::max_case_depth - 1)).slug().find("nested-too-deeply"), std::string::npos);
    EXPECT_EQ(read(nested(limits::max_case_depth)).slug(), "nested-too-deeply");
    EXPECT_EQ(read(nested(1'000'000)).slug(), "nested-too-deeply");
    EXPECT_EQ(read(repeated("{a: ", 1'000'000)).slug(), "nested-too-deeply");
    EXPECT_EQ(read(repeated("- ", 1'000'000)).slug(), "nested-too-deeply");
    EXPECT_EQ(read(repeated("? ", 1'000'000)).slug(), "nested-too-deeply");
}

TEST(Limits, NodesOfACase) {
    EXPECT_EQ(read("case: x\nsummary:\n" + repeated("- a\n", limits::max_case_nodes + 1)).slug(), "too-many");
    EXPECT_EQ(read("case: x\nsummary: [" + repeated("a,", 2 * limits::max_case_nodes + 1)).slug(), "too-many");
}

TEST(Limits, DiagnosticsOfTenThousandUnknownKeys) {
    std::string facts;
    for (int key = 0; key < 10'000; ++key) facts += "  unknown" + std::to_string(key) + ": yes\n";
    const Loaded loaded = read(case_with(facts));
    EXPECT_EQ(loaded.diagnostics.all().size(), limits::max_diagnostics);
    EXPECT_EQ(loaded.diagnostics.errors(), 10'000U);
}

TEST(Limits, RequestsAndStatements) {
    EXPECT_EQ(read("case: x\nrequests:\n" + repeated("- {date: 2015}\n", limits::max_requests)).text(), "");
    EXPECT_EQ(read("case: x\nrequests:\n" + repeated("- {date: 2015}\n", limits::max_requests + 1)).slug(), "too-many");
    const auto stated = [](std::size_t count) {
        return case_with("  goal.defined:\n    statements:\n" + repeated("    - {value: yes}\n", count));
    };
    EXPECT_EQ(read(stated(limits::max_statements)).text(), "");
    EXPECT_EQ(read(stated(limits::max_statements + 1)).slug(), "too-many");
}

TEST(Limits, PossibleTexts) {
    EXPECT_EQ(read_fact("job.title: {one_of: [a, b, c, d, e, f, g, h]}").fact("job.title").state, FactState::stated);
    EXPECT_EQ(read(case_with("  job.title: {one_of: [a, b, c, d, e, f, g, h, i]}")).slug(), "too-many");
}

}  // namespace
}  // namespace warrant::facts_test
