// Which parts decided a finding, by the same pruning as the reasons, and which of those rest on recalled text.
#include "interpreter/justify/view.hpp"

#include <algorithm>

namespace warrant {

namespace {

// The steps that make a truth what it is: of a false `and` the false operands, of a true one all; `or` the dual.
void collect_deciding(const PlanView& view, StepId id, std::vector<bool>& deciding) {
    if (deciding[id.index]) return;
    deciding[id.index] = true;
    const Step& step = view.plan.step(id);
    if (step.type.kind != TypeKind::truth) return;
    const Truth truth = truth_of(view, id);
    for (const StepId operand : operands_of(view, step)) {
        // Of a question over a list the question itself decides, not a step of its elements.
        if (view.plan.step(operand).type.kind != TypeKind::truth || view.plan.step(operand).space != step.space) continue;
        const bool grouping = step.op == Op::all_of || step.op == Op::any_of || step.op == Op::at_least;
        if (!grouping || truth_of(view, operand) == truth) collect_deciding(view, operand, deciding);
    }
}

bool is_zero_cap(const PlanView& view, const LimitPlan& limit) {
    const auto cap = std::get<OrderedSet>(set_of(view, limit.cap));
    return cap.low == 0 && cap.high == 0;
}

bool is_needed_for(const SectionView& section, const std::string& id) {
    return std::any_of(section.needed.begin(), section.needed.end(), [&](const NeededFact& fact) {
        return std::find(fact.settles.begin(), fact.settles.end(), id) != fact.settles.end();
    });
}

bool criterion_decides(const PlanView& view, const SectionView& section, const CriterionPlan& criterion, const PartView& part,
                       const std::vector<bool>& of_k) {
    switch (section.finding) {
        case FindingName::supported:
        case FindingName::partly_supported:
            return part.status != PartStatus::not_applicable && truth_of(view, criterion.truth) == Truth::yes &&
                   of_k[criterion.truth.index];
        case FindingName::not_supported:
            return part.status == PartStatus::not_met && truth_of(view, view.plan.all_criteria) == Truth::no &&
                   of_k[criterion.truth.index];
        case FindingName::undetermined:
            return part.status == PartStatus::unknown && is_needed_for(section, part.id);
        case FindingName::not_addressed:
            return part.status == PartStatus::not_applicable || is_silent(view, criterion.silent);
    }
    return false;
}

bool limit_decides(const PlanView& view, const SectionView& section, const LimitPlan& limit, const PartView& part) {
    switch (section.finding) {
        case FindingName::supported:
            return part.status == PartStatus::met;
        case FindingName::partly_supported:
            return part.status == PartStatus::not_met;
        case FindingName::not_supported:
            return is_zero_cap(view, limit);
        case FindingName::undetermined:
            return part.status == PartStatus::unknown && is_needed_for(section, part.id);
        case FindingName::not_addressed:
            return is_silent(view, limit.silent);
    }
    return false;
}

// An undetermined finding also rests on the parts that hold: had one of them failed, it would be another finding.
bool rests_on(const SectionView& section, const PartView& part) {
    if (section.finding == FindingName::undetermined) return part.status != PartStatus::not_applicable;
    return part.decided_finding;
}

// A part of which the text is known may still be excepted by words, or read a table or a definition, that are only recalled.
void note_recalled_words(const PlanView& view, const Plan::Part& part, const PartView& shown, SectionView& section) {
    const StepId root = part.is_limit ? view.plan.limits[part.index].cap : view.plan.criteria[part.index].truth;
    const auto note = [&recalled = section.recalled_parts](const PartSource& source, const std::string& label) {
        if (source.basis != ast::Basis::Kind::recalled) return;
        if (std::find(recalled.begin(), recalled.end(), label) == recalled.end()) recalled.push_back(label);
    };
    const std::vector<ExceptionPlan>& exceptions =
        part.is_limit ? view.plan.limits[part.index].exceptions : view.plan.criteria[part.index].exceptions;
    for (const ExceptionPlan& exception : exceptions) {
        // Where the part is recalled itself, that is said of it.
        if (!shown.recalled && !exception.departure && truth_of(view, exception.when) == Truth::yes)
            note(exception.source, exception.label);
    }
    std::vector<bool> behind(view.plan.steps.size(), false);
    behind[root.index] = true;
    for (std::uint32_t index = root.index + 1; index-- > 0;) {
        if (!behind[index]) continue;
        const Step& step = view.plan.steps[index];
        for (const StepId operand : operands_of(view, step)) behind[operand.index] = true;
        if (const DefinitionPlan* definition = definition_of(view, StepId{index})) note(definition->source, definition->label);
        if (step.op != Op::pick) continue;
        const TablePlan& table = view.plan.tables[step.payload];
        note(table.source, table.label);
    }
}

}  // namespace

void mark_deciding(const PlanView& view, SectionView& section) {
    std::vector<bool> of_k(view.plan.steps.size(), false);
    if (view.plan.all_criteria.valid()) collect_deciding(view, view.plan.all_criteria, of_k);
    for (std::size_t number = 0; number < view.plan.parts.size(); ++number) {
        const Plan::Part plan_part = view.plan.parts[number];
        PartView& part = section.parts[number];
        part.decided_finding = plan_part.is_limit
                                   ? limit_decides(view, section, view.plan.limits[plan_part.index], part)
                                   : criterion_decides(view, section, view.plan.criteria[plan_part.index], part, of_k);
        if (!rests_on(section, part)) continue;
        if (part.recalled) section.recalled_parts.push_back(part.id);
        note_recalled_words(view, plan_part, part, section);
    }
}

}  // namespace warrant
