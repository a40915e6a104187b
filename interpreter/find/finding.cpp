// The table of language.md section 6 over the values of a plan: for a whole block with words of 64 cases, and for one row with
// what each quantity amounts to. It knows nothing of which guideline governs.
#include "interpreter/find/finding.hpp"

#include "interpreter/value/decimal.hpp"

#include <algorithm>

namespace warrant {
namespace {

// One truth of a plan for 64 rows at a time. A step that is unset is surely what `unset` says.
struct TruthPlanes {
    const std::uint64_t* surely_true = nullptr;
    const std::uint64_t* surely_false = nullptr;
    const std::uint64_t* error = nullptr;
    bool unset = false;

    std::uint64_t t(std::size_t word) const {
        return surely_true != nullptr ? surely_true[word] : (unset ? ~std::uint64_t{0} : 0);
    }
    std::uint64_t f(std::size_t word) const {
        return surely_false != nullptr ? surely_false[word] : (unset ? 0 : ~std::uint64_t{0});
    }
    std::uint64_t e(std::size_t word) const { return error != nullptr ? error[word] : 0; }
};

TruthPlanes planes_of(const Values& values, StepId step, bool unset) {
    if (!step.valid()) return {nullptr, nullptr, nullptr, unset};
    return {values.surely_true(step), values.surely_false(step), values.error(step), unset};
}

struct Roots {
    TruthPlanes not_addressed;
    TruthPlanes none_applies;
    TruthPlanes not_supported;
    TruthPlanes supported;
};

Roots roots_of(const Plan& plan, const Values& values) {
    return {planes_of(values, plan.not_addressed, false), planes_of(values, plan.none_applies, false),
            planes_of(values, plan.not_supported, false), planes_of(values, plan.supported, true)};
}

// Rows of one word (of those in `rows`) in which the cap is one value.
std::uint64_t single_caps(const std::int64_t* low, const std::int64_t* high, std::size_t first, std::uint64_t rows) {
    std::uint64_t single = 0;
    for (; rows != 0; rows &= rows - 1) {
        const auto row = static_cast<std::size_t>(__builtin_ctzll(rows));
        if (low[first + row] == high[first + row]) single |= std::uint64_t{1} << row;
    }
    return single;
}

// Row 4: each quantity is surely within its cap, or its cap is one value and surely exceeded. Only asked of rows that could
// have it.
std::uint64_t partly_rows(const Plan& plan, const Values& values, std::size_t word, std::uint64_t rows) {
    for (const QuantityPlan& quantity : plan.quantities) {
        if (rows == 0) break;
        const std::uint64_t within = values.surely_true(quantity.within)[word];
        const std::uint64_t over = values.surely_false(quantity.within)[word] & rows;
        rows &= within | single_caps(values.low(quantity.cap), values.high(quantity.cap), word * 64, over);
    }
    return rows;
}

std::uint64_t rows_in_word(std::size_t rows, std::size_t word) {
    const std::size_t left = rows - word * 64;
    return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
}

struct WordFinding {
    std::uint64_t supported, partly, not_supported, not_addressed, none_applies, undecided, error;
};

WordFinding find_word(const Plan& plan, const Values& values, const Roots& roots, std::size_t word) {
    const std::uint64_t rows = rows_in_word(values.rows(), word);
    const std::uint64_t said = roots.not_addressed.t(word) & rows;
    const std::uint64_t silent = roots.none_applies.t(word) & ~said & rows;
    const std::uint64_t addressed = roots.not_addressed.f(word) & roots.none_applies.f(word) & rows;
    const std::uint64_t not_supported = addressed & roots.not_supported.t(word);
    const std::uint64_t open = addressed & roots.not_supported.f(word);
    const std::uint64_t supported = open & roots.supported.t(word);
    const std::uint64_t partly = partly_rows(plan, values, word, open & roots.supported.f(word));
    const std::uint64_t undecided = rows & ~(said | silent | not_supported | supported | partly);
    const std::uint64_t marks =
        roots.not_addressed.e(word) | roots.none_applies.e(word) | roots.not_supported.e(word) | roots.supported.e(word);
    return {supported, partly, not_supported, said, silent, undecided, undecided & marks};
}

// ---------------------------------------------------------------- one row

// A Kleene truth of one row: surely true, surely false, or neither.
struct RowTruth {
    bool surely = false;
    bool surely_not = false;
    bool error = false;
};

RowTruth truth_at(const Values& values, StepId step, std::size_t row, bool unset) {
    if (!step.valid()) return {unset, !unset, false};
    return {bit(values.surely_true(step), row), bit(values.surely_false(step), row), values.is_error(step, row)};
}

OrderedSet ordered_at(const Values& values, StepId step, std::size_t row) {
    const ValueSet set = values.at(step, row);
    const OrderedSet* ordered = std::get_if<OrderedSet>(&set);
    return ordered != nullptr ? *ordered : OrderedSet{};
}

// The least that is asked, in the unit of the cap; what does not come out even is rounded down, so that no more is certain than
// was asked.
std::int64_t least_asked(const OrderedSet& asked, Scale scale) {
    if (asked.low == unbounded_low) return 0;
    if (asked.low == unbounded_high) return unbounded_high;
    const Wide product = Wide{asked.low} * scale.left;
    Wide quotient = product / scale.right;
    if (product % scale.right < 0) --quotient;
    if (quotient > largest_value) return largest_value;
    return quotient < 0 ? 0 : static_cast<std::int64_t>(quotient);
}

QuantityFinding quantity_at(const Plan& plan, const Values& values, std::uint32_t index, std::size_t row) {
    const QuantityPlan& quantity = plan.quantities[index];
    QuantityFinding found;
    found.quantity = index;
    found.asked = ordered_at(values, quantity.asked, row);
    found.cap = ordered_at(values, quantity.cap, row);
    const RowTruth within = truth_at(values, quantity.within, row, true);
    if (within.surely) found.standing = QuantityStanding::within;
    if (within.surely_not) found.standing = QuantityStanding::exceeded;
    return found;
}

bool single(const OrderedSet& set) {
    return set.low == set.high;
}

bool row_four(const std::vector<QuantityFinding>& quantities) {
    return std::all_of(quantities.begin(), quantities.end(), [](const QuantityFinding& quantity) {
        return quantity.standing == QuantityStanding::within ||
               (quantity.standing == QuantityStanding::exceeded && single(quantity.cap));
    });
}

// Rows in which the section, or a guideline that may add to it, is encoded only in part.
std::uint64_t partial_rows(const Plan& plan, const Values& values, std::size_t word) {
    std::uint64_t rows = plan.guideline.partial ? ~std::uint64_t{0} : 0;
    for (const AddedPlan& added : plan.added) {
        if (!added.guideline.partial) continue;
        rows |= added.when.valid() ? ~values.surely_false(added.when)[word] : ~std::uint64_t{0};
    }
    return rows;
}

FindingName for_partial(FindingName finding, bool silent) {
    switch (finding) {
        case FindingName::supported:
        case FindingName::partly_supported:
            return FindingName::undetermined;
        case FindingName::not_addressed:
            return silent ? FindingName::undetermined : finding;
        case FindingName::not_supported:
        case FindingName::undetermined:
            break;
    }
    return finding;
}

// What of a quantity is certain under a finding; `open`: rows 1 and 2 surely do not hold.
std::int64_t certain_part(const QuantityFinding& quantity, Scale scale, FindingName finding, bool open) {
    const std::int64_t asked = least_asked(quantity.asked, scale);
    const std::int64_t cap = quantity.cap.low == unbounded_low ? 0 : quantity.cap.low;
    switch (finding) {
        case FindingName::supported:
            return asked;
        case FindingName::partly_supported:
            return quantity.standing == QuantityStanding::within ? asked : cap;
        case FindingName::undetermined:
            return open ? std::min(asked, cap) : 0;
        case FindingName::not_supported:
        case FindingName::not_addressed:
            break;
    }
    return 0;
}

}  // namespace

FindingPlanes::FindingPlanes(std::size_t capacity)
    : supported(words_for(capacity)),
      partly_supported(words_for(capacity)),
      not_supported(words_for(capacity)),
      undetermined(words_for(capacity)),
      not_addressed(words_for(capacity)),
      error(words_for(capacity)),
      partial(words_for(capacity)) {}

void find_block(const Plan& plan, const Values& values, FindingPlanes& planes) {
    planes.rows = values.rows();
    const Roots roots = roots_of(plan, values);
    for (std::size_t word = 0; word < words_for(values.rows()); ++word) {
        const WordFinding found = find_word(plan, values, roots, word);
        const std::uint64_t whole = ~partial_rows(plan, values, word);
        const std::uint64_t withheld = (found.supported | found.partly | found.none_applies) & ~whole;
        planes.supported[word] = found.supported & whole;
        planes.partly_supported[word] = found.partly & whole;
        planes.not_supported[word] = found.not_supported;
        planes.not_addressed[word] = found.not_addressed | (found.none_applies & whole);
        planes.error[word] = found.error;
        planes.undetermined[word] = (found.undecided & ~found.error) | withheld;
        planes.partial[word] = withheld;
    }
}

SectionFinding find_row(const Plan& plan, const Values& values, std::size_t row) {
    const RowTruth said = truth_at(values, plan.not_addressed, row, false);
    const RowTruth silent = truth_at(values, plan.none_applies, row, false);
    const RowTruth no = truth_at(values, plan.not_supported, row, false);
    const RowTruth within = truth_at(values, plan.supported, row, true);
    const bool addressed = said.surely_not && silent.surely_not;
    const bool open = addressed && no.surely_not;

    SectionFinding found;
    for (std::uint32_t i = 0; i < plan.quantities.size(); ++i) found.quantities.push_back(quantity_at(plan, values, i, row));
    FindingName finding = FindingName::undetermined;
    if (said.surely || silent.surely) {
        finding = FindingName::not_addressed;
    } else if (addressed && no.surely) {
        finding = FindingName::not_supported;
    } else if (open && within.surely) {
        finding = FindingName::supported;
    } else if (open && within.surely_not && row_four(found.quantities)) {
        finding = FindingName::partly_supported;
    }
    found.as_far_as_encoded = finding;
    found.error = finding == FindingName::undetermined && (said.error || silent.error || no.error || within.error);
    const bool partial = ((partial_rows(plan, values, row / 64) >> (row % 64)) & 1U) != 0;
    found.finding = partial ? for_partial(finding, !said.surely) : finding;
    // A partial guideline may lack the rule that says no: nothing is certain under it.
    for (QuantityFinding& quantity : found.quantities) {
        quantity.certain = partial ? 0 : certain_part(quantity, plan.quantities[quantity.quantity].scale, finding, open);
    }
    return found;
}

PartStatus status_of(const CriterionPlan& criterion, const Values& values, std::size_t row) {
    if (truth_at(values, criterion.applies, row, true).surely_not) return PartStatus::not_applicable;
    if (truth_at(values, criterion.holds, row, true).surely) return PartStatus::met;
    for (const ExceptionPlan& exception : criterion.exceptions) {
        if (truth_at(values, exception.when, row, false).surely) return PartStatus::excepted;
    }
    return truth_at(values, criterion.truth, row, true).surely_not ? PartStatus::not_met : PartStatus::unknown;
}

PartStatus status_of(const LimitPlan& limit, const Plan& plan, const Values& values, std::size_t row) {
    if (truth_at(values, limit.applies, row, true).surely_not) return PartStatus::not_applicable;
    const QuantityPlan& quantity = plan.quantities[limit.quantity];
    const OrderedSet asked = ordered_at(values, quantity.asked, row);
    const OrderedSet cap = ordered_at(values, limit.cap, row);
    if (cap.low == unbounded_high) return PartStatus::met;
    auto asked_is_at_most = [&](std::int64_t most, std::int64_t bound) {
        if (most == unbounded_high || bound == unbounded_low) return false;
        return most == unbounded_low || bound == unbounded_high ||
               Wide{most} * quantity.scale.left <= Wide{bound} * quantity.scale.right;
    };
    if (asked_is_at_most(asked.high, cap.low)) return PartStatus::met;
    if (cap.high == unbounded_high || asked_is_at_most(asked.low, cap.high)) return PartStatus::unknown;
    return PartStatus::not_met;
}

}  // namespace warrant
