// The naive reading of language.md section 6: what a guideline finds for one record in which every fact has one value, from its
// tree. It shares no code with lowering or find/.
#pragma once

#include "tests/unit/oracle/measure.hpp"
#include "tests/unit/oracle/naive.hpp"

#include <map>
#include <string>

namespace warrant::oracle {

struct NaiveFinding {
    ast::FindingName finding = ast::FindingName::undetermined;  // as far as encoded
    bool by_clause = false;                                     // not addressed because a clause says so
    // A single value leaves nothing open: undetermined is always an error. `too_large`: because a number left the 64-bit values
    // or the calendar.
    bool error = false;
    bool too_large = false;
    // Of each capped quantity, in base units; no cap: nothing limits it.
    struct Quantity {
        Fraction asked;
        std::optional<Fraction> cap;
        bool within() const { return !cap || compare(asked, *cap) <= 0; }
    };
    std::map<std::string, Quantity> quantities;  // by path; only when nothing is an error
    enum class Status { not_applicable, met, excepted, not_met, unknown };
    std::map<std::string, Status> statuses;  // of the criteria
};

// What the guideline assumes of absent facts, in the facts' own units.
std::map<FactId, Outcome> assumptions_of(const Program& program);
NaiveFinding naive_finding(const Program& program, const Completion& facts, const Record& record);

}  // namespace warrant::oracle
