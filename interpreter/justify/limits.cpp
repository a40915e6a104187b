// Limits as people read them: what is asked beside what the guideline allows, in the guideline's unit, with the exceptions that
// were tried.
#include "interpreter/check/print_value.hpp"
#include "interpreter/find/finding.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

std::string limit_status(PartStatus status) {
    switch (status) {
        case PartStatus::not_applicable:
            return "does not apply";
        case PartStatus::met:
        case PartStatus::excepted:
            return "within";
        case PartStatus::not_met:
            return "over";
        case PartStatus::unknown:
            break;
    }
    return "unknown";
}

bool is_no_limit(const OrderedSet& cap) {
    return cap.low == unbounded_high;
}

std::string cap_words(const PlanView& view, StepId cap) {
    const auto value = std::get<OrderedSet>(set_of(view, cap));
    const Type& type = view.plan.step(cap).type;
    if (is_no_limit(value)) return "no limit";
    if (value.low == unbounded_low || (value.low == 0 && value.high == unbounded_high)) return "not settled";
    if (value.high == unbounded_high) return print_ordered(view.vocabulary, type, value.low) + " to no limit";
    return print_set(view.vocabulary, type, value);
}

// The exception that replaces the cap: the first that surely holds after others that surely do not. Null: the cap as written,
// or open.
const ExceptionPlan* holding_exception(const PlanView& view, const LimitPlan& limit) {
    for (const ExceptionPlan& exception : limit.exceptions) {
        const Truth truth = truth_of(view, exception.when);
        if (truth == Truth::yes) return &exception;
        if (truth == Truth::unknown) return nullptr;
    }
    return nullptr;
}

// `4 weeks - 2 weeks = 2 weeks`; a cap below zero allows nothing.
std::string worked_cap(const PlanView& view, StepId cap) {
    const auto value = std::get<OrderedSet>(set_of(view, cap));
    if (is_no_limit(value)) return "no limit";
    std::string text = print_worked(view, cap);
    if (value.high < 0) text += ", so " + print_ordered(view.vocabulary, view.plan.step(cap).type, 0);
    return text;
}

Reason leaf_of(FactView fact) {
    Reason reason;
    reason.kind = Reason::Kind::fact;
    reason.text = fact.label;
    reason.value = fact.value;
    reason.fact = std::move(fact);
    return reason;
}

Reason measured(const PlanView& view, const PartView& part, StepId asked, StepId cap, Truth within) {
    Reason reason;
    reason.kind = Reason::Kind::comparison;
    reason.value = words_of(within);
    reason.spoken = true;
    reason.error_text = error_of(view, cap);
    const std::string allowed = worked_cap(view, cap);
    switch (within) {
        case Truth::yes:
            reason.text = allowed == "no limit" ? part.asked + " asked, no limit" : part.asked + " asked, within " + allowed;
            break;
        case Truth::no:
            reason.text = part.asked + " asked, over " + allowed;
            break;
        case Truth::unknown:
            reason.text = part.asked + " asked, not settled whether within " + allowed;
            break;
    }
    // Of a quantity that is not documented the line before says so.
    if (view_slot(view, asked).anything) reason.text = allowed == "no limit" ? allowed : "the limit is " + allowed;
    for (const StepId root : {asked, cap}) {
        for (const StepId fact : facts_read(view, root)) {
            if (root != asked || !view_slot(view, fact).anything) reason.children.push_back(leaf_of(view_slot(view, fact)));
        }
        for (const DefinitionPlan* definition : definitions_read(view, root))
            reason.children.push_back(name_definition(view, *definition));
        for (const StepId look_up : tables_read(view, root)) reason.children.push_back(explain_table(view, look_up));
    }
    return reason;
}

Truth truth_of(PartStatus status) {
    if (status == PartStatus::unknown) return Truth::unknown;
    return status == PartStatus::not_met ? Truth::no : Truth::yes;
}

// The cap's own arithmetic where an exception or `applies when` leaves it open.
Reason open_cap(const PlanView& view, const LimitPlan& limit, const PartView& part) {
    Reason reason = measured(view, part, view.plan.quantities[limit.quantity].asked, limit.base, Truth::unknown);
    const bool documented = !view_slot(view, view.plan.quantities[limit.quantity].asked).anything;
    reason.text = (documented ? part.asked + " asked, the limit is " : "the limit is ") + worked_cap(view, limit.base);
    if (limit.applies.valid() && truth_of(view, limit.applies) == Truth::unknown) reason.text += " if it applies";
    if (!limit.exceptions.empty()) reason.text += " unless an exception holds";
    return reason;
}

// The exceptions that bear on the status: the one that holds, else those that were tried in vain or are open. Where the limit
// is kept whichever of the open ones hold, those that hold too.
void explain_exceptions(const PlanView& view, const LimitPlan& limit, PartView& part) {
    const ExceptionPlan* holding = holding_exception(view, limit);
    if (holding != nullptr) {
        part.excepted_by = holding->label;
        explain_exception(view, *holding, part);
        return;
    }
    for (const ExceptionPlan& exception : limit.exceptions) {
        if (part.status != PartStatus::met || truth_of(view, exception.when) == Truth::yes)
            explain_exception(view, exception, part);
    }
}

// Whether `applies when` or an exception leaves open which cap counts.
bool is_open(const PlanView& view, const LimitPlan& limit) {
    if (limit.applies.valid() && truth_of(view, limit.applies) == Truth::unknown) return true;
    if (holding_exception(view, limit) != nullptr) return false;
    return std::any_of(limit.exceptions.begin(), limit.exceptions.end(),
                       [&](const ExceptionPlan& exception) { return truth_of(view, exception.when) == Truth::unknown; });
}

// The look-ups of a cap that the guideline leaves open, with the facts that they were made by.
void explain_silence(const PlanView& view, const LimitPlan& limit, PartView& part) {
    for (const StepId look_up : tables_read(view, limit.silent)) {
        part.reasons.push_back(explain_table(view, look_up));
        for (const StepId fact : facts_read(view, look_up))
            part.reasons.back().children.push_back(leaf_of(view_slot(view, fact)));
    }
}

void explain_limit(const PlanView& view, const LimitPlan& limit, const FactView& asked, PartView& part) {
    if (limit.applies.valid() && truth_of(view, limit.applies) == Truth::unknown) {
        part.reasons.push_back(heading_with(view, "it applies if:", limit.applies));
    }
    explain_exceptions(view, limit, part);
    if (asked.anything) part.reasons.push_back(leaf_of(asked));
    if (part.status == PartStatus::unknown && is_open(view, limit)) {
        part.reasons.push_back(open_cap(view, limit, part));
        return;
    }
    // Kept by an exception that holds behind one that is open: whatever the cap comes to.
    const bool any_holds = std::any_of(limit.exceptions.begin(), limit.exceptions.end(), [&](const ExceptionPlan& exception) {
        return truth_of(view, exception.when) == Truth::yes;
    });
    if (any_holds && is_open(view, limit)) {
        part.reasons.push_back(
            measured(view, part, view.plan.quantities[limit.quantity].asked, limit.cap, truth_of(part.status)));
        part.reasons.back().text = part.asked + " asked, " + (part.cap == "no limit" ? part.cap : "within " + part.cap);
        return;
    }
    const ExceptionPlan* holding = holding_exception(view, limit);
    const StepId cap = holding != nullptr ? holding->cap : limit.base;
    part.reasons.push_back(measured(view, part, view.plan.quantities[limit.quantity].asked, cap, truth_of(part.status)));
}

}  // namespace

PartView view_limit(const PlanView& view, const LimitPlan& limit) {
    const StepId asked = view.plan.quantities[limit.quantity].asked;
    PartView part;
    part.kind = PartView::Kind::limit;
    part.id = limit.id;
    part.label = limit.label;
    describe_source(part, limit.source);
    part.reads = paths_read(view, {asked, limit.cap});
    part.status = status_of(limit, view.plan, view.values, 0);
    if (limit.applies.valid() && truth_of(view, limit.applies) == Truth::no) part.status = PartStatus::not_applicable;
    part.status_text = is_silent(view, limit.silent) ? "not addressed" : limit_status(part.status);
    const FactView asked_fact = view_slot(view, asked);
    const auto asked_value = std::get<OrderedSet>(set_of(view, asked));
    const Type& cap_type = view.plan.step(limit.cap).type;
    part.asked = asked_fact.anything ? asked_fact.value
                                     : print_quantity(view.vocabulary, view.plan.step(asked).type, asked_value, cap_type);
    part.cap = cap_words(view, limit.cap);
    if (part.status == PartStatus::not_applicable) {
        part.reasons.push_back(heading_with(view, "it would apply if:", limit.applies));
    } else if (is_silent(view, limit.silent)) {
        explain_silence(view, limit, part);
    } else {
        explain_limit(view, limit, asked_fact, part);
    }
    if (part.status == PartStatus::not_met || part.status == PartStatus::unknown) part.to_meet = to_meet_limit(view, limit);
    return part;
}

}  // namespace warrant
