// How a code that is looked up in a set is shown and asked for.
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::test {

namespace {

TEST(Codes, AreShownWithTheSetTheyAreLookedUpIn) {
    const std::string in_set = "diagnosis.code in radiculopathy";
    EXPECT_EQ(reasons_for(in_set, "  diagnosis.code: M54.16\n"),
              "diagnosis: M54.16, in radiculopathy (M54.1*, G54.0 to G54.4)\n");
    EXPECT_EQ(reasons_for(in_set, "  diagnosis.code: M54.5\n"),
              "diagnosis: M54.5, not in radiculopathy (M54.1*, G54.0 to G54.4)\n");
    EXPECT_EQ(reasons_for(in_set, "  diagnosis.code: {one_of: [G54.25, G54.5]}\n"),
              "diagnosis: G54.25 or G54.5, not settled whether in radiculopathy (M54.1*, G54.0 to G54.4)\n");
    EXPECT_EQ(reasons_for("not " + in_set, "  diagnosis.code: {one_of: [G54.25, G54.5]}\n"),
              "diagnosis: G54.25 or G54.5, not settled whether not in radiculopathy (M54.1*, G54.0 to G54.4)\n");
    EXPECT_EQ(reasons_for("diagnosis.code in (\"M51.26\", \"G54.0\"..\"G54.4\")", "  diagnosis.code: G54.4A\n"),
              "diagnosis: G54.4A, in M51.26, G54.0 to G54.4\n");
    EXPECT_EQ(reasons_for("diagnosis.code = \"M51.26\"", "  diagnosis.code: M51.26\n"), "diagnosis: M51.26\n");
}

TEST(Codes, AreAskedForByTheSetThatWouldSettleIt) {
    const auto wanted = [](const std::string& condition) {
        const SectionView section = section_of(criterion("1", condition), "");
        return section.needed.size() == 1 ? section.needed.front().wanted : "not one fact";
    };
    EXPECT_EQ(wanted("diagnosis.code in radiculopathy"), "a code in radiculopathy (M54.1*, G54.0 to G54.4)");
    EXPECT_EQ(wanted("not diagnosis.code in (\"M54*\", \"E885\")"), "no code in M54*, E885");
    EXPECT_EQ(wanted("diagnosis.code = \"M51.26\""), "M51.26");
}

TEST(Codes, OfBothKindsDecideTogether) {
    const auto finding = [](const std::string& code) {
        return section_of(criterion("1", "diagnosis.code in (radiculopathy, \"M51.26\")"), "  diagnosis.code: " + code + "\n")
            .finding;
    };
    EXPECT_EQ(finding("{one_of: [M54.10, G54.0, M51.26]}"), FindingName::supported);
    EXPECT_EQ(finding("{one_of: [M54.10, M51.27]}"), FindingName::undetermined);
    EXPECT_EQ(finding("{one_of: [M54.5, G54]}"), FindingName::not_supported);
}

}  // namespace

}  // namespace warrant::test
