// What the plan says of an expression beside what the naive evaluator says of the completions. It decides what agreement means:
// language.md section 8, "every operator is the sound extension to sets".
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "tests/unit/oracle/naive.hpp"

#include <set>
#include <string>
#include <vector>

namespace warrant::oracle {

// What a step says for one row.
struct PlanValue {
    ValueSet value;
    bool marked = false;

    friend bool operator==(const PlanValue&, const PlanValue&) = default;
};
PlanValue plan_value(const Values& values, StepId step, std::size_t row);
// What it says for one case: one value, or, of a list's elements, one for each that the case has.
std::vector<PlanValue> plan_values(const Plan& plan, const Values& values, StepId step, std::size_t row);

bool is_full(const ValueSet& set);  // every value of a truth; an ordered set without ends; any text
bool allows(const ValueSet& set, const Outcome& outcome);

// How much the plan must say.
enum class Demand {
    sound,  // it never says what a completion denies
    exact,  // it says exactly what the completions have in common
};

// What is wrong, or an empty text. `outcomes`: of the completions; `bounded`: all facts that were read have ends, so that
// ranges can be compared by their ends.
std::string disagreement(const PlanValue& plan, const std::set<Outcome>& outcomes, Demand demand, bool bounded);

// One expression with many records.
struct ExpressionTrial {
    std::string text;
    Demand demand = Demand::sound;
    std::size_t most_completions = 64;
    // Numbers occur that leave the 64-bit values when they are multiplied. A range may lie there in part, a value may not, so
    // narrowing can bring an error: what narrowing does is tried without such numbers.
    bool large = false;
    RecordHabits habits;
};
// Evaluates plan and naive reading for `records` random records and for completions and narrowings of each. `cases` counts what
// was compared.
std::string try_expression(World& world, const ExpressionTrial& trial, std::size_t records, Random& random, std::size_t& cases);

}  // namespace warrant::oracle
