// A plan as text, for people who test guidelines and for golden files: no positions, no addresses, the same bytes for the same
// plan.
#include "interpreter/plan/print_plan.hpp"

#include "interpreter/check/print_value.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

namespace warrant {

namespace {

std::string_view name_of_basis(ast::Basis::Kind kind) {
    switch (kind) {
        case ast::Basis::Kind::text:
            return "text";
        case ast::Basis::Kind::quoted:
            return "quoted";
        case ast::Basis::Kind::recalled:
            return "recalled";
    }
    return "";
}

std::string_view name_of_status(ast::Status status) {
    switch (status) {
        case ast::Status::draft:
            return "draft";
        case ast::Status::reviewed:
            return "reviewed";
        case ast::Status::in_use:
            return "in use";
    }
    return "";
}

std::string print_source(const PartSource& source) {
    std::string text =
        fmt::format("({}, {}", source.citation.empty() ? "no citation" : source.citation, name_of_basis(source.basis));
    if (!source.document.empty()) text += fmt::format(" \"{}\"", source.document);
    text += ")";
    if (!source.verbatim.empty()) text += fmt::format(" text \"{}\"", source.verbatim);
    return text;
}

// ` word %12`; nothing for an unset step.
std::string role(std::string_view word, StepId step) {
    return step.valid() ? fmt::format(" {} %{}", word, step.index) : "";
}

class PlanPrinter {  // Invariant: `out_` ends after a whole line between two calls.
public:
    PlanPrinter(const Plan& plan, const Vocabulary& vocabulary) : plan_(plan), vocabulary_(vocabulary) {}

    std::string print() {
        guideline("guideline", plan_.guideline, {});
        coverage();
        for (const AddedPlan& added : plan_.added) guideline("added", added.guideline, added.when);
        for (std::uint32_t index = 0; index < plan_.steps.size(); ++index) step(index);
        for (const FactSlot& slot : plan_.slots) {
            if (slot.gate.valid()) line("{} only if %{}", path(slot.fact), slot.gate.index);
        }
        for (const TablePlan& table : plan_.tables) this->table(table);
        for (const DefinitionPlan& definition : plan_.definitions) {
            line("define {} \"{}\" {} %{}", definition.name, definition.label, print_source(definition.source),
                 definition.step.index);
        }
        for (const ListSlot& list : plan_.lists) {
            if (list.gate.valid()) line("{} only if %{}", path(list.fact), list.gate.index);
        }
        parts();
        for (std::size_t number = 0; number < plan_.quantities.size(); ++number) quantity(number);
        for (const AssumptionPlan& assumption : plan_.assumptions) {
            line("assume {} %{} \"{}\" {}", path(assumption.fact), assumption.step.index, assumption.because,
                 print_source(assumption.source));
        }
        recommendation();
        const std::string roots = role("not_addressed", plan_.not_addressed) + role("none_applies", plan_.none_applies) +
                                  role("all_criteria", plan_.all_criteria) + role("not_supported", plan_.not_supported) +
                                  role("supported", plan_.supported) + role("result", plan_.result);
        line("finding{}", roots.empty() ? " none" : roots);
        return std::move(out_);
    }

private:
    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
        out_ += '\n';
    }
    const std::string& path(FactId fact) const { return vocabulary_.fact(fact).path; }

    void guideline(std::string_view word, const GuidelineInfo& info, StepId when) {
        if (info.name.empty()) return;
        line("{} {} \"{}\" {}{}", word, info.name, info.title, print_source(info.provenance), role("when", when));
        std::string period = "always";
        if (info.in_force_from) period = fmt::format("{} {}", print_date(*info.in_force_from), info.in_force_to ? "to " : "on");
        if (info.in_force_from && info.in_force_to) period += print_date(*info.in_force_to);
        line("  source \"{}\" edition {} in force {} status {}{}", info.source, info.edition.empty() ? "none" : info.edition,
             period, name_of_status(info.status), info.partial ? " partial" : "");
    }

    void coverage() {
        for (const CoveragePlan& clause : plan_.coverage) {
            std::string services;
            for (const std::uint32_t service : clause.services)
                services += (services.empty() ? "" : ", ") + vocabulary_.services[service].name;
            line("  {} {}{}", clause.adds ? "adds to" : "covers", services, role("when", clause.when));
        }
    }

    // What stands between an opcode and its operands, and after them.
    std::string payload(const Step& step) const {
        if (step.op == Op::fact || step.op == Op::assume) return fmt::format(" {}", path(plan_.slots[step.payload].fact));
        if (step.op == Op::field) {
            const FieldSlot& slot = plan_.fields[step.payload];
            const FactId list = plan_.list(slot.space).fact;
            return fmt::format(" {}.{}", path(list), vocabulary_.field(list, slot.field).name);
        }
        if (step.op == Op::constant)
            return fmt::format(" {}", print_set(vocabulary_, step.type, plan_.constants[step.payload]));
        if (step.op == Op::at_least) return fmt::format(" {} of", step.payload);
        if (step.op == Op::pick) return fmt::format(" {}", plan_.tables[step.payload].name);
        return {};
    }
    std::string suffix(const Step& step) const {
        if (has_scale(step.op)) {
            const Scale scale = plan_.scales[step.payload];
            return scale == Scale{} ? "" : fmt::format(" ({} {})", scale.left, scale.right);
        }
        if (step.op == Op::sum_in) return step.payload == 1 ? " (never negative)" : "";
        if (step.op == Op::choice_in || step.op == Op::text_in) {
            const Type& type = plan_.step(plan_.operand(step, 0)).type;
            return fmt::format(" ({})", print_set(vocabulary_, type, plan_.constants[step.payload]));
        }
        if (step.op == Op::code_in) {
            const CodeSetPlan& set = plan_.code_sets[step.payload];
            return fmt::format(" ({}{}{})", set.label, set.label.empty() ? "" : ": ", print_codes(set.codes));
        }
        return {};
    }
    void step(std::uint32_t index) {
        const Step& step = plan_.steps[index];
        std::string text = fmt::format("%{} = {}{}", index, name_of(step.op), payload(step));
        for (std::uint32_t number = 0; number < step.operand_count; ++number) {
            text += fmt::format(" %{}", plan_.operand(step, number).index);
        }
        const std::string list = step.space == case_rows ? "" : " in " + path(plan_.list(step.space).fact);
        line("{}{} : {}{}{}", text, suffix(step), print_type(vocabulary_, step.type), step.can_err ? " or error" : "", list);
    }

    void table(const TablePlan& table) {
        line("table {} \"{}\" {}", table.name, table.label, print_source(table.source));
        for (const TablePlan::Row& row : table.rows) line("  row {}{}", row.label, row.not_addressed ? " not addressed" : "");
        for (const TablePlan::LookUp& look_up : table.look_ups) {
            std::string keys;
            for (std::size_t i = 0; i < table.keys.size(); ++i) keys += role(table.keys[i], look_up.keys[i]);
            line("  by{} {}{}", keys, table.columns[look_up.column].label,
                 role("is", look_up.step) + role("not_addressed", look_up.not_addressed));
        }
    }
    void exceptions(const std::vector<ExceptionPlan>& list) {
        for (const ExceptionPlan& exception : list) {
            line("  except {} \"{}\" {}{}{}{}", exception.name, exception.label, print_source(exception.source),
                 role("when", exception.when), role("cap", exception.cap), exception.departure ? " departure" : "");
        }
    }
    std::string of_added(const Plan::Part& part) const {
        return part.added == no_guideline ? "" : " of " + plan_.added[part.added].guideline.name;
    }
    void parts() {
        for (const Plan::Part& part : plan_.parts) {
            if (part.is_limit) {
                const LimitPlan& limit = plan_.limits[part.index];
                line("limit {} \"{}\" {}{}", limit.id, limit.label, print_source(limit.source), of_added(part));
                line("  {}quantity {}{}{}{}{}", limit.generally ? "generally " : "", limit.quantity,
                     role("applies", limit.applies), role("base", limit.base), role("cap", limit.cap),
                     role("silent", limit.silent));
                exceptions(limit.exceptions);
            } else {
                const CriterionPlan& criterion = plan_.criteria[part.index];
                line("criterion {} \"{}\" {}{}", criterion.id, criterion.label, print_source(criterion.source), of_added(part));
                line("  {}{}{}{}{}{}{}", criterion.generally ? "generally " : "", criterion.excludes ? "excludes" : "requires",
                     role("condition", criterion.condition), role("applies", criterion.applies), role("holds", criterion.holds),
                     role("truth", criterion.truth), role("silent", criterion.silent));
                exceptions(criterion.exceptions);
            }
        }
    }
    void quantity(std::size_t number) {
        const QuantityPlan& quantity = plan_.quantities[number];
        line("quantity {} {}{}{}{}{} ({} {}) in {}", number, path(quantity.fact), role("asked", quantity.asked),
             role("cap", quantity.cap), role("within", quantity.within), role("zero", quantity.zero), quantity.scale.left,
             quantity.scale.right, print_type(vocabulary_, quantity.cap_type));
    }
    void recommendation() {
        const RecommendationPlan& plan = plan_.recommendation;
        if (plan.recommended.valid()) line("recommended %{} {}", plan.recommended.index, print_source(plan.recommended_source));
        if (plan.not_recommended.valid() || plan.never_recommended) {
            line("not recommended{}{} {}", plan.never_recommended ? " ever" : "", role("when", plan.not_recommended),
                 print_source(plan.not_recommended_source));
            exceptions(plan.exceptions);
        }
        if (plan.no_recommendation.valid()) {
            line("no recommendation %{} {}", plan.no_recommendation.index, print_source(plan.no_recommendation_source));
        }
    }

    const Plan& plan_;
    const Vocabulary& vocabulary_;
    std::string out_;
};

}  // namespace

std::string print_plan(const Plan& plan, const Vocabulary& vocabulary) {
    return PlanPrinter(plan, vocabulary).print();
}

}  // namespace warrant
