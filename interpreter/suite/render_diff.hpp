// The differences between guidelines as text for people and as JSON for programs.
#pragma once

#include "interpreter/suite/edition_diff.hpp"

#include <string>
#include <vector>

namespace warrant {

// At most 80 columns. What stands on one side only is told apart by words, never by colour or signs alone.
std::string render_diff_text(const std::vector<GuidelineDiff>& diffs);

// The version of the JSON document's shape.
inline constexpr int diff_json_version = 1;
std::string render_diff_json(const std::vector<GuidelineDiff>& diffs);

}  // namespace warrant
