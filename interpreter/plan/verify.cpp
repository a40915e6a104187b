// The verifier's first half: every step by itself and with its operands. It trusts nothing, not even the opcode's number; the
// parts that name steps are verify_parts.cpp's.
#include "interpreter/plan/verify.hpp"

#include "dsl/limits.hpp"
#include "interpreter/plan/signatures.hpp"
#include "interpreter/plan/verify_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

// One kind of value: what may stand for the other in the same operation. Units are lowering's to make equal.
bool alike(const Type& a, const Type& b) {
    if (layout_of(a.kind) != layout_of(b.kind) || (a.kind == TypeKind::date) != (b.kind == TypeKind::date)) return false;
    if ((a.kind == TypeKind::code) != (b.kind == TypeKind::code)) return false;
    return a.kind != TypeKind::choice || a.choice == b.choice;
}

bool known_type(const Type& type, const Vocabulary& vocabulary) {
    switch (type.kind) {
        case TypeKind::truth:
        case TypeKind::number:
        case TypeKind::date:
        case TypeKind::text:
        case TypeKind::code:
            return true;
        case TypeKind::quantity:
            return type.numerator.index < vocabulary.units.size() &&
                   (!type.denominator.valid() || type.denominator.index < vocabulary.units.size());
        case TypeKind::choice:
            return type.choice.index < vocabulary.choice_types.size() && !vocabulary.choice_type(type.choice).values.empty();
        case TypeKind::invalid:
        case TypeKind::amount:
        case TypeKind::list:
            return false;
    }
    return false;
}

// Why a constant is not a set of values of the type; empty if it is one.
std::string_view wrong_constant(const ValueSet& set, const Type& type, const Vocabulary& vocabulary, bool may_be_empty) {
    const Layout layout = layout_of(type.kind);
    if (static_cast<std::size_t>(layout) != set.index()) return "its constant is of another layout";
    if (!may_be_empty && is_empty(set)) return "its constant allows no value";
    if (layout == Layout::choice) {
        const ChoiceSet all = all_choices(vocabulary.choice_type(type.choice).values.size());
        if (std::get<ChoiceSet>(set).words.size() != all.words.size() || !is_subset(set, all)) {
            return "its constant is of another choice type";
        }
    }
    if (layout == Layout::ordered) {
        const auto& ends = std::get<OrderedSet>(set);
        if (ends.high == unbounded_low) return "its constant ends below all values";
        if (ends.low == unbounded_high && type.kind == TypeKind::date) return "no day is `no limit`";
    }
    return {};
}

static_assert(std::variant_size_v<ValueSet> == 4 && static_cast<std::size_t>(Layout::text) == 3,
              "the alternatives of ValueSet stand in the order of Layout");

class StepVerifier {  // Invariant: `step` is the step numbered `index`, and its opcode and type are valid while rules run.
public:
    StepVerifier(Verification& verification, std::uint32_t index)
        : verification_(verification), plan_(verification.plan), step_(plan_.steps[index]), index_(index) {}

    // Whether the step is well formed; later steps may then rely on its type.
    bool run() {
        if (static_cast<std::size_t>(step_.op) >= opcode_count) return refuse("no such opcode");
        if (!known_type(step_.type, verification_.vocabulary)) return refuse("its type is not in the vocabulary");
        if (step_.space.index > plan_.lists.size()) return refuse("its row space does not exist");
        return operands_fit() && payload_fits() && errors_kept();
    }

private:
    bool refuse(std::string_view problem) {
        verification_.refuse(fmt::format("%{} {}: {}", index_, name_of(step_.op), problem));
        return false;
    }
    const Type& operand_type(std::uint32_t number) const { return plan_.step(plan_.operand(step_, number)).type; }

    bool operands_fit() {
        const Signature signature = signature_of(step_.op);
        if (step_.operand_count < signature.fewest || step_.operand_count > signature.most) {
            return refuse(fmt::format("it has {} operands", step_.operand_count));
        }
        if (std::uint64_t{step_.operands} + step_.operand_count > plan_.operands.size() && step_.operand_count > 0) {
            return refuse("its operands lie outside the list of operands");
        }
        for (std::uint32_t number = 0; number < step_.operand_count; ++number) {
            const StepId operand = plan_.operand(step_, number);
            if (operand.index >= index_) return refuse("an operand is not an earlier step");
            if (!space_fits(number)) return refuse("an operand is of another row space");
            const Shape shape = number == 0 ? signature.first : signature.others;
            if (!fits(shape, operand_type(number))) {
                return refuse(fmt::format("operand {} is not {}", number + 1, name_of_shape(shape)));
            }
            if (signature.alike && !alike(operand_type(number), operand_type(0))) {
                return refuse("its operands are of different kinds");
            }
        }
        return result_fits(signature);
    }

    // Steps stay in their row space, but for those that cross: one operand of the case for all elements, or the elements'
    // operands for one value of the case, which also takes what holds of no element.
    bool space_fits(std::uint32_t number) const {
        const RowSpace space = plan_.step(plan_.operand(step_, number)).space;
        if (step_.op == Op::broadcast) return space == case_rows && step_.space != case_rows;
        if (!reduces(step_.op)) return space == step_.space;
        const bool otherwise = number > 0 && number + 1 == step_.operand_count && step_.op != Op::sum_in;
        if (otherwise) return space == case_rows;
        return step_.space == case_rows && space != case_rows && space == plan_.list_under(step_);
    }

    bool result_fits(const Signature& signature) {
        if (!fits(signature.result, step_.type)) {
            return refuse(fmt::format("its result is not {}", name_of_shape(signature.result)));
        }
        const bool result_is_operand = signature.alike && signature.result != Shape::truth;
        if (result_is_operand && !alike(step_.type, operand_type(0)))
            return refuse("its result is of another kind than its operands");
        if (step_.op == Op::choose && (!alike(step_.type, operand_type(1)) || !alike(step_.type, operand_type(2)))) {
            return refuse("its branches are of another kind than its result");
        }
        if (step_.op == Op::pick && !rows_fit()) return false;
        if (step_.op == Op::least_in || step_.op == Op::greatest_in || step_.op == Op::latest_in) {
            const std::uint32_t otherwise = step_.operand_count - 1;
            if (!alike(step_.type, operand_type(otherwise)) || !alike(step_.type, operand_type(otherwise - 1))) {
                return refuse("its values are of another kind than its result");
            }
            if (layout_of(operand_type(1).kind) != Layout::ordered) return refuse("what orders the elements has no order");
        }
        if (step_.op == Op::indexed && !ways_fit()) return false;
        const bool needs_order = step_.op == Op::choice_less || step_.op == Op::choice_less_equal;
        if (needs_order && !verification_.vocabulary.choice_type(operand_type(0).choice).ordered) {
            return refuse("the choices have no order");
        }
        return true;
    }

    // A condition and a value for every row of the table.
    bool rows_fit() {
        if (step_.payload >= plan_.tables.size()) return refuse("its table does not exist");
        const std::size_t rows = plan_.tables[step_.payload].rows.size();
        if (step_.operand_count != 2 * rows) return refuse("its operands are not a condition and a value for every row");
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (!fits(Shape::truth, operand_type(row))) return refuse("a condition of its rows is not a truth");
            if (!alike(step_.type, operand_type(static_cast<std::uint32_t>(rows) + row)))
                return refuse("its values are of another kind than its result");
        }
        return true;
    }

    bool ways_fit() {
        const std::size_t values = verification_.vocabulary.choice_type(operand_type(0).choice).values.size();
        if (step_.operand_count != values + 1) return refuse("it has not one value for each value of the choice");
        for (std::uint32_t number = 1; number < step_.operand_count; ++number) {
            if (!alike(step_.type, operand_type(number))) return refuse("its values are of another kind than its result");
        }
        return true;
    }

    bool payload_fits() {
        if (has_scale(step_.op)) {
            if (step_.payload >= plan_.scales.size()) return refuse("its scale does not exist");
            const Scale scale = plan_.scales[step_.payload];
            if (scale.left <= 0 || scale.right <= 0) return refuse("a factor of its scale is not above 0");
        }
        if (step_.op == Op::constant) return constant_fits(step_.type);
        if (step_.op == Op::choice_in || step_.op == Op::text_in) return constant_fits(operand_type(0));
        if ((step_.op == Op::fact || step_.op == Op::assume) && step_.space != case_rows)
            return refuse("it is not of the case");
        if (step_.op == Op::code_in) return codes_fit();
        if (step_.op == Op::fact) return slot_fits();
        if (step_.op == Op::field) return field_fits();
        if (step_.op == Op::sum_in && step_.payload > 1) return refuse("its payload is neither 0 nor 1");
        if (step_.op == Op::assume) return assumption_fits();
        return true;
    }

    bool codes_fit() {
        if (step_.payload >= plan_.code_sets.size()) return refuse("its set of codes does not exist");
        const CodeSet& codes = plan_.code_sets[step_.payload].codes;
        if (codes.empty()) return refuse("its set holds no code");
        return std::all_of(codes.begin(), codes.end(), is_well_formed) || refuse("its set holds what is no code");
    }

    bool assumption_fits() {
        const Step& fact = plan_.step(plan_.operand(step_, 0));
        if (fact.op != Op::fact || fact.payload != step_.payload) return refuse("its first operand is not its fact");
        if (plan_.step(plan_.operand(step_, 1)).op != Op::constant) return refuse("its second operand is not a constant");
        return true;
    }

    bool constant_fits(const Type& type) {
        if (step_.payload >= plan_.constants.size()) return refuse("its constant does not exist");
        // Nothing lies before the first value of a choice: a membership may be of no value at all.
        const bool may_be_empty = step_.op == Op::choice_in;
        const std::string_view problem =
            wrong_constant(plan_.constants[step_.payload], type, verification_.vocabulary, may_be_empty);
        return problem.empty() || refuse(problem);
    }

    bool slot_fits() {
        if (step_.payload >= plan_.slots.size()) return refuse("its slot does not exist");
        const FactSlot& slot = plan_.slots[step_.payload];
        if (slot.step.index != index_) return refuse("its slot names another step");
        if (!(slot.type == step_.type)) return refuse("its slot is of another type");
        if (slot.fact.index >= verification_.vocabulary.facts.size()) return refuse("its fact is not in the vocabulary");
        return true;
    }

    bool field_fits() {
        if (step_.payload >= plan_.fields.size()) return refuse("its field does not exist");
        const FieldSlot& slot = plan_.fields[step_.payload];
        if (slot.step.index != index_) return refuse("its field names another step");
        if (!(slot.type == step_.type)) return refuse("its field is of another type");
        if (slot.space != step_.space || slot.space == case_rows) return refuse("its field is of another row space");
        const Vocabulary& words = verification_.vocabulary;
        const FactId list = plan_.list(slot.space).fact;
        if (list.index >= words.facts.size() || words.fact(list).record.index >= words.record_types.size() ||
            slot.field >= words.record_type(words.fact(list).record).fields.size()) {
            return refuse("its field is not in the vocabulary");
        }
        return true;
    }

    bool errors_kept() {
        bool needed = has_own_errors(step_.op);
        for (std::uint32_t number = 0; number < step_.operand_count; ++number) {
            needed = needed || plan_.step(plan_.operand(step_, number)).can_err;
        }
        return !needed || step_.can_err || refuse("it can err or reads a step that can, and keeps no mark");
    }

    Verification& verification_;
    const Plan& plan_;
    const Step& step_;
    std::uint32_t index_;
};

}  // namespace

std::vector<std::string> verify(const Plan& plan, const Vocabulary& vocabulary) {
    Verification verification{.plan = plan, .vocabulary = vocabulary, .problems = {}};
    if (plan.steps.size() > limits::max_steps) {
        verification.refuse("the plan has more steps than allowed");
        return verification.problems;
    }
    for (std::uint32_t index = 0; index < plan.steps.size(); ++index) {
        // A later step may rely on the types of earlier ones only if they are sound, so the first bad step is the last judged.
        if (!StepVerifier(verification, index).run()) return verification.problems;
    }
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot) {
        const StepId step = plan.slots[slot].step;
        if (step.index >= plan.steps.size() || plan.step(step).op != Op::fact || plan.step(step).payload != slot) {
            verification.refuse(fmt::format("slot {}: its step does not read it", slot));
        }
    }
    for (std::uint32_t field = 0; field < plan.fields.size(); ++field) {
        const StepId step = plan.fields[field].step;
        if (step.index >= plan.steps.size() || plan.step(step).op != Op::field || plan.step(step).payload != field) {
            verification.refuse(fmt::format("field {}: its step does not read it", field));
        }
    }
    verify_parts(verification);
    return verification.problems;
}

}  // namespace warrant
