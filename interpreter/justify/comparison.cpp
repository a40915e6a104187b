// One comparison as a sentence of arithmetic: the relation that holds on the record, the record's fact first where the other
// side is fixed by the guideline. An open comparison says that it is not settled.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

enum class Relation { less, less_equal, greater, greater_equal, equal, not_equal };

std::string_view sign_of(Relation relation) {
    switch (relation) {
        case Relation::less:
            return "<";
        case Relation::less_equal:
            return "<=";
        case Relation::greater:
            return ">";
        case Relation::greater_equal:
            return ">=";
        case Relation::equal:
            return "=";
        case Relation::not_equal:
            break;
    }
    return "!=";
}

Relation opposite(Relation relation) {
    switch (relation) {
        case Relation::less:
            return Relation::greater_equal;
        case Relation::less_equal:
            return Relation::greater;
        case Relation::greater:
            return Relation::less_equal;
        case Relation::greater_equal:
            return Relation::less;
        case Relation::equal:
            return Relation::not_equal;
        case Relation::not_equal:
            break;
    }
    return Relation::equal;
}

Relation swapped(Relation relation) {
    switch (relation) {
        case Relation::less:
            return Relation::greater;
        case Relation::less_equal:
            return Relation::greater_equal;
        case Relation::greater:
            return Relation::less;
        case Relation::greater_equal:
            return Relation::less_equal;
        case Relation::equal:
        case Relation::not_equal:
            break;
    }
    return relation;
}

// The relation of a two-sided comparison; membership in a fixed set counts as equality with it.
Relation relation_of(Op op) {
    if (op == Op::less || op == Op::choice_less) return Relation::less;
    if (op == Op::less_equal || op == Op::choice_less_equal) return Relation::less_equal;
    return Relation::equal;
}

// The record's own value, whose label stands for it.
bool names_itself(const PlanView& view, StepId step) {
    const Step& side = view.plan.step(step);
    return is_stated(side.op) || (side.op == Op::broadcast && names_itself(view, view.plan.operand(side, 0)));
}

bool is_membership(Op op) {
    return op == Op::choice_in || op == Op::text_in || op == Op::code_in;
}

struct Sides {
    StepId left;
    StepId right;
    Relation relation;
};

// The side that the record fills stands left; arithmetic stands right, where its result ends the line.
Sides sides_of(const PlanView& view, const Step& step) {
    Sides sides{taken(view, view.plan.operand(step, 0)), taken(view, view.plan.operand(step, 1)), relation_of(step.op)};
    const bool left_fixed = facts_read(view, sides.left).empty();
    const bool right_fixed = facts_read(view, sides.right).empty();
    const bool reads_better = !left_fixed && !right_fixed && is_compound(view, sides.left) && !is_compound(view, sides.right);
    if ((left_fixed && !right_fixed) || reads_better) {
        std::swap(sides.left, sides.right);
        sides.relation = swapped(sides.relation);
    }
    return sides;
}

std::string left_text(const PlanView& view, StepId left) {
    if (!is_compound(view, left)) return print_formula(view, left);
    const std::string worked = print_worked(view, left);
    const std::size_t equals = worked.rfind(" = ");
    if (equals == std::string::npos) return worked;
    return worked.substr(0, equals) + " (= " + worked.substr(equals + 3) + ")";
}

std::string unsettled(const std::string& text) {
    return "not settled whether " + text;
}

// `heavy >= medium` for the upper part of an ordered choice; `oral, not topical` for others.
std::string membership_words(const Vocabulary& vocabulary, const Type& type, const std::string& value, const ValueSet& members,
                             Truth truth, bool negated) {
    const bool opposite_holds = truth == Truth::no || (truth == Truth::unknown && negated);
    if (const auto bound = choice_bound(vocabulary, type, members)) {
        const Relation relation = bound->at_least ? Relation::greater_equal : Relation::less_equal;
        const std::string text = std::string(sign_of(opposite_holds ? opposite(relation) : relation)) + " " + bound->pivot;
        return truth == Truth::unknown ? value + ", " + unsettled(text) : value + " " + text;
    }
    const std::string listed = print_set(vocabulary, type, members);
    if (truth == Truth::unknown) return value + ", " + unsettled((opposite_holds ? "not " : "") + listed);
    if (truth == Truth::no) return value + ", not " + listed;
    return value == listed ? value : value + ", one of " + listed;
}

// `M54.16, in radiculopathy (M54.1*, G54.0 to G54.4)`.
std::string code_words(const std::string& value, const std::string& set, Truth truth, bool negated) {
    if (truth == Truth::unknown) return value + ", " + unsettled((negated ? "not in " : "in ") + set);
    return value + (truth == Truth::yes ? ", in " : ", not in ") + set;
}

std::string membership_text(const PlanView& view, const Step& step, Truth truth, bool negated) {
    const StepId subject = taken(view, view.plan.operand(step, 0));
    const Type& type = view.plan.step(subject).type;
    const Step& subject_step = view.plan.step(subject);
    const std::string head = names_itself(view, subject)   ? view_slot(view, subject).label
                             : subject_step.op == Op::pick ? look_up_label(view, subject)
                                                           : print_formula(view, subject);
    const std::string value = print_set(view.vocabulary, type, set_of(view, subject));
    if (step.op == Op::code_in) return head + ": " + code_words(value, members_words(view, step), truth, negated);
    return head + ": " + membership_words(view.vocabulary, type, value, view.plan.constants[step.payload], truth, negated);
}

// A fact against what the guideline fixes.
std::string labelled_text(const PlanView& view, const Sides& sides, Truth truth, std::string_view sign) {
    const FactView fact = view_slot(view, sides.left);
    const std::string right = print_worked(view, sides.right);
    if (truth == Truth::unknown) return fact.label + ": " + fact.value + ", " + unsettled(std::string(sign) + " " + right);
    if (sign == "=" && right == fact.value) return fact.label + ": " + fact.value;
    return fact.label + ": " + fact.value + " " + std::string(sign) + " " + right;
}

std::string two_sided_text(const PlanView& view, const Step& step, Truth truth, bool negated, bool one_fact) {
    const Sides sides = sides_of(view, step);
    const bool reads_opposite = truth == Truth::no || (truth == Truth::unknown && negated);
    const std::string_view sign = sign_of(reads_opposite ? opposite(sides.relation) : sides.relation);
    if (one_fact && names_itself(view, sides.left)) return labelled_text(view, sides, truth, sign);
    const std::string text = left_text(view, sides.left) + " " + std::string(sign) + " " + print_worked(view, sides.right);
    return truth == Truth::unknown ? unsettled(text) : text;
}

// Whether the left side names its fact by itself, so that the line is complete without listing the facts read.
bool names_one_fact(const PlanView& view, const Step& step, const std::vector<StepId>& facts) {
    if (facts.size() != 1) return false;
    if (is_membership(step.op)) return names_itself(view, taken(view, view.plan.operand(step, 0)));
    return names_itself(view, sides_of(view, step).left);
}

}  // namespace

std::optional<ChoiceBound> choice_bound(const Vocabulary& vocabulary, const Type& type, const ValueSet& members) {
    const auto* set = std::get_if<ChoiceSet>(&members);
    if (set == nullptr) return std::nullopt;
    const ChoiceTypeInfo& info = vocabulary.choice_type(type.choice);
    const std::size_t last = info.values.size() - 1;
    const std::size_t count = count_choices(*set);
    if (!info.ordered || count < 2 || count > last) return std::nullopt;
    const auto all_in = [&](std::size_t from, std::size_t to) {
        for (std::size_t value = from; value <= to; ++value) {
            if (!contains(*set, value)) return false;
        }
        return true;
    };
    if (all_in(last + 1 - count, last)) return ChoiceBound{true, info.values[last + 1 - count].label};
    if (all_in(0, count - 1)) return ChoiceBound{false, info.values[count - 1].label};
    return std::nullopt;
}

std::string members_words(const PlanView& view, const Step& membership) {
    if (membership.op != Op::code_in) {
        const Type& type = view.plan.step(view.plan.operand(membership, 0)).type;
        return print_set(view.vocabulary, type, view.plan.constants[membership.payload]);
    }
    const CodeSetPlan& set = view.plan.code_sets[membership.payload];
    const std::string codes = print_codes(set.codes);
    return set.label.empty() ? codes : set.label + " (" + codes + ")";
}

bool is_comparison(Op op) {
    switch (op) {
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
            return true;
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
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            break;
    }
    return false;
}

std::string relation_words(const PlanView& view, StepId id, bool holds) {
    const Step& step = view.plan.step(id);
    if (!is_comparison(step.op) || is_membership(step.op)) return {};
    const Sides sides = sides_of(view, step);
    const Relation relation = holds ? sides.relation : opposite(sides.relation);
    return print_formula(view, sides.left) + " " + std::string(sign_of(relation)) + " " + print_formula(view, sides.right);
}

Reason explain_comparison(const PlanView& view, StepId id, bool negated) {
    const Step& step = view.plan.step(id);
    const Truth truth = truth_of(view, id);
    const std::vector<StepId> facts = facts_read(view, id);
    Reason reason;
    reason.kind = Reason::Kind::comparison;
    reason.value = words_of(truth);
    reason.error_text = error_of(view, id);
    for (const StepId fact : facts) {
        Reason child;
        child.kind = Reason::Kind::fact;
        child.fact = view_slot(view, fact);
        child.text = child.fact->label;
        child.value = child.fact->value;
        if (reduces(view.plan.step(fact).op)) child.children = elements_taken(view, fact);
        reason.children.push_back(std::move(child));
    }
    for (const DefinitionPlan* definition : definitions_read(view, id)) {
        if (definition->step != id) reason.children.push_back(name_definition(view, *definition));
    }
    for (const StepId look_up : tables_read(view, id)) reason.children.push_back(explain_table(view, look_up));
    reason.one_fact = names_one_fact(view, step, facts);
    // Of a fact that is not documented the fact itself is the whole reason.
    if (reason.one_fact && reason.children.front().fact->anything) return reason.children.front();
    reason.text = is_membership(step.op) ? membership_text(view, step, truth, negated)
                                         : two_sided_text(view, step, truth, negated, reason.one_fact);
    return reason;
}

}  // namespace warrant
