// Operands that are written as sets: of `warrant eval` and of the cells of tables.
#include "interpreter/plan/lowering.hpp"

#include <utility>

namespace warrant {
namespace {

const Type& type_of(const Lowering& lowering, const LowerContext& context, ExprId id) {
    return lowering.program().modules[context.module].tables.types[id.index];
}

Span span_of(const Lowering& lowering, const LowerContext& context, ExprId id) {
    return lowering.program().modules[context.module].tree->expr(id).span;
}

// The value of a constant in the type of the set; null for any other step.
const ValueSet* item_value(Lowering& lowering, const LowerContext& context, ExprId set, ExprId item) {
    const StepId step = lowering.lower(context, item);
    return lowering.constant_value(lowering.in_type(step, type_of(lowering, context, set), span_of(lowering, context, set)));
}

OrderedSet range_end(Lowering& lowering, const LowerContext& context, ExprId set, ExprId end) {
    // `4..6 hours/day`: the lower end has no unit of its own.
    const bool bare =
        type_of(lowering, context, end).kind == TypeKind::number && type_of(lowering, context, set).kind == TypeKind::quantity;
    const ValueSet* value =
        bare ? lowering.constant_value(lowering.lower(context, end)) : item_value(lowering, context, set, end);
    return value == nullptr ? OrderedSet{} : std::get<OrderedSet>(*value);
}

}  // namespace

StepId lower_one_of(Lowering& lowering, const LowerContext& context, ExprId id, const ast::OneOfLiteral& set) {
    ValueSet all;
    bool first = true;
    for (const ExprId item : set.items) {
        const ValueSet* value = item_value(lowering, context, id, item);
        if (value == nullptr) continue;
        all = first ? *value : join(all, *value);
        first = false;
    }
    return lowering.constant(type_of(lowering, context, id), std::move(all), span_of(lowering, context, id));
}

StepId lower_range(Lowering& lowering, const LowerContext& context, ExprId id, const ast::RangeLiteral& range) {
    OrderedSet set{unbounded_low, unbounded_high};
    if (range.low.valid()) {
        const OrderedSet low = range_end(lowering, context, id, range.low);
        set.low = range.low_open ? low.high + 1 : low.low;
    }
    if (range.high.valid()) {
        const OrderedSet high = range_end(lowering, context, id, range.high);
        set.high = range.high_open ? high.low - 1 : high.high;
    }
    return lowering.constant(type_of(lowering, context, id), set, span_of(lowering, context, id));
}

}  // namespace warrant
