// Days that editions are in force, and how they are written for people. Private to find/.
#pragma once

#include "interpreter/find/shelf.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

inline constexpr OrderedSet every_day{unbounded_low, unbounded_high};

// The period of a module; one without a period is in force on every day.
inline OrderedSet period_of(const ShelfModule& module) {
    return module.in_force.value_or(every_day);
}

inline bool overlap(const OrderedSet& a, const OrderedSet& b) {
    return a.low <= b.high && b.low <= a.high;
}
// The days that both hold; they must overlap.
OrderedSet common_days(const OrderedSet& a, const OrderedSet& b);
// Some day of `days` lies in no period of the modules, which are in the order of their beginnings.
bool some_day_uncovered(const std::vector<const ShelfModule*>& modules, const OrderedSet& days);

// `2009-07-18 to 2016-07-27`, `2016-07-28 on`.
std::string print_period(const OrderedSet& period);
// `2015-08-01`, `between 2016-07-01 and 2016-07-31`, `2013-06-30 or earlier`: a date as far as it is known.
std::string print_days(const OrderedSet& days);
// `2009 (2009-07-18 to 2016-07-27)`.
std::string print_edition(const ShelfModule& module);
// `a`, `a or b`, `a, b or c`, each between back-ticks when `quoted`.
std::string print_choices(const std::vector<std::string>& names, bool quoted);
// `did you mean …?` for a name near one of those known; else `otherwise`.
std::string suggest(std::string_view wrong, const std::vector<std::string_view>& known, std::string otherwise);

}  // namespace warrant
