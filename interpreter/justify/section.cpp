// One section that may govern a request: where it stands, why this edition, its parts, what is missing, what was assumed.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

std::string status_words(ast::Status status) {
    switch (status) {
        case ast::Status::draft:
            return "draft";
        case ast::Status::reviewed:
            return "reviewed";
        case ast::Status::in_use:
            break;
    }
    return "in use";
}

std::string period_words(const GuidelineInfo& info) {
    if (!info.in_force_from) return {};
    const std::string from = print_date(*info.in_force_from);
    return info.in_force_to ? from + " to " + print_date(*info.in_force_to) : "from " + from + " on";
}

std::string edition_words(const Candidate& candidate, const std::string& edition) {
    const EditionReason& reason = candidate.reason;
    const std::string day = reason.date ? day_words(*reason.date) : "a date that is not stated";
    const std::string which = edition.empty() ? "this text" : "edition " + edition;
    switch (reason.ground) {
        case EditionGround::named:
            return which + " is the one named for this review";
        case EditionGround::in_force:
            return which + " was in force on the date of decision, " + day;
        case EditionGround::possibly:
            return which + " was in force on a possible date of decision, " + day;
        case EditionGround::none_in_force:
            break;
    }
    if (candidate.sure) return "no edition was in force on the date of decision, " + day;
    return "no edition was in force on a possible date of decision, " + day;
}

// The certain part: caps that are exceeded; of an undetermined finding what is sure to be within every possible cap.
std::string certain_words(const PlanView& view, const SectionFinding& finding) {
    std::string words;
    for (const QuantityFinding& quantity : finding.quantities) {
        const bool carried = finding.finding == FindingName::partly_supported ? quantity.standing == QuantityStanding::exceeded
                                                                              : finding.finding == FindingName::undetermined;
        if (!carried || quantity.certain == 0) continue;
        const Type& type = view.plan.quantities[quantity.quantity].cap_type;
        words += (words.empty() ? "" : ", ") + print_ordered(view.vocabulary, type, quantity.certain);
    }
    return words;
}

const PartSource& source_of(const Plan& plan, const Plan::Part& part) {
    return part.is_limit ? plan.limits[part.index].source : plan.criteria[part.index].source;
}

PartStatus clause_status(Truth truth) {
    if (truth == Truth::unknown) return PartStatus::unknown;
    return truth == Truth::yes ? PartStatus::met : PartStatus::not_met;
}

std::string clause_status_words(Truth truth) {
    if (truth == Truth::unknown) return "unknown";
    return truth == Truth::yes ? "holds" : "does not hold";
}

PartView view_clause(const PlanView& view, std::string label, StepId when, const PartSource& source) {
    PartView part;
    part.kind = PartView::Kind::recommendation;
    part.label = std::move(label);
    describe_source(part, source);
    part.reads = paths_read(view, {when});
    const Truth truth = truth_of(view, when);
    part.status = clause_status(truth);
    part.status_text = clause_status_words(truth);
    part.decided_finding = truth == Truth::yes;
    explain(view, when, false, part.reasons);
    return part;
}

PartView view_never(const PlanView& view, const RecommendationPlan& recommendation) {
    PartView part;
    part.kind = PartView::Kind::recommendation;
    part.label = recommendation.exceptions.empty() ? "Not recommended" : "Not recommended, with exceptions";
    describe_source(part, recommendation.not_recommended_source);
    part.status = PartStatus::met;
    std::vector<StepId> exceptions;
    for (const ExceptionPlan& exception : recommendation.exceptions) {
        exceptions.push_back(exception.when);
        explain_exception(view, exception, part);
        const Truth truth = truth_of(view, exception.when);
        if (truth == Truth::yes) part.excepted_by = exception.label;
        if (truth == Truth::yes) part.status = PartStatus::excepted;
        if (truth == Truth::unknown && part.status == PartStatus::met) part.status = PartStatus::unknown;
    }
    part.reads = paths_read(view, exceptions);
    part.decided_finding = part.status == PartStatus::met;
    if (part.status != PartStatus::excepted) part.to_meet = to_meet_exceptions(view, recommendation.exceptions);
    part.status_text = part.status == PartStatus::excepted ? "excepted" : part.status == PartStatus::met ? "holds" : "unknown";
    return part;
}

// What the recommendation clauses add to the criteria.
void view_clauses(const PlanView& view, const ast::Module& tree, SectionView& section) {
    const RecommendationPlan& clauses = view.plan.recommendation;
    bool every = true;
    for (const CriterionPlan& criterion : view.plan.criteria) every = every && truth_of(view, criterion.truth) == Truth::yes;
    if (clauses.recommended.valid() && !every && truth_of(view, clauses.recommended) == Truth::yes) {
        PartView part =
            view_clause(view, "Recommended when, of the criteria together", clauses.recommended, clauses.recommended_source);
        part.reasons.clear();
        part.rule = declaration_of(tree, clauses.recommended_source);
        section.parts.push_back(std::move(part));
    }
    if (clauses.never_recommended) {
        section.parts.push_back(view_never(view, clauses));
        section.parts.back().rule = declaration_of(tree, clauses.not_recommended_source);
    }
    if (clauses.not_recommended.valid()) {
        section.parts.push_back(
            view_clause(view, "Not recommended when", clauses.not_recommended, clauses.not_recommended_source));
        section.parts.back().to_meet = to_meet_truth(view, clauses.not_recommended, false);
        section.parts.back().rule = declaration_of(tree, clauses.not_recommended_source);
    }
    if (clauses.no_recommendation.valid()) {
        section.parts.push_back(
            view_clause(view, "No recommendation when", clauses.no_recommendation, clauses.no_recommendation_source));
        section.parts.back().to_meet = to_meet_truth(view, clauses.no_recommendation, false);
        section.parts.back().rule = declaration_of(tree, clauses.no_recommendation_source);
    }
}

std::vector<AssumptionView> view_assumptions(const PlanView& view) {
    std::vector<AssumptionView> assumed;
    for (const AssumptionPlan& assumption : view.plan.assumptions) {
        if (!is_assumed(view, assumption.step)) continue;
        const FactView fact = view_slot(view, assumption.step);
        assumed.push_back({fact.path, fact.label, fact.value, assumption.because, assumption.source.citation});
    }
    return assumed;
}

// Whether an error began at a step, for the element in view if it is one of a list's.
bool error_begins(const PlanView& view, StepId id) {
    if (!is_error(view, id)) return false;
    const Step& step = view.plan.step(id);
    const std::vector<StepId> operands = operands_of(view, step);
    return std::none_of(operands.begin(), operands.end(),
                        [&](StepId operand) { return where_it_errs(view, step, operand).has_value(); });
}

// Steps where an error began; that the finding is decided all the same makes them warnings.
std::vector<std::string> view_warnings(const PlanView& view) {
    std::vector<std::string> warnings;
    for (std::uint32_t index = 0; index < view.plan.steps.size(); ++index) {
        const Step& step = view.plan.steps[index];
        if (!step.can_err) continue;
        const std::size_t rows = view.values.rows(step.space);
        for (std::size_t row = 0; row < rows; ++row) {
            const PlanView at = at_element(view, row);
            if (error_begins(at, StepId{index})) warnings.push_back(error_of(at, StepId{index}));
        }
    }
    return warnings;
}

std::vector<std::string> module_words(const std::vector<const ShelfModule*>& modules) {
    std::vector<std::string> words;
    for (const ShelfModule* module : modules) {
        words.push_back(module->edition.empty() ? module->name : module->name + ", edition " + module->edition);
    }
    return words;
}

AddedView view_added(const GuidelineInfo& info, const AddedSection& added) {
    AddedView view;
    view.name = info.name;
    view.title = info.title;
    view.source = info.source;
    view.citation = info.provenance.citation;
    view.edition = info.edition;
    view.period = period_words(info);
    view.status = status_words(info.status);
    view.basis = basis_words(info.provenance);
    view.partial = info.partial;
    view.used = module_words(added.used);
    return view;
}

void describe_guideline(const Candidate& candidate, SectionView& section) {
    const GuidelineInfo& info = candidate.plan.guideline;
    section.name = info.name;
    section.title = info.title;
    section.source = info.source;
    section.citation = info.provenance.citation;
    section.edition = info.edition;
    section.period = period_words(info);
    section.status = status_words(info.status);
    section.basis = basis_words(info.provenance);
    section.partial = info.partial;
    section.used = module_words(candidate.used);
    for (std::size_t number = 0; number < candidate.plan.added.size(); ++number) {
        section.added.push_back(view_added(candidate.plan.added[number].guideline, candidate.added[number]));
    }
}

// "No section": named by the module that has no edition in force, where there is one.
void describe_absence(const Candidate& candidate, const Shelf& shelf, SectionView& section) {
    section.none = true;
    section.name = candidate.reason.module;
    if (section.name.empty()) return;
    for (const ShelfModule* module : editions_of(shelf, section.name)) {
        if (module->tree.header.title) section.title = module->tree.header.title->text;
        if (module->tree.header.source) section.source = module->tree.header.source->text;
    }
}

// The section's own clauses stand before what others add.
void put_added_last(SectionView& section) {
    std::stable_partition(section.parts.begin(), section.parts.end(),
                          [](const PartView& part) { return part.added_by.empty(); });
}

// Every fact that the plan reads, in the order of the text.
std::vector<FactView> view_facts(const PlanView& view) {
    std::vector<FactView> facts;
    for (const FactSlot& slot : view.plan.slots)
        facts.push_back(view_whole_fact(view.record, view.request, slot.fact, view.vocabulary));
    for (const ListSlot& slot : view.plan.lists)
        facts.push_back(view_whole_fact(view.record, view.request, slot.fact, view.vocabulary));
    return facts;
}

}  // namespace

SectionView view_section(const Candidate& candidate, const CaseRecord& record, std::size_t request, const Shelf& shelf) {
    SectionView section;
    section.sure = candidate.sure;
    section.finding = candidate.finding.finding;
    section.as_far_as_encoded = candidate.finding.as_far_as_encoded;
    section.editions = candidate.reason.existing;
    for (const std::string& note : {candidate.reason.boundary, candidate.reason.warning}) {
        if (!note.empty()) section.edition_notes.push_back(note);
    }
    if (candidate.guideline == nullptr) {
        describe_absence(candidate, shelf, section);
        if (!section.name.empty()) section.edition_text = edition_words(candidate, {});
        return section;
    }
    describe_guideline(candidate, section);
    section.edition_text = edition_words(candidate, section.edition);
    if (candidate.values == nullptr) return section;
    const PlanView view{candidate.plan, *candidate.values, record, request, shelf.vocabulary, 0};
    for (const StepId condition : candidate.covers_when) {
        section.covers_when.push_back(heading_with(view, "it covers the request when:", condition));
    }
    for (const Plan::Part part : view.plan.parts) {
        section.parts.push_back(part.is_limit ? view_limit(view, view.plan.limits[part.index])
                                              : view_criterion(view, view.plan.criteria[part.index]));
        const bool own = part.added == no_guideline;
        if (!own) section.parts.back().added_by = view.plan.added[part.added].guideline.name;
        const ShelfModule& declaring = own ? *candidate.guideline : *candidate.added[part.added].guideline;
        section.parts.back().rule = declaration_of(declaring.tree, source_of(view.plan, part));
    }
    section.needed = needed_facts(view, candidate.finding);
    mark_deciding(view, section);
    view_clauses(view, candidate.guideline->tree, section);
    put_added_last(section);
    section.facts = view_facts(view);
    section.assumed = view_assumptions(view);
    section.certain = certain_words(view, candidate.finding);
    section.warnings = view_warnings(view);
    return section;
}

}  // namespace warrant
