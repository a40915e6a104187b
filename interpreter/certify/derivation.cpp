// A plan with its values on one request: facts, lists, and every step with its operands.
#include "interpreter/certify/certifying.hpp"

#include <algorithm>

namespace warrant::certifying {
namespace {

certificates::Kind kind_of(const Type& type) {
    switch (type.kind) {
        case TypeKind::truth:
        case TypeKind::invalid:  // neither is the type of a step
        case TypeKind::list:
            return certificates::Kind::truth;
        case TypeKind::number:
        case TypeKind::quantity:
        case TypeKind::amount:
            return certificates::Kind::number;
        case TypeKind::date:
            return certificates::Kind::date;
        case TypeKind::choice:
            return certificates::Kind::choice;
        case TypeKind::text:
        case TypeKind::code:
            break;
    }
    return certificates::Kind::text;
}

std::string words_of(CodePattern::Kind kind) {
    switch (kind) {
        case CodePattern::Kind::one:
            return "one";
        case CodePattern::Kind::prefix:
            return "prefix";
        case CodePattern::Kind::range:
            break;
    }
    return "range";
}

// Builds one derivation; the types of choices are listed as they are met.
class Building {  // Invariant: `met_` has the type of each of `result_.choices`, in their order.
public:
    Building(const Certifying& certifying, const Plan& plan, const Values& values)
        : certifying_(certifying), plan_(plan), values_(values) {}

    certificates::Derivation run() {
        for (const FactSlot& slot : plan_.slots) result_.facts.push_back(fact_of(slot));
        for (std::uint32_t list = 0; list < plan_.lists.size(); ++list) result_.lists.push_back(list_of(list));
        for (const FieldSlot& slot : plan_.fields) result_.fields.push_back(field_of(slot));
        for (const TablePlan& table : plan_.tables)
            result_.tables.push_back({table.name, table.label, citation_of(certifying_.from, table.source)});
        for (std::uint32_t step = 0; step < plan_.steps.size(); ++step) result_.steps.push_back(step_of(StepId{step}));
        return std::move(result_);
    }

private:
    const Vocabulary& words() const { return certifying_.words(); }

    certificates::Form form_of(const Type& type) {
        certificates::Form form{kind_of(type), print_type(words(), type), certificates::none};
        if (type.kind != TypeKind::choice) return form;
        const auto known = std::find(met_.begin(), met_.end(), type.choice);
        form.choice = static_cast<std::uint32_t>(known - met_.begin());
        if (known != met_.end()) return form;
        met_.push_back(type.choice);
        certificates::ChoiceType& choice = result_.choices.emplace_back();
        choice.name = words().choice_type(type.choice).name;
        for (const ChoiceValueInfo& value : words().choice_type(type.choice).values) choice.values.push_back(value.name);
        return form;
    }

    certificates::Fact fact_of(const FactSlot& slot) {
        const FactInfo& info = words().fact(slot.fact);
        const ResolvedFact fact = resolve(certifying_.from.record, certifying_.request, slot.fact, words());
        return {info.path, info.label, form_of(slot.type), never_negative(slot.type, info.is_signed),
                entry_of(certifying_, fact)};
    }
    static bool never_negative(const Type& type, bool is_signed) {
        return !is_signed && (type.kind == TypeKind::quantity || type.kind == TypeKind::amount);
    }

    certificates::List list_of(std::uint32_t list) const {
        const FactInfo& info = words().fact(plan_.lists[list].fact);
        const Elements elements = values_.elements(RowSpace{list + 1}, 0);
        return {info.path, info.label, static_cast<std::uint32_t>(elements.end - elements.begin), elements.open};
    }
    certificates::Field field_of(const FieldSlot& slot) {
        const FactId list = plan_.list(slot.space).fact;
        const FieldInfo& info = words().field(list, slot.field);
        certificates::Field field{
            slot.space.index - 1, info.name, info.label, form_of(slot.type), never_negative(slot.type, info.is_signed), {}};
        const FactEntry* entry = resolve_list(certifying_.from.record, certifying_.request, list, words());
        if (entry == nullptr) return field;
        for (const ListElement& element : entry->elements)
            field.elements.push_back(entry_of(certifying_, resolve_field(element, list, slot.field, words())));
        return field;
    }

    certificates::Step step_of(StepId id) {
        const Step& step = plan_.step(id);
        certificates::Step result;
        result.op = step.op;
        for (std::uint32_t number = 0; number < step.operand_count; ++number)
            result.operands.push_back(plan_.operand(step, number).index);
        result.form = form_of(step.type);
        if (step.space != case_rows) result.list = step.space.index - 1;
        add_payload(step, result);
        const std::size_t rows = values_.rows(step.space);
        for (std::size_t row = 0; row < rows; ++row) result.cells.push_back({values_.at(id, row), values_.is_error(id, row)});
        result.at = place_of(certifying_.from, step.span);
        return result;
    }

    void add_payload(const Step& step, certificates::Step& result) const {
        if (has_scale(step.op)) {
            result.scale = scale_of(plan_.scales[step.payload]);
        } else if (step.op == Op::constant || step.op == Op::choice_in || step.op == Op::text_in) {
            result.set = plan_.constants[step.payload];
        } else if (step.op == Op::code_in) {
            for (const CodePattern& pattern : plan_.code_sets[step.payload].codes)
                result.codes.push_back({words_of(pattern.kind), pattern.first, pattern.last});
        } else {
            result.number = step.payload;
        }
    }

    const Certifying& certifying_;
    const Plan& plan_;
    const Values& values_;
    certificates::Derivation result_;
    std::vector<ChoiceTypeId> met_;
};

}  // namespace

certificates::Derivation derivation_of(const Certifying& certifying, const Plan& plan, const Values& values) {
    return Building(certifying, plan, values).run();
}

std::uint32_t number_of(StepId step) {
    return step.valid() ? step.index : certificates::none;
}

certificates::Scale scale_of(const Scale& scale) {
    return {scale.left, scale.right};
}

}  // namespace warrant::certifying
