// The proleptic Gregorian calendar by arithmetic alone: no time zones, no clock, no locale.
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

constexpr std::int32_t first_year = 1;
constexpr std::int32_t last_year = 9999;
constexpr std::int64_t days_in_era = 146097;  // 400 years
// Days from 0000-03-01 to 1970-01-01. Years are counted from March, so that the leap day is the last of its year.
constexpr std::int64_t days_before_1970 = 719468;

bool leap(std::int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

// Exactly `text.size()` digits.
std::optional<std::int32_t> digits(std::string_view text) {
    std::int32_t value = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') return std::nullopt;
        value = value * 10 + (character - '0');
    }
    return value;
}

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
    if (month == 2) return leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool valid_date(CivilDate date) {
    return date.year >= first_year && date.year <= last_year && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

std::int64_t day_of(CivilDate date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_divide(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (date.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_in_era + day_of_era - days_before_1970;
}

CivilDate civil_of(std::int64_t day) {
    const std::int64_t shifted = day + days_before_1970;
    const std::int64_t era = floor_divide(shifted, days_in_era);
    const std::int64_t day_of_era = shifted - era * days_in_era;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {.year = static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
            .month = static_cast<std::int32_t>(month),
            .day = static_cast<std::int32_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

std::optional<DayRange> parse_date(std::string_view text) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && text.size() != 7 && !has_day) return std::nullopt;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = has_month ? digits(text.substr(5, 2)) : std::optional<std::int32_t>{1};
    const auto day = has_day ? digits(text.substr(8, 2)) : std::optional<std::int32_t>{1};
    if (!year || !month || !day) return std::nullopt;
    const CivilDate first{.year = *year, .month = *month, .day = *day};
    if (!valid_date(first)) return std::nullopt;
    CivilDate last = first;
    if (!has_month) last.month = 12;
    if (!has_day) last.day = days_in_month(last.year, last.month);
    return DayRange{.first = day_of(first), .last = day_of(last)};
}

std::string print_date(std::int64_t day) {
    const CivilDate date = civil_of(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months) {
    constexpr std::int64_t most_months = 12 * last_year;
    if (months < -most_months || months > most_months) return std::nullopt;
    const CivilDate from = civil_of(day);
    const std::int64_t month_number = static_cast<std::int64_t>(from.year) * 12 + from.month - 1 + months;
    const std::int64_t year = floor_divide(month_number, 12);
    if (year < first_year || year > last_year) return std::nullopt;
    CivilDate to{
        .year = static_cast<std::int32_t>(year), .month = static_cast<std::int32_t>(month_number - year * 12 + 1), .day = 1};
    to.day = std::min(from.day, days_in_month(to.year, to.month));
    return day_of(to);
}

std::int64_t completed_months(std::int64_t from, std::int64_t to) {
    if (to < from) return -completed_months(to, from);
    const CivilDate a = civil_of(from);
    const CivilDate b = civil_of(to);
    const std::int64_t months = (b.year - a.year) * 12 + b.month - a.month;
    // The month's last day completes a month that began on a day it lacks: 31 January to 28 February is one month, as
    // 31 January plus one month is 28 February.
    const bool completed = b.day >= std::min(a.day, days_in_month(b.year, b.month));
    return months - (completed ? 0 : 1);
}

}  // namespace warrant
