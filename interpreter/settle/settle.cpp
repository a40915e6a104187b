// The rows of the finding as one diagram, and what it says of the facts.
#include "interpreter/settle/settle.hpp"

#include "dsl/limits.hpp"
#include "interpreter/settle/truths.hpp"

#include <algorithm>
#include <array>

namespace warrant {
namespace settling {
namespace {

// Leaves of the diagram of the finding; undetermined is `open`.
constexpr Diagram supported = 3;
constexpr Diagram partly_supported = 4;
constexpr Diagram not_supported = 5;
constexpr Diagram not_addressed = 6;

struct Decided {
    FindingName finding;
    Diagram leaf;
};
constexpr std::array<Decided, 4> decided_findings{{{FindingName::supported, supported},
                                                   {FindingName::partly_supported, partly_supported},
                                                   {FindingName::not_supported, not_supported},
                                                   {FindingName::not_addressed, not_addressed}}};

struct Settling {
    OpenPlan open_plan;
    Trials trials;
    Diagrams diagrams;
    Truths truths;
    Families families;

    Settling(const Plan& plan, const FactColumns& facts, const Vocabulary& vocabulary)
        : open_plan(plan, facts, vocabulary),
          trials(cut_and_keep()),
          diagrams(limits::max_settling_nodes),
          truths(open_plan, trials, diagrams) {}
    Settling(const Settling&) = delete;
    Settling& operator=(const Settling&) = delete;

    Trials cut_and_keep() {
        Trials first(open_plan);
        cut_regions(open_plan, first);
        return first;
    }
    Diagram truth(StepId step, bool unset) { return step.valid() ? truths.of(step) : (unset ? yes : no); }

    // Whether the section, or a guideline that may add to it, is encoded only in part.
    Diagram partial() {
        const Plan& plan = open_plan.plan;
        Diagram partial = plan.guideline.partial ? yes : no;
        for (const AddedPlan& added : plan.added) {
            if (!added.guideline.partial) continue;
            const Diagram adds = added.when.valid() ? diagrams.negated(diagrams.is(truths.of(added.when), no)) : yes;
            partial = diagrams.any_of(partial, adds);
        }
        return partial;
    }

    // The table of language.md section 6 for single values, where every cap is one value.
    Diagram finding() {
        const Plan& plan = open_plan.plan;
        const Diagram said = truth(plan.not_addressed, false);
        const Diagram silent = truth(plan.none_applies, false);
        const Diagram against = truth(plan.not_supported, false);
        const Diagram within = truth(plan.supported, true);
        Diagram settled = yes;
        for (const QuantityPlan& quantity : plan.quantities)
            settled = diagrams.all_of(settled, diagrams.negated(diagrams.is(truths.of(quantity.within), open)));
        const Diagram exceeded = diagrams.choose(settled, partly_supported, open);
        const auto table = [&](Diagram if_silent, Diagram if_within, Diagram if_exceeded) {
            const Diagram amounts = diagrams.choose(within, if_within, if_exceeded);
            const Diagram addressed = diagrams.choose(against, not_supported, amounts);
            return diagrams.choose(said, not_addressed, diagrams.choose(silent, if_silent, addressed));
        };
        const Diagram withheld = table(open, open, open);
        return diagrams.choose(partial(), withheld, table(not_addressed, supported, exceeded));
    }

    bool is_bound_reached() const { return diagrams.is_full() || trials.bound_reached(); }
};

// Of a set's facts none may lose its meaning by the others: those values are taken away.
Diagram with_meaning(Settling& settling, Diagram settled, const std::vector<std::uint32_t>& set,
                     const std::vector<bool>& kept) {
    for (const std::uint32_t thing : set) {
        const OpenThing& open_thing = settling.open_plan.things[thing];
        if (open_thing.kind == OpenThing::Kind::question) continue;
        const StepId gate = settling.open_plan.plan.slots[open_thing.slot].gate;
        if (!gate.valid()) continue;
        const Diagram closed = settling.diagrams.is(settling.truths.of(gate), no);
        settled = settling.diagrams.choose(settling.diagrams.for_all_but(closed, kept), no, settled);
    }
    return settled;
}

SettlingSet set_of(Settling& settling, Diagram where, std::vector<std::uint32_t> things) {
    SettlingSet set;
    std::vector<bool> kept(settling.open_plan.things.size(), false);
    for (const std::uint32_t thing : things) kept[thing] = true;
    const Diagram settled = with_meaning(settling, settling.diagrams.for_all_but(where, kept), things, kept);
    for (const std::uint32_t thing : things) set.allowed.emplace_back(settling.open_plan.things[thing].regions.size(), false);
    for (const auto& path : settling.diagrams.ways(settled, limits::max_settling_ways, set.all_ways)) {
        std::vector<Allowed>& way = set.ways.emplace_back();
        for (std::size_t place = 0; place < things.size(); ++place) {
            const auto step = std::find_if(path.begin(), path.end(), [&](const auto& at) { return at.thing == things[place]; });
            way.push_back(step != path.end() ? step->regions : Allowed(set.allowed[place].size(), true));
            for (std::size_t region = 0; region < way.back().size(); ++region)
                set.allowed[place][region] = set.allowed[place][region] || way.back()[region];
        }
    }
    set.things = std::move(things);
    return set;
}

void add_sets(Settling& settling, Diagram finding, Settlement& settlement) {
    // Known before sets are told: a gate may ask a question of its own.
    const OpenPlan& open_plan = settling.open_plan;
    for (std::size_t slot = 0; slot < open_plan.slots.size(); ++slot) {
        const StepId gate = open_plan.plan.slots[slot].gate;
        if (open_plan.slots[slot] == SlotState::open && gate.valid()) settling.truths.of(gate);
    }
    for (const Decided& decided : decided_findings) {
        const Diagram where = settling.diagrams.is(finding, decided.leaf);
        if (where == yes) settlement.whatever = decided.finding;
        if (where == no) continue;
        FindingSets& found = settlement.findings.emplace_back();
        found.finding = decided.finding;
        const Family family = settling.diagrams.settling_sets(where, settling.families);
        for (std::vector<std::uint32_t>& things :
             settling.families.smallest(family, limits::max_settling_sets, found.all_sets)) {
            SettlingSet set = set_of(settling, where, std::move(things));
            if (!set.ways.empty()) found.sets.push_back(std::move(set));
        }
        if (found.sets.empty()) settlement.findings.pop_back();
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

Settlement settle(const Plan& plan, const FactColumns& facts, const Vocabulary& vocabulary) {
    using namespace settling;
    Settling settling(plan, facts, vocabulary);
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
