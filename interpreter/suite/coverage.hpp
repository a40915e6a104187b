// Which parts of a guideline a passing test saw matter: the finding would have been another one had this part alone had another
// value. What no test saw is a gap; a suite may excuse one in words.
#pragma once

#include "interpreter/suite/run_suite.hpp"

#include <string>
#include <vector>

namespace warrant {

// Something that no passing test saw.
struct Gap {
    std::string part;
    Seen seen = Seen::yes;
    std::string skeleton;  // a test that would close it, as YAML; empty: none was found
};

struct GuidelineCoverage {
    const ShelfModule* guideline = nullptr;
    bool measured = false;  // some test passed
    std::size_t wanted = 0;
    std::size_t seen = 0;  // with what is excused
    std::vector<Gap> gaps;
    std::vector<std::string> needless;  // excused though a test saw it: `5a, unknown`

    // In whole percent, rounded down: 100 is all of it.
    std::size_t percent() const {
        if (!measured) return 0;
        return wanted == 0 ? 100 : seen * 100 / wanted;
    }
};

// Of each guideline in one edition, whichever suites test it: reviews the tests that passed once more and replaces one part
// after another. An excuse of a part that is not there is reported.
std::vector<GuidelineCoverage> cover(const std::vector<SuiteResult>& results, const Shelf& shelf, KeptPlans& plans,
                                     Diagnostics& diagnostics);

std::string_view words_of(Seen seen);
std::string render_coverage_text(const std::vector<GuidelineCoverage>& coverage);

}  // namespace warrant
