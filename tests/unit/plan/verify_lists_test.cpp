// The verifier refuses every kind of damage to the steps of a list, one at a time; and how such steps are printed.
#include "tests/unit/evaluate/tiny_plan.hpp"

#include "interpreter/plan/print_plan.hpp"
#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace warrant {
namespace {

// A plan with a question of every kind over one of two lists.
struct SoundLists {
    Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    RowSpace list, other;
    StepId fact, meant, value, day, other_meant, everywhere, some, sum, least, latest;

    SoundLists() {
        list = tiny::add_list(plan);
        other = tiny::add_list(plan);
        fact = tiny::add_fact(plan, tiny::visits_type());
        meant = tiny::add_field(plan, list, tiny::truth_type());
        value = tiny::add_field(plan, list, tiny::visits_type());
        day = tiny::add_field(plan, list, tiny::date_type());
        other_meant = tiny::add_field(plan, other, tiny::truth_type());
        everywhere = tiny::add_step(plan, Op::broadcast, tiny::visits_type(), {fact}, 0, list);
        some = tiny::add_step(plan, Op::some_in, tiny::truth_type(), {meant});
        sum = tiny::add_step(plan, Op::sum_in, tiny::visits_type(), {meant, value}, 1);
        least = tiny::add_step(plan, Op::least_in, tiny::visits_type(), {meant, value, fact});
        latest = tiny::add_step(plan, Op::latest_in, tiny::visits_type(), {meant, day, value, fact});
        plan.result = some;
    }
    Step& step(StepId id) { return plan.steps[id.index]; }
    StepId& operand(StepId id, std::uint32_t number) { return plan.operands[step(id).operands + number]; }
};

struct Damage {
    const char* name;
    const char* message;
    std::function<void(SoundLists&)> apply;
};

class VerifyListDamage : public testing::TestWithParam<Damage> {};

TEST_P(VerifyListDamage, IsRefusedInWords) {
    SoundLists sound;
    ASSERT_EQ(verify(sound.plan, sound.vocabulary), std::vector<std::string>{});
    GetParam().apply(sound);
    const std::vector<std::string> problems = verify(sound.plan, sound.vocabulary);
    ASSERT_FALSE(problems.empty());
    EXPECT_NE(problems.front().find(GetParam().message), std::string::npos) << problems.front();
}

const Damage damages[] = {
    {"no_such_field", "its field does not exist", [](SoundLists& s) { s.step(s.value).payload = 9; }},
    {"field_of_another_step", "its field names another step", [](SoundLists& s) { s.step(s.value).payload = 0; }},
    {"field_of_another_type", "its field is of another type", [](SoundLists& s) { s.plan.fields[1].type = tiny::date_type(); }},
    {"field_of_another_list", "its field is of another row space", [](SoundLists& s) { s.step(s.value).space = s.other; }},
    {"field_of_no_record", "its field is not in the vocabulary", [](SoundLists& s) { s.plan.fields[1].field = 99; }},
    {"list_of_no_fact", "its field is not in the vocabulary", [](SoundLists& s) { s.plan.lists[0].fact = FactId{99}; }},
    {"field_that_is_not_read", "its step does not read it", [](SoundLists& s) { s.plan.fields.push_back(s.plan.fields[1]); }},
    {"fact_of_a_list", "it is not of the case", [](SoundLists& s) { s.step(s.fact).space = s.list; }},
    {"broadcast_to_the_case", "an operand is of another row space",
     [](SoundLists& s) { s.step(s.everywhere).space = case_rows; }},
    {"broadcast_of_an_element", "an operand is of another row space",
     [](SoundLists& s) { s.operand(s.everywhere, 0) = s.value; }},
    {"question_to_a_list", "an operand is of another row space", [](SoundLists& s) { s.step(s.some).space = s.list; }},
    {"elements_of_two_lists", "an operand is of another row space", [](SoundLists& s) { s.operand(s.sum, 0) = s.other_meant; }},
    {"else_of_an_element", "an operand is of another row space", [](SoundLists& s) { s.operand(s.least, 2) = s.value; }},
    {"value_of_the_case", "an operand is of another row space", [](SoundLists& s) { s.operand(s.latest, 2) = s.fact; }},
    {"sum_of_days", "operand 2 is not a number or quantity", [](SoundLists& s) { s.operand(s.sum, 1) = s.day; }},
    {"least_of_other_kinds", "its values are of another kind", [](SoundLists& s) { s.operand(s.least, 1) = s.day; }},
    {"ordered_by_a_truth", "what orders the elements has no order", [](SoundLists& s) { s.operand(s.latest, 1) = s.meant; }},
    {"sign_of_a_sum", "its payload is neither 0 nor 1", [](SoundLists& s) { s.step(s.sum).payload = 2; }},
    {"error_of_a_sum", "keeps no mark", [](SoundLists& s) { s.step(s.sum).can_err = false; }},
    {"result_of_an_element", "of the elements of a list", [](SoundLists& s) { s.plan.result = s.meant; }},
    {"gate_of_an_element", "of the elements of a list", [](SoundLists& s) { s.plan.lists[0].gate = s.meant; }},
};

INSTANTIATE_TEST_SUITE_P(All, VerifyListDamage, testing::ValuesIn(damages),
                         [](const auto& damage) { return std::string(damage.param.name); });

TEST(PrintListPlan, StepsSayOfWhichListTheyAre) {
    const SoundLists sound;
    EXPECT_EQ(print_plan(sound.plan, sound.vocabulary),
              "%0 = fact fact.f0 : visits\n"
              "%1 = field fact.f0.g0 : yes or no in fact.f0\n"
              "%2 = field fact.f0.g1 : visits in fact.f0\n"
              "%3 = field fact.f0.g2 : date in fact.f0\n"
              "%4 = field fact.f1.g3 : yes or no in fact.f1\n"
              "%5 = broadcast %0 : visits in fact.f0\n"
              "%6 = some_in %1 : yes or no\n"
              "%7 = sum_in %1 %2 (never negative) : visits or error\n"
              "%8 = least_in %1 %2 %0 : visits\n"
              "%9 = latest_in %1 %3 %2 %0 : visits\n"
              "finding result %6\n");
}

}  // namespace
}  // namespace warrant
