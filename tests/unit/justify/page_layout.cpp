// The page of the text renderer: wrapping by code points, hanging indents, statuses at the right edge.
#include "interpreter/justify/page.hpp"

#include <gtest/gtest.h>

namespace warrant {

namespace {

TEST(Page, CountsCodePointsNotBytes) {
    EXPECT_EQ(columns("naïve …"), 7U);
    EXPECT_EQ(columns(""), 0U);
}

TEST(Page, WrapsWithAHangingIndent) {
    Page page;
    put(page, std::string(60, 'a') + " " + std::string(30, 'b'), 2, 6);
    EXPECT_EQ(page.text, "  " + std::string(60, 'a') + "\n      " + std::string(30, 'b') + "\n");
}

TEST(Page, FillsTheLineToTheEightiethColumn) {
    Page page;
    put(page, std::string(40, 'a') + " " + std::string(39, 'b') + " c", 0, 0);
    EXPECT_EQ(page.text, std::string(40, 'a') + " " + std::string(39, 'b') + "\nc\n");
}

TEST(Page, BreaksOnlyAWordLongerThanALine) {
    Page page;
    put(page, "short " + std::string(170, 'x'), 0, 4);
    EXPECT_EQ(page.text,
              "short\n    " + std::string(76, 'x') + "\n    " + std::string(76, 'x') + "\n    " + std::string(18, 'x') + "\n");
}

TEST(Page, BreaksALongWordBetweenCodePoints) {
    Page page;
    std::string word;
    for (int count = 0; count < 100; ++count) word += "é";
    put(page, word, 0, 0);
    EXPECT_EQ(columns(page.text.substr(0, page.text.find('\n'))), 80U);
    EXPECT_EQ(page.text.find('\n') % 2, 0U);
}

TEST(Page, CollapsesLineBreaksOfTheText) {
    Page page;
    put(page, "one\n  two\tthree ", 0, 0);
    EXPECT_EQ(page.text, "one two three\n");
}

TEST(Page, ARequestLongerThanALineLeavesItsCaseALineOfItsOwn) {
    Justification justification;
    justification.case_id = "a-case";
    for (const std::size_t length : {70U, 72U, 73U, 79U, 80U, 81U, 200U}) {
        justification.requests = {RequestJustification{}};
        justification.requests.front().request = std::string(length, 'x');
        Page page;
        put_request_head(page, justification, 0);
        const std::size_t end = page.text.find('\n');
        EXPECT_LE(end, 80U) << length;
        EXPECT_EQ(page.text.find("a-case") < end, length <= 72) << length;
    }
}

TEST(Page, PutsTheStatusAtTheRightEdge) {
    Page page;
    put_status(page, "5a", "The goal is a specific job", "not met", Tint::none);
    EXPECT_EQ(columns(page.text), 81U);
    EXPECT_TRUE(page.text.starts_with("  5a  The goal"));
    EXPECT_TRUE(page.text.ends_with(" not met\n"));
}

TEST(Page, KeepsALongLabelClearOfTheStatus) {
    Page page;
    std::string label;
    for (int count = 0; count < 30; ++count) label += "word ";
    put_status(page, "1", label, "does not exclude", Tint::none);
    const std::string first = page.text.substr(0, page.text.find('\n'));
    EXPECT_EQ(columns(first), 80U);
    EXPECT_TRUE(first.ends_with("word  does not exclude") || first.ends_with("word   does not exclude") ||
                first.ends_with("  does not exclude"));
    EXPECT_EQ(page.text.find("word", first.size()), first.size() + 1 + part_indent);
}

TEST(Page, MakesRoomForALongId) {
    Page page;
    put_status(page, "functional", "Label", "met", Tint::none);
    EXPECT_TRUE(page.text.starts_with("functional  Label"));
    EXPECT_EQ(columns(page.text), 81U);
}

TEST(Page, TintsTheWordsThatItIsTold) {
    Page page;
    page.color = true;
    put_labelled(page, "Finding", "SUPPORTED under it", Tint::good, 9);
    EXPECT_EQ(page.text, "Finding   \x1b[32mSUPPORTED\x1b[0m under it\n");
    page.text.clear();
    put_status(page, "1", "Label", "excludes", Tint::bad);
    EXPECT_NE(page.text.find("\x1b[31mexcludes\x1b[0m\n"), std::string::npos);
}

}  // namespace

}  // namespace warrant
