// Questions over lists against the enumeration of everything that a record allows: each element's fields, which elements are
// meant, and, of an open list, elements besides those stated.
#include "interpreter/evaluate/evaluate.hpp"
#include "tests/unit/evaluate/tiny_plan.hpp"

#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

namespace warrant {
namespace {

constexpr std::int64_t one = micro_per_unit;

int number(int low, int high) {
    return *rc::gen::inRange(low, high + 1);
}

// An element as a record may have it, and as it may be.
struct Element {
    TruthSet meant;
    OrderedSet key;
    OrderedSet value;
};
struct Point {
    bool meant = false;
    std::int64_t key = 0;
    std::int64_t value = 0;
};

OrderedSet draw_range() {
    const std::int64_t low = number(-2, 3) * one;
    return {low, low + (number(0, 1) == 0 ? 0 : number(0, 2) * one)};
}

Element draw_element() {
    const int meant = number(0, 2);
    return {TruthSet{.can_be_true = meant != 0, .can_be_false = meant != 1}, draw_range(), draw_range()};
}

// Whole numbers are enough: nothing changes between them, for all ends are whole.
std::vector<std::int64_t> values_of(const OrderedSet& set) {
    std::vector<std::int64_t> values;
    for (std::int64_t value = set.low; value <= set.high; value += one) values.push_back(value);
    return values;
}

std::vector<Point> points_of(const Element& element) {
    std::vector<Point> points;
    for (const bool meant : {true, false}) {
        if (meant ? !element.meant.can_be_true : !element.meant.can_be_false) continue;
        for (const std::int64_t key : values_of(element.key)) {
            for (const std::int64_t value : values_of(element.value)) points.push_back({meant, key, value});
        }
    }
    return points;
}

using List = std::vector<Point>;

void complete(const std::vector<Element>& elements, List& list, const std::function<void(const List&)>& visit) {
    if (list.size() == elements.size()) return visit(list);
    for (const Point& point : points_of(elements[list.size()])) {
        list.push_back(point);
        complete(elements, list, visit);
        list.pop_back();
    }
}

// What each operation is of a list without anything unknown; `otherwise` where it takes from none.
std::int64_t naive(Op op, const List& list, std::int64_t otherwise) {
    std::int64_t count = 0, sum = 0;
    std::optional<std::int64_t> least, greatest;
    std::optional<Point> latest;
    for (const Point& point : list) {
        if (!point.meant) continue;
        ++count;
        sum += point.value;
        least = std::min(least.value_or(point.value), point.value);
        greatest = std::max(greatest.value_or(point.value), point.value);
        if (!latest || point.key >= latest->key) latest = point;
    }
    switch (op) {
        case Op::some_in:
            return count > 0 ? 1 : 0;
        case Op::every_in:
            return count == static_cast<std::int64_t>(list.size()) ? 1 : 0;
        case Op::count_in:
            return count * one;
        case Op::sum_in:
            return sum;
        case Op::least_in:
            return least.value_or(otherwise);
        case Op::greatest_in:
            return greatest.value_or(otherwise);
        case Op::latest_in:
            break;
        default:
            ADD_FAILURE() << "not a question over a list";
    }
    return latest ? latest->value : otherwise;
}

constexpr std::array operations = {Op::some_in,  Op::every_in,    Op::count_in, Op::sum_in,
                                   Op::least_in, Op::greatest_in, Op::latest_in};

// A plan with one step for each operation over the fields `meant`, `key` and `value`, and a fact for what stands after `else`.
struct ListPlan {
    Plan plan;
    std::vector<StepId> results;

    ListPlan() {
        const StepId otherwise = tiny::add_fact(plan, tiny::number_type());
        const RowSpace list = tiny::add_list(plan);
        const StepId meant = tiny::add_field(plan, list, tiny::truth_type());
        const StepId key = tiny::add_field(plan, list, tiny::number_type());
        const StepId value = tiny::add_field(plan, list, tiny::number_type());
        for (const Op op : operations) {
            const bool truth = op == Op::some_in || op == Op::every_in;
            std::vector<StepId> operands{meant};
            if (op == Op::latest_in) operands.push_back(key);
            if (!truth && op != Op::count_in) operands.push_back(value);
            if (op == Op::least_in || op == Op::greatest_in || op == Op::latest_in) operands.push_back(otherwise);
            results.push_back(tiny::add_step(plan, op, truth ? tiny::truth_type() : tiny::number_type(), operands));
        }
    }
};

tiny::FactRow row_of(const std::vector<Element>& elements, const OrderedSet& otherwise, bool open) {
    tiny::FactRow row{{ValueSet(otherwise), false}};
    tiny::ListCell& list = row.lists.emplace_back();
    list.open = open;
    for (const Element& element : elements) list.elements.push_back({element.meant, element.key, element.value});
    return row;
}

// The ends of what a step says: of a truth 0 and 1.
OrderedSet ends_of(const ValueSet& set) {
    if (const auto* truth = std::get_if<TruthSet>(&set)) return {truth->can_be_false ? 0 : 1, truth->can_be_true ? 1 : 0};
    return std::get<OrderedSet>(set);
}

RC_GTEST_PROP(Lists, ACompleteListGivesExactlyWhatItsCompletionsDo, ()) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    const ListPlan lists;
    RC_ASSERT(verify(lists.plan, vocabulary).empty());
    std::vector<Element> elements(static_cast<std::size_t>(number(0, 3)));
    for (Element& element : elements) element = draw_element();
    const OrderedSet otherwise = draw_range();
    const FactColumns facts = tiny::make_columns(lists.plan, vocabulary, {row_of(elements, otherwise, false)});
    Values values(lists.plan, vocabulary, 1);
    evaluate(lists.plan, facts, 0, 1, values);
    for (std::size_t i = 0; i < operations.size(); ++i) {
        std::set<std::int64_t> outcomes;
        List list;
        complete(elements, list, [&](const List& completed) {
            for (const std::int64_t none : values_of(otherwise)) outcomes.insert(naive(operations[i], completed, none));
        });
        const OrderedSet ends = ends_of(values.at(lists.results[i], 0));
        RC_LOG() << name_of(operations[i]) << '\n';
        RC_ASSERT(ends.low == *outcomes.begin());
        RC_ASSERT(ends.high == *outcomes.rbegin());
    }
}

// Up to two elements more, anywhere among the others: never against what is said of the open list.
RC_GTEST_PROP(Lists, AnOpenListIsNeverContradictedByALongerOne, ()) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    const ListPlan lists;
    std::vector<Element> elements(static_cast<std::size_t>(number(0, 2)));
    for (Element& element : elements) element = draw_element();
    const OrderedSet otherwise = draw_range();
    const FactColumns facts = tiny::make_columns(lists.plan, vocabulary, {row_of(elements, otherwise, true)});
    Values values(lists.plan, vocabulary, 1);
    evaluate(lists.plan, facts, 0, 1, values);
    std::vector<Element> longer = elements;
    for (int more = number(0, 2); more > 0; --more) {
        const std::int64_t far = (number(0, 1) == 0 ? -90 : 90) * one;
        const std::int64_t when = (number(0, 1) == 0 ? -50 : 50) * one;
        longer.insert(longer.begin() + number(0, static_cast<int>(longer.size())),
                      Element{TruthSet{}, {when, when}, {far, far}});
    }
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const OrderedSet ends = ends_of(values.at(lists.results[i], 0));
        List list;
        complete(longer, list, [&](const List& completed) {
            for (const std::int64_t none : values_of(otherwise)) {
                const std::int64_t outcome = naive(operations[i], completed, none);
                RC_ASSERT(ends.low <= outcome);
                RC_ASSERT(outcome <= ends.high);
            }
        });
    }
    RC_ASSERT(ends_of(values.at(lists.results[0], 0)).high == 1);  // some: never surely not
    RC_ASSERT(ends_of(values.at(lists.results[1], 0)).low == 0);   // every: never surely so
    RC_ASSERT(ends_of(values.at(lists.results[2], 0)).high == unbounded_high);
    RC_ASSERT(ends_of(values.at(lists.results[3], 0)) == (OrderedSet{unbounded_low, unbounded_high}));
}

TEST(Lists, FurtherElementsOnlyAddToASumThatIsNeverNegative) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    const RowSpace list = tiny::add_list(plan);
    const StepId meant = tiny::add_constant(plan, tiny::truth_type(), TruthSet{true, false}, list);
    const StepId value = tiny::add_field(plan, list, tiny::visits_type());
    const StepId sum = tiny::add_step(plan, Op::sum_in, tiny::visits_type(), {meant, value}, 1);
    ASSERT_EQ(verify(plan, vocabulary), std::vector<std::string>{});
    tiny::FactRow row;
    row.lists.push_back({{{OrderedSet{one, 2 * one}}, {OrderedSet{3 * one, 3 * one}}}, true});
    const FactColumns facts = tiny::make_columns(plan, vocabulary, {row});
    Values values(plan, vocabulary, 1);
    evaluate(plan, facts, 0, 1, values);
    EXPECT_EQ(values.at(sum, 0), ValueSet(OrderedSet{4 * one, unbounded_high}));
}

TEST(Lists, ASumThatOverflowsIsAnErrorAndAnotherEndOfItUnbounded) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    const ListPlan lists;
    const StepId sum = lists.results[3];
    const OrderedSet large{largest_value - 1, largest_value - 1};
    const Element sure{{true, false}, {0, 0}, large};
    const Element unclear{{true, true}, {0, 0}, large};
    const FactColumns facts = tiny::make_columns(lists.plan, vocabulary,
                                                 {row_of({sure, sure}, {0, 0}, false), row_of({sure, unclear}, {0, 0}, false)});
    Values values(lists.plan, vocabulary, 2);
    evaluate(lists.plan, facts, 0, 2, values);
    EXPECT_TRUE(values.is_error(sum, 0));
    EXPECT_FALSE(values.is_error(sum, 1));
    EXPECT_EQ(values.at(sum, 1), ValueSet(OrderedSet{largest_value - 1, unbounded_high}));
}

TEST(Lists, TheLatestOfChoicesTextsAndTruthsIsWhatMayBeIt) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    for (const Type& type : {tiny::choice_type(tiny::wide_choice), tiny::text_type(), tiny::truth_type()}) {
        Plan plan;
        const RowSpace list = tiny::add_list(plan);
        const StepId meant = tiny::add_constant(plan, tiny::truth_type(), TruthSet{true, false}, list);
        const StepId key = tiny::add_field(plan, list, tiny::date_type());
        const StepId value = tiny::add_field(plan, list, type);
        const auto set = [&](int which) -> ValueSet {
            if (type.kind == TypeKind::choice) return one_choice(70, 60 + static_cast<std::size_t>(which));
            if (type.kind == TypeKind::text) return TextSet{false, {std::string(1, static_cast<char>('a' + which))}};
            return TruthSet{.can_be_true = which != 0, .can_be_false = which == 0};
        };
        const StepId otherwise = tiny::add_constant(plan, type, set(0));
        const StepId latest = tiny::add_step(plan, Op::latest_in, type, {meant, key, value, otherwise});
        ASSERT_EQ(verify(plan, vocabulary), std::vector<std::string>{});
        tiny::FactRow row;
        row.lists.push_back(
            {{{OrderedSet{10, 20}, set(1)}, {OrderedSet{15, 15}, set(0)}, {OrderedSet{14, 14}, set(2)}}, false});
        tiny::FactRow tie;
        tie.lists.push_back({{{OrderedSet{15, 15}, set(1)}, {OrderedSet{15, 15}, set(0)}}, false});
        tiny::FactRow none;
        none.lists.push_back({{}, false});
        const FactColumns facts = tiny::make_columns(plan, vocabulary, {row, tie, none});
        Values values(plan, vocabulary, 3);
        evaluate(plan, facts, 0, 3, values);
        EXPECT_EQ(values.at(latest, 0), join(set(0), set(1)));
        EXPECT_EQ(values.at(latest, 1), set(0)) << "of several on one day the last";
        EXPECT_EQ(values.at(latest, 2), set(0));
    }
}

// Elements of a block begin anywhere in a word, and a block may have more of them than the one before.
TEST(Lists, BlocksReadTheirOwnElements) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    const ListPlan lists;
    std::vector<tiny::FactRow> rows;
    for (int row = 0; row < 200; ++row) {
        std::vector<Element> elements;
        for (int i = 0; i < (row * 7) % 13; ++i) elements.push_back({{i % 2 == 0, i % 2 != 0}, {0, 0}, {i * one, i * one}});
        rows.push_back(row_of(elements, {0, 0}, row % 5 == 0));
    }
    const FactColumns facts = tiny::make_columns(lists.plan, vocabulary, rows);
    Values values(lists.plan, vocabulary, 128);
    for (const auto& [first, count] : {std::pair{0U, 3U}, std::pair{64U, 128U}, std::pair{128U, 72U}, std::pair{192U, 0U}}) {
        evaluate(lists.plan, facts, first, count, values);
        for (std::size_t row = 0; row < count; ++row) {
            const std::int64_t elements = static_cast<std::int64_t>((first + row) * 7 % 13);
            const OrderedSet counted = ends_of(values.at(lists.results[2], row));
            EXPECT_EQ(counted.low, (elements + 1) / 2 * one) << first + row;
            EXPECT_EQ(counted.high, (first + row) % 5 == 0 ? unbounded_high : counted.low) << first + row;
        }
    }
}

}  // namespace
}  // namespace warrant
