// A part is replaced by copying the steps that lead from it to the finding, with a constant in its place. Nothing is evaluated
// here, and the evaluator knows nothing of it.
#include "interpreter/suite/replaced_part.hpp"

#include <algorithm>
#include <utility>

namespace warrant::suites {
namespace {

void add_exceptions(const std::vector<ExceptionPlan>& exceptions, const std::string& of, const std::vector<StepId>& others,
                    std::vector<PlanPart>& parts) {
    for (const ExceptionPlan& exception : exceptions)
        parts.push_back({PlanPart::Kind::truth, of + "." + exception.name, exception.when, 0, 0, others});
}

// What the values of the parts are, seen from the finding.
std::vector<StepId> outermost(const Plan& plan) {
    std::vector<StepId> steps;
    for (const CriterionPlan& criterion : plan.criteria) {
        steps.push_back(criterion.truth);
        steps.push_back(criterion.applies);
        steps.push_back(criterion.silent);
    }
    for (const LimitPlan& limit : plan.limits) {
        steps.push_back(limit.cap);
        steps.push_back(limit.silent);
    }
    for (const ExceptionPlan& exception : plan.recommendation.exceptions) steps.push_back(exception.when);
    steps.push_back(plan.recommendation.not_recommended);
    steps.push_back(plan.recommendation.no_recommendation);
    return steps;
}

// The same, with what a part is made of in the part's own place, so that one of its exceptions is seen.
std::vector<StepId> opened(std::vector<StepId> others, StepId part, std::vector<StepId> made_of,
                           const std::vector<ExceptionPlan>& exceptions) {
    others.erase(std::remove(others.begin(), others.end(), part), others.end());
    others.insert(others.end(), made_of.begin(), made_of.end());
    for (const ExceptionPlan& exception : exceptions) {
        others.push_back(exception.when);
        others.push_back(exception.cap);
    }
    return others;
}

void add_clause(StepId when, const std::string& name, const std::vector<StepId>& others, std::vector<PlanPart>& parts) {
    if (when.valid()) parts.push_back({PlanPart::Kind::truth, name, when, 0, 0, others});
}

// The tables that the parts look up; those of a clause that says what a section covers decide no finding of it.
std::vector<bool> tables_behind(const Plan& plan, const std::vector<PlanPart>& parts) {
    std::vector<bool> behind(plan.steps.size(), false);
    for (const PlanPart& part : parts) behind[part.step.index] = true;
    std::vector<bool> tables(plan.tables.size(), false);
    for (std::size_t index = plan.steps.size(); index-- > 0;) {
        if (!behind[index]) continue;
        const Step& step = plan.steps[index];
        if (step.op == Op::pick) tables[step.payload] = true;
        for (std::uint32_t number = 0; number < step.operand_count; ++number) behind[plan.operand(step, number).index] = true;
    }
    return tables;
}

void add_rows(const Plan& plan, std::vector<PlanPart>& parts) {
    const std::vector<bool> behind = tables_behind(plan, parts);
    for (std::uint32_t table = 0; table < plan.tables.size(); ++table) {
        if (!behind[table]) continue;
        const TablePlan& printed = plan.tables[table];
        for (std::uint32_t row = 0; row < printed.rows.size() && printed.rows.size() > 1; ++row) {
            const std::string name = "row " + printed.rows[row].label + " of " + printed.name;
            parts.push_back({PlanPart::Kind::row, name, StepId{}, table, row, {}});
        }
    }
}

Plan replaced(const Plan& plan, const PlanPart& part, ValueSet value) {
    Plan variant = plan;
    std::vector<StepId> now(plan.steps.size());
    std::vector<bool> other(plan.steps.size(), false);
    for (const StepId step : part.others) {
        if (step.valid()) other[step.index] = true;
    }
    const auto append = [&variant](Step step) {
        variant.steps.push_back(step);
        return StepId{static_cast<std::uint32_t>(variant.steps.size() - 1)};
    };
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        Step step = plan.steps[index];
        now[index] = StepId{index};
        if (index == part.step.index) {
            variant.constants.push_back(std::move(value));
            step.op = Op::constant;
            step.can_err = false;
            step.operand_count = 0;
            step.payload = static_cast<std::uint32_t>(variant.constants.size() - 1);
            now[index] = append(step);
            continue;
        }
        bool changed = false;
        for (std::uint32_t i = 0; i < step.operand_count; ++i) {
            const std::uint32_t operand = plan.operand(step, i).index;
            changed = changed || now[operand].index != operand;
        }
        if (other[index] || !changed) continue;
        const auto first = static_cast<std::uint32_t>(variant.operands.size());
        for (std::uint32_t i = 0; i < step.operand_count; ++i) variant.operands.push_back(now[plan.operand(step, i).index]);
        step.operands = first;
        now[index] = append(step);
    }
    const auto follow = [&now](StepId& root) {
        if (root.valid()) root = now[root.index];
    };
    for (QuantityPlan& quantity : variant.quantities) {
        follow(quantity.cap);
        follow(quantity.within);
        follow(quantity.zero);
    }
    for (StepId* root :
         {&variant.not_addressed, &variant.none_applies, &variant.all_criteria, &variant.not_supported, &variant.supported})
        follow(*root);
    return variant;
}

}  // namespace

std::vector<PlanPart> parts_of(const Plan& plan, std::string_view guideline) {
    const std::vector<StepId> all = outermost(plan);
    std::vector<PlanPart> parts;
    for (const Plan::Part& part : plan.parts) {
        const GuidelineInfo& of = part.added == no_guideline ? plan.guideline : plan.added[part.added].guideline;
        if (of.name != guideline) continue;
        if (part.is_limit) {
            const LimitPlan& limit = plan.limits[part.index];
            parts.push_back({PlanPart::Kind::limit, limit.id, limit.cap, 0, 0, all});
            add_exceptions(limit.exceptions, limit.id, opened(all, limit.cap, {limit.base, limit.applies}, limit.exceptions),
                           parts);
        } else {
            const CriterionPlan& criterion = plan.criteria[part.index];
            parts.push_back({PlanPart::Kind::truth, criterion.id, criterion.truth, 0, 0, all});
            add_exceptions(criterion.exceptions, criterion.id,
                           opened(all, criterion.truth, {criterion.holds, criterion.applies}, criterion.exceptions), parts);
        }
    }
    if (plan.guideline.name == guideline) {
        const RecommendationPlan& clauses = plan.recommendation;
        add_exceptions(clauses.exceptions, "not recommended", all, parts);
        add_clause(clauses.not_recommended, "not recommended", all, parts);
        add_clause(clauses.no_recommendation, "no recommendation", all, parts);
    }
    add_rows(plan, parts);
    return parts;
}

Plan with_truth(const Plan& plan, const PlanPart& part, bool truth) {
    return replaced(plan, part, TruthSet{truth, !truth});
}

Plan without_limit(const Plan& plan, const PlanPart& part) {
    return replaced(plan, part, OrderedSet{unbounded_high, unbounded_high});
}

std::vector<std::uint32_t> other_rows(const Plan& plan, const PlanPart& part) {
    const std::vector<TablePlan::Row>& rows = plan.tables[part.table].rows;
    const auto those = [&](bool not_addressed) {
        std::vector<std::uint32_t> others;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            if (row != part.row && rows[row].not_addressed == not_addressed) others.push_back(row);
        }
        return others;
    };
    const std::vector<std::uint32_t> speaking = those(false);
    return speaking.empty() ? those(true) : speaking;
}

Plan with_row_of(const Plan& plan, const PlanPart& part, std::uint32_t other) {
    Plan variant = plan;
    for (const Step& step : plan.steps) {
        if (step.op != Op::pick || step.payload != part.table) continue;
        StepId* values = &variant.operands[step.operands + step.operand_count / 2];
        values[part.row] = values[other];
    }
    return variant;
}

}  // namespace warrant::suites
