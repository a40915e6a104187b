// The third law: no error becomes unknown or false except by being irrelevant. Step by step over the plans of random
// guidelines.
#include "tests/unit/oracle/compare.hpp"
#include "tests/unit/oracle/guideline_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::oracle {
namespace {

bool decided(const PlanValue& value) {
    const auto* truth = std::get_if<TruthSet>(&value.value);
    return truth != nullptr && truth->can_be_true != truth->can_be_false;
}

// The values of each step: of the case one, of a list one for each element.
using StepValues = std::vector<std::vector<PlanValue>>;

// Of a table, only rows that may apply count, and their conditions only where there are several.
bool row_reads_error(const Plan& plan, const StepValues& values, const Step& step, std::size_t at) {
    const std::uint32_t rows = step.operand_count / 2;
    bool conditions = false;
    bool results = false;
    std::uint32_t possible = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const PlanValue& condition = values[plan.operand(step, row).index][at];
        const PlanValue& value = values[plan.operand(step, rows + row).index][at];
        if (decided(condition) && std::get<TruthSet>(condition.value).can_be_true) return value.marked;
        if (decided(condition)) continue;
        ++possible;
        conditions = conditions || condition.marked;
        results = results || value.marked;
    }
    return results || (possible > 1 && conditions);
}

// Whether an operand is an error where the row of a step reads it. Of a question over a list that has a condition only the
// condition counts: what is not meant is not read.
bool reads_error(const Plan& plan, const StepValues& values, const Step& step, std::size_t row, std::uint32_t number) {
    const StepId operand = plan.operand(step, number);
    const RowSpace space = plan.step(operand).space;
    const auto marked = [](const PlanValue& value) { return value.marked; };
    if (reduces(step.op)) return number == 0 && std::any_of(values[operand.index].begin(), values[operand.index].end(), marked);
    return values[operand.index][space == step.space ? row : 0].marked;
}

// Of an index, only the values that it may name count.
bool named_value_errs(const Plan& plan, const StepValues& values, const Step& step, std::size_t row) {
    const PlanValue& index = values[plan.operand(step, 0).index][row];
    bool errs = index.marked;
    for (std::uint32_t value = 1; value < step.operand_count; ++value) {
        const bool open = contains(std::get<ChoiceSet>(index.value), value - 1);
        errs = errs || (open && values[plan.operand(step, value).index][row].marked);
    }
    return errs;
}

// A step that reads an error is an error, or its other operands decide it without; of an `if`, only the branch that is not
// taken does not count, of an index the values that it surely does not name.
bool keeps_errors(const Plan& plan, const StepValues& values, const Step& step, std::size_t row) {
    const PlanValue& own = values[static_cast<std::size_t>(&step - plan.steps.data())][row];
    bool reads = false;
    for (std::uint32_t number = 0; number < step.operand_count; ++number) {
        reads = reads || reads_error(plan, values, step, row, number);
    }
    if (step.op == Op::choose) {
        const PlanValue& condition = values[plan.operand(step, 0).index][row];
        if (decided(condition)) {
            const bool then = std::get<TruthSet>(condition.value).can_be_true;
            reads = values[plan.operand(step, then ? 1 : 2).index][row].marked;
        }
    }
    if (step.op == Op::pick) reads = row_reads_error(plan, values, step, row);
    if (step.op == Op::indexed) reads = named_value_errs(plan, values, step, row);
    return !reads || own.marked || decided(own);
}

// What arithmetic and comparisons make of their operands: there nothing decides against an error, so only another branch can
// remove it.
bool is_connective(Op op) {
    return op == Op::all_of || op == Op::any_of || op == Op::at_least || op == Op::negate || op == Op::choose ||
           op == Op::pick || op == Op::indexed;
}

struct ErrorTrial {
    const Plan& plan;
    const Vocabulary& words;
    std::size_t marks = 0;

    StepValues values_of(const Record& record) const {
        Values values(plan, words, 1);
        const FactColumns columns = columns_of(plan, words, {record});
        evaluate(plan, columns, 0, 1, values);
        StepValues all(plan.steps.size());
        for (std::uint32_t i = 0; i < plan.steps.size(); ++i) all[i] = plan_values(plan, values, StepId{i}, 0);
        return all;
    }

    std::string try_record(const Record& record, const Record& narrower, bool branches) {
        const StepValues before = values_of(record);
        const StepValues after = values_of(narrower);
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const Step& step = plan.steps[i];
            const std::string where = " at step " + std::to_string(i) + ", " + std::string(name_of(step.op)) + "\n";
            for (const StepValues* values : {&before, &after}) {
                for (std::size_t row = 0; row < (*values)[i].size(); ++row) {
                    if (!keeps_errors(plan, *values, step, row)) return "an error is lost" + where;
                }
            }
            if (step.space != case_rows) continue;
            marks += before[i][0].marked ? 1 : 0;
            if (!branches && !is_connective(step.op) && before[i][0].marked && !after[i][0].marked)
                return "narrowing removes an error" + where;
        }
        return {};
    }
};

void try_guidelines(const std::string& name, bool branches) {
    std::size_t marks = 0;
    for_seeds(name, 300, [&](Random random) {
        GuidelineHabits habits;
        const TableLibrary library = random_tables(random);
        habits.tables = library.names;
        habits.silent_tables = library.silent;
        World world(library.text);
        habits.branches = branches;
        habits.limits = branches;  // exceptions of limits are branches
        habits.errors = 40;
        const std::string text = random_guideline(random, habits);
        const Program program = world.guideline(text);
        const Plan plan = plan_of_guideline(program, text);
        const std::vector<FactId> facts = facts_read(plan, world.vocabulary());
        ErrorTrial trial{plan, world.vocabulary()};
        std::string wrong;
        for (int i = 0; i < 10 && wrong.empty() && !facts.empty(); ++i) {
            const Record record = random_record(world.vocabulary(), random, {});
            Record narrower = record;
            const FactId fact = random.pick(facts);
            narrower.sets[fact.index] = narrowed(world.vocabulary(), fact, record.sets[fact.index], random);
            wrong = trial.try_record(record, narrower, branches);
            if (!wrong.empty())
                wrong += oracle::show(world.vocabulary(), record, facts) + "narrowed\n" +
                         oracle::show(world.vocabulary(), narrower, facts) + text;
        }
        marks += trial.marks;
        return wrong;
    });
    EXPECT_GE(marks, 2'000u);
}

TEST(Laws, ErrorsStayErrorsUnlessTheyAreIrrelevant) {
    try_guidelines("errors, with branches", true);
}

TEST(Laws, NarrowingRemovesNoErrorOfACalculation) {
    try_guidelines("errors under narrowing", false);
}

}  // namespace
}  // namespace warrant::oracle
