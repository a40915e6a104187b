// One section of a guideline, in one edition, evaluated on one request. Private to find/.
#pragma once

#include "interpreter/find/editions.hpp"
#include "interpreter/find/links.hpp"
#include "interpreter/find/review.hpp"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace warrant {

// What every request of one review shares.
struct ReviewRun {
    const Shelf& shelf;
    const CaseRecord& record;
    const ReviewOptions& options;
    const EditionQuery& editions;
    Diagnostics& diagnostics;
    KeptPlans& plans;
    std::set<std::string> undated;                                // modules reported for lack of a date
    std::set<std::pair<std::size_t, std::uint32_t>> meaningless;  // facts reported, by request
};

// The section on one request, with its values and finding; unset when a guideline itself has a mistake, which was reported.
// Facts stated without a meaning are reported.
std::optional<Candidate> evaluate_section(ReviewRun& run, std::size_t request, const EditionOption& option,
                                          const SectionKey& section);
// Reports the error that decides the finding of a candidate, if one does.
void report_deciding_error(ReviewRun& run, std::size_t request, const Candidate& candidate);

// A plan of one request: its columns and values. Facts stated that have no meaning are reported.
struct EvaluatedRow {
    std::unique_ptr<FactColumns> facts;
    std::unique_ptr<Values> values;
};
EvaluatedRow evaluate_request(ReviewRun& run, std::size_t request, const Plan& plan);

// Reports the step at which the errors began that leave `root` without a value.
void report_error_mark(ReviewRun& run, std::size_t request, const Plan& plan, const Values& values, StepId root);

}  // namespace warrant
