// Sets that settle or change a finding, with the facts' own words. Private to the room.
#pragma once

#include "interpreter/justify/missing.hpp"
#include "interpreter/settle/settle.hpp"

namespace warrant {

// One section that may govern one request.
struct CandidateView {
    const Candidate& candidate;
    const CaseRecord& record;
    std::size_t request;
    const Vocabulary& vocabulary;
};

NeededFact needed_in(const CandidateView& of, FactId fact);
// Every way of every set by itself, the smaller ones first; nothing is common to them yet.
MissingFinding view_ways(const CandidateView& of, const std::vector<OpenThing>& things, const FindingSets& sets);
// What every way needs is said once.
void gather_common(MissingFinding& missing);

}  // namespace warrant
