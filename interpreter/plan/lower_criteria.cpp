// Criteria joined by `and`, `or`, `any of`, `at least`, `every criterion`. What a criterion itself comes to is lower.cpp's.
#include "interpreter/plan/lower_criteria.hpp"

#include <algorithm>

namespace warrant {
namespace {

struct CriteriaLowering {
    Lowering& lowering;
    const ast::Module& tree;
    std::set<std::string>& mentioned;

    const CriterionPlan& criterion(const std::string& id) {
        mentioned.insert(id);
        auto same = [&](const CriterionPlan& part) { return part.id == id; };
        return *std::find_if(lowering.plan.criteria.begin(), lowering.plan.criteria.end(), same);
    }

    std::vector<StepId> each(const std::vector<ExprId>& operands, bool among_alternatives) {
        std::vector<StepId> steps;
        for (ExprId operand : operands) steps.push_back(lower(operand, among_alternatives));
        return steps;
    }

    // Under `any of`, a criterion counts only if it applies and holds.
    StepId lower(ExprId id, bool among_alternatives) {
        const ast::Expr& expr = tree.expr(id);
        if (const auto* connective = std::get_if<ast::Connective>(&expr.kind)) {
            bool all = connective->op == ast::ConnectiveOp::logical_and;
            auto steps = each(connective->operands, among_alternatives || !all);
            return all ? lowering.all_of(std::move(steps), expr.span) : lowering.any_of(std::move(steps), expr.span);
        }
        if (const auto* group = std::get_if<ast::Group>(&expr.kind)) {
            auto steps = each(group->operands, among_alternatives || group->op != ast::GroupOp::all_of);
            if (group->op == ast::GroupOp::all_of) return lowering.all_of(std::move(steps), expr.span);
            if (group->op == ast::GroupOp::any_of) return lowering.any_of(std::move(steps), expr.span);
            return lowering.emit(Op::at_least, Type{TypeKind::truth, {}, {}, {}}, std::move(steps),
                                 static_cast<std::uint32_t>(group->count), expr.span);
        }
        if (const auto* ref = std::get_if<ast::CriterionRef>(&expr.kind)) {
            const CriterionPlan& part = criterion(ref->criterion.text);
            if (!among_alternatives || !part.applies.valid()) return part.truth;
            return lowering.all_of({part.applies, part.truth}, expr.span);
        }
        std::vector<StepId> every;
        for (const CriterionPlan& part : lowering.plan.criteria) {
            mentioned.insert(part.id);
            every.push_back(part.truth);
        }
        return lowering.all_of(std::move(every), expr.span);
    }
};

}  // namespace

StepId lower_criteria(Lowering& lowering, const ast::Module& tree, ExprId when, std::set<std::string>& mentioned) {
    return CriteriaLowering{lowering, tree, mentioned}.lower(when, false);
}

}  // namespace warrant
