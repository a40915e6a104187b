// All completions, all sets.
#include "tests/unit/settle/brute_force.hpp"

#include "interpreter/evaluate/evaluate.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

bool is_assumed(const Plan& plan, const Record& record, FactId fact) {
    return record.absent[fact.index] && std::any_of(plan.assumptions.begin(), plan.assumptions.end(),
                                                    [&](const AssumptionPlan& one) { return one.fact == fact; });
}

// One completion as the point number of each open fact, and its finding.
struct Row {
    std::vector<std::size_t> at;
    FindingName finding;
};

std::vector<Row> find_all(const Plan& plan, const Vocabulary& vocabulary, const Record& possible, const Tried& tried) {
    std::vector<Row> rows;
    std::vector<std::size_t> at(tried.open.size(), 0);
    Values values(plan, vocabulary, 1);
    for (bool more = true; more;) {
        Completion completion(possible.sets.size());
        for (std::size_t k = 0; k < at.size(); ++k) completion[tried.open[k].index] = tried.points.at(tried.open[k])[at[k]];
        const FactColumns columns = columns_of(plan, vocabulary, {record_of(vocabulary, possible, completion, tried.open)});
        evaluate(plan, columns, 0, 1, values);
        rows.push_back({at, find_row(plan, values, 0).finding});
        more = false;
        for (std::size_t k = 0; k < at.size() && !more; ++k) {
            more = ++at[k] < tried.points.at(tried.open[k]).size();
            if (!more) at[k] = 0;
        }
    }
    return rows;
}

std::vector<std::size_t> members(std::size_t set, std::size_t count) {
    std::vector<std::size_t> numbers;
    for (std::size_t k = 0; k < count; ++k) {
        if ((set >> k & 1) != 0) numbers.push_back(k);
    }
    return numbers;
}

bool is_held(const Tried& tried, const Row& row, std::size_t k) {
    return tried.held.at(tried.open[k])[row.at[k]];
}

// Every fact outside the set lies where the record allows it.
bool leaves_the_others(const Tried& tried, const Row& row, std::size_t set) {
    for (std::size_t k = 0; k < tried.open.size(); ++k) {
        if ((set >> k & 1) == 0 && !is_held(tried, row, k)) return false;
    }
    return true;
}

// The values of the set's facts that give one finding wherever the record allows the others.
std::map<std::vector<Point>, FindingName> settled_by(const Tried& tried, const std::vector<Row>& rows, std::size_t set) {
    std::map<std::vector<Point>, std::set<FindingName>> found;
    for (const Row& row : rows) {
        if (!leaves_the_others(tried, row, set)) continue;
        std::vector<Point> values;
        for (const std::size_t k : members(set, tried.open.size())) values.push_back(tried.points.at(tried.open[k])[row.at[k]]);
        found[values].insert(row.finding);
    }
    std::map<std::vector<Point>, FindingName> settled;
    for (const auto& [values, findings] : found) {
        if (findings.size() == 1 && *findings.begin() != FindingName::undetermined) settled[values] = *findings.begin();
    }
    return settled;
}

void find_sets(const std::vector<Row>& rows, Tried& tried) {
    std::map<FindingName, std::vector<std::size_t>> smallest;
    std::vector<std::size_t> sets;
    for (std::size_t set = 0; set < (std::size_t{1} << tried.open.size()); ++set) sets.push_back(set);
    std::stable_sort(sets.begin(), sets.end(),
                     [](std::size_t a, std::size_t b) { return __builtin_popcountll(a) < __builtin_popcountll(b); });
    for (const std::size_t set : sets) {
        std::map<FindingName, TriedSet> found;
        for (const auto& [values, finding] : settled_by(tried, rows, set)) found[finding].ways.insert(values);
        for (auto& [finding, one] : found) {
            const auto holds_it = [&](std::size_t smaller) { return (smaller & set) == smaller; };
            if (std::any_of(smallest[finding].begin(), smallest[finding].end(), holds_it)) continue;
            smallest[finding].push_back(set);
            for (const std::size_t k : members(set, tried.open.size())) one.facts.push_back(tried.open[k]);
            tried.settling[finding].push_back(std::move(one));
        }
    }
}

void find_relevant(const std::vector<Row>& rows, Tried& tried) {
    for (std::size_t k = 0; k < tried.open.size(); ++k) {
        std::map<std::vector<std::size_t>, std::set<FindingName>> others;
        for (Row row : rows) {
            row.at[k] = 0;
            others[row.at].insert(row.finding);
        }
        const auto differs = [](const auto& entry) { return entry.second.size() > 1; };
        if (std::any_of(others.begin(), others.end(), differs)) tried.relevant.insert(tried.open[k]);
    }
}

}  // namespace

std::optional<Tried> try_all(const Plan& plan, const Vocabulary& vocabulary, const Record& record, const Record& possible,
                             std::size_t most) {
    Tried tried;
    std::size_t completions = 1;
    for (const FactSlot& slot : plan.slots) {
        const ValueSet& set = possible.sets[slot.fact.index];
        if (is_single(set) || is_assumed(plan, possible, slot.fact)) continue;
        tried.open.push_back(slot.fact);
        std::vector<std::int64_t> all;
        if (const auto* range = std::get_if<OrderedSet>(&set)) {
            for (std::int64_t value = range->low; value <= range->high; ++value) all.push_back(value);
        }
        tried.points[slot.fact] = points_of(vocabulary, slot.fact, set, all);
        for (const Point& point : tried.points[slot.fact])
            tried.held[slot.fact].push_back(is_subset(set_of(vocabulary, slot.fact, point), record.sets[slot.fact.index]));
        completions *= tried.points[slot.fact].size();
        if (completions > most) return std::nullopt;
    }
    std::sort(tried.open.begin(), tried.open.end());
    const std::vector<Row> rows = find_all(plan, vocabulary, possible, tried);
    find_sets(rows, tried);
    find_relevant(rows, tried);
    for (const Row& row : rows) {
        if (leaves_the_others(tried, row, 0)) tried.given.insert(row.finding);
    }
    const bool same = std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return row.finding == rows[0].finding; });
    if (same && rows[0].finding != FindingName::undetermined) tried.whatever = rows[0].finding;
    return tried;
}

}  // namespace warrant::oracle
