// Private to check/. Puts the facts of one declaration into the vocabulary: one, or one for each value of its index.
#pragma once

#include "interpreter/check/vocabulary.hpp"

#include <optional>

namespace warrant {

void add_facts(Vocabulary& vocabulary, FactInfo info, const std::optional<ast::TypeName>& index, Diagnostics& diagnostics);

}  // namespace warrant
