// Neighbouring regions are said as one range, by the round numbers at its ends.
#include "interpreter/justify/allowed_words.hpp"

#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace warrant {
namespace {

// Of two neighbouring numbers the rounder one is the guideline's own.
bool is_rounder(std::int64_t a, std::int64_t b) {
    for (std::int64_t step = 10;; step *= 10) {
        const bool a_is = a % step == 0;
        const bool b_is = b % step == 0;
        if (a_is != b_is) return a_is;
        if (!a_is || step > micro_per_unit * micro_per_unit) return true;
    }
}

struct Ends {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool first = false;  // nothing lies below it, or above
    bool last = false;
};

std::string range_words(const Vocabulary& vocabulary, const Type& type, const Ends& ends) {
    const auto print = [&](std::int64_t value) { return print_ordered(vocabulary, type, value); };
    if (ends.low == ends.high) return print(ends.low);
    if (ends.first && ends.last) return "any";
    const bool date = type.kind == TypeKind::date;
    const bool from = date || ends.first || is_rounder(ends.low, ends.low - 1);
    const bool to = date || ends.last || is_rounder(ends.high, ends.high + 1);
    const std::string low = fmt::format("{}{}",
                                        date   ? "no earlier than "
                                        : from ? "at least "
                                               : "over ",
                                        ends.first ? "" : print(from ? ends.low : ends.low - 1));
    const std::string high = fmt::format("{}{}",
                                         date ? "no later than "
                                         : to ? "at most "
                                              : "under ",
                                         ends.last ? "" : print(to ? ends.high : ends.high + 1));
    if (ends.first) return high;
    return ends.last ? low : fmt::format("{} and {}", low, high);
}

std::string ordered_words(const Vocabulary& vocabulary, const Type& type, const OpenThing& thing, const Allowed& allowed) {
    std::vector<std::string> ranges;
    for (std::size_t region = 0; region < allowed.size(); ++region) {
        if (!allowed[region]) continue;
        Ends ends{std::get<OrderedSet>(thing.regions[region]).low, 0, region == 0, false};
        while (region + 1 < allowed.size() && allowed[region + 1]) ++region;
        ends.high = std::get<OrderedSet>(thing.regions[region]).high;
        ends.last = region + 1 == allowed.size();
        ranges.push_back(range_words(vocabulary, type, ends));
    }
    return fmt::format("{}", fmt::join(ranges, " or "));
}

std::string choice_words(const Vocabulary& vocabulary, const Type& type, const OpenThing& thing, const Allowed& allowed) {
    ValueSet all = ChoiceSet{};
    bool begun = false;
    for (std::size_t region = 0; region < allowed.size(); ++region) {
        if (!allowed[region]) continue;
        all = begun ? join(all, thing.regions[region]) : thing.regions[region];
        begun = true;
    }
    if (const auto bound = choice_bound(vocabulary, type, all))
        return fmt::format("{} {}", bound->at_least ? "at least" : "at most", bound->pivot);
    return print_set(vocabulary, type, all);
}

// Of codes a region lists only some.
std::string code_words(const OpenThing& thing, const Allowed& allowed) {
    std::vector<std::string> named;
    std::vector<std::string> others;
    bool any = false;
    for (std::size_t region = 0; region < allowed.size(); ++region) {
        const auto& texts = std::get<TextSet>(thing.regions[region]);
        if (texts.any) any = any || allowed[region];
        else (allowed[region] ? named : others).push_back(texts.values.front());
    }
    if (any && others.empty()) return "any";
    if (any) return fmt::format("a code unlike {}", fmt::join(others, " or "));
    return fmt::format("a code such as {}", fmt::join(named, " or "));
}

std::string text_words(const OpenThing& thing, const Allowed& allowed) {
    std::vector<std::string> named;
    std::vector<std::string> others;
    bool any = false;
    for (std::size_t region = 0; region < allowed.size(); ++region) {
        const auto& texts = std::get<TextSet>(thing.regions[region]);
        any = any || (texts.any && allowed[region]);
        std::vector<std::string>& list = allowed[region] ? named : others;
        list.insert(list.end(), texts.values.begin(), texts.values.end());
    }
    if (any) return fmt::format("other than {}", fmt::join(others, ", "));
    return fmt::format("{}", fmt::join(named, " or "));
}

}  // namespace

std::string allowed_words(const Vocabulary& vocabulary, const Type& type, const OpenThing& thing, const Allowed& allowed) {
    switch (layout_of(type.kind)) {
        case Layout::truth:
            return allowed.front() ? (allowed.back() ? "yes or no" : "yes") : "no";
        case Layout::ordered:
            return ordered_words(vocabulary, type, thing, allowed);
        case Layout::choice:
            return choice_words(vocabulary, type, thing, allowed);
        case Layout::text:
            break;
    }
    return type.kind == TypeKind::code ? code_words(thing, allowed) : text_words(thing, allowed);
}

}  // namespace warrant
