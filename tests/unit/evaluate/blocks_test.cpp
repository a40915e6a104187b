// Whole random plans: a block and its rows one by one agree, and narrowing what the record allows never contradicts a value.
#include "tests/unit/evaluate/random_plan.hpp"

#include "interpreter/plan/print_plan.hpp"
#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace warrant {
namespace {

// Invariant: the same seed gives the same draws on every machine.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : random_(seed) {}
    std::size_t operator()(std::size_t limit) { return limit <= 1 ? 0 : static_cast<std::size_t>(random_() % limit); }

private:
    std::mt19937_64 random_;
};

class BlockTest : public testing::TestWithParam<std::size_t> {};

TEST_P(BlockTest, AgreesWithItsRowsOneByOne) {
    const std::size_t row_count = GetParam();
    const int plans = row_count > 1000 ? 2 : 60;
    for (int number = 0; number < plans; ++number) {
        const tiny::Draw draw = Draws(row_count * 1000 + static_cast<std::uint64_t>(number));
        const Vocabulary vocabulary = tiny::make_vocabulary();
        const Plan plan = tiny::draw_plan(draw, vocabulary, 60);
        ASSERT_EQ(verify(plan, vocabulary), std::vector<std::string>{}) << print_plan(plan, vocabulary);
        std::vector<tiny::FactRow> rows;
        for (std::size_t row = 0; row < row_count; ++row) rows.push_back(tiny::draw_row(draw, plan, vocabulary));
        for (const std::size_t strip : {std::size_t{64}, strip_rows, words_for(row_count) * 64}) {
            ASSERT_EQ(tiny::block_difference(plan, vocabulary, rows, strip), "") << print_plan(plan, vocabulary);
            if (row_count > 1000) break;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Rows, BlockTest, testing::Values(1, 63, 64, 65, 130, 4096));

// One value out of a set.
ValueSet pick(const tiny::Draw& draw, const ValueSet& set, const Type& type) {
    if (const auto* truth = std::get_if<TruthSet>(&set)) {
        const bool value = truth->can_be_true && (!truth->can_be_false || draw(2) == 0);
        return TruthSet{.can_be_true = value, .can_be_false = !value};
    }
    if (const auto* ends = std::get_if<OrderedSet>(&set)) {
        const bool date = type.kind == TypeKind::date;
        const std::int64_t low =
            ends->low == unbounded_low ? (date ? first_day : std::min<std::int64_t>(ends->high, 0)) : ends->low;
        const std::int64_t high =
            ends->high == unbounded_high ? (date ? last_day : std::max<std::int64_t>(low, 0)) : ends->high;
        const std::int64_t value =
            low + static_cast<std::int64_t>(draw(static_cast<std::size_t>(std::min<std::int64_t>(high - low, 50)) + 1));
        return OrderedSet{value, value};
    }
    if (const auto* choices = std::get_if<ChoiceSet>(&set)) {
        std::size_t skip = draw(count_choices(*choices));
        for (std::size_t value = 0;; ++value) {
            if (contains(*choices, value) && skip-- == 0) return one_choice(choices->words.size() * 64, value);
        }
    }
    const auto& texts = std::get<TextSet>(set);
    return TextSet{.any = false, .values = {texts.any ? "b" : texts.values[draw(texts.values.size())]}};
}

// Steps that read how much the record says, and all that depend on them, may change in any way when the record says more.
std::vector<bool> reads_the_record(const Plan& plan) {
    std::vector<bool> reads(plan.steps.size(), false);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        reads[index] = step.op == Op::documented || step.op == Op::known;
        for (std::uint32_t number = 0; number < step.operand_count; ++number) {
            if (reads[plan.operand(step, number).index]) reads[index] = true;
        }
    }
    return reads;
}

// The values of every step of one case, a step of a list with one for each element.
std::vector<std::vector<ValueSet>> all_values(const Plan& plan, const Values& values) {
    std::vector<std::vector<ValueSet>> all(plan.steps.size());
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        const std::size_t rows = values.rows(plan.steps[index].space);
        for (std::size_t row = 0; row < rows; ++row) all[index].push_back(values.at(StepId{index}, row));
    }
    return all;
}

RC_GTEST_PROP(Narrowing, NeverContradictsAValue, (std::uint64_t seed)) {
    const tiny::Draw draw = Draws(seed);
    const Vocabulary vocabulary = tiny::make_vocabulary();
    const Plan plan = tiny::draw_plan(draw, vocabulary, 60);
    const std::vector<bool> reads = reads_the_record(plan);
    Values wide(plan, vocabulary, 1);
    Values narrow(plan, vocabulary, 1);
    for (int times = 0; times < 40; ++times) {
        tiny::FactRow row = tiny::draw_row(draw, plan, vocabulary);
        const FactColumns wide_facts = tiny::columns_of_row(plan, vocabulary, row);
        evaluate(plan, wide_facts, 0, 1, wide);
        const std::vector<std::vector<ValueSet>> before = all_values(plan, wide);
        for (std::size_t slot = 0; slot < row.size(); ++slot) {
            if (draw(2) == 0) row[slot].value = pick(draw, row[slot].value, plan.slots[slot].type);
        }
        for (tiny::ListCell& list : row.lists) {
            if (draw(2) == 0) list.open = false;
            for (std::vector<ValueSet>& element : list.elements) {
                for (std::size_t field = 0; field < plan.fields.size(); ++field) {
                    if (draw(2) == 0) element[field] = pick(draw, element[field], plan.fields[field].type);
                }
            }
        }
        const FactColumns narrow_facts = tiny::columns_of_row(plan, vocabulary, row);
        evaluate(plan, narrow_facts, 0, 1, narrow);
        for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
            const StepId step{index};
            bool kept = true;
            for (std::size_t at = 0; at < before[index].size(); ++at) {
                kept = kept && (narrow.is_error(step, at) || is_subset(narrow.at(step, at), before[index][at]));
            }
            if (reads[index] || kept) continue;
            RC_FAIL("%" + std::to_string(index) + " of\n" + print_plan(plan, vocabulary));
        }
    }
}

TEST(Blocks, ABlockThatEndsInsideAWordLeavesTheLaterRowsOut) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    const StepId truth = tiny::add_fact(plan, tiny::truth_type());
    const StepId choice = tiny::add_fact(plan, tiny::choice_type(tiny::plain_choice));
    const tiny::FactRow row{{TruthSet{.can_be_true = true, .can_be_false = false}}, {all_choices(3)}};
    const FactColumns facts = tiny::make_columns(plan, vocabulary, std::vector<tiny::FactRow>(200, row));
    Values values(plan, vocabulary, 100);
    evaluate(plan, facts, 64, 70, values);
    EXPECT_EQ(values.surely_true(truth)[0], ~std::uint64_t{0});
    EXPECT_EQ(values.surely_true(truth)[1], 0x3fu);
    EXPECT_EQ(values.possible(choice, 2)[1], 0x3fu);
    EXPECT_EQ(values.rows(), 70u);
}

}  // namespace
}  // namespace warrant
