// The oracle's own calendar, by counting months and days one after the other. It shares nothing with
// interpreter/value/date.hpp, which the evaluator uses.
#pragma once

#include <cstdint>
#include <optional>

namespace warrant::oracle {

// Days since 1970-01-01.
std::int64_t day_number(std::int32_t year, std::int32_t month, std::int32_t day);
// The day that many months on, the last of its month if it would be past it. Empty: outside the years 1 to 9999.
std::optional<std::int64_t> months_on(std::int64_t day, std::int64_t months);
// The day that many days on. Empty: outside the years 1 to 9999.
std::optional<std::int64_t> days_on(std::int64_t day, std::int64_t days);
// How many months can be added to the earlier day without passing the later; negative when `to` is the earlier.
std::int64_t whole_months(std::int64_t from, std::int64_t to);

}  // namespace warrant::oracle
