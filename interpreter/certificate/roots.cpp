// Every step that a part names, looked up once.
#include "interpreter/certificate/roots.hpp"

#include <fmt/format.h>

#include <initializer_list>

namespace warrant::certificates {
namespace {

bool is_step(const Derivation& derivation, std::uint32_t step) {
    return step < derivation.steps.size() && derivation.steps[step].list == none;
}
bool is_amount(const Derivation& derivation, std::uint32_t step) {
    if (!is_step(derivation, step)) return false;
    const Kind kind = derivation.steps[step].form.kind;
    return kind == Kind::number || kind == Kind::date;
}
// Truths that may be left out.
bool are_truths(const Derivation& derivation, std::initializer_list<std::uint32_t> steps) {
    for (const std::uint32_t step : steps) {
        if (step != none && !is_truth_of_the_case(derivation, step)) return false;
    }
    return true;
}

bool exceptions_fit(const Derivation& derivation, const std::vector<Exception>& exceptions) {
    for (const Exception& exception : exceptions) {
        if (!is_truth_of_the_case(derivation, exception.when)) return false;
        if (exception.cap != none && !is_amount(derivation, exception.cap)) return false;
    }
    return true;
}

bool fits(const Derivation& derivation, const Criterion& criterion) {
    return is_truth_of_the_case(derivation, criterion.condition) && is_truth_of_the_case(derivation, criterion.holds) &&
           is_truth_of_the_case(derivation, criterion.truth) && are_truths(derivation, {criterion.applies, criterion.silent}) &&
           exceptions_fit(derivation, criterion.exceptions);
}

bool fits(const Judgement& judgement, const Limit& limit) {
    return limit.quantity < judgement.quantities.size() && is_amount(judgement.derivation, limit.base) &&
           is_amount(judgement.derivation, limit.cap) && are_truths(judgement.derivation, {limit.applies, limit.silent}) &&
           exceptions_fit(judgement.derivation, limit.exceptions);
}

bool fits(const Derivation& derivation, const Quantity& quantity) {
    return is_amount(derivation, quantity.asked) && is_amount(derivation, quantity.cap) &&
           is_truth_of_the_case(derivation, quantity.within) && quantity.scale.left > 0 && quantity.scale.right > 0 &&
           quantity.factor > 0 && quantity.divisor > 0;
}

}  // namespace

bool is_truth_of_the_case(const Derivation& derivation, std::uint32_t step) {
    return is_step(derivation, step) && derivation.steps[step].form.kind == Kind::truth;
}

std::string wrong_references(const Judgement& judgement) {
    const Derivation& derivation = judgement.derivation;
    constexpr std::string_view problem = "{} names a step that is not there, or not of its kind";
    const Roots& roots = judgement.roots;
    if (!are_truths(derivation,
                    {roots.not_addressed, roots.none_applies, roots.all_criteria, roots.not_supported, roots.supported}))
        return fmt::format(problem, "a row of the finding");
    for (const Quantity& quantity : judgement.quantities) {
        if (!fits(derivation, quantity)) return fmt::format(problem, "quantity " + quantity.fact);
    }
    for (const Criterion& criterion : judgement.criteria) {
        if (!fits(derivation, criterion)) return fmt::format(problem, "criterion " + criterion.id);
    }
    for (const Limit& limit : judgement.limits) {
        if (!fits(judgement, limit)) return fmt::format(problem, "limit " + limit.id);
    }
    for (const Added& added : judgement.added) {
        if (!are_truths(derivation, {added.when})) return fmt::format(problem, "what is added");
    }
    for (const std::uint32_t step : judgement.covers_when) {
        if (!is_truth_of_the_case(derivation, step)) return fmt::format(problem, "what it covers");
    }
    for (const Assumption& assumption : judgement.assumptions) {
        if (!is_step(derivation, assumption.step)) return fmt::format(problem, "an assumption");
    }
    for (const auto* named : {&judgement.definitions, &judgement.clauses}) {
        for (const NamedStep& item : *named) {
            if (item.step != none && item.step >= derivation.steps.size()) return fmt::format(problem, item.name);
        }
    }
    return {};
}

}  // namespace warrant::certificates
