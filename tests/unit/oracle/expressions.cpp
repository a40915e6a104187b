// Random expressions against the naive evaluator: equal where the language promises it, never in contradiction elsewhere.
#include "tests/unit/oracle/compare.hpp"
#include "tests/unit/oracle/table_text.hpp"

#include <gtest/gtest.h>

namespace warrant::oracle {
namespace {

TEST(Oracle, ExpressionsInWhichEachFactOccursOnceAreExact) {
    std::size_t cases = 0;
    World world;
    for_seeds("each fact once", 1500, [&](Random random) {
        ExpressionTrial trial;
        trial.text = single_use_expression(random, 1 + static_cast<int>(random.below(4)));
        trial.demand = Demand::exact;
        trial.most_completions = 3000;
        trial.habits.wide = false;  // beyond what the grid of the other unit can hold
        return try_expression(world, trial, 8, random, cases);
    });
    EXPECT_GE(cases, 12'000u);
}

TEST(Oracle, ExpressionsOfAllOperatorsAreNeverContradicted) {
    std::size_t cases = 0;
    for_seeds("all operators", 150, [&](Random random) {
        ExpressionHabits habits;
        habits.large = random.chance(30);
        DefinitionLibrary library = random_definitions(random, habits);
        const TableLibrary tables = random_tables(random);
        library.text += tables.text.substr(tables.text.find("table "));
        library.names.insert(library.names.end(), tables.names.begin(), tables.names.end());
        World world(library.text);
        std::string wrong;
        for (int i = 0; i < 40 && wrong.empty(); ++i) {
            ExpressionWriter writer(random, all_facts(), library.names, habits);
            ExpressionTrial trial;
            trial.large = habits.large;
            trial.habits.wide = habits.large;
            trial.text = random.chance(60) ? writer.truth(3) : writer.write(random.pick(all_facts()).sort, 3);
            wrong = try_expression(world, trial, 4, random, cases);
            if (!wrong.empty()) wrong += library.text;
        }
        return wrong;
    });
    EXPECT_GE(cases, 20'000u);
}

}  // namespace
}  // namespace warrant::oracle
