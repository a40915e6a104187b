// Steps over any layout: the branch of an `if`, an assumption in place of a fact, and whether one value is left.
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

// Which rows take the first operand's value only, the second's only, or what either allows.
struct Selection {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint64_t either = 0;
    std::uint64_t marks = 0;
};

void select_truths(const Job& job, std::size_t word, const Selection& rows, const Cell& a, const Cell& b) {
    const auto pick = [&](std::uint64_t x, std::uint64_t y) {
        return (rows.first & x) | (rows.second & y) | (rows.either & x & y);
    };
    const std::uint64_t yes = pick(a.plane_a[word], b.plane_a[word]);
    const std::uint64_t no = pick(a.plane_b[word], b.plane_b[word]);
    job.out.plane_a[word] = yes;
    job.out.plane_b[word] = no;
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks & ~yes & ~no;
}

void select_ordered(const Job& job, std::size_t word, const Selection& rows, const Cell& a, const Cell& b) {
    const std::size_t first = job.block.first_row(word);
    for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
        const std::size_t row = first + number;
        const std::size_t at_a = a.at(row);
        const std::size_t at_b = b.at(row);
        const bool take_a = (rows.first >> number & 1) != 0;
        const bool take_b = (rows.second >> number & 1) != 0;
        const std::int64_t low = std::min(a.low[at_a], b.low[at_b]);
        const std::int64_t high = std::max(a.high[at_a], b.high[at_b]);
        job.out.low[row] = take_a ? a.low[at_a] : take_b ? b.low[at_b] : low;
        job.out.high[row] = take_a ? a.high[at_a] : take_b ? b.high[at_b] : high;
    }
    put_ordered_errors(job, word, rows.marks);
}

void select_choices(const Job& job, std::size_t word, const Selection& rows, const Cell& a, const Cell& b) {
    for (std::size_t option = 0; option < job.own.options; ++option) {
        const std::uint64_t x = a.possible(option)[word];
        const std::uint64_t y = b.possible(option)[word];
        job.out.plane_a[option * job.own.stride + word] =
            (rows.first & x) | (rows.second & y) | (rows.either & (x | y)) | rows.marks;
    }
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks;
}

void select_texts(const Job& job, std::size_t word, const Selection& rows, const Cell& a, const Cell& b) {
    const std::size_t first = job.block.first_row(word);
    for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
        const std::size_t row = first + number;
        const std::uint64_t one = std::uint64_t{1} << number;
        const TextCell& x = a.texts[a.at(row)];
        const TextCell& y = b.texts[b.at(row)];
        job.out.texts[row] = (rows.marks & one) != 0    ? TextCell{}
                             : (rows.first & one) != 0  ? x
                             : (rows.second & one) != 0 ? y
                                                        : join_texts(x, y);
    }
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks;
}

// Fills the step from two operands, with `rows_of(word)` saying which rows take which.
template <typename RowsOf>
void select(const Job& job, const Cell& a, const Cell& b, RowsOf rows_of) {
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const Selection rows = rows_of(word);
        switch (job.own.layout) {
            case Layout::truth:
                select_truths(job, word, rows, a, b);
                break;
            case Layout::ordered:
                select_ordered(job, word, rows, a, b);
                break;
            case Layout::choice:
                select_choices(job, word, rows, a, b);
                break;
            case Layout::text:
                select_texts(job, word, rows, a, b);
                break;
        }
    }
}

}  // namespace

void choose(const Job& job) {
    const Cell& condition = job.operand(0);
    const Cell& then = job.operand(1);
    const Cell& otherwise = job.operand(2);
    select(job, then, otherwise, [&](std::size_t word) {
        Selection rows;
        rows.first = condition.plane_a[word];
        rows.second = condition.plane_b[word];
        rows.either = ~rows.first & ~rows.second & job.block.mask(word);
        const std::uint64_t of_then = error_word(then, word);
        const std::uint64_t of_otherwise = error_word(otherwise, word);
        rows.marks = (rows.first & of_then) | (rows.second & of_otherwise) |
                     (rows.either & (error_word(condition, word) | of_then | of_otherwise));
        return rows;
    });
}

void assume(const Job& job) {
    const std::uint64_t* absent = job.block.absent[job.step.payload];
    select(job, job.operand(1), job.operand(0), [&](std::size_t word) {
        Selection rows;
        rows.first = absent == nullptr ? 0 : absent[word] & job.block.mask(word);
        rows.second = ~rows.first & job.block.mask(word);
        return rows;
    });
}

namespace {

std::uint64_t known_rows(const Job& job, const Cell& cell, std::size_t word) {
    const std::size_t first = job.block.first_row(word);
    std::uint64_t single = 0;
    switch (cell.layout) {
        case Layout::truth:
            return cell.plane_a[word] | cell.plane_b[word];
        case Layout::ordered:
            for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
                const std::size_t at = cell.at(first + number);
                single |= std::uint64_t{cell.low[at] == cell.high[at]} << number;
            }
            return single;
        case Layout::choice: {
            std::uint64_t some = 0;
            std::uint64_t several = 0;
            for (std::size_t option = 0; option < cell.options; ++option) {
                const std::uint64_t possible = cell.possible(option)[word];
                several |= some & possible;
                some |= possible;
            }
            return some & ~several;
        }
        case Layout::text:
            for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
                single |= std::uint64_t{cell.texts[cell.at(first + number)].count == 1} << number;
            }
            return single;
    }
    return single;
}

}  // namespace

void known(const Job& job) {
    const Cell& operand = job.operand(0);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const std::uint64_t marks = error_word(operand, word);
        const std::uint64_t yes = known_rows(job, operand, word) & ~marks;
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = ~yes & ~marks & job.block.mask(word);
        if (job.out.errors != nullptr) job.out.errors[word] = marks;
    }
}

}  // namespace warrant::kernels
