// The small shelf of tests/golden/justify/shelf and the cases beside it, reviewed and justified. It expects nothing of the
// outputs.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <string>
#include <vector>

namespace warrant::test {

struct Reviewed {
    Justification justification;
    SourceMap sources;     // the texts of the shelf and the case
    std::string mistakes;  // diagnostics of the shelf or the case, as text; empty when there are none
};

// A case of tests/golden/justify by its stem, with values as given on a command line (`injury.date=2012-03-01`).
Reviewed review_golden(const std::string& stem, const std::vector<std::string>& assignments = {});
// A case text, against the same shelf.
Reviewed review_text(const std::string& case_text, const std::vector<std::string>& assignments = {});
// A case text against a guideline of its own with the shelf's words and procedures.
Reviewed review_guideline(const std::string& guideline, const std::string& case_text);

// ---- guidelines of a few lines, in which each test declares only its parts

std::string criterion(const std::string& id, const std::string& condition);
// The only section's view, for a request of the service `strengthening`; `request` and `facts` are lines of the case.
SectionView section_of(const std::string& body, const std::string& facts, const std::string& request = "");
// The reasons of a part as lines, indented by depth.
std::string outline(const std::vector<Reason>& reasons, const std::string& indent = "");
// The outline of a lone criterion with that condition.
std::string reasons_for(const std::string& condition, const std::string& facts, const std::string& request = "");

}  // namespace warrant::test
