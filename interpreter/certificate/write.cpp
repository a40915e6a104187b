// A certificate as JSON, by the list of keys in fields.hpp.
#include "interpreter/certificate/write.hpp"

#include "interpreter/certificate/fields.hpp"
#include "interpreter/certificate/json.hpp"

#include <algorithm>

namespace warrant::certificates {
namespace {

// What all writers of one certificate share: where they are.
struct Place {
    const Derivation* derivation = nullptr;
    const Form* form = nullptr;
    std::size_t step = 0;
};

class Writer {  // Invariant: `json_` is the object being written; `place_` says in which derivation it lies.
public:
    static constexpr bool writes = true;

    Writer(Json& json, Place& place) : json_(json), place_(place) {}

    template <typename Item>
    void operator()(const char* key, const Item& item) {
        json_[key] = written(item);
    }
    template <typename Item>
    void maybe(const char* key, const Item& item) {
        if (!(is_fresh(item))) json_[key] = written(item);
    }
    template <typename Item>
    void optional(const char* key, const std::optional<Item>& item) {
        if (item) json_[key] = written(*item);
    }
    template <std::size_t count>
    void word(const char* key, const std::string& word, const std::array<std::string_view, count>&) {
        json_[key] = word;
    }
    void step(const char* key, std::uint32_t step) {
        if (step != none) json_[key] = step;
    }
    void amount(const char* key, std::int64_t micro) { json_[key] = print_decimal(micro); }
    void kind(const char* key, Kind kind) { json_[key] = kinds[static_cast<std::size_t>(kind)]; }
    void choice(const char* key, std::uint32_t choice) { json_[key] = choice; }
    void operation(const char* key, Op op) { json_[key] = name_of(op); }
    void number_of_step(const char* key) { json_[key] = place_.step++; }
    void within(const Derivation& derivation) { place_ = {&derivation, nullptr, 0}; }
    void values_of(const Form& form) { place_.form = &form; }
    void value(const char* key, const ValueSet& value) { json_[key] = written(value, *place_.form); }
    void set_of(const Step& step) {
        const Form& form = step.op == Op::constant ? step.form : place_.derivation->steps[step.operands[0]].form;
        json_["set"] = written(step.set, form);
    }
    void cells(const Step& step) {
        const bool errs = std::any_of(step.cells.begin(), step.cells.end(), [](const Cell& cell) { return cell.error; });
        if (step.list == none) {
            json_["value"] = written(step.cells[0].value, step.form);
            if (errs) json_["error"] = true;
            return;
        }
        Json values = Json::array();
        Json errors = Json::array();
        for (const Cell& cell : step.cells) {
            values.push_back(written(cell.value, step.form));
            errors.push_back(cell.error);
        }
        json_["values"] = std::move(values);
        if (errs) json_["errors"] = std::move(errors);
    }
    void seal() { json_[seal_key] = ""; }
    void heading() {
        json_["certificate"] = heading_words;
        json_["version"] = version;
        json_[digest_key] = "";
        seal();
    }

private:
    static bool is_fresh(bool item) { return !item; }
    template <typename Items>
    static bool is_fresh(const Items& items) {
        return items.empty();
    }

    static Json written(bool item) { return item; }
    static Json written(std::uint32_t item) { return item; }
    static Json written(std::int64_t item) { return item; }
    static Json written(const std::string& item) { return item; }
    template <typename Item>
    Json written(const std::vector<Item>& items) {
        Json array = Json::array();
        for (const Item& item : items) array.push_back(written(item));
        return array;
    }
    template <typename Item>
    Json written(const Item& item) {
        Json json = Json::object();
        Writer writer(json, place_);
        describe(writer, item);
        return json;
    }
    Json written(const ValueSet& value, const Form& form) const { return json_of(value, form, place_.derivation->choices); }

    Json& json_;
    Place& place_;
};

}  // namespace

Json json_of(const Certificate& certificate) {
    Json json = Json::object();
    Place place;
    Writer writer(json, place);
    describe(writer, certificate);
    seal(json);
    return json;
}

std::string print_certificate(const Certificate& certificate) {
    return print(json_of(certificate));
}

}  // namespace warrant::certificates
