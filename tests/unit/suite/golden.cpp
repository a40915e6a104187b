// Each `fail_*.yaml` below tests/golden/suite is read and run, and what is said of it is compared with its `.diag`. A text
// without `fail_` has no mistake; its results are compared in all three forms.
#include "tests/golden/golden.hpp"
#include "tests/unit/suite/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::suite_test {
namespace {

std::filesystem::path folder() {
    return golden::root() / "tests/golden/suite";
}

class GoldenSuite : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoldenSuite, SaysWhatIsWrong) {
    const Ran ran(golden::read_file(GetParam()), GetParam().filename().string());
    EXPECT_EQ(golden::expects_failure(GetParam()), !ran.diagnostics.ok()) << ran.mistakes();
    if (golden::expects_failure(GetParam())) {
        EXPECT_TRUE(golden::matches(golden::sibling(GetParam(), ".diag"), ran.mistakes()));
        return;
    }
    EXPECT_TRUE(golden::matches(golden::sibling(GetParam(), ".txt"), render_results_text(ran.results, ran.sources)));
    EXPECT_TRUE(golden::matches(golden::sibling(GetParam(), ".xml"), render_results_junit(ran.results, ran.sources)));
    EXPECT_TRUE(golden::matches(golden::sibling(GetParam(), ".json"), render_results_json(ran.results, ran.sources)));
}

INSTANTIATE_TEST_SUITE_P(Suites, GoldenSuite, testing::ValuesIn(golden::files(folder(), ".yaml")),
                         [](const auto& suite) { return suite.param.stem().string(); });

}  // namespace
}  // namespace warrant::suite_test
