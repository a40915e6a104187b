// A case with open facts at chosen values, many at a time, through the evaluator. Private to settle/.
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/facts/changed_rows.hpp"
#include "interpreter/settle/open_plan.hpp"

#include <functional>

namespace warrant::settling {

// What one row changes: a thing that is a fact, and the value it has there.
struct Trial {
    std::uint32_t thing = 0;
    ValueSet value;
};
using TrialRow = std::vector<Trial>;

// Invariant: the values are those of the block that was evaluated last.
class Trials {
public:
    explicit Trials(const OpenPlan& open) : open_(open), values_(open.plan, open.vocabulary, strip_rows) {}

    // Evaluates the rows, a block at a time, and shows `see` the values with the number of the row in its block and overall.
    // Beyond the bound on rows nothing is shown.
    using See = std::function<void(const Values& values, std::size_t row, std::size_t number)>;
    void each(const std::vector<TrialRow>& rows, const See& see);
    bool bound_reached() const { return bound_reached_; }

private:
    const OpenPlan& open_;
    Values values_;
    FactColumns block_;
    std::size_t rows_ = 0;
    bool bound_reached_ = false;
};

// The rows of every combination of regions of things, the last of them changing fastest, each region by its sample.
std::vector<TrialRow> combinations(const OpenPlan& open, const std::vector<std::uint32_t>& things);
// How many they are; SIZE_MAX where more than `most`.
std::size_t count_combinations(const OpenPlan& open, const std::vector<std::uint32_t>& things, std::size_t most);

}  // namespace warrant::settling
