// Values and sets of values in words. It decides nothing: a set prints the same whatever fact or step it came from.
#include "interpreter/check/print_value.hpp"

#include "interpreter/value/date.hpp"

#include <fmt/format.h>

namespace warrant {

namespace {

constexpr std::string_view unknown = "unknown";

bool has_unit(const Type& type) {
    return type.kind == TypeKind::quantity || type.kind == TypeKind::amount;
}

// `a`, `a or b`, `a, b or c`.
std::string alternatives(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (index > 0) text += index + 1 == words.size() ? " or " : ", ";
        text += words[index];
    }
    return text;
}

// A whole year or month as a person writes it, `2015` or `2015-02`; empty for other ranges.
std::string calendar_period(const OrderedSet& days) {
    const CivilDate first = civil_of(days.low);
    const CivilDate last = civil_of(days.high);
    if (first.year != last.year || first.day != 1 || last.day != days_in_month(last.year, last.month)) return {};
    if (first.month == last.month) return fmt::format("{:04}-{:02}", first.year, first.month);
    if (first.month == 1 && last.month == 12) return fmt::format("{:04}", first.year);
    return {};
}

std::string print_days(const OrderedSet& days) {
    if (days.high == unbounded_high) return print_date(days.low) + " or later";
    if (days.low == unbounded_low) return print_date(days.high) + " or earlier";
    const std::string period = calendar_period(days);
    return period.empty() ? fmt::format("{} to {}", print_date(days.low), print_date(days.high)) : period;
}

// An end that was moved by one grid step came from `over` or `under`: nobody writes a sixth place.
bool moved_up(std::int64_t low) {
    return low % 10 == 1 || low % 10 == -9;
}
bool moved_down(std::int64_t high) {
    return high % 10 == 9 || high % 10 == -1;
}

std::string print_amounts(const Vocabulary& vocabulary, const Type& type, const OrderedSet& set) {
    const auto print = [&](std::int64_t value) { return print_ordered(vocabulary, type, value); };
    if (set.high == unbounded_high) return moved_up(set.low) ? "over " + print(set.low - 1) : "at least " + print(set.low);
    if (set.low == unbounded_low) return moved_down(set.high) ? "under " + print(set.high + 1) : "at most " + print(set.high);
    if (!moved_up(set.low) && !moved_down(set.high)) return fmt::format("{} to {}", print_decimal(set.low), print(set.high));
    const std::string low = moved_up(set.low) ? "over " + print_decimal(set.low - 1) : "from " + print_decimal(set.low);
    const std::string high = moved_down(set.high) ? "under " + print(set.high + 1) : "up to " + print(set.high);
    return fmt::format("{} {}{}", low, moved_down(set.high) ? "and " : "", high);
}

struct PrintSet {
    const Vocabulary& vocabulary;
    const Type& type;

    std::string operator()(const TruthSet& set) const {
        if (set.can_be_true && set.can_be_false) return std::string(unknown);
        return set.can_be_true ? "yes" : "no";
    }
    std::string operator()(const OrderedSet& set) const {
        if (set.low == unbounded_high) return "no limit";
        if (set.low == set.high) return print_ordered(vocabulary, type, set.low);
        // A quantity is never negative unless its fact says so, so that "at least 0" says nothing.
        const bool no_low = set.low == unbounded_low || (has_unit(type) && set.low == 0);
        if (no_low && set.high == unbounded_high) return std::string(unknown);
        return type.kind == TypeKind::date ? print_days(set) : print_amounts(vocabulary, type, set);
    }
    std::string operator()(const ChoiceSet& set) const {
        const auto& values = vocabulary.choice_type(type.choice).values;
        if (values.size() > 1 && count_choices(set) == values.size()) return std::string(unknown);
        std::vector<std::string> labels;
        for (std::size_t value = 0; value < values.size(); ++value) {
            if (contains(set, value)) labels.push_back(values[value].label);
        }
        return alternatives(labels);
    }
    std::string operator()(const TextSet& set) const {
        if (set.any) return std::string(unknown);
        std::vector<std::string> quoted;
        for (const std::string& text : set.values) {
            quoted.push_back(type.kind == TypeKind::code ? text : fmt::format("\"{}\"", text));
        }
        return alternatives(quoted);
    }
};

}  // namespace

std::string print_ordered(const Vocabulary& vocabulary, const Type& type, std::int64_t value) {
    if (type.kind == TypeKind::date) {
        return value < first_day || value > last_day ? "a day outside the calendar" : print_date(value);
    }
    const std::string unit = print_unit(vocabulary, type, value);
    return unit.empty() ? print_decimal(value) : print_decimal(value) + " " + unit;
}

std::string print_set(const Vocabulary& vocabulary, const Type& type, const ValueSet& set) {
    if (is_empty(set)) return "nothing";
    return std::visit(PrintSet{.vocabulary = vocabulary, .type = type}, set);
}

ValueSet full_set(const Vocabulary& vocabulary, const Type& type, bool is_signed) {
    switch (layout_of(type.kind)) {
        case Layout::truth:
            return TruthSet{};
        case Layout::ordered:
            return OrderedSet{.low = has_unit(type) && !is_signed ? 0 : unbounded_low, .high = unbounded_high};
        case Layout::choice:
            return all_choices(vocabulary.choice_type(type.choice).values.size());
        case Layout::text:
            return TextSet{};
    }
    return TruthSet{};
}

}  // namespace warrant
