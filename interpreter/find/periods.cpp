// Days that editions are in force, and the words for them.
#include "interpreter/find/periods.hpp"

#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

OrderedSet common_days(const OrderedSet& a, const OrderedSet& b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

bool some_day_uncovered(const std::vector<const ShelfModule*>& modules, const OrderedSet& days) {
    std::int64_t next = days.low;
    for (const ShelfModule* module : modules) {
        const OrderedSet period = period_of(*module);
        if (period.low > next) return true;
        if (period.high == unbounded_high) return false;
        next = std::max(next, period.high + 1);
        if (next > days.high) return false;
    }
    return true;
}

std::string print_period(const OrderedSet& period) {
    if (period == every_day) return "on every day";
    if (period.high == unbounded_high) return fmt::format("{} on", print_date(period.low));
    if (period.low == unbounded_low) return fmt::format("to {}", print_date(period.high));
    return fmt::format("{} to {}", print_date(period.low), print_date(period.high));
}

std::string print_days(const OrderedSet& days) {
    if (days == every_day) return "an unknown day";
    if (days.low == days.high) return print_date(days.low);
    if (days.high == unbounded_high) return fmt::format("{} or later", print_date(days.low));
    if (days.low == unbounded_low) return fmt::format("{} or earlier", print_date(days.high));
    return fmt::format("between {} and {}", print_date(days.low), print_date(days.high));
}

std::string print_edition(const ShelfModule& module) {
    const std::string name = module.edition.empty() ? "without an edition" : module.edition;
    return module.in_force ? fmt::format("{} ({})", name, print_period(*module.in_force)) : name;
}

std::string print_choices(const std::vector<std::string>& names, bool quoted) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += quoted ? fmt::format("`{}`", names[i]) : names[i];
    }
    return text;
}

std::string suggest(std::string_view wrong, const std::vector<std::string_view>& known, std::string otherwise) {
    const std::string_view near = nearest_name(wrong, known);
    return near.empty() ? std::move(otherwise) : fmt::format("did you mean `{}`?", near);
}

}  // namespace warrant
