// What the record would have to show: the facts that an undetermined finding still turns on, found by walking from the rows of
// the finding through undecided steps only. A fact that can no longer change the finding is never met on that walk, and so
// never asked for.
#include "interpreter/find/finding.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace warrant {

namespace {

// Which way a truth should go for the part that is walked; open where either answer may help.
enum class Favour { yes, no, open };

Favour flipped(Favour favour) {
    if (favour == Favour::open) return Favour::open;
    return favour == Favour::yes ? Favour::no : Favour::yes;
}

// A fact met on a walk, and the comparison it stands in by itself (unset for a yes-or-no fact, or inside other arithmetic).
struct Visit {
    StepId fact;
    StepId comparison;
    Favour favour = Favour::open;
};

struct Walk {
    explicit Walk(const PlanView& plan_view) : view(plan_view) {
        for (auto& plane : seen) plane.assign(view.plan.steps.size(), false);
    }

    const PlanView& view;
    std::array<std::vector<bool>, 3> seen;  // by favour
    std::vector<Visit> visits;
};

void walk(Walk& state, StepId id, Favour favour, StepId comparison);

// What opens the gate of a fact is asked for before it; behind a closed one nothing is.
bool pass_gate(Walk& state, StepId gate) {
    if (!gate.valid()) return true;
    const Truth truth = truth_of(state.view, gate);
    if (truth == Truth::unknown) walk(state, gate, Favour::open, StepId{});
    return truth != Truth::no;
}

void meet_fact(Walk& state, StepId id, Favour favour, StepId comparison) {
    const FactSlot* slot = slot_of(state.view, id);
    if (slot == nullptr || pass_gate(state, slot->gate)) state.visits.push_back({id, comparison, favour});
}

void walk_operands(Walk& state, const Step& step, Favour favour, StepId comparison) {
    for (const StepId operand : operands_of(state.view, step)) walk(state, operand, favour, comparison);
}

void walk_choice(Walk& state, const Step& step, Favour favour) {
    const Plan& plan = state.view.plan;
    const Truth condition = truth_of(state.view, plan.operand(step, 0));
    if (condition == Truth::unknown) walk(state, plan.operand(step, 0), Favour::open, StepId{});
    if (condition != Truth::no) walk(state, plan.operand(step, 1), favour, StepId{});
    if (condition != Truth::yes) walk(state, plan.operand(step, 2), favour, StepId{});
}

void walk_indexed(Walk& state, const Step& step, Favour favour) {
    walk(state, state.view.plan.operand(step, 0), Favour::open, StepId{});
    for (const StepId value : open_values(state.view, step)) walk(state, value, favour, StepId{});
}

// Of the smallest (or largest) of several, one that can never be it does not matter.
void walk_extreme(Walk& state, const Step& step) {
    const bool least = step.op == Op::least;
    const std::vector<StepId> operands = operands_of(state.view, step);
    std::int64_t bound = least ? unbounded_high : unbounded_low;
    for (const StepId operand : operands) {
        const auto value = std::get<OrderedSet>(set_of(state.view, operand));
        bound = least ? std::min(bound, value.high) : std::max(bound, value.low);
    }
    for (const StepId operand : operands) {
        const auto value = std::get<OrderedSet>(set_of(state.view, operand));
        const bool never = least ? value.low >= bound : value.high <= bound;
        if (!never || is_error(state.view, operand)) walk(state, operand, Favour::open, StepId{});
    }
}

// One element of a list under a question: whether a field of it matters. Facts of the case that matter are met on the way.
bool walk_element(Walk& state, StepId id, std::size_t element) {
    const Step& step = state.view.plan.step(id);
    const PlanView view = at_element(state.view, element);
    Walk inner(view);
    for (const StepId operand : operands_of(view, step)) {
        if (view.plan.step(operand).space == case_rows) continue;
        walk(inner, operand, Favour::open, StepId{});
        // Of an element that is surely not meant nothing else matters.
        if (step.operand_count > 1 && operand == view.plan.operand(step, 0) && truth_of(view, operand) == Truth::no) break;
    }
    bool matters = false;
    for (const Visit& visit : inner.visits) {
        if (view.plan.step(visit.fact).op == Op::field) matters = true;
        else state.visits.push_back({visit.fact, StepId{}, Favour::open});
    }
    return matters;
}

// A list is asked for when it may hold more, or when a field that matters is open.
void walk_list(Walk& state, StepId id) {
    const Step& step = state.view.plan.step(id);
    const RowSpace list = state.view.plan.list_under(step);
    if (!pass_gate(state, state.view.plan.list(list).gate)) return;
    const Elements elements = state.view.values.elements(list, 0);
    const std::size_t place = state.visits.size();
    bool matters = elements.open;
    for (std::size_t element = elements.begin; element < elements.end; ++element) {
        matters = walk_element(state, id, element) || matters;
    }
    if (matters) state.visits.insert(state.visits.begin() + static_cast<std::ptrdiff_t>(place), {id, StepId{}, Favour::open});
    for (const StepId operand : operands_of(state.view, step)) {
        if (state.view.plan.step(operand).space == case_rows) walk(state, operand, Favour::open, StepId{});
    }
}

void walk(Walk& state, StepId whole, Favour favour, StepId comparison) {
    const StepId id = taken(state.view, whole);
    if (is_settled(state.view, id)) return;
    const auto plane = static_cast<std::size_t>(favour);
    const Step& step = state.view.plan.step(id);
    // Facts may stand in several comparisons; everything above them is walked once for each favour.
    if (!is_stated(step.op)) {
        if (state.seen[plane][id.index]) return;
        state.seen[plane][id.index] = true;
    }
    if (is_comparison(step.op)) {
        walk_operands(state, step, favour, id);
        return;
    }
    switch (step.op) {
        case Op::constant:
            return;
        case Op::fact:
        case Op::assume:
        case Op::field:
            meet_fact(state, id, favour, comparison);
            return;
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
            walk_operands(state, step, favour, StepId{});
            return;
        case Op::negate:
            walk_operands(state, step, flipped(favour), StepId{});
            return;
        case Op::choose:
            walk_choice(state, step, favour);
            return;
        case Op::pick:
            for (const StepId open : rows_open(state.view, id)) walk(state, open, Favour::open, StepId{});
            return;
        case Op::indexed:
            walk_indexed(state, step, favour);
            return;
        case Op::documented:
        case Op::known:
            walk_operands(state, step, Favour::open, StepId{});
            return;
        case Op::least:
        case Op::greatest:
            walk_extreme(state, step);
            return;
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            walk_list(state, id);
            return;
        case Op::broadcast:
        case Op::convert:
        case Op::add_months:
            walk_operands(state, step, favour, comparison);
            return;
        case Op::add:
        case Op::subtract:
        case Op::minus:
        case Op::multiply:
        case Op::divide:
        case Op::round_up:
        case Op::add_days:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
            walk_operands(state, step, favour, StepId{});
            return;
        // Comparisons are handled above.
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
            return;
    }
}

void walk_if_set(Walk& state, StepId root, Favour favour) {
    if (root.valid()) walk(state, root, favour, StepId{});
}

// A quantity's cap matters even when it is surely exceeded, as long as the cap is not one value.
void walk_quantity(Walk& state, const QuantityPlan& quantity) {
    const Truth within = truth_of(state.view, quantity.within);
    if (within == Truth::unknown) walk(state, quantity.within, Favour::yes, StepId{});
    if (within == Truth::no) walk(state, quantity.cap, Favour::open, StepId{});
}

// Everything that the rows of the finding still turn on.
Walk walk_finding(const PlanView& view) {
    Walk state(view);
    walk_if_set(state, view.plan.not_addressed, Favour::open);
    walk_if_set(state, view.plan.none_applies, Favour::open);
    walk_if_set(state, view.plan.not_supported, Favour::open);
    walk_if_set(state, view.plan.all_criteria, Favour::open);
    for (const QuantityPlan& quantity : view.plan.quantities) walk_quantity(state, quantity);
    return state;
}

Walk walk_criterion(const PlanView& view, const CriterionPlan& criterion) {
    Walk state(view);
    const bool open = truth_of(view, criterion.truth) == Truth::unknown;
    walk_if_set(state, criterion.applies, Favour::open);
    if (!open) return state;
    for (const ExceptionPlan& exception : criterion.exceptions) walk_if_set(state, exception.when, Favour::open);
    walk_if_set(state, criterion.holds, Favour::yes);
    return state;
}

Walk walk_limit(const PlanView& view, const LimitPlan& limit) {
    Walk state(view);
    if (status_of(limit, view.plan, view.values, 0) == PartStatus::met) return state;
    walk_if_set(state, limit.cap, Favour::open);
    walk_quantity(state, view.plan.quantities[limit.quantity]);
    return state;
}

// A clause of the recommendation, named as the guideline names it.
struct Clause {
    std::string name;
    StepId root;
};
std::vector<Clause> clauses_of(const Plan& plan) {
    std::vector<Clause> clauses = {{"no recommendation when", plan.recommendation.no_recommendation},
                                   {"not recommended when", plan.recommendation.not_recommended}};
    for (const ExceptionPlan& exception : plan.recommendation.exceptions) clauses.push_back({exception.name, exception.when});
    return clauses;
}

std::string wanted_of(const PlanView& view, const Visit& visit) {
    if (visit.favour == Favour::open) return {};
    const bool favourable = visit.favour == Favour::yes;
    if (visit.comparison.valid()) return wanted_value(view, visit.comparison, visit.fact, favourable);
    const bool truth = view.plan.step(visit.fact).type.kind == TypeKind::truth;
    if (!truth) return {};
    return favourable ? "yes" : "no";
}

// One fact of the list while it is being gathered.
struct Gathered {
    FactId fact;
    NeededFact needed;
    bool several = false;  // visits that want different things: nothing simple can be said
    bool visited = false;
};

// Invariant: each fact stands in the list once, at the place of the first part it would settle, and only if the finding turns
// on it.
class Gathering {
public:
    Gathering(const PlanView& view, const Walk& finding) : view_(view) {
        for (const Visit& visit : finding.visits) matters_.push_back(fact_of(view, visit.fact));
    }

    void add(const std::string& part, const Walk& walked) {
        for (const Visit& visit : walked.visits) {
            const FactId fact = fact_of(view_, visit.fact);
            if (std::find(matters_.begin(), matters_.end(), fact) == matters_.end()) continue;
            Gathered& entry = entry_of(visit.fact, fact);
            auto& settles = entry.needed.settles;
            if (std::find(settles.begin(), settles.end(), part) == settles.end()) settles.push_back(part);
            const std::string wanted = wanted_of(view_, visit);
            if (entry.visited && wanted != entry.needed.wanted) entry.several = true;
            entry.needed.wanted = wanted;
            entry.visited = true;
        }
    }

    // Facts that matter and that no part named.
    void add_rest(const Walk& finding) {
        for (const Visit& visit : finding.visits) entry_of(visit.fact, fact_of(view_, visit.fact));
    }

    std::vector<NeededFact> list() {
        std::vector<NeededFact> facts;
        for (Gathered& entry : entries_) {
            if (entry.several) entry.needed.wanted.clear();
            facts.push_back(std::move(entry.needed));
        }
        return facts;
    }

private:
    Gathered& entry_of(StepId step, FactId fact) {
        for (Gathered& entry : entries_) {
            if (entry.fact == fact) return entry;
        }
        entries_.push_back({fact, needed_fact(view_slot(view_, step), view_.vocabulary.fact(fact)), false, false});
        return entries_.back();
    }

    const PlanView& view_;
    std::vector<FactId> matters_;
    std::vector<Gathered> entries_;
};

}  // namespace

NeededFact needed_fact(FactView fact, const FactInfo& info) {
    NeededFact needed;
    needed.fact = std::move(fact);
    needed.ask = info.ask;
    needed.shown_by = info.shown_by;
    needed.obtainability = info.obtainability;
    return needed;
}

std::vector<NeededFact> needed_facts(const PlanView& view, const SectionFinding& finding) {
    if (finding.finding != FindingName::undetermined) return {};
    const Walk all = walk_finding(view);
    Gathering gathering(view, all);
    for (const Plan::Part part : view.plan.parts) {
        if (part.is_limit) {
            const LimitPlan& limit = view.plan.limits[part.index];
            gathering.add(limit.id, walk_limit(view, limit));
        } else {
            const CriterionPlan& criterion = view.plan.criteria[part.index];
            gathering.add(criterion.id, walk_criterion(view, criterion));
        }
    }
    for (const Clause& clause : clauses_of(view.plan)) {
        Walk state(view);
        walk_if_set(state, clause.root, Favour::open);
        gathering.add(clause.name, state);
    }
    gathering.add_rest(all);
    return gathering.list();
}

std::vector<NeededFact> unsettled_facts(const PlanView& view, StepId step) {
    Walk state(view);
    walk_if_set(state, step, Favour::open);
    Gathering gathering(view, state);
    gathering.add_rest(state);
    return gathering.list();
}

std::vector<std::string> unsettled_labels(const PlanView& view, StepId step) {
    std::vector<std::string> labels;
    for (const NeededFact& needed : unsettled_facts(view, step)) labels.push_back(needed.fact.label);
    return labels;
}

}  // namespace warrant
