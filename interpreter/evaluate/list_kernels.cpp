// Between the rows of the cases and the rows of a list: a value of the case for every element, and truths of the elements as
// one truth or number of the case.
#include "interpreter/evaluate/kernels.hpp"
#include "interpreter/value/decimal.hpp"

#include <algorithm>
#include <utility>

namespace warrant::kernels {

namespace {

// Calls `copy(row of the case, row of the element)` for every element.
template <typename Copy>
void for_elements(const ListRows& list, std::size_t elements, Copy copy) {
    for (std::size_t row = 0, element = 0; element < elements; ++row) {
        for (const std::size_t end = list.end(row); element < end; ++element) copy(row, element);
    }
}

void spread_plane(const Job& job, const std::uint64_t* from, std::uint64_t* to) {
    std::fill_n(to, job.block.words, std::uint64_t{0});
    for_elements(job.list(), job.block.rows, [&](std::size_t row, std::size_t element) {
        to[element / 64] |= std::uint64_t{bit(from, row)} << element % 64;
    });
}

}  // namespace

void broadcast(const Job& job) {
    const Cell& operand = job.operand(0);
    switch (job.own.layout) {
        case Layout::truth:
            spread_plane(job, operand.plane_a, job.out.plane_a);
            spread_plane(job, operand.plane_b, job.out.plane_b);
            break;
        case Layout::ordered:
            for_elements(job.list(), job.block.rows, [&](std::size_t row, std::size_t element) {
                job.out.low[element] = operand.low[operand.at(row)];
                job.out.high[element] = operand.high[operand.at(row)];
            });
            break;
        case Layout::choice:
            for (std::size_t option = 0; option < job.own.options; ++option) {
                spread_plane(job, operand.possible(option), job.out.plane_a + option * job.own.stride);
            }
            break;
        case Layout::text:
            for_elements(job.list(), job.block.rows, [&](std::size_t row, std::size_t element) {
                job.out.texts[element] = operand.texts[operand.at(row)];
            });
            break;
    }
    if (operand.errors != nullptr) spread_plane(job, operand.errors, job.out.errors);
}

namespace {

// How many elements of one case are surely so, how many surely not, and whether one of them is an error.
struct Tally {
    std::size_t sure = 0;
    std::size_t sure_not = 0;
    std::size_t elements = 0;
    bool marked = false;
};

Tally tally(const Cell& truths, const ListRows& list, std::size_t row) {
    Tally counts;
    const std::size_t end = list.end(row);
    counts.elements = end - list.begin(row);
    for (std::size_t element = list.begin(row); element < end; ++element) {
        counts.sure += bit(truths.plane_a, element) ? 1 : 0;
        counts.sure_not += bit(truths.plane_b, element) ? 1 : 0;
        counts.marked = counts.marked || (truths.errors != nullptr && bit(truths.errors, element));
    }
    return counts;
}

// One truth for each case; `decide(tally, open) -> {surely true, surely false}`.
template <typename Decide>
void decide_rows(const Job& job, Decide decide) {
    const Cell& truths = job.operand(0);
    const ListRows& list = job.list();
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t yes = 0, no = 0, marks = 0;
        for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
            const std::size_t row = job.block.first_row(word) + number;
            const Tally counts = tally(truths, list, row);
            const auto [surely, surely_not] = decide(counts, list.is_open(row));
            yes |= std::uint64_t{surely} << number;
            no |= std::uint64_t{surely_not} << number;
            marks |= std::uint64_t{counts.marked} << number;
        }
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = no;
        if (job.out.errors != nullptr) job.out.errors[word] = marks & ~yes & ~no;
    }
}

}  // namespace

void some_in(const Job& job) {
    decide_rows(job, [](const Tally& counts, bool open) {
        return std::pair{counts.sure > 0, !open && counts.sure_not == counts.elements};
    });
}

void every_in(const Job& job) {
    decide_rows(job, [](const Tally& counts, bool open) {
        return std::pair{!open && counts.sure == counts.elements, counts.sure_not > 0};
    });
}

void count_in(const Job& job) {
    const Cell& truths = job.operand(0);
    const ListRows& list = job.list();
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t marks = 0;
        for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
            const std::size_t row = job.block.first_row(word) + number;
            const Tally counts = tally(truths, list, row);
            const auto most = static_cast<std::int64_t>(counts.elements - counts.sure_not);
            job.out.low[row] = static_cast<std::int64_t>(counts.sure) * micro_per_unit;
            job.out.high[row] = list.is_open(row) ? unbounded_high : most * micro_per_unit;
            marks |= std::uint64_t{counts.marked} << number;
        }
        put_ordered_errors(job, word, marks);
    }
}

}  // namespace warrant::kernels
