// Texts: short ascending lists of text numbers, or any text at all.
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

struct TextRange {
    const std::uint32_t* begin = nullptr;
    const std::uint32_t* end = nullptr;
};

TextRange range_of(const TextCell& cell) {
    return {cell.texts.data(), cell.texts.data() + cell.count};
}

bool share(TextRange a, TextRange b) {
    while (a.begin != a.end && b.begin != b.end) {
        if (*a.begin == *b.begin) return true;
        if (*a.begin < *b.begin) {
            ++a.begin;
        } else {
            ++b.begin;
        }
    }
    return false;
}

// Fills a truth step row by row: `decide(row)` gives surely true and surely false.
struct Decision {
    bool yes = false;
    bool no = false;
};
template <typename Decide>
void decide_rows(const Job& job, Decide decide) {
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t yes = 0;
        std::uint64_t no = 0;
        const std::size_t first = job.block.first_row(word);
        for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
            const Decision decision = decide(first + number);
            yes |= std::uint64_t{decision.yes} << number;
            no |= std::uint64_t{decision.no} << number;
        }
        job.out.plane_a[word] = yes;
        job.out.plane_b[word] = no;
    }
    put_truth_errors(job);
}

}  // namespace

TextCell join_texts(const TextCell& a, const TextCell& b) {
    TextCell joined;
    if (a.count == TextCell::any || b.count == TextCell::any) return joined;
    TextRange left = range_of(a);
    TextRange right = range_of(b);
    std::uint32_t count = 0;
    while (left.begin != left.end || right.begin != right.end) {
        if (count == joined.texts.size()) return TextCell{};
        const bool from_left = right.begin == right.end || (left.begin != left.end && *left.begin <= *right.begin);
        const std::uint32_t text = from_left ? *left.begin : *right.begin;
        joined.texts[count++] = text;
        if (left.begin != left.end && *left.begin == text) ++left.begin;
        if (right.begin != right.end && *right.begin == text) ++right.begin;
    }
    joined.count = count;
    return joined;
}

void text_in(const Job& job) {
    const Cell& operand = job.operand(0);
    const TextList& list = job.block.text_lists[job.step.payload];
    const TextRange wanted{job.block.texts + list.begin, job.block.texts + list.begin + list.count};
    decide_rows(job, [&](std::size_t row) {
        if (list.any) return Decision{};
        const TextCell& cell = operand.texts[operand.at(row)];
        if (cell.count == TextCell::any) return Decision{};
        const TextRange texts = range_of(cell);
        return Decision{.yes = std::includes(wanted.begin, wanted.end, texts.begin, texts.end), .no = !share(texts, wanted)};
    });
}

void code_in(const Job& job) {
    const Cell& operand = job.operand(0);
    const CodeMatches& set = job.block.code_matches[job.step.payload];
    decide_rows(job, [&](std::size_t row) {
        const TextCell& cell = operand.texts[operand.at(row)];
        if (cell.count == TextCell::any) return Decision{};
        Decision decision{.yes = true, .no = true};
        for (std::uint32_t index = 0; index < cell.count; ++index) {
            const bool holds = set.holds(cell.texts[index]);
            decision.yes = decision.yes && holds;
            decision.no = decision.no && !holds;
        }
        return decision;
    });
}

void text_equal(const Job& job) {
    const Cell& a = job.operand(0);
    const Cell& b = job.operand(1);
    decide_rows(job, [&](std::size_t row) {
        const TextCell& left = a.texts[a.at(row)];
        const TextCell& right = b.texts[b.at(row)];
        if (left.count == TextCell::any || right.count == TextCell::any) return Decision{};
        const bool common = share(range_of(left), range_of(right));
        return Decision{.yes = common && left.count == 1 && right.count == 1, .no = !common};
    });
}

}  // namespace warrant::kernels
