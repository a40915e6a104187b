// The texts that a run reads, laid end to end in one space of offsets, so that a span of two 32-bit numbers says both
// which text and where in it. Guideline, stdlib and case texts share the space.
#pragma once

#include "dsl/ids.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// Half-open: [begin, end) in the offset space of one SourceMap.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend constexpr bool operator==(Span, Span) = default;
};

// A position as a person counts: lines and columns from 1, columns in code points.
struct Position {
    SourceId source;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Invariant: texts never move or change once added, and their offsets ascend in the order of adding; each text is followed
// by one offset that belongs to it (its end), so that a span at the end of a text still names it.
class SourceMap {
public:
    // Adds a text under the name that diagnostics print. Throws std::length_error when the space of 2^32 offsets is full;
    // readers refuse such texts before (limits.hpp).
    SourceId add(std::string name, std::string text);

    std::string_view name(SourceId source) const;
    std::string_view text(SourceId source) const;
    // The offset at which the text of a source begins.
    std::uint32_t base(SourceId source) const;
    SourceId source_of(std::uint32_t offset) const;
    Position position(std::uint32_t offset) const;
    // The text that a span covers. A span crosses no source.
    std::string_view slice(Span span) const;
    // The whole line (without its end) that holds an offset.
    std::string_view line_at(std::uint32_t offset) const;
    std::size_t size() const { return files_.size(); }

private:
    struct File {
        std::string name;
        std::string text;
        std::uint32_t base = 0;
        std::vector<std::uint32_t> line_starts;  // relative to base
    };
    std::vector<File> files_;
};

}  // namespace warrant
