// A justification against what a test expects of it. Private to suite/.
#pragma once

#include "interpreter/justify/justification.hpp"
#include "interpreter/suite/run_suite.hpp"

namespace warrant::suites {

// Fills in what does not hold, and the parts of the justification that made it so.
void compare(const Expectation& expected, const RequestJustification& found, TestResult& result);

}  // namespace warrant::suites
