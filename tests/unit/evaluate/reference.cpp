// The reference of single values. It walks the calendar instead of computing it.
#include "tests/unit/evaluate/reference.hpp"

#include "interpreter/value/date.hpp"

#include <algorithm>

namespace warrant::tiny {

namespace {

Wide floor_of(Wide numerator, Wide denominator) {
    Wide quotient = numerator / denominator;
    while (quotient * denominator > numerator) --quotient;
    while ((quotient + 1) * denominator <= numerator) ++quotient;
    return quotient;
}

// Half to even of numerator / denominator, the denominator above 0.
Wide rounded(Wide numerator, Wide denominator) {
    const Wide below = floor_of(numerator, denominator);
    const Wide twice_rest = 2 * (numerator - below * denominator);
    if (twice_rest > denominator) return below + 1;
    if (twice_rest < denominator) return below;
    return below % 2 == 0 ? below : below + 1;
}

Outcome decimal(Wide value) {
    if (value > largest_value || value < smallest_value) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

Outcome day(Wide value) {
    if (value > last_day || value < first_day) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

Outcome quotient(std::int64_t a, std::int64_t b, Scale scale) {
    if (b == 0) return std::nullopt;
    const Wide sign = b < 0 ? -1 : 1;
    return decimal(rounded(sign * Wide{a} * micro_per_unit * scale.left, sign * Wide{b} * scale.right));
}

Outcome least_multiple(std::int64_t value, std::int64_t step, Scale scale) {
    if (step <= 0) return std::nullopt;
    const Wide size = Wide{step} * scale.right;
    return decimal(-floor_of(-Wide{value} * scale.left, size) * size);
}

// Whole years, then one month at a time; then the day, or the month's last.
Outcome months_on(std::int64_t from, Wide months) {
    if (months > 200'000 || months < -200'000) return std::nullopt;
    const CivilDate start = civil_of(from);
    std::int32_t year = start.year + static_cast<std::int32_t>(months / 12);
    months %= 12;
    std::int32_t month = start.month;
    for (; months > 0; --months) {
        if (++month > 12) month = 1, ++year;
    }
    for (; months < 0; ++months) {
        if (--month < 1) month = 12, --year;
    }
    if (year < 1 || year > 9999) return std::nullopt;
    return day_of({year, month, std::min(start.day, days_in_month(year, month))});
}

std::int64_t months_from(std::int64_t from, std::int64_t to) {
    if (to < from) return -months_from(to, from);
    // More than fit, then down to the most that do.
    std::int64_t months = (civil_of(to).year - civil_of(from).year + 1) * 12;
    while (true) {
        const Outcome day = months_on(from, months);
        if (day && *day <= to) return months;
        --months;
    }
}

// Beyond this no factor of the tests brings a product back into 64 bits.
constexpr Wide too_large = Wide{1} << 110;

Outcome product(std::int64_t a, std::int64_t b, Scale scale) {
    const Wide plain = Wide{a} * b;
    if (plain > too_large || plain < -too_large) return std::nullopt;
    return decimal(rounded(plain * scale.left, Wide{micro_per_unit} * scale.right));
}

std::int64_t count_true(const std::vector<std::int64_t>& operands) {
    return std::count(operands.begin(), operands.end(), 1);
}

}  // namespace

Outcome reference(Op op, const std::vector<std::int64_t>& operands, Scale scale, std::uint32_t payload,
                  const std::vector<std::int64_t>& wanted) {
    const std::int64_t a = operands[0];
    const std::int64_t b = operands.size() > 1 ? operands[1] : 0;
    const auto whole = [&] { return floor_of(Wide{b} * scale.left, Wide{micro_per_unit} * scale.right); };
    switch (op) {
        case Op::constant:
        case Op::fact:
        case Op::assume:
        case Op::documented:
        case Op::known:
            return a;
        case Op::all_of:
            return count_true(operands) == static_cast<std::int64_t>(operands.size());
        case Op::any_of:
            return count_true(operands) > 0;
        case Op::at_least:
            return count_true(operands) >= static_cast<std::int64_t>(payload);
        case Op::negate:
            return 1 - a;
        case Op::choose:
            return a == 1 ? operands[1] : operands[2];
        case Op::pick: {
            const std::size_t rows = operands.size() / 2;
            if (std::count(operands.begin(), operands.begin() + static_cast<std::ptrdiff_t>(rows), 1) != 1) return std::nullopt;
            std::size_t row = 0;
            while (operands[row] != 1) ++row;
            return operands[rows + row];
        }
        case Op::indexed:
            return operands[1 + static_cast<std::size_t>(a)];
        case Op::less:
            return Wide{a} * scale.left < Wide{b} * scale.right;
        case Op::less_equal:
            return Wide{a} * scale.left <= Wide{b} * scale.right;
        case Op::equal:
            return Wide{a} * scale.left == Wide{b} * scale.right;
        case Op::choice_in:
        case Op::text_in:
        case Op::code_in:
            return std::count(wanted.begin(), wanted.end(), a) > 0;
        case Op::choice_equal:
        case Op::text_equal:
            return a == b;
        case Op::choice_less:
            return a < b;
        case Op::choice_less_equal:
            return a <= b;
        case Op::add:
            return decimal(Wide{a} * scale.left + Wide{b} * scale.right);
        case Op::subtract:
            return decimal(Wide{a} * scale.left - Wide{b} * scale.right);
        case Op::minus:
            return -a;
        case Op::multiply:
            return product(a, b, scale);
        case Op::divide:
            return quotient(a, b, scale);
        case Op::convert:
            return decimal(rounded(Wide{a} * scale.left, scale.right));
        case Op::round_up:
            return least_multiple(a, b, scale);
        case Op::least:
            return *std::min_element(operands.begin(), operands.end());
        case Op::greatest:
            return *std::max_element(operands.begin(), operands.end());
        case Op::add_days:
            return day(a + whole());
        case Op::add_months:
            return months_on(a, whole());
        case Op::days_between:
            return (b - a) * micro_per_unit;
        case Op::months_between:
            return months_from(a, b) * micro_per_unit;
        case Op::years_between:
            return months_from(a, b) / 12 * micro_per_unit;
        // Those of a list are lists_test.cpp's.
        case Op::field:
        case Op::broadcast:
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            break;
    }
    return std::nullopt;
}

}  // namespace warrant::tiny
