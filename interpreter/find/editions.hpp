// Which editions of a module a case may be judged by, and why. Private to find/.
#pragma once

#include "interpreter/find/review.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// What a case, or the caller, says of editions.
struct EditionQuery {
    std::map<std::string, std::string> named;  // the edition by source
    std::optional<OrderedSet> date;            // of decision
};

// Empty when an edition is named that nobody has, or that is ambiguous; then it was reported.
std::optional<EditionQuery> edition_query(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                          Diagnostics& diagnostics);

// One edition that may apply.
struct EditionOption {
    const ShelfModule* module = nullptr;  // null: none is in force
    EditionReason reason;
    bool sure = true;
    OrderedSet days;  // on which used modules must be in force
};

// The editions of `name` that may apply, by their beginnings; none when the edition named is not one of this module's. Unset:
// only an edition or a date of decision could tell, and neither is stated.
std::optional<std::vector<EditionOption>> edition_options(const Shelf& shelf, std::string_view name, const EditionQuery& query);

}  // namespace warrant
