// Names and traits of the opcodes; what they compute is the evaluator's.
#include "interpreter/plan/opcodes.hpp"

namespace warrant {

std::string_view name_of(Op op) {
    switch (op) {
#define WARRANT_OPCODE(name, meaning) \
    case Op::name:                    \
        return #name;
        WARRANT_OPCODES(WARRANT_OPCODE)
#undef WARRANT_OPCODE
    }
    return "invalid";
}

bool has_own_errors(Op op) {
    switch (op) {
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
        case Op::add_days:
        case Op::add_months:
        case Op::sum_in:
            return true;
        case Op::constant:
        case Op::fact:
        case Op::assume:
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
        case Op::choose:
        case Op::pick:
        case Op::documented:
        case Op::known:
        case Op::indexed:
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::choice_in:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_in:
        case Op::code_in:
        case Op::text_equal:
        case Op::minus:
        case Op::least:
        case Op::greatest:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
        case Op::field:
        case Op::broadcast:
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            return false;
    }
    return false;
}

bool has_scale(Op op) {
    switch (op) {
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
        case Op::add_days:
        case Op::add_months:
            return true;
        case Op::constant:
        case Op::fact:
        case Op::assume:
        case Op::all_of:
        case Op::any_of:
        case Op::at_least:
        case Op::negate:
        case Op::choose:
        case Op::pick:
        case Op::documented:
        case Op::known:
        case Op::indexed:
        case Op::choice_in:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_in:
        case Op::code_in:
        case Op::text_equal:
        case Op::minus:
        case Op::least:
        case Op::greatest:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
        case Op::field:
        case Op::broadcast:
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::sum_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            return false;
    }
    return false;
}

bool reduces(Op op) {
    return op == Op::some_in || op == Op::every_in || op == Op::count_in || op == Op::sum_in || op == Op::least_in ||
           op == Op::greatest_in || op == Op::latest_in;
}

}  // namespace warrant
