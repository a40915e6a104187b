// Questions over the elements of a list as steps: what is read of the elements lies in the list's row space, and one step
// brings it back to the case.
#include "interpreter/check/print_value.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/plan/lowering.hpp"

namespace warrant {

namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};

// Whether no value of a step can be below 0, whatever a record says: so that further elements can only add to a sum.
bool never_negative(const Plan& plan, const Vocabulary& words, StepId id) {
    const Step& step = plan.step(id);
    if (step.op == Op::constant) return std::get<OrderedSet>(plan.constants[step.payload]).low >= 0;
    if (step.op == Op::fact) {
        return step.type.kind == TypeKind::quantity && !words.fact(plan.slots[step.payload].fact).is_signed;
    }
    if (step.op == Op::field) {
        const FieldSlot& slot = plan.fields[step.payload];
        return step.type.kind == TypeKind::quantity && !words.field(plan.list(slot.space).fact, slot.field).is_signed;
    }
    const bool keeps_sign = step.op == Op::broadcast || step.op == Op::convert || step.op == Op::add ||
                            step.op == Op::multiply || step.op == Op::least || step.op == Op::greatest;
    for (std::uint32_t number = 0; keeps_sign && number < step.operand_count; ++number) {
        if (!never_negative(plan, words, plan.operand(step, number))) return false;
    }
    return keeps_sign;
}

}  // namespace

// A constant is itself in every row space.
StepId Lowering::in_space(StepId id, RowSpace space, Span span) {
    const Step step = plan.step(id);
    if (step.space == space) return id;
    if (step.op == Op::constant) return add(Op::constant, step.type, {}, step.payload, space, step.span);
    return add(Op::broadcast, step.type, {id}, 0, space, span);
}

RowSpace Lowering::list(FactId fact) {
    const auto [entry, added] = lists_.try_emplace(fact, RowSpace{static_cast<std::uint32_t>(plan.lists.size() + 1)});
    const RowSpace space = entry->second;
    if (!added) return space;
    plan.lists.push_back({fact, {}});
    const FactInfo& info = words().fact(fact);
    if (info.only_if.valid()) {
        const StepId gate = lower(LowerContext{info.module, nullptr, false}, info.only_if);
        plan.lists[space.index - 1].gate = gate;
    }
    return space;
}

StepId Lowering::field(FactId fact, std::uint32_t number, Span span) {
    const RowSpace space = list(fact);
    const auto known = fields_.find({fact, number});
    if (known != fields_.end()) return known->second;
    const Type type = words().field(fact, number).type;
    const auto index = static_cast<std::uint32_t>(plan.fields.size());
    const StepId step = add(Op::field, type, {}, index, space, span);
    plan.fields.push_back({space, number, type, step});
    fields_.emplace(std::pair{fact, number}, step);
    return step;
}

// A parameter may stand for a field of an element, but a question has elements of its own: one row cannot be both.
StepId Lowering::parameter(const LowerContext& context, std::uint32_t index, Span span) {
    const StepId given = (*context.arguments)[index];
    if (!context.in_question || plan.step(given).space == case_rows) return given;
    diagnostics_.report(kinds::lists_read_together, span,
                        "within a question over a list, this stands for a field of another question's element",
                        "give the definition a value of the case, or write the comparison without it");
    return constant(type_of(given), full_set(words(), type_of(given), true), span);
}

StepId Lowering::quantifier(const LowerContext& context, const ast::Quantifier& quantifier, Span span) {
    LowerContext within = context;
    within.in_question = true;
    const RowSpace space = list(words().fact_by_path.at(quantifier.element.list.text));
    const StepId condition = in_space(lower(within, quantifier.condition), space, span);
    return emit(quantifier.op == ast::QuantifierOp::some ? Op::some_in : Op::every_in, truth_type, {condition}, 0, span);
}

StepId Lowering::aggregate(const LowerContext& context, const ast::Aggregate& aggregate, const Type& type, Span span) {
    LowerContext within = context;
    within.in_question = true;
    const RowSpace space = list(words().fact_by_path.at(aggregate.element.list.text));
    const auto of_elements = [&](StepId step) { return in_space(step, space, span); };
    const StepId wanted = of_elements(aggregate.where.valid() ? lower(within, aggregate.where) : truth_constant(true, span));
    if (aggregate.op == ast::AggregateOp::count) return emit(Op::count_in, type, {wanted}, 0, span);
    const StepId value = of_elements(in_type(lower(within, aggregate.value), type, span));
    if (aggregate.op == ast::AggregateOp::sum) {
        return emit(Op::sum_in, type, {wanted, value}, never_negative(plan, words(), value) ? 1 : 0, span);
    }
    const StepId otherwise = in_type(lower(within, aggregate.otherwise), type, span);
    if (aggregate.op == ast::AggregateOp::latest) {
        const StepId key = of_elements(lower(within, aggregate.by));
        return emit(Op::latest_in, type, {wanted, key, value, otherwise}, 0, span);
    }
    const Op op = aggregate.op == ast::AggregateOp::least ? Op::least_in : Op::greatest_in;
    return emit(op, type, {wanted, value, otherwise}, 0, span);
}

}  // namespace warrant
