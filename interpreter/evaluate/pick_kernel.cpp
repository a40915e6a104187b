// The row of a table: what all rows that may apply allow together, in any layout. A row that surely applies is the only one.
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

// One word of cases: which of them a table row may apply to.
class Rows {
public:
    Rows(const Job& job, std::size_t word) : job_(job), word_(word), mask_(job.block.mask(word)) {
        std::uint64_t some = 0;
        std::uint64_t several = 0;
        for (std::uint32_t row = 0; row < count(); ++row) {
            sure_ |= condition(row).plane_a[word];
            several |= some & ~condition(row).plane_b[word];
            some |= ~condition(row).plane_b[word];
        }
        // Of a well-formed table some row always applies; where none does, nothing is ruled out.
        none_ = ~some & mask_;
        // A key that errs is irrelevant where the others leave one row.
        const std::uint64_t settled = sure_ | (some & ~several);
        for (std::uint32_t row = 0; row < count(); ++row) {
            marks_ |= may_apply(row) & (error_word(value(row), word) | (error_word(condition(row), word) & ~settled));
        }
    }

    std::uint32_t count() const { return job_.step.operand_count / 2; }
    const Cell& value(std::uint32_t row) const { return job_.operand(count() + row); }
    std::uint64_t may_apply(std::uint32_t row) const {
        const Cell& cell = condition(row);
        return ((cell.plane_a[word_] | ~sure_) & ~cell.plane_b[word_]) & mask_;
    }
    std::uint64_t marks() const { return marks_; }
    std::uint64_t none() const { return none_; }

private:
    const Cell& condition(std::uint32_t row) const { return job_.operand(row); }

    const Job& job_;
    std::size_t word_;
    std::uint64_t mask_;
    std::uint64_t sure_ = 0;
    std::uint64_t none_ = 0;
    std::uint64_t marks_ = 0;
};

void pick_truths(const Job& job, std::size_t word, const Rows& rows) {
    std::uint64_t can_be_true = rows.none();
    std::uint64_t can_be_false = rows.none();
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
        can_be_true |= rows.may_apply(row) & ~rows.value(row).plane_b[word];
        can_be_false |= rows.may_apply(row) & ~rows.value(row).plane_a[word];
    }
    const std::uint64_t mask = job.block.mask(word);
    job.out.plane_a[word] = ~can_be_false & mask;
    job.out.plane_b[word] = ~can_be_true & mask;
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks() & can_be_true & can_be_false;
}

void pick_ordered(const Job& job, std::size_t word, const Rows& rows) {
    const std::size_t first = job.block.first_row(word);
    const std::size_t last = first + job.block.rows_in(word);
    std::fill(job.out.low + first, job.out.low + last, unbounded_high);
    std::fill(job.out.high + first, job.out.high + last, unbounded_low);
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
        const Cell& value = rows.value(row);
        for (std::uint64_t cases = rows.may_apply(row); cases != 0; cases &= cases - 1) {
            const std::size_t at = first + static_cast<std::size_t>(__builtin_ctzll(cases));
            job.out.low[at] = std::min(job.out.low[at], value.low[value.at(at)]);
            job.out.high[at] = std::max(job.out.high[at], value.high[value.at(at)]);
        }
    }
    for (std::uint64_t cases = rows.none(); cases != 0; cases &= cases - 1) {
        const std::size_t at = first + static_cast<std::size_t>(__builtin_ctzll(cases));
        job.out.low[at] = unbounded_low;
        job.out.high[at] = unbounded_high;
    }
    put_ordered_errors(job, word, rows.marks());
}

void pick_choices(const Job& job, std::size_t word, const Rows& rows) {
    for (std::size_t option = 0; option < job.own.options; ++option) {
        std::uint64_t possible = rows.none() | rows.marks();
        for (std::uint32_t row = 0; row < rows.count(); ++row)
            possible |= rows.may_apply(row) & rows.value(row).possible(option)[word];
        job.out.plane_a[option * job.own.stride + word] = possible;
    }
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks();
}

void pick_texts(const Job& job, std::size_t word, const Rows& rows) {
    const std::size_t first = job.block.first_row(word);
    std::uint64_t begun = rows.none() | rows.marks();
    for (std::uint64_t cases = begun; cases != 0; cases &= cases - 1)
        job.out.texts[first + static_cast<std::size_t>(__builtin_ctzll(cases))] = TextCell{};
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
        const Cell& value = rows.value(row);
        for (std::uint64_t cases = rows.may_apply(row) & ~rows.marks(); cases != 0; cases &= cases - 1) {
            const std::size_t at = first + static_cast<std::size_t>(__builtin_ctzll(cases));
            const bool more = (begun >> (at - first) & 1) != 0;
            const TextCell& texts = value.texts[value.at(at)];
            job.out.texts[at] = more ? join_texts(job.out.texts[at], texts) : texts;
        }
        begun |= rows.may_apply(row);
    }
    if (job.out.errors != nullptr) job.out.errors[word] = rows.marks();
}

}  // namespace

void pick(const Job& job) {
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const Rows rows(job, word);
        switch (job.own.layout) {
            case Layout::truth:
                pick_truths(job, word, rows);
                break;
            case Layout::ordered:
                pick_ordered(job, word, rows);
                break;
            case Layout::choice:
                pick_choices(job, word, rows);
                break;
            case Layout::text:
                pick_texts(job, word, rows);
                break;
        }
    }
}

}  // namespace warrant::kernels
