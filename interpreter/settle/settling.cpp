// The finding from the truths of its rows, and the sets that lead to one of its leaves.
#include "interpreter/settle/settling.hpp"

#include "dsl/limits.hpp"

#include <algorithm>

namespace warrant::settling {
namespace {

constexpr Diagram supported = decided_findings[0].leaf;
constexpr Diagram partly_supported = decided_findings[1].leaf;
constexpr Diagram not_supported = decided_findings[2].leaf;
constexpr Diagram not_addressed = decided_findings[3].leaf;

}  // namespace

Settling::Settling(const Plan& plan, const FactColumns& recorded, const FactColumns& possible, const Vocabulary& vocabulary)
    : open_plan(plan, recorded, possible, vocabulary),
      trials(cut_and_keep()),
      diagrams(limits::max_settling_nodes),
      truths(open_plan, trials, diagrams) {}

Trials Settling::cut_and_keep() {
    Trials first(open_plan);
    cut_regions(open_plan, first);
    return first;
}

Diagram Settling::truth(StepId step, bool unset) {
    return step.valid() ? truths.of(step) : (unset ? yes : no);
}

// Whether the section, or a guideline that may add to it, is encoded only in part.
Diagram Settling::partial() {
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
Diagram Settling::finding() {
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

bool Settling::is_possible(Diagram where) {
    return diagrams.for_all_but(diagrams.negated(where), std::vector<bool>(open_plan.things.size(), false)) != yes;
}

// Before sets are told: a gate may ask a question of its own.
void Settling::ask_for_meanings() {
    for (std::size_t slot = 0; slot < open_plan.slots.size(); ++slot) {
        const StepId gate = open_plan.plan.slots[slot].gate;
        if (open_plan.slots[slot] == SlotState::open && gate.valid()) truths.of(gate);
    }
}

// Of a set's facts none may lose its meaning by the others: those values are taken away.
Diagram Settling::with_meaning(Diagram settled, const std::vector<std::uint32_t>& set, const std::vector<bool>& kept) {
    for (const std::uint32_t thing : set) {
        const OpenThing& open_thing = open_plan.things[thing];
        if (open_thing.kind == OpenThing::Kind::question) continue;
        const StepId gate = open_plan.plan.slots[open_thing.slot].gate;
        if (!gate.valid()) continue;
        const Diagram closed = diagrams.is(truths.of(gate), no);
        settled = diagrams.choose(diagrams.for_all_but(closed, kept), no, settled);
    }
    return settled;
}

SettlingSet Settling::set_of(Diagram where, std::vector<std::uint32_t> things) {
    SettlingSet set;
    std::vector<bool> kept(open_plan.things.size(), false);
    for (const std::uint32_t thing : things) kept[thing] = true;
    const Diagram settled = with_meaning(diagrams.for_all_but(where, kept), things, kept);
    for (const std::uint32_t thing : things) set.allowed.emplace_back(open_plan.things[thing].regions.size(), false);
    for (const auto& path : diagrams.ways(settled, limits::max_settling_ways, set.all_ways)) {
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

FindingSets Settling::sets_for(FindingName finding, Diagram where) {
    ask_for_meanings();
    FindingSets found;
    found.finding = finding;
    const Family family = diagrams.settling_sets(where, families);
    for (std::vector<std::uint32_t>& things : families.smallest(family, limits::max_settling_sets, found.all_sets)) {
        SettlingSet set = set_of(where, std::move(things));
        if (!set.ways.empty()) found.sets.push_back(std::move(set));
    }
    return found;
}

}  // namespace warrant::settling
