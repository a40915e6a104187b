// The order of the questions: of each undecided request and section the facts that matter, by what settle/ says of them.
#include "interpreter/interview/question.hpp"

#include "interpreter/justify/allowed_words.hpp"
#include "interpreter/settle/settle.hpp"

#include <algorithm>
#include <tuple>

namespace warrant {
namespace {

AskedFact asked_in(const Vocabulary& vocabulary, FactId fact, std::size_t request) {
    const bool of_request = vocabulary.fact(fact).scope == FactScope::request;
    return {fact, of_request ? std::optional(request) : std::nullopt};
}

// The facts that a step reads, itself or through others.
void add_facts_under(const Plan& plan, StepId id, std::vector<FactId>& facts) {
    std::vector<bool> seen(plan.steps.size(), false);
    std::vector<StepId> open{id};
    const auto add = [&facts](FactId fact) {
        if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    };
    while (!open.empty()) {
        const StepId at = open.back();
        open.pop_back();
        if (seen[at.index]) continue;
        seen[at.index] = true;
        const Step& step = plan.step(at);
        if (step.op == Op::fact || step.op == Op::assume) add(plan.slots[step.payload].fact);
        if (step.space != case_rows) add(plan.list(step.space).fact);
        for (std::uint32_t number = 0; number < step.operand_count; ++number) open.push_back(plan.operand(step, number));
    }
}

std::vector<FactId> facts_before(const Candidate& candidate, FactId fact) {
    const Plan& plan = candidate.plan;
    std::vector<FactId> facts;
    const auto add_gate = [&](FactId gated, StepId gate) {
        if (gated == fact && gate.valid() && !bit(candidate.values->surely_true(gate), 0)) add_facts_under(plan, gate, facts);
    };
    for (const FactSlot& slot : plan.slots) add_gate(slot.fact, slot.gate);
    for (const ListSlot& list : plan.lists) add_gate(list.fact, list.gate);
    return facts;
}

struct Gathering {
    const Shelf& shelf;
    std::vector<MatteringFact> facts;

    MatteringFact& entry(AskedFact asked) {
        const auto same = [&](const MatteringFact& other) { return other.asked == asked; };
        const auto at = std::find_if(facts.begin(), facts.end(), same);
        if (at != facts.end()) return *at;
        return facts.emplace_back(MatteringFact{asked, false, 0, 0, {}, {}});
    }

    void add_set(const Settlement& settlement, const Candidate& candidate, std::size_t request, const FindingSets& sets,
                 const SettlingSet& set) {
        const Vocabulary& vocabulary = shelf.vocabulary;
        std::size_t size = 0;
        for (const std::uint32_t thing : set.things) size += settlement.things[thing].facts.size();
        for (std::size_t place = 0; place < set.things.size(); ++place) {
            const OpenThing& thing = settlement.things[set.things[place]];
            for (const FactId fact : thing.facts) {
                MatteringFact& mattering = entry(asked_in(vocabulary, fact, request));
                ++mattering.sets;
                if (mattering.smallest == 0 || size < mattering.smallest) mattering.smallest = size;
            }
            if (set.things.size() > 1 || thing.kind == OpenThing::Kind::question) continue;
            std::vector<SettledAlone>& alone = entry(asked_in(vocabulary, thing.facts.front(), request)).alone;
            const SettledAlone one{sets.finding,
                                   allowed_words(vocabulary, candidate.plan.slots[thing.slot].type, thing, set.allowed[place])};
            if (std::find(alone.begin(), alone.end(), one) == alone.end()) alone.push_back(one);
        }
    }

    void add_candidate(const Candidate& candidate, std::size_t request, const SectionView& section) {
        const bool is_open = candidate.guideline != nullptr && candidate.finding.finding == FindingName::undetermined;
        if (!is_open) return;
        const Settlement settlement = settle(as_encoded(candidate.plan), *candidate.facts, shelf.vocabulary);
        std::vector<FactId> relevant = settlement.relevant;
        if (!settlement.complete) {
            for (const NeededFact& needed : section.needed) {
                if (const auto fact = fact_named(shelf.vocabulary, needed.fact.path)) relevant.push_back(*fact);
            }
        }
        for (const FactId fact : relevant)
            entry(asked_in(shelf.vocabulary, fact, request)).behind = facts_before(candidate, fact);
        for (const FindingSets& sets : settlement.findings) {
            for (const SettlingSet& set : sets.sets) add_set(settlement, candidate, request, sets, set);
        }
    }
};

// What chooses the section first; then by the smallest set, by how many there are, and by the guideline's order.
bool is_before(const MatteringFact& a, const MatteringFact& b) {
    const auto rank = [](const MatteringFact& fact) {
        const std::size_t smallest = fact.smallest == 0 ? SIZE_MAX : fact.smallest;
        return std::tuple(!fact.chooses, smallest, SIZE_MAX - fact.sets);
    };
    return rank(a) < rank(b);
}

}  // namespace

std::vector<MatteringFact> facts_that_matter(const Review& review, const Justification& justification, const Shelf& shelf) {
    Gathering gathering{shelf, {}};
    for (std::size_t number = 0; number < review.requests.size(); ++number) {
        const RequestReview& request = review.requests[number];
        const RequestJustification& view = justification.requests[number];
        if (request.finding != FindingName::undetermined) continue;
        for (const NeededFact& needed : view.choosing) {
            const auto fact = fact_named(shelf.vocabulary, needed.fact.path);
            if (fact) gathering.entry(asked_in(shelf.vocabulary, *fact, request.request)).chooses = true;
        }
        for (std::size_t at = 0; at < request.candidates.size(); ++at)
            gathering.add_candidate(request.candidates[at], request.request, view.sections[at]);
    }
    std::stable_sort(gathering.facts.begin(), gathering.facts.end(), is_before);
    return std::move(gathering.facts);
}

}  // namespace warrant
