// The calendar, counted by years and months one after the other, from 0001-01-01 to 9999-12-31; and ranges of days under it.
#include "interpreter/certificate/kernel.hpp"

#include <algorithm>
#include <array>

namespace warrant::certificates {
namespace {

constexpr std::int64_t micro = 1'000'000;
constexpr std::int64_t first_day_of_all = -719162;  // 0001-01-01, counted from 1970-01-01
constexpr std::int64_t last_day_of_all = 2932896;   // 9999-12-31

struct Date {
    std::int64_t year;
    std::int64_t month;  // from 0
    std::int64_t day;    // from 0
};

bool is_leap(std::int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
std::int64_t days_of_month(std::int64_t year, std::int64_t month) {
    constexpr std::array<std::int64_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month)] + (month == 1 && is_leap(year) ? 1 : 0);
}
// Days from 0001-01-01 to the first of January of a year.
std::int64_t days_before_year(std::int64_t year) {
    const std::int64_t past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

Date date_of(std::int64_t day) {
    std::int64_t rest = day - first_day_of_all;
    Date date{rest / 366 + 1, 0, 0};
    while (days_before_year(date.year + 1) <= rest) ++date.year;
    rest -= days_before_year(date.year);
    for (; rest >= days_of_month(date.year, date.month); ++date.month) rest -= days_of_month(date.year, date.month);
    date.day = rest;
    return date;
}
std::int64_t day_of(const Date& date) {
    std::int64_t day = first_day_of_all + days_before_year(date.year) + date.day;
    for (std::int64_t month = 0; month < date.month; ++month) day += days_of_month(date.year, month);
    return day;
}
std::int64_t in_calendar(std::int64_t day) {
    return std::clamp(day, first_day_of_all, last_day_of_all);
}

Int128 months_later(std::int64_t day, Int128 months) {
    const Date date = date_of(in_calendar(day));
    const Int128 number = Int128{date.year} * 12 + date.month + months;
    if (number < 12) return -without_end;
    if (number >= 12 * 10'000) return without_end;
    Date later{static_cast<std::int64_t>(number / 12), static_cast<std::int64_t>(number % 12), date.day};
    later.day = std::min(date.day, days_of_month(later.year, later.month) - 1);
    return day_of(later);
}

// From one day to a later one: a month is complete on its day, or on the last day of a month that lacks it.
std::int64_t completed_months(std::int64_t from, std::int64_t to) {
    if (to < from) return -completed_months(to, from);
    const Date a = date_of(from);
    const Date b = date_of(to);
    const std::int64_t anniversary = std::min(a.day, days_of_month(b.year, b.month) - 1);
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < anniversary ? 1 : 0);
}

// The whole days or months in an amount, rounded down.
Int128 whole(std::int64_t amount, const Scale& scale) {
    const Int128 numerator = Int128{amount} * scale.left;
    const Int128 denominator = Int128{micro} * scale.right;
    const Int128 quotient = numerator / denominator;
    return quotient * denominator > numerator ? quotient - 1 : quotient;
}

bool is_one(const OrderedSet& set) {
    return set.low == set.high && set.low != unbounded_low && set.low != unbounded_high;
}

Range later(const Row& row, const OrderedSet& day, const OrderedSet& amount) {
    const auto shift = [&](std::int64_t from, std::int64_t by) {
        const Int128 units = whole(by, row.step.scale);
        return row.step.op == Op::add_days ? from + units : months_later(from, units);
    };
    if (is_one(day) && is_one(amount)) {
        const Int128 only = shift(day.low, amount.low);
        return closed(only, only, first_day_of_all, last_day_of_all);
    }
    if (day.low == unbounded_high || amount.low == unbounded_high) return {};
    const bool no_first = day.low == unbounded_low || amount.low == unbounded_low;
    const bool no_last = day.high == unbounded_high || amount.high == unbounded_high;
    return closed(no_first ? -without_end : shift(day.low, amount.low), no_last ? without_end : shift(day.high, amount.high),
                  first_day_of_all, last_day_of_all);
}

Range between(const Row& row, const OrderedSet& from, const OrderedSet& to) {
    const auto count = [&](std::int64_t a, std::int64_t b) {
        const std::int64_t first = in_calendar(a);
        const std::int64_t last = in_calendar(b);
        if (row.step.op == Op::days_between) return (last - first) * micro;
        const std::int64_t months = completed_months(first, last);
        return (row.step.op == Op::months_between ? months : months / 12) * micro;
    };
    const bool no_low = from.high == unbounded_high || to.low == unbounded_low;
    const bool no_high = from.low == unbounded_low || to.high == unbounded_high;
    return {
        {.low = no_low ? unbounded_low : count(from.high, to.low), .high = no_high ? unbounded_high : count(from.low, to.high)},
        false};
}

}  // namespace

Cell compute_date(const Row& row) {
    const OrderedSet& first = ends(row.cell(0));
    const OrderedSet& second = ends(row.cell(1));
    const bool shifts = row.step.op == Op::add_days || row.step.op == Op::add_months;
    const Range range = shifts ? later(row, first, second) : between(row, first, second);
    return finish(row.derivation, row.step.form, range.set, range.error || row.some_operand_errs());
}

}  // namespace warrant::certificates
