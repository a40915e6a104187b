// When two candidates of a request give the same answer.
#include "interpreter/find/governs.hpp"

#include <map>

namespace warrant {
namespace {

Wide in_type(std::int64_t value, std::int64_t factor) {
    return Wide{value} * factor;
}

bool same_cap(const Vocabulary& words, const QuantityPlan& a, const QuantityPlan& b, std::int64_t cap_a, std::int64_t cap_b) {
    const auto ratio = unit_ratio(words, a.cap_type, b.cap_type);
    return ratio && in_type(cap_a, ratio->numerator) == in_type(cap_b, ratio->denominator);
}

// The caps that a partly supported finding carries, by fact.
std::map<std::uint32_t, const QuantityFinding*> exceeded_caps(const Candidate& candidate) {
    std::map<std::uint32_t, const QuantityFinding*> exceeded;
    for (const QuantityFinding& quantity : candidate.finding.quantities) {
        if (quantity.standing != QuantityStanding::exceeded) continue;
        exceeded[candidate.plan.quantities[quantity.quantity].fact.index] = &quantity;
    }
    return exceeded;
}

}  // namespace

bool decided(const Candidate& candidate) {
    return candidate.finding.finding != FindingName::undetermined && !candidate.finding.error;
}

bool same_answer(const Vocabulary& vocabulary, const Candidate& a, const Candidate& b) {
    if (!decided(a) || !decided(b) || a.finding.finding != b.finding.finding) return false;
    if (a.finding.finding != FindingName::partly_supported) return true;
    const auto caps_a = exceeded_caps(a);
    const auto caps_b = exceeded_caps(b);
    if (caps_a.size() != caps_b.size()) return false;
    for (const auto& [fact, quantity] : caps_a) {
        const auto other = caps_b.find(fact);
        if (other == caps_b.end()) return false;
        const QuantityPlan& plan_a = a.plan.quantities[quantity->quantity];
        const QuantityPlan& plan_b = b.plan.quantities[other->second->quantity];
        if (!same_cap(vocabulary, plan_a, plan_b, quantity->certain, other->second->certain)) return false;
    }
    return true;
}

}  // namespace warrant
