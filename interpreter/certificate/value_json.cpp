// Sets of values as JSON: null is every value; a truth is true or false; one value is a text; several are an array, of numbers
// and dates its lowest and highest, null where there is none.
#include "interpreter/certificate/json.hpp"
#include "interpreter/value/date.hpp"

namespace warrant::certificates {
namespace {

constexpr const char* no_limit = "no limit";

Json end_of(std::int64_t value, Kind kind) {
    if (kind != Kind::date) return print_decimal(value);
    if (value < first_day || value > last_day) return value;  // a day that no calendar has
    return print_date(value);
}

Json json_of_truth(const TruthSet& set) {
    if (set.can_be_true == set.can_be_false) return nullptr;
    return set.can_be_true;
}

Json json_of_ordered(const OrderedSet& set, Kind kind) {
    if (set == OrderedSet{}) return nullptr;
    if (set == OrderedSet{unbounded_high, unbounded_high}) return no_limit;
    if (set.low == set.high) return end_of(set.low, kind);
    Json ends = Json::array();
    ends.push_back(set.low == unbounded_low ? Json(nullptr) : end_of(set.low, kind));
    ends.push_back(set.high == unbounded_high ? Json(nullptr) : end_of(set.high, kind));
    return ends;
}

Json json_of_choice(const ChoiceSet& set, const ChoiceType& type) {
    Json names = Json::array();
    for (std::size_t value = 0; value < type.values.size(); ++value) {
        if ((set.words[value / 64] >> value % 64 & 1) != 0) names.push_back(type.values[value]);
    }
    if (names.size() == 1) return names[0];
    return names.size() == type.values.size() ? Json(nullptr) : names;
}

Json json_of_text(const TextSet& set) {
    if (set.any) return nullptr;
    if (set.values.size() == 1) return set.values.front();
    return set.values;
}

// What JSON is not of the kind is left as it was; the caller writes it again and compares.
bool read_end(const Json& json, Kind kind, std::int64_t& end) {
    if (kind == Kind::date && json.is_number_integer()) {
        end = json.get<std::int64_t>();
        return true;
    }
    if (!json.is_string()) return false;
    const std::string& text = json.get_ref<const std::string&>();
    if (kind == Kind::date) {
        const auto days = parse_date(text);
        if (days) end = days->first;
        return days.has_value();
    }
    const auto number = parse_decimal(text);
    if (number) end = *number;
    return number.has_value();
}

bool read_ordered(const Json& json, Kind kind, OrderedSet& set) {
    set = OrderedSet{};
    if (json.is_null()) return true;
    if (json == no_limit) {
        set.low = unbounded_high;
        return true;
    }
    if (!json.is_array()) {
        const bool read = read_end(json, kind, set.low);
        set.high = set.low;
        return read;
    }
    return json.size() == 2 && (json[0].is_null() || read_end(json[0], kind, set.low)) &&
           (json[1].is_null() || read_end(json[1], kind, set.high));
}

bool add_choice(const Json& json, const ChoiceType& type, ChoiceSet& set) {
    for (std::size_t value = 0; value < type.values.size(); ++value) {
        if (json != type.values[value]) continue;
        set.words[value / 64] |= std::uint64_t{1} << value % 64;
        return true;
    }
    return false;
}

bool read_choice(const Json& json, const ChoiceType& type, ChoiceSet& set) {
    set.words.assign((type.values.size() + 63) / 64, 0);
    if (json.is_null()) {
        for (std::size_t value = 0; value < type.values.size(); ++value)
            set.words[value / 64] |= std::uint64_t{1} << value % 64;
        return true;
    }
    if (!json.is_array()) return add_choice(json, type, set);
    for (const Json& name : json) {
        if (!add_choice(name, type, set)) return false;
    }
    return true;
}

bool read_text(const Json& json, TextSet& set) {
    set = TextSet{};
    if (json.is_null()) return true;
    set.any = false;
    if (json.is_string()) set.values.push_back(json.get<std::string>());
    if (!json.is_array()) return json.is_string();
    for (const Json& text : json) {
        if (!text.is_string()) return false;
        const std::string& next = text.get_ref<const std::string&>();
        if (!set.values.empty() && set.values.back() >= next) return false;
        set.values.push_back(next);
    }
    return true;
}

bool read_of_kind(const Json& json, const Form& form, const std::vector<ChoiceType>& choices, ValueSet& value) {
    switch (form.kind) {
        case Kind::truth:
            value = TruthSet{.can_be_true = json != false, .can_be_false = json != true};
            return json.is_null() || json.is_boolean();
        case Kind::number:
        case Kind::date:
            return read_ordered(json, form.kind, value.emplace<OrderedSet>());
        case Kind::choice:
            return read_choice(json, choices[form.choice], value.emplace<ChoiceSet>());
        case Kind::text:
            break;
    }
    return read_text(json, value.emplace<TextSet>());
}

}  // namespace

Json json_of(const ValueSet& value, const Form& form, const std::vector<ChoiceType>& choices) {
    switch (form.kind) {
        case Kind::truth:
            return json_of_truth(std::get<TruthSet>(value));
        case Kind::number:
        case Kind::date:
            return json_of_ordered(std::get<OrderedSet>(value), form.kind);
        case Kind::choice:
            return json_of_choice(std::get<ChoiceSet>(value), choices[form.choice]);
        case Kind::text:
            break;
    }
    return json_of_text(std::get<TextSet>(value));
}

std::string read_value(const Json& json, const Form& form, const std::vector<ChoiceType>& choices, ValueSet& value) {
    if (!read_of_kind(json, form, choices, value)) return "this is no value of its type";
    // `4.0`, `["4", "4"]`, `2015-02`: other ways to write a set, which would let a text differ and say the same.
    if (json_of(value, form, choices) != json) return "this value is written in another form than a certificate has";
    return {};
}

}  // namespace warrant::certificates
