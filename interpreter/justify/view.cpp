// Small questions that the room asks of a plan's values: is it settled, is it an error and why, which fact is it. No words of
// parts or findings.
#include "interpreter/justify/view.hpp"

#include <utility>

namespace warrant {

namespace {

std::size_t row_of(const PlanView& view, StepId step) {
    return view.plan.step(step).space == case_rows ? 0 : view.element;
}

// What an operation runs into when it has no value. Only a few can; the others merely read such a value.
std::string_view mistake_of(Op op) {
    switch (op) {
        case Op::divide:
            return "division by zero";
        case Op::round_up:
            return "rounding up to a step that is not above zero";
        case Op::add_days:
        case Op::add_months:
            return "a date outside the calendar";
        case Op::add:
        case Op::subtract:
        case Op::minus:
        case Op::multiply:
        case Op::convert:
        case Op::sum_in:
            return "a number too large";
        case Op::constant:
        case Op::fact:
        case Op::assume:
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
        case Op::choose:
        case Op::pick:
        case Op::documented:
        case Op::known:
        case Op::indexed:
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::choice_in:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_in:
        case Op::code_in:
        case Op::text_equal:
        case Op::least:
        case Op::greatest:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
        case Op::field:
        case Op::broadcast:
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            return "a value that cannot be computed";
    }
    return {};
}
}  // namespace

PlanView at_element(const PlanView& view, std::size_t element) {
    return {view.plan, view.values, view.record, view.request, view.vocabulary, element};
}

Truth truth_of(const PlanView& view, StepId step) {
    if (bit(view.values.surely_true(step), row_of(view, step))) return Truth::yes;
    return bit(view.values.surely_false(step), row_of(view, step)) ? Truth::no : Truth::unknown;
}

std::string_view words_of(Truth truth) {
    switch (truth) {
        case Truth::yes:
            return "yes";
        case Truth::no:
            return "no";
        case Truth::unknown:
            break;
    }
    return "unknown";
}

ValueSet set_of(const PlanView& view, StepId step) {
    return view.values.at(step, row_of(view, step));
}

bool is_error(const PlanView& view, StepId step) {
    return view.values.is_error(step, row_of(view, step));
}

bool is_settled(const PlanView& view, StepId step) {
    return !is_error(view, step) && is_single(set_of(view, step));
}

std::vector<StepId> operands_of(const PlanView& view, const Step& step) {
    std::vector<StepId> operands;
    for (std::uint32_t number = 0; number < step.operand_count; ++number) operands.push_back(view.plan.operand(step, number));
    return operands;
}

const FactSlot* slot_of(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    if (step.op != Op::fact && step.op != Op::assume) return nullptr;
    return &view.plan.slots[step.payload];
}

bool is_stated(Op op) {
    return op == Op::fact || op == Op::assume || op == Op::field;
}

FactId fact_of(const PlanView& view, StepId id) {
    if (const FactSlot* slot = slot_of(view, id)) return slot->fact;
    const Step& step = view.plan.step(id);
    return view.plan.list(step.op == Op::field ? step.space : view.plan.list_under(step)).fact;
}

std::optional<PlanView> where_it_errs(const PlanView& view, const Step& reader, StepId operand) {
    const RowSpace space = view.plan.step(operand).space;
    if (space == case_rows || space == reader.space) {
        if (is_error(view, operand)) return view;
        return std::nullopt;
    }
    const Elements elements = view.values.elements(space, 0);
    for (std::size_t element = elements.begin; element < elements.end; ++element) {
        if (view.values.is_error(operand, element)) return at_element(view, element);
    }
    return std::nullopt;
}

bool is_assumed(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    if (step.op != Op::assume) return false;
    const FactId fact = view.plan.slots[step.payload].fact;
    return resolve(view.record, view.request, fact, view.vocabulary).state == FactState::absent;
}

std::vector<StepId> open_values(const PlanView& view, const Step& indexed) {
    const auto choices = std::get<ChoiceSet>(set_of(view, view.plan.operand(indexed, 0)));
    std::vector<StepId> open;
    for (std::uint32_t value = 0; value + 1 < indexed.operand_count; ++value) {
        if (contains(choices, value)) open.push_back(view.plan.operand(indexed, value + 1));
    }
    return open;
}

StepId taken(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    if (step.op != Op::indexed) return id;
    const std::vector<StepId> open = open_values(view, step);
    return open.size() == 1 ? taken(view, open.front()) : id;
}

std::string error_of(const PlanView& view, StepId id) {
    if (!is_error(view, id)) return {};
    const Step& step = view.plan.step(id);
    for (const StepId operand : operands_of(view, step)) {
        if (const auto at = where_it_errs(view, step, operand)) return error_of(*at, operand);
    }
    const bool overflow = step.op == Op::divide && set_of(view, view.plan.operand(step, 1)) != ValueSet(OrderedSet{0, 0});
    return std::string(overflow ? "a number too large" : mistake_of(step.op)) + " in " + print_formula(view, id);
}

}  // namespace warrant
