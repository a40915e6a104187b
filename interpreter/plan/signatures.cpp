// The signatures of all opcodes, one row each.
#include "interpreter/plan/signatures.hpp"

namespace warrant {

namespace {
constexpr std::uint32_t any_number = UINT32_MAX;
}  // namespace

std::string_view name_of_shape(Shape shape) {
    switch (shape) {
        case Shape::truth:
            return "a truth";
        case Shape::decimal:
            return "a number or quantity";
        case Shape::date:
            return "a date";
        case Shape::ordered:
            return "a number, quantity or date";
        case Shape::choice:
            return "a choice";
        case Shape::text:
            return "a text";
        case Shape::code:
            return "a code";
        case Shape::any:
            return "a value";
    }
    return "a value";
}

bool fits(Shape shape, const Type& type) {
    const Layout layout = layout_of(type.kind);
    switch (shape) {
        case Shape::truth:
            return layout == Layout::truth;
        case Shape::decimal:
            return layout == Layout::ordered && type.kind != TypeKind::date;
        case Shape::date:
            return type.kind == TypeKind::date;
        case Shape::ordered:
            return layout == Layout::ordered;
        case Shape::choice:
            return layout == Layout::choice;
        case Shape::text:
            return layout == Layout::text;
        case Shape::code:
            return type.kind == TypeKind::code;
        case Shape::any:
            return true;
    }
    return false;
}

Signature signature_of(Op op) {
    switch (op) {
        case Op::constant:
        case Op::fact:
            return {};
        case Op::assume:
            return {2, 2, Shape::any, Shape::any, Shape::any, true};
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
            return {1, any_number, Shape::truth, Shape::truth, Shape::truth, false};
        case Op::negate:
        case Op::documented:
            return {1, 1, Shape::truth, Shape::truth, Shape::truth, false};
        case Op::choose:
            return {3, 3, Shape::truth, Shape::any, Shape::any, false};
        case Op::pick:
            return {2, any_number, Shape::truth, Shape::any, Shape::any, false};
        case Op::indexed:
            return {2, any_number, Shape::choice, Shape::any, Shape::any, false};
        case Op::known:
            return {1, 1, Shape::any, Shape::any, Shape::truth, false};
        case Op::less:
        case Op::less_equal:
        case Op::equal:
            return {2, 2, Shape::ordered, Shape::ordered, Shape::truth, true};
        case Op::choice_in:
            return {1, 1, Shape::choice, Shape::choice, Shape::truth, false};
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
            return {2, 2, Shape::choice, Shape::choice, Shape::truth, true};
        case Op::text_in:
            return {1, 1, Shape::text, Shape::text, Shape::truth, false};
        case Op::text_equal:
            return {2, 2, Shape::text, Shape::text, Shape::truth, true};
        case Op::code_in:
            return {1, 1, Shape::code, Shape::code, Shape::truth, false};
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::round_up:
            return {2, 2, Shape::decimal, Shape::decimal, Shape::decimal, false};
        case Op::minus:
        case Op::convert:
            return {1, 1, Shape::decimal, Shape::decimal, Shape::decimal, false};
        case Op::least:
        case Op::greatest:
            return {1, any_number, Shape::ordered, Shape::ordered, Shape::ordered, true};
        case Op::add_days:
        case Op::add_months:
            return {2, 2, Shape::date, Shape::decimal, Shape::date, false};
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
            return {2, 2, Shape::date, Shape::date, Shape::decimal, false};
        case Op::field:
            return {};
        case Op::broadcast:
            return {1, 1, Shape::any, Shape::any, Shape::any, true};
        case Op::some_in:
        case Op::every_in:
            return {1, 1, Shape::truth, Shape::truth, Shape::truth, false};
        case Op::count_in:
            return {1, 1, Shape::truth, Shape::truth, Shape::decimal, false};
        case Op::sum_in:
            return {2, 2, Shape::truth, Shape::decimal, Shape::decimal, false};
        case Op::least_in:
        case Op::greatest_in:
            return {3, 3, Shape::truth, Shape::ordered, Shape::ordered, false};
        case Op::latest_in:
            return {4, 4, Shape::truth, Shape::any, Shape::any, false};
    }
    return {};
}

}  // namespace warrant
