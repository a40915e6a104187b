// The text of a case that an interview begins: what is known of it before the first question.
#pragma once

#include "interpreter/find/review.hpp"
#include "interpreter/find/shelf.hpp"

#include <string>
#include <vector>

namespace warrant {

struct StartedCase {
    std::string text;
    std::vector<std::string> services;  // that the guideline covers, by name
};

// A case of that name for the guideline, edition, procedure and day of decision that the options name. Without an edition or a
// day the guideline's edition is named if it has only one.
StartedCase start_case(const std::string& name, const Shelf& shelf, const ReviewOptions& options);

}  // namespace warrant
