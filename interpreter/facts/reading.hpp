// What all readers of a case share: the context, the places that keys stand in, and the values of single facts. The readers
// report what they find wrong and go on; an empty result means that the reason was reported. Readers of suites use the words
// for mistakes too; the rest is private to facts/.
#pragma once

#include "interpreter/check/vocabulary.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/facts/yaml_tree.hpp"
#include "interpreter/value/set.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace warrant::facts {

struct Reading {
    const Vocabulary& vocabulary;
    Diagnostics& diagnostics;
    std::unordered_set<std::string> prefixes;                  // of all fact paths: `goal` of `goal.defined`
    std::unordered_map<std::string, std::uint32_t> documents;  // by id, index in CaseRecord::documents
};

Reading begin_reading(const Vocabulary& vocabulary, Diagnostics& diagnostics);

// The fact that a value is read for, in the type that it is stored in.
struct Subject {
    FactId fact;
    Type type;
    bool is_signed = false;
    std::string path;
};

// ---------------------------------------------------------------- words for mistakes (mistakes.cpp)

// "did you mean `x`?" or `otherwise`. Costly for long lists, so it gives up once no more diagnostics are kept.
std::string suggest(const Reading& reading, std::string_view wrong, const std::vector<std::string_view>& known,
                    std::string otherwise);
// `a`, `b` or `c`.
std::string enumerate(const std::vector<std::string_view>& names);
void report_unknown_key(Reading& reading, const Node& key, std::string_view where, const std::vector<std::string_view>& known);
void report_empty(Reading& reading, const Node& key);
// Whether a node is a mapping, a sequence or a scalar as wanted; reports it if not. `example` shows how to write it.
bool expect(Reading& reading, const Node& key, const Node& node, Node::Kind kind, std::string_view example);
// Reports every key of a mapping that is not among `known`.
void check_keys(Reading& reading, const Node& mapping, std::string_view where, std::initializer_list<std::string_view> known);
// Whether a path is an indexed fact with something other than a value of its index; reports it if so.
bool report_unknown_index(Reading& reading, const Node& key, const std::string& path);
// Whether a single value stands where an indexed fact needs one for each value of its index; reports it if so.
bool report_missing_index(Reading& reading, const Node& value, const std::string& path);
// The text of a scalar; empty and reported if it is something else.
std::optional<std::string> read_text(Reading& reading, const Node& key, const Node& node);
std::optional<std::uint32_t> read_document_name(Reading& reading, const Node& key, const Node& node);

// ---------------------------------------------------------------- values (values.cpp, amounts.cpp, dates.cpp)

struct StatedValue {
    ValueSet set;
    bool unknown = false;    // `unknown` was written
    std::string as_written;  // for people
};

// A single value, a range, a half-line, `unknown`, or {one_of: […]}.
std::optional<StatedValue> read_value(Reading& reading, const Subject& subject, const Node& node);

// `over X`, `A..B` or a plain value, in views into the text.
enum class Bound { none, over, at_least, at_most, under, before, after };
struct Phrase {
    Bound bound = Bound::none;
    std::string_view first;
    std::optional<std::string_view> second;  // A..B
};
Phrase split_phrase(std::string_view text);
std::string_view trimmed(std::string_view text);

// Numbers and quantities, in the stored unit.
std::optional<StatedValue> read_amount(Reading& reading, const Subject& subject, const Node& node);
// Days. `what` names the thing that is dated: `injury.date`, `date`.
std::optional<OrderedSet> read_days(Reading& reading, std::string_view what, const Node& node);

// ---------------------------------------------------------------- facts of a case (entries.cpp, fact_tree.cpp, derive.cpp)

// What the paths of a scope's facts begin with, which their keys leave out: `request`; empty for the record's.
std::string_view prefix_of(FactScope scope);
// Everything that the node beside a fact's key says of it, in any form.
std::optional<FactEntry> read_entry(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& key,
                                    const Node& node);
// The same for a list fact (lists.cpp).
std::optional<FactEntry> read_list(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& key,
                                   const Node& node);
// Reads the parts of {value: …, document: …, page: …, date: …, by: …, note: …} that say where a value comes from.
void read_provenance(Reading& reading, const CaseRecord& record, const Node& mapping, Statement& statement);
// Reads {not_found: […]}; whether it could be read.
bool read_not_found(Reading& reading, const Node& mapping, FactEntry& entry);
// The services that a request may mean: all that the stated value allows, or all that are declared.
std::vector<std::uint32_t> possible_services(const std::vector<FactEntry>& entries, const Vocabulary& vocabulary);
// The type in which a fact of a request is stored; empty when the possible services are not counted in one unit.
std::optional<Type> stored_type(const Vocabulary& vocabulary, FactId fact, const std::vector<FactEntry>& request);
void report_unclear_amount(Reading& reading, Span span, FactId fact, const std::vector<FactEntry>& request);

// Reads a mapping of facts, dotted or nested, below `prefix` (`ur_decision`; empty for the facts of the record).
void read_facts(Reading& reading, CaseRecord& record, const Node& mapping, FactScope scope, std::vector<FactEntry>& entries);

// Adds what quantity, duration and frequency of a request say of each other, anew; reports those that cannot all be right.
void derive_amounts(Reading& reading, CaseRecord& record, std::size_t request);

}  // namespace warrant::facts
