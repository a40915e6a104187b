// The search works on columns: many changed cases are evaluated at once, under the plan and under the variants of the part. The
// first row in which the part matters is written as a test, read back, reviewed, and kept only if the part matters there too.
#include "interpreter/suite/closing_case.hpp"

#include "interpreter/check/print_value.hpp"
#include "interpreter/facts/changed_rows.hpp"
#include "interpreter/justify/render.hpp"
#include "interpreter/suite/reading.hpp"
#include "interpreter/suite/regions.hpp"
#include "interpreter/suite/write_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant::suites {
namespace {

// Cases tried for one plan, and tests written and read back for one gap, before the search gives up.
constexpr std::size_t max_rows_tried = 400'000;
constexpr std::size_t max_tests_written = 20;

using Row = std::vector<const OtherValue*>;

struct Search {
    const Shelf& shelf;
    KeptPlans& plans;
    const Stakes& stakes;
    std::vector<Gap>& gaps;
    std::vector<std::size_t> written;  // tests read back, by gap
    std::size_t rows_tried = 0;

    // The part of a gap; null if the tests at hand are not found with it.
    const Stake* stake_of(const Gap& gap) const {
        const auto part = std::find_if(stakes.parts.begin(), stakes.parts.end(),
                                       [&](const Stake& stake) { return stake.part.name == gap.part; });
        return part != stakes.parts.end() ? &*part : nullptr;
    }
    bool is_open(std::size_t gap) const {
        return gaps[gap].skeleton.empty() && written[gap] < max_tests_written && stake_of(gaps[gap]) != nullptr;
    }
    bool goes_on() const {
        if (rows_tried >= max_rows_tried) return false;
        for (std::size_t gap = 0; gap < gaps.size(); ++gap) {
            if (is_open(gap)) return true;
        }
        return false;
    }
};

// Where a case states a fact: `facts.job.demand`, `requests.0.duration`, `ur_decision.basis`.
std::string path_of(const FactInfo& fact) {
    switch (fact.scope) {
        case FactScope::record:
            return "facts." + fact.path;
        case FactScope::request:
            return "requests.0." + fact.path.substr(fact.path.find('.') + 1);
        case FactScope::ur_decision:
            break;
    }
    return fact.path;
}

// What is left out may be assumed; what is called unknown is not.
FactColumns block_of(const FactColumns& facts, const std::vector<Row>& rows) {
    std::vector<ChangedRow> changed;
    for (const Row& row : rows) {
        ChangedRow& changes = changed.emplace_back();
        for (const OtherValue* other : row) changes.push_back({other->slot, other->value, !other->written});
    }
    return changed_rows(facts, changed);
}

// Writes the changed case as a test, reads it back, and keeps it if the part matters in it.
void try_test(Search& search, const PassedTest& test, const Row& row, std::size_t number) {
    Gap& gap = search.gaps[number];
    ++search.written[number];
    std::vector<WrittenChange> changes;
    for (const OtherValue* change : row)
        changes.push_back(
            {path_of(search.shelf.vocabulary.fact(search.stakes.plan->slots[change->slot].fact)), change->written});
    const Node mapping = changed_test(*test.test, changes);
    Diagnostics mistakes;
    SuiteReading reading{search.shelf, facts::begin_reading(search.shelf.vocabulary, mistakes), test.suite->source};
    const std::string name = fmt::format("{} is {}", gap.part, words_of(gap.seen));
    const auto record = read_body(reading, assembled(reading, *test.test->body, mapping), name, test.test->span);
    if (!record || !mistakes.ok()) return;
    const Review found = review(search.shelf, *record, review_options(*test.suite), search.plans, mistakes);
    if (!mistakes.ok() || found.requests.front().candidates.size() != 1) return;
    const Candidate& candidate = found.requests.front().candidates.front();
    if (candidate.values == nullptr || !same_plan(candidate, candidate_of(test))) return;
    const Stake& stake = *search.stake_of(gap);
    if (value_of(*search.stakes.plan, stake.part, *candidate.facts, *candidate.values, 0) != gap.seen) return;
    if (!matters(search.stakes, stake, gap.seen, {candidate.finding, false}, *candidate.facts, search.shelf.vocabulary, 0))
        return;
    gap.skeleton = write_test(*test.test, mapping, name, std::string(words_of(candidate.finding.finding)));
}

Values evaluated(const Plan& plan, const FactColumns& facts, const Vocabulary& vocabulary) {
    Values values(plan, vocabulary, facts.rows);
    evaluate(plan, facts, 0, facts.rows, values);
    return values;
}

void try_rows(Search& search, const PassedTest& test, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    search.rows_tried += rows.size();
    const Vocabulary& words = search.shelf.vocabulary;
    const FactColumns facts = block_of(*candidate_of(test).facts, rows);
    const Plan& plan = *search.stakes.plan;
    const Values values = evaluated(plan, facts, words);
    for (std::size_t gap = 0; gap < search.gaps.size(); ++gap) {
        if (!search.is_open(gap)) continue;
        const Stake& stake = *search.stake_of(search.gaps[gap]);
        const Seen seen = search.gaps[gap].seen;
        std::vector<std::size_t> hits;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (value_of(plan, stake.part, facts, values, row) == seen) hits.push_back(row);
        }
        if (hits.empty()) continue;
        any_variant(search.stakes, stake, seen, [&](const Plan& variant) {
            const Values otherwise = evaluated(variant, facts, words);
            for (const std::size_t row : hits) {
                if (!search.is_open(gap)) break;
                const Noticed noticed{find_row(plan, values, row), false};
                const bool differs = !same(noticed, {find_row(variant, otherwise, row), false});
                if (differs) try_test(search, test, rows[row], gap);
            }
            return !search.is_open(gap);
        });
    }
}

void change_one(Search& search, const PassedTest& test, const std::vector<OtherValue>& others) {
    std::vector<Row> rows;
    for (const OtherValue& other : others) rows.push_back({&other});
    try_rows(search, test, rows);
}

void change_two(Search& search, const PassedTest& test, const std::vector<OtherValue>& others) {
    std::vector<Row> rows;
    for (std::size_t first = 0; first < others.size() && search.goes_on(); ++first) {
        for (std::size_t second = first + 1; second < others.size(); ++second) {
            if (others[first].slot == others[second].slot) continue;
            rows.push_back({&others[first], &others[second]});
            if (rows.size() < strip_rows) continue;
            try_rows(search, test, rows);
            rows.clear();
        }
    }
    try_rows(search, test, rows);
}

}  // namespace

void close_gaps(const Shelf& shelf, KeptPlans& plans, const Stakes& stakes, const std::vector<PassedTest>& passed,
                std::vector<Gap>& gaps) {
    Search search{shelf, plans, stakes, gaps, std::vector<std::size_t>(gaps.size(), 0), 0};
    for (const bool two : {false, true}) {
        for (const PassedTest& test : passed) {
            if (!search.goes_on()) return;
            const std::vector<OtherValue> others = other_values(candidate_of(test), shelf.vocabulary);
            if (two) change_two(search, test, others);
            else change_one(search, test, others);
        }
    }
}

}  // namespace warrant::suites
