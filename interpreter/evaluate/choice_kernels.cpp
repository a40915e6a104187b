// Choices: one plane for each value of the type, 64 rows a word. A value that comes earlier in the type is less.
#include "interpreter/evaluate/kernels.hpp"
#include "interpreter/value/set.hpp"

namespace warrant::kernels {

void choice_in(const Job& job) {
    const Cell& operand = job.operand(0);
    const auto& wanted = std::get<ChoiceSet>(job.block.plan.constants[job.step.payload]);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t inside = 0;
        std::uint64_t outside = 0;
        for (std::size_t option = 0; option < operand.options; ++option) {
            (contains(wanted, option) ? inside : outside) |= operand.possible(option)[word];
        }
        job.out.plane_a[word] = ~outside & job.block.mask(word);
        job.out.plane_b[word] = ~inside & job.block.mask(word);
    }
    put_truth_errors(job);
}

namespace {

// Rows in which each side allows one value or several, and in which they share one.
struct Shared {
    std::uint64_t some_a = 0, several_a = 0;
    std::uint64_t some_b = 0, several_b = 0;
    std::uint64_t common = 0;
};

Shared shared_values(const Cell& a, const Cell& b, std::size_t word) {
    Shared rows;
    for (std::size_t option = 0; option < a.options; ++option) {
        const std::uint64_t x = a.possible(option)[word];
        const std::uint64_t y = b.possible(option)[word];
        rows.several_a |= rows.some_a & x;
        rows.some_a |= x;
        rows.several_b |= rows.some_b & y;
        rows.some_b |= y;
        rows.common |= x & y;
    }
    return rows;
}

}  // namespace

void choice_equal(const Job& job) {
    const Cell& a = job.operand(0);
    const Cell& b = job.operand(1);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const Shared rows = shared_values(a, b, word);
        job.out.plane_a[word] = rows.common & ~rows.several_a & ~rows.several_b;
        job.out.plane_b[word] = ~rows.common & job.block.mask(word);
    }
    put_truth_errors(job);
}

void choice_before(const Job& job) {
    const Cell& a = job.operand(0);
    const Cell& b = job.operand(1);
    const bool or_same = job.step.op == Op::choice_less_equal;
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t seen_a = 0, seen_b = 0;  // the side allows an earlier value
        std::uint64_t after = 0;               // some value of a comes after some of b
        std::uint64_t before = 0;              // some value of a comes before some of b
        std::uint64_t same = 0;
        for (std::size_t option = 0; option < a.options; ++option) {
            const std::uint64_t x = a.possible(option)[word];
            const std::uint64_t y = b.possible(option)[word];
            after |= x & seen_b;
            before |= y & seen_a;
            same |= x & y;
            seen_a |= x;
            seen_b |= y;
        }
        const std::uint64_t against = or_same ? after : after | same;
        const std::uint64_t in_favour = or_same ? before | same : before;
        job.out.plane_a[word] = ~against & job.block.mask(word);
        job.out.plane_b[word] = ~in_favour & job.block.mask(word);
    }
    put_truth_errors(job);
}

}  // namespace warrant::kernels
