// Random small guidelines, as text: criteria, limits, exceptions, recommendation clauses and assumptions over a handful of
// facts.
#pragma once

#include "tests/unit/oracle/table_text.hpp"

#include <string>

namespace warrant::oracle {

struct GuidelineHabits {
    bool limits = true;
    bool branches = true;                       // `if` and `least of` in conditions
    bool fallible = true;                       // conditions that err for some values
    bool partial = true;                        // some guidelines are partial
    unsigned errors = 0;                        // percent of conditions joined with one that is always an error
    std::vector<DefinitionName> tables;         // that conditions and caps may look up
    std::vector<DefinitionName> silent_tables;  // with a row that is not addressed
};

std::string random_guideline(Random& random, const GuidelineHabits& habits);

}  // namespace warrant::oracle
