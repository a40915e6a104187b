// Why a truth is yes, no or unknown: the operands that decided it, by the pruning of language.md section 10. It walks the plan
// and reads values; comparisons are put into words in comparison.cpp.
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant {

namespace {

Reason leaf_of_fact(const PlanView& view, StepId step) {
    Reason reason;
    reason.kind = Reason::Kind::fact;
    reason.fact = view_slot(view, step);
    reason.text = reason.fact->label;
    // `known` and `documented` ask of facts that are no truths.
    const bool truth = view.plan.step(step).type.kind == TypeKind::truth;
    reason.value = truth ? std::string(words_of(truth_of(view, step))) : reason.fact->value;
    return reason;
}

// A yes-or-no field of the latest element: which it is.
Reason leaf_of_list(const PlanView& view, StepId step) {
    Reason reason = leaf_of_fact(view, step);
    reason.value = words_of(truth_of(view, step));
    reason.children = elements_taken(view, step);
    return reason;
}

Reason group(Reason::Kind kind, std::string text, Truth truth, std::vector<Reason> children) {
    Reason reason;
    reason.kind = kind;
    reason.text = std::move(text);
    reason.value = words_of(truth);
    reason.children = std::move(children);
    return reason;
}

std::vector<StepId> operands_with(const PlanView& view, const Step& step, Truth wanted) {
    std::vector<StepId> chosen;
    for (const StepId operand : operands_of(view, step)) {
        if (truth_of(view, operand) == wanted) chosen.push_back(operand);
    }
    return chosen;
}

// An operand of `any of` that is itself several conditions stays together under a heading.
void explain_as_one(const PlanView& view, StepId operand, bool negated, std::vector<Reason>& reasons) {
    std::vector<Reason> inner;
    explain(view, operand, negated, inner);
    const bool several = inner.size() > 1;
    if (!several) {
        for (Reason& reason : inner) reasons.push_back(std::move(reason));
        return;
    }
    reasons.push_back(
        group(Reason::Kind::connective, negated ? "not all of:" : "all of:", truth_of(view, operand), std::move(inner)));
}

// A true `and` keeps all, a false one its false operands, an unknown one its unknown operands.
void explain_all(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Truth truth = truth_of(view, id);
    for (const StepId operand : operands_with(view, view.plan.step(id), truth)) explain(view, operand, negated, reasons);
}

void explain_any(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Truth truth = truth_of(view, id);
    std::vector<Reason> inner;
    for (const StepId operand : operands_with(view, view.plan.step(id), truth)) explain_as_one(view, operand, negated, inner);
    if (truth == Truth::yes || inner.size() == 1) {
        for (Reason& reason : inner) reasons.push_back(std::move(reason));
        return;
    }
    const bool none = truth == Truth::no || negated;
    reasons.push_back(group(Reason::Kind::connective, none ? "none of:" : "any one of:", truth, std::move(inner)));
}

void explain_at_least(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    const Truth truth = truth_of(view, id);
    const std::size_t surely = operands_with(view, step, Truth::yes).size();
    std::vector<Reason> inner;
    for (const StepId operand : operands_with(view, step, truth)) explain_as_one(view, operand, negated, inner);
    const std::string needed = fmt::format("at least {} of {}", step.payload, step.operand_count);
    std::string heading;
    switch (truth) {
        case Truth::yes:
            heading = fmt::format("{}; these hold:", needed);
            break;
        case Truth::no:
            heading = fmt::format("{}; these do not hold:", needed);
            break;
        case Truth::unknown:
            heading = fmt::format("{}; {} surely hold{}, these are open:", needed, surely, surely == 1 ? "s" : "");
            break;
    }
    reasons.push_back(group(Reason::Kind::connective, std::move(heading), truth, std::move(inner)));
}

// Its condition and the branch taken; both branches while the condition is open.
void explain_choice(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    const StepId condition = view.plan.operand(step, 0);
    const Truth which = truth_of(view, condition);
    std::vector<Reason> why;
    explain(view, condition, false, why);
    reasons.push_back(
        group(Reason::Kind::other, which == Truth::unknown ? "this depends on:" : "because:", which, std::move(why)));
    for (const Truth branch : {Truth::yes, Truth::no}) {
        if (which != Truth::unknown && which != branch) continue;
        const StepId taken = view.plan.operand(step, branch == Truth::yes ? 1 : 2);
        std::vector<Reason> inner;
        explain(view, taken, negated, inner);
        const std::string_view heading = which != Truth::unknown ? "then:" : branch == Truth::yes ? "if so:" : "if not:";
        reasons.push_back(group(Reason::Kind::other, std::string(heading), truth_of(view, taken), std::move(inner)));
    }
}

// What the choice rests on, and each value that it leaves open.
void explain_indexed(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    std::vector<Reason> why;
    for (const StepId fact : facts_read(view, view.plan.operand(step, 0))) why.push_back(leaf_of_fact(view, fact));
    reasons.push_back(group(Reason::Kind::other, "this depends on:", Truth::unknown, std::move(why)));
    for (const StepId value : open_values(view, step)) explain(view, value, negated, reasons);
}

void explain_record_question(const PlanView& view, StepId id, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    const StepId operand = view.plan.operand(step, 0);
    const Truth truth = truth_of(view, id);
    std::vector<Reason> inner;
    if (view.plan.step(operand).type.kind == TypeKind::truth) {
        explain(view, operand, false, inner);
    } else {
        for (const StepId fact : facts_read(view, operand)) inner.push_back(leaf_of_fact(view, fact));
    }
    const std::string_view what = step.op == Op::documented ? "documented" : "known exactly";
    const std::string_view heading = truth == Truth::no ? "not " : "";
    reasons.push_back(group(Reason::Kind::other, fmt::format("{}{} on this record:", heading, what), truth, std::move(inner)));
}

// A table of yes and no: its row, and the facts that it was looked up by.
void explain_look_up(const PlanView& view, StepId id, std::vector<Reason>& reasons) {
    Reason reason = explain_table(view, id);
    for (const StepId fact : facts_read(view, id)) reason.children.push_back(leaf_of_fact(view, fact));
    reasons.push_back(std::move(reason));
}

// By the operator alone, whatever the step is called.
void explain_operator(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    if (is_comparison(step.op)) {
        reasons.push_back(explain_comparison(view, id, negated));
        return;
    }
    switch (step.op) {
        case Op::fact:
        case Op::assume:
        case Op::field:
            reasons.push_back(leaf_of_fact(view, id));
            return;
        case Op::all_of:
            explain_all(view, id, negated, reasons);
            return;
        case Op::any_of:
            explain_any(view, id, negated, reasons);
            return;
        case Op::at_least:
            explain_at_least(view, id, negated, reasons);
            return;
        case Op::negate:
            explain(view, view.plan.operand(step, 0), !negated, reasons);
            return;
        case Op::choose:
            explain_choice(view, id, negated, reasons);
            return;
        case Op::pick:
            explain_look_up(view, id, reasons);
            return;
        case Op::indexed:
            explain_indexed(view, id, negated, reasons);
            return;
        case Op::documented:
        case Op::known:
            explain_record_question(view, id, reasons);
            return;
        case Op::broadcast:
            explain(view, view.plan.operand(step, 0), negated, reasons);
            return;
        case Op::some_in:
        case Op::every_in:
            explain_elements(view, id, negated, reasons);
            return;
        case Op::latest_in:
            reasons.push_back(leaf_of_list(view, id));
            return;
        case Op::constant:
            reasons.push_back(group(Reason::Kind::other, "as the guideline itself fixes it", truth_of(view, id), {}));
            return;
        // Comparisons are handled above; the others are never truths.
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
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
            return;
    }
}

}  // namespace

// A defined word is named with what it comes to itself, so that no `not` reaches into it.
void explain(const PlanView& view, StepId whole, bool negated, std::vector<Reason>& reasons) {
    const StepId id = taken(view, whole);
    const DefinitionPlan* definition = definition_of(view, id);
    if (definition == nullptr) return explain_operator(view, id, negated, reasons);
    Reason reason = name_definition(view, *definition);
    explain_operator(view, id, false, reason.children);
    reasons.push_back(std::move(reason));
}

}  // namespace warrant
