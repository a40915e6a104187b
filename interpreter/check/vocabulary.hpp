// The words that all guidelines share: units, choices, services and facts, in tables indexed by id. Built from the
// declarations of the standard library and of every module on the shelf; one fact has one name everywhere.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/diagnostic.hpp"
#include "interpreter/value/type.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace warrant {

struct UnitInfo {
    std::string singular;
    std::string plural;
    UnitId base;              // itself for a base unit; unset for a pure number such as percent
    std::int64_t factor = 1;  // one of it = factor / divisor of the base
    std::int64_t divisor = 1;
    Span span;
};

struct ChoiceValueInfo {
    std::string name;
    std::string label;  // for people: the service's label, else the name with spaces
    Span span;
};

struct ChoiceTypeInfo {
    std::string name;
    std::vector<ChoiceValueInfo> values;
    bool ordered = false;
    Span span;
};

// What is said of one element of a list, and under which words.
struct FieldInfo {
    std::string name;
    std::string label;
    Type type;
    bool is_signed = false;
    Span span;
};

struct RecordTypeInfo {
    std::string name;
    std::vector<FieldInfo> fields;
    Span span;
};

// A service is also the value with the same index of the choice type `service`.
struct ServiceInfo {
    std::string name;
    std::string label;
    UnitId unit;
    std::uint32_t parent = UINT32_MAX;  // the service it is a kind of
    Span span;
};

// Where a case states a fact: under `facts`, in a request item, or in `ur_decision`.
enum class FactScope { record, request, ur_decision };

struct FactInfo {
    std::string path;  // `goal.employer_agrees`; never shown to people without the label
    std::string label;
    Type type;            // kind amount for `request.quantity`
    RecordTypeId record;  // kind list: what its elements are
    std::string if_yes;
    std::string if_no;
    std::string ask;
    std::vector<std::string> shown_by;
    bool changes = false;
    bool opinion = false;
    bool is_signed = false;
    ast::Fact::Obtainability obtainability = ast::Fact::Obtainability::obtainable;
    FactScope scope = FactScope::record;
    std::uint32_t module = 0;            // index of the declaring module in the list given to declare()
    ExprId only_if;                      // in that module's tree; invalid without one
    std::uint32_t indexed = UINT32_MAX;  // the indexed fact that it is one of
    Span span;
};

// `history.visits(service)`: one declaration, a fact for each value of a choice. The fact of a value is `first` and so many
// on; its path is `history.visits(physical_therapy)`.
struct IndexedFactInfo {
    std::string path;
    ChoiceTypeId index;  // unset after a mistake in the declaration
    FactId first;
    std::uint32_t module = 0;
    Span span;
};

struct OutcomeInfo {
    std::string name;
    std::string words;
    Span span;
};

struct Vocabulary {
    std::vector<UnitInfo> units;
    std::vector<ChoiceTypeInfo> choice_types;
    std::vector<RecordTypeInfo> record_types;
    std::vector<ServiceInfo> services;
    std::vector<FactInfo> facts;
    std::vector<IndexedFactInfo> indexed_facts;
    std::vector<OutcomeInfo> outcomes;
    ChoiceTypeId service_type;
    // Calendar units that dates understand; unset when no library declares them.
    UnitId day;
    UnitId month;
    std::vector<std::string> sources;  // first segments of the guidelines' names on the shelf
    // By module index: its definitions are visible everywhere. Empty: those of every library without an edition are.
    std::vector<bool> standard;

    std::unordered_map<std::string, UnitId> unit_by_name;  // both forms
    std::unordered_map<std::string, ChoiceTypeId> choice_type_by_name;
    std::unordered_map<std::string, RecordTypeId> record_type_by_name;
    std::unordered_map<std::string, std::uint32_t> service_by_name;
    std::unordered_map<std::string, FactId> fact_by_path;
    std::unordered_map<std::string, std::uint32_t> indexed_by_path;
    std::unordered_map<std::string, std::uint32_t> outcome_by_name;

    const UnitInfo& unit(UnitId id) const { return units[id.index]; }
    const ChoiceTypeInfo& choice_type(ChoiceTypeId id) const { return choice_types[id.index]; }
    const RecordTypeInfo& record_type(RecordTypeId id) const { return record_types[id.index]; }
    const FactInfo& fact(FactId id) const { return facts[id.index]; }
    // A field of the elements of a list fact.
    const FieldInfo& field(FactId list, std::uint32_t number) const { return record_type(fact(list).record).fields[number]; }
};

// Collects the declarations of all modules, in order. Reports what is declared twice, lacks a label or a type, or names a unit
// or choice type that nobody declared.
Vocabulary declare(const std::vector<const ast::Module*>& modules, Diagnostics& diagnostics);

// A fact by its path, also with the value of its index as a further word: `history.visits.physical_therapy`.
std::optional<FactId> fact_named(const Vocabulary& vocabulary, const std::string& path);
// The indexed fact that a path is meant to be one of, and the word that stands for the value of its index.
struct IndexedPath {
    std::uint32_t indexed = 0;
    std::string_view value;
};
std::optional<IndexedPath> indexed_path(const Vocabulary& vocabulary, std::string_view path);
// Facts of one declaration share everything but their names; the first stands for all.
FactId declaration_of(const Vocabulary& vocabulary, FactId fact);

// The type that a declaration writes; kind invalid (and a diagnostic) when it names nothing known. Of a list, what its elements
// are is in record_type_by_name.
Type written_type(const Vocabulary& vocabulary, const ast::TypeName& name, Diagnostics& diagnostics);

// `4 hours/day`, `1 visit`, `12`; `2015-02-19` for dates; `medium`, `very heavy` for choices. For people.
std::string print_type(const Vocabulary& vocabulary, const Type& type);
std::string print_unit(const Vocabulary& vocabulary, const Type& type, std::int64_t micro);

// Exact ratio between two quantities' units: one `from` is numerator/denominator `to`. Empty when they do not convert.
struct UnitRatio {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};
std::optional<UnitRatio> unit_ratio(const Vocabulary& vocabulary, const Type& from, const Type& to);

// The unit written as `visits` or `hours/day`, as a quantity type (a number for `percent`, with its factor in `ratio`). Empty:
// not declared.
struct WrittenUnit {
    Type type;
    UnitRatio ratio;  // what to multiply the written number by (percent: 1/100; else 1)
};
std::optional<WrittenUnit> written_unit(const Vocabulary& vocabulary, std::string_view numerator, std::string_view denominator);

// The type in which a fact is stored: `amount` becomes the base unit of the services' common unit. Empty when the services'
// units do not convert into each other.
std::optional<Type> amount_type(const Vocabulary& vocabulary, const Type& declared, const std::vector<std::uint32_t>& services);

}  // namespace warrant
