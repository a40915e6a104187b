// Error marks, assumptions, and the two operators that read the record (documented, known): which steps carry a mark, which
// absorb it.
#include "interpreter/evaluate/evaluate.hpp"
#include "tests/unit/evaluate/tiny_plan.hpp"

#include <gtest/gtest.h>

namespace warrant {
namespace {

const ValueSet yes = TruthSet{.can_be_true = true, .can_be_false = false};
const ValueSet no = TruthSet{.can_be_true = false, .can_be_false = true};
const ValueSet unclear = TruthSet{};

ValueSet one(std::int64_t value) {
    return OrderedSet{value, value};
}

// A plan whose steps 0-2 are a yes, a no and an unclear fact, 3 a division by zero, and 4 a comparison that reads it.
struct Marked {
    Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    StepId yes_fact, no_fact, unclear_fact, error, wrong;

    Marked() {
        yes_fact = tiny::add_fact(plan, tiny::truth_type());
        no_fact = tiny::add_fact(plan, tiny::truth_type());
        unclear_fact = tiny::add_fact(plan, tiny::truth_type());
        const StepId number = tiny::add_fact(plan, tiny::number_type());
        const StepId zero = tiny::add_fact(plan, tiny::number_type());
        error = tiny::add_step(plan, Op::divide, tiny::number_type(), {number, zero}, tiny::add_scale(plan, {}));
        wrong = tiny::add_step(plan, Op::less, tiny::truth_type(), {error, number}, tiny::add_scale(plan, {}));
    }
    StepId truth(Op op, const std::vector<StepId>& operands, std::uint32_t payload = 0) {
        return tiny::add_step(plan, op, tiny::truth_type(), operands, payload);
    }
    // The value of a step, and whether it is marked. Judged in the second of two words, with other rows around it.
    std::pair<ValueSet, bool> result(StepId step) const {
        tiny::FactRow row{{yes, false}, {no, false}, {unclear, false}, {one(5), false}, {one(0), false}};
        tiny::FactRow other{{no, false}, {yes, false}, {yes, false}, {one(7), false}, {one(2), false}};
        while (row.size() < plan.slots.size()) {
            row.push_back({one(9), true});
            other.push_back({one(1), false});
        }
        std::vector<tiny::FactRow> rows(70, other);
        rows[66] = row;
        const FactColumns facts = tiny::make_columns(plan, vocabulary, rows);
        Values values(plan, vocabulary, 70);
        evaluate(plan, facts, 0, 70, values);
        for (const std::size_t around : {std::size_t{0}, std::size_t{65}, std::size_t{67}})
            EXPECT_FALSE(values.is_error(step, around));
        return {values.at(step, 66), values.is_error(step, 66)};
    }
};

using Result = std::pair<ValueSet, bool>;

TEST(Marks, AnErringStepAllowsEverythingAndMarksItsReaders) {
    Marked marked;
    EXPECT_EQ(marked.result(marked.error), Result(OrderedSet{}, true));
    EXPECT_EQ(marked.result(marked.wrong), Result(unclear, true));
}

TEST(Marks, FalseAndErrorIsFalseInEitherOrder) {
    Marked marked;
    EXPECT_EQ(marked.result(marked.truth(Op::all_of, {marked.no_fact, marked.wrong})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::all_of, {marked.wrong, marked.no_fact})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::all_of, {marked.wrong, marked.yes_fact})), Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::all_of, {marked.wrong, marked.unclear_fact})), Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::any_of, {marked.wrong, marked.yes_fact})), Result(yes, false));
    EXPECT_EQ(marked.result(marked.truth(Op::any_of, {marked.no_fact, marked.wrong})), Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::negate, {marked.wrong})), Result(unclear, true));
}

TEST(Marks, AtLeastAbsorbsWhatDoesNotMatter) {
    Marked marked;
    const std::vector<StepId> operands{marked.yes_fact, marked.wrong, marked.no_fact};
    EXPECT_EQ(marked.result(marked.truth(Op::at_least, operands, 1)), Result(yes, false));
    EXPECT_EQ(marked.result(marked.truth(Op::at_least, operands, 2)), Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::at_least, operands, 3)), Result(no, false));
}

TEST(Marks, AnIfDropsTheMarkOfTheBranchNotTaken) {
    Marked marked;
    EXPECT_EQ(marked.result(marked.truth(Op::choose, {marked.yes_fact, marked.no_fact, marked.wrong})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::choose, {marked.no_fact, marked.no_fact, marked.wrong})), Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::choose, {marked.unclear_fact, marked.no_fact, marked.wrong})),
              Result(unclear, true));
    EXPECT_EQ(marked.result(marked.truth(Op::choose, {marked.wrong, marked.yes_fact, marked.yes_fact})), Result(yes, false));
    EXPECT_EQ(marked.result(marked.truth(Op::choose, {marked.wrong, marked.yes_fact, marked.no_fact})), Result(unclear, true));
    const StepId three = tiny::add_constant(marked.plan, tiny::number_type(), one(3));
    const auto number = [&](StepId condition, StepId then, StepId otherwise) {
        return marked.result(tiny::add_step(marked.plan, Op::choose, tiny::number_type(), {condition, then, otherwise}));
    };
    EXPECT_EQ(number(marked.yes_fact, three, marked.error), Result(one(3), false));
    EXPECT_EQ(number(marked.no_fact, three, marked.error), Result(OrderedSet{}, true));
    EXPECT_EQ(number(marked.unclear_fact, three, marked.error), Result(OrderedSet{}, true));
    EXPECT_EQ(number(marked.wrong, three, three), Result(OrderedSet{}, true));
}

TEST(Marks, APickDropsTheMarksOfRowsThatDoNotApply) {
    Marked marked;
    const StepId three = tiny::add_constant(marked.plan, tiny::number_type(), one(3));
    const auto picked = [&](Type type, const std::vector<StepId>& operands) {
        return marked.result(
            tiny::add_step(marked.plan, Op::pick, type, operands, tiny::add_table(marked.plan, operands.size() / 2)));
    };
    const Type number = tiny::number_type();
    EXPECT_EQ(picked(number, {marked.yes_fact, marked.no_fact, three, marked.error}), Result(one(3), false));
    EXPECT_EQ(picked(number, {marked.no_fact, marked.yes_fact, three, marked.error}), Result(OrderedSet{}, true));
    const StepId other = marked.truth(Op::negate, {marked.unclear_fact});
    EXPECT_EQ(picked(number, {marked.unclear_fact, other, three, marked.error}), Result(OrderedSet{}, true));
    // A key that errs leaves every row open, also where all rows give the same.
    const StepId not_wrong = marked.truth(Op::negate, {marked.wrong});
    EXPECT_EQ(picked(number, {marked.wrong, not_wrong, three, three}), Result(OrderedSet{}, true));
    // The other keys may leave one row all the same.
    EXPECT_EQ(picked(number, {marked.wrong, marked.no_fact, three, three}), Result(one(3), false));
    const Type truth = tiny::truth_type();
    EXPECT_EQ(picked(truth, {marked.wrong, not_wrong, marked.yes_fact, marked.yes_fact}), Result(yes, false));
    EXPECT_EQ(picked(truth, {marked.wrong, not_wrong, marked.yes_fact, marked.no_fact}), Result(unclear, true));
    const Type grade = tiny::choice_type(tiny::ordered_choice);
    const StepId first = tiny::add_constant(marked.plan, grade, one_choice(4, 0));
    EXPECT_EQ(picked(grade, {marked.wrong, not_wrong, first, first}), Result(all_choices(4), true));
    const StepId text = tiny::add_constant(marked.plan, tiny::text_type(), TextSet{.any = false, .values = {"a"}});
    EXPECT_EQ(picked(tiny::text_type(), {marked.wrong, not_wrong, text, text}), Result(TextSet{}, true));
}

TEST(Marks, APickOfWhichNoRowAppliesRulesNothingOut) {
    Marked marked;
    const auto nothing = [&](Type type, StepId value) {
        return marked.result(
            tiny::add_step(marked.plan, Op::pick, type, {marked.no_fact, value}, tiny::add_table(marked.plan, 1)));
    };
    EXPECT_EQ(nothing(tiny::number_type(), tiny::add_constant(marked.plan, tiny::number_type(), one(3))),
              Result(OrderedSet{}, false));
    EXPECT_EQ(nothing(tiny::truth_type(), marked.yes_fact), Result(unclear, false));
}

TEST(Marks, ChoicesAndTextsOfAnUnclearMarkedConditionAllowEverything) {
    Marked marked;
    const Type grade = tiny::choice_type(tiny::ordered_choice);
    const StepId first = tiny::add_constant(marked.plan, grade, one_choice(4, 0));
    const StepId choice = tiny::add_step(marked.plan, Op::choose, grade, {marked.wrong, first, first});
    EXPECT_EQ(marked.result(choice), Result(all_choices(4), true));
    const StepId text = tiny::add_constant(marked.plan, tiny::text_type(), TextSet{.any = false, .values = {"a"}});
    EXPECT_EQ(marked.result(tiny::add_step(marked.plan, Op::choose, tiny::text_type(), {marked.wrong, text, text})),
              Result(TextSet{}, true));
    EXPECT_EQ(marked.result(tiny::add_step(marked.plan, Op::choose, tiny::text_type(), {marked.yes_fact, text, text})),
              Result(TextSet{.any = false, .values = {"a"}}, false));
}

TEST(Marks, AnIndexDropsTheMarksOfTheValuesThatItDoesNotName) {
    Marked marked;
    const Type route = tiny::choice_type(tiny::plain_choice);
    const StepId three = tiny::add_constant(marked.plan, tiny::number_type(), one(3));
    const auto by = [&](ChoiceSet index) {
        const StepId step = tiny::add_constant(marked.plan, route, std::move(index));
        return marked.result(tiny::add_step(marked.plan, Op::indexed, tiny::number_type(), {step, three, marked.error, three}));
    };
    ChoiceSet first_or_last = one_choice(3, 0);
    first_or_last.words[0] |= one_choice(3, 2).words[0];
    EXPECT_EQ(by(one_choice(3, 0)), Result(one(3), false));
    EXPECT_EQ(by(first_or_last), Result(one(3), false));
    EXPECT_EQ(by(one_choice(3, 1)), Result(OrderedSet{}, true));
    EXPECT_EQ(by(all_choices(3)), Result(OrderedSet{}, true));
}

TEST(Marks, ExtremesOfAnErrorAreMarked) {
    Marked marked;
    const StepId three = tiny::add_constant(marked.plan, tiny::number_type(), one(3));
    EXPECT_EQ(marked.result(tiny::add_step(marked.plan, Op::least, tiny::number_type(), {three, marked.error})),
              Result(OrderedSet{}, true));
}

TEST(Record, DocumentedIsTrueFalseOrTheErrorItself) {
    Marked marked;
    EXPECT_EQ(marked.result(marked.truth(Op::documented, {marked.yes_fact})), Result(yes, false));
    EXPECT_EQ(marked.result(marked.truth(Op::documented, {marked.no_fact})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::documented, {marked.unclear_fact})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::documented, {marked.wrong})), Result(unclear, true));
}

TEST(Record, KnownMeansOneValue) {
    Marked marked;
    EXPECT_EQ(marked.result(marked.truth(Op::known, {marked.no_fact})), Result(yes, false));
    EXPECT_EQ(marked.result(marked.truth(Op::known, {marked.unclear_fact})), Result(no, false));
    EXPECT_EQ(marked.result(marked.truth(Op::known, {marked.error})), Result(unclear, true));
    const auto constant = [&](Type type, ValueSet set) {
        return marked.result(marked.truth(Op::known, {tiny::add_constant(marked.plan, type, std::move(set))}));
    };
    EXPECT_EQ(constant(tiny::number_type(), one(4)), Result(yes, false));
    EXPECT_EQ(constant(tiny::number_type(), OrderedSet{4, 5}), Result(no, false));
    EXPECT_EQ(constant(tiny::choice_type(tiny::plain_choice), one_choice(3, 2)), Result(yes, false));
    EXPECT_EQ(constant(tiny::choice_type(tiny::plain_choice), all_choices(3)), Result(no, false));
    EXPECT_EQ(constant(tiny::text_type(), TextSet{.any = false, .values = {"a"}}), Result(yes, false));
    EXPECT_EQ(constant(tiny::text_type(), TextSet{}), Result(no, false));
}

TEST(Record, AnAssumptionStandsInOnlyWhereNothingIsSaid) {
    Marked marked;
    const StepId fact = tiny::add_fact(marked.plan, tiny::number_type());
    const StepId three = tiny::add_constant(marked.plan, tiny::number_type(), one(3));
    const StepId assumed = tiny::add_step(marked.plan, Op::assume, tiny::number_type(), {fact, three}, 5);
    const std::vector<tiny::FactRow> rows{{{yes}, {yes}, {yes}, {one(1)}, {one(1)}, {one(9), false}},
                                          {{yes}, {yes}, {yes}, {one(1)}, {one(1)}, {OrderedSet{}, true}},
                                          {{yes}, {yes}, {yes}, {one(1)}, {one(1)}, {OrderedSet{}, false}}};
    const FactColumns facts = tiny::make_columns(marked.plan, marked.vocabulary, rows);
    Values values(marked.plan, marked.vocabulary, 3);
    evaluate(marked.plan, facts, 0, 3, values);
    EXPECT_EQ(values.at(assumed, 0), one(9));
    EXPECT_EQ(values.at(assumed, 1), one(3));
    EXPECT_EQ(values.at(assumed, 2), ValueSet{OrderedSet{}});
}

TEST(Limits, NoLimitIsAtLeastEverything) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    const StepId asked = tiny::add_fact(plan, tiny::visits_type());
    const StepId none = tiny::add_constant(plan, tiny::visits_type(), OrderedSet{unbounded_high, unbounded_high});
    const StepId cap = tiny::add_constant(plan, tiny::visits_type(), one(8));
    const std::uint32_t plain = tiny::add_scale(plan, {});
    const StepId within = tiny::add_step(plan, Op::less_equal, tiny::truth_type(), {asked, none}, plain);
    const StepId least = tiny::add_step(plan, Op::least, tiny::visits_type(), {none, cap});
    const StepId rest = tiny::add_step(plan, Op::subtract, tiny::visits_type(), {none, cap}, plain);
    const StepId seventh =
        tiny::add_step(plan, Op::less_equal, tiny::truth_type(), {asked, none}, tiny::add_scale(plan, {1, 7}));
    const FactColumns facts = tiny::make_columns(plan, vocabulary, {{{OrderedSet{0, unbounded_high}}}});
    Values values(plan, vocabulary, 1);
    evaluate(plan, facts, 0, 1, values);
    EXPECT_EQ(values.at(within, 0), yes);
    EXPECT_EQ(values.at(seventh, 0), yes);
    EXPECT_EQ(values.at(least, 0), one(8));
    EXPECT_EQ(values.at(rest, 0), (ValueSet{OrderedSet{unbounded_high, unbounded_high}}));
}

TEST(Texts, ConstantsThatNoFactHasAreStillTheirOwnTexts) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    Plan plan;
    const auto text = [](const char* value) { return TextSet{.any = false, .values = {value}}; };
    const StepId fact = tiny::add_fact(plan, tiny::text_type());
    const StepId known = tiny::add_constant(plan, tiny::text_type(), text("seen"));
    const StepId first = tiny::add_constant(plan, tiny::text_type(), text("nowhere"));
    const StepId second = tiny::add_constant(plan, tiny::text_type(), text("elsewhere"));
    const auto equal = [&](StepId a, StepId b) { return tiny::add_step(plan, Op::text_equal, tiny::truth_type(), {a, b}); };
    const StepId hit = equal(fact, known), miss = equal(fact, first), differ = equal(first, second), same = equal(first, first);
    // Facts of two pools, in which the text has different numbers, through the same values.
    Values values(plan, vocabulary, 2);
    for (const std::vector<tiny::FactRow>& rows : {std::vector<tiny::FactRow>{{{text("seen")}}, {{text("other")}}},
                                                   std::vector<tiny::FactRow>{{{text("seen")}}, {{text("a")}}},
                                                   std::vector<tiny::FactRow>{{{text("seen")}}, {{text("third")}}}}) {
        FactColumns facts = tiny::make_columns(plan, vocabulary, {rows[1], rows[0]});
        evaluate(plan, facts, 0, 2, values);
        EXPECT_EQ(values.at(hit, 0), no);
        EXPECT_EQ(values.at(hit, 1), yes);
        EXPECT_EQ(values.at(miss, 1), no);
        EXPECT_EQ(values.at(differ, 0), no);
        EXPECT_EQ(values.at(same, 1), yes);
        EXPECT_EQ(values.at(first, 1), ValueSet{text("nowhere")});
        EXPECT_EQ(values.at(known, 0), ValueSet{text("seen")});
    }
}

}  // namespace
}  // namespace warrant
