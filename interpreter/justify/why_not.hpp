// Why a case has not another finding: the parts in its way with what would meet them; the ways in which the record could still
// come to it; or, where the record rules it out, the smallest changes of what it says that would give it.
#pragma once

#include "interpreter/justify/missing.hpp"

#include <string>
#include <utility>
#include <vector>

namespace warrant {

// Facts that together change the finding, each with the values that do, in `wanted`, and with what the record says now.
struct ChangeWay {
    std::vector<NeededFact> facts;
    // The hardest of its facts to come by.
    ast::Fact::Obtainability obtainability = ast::Fact::Obtainability::obtainable;
};

struct WhyNotSection {
    bool found = false;              // the section has this finding
    bool whatever = false;           // it does, or would if it were encoded whole, whatever the open facts are
    bool possible = false;           // some completion of the record gives it
    bool partial = false;            // as far as the section is encoded
    MissingFinding ways;             // if possible
    std::vector<NeededFact> common;  // if not possible: what every change needs, where there are several
    std::vector<ChangeWay> changes;  // if not possible, each with what it needs besides; the smaller ones first
    bool all_changes = true;         // false: there are more than were looked at
    // Labels of pairs of facts that are compared with each other and were not changed together.
    std::vector<std::pair<std::string, std::string>> apart;
    bool lists_held = false;  // what lists hold was left as it is
    bool exact = true;        // as in MissingSection
    bool complete = true;
};

struct WhyNotRequest {
    std::vector<WhyNotSection> sections;  // in the order of the review's candidates
};

// `finding` is a decided one.
std::vector<WhyNotRequest> view_why_not(const Review& review, const CaseRecord& record, const Shelf& shelf,
                                        FindingName finding);

// As text of 80 columns; the justification of the same review has the parts.
std::string render_why_not(const Justification& justification, const std::vector<WhyNotRequest>& answers, FindingName finding,
                           bool color);

}  // namespace warrant
