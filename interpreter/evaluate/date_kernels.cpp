// Days on the calendar: moved by days or months, and counted between two days in completed units.
#include "interpreter/evaluate/interval.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

// Outside every calendar, on one side or the other; close() makes it unbounded, or an error.
Wide beyond(Wide amount) {
    return amount < 0 ? -infinite : infinite;
}

// The whole number of days or months in a scaled decimal, rounded down.
Wide whole(std::int64_t micro, Scale scale) {
    const Wide numerator = Wide{micro} * scale.left;
    const Wide denominator = Wide{micro_per_unit} * scale.right;
    const Wide quotient = numerator / denominator;
    return quotient * denominator > numerator ? quotient - 1 : quotient;
}

struct AddDays {
    static Wide shift(std::int64_t day, Wide days) { return day + days; }
};
struct AddMonths {
    static Wide shift(std::int64_t day, Wide months) {
        constexpr std::int64_t most_months = 12 * 10'000;
        if (months < -most_months || months > most_months) return beyond(months);
        const auto shifted = add_months(std::clamp(day, first_day, last_day), static_cast<std::int64_t>(months));
        return shifted ? Wide{*shifted} : beyond(months);
    }
};

template <typename Calendar>
Ends shift_ends(Scale scale, std::int64_t low, std::int64_t high, std::int64_t amount_low, std::int64_t amount_high) {
    if (is_one_value(low, high) && is_one_value(amount_low, amount_high)) {
        const Wide day = Calendar::shift(low, whole(amount_low, scale));
        return close(day, day, first_day, last_day);
    }
    if (is_no_limit(low) || is_no_limit(amount_low)) return every_value;
    const bool open_low = low == unbounded_low || amount_low == unbounded_low;
    const bool open_high = high == unbounded_high || amount_high == unbounded_high;
    const Wide first = open_low ? -infinite : Calendar::shift(low, whole(amount_low, scale));
    const Wide last = open_high ? infinite : Calendar::shift(high, whole(amount_high, scale));
    return close(first, last, first_day, last_day);
}

struct Days {
    static std::int64_t between(std::int64_t from, std::int64_t to) { return to - from; }
};
struct Months {
    static std::int64_t between(std::int64_t from, std::int64_t to) { return completed_months(from, to); }
};
struct Years {
    static std::int64_t between(std::int64_t from, std::int64_t to) { return completed_months(from, to) / 12; }
};

template <typename Unit>
std::int64_t count(std::int64_t from, std::int64_t to) {
    return Unit::between(std::clamp(from, first_day, last_day), std::clamp(to, first_day, last_day)) * micro_per_unit;
}

template <typename Unit>
void count_rows(const Job& job) {
    using Value = std::int64_t;
    for_rows(job, job.operand(0), job.operand(1), [](Value from_low, Value from_high, Value to_low, Value to_high) {
        const bool open_low = from_high == unbounded_high || to_low == unbounded_low;
        const bool open_high = from_low == unbounded_low || to_high == unbounded_high;
        return Ends{.low = open_low ? unbounded_low : count<Unit>(from_high, to_low),
                    .high = open_high ? unbounded_high : count<Unit>(from_low, to_high),
                    .error = false};
    });
}

template <typename Calendar>
void shift_rows(const Job& job) {
    using Value = std::int64_t;
    const Scale scale = job.scale();
    for_rows(job, job.operand(0), job.operand(1), [=](Value low, Value high, Value amount_low, Value amount_high) {
        return shift_ends<Calendar>(scale, low, high, amount_low, amount_high);
    });
}

}  // namespace

void shift_date(const Job& job) {
    if (job.step.op == Op::add_days) return shift_rows<AddDays>(job);
    shift_rows<AddMonths>(job);
}

void between_dates(const Job& job) {
    if (job.step.op == Op::days_between) return count_rows<Days>(job);
    if (job.step.op == Op::months_between) return count_rows<Months>(job);
    count_rows<Years>(job);
}

}  // namespace warrant::kernels
