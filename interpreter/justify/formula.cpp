// Arithmetic as a person would write it beside the rule: the expression with the record's values in place of the facts, and
// what it comes to. It computes nothing: every value is that of the step.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

// How tightly an operation binds; an operand that binds looser than its place needs parentheses.
enum class Level { range, sum, product, atom };

struct Formula {
    std::string text;
    Level level = Level::atom;
};

Formula formula(const PlanView& view, StepId id);

std::string at_level(const Formula& part, Level level) {
    return part.level < level ? "(" + part.text + ")" : part.text;
}

std::string operand_text(const PlanView& view, const Step& step, std::uint32_t number, Level level) {
    return at_level(formula(view, view.plan.operand(step, number)), level);
}

Formula infix(const PlanView& view, const Step& step, std::string_view sign, Level level) {
    // The right operand of a subtraction or division must bind tighter; parentheses there never mislead.
    const Level right = level == Level::sum ? Level::product : Level::atom;
    return {operand_text(view, step, 0, level) + " " + std::string(sign) + " " + operand_text(view, step, 1, right), level};
}

// `2015-02-19 - 2 years` is kept as adding a negative.
Formula calendar_sum(const PlanView& view, const Step& step) {
    const StepId amount = view.plan.operand(step, 1);
    const Step& amount_step = view.plan.step(amount);
    if (amount_step.op == Op::minus) {
        return {operand_text(view, step, 0, Level::sum) + " - " + operand_text(view, amount_step, 0, Level::product),
                Level::sum};
    }
    const auto* value = std::get_if<OrderedSet>(&view.plan.constants[amount_step.payload]);
    if (amount_step.op == Op::constant && value != nullptr && value->high < 0 && value->low == value->high) {
        return {operand_text(view, step, 0, Level::sum) + " - " + print_ordered(view.vocabulary, amount_step.type, -value->low),
                Level::sum};
    }
    return infix(view, step, "+", Level::sum);
}

Formula listed(const PlanView& view, const Step& step, std::string_view head) {
    std::string text = std::string(head) + " (";
    for (std::uint32_t number = 0; number < step.operand_count; ++number) {
        text += (number == 0 ? "" : ", ") + formula(view, view.plan.operand(step, number)).text;
    }
    return {text + ")", Level::atom};
}

Formula between(const PlanView& view, const Step& step, std::string_view unit) {
    return {std::string(unit) + " between " + operand_text(view, step, 0, Level::product) + " and " +
                operand_text(view, step, 1, Level::product),
            Level::sum};
}

Formula value_formula(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    const ValueSet value = set_of(view, id);
    const std::string text = print_set(view.vocabulary, step.type, value);
    return {text, is_single(value) || text.find(' ') == std::string::npos ? Level::atom : Level::range};
}

Formula fact_formula(const PlanView& view, StepId id) {
    const FactView fact = view_slot(view, id);
    if (fact.anything) return {fact.label, Level::atom};
    // `2013-06` is one word; `3 to 5 weeks` is not.
    return {fact.value, fact.known || fact.value.find(' ') == std::string::npos ? Level::atom : Level::range};
}

// What the table gave; a table that gave nothing yet, or is silent, stands by its label.
Formula look_up_formula(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    if (!is_anything(view.vocabulary, step.type, true, set_of(view, id))) return value_formula(view, id);
    return {"what " + look_up_label(view, id) + " gives", Level::range};
}

// Only the branch that was taken; both stand behind a value when the condition is open.
Formula chosen(const PlanView& view, StepId id, const Step& step) {
    switch (truth_of(view, view.plan.operand(step, 0))) {
        case Truth::yes:
            return formula(view, view.plan.operand(step, 1));
        case Truth::no:
            return formula(view, view.plan.operand(step, 2));
        case Truth::unknown:
            break;
    }
    return value_formula(view, id);
}

Formula of_list(const PlanView& view, StepId id, std::string_view what) {
    return {std::string(what) + " " + view.vocabulary.fact(fact_of(view, id)).label, Level::atom};
}

Formula formula(const PlanView& view, StepId whole) {
    const StepId id = taken(view, whole);
    const Step& step = view.plan.step(id);
    switch (step.op) {
        case Op::fact:
        case Op::assume:
        case Op::field:
            return fact_formula(view, id);
        case Op::broadcast:
            return formula(view, view.plan.operand(step, 0));
        case Op::count_in:
            return of_list(view, id, "count of");
        case Op::sum_in:
            return of_list(view, id, "sum over");
        case Op::least_in:
            return of_list(view, id, "least of");
        case Op::greatest_in:
            return of_list(view, id, "greatest of");
        case Op::latest_in:
            return of_list(view, id, "latest of");
        case Op::add:
            return infix(view, step, "+", Level::sum);
        case Op::subtract:
            return infix(view, step, "-", Level::sum);
        case Op::multiply:
            return infix(view, step, "*", Level::product);
        case Op::divide:
            return infix(view, step, "/", Level::product);
        case Op::minus:
            return {"-" + operand_text(view, step, 0, Level::atom), Level::product};
        case Op::convert:
            return formula(view, view.plan.operand(step, 0));
        case Op::round_up:
            return {operand_text(view, step, 0, Level::atom) + " rounded up to " + operand_text(view, step, 1, Level::atom),
                    Level::product};
        case Op::least:
            return listed(view, step, "least of");
        case Op::greatest:
            return listed(view, step, "greatest of");
        case Op::add_days:
        case Op::add_months:
            return calendar_sum(view, step);
        case Op::days_between:
            return between(view, step, "days");
        case Op::months_between:
            return between(view, step, "months");
        case Op::years_between:
            return between(view, step, "years");
        case Op::choose:
            return chosen(view, id, step);
        case Op::indexed:  // several values are open
        case Op::pick:
            return look_up_formula(view, id);
        case Op::constant:
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
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
        case Op::code_in:
        case Op::text_equal:
        case Op::some_in:
        case Op::every_in:
            break;
    }
    return value_formula(view, id);
}

// A look-up stands by what it gave; its row is told beside.
bool is_leaf(Op op) {
    return op == Op::constant || op == Op::pick || is_stated(op);
}

// What a step depends on, while it is gathered.
struct Reading {
    const PlanView& view;
    std::vector<bool> seen;
    std::vector<StepId> facts;
};

void name_list(Reading& reading, StepId id) {
    const FactId list = fact_of(reading.view, id);
    const bool named = std::any_of(reading.facts.begin(), reading.facts.end(),
                                   [&](StepId other) { return fact_of(reading.view, other) == list; });
    if (!named) reading.facts.push_back(id);
}

void collect_facts(Reading& reading, StepId id, bool elements_in_view);

// Values that surely do not stand for the choice have no part in it, nor what a single one was chosen by.
void collect_indexed(Reading& reading, const Step& indexed, bool elements_in_view) {
    const std::vector<StepId> open = open_values(reading.view, indexed);
    if (open.size() > 1) collect_facts(reading, reading.view.plan.operand(indexed, 0), elements_in_view);
    for (const StepId value : open) collect_facts(reading, value, elements_in_view);
}

// `elements_in_view`: it is looked at for one element, so that fields are named; else the list was.
void collect_facts(Reading& reading, StepId id, bool elements_in_view) {
    if (reading.seen[id.index]) return;
    reading.seen[id.index] = true;
    const Step& step = reading.view.plan.step(id);
    if (is_stated(step.op)) {
        if (step.op != Op::field || elements_in_view) reading.facts.push_back(id);
        return;
    }
    if (step.op == Op::indexed && (step.space == case_rows || elements_in_view)) {
        return collect_indexed(reading, step, elements_in_view);
    }
    if (reduces(step.op)) name_list(reading, id);
    for (const StepId operand : operands_of(reading.view, step)) {
        collect_facts(reading, operand, elements_in_view && !reduces(step.op));
    }
}

}  // namespace

std::string print_formula(const PlanView& view, StepId step) {
    return formula(view, step).text;
}

bool is_compound(const PlanView& view, StepId whole) {
    const StepId id = taken(view, whole);
    const Step& step = view.plan.step(id);
    if (step.op == Op::convert || step.op == Op::broadcast) return is_compound(view, view.plan.operand(step, 0));
    if (step.op == Op::indexed) return false;  // what several values allow, in one range
    if (step.op == Op::choose) {
        const Truth truth = truth_of(view, view.plan.operand(step, 0));
        return truth != Truth::unknown && is_compound(view, view.plan.operand(step, truth == Truth::yes ? 1 : 2));
    }
    return !is_leaf(step.op);
}

std::string print_worked(const PlanView& view, StepId id) {
    const std::string text = print_formula(view, id);
    const Step& step = view.plan.step(id);
    if (!is_compound(view, id) || is_error(view, id)) return text;
    const ValueSet value = set_of(view, id);
    if (is_anything(view.vocabulary, step.type, true, value) || is_anything(view.vocabulary, step.type, false, value))
        return text;
    return text + " = " + print_set(view.vocabulary, step.type, value);
}

std::vector<StepId> facts_read(const PlanView& view, StepId step) {
    Reading reading{view, std::vector<bool>(view.plan.steps.size(), false), {}};
    collect_facts(reading, step, true);
    return std::move(reading.facts);
}

std::string print_quantity(const Vocabulary& vocabulary, const Type& from, const OrderedSet& value, const Type& wanted) {
    const auto ratio = unit_ratio(vocabulary, from, wanted);
    if (!ratio) return print_set(vocabulary, from, value);
    OrderedSet converted = value;
    bool exact = true;
    for (std::int64_t* end : {&converted.low, &converted.high}) {
        if (*end == unbounded_low || *end == unbounded_high) continue;
        bool end_exact = false;
        const auto scaled = scale_micro(*end, ratio->numerator, ratio->denominator, &end_exact);
        if (!scaled || !end_exact) exact = false;
        if (scaled) *end = *scaled;
    }
    return exact ? print_set(vocabulary, wanted, converted) : print_set(vocabulary, from, value);
}

bool is_anything(const Vocabulary& vocabulary, const Type& type, bool is_signed, const ValueSet& set) {
    return set == full_set(vocabulary, type, is_signed);
}

}  // namespace warrant
