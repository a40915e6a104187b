// One of several values, by a choice: what the values allow that stand for what the choice may be.
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

// One word of rows: for which of them the choice may be each of its values.
struct Ways {
    const Job& job;
    std::size_t word;

    std::uint32_t count() const { return job.step.operand_count - 1; }
    const Cell& value(std::uint32_t way) const { return job.operand(way + 1); }
    std::uint64_t open(std::uint32_t way) const { return job.operand(0).possible(way)[word] & job.block.mask(word); }
    std::uint64_t marks() const {
        std::uint64_t rows = error_word(job.operand(0), word);
        for (std::uint32_t way = 0; way < count(); ++way) rows |= open(way) & error_word(value(way), word);
        return rows;
    }
};

void join_truths(const Ways& ways) {
    std::uint64_t can_be_true = 0;
    std::uint64_t can_be_false = 0;
    for (std::uint32_t way = 0; way < ways.count(); ++way) {
        can_be_true |= ways.open(way) & ~ways.value(way).plane_b[ways.word];
        can_be_false |= ways.open(way) & ~ways.value(way).plane_a[ways.word];
    }
    const Store& out = ways.job.out;
    out.plane_a[ways.word] = can_be_true & ~can_be_false;
    out.plane_b[ways.word] = can_be_false & ~can_be_true;
    if (out.errors != nullptr) out.errors[ways.word] = ways.marks() & ~out.plane_a[ways.word] & ~out.plane_b[ways.word];
}

void join_choices(const Ways& ways) {
    const std::uint64_t marks = ways.marks();
    for (std::size_t option = 0; option < ways.job.own.options; ++option) {
        std::uint64_t possible = marks;
        for (std::uint32_t way = 0; way < ways.count(); ++way) {
            possible |= ways.open(way) & ways.value(way).possible(option)[ways.word];
        }
        ways.job.out.plane_a[option * ways.job.own.stride + ways.word] = possible;
    }
    if (ways.job.out.errors != nullptr) ways.job.out.errors[ways.word] = marks;
}

void join_ordered(const Ways& ways) {
    const Job& job = ways.job;
    const std::size_t first = job.block.first_row(ways.word);
    std::fill_n(job.out.low + first, job.block.rows_in(ways.word), unbounded_high);
    std::fill_n(job.out.high + first, job.block.rows_in(ways.word), unbounded_low);
    for (std::uint32_t way = 0; way < ways.count(); ++way) {
        const Cell& value = ways.value(way);
        for (std::uint64_t rows = ways.open(way); rows != 0; rows &= rows - 1) {
            const std::size_t row = first + static_cast<std::size_t>(__builtin_ctzll(rows));
            job.out.low[row] = std::min(job.out.low[row], value.low[value.at(row)]);
            job.out.high[row] = std::max(job.out.high[row], value.high[value.at(row)]);
        }
    }
    put_ordered_errors(job, ways.word, ways.marks());
}

void join_lists_of_texts(const Ways& ways) {
    const Job& job = ways.job;
    const std::size_t first = job.block.first_row(ways.word);
    const std::uint64_t marks = ways.marks();
    for (std::size_t number = 0; number < job.block.rows_in(ways.word); ++number) {
        TextCell& cell = job.out.texts[first + number];
        cell = TextCell{};
        if ((marks >> number & 1) == 0) cell.count = 0;
    }
    for (std::uint32_t way = 0; way < ways.count(); ++way) {
        const Cell& value = ways.value(way);
        for (std::uint64_t rows = ways.open(way) & ~marks; rows != 0; rows &= rows - 1) {
            const std::size_t row = first + static_cast<std::size_t>(__builtin_ctzll(rows));
            job.out.texts[row] = join_texts(job.out.texts[row], value.texts[value.at(row)]);
        }
    }
    if (job.out.errors != nullptr) job.out.errors[ways.word] = marks;
}

}  // namespace

void indexed(const Job& job) {
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const Ways ways{.job = job, .word = word};
        switch (job.own.layout) {
            case Layout::truth:
                join_truths(ways);
                break;
            case Layout::ordered:
                join_ordered(ways);
                break;
            case Layout::choice:
                join_choices(ways);
                break;
            case Layout::text:
                join_lists_of_texts(ways);
                break;
        }
    }
}

}  // namespace warrant::kernels
