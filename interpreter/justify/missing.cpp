// Settling sets beside the facts' own words. What settles is settle/'s to say.
#include "interpreter/justify/missing.hpp"

#include "interpreter/justify/view.hpp"
#include "interpreter/justify/ways.hpp"

#include <algorithm>
#include <utility>

namespace warrant {
namespace {

// An open fact with the open parts that read it.
MissingFact view_missing_fact(NeededFact needed, const SectionView& section) {
    MissingFact missing{std::move(needed), {}};
    for (const PartView& part : section.parts) {
        if (part.status != PartStatus::unknown) continue;
        if (std::find(part.reads.begin(), part.reads.end(), missing.needed.fact.path) == part.reads.end()) continue;
        missing.parts.push_back({part.id, part.label, part.added_by, part.citation, part.basis});
        if (!part.id.empty()) missing.needed.settles.push_back(part.id);
    }
    return missing;
}

// Those that the section reads, each once.
std::vector<FactView> view_fixed(const CandidateView& of) {
    std::vector<FactView> fixed;
    std::vector<FactId> seen;
    for (const FactSlot& slot : of.candidate.plan.slots) {
        if (of.vocabulary.fact(slot.fact).obtainability != ast::Fact::Obtainability::fixed) continue;
        if (std::find(seen.begin(), seen.end(), slot.fact) != seen.end()) continue;
        seen.push_back(slot.fact);
        FactView fact = view_fact(of.record, of.request, slot.fact, of.vocabulary);
        if (fact.known) fixed.push_back(std::move(fact));
    }
    return fixed;
}

MissingSection view_section_missing(const CandidateView& of, const SectionView& view) {
    const Candidate& candidate = of.candidate;
    MissingSection section;
    section.finding = candidate.finding.finding;
    if (candidate.guideline == nullptr) return section;
    section.title = candidate.plan.guideline.title;
    section.edition = candidate.plan.guideline.edition;
    section.partial = is_partial(candidate.plan);
    const Settlement settlement = settle(as_encoded(candidate.plan), *candidate.facts, of.vocabulary);
    section.whatever = settlement.whatever;
    section.exact = settlement.exact;
    section.complete = settlement.complete;
    for (const FindingSets& sets : settlement.findings) {
        if (settlement.whatever) break;
        section.findings.push_back(view_ways(of, settlement.things, sets));
        gather_common(section.findings.back());
    }
    for (const FactId fact : settlement.relevant) section.relevant.push_back(view_missing_fact(needed_in(of, fact), view));
    for (const FactId fact : settlement.irrelevant) section.irrelevant.push_back(of.vocabulary.fact(fact).label);
    section.fixed = view_fixed(of);
    return section;
}

}  // namespace

std::vector<MissingRequest> view_missing(const Review& review, const CaseRecord& record, const Shelf& shelf) {
    std::vector<MissingRequest> missing;
    for (const RequestReview& request : review.requests) {
        MissingRequest& view = missing.emplace_back();
        for (const Candidate& candidate : request.candidates)
            view.sections.push_back(view_section_missing({candidate, record, request.request, shelf.vocabulary},
                                                         view_section(candidate, record, request.request, shelf)));
    }
    return missing;
}

}  // namespace warrant
