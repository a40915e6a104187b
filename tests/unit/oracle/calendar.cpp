// Counting days and months: slow and plain.
#include "tests/unit/oracle/calendar.hpp"

namespace warrant::oracle {
namespace {

struct Date {
    std::int64_t year = 1970;
    std::int64_t month = 1;
    std::int64_t day = 1;
};

bool leap_year(std::int64_t year) {
    if (year % 400 == 0) return true;
    if (year % 100 == 0) return false;
    return year % 4 == 0;
}

std::int64_t length_of_month(std::int64_t year, std::int64_t month) {
    switch (month) {
        case 4:
        case 6:
        case 9:
        case 11:
            return 30;
        case 2:
            return leap_year(year) ? 29 : 28;
        default:
            return 31;
    }
}

std::int64_t length_of_year(std::int64_t year) {
    return leap_year(year) ? 366 : 365;
}

// Days from 0001-01-01 to the first day of a year, counting the leap years before it.
std::int64_t days_before_year(std::int64_t year) {
    const std::int64_t past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

std::int64_t number_of(Date date) {
    std::int64_t days = days_before_year(date.year) - days_before_year(1970);
    for (std::int64_t month = 1; month < date.month; ++month) days += length_of_month(date.year, month);
    return days + date.day - 1;
}

Date date_of(std::int64_t day) {
    Date date;
    // A guess that is never too late, then year by year.
    date.year = 1970 + (day < 0 ? day / 365 - 1 : day / 366);
    while (number_of({date.year, 1, 1}) + length_of_year(date.year) <= day) ++date.year;
    std::int64_t left = day - number_of({date.year, 1, 1});
    while (left >= length_of_month(date.year, date.month)) {
        left -= length_of_month(date.year, date.month);
        ++date.month;
    }
    date.day = left + 1;
    return date;
}

}  // namespace

std::int64_t day_number(std::int32_t year, std::int32_t month, std::int32_t day) {
    return number_of({year, month, day});
}

std::optional<std::int64_t> days_on(std::int64_t day, std::int64_t days) {
    const std::int64_t first = number_of({1, 1, 1});
    const std::int64_t last = number_of({9999, 12, 31});
    if (days < first - day || days > last - day) return std::nullopt;
    return day + days;
}

std::optional<std::int64_t> months_on(std::int64_t day, std::int64_t months) {
    Date date = date_of(day);
    if (months > 12 * 10000 || months < -12 * 10000) return std::nullopt;
    for (; months > 0; --months) {
        if (++date.month == 13) {
            date.month = 1;
            ++date.year;
        }
    }
    for (; months < 0; ++months) {
        if (--date.month == 0) {
            date.month = 12;
            --date.year;
        }
    }
    if (date.year < 1 || date.year > 9999) return std::nullopt;
    if (date.day > length_of_month(date.year, date.month)) date.day = length_of_month(date.year, date.month);
    return number_of(date);
}

std::int64_t whole_months(std::int64_t from, std::int64_t to) {
    if (to < from) return -whole_months(to, from);
    // Not fewer than the days by the longest month less one allow, then one month after the other.
    std::int64_t months = (to - from) / 31;
    while (true) {
        const auto next = months_on(from, months + 1);
        if (!next || *next > to) return months;
        ++months;
    }
}

}  // namespace warrant::oracle
