// Opcode by opcode, as the kernels of evaluate/ compute.
#include "interpreter/settle/directions.hpp"

#include <algorithm>

namespace warrant::settling {
namespace {

Direction turned(Direction direction) {
    if (direction == Direction::up) return Direction::down;
    if (direction == Direction::down) return Direction::up;
    return direction;
}

// Of a sum, and of what takes the smaller or larger of two.
Direction together(Direction a, Direction b) {
    if (a == Direction::flat || a == b) return a == Direction::one_way && b == a ? Direction::unclear : b;
    return b == Direction::flat ? a : Direction::unclear;
}

// Of one of the two, which does not change within a region.
Direction either(Direction a, Direction b) {
    if (a == Direction::unclear || b == Direction::unclear) return Direction::unclear;
    return a == b ? a : Direction::one_way;
}

struct Reading {
    const OpenPlan& open;
    const std::vector<Direction>& known;

    Direction operand(const Step& step, std::uint32_t number) const { return known[open.plan.operand(step, number).index]; }
    Direction joined(const Step& step, std::uint32_t first, std::uint32_t end, Direction (*join)(Direction, Direction)) const {
        Direction result = operand(step, first);
        for (std::uint32_t number = first + 1; number < end; ++number) result = join(result, operand(step, number));
        return result;
    }
    // Of a product or quotient: with the other factor fixed, or with the divisor of one sign.
    Direction scaled(const Step& step) const {
        const Direction a = operand(step, 0);
        const Direction b = operand(step, 1);
        if (a == Direction::unclear || b == Direction::unclear) return Direction::unclear;
        return a == Direction::flat || b == Direction::flat ? Direction::one_way : Direction::unclear;
    }

    Direction of(const Step& step) const {
        switch (step.op) {
            case Op::add:
            case Op::least:
            case Op::greatest:
            case Op::add_days:
            case Op::add_months:
                return joined(step, 0, step.operand_count, together);
            case Op::subtract:
                return of_difference(operand(step, 0), operand(step, 1));
            case Op::days_between:
            case Op::months_between:
            case Op::years_between:
                return of_difference(operand(step, 1), operand(step, 0));
            case Op::minus:
                return turned(operand(step, 0));
            case Op::multiply:
            case Op::divide:
                return scaled(step);
            case Op::round_up:
                return operand(step, 1) == Direction::flat ? operand(step, 0) : Direction::unclear;
            case Op::convert:
            case Op::broadcast:
                return operand(step, 0);
            case Op::choose:
                return either(operand(step, 1), operand(step, 2));
            case Op::pick:
                return joined(step, step.operand_count / 2, step.operand_count, either);
            case Op::indexed:
                return joined(step, 1, step.operand_count, either);
            case Op::sum_in:
                return operand(step, 1) == Direction::one_way ? Direction::unclear : operand(step, 1);
            case Op::least_in:
            case Op::greatest_in:
                return operand(step, 1) == Direction::one_way ? Direction::unclear
                                                              : together(operand(step, 1), operand(step, 2));
            case Op::latest_in:
                return operand(step, 1) != Direction::flat ? Direction::unclear : either(operand(step, 2), operand(step, 3));
            // Truths, and what is made of truths and choices, do not change within a region.
            case Op::all_of:
            case Op::any_of:
            case Op::at_least:
            case Op::negate:
            case Op::documented:
            case Op::known:
            case Op::less:
            case Op::less_equal:
            case Op::equal:
            case Op::choice_in:
            case Op::choice_equal:
            case Op::choice_less:
            case Op::choice_less_equal:
            case Op::text_in:
            case Op::text_equal:
            case Op::code_in:
            case Op::some_in:
            case Op::every_in:
            case Op::count_in:
            case Op::constant:
            case Op::field:
            case Op::fact:
            case Op::assume:
                break;
        }
        return Direction::flat;
    }
};

}  // namespace

Direction of_difference(Direction left, Direction right) {
    return together(left, turned(right));
}

std::vector<Direction> directions(const OpenPlan& open, std::uint32_t thing) {
    std::vector<Direction> known;
    known.reserve(open.plan.steps.size());
    for (std::size_t index = 0; index < open.plan.steps.size(); ++index) {
        const Step& step = open.plan.steps[index];
        const bool is_fact = step.op == Op::fact || step.op == Op::assume;
        if (!open.supports[index].things.has(thing)) known.push_back(Direction::flat);
        else if (is_fact) known.push_back(Direction::up);
        else known.push_back(Reading{open, known}.of(step));
    }
    return known;
}

}  // namespace warrant::settling
