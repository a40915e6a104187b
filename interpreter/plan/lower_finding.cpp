// The parts of a guideline joined into the rows of the finding (language.md section 6).
#include "interpreter/plan/lower_finding.hpp"

#include <utility>

namespace warrant {

void add_finding_rows(Lowering& lowering, Span span, std::size_t own_criteria, const std::set<std::string>& mentioned,
                      std::vector<StepId> silent_parts) {
    Plan& plan = lowering.plan;
    std::vector<StepId> needed;
    if (plan.recommendation.never_recommended) {
        std::vector<StepId> ways;
        for (const ExceptionPlan& exception : plan.recommendation.exceptions) ways.push_back(exception.when);
        needed.push_back(lowering.any_of(std::move(ways), span));
    }
    if (plan.recommendation.recommended.valid()) needed.push_back(plan.recommendation.recommended);
    std::vector<StepId> inapplicable;
    for (std::size_t number = 0; number < plan.criteria.size(); ++number) {
        const CriterionPlan& part = plan.criteria[number];
        if (mentioned.count(part.id) == 0) needed.push_back(part.truth);
        if (number < own_criteria && part.applies.valid()) inapplicable.push_back(part.applies);
    }
    StepId all = lowering.all_of(std::move(needed), span);
    plan.all_criteria = all;

    if (own_criteria > 0) {
        std::vector<StepId> none;
        for (StepId applies : inapplicable) none.push_back(lowering.negate(applies, span));
        bool some_always = inapplicable.size() < own_criteria;
        StepId step = some_always ? lowering.truth_constant(false, span) : lowering.all_of(std::move(none), span);
        plan.none_applies = step;
    }
    if (plan.recommendation.no_recommendation.valid()) silent_parts.push_back(plan.recommendation.no_recommendation);
    StepId silent = lowering.any_of(std::move(silent_parts), span);
    plan.not_addressed = silent;

    std::vector<StepId> against;
    if (plan.recommendation.not_recommended.valid()) against.push_back(plan.recommendation.not_recommended);
    against.push_back(lowering.negate(all, span));
    std::vector<StepId> within;
    for (const QuantityPlan& quantity : plan.quantities) {
        against.push_back(quantity.zero);
        within.push_back(quantity.within);
    }
    StepId not_supported = lowering.any_of(std::move(against), span);
    plan.not_supported = not_supported;
    StepId supported = lowering.all_of(std::move(within), span);
    plan.supported = supported;
}

}  // namespace warrant
