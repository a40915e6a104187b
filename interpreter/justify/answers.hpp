// Answers to single questions about a reviewed case, as text of 80 columns: why it is found so, what a part or a fact has to do
// with it, and what other values would do. They say what the justification says, and nothing else.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

// Of each request the finding, the parts that decided it, and what was assumed.
std::string render_why(const Justification& justification, bool color);

// One part by its id, in full: what it asks, how that is known, and every fact that bears on it. Empty: no request has it.
std::optional<std::string> render_why_part(const Justification& justification, const std::string& part, bool color);

// A fact as it stands for each request, by its path. Empty: no fact is called so.
std::optional<std::vector<FactView>> facts_named(const CaseRecord& record, const Vocabulary& vocabulary,
                                                 const std::string& path);
// The fact with all that the record says of it, and the parts that read it.
std::string render_why_fact(const Justification& justification, const std::vector<FactView>& facts, bool color);

// The same case as recorded and with other values given: findings side by side, the parts that changed, and what is asked for
// then. Both have the same requests.
std::string render_what_if(const Justification& recorded, const Justification& given, bool color);

}  // namespace warrant
