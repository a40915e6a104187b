// Where the values of one step lie, for reading and for writing. Rows of a plane beyond the block are 0.
#pragma once

#include "interpreter/value/column.hpp"

#include <cstddef>
#include <cstdint>

namespace warrant {

namespace kernels {
struct Block;
}

struct Cell {
    Layout layout = Layout::truth;
    std::uint32_t space = 0;  // the row space of the step
    // The same value for all rows. Its arrays are filled all the same; kernels read only their first element.
    bool broadcast = false;
    std::size_t options = 0;                 // choice: number of values of the type
    std::size_t stride = 0;                  // choice: words from one value's plane to the next
    const std::uint64_t* plane_a = nullptr;  // truth: surely true; choice: the first value's plane
    const std::uint64_t* plane_b = nullptr;  // truth: surely false
    const std::uint64_t* errors = nullptr;   // null: cannot err
    const std::int64_t* low = nullptr;
    const std::int64_t* high = nullptr;
    const TextCell* texts = nullptr;

    const std::uint64_t* possible(std::size_t value) const { return plane_a + value * stride; }
    std::size_t at(std::size_t row) const { return broadcast ? 0 : row; }
};

// The same places, for the kernel that computes the step. For a fact step they hold a masked copy where one is needed.
struct Store {
    std::uint64_t* plane_a = nullptr;
    std::uint64_t* plane_b = nullptr;
    std::uint64_t* errors = nullptr;
    std::int64_t* low = nullptr;
    std::int64_t* high = nullptr;
    TextCell* texts = nullptr;
};

// Where the elements of one list lie among the rows of its space, for each case of the block.
struct ListRows {
    const std::uint32_t* offsets = nullptr;  // of the block's first case and those after it, in the columns
    const std::uint64_t* open = nullptr;     // cases whose list may hold more; null: none

    std::size_t begin(std::size_t row) const { return offsets[row] - offsets[0]; }
    std::size_t end(std::size_t row) const { return offsets[row + 1] - offsets[0]; }
    bool is_open(std::size_t row) const { return open != nullptr && bit(open, row); }
};

// The texts of one constant: a stretch of a list of text numbers.
struct TextList {
    bool any = true;
    std::size_t begin = 0;
    std::size_t count = 0;
};

// Marks the number of a constant's text that no fact has.
inline constexpr std::uint32_t not_in_pool = std::uint32_t{1} << 31;

// Which texts a set of codes holds: a bit for each text of the facts' pool, and one for each of the plan's constants.
struct CodeMatches {
    const std::uint64_t* facts = nullptr;
    const std::uint64_t* constants = nullptr;

    bool holds(std::uint32_t text) const {
        const std::uint64_t* bits = (text & not_in_pool) != 0 ? constants : facts;
        const std::uint32_t number = text & ~not_in_pool;
        return (bits[number / 64] >> number % 64 & 1) != 0;
    }
};

}  // namespace warrant
