// Walks over expressions without typing them: which facts they read, and under which conditions.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

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
        std::vector<ExprId> operator()(const ast::ItemRange& range) const { return {range.low, range.high}; }
        std::vector<ExprId> operator()(const ast::InRange& in) const { return {in.subject, in.low, in.high}; }
        std::vector<ExprId> operator()(const ast::Extreme& extreme) const { return extreme.operands; }
        std::vector<ExprId> operator()(const ast::RoundedUp& rounded) const { return {rounded.operand, rounded.step}; }
        std::vector<ExprId> operator()(const ast::Between& between) const { return {between.from, between.to}; }
        std::vector<ExprId> operator()(const ast::If& choice) const {
            return {choice.condition, choice.then, choice.otherwise};
        }
        std::vector<ExprId> operator()(const ast::Quantifier& quantifier) const { return {quantifier.condition}; }
        std::vector<ExprId> operator()(const ast::Aggregate& aggregate) const {
            std::vector<ExprId> all;
            for (ExprId part : {aggregate.value, aggregate.where, aggregate.by, aggregate.otherwise}) {
                if (part.valid()) all.push_back(part);
            }
            return all;
        }
        std::vector<ExprId> operator()(const ast::CriterionRef&) const { return {}; }
        std::vector<ExprId> operator()(const ast::EveryCriterion&) const { return {}; }
        std::vector<ExprId> operator()(const ast::UnknownLiteral&) const { return {}; }
        std::vector<ExprId> operator()(const ast::OneOfLiteral& set) const { return set.items; }
        std::vector<ExprId> operator()(const ast::RangeLiteral&) const { return {}; }
    };
    return std::visit(Children{}, kind);
}

// All that an indexed fact may stand for here: one fact if its value is written, else each of them.
void collect_indexed(const Checker& checker, std::uint32_t module, const ast::Call& call, std::vector<FactId>& facts) {
    const Vocabulary& words = checker.words();
    const auto indexed = words.indexed_by_path.find(call.callee.text);
    if (indexed == words.indexed_by_path.end() || call.arguments.size() != 1) return;
    const IndexedFactInfo& info = words.indexed_facts[indexed->second];
    const auto* value = std::get_if<ast::NameRef>(&checker.tree(module).expr(call.arguments.front()).kind);
    const auto fact = value == nullptr ? std::nullopt : fact_named(words, info.path + "(" + value->name.text + ")");
    if (fact) return facts.push_back(*fact);
    const std::size_t count = info.index.valid() ? words.choice_type(info.index).values.size() : 0;
    for (std::uint32_t i = 0; i < count; ++i) facts.push_back(FactId{info.first.index + i});
}

// The facts that the conditions around an expression name.
std::vector<FactId> guarding_facts(const Checker& checker, const GuardFrame* frame) {
    std::vector<FactId> facts;
    for (; frame != nullptr; frame = frame->outer) {
        for (ExprId condition : *frame->conditions) {
            if (condition != frame->except) collect_facts(checker, frame->module, condition, facts);
        }
    }
    return facts;
}

}  // namespace

void collect_facts(const Checker& checker, std::uint32_t module, ExprId id, std::vector<FactId>& facts) {
    const ast::Expr& expr = checker.tree(module).expr(id);
    const ast::Name* name = nullptr;
    if (const auto* ref = std::get_if<ast::NameRef>(&expr.kind)) name = &ref->name;
    if (const auto* quantifier = std::get_if<ast::Quantifier>(&expr.kind)) name = &quantifier->element.list;
    if (const auto* aggregate = std::get_if<ast::Aggregate>(&expr.kind)) name = &aggregate->element.list;
    if (name != nullptr) {
        auto fact = checker.words().fact_by_path.find(name->text);
        if (fact != checker.words().fact_by_path.end()) facts.push_back(fact->second);
    }
    if (const auto* call = std::get_if<ast::Call>(&expr.kind)) collect_indexed(checker, module, *call, facts);
    for (ExprId child : children_of(expr.kind)) collect_facts(checker, module, child, facts);
}

void check_guarded(Checker& checker, const ExprContext& context, FactId fact, Span span) {
    const FactInfo& info = checker.words().fact(fact);
    if (!info.only_if.valid()) return;
    std::vector<FactId> gate;
    collect_facts(checker, info.module, info.only_if, gate);
    std::vector<FactId> guarding = guarding_facts(checker, context.guards);
    bool guarded = std::all_of(gate.begin(), gate.end(), [&](FactId needed) {
        return std::find(guarding.begin(), guarding.end(), needed) != guarding.end();
    });
    if (guarded) return;
    checker.diagnostics
        .report(kinds::read_without_gate, span,
                fmt::format("{} has a meaning only under a condition that is not asked beside it", info.label),
                "put that condition and this one into one `and`")
        .notes.push_back({info.span, "its `only if` stands here"});
}

}  // namespace warrant
