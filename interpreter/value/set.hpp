// The set of values that a record allows one fact, or one step of a plan, for one case: what columns hold of a single row.
// Known is one value; not documented is all values.
#pragma once

#include "interpreter/value/decimal.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace warrant {

struct TruthSet {
    bool can_be_true = true;
    bool can_be_false = true;

    friend bool operator==(const TruthSet&, const TruthSet&) = default;
};

// Numbers and quantities in micros of their unit, dates in days. Closed; an open end was moved by one grid step.
// unbounded_low / unbounded_high stand for no bound. A cap of "no limit" is {unbounded_high, unbounded_high}.
struct OrderedSet {
    std::int64_t low = unbounded_low;
    std::int64_t high = unbounded_high;

    friend bool operator==(const OrderedSet&, const OrderedSet&) = default;
};

// A bit for each value of the choice type, 64 a word; bits past the last value are 0.
struct ChoiceSet {
    std::vector<std::uint64_t> words;

    friend bool operator==(const ChoiceSet&, const ChoiceSet&) = default;
};

// Up to limits::max_text_values texts, sorted; or any text at all.
struct TextSet {
    bool any = true;
    std::vector<std::string> values;

    friend bool operator==(const TextSet&, const TextSet&) = default;
};

using ValueSet = std::variant<TruthSet, OrderedSet, ChoiceSet, TextSet>;

ChoiceSet all_choices(std::size_t count);
ChoiceSet one_choice(std::size_t count, std::size_t value);
bool contains(const ChoiceSet& set, std::size_t value);
std::size_t count_choices(const ChoiceSet& set);

// Known: exactly one value.
bool is_single(const ValueSet& set);
// `inner` allows nothing that `outer` does not. Both of one kind.
bool is_subset(const ValueSet& inner, const ValueSet& outer);
// What either allows: for ordered values the closed range around both, for choices and texts the union (texts past the limit:
// any).
ValueSet join(const ValueSet& a, const ValueSet& b);
// What both allow; empty results are reported by `is_empty`.
ValueSet meet(const ValueSet& a, const ValueSet& b);
bool is_empty(const ValueSet& set);

}  // namespace warrant
