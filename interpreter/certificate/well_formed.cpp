// Operands that stand before their step, as many as the operation takes, of the kinds that it takes, in the rows that it reads.
#include "interpreter/certificate/well_formed.hpp"

#include "interpreter/certificate/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::certificates {
namespace {

constexpr std::size_t any_number = SIZE_MAX;

// What an operand or a value may be.
enum class Shape { truth, number, date, ordered, choice, text, any };

bool fits(Shape shape, Kind kind) {
    switch (shape) {
        case Shape::truth:
            return kind == Kind::truth;
        case Shape::number:
            return kind == Kind::number;
        case Shape::date:
            return kind == Kind::date;
        case Shape::ordered:
            return kind == Kind::number || kind == Kind::date;
        case Shape::choice:
            return kind == Kind::choice;
        case Shape::text:
            return kind == Kind::text;
        case Shape::any:
            break;
    }
    return true;
}

// How many operands, which kind the first few are (the last of `operands` stands for all that follow), and the value. `alike`:
// from which operand on they are of the form of the value; `same`: all operands are of one form.
struct Signature {
    std::size_t fewest;
    std::size_t most;
    std::vector<Shape> operands;
    Shape value;
    std::size_t alike = any_number;
    bool same = false;
};

Signature signature_of(Op op) {
    using enum Shape;
    switch (op) {
        case Op::constant:
        case Op::fact:
        case Op::field:
            return {0, 0, {any}, any};
        case Op::assume:
            return {2, 2, {any}, any, 0};
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
            return {1, any_number, {truth}, truth};
        case Op::negate:
        case Op::documented:
            return {1, 1, {truth}, truth};
        case Op::choose:
            return {3, 3, {truth, any}, any, 1};
        case Op::pick:
            return {2, any_number, {any}, any};
        case Op::known:
            return {1, 1, {any}, truth};
        case Op::indexed:
            return {2, any_number, {choice, any}, any, 1};
        case Op::less:
        case Op::less_equal:
        case Op::equal:
            return {2, 2, {ordered}, truth, any_number, true};
        case Op::choice_in:
            return {1, 1, {choice}, truth};
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
            return {2, 2, {choice}, truth, any_number, true};
        case Op::text_in:
        case Op::code_in:
            return {1, 1, {text}, truth};
        case Op::text_equal:
            return {2, 2, {text}, truth};
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::round_up:
            return {2, 2, {number}, number};
        case Op::minus:
        case Op::convert:
            return {1, 1, {number}, number};
        case Op::least:
        case Op::greatest:
            return {1, any_number, {ordered}, ordered, 0};
        case Op::add_days:
        case Op::add_months:
            return {2, 2, {date, number}, date};
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
            return {2, 2, {date}, number};
        case Op::broadcast:
            return {1, 1, {any}, any, 0};
        case Op::some_in:
        case Op::every_in:
            return {1, 1, {truth}, truth};
        case Op::count_in:
            return {1, 1, {truth}, number};
        case Op::sum_in:
            return {2, 2, {truth, number}, number};
        case Op::least_in:
        case Op::greatest_in:
            return {3, 3, {truth, ordered}, ordered, 1};
        case Op::latest_in:
            return {4, 4, {truth, ordered, any}, any, 2};
    }
    return {any_number, 0, {any}, any};
}

bool alike(const Form& a, const Form& b) {
    return a.kind == b.kind && a.choice == b.choice;
}

std::string wrong_operands(const Derivation& derivation, std::size_t number, const Signature& signature) {
    const Step& step = derivation.steps[number];
    if (step.operands.size() < signature.fewest || step.operands.size() > signature.most)
        return fmt::format("it has {} operands", step.operands.size());
    if (!fits(signature.value, step.form.kind)) return "its value is of another kind";
    for (std::size_t index = 0; index < step.operands.size(); ++index) {
        if (step.operands[index] >= number) return "an operand is not an earlier step";
        const Form& form = derivation.steps[step.operands[index]].form;
        const Shape shape = signature.operands[std::min(index, signature.operands.size() - 1)];
        const Form& first = derivation.steps[step.operands[0]].form;
        const bool agrees = fits(shape, form.kind) && (index < signature.alike || alike(form, step.form)) &&
                            (!signature.same || alike(form, first));
        if (!agrees) return fmt::format("its operand {} is of another kind", index + 1);
    }
    return {};
}

// The value for no element, and the operand of a broadcast, are of the case; what is reduced is of one list; all else of the
// step's own rows.
bool rows_fit(const Derivation& derivation, const Step& step) {
    const auto list_of = [&](std::size_t index) { return derivation.steps[step.operands[index]].list; };
    if (step.op == Op::broadcast) return step.list != none && list_of(0) == none;
    const bool takes_list = reduces(step.op);
    const bool has_otherwise = step.op == Op::least_in || step.op == Op::greatest_in || step.op == Op::latest_in;
    const std::uint32_t rows = takes_list ? list_of(0) : step.list;
    if (takes_list && (step.list != none || rows == none)) return false;
    for (std::size_t index = 0; index < step.operands.size(); ++index) {
        const bool otherwise = has_otherwise && index + 1 == step.operands.size();
        if (list_of(index) != (otherwise ? none : rows)) return false;
    }
    return true;
}

// A condition for every row of the table, then a value.
bool table_fits(const Derivation& derivation, const Step& step) {
    const std::size_t rows = step.operands.size() / 2;
    for (std::size_t index = 0; index < step.operands.size(); ++index) {
        const Form& form = derivation.steps[step.operands[index]].form;
        if (index < rows ? form.kind != Kind::truth : !alike(form, step.form)) return false;
    }
    return step.operands.size() % 2 == 0 && step.number < derivation.tables.size();
}

bool field_fits(const Derivation& derivation, const Step& step) {
    if (step.number >= derivation.fields.size()) return false;
    const Field& field = derivation.fields[step.number];
    return field.list == step.list && alike(field.form, step.form);
}

bool payload_fits(const Derivation& derivation, const Step& step) {
    switch (payload_of(step.op)) {
        case Payload::fact:
            return step.list == none && step.number < derivation.facts.size() &&
                   alike(derivation.facts[step.number].form, step.form) &&
                   (step.op == Op::fact || (derivation.steps[step.operands[0]].op == Op::fact &&
                                            derivation.steps[step.operands[0]].number == step.number));
        case Payload::field:
            return field_fits(derivation, step);
        case Payload::table:
            return table_fits(derivation, step);
        case Payload::flag:
            return step.number <= 1;
        case Payload::scale:
            return step.scale.left > 0 && step.scale.right > 0;
        case Payload::set:
        case Payload::codes:
        case Payload::count:
        case Payload::nothing:
            break;
    }
    // A value for each that the choice may be.
    return step.op != Op::indexed ||
           step.operands.size() == derivation.choices[derivation.steps[step.operands[0]].form.choice].values.size() + 1;
}

}  // namespace

std::string malformed(const Derivation& derivation, std::size_t number) {
    const Step& step = derivation.steps[number];
    std::string wrong = wrong_operands(derivation, number, signature_of(step.op));
    if (!wrong.empty()) return wrong;
    if (step.list != none && step.list >= derivation.lists.size()) return "its list does not exist";
    if (!rows_fit(derivation, step)) return "an operand is of other rows";
    if (!payload_fits(derivation, step)) return "what it refers to does not fit it";
    const std::size_t rows = step.list == none ? 1 : derivation.lists[step.list].elements;
    if (step.cells.size() != rows) return fmt::format("it has {} values for {} elements", step.cells.size(), rows);
    return {};
}

std::string malformed_facts(const Derivation& derivation) {
    for (const Field& field : derivation.fields) {
        if (field.list >= derivation.lists.size()) return fmt::format("the field {} is of no list", field.name);
        if (field.elements.size() != derivation.lists[field.list].elements)
            return fmt::format("the field {} has not one value for each element", field.name);
    }
    return {};
}

}  // namespace warrant::certificates
