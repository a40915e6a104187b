// Sums, differences, negatives and extremes of ranges, end by end.
#include "interpreter/evaluate/interval.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

struct Add {
    Scale scale;
    Ends operator()(std::int64_t a_low, std::int64_t a_high, std::int64_t b_low, std::int64_t b_high) const {
        return finish_sum(add_ends(widen(a_low, scale.left), widen(b_low, scale.right), -infinite),
                          add_ends(widen(a_high, scale.left), widen(b_high, scale.right), infinite));
    }
};
struct Subtract {
    Scale scale;
    Ends operator()(std::int64_t a_low, std::int64_t a_high, std::int64_t b_low, std::int64_t b_high) const {
        return finish_sum(add_ends(widen(a_low, scale.left), -widen(b_high, scale.right), -infinite),
                          add_ends(widen(a_high, scale.left), -widen(b_low, scale.right), infinite));
    }
};

template <typename Pick>
void pick_ends(const Job& job, Pick pick) {
    const Cell& first = job.operand(0);
    for (std::size_t row = 0; row < job.block.rows; ++row) {
        job.out.low[row] = first.low[first.at(row)];
        job.out.high[row] = first.high[first.at(row)];
    }
    for (std::uint32_t number = 1; number < job.step.operand_count; ++number) {
        const Cell& operand = job.operand(number);
        for (std::size_t row = 0; row < job.block.rows; ++row) {
            const std::size_t at = operand.at(row);
            job.out.low[row] = pick(job.out.low[row], operand.low[at]);
            job.out.high[row] = pick(job.out.high[row], operand.high[at]);
        }
    }
    for (std::uint32_t number = 0; number < job.step.operand_count; ++number) {
        const Cell& operand = job.operand(number);
        for (std::size_t row = 0; operand.errors != nullptr && row < job.block.rows; ++row) {
            if (!may_be_an_error(operand, operand.low[operand.at(row)], operand.high[operand.at(row)])) continue;
            job.out.low[row] = unbounded_low;
            job.out.high[row] = unbounded_high;
        }
    }
    for (std::size_t word = 0; word < job.block.words; ++word) put_ordered_errors(job, word, gather_errors(job, word));
}

}  // namespace

void sum(const Job& job) {
    const Cell& a = job.operand(0);
    const Cell& b = job.operand(1);
    if (job.step.op == Op::add) return for_rows(job, a, b, Add{job.scale()});
    for_rows(job, a, b, Subtract{job.scale()});
}

void minus(const Job& job) {
    const Cell& operand = job.operand(0);
    for_rows(job, operand, operand, [](std::int64_t low, std::int64_t high, std::int64_t, std::int64_t) {
        // Values are symmetric around 0 (smallest_value is -largest_value), so nothing overflows.
        if (is_no_limit(low)) return every_value;
        return Ends{.low = high == unbounded_high ? unbounded_low : -high,
                    .high = low == unbounded_low ? unbounded_high : -low,
                    .error = false};
    });
}

void extreme(const Job& job) {
    if (job.step.op == Op::least) return pick_ends(job, [](std::int64_t a, std::int64_t b) { return std::min(a, b); });
    pick_ends(job, [](std::int64_t a, std::int64_t b) { return std::max(a, b); });
}

}  // namespace warrant::kernels
