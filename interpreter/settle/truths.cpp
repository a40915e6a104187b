// One case for each opcode that joins truths; everything else is evaluated for each combination of the regions it depends on.
#include "interpreter/settle/truths.hpp"

#include <algorithm>

namespace warrant::settling {
namespace {

// Combinations of what one step depends on that are evaluated; beyond that its truth is a question as a whole.
constexpr std::size_t most_combinations = 16'384;

Diagram truth_at(const Values& values, StepId step, std::size_t row) {
    if (bit(values.surely_true(step), row)) return yes;
    return bit(values.surely_false(step), row) ? no : open;
}

}  // namespace

Truths::Truths(OpenPlan& open_plan, Trials& trials, Diagrams& diagrams)
    : open_(open_plan),
      trials_(trials),
      diagrams_(diagrams),
      joined_(joined_things(open_plan)),
      as_recorded_(open_plan.plan.steps.size(), open),
      known_(open_plan.plan.steps.size()) {
    const std::vector<Step>& steps = open_.plan.steps;
    Values values(open_.plan, open_.vocabulary, 1);
    evaluate(open_.plan, open_.recorded, 0, 1, values);
    for (std::uint32_t index = 0; index < steps.size(); ++index) {
        if (steps[index].space == case_rows && steps[index].type.kind == TypeKind::truth)
            as_recorded_[index] = truth_at(values, StepId{index}, 0);
    }
    for (std::uint32_t thing = 0; thing < open_.things.size(); ++thing) diagrams_.hold(thing, open_.things[thing].recorded);
}

Diagram Truths::of(StepId step) {
    if (!known_[step.index]) known_[step.index] = worked_out(step);
    return *known_[step.index];
}

std::vector<StepId> Truths::operands(const Step& step) const {
    const auto first = open_.plan.operands.begin() + step.operands;
    return {first, first + step.operand_count};
}

std::vector<Diagram> Truths::each_of(const std::vector<StepId>& steps) {
    std::vector<Diagram> truths;
    for (const StepId step : steps) truths.push_back(of(step));
    return truths;
}

Diagram Truths::worked_out(StepId id) {
    const Step step = open_.plan.step(id);
    const Support& support = open_.supports[id.index];
    if (open_.splits[id.index].kind != Split::Kind::none) return split(open_.splits[id.index]);
    if (support.things.list().empty() && !support.loose) return as_recorded_[id.index];
    switch (step.op) {
        case Op::fact:
        case Op::assume:
            return open_.slots[step.payload] == SlotState::open ? fact(step.payload) : ask(id);
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
            return counted(step);
        case Op::choose: {
            const std::vector<Diagram> parts = each_of(operands(step));
            return diagrams_.choose(parts[0], parts[1], parts[2]);
        }
        case Op::pick:
            return picked(rows_that_may_apply(step), step, step.operand_count / 2);
        case Op::indexed: {
            std::vector<Diagram> may_be;
            for (const Diagram is : choices(open_.plan.operand(step, 0)))
                may_be.push_back(diagrams_.negated(diagrams_.is(is, no)));
            return picked(may_be, step, 1);
        }
        case Op::constant:
        case Op::documented:
        case Op::known:
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::choice_in:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_in:
        case Op::text_equal:
        case Op::code_in:
        case Op::some_in:
        case Op::every_in:
        case Op::latest_in:
        // None of these is a truth of the case.
        case Op::add:
        case Op::subtract:
        case Op::minus:
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
        case Op::least:
        case Op::greatest:
        case Op::add_days:
        case Op::add_months:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
        case Op::field:
        case Op::broadcast:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
            break;
    }
    const auto read = [&](const Values& values, std::size_t row, std::vector<Diagram>& leaf) {
        leaf.front() = truth_at(values, id, row);
    };
    return evaluated(id, 1, read).front();
}

Diagram Truths::counted(const Step& step) {
    const std::vector<Diagram> truths = each_of(operands(step));
    if (step.op == Op::negate) return diagrams_.negated(truths.front());
    if (step.op == Op::at_least) return diagrams_.at_least(truths, step.payload);
    Diagram result = truths.back();
    for (std::size_t number = truths.size() - 1; number-- > 0;) {
        result = step.op == Op::all_of ? diagrams_.all_of(truths[number], result) : diagrams_.any_of(truths[number], result);
    }
    return result;
}

Diagram Truths::split(const Split& split) {
    const std::vector<Diagram> parts = each_of(split.parts);
    std::vector<Diagram> conditions;
    if (split.kind == Split::Kind::by_choice) conditions = choices(split.conditions.front());
    else conditions = each_of(split.conditions);
    Diagram result = open;
    switch (split.kind) {
        case Split::Kind::none:
            break;
        case Split::Kind::by_truth:
            result = diagrams_.choose(conditions.front(), parts[0], parts[1], OpenCondition::stays);
            break;
        case Split::Kind::by_choice:
            for (std::size_t value = 0; value < parts.size(); ++value)
                result = diagrams_.choose(diagrams_.is(conditions[value], yes), parts[value], result);
            break;
        case Split::Kind::by_row:
            // A row applies that surely does, or that is the only one left.
            for (std::size_t row = 0; row < parts.size(); ++row) {
                Diagram alone = diagrams_.negated(diagrams_.is(conditions[row], no));
                for (std::size_t other = 0; other < parts.size(); ++other) {
                    if (other != row) alone = diagrams_.all_of(alone, diagrams_.is(conditions[other], no));
                }
                const Diagram applies = diagrams_.any_of(diagrams_.is(conditions[row], yes), alone);
                result = diagrams_.choose(applies, parts[row], result);
            }
            break;
        case Split::Kind::all:
            result = yes;
            for (const Diagram part : parts) result = diagrams_.strictly_all(result, part);
            break;
        case Split::Kind::any:
            result = no;
            for (const Diagram part : parts) result = diagrams_.strictly_any(result, part);
            break;
    }
    return result;
}

// Of a table the rows that may apply: one that surely does is the only one.
std::vector<Diagram> Truths::rows_that_may_apply(const Step& step) {
    std::vector<Diagram> conditions;
    Diagram some_sure = no;
    for (std::uint32_t row = 0; row < step.operand_count / 2; ++row) {
        conditions.push_back(of(open_.plan.operand(step, row)));
        some_sure = diagrams_.any_of(some_sure, diagrams_.is(conditions.back(), yes));
    }
    std::vector<Diagram> may_apply;
    for (const Diagram condition : conditions) {
        const Diagram possible = diagrams_.choose(some_sure, no, diagrams_.negated(diagrams_.is(condition, no)));
        may_apply.push_back(diagrams_.any_of(diagrams_.is(condition, yes), possible));
    }
    return may_apply;
}

// What all values allow together that may be the one.
Diagram Truths::picked(const std::vector<Diagram>& may_apply, const Step& step, std::uint32_t first_value) {
    Diagram can_be_true = no;
    Diagram can_be_false = no;
    for (std::uint32_t row = 0; row < may_apply.size(); ++row) {
        const Diagram value = of(open_.plan.operand(step, first_value + row));
        const Diagram not_no = diagrams_.negated(diagrams_.is(value, no));
        const Diagram not_yes = diagrams_.negated(diagrams_.is(value, yes));
        can_be_true = diagrams_.any_of(can_be_true, diagrams_.all_of(may_apply[row], not_no));
        can_be_false = diagrams_.any_of(can_be_false, diagrams_.all_of(may_apply[row], not_yes));
    }
    return diagrams_.choose(can_be_true, diagrams_.choose(can_be_false, open, yes), diagrams_.choose(can_be_false, no, open));
}

Diagram Truths::fact(std::size_t slot) {
    return diagrams_.node(open_.thing_of_slot[slot], {yes, no});
}

std::vector<Diagram> Truths::choices(StepId step) {
    if (const auto known = choices_.find(step); known != choices_.end()) return known->second;
    const Type& type = open_.plan.step(step).type;
    const std::size_t count = open_.vocabulary.choice_type(type.choice).values.size();
    const auto read = [&](const Values& values, std::size_t row, std::vector<Diagram>& leaf) {
        const ValueSet set = values.at(step, row);
        const auto& choice = std::get<ChoiceSet>(set);
        const bool single = count_choices(choice) == 1;
        for (std::size_t value = 0; value < count; ++value) leaf[value] = !contains(choice, value) ? no : single ? yes : open;
    };
    return choices_[step] = evaluated(step, count, read);
}

std::vector<Diagram> Truths::evaluated(StepId step, std::size_t count, const Read& read) {
    std::vector<std::uint32_t> things;
    const ThingSet& joined = joined_[step.index];
    for (const std::uint32_t thing : open_.supports[step.index].things.list()) {
        if (!joined.has(thing)) things.push_back(thing);
    }
    if (count_combinations(open_, things, most_combinations) > most_combinations) {
        if (count == 1) return {ask(step)};
        open_.exact = false;
        return std::vector<Diagram>(count, open);
    }
    const bool unsettled = !joined.list().empty() || open_.supports[step.index].loose;
    const std::vector<TrialRow> rows = combinations(open_, things);
    std::vector<std::vector<Diagram>> leaves_of(count, std::vector<Diagram>(rows.size(), open));
    std::vector<Diagram> leaf(count);
    trials_.each(rows, [&](const Values& values, std::size_t row, std::size_t number) {
        read(values, row, leaf);
        for (std::size_t one = 0; one < count; ++one) {
            const bool can_ask = count == 1 && unsettled && leaf[one] == open && !values.is_error(step, row);
            leaves_of[one][number] = can_ask ? ask(step) : leaf[one];
        }
    });
    std::vector<Diagram> diagrams;
    for (std::vector<Diagram>& one : leaves_of) diagrams.push_back(folded(things, std::move(one)));
    return diagrams;
}

// From the thing that changes fastest up.
Diagram Truths::folded(const std::vector<std::uint32_t>& things, std::vector<Diagram> leaves_of) {
    for (std::size_t place = things.size(); place-- > 0;) {
        const std::size_t regions = open_.samples[things[place]].size();
        std::vector<Diagram> fewer;
        for (auto from = leaves_of.begin(); from != leaves_of.end(); from += static_cast<std::ptrdiff_t>(regions))
            fewer.push_back(diagrams_.node(things[place], {from, from + static_cast<std::ptrdiff_t>(regions)}));
        leaves_of = std::move(fewer);
    }
    return leaves_of.front();
}

// A truth that is asked as a whole: a thing of its own, after all facts.
Diagram Truths::ask(StepId step) {
    const auto [entry, added] = asked_.try_emplace(step, no);
    if (!added) return entry->second;
    const auto thing = static_cast<std::uint32_t>(open_.things.size());
    OpenThing question;
    question.kind = OpenThing::Kind::question;
    question.question = open_.origins[step.index];
    question.whole = question.question == step;
    question.facts = open_facts_below(open_, step);
    question.regions = {TruthSet{true, false}, TruthSet{false, true}};
    const Diagram recorded = as_recorded_[step.index];
    question.recorded = {recorded != no, recorded != yes};
    diagrams_.hold(thing, question.recorded);
    open_.things.push_back(std::move(question));
    open_.samples.emplace_back();
    entry->second = diagrams_.node(thing, {yes, no});
    return entry->second;
}

}  // namespace warrant::settling
