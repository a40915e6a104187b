// Plans of one expression: the condition of a procedure, or what `warrant eval` is given.
#include "interpreter/plan/lower.hpp"
#include "interpreter/plan/lowering.hpp"

#include <utility>

namespace warrant {

Plan lower_eligibility(const Program& program, Diagnostics& diagnostics) {
    Lowering lowering(program, diagnostics);
    lowering.plan.guideline.name = program.root_tree().header.name.text;
    for (const ast::Decl& decl : program.root_tree().decls) {
        if (const auto* eligible = std::get_if<ast::Eligible>(&decl.kind)) {
            StepId result = lowering.lower({program.root, nullptr, true}, eligible->when);
            lowering.plan.result = result;
        }
    }
    return std::move(lowering.plan);
}

Plan lower_expression(const Program& program, Diagnostics& diagnostics) {
    Lowering lowering(program, diagnostics);
    const auto& exprs = program.root_tree().exprs;
    if (exprs.empty()) return {};
    StepId result = lowering.lower({program.root, nullptr, true}, ExprId{static_cast<std::uint32_t>(exprs.size() - 1)});
    lowering.plan.result = result;
    return std::move(lowering.plan);
}

}  // namespace warrant
