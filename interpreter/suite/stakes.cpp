// Whether a part mattered in a case: its variants are evaluated on the same facts, and their findings compared.
#include "interpreter/suite/stakes.hpp"

#include <algorithm>
#include <utility>

namespace warrant::suites {
namespace {

Seen value_of_limit(const Plan& plan, const PlanPart& part, const Values& values, std::size_t row) {
    for (const LimitPlan& limit : plan.limits) {
        if (limit.cap != part.step || limit.id != part.name) continue;
        const PartStatus status = status_of(limit, plan, values, row);
        if (status == PartStatus::not_met) return Seen::no;
        return status == PartStatus::unknown ? Seen::unknown : Seen::yes;
    }
    return Seen::yes;
}

// The elements of the list that a step has values for, in one case; of a step of the case the case itself.
std::pair<std::size_t, std::size_t> rows_of_case(const Step& step, const FactColumns& facts, std::size_t row) {
    if (step.space == case_rows) return {row, row + 1};
    const std::vector<std::uint32_t>& offsets = facts.lists[step.space.index - 1].offsets;
    return {offsets[row], offsets[row + 1]};
}

Seen value_of_row(const Plan& plan, const PlanPart& part, const FactColumns& facts, const Values& values, std::size_t row) {
    Seen seen = Seen::no;
    for (const Step& step : plan.steps) {
        if (step.op != Op::pick || step.payload != part.table) continue;
        const StepId condition = plan.operand(step, part.row);
        const auto [begin, end] = rows_of_case(plan.step(condition), facts, row);
        for (std::size_t at = begin; at < end; ++at) {
            if (bit(values.surely_true(condition), at)) return Seen::yes;
            if (!bit(values.surely_false(condition), at)) seen = Seen::unknown;
        }
    }
    return seen;
}

bool changes(const Plan& variant, const Noticed& noticed, const FactColumns& facts, const Vocabulary& vocabulary,
             std::size_t row) {
    Values values(variant, vocabulary, facts.rows);
    evaluate(variant, facts, 0, facts.rows, values);
    return !same(noticed, {find_row(variant, values, row), noticed.with_quantity});
}

}  // namespace

bool same(const Noticed& a, const Noticed& b) {
    if (a.finding.finding != b.finding.finding || a.finding.as_far_as_encoded != b.finding.as_far_as_encoded) return false;
    if (a.finding.error != b.finding.error) return false;
    if (!a.with_quantity) return true;
    return std::equal(a.finding.quantities.begin(), a.finding.quantities.end(), b.finding.quantities.begin(),
                      b.finding.quantities.end(),
                      [](const QuantityFinding& x, const QuantityFinding& y) { return x.certain == y.certain; });
}

bool same_plan(const Candidate& a, const Candidate& b) {
    return a.guideline == b.guideline && a.used == b.used && a.added == b.added;
}

Stakes stakes_of(const Plan& plan, std::string_view guideline) {
    Stakes stakes{&plan, {}};
    for (PlanPart& part : parts_of(plan, guideline)) {
        Stake stake;
        switch (part.kind) {
            case PlanPart::Kind::truth:
                stake.if_yes = with_truth(plan, part, true);
                stake.if_no = with_truth(plan, part, false);
                break;
            case PlanPart::Kind::limit:
                stake.if_yes = without_limit(plan, part);
                break;
            case PlanPart::Kind::row:
                break;
        }
        stake.part = std::move(part);
        stakes.parts.push_back(std::move(stake));
    }
    return stakes;
}

Seen value_of(const Plan& plan, const PlanPart& part, const FactColumns& facts, const Values& values, std::size_t row) {
    switch (part.kind) {
        case PlanPart::Kind::truth:
            break;
        case PlanPart::Kind::limit:
            return value_of_limit(plan, part, values, row);
        case PlanPart::Kind::row:
            return value_of_row(plan, part, facts, values, row);
    }
    if (bit(values.surely_true(part.step), row)) return Seen::yes;
    return bit(values.surely_false(part.step), row) ? Seen::no : Seen::unknown;
}

bool any_variant(const Stakes& stakes, const Stake& stake, Seen value, const std::function<bool(const Plan&)>& differs) {
    switch (stake.part.kind) {
        case PlanPart::Kind::truth:
            return (value != Seen::yes && differs(stake.if_yes)) || (value != Seen::no && differs(stake.if_no));
        case PlanPart::Kind::limit:
            return value != Seen::yes && differs(stake.if_yes);
        case PlanPart::Kind::row:
            break;
    }
    if (value != Seen::yes) return false;
    const std::vector<std::uint32_t> others = other_rows(*stakes.plan, stake.part);
    return std::any_of(others.begin(), others.end(),
                       [&](std::uint32_t other) { return differs(with_row_of(*stakes.plan, stake.part, other)); });
}

bool matters(const Stakes& stakes, const Stake& stake, Seen value, const Noticed& noticed, const FactColumns& facts,
             const Vocabulary& vocabulary, std::size_t row) {
    return any_variant(stakes, stake, value,
                       [&](const Plan& variant) { return changes(variant, noticed, facts, vocabulary, row); });
}

}  // namespace warrant::suites
