// Draws every fact once and writes it in both forms.
#include "tests/bench/cases.hpp"

#include "interpreter/value/date.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace warrant::bench {

namespace {

// Invariant: the same seed gives the same cases on every machine.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : random_(seed) {}
    std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit)); }

private:
    std::mt19937_64 random_;
};

// Ninety in a hundred are in favour.
Byte draw_truth(Draws& draws, bool favourable) {
    const std::int64_t which = draws.below(100);
    if (which < 90) return favourable ? yes : no;
    if (which < 94) return favourable ? no : yes;
    return unclear;
}

OrderedSet draw_range(Draws& draws, std::int64_t least, std::int64_t most, std::int64_t grid) {
    if (draws.below(12) == 0) return {0, unbounded_high};
    const std::int64_t low = least + draws.below(most - least + 1);
    const std::int64_t high = draws.below(4) == 0 ? low + draws.below(3) : low;
    return {low * grid, high * grid};
}

OrderedSet draw_days(Draws& draws, CivilDate from, std::int64_t span) {
    if (draws.below(15) == 0) return {};
    const std::int64_t low = day_of(from) + draws.below(span);
    return {low, draws.below(4) == 0 ? low + draws.below(31) : low};
}

ChoiceSet choices_of(Byte mask) {
    ChoiceSet set;
    set.words.assign(1, mask);
    return set;
}

TruthSet truth_of(Byte value) {
    return {.can_be_true = value != no, .can_be_false = value != yes};
}

}  // namespace

Cases draw_cases(const Plan& plan, const Vocabulary& vocabulary, std::size_t rows, std::uint64_t seed) {
    Draws draws(seed);
    Cases cases;
    cases.facts.rows = rows;
    cases.bytes.resize(rows);
    for (const FactSlot& slot : plan.slots) {
        const std::string& path = vocabulary.fact(slot.fact).path;
        const std::size_t options =
            slot.type.kind == TypeKind::choice ? vocabulary.choice_type(slot.type.choice).values.size() : 0;
        Column column = make_column(layout_of(slot.type.kind), rows, options);
        std::vector<std::uint64_t> absent(words_for(rows), 0);
        for (std::size_t row = 0; row < rows; ++row) {
            ValueSet value;
            if (std::vector<Byte>* truths = cases.bytes.truths(path); truths != nullptr) {
                const bool favourable = path != "therapy.further_benefit_likely" && path != "surgery.clearly_warranted" &&
                                        path != "history.same_or_similar_program";
                (*truths)[row] = draw_truth(draws, favourable);
                value = truth_of((*truths)[row]);
            } else if (path == "job.demand") {
                const Byte mask =
                    draws.below(4) == 0 ? static_cast<Byte>(1 + draws.below(31)) : static_cast<Byte>(4 << draws.below(3));
                cases.bytes.demand[row] = mask;
                value = choices_of(mask);
            } else if (ByteColumns::Range* range = cases.bytes.range(path); range != nullptr) {
                OrderedSet set;
                if (path == "recovery.tolerance") set = draw_range(draws, 3, 8, micro_per_unit);
                if (path == "recovery.attendance") set = draw_range(draws, 2, 5, micro_per_unit);
                if (path == "request.duration") set = draw_range(draws, 7, 35, micro_per_unit);
                if (path == "program.completed") set = draw_range(draws, 0, 3, micro_per_unit);
                if (path == "request.date") set = draw_days(draws, {2014, 6, 1}, 400);
                if (path == "injury.date") set = draw_days(draws, {2012, 9, 1}, 800);
                range->low[row] = set.low;
                range->high[row] = set.high;
                value = set;
            } else {
                std::fprintf(stderr, "the hand-written function does not know the fact %s\n", path.c_str());
                std::abort();
            }
            if (path == "program.completed" && draws.below(2) == 0) {
                cases.bytes.completed_absent[row] = 1;
                absent[row / 64] |= std::uint64_t{1} << row % 64;
            }
            set_cell(column, row, value, cases.facts.pool);
        }
        cases.facts.columns.push_back(std::move(column));
        cases.facts.absent.push_back(std::move(absent));
    }
    return cases;
}

}  // namespace warrant::bench
