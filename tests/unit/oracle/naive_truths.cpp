// Outcomes and the connectives over them.
#include "tests/unit/oracle/naive.hpp"

#include <algorithm>

namespace warrant::oracle {

Outcome number_outcome(std::int64_t number) {
    return {Outcome::Kind::value, {number, {}}};
}
Outcome truth_outcome(bool truth) {
    return number_outcome(truth ? 1 : 0);
}
Outcome error_outcome() {
    return {Outcome::Kind::error, {}};
}
Outcome too_large_outcome() {
    return {Outcome::Kind::too_large, {}};
}

std::string show(const Outcome& outcome) {
    switch (outcome.kind) {
        case Outcome::Kind::error:
            return "error";
        case Outcome::Kind::too_large:
            return "too large";
        case Outcome::Kind::value:
            break;
    }
    return outcome.point.text.empty() ? std::to_string(outcome.point.number) : outcome.point.text;
}

namespace {

// Too large, if an operand is: had it been a value, it might have decided against the error of another.
Outcome failure_of(const std::vector<Outcome>& operands) {
    const bool large = std::find(operands.begin(), operands.end(), too_large_outcome()) != operands.end();
    return large ? too_large_outcome() : error_outcome();
}

}  // namespace

Outcome enough_hold(const std::vector<Outcome>& operands, std::int64_t count) {
    std::int64_t holding = 0;
    std::int64_t failing = 0;
    for (const Outcome& operand : operands) {
        holding += operand.holds() ? 1 : 0;
        failing += operand.fails() ? 1 : 0;
    }
    if (holding >= count) return truth_outcome(true);
    if (static_cast<std::int64_t>(operands.size()) - failing < count) return truth_outcome(false);
    return failure_of(operands);
}

Outcome all_hold(const std::vector<Outcome>& operands) {
    return enough_hold(operands, static_cast<std::int64_t>(operands.size()));
}
Outcome some_holds(const std::vector<Outcome>& operands) {
    return enough_hold(operands, 1);
}
Outcome opposite(const Outcome& operand) {
    return operand.is_value() ? truth_outcome(operand.fails()) : operand;
}

}  // namespace warrant::oracle
