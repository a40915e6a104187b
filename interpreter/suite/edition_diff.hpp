// Two editions, or two drafts, of one guideline against each other: which of its parts changed, in the author's own terms, and
// which requests of given cases find differently, with the parts that made it so. Data only; render_diff.hpp prints it.
#pragma once

#include "dsl/diagnostic.hpp"
#include "dsl/source.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/find/shelf.hpp"
#include "interpreter/justify/justification.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

// One thing that a part says: `requires`, `cites`, `except gains`. An empty text: it does not say it.
struct AspectChange {
    std::string aspect;
    std::string before;
    std::string after;

    friend bool operator==(const AspectChange&, const AspectChange&) = default;
};

struct PartChange {
    enum class Kind { changed, added, removed } kind = Kind::changed;
    std::string part;   // `criterion 2`, `limit 8`, `header`, `define mtus.definitions chronic_pain`
    std::string label;  // the newer one, where it has one
    std::vector<AspectChange> changes;
};

// What one side finds of a request.
struct SideFinding {
    FindingName finding = FindingName::undetermined;
    std::string certain;                // `2 weeks`; empty without limits
    std::vector<std::string> deciding;  // `2 Homebound: not met`
};

struct FlippedRequest {
    std::string case_id;
    std::size_t number = 0;  // in the case, from 1
    std::string request;     // `35 hours of home health care`
    SideFinding before;
    SideFinding after;
};

struct GuidelineDiff {
    std::string name;    // mtus.home_health
    std::string before;  // `edition 2009`; `no edition`; `not there`
    std::string after;
    std::vector<PartChange> changes;
    std::size_t requests = 0;  // that were reviewed under both
    std::vector<FlippedRequest> flipped;
};

// One side: a guideline on the shelf that it is read with.
struct DiffSide {
    const Shelf& shelf;
    const ShelfModule& guideline;
};

// What changed between two texts of a guideline, the definitions of the modules that they use among it. Mistakes of either are
// diagnostics.
GuidelineDiff compare_guidelines(const DiffSide& before, const DiffSide& after, const SourceMap& sources,
                                 Diagnostics& diagnostics);

// Reviews a case under both sides (each has its own record of it, by its own vocabulary) and notes the requests that find
// differently.
void compare_case(const DiffSide& before, const CaseRecord& record_before, const DiffSide& after,
                  const CaseRecord& record_after, GuidelineDiff& diff, Diagnostics& diagnostics);

}  // namespace warrant
