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
    MissingValue named(const OpenThing& thing) const {
        MissingValue value{needed_in(of, thing.facts.front()), {}, {}, false};
        value.needed.fact.label.clear();
        for (std::size_t number = 0; number < thing.facts.size(); ++number) {
            const FactInfo& info = of.vocabulary.fact(thing.facts[number]);
            const std::string between = number == 0 ? "" : number + 1 == thing.facts.size() ? " and " : ", ";
            value.paths.push_back(info.path);
            value.needed.fact.label += between + info.label;
        }
        if (thing.facts.size() > 1) value.needed.ask.clear();
        return value;
    }

    MissingValue question(const OpenThing& thing, const Allowed& allowed) const {
        MissingValue value = named(thing);
        value.relation = true;
        const PlanView view{of.candidate.plan, *of.candidate.values, of.record, of.request, of.vocabulary, 0};
        const bool holds = allowed.front();
        const std::string relation = thing.whole ? relation_words(view, thing.question, holds) : "";
        value.needed.wanted = !relation.empty() ? "so that " + relation
                              : holds           ? "what the guideline asks of it"
                                                : "not what the guideline asks of it";
        return value;
    }

    MissingValue wanted(const OpenThing& thing, const Allowed& allowed) const {
        if (thing.kind == OpenThing::Kind::question) return question(thing, allowed);
        MissingValue value = named(thing);
        const Type& type = of.candidate.plan.slots[thing.slot].type;
        value.needed.wanted = allowed_words(of.vocabulary, type, thing, allowed);
        const FactInfo& info = of.vocabulary.fact(thing.facts.front());
        if (type.kind == TypeKind::truth && allowed.front() != allowed.back())
            value.sentence = allowed.front() ? info.if_yes : info.if_no;
        return value;
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

bool has(const std::vector<MissingValue>& values, const MissingValue& wanted) {
    return std::find(values.begin(), values.end(), wanted) != values.end();
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
    for (const MissingValue& wanted : missing.ways.front().facts) {
        const bool common = std::all_of(missing.ways.begin(), missing.ways.end(),
                                        [&](const MissingWay& way) { return has(way.facts, wanted); });
        if (common) missing.common.push_back(wanted);
    }
    for (MissingWay& way : missing.ways)
        std::erase_if(way.facts, [&](const MissingValue& wanted) { return has(missing.common, wanted); });
}

}  // namespace warrant
