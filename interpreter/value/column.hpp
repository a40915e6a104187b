// The values of one thing for a block of cases, laid out for the evaluator: truths as bit planes, ordered values as two
// arrays, choices as one bit plane per value, texts as short lists of interned texts.
#pragma once

#include "interpreter/value/set.hpp"
#include "interpreter/value/type.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace warrant {

constexpr std::size_t words_for(std::size_t rows) {
    return (rows + 63) / 64;
}

// Up to limits::max_text_values interned texts, ascending; count `any` stands for every text.
struct TextCell {
    static constexpr std::uint32_t any = UINT32_MAX;

    std::uint32_t count = any;
    std::array<std::uint32_t, 8> texts{};
};

// Invariant: a text has one number, and numbers are handed out in the order of first sight.
class TextPool {
public:
    std::uint32_t intern(std::string_view text);
    // Empty: a text that nothing interned.
    std::optional<std::uint32_t> find(const std::string& text) const;
    const std::string& text(std::uint32_t number) const { return texts_[number]; }
    std::size_t size() const { return texts_.size(); }

private:
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Planes are `words_for(rows)` words each, row r at bit r%64 of word r/64; bits past the last row are 0.
struct Column {
    Layout layout = Layout::truth;
    std::size_t rows = 0;
    std::size_t options = 0;            // choice: number of values of the type
    std::vector<std::uint64_t> planes;  // truth: surely true, then surely false; choice: one plane per value (1: possible)
    std::vector<std::int64_t> low;      // ordered
    std::vector<std::int64_t> high;     // ordered
    std::vector<TextCell> texts;        // text

    const std::uint64_t* plane(std::size_t number) const { return planes.data() + number * words_for(rows); }
    std::uint64_t* plane(std::size_t number) { return planes.data() + number * words_for(rows); }
};

// A column of `rows` cells that allow every value.
Column make_column(Layout layout, std::size_t rows, std::size_t options);
void set_cell(Column& column, std::size_t row, const ValueSet& value, TextPool& pool);
ValueSet cell(const Column& column, std::size_t row, const TextPool& pool);
TextSet text_set(const TextCell& cell, const TextPool& pool);

inline bool bit(const std::uint64_t* plane, std::size_t row) {
    return (plane[row / 64] >> (row % 64) & 1) != 0;
}

}  // namespace warrant
