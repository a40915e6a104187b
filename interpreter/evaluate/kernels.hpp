// The kernels: one function for each family of opcodes, computing one step for one block from its operands' cells. Private to
// evaluate/. They allocate nothing, know nothing of facts or guidelines, and trust the plan (verify() is what distrusts it).
#pragma once

#include "interpreter/evaluate/cell.hpp"
#include "interpreter/plan/plan.hpp"

namespace warrant::kernels {

// The bits of a block's rows in one word.
inline std::uint64_t rows_mask(std::size_t rows, std::size_t word) {
    return word + 1 == words_for(rows) && rows % 64 != 0 ? (std::uint64_t{1} << rows % 64) - 1 : ~std::uint64_t{0};
}

// What all steps of one row space share in one evaluation.
struct Block {
    const Plan& plan;
    std::size_t rows = 0;
    std::size_t words = 0;
    const Cell* cells = nullptr;
    const Store* stores = nullptr;
    const std::uint64_t* const* absent = nullptr;  // by slot
    const TextList* text_lists = nullptr;          // by constant
    const std::uint32_t* texts = nullptr;          // what they list, ascending in each list
    const ListRows* lists = nullptr;               // by list
    const CodeMatches* code_matches = nullptr;     // by set of codes

    std::uint64_t mask(std::size_t word) const { return rows_mask(rows, word); }
    static std::size_t first_row(std::size_t word) { return word * 64; }
    std::size_t rows_in(std::size_t word) const { return word + 1 == words ? rows - word * 64 : 64; }
};

// One step of a block.
struct Job {
    const Block& block;
    const Step& step;
    const Cell& own;
    const Store& out;

    const Cell& operand(std::uint32_t number) const { return block.cells[block.plan.operand(step, number).index]; }
    // The list that the step reads from the case, or makes a value of the case from.
    const ListRows& list() const {
        const RowSpace space = step.space == case_rows ? block.plan.list_under(step) : step.space;
        return block.lists[space.index - 1];
    }
    const Scale& scale() const { return block.plan.scales[step.payload]; }
};

inline std::uint64_t error_word(const Cell& cell, std::size_t word) {
    return cell.errors == nullptr ? 0 : cell.errors[word];
}

// Operands' marks together, in one word.
inline std::uint64_t gather_errors(const Job& job, std::size_t word) {
    std::uint64_t marks = 0;
    for (std::uint32_t number = 0; number < job.step.operand_count; ++number) marks |= error_word(job.operand(number), word);
    return marks;
}
// A truth step's mark: that of its operands, where the step is undecided in spite of it.
inline void put_truth_errors(const Job& job) {
    if (job.out.errors == nullptr) return;
    for (std::size_t word = 0; word < job.block.words; ++word) {
        job.out.errors[word] = gather_errors(job, word) & ~job.out.plane_a[word] & ~job.out.plane_b[word];
    }
}
// An ordered step's mark; where it is set the step's value is all values.
inline void put_ordered_errors(const Job& job, std::size_t word, std::uint64_t marks) {
    if (job.out.errors == nullptr) return;
    job.out.errors[word] = marks;
    for (; marks != 0; marks &= marks - 1) {
        const std::size_t row = job.block.first_row(word) + static_cast<std::size_t>(__builtin_ctzll(marks));
        job.out.low[row] = unbounded_low;
        job.out.high[row] = unbounded_high;
    }
}

// evaluate.cpp: the kernel of the step's opcode. Not for constants and facts, which are not computed.
void run(const Job& job);

// truth_kernels.cpp
void all_of(const Job& job);
void any_of(const Job& job);
void at_least(const Job& job);
void negate(const Job& job);
void documented(const Job& job);
// select_kernels.cpp
void choose(const Job& job);
void assume(const Job& job);
void known(const Job& job);
// pick_kernel.cpp
void pick(const Job& job);
// indexed_kernels.cpp
void indexed(const Job& job);
// compare_kernels.cpp
void compare(const Job& job);
// arithmetic_kernels.cpp
void sum(const Job& job);  // add, subtract
void minus(const Job& job);
void extreme(const Job& job);  // least, greatest
// product_kernels.cpp
void product(const Job& job);  // multiply, divide, convert, round_up
// date_kernels.cpp
void shift_date(const Job& job);     // add_days, add_months
void between_dates(const Job& job);  // days_between, months_between, years_between
// choice_kernels.cpp
void choice_in(const Job& job);
void choice_equal(const Job& job);
void choice_before(const Job& job);  // choice_less, choice_less_equal
// list_kernels.cpp
void broadcast(const Job& job);
void some_in(const Job& job);
void every_in(const Job& job);
void count_in(const Job& job);
// aggregate_kernels.cpp
void sum_in(const Job& job);
void extreme_in(const Job& job);  // least_in, greatest_in
void latest_in(const Job& job);
// text_kernels.cpp
void text_in(const Job& job);
void text_equal(const Job& job);
void code_in(const Job& job);
TextCell join_texts(const TextCell& a, const TextCell& b);

}  // namespace warrant::kernels
