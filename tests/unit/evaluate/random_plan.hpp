// Random well-formed plans and random rows of facts, drawn from any source of numbers: a fuzzer's bytes or a property test's
// seed.
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/value/date.hpp"
#include "tests/unit/evaluate/tiny_plan.hpp"

#include <algorithm>
#include <functional>
#include <optional>

namespace warrant::tiny {

// A number below `limit`.
using Draw = std::function<std::size_t(std::size_t limit)>;

inline std::int64_t draw_decimal(const Draw& draw) {
    static constexpr std::int64_t anchors[] = {
        0, 1, 2, 500'000, 1'000'000, 2'500'000, 7'000'000, 1'000'000'000'000, largest_value - 3};
    const std::int64_t anchor = anchors[draw(std::size(anchors))];
    const std::int64_t value = anchor + static_cast<std::int64_t>(draw(4));
    return draw(3) == 0 ? -value : value;
}
inline std::int64_t draw_day(const Draw& draw) {
    static constexpr std::int64_t anchors[] = {first_day, last_day - 70, 16'000, 16'485, 11'015, 0, -30'000};
    return anchors[draw(std::size(anchors))] + static_cast<std::int64_t>(draw(70));
}

inline OrderedSet draw_ordered(const Draw& draw, const Type& type) {
    const bool date = type.kind == TypeKind::date;
    OrderedSet set;
    set.low = date ? draw_day(draw) : draw_decimal(draw);
    const std::int64_t width = draw(2) == 0 ? 0 : static_cast<std::int64_t>(draw(date ? 40 : 4));
    const std::int64_t largest = date ? last_day : largest_value;
    set.high = set.low > largest - width ? largest : set.low + width;
    if (draw(8) == 0) set.low = unbounded_low;
    if (draw(8) == 0) set.high = unbounded_high;
    return set;
}

inline ChoiceSet draw_choices(const Draw& draw, std::size_t options) {
    ChoiceSet set = one_choice(options, draw(options));
    for (std::size_t more = draw(4); more > 0; --more) {
        set = std::get<ChoiceSet>(join(ValueSet{set}, ValueSet{one_choice(options, draw(options))}));
    }
    return draw(6) == 0 ? all_choices(options) : set;
}

inline TextSet draw_texts(const Draw& draw) {
    if (draw(5) == 0) return TextSet{};
    TextSet set{.any = false, .values = {}};
    for (std::size_t count = 1 + draw(5); count > 0; --count)
        set.values.push_back(std::string(1, static_cast<char>('A' + draw(12))));
    std::sort(set.values.begin(), set.values.end());
    set.values.erase(std::unique(set.values.begin(), set.values.end()), set.values.end());
    return set;
}

inline ValueSet draw_set(const Draw& draw, const Type& type, const Vocabulary& vocabulary) {
    switch (layout_of(type.kind)) {
        case Layout::truth: {
            const std::size_t which = draw(3);
            return TruthSet{.can_be_true = which != 0, .can_be_false = which != 1};
        }
        case Layout::ordered:
            return draw_ordered(draw, type);
        case Layout::choice:
            return draw_choices(draw, vocabulary.choice_type(type.choice).values.size());
        case Layout::text:
            return draw_texts(draw);
    }
    return TruthSet{};
}

inline Type draw_type(const Draw& draw) {
    static const Type types[] = {truth_type(),
                                 number_type(),
                                 visits_type(),
                                 date_type(),
                                 choice_type(ordered_choice),
                                 choice_type(plain_choice),
                                 choice_type(wide_choice),
                                 text_type(),
                                 code_type()};
    return types[draw(std::size(types))];
}

inline Scale draw_scale(const Draw& draw) {
    static constexpr Scale scales[] = {{1, 1}, {1, 1}, {1, 7}, {60, 1}, {1, 3}, {2, 5}, {1'000'000, 1}, {1, 1'000'000'000'000}};
    return scales[draw(std::size(scales))];
}

// An earlier step of a row space whose type `fits`; empty when there is none.
template <typename Fits>
std::optional<StepId> draw_step(const Draw& draw, const Plan& plan, RowSpace space, Fits fits) {
    std::vector<StepId> found;
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        if (plan.steps[index].space == space && fits(plan.steps[index].type)) found.push_back(StepId{index});
    }
    if (found.empty()) return std::nullopt;
    return found[draw(found.size())];
}

inline bool is_truth(const Type& type) {
    return type.kind == TypeKind::truth;
}
inline bool is_date(const Type& type) {
    return type.kind == TypeKind::date;
}
inline bool is_text(const Type& type) {
    return type.kind == TypeKind::text;
}
inline bool is_code_type(const Type& type) {
    return type.kind == TypeKind::code;
}
inline bool is_choice(const Type& type) {
    return type.kind == TypeKind::choice;
}
inline bool is_decimal(const Type& type) {
    return type.kind == TypeKind::number || type.kind == TypeKind::quantity;
}
inline bool is_like(const Type& type, const Type& other) {
    if (is_decimal(type)) return is_decimal(other);
    return type == other;
}

// Adds one step of the opcode over earlier steps; false when the plan has no operands for it.
inline bool add_random_step(const Draw& draw, Plan& plan, const Vocabulary& vocabulary, Op op) {
    const bool of_the_case = op == Op::fact || op == Op::assume || reduces(op);
    const RowSpace any_space{static_cast<std::uint32_t>(draw(plan.lists.size() + 1))};
    const RowSpace space = of_the_case ? case_rows : any_space;
    const auto some = [&](auto fits) { return draw_step(draw, plan, space, fits); };
    const auto like = [&](StepId step) { return *some([&](const Type& type) { return is_like(type, plan.step(step).type); }); };
    const auto several = [&](StepId first) {
        std::vector<StepId> operands{first};
        for (std::size_t more = draw(4); more > 0; --more) operands.push_back(like(first));
        return operands;
    };
    const auto add = [&](Type type, const std::vector<StepId>& operands, std::uint32_t payload = 0) {
        add_step(plan, op, type, operands, payload, space);
        return true;
    };
    // Of the elements of a list, for the steps that cross between the rows.
    const auto element = [&](auto fits) { return draw_step(draw, plan, any_space, fits); };
    const auto element_like = [&](StepId step) {
        return element([&](const Type& type) { return is_like(type, plan.step(step).type); });
    };
    switch (op) {
        case Op::constant: {
            const Type type = draw_type(draw);
            add_constant(plan, type, draw_set(draw, type, vocabulary), space);
            return true;
        }
        case Op::fact: {
            if (plan.slots.size() < vocabulary.facts.size()) add_fact(plan, draw_type(draw));
            return true;
        }
        case Op::assume: {
            if (plan.slots.empty()) return false;
            const auto slot = static_cast<std::uint32_t>(draw(plan.slots.size()));
            const Type type = plan.slots[slot].type;
            const StepId constant = add_constant(plan, type, draw_set(draw, type, vocabulary));
            return add(type, {plan.slots[slot].step, constant}, slot);
        }
        case Op::all_of:
        case Op::any_of:
        case Op::at_least: {
            const auto first = some(is_truth);
            return first && add(truth_type(), several(*first), op == Op::at_least ? static_cast<std::uint32_t>(draw(6)) : 0);
        }
        case Op::negate:
        case Op::documented: {
            const auto operand = some(is_truth);
            return operand && add(truth_type(), {*operand});
        }
        case Op::choose: {
            const auto condition = some(is_truth);
            const auto then = some([](const Type&) { return true; });
            return condition && then && add(plan.step(*then).type, {*condition, *then, like(*then)});
        }
        case Op::pick: {
            // The rows of a table divide the values of its key among them.
            const auto key = some(is_choice);
            const auto first = some([](const Type&) { return true; });
            if (!key) return false;
            const std::size_t options = vocabulary.choice_type(plan.step(*key).type.choice).values.size();
            std::vector<ChoiceSet> parts(1 + draw(4), ChoiceSet{std::vector<std::uint64_t>(words_for(options))});
            for (std::size_t option = 0; option < options; ++option)
                parts[draw(parts.size())].words[option / 64] |= std::uint64_t{1} << option % 64;
            std::vector<StepId> operands;
            for (const ChoiceSet& part : parts)
                operands.push_back(add_step(plan, Op::choice_in, truth_type(), {*key}, add_constant_set(plan, part), space));
            for (std::size_t row = 0; row < parts.size(); ++row) operands.push_back(row == 0 ? *first : like(*first));
            return add(plan.step(*first).type, operands, add_table(plan, parts.size()));
        }
        case Op::indexed: {
            const auto index = some(is_choice);
            if (!index) return false;
            const std::size_t values = vocabulary.choice_type(plan.step(*index).type.choice).values.size();
            const StepId first = *some([](const Type&) { return true; });
            std::vector<StepId> operands{*index, first};
            while (operands.size() < values + 1) operands.push_back(like(first));
            return add(plan.step(first).type, operands);
        }
        case Op::known: {
            const auto operand = some([](const Type&) { return true; });
            return operand && add(truth_type(), {*operand});
        }
        case Op::less:
        case Op::less_equal:
        case Op::equal: {
            const auto left = some([](const Type& type) { return is_decimal(type) || is_date(type); });
            if (!left) return false;
            const Scale scale = is_date(plan.step(*left).type) ? Scale{} : draw_scale(draw);
            return add(truth_type(), {*left, like(*left)}, add_scale(plan, scale));
        }
        case Op::choice_in: {
            const auto operand = some(is_choice);
            if (!operand) return false;
            const std::uint32_t set = add_constant_set(plan, draw_set(draw, plan.step(*operand).type, vocabulary));
            return add(truth_type(), {*operand}, set);
        }
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal: {
            const auto left = some([&](const Type& type) {
                return is_choice(type) && (op == Op::choice_equal || vocabulary.choice_type(type.choice).ordered);
            });
            return left && add(truth_type(), {*left, like(*left)});
        }
        case Op::text_in: {
            const auto operand = some(is_text);
            if (!operand) return false;
            return add(truth_type(), {*operand}, add_constant_set(plan, draw_texts(draw)));
        }
        case Op::text_equal: {
            const auto left = some([](const Type& type) { return is_text(type) || is_code_type(type); });
            return left && add(truth_type(), {*left, like(*left)});
        }
        case Op::code_in: {
            const auto operand = some(is_code_type);
            if (!operand) return false;
            const std::string low(1, static_cast<char>('A' + draw(12)));
            const std::string high(1, static_cast<char>(low[0] + static_cast<char>(draw(3))));
            CodeSet codes{{CodePattern::Kind::range, low, high}};
            if (draw(2) == 0)
                codes.push_back({CodePattern::Kind::prefix, std::string(1, static_cast<char>('A' + draw(12))), {}});
            plan.code_sets.push_back({std::move(codes), {}});
            return add(truth_type(), {*operand}, static_cast<std::uint32_t>(plan.code_sets.size() - 1));
        }
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::round_up: {
            const auto left = some(is_decimal);
            if (!left) return false;
            const std::uint32_t scale = add_scale(plan, draw_scale(draw));
            return add(plan.step(*left).type, {*left, like(*left)}, scale);
        }
        case Op::minus:
        case Op::convert: {
            const auto operand = some(is_decimal);
            if (!operand) return false;
            const std::uint32_t scale = op == Op::convert ? add_scale(plan, draw_scale(draw)) : 0;
            return add(number_type(), {*operand}, scale);
        }
        case Op::least:
        case Op::greatest: {
            const auto first = some([](const Type& type) { return is_decimal(type) || is_date(type); });
            return first && add(plan.step(*first).type, several(*first));
        }
        case Op::add_days:
        case Op::add_months: {
            const auto day = some(is_date);
            const auto amount = some(is_decimal);
            if (!day || !amount) return false;
            return add(date_type(), {*day, *amount}, add_scale(plan, draw_scale(draw)));
        }
        case Op::days_between:
        case Op::months_between:
        case Op::years_between: {
            const auto from = some(is_date);
            return from && add(number_type(), {*from, like(*from)});
        }
        case Op::field:
            if (space != case_rows && plan.fields.size() < vocabulary.facts.size()) add_field(plan, space, draw_type(draw));
            return true;
        case Op::broadcast: {
            const auto operand = draw_step(draw, plan, case_rows, [](const Type&) { return true; });
            return space != case_rows && operand && add(plan.step(*operand).type, {*operand});
        }
        case Op::some_in:
        case Op::every_in:
        case Op::count_in: {
            const auto truth = element(is_truth);
            if (any_space == case_rows || !truth) return false;
            return add(op == Op::count_in ? number_type() : truth_type(), {*truth});
        }
        case Op::sum_in: {
            const auto wanted = element(is_truth);
            const auto value = element(is_decimal);
            return any_space != case_rows && wanted && value && add(plan.step(*value).type, {*wanted, *value});
        }
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in: {
            const auto is_ordered = [](const Type& type) { return is_decimal(type) || is_date(type); };
            const auto wanted = element(is_truth);
            const auto key = element(is_ordered);
            const auto otherwise = some([&](const Type& type) { return op == Op::latest_in || is_ordered(type); });
            if (any_space == case_rows || !wanted || !key || !otherwise) return false;
            const auto value = element_like(*otherwise);
            if (!value) return false;
            if (op != Op::latest_in) return add(plan.step(*value).type, {*wanted, *value, *otherwise});
            return add(plan.step(*value).type, {*wanted, *key, *value, *otherwise});
        }
    }
    return false;
}

inline Plan draw_plan(const Draw& draw, const Vocabulary& vocabulary, std::size_t most_steps) {
    Plan plan;
    for (std::size_t fact = 2 + draw(8); fact > 0; --fact) add_fact(plan, draw_type(draw));
    for (std::size_t list = draw(3); list > 0; --list) {
        const RowSpace space = add_list(plan);
        add_field(plan, space, truth_type());
        for (std::size_t field = draw(5); field > 0; --field) add_field(plan, space, draw_type(draw));
    }
    for (std::size_t step = draw(most_steps); step > 0; --step) {
        add_random_step(draw, plan, vocabulary, static_cast<Op>(draw(opcode_count)));
    }
    return plan;
}

inline FactRow draw_row(const Draw& draw, const Plan& plan, const Vocabulary& vocabulary) {
    FactRow row;
    for (const FactSlot& slot : plan.slots) row.push_back({draw_set(draw, slot.type, vocabulary), draw(4) == 0});
    for (std::size_t list = 0; list < plan.lists.size(); ++list) {
        ListCell& cell = row.lists.emplace_back();
        cell.open = draw(4) == 0;
        cell.elements.resize(draw(3) == 0 ? 0 : draw(5));
        for (std::vector<ValueSet>& element : cell.elements) {
            for (const FieldSlot& field : plan.fields) element.push_back(draw_set(draw, field.type, vocabulary));
        }
    }
    return row;
}

// One row's facts as columns of one row.
inline FactColumns columns_of_row(const Plan& plan, const Vocabulary& vocabulary, const FactRow& row) {
    return make_columns(plan, vocabulary, {row});
}

// The first step and row in which a block and single rows differ, in words; empty when all agree.
inline std::string block_difference(const Plan& plan, const Vocabulary& vocabulary, const std::vector<FactRow>& rows,
                                    std::size_t strip) {
    const FactColumns facts = make_columns(plan, vocabulary, rows);
    Values block(plan, vocabulary, strip);
    Values single(plan, vocabulary, 1);
    for (std::size_t first = 0; first < rows.size(); first += strip) {
        const std::size_t count = std::min(strip, rows.size() - first);
        evaluate(plan, facts, first, count, block);
        for (std::size_t row = 0; row < count; ++row) {
            const FactColumns one = columns_of_row(plan, vocabulary, rows[first + row]);
            evaluate(plan, one, 0, 1, single);
            for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
                const StepId step{index};
                const RowSpace space = plan.step(step).space;
                const Elements in_block = space == case_rows ? Elements{row, row + 1, false} : block.elements(space, row);
                const Elements alone = space == case_rows ? Elements{0, 1, false} : single.elements(space, 0);
                bool same = in_block.end - in_block.begin == alone.end - alone.begin && in_block.open == alone.open;
                for (std::size_t at = 0; same && at < alone.end; ++at) {
                    same = block.at(step, in_block.begin + at) == single.at(step, at) &&
                           block.is_error(step, in_block.begin + at) == single.is_error(step, at);
                }
                if (same) continue;
                return std::string(name_of(plan.step(step).op)) + " %" + std::to_string(index) + " row " +
                       std::to_string(first + row);
            }
        }
    }
    return {};
}

}  // namespace warrant::tiny
