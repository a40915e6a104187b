// The parts of a plan whose value a test can see matter, and plans in which one of them has another value. Private to suite/.
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant::suites {

// A criterion, an exception, a limit, a clause that says no or nothing, or a row of a table.
struct PlanPart {
    enum class Kind { truth, limit, row } kind = Kind::truth;
    std::string name;         // `5a`, `9.gains`, `not recommended`, `row codeine of morphine_factor`
    StepId step;              // its truth; of a limit its cap; unset of a row
    std::uint32_t table = 0;  // of a row
    std::uint32_t row = 0;    // in its table
    // Steps past which a replaced value is not followed: the other parts. Two parts that read one fact may share a step, and
    // only this part's use of it is replaced.
    std::vector<StepId> others;
};

// Those of one guideline: the section itself, or one whose parts are added to it.
std::vector<PlanPart> parts_of(const Plan& plan, std::string_view guideline);

// The plan with a constant in the place of this part alone: a truth, or of a limit no cap.
Plan with_truth(const Plan& plan, const PlanPart& part, bool truth);
Plan without_limit(const Plan& plan, const PlanPart& part);
// The rows of its table whose results a row is tried with: those that say something, or without one those that do not.
std::vector<std::uint32_t> other_rows(const Plan& plan, const PlanPart& part);
// The plan in which a row gives what another one gives, whatever is looked up.
Plan with_row_of(const Plan& plan, const PlanPart& part, std::uint32_t other);

}  // namespace warrant::suites
