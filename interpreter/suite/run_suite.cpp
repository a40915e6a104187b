// Reviews and justifies the case of every selected test, under the suite's section and edition alone.
#include "interpreter/suite/run_suite.hpp"

#include "interpreter/justify/render.hpp"
#include "interpreter/suite/compare.hpp"
#include "interpreter/suite/published.hpp"

#include <utility>

namespace warrant {

ReviewOptions review_options(const Suite& suite) {
    ReviewOptions options;
    options.guideline = suite.guideline->name;
    options.editions.push_back({suite.guideline->source, suite.guideline->edition, {}});
    return options;
}

SuiteResult run_suite(const Suite& suite, const Shelf& shelf, const std::function<bool(const Suite&, const SuiteTest&)>& selected,
                      KeptPlans& plans, Diagnostics& diagnostics) {
    SuiteResult result{&suite, {}};
    const ReviewOptions options = review_options(suite);
    for (const SuiteTest& test : suite.tests) {
        if (!selected(suite, test)) continue;
        TestResult tested{&test, {}, {}, {}};
        const Review found = review(shelf, test.record, options, plans, diagnostics);
        if (found.requests.empty()) {
            tested.mismatches.push_back(
                {"finding", std::string(words_of(test.expected.finding)), "none: the case has a mistake"});
        } else {
            const RequestJustification shown = justify(found, test.record, shelf).requests.front();
            if (!shown.error) tested.found = shown.finding;
            suites::compare(test.expected, shown, tested);
            suites::compare_reason(tested);
        }
        result.tests.push_back(std::move(tested));
        // No candidate at all: the guideline has a mistake, which was reported and would be again.
        if (!found.requests.empty() && found.requests.front().candidates.empty()) break;
    }
    return result;
}

}  // namespace warrant
