// The small shelf of tests/golden/justify/shelf, and suites read and run against it.
#pragma once

#include "interpreter/suite/coverage.hpp"
#include "interpreter/suite/results.hpp"
#include "interpreter/suite/run_suite.hpp"

#include <optional>
#include <string>

namespace warrant::suite_test {

// Invariant: results point into the suite, and it into the shelf; so it is neither copied nor moved.
struct Ran {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;
    std::optional<Suite> suite;
    std::vector<SuiteResult> results;
    KeptPlans plans;

    // In the shelf's texts `before` is replaced by `after`, wherever it stands.
    explicit Ran(const std::string& text, const std::string& name = "suite.yaml", const std::string& before = "",
                 const std::string& after = "");
    Ran(const Ran&) = delete;
    Ran& operator=(const Ran&) = delete;

    std::string mistakes() const { return render_text(diagnostics, sources, false); }
    // What does not hold of the only test, one line each: `finding: supported, undetermined`.
    std::string mismatches() const;
};

// A suite of one test on a favourable case, with lines of the test after `base`.
std::string suite_with(const std::string& test);

// A suite of a section for therapy, or of what a statute adds to it, with one test.
std::string suite_of_visits(const std::string& guideline, const std::string& edition, const std::string& expect);

}  // namespace warrant::suite_test
