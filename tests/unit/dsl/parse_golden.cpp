// The files of tests/golden/parse: the tree of each, or for fail_ the diagnostics, as they are kept beside it.
#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>

namespace warrant::testing_dsl {
namespace {

std::filesystem::path folder() {
    return golden::root() / "tests/golden/parse";
}

TEST(ParseGolden, EveryFile) {
    const auto files = golden::files(folder(), ".warrant");
    ASSERT_GT(files.size(), 10U);
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename().string());
        const Parsed parsed = parse_text(golden::read_file(file), file.filename().string());
        if (golden::expects_failure(file)) {
            EXPECT_FALSE(parsed.module.complete);
            EXPECT_TRUE(golden::matches(golden::sibling(file, ".diag"), parsed.said()));
        } else {
            EXPECT_TRUE(parsed.module.complete) << parsed.said();
            EXPECT_TRUE(golden::matches(golden::sibling(file, ".tree"), parsed.tree()));
        }
    }
}

// A text over the limit is made here rather than kept.
TEST(ParseGolden, ATextThatIsTooLarge) {
    const Parsed parsed = parse_text("library test.large\n" + std::string(limits::max_guideline_bytes, ' '), "large.warrant");
    EXPECT_FALSE(parsed.module.complete);
    EXPECT_TRUE(golden::matches(folder() / "fail_too_large.diag", parsed.said()));
}

TEST(ParseGolden, EveryKindIsShown) {
    std::string shown;
    for (const auto& file : golden::files(folder(), ".diag")) shown += golden::read_file(file);
    for (const DiagnosticKind* kind : {
#define WARRANT_KIND_ADDRESS(name, slug, severity, meaning) &kinds::name,
             WARRANT_DSL_KINDS(WARRANT_KIND_ADDRESS)
#undef WARRANT_KIND_ADDRESS
         }) {
        EXPECT_NE(shown.find("[" + std::string(kind->slug) + "]"), std::string::npos) << kind->slug;
    }
}

}  // namespace
}  // namespace warrant::testing_dsl
