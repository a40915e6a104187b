// The search for a case that would close a gap in coverage. Private to suite/.
#pragma once

#include "interpreter/suite/coverage.hpp"
#include "interpreter/suite/stakes.hpp"

#include <vector>

namespace warrant::suites {

// A test that passed, under one section that surely governs.
struct PassedTest {
    const Suite* suite = nullptr;
    const SuiteTest* test = nullptr;
    Review review;
};
inline const Candidate& candidate_of(const PassedTest& test) {
    return test.review.requests.front().candidates.front();
}

// Changes one fact, then two, of the cases of tests that passed, and writes for each gap the first test found to close it. What
// is written was read and reviewed like any test. All tests have the plan of the stakes.
void close_gaps(const Shelf& shelf, KeptPlans& plans, const Stakes& stakes, const std::vector<PassedTest>& passed,
                std::vector<Gap>& gaps);

}  // namespace warrant::suites
