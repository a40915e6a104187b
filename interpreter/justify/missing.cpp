// Settling sets beside the facts' own words. What settles is settle/'s to say.
#include "interpreter/justify/missing.hpp"

#include "interpreter/justify/ways.hpp"

namespace warrant {
namespace {

MissingSection view_section_missing(const CandidateView& of) {
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
    for (const FactId fact : settlement.relevant) section.relevant.push_back(needed_in(of, fact));
    for (const FactId fact : settlement.irrelevant) section.irrelevant.push_back(of.vocabulary.fact(fact).label);
    return section;
}

}  // namespace

std::vector<MissingRequest> view_missing(const Review& review, const CaseRecord& record, const Shelf& shelf) {
    std::vector<MissingRequest> missing;
    for (const RequestReview& request : review.requests) {
        MissingRequest& view = missing.emplace_back();
        for (const Candidate& candidate : request.candidates)
            view.sections.push_back(view_section_missing({candidate, record, request.request, shelf.vocabulary}));
    }
    return missing;
}

}  // namespace warrant
