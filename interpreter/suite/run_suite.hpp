// Runs suites: reviews the case of each test and compares what is found with what is expected.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/find/review.hpp"
#include "interpreter/suite/suite.hpp"

#include <functional>
#include <string>
#include <vector>

namespace warrant {

// One expectation that does not hold.
struct Mismatch {
    std::string what;  // `finding`, `part 3`, `missing`
    std::string expected;
    std::string found;
};

struct TestResult {
    const SuiteTest* test = nullptr;
    std::optional<FindingName> found;  // unset: the case has a mistake, or a value cannot be computed
    std::optional<Expectation> now;    // of a failing test: what would have held; unset as `found` is
    std::vector<Mismatch> mismatches;  // none: passed
    std::string branch;                // of the justification: the parts that made the difference, as text
};

struct SuiteResult {
    const Suite* suite = nullptr;
    std::vector<TestResult> tests;  // those that were selected
};

// How the cases of a suite are reviewed: under its section and edition alone.
ReviewOptions review_options(const Suite& suite);

// Runs the tests that `selected` picks. A mistake that only reviewing a case shows is a diagnostic.
SuiteResult run_suite(const Suite& suite, const Shelf& shelf,
                      const std::function<bool(const Suite&, const SuiteTest&)>& selected, KeptPlans& plans,
                      Diagnostics& diagnostics);

}  // namespace warrant
