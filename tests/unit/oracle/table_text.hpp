// Random tables, as a library of text: in each, exactly one row applies. It knows sorts and units, not values.
#pragma once

#include "tests/unit/oracle/expression_text.hpp"

#include <string>
#include <vector>

namespace warrant::oracle {

struct TableLibrary {
    std::string text;
    std::vector<DefinitionName> names;   // a column of a table each
    std::vector<DefinitionName> silent;  // of tables with a row that is not addressed
};
TableLibrary random_tables(Random& random);

// Tables of each kind of key and of each layout of results, for look-ups whose keys are independent.
std::string_view fixed_tables();

}  // namespace warrant::oracle
