// One case through the shelf to its justification, for all commands that answer questions about it.
#pragma once

#include "interpreter/cli/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant::cli {

struct ReviewShelf {
    Shelf shelf;
    ReviewOptions options;
};
// The shelf with the guideline that the command names. Nothing comes back, with the code to end with, if it cannot be opened.
std::optional<ReviewShelf> open_for_review(Run& run, const ReviewCommand& command, ExitCode& code);

struct Reviewed {
    CaseRecord record;
    Justification justification;
};
// A case's text reviewed with the values given beside it. Nothing comes back, with the code to end with, if it has a mistake or
// an error decides on it; that was reported.
std::optional<Reviewed> review_text(Run& run, const ReviewCommand& command, const ReviewShelf& shelf, const std::string& file,
                                    std::string text, const std::vector<std::string>& settings, ExitCode& code);

}  // namespace warrant::cli
