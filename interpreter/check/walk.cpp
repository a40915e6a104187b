// Walks over expressions without typing them: which facts they read.
#include "interpreter/check/checker.hpp"

namespace warrant {
namespace {

// The children of an expression, in order.
std::vector<ExprId> children_of(const ast::ExprKind& kind) {
    struct Children {
        std::vector<ExprId> operator()(const ast::NumberLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::DateLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::TruthLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::TextLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::NameRef&) const { return {}; }
        std::vector<ExprId> operator()(const ast::Call& call) const { return call.arguments; }
        std::vector<ExprId> operator()(const ast::Prefix& prefix) const { return {prefix.operand}; }
        std::vector<ExprId> operator()(const ast::Binary& binary) const { return {binary.left, binary.right}; }
        std::vector<ExprId> operator()(const ast::Connective& connective) const { return connective.operands; }
        std::vector<ExprId> operator()(const ast::Group& group) const { return group.operands; }
        std::vector<ExprId> operator()(const ast::InList& in) const {
            std::vector<ExprId> all = in.items;
            all.push_back(in.subject);
            return all;
        }
        std::vector<ExprId> operator()(const ast::InRange& in) const { return {in.subject, in.low, in.high}; }
        std::vector<ExprId> operator()(const ast::Extreme& extreme) const { return extreme.operands; }
        std::vector<ExprId> operator()(const ast::RoundedUp& rounded) const { return {rounded.operand, rounded.step}; }
        std::vector<ExprId> operator()(const ast::Between& between) const { return {between.from, between.to}; }
        std::vector<ExprId> operator()(const ast::If& choice) const {
            return {choice.condition, choice.then, choice.otherwise};
        }
        std::vector<ExprId> operator()(const ast::CriterionRef&) const { return {}; }
        std::vector<ExprId> operator()(const ast::EveryCriterion&) const { return {}; }
        std::vector<ExprId> operator()(const ast::UnknownLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::OneOfLiteral& set) const { return set.items; }
        std::vector<ExprId> operator()(const ast::RangeLiteral&) const { return {}; }
    };
    return std::visit(Children{}, kind);
}

}  // namespace

void collect_facts(const Checker& checker, std::uint32_t module, ExprId id, std::vector<FactId>& facts) {
    const ast::Expr& expr = checker.tree(module).expr(id);
    if (const auto* ref = std::get_if<ast::NameRef>(&expr.kind)) {
        auto fact = checker.words().fact_by_path.find(ref->name.text);
        if (fact != checker.words().fact_by_path.end()) facts.push_back(fact->second);
    }
    for (ExprId child : children_of(expr.kind)) collect_facts(checker, module, child, facts);
}

std::vector<FactId> guarding_facts(const Checker& checker, const GuardFrame* frame) {
    std::vector<FactId> facts;
    for (; frame != nullptr; frame = frame->outer) {
        for (ExprId condition : *frame->conditions) {
            if (condition != frame->except) collect_facts(checker, frame->module, condition, facts);
        }
    }
    return facts;
}

}  // namespace warrant
