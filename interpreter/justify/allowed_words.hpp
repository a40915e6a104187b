// In words, the values of a fact that a settling set allows: `yes`, `at least medium`, `over 3 to 5 visits`, `no later than
// 2017-02-19`. Not installed: for this room and interview/.
#pragma once

#include "interpreter/check/vocabulary.hpp"
#include "interpreter/settle/settle.hpp"

#include <string>

namespace warrant {

std::string allowed_words(const Vocabulary& vocabulary, const Type& type, const OpenThing& thing, const Allowed& allowed);

}  // namespace warrant
