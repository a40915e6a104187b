// The results of suites as text for people, as JUnit XML for build servers, and as JSON.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/suite/run_suite.hpp"

#include <string>
#include <vector>

namespace warrant {

struct Tally {
    std::size_t tests = 0;
    std::size_t passed = 0;
};
Tally tally_of(const std::vector<SuiteResult>& results);

// Each failure with what was expected and found.
std::string render_failures_text(const std::vector<SuiteResult>& results, const SourceMap& sources);
// The same, then a line for each edition and one for all.
std::string render_results_text(const std::vector<SuiteResult>& results, const SourceMap& sources);
std::string render_results_junit(const std::vector<SuiteResult>& results, const SourceMap& sources);
// The version of the JSON document's shape.
inline constexpr int results_json_version = 2;
std::string render_results_json(const std::vector<SuiteResult>& results, const SourceMap& sources);

}  // namespace warrant
