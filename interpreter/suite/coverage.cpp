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
// so. A row matters where it applies.
void add_wanted(const Stakes& stakes, std::vector<Sighting>& wanted) {
    const auto add = [&](const std::string& part, Seen seen) {
        if (std::find(wanted.begin(), wanted.end(), Sighting{part, seen}) == wanted.end()) wanted.push_back({part, seen});
    };
    for (const Stake& stake : stakes.parts) {
        if (stake.part.kind != PlanPart::Kind::limit) add(stake.part.name, Seen::yes);
        if (stake.part.kind == PlanPart::Kind::row) continue;
        add(stake.part.name, Seen::no);
        add(stake.part.name, Seen::unknown);
    }
}

std::set<Sighting> seen_by(const PassedTest& test, const Stakes& stakes, const Vocabulary& vocabulary) {
    std::set<Sighting> seen;
    const Candidate& candidate = candidate_of(test);
    const Noticed noticed{candidate.finding, test.test->expected.quantity.has_value()};
    for (const Stake& stake : stakes.parts) {
        const Seen value = value_of(*stakes.plan, stake.part, *candidate.facts, *candidate.values, 0);
        if (matters(stakes, stake, value, noticed, *candidate.facts, vocabulary, 0)) seen.insert({stake.part.name, value});
    }
    return seen;
}

// A test sees parts only where one section surely governs: with several, none of them decides alone.
bool is_alone(const Review& review) {
    if (review.requests.empty()) return false;
    const std::vector<Candidate>& candidates = review.requests.front().candidates;
    return candidates.size() == 1 && candidates.front().values != nullptr;
}

// The tests that passed under one plan. What a section uses may be chosen by the date of decision, and what is added to it by
// the service, so that one edition of it has several.
struct Group {
    std::vector<PassedTest> passed;
    Stakes stakes;
};

void add_to_group(std::vector<Group>& groups, PassedTest test) {
    for (Group& group : groups) {
        if (!same_plan(candidate_of(group.passed.front()), candidate_of(test))) continue;
        group.passed.push_back(std::move(test));
        return;
    }
    groups.emplace_back().passed.push_back(std::move(test));
}

void add_passed(const SuiteResult& result, const Shelf& shelf, KeptPlans& plans, Diagnostics& diagnostics,
                std::vector<Group>& groups) {
    const ReviewOptions options = review_options(*result.suite);
    for (const TestResult& tested : result.tests) {
        if (!tested.mismatches.empty()) continue;
        PassedTest test{result.suite, tested.test, review(shelf, tested.test->record, options, plans, diagnostics)};
        if (is_alone(test.review)) add_to_group(groups, std::move(test));
    }
}

std::vector<Excuse> excuses_of(const std::vector<const SuiteResult*>& results) {
    std::vector<Excuse> excuses;
    for (const SuiteResult* result : results)
        excuses.insert(excuses.end(), result->suite->excused.begin(), result->suite->excused.end());
    return excuses;
}

void check_excuses(const std::vector<Excuse>& excuses, const std::vector<Sighting>& wanted, Diagnostics& diagnostics) {
    for (const Excuse& excuse : excuses) {
        const bool known = std::find(wanted.begin(), wanted.end(), Sighting{excuse.part, excuse.seen}) != wanted.end();
        if (known) continue;
        std::vector<std::string_view> names;
        for (const Sighting& sighting : wanted) {
            if (names.empty() || names.back() != sighting.first) names.push_back(sighting.first);
        }
        diagnostics.report(kinds::unknown_criterion, excuse.span,
                           fmt::format("nothing asks that `{}` is seen {}", excuse.part, words_of(excuse.seen)),
                           "the parts are " + facts::enumerate(names) + "; a limit is seen false and unknown, a row true");
    }
}

void sort_out(const std::vector<Excuse>& excuses, const std::vector<Sighting>& wanted, const std::set<Sighting>& seen,
              GuidelineCoverage& coverage) {
    coverage.wanted = wanted.size();
    for (const Sighting& sighting : wanted) {
        const bool excused = std::any_of(excuses.begin(), excuses.end(), [&](const Excuse& excuse) {
            return Sighting{excuse.part, excuse.seen} == sighting;
        });
        const bool was_seen = seen.count(sighting) != 0;
        coverage.seen += was_seen || excused ? 1U : 0U;
        if (was_seen && excused) coverage.needless.push_back(fmt::format("{}, {}", sighting.first, words_of(sighting.second)));
        if (!was_seen && !excused) coverage.gaps.push_back({sighting.first, sighting.second, {}});
    }
}

GuidelineCoverage cover_guideline(const std::vector<const SuiteResult*>& results, const Shelf& shelf, KeptPlans& plans,
                                  Diagnostics& diagnostics) {
    GuidelineCoverage coverage;
    coverage.guideline = results.front()->suite->guideline;
    std::vector<Group> groups;
    for (const SuiteResult* result : results) add_passed(*result, shelf, plans, diagnostics, groups);
    if (groups.empty()) return coverage;
    coverage.measured = true;
    std::vector<Sighting> wanted;
    std::set<Sighting> seen;
    for (Group& group : groups) {
        group.stakes = stakes_of(candidate_of(group.passed.front()).plan, coverage.guideline->name);
        add_wanted(group.stakes, wanted);
        for (const PassedTest& test : group.passed) seen.merge(seen_by(test, group.stakes, shelf.vocabulary));
    }
    const std::vector<Excuse> excuses = excuses_of(results);
    check_excuses(excuses, wanted, diagnostics);
    sort_out(excuses, wanted, seen, coverage);
    for (const Group& group : groups) close_gaps(shelf, plans, group.stakes, group.passed, coverage.gaps);
    return coverage;
}

}  // namespace
}  // namespace suites

std::vector<GuidelineCoverage> cover(const std::vector<SuiteResult>& results, const Shelf& shelf, KeptPlans& plans,
                                     Diagnostics& diagnostics) {
    std::vector<std::vector<const SuiteResult*>> guidelines;
    for (const SuiteResult& result : results) {
        const auto same = std::find_if(guidelines.begin(), guidelines.end(), [&](const std::vector<const SuiteResult*>& other) {
            return other.front()->suite->guideline == result.suite->guideline;
        });
        if (same == guidelines.end()) guidelines.push_back({&result});
        else same->push_back(&result);
    }
    std::vector<GuidelineCoverage> coverage;
    for (const auto& own : guidelines) coverage.push_back(suites::cover_guideline(own, shelf, plans, diagnostics));
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

std::string render_coverage_text(const std::vector<GuidelineCoverage>& coverage) {
    std::string text;
    for (const GuidelineCoverage& of : coverage) {
        const ShelfModule& guideline = *of.guideline;
        text += fmt::format("coverage of {}/{}: {} of {} seen to matter, {} %\n", guideline.name, guideline.edition, of.seen,
                            of.wanted, of.percent());
        for (const std::string& needless : of.needless) text += fmt::format("  excused though a test sees it: {}\n", needless);
        for (const Gap& gap : of.gaps) {
            text += fmt::format("\n  no test sees {} matter when it is {}\n", gap.part, words_of(gap.seen));
            text +=
                gap.skeleton.empty() ? "    no case was found that would: change more of a case, or excuse it\n" : gap.skeleton;
        }
        if (!of.gaps.empty()) text += "\n";
    }
    return text;
}

}  // namespace warrant
