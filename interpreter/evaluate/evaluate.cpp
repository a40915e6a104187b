// Runs a plan's steps in order over one block of rows: which kernel computes which opcode. What they compute is the kernels'.
#include "interpreter/evaluate/evaluate.hpp"

#include "interpreter/evaluate/kernels.hpp"

#include <cassert>

namespace warrant {

void kernels::run(const Job& job) {
    switch (job.step.op) {
        case Op::constant:
        case Op::fact:
        case Op::field:
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
        case Op::indexed:
            return indexed(job);
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
        case Op::code_in:
            return code_in(job);
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
        case Op::broadcast:
            return broadcast(job);
        case Op::some_in:
            return some_in(job);
        case Op::every_in:
            return every_in(job);
        case Op::count_in:
            return count_in(job);
        case Op::sum_in:
            return sum_in(job);
        case Op::least_in:
        case Op::greatest_in:
            return extreme_in(job);
        case Op::latest_in:
            return latest_in(job);
    }
}

FactsRead read_by(const Plan& plan) {
    FactsRead read;
    for (const FactSlot& slot : plan.slots) read.facts.push_back(slot.fact);
    for (const ListSlot& list : plan.lists) read.lists.push_back(list.fact);
    for (const FieldSlot& field : plan.fields) read.fields.push_back({field.space.index - 1, field.field});
    return read;
}

void evaluate(const Plan& plan, const FactColumns& facts, std::size_t first_row, std::size_t rows, Values& values) {
    assert(first_row % 64 == 0 && rows <= values.capacity() && first_row + rows <= facts.rows);
    assert(facts.columns.size() == plan.slots.size() && facts.absent.size() == plan.slots.size());
    assert(facts.lists.size() == plan.lists.size() && facts.fields.size() == plan.fields.size());
    values.set_rows(case_rows, rows);
    for (std::size_t list = 0; list < plan.lists.size(); ++list) values.bind_list(plan, facts.lists[list], list, first_row);
    values.resolve_texts(plan, facts.pool);
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot)
        values.bind_fact(facts, slot, plan.slots[slot].step.index, first_row);
    for (std::size_t field = 0; field < plan.fields.size(); ++field)
        values.bind_field(facts.fields[field], plan.fields[field],
                          facts.lists[plan.fields[field].space.index - 1].offsets[first_row]);
    if (rows == 0) return;
    const kernels::Block cases = values.block(plan, rows);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        if (values.cells_[index].broadcast) continue;
        const Step& step = plan.steps[index];
        if (step.space == case_rows) {
            kernels::run({.block = cases, .step = step, .own = values.cells_[index], .out = values.stores_[index]});
        } else {
            const kernels::Block elements = values.block(plan, values.rows(step.space));
            kernels::run({.block = elements, .step = step, .own = values.cells_[index], .out = values.stores_[index]});
        }
    }
}

}  // namespace warrant
