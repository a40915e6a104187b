// Steps, constants, facts and units of a plan under construction. Which expression becomes which step is
// lower_expression.cpp's to say.
#include "interpreter/plan/lowering.hpp"

#include "dsl/limits.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

std::int64_t first_day_of(const ast::DateParts& date) {
    return day_of({date.year, std::max(date.month, 1), std::max(date.day, 1)});
}

std::int64_t last_day_of(const ast::DateParts& date) {
    std::int32_t month = date.month == 0 ? 12 : date.month;
    return day_of({date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day});
}

namespace {

std::string citation_text(const ast::Citation& citation) {
    if (citation.kind == ast::Citation::Kind::section) return "section " + citation.text;
    bool several = citation.text.find_first_of("-,") != std::string::npos;
    return (several ? "pp. " : "p. ") + citation.text;
}

}  // namespace

PartSource source_of(const ast::Header& header, const ast::Provenance& own, Span span) {
    PartSource source;
    if (own.citation) source.citation = citation_text(*own.citation);
    else if (header.provenance.citation) source.citation = citation_text(*header.provenance.citation);
    const auto& basis = own.basis ? own.basis : header.provenance.basis;
    if (basis) {
        source.basis = basis->kind;
        source.document = basis->document;
    }
    if (own.verbatim) source.verbatim = own.verbatim->text;
    source.span = span;
    return source;
}

StepId Lowering::emit(Op op, const Type& type, std::vector<StepId> operands, std::uint32_t payload, Span span) {
    RowSpace space = case_rows;
    if (!reduces(op)) {
        for (const StepId operand : operands) {
            if (plan.step(operand).space != case_rows) space = plan.step(operand).space;
        }
        for (StepId& operand : operands) operand = in_space(operand, space, span);
    }
    return add(op, type, std::move(operands), payload, space, span);
}

StepId Lowering::add(Op op, const Type& type, std::vector<StepId> operands, std::uint32_t payload, RowSpace space, Span span) {
    Key key{op, type.kind, type.numerator.index, type.denominator.index, type.choice.index, payload, space, operands};
    if (auto known = known_.find(key); known != known_.end()) return known->second;
    if (plan.steps.size() >= limits::max_steps) {
        if (!full_) {
            diagnostics_.report(kinds::plan_too_large, span, fmt::format("this needs more than {} steps", limits::max_steps),
                                "split the guideline, or simplify its definitions");
        }
        full_ = true;
        return StepId{0};
    }
    Step step;
    step.op = op;
    step.type = type;
    step.operands = static_cast<std::uint32_t>(plan.operands.size());
    step.operand_count = static_cast<std::uint32_t>(operands.size());
    step.payload = payload;
    step.space = space;
    step.span = span;
    step.can_err = has_own_errors(op) ||
                   std::any_of(operands.begin(), operands.end(), [&](StepId operand) { return plan.step(operand).can_err; });
    plan.operands.insert(plan.operands.end(), operands.begin(), operands.end());
    StepId id{static_cast<std::uint32_t>(plan.steps.size())};
    plan.steps.push_back(step);
    known_.emplace(std::move(key), id);
    return id;
}

namespace {

// A text that two sets share just when they are equal.
std::string key_of(const ValueSet& value) {
    struct Key {
        std::string operator()(const TruthSet& set) const {
            return fmt::format("t{:d}{:d}", set.can_be_true, set.can_be_false);
        }
        std::string operator()(const OrderedSet& set) const { return fmt::format("o{},{}", set.low, set.high); }
        std::string operator()(const ChoiceSet& set) const { return fmt::format("c{}", fmt::join(set.words, ",")); }
        std::string operator()(const TextSet& set) const {
            std::string key = set.any ? "any" : "x";
            for (const std::string& text : set.values) key += fmt::format("{}:{}", text.size(), text);
            return key;
        }
    };
    return std::visit(Key{}, value);
}

}  // namespace

std::uint32_t Lowering::payload(ValueSet value) {
    auto [entry, added] = constants_.try_emplace(key_of(value), static_cast<std::uint32_t>(plan.constants.size()));
    if (added) plan.constants.push_back(std::move(value));
    return entry->second;
}

StepId Lowering::code_in(StepId subject, CodeSet codes, std::string label, Span span) {
    const auto next = static_cast<std::uint32_t>(plan.code_sets.size());
    auto [entry, added] = code_sets_.try_emplace(fmt::format("{} of {}", print_codes(codes), label), next);
    if (added) plan.code_sets.push_back({std::move(codes), std::move(label)});
    return emit(Op::code_in, Type{TypeKind::truth, {}, {}, {}}, {subject}, entry->second, span);
}

StepId Lowering::constant(const Type& type, ValueSet value, Span span) {
    return emit(Op::constant, type, {}, payload(std::move(value)), span);
}

StepId Lowering::truth_constant(bool value, Span span) {
    return constant(Type{TypeKind::truth, {}, {}, {}}, TruthSet{value, !value}, span);
}

const ValueSet* Lowering::constant_value(StepId step) const {
    const Step& found = plan.step(step);
    return found.op == Op::constant ? &plan.constants[found.payload] : nullptr;
}

std::uint32_t Lowering::scale(Scale value) {
    auto same = std::find(plan.scales.begin(), plan.scales.end(), value);
    auto index = static_cast<std::uint32_t>(same - plan.scales.begin());
    if (same == plan.scales.end()) plan.scales.push_back(value);
    return index;
}

StepId Lowering::all_of(std::vector<StepId> operands, Span span) {
    if (operands.empty()) return truth_constant(true, span);
    if (operands.size() == 1) return operands.front();
    return emit(Op::all_of, Type{TypeKind::truth, {}, {}, {}}, std::move(operands), 0, span);
}

StepId Lowering::any_of(std::vector<StepId> operands, Span span) {
    if (operands.empty()) return truth_constant(false, span);
    if (operands.size() == 1) return operands.front();
    return emit(Op::any_of, Type{TypeKind::truth, {}, {}, {}}, std::move(operands), 0, span);
}

StepId Lowering::negate(StepId operand, Span span) {
    const Step& step = plan.step(operand);
    if (step.op == Op::negate) return plan.operand(step, 0);
    return emit(Op::negate, Type{TypeKind::truth, {}, {}, {}}, {operand}, 0, span);
}

StepId Lowering::in_type(StepId step, const Type& wanted, Span span) {
    const Type from = type_of(step);
    if (from == wanted) return step;
    auto ratio = unit_ratio(words(), from, wanted);
    if (!ratio) return step;  // a mistake that the checker reported
    if (const ValueSet* value = constant_value(step)) {
        OrderedSet range = std::get<OrderedSet>(*value);
        for (std::int64_t* end : {&range.low, &range.high}) {
            if (*end == unbounded_low || *end == unbounded_high) continue;
            bool exact = false;
            auto scaled = scale_micro(*end, ratio->numerator, ratio->denominator, &exact);
            if (!scaled || !exact) {
                diagnostics_.report(
                    kinds::inexact_conversion, span,
                    fmt::format("{} is no exact number of {}", print_ordered(words(), from, *end), print_type(words(), wanted)),
                    fmt::format("write it in {}", print_type(words(), wanted)));
                return step;
            }
            *end = *scaled;
        }
        return constant(wanted, range, span);
    }
    return emit(Op::convert, wanted, {step}, scale({ratio->numerator, ratio->denominator}), span);
}

StepId Lowering::less_equal(StepId left, StepId right, Span span) {
    UnitRatio ratio = unit_ratio(words(), type_of(left), type_of(right)).value_or(UnitRatio{});
    return emit(Op::less_equal, Type{TypeKind::truth, {}, {}, {}}, {left, right}, scale({ratio.numerator, ratio.denominator}),
                span);
}

StepId Lowering::fact(FactId fact, bool assumptions, Span span) {
    auto [entry, added] = slots_.try_emplace(fact, static_cast<std::uint32_t>(plan.slots.size()));
    std::uint32_t slot = entry->second;
    if (added) {
        const FactInfo& info = words().fact(fact);
        Type type = info.type;
        if (type.kind == TypeKind::amount) type = {TypeKind::quantity, program_->amount.numerator, type.denominator, {}};
        plan.slots.push_back({fact, type, {}, {}});
        StepId step = emit(Op::fact, type, {}, slot, span);
        plan.slots[slot].step = step;
        if (info.only_if.valid()) {
            LowerContext gate{info.module, nullptr, false};
            StepId truth = lower(gate, info.only_if);
            plan.slots[slot].gate = truth;
        }
    }
    StepId step = plan.slots[slot].step;
    auto assumed = assumed_.find(fact);
    if (!assumptions || assumed == assumed_.end()) return step;
    return emit(Op::assume, type_of(step), {step, assumed->second}, slot, span);
}

StepId Lowering::indexed_fact(std::uint32_t indexed, StepId index, bool assumptions, Span span) {
    const IndexedFactInfo& info = words().indexed_facts[indexed];
    const std::size_t count = words().choice_type(info.index).values.size();
    std::vector<StepId> operands{index};
    for (std::uint32_t value = 0; value < count; ++value) {
        operands.push_back(fact(FactId{info.first.index + value}, assumptions, span));
    }
    const Type type = type_of(operands.back());
    return emit(Op::indexed, type, std::move(operands), 0, span);
}

StepId Lowering::definition(DefineRef ref, const std::vector<StepId>& arguments, bool assumptions) {
    auto key = std::make_tuple(ref.module, ref.decl.index, assumptions, arguments);
    if (auto known = inlined_.find(key); known != inlined_.end()) return known->second;
    const auto& define = std::get<ast::Define>(program_->modules[ref.module].tree->decls[ref.decl.index].kind);
    StepId result = lower(LowerContext{ref.module, &arguments, assumptions}, define.value);
    inlined_.emplace(std::move(key), result);
    note_definition(ref, result);
    return result;
}

// Another name for a fact says nothing that the fact does not say.
void Lowering::note_definition(DefineRef ref, StepId result) {
    const ast::Module& tree = *program_->modules[ref.module].tree;
    const auto& define = std::get<ast::Define>(tree.decls[ref.decl.index].kind);
    const bool has_source =
        tree.header.kind == ast::ModuleKind::library || define.provenance.citation || define.provenance.basis;
    const Op op = plan.step(result).op;
    if (!has_source || op == Op::fact || op == Op::assume || op == Op::field || op == Op::constant) return;
    const bool noted = std::any_of(plan.definitions.begin(), plan.definitions.end(),
                                   [&](const DefinitionPlan& other) { return other.step == result; });
    if (noted) return;
    DefinitionPlan definition{define.name.text, define.label ? define.label->text : define.name.text, {}, result};
    if (!define.label) std::replace(definition.label.begin(), definition.label.end(), '_', ' ');
    definition.source = source_of(tree.header, define.provenance, define.name.span);
    if (!definition.source.citation.empty()) plan.definitions.push_back(std::move(definition));
}

}  // namespace warrant
