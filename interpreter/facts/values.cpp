// One value of a fact in any simple form: a single value, a range, `unknown`, {one_of: […]}. Amounts and dates are read in
// amounts.cpp and dates.cpp; where the value was found is read in entries.cpp.
#include "dsl/limits.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace warrant::facts {
namespace {

constexpr std::array<std::pair<std::string_view, Bound>, 6> bounds = {{{"over", Bound::over},
                                                                       {"at least", Bound::at_least},
                                                                       {"at most", Bound::at_most},
                                                                       {"under", Bound::under},
                                                                       {"before", Bound::before},
                                                                       {"after", Bound::after}}};

std::optional<StatedValue> read_truth(Reading& reading, const Subject& subject, const Node& node, std::string_view text) {
    if (text == "yes" || text == "true") return StatedValue{TruthSet{true, false}, false, "yes"};
    if (text == "no" || text == "false") return StatedValue{TruthSet{false, true}, false, "no"};
    const std::string otherwise =
        text == "none" ? "write `no` if the record says so, `unknown` if it leaves it open, or leave the line out"
                       : "write yes, no or unknown";
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    });
    reading.diagnostics.report(kinds::bad_value, node.span,
                               fmt::format("`{}` is neither yes nor no, and `{}` is one of them", text, subject.path),
                               suggest(reading, lower, {"yes", "no", "true", "false", "unknown"}, otherwise));
    return std::nullopt;
}

std::vector<std::string_view> value_names(const ChoiceTypeInfo& type) {
    std::vector<std::string_view> names;
    for (const ChoiceValueInfo& value : type.values) names.push_back(value.name);
    return names;
}

std::optional<std::size_t> read_choice_value(Reading& reading, const Subject& subject, const Node& node,
                                             std::string_view text) {
    const std::vector<std::string_view> names = value_names(reading.vocabulary.choice_type(subject.type.choice));
    const auto found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    reading.diagnostics.report(kinds::bad_value, place_of(node, text),
                               fmt::format("`{}` is not a value of `{}`", text, subject.path),
                               suggest(reading, text, names, "its values are " + enumerate(names)));
    return std::nullopt;
}

// The values from `low` to `high` of an ordered choice, both in.
std::optional<StatedValue> read_choice_range(Reading& reading, const Subject& subject, const Node& node, const Phrase& phrase) {
    const ChoiceTypeInfo& type = reading.vocabulary.choice_type(subject.type.choice);
    const auto first = read_choice_value(reading, subject, node, phrase.first);
    const auto second = phrase.second ? read_choice_value(reading, subject, node, *phrase.second) : first;
    if (!first || !second) return std::nullopt;
    if (!type.ordered || phrase.bound == Bound::before || phrase.bound == Bound::after) {
        reading.diagnostics.report(kinds::bad_value, node.span,
                                   fmt::format("`{}` is no range of `{}`", node.text, subject.path),
                                   fmt::format("list what is possible: {{one_of: [{}, …]}}", phrase.first));
        return std::nullopt;
    }
    std::size_t begin = 0;
    std::size_t end = type.values.size();
    if (phrase.second || phrase.bound == Bound::at_least) begin = *first;
    if (phrase.bound == Bound::over) begin = *first + 1;
    if (phrase.second || phrase.bound == Bound::at_most) end = *second + 1;
    if (phrase.bound == Bound::under) end = *first;
    ChoiceSet set = all_choices(type.values.size());
    for (std::size_t value = 0; value < type.values.size(); ++value) {
        if (value < begin || value >= end) set.words[value / 64] &= ~(std::uint64_t{1} << value % 64);
    }
    if (count_choices(set) > 0) return StatedValue{std::move(set), false, std::string(trimmed(node.text))};
    reading.diagnostics.report(kinds::empty_range, node.span, fmt::format("no value of `{}` is `{}`", subject.path, node.text),
                               "in ascending order its values are " + enumerate(value_names(type)));
    return std::nullopt;
}

std::optional<StatedValue> read_choice(Reading& reading, const Subject& subject, const Node& node, std::string_view text) {
    const Phrase phrase = split_phrase(text);
    if (phrase.second || phrase.bound != Bound::none) return read_choice_range(reading, subject, node, phrase);
    const auto value = read_choice_value(reading, subject, node, text);
    if (!value) return std::nullopt;
    const ChoiceTypeInfo& type = reading.vocabulary.choice_type(subject.type.choice);
    return StatedValue{one_choice(type.values.size(), *value), false, type.values[*value].label};
}

std::optional<StatedValue> read_dates(Reading& reading, const Subject& subject, const Node& node) {
    const auto days = read_days(reading, subject.path, node);
    if (!days) return std::nullopt;
    return StatedValue{*days, false, std::string(trimmed(node.text))};
}

std::optional<StatedValue> read_code(Reading& reading, const Subject& subject, const Node& node, std::string_view text) {
    if (is_code(text)) return StatedValue{TextSet{false, {std::string(text)}}, false, std::string(text)};
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
    });
    std::string help = "write a code as it is printed: capital letters, digits, and dots or hyphens between them";
    if (is_code(capitals)) help = fmt::format("write it in capitals: {}", capitals);
    if (text.find('*') != std::string_view::npos || text.find("..") != std::string_view::npos) {
        help = "a record states whole codes: list those that are possible, {one_of: [M54.16, M54.17]}, or write unknown";
    }
    reading.diagnostics.report(kinds::bad_value, node.span, fmt::format("`{}` is no code, as `{}` is", text, subject.path),
                               std::move(help));
    return std::nullopt;
}

std::optional<StatedValue> read_scalar(Reading& reading, const Subject& subject, const Node& node) {
    const std::string_view text = trimmed(node.text);
    const bool is_text = subject.type.kind == TypeKind::text;
    if (text == "unknown" && !(is_text && node.quoted)) {
        return StatedValue{full_set(reading.vocabulary, subject.type, subject.is_signed), true, "unknown"};
    }
    switch (subject.type.kind) {
        case TypeKind::truth:
            return read_truth(reading, subject, node, text);
        case TypeKind::choice:
            return read_choice(reading, subject, node, text);
        case TypeKind::date:
            return read_dates(reading, subject, node);
        case TypeKind::number:
        case TypeKind::quantity:
        case TypeKind::amount:
            return read_amount(reading, subject, node);
        case TypeKind::code:
            return read_code(reading, subject, node, text);
        case TypeKind::text:
            return StatedValue{TextSet{false, {node.text}}, false, node.text};
        case TypeKind::list:  // read_list() reads it, element by element
        case TypeKind::invalid:
            break;
    }
    // The declaration of the fact was already reported; its value is not looked at.
    return StatedValue{full_set(reading.vocabulary, subject.type, subject.is_signed), true, node.text};
}

// A single value inside one_of; `unknown` and further lists are not.
std::optional<StatedValue> read_item(Reading& reading, const Subject& subject, const Node& item, const Node& key) {
    if (!expect(reading, key, item, Node::Kind::scalar, "{one_of: [medium, heavy]}")) return std::nullopt;
    auto value = read_scalar(reading, subject, item);
    if (!value || !value->unknown || subject.type.kind == TypeKind::invalid) return value;
    reading.diagnostics.report(kinds::bad_value, item.span, "`unknown` stands among the possible values",
                               "write only the values that are possible, or `unknown` alone");
    return std::nullopt;
}

std::optional<StatedValue> read_one_of(Reading& reading, const Subject& subject, const Node& mapping) {
    check_keys(reading, mapping, "beside `one_of`", {"one_of"});
    const Node& key = mapping.keys[static_cast<std::size_t>(mapping.find("one_of") - mapping.items.data())];
    const Node& list = *mapping.find("one_of");
    if (!expect(reading, key, list, Node::Kind::sequence, "{one_of: [medium, heavy]}")) return std::nullopt;
    if (list.items.empty()) {
        reading.diagnostics.report(kinds::empty_value, list.span, "the list of possible values is empty",
                                   "write the values that are possible, or `unknown`");
        return std::nullopt;
    }
    if (layout_of(subject.type.kind) == Layout::text && list.items.size() > limits::max_text_values) {
        reading.diagnostics.report(
            kinds::too_many, list.span,
            fmt::format("{} possible values are listed; at most {} are kept apart", list.items.size(), limits::max_text_values),
            "write `unknown`, and keep them in a note");
        return std::nullopt;
    }
    std::optional<StatedValue> joined;
    bool complete = true;
    for (const Node& item : list.items) {
        auto value = read_item(reading, subject, item, key);
        complete = complete && value.has_value();
        if (!value) continue;
        if (joined) {
            joined->set = join(joined->set, value->set);
            joined->as_written += ", " + value->as_written;
        } else {
            joined = std::move(value);
        }
    }
    if (!complete || !joined) return std::nullopt;
    if (list.items.size() > 1) joined->as_written = "one of " + joined->as_written;
    return joined;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return text.substr(0, 0);
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

Phrase split_phrase(std::string_view text) {
    text = trimmed(text);
    for (const auto& [word, bound] : bounds) {
        if (text.substr(0, word.size()) == word && text.size() > word.size() && text[word.size()] == ' ') {
            return {bound, trimmed(text.substr(word.size())), {}};
        }
    }
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return {Bound::none, text, {}};
    return {Bound::none, trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2))};
}

std::optional<StatedValue> read_value(Reading& reading, const Subject& subject, const Node& node) {
    switch (node.kind) {
        case Node::Kind::scalar:
            if (!trimmed(node.text).empty()) return read_scalar(reading, subject, node);
            reading.diagnostics.report(kinds::empty_value, node.span, fmt::format("`{}` has no value", subject.path),
                                       "write unknown, none, or leave the line out");
            return std::nullopt;
        case Node::Kind::mapping:
            if (node.find("one_of") != nullptr) return read_one_of(reading, subject, node);
            reading.diagnostics.report(kinds::wrong_shape, node.span,
                                       fmt::format("a mapping stands where a value of `{}` is needed", subject.path),
                                       "write the value itself, or {one_of: […]}");
            return std::nullopt;
        case Node::Kind::sequence:
            reading.diagnostics.report(kinds::wrong_shape, node.span,
                                       fmt::format("a list stands where a value of `{}` is needed", subject.path),
                                       "if it is one of several values, write {one_of: […]}");
            return std::nullopt;
        case Node::Kind::empty:
            break;
    }
    reading.diagnostics.report(kinds::empty_value, node.span, fmt::format("`{}` has no value", subject.path),
                               "write unknown, none, or leave the line out");
    return std::nullopt;
}

}  // namespace warrant::facts
