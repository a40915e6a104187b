// Whether a part mattered in a case: its variants are evaluated on the same facts, and their findings compared.
#include "interpreter/suite/stakes.hpp"

#include <algorithm>

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
        stake.if_yes = part.is_limit ? without_limit(plan, part) : with_truth(plan, part, true);
        if (!part.is_limit) stake.if_no = with_truth(plan, part, false);
        stake.part = std::move(part);
        stakes.parts.push_back(std::move(stake));
    }
    return stakes;
}

Seen value_of(const Plan& plan, const PlanPart& part, const Values& values, std::size_t row) {
    if (part.is_limit) return value_of_limit(plan, part, values, row);
    if (bit(values.surely_true(part.step), row)) return Seen::yes;
    return bit(values.surely_false(part.step), row) ? Seen::no : Seen::unknown;
}

bool matters(const Stake& stake, Seen value, const Noticed& noticed, const FactColumns& facts, const Vocabulary& vocabulary,
             std::size_t row) {
    const bool as_yes = value != Seen::yes && changes(stake.if_yes, noticed, facts, vocabulary, row);
    if (as_yes || stake.part.is_limit) return as_yes;
    return value != Seen::no && changes(stake.if_no, noticed, facts, vocabulary, row);
}

}  // namespace warrant::suites
