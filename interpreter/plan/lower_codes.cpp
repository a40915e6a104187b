// Memberships of codes: what is written in a list becomes one set, with the named sets in it.
#include "interpreter/check/code_patterns.hpp"
#include "interpreter/plan/lowering.hpp"

#include <utility>

namespace warrant {
namespace {

// The checker made sure that it is a text in the form of a code.
const std::string& text_of(const ast::Module& tree, ExprId literal) {
    return std::get<ast::TextLiteral>(tree.expr(literal).kind).text;
}

CodePattern range_of(const ast::Module& tree, ExprId low, ExprId high) {
    return {CodePattern::Kind::range, text_of(tree, low), text_of(tree, high)};
}

}  // namespace

StepId lower_code_range(Lowering& lowering, const LowerContext& context, StepId subject, const ast::InRange& in, Span span) {
    const ast::Module& tree = *lowering.program().modules[context.module].tree;
    return lowering.code_in(subject, {range_of(tree, in.low, in.high)}, {}, span);
}

StepId lower_code_list(Lowering& lowering, const LowerContext& context, StepId subject, const ast::InList& in, Span span) {
    const Program& program = lowering.program();
    const LinkedModule& module = program.modules[context.module];
    Diagnostics none;  // the checker reported what is wrong with a code
    CodeSet codes;
    std::string label;
    std::vector<StepId> ways;
    for (const ExprId item : in.items) {
        const ast::ExprKind& kind = module.tree->expr(item).kind;
        if (const auto* literal = std::get_if<ast::TextLiteral>(&kind)) {
            if (auto pattern = read_code_pattern({literal->text, span}, none)) codes.push_back(std::move(*pattern));
        } else if (const auto* range = std::get_if<ast::ItemRange>(&kind)) {
            codes.push_back(range_of(*module.tree, range->low, range->high));
        } else if (const auto* named = std::get_if<ValuesRef>(&module.tables.references[item.index])) {
            const auto& values = std::get<ast::Values>(program.modules[named->module].tree->decls[named->decl.index].kind);
            const CodeSet held = codes_of(values, none);
            codes.insert(codes.end(), held.begin(), held.end());
            if (in.items.size() == 1) label = values.label ? values.label->text : values.name.text;
        } else {  // a fact or parameter that is itself a code
            const Type truth{TypeKind::truth, {}, {}, {}};
            ways.push_back(lowering.emit(Op::text_equal, truth, {subject, lowering.lower(context, item)}, 0, span));
        }
    }
    if (!codes.empty()) {
        ways.insert(ways.begin(), lowering.code_in(subject, std::move(codes), std::move(label), span));
    }
    return lowering.any_of(std::move(ways), span);
}

}  // namespace warrant
