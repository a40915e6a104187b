// Days as a record writes them: `2015-02-19`, `2015-02`, `2015`, `before D`, `after D`, `D..D`. Arithmetic with dates is not
// done here.
#include "dsl/kinds.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace warrant::facts {
namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr std::string_view how_to_write = "write a day as 2015-02-19, a month as 2015-02, a year as 2015";

std::optional<std::int32_t> to_number(std::string_view digits) {
    std::int32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || digits.front() == '-' || error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

// Up to three numbers between `separator`s; empty if the text is anything else.
std::vector<std::int32_t> numbers_between(std::string_view text, char separator) {
    std::vector<std::int32_t> numbers;
    while (true) {
        const std::size_t end = text.find(separator);
        const auto number = to_number(text.substr(0, end));
        if (!number || numbers.size() == 3) return {};
        numbers.push_back(*number);
        if (end == std::string_view::npos) return numbers;
        text.remove_prefix(end + 1);
    }
}

void report_not_in_calendar(Reading& reading, Span span, std::string_view text, CivilDate date) {
    std::string message;
    if (date.year < 1 || date.year > 9999) {
        message = fmt::format("`{}` is not a date: years run from 0001 to 9999", text);
    } else if (date.month < 1 || date.month > 12) {
        message = fmt::format("`{}` is not a date: there is no month {}", text, date.month);
    } else {
        message =
            fmt::format("`{}` is not a date: {} {} has {} days", text, month_names[static_cast<std::size_t>(date.month - 1)],
                        date.year, days_in_month(date.year, date.month));
    }
    reading.diagnostics.report(kinds::bad_date, span, std::move(message), "check the date in the document");
}

// Why `text` is not a date, and what was probably meant.
void report_bad_date(Reading& reading, std::string_view what, const Node& node, std::string_view text) {
    const Span span = place_of(node, text);
    const std::vector<std::int32_t> iso = numbers_between(text, '-');
    const std::vector<std::int32_t> american = numbers_between(text, '/');
    CivilDate date;
    if (iso.size() >= 2 && text.find('-') == 4) {
        date = {iso[0], iso[1], iso.size() == 3 ? iso[2] : 1};
    } else if (american.size() == 3 && american[2] >= 1000) {
        date = {american[2], american[0], american[1]};
    } else {
        reading.diagnostics.report(kinds::bad_date, span, fmt::format("`{}` is not a date, and `{}` takes one", text, what),
                                   std::string(how_to_write));
        return;
    }
    if (!valid_date(date)) {
        report_not_in_calendar(reading, span, text, date);
        return;
    }
    const std::string printed = print_date(day_of(date));
    reading.diagnostics.report(kinds::bad_date, span, fmt::format("`{}` is not written as a date", text),
                               fmt::format("write {}", iso.size() == 2 ? printed.substr(0, 7) : printed));
}

std::optional<DayRange> read_one(Reading& reading, std::string_view what, const Node& node, std::string_view text) {
    const auto range = parse_date(text);
    if (!range) report_bad_date(reading, what, node, text);
    return range;
}

std::optional<OrderedSet> read_range(Reading& reading, std::string_view what, const Node& node, const Phrase& phrase) {
    const auto from = read_one(reading, what, node, phrase.first);
    const auto to = read_one(reading, what, node, *phrase.second);
    if (!from || !to) return std::nullopt;
    if (from->first <= to->last) return OrderedSet{from->first, to->last};
    reading.diagnostics.report(kinds::empty_range, node.span, fmt::format("`{}` ends before it begins", node.text),
                               fmt::format("write {}..{}", *phrase.second, phrase.first));
    return std::nullopt;
}

std::optional<OrderedSet> report_outside(Reading& reading, const Node& node) {
    reading.diagnostics.report(kinds::empty_range, node.span, fmt::format("no day of the calendar is `{}`", node.text),
                               "years run from 0001 to 9999");
    return std::nullopt;
}

}  // namespace

std::optional<OrderedSet> read_days(Reading& reading, std::string_view what, const Node& node) {
    const Phrase phrase = split_phrase(node.text);
    if (phrase.second) return read_range(reading, what, node, phrase);
    const auto days = read_one(reading, what, node, phrase.first);
    if (!days) return std::nullopt;
    switch (phrase.bound) {
        case Bound::none:
            return OrderedSet{days->first, days->last};
        case Bound::before:
            if (days->first > first_day) return OrderedSet{unbounded_low, days->first - 1};
            return report_outside(reading, node);
        case Bound::after:
            if (days->last < last_day) return OrderedSet{days->last + 1, unbounded_high};
            return report_outside(reading, node);
        case Bound::over:
        case Bound::at_least:
            reading.diagnostics.report(kinds::bad_value, node.span, fmt::format("`{}` does not go with a date", node.text),
                                       fmt::format("write `after {}`, or a period `2013-01..2013-06`", phrase.first));
            return std::nullopt;
        case Bound::at_most:
        case Bound::under:
            reading.diagnostics.report(kinds::bad_value, node.span, fmt::format("`{}` does not go with a date", node.text),
                                       fmt::format("write `before {}`, or a period `2013-01..2013-06`", phrase.first));
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace warrant::facts
