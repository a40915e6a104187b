// The verifier refuses every kind of damage, one at a time, to a plan that it accepts; and the printer's form.
#include "tests/unit/evaluate/tiny_plan.hpp"

#include "dsl/limits.hpp"
#include "interpreter/plan/print_plan.hpp"
#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace warrant {
namespace {

const ValueSet three = OrderedSet{3'000'000, 3'000'000};

// A plan with a step of every kind of payload, and one part of every kind. Steps are named by what they are.
struct Sound {
    Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    StepId truth, visits, day, grade, route, text, cap, within, sum, both, assumed, grade_in, text_in;

    Sound() {
        truth = tiny::add_fact(plan, tiny::truth_type());
        visits = tiny::add_fact(plan, tiny::visits_type());
        day = tiny::add_fact(plan, tiny::date_type());
        grade = tiny::add_fact(plan, tiny::choice_type(tiny::ordered_choice));
        route = tiny::add_fact(plan, tiny::choice_type(tiny::plain_choice));
        text = tiny::add_fact(plan, tiny::text_type());
        cap = tiny::add_constant(plan, tiny::visits_type(), three);
        const std::uint32_t plain = tiny::add_scale(plan, {});
        within = tiny::add_step(plan, Op::less_equal, tiny::truth_type(), {visits, cap}, tiny::add_scale(plan, {1, 7}));
        sum = tiny::add_step(plan, Op::add, tiny::visits_type(), {visits, cap}, plain);
        const StepId less = tiny::add_step(plan, Op::less, tiny::truth_type(), {sum, cap}, plain);
        both = tiny::add_step(plan, Op::all_of, tiny::truth_type(), {truth, less});
        const StepId one = tiny::add_constant(plan, tiny::visits_type(), three);
        assumed = tiny::add_step(plan, Op::assume, tiny::visits_type(), {visits, one}, 1);
        grade_in =
            tiny::add_step(plan, Op::choice_in, tiny::truth_type(), {grade}, tiny::add_constant_set(plan, one_choice(4, 2)));
        text_in = tiny::add_step(plan, Op::text_in, tiny::truth_type(), {text},
                                 tiny::add_constant_set(plan, TextSet{.any = false, .values = {"a", "b"}}));
        tiny::add_step(plan, Op::at_least, tiny::truth_type(), {truth, within}, 1);
        tiny::add_step(plan, Op::choose, tiny::visits_type(), {truth, visits, cap});
        tiny::add_step(plan, Op::choice_less, tiny::truth_type(), {grade, grade});
        tiny::add_step(plan, Op::add_days, tiny::date_type(), {day, visits}, plain);
        add_parts();
    }
    void add_parts() {
        plan.guideline.name = "mtus.example";
        plan.guideline.title = "Example";
        plan.guideline.source = "MTUS";
        plan.guideline.edition = "2009";
        plan.guideline.in_force_from = 0;
        CriterionPlan criterion;
        criterion.id = "1";
        criterion.label = "First";
        criterion.source.citation = "p. 98";
        criterion.condition = criterion.holds = criterion.truth = both;
        criterion.exceptions.push_back({"late", "Late", {}, truth, {}, false});
        plan.criteria.push_back(criterion);
        LimitPlan limit;
        limit.id = "2";
        limit.label = "Visits";
        limit.base = limit.cap = cap;
        plan.limits.push_back(limit);
        plan.parts = {{false, 0}, {true, 0}};
        QuantityPlan quantity;
        quantity.fact = FactId{1};
        quantity.asked = visits;
        quantity.cap = cap;
        quantity.cap_type = tiny::visits_type();
        quantity.within = quantity.zero = within;
        plan.quantities.push_back(quantity);
        plan.assumptions.push_back({FactId{1}, assumed, "Nothing was said.", {}});
        plan.not_addressed = truth;
        plan.not_supported = truth;
        plan.supported = within;
        plan.slots[1].gate = truth;
    }
    Step& step(StepId id) { return plan.steps[id.index]; }
};

TEST(Verify, AcceptsASoundPlan) {
    const Sound sound;
    EXPECT_EQ(verify(sound.plan, sound.vocabulary), std::vector<std::string>{});
    EXPECT_EQ(verify(Plan{}, sound.vocabulary), std::vector<std::string>{});
}

struct Damage {
    const char* name;
    const char* message;  // part of what the verifier says
    std::function<void(Sound&)> apply;
};

void PrintTo(const Damage& damage, std::ostream* out) {
    *out << damage.name;
}

class VerifyDamage : public testing::TestWithParam<Damage> {};

TEST_P(VerifyDamage, IsRefusedInWords) {
    Sound sound;
    GetParam().apply(sound);
    const std::vector<std::string> problems = verify(sound.plan, sound.vocabulary);
    ASSERT_FALSE(problems.empty());
    EXPECT_NE(problems.front().find(GetParam().message), std::string::npos) << problems.front();
}

const StepId nowhere{1000};

const Damage damages[] = {
    {"opcode", "no such opcode", [](Sound& s) { s.step(s.both).op = static_cast<Op>(200); }},
    {"invalid_type", "not in the vocabulary", [](Sound& s) { s.step(s.truth).type.kind = TypeKind::invalid; }},
    {"unbound_amount", "not in the vocabulary", [](Sound& s) { s.step(s.visits).type.kind = TypeKind::amount; }},
    {"unknown_choice", "not in the vocabulary", [](Sound& s) { s.step(s.grade).type.choice.index = 9; }},
    {"unknown_unit", "not in the vocabulary", [](Sound& s) { s.step(s.visits).type.numerator.index = 9; }},
    {"row_space", "its row space does not exist", [](Sound& s) { s.step(s.both).space = RowSpace{1}; }},
    {"too_few_operands", "it has 1 operands", [](Sound& s) { s.step(s.within).operand_count = 1; }},
    {"too_many_operands", "it has 3 operands", [](Sound& s) { s.step(s.within).operand_count = 3; }},
    {"no_operands", "it has 0 operands", [](Sound& s) { s.step(s.both).operand_count = 0; }},
    {"operands_outside", "outside the list", [](Sound& s) { s.step(s.both).operands = 10'000; }},
    {"operands_wrapping", "outside the list", [](Sound& s) { s.step(s.both).operands = UINT32_MAX; }},
    {"operand_of_itself", "not an earlier step", [](Sound& s) { s.plan.operands[s.step(s.both).operands] = s.both; }},
    {"operand_later", "not an earlier step", [](Sound& s) { s.plan.operands[s.step(s.both).operands] = s.text_in; }},
    {"operand_unset", "not an earlier step", [](Sound& s) { s.plan.operands[s.step(s.both).operands] = StepId{}; }},
    {"operand_layout", "operand 1 is not a truth", [](Sound& s) { s.plan.operands[s.step(s.both).operands] = s.visits; }},
    {"date_for_decimal", "is not a number or quantity", [](Sound& s) { s.plan.operands[s.step(s.sum).operands] = s.day; }},
    {"date_with_quantity", "of different kinds", [](Sound& s) { s.plan.operands[s.step(s.within).operands] = s.day; }},
    {"choices_of_two_types", "of different kinds",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::choice_equal, tiny::truth_type(), {s.grade, s.route});
     }},
    {"choices_without_order", "no order",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::choice_less, tiny::truth_type(), {s.route, s.route});
     }},
    {"result_layout", "result is not a truth", [](Sound& s) { s.step(s.both).type = tiny::visits_type(); }},
    {"result_kind", "another kind than its operands",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::least, tiny::date_type(), {s.visits, s.visits});
     }},
    {"branches", "branches are of another kind",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::choose, tiny::visits_type(), {s.truth, s.visits, s.truth});
     }},
    {"table_index", "table does not exist",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::pick, tiny::visits_type(), {s.truth, s.visits}, 7);
     }},
    {"table_rows", "for every row",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::pick, tiny::visits_type(), {s.truth, s.visits}, tiny::add_table(s.plan, 2));
     }},
    {"table_condition", "condition of its rows",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::pick, tiny::visits_type(), {s.truth, s.visits, s.visits, s.visits},
                        tiny::add_table(s.plan, 2));
     }},
    {"table_value", "values are of another kind",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::pick, tiny::visits_type(), {s.truth, s.truth}, tiny::add_table(s.plan, 1));
     }},
    {"look_up_of_another_table", "picks from no row",
     [](Sound& s) {
         s.plan.tables[tiny::add_table(s.plan, 1)].look_ups.push_back({0, {}, s.both, {}});
     }},
    {"look_up_column", "column that does not exist",
     [](Sound& s) {
         s.plan.tables[tiny::add_table(s.plan, 1)].look_ups.push_back({3, {}, s.both, {}});
     }},
    {"look_up_keys", "one value for each key",
     [](Sound& s) {
         s.plan.tables[tiny::add_table(s.plan, 1)].look_ups.push_back({0, {s.visits}, s.both, {}});
     }},
    {"code_set_index", "set of codes does not exist",
     [](Sound& s) {
         const StepId code = tiny::add_fact(s.plan, tiny::code_type());
         tiny::add_step(s.plan, Op::code_in, tiny::truth_type(), {code}, 9);
     }},
    {"code_set_empty", "holds no code",
     [](Sound& s) {
         const StepId code = tiny::add_fact(s.plan, tiny::code_type());
         s.plan.code_sets.push_back({});
         tiny::add_step(s.plan, Op::code_in, tiny::truth_type(), {code}, 0);
     }},
    {"code_set_form", "holds what is no code",
     [](Sound& s) {
         const StepId code = tiny::add_fact(s.plan, tiny::code_type());
         s.plan.code_sets.push_back({{{CodePattern::Kind::range, "G54.4", "G54.0"}}, {}});
         tiny::add_step(s.plan, Op::code_in, tiny::truth_type(), {code}, 0);
     }},
    {"text_for_a_code", "operand 1 is not a code",
     [](Sound& s) {
         s.plan.code_sets.push_back({{{CodePattern::Kind::one, "G54.4", {}}}, {}});
         const StepId text = tiny::add_fact(s.plan, tiny::text_type());
         tiny::add_step(s.plan, Op::code_in, tiny::truth_type(), {text}, 0);
     }},
    {"code_with_text", "of different kinds",
     [](Sound& s) {
         const StepId text = tiny::add_fact(s.plan, tiny::text_type());
         const StepId code = tiny::add_fact(s.plan, tiny::code_type());
         tiny::add_step(s.plan, Op::text_equal, tiny::truth_type(), {text, code});
     }},
    {"values_missing", "not one value for each value of the choice",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::indexed, tiny::visits_type(), {s.route, s.visits, s.visits});
     }},
    {"value_of_another_kind", "values are of another kind",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::indexed, tiny::visits_type(), {s.route, s.visits, s.visits, s.truth});
     }},
    {"index_of_a_truth", "operand 1 is not a choice",
     [](Sound& s) {
         tiny::add_step(s.plan, Op::indexed, tiny::visits_type(), {s.truth, s.visits});
     }},
    {"scale_index", "scale does not exist", [](Sound& s) { s.step(s.within).payload = 99; }},
    {"scale_zero", "not above 0", [](Sound& s) { s.plan.scales[1].right = 0; }},
    {"scale_negative", "not above 0", [](Sound& s) { s.plan.scales[1].left = -1; }},
    {"constant_index", "constant does not exist", [](Sound& s) { s.step(s.cap).payload = 99; }},
    {"constant_layout", "another layout", [](Sound& s) { s.plan.constants[0] = TruthSet{}; }},
    {"constant_empty", "allows no value",
     [](Sound& s) {
         s.plan.constants[0] = OrderedSet{2, 1};
     }},
    {"constant_below_all", "ends below all values",
     [](Sound& s) {
         s.plan.constants[0] = OrderedSet{unbounded_low, unbounded_low};
     }},
    {"choice_constant_too_wide", "another choice type",
     [](Sound& s) { s.plan.constants[s.step(s.grade_in).payload] = one_choice(70, 1); }},
    {"choice_constant_bit", "another choice type",
     [](Sound& s) { s.plan.constants[s.step(s.grade_in).payload] = one_choice(9, 8); }},
    {"text_constant", "another layout", [](Sound& s) { s.plan.constants[s.step(s.text_in).payload] = three; }},
    {"date_without_limit", "no day is",
     [](Sound& s) {
         tiny::add_constant(s.plan, tiny::date_type(), OrderedSet{unbounded_high, unbounded_high});
     }},
    {"slot_index", "slot does not exist", [](Sound& s) { s.step(s.visits).payload = 99; }},
    {"slot_of_another", "names another step", [](Sound& s) { s.step(s.visits).payload = 0; }},
    {"slot_type", "slot is of another type", [](Sound& s) { s.plan.slots[1].type = tiny::number_type(); }},
    {"slot_fact", "not in the vocabulary", [](Sound& s) { s.plan.slots[1].fact = FactId{1000}; }},
    {"slot_unread", "does not read it",
     [](Sound& s) {
         s.plan.slots.push_back({FactId{9}, tiny::truth_type(), s.both, {}});
     }},
    {"assume_other_fact", "not its fact", [](Sound& s) { s.step(s.assumed).payload = 0; }},
    {"assume_computed", "not a constant",
     [](Sound& s) {
         s.plan.operands[s.step(s.assumed).operands + 1] = s.sum;
         s.step(s.assumed).can_err = true;
     }},
    {"mark_dropped", "keeps no mark", [](Sound& s) { s.step(s.both).can_err = false; }},
    {"own_mark_dropped", "keeps no mark", [](Sound& s) { s.step(s.sum).can_err = false; }},
    {"criterion_step", "criterion 1: truth: no such step", [](Sound& s) { s.plan.criteria[0].truth = nowhere; }},
    {"criterion_unset", "criterion 1: condition: no such step", [](Sound& s) { s.plan.criteria[0].condition = StepId{}; }},
    {"criterion_layout", "criterion 1: holds: not a truth", [](Sound& s) { s.plan.criteria[0].holds = s.visits; }},
    {"criterion_exception", "criterion 1: exception: not a truth",
     [](Sound& s) { s.plan.criteria[0].exceptions[0].when = s.day; }},
    {"limit_cap", "limit 2: cap: not a quantity", [](Sound& s) { s.plan.limits[0].cap = s.truth; }},
    {"limit_quantity", "quantity does not exist", [](Sound& s) { s.plan.limits[0].quantity = 5; }},
    {"limit_exception_cap", "cap of an exception",
     [](Sound& s) {
         s.plan.limits[0].exceptions.push_back({"x", "X", {}, s.truth, s.truth, false});
     }},
    {"quantity_within", "quantity 0: within: not a truth", [](Sound& s) { s.plan.quantities[0].within = s.visits; }},
    {"quantity_scale", "not above 0", [](Sound& s) { s.plan.quantities[0].scale.left = 0; }},
    {"quantity_fact", "not in the vocabulary", [](Sound& s) { s.plan.quantities[0].fact = FactId{}; }},
    {"assumption_step", "does not assume", [](Sound& s) { s.plan.assumptions[0].step = s.visits; }},
    {"root_layout", "supported: not a truth", [](Sound& s) { s.plan.supported = s.visits; }},
    {"root_step", "not addressed: no such step", [](Sound& s) { s.plan.not_addressed = nowhere; }},
    {"result_step", "result: no such step", [](Sound& s) { s.plan.result = nowhere; }},
    {"recommendation", "not recommended: not a truth", [](Sound& s) { s.plan.recommendation.not_recommended = s.day; }},
    {"gate", "only if: not a truth", [](Sound& s) { s.plan.slots[1].gate = s.day; }},
    {"part", "a part does not exist",
     [](Sound& s) {
         s.plan.parts.push_back({true, 7});
     }},
    {"too_many_steps", "more steps than allowed", [](Sound& s) { s.plan.steps.resize(limits::max_steps + 1); }},
};

INSTANTIATE_TEST_SUITE_P(All, VerifyDamage, testing::ValuesIn(damages),
                         [](const testing::TestParamInfo<Damage>& damage) { return std::string(damage.param.name); });

TEST(PrintPlan, OneLineAStepThenTheParts) {
    const Sound sound;
    EXPECT_EQ(print_plan(sound.plan, sound.vocabulary),
              R"(guideline mtus.example "Example" (no citation, recalled)
  source "MTUS" edition 2009 in force 1970-01-01 on status draft
%0 = fact fact.f0 : yes or no
%1 = fact fact.f1 : visits
%2 = fact fact.f2 : date
%3 = fact fact.f3 : grade
%4 = fact fact.f4 : route
%5 = fact fact.f5 : text
%6 = constant 3 visits : visits
%7 = less_equal %1 %6 (1 7) : yes or no
%8 = add %1 %6 : visits or error
%9 = less %8 %6 : yes or no or error
%10 = all_of %0 %9 : yes or no or error
%11 = constant 3 visits : visits
%12 = assume fact.f1 %1 %11 : visits
%13 = choice_in %3 (grade 2) : yes or no
%14 = text_in %5 ("a" or "b") : yes or no
%15 = at_least 1 of %0 %7 : yes or no
%16 = choose %0 %1 %6 : visits
%17 = choice_less %3 %3 : yes or no
%18 = add_days %2 %1 : date or error
fact.f1 only if %0
criterion 1 "First" (p. 98, recalled)
  requires condition %10 holds %10 truth %10
  except late "Late" (no citation, recalled) when %0
limit 2 "Visits" (no citation, recalled)
  quantity 0 base %6 cap %6
quantity 0 fact.f1 asked %1 cap %6 within %7 zero %7 (1 1) in visits
assume fact.f1 %12 "Nothing was said." (no citation, recalled)
finding not_addressed %0 not_supported %0 supported %7
)");
}

}  // namespace
}  // namespace warrant
