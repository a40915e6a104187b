// Numbers and quantities as a record writes them, brought into the unit that their fact is stored in: `45 years`,
// `4..6 hours/day`, `over 2 years`. A conversion that would round is refused.
#include "dsl/kinds.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::facts {
namespace {

constexpr std::size_t most_units_shown = 6;

bool is_numeric(char character) {
    return (character >= '0' && character <= '9') || character == '.' || character == ',' || character == '-' ||
           character == '+';
}

// A number and its unit, in views into the text; the unit may be empty.
struct Written {
    std::string_view number;
    std::string_view unit;
    bool spaced = true;
};

Written split_unit(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_numeric(text[size])) ++size;
    const std::string_view rest = text.substr(size);
    return {text.substr(0, size), trimmed(rest), rest.empty() || rest.front() == ' '};
}

// The units that convert into the one of a type, each in its plural: `hours/day, minutes/day`.
std::string units_that_fit(const Vocabulary& vocabulary, const Type& type) {
    std::vector<std::string> names;
    const std::size_t bottoms = type.denominator.valid() ? vocabulary.units.size() : 1;
    for (std::uint32_t top = 0; top < vocabulary.units.size(); ++top) {
        for (std::uint32_t bottom = 0; bottom < bottoms; ++bottom) {
            const Type candidate{TypeKind::quantity, UnitId{top}, type.denominator.valid() ? UnitId{bottom} : UnitId{}, {}};
            const bool fits = vocabulary.units[top].base.valid() &&
                              (!type.denominator.valid() || vocabulary.units[bottom].base.valid()) &&
                              unit_ratio(vocabulary, candidate, type).has_value();
            if (fits) names.push_back(print_type(vocabulary, candidate));
        }
    }
    // The declared unit first.
    const auto own = std::find(names.begin(), names.end(), print_type(vocabulary, type));
    if (own != names.end()) std::rotate(names.begin(), own, own + 1);
    if (names.size() > most_units_shown) names.resize(most_units_shown);
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

void report_not_a_number(Reading& reading, const Subject& subject, const Node& node, std::string_view text) {
    const Span span = place_of(node, text);
    if (text == "none") {
        reading.diagnostics.report(kinds::bad_value, span,
                                   fmt::format("`none` is an empty list, and `{}` is one amount", subject.path),
                                   "write 0 if the record says so, `unknown` if it leaves it open, or leave the line out");
        return;
    }
    const std::string unit = subject.type.kind == TypeKind::quantity ? " " + print_type(reading.vocabulary, subject.type) : "";
    reading.diagnostics.report(kinds::bad_value, span,
                               fmt::format("`{}` is not a number, and `{}` takes one", text, subject.path),
                               fmt::format("write `4{0}`, a range `4..6{0}`, or over, at least, at most, under `4{0}`", unit));
}

std::optional<std::int64_t> read_number(Reading& reading, const Subject& subject, const Node& node, std::string_view whole,
                                        std::string_view number) {
    if (const auto micro = parse_decimal(number)) return micro;
    const std::string_view digits = number.substr(number.empty() || number.front() != '-' ? 0 : 1);
    const bool plain = !digits.empty() && digits.find_first_not_of("0123456789.") == std::string_view::npos &&
                       std::count(digits.begin(), digits.end(), '.') <= 1 && digits.front() != '.' && digits.back() != '.';
    if (plain) {
        reading.diagnostics.report(kinds::bad_number, place_of(node, number),
                                   fmt::format("`{}` has more than six decimal places, or is too large", number), "round it");
    } else if (number.find(',') != std::string_view::npos) {
        reading.diagnostics.report(kinds::bad_value, place_of(node, number), fmt::format("`{}` has a comma in it", number),
                                   "write thousands without a comma, and decimals with a point");
    } else {
        report_not_a_number(reading, subject, node, whole);
    }
    return std::nullopt;
}

void report_unknown_unit(Reading& reading, const Subject& subject, const Node& node, std::string_view unit) {
    const Vocabulary& vocabulary = reading.vocabulary;
    std::string help;
    if (unit == "%") {
        help = "write `percent`, after a space";
    } else if (const std::size_t slash = unit.find('/');
               slash != std::string_view::npos || unit.find(' ') == std::string_view::npos) {
        std::vector<std::string> names;
        for (const UnitInfo& known : vocabulary.units) {
            for (const std::string& form : {known.singular, known.plural}) names.push_back(form);
        }
        const std::vector<std::string_view> known(names.begin(), names.end());
        // Each side of a slash is mended by itself.
        const auto mend = [&](std::string_view side) {
            const std::string_view near = nearest_name(side, known);
            return near.empty() ? side : near;
        };
        const std::string mended = slash == std::string_view::npos
                                       ? std::string(mend(unit))
                                       : fmt::format("{}/{}", mend(unit.substr(0, slash)), mend(unit.substr(slash + 1)));
        const std::size_t cut = mended.find('/');
        const bool declared =
            written_unit(vocabulary, mended.substr(0, cut), cut == std::string::npos ? std::string() : mended.substr(cut + 1))
                .has_value();
        if (declared) help = fmt::format("did you mean `{}`?", mended);
    }
    if (help.empty()) {
        help = subject.type.kind == TypeKind::quantity
                   ? "units that fit: " + units_that_fit(vocabulary, subject.type) + " (a unit's slash has no spaces)"
                   : "write the number without a unit, or with `percent`";
    }
    reading.diagnostics.report(kinds::unknown_unit, place_of(node, unit), fmt::format("no unit `{}` is declared", unit), help);
}

void report_unit_mismatch(Reading& reading, const Subject& subject, const Node& node, std::string_view text) {
    const bool counted = subject.type.kind == TypeKind::quantity;
    reading.diagnostics.report(kinds::unit_mismatch, place_of(node, text),
                               counted ? fmt::format("`{}` does not fit `{}`, which is in {}", text, subject.path,
                                                     print_type(reading.vocabulary, subject.type))
                                       : fmt::format("`{}` does not fit `{}`, which is a plain number", text, subject.path),
                               counted ? "units that fit: " + units_that_fit(reading.vocabulary, subject.type)
                                       : "write the number without a unit, or with `percent`");
}

std::optional<UnitRatio> read_unit(Reading& reading, const Subject& subject, const Node& node, std::string_view whole,
                                   std::string_view unit) {
    const std::size_t slash = unit.find('/');
    const bool malformed = unit.find(' ') != std::string_view::npos || slash == unit.size() - 1;
    const auto written = malformed
                             ? std::nullopt
                             : written_unit(reading.vocabulary, unit.substr(0, slash),
                                            slash == std::string_view::npos ? std::string_view{} : unit.substr(slash + 1));
    if (!written) {
        report_unknown_unit(reading, subject, node, unit);
        return std::nullopt;
    }
    std::optional<UnitRatio> ratio;
    if (written->type.kind == subject.type.kind) {
        ratio = subject.type.kind == TypeKind::quantity ? unit_ratio(reading.vocabulary, written->type, subject.type)
                                                        : written->ratio;
    }
    if (!ratio) report_unit_mismatch(reading, subject, node, whole);
    return ratio;
}

std::optional<std::int64_t> converted(Reading& reading, const Subject& subject, const Node& node, std::string_view whole,
                                      std::int64_t micro, UnitRatio ratio) {
    bool exact = true;
    const auto value = scale_micro(micro, ratio.numerator, ratio.denominator, &exact);
    if (!value) {
        reading.diagnostics.report(kinds::bad_number, place_of(node, whole), fmt::format("`{}` is too large", whole),
                                   "check the number");
    } else if (!exact) {
        const std::string unit =
            subject.type.kind == TypeKind::quantity ? print_type(reading.vocabulary, subject.type) : "plain numbers";
        reading.diagnostics.report(
            kinds::inexact_conversion, place_of(node, whole),
            fmt::format("`{}` is not an exact number of {} (about {})", whole, unit, print_decimal(*value)),
            fmt::format("write it in {}, or as a range", unit));
        return std::nullopt;
    }
    return value;
}

// One number with its unit, or with `other` if it has none, in micros of the stored unit.
std::optional<std::int64_t> read_one(Reading& reading, const Subject& subject, const Node& node, std::string_view text,
                                     std::string_view other) {
    const Written written = split_unit(text);
    const auto number = read_number(reading, subject, node, text, written.number);
    if (!number) return std::nullopt;
    const std::string_view unit = written.unit.empty() ? other : written.unit;
    UnitRatio ratio;
    if (!unit.empty()) {
        const auto read = read_unit(reading, subject, node, text, unit);
        if (!read) return std::nullopt;
        ratio = *read;
    }
    if (!written.spaced) {
        reading.diagnostics.report(kinds::bad_value, place_of(node, text),
                                   fmt::format("`{}` lacks a space before its unit", text),
                                   fmt::format("write `{} {}`", written.number, written.unit));
        return std::nullopt;
    }
    const auto value = converted(reading, subject, node, text, *number, ratio);
    const bool counted = subject.type.kind == TypeKind::quantity && !subject.is_signed;
    if (value && counted && *value < 0) {
        reading.diagnostics.report(kinds::negative_value, place_of(node, text),
                                   fmt::format("`{}` cannot be negative", subject.path),
                                   fmt::format("`{}` was written; write the amount without a minus", text));
        return std::nullopt;
    }
    return value;
}

std::optional<OrderedSet> read_range(Reading& reading, const Subject& subject, const Node& node, const Phrase& phrase) {
    const std::string_view first_unit = split_unit(phrase.first).unit;
    const std::string_view second_unit = split_unit(*phrase.second).unit;
    const auto low = read_one(reading, subject, node, phrase.first, second_unit);
    const auto high = read_one(reading, subject, node, *phrase.second, first_unit);
    if (!low || !high) return std::nullopt;
    if (*low <= *high) return OrderedSet{*low, *high};
    reading.diagnostics.report(kinds::empty_range, node.span, fmt::format("`{}` ends below where it begins", node.text),
                               "write the lower end first");
    return std::nullopt;
}

std::optional<OrderedSet> half_line(Reading& reading, const Subject& subject, const Node& node, Bound bound, std::int64_t end) {
    const bool from_zero = subject.type.kind == TypeKind::quantity && !subject.is_signed;
    const std::int64_t lowest = from_zero ? 0 : unbounded_low;
    OrderedSet set;
    switch (bound) {
        case Bound::none:
            set = {end, end};
            break;
        case Bound::over:
            set = {end < largest_value ? end + 1 : largest_value, unbounded_high};
            break;
        case Bound::at_least:
            set = {end, unbounded_high};
            break;
        case Bound::at_most:
            set = {lowest, end};
            break;
        case Bound::under:
            set = {lowest, end > smallest_value ? end - 1 : smallest_value};
            break;
        case Bound::before:
        case Bound::after:
            reading.diagnostics.report(kinds::bad_value, node.span, fmt::format("`{}` does not go with an amount", node.text),
                                       "before and after are for dates; write over, at least, at most or under");
            return std::nullopt;
    }
    if (set.low <= set.high) return set;
    reading.diagnostics.report(kinds::empty_range, node.span,
                               fmt::format("nothing is `{}`, because `{}` cannot be negative", node.text, subject.path),
                               "write `at most`, or the amount itself");
    return std::nullopt;
}

}  // namespace

std::optional<StatedValue> read_amount(Reading& reading, const Subject& subject, const Node& node) {
    const Phrase phrase = split_phrase(node.text);
    std::optional<OrderedSet> set;
    std::int64_t shown = 0;  // decides between one visit and several visits
    if (phrase.second) {
        set = read_range(reading, subject, node, phrase);
    } else if (const auto value = read_one(reading, subject, node, phrase.first, {})) {
        set = half_line(reading, subject, node, phrase.bound, *value);
        shown = *value;
    }
    if (!set) return std::nullopt;
    StatedValue stated{*set, false, std::string(trimmed(node.text))};
    const bool bare = split_unit(phrase.second.value_or(phrase.first)).unit.empty() && split_unit(phrase.first).unit.empty();
    if (bare && subject.type.kind == TypeKind::quantity) {
        stated.as_written += " " + print_unit(reading.vocabulary, subject.type, shown);
    }
    return stated;
}

}  // namespace warrant::facts
