// The form of codes, and which code an item of a set holds.
#include "interpreter/value/code.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace warrant {
namespace {

TEST(Codes, AreCapitalsAndDigitsWithDotsAndHyphensBetween) {
    for (const char* code : {"M54.16", "G54", "97110", "722.10", "S13.4XXA", "97110-59", "E885"})
        EXPECT_TRUE(is_code(code)) << code;
    for (const char* text : {"", "m54.16", "M54.", ".16", "M54 16", "M54*1", "M54.1*", "M54_1", "-", "\xC3\x84"}) {
        EXPECT_FALSE(is_code(text)) << text;
    }
}

TEST(Codes, OneHoldsItself) {
    const CodePattern one{CodePattern::Kind::one, "M54.1", {}};
    EXPECT_TRUE(matches(one, "M54.1"));
    EXPECT_FALSE(matches(one, "M54.16"));
    EXPECT_FALSE(matches(one, "M54"));
}

TEST(Codes, APrefixHoldsAllThatBeginSo) {
    const CodePattern prefix{CodePattern::Kind::prefix, "M54.1", {}};
    for (const char* code : {"M54.1", "M54.16", "M54.10A"}) EXPECT_TRUE(matches(prefix, code)) << code;
    for (const char* code : {"M54", "M54.2", "M54.2", "XM54.1"}) EXPECT_FALSE(matches(prefix, code)) << code;
    EXPECT_FALSE(matches({CodePattern::Kind::prefix, "M54.", {}}, "M54"));
}

TEST(Codes, ARangeComparesAsManyCharactersAsItsEndsHave) {
    const CodePattern range{CodePattern::Kind::range, "G54.0", "G54.4"};
    for (const char* code : {"G54.0", "G54.4", "G54.2", "G54.25", "G54.49", "G54.4XXA"})
        EXPECT_TRUE(matches(range, code)) << code;
    for (const char* code : {"G54", "G54.5", "G53.9", "G54.A", "G54-2", "H54.2", "G5402", "054.2"}) {
        EXPECT_FALSE(matches(range, code)) << code;
    }
    const CodePattern blocks{CodePattern::Kind::range, "M50", "M54"};
    for (const char* code : {"M50", "M51.26", "M54.5"}) EXPECT_TRUE(matches(blocks, code)) << code;
    for (const char* code : {"M5", "M49.9", "M55", "M5A"}) EXPECT_FALSE(matches(blocks, code)) << code;
    const CodePattern across{CodePattern::Kind::range, "G54.8", "G60.1"};
    for (const char* code : {"G54.9", "G55.0", "G59.9", "G60.1"}) EXPECT_TRUE(matches(across, code)) << code;
    for (const char* code : {"G54.7", "G60.2"}) EXPECT_FALSE(matches(across, code)) << code;
}

TEST(Codes, OnlyWellFormedItemsStandInASet) {
    using Kind = CodePattern::Kind;
    for (const CodePattern& good : std::vector<CodePattern>{
             {Kind::one, "M54.1", {}}, {Kind::prefix, "M54.", {}}, {Kind::prefix, "M", {}}, {Kind::range, "G54.0", "G54.0"}}) {
        EXPECT_TRUE(is_well_formed(good)) << good.first;
    }
    for (const CodePattern& bad : std::vector<CodePattern>{{Kind::one, "M54.", {}},
                                                           {Kind::prefix, "", {}},
                                                           {Kind::prefix, ".", {}},
                                                           {Kind::range, "G54.4", "G54.0"},
                                                           {Kind::range, "G54", "G54.4"},
                                                           {Kind::range, "G54.0", "G54.A"}}) {
        EXPECT_FALSE(is_well_formed(bad)) << bad.first;
    }
}

TEST(Codes, AreNamedForPeople) {
    using Kind = CodePattern::Kind;
    EXPECT_EQ(print_codes({{Kind::one, "E885", {}}, {Kind::prefix, "M54.1", {}}, {Kind::range, "G54.0", "G54.4"}}),
              "E885, M54.1*, G54.0 to G54.4");
}

}  // namespace
}  // namespace warrant
