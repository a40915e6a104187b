// From the values of a plan to what its guideline finds: the table of language.md section 6, for a whole block with bit masks
// and for one row with its quantities.
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/plan/plan.hpp"

#include <cstdint>
#include <vector>

namespace warrant {

using FindingName = ast::FindingName;

// For the rows of one Values: which finding each row has; one bit is set in exactly one plane, or in `error`.
// Invariant: planes have words_for(capacity) words, taken once.
class FindingPlanes {
public:
    explicit FindingPlanes(std::size_t capacity);

    std::size_t rows = 0;
    std::vector<std::uint64_t> supported, partly_supported, not_supported, undetermined, not_addressed;
    std::vector<std::uint64_t> error;    // would be undetermined and rests on an error mark
    std::vector<std::uint64_t> partial;  // changed to undetermined because the guideline is partial
};
void find_block(const Plan& plan, const Values& values, FindingPlanes& planes);

enum class QuantityStanding { within, exceeded, unclear };

struct QuantityFinding {
    std::uint32_t quantity = 0;  // index in Plan::quantities
    OrderedSet asked;            // in the fact's type
    OrderedSet cap;              // in cap_type
    QuantityStanding standing = QuantityStanding::unclear;
    // The part that is certain, in cap_type: what is asked when within; the cap when exceeded; for an undetermined finding the
    // least of the lowest asked and the lowest possible cap if rows 1 and 2 surely do not hold, else 0.
    std::int64_t certain = 0;
};

// The finding of one row.
struct SectionFinding {
    FindingName finding = FindingName::undetermined;
    FindingName as_far_as_encoded = FindingName::undetermined;  // differs only for a partial guideline
    bool error = false;                                         // it would be undetermined and rests on an error mark
    std::vector<QuantityFinding> quantities;
};
SectionFinding find_row(const Plan& plan, const Values& values, std::size_t row);

// The statuses of language.md section 6.
enum class PartStatus { not_applicable, met, excepted, not_met, unknown };
PartStatus status_of(const CriterionPlan& criterion, const Values& values, std::size_t row);
// A limit is met when what is asked is surely within its own cap, not met when surely over, unknown otherwise.
PartStatus status_of(const LimitPlan& limit, const Plan& plan, const Values& values, std::size_t row);

}  // namespace warrant
