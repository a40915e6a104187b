// A guideline's plan beside its variants, and the cases of the tests that passed under it. Private to suite/.
#pragma once

#include "interpreter/find/review.hpp"
#include "interpreter/suite/replaced_part.hpp"
#include "interpreter/suite/suite.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace warrant::suites {

// What a test would notice: the finding, and the certain part where the test expects it.
struct Noticed {
    SectionFinding finding;
    bool with_quantity = false;
};
bool same(const Noticed& a, const Noticed& b);

// One part with the plans in which it has another value; those of a row are many, and are made when they are asked for.
struct Stake {
    PlanPart part;
    Plan if_yes;  // of a limit: without it; not of a row
    Plan if_no;   // of a truth alone
};

struct Stakes {
    const Plan* plan = nullptr;
    std::vector<Stake> parts;
};
Stakes stakes_of(const Plan& plan, std::string_view guideline);
// Both were found with one plan: the same section, linked alike, with the same added to it.
bool same_plan(const Candidate& a, const Candidate& b);

// The value of a part in one case: what it is seen with there. A row of a table is `yes` where some look-up surely meets it.
Seen value_of(const Plan& plan, const PlanPart& part, const FactColumns& facts, const Values& values, std::size_t row);
// Whether in some plan in which the part alone has another value than this one, `differs` says so.
bool any_variant(const Stakes& stakes, const Stake& stake, Seen value, const std::function<bool(const Plan&)>& differs);
// Whether another value of the part alone would be noticed in a case.
bool matters(const Stakes& stakes, const Stake& stake, Seen value, const Noticed& noticed, const FactColumns& facts,
             const Vocabulary& vocabulary, std::size_t row);

}  // namespace warrant::suites
