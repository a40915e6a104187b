// The texts, or codes, that a plan tells apart: each that it names, codes by the sets that hold them, and one for all others.
// Private to settle/.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/plan/plan.hpp"

#include <vector>

namespace warrant::settling {

struct TextRegions {
    std::vector<ValueSet> regions;  // a set of `any` stands for every text that no other region has
    std::vector<ValueSet> samples;  // of each region one text
    bool exact = true;              // false: a set of codes was only looked at near its ends
};

// Of a fact that may be any of `possible`; what the record has, `recorded`, stands by itself.
TextRegions text_regions(const Plan& plan, const FactColumns& facts, const Type& type, const TextSet& possible,
                         const TextSet& recorded);

}  // namespace warrant::settling
