// Days of the proleptic Gregorian calendar as a number of days since 1970-01-01, from 0001-01-01 to 9999-12-31.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warrant {

struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;  // 1-12
    std::int32_t day = 1;    // 1-31
};

inline constexpr std::int64_t first_day = -719162;  // 0001-01-01
inline constexpr std::int64_t last_day = 2932896;   // 9999-12-31

// A day, a month or a year as the closed range of its days.
struct DayRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

bool valid_date(CivilDate date);
std::int32_t days_in_month(std::int32_t year, std::int32_t month);
std::int64_t day_of(CivilDate date);  // of a valid date
CivilDate civil_of(std::int64_t day);

// `2015-02-19`, `2015-02`, `2015`. Empty: not of that form, or not in the calendar.
std::optional<DayRange> parse_date(std::string_view text);
// ISO, `2015-02-19`.
std::string print_date(std::int64_t day);

// The day `months` months on (or back), clamped to the month's end; empty outside the calendar's range.
std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months);
// Completed calendar units from one day to another; negative when `to` is earlier.
std::int64_t completed_months(std::int64_t from, std::int64_t to);

}  // namespace warrant
