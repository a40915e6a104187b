// What is missing: for each decided finding that is still possible the ways in which the record could come to give it, the
// facts that matter, and those that change nothing. Of every section that may govern a request; it decides nothing.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// Facts that together give a finding whatever else the record may come to show; each with the values that do, in `wanted`.
struct MissingWay {
    std::vector<NeededFact> facts;
};

struct MissingFinding {
    FindingName finding = FindingName::supported;
    std::vector<NeededFact> common;  // needed in every way
    std::vector<MissingWay> ways;    // what each of them needs besides
    bool all = true;                 // false: there are more
};

struct MissingSection {
    std::string title;
    std::string edition;
    FindingName finding = FindingName::undetermined;  // as recorded
    bool partial = false;                             // what follows is true as far as the section is encoded
    std::optional<FindingName> whatever;              // every completion of the record gives this one
    std::vector<MissingFinding> findings;
    std::vector<NeededFact> relevant;     // open facts that matter; `wanted` is empty
    std::vector<std::string> irrelevant;  // labels of open facts that change nothing
    bool exact = true;                    // false: some facts were only looked at together
    bool complete = true;                 // false: there was too much to look at
};

struct MissingRequest {
    std::vector<MissingSection> sections;  // in the order of the review's candidates; none stands for no section
};

// Said where `exact` is unset.
inline constexpr std::string_view not_exact_words =
    "Not exact: some open facts could only be looked at together, or at some of their values. What is said of these is what "
    "the "
    "guideline asks, not which values do.";

std::vector<MissingRequest> view_missing(const Review& review, const CaseRecord& record, const Shelf& shelf);

// As text of 80 columns; the justification of the same review has the head.
std::string render_missing(const Justification& justification, const std::vector<MissingRequest>& missing, bool color);

}  // namespace warrant
