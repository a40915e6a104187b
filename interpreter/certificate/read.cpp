// From JSON to a certificate, by the list of keys in fields.hpp. Nothing is passed over: a key that is not known, a value in
// another form, a word that is not one of those that may stand there are mistakes, and the first is told with its place.
#include "interpreter/certificate/fields.hpp"
#include "interpreter/certificate/json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::certificates {
namespace {

// What all readers of one certificate share.
struct Reading {
    std::vector<Part> place;
    std::string problem;  // the first
    Derivation* derivation = nullptr;
    const Form* form = nullptr;

    void refuse(std::string_view what) {
        if (!problem.empty()) return;
        problem = place.empty() ? std::string(what) : fmt::format("{}: {}", words_of(place), what);
    }
    bool stopped() const { return !problem.empty(); }
};

class Reader {  // Invariant: `json_` is the object being read, at `reading_.place`; `known_` of its keys were asked for.
public:
    static constexpr bool writes = false;

    Reader(const Json& json, Reading& reading) : json_(json), reading_(reading) {}

    template <typename Item>
    void operator()(const char* key, Item& item) {
        const Json* member = find(key);
        if (member == nullptr) return missing(key);
        read_under(key, *member, item);
    }
    template <typename Item>
    void maybe(const char* key, Item& item) {
        const Json* member = find(key);
        if (member == nullptr) return;
        read_under(key, *member, item);
        if (is_fresh(item)) reading_.refuse(fmt::format("`{}` is left out where it says nothing", key));
    }
    template <typename Item>
    void optional(const char* key, std::optional<Item>& item) {
        const Json* member = find(key);
        if (member != nullptr) read_under(key, *member, item.emplace());
    }
    template <std::size_t count>
    void word(const char* key, std::string& word, const std::array<std::string_view, count>& words) {
        (*this)(key, word);
        if (std::find(words.begin(), words.end(), word) == words.end())
            reading_.refuse(fmt::format("`{}` may not be `{}`", key, word));
    }
    void step(const char* key, std::uint32_t& step) {
        const Json* member = find(key);
        if (member != nullptr) read_under(key, *member, step);
        if (member != nullptr && step == none) reading_.refuse(fmt::format("`{}` is no step", key));
    }
    void amount(const char* key, std::int64_t& micro) {
        std::string text;
        (*this)(key, text);
        const std::optional<std::int64_t> number = parse_decimal(text);
        if (!number || print_decimal(*number) != text) return reading_.refuse(fmt::format("`{}` is no number", key));
        micro = *number;
    }
    void kind(const char* key, Kind& kind) {
        std::string text;
        word(key, text, kinds);
        const auto found = std::find(kinds.begin(), kinds.end(), text);
        if (found != kinds.end()) kind = static_cast<Kind>(found - kinds.begin());
    }
    void choice(const char* key, std::uint32_t& choice) {
        (*this)(key, choice);
        if (reading_.derivation == nullptr || choice >= reading_.derivation->choices.size())
            reading_.refuse("its choice is not among the choices");
    }
    void operation(const char* key, Op& op) {
        std::string text;
        (*this)(key, text);
        for (std::size_t number = 0; number < opcode_count; ++number) {
            if (name_of(static_cast<Op>(number)) != text) continue;
            op = static_cast<Op>(number);
            return;
        }
        reading_.refuse(fmt::format("there is no operation `{}`", text));
    }
    void number_of_step(const char* key) {
        std::uint32_t number = 0;
        (*this)(key, number);
        if (number + std::size_t{1} != reading_.derivation->steps.size()) reading_.refuse("it stands in another place");
    }
    void within(Derivation& derivation) {
        reading_.derivation = &derivation;
        for (const ChoiceType& choice : derivation.choices) {
            if (choice.values.empty()) reading_.refuse("a choice has no values");
        }
    }
    void values_of(const Form& form) { reading_.form = &form; }
    void value(const char* key, ValueSet& value) {
        const Json* member = find(key);
        if (member == nullptr) return missing(key);
        read_set(key, *member, *reading_.form, value);
    }
    void set_of(Step& step) {
        const std::vector<Step>& steps = reading_.derivation->steps;
        const bool constant = step.op == Op::constant;
        if (!constant && (step.operands.empty() || step.operands[0] + std::size_t{1} >= steps.size()))
            return reading_.refuse("its operand is not an earlier step");
        const Json* member = find("set");
        if (member == nullptr) return missing("set");
        read_set("set", *member, constant ? step.form : steps[step.operands[0]].form, step.set);
    }
    void cells(Step& step) {
        if (step.list == none) {
            const Json* member = find("value");
            if (member == nullptr) return missing("value");
            read_set("value", *member, step.form, step.cells.emplace_back().value);
            maybe("error", step.cells[0].error);
            return;
        }
        const Json* values = find("values");
        if (values == nullptr || !values->is_array()) return missing("values");
        for (const Json& value : *values) read_set("values", value, step.form, step.cells.emplace_back().value);
        read_errors(step);
    }
    void seal() {
        std::string seal;
        (*this)(seal_key, seal);
    }
    void heading() {
        std::string words;
        std::uint32_t number = 0;
        std::string digest;
        (*this)("certificate", words);
        (*this)("version", number);
        if (!reading_.stopped() && number != version)
            reading_.refuse(fmt::format("it is of version {}; this program reads version {}", number, version));
        (*this)(digest_key, digest);
        seal();
        if (words != heading_words) reading_.refuse("its heading is another");
    }
    // Every key was asked for.
    void finish() {
        if (known_ == json_.size() || reading_.stopped()) return;
        for (auto member = json_.begin(); member != json_.end(); ++member) {
            const std::string& key = member.key();
            if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
                reading_.refuse(fmt::format("there is no `{}` here", key));
        }
        reading_.refuse("a key stands twice");
    }

private:
    static bool is_fresh(bool item) { return !item; }
    template <typename Items>
    static bool is_fresh(const Items& items) {
        return items.empty();
    }

    const Json* find(const char* key) {
        asked_.emplace_back(key);
        if (!json_.is_object()) return nullptr;
        const auto found = json_.find(key);
        if (found == json_.end()) return nullptr;
        ++known_;
        return &*found;
    }
    void missing(const char* key) { reading_.refuse(fmt::format("`{}` is missing", key)); }

    template <typename Item>
    void read_under(const char* key, const Json& json, Item& item) {
        if (reading_.stopped()) return;
        reading_.place.push_back({key, 0, &json});
        read(json, item);
        reading_.place.pop_back();
    }
    void read_set(const char* key, const Json& json, const Form& form, ValueSet& value) {
        if (reading_.stopped()) return;
        const std::string problem = read_value(json, form, reading_.derivation->choices, value);
        if (!problem.empty()) reading_.refuse(fmt::format("`{}`: {}", key, problem));
    }
    void read_errors(Step& step) {
        std::vector<bool> errors;
        const Json* member = find("errors");
        if (member == nullptr) return;
        if (!member->is_array() || member->size() != step.cells.size())
            return reading_.refuse("`errors` is not one of each value");
        bool any = false;
        for (std::size_t element = 0; element < step.cells.size(); ++element) {
            const Json& error = (*member)[element];
            if (!error.is_boolean()) return reading_.refuse("`errors` is not one of each value");
            step.cells[element].error = error.get<bool>();
            any = any || step.cells[element].error;
        }
        if (!any) reading_.refuse("`errors` is left out where it says nothing");
    }

    void read(const Json& json, bool& item) {
        if (!json.is_boolean()) return reading_.refuse("it is not yes or no");
        item = json.get<bool>();
    }
    void read(const Json& json, std::uint32_t& item) {
        if (!json.is_number_unsigned() || json.get<std::uint64_t>() > UINT32_MAX) return reading_.refuse("it is no number");
        item = json.get<std::uint32_t>();
    }
    void read(const Json& json, std::int64_t& item) {
        const bool held = json.is_number_integer() && (!json.is_number_unsigned() || json.get<std::uint64_t>() <= INT64_MAX);
        if (!held) return reading_.refuse("it is no number");
        item = json.get<std::int64_t>();
    }
    void read(const Json& json, std::string& item) {
        if (!json.is_string()) return reading_.refuse("it is no text");
        item = json.get<std::string>();
    }
    template <typename Item>
    void read(const Json& json, std::vector<Item>& items) {
        if (!json.is_array()) return reading_.refuse("it is no list");
        items.reserve(json.size());
        for (const Json& item : json) {
            if (reading_.stopped()) return;
            reading_.place.back().index = items.size();
            reading_.place.back().item = &item;
            read(item, items.emplace_back());
        }
    }
    template <typename Item>
    void read(const Json& json, Item& item) {
        if (!json.is_object()) return reading_.refuse("it is no object");
        Reader reader(json, reading_);
        describe(reader, item);
        reader.finish();
    }

    const Json& json_;
    Reading& reading_;
    std::size_t known_ = 0;
    std::vector<std::string_view> asked_;
};

}  // namespace

std::string read_certificate(const Json& json, Certificate& certificate) {
    if (!json.is_object()) return "it is no object";
    Reading reading;
    Reader reader(json, reading);
    describe(reader, certificate);
    reader.finish();
    return reading.problem;
}

}  // namespace warrant::certificates
