// Measures which parts the passing tests of a suite saw matter, and names what none of them saw.
#include "interpreter/suite/coverage.hpp"

#include "interpreter/kinds.hpp"
#include "interpreter/suite/closing_case.hpp"
#include "interpreter/suite/reading.hpp"
#include "interpreter/suite/stakes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace warrant {
namespace suites {
namespace {

using Sighting = std::pair<std::string, Seen>;

// Everything that should be seen. No value of a limit but `no` and `unknown` can matter: without a cap, what is within it stays
// so.
std::vector<Sighting> wanted_of(const Stakes& stakes) {
    std::vector<Sighting> wanted;
    for (const Stake& stake : stakes.parts) {
        if (!stake.part.is_limit) wanted.push_back({stake.part.name, Seen::yes});
        wanted.push_back({stake.part.name, Seen::no});
        wanted.push_back({stake.part.name, Seen::unknown});
    }
    return wanted;
}

std::set<Sighting> seen_by(const PassedTest& test, const Stakes& stakes, const Vocabulary& vocabulary) {
    std::set<Sighting> seen;
    const Candidate& candidate = test.review.requests.front().candidates.front();
    const Noticed noticed{candidate.finding, test.test->expected.quantity.has_value()};
    for (const Stake& stake : stakes.parts) {
        const Seen value = value_of(*stakes.plan, stake.part, *candidate.values, 0);
        if (matters(stake, value, noticed, *candidate.facts, vocabulary, 0)) seen.insert({stake.part.name, value});
    }
    return seen;
}

// A test sees parts only where one section surely governs: with several, none of them decides alone.
bool is_alone(const Review& review) {
    if (review.requests.empty()) return false;
    const std::vector<Candidate>& candidates = review.requests.front().candidates;
    return candidates.size() == 1 && candidates.front().values != nullptr;
}

void check_excuses(const Suite& suite, const std::vector<Sighting>& wanted, Diagnostics& diagnostics) {
    for (const Excuse& excuse : suite.excused) {
        const bool known = std::find(wanted.begin(), wanted.end(), Sighting{excuse.part, excuse.seen}) != wanted.end();
        if (known) continue;
        std::vector<std::string_view> names;
        for (const Sighting& sighting : wanted) {
            if (names.empty() || names.back() != sighting.first) names.push_back(sighting.first);
        }
        diagnostics.report(kinds::unknown_criterion, excuse.span,
                           fmt::format("nothing asks that `{}` is seen {}", excuse.part, words_of(excuse.seen)),
                           "the parts are " + facts::enumerate(names) + "; a limit is seen false and unknown");
    }
}

void sort_out(const Suite& suite, const std::vector<Sighting>& wanted, const std::set<Sighting>& seen,
              SuiteCoverage& coverage) {
    coverage.wanted = wanted.size();
    for (const Sighting& sighting : wanted) {
        const bool excused = std::any_of(suite.excused.begin(), suite.excused.end(), [&](const Excuse& excuse) {
            return Sighting{excuse.part, excuse.seen} == sighting;
        });
        const bool was_seen = seen.count(sighting) != 0;
        coverage.seen += was_seen || excused ? 1U : 0U;
        if (was_seen && excused) coverage.needless.push_back(fmt::format("{}, {}", sighting.first, words_of(sighting.second)));
        if (!was_seen && !excused) coverage.gaps.push_back({sighting.first, sighting.second, {}});
    }
}

}  // namespace
}  // namespace suites

SuiteCoverage cover_suite(const SuiteResult& result, const Shelf& shelf, KeptPlans& plans, Diagnostics& diagnostics) {
    SuiteCoverage coverage;
    coverage.suite = result.suite;
    const ReviewOptions options = review_options(*result.suite);
    std::vector<suites::PassedTest> passed;
    for (const TestResult& tested : result.tests) {
        if (!tested.mismatches.empty()) continue;
        suites::PassedTest test{tested.test, review(shelf, tested.test->record, options, plans, diagnostics)};
        if (!suites::is_alone(test.review)) continue;
        // The modules that a section uses are chosen by the edition alone, so that all tests of a suite share one plan.
        const auto used = [](const suites::PassedTest& other) { return other.review.requests.front().candidates.front().used; };
        if (passed.empty() || used(test) == used(passed.front())) passed.push_back(std::move(test));
    }
    if (passed.empty()) return coverage;
    coverage.measured = true;
    const suites::Stakes stakes = suites::stakes_of(passed.front().review.requests.front().candidates.front().plan);
    const std::vector<suites::Sighting> wanted = suites::wanted_of(stakes);
    std::set<suites::Sighting> seen;
    for (const suites::PassedTest& test : passed) seen.merge(suites::seen_by(test, stakes, shelf.vocabulary));
    suites::check_excuses(*result.suite, wanted, diagnostics);
    suites::sort_out(*result.suite, wanted, seen, coverage);
    suites::close_gaps(*result.suite, shelf, plans, stakes, passed, coverage.gaps);
    return coverage;
}

std::string_view words_of(Seen seen) {
    switch (seen) {
        case Seen::yes:
            return "true";
        case Seen::no:
            return "false";
        case Seen::unknown:
            break;
    }
    return "unknown";
}

std::string render_coverage_text(const std::vector<SuiteCoverage>& coverage) {
    std::string text;
    for (const SuiteCoverage& suite : coverage) {
        const ShelfModule& guideline = *suite.suite->guideline;
        text += fmt::format("coverage of {}/{}: {} of {} seen to matter, {} %\n", guideline.name, guideline.edition, suite.seen,
                            suite.wanted, suite.percent());
        for (const std::string& needless : suite.needless)
            text += fmt::format("  excused though a test sees it: {}\n", needless);
        for (const Gap& gap : suite.gaps) {
            text += fmt::format("\n  no test sees {} matter when it is {}\n", gap.part, words_of(gap.seen));
            text +=
                gap.skeleton.empty() ? "    no case was found that would: change more of a case, or excuse it\n" : gap.skeleton;
        }
        if (!suite.gaps.empty()) text += "\n";
    }
    return text;
}

}  // namespace warrant
