// The one layout of a guideline text: where lines begin and break, what stands in columns, which clause comes first, where
// comments stand. Words, numbers, texts and parentheses stay as they are written, so the meaning does.
#pragma once

#include "dsl/diagnostic.hpp"

#include <optional>
#include <string>

namespace warrant {

// Nothing for a text with a mistake in it, which is reported.
std::optional<std::string> format_module(const SourceMap& sources, SourceId source, Diagnostics& diagnostics);

}  // namespace warrant
