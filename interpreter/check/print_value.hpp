// Values as people read them: `4 hours/day`, `2015-02-19`, `medium or heavy`, `over 2 years`, `not known`.
#pragma once

#include "interpreter/check/vocabulary.hpp"
#include "interpreter/value/set.hpp"

#include <string>

namespace warrant {

// One possible value of an ordered type.
std::string print_ordered(const Vocabulary& vocabulary, const Type& type, std::int64_t value);
// A whole set; a full set prints as `unknown`.
std::string print_set(const Vocabulary& vocabulary, const Type& type, const ValueSet& set);

// The set of all values of a type (quantities that are not signed begin at 0).
ValueSet full_set(const Vocabulary& vocabulary, const Type& type, bool is_signed);

}  // namespace warrant
