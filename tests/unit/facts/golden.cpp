// Each `fail_*.yaml` below tests/golden/case is read, and what is said of it is compared with its `.diag`.
#include "tests/golden/golden.hpp"

#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

class GoldenCase : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoldenCase, SaysWhatIsWrong) {
    Loaded loaded;
    const SourceId source = loaded.sources.add(GetParam().filename().string(), golden::read_file(GetParam()));
    loaded.record = load_case(loaded.sources, source, vocabulary(), loaded.diagnostics);
    EXPECT_EQ(golden::expects_failure(GetParam()), !loaded.diagnostics.ok());
    EXPECT_TRUE(golden::matches(golden::sibling(GetParam(), ".diag"), loaded.text()));
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenCase, testing::ValuesIn(golden::files(golden::root() / "tests/golden/case", ".yaml")),
                         [](const auto& golden_case) { return golden_case.param.stem().string(); });

}  // namespace
}  // namespace warrant::facts_test
