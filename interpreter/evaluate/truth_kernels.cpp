// Truths: strong Kleene logic on bit planes, 64 rows a word.
#include "interpreter/evaluate/kernels.hpp"

#include <array>
#include <bit>

namespace warrant::kernels {

void all_of(const Job& job) {
    const Cell& first = job.operand(0);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t yes = first.plane_a[word];
        std::uint64_t no = first.plane_b[word];
        for (std::uint32_t number = 1; number < job.step.operand_count; ++number) {
            const Cell& operand = job.operand(number);
            yes &= operand.plane_a[word];
            no |= operand.plane_b[word];
        }
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = no;
    }
    put_truth_errors(job);
}

void any_of(const Job& job) {
    const Cell& first = job.operand(0);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t yes = first.plane_a[word];
        std::uint64_t no = first.plane_b[word];
        for (std::uint32_t number = 1; number < job.step.operand_count; ++number) {
            const Cell& operand = job.operand(number);
            yes |= operand.plane_a[word];
            no &= operand.plane_b[word];
        }
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = no;
    }
    put_truth_errors(job);
}

namespace {

// 64 counters side by side: bit k of every counter in one word. Wide enough for as many operands as a step can have.
struct Counters {
    std::array<std::uint64_t, 33> bits{};
    std::size_t width = 0;  // bits in use

    void add(std::uint64_t ones) {
        std::size_t place = 0;
        for (; ones != 0; ++place) {
            const std::uint64_t carry = bits[place] & ones;
            bits[place] ^= ones;
            ones = carry;
        }
        if (place > width) width = place;
    }
    // The counters that are at least `count`.
    std::uint64_t reach(std::uint32_t count) const {
        if (static_cast<std::size_t>(std::bit_width(count)) > width) return 0;
        std::uint64_t above = 0;
        std::uint64_t same = ~std::uint64_t{0};
        for (std::size_t place = width; place-- > 0;) {
            if ((count >> place & 1) != 0) {
                same &= bits[place];
            } else {
                above |= same & bits[place];
                same &= ~bits[place];
            }
        }
        return above | same;
    }
};

}  // namespace

void at_least(const Job& job) {
    const std::uint32_t needed = job.step.payload;
    for (std::size_t word = 0; word < job.block.words; ++word) {
        Counters certain;
        Counters possible;
        for (std::uint32_t number = 0; number < job.step.operand_count; ++number) {
            const Cell& operand = job.operand(number);
            certain.add(operand.plane_a[word]);
            possible.add(~operand.plane_b[word]);
        }
        const std::uint64_t mask = job.block.mask(word);
        job.out.plane_a[word] = needed == 0 ? mask : certain.reach(needed) & mask;
        job.out.plane_b[word] = needed == 0 ? 0 : ~possible.reach(needed) & mask;
    }
    put_truth_errors(job);
}

void negate(const Job& job) {
    const Cell& operand = job.operand(0);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        job.out.plane_a[word] = operand.plane_b[word];
        job.out.plane_b[word] = operand.plane_a[word];
    }
    put_truth_errors(job);
}

void documented(const Job& job) {
    const Cell& operand = job.operand(0);
    for (std::size_t word = 0; word < job.block.words; ++word) {
        const std::uint64_t yes = operand.plane_a[word];
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = ~yes & ~error_word(operand, word) & job.block.mask(word);
    }
    put_truth_errors(job);
}

}  // namespace warrant::kernels
