// Blocks of changed rows, evaluated one after the other under one bound.
#include "interpreter/settle/trials.hpp"

#include "dsl/limits.hpp"

#include <algorithm>

namespace warrant::settling {

void Trials::each(const std::vector<TrialRow>& rows, const See& see) {
    for (std::size_t first = 0; first < rows.size(); first += strip_rows) {
        const std::size_t count = std::min(strip_rows, rows.size() - first);
        rows_ += count;
        if (rows_ > limits::max_settling_rows) {
            bound_reached_ = true;
            return;
        }
        std::vector<ChangedRow> changed;
        for (std::size_t row = 0; row < count; ++row) {
            ChangedRow& changes = changed.emplace_back();
            for (const Trial& trial : rows[first + row])
                changes.push_back({open_.things[trial.thing].slot, trial.value, false});
        }
        block_ = changed_rows(open_.facts, changed);
        evaluate(open_.plan, block_, 0, count, values_);
        for (std::size_t row = 0; row < count; ++row) see(values_, row, first + row);
    }
}

std::size_t count_combinations(const OpenPlan& open, const std::vector<std::uint32_t>& things, std::size_t most) {
    std::size_t count = 1;
    for (const std::uint32_t thing : things) {
        count *= open.samples[thing].size();
        if (count > most) return SIZE_MAX;
    }
    return count;
}

std::vector<TrialRow> combinations(const OpenPlan& open, const std::vector<std::uint32_t>& things) {
    std::vector<TrialRow> rows{{}};
    for (const std::uint32_t thing : things) {
        std::vector<TrialRow> longer;
        for (const TrialRow& row : rows) {
            for (const ValueSet& sample : open.samples[thing]) {
                longer.push_back(row);
                longer.back().push_back({thing, sample});
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

}  // namespace warrant::settling
