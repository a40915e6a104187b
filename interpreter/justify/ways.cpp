// What a set asks of each of its facts, in words.
#include "interpreter/justify/ways.hpp"

#include "interpreter/justify/allowed_words.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>

namespace warrant {
namespace {

struct Reading {
    const CandidateView& of;
    const std::vector<OpenThing>& things;

    // Several facts that can only be asked for together go by the first, whose label names all of them.
    NeededFact question(const OpenThing& thing, const Allowed& allowed) const {
        NeededFact needed = needed_in(of, thing.facts.front());
        for (std::size_t number = 1; number < thing.facts.size(); ++number)
            needed.fact.label +=
                (number + 1 == thing.facts.size() ? " and " : ", ") + of.vocabulary.fact(thing.facts[number]).label;
        if (thing.facts.size() > 1) needed.ask.clear();
        const PlanView view{of.candidate.plan, *of.candidate.values, of.record, of.request, of.vocabulary, 0};
        const bool holds = allowed.front();
        const std::string relation = thing.whole ? relation_words(view, thing.question, holds) : "";
        needed.wanted = !relation.empty() ? "so that " + relation
                        : holds           ? "what the guideline asks of it"
                                          : "not what the guideline asks of it";
        return needed;
    }

    NeededFact wanted(const OpenThing& thing, const Allowed& allowed) const {
        if (thing.kind == OpenThing::Kind::question) return question(thing, allowed);
        NeededFact needed = needed_in(of, thing.facts.front());
        needed.wanted = allowed_words(of.vocabulary, of.candidate.plan.slots[thing.slot].type, thing, allowed);
        return needed;
    }

    MissingFinding finding(const FindingSets& sets) const {
        MissingFinding missing;
        missing.finding = sets.finding;
        missing.all = sets.all_sets;
        for (const SettlingSet& set : sets.sets) {
            missing.all = missing.all && set.all_ways;
            for (const std::vector<Allowed>& allowed : set.ways) {
                MissingWay& way = missing.ways.emplace_back();
                for (std::size_t place = 0; place < set.things.size(); ++place)
                    way.facts.push_back(wanted(things[set.things[place]], allowed[place]));
            }
        }
        return missing;
    }
};

bool is_same(const NeededFact& a, const NeededFact& b) {
    return a.fact.label == b.fact.label && a.wanted == b.wanted;
}

bool has(const MissingWay& way, const NeededFact& needed) {
    return std::any_of(way.facts.begin(), way.facts.end(), [&](const NeededFact& other) { return is_same(other, needed); });
}

}  // namespace

NeededFact needed_in(const CandidateView& of, FactId fact) {
    return needed_fact(view_fact(of.record, of.request, fact, of.vocabulary), of.vocabulary.fact(fact));
}

MissingFinding view_ways(const CandidateView& of, const std::vector<OpenThing>& things, const FindingSets& sets) {
    return Reading{of, things}.finding(sets);
}

void gather_common(MissingFinding& missing) {
    if (missing.ways.empty()) return;
    for (const NeededFact& needed : missing.ways.front().facts) {
        const bool common =
            std::all_of(missing.ways.begin(), missing.ways.end(), [&](const MissingWay& way) { return has(way, needed); });
        if (common) missing.common.push_back(needed);
    }
    for (MissingWay& way : missing.ways) {
        std::erase_if(way.facts, [&](const NeededFact& needed) {
            return std::any_of(missing.common.begin(), missing.common.end(),
                               [&](const NeededFact& other) { return is_same(other, needed); });
        });
    }
}

}  // namespace warrant
