// In words, which value of a fact settles the one comparison it stands in: `at least 4 hours/day`, `no later than 2017-02-19`.
// Says nothing where several comparisons or further unknowns are involved.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"
#include "interpreter/value/date.hpp"

#include <optional>

namespace warrant {

namespace {

// From the fact's side: fact < value, fact <= value, and so on.
enum class Bound { below, at_most, above, at_least, equal, other };

std::string bound_words(Bound bound, bool is_date) {
    switch (bound) {
        case Bound::below:
            return is_date ? "before " : "under ";
        case Bound::at_most:
            return is_date ? "no later than " : "at most ";
        case Bound::above:
            return is_date ? "later than " : "over ";
        case Bound::at_least:
            return is_date ? "no earlier than " : "at least ";
        case Bound::equal:
            return "";
        case Bound::other:
            break;
    }
    return "other than ";
}

Bound bound_of(Op op, bool fact_is_left, bool favourable) {
    if (op == Op::less || op == Op::choice_less) {
        if (fact_is_left) return favourable ? Bound::below : Bound::at_least;
        return favourable ? Bound::above : Bound::at_most;
    }
    if (op == Op::less_equal || op == Op::choice_less_equal) {
        if (fact_is_left) return favourable ? Bound::at_most : Bound::above;
        return favourable ? Bound::at_least : Bound::below;
    }
    return favourable ? Bound::equal : Bound::other;
}

// The fact itself, also behind a conversion of its unit.
bool is_fact(const PlanView& view, StepId whole, StepId fact) {
    const StepId side = taken(view, whole);
    if (side == fact) return true;
    const Step& step = view.plan.step(side);
    return step.op == Op::convert && is_fact(view, view.plan.operand(step, 0), fact);
}

// The whole months that an `add_months` adds.
std::optional<std::int64_t> months_added(const PlanView& view, const Step& sum) {
    const StepId amount = view.plan.operand(sum, 1);
    if (!is_settled(view, amount)) return std::nullopt;
    const Scale scale = view.plan.scales[sum.payload];
    const auto months = scale_micro(std::get<OrderedSet>(set_of(view, amount)).low, scale.left, scale.right);
    if (!months || *months % micro_per_unit != 0) return std::nullopt;
    return *months / micro_per_unit;
}

bool holds(Bound bound, std::int64_t left, std::int64_t right) {
    switch (bound) {
        case Bound::below:
            return left < right;
        case Bound::at_most:
            return left <= right;
        case Bound::above:
            return left > right;
        case Bound::at_least:
            return left >= right;
        case Bound::equal:
            return left == right;
        case Bound::other:
            break;
    }
    return left != right;
}

// `injury.date + 2 years` bounded by a day, turned into a bound of the injury's own day. Clamping at a month's end moves the
// turning point by at most three days, so it is looked for near the day that many months back.
std::string wanted_day(std::int64_t target, std::int64_t months, Bound bound) {
    const auto guess = add_months(target, -months);
    if (!guess || bound == Bound::equal || bound == Bound::other) return {};
    const bool upward = bound == Bound::at_least || bound == Bound::above;
    for (std::int64_t step = -4; step <= 4; ++step) {
        const std::int64_t day = upward ? *guess + step : *guess - step;
        const auto moved = add_months(day, months);
        if (moved && holds(bound, *moved, target)) {
            return bound_words(upward ? Bound::at_least : Bound::at_most, true) + print_date(day);
        }
    }
    return {};
}

std::string wanted_member(const PlanView& view, const Step& step, bool favourable) {
    if (step.op == Op::code_in) return (favourable ? "a code in " : "no code in ") + members_words(view, step);
    const Type& type = view.plan.step(view.plan.operand(step, 0)).type;
    const ValueSet& members = view.plan.constants[step.payload];
    if (const auto bound = choice_bound(view.vocabulary, type, members)) {
        if (favourable) return (bound->at_least ? "at least " : "at most ") + bound->pivot;
        return (bound->at_least ? "below " : "above ") + bound->pivot;
    }
    return (favourable ? "" : "other than ") + members_words(view, step);
}

}  // namespace

std::string wanted_value(const PlanView& view, StepId comparison, StepId fact, bool favourable) {
    const Step& step = view.plan.step(comparison);
    if (step.op == Op::choice_in || step.op == Op::text_in || step.op == Op::code_in)
        return wanted_member(view, step, favourable);
    const StepId left = view.plan.operand(step, 0);
    const StepId right = view.plan.operand(step, 1);
    const std::vector<StepId> in_left = facts_read(view, left);
    const bool fact_is_left = in_left.size() == 1 && in_left.front() == fact;
    const StepId side = fact_is_left ? left : right;
    const StepId other = fact_is_left ? right : left;
    if (!is_settled(view, other)) return {};
    const Bound bound = bound_of(step.op, fact_is_left, favourable);
    const Type& type = view.plan.step(other).type;
    if (is_fact(view, side, fact)) {
        return bound_words(bound, type.kind == TypeKind::date) + print_set(view.vocabulary, type, set_of(view, other));
    }
    const Step& sum = view.plan.step(side);
    if (sum.op != Op::add_months || !is_fact(view, view.plan.operand(sum, 0), fact)) return {};
    const auto months = months_added(view, sum);
    if (!months) return {};
    return wanted_day(std::get<OrderedSet>(set_of(view, other)).low, *months, bound);
}

}  // namespace warrant
