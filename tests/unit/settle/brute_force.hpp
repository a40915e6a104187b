// Which facts settle or change a finding, by trying: every completion of a small record is evaluated by itself, and every set
// of facts is looked at. It shares no code with interpreter/settle.
#pragma once

#include "interpreter/find/finding.hpp"
#include "tests/unit/oracle/records.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace warrant::oracle {

struct TriedSet {
    std::vector<FactId> facts;          // ascending
    std::set<std::vector<Point>> ways;  // values of the facts, in their order
};

struct Tried {
    std::vector<FactId> open;
    std::map<FactId, std::vector<Point>> points;
    std::map<FactId, std::vector<bool>> held;               // by point: the record allows it
    std::map<FindingName, std::vector<TriedSet>> settling;  // the smallest sets, for decided findings alone
    std::set<FindingName> given;                            // by some completion of the record
    std::set<FactId> relevant;
    std::optional<FindingName> whatever;
};

// Open are the facts that the plan reads, may come to have several values, and are not assumed. Facts outside a set stay within
// the record. Empty: more than `most` completions.
std::optional<Tried> try_all(const Plan& plan, const Vocabulary& vocabulary, const Record& record, const Record& possible,
                             std::size_t most);

}  // namespace warrant::oracle
