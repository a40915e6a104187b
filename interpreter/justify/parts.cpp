// Criteria as people read them: status in words, what decided it, exceptions before the requirement they excuse. Limits stand
// in limits.cpp; the statuses themselves are the find room's.
#include "interpreter/find/finding.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

std::string criterion_status(PartStatus status, bool excludes) {
    switch (status) {
        case PartStatus::not_applicable:
            return "does not apply";
        case PartStatus::met:
            return excludes ? "does not exclude" : "met";
        case PartStatus::excepted:
            return "excepted";
        case PartStatus::not_met:
            return excludes ? "excludes" : "not met";
        case PartStatus::unknown:
            break;
    }
    return "unknown";
}

}  // namespace

Reason heading_with(const PlanView& view, std::string heading, StepId step) {
    Reason reason;
    reason.kind = Reason::Kind::other;
    reason.text = std::move(heading);
    reason.value = words_of(truth_of(view, step));
    explain(view, step, false, reason.children);
    return reason;
}

// What an exception came to.
void explain_exception(const PlanView& view, const ExceptionPlan& exception, PartView& part) {
    std::string heading;
    switch (truth_of(view, exception.when)) {
        case Truth::yes:
            heading = "excepted, " + exception.label + ":";
            break;
        case Truth::no:
            heading = "the exception does not hold, " + exception.label + ":";
            break;
        case Truth::unknown:
            heading = "an exception is not settled, " + exception.label + ":";
            break;
    }
    Reason reason = heading_with(view, std::move(heading), exception.when);
    const std::string basis = basis_words(exception.source);
    const bool differs = exception.source.citation != part.citation || basis != part.basis;
    if (differs && !exception.departure) reason.source = SourceView{exception.source.citation, basis};
    part.reasons.push_back(std::move(reason));
}

std::string basis_words(const PartSource& source) {
    switch (source.basis) {
        case ast::Basis::Kind::text:
            return {};
        case ast::Basis::Kind::quoted:
            return "text as quoted in " + source.document;
        case ast::Basis::Kind::recalled:
            break;
    }
    return std::string(recalled_words);
}

void describe_source(PartView& part, const PartSource& source) {
    part.citation = source.citation;
    part.basis = basis_words(source);
    part.verbatim = source.verbatim;
    part.recalled = source.basis == ast::Basis::Kind::recalled;
}

std::vector<std::string> paths_read(const PlanView& view, const std::vector<StepId>& roots) {
    std::vector<std::string> paths;
    for (const StepId root : roots) {
        if (!root.valid()) continue;
        for (const StepId fact : facts_read(view, root)) {
            const std::string& path = view.vocabulary.fact(fact_of(view, fact)).path;
            if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
        }
    }
    return paths;
}

PartView view_criterion(const PlanView& view, const CriterionPlan& criterion) {
    PartView part;
    part.kind = PartView::Kind::criterion;
    part.id = criterion.id;
    part.label = criterion.label;
    describe_source(part, criterion.source);
    part.excludes = criterion.excludes;
    part.reads = paths_read(view, {criterion.truth});
    part.status = status_of(criterion, view.values, 0);
    part.status_text = is_silent(view, criterion.silent) ? "not addressed" : criterion_status(part.status, criterion.excludes);
    if (part.status == PartStatus::not_applicable) {
        part.reasons.push_back(heading_with(view, "it would apply if:", criterion.applies));
        return part;
    }
    if (part.status == PartStatus::met) {
        explain(view, criterion.holds, false, part.reasons);
        return part;
    }
    for (const ExceptionPlan& exception : criterion.exceptions) {
        const bool holds = truth_of(view, exception.when) == Truth::yes;
        if (part.status == PartStatus::excepted && !holds) continue;
        explain_exception(view, exception, part);
        if (holds && part.excepted_by.empty()) part.excepted_by = exception.label;
    }
    if (criterion.applies.valid()) part.reasons.push_back(heading_with(view, "it applies if:", criterion.applies));
    explain(view, criterion.holds, false, part.reasons);
    if (part.status != PartStatus::excepted) part.to_meet = to_meet_criterion(view, criterion);
    return part;
}

}  // namespace warrant
