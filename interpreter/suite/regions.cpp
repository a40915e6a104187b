// A truth and a choice have few values. Of an ordered fact the thresholds count that it is compared with in this case, and the
// plan's constants of its kind, each with its two neighbours.
#include "interpreter/suite/regions.hpp"

#include "interpreter/check/print_value.hpp"

#include <set>

namespace warrant::suites {
namespace {

bool compares(Op op) {
    return op == Op::less || op == Op::less_equal || op == Op::equal;
}

// The slot that a step reads as it stands, with what is assumed of it or without.
bool reads(const Plan& plan, StepId step, std::size_t slot) {
    const Step& at = plan.step(step);
    return (at.op == Op::fact || at.op == Op::assume) && at.payload == slot;
}

void add_around(std::int64_t value, std::int64_t one, bool is_signed, std::set<std::int64_t>& values) {
    if (value > largest_value - one || value < smallest_value + one) return;
    for (const std::int64_t near : {value - one, value, value + one}) {
        if (near >= 0 || is_signed) values.insert(near);
    }
}

// value * factor / divisor, where that is a value.
std::optional<std::int64_t> scaled(std::int64_t value, std::int64_t factor, std::int64_t divisor) {
    const Wide product = Wide{value} * factor / divisor;
    if (product > largest_value || product < smallest_value) return std::nullopt;
    return static_cast<std::int64_t>(product);
}

std::optional<std::int64_t> single_value(const Values& values, StepId step) {
    const ValueSet set = values.at(step, 0);
    const OrderedSet* ordered = std::get_if<OrderedSet>(&set);
    if (ordered == nullptr || ordered->low != ordered->high || ordered->low == unbounded_high) return std::nullopt;
    return ordered->low;
}

std::set<std::int64_t> thresholds(const Candidate& candidate, std::size_t slot, const Vocabulary& vocabulary) {
    const Plan& plan = candidate.plan;
    const Type& type = plan.slots[slot].type;
    const bool is_date = type.kind == TypeKind::date;
    const bool is_signed = is_date || vocabulary.fact(plan.slots[slot].fact).is_signed;
    const std::int64_t one = is_date ? 1 : micro_per_unit;
    std::set<std::int64_t> values;
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        if (step.op == Op::constant && step.type == type) {
            if (const auto value = single_value(*candidate.values, StepId{index})) add_around(*value, one, is_signed, values);
        }
        if (!compares(step.op)) continue;
        const Scale scale = plan.scales[step.payload];
        for (const std::uint32_t side : {0U, 1U}) {
            if (!reads(plan, plan.operand(step, side), slot)) continue;
            const auto other = single_value(*candidate.values, plan.operand(step, 1 - side));
            if (!other) continue;
            const auto value = side == 0 ? scaled(*other, scale.right, scale.left) : scaled(*other, scale.left, scale.right);
            if (value) add_around(*value, one, is_signed, values);
        }
    }
    return values;
}

void add_known(const Candidate& candidate, std::size_t slot, const Vocabulary& vocabulary, std::vector<OtherValue>& others) {
    const Type& type = candidate.plan.slots[slot].type;
    switch (layout_of(type.kind)) {
        case Layout::truth:
            others.push_back({slot, TruthSet{true, false}, "yes"});
            others.push_back({slot, TruthSet{false, true}, "no"});
            return;
        case Layout::choice: {
            const auto& values = vocabulary.choice_type(type.choice).values;
            // A request for another service is another case.
            if (type.choice == vocabulary.service_type) return;
            for (std::size_t value = 0; value < values.size(); ++value)
                others.push_back({slot, one_choice(values.size(), value), values[value].name});
            return;
        }
        case Layout::ordered:
            for (const std::int64_t value : thresholds(candidate, slot, vocabulary))
                others.push_back({slot, OrderedSet{value, value}, print_ordered(vocabulary, type, value)});
            return;
        case Layout::text:
            return;
    }
}

}  // namespace

std::vector<OtherValue> other_values(const Candidate& candidate, const Vocabulary& vocabulary) {
    std::vector<OtherValue> others;
    const Plan& plan = candidate.plan;
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot) {
        add_known(candidate, slot, vocabulary, others);
        const FactInfo& fact = vocabulary.fact(plan.slots[slot].fact);
        const ValueSet anything = full_set(vocabulary, plan.slots[slot].type, fact.is_signed);
        others.push_back({slot, anything, std::nullopt});
        // What is left out may be assumed; what is called unknown is not.
        others.push_back({slot, anything, "unknown"});
    }
    return others;
}

}  // namespace warrant::suites
