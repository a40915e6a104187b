// Random records: for each fact the set of values that the record allows. And their completions: records in which each fact has
// one value, taken from a few points of its set. It evaluates nothing.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/plan/plan.hpp"
#include "interpreter/value/set.hpp"
#include "tests/unit/oracle/world.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace warrant::oracle {

// One value: a truth as 0 or 1, an ordered value in the grid of its type, a choice by its number, a text.
struct Point {
    std::int64_t number = 0;
    std::string text;

    friend bool operator==(const Point&, const Point&) = default;
    friend auto operator<=>(const Point&, const Point&) = default;
};

// The facts of one case, by id. A fact that is absent allows all its values.
struct Record {
    std::vector<ValueSet> sets;
    std::vector<bool> absent;
};

using Completion = std::vector<Point>;  // by fact id; facts that were not asked for have a value of no meaning

struct RecordHabits {
    bool single_only = false;  // every fact known
    unsigned unknown = 15;     // percent of facts that are not known at all
    unsigned single = 30;      // percent that are known
    bool unbounded = true;     // half-lines and unknown quantities occur
    bool wide = true;          // large values occur
};

Record random_record(const Vocabulary& vocabulary, Random& random, const RecordHabits& habits);
// A set within `set`, not empty; often smaller.
ValueSet narrowed(const Vocabulary& vocabulary, FactId fact, const ValueSet& set, Random& random);

// The points of a set at which something can change: its ends, those of `interesting` (in the fact's grid) within it and their
// neighbours, and, where the set has no end, points far out.
std::vector<Point> points_of(const Vocabulary& vocabulary, FactId fact, const ValueSet& set,
                             const std::vector<std::int64_t>& interesting);

// Completions of the facts: all combinations of their points when there are at most `most`, else that many drawn at random, the
// first of them with every fact at its lowest and at its highest point.
struct Completions {
    std::vector<Completion> all;
    bool complete = true;
};
Completions completions_of(const Vocabulary& vocabulary, const Record& record, const std::vector<FactId>& facts,
                           const std::map<FactId, std::vector<std::int64_t>>& interesting, std::size_t most, Random& random);

ValueSet set_of(const Vocabulary& vocabulary, FactId fact, const Point& point);
Record record_of(const Vocabulary& vocabulary, const Record& base, const Completion& completion,
                 const std::vector<FactId>& facts);
// The set of a fact as a text for messages.
std::string show(const Vocabulary& vocabulary, const Record& record, const std::vector<FactId>& facts);

// The columns that a plan reads, a row for each record.
FactColumns columns_of(const Plan& plan, const Vocabulary& vocabulary, const std::vector<Record>& records);
// The facts that a plan reads, and those that stand for the lists that it reads.
std::vector<FactId> facts_read(const Plan& plan, const Vocabulary& vocabulary);

}  // namespace warrant::oracle
