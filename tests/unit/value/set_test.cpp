// Sets of values and columns of them: single, subset, join, meet against enumeration; cells written and read back.
#include "interpreter/value/set.hpp"
#include "dsl/limits.hpp"
#include "interpreter/value/column.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

constexpr std::size_t options = 70;  // more than one word

// A set and the values of a small grid that it allows, as plain numbers.
struct Sample {
    ValueSet set;
    std::set<int> values;
};

Sample draw_sample(int kind) {
    const auto number = [](int low, int high) { return *rc::gen::inRange(low, high + 1); };
    Sample sample;
    if (kind == 0) {
        const int which = number(1, 3);
        sample.set = TruthSet{.can_be_true = (which & 1) != 0, .can_be_false = (which & 2) != 0};
        if ((which & 1) != 0) sample.values.insert(1);
        if ((which & 2) != 0) sample.values.insert(0);
    } else if (kind == 1) {
        const int low = number(0, 9);
        const int high = number(low, 9);
        sample.set = OrderedSet{.low = low, .high = high};
        for (int value = low; value <= high; ++value) sample.values.insert(value);
    } else if (kind == 2) {
        ChoiceSet set = one_choice(options, static_cast<std::size_t>(number(0, 69)));
        for (int more = number(0, 3); more > 0; --more) {
            set = std::get<ChoiceSet>(
                join(ValueSet{set}, ValueSet{one_choice(options, static_cast<std::size_t>(number(0, 69)))}));
        }
        for (int value = 0; value < 70; ++value) {
            if (contains(set, static_cast<std::size_t>(value))) sample.values.insert(value);
        }
        sample.set = set;
    } else {
        TextSet set{.any = false, .values = {}};
        for (int count = number(1, 4); count > 0; --count) sample.values.insert(number(0, 9));
        for (const int value : sample.values) set.values.push_back(std::string(1, static_cast<char>('a' + value)));
        sample.set = set;
    }
    return sample;
}

RC_GTEST_PROP(SetProperty, AgreesWithEnumeration, ()) {
    const int kind = *rc::gen::inRange(0, 4);
    const Sample a = draw_sample(kind);
    const Sample b = draw_sample(kind);
    RC_ASSERT(is_single(a.set) == (a.values.size() == 1));
    RC_ASSERT(!is_empty(a.set));
    RC_ASSERT(is_subset(a.set, b.set) == std::includes(b.values.begin(), b.values.end(), a.values.begin(), a.values.end()));
    RC_ASSERT(is_subset(a.set, join(a.set, b.set)));
    RC_ASSERT(is_subset(b.set, join(a.set, b.set)));
    std::set<int> common;
    std::set_intersection(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                          std::inserter(common, common.end()));
    const ValueSet met = meet(a.set, b.set);
    RC_ASSERT(is_empty(met) == common.empty());
    RC_ASSERT(common.empty() || (is_subset(met, a.set) && is_subset(met, b.set)));
    RC_ASSERT(is_single(met) == (common.size() == 1));
}

TEST(Set, OrderedJoinIsTheRangeAroundBoth) {
    EXPECT_EQ(join(OrderedSet{1, 2}, OrderedSet{5, 9}), (ValueSet{OrderedSet{1, 9}}));
    EXPECT_TRUE(is_single(OrderedSet{unbounded_high, unbounded_high}));
    EXPECT_FALSE(is_single(OrderedSet{}));
}

TEST(Set, TextsPastTheLimitAreAnyText) {
    TextSet many{.any = false, .values = {}};
    for (std::size_t index = 0; index < limits::max_text_values; ++index)
        many.values.push_back(std::string(1, static_cast<char>('a' + index)));
    const TextSet one{.any = false, .values = {"z"}};
    EXPECT_EQ(join(many, many), ValueSet{many});
    EXPECT_EQ(join(many, one), ValueSet{TextSet{}});
    EXPECT_EQ(meet(TextSet{}, one), ValueSet{one});
    EXPECT_FALSE(is_subset(TextSet{}, one));
}

TEST(Set, AllChoicesHaveNoBitBeyondTheLast) {
    EXPECT_EQ(count_choices(all_choices(64)), 64u);
    EXPECT_EQ(count_choices(all_choices(65)), 65u);
    EXPECT_EQ(count_choices(all_choices(3)), 3u);
    EXPECT_FALSE(contains(all_choices(3), 3));
    EXPECT_FALSE(contains(all_choices(3), 300));
}

RC_GTEST_PROP(ColumnProperty, CellsReadBackAndLeaveTheOthersAlone, ()) {
    const int kind = *rc::gen::inRange(0, 4);
    const std::size_t rows = *rc::gen::element<std::size_t>(1, 63, 64, 65, 130);
    Column column = make_column(static_cast<Layout>(kind), rows, options);
    TextPool pool;
    const ValueSet untouched = cell(column, 0, pool);
    std::vector<ValueSet> expected(rows, untouched);
    for (int times = 0; times < 40; ++times) {
        const std::size_t row = *rc::gen::inRange<std::size_t>(0, rows);
        expected[row] = draw_sample(kind).set;
        set_cell(column, row, expected[row], pool);
    }
    for (std::size_t row = 0; row < rows; ++row) RC_ASSERT(cell(column, row, pool) == expected[row]);
    for (std::size_t plane = 0; rows % 64 != 0 && plane < column.planes.size() / words_for(rows); ++plane) {
        RC_ASSERT((column.plane(plane)[words_for(rows) - 1] >> rows % 64) == 0u);
    }
}

TEST(TextPool, HandsOutNumbersInTheOrderOfFirstSight) {
    TextPool pool;
    EXPECT_EQ(pool.intern("b"), 0u);
    EXPECT_EQ(pool.intern("a"), 1u);
    EXPECT_EQ(pool.intern("b"), 0u);
    EXPECT_EQ(pool.find("a"), 1u);
    EXPECT_EQ(pool.find("c"), std::nullopt);
    EXPECT_EQ(pool.size(), 2u);
}

}  // namespace
}  // namespace warrant
