// The rows of the finding as one diagram, and what it says of the facts.
#include "interpreter/settle/settle.hpp"

#include "interpreter/settle/settling.hpp"

#include <algorithm>

namespace warrant {
namespace settling {
namespace {

void add_sets(Settling& settling, Diagram finding, Settlement& settlement) {
    for (const Decided& decided : decided_findings) {
        const Diagram where = settling.diagrams.is(finding, decided.leaf);
        if (where == yes) settlement.whatever = decided.finding;
        if (where == no) continue;
        FindingSets found = settling.sets_for(decided.finding, where);
        if (!found.sets.empty()) settlement.findings.push_back(std::move(found));
        if (settling.is_bound_reached()) return;
    }
}

// It may hold more, or something said of its elements is open.
bool is_open_list(const OpenPlan& open_plan, std::size_t list) {
    bool is_open = open_plan.open_lists[list];
    for (std::size_t field = 0; field < open_plan.open_fields.size(); ++field)
        is_open = is_open || (open_plan.open_fields[field] && open_plan.plan.fields[field].space.index == list + 1);
    return is_open;
}

void add_relevance(const Settling& settling, const std::vector<std::uint32_t>& depends_on, Settlement& settlement) {
    const auto add = [](std::vector<FactId>& facts, FactId fact) {
        if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    };
    for (const std::uint32_t thing : depends_on) {
        const OpenThing& open_thing = settling.open_plan.things[thing];
        for (const FactId fact : open_thing.facts) add(settlement.relevant, fact);
        if (open_thing.kind == OpenThing::Kind::question) settlement.exact = false;
    }
    const auto is_relevant = [&](FactId fact) {
        return std::find(settlement.relevant.begin(), settlement.relevant.end(), fact) != settlement.relevant.end();
    };
    const OpenPlan& open_plan = settling.open_plan;
    for (std::size_t slot = 0; slot < open_plan.slots.size(); ++slot) {
        const FactId fact = open_plan.plan.slots[slot].fact;
        if (open_plan.slots[slot] == SlotState::open && !is_relevant(fact)) add(settlement.irrelevant, fact);
    }
    for (std::size_t list = 0; list < open_plan.open_lists.size(); ++list) {
        const FactId fact = open_plan.plan.lists[list].fact;
        if (is_open_list(open_plan, list) && !is_relevant(fact)) add(settlement.irrelevant, fact);
    }
}

}  // namespace
}  // namespace settling

bool is_partial(const Plan& plan) {
    return plan.guideline.partial ||
           std::any_of(plan.added.begin(), plan.added.end(), [](const AddedPlan& added) { return added.guideline.partial; });
}

Plan as_encoded(const Plan& plan) {
    Plan encoded = plan;
    encoded.guideline.partial = false;
    for (AddedPlan& added : encoded.added) added.guideline.partial = false;
    return encoded;
}

Settlement settle(const Plan& plan, const FactColumns& facts, const Vocabulary& vocabulary) {
    using namespace settling;
    Settling settling(plan, facts, facts, vocabulary);
    Settlement settlement;
    const Diagram finding = settling.finding();
    if (!settling.is_bound_reached()) {
        add_sets(settling, finding, settlement);
        add_relevance(settling, settling.diagrams.things_in(finding), settlement);
    }
    settlement.exact = settlement.exact && settling.open_plan.exact;
    if (settling.is_bound_reached()) {
        settlement.complete = false;
        settlement.findings.clear();
        settlement.whatever.reset();
        settlement.relevant.clear();
        settlement.irrelevant.clear();
    }
    settlement.things = settling.open_plan.things;
    return settlement;
}

}  // namespace warrant
