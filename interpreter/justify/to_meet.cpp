// What would meet a part that the record leaves open or does not meet: the facts that stand in the way, each with the value
// that would do, grouped as the guideline joins them. It looks at one part alone; what the finding still turns on is
// needed.cpp's.
#include "interpreter/check/print_value.hpp"
#include "interpreter/find/finding.hpp"
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant {

namespace {

// Of a list no one value would do: what it holds is asked for.
ToMeet one_fact(const PlanView& view, StepId step, std::string wanted) {
    const FactInfo& info = view.vocabulary.fact(fact_of(view, step));
    ToMeet leaf;
    leaf.needed = needed_fact(view_slot(view, step), info);
    if (info.type.kind != TypeKind::list) leaf.needed->wanted = std::move(wanted);
    if (info.type.kind == TypeKind::truth) leaf.sentence = leaf.needed->wanted == "yes" ? info.if_yes : info.if_no;
    if (leaf.needed->wanted.empty()) leaf.sentence.clear();
    return leaf;
}

ToMeet group_of(std::string heading, std::vector<ToMeet> members) {
    ToMeet group;
    group.heading = std::move(heading);
    group.children = std::move(members);
    return group;
}

// Several ways, of which so many are enough. One way alone needs no heading.
void add_ways(std::vector<ToMeet> ways, std::size_t enough, std::vector<ToMeet>& wants) {
    if (ways.size() > enough) {
        wants.push_back(group_of(enough == 1 ? "any one of" : fmt::format("at least {} of", enough), std::move(ways)));
        return;
    }
    for (ToMeet& way : ways) {
        if (way.heading != "all of") wants.push_back(std::move(way));
        else
            for (ToMeet& member : way.children) wants.push_back(std::move(member));
    }
}

// What belongs together to make one way.
void add_way(std::vector<ToMeet> members, std::vector<ToMeet>& ways) {
    if (members.empty()) return;
    if (members.size() == 1) ways.push_back(std::move(members.front()));
    else ways.push_back(group_of("all of", std::move(members)));
}

void collect(const PlanView& view, StepId whole, bool favourable, std::vector<ToMeet>& wants);

bool is_there(const PlanView& view, StepId step, bool favourable) {
    return truth_of(view, step) == (favourable ? Truth::yes : Truth::no);
}

// Of several conditions so many must come out as wanted; those that do already count.
void collect_some(const PlanView& view, const Step& step, std::size_t enough, bool favourable, std::vector<ToMeet>& wants) {
    std::vector<ToMeet> ways;
    for (const StepId operand : operands_of(view, step)) {
        if (is_there(view, operand, favourable)) {
            if (enough > 0) --enough;
            continue;
        }
        std::vector<ToMeet> members;
        collect(view, operand, favourable, members);
        add_way(std::move(members), ways);
    }
    add_ways(std::move(ways), enough, wants);
}

// What nobody can change is not asked for once it is known.
bool is_fixed(const PlanView& view, StepId fact) {
    return view.vocabulary.fact(fact_of(view, fact)).obtainability == ast::Fact::Obtainability::fixed && is_settled(view, fact);
}

// What cannot be said as a value: the facts, whichever value they have.
void collect_facts(const PlanView& view, StepId id, std::vector<ToMeet>& wants) {
    for (const StepId fact : facts_read(view, id)) {
        if (!is_fixed(view, fact)) wants.push_back(one_fact(view, fact, {}));
    }
}

// The facts that a comparison reads: the open ones all together, or of settled ones any that would turn it.
void collect_comparison(const PlanView& view, StepId id, bool favourable, std::vector<ToMeet>& wants) {
    const std::size_t before = wants.size();
    std::vector<ToMeet> settled;
    for (const StepId fact : facts_read(view, id)) {
        if (is_fixed(view, fact)) continue;
        ToMeet leaf = one_fact(view, fact, wanted_value(view, id, fact, favourable));
        if (!is_settled(view, fact)) wants.push_back(std::move(leaf));
        else if (!leaf.needed->wanted.empty()) settled.push_back(std::move(leaf));
    }
    if (wants.size() > before) return;
    if (settled.empty()) collect_facts(view, id, wants);
    else add_ways(std::move(settled), 1, wants);
}

void collect_choice(const PlanView& view, const Step& step, bool favourable, std::vector<ToMeet>& wants) {
    const StepId condition = view.plan.operand(step, 0);
    const Truth which = truth_of(view, condition);
    if (which == Truth::unknown) collect_facts(view, condition, wants);
    for (const Truth branch : {Truth::yes, Truth::no}) {
        if (which != Truth::unknown && which != branch) continue;
        std::vector<ToMeet> members;
        collect(view, view.plan.operand(step, branch == Truth::yes ? 1 : 2), favourable, members);
        if (members.empty()) continue;
        if (which == Truth::unknown) {
            wants.push_back(group_of(branch == Truth::yes ? "if that is so" : "if that is not so", std::move(members)));
            continue;
        }
        for (ToMeet& member : members) wants.push_back(std::move(member));
    }
}

void collect(const PlanView& view, StepId whole, bool favourable, std::vector<ToMeet>& wants) {
    const StepId id = taken(view, whole);
    if (is_there(view, id, favourable)) return;
    const Step& step = view.plan.step(id);
    if (is_comparison(step.op)) {
        collect_comparison(view, id, favourable, wants);
        return;
    }
    const std::size_t count = step.operand_count;
    switch (step.op) {
        case Op::all_of:
            collect_some(view, step, favourable ? count : 1, favourable, wants);
            return;
        case Op::any_of:
            collect_some(view, step, favourable ? 1 : count, favourable, wants);
            return;
        case Op::at_least:
            collect_some(view, step, favourable ? step.payload : count - step.payload + 1, favourable, wants);
            return;
        case Op::negate:
            collect(view, view.plan.operand(step, 0), !favourable, wants);
            return;
        case Op::choose:
            collect_choice(view, step, favourable, wants);
            return;
        case Op::fact:
        case Op::assume:
            wants.push_back(one_fact(view, id, favourable ? "yes" : "no"));
            return;
        // Questions over lists, tables, open indexes and questions about the record itself.
        case Op::some_in:
        case Op::every_in:
        case Op::latest_in:
        case Op::pick:
        case Op::indexed:
        case Op::documented:
        case Op::known:
        case Op::broadcast:
        case Op::field:
        case Op::constant:
            collect_facts(view, id, wants);
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

// An exception is another way; one of a limit says what it allows instead.
void add_exceptions(const PlanView& view, const std::vector<ExceptionPlan>& exceptions, std::vector<ToMeet>& ways) {
    for (const ExceptionPlan& exception : exceptions) {
        std::vector<ToMeet> members;
        collect(view, exception.when, true, members);
        if (members.empty()) continue;
        std::string heading = fmt::format("the exception \"{}\"", exception.label);
        if (exception.cap.valid() && is_settled(view, exception.cap)) {
            const auto cap = std::get<OrderedSet>(set_of(view, exception.cap));
            const Type& type = view.plan.step(exception.cap).type;
            heading += cap.low == unbounded_high
                           ? ", which sets no limit"
                           : fmt::format(", which allows {}", print_ordered(view.vocabulary, type, cap.low));
        }
        ways.push_back(group_of(std::move(heading), std::move(members)));
    }
}

}  // namespace

std::vector<ToMeet> to_meet_truth(const PlanView& view, StepId step, bool favourable) {
    std::vector<ToMeet> wants;
    collect(view, step, favourable, wants);
    return wants;
}

std::vector<ToMeet> to_meet_exceptions(const PlanView& view, const std::vector<ExceptionPlan>& exceptions) {
    std::vector<ToMeet> ways;
    add_exceptions(view, exceptions, ways);
    std::vector<ToMeet> wants;
    add_ways(std::move(ways), 1, wants);
    return wants;
}

std::vector<ToMeet> to_meet_criterion(const PlanView& view, const CriterionPlan& criterion) {
    std::vector<ToMeet> ways;
    add_way(to_meet_truth(view, criterion.holds, true), ways);
    add_exceptions(view, criterion.exceptions, ways);
    if (criterion.applies.valid() && truth_of(view, criterion.applies) == Truth::unknown) {
        ways.push_back(group_of("that it does not apply", to_meet_truth(view, criterion.applies, false)));
    }
    std::vector<ToMeet> wants;
    add_ways(std::move(ways), 1, wants);
    return wants;
}

std::vector<ToMeet> to_meet_limit(const PlanView& view, const LimitPlan& limit) {
    std::vector<ToMeet> ways;
    const auto base = std::get<OrderedSet>(set_of(view, limit.base));
    if (base.high > 0) {
        std::vector<ToMeet> members;
        const bool settled = is_settled(view, limit.base);
        const Type& type = view.plan.step(limit.base).type;
        members.push_back(one_fact(view, view.plan.quantities[limit.quantity].asked,
                                   settled ? "at most " + print_ordered(view.vocabulary, type, base.low) : std::string()));
        for (const StepId fact : facts_read(view, limit.base)) {
            if (!is_settled(view, fact)) members.push_back(one_fact(view, fact, {}));
        }
        add_way(std::move(members), ways);
    }
    add_exceptions(view, limit.exceptions, ways);
    if (limit.applies.valid() && truth_of(view, limit.applies) == Truth::unknown) {
        ways.push_back(group_of("that it does not apply", to_meet_truth(view, limit.applies, false)));
    }
    std::vector<ToMeet> wants;
    add_ways(std::move(ways), 1, wants);
    return wants;
}

}  // namespace warrant
