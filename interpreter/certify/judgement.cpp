// What a section, with what is added to it, finds: its parts, the steps that they name, and where their words stand.
#include "interpreter/certify/certifying.hpp"

#include <fmt/format.h>

#include <numeric>

namespace warrant::certifying {
namespace {

std::string words_of(ast::Basis::Kind basis) {
    switch (basis) {
        case ast::Basis::Kind::text:
            return "text";
        case ast::Basis::Kind::quoted:
            return "quoted";
        case ast::Basis::Kind::recalled:
            break;
    }
    return "recalled";
}

std::string words_of(ast::Status status) {
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

std::string words_of(PartStatus status) {
    switch (status) {
        case PartStatus::not_applicable:
            return "not applicable";
        case PartStatus::met:
            return "met";
        case PartStatus::excepted:
            return "excepted";
        case PartStatus::not_met:
            return "not met";
        case PartStatus::unknown:
            break;
    }
    return "unknown";
}

std::string words_of(QuantityStanding standing) {
    switch (standing) {
        case QuantityStanding::within:
            return "within";
        case QuantityStanding::exceeded:
            return "exceeded";
        case QuantityStanding::unclear:
            break;
    }
    return "unclear";
}

certificates::Section section_of(const CertifiedFrom& from, const GuidelineInfo& guideline) {
    return {guideline.name,
            guideline.title,
            guideline.source,
            guideline.edition,
            words_of(guideline.status),
            guideline.partial,
            citation_of(from, guideline.provenance)};
}

std::vector<certificates::Exception> exceptions_of(const CertifiedFrom& from, const std::vector<ExceptionPlan>& exceptions) {
    std::vector<certificates::Exception> result;
    for (const ExceptionPlan& exception : exceptions) {
        result.push_back({exception.name, exception.label, exception.departure, number_of(exception.when),
                          number_of(exception.cap), citation_of(from, exception.source)});
    }
    return result;
}

certificates::Criterion criterion_of(const CertifiedFrom& from, const CriterionPlan& criterion, const Values& values) {
    return {.id = criterion.id,
            .label = criterion.label,
            .excludes = criterion.excludes,
            .generally = criterion.generally,
            .applies = number_of(criterion.applies),
            .condition = number_of(criterion.condition),
            .holds = number_of(criterion.holds),
            .truth = number_of(criterion.truth),
            .silent = number_of(criterion.silent),
            .status = words_of(status_of(criterion, values, 0)),
            .source = citation_of(from, criterion.source),
            .exceptions = exceptions_of(from, criterion.exceptions)};
}

certificates::Limit limit_of(const CertifiedFrom& from, const LimitPlan& limit, const Plan& plan, const Values& values) {
    return {.id = limit.id,
            .label = limit.label,
            .generally = limit.generally,
            .quantity = limit.quantity,
            .applies = number_of(limit.applies),
            .base = number_of(limit.base),
            .cap = number_of(limit.cap),
            .silent = number_of(limit.silent),
            .status = words_of(status_of(limit, plan, values, 0)),
            .source = citation_of(from, limit.source),
            .exceptions = exceptions_of(from, limit.exceptions)};
}

// One of a type is factor / divisor of its base unit, `hour/day`.
void add_unit(const Vocabulary& words, const Type& type, certificates::Quantity& quantity) {
    quantity.unit = print_type(words, type);
    if (!type.numerator.valid()) return;
    const auto base = [&](UnitId unit) {
        return words.unit(unit).base.valid() ? words.unit(words.unit(unit).base).singular : "";
    };
    const UnitInfo& numerator = words.unit(type.numerator);
    quantity.base_unit = base(type.numerator);
    quantity.factor = numerator.factor;
    quantity.divisor = numerator.divisor;
    if (!type.denominator.valid()) return;
    const UnitInfo& denominator = words.unit(type.denominator);
    quantity.base_unit += "/" + base(type.denominator);
    quantity.factor *= denominator.divisor;
    quantity.divisor *= denominator.factor;
    const std::int64_t common = std::gcd(quantity.factor, quantity.divisor);
    quantity.factor /= common;
    quantity.divisor /= common;
}

certificates::Quantity quantity_of(const Vocabulary& words, const QuantityPlan& plan, const QuantityFinding& found) {
    certificates::Quantity quantity;
    quantity.fact = words.fact(plan.fact).path;
    quantity.asked = number_of(plan.asked);
    quantity.cap = number_of(plan.cap);
    quantity.within = number_of(plan.within);
    quantity.scale = scale_of(plan.scale);
    add_unit(words, plan.cap_type, quantity);
    quantity.standing = words_of(found.standing);
    quantity.certain = found.certain;
    return quantity;
}

std::vector<certificates::NamedStep> clauses_of(const CertifiedFrom& from, const RecommendationPlan& recommendation) {
    std::vector<certificates::NamedStep> clauses;
    const auto add = [&](const char* name, StepId step, const PartSource& source) {
        clauses.push_back({name, "", number_of(step), citation_of(from, source)});
    };
    if (recommendation.recommended.valid())
        add("recommended when", recommendation.recommended, recommendation.recommended_source);
    if (recommendation.not_recommended.valid())
        add("not recommended when", recommendation.not_recommended, recommendation.not_recommended_source);
    if (recommendation.never_recommended) add("not recommended", {}, recommendation.not_recommended_source);
    for (const ExceptionPlan& exception : recommendation.exceptions)
        clauses.push_back(
            {"except " + exception.name, exception.label, number_of(exception.when), citation_of(from, exception.source)});
    if (recommendation.no_recommendation.valid())
        add("no recommendation when", recommendation.no_recommendation, recommendation.no_recommendation_source);
    return clauses;
}

}  // namespace

std::string module_words(const ShelfModule& module) {
    return module.edition.empty() ? module.name : module.name + "/" + module.edition;
}

std::string place_of(const CertifiedFrom& from, Span span) {
    const Position position = from.sources.position(span.begin);
    for (const ShelfModule& module : from.shelf.modules) {
        if (module.tree.source == position.source) return fmt::format("{}:{}", module_words(module), position.line);
    }
    return {};
}

certificates::Citation citation_of(const CertifiedFrom& from, const PartSource& source) {
    return {source.citation, words_of(source.basis), source.document, source.verbatim, place_of(from, source.span)};
}

certificates::Judgement judgement_of(const Certifying& certifying, const Candidate& candidate) {
    const CertifiedFrom& from = certifying.from;
    const Plan& plan = candidate.plan;
    certificates::Judgement judgement;
    judgement.section = section_of(from, plan.guideline);
    for (const ShelfModule* module : candidate.used) judgement.used.push_back(module_words(*module));
    for (const AddedSection& added : candidate.added) {
        for (const ShelfModule* module : added.used) judgement.used.push_back(module_words(*module));
    }
    for (const AddedPlan& added : plan.added)
        judgement.added.push_back({section_of(from, added.guideline), number_of(added.when)});
    judgement.derivation = derivation_of(certifying, plan, *candidate.values);
    for (const CriterionPlan& criterion : plan.criteria)
        judgement.criteria.push_back(criterion_of(from, criterion, *candidate.values));
    for (const LimitPlan& limit : plan.limits) judgement.limits.push_back(limit_of(from, limit, plan, *candidate.values));
    for (std::size_t index = 0; index < plan.quantities.size(); ++index)
        judgement.quantities.push_back(
            quantity_of(certifying.words(), plan.quantities[index], candidate.finding.quantities[index]));
    for (const AssumptionPlan& assumption : plan.assumptions) {
        judgement.assumptions.push_back({certifying.words().fact(assumption.fact).path, number_of(assumption.step),
                                         assumption.because, citation_of(from, assumption.source)});
    }
    for (const DefinitionPlan& definition : plan.definitions)
        judgement.definitions.push_back(
            {definition.name, definition.label, number_of(definition.step), citation_of(from, definition.source)});
    judgement.clauses = clauses_of(from, plan.recommendation);
    judgement.roots = {number_of(plan.not_addressed), number_of(plan.none_applies), number_of(plan.all_criteria),
                       number_of(plan.not_supported), number_of(plan.supported)};
    for (const StepId condition : candidate.covers_when) judgement.covers_when.push_back(condition.index);
    return judgement;
}

}  // namespace warrant::certifying
