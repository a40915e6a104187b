// The verifier's second half: what the parts of a guideline and the rows of the finding say of steps. Steps themselves are
// verify.cpp's.
#include "interpreter/plan/verify_parts.hpp"

#include <fmt/format.h>

namespace warrant {

namespace {

enum class Presence { required, optional };

class PartVerifier {  // Invariant: `owner` names the part under judgement, for every message.
public:
    explicit PartVerifier(Verification& verification) : verification_(verification), plan_(verification.plan) {}

    void criterion(const CriterionPlan& part) {
        owner_ = "criterion " + part.id;
        truth("applies when", part.applies, Presence::optional);
        truth("condition", part.condition, Presence::required);
        truth("holds", part.holds, Presence::required);
        truth("truth", part.truth, Presence::required);
        truth("not addressed", part.silent, Presence::optional);
        for (const ExceptionPlan& exception : part.exceptions) truth("exception", exception.when, Presence::required);
    }
    void limit(const LimitPlan& part) {
        owner_ = "limit " + part.id;
        if (part.quantity >= plan_.quantities.size()) refuse("its quantity does not exist");
        truth("applies when", part.applies, Presence::optional);
        ordered("base", part.base);
        ordered("cap", part.cap);
        truth("not addressed", part.silent, Presence::optional);
        for (const ExceptionPlan& exception : part.exceptions) {
            truth("exception", exception.when, Presence::required);
            if (exception.cap.valid()) ordered("cap of an exception", exception.cap);
        }
    }
    void quantity(const QuantityPlan& part, std::size_t number) {
        owner_ = fmt::format("quantity {}", number);
        fact(part.fact);
        ordered("asked", part.asked);
        ordered("cap", part.cap);
        truth("within", part.within, Presence::required);
        truth("zero", part.zero, Presence::required);
        if (part.scale.left <= 0 || part.scale.right <= 0) refuse("a factor of its scale is not above 0");
    }
    void assumption(const AssumptionPlan& part, std::size_t number) {
        owner_ = fmt::format("assumption {}", number);
        fact(part.fact);
        if (!exists(part.step) || plan_.step(part.step).op != Op::assume) refuse("its step does not assume");
    }
    void table(const TablePlan& part, std::uint32_t number) {
        owner_ = "table " + part.name;
        for (const TablePlan::LookUp& look_up : part.look_ups) {
            if (look_up.column >= part.columns.size()) refuse("a look-up names a column that does not exist");
            if (look_up.keys.size() != part.keys.size()) refuse("a look-up has not one value for each key");
            for (const StepId key : look_up.keys) {
                if (!exists(key)) refuse("a key of a look-up: no such step");
            }
            picks("a look-up", look_up.step, number);
            truth("not addressed", look_up.not_addressed, Presence::optional);
            if (look_up.not_addressed.valid()) picks("not addressed", look_up.not_addressed, number);
        }
    }
    void definition(const DefinitionPlan& part) {
        owner_ = "definition " + part.name;
        if (!exists(part.step)) refuse("no such step");
    }
    void coverage(const CoveragePlan& part, std::size_t number) {
        owner_ = fmt::format("coverage {}", number);
        truth("when", part.when, Presence::optional);
        if (part.services.empty()) refuse("it names no service");
        for (const std::uint32_t service : part.services) {
            if (service >= verification_.vocabulary.services.size()) refuse("a service is not in the vocabulary");
        }
    }
    void added(const AddedPlan& part) {
        owner_ = "added " + part.guideline.name;
        truth("when", part.when, Presence::optional);
    }
    void roots() {
        owner_ = "roots";
        truth("not addressed", plan_.not_addressed, Presence::optional);
        truth("none applies", plan_.none_applies, Presence::optional);
        truth("all criteria", plan_.all_criteria, Presence::optional);
        truth("not supported", plan_.not_supported, Presence::optional);
        truth("supported", plan_.supported, Presence::optional);
        if (plan_.result.valid() && !exists(plan_.result)) refuse("result: no such step");
        if (plan_.result.valid() && exists(plan_.result)) of_the_case("result", plan_.result);
        for (const ListSlot& list : plan_.lists) {
            fact(list.fact);
            truth("only if", list.gate, Presence::optional);
        }
        const RecommendationPlan& recommendation = plan_.recommendation;
        truth("recommended", recommendation.recommended, Presence::optional);
        truth("not recommended", recommendation.not_recommended, Presence::optional);
        truth("no recommendation", recommendation.no_recommendation, Presence::optional);
        for (const ExceptionPlan& exception : recommendation.exceptions) {
            truth("exception of not recommended", exception.when, Presence::required);
        }
        for (const FactSlot& slot : plan_.slots) truth("only if", slot.gate, Presence::optional);
        for (const Plan::Part& part : plan_.parts) {
            if (part.index >= (part.is_limit ? plan_.limits.size() : plan_.criteria.size())) refuse("a part does not exist");
            if (part.added != no_guideline && part.added >= plan_.added.size())
                refuse("a part is of a guideline that adds nothing");
        }
    }

private:
    bool exists(StepId step) const { return step.index < plan_.steps.size(); }
    void refuse(std::string_view problem) { verification_.refuse(fmt::format("{}: {}", owner_, problem)); }

    void truth(std::string_view what, StepId step, Presence presence) {
        if (!step.valid() && presence == Presence::optional) return;
        if (!exists(step)) return refuse(fmt::format("{}: no such step", what));
        if (layout_of(plan_.step(step).type.kind) != Layout::truth) refuse(fmt::format("{}: not a truth", what));
        of_the_case(what, step);
    }
    void ordered(std::string_view what, StepId step) {
        if (!exists(step)) return refuse(fmt::format("{}: no such step", what));
        if (layout_of(plan_.step(step).type.kind) != Layout::ordered) refuse(fmt::format("{}: not a quantity", what));
        of_the_case(what, step);
    }
    void of_the_case(std::string_view what, StepId step) {
        if (plan_.step(step).space != case_rows) refuse(fmt::format("{}: of the elements of a list", what));
    }
    void picks(std::string_view what, StepId step, std::uint32_t table) {
        if (!exists(step)) return refuse(fmt::format("{}: no such step", what));
        if (plan_.step(step).op != Op::pick || plan_.step(step).payload != table)
            refuse(fmt::format("{}: it picks from no row of the table", what));
    }
    void fact(FactId fact) {
        if (fact.index >= verification_.vocabulary.facts.size()) refuse("its fact is not in the vocabulary");
    }

    Verification& verification_;
    const Plan& plan_;
    std::string owner_;
};

}  // namespace

void verify_parts(Verification& verification) {
    const Plan& plan = verification.plan;
    PartVerifier verifier(verification);
    for (const CriterionPlan& criterion : plan.criteria) verifier.criterion(criterion);
    for (const LimitPlan& limit : plan.limits) verifier.limit(limit);
    for (std::size_t number = 0; number < plan.quantities.size(); ++number) verifier.quantity(plan.quantities[number], number);
    for (std::size_t number = 0; number < plan.assumptions.size(); ++number)
        verifier.assumption(plan.assumptions[number], number);
    for (std::uint32_t number = 0; number < plan.tables.size(); ++number) verifier.table(plan.tables[number], number);
    for (const DefinitionPlan& definition : plan.definitions) verifier.definition(definition);
    for (std::size_t number = 0; number < plan.coverage.size(); ++number) verifier.coverage(plan.coverage[number], number);
    for (const AddedPlan& added : plan.added) verifier.added(added);
    verifier.roots();
}

}  // namespace warrant
