// What a justification says in the terms of an expectation. Private to suite/.
#pragma once

#include "interpreter/justify/justification.hpp"
#include "interpreter/suite/suite.hpp"

#include <set>
#include <string>

namespace warrant::suites {

// Paths of all facts still asked for, and of those for which something was assumed.
std::set<std::string> asked_paths(const RequestJustification& found);
std::set<std::string> assumed_paths(const RequestJustification& found);
struct Citations {
    // By a part that decided, by a table or definition among its reasons, or by a section: `p. 68`.
    std::set<std::string> all;
    // By a part that decided, itself: `6 p. 68`. A table or definition may cite the same page for it.
    std::set<std::string> of_parts;

    bool hold(const std::string& citation) const { return all.count(citation) != 0 || of_parts.count(citation) != 0; }
};
Citations citations(const RequestJustification& found);

// The expectation with the same keys that would have held, as far as the justification says one: of several sections that may
// govern the first speaks.
Expectation as_found(const Expectation& expected, const RequestJustification& found);

}  // namespace warrant::suites
