// Positions in texts that share one space of offsets: lines, columns in code points, ends of texts.
#include "dsl/source.hpp"

#include <gtest/gtest.h>

namespace warrant {
namespace {

TEST(Source, TextsShareOneSpaceOfOffsets) {
    SourceMap sources;
    const SourceId first = sources.add("first", "abc\n");
    const SourceId empty = sources.add("empty", "");
    const SourceId last = sources.add("last", "xyz");
    EXPECT_EQ(sources.size(), 3U);
    EXPECT_EQ(sources.base(first), 0U);
    EXPECT_EQ(sources.base(empty), 5U);
    EXPECT_EQ(sources.base(last), 6U);
    EXPECT_EQ(sources.name(last), "last");
    EXPECT_EQ(sources.text(first), "abc\n");
    EXPECT_EQ(sources.slice({7, 9}), "yz");
}

TEST(Source, TheEndOfATextBelongsToIt) {
    SourceMap sources;
    const SourceId first = sources.add("first", "abc\n");
    const SourceId empty = sources.add("empty", "");
    sources.add("last", "xyz");
    EXPECT_EQ(sources.source_of(4), first);
    EXPECT_EQ(sources.source_of(5), empty);
    const Position end = sources.position(4);
    EXPECT_EQ(end.source, first);
    EXPECT_EQ(end.line, 2U);
    EXPECT_EQ(end.column, 1U);
    EXPECT_EQ(sources.slice({4, 4}), "");
}

TEST(Source, ColumnsCountCodePoints) {
    SourceMap sources;
    sources.add("before", "1");
    const std::string text = "größe ≥ 4\r\nx";
    const SourceId source = sources.add("wide", text);
    const std::uint32_t base = sources.base(source);
    const auto four = base + static_cast<std::uint32_t>(text.find('4'));
    EXPECT_EQ(sources.position(four).line, 1U);
    EXPECT_EQ(sources.position(four).column, 9U);
    EXPECT_EQ(sources.line_at(four), "größe ≥ 4");
    const auto x = base + static_cast<std::uint32_t>(text.find('x'));
    EXPECT_EQ(sources.position(x).line, 2U);
    EXPECT_EQ(sources.position(x).column, 1U);
    EXPECT_EQ(sources.line_at(x), "x");
}

}  // namespace
}  // namespace warrant
