// Cuts the values of every open fact with an order where some comparison changes, so that within a region the guideline tells
// no two values apart. Private to settle/.
#pragma once

#include "interpreter/settle/trials.hpp"

namespace warrant::settling {

// Fills regions and samples of the ordered things, and says of every thing which regions the record allows. Where a comparison
// joins several of them, those with few values get a region for each; the others stay joined (see joined_things).
void cut_regions(OpenPlan& open, Trials& trials);

// The things that some comparison joins, of every comparison that does.
std::vector<std::vector<std::uint32_t>> joined_groups(const OpenPlan& open);

// By step: things of which some comparison below joins several whose values were not listed one by one.
std::vector<ThingSet> joined_things(const OpenPlan& open);

}  // namespace warrant::settling
