// Runs a plan's steps in order over one block of rows: which kernel computes which opcode. What they compute is the kernels'.
#include "interpreter/evaluate/evaluate.hpp"

#include "interpreter/evaluate/kernels.hpp"

#include <cassert>

namespace warrant {

void kernels::run(const Job& job) {
    switch (job.step.op) {
        case Op::constant:
        case Op::fact:
            return;
        case Op::assume:
            return assume(job);
        case Op::all_of:
            return all_of(job);
        case Op::any_of:
            return any_of(job);
        case Op::at_least:
            return at_least(job);
        case Op::negate:
            return negate(job);
        case Op::choose:
            return choose(job);
        case Op::pick:
            return pick(job);
        case Op::documented:
            return documented(job);
        case Op::known:
            return known(job);
        case Op::less:
        case Op::less_equal:
        case Op::equal:
            return compare(job);
        case Op::choice_in:
            return choice_in(job);
        case Op::choice_equal:
            return choice_equal(job);
        case Op::choice_less:
        case Op::choice_less_equal:
            return choice_before(job);
        case Op::text_in:
            return text_in(job);
        case Op::text_equal:
            return text_equal(job);
        case Op::add:
        case Op::subtract:
            return sum(job);
        case Op::minus:
            return minus(job);
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
            return product(job);
        case Op::least:
        case Op::greatest:
            return extreme(job);
        case Op::add_days:
        case Op::add_months:
            return shift_date(job);
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
            return between_dates(job);
    }
}

void evaluate(const Plan& plan, const FactColumns& facts, std::size_t first_row, std::size_t rows, Values& values) {
    assert(first_row % 64 == 0 && rows <= values.capacity_ && first_row + rows <= facts.rows);
    assert(facts.columns.size() == plan.slots.size() && facts.absent.size() == plan.slots.size());
    values.set_rows(rows);
    values.resolve_texts(plan, facts.pool);
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot)
        values.bind_fact(facts, slot, plan.slots[slot].step.index, first_row);
    if (rows == 0) return;
    const kernels::Block block = values.block(plan, rows);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        if (values.cells_[index].broadcast) continue;
        kernels::run(
            kernels::Job{.block = block, .step = plan.steps[index], .own = values.cells_[index], .out = values.stores_[index]});
    }
}

}  // namespace warrant
