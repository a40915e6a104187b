// Whether the value of a step rises or falls with one fact, all others being fixed: where it does, a comparison with it changes
// at most once in each direction, and bisection finds every change. Private to settle/.
#pragma once

#include "interpreter/settle/open_plan.hpp"

namespace warrant::settling {

enum class Direction : std::uint8_t {
    flat,     // it does not change
    up,       // never falls as the fact rises
    down,     // never rises
    one_way,  // one of these, which of them depends on the other facts
    unclear,
};

// By step. Where a condition depends on the fact, this holds between two values at which some condition changes.
std::vector<Direction> directions(const OpenPlan& open, std::uint32_t thing);
// Of left - right.
Direction of_difference(Direction left, Direction right);

}  // namespace warrant::settling
