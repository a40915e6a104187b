// Ways and changes beside the facts' own words. What settles and what changes is settle/'s to say.
#include "interpreter/justify/why_not.hpp"

#include "interpreter/justify/ways.hpp"
#include "interpreter/settle/changes.hpp"

#include <algorithm>

namespace warrant {
namespace {

using Obtainability = ast::Fact::Obtainability;

int hardness(Obtainability obtainability) {
    switch (obtainability) {
        case Obtainability::obtainable:
            return 0;
        case Obtainability::clinical:
            return 1;
        case Obtainability::fixed:
            break;
    }
    return 2;
}

ChangeWay change_of(MissingWay way) {
    ChangeWay change;
    for (MissingValue& value : way.facts) change.facts.push_back(std::move(value.needed));
    for (const NeededFact& needed : change.facts) {
        if (hardness(needed.obtainability) > hardness(change.obtainability)) change.obtainability = needed.obtainability;
    }
    return change;
}

void add_changes(const CandidateView& of, const Plan& plan, FindingName finding, WhyNotSection& section) {
    const FactColumns& recorded = *of.candidate.facts;
    const Changes changed = changes(plan, recorded, all_possible(plan, recorded, of.vocabulary), of.vocabulary);
    const auto label = [&](FactId fact) { return of.vocabulary.fact(fact).label; };
    for (const auto& [first, second] : changed.apart) section.apart.emplace_back(label(first), label(second));
    section.lists_held = changed.lists_held;
    section.exact = changed.exact;
    section.complete = changed.complete;
    for (const FindingSets& sets : changed.findings) {
        if (sets.finding != finding) continue;
        MissingFinding ways = view_ways(of, changed.things, sets);
        section.all_changes = ways.all;
        if (ways.ways.size() > 1) gather_common(ways);
        for (MissingValue& value : ways.common) section.common.push_back(std::move(value.needed));
        for (MissingWay& way : ways.ways) section.changes.push_back(change_of(std::move(way)));
    }
}

WhyNotSection view_section_why_not(const CandidateView& of, FindingName finding) {
    const Candidate& candidate = of.candidate;
    WhyNotSection section;
    section.found = candidate.finding.finding == finding;
    if (section.found || candidate.guideline == nullptr) return section;
    section.partial = is_partial(candidate.plan) && finding != FindingName::not_supported;
    const Plan plan = as_encoded(candidate.plan);
    const Settlement settlement = settle(plan, *candidate.facts, of.vocabulary);
    section.exact = settlement.exact;
    section.complete = settlement.complete;
    section.whatever = settlement.whatever == finding;
    if (!settlement.complete || section.whatever) return section;
    for (const FindingSets& sets : settlement.findings) {
        if (sets.finding != finding) continue;
        section.possible = true;
        section.ways = view_ways(of, settlement.things, sets);
        gather_common(section.ways);
    }
    if (!section.possible) add_changes(of, plan, finding, section);
    return section;
}

}  // namespace

std::vector<WhyNotRequest> view_why_not(const Review& review, const CaseRecord& record, const Shelf& shelf,
                                        FindingName finding) {
    std::vector<WhyNotRequest> answers;
    for (const RequestReview& request : review.requests) {
        WhyNotRequest& answer = answers.emplace_back();
        for (const Candidate& candidate : request.candidates)
            answer.sections.push_back(view_section_why_not({candidate, record, request.request, shelf.vocabulary}, finding));
    }
    return answers;
}

}  // namespace warrant
