// A plan beside one case: what is open in it, which steps depend on what is open, and comparisons taken apart along the `if`s,
// tables and extremes below them, so that each part depends on as little as possible. Private to settle/.
#pragma once

#include "interpreter/settle/settle.hpp"

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace warrant::settling {

inline constexpr std::uint32_t nothing = UINT32_MAX;

// A set of things, by index.
class ThingSet {
public:
    void add(std::uint32_t thing);
    void add(const ThingSet& other);
    bool has(std::uint32_t thing) const { return thing / 64 < words_.size() && (words_[thing / 64] >> (thing % 64) & 1) != 0; }
    std::vector<std::uint32_t> list() const;

private:
    std::vector<std::uint64_t> words_;
};

// What a step depends on.
struct Support {
    ThingSet things;
    bool loose = false;  // also on something that has no regions: an open list, a fact that is assumed elsewhere
};

enum class SlotState {
    known,
    open,
    assumed,      // absent, and some step assumes a value
    meaningless,  // its gate is surely closed: all values
};

// A comparison in terms of others.
struct Split {
    enum class Kind { none, by_truth, by_row, by_choice, all, any };
    Kind kind = Kind::none;
    std::vector<StepId> conditions;  // by_truth: one; by_row: of each row; by_choice: the choice
    std::vector<StepId> parts;
};

struct OpenPlan {
    // `possible` is what facts may come to be, `recorded` what the record allows: the same, or less.
    OpenPlan(const Plan& whole, const FactColumns& recorded, const FactColumns& possible, const Vocabulary& words);

    Plan plan;  // with the comparisons that others were taken apart into
    const FactColumns& recorded;
    const FactColumns& facts;  // what is possible
    const Vocabulary& vocabulary;
    std::vector<OpenThing> things;               // regions of facts with an order are cut later
    std::vector<std::vector<ValueSet>> samples;  // by thing, by region: one value of it
    std::vector<ValueSet> held;                  // by thing: what the record allows, or assumes, of the fact
    std::vector<bool> in_order;                  // by thing: an amount or a date
    std::vector<bool> listed;                    // by thing: each value is a region of its own
    std::vector<SlotState> slots;
    std::vector<std::uint32_t> thing_of_slot;
    std::vector<bool> open_lists;
    std::vector<bool> open_fields;
    std::vector<Support> supports;  // by step
    std::vector<bool> read;         // by step: the finding depends on it, or whether an open fact has a meaning
    std::vector<Split> splits;      // by step
    std::vector<StepId> origins;    // by step: that of the guideline's own plan which it was made from
    bool exact = true;
    std::vector<StepId> roots() const;

private:
    void find_open_slots();
    std::vector<ValueSet> values_held() const;
    void find_open_lists();
    Support support_of(const Step& step);
    void mark_read();
    void split_comparisons();
    void split(StepId id);
    bool split_by_condition(StepId id, std::uint32_t side);
    bool split_extreme(StepId id, std::uint32_t side);
    bool split_equality(StepId id);
    StepId comparison(StepId like, Op op, std::vector<StepId> operands, std::uint32_t payload);
    StepId with_operand(StepId id, std::uint32_t side, StepId operand);

    std::map<std::tuple<Op, std::vector<StepId>, std::uint32_t>, StepId> made_;
};

// A truth over values that are no truths.
bool compares(Op op);
// ... of which both are in order.
bool compares_ordered(Op op);
// The facts and lists below a step that are open.
std::vector<FactId> open_facts_below(const OpenPlan& open, StepId step);

}  // namespace warrant::settling
