// What is open, what depends on it, and how comparisons are taken apart. No step is evaluated here but for the gates of facts.
#include "interpreter/settle/open_plan.hpp"

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/settle/texts.hpp"

#include <algorithm>

namespace warrant::settling {
namespace {

// Comparisons that may be added to a plan before the others stay whole.
constexpr std::size_t max_added_steps = 20'000;

bool is_extreme(Op op) {
    return op == Op::least || op == Op::greatest;
}

bool holds_truth(Op op) {
    return op == Op::documented || op == Op::known;
}

bool is_absent(const FactColumns& facts, std::size_t slot) {
    return !facts.absent[slot].empty() && bit(facts.absent[slot].data(), 0);
}

}  // namespace

void ThingSet::add(std::uint32_t thing) {
    if (thing / 64 >= words_.size()) words_.resize(thing / 64 + 1);
    words_[thing / 64] |= std::uint64_t{1} << (thing % 64);
}

void ThingSet::add(const ThingSet& other) {
    if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
    for (std::size_t word = 0; word < other.words_.size(); ++word) words_[word] |= other.words_[word];
}

std::vector<std::uint32_t> ThingSet::list() const {
    std::vector<std::uint32_t> things;
    for (std::uint32_t thing = 0; thing < words_.size() * 64; ++thing) {
        if (has(thing)) things.push_back(thing);
    }
    return things;
}

bool compares_ordered(Op op) {
    return op == Op::less || op == Op::less_equal || op == Op::equal;
}

bool compares(Op op) {
    return compares_ordered(op) || op == Op::choice_in || op == Op::choice_equal || op == Op::choice_less ||
           op == Op::choice_less_equal || op == Op::text_in || op == Op::text_equal || op == Op::code_in;
}

OpenPlan::OpenPlan(const Plan& whole, const FactColumns& record, const FactColumns& possible, const Vocabulary& words)
    : plan(whole), recorded(record), facts(possible), vocabulary(words) {
    find_open_slots();
    find_open_lists();
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        supports.push_back(support_of(plan.steps[index]));
        origins.push_back(StepId{index});
    }
    splits.resize(plan.steps.size());
    mark_read();
    split_comparisons();
}

// By slot. What is assumed stands for what the record leaves out.
std::vector<ValueSet> OpenPlan::values_held() const {
    std::vector<ValueSet> values_of_slots;
    for (const Column& column : recorded.columns) values_of_slots.push_back(cell(column, 0, recorded.pool));
    Values values(plan, vocabulary, 1);
    evaluate(plan, recorded, 0, 1, values);
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        if (step.op == Op::assume) values_of_slots[step.payload] = values.at(StepId{index}, 0);
    }
    return values_of_slots;
}

void OpenPlan::find_open_slots() {
    Values values(plan, vocabulary, 1);
    evaluate(plan, facts, 0, 1, values);
    const std::vector<ValueSet> values_of_slots = values_held();
    std::vector<bool> assumable(plan.slots.size());
    for (const Step& step : plan.steps) {
        if (step.op == Op::assume) assumable[step.payload] = true;
    }
    thing_of_slot.assign(plan.slots.size(), nothing);
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot) {
        const ValueSet set = cell(facts.columns[slot], 0, facts.pool);
        const StepId gate = plan.slots[slot].gate;
        slots.push_back(is_single(set)                                      ? SlotState::known
                        : is_absent(facts, slot) && assumable[slot]         ? SlotState::assumed
                        : gate.valid() && bit(values.surely_false(gate), 0) ? SlotState::meaningless
                                                                            : SlotState::open);
        if (slots.back() != SlotState::open) continue;
        thing_of_slot[slot] = static_cast<std::uint32_t>(things.size());
        things.push_back({OpenThing::Kind::fact, slot, {}, true, {plan.slots[slot].fact}, {}, {}});
        held.push_back(values_of_slots[slot]);
        samples.emplace_back();
        in_order.push_back(std::holds_alternative<OrderedSet>(set));
        listed.push_back(false);
        if (std::holds_alternative<TruthSet>(set)) {
            samples.back() = {TruthSet{true, false}, TruthSet{false, true}};
            things.back().regions = samples.back();
        } else if (const auto* choice = std::get_if<ChoiceSet>(&set)) {
            const std::size_t options = facts.columns[slot].options;
            for (std::size_t value = 0; value < options; ++value) {
                if (contains(*choice, value)) samples.back().push_back(one_choice(options, value));
            }
            things.back().regions = samples.back();
        } else if (const auto* texts = std::get_if<TextSet>(&set)) {
            const TextRegions found = text_regions(plan, facts, plan.slots[slot].type, *texts, std::get<TextSet>(held.back()));
            things.back().regions = found.regions;
            samples.back() = found.samples;
            exact = exact && found.exact;
        }
    }
}

void OpenPlan::find_open_lists() {
    for (const ListColumns& list : facts.lists) open_lists.push_back(!list.open.empty() && bit(list.open.data(), 0));
    for (const Column& column : facts.fields) {
        bool any_open = false;
        for (std::size_t row = 0; row < column.rows; ++row) any_open = any_open || !is_single(cell(column, row, facts.pool));
        open_fields.push_back(any_open);
    }
}

Support OpenPlan::support_of(const Step& step) {
    Support support;
    if (step.op == Op::fact || step.op == Op::assume) {
        if (slots[step.payload] == SlotState::open) support.things.add(thing_of_slot[step.payload]);
        support.loose = step.op == Op::fact && slots[step.payload] == SlotState::assumed;
        return support;
    }
    if (step.op == Op::field) support.loose = open_fields[step.payload];
    if (reduces(step.op)) support.loose = open_lists[plan.list_under(step).index - 1];
    for (std::uint32_t number = 0; number < step.operand_count; ++number) {
        const Support& operand = supports[plan.operand(step, number).index];
        support.things.add(operand.things);
        support.loose = support.loose || operand.loose;
    }
    // What is documented or known is about the record and stays what it is.
    if (holds_truth(step.op)) {
        exact = exact && support.things.list().empty() && !support.loose;
        return {};
    }
    return support;
}

std::vector<StepId> OpenPlan::roots() const {
    std::vector<StepId> all{plan.not_addressed, plan.none_applies, plan.not_supported, plan.supported};
    for (const QuantityPlan& quantity : plan.quantities) all.push_back(quantity.within);
    for (const AddedPlan& added : plan.added) all.push_back(added.when);
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        if (slots[slot] == SlotState::open) all.push_back(plan.slots[slot].gate);
    }
    all.erase(std::remove_if(all.begin(), all.end(), [](StepId step) { return !step.valid(); }), all.end());
    return all;
}

void OpenPlan::mark_read() {
    read.assign(plan.steps.size(), false);
    for (const StepId root : roots()) read[root.index] = true;
    for (std::size_t index = plan.steps.size(); index-- > 0;) {
        const Step& step = plan.steps[index];
        if (!read[index] || holds_truth(step.op)) continue;
        for (std::uint32_t number = 0; number < step.operand_count; ++number) read[plan.operand(step, number).index] = true;
    }
}

void OpenPlan::split_comparisons() {
    const std::size_t most = plan.steps.size() + max_added_steps;
    // Steps are added at the end and split in their turn.
    for (std::uint32_t index = 0; index < plan.steps.size() && plan.steps.size() < most; ++index) {
        const Step& step = plan.steps[index];
        if (read[index] && step.space == case_rows && compares(step.op)) split(StepId{index});
    }
}

void OpenPlan::split(StepId id) {
    const std::uint32_t sides = plan.step(id).operand_count;
    for (std::uint32_t side = 0; side < sides; ++side) {
        if (split_by_condition(id, side)) return;
    }
    if (!compares_ordered(plan.step(id).op) || supports[id.index].things.list().size() < 2) return;
    for (std::uint32_t side = 0; side < sides; ++side) {
        if (!is_extreme(plan.step(plan.operand(plan.step(id), side)).op)) continue;
        if (plan.step(id).op == Op::equal ? split_equality(id) : split_extreme(id, side)) return;
    }
}

// `(if c then a else b) <= d` is a <= d or b <= d, by c; the same with a table or an index.
bool OpenPlan::split_by_condition(StepId id, std::uint32_t side) {
    const Step below = plan.step(plan.operand(plan.step(id), side));
    Split made;
    std::uint32_t conditions = 1;
    if (below.op == Op::choose) made.kind = Split::Kind::by_truth;
    else if (below.op == Op::indexed) made.kind = Split::Kind::by_choice;
    else if (below.op == Op::pick) made.kind = Split::Kind::by_row;
    else return false;
    if (below.op == Op::pick) conditions = below.operand_count / 2;
    bool is_open = false;
    for (std::uint32_t number = 0; number < conditions; ++number) {
        const StepId condition = plan.operand(below, number);
        made.conditions.push_back(condition);
        is_open = is_open || supports[condition.index].loose || !supports[condition.index].things.list().empty();
    }
    if (!is_open) return false;
    for (std::uint32_t number = conditions; number < below.operand_count; ++number)
        made.parts.push_back(with_operand(id, side, plan.operand(below, number)));
    splits[id.index] = std::move(made);
    return true;
}

// a <= the least of several: a <= each of them; the other way round: some of them.
bool OpenPlan::split_extreme(StepId id, std::uint32_t side) {
    const Step below = plan.step(plan.operand(plan.step(id), side));
    Split made;
    made.kind = (below.op == Op::least) == (side == 1) ? Split::Kind::all : Split::Kind::any;
    for (std::uint32_t number = 0; number < below.operand_count; ++number)
        made.parts.push_back(with_operand(id, side, plan.operand(below, number)));
    splits[id.index] = std::move(made);
    return true;
}

bool OpenPlan::split_equality(StepId id) {
    const Step whole = plan.step(id);
    const StepId a = plan.operand(whole, 0);
    const StepId b = plan.operand(whole, 1);
    const Scale scale = plan.scales[whole.payload];
    plan.scales.push_back({scale.right, scale.left});
    const auto turned = static_cast<std::uint32_t>(plan.scales.size() - 1);
    Split made;
    made.kind = Split::Kind::all;
    made.parts = {comparison(id, Op::less_equal, {a, b}, whole.payload), comparison(id, Op::less_equal, {b, a}, turned)};
    splits[id.index] = std::move(made);
    return true;
}

StepId OpenPlan::with_operand(StepId id, std::uint32_t side, StepId operand) {
    const Step step = plan.step(id);
    std::vector<StepId> operands;
    for (std::uint32_t number = 0; number < step.operand_count; ++number)
        operands.push_back(number == side ? operand : plan.operand(step, number));
    return comparison(id, step.op, std::move(operands), step.payload);
}

StepId OpenPlan::comparison(StepId like, Op op, std::vector<StepId> operands, std::uint32_t payload) {
    const auto [entry, added] =
        made_.try_emplace({op, operands, payload}, StepId{static_cast<std::uint32_t>(plan.steps.size())});
    if (!added) return entry->second;
    Step step = plan.step(like);
    step.op = op;
    step.payload = payload;
    step.operands = static_cast<std::uint32_t>(plan.operands.size());
    step.can_err = std::any_of(operands.begin(), operands.end(), [&](StepId operand) { return plan.step(operand).can_err; });
    plan.operands.insert(plan.operands.end(), operands.begin(), operands.end());
    plan.steps.push_back(step);
    supports.push_back(support_of(step));
    origins.push_back(origins[like.index]);
    read.push_back(true);
    splits.emplace_back();
    return entry->second;
}

std::vector<FactId> open_facts_below(const OpenPlan& open, StepId root) {
    const Plan& plan = open.plan;
    std::vector<bool> below(plan.steps.size(), false);
    below[root.index] = true;
    std::vector<FactId> found;
    const auto add = [&](FactId fact) {
        if (std::find(found.begin(), found.end(), fact) == found.end()) found.push_back(fact);
    };
    for (std::size_t index = root.index + 1; index-- > 0;) {
        const Step& step = plan.steps[index];
        if (!below[index] || holds_truth(step.op)) continue;
        for (std::uint32_t number = 0; number < step.operand_count; ++number) below[plan.operand(step, number).index] = true;
        if (reduces(step.op) && open.open_lists[plan.list_under(step).index - 1]) add(plan.list(plan.list_under(step)).fact);
        if (step.op == Op::field && open.open_fields[step.payload]) add(plan.list(step.space).fact);
        const bool of_fact = step.op == Op::fact || step.op == Op::assume;
        if (of_fact && (open.slots[step.payload] == SlotState::open ||
                        (open.slots[step.payload] == SlotState::assumed && step.op == Op::fact)))
            add(plan.slots[step.payload].fact);
    }
    std::sort(found.begin(), found.end(), [](FactId a, FactId b) { return a.index < b.index; });
    return found;
}

}  // namespace warrant::settling
