// Reviews and justifies the case of every selected test, under the suite's section and edition alone.
#include "interpreter/suite/run_suite.hpp"

#include "interpreter/justify/render.hpp"
#include "interpreter/suite/compare.hpp"
#include "interpreter/suite/found.hpp"
#include "interpreter/suite/freeze.hpp"
#include "interpreter/suite/published.hpp"

#include <utility>

namespace warrant {

ReviewOptions review_options(const Suite& suite) {
    ReviewOptions options;
    options.guideline = suite.guideline->name;
    options.editions.push_back({suite.guideline->source, suite.guideline->edition, {}});
    return options;
}

namespace {

TestResult compare_frozen(const Suite& suite, const Meaning& now) {
    TestResult result{&suite.frozen->test, {}, {}, {}, {}};
    const auto compare = [&](std::string what, const std::string& then, const std::string& is) {
        if (then != is) result.mismatches.push_back({"what the " + what + ", since it was frozen", then, is});
    };
    compare("guideline means", suite.frozen->guideline, now.guideline);
    compare("cases say", suite.frozen->cases, now.cases);
    if (!result.mismatches.empty())
        result.branch = "If the change is meant, freeze the suite again with a reason: warrant test --freeze REASON FILE\n";
    return result;
}

}  // namespace

SuiteResult run_suite(const Suite& suite, const Shelf& shelf,
                      const std::function<bool(const Suite&, const SuiteTest&)>& selected, KeptPlans& plans,
                      Diagnostics& diagnostics) {
    SuiteResult result{&suite, {}};
    const ReviewOptions options = review_options(suite);
    for (const SuiteTest& test : suite.tests) {
        if (!selected(suite, test)) continue;
        TestResult tested{&test, {}, {}, {}, {}};
        const Review found = review(shelf, test.record, options, plans, diagnostics);
        if (found.requests.empty()) {
            tested.mismatches.push_back(
                {"finding", std::string(words_of(test.expected.finding)), "none: the case has a mistake"});
        } else {
            const RequestJustification shown = justify(found, test.record, shelf).requests.front();
            if (!shown.error) tested.found = shown.finding;
            suites::compare(test.expected, shown, tested);
            suites::compare_reason(tested);
            if (tested.found && !tested.mismatches.empty()) tested.now = suites::as_found(test.expected, shown);
        }
        result.tests.push_back(std::move(tested));
        // No candidate at all: the guideline has a mistake, which was reported and would be again.
        if (!found.requests.empty() && found.requests.front().candidates.empty()) break;
    }
    if (suite.frozen && selected(suite, suite.frozen->test))
        result.tests.push_back(compare_frozen(suite, meaning_of(suite, shelf, plans, diagnostics)));
    return result;
}

}  // namespace warrant
