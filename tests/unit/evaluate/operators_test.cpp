// Every opcode against the enumeration of all combinations that its operands allow, for operands that are independent facts or
// constants, in blocks of 130 rows.
#include "interpreter/evaluate/evaluate.hpp"
#include "tests/unit/evaluate/reference.hpp"
#include "tests/unit/evaluate/tiny_plan.hpp"

#include "interpreter/plan/verify.hpp"
#include "interpreter/value/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace warrant {
namespace {

using tiny::Outcome;

constexpr std::size_t rows = 130;

int number(int low, int high) {
    return *rc::gen::inRange(low, high + 1);
}

// A set and everything that it allows, as the reference counts.
struct Sample {
    ValueSet set;
    std::vector<std::int64_t> values;
};

Sample draw_range(const std::vector<std::int64_t>& anchors, int width, std::int64_t smallest, std::int64_t largest) {
    const std::int64_t anchor = anchors[static_cast<std::size_t>(number(0, static_cast<int>(anchors.size()) - 1))];
    const std::int64_t low = std::clamp(anchor + number(-3, 3), smallest, largest);
    const std::int64_t room = low > 0 ? std::min<std::int64_t>(width, largest - low) : width;
    const std::int64_t high = low + (number(0, 1) == 0 ? 0 : number(0, static_cast<int>(room)));
    Sample sample{OrderedSet{low, high}, {}};
    for (std::int64_t value = low; value <= high; ++value) sample.values.push_back(value);
    return sample;
}

Sample draw_sample(const Type& type, const Vocabulary& vocabulary) {
    switch (layout_of(type.kind)) {
        case Layout::truth: {
            const int which = number(0, 2);
            if (which == 2) return {TruthSet{}, {0, 1}};
            return {TruthSet{.can_be_true = which == 1, .can_be_false = which == 0}, {which}};
        }
        case Layout::ordered:
            if (type.kind == TypeKind::date) {
                return draw_range({first_day, last_day, day_of({2015, 2, 27}), day_of({2016, 2, 28}), day_of({2015, 5, 30}),
                                   day_of({2016, 1, 30})},
                                  6, first_day, last_day);
            }
            return draw_range({0, 0, 1'000'000, -1'000'000, 1'500'000, 7'000'000, 24'000'000, 3'000'000'000, largest_value - 3,
                               smallest_value + 3},
                              4, smallest_value, largest_value);
        case Layout::choice: {
            const std::size_t options = vocabulary.choice_type(type.choice).values.size();
            ChoiceSet set;
            set.words.assign(words_for(options), 0);
            Sample sample;
            for (int count = number(1, 4); count > 0; --count) {
                const auto value = static_cast<std::size_t>(number(0, static_cast<int>(options) - 1));
                if (!contains(set, value)) sample.values.push_back(static_cast<std::int64_t>(value));
                set.words[value / 64] |= std::uint64_t{1} << value % 64;
            }
            sample.set = set;
            return sample;
        }
        case Layout::text: {
            Sample sample;
            for (int count = number(1, 4); count > 0; --count) sample.values.push_back(number(0, 5));
            std::sort(sample.values.begin(), sample.values.end());
            sample.values.erase(std::unique(sample.values.begin(), sample.values.end()), sample.values.end());
            TextSet set{.any = false, .values = {}};
            for (const std::int64_t value : sample.values) set.values.push_back(std::string(1, static_cast<char>('A' + value)));
            sample.set = set;
            return sample;
        }
    }
    return {};
}

struct Operator {
    Op op;
    std::vector<Type> operands;
    Type result;
};

std::vector<Operator> operators() {
    const Type truth = tiny::truth_type(), decimal = tiny::number_type(), date = tiny::date_type(), text = tiny::text_type(),
               code = tiny::code_type();
    const Type grade = tiny::choice_type(tiny::ordered_choice), route = tiny::choice_type(tiny::plain_choice),
               service = tiny::choice_type(tiny::wide_choice);
    return {{Op::all_of, {truth, truth, truth}, truth},
            {Op::any_of, {truth, truth, truth}, truth},
            {Op::at_least, {truth, truth, truth, truth, truth}, truth},
            {Op::negate, {truth}, truth},
            {Op::choose, {truth, truth, truth}, truth},
            {Op::choose, {truth, decimal, decimal}, decimal},
            {Op::choose, {truth, service, service}, service},
            {Op::choose, {truth, text, text}, text},
            {Op::pick, {truth, truth, truth, truth, truth, truth}, truth},
            {Op::pick, {truth, truth, truth, decimal, decimal, decimal}, decimal},
            {Op::pick, {truth, truth, date, date}, date},
            {Op::pick, {truth, truth, truth, service, service, service}, service},
            {Op::pick, {truth, truth, truth, text, text, text}, text},
            {Op::pick, {truth, grade}, grade},
            {Op::indexed, {route, truth, truth, truth}, truth},
            {Op::indexed, {route, decimal, decimal, decimal}, decimal},
            {Op::indexed, {route, date, date, date}, date},
            {Op::indexed, {route, service, service, service}, service},
            {Op::indexed, {route, text, text, text}, text},
            {Op::less, {decimal, decimal}, truth},
            {Op::less, {date, date}, truth},
            {Op::less_equal, {decimal, decimal}, truth},
            {Op::equal, {decimal, decimal}, truth},
            {Op::equal, {date, date}, truth},
            {Op::choice_in, {service}, truth},
            {Op::choice_equal, {grade, grade}, truth},
            {Op::choice_equal, {service, service}, truth},
            {Op::choice_less, {service, service}, truth},
            {Op::choice_less_equal, {grade, grade}, truth},
            {Op::text_in, {text}, truth},
            {Op::text_equal, {text, text}, truth},
            {Op::text_equal, {code, code}, truth},
            {Op::code_in, {code}, truth},
            {Op::add, {decimal, decimal}, decimal},
            {Op::subtract, {decimal, decimal}, decimal},
            {Op::minus, {decimal}, decimal},
            {Op::multiply, {decimal, decimal}, decimal},
            {Op::divide, {decimal, decimal}, decimal},
            {Op::convert, {decimal}, decimal},
            {Op::round_up, {decimal, decimal}, decimal},
            {Op::least, {decimal, decimal, decimal}, decimal},
            {Op::greatest, {date, date}, date},
            {Op::add_days, {date, decimal}, date},
            {Op::add_months, {date, decimal}, date},
            {Op::days_between, {date, date}, decimal},
            {Op::months_between, {date, date}, decimal},
            {Op::years_between, {date, date}, decimal}};
}

// Of a table's rows exactly one applies: what else the conditions allow together does not occur.
bool occurs(const Operator& tested, const std::vector<std::int64_t>& values) {
    if (tested.op != Op::pick) return true;
    return std::count(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), 1) == 1;
}

// Whether the range of the results is exact: every end is the result of some combination. For a divisor that can be 0
// everything is possible, and for a step to round up to that is not known the ends are only bounds.
bool is_exact(Op op, const std::vector<Sample>& operands) {
    if (op != Op::round_up && op != Op::divide) return true;
    const std::vector<std::int64_t>& second = operands[1].values;
    return second.size() == 1 || (op == Op::divide && std::count(second.begin(), second.end(), 0) == 0);
}

std::vector<Outcome> outcomes(const Operator& tested, const std::vector<Sample>& operands, Scale scale, std::uint32_t payload,
                              const std::vector<std::int64_t>& wanted) {
    std::vector<Outcome> found;
    std::vector<std::size_t> at(operands.size(), 0);
    while (true) {
        std::vector<std::int64_t> values;
        for (std::size_t index = 0; index < operands.size(); ++index) values.push_back(operands[index].values[at[index]]);
        if (occurs(tested, values)) found.push_back(tiny::reference(tested.op, values, scale, payload, wanted));
        std::size_t turn = 0;
        while (turn < at.size() && ++at[turn] == operands[turn].values.size()) at[turn++] = 0;
        if (turn == at.size()) return found;
    }
}

ValueSet set_of(const Type& type, const std::vector<Outcome>& found, const Vocabulary& vocabulary) {
    switch (layout_of(type.kind)) {
        case Layout::truth: {
            TruthSet set{.can_be_true = false, .can_be_false = false};
            for (const Outcome& value : found) (*value == 1 ? set.can_be_true : set.can_be_false) = true;
            return set;
        }
        case Layout::ordered: {
            OrderedSet set{unbounded_high, unbounded_low};
            for (const Outcome& value : found) set = {std::min(set.low, *value), std::max(set.high, *value)};
            return set;
        }
        case Layout::choice: {
            ChoiceSet set;
            set.words.assign(words_for(vocabulary.choice_type(type.choice).values.size()), 0);
            for (const Outcome& value : found)
                set.words[static_cast<std::size_t>(*value) / 64] |= std::uint64_t{1} << *value % 64;
            return set;
        }
        case Layout::text: {
            TextSet set{.any = false, .values = {}};
            for (const Outcome& value : found) set.values.push_back(std::string(1, static_cast<char>('A' + *value)));
            std::sort(set.values.begin(), set.values.end());
            set.values.erase(std::unique(set.values.begin(), set.values.end()), set.values.end());
            return set;
        }
    }
    return TruthSet{};
}

// Judges one row: `value` and `error` are the evaluator's, `operands` what it was given.
void judge(const Operator& tested, const std::vector<Sample>& operands, const std::vector<Outcome>& found,
           const ValueSet& value, bool error, const Vocabulary& vocabulary) {
    if (found.empty()) return;  // conditions of a table that no combination of its keys could give
    std::vector<Outcome> good;
    std::copy_if(found.begin(), found.end(), std::back_inserter(good),
                 [](const Outcome& outcome) { return outcome.has_value(); });
    if (good.empty() && is_exact(tested.op, operands)) {
        RC_ASSERT(error);
        RC_ASSERT((value == ValueSet{OrderedSet{}}));
        return;
    }
    RC_ASSERT(!error || good.empty());
    if (good.empty()) return;
    const ValueSet expected = set_of(tested.result, good, vocabulary);
    RC_ASSERT(is_subset(expected, value));
    if (good.size() == found.size() && is_exact(tested.op, operands)) RC_ASSERT(value == expected);
}

// The same texts as single codes, prefixes and ranges.
CodeSet codes_of(const TextSet& texts) {
    CodeSet codes;
    for (const std::string& text : texts.values) {
        switch (number(0, 2)) {
            case 0:
                codes.push_back({CodePattern::Kind::one, text, {}});
                break;
            case 1:
                codes.push_back({CodePattern::Kind::prefix, text, {}});
                break;
            default:
                codes.push_back({CodePattern::Kind::range, text, text});
                break;
        }
    }
    return codes;
}

void try_operator(const Operator& tested) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    std::vector<StepId> steps;
    std::vector<std::optional<Sample>> constants;
    for (const Type& type : tested.operands) {
        constants.emplace_back();
        if (number(0, 3) == 0) {
            constants.back() = draw_sample(type, vocabulary);
            steps.push_back(tiny::add_constant(plan, type, constants.back()->set));
        } else {
            steps.push_back(tiny::add_fact(plan, type));
        }
    }
    const Scale scale =
        tested.operands[0].kind == TypeKind::date && tested.result.kind == TypeKind::truth
            ? Scale{}
            : *rc::gen::element(Scale{1, 1}, Scale{1, 1}, Scale{1, 7}, Scale{60, 1}, Scale{2, 5}, Scale{3, 1'000'000});
    Sample wanted;
    std::uint32_t payload = 0;
    if (has_scale(tested.op)) payload = tiny::add_scale(plan, scale);
    if (tested.op == Op::pick) payload = tiny::add_table(plan, steps.size() / 2);
    if (tested.op == Op::at_least) payload = static_cast<std::uint32_t>(number(0, 6));
    if (tested.op == Op::choice_in || tested.op == Op::text_in) {
        wanted = draw_sample(tested.operands[0], vocabulary);
        payload = tiny::add_constant_set(plan, wanted.set);
    }
    if (tested.op == Op::code_in) {
        wanted = draw_sample(tested.operands[0], vocabulary);
        plan.code_sets.push_back({codes_of(std::get<TextSet>(wanted.set)), {}});
    }
    const StepId result = tiny::add_step(plan, tested.op, tested.result, steps, payload);
    RC_ASSERT(verify(plan, vocabulary).empty());

    std::vector<std::vector<Sample>> samples(rows);
    std::vector<tiny::FactRow> facts(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t operand = 0; operand < tested.operands.size(); ++operand) {
            samples[row].push_back(constants[operand] ? *constants[operand]
                                                      : draw_sample(tested.operands[operand], vocabulary));
            if (!constants[operand]) facts[row].push_back({samples[row].back().set, false});
        }
    }
    const FactColumns columns = tiny::make_columns(plan, vocabulary, facts);
    Values values(plan, vocabulary, rows);
    evaluate(plan, columns, 0, rows, values);
    for (std::size_t row = 0; row < rows; ++row) {
        judge(tested, samples[row], outcomes(tested, samples[row], scale, payload, wanted.values), values.at(result, row),
              values.is_error(result, row), vocabulary);
    }
}

class OperatorTest : public testing::TestWithParam<std::size_t> {};

TEST_P(OperatorTest, EqualsTheEnumeration) {
    const Operator tested = operators()[GetParam()];
    EXPECT_TRUE(rc::check(std::string(name_of(tested.op)), [&] { try_operator(tested); }));
}

INSTANTIATE_TEST_SUITE_P(All, OperatorTest, testing::Range<std::size_t>(0, operators().size()));

TEST(Operators, TheTableNamesEveryOpcodeThatComputesFromValues) {
    std::vector<Op> tested{Op::constant, Op::fact, Op::assume, Op::documented,
                           Op::known};  // these read the record: marks_test.cpp
    for (const Operator& row : operators()) tested.push_back(row.op);
    const auto crosses = [](Op op) { return op == Op::field || op == Op::broadcast || reduces(op); };  // lists_test.cpp
#define WARRANT_OPCODE(name, meaning) \
    EXPECT_TRUE(crosses(Op::name) || std::count(tested.begin(), tested.end(), Op::name) > 0) << #name;
    WARRANT_OPCODES(WARRANT_OPCODE)
#undef WARRANT_OPCODE
}

}  // namespace
}  // namespace warrant
