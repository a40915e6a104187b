// The values of options, which are texts on the command line, and what their help looks like. Knows nothing of CLI11.
#pragma once

#include "interpreter/cli/options.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::cli {

// What stands beside an option in a help text begins at this column, and lines end at 80: CLI11 does not wrap.
inline constexpr std::size_t help_column = 26;
std::string wrapped(std::string_view text);

// `; did you mean `x`?`, or nothing.
std::string suggestion(std::string_view wrong, const std::vector<std::string>& known);

std::optional<FindingName> finding_named(std::string name);
EditionChoice edition_written(const std::string& text);
Detail detail_named(const std::string& name);
ReviewCommand::Form form_named(const std::string& name);
Format format_named(const std::string& name);
MissingReader reader_named(const std::string& name);
TestCommand::Results results_named(const std::string& name);

// CLI11 takes what begins with a dash for an option even after `--`, once a list has begun. So the words after `--` are
// shielded with a letter that no word begins with, and laid bare again where they have arrived.
std::vector<std::string> shielded(const std::vector<std::string>& arguments);
void lay_bare_word(std::string& word);

}  // namespace warrant::cli
