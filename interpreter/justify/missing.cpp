// Settling sets beside the facts' own words. What settles is settle/'s to say.
#include "interpreter/justify/missing.hpp"

#include "interpreter/justify/allowed_words.hpp"
#include "interpreter/justify/view.hpp"
#include "interpreter/settle/settle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

struct Reading {
    const Candidate& candidate;
    const Settlement& settlement;
    const CaseRecord& record;
    std::size_t request;
    const Vocabulary& vocabulary;

    NeededFact fact(FactId id) const { return needed_fact(view_fact(record, request, id, vocabulary), vocabulary.fact(id)); }

    // Several facts that can only be asked for together go by the first, whose label names all of them.
    NeededFact question(const OpenThing& thing, const Allowed& allowed) const {
        NeededFact needed = fact(thing.facts.front());
        for (std::size_t number = 1; number < thing.facts.size(); ++number)
            needed.fact.label +=
                (number + 1 == thing.facts.size() ? " and " : ", ") + vocabulary.fact(thing.facts[number]).label;
        if (thing.facts.size() > 1) needed.ask.clear();
        const PlanView view{candidate.plan, *candidate.values, record, request, vocabulary, 0};
        const bool holds = allowed.front();
        if (thing.whole && is_comparison(candidate.plan.step(thing.question).op))
            needed.wanted = (holds ? "so that " : "so that it does not hold: ") + print_formula(view, thing.question);
        else needed.wanted = holds ? "what the guideline asks of it" : "not what the guideline asks of it";
        return needed;
    }

    NeededFact wanted(const OpenThing& thing, const Allowed& allowed) const {
        if (thing.kind == OpenThing::Kind::question) return question(thing, allowed);
        NeededFact needed = fact(thing.facts.front());
        needed.wanted = allowed_words(vocabulary, candidate.plan.slots[thing.slot].type, thing, allowed);
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
                    way.facts.push_back(wanted(settlement.things[set.things[place]], allowed[place]));
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

// What every way needs is said once.
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

MissingSection view_section_missing(const Candidate& candidate, const CaseRecord& record, std::size_t request,
                                    const Shelf& shelf) {
    MissingSection section;
    section.finding = candidate.finding.finding;
    if (candidate.guideline == nullptr) return section;
    section.title = candidate.plan.guideline.title;
    section.edition = candidate.plan.guideline.edition;
    const Settlement settlement = settle(candidate.plan, *candidate.facts, shelf.vocabulary);
    const Reading reading{candidate, settlement, record, request, shelf.vocabulary};
    section.whatever = settlement.whatever;
    section.exact = settlement.exact;
    section.complete = settlement.complete;
    for (const FindingSets& sets : settlement.findings) {
        if (settlement.whatever) break;
        section.findings.push_back(reading.finding(sets));
        gather_common(section.findings.back());
    }
    for (const FactId fact : settlement.relevant) section.relevant.push_back(reading.fact(fact));
    for (const FactId fact : settlement.irrelevant) section.irrelevant.push_back(shelf.vocabulary.fact(fact).label);
    return section;
}

}  // namespace

std::vector<MissingRequest> view_missing(const Review& review, const CaseRecord& record, const Shelf& shelf) {
    std::vector<MissingRequest> missing;
    for (const RequestReview& request : review.requests) {
        MissingRequest& view = missing.emplace_back();
        for (const Candidate& candidate : request.candidates)
            view.sections.push_back(view_section_missing(candidate, record, request.request, shelf));
    }
    return missing;
}

}  // namespace warrant
