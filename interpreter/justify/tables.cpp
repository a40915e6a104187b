// Tables as people read them: what was looked up, and the row that applies, or the rows that may.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

const TablePlan::LookUp* look_up_of(const TablePlan& table, StepId step) {
    for (const TablePlan::LookUp& look_up : table.look_ups) {
        if (look_up.step == step || look_up.not_addressed == step) return &look_up;
    }
    return nullptr;
}

// A row that surely applies is the only one.
std::vector<std::uint32_t> possible_rows(const PlanView& view, const Step& pick) {
    std::vector<std::uint32_t> possible;
    for (std::uint32_t row = 0; row < pick.operand_count / 2; ++row) {
        const Truth truth = truth_of(view, view.plan.operand(pick, row));
        if (truth == Truth::yes) return {row};
        if (truth == Truth::unknown) possible.push_back(row);
    }
    return possible;
}

// Look-ups in the row space of `id`, and those of the case behind them.
void collect_tables(const PlanView& view, StepId id, std::vector<bool>& seen, std::vector<StepId>& tables) {
    if (seen[id.index]) return;
    seen[id.index] = true;
    const Step& step = view.plan.step(id);
    if (step.op == Op::pick) tables.push_back(id);
    for (const StepId operand : operands_of(view, step)) {
        // Those within a question over a list are shown with its elements.
        const bool within = reduces(step.op) && view.plan.step(operand).space != step.space;
        if (!within) collect_tables(view, operand, seen, tables);
    }
}

// A row's result is the guideline's own word, except of a row that is not addressed.
std::string result_words(const PlanView& view, const Step& pick, const TablePlan& table, std::uint32_t row) {
    if (table.rows[row].not_addressed) return "not addressed";
    const StepId value = view.plan.operand(pick, pick.operand_count / 2 + row);
    return print_set(view.vocabulary, view.plan.step(value).type, set_of(view, value));
}

}  // namespace

std::vector<StepId> tables_read(const PlanView& view, StepId step) {
    std::vector<bool> seen(view.plan.steps.size(), false);
    std::vector<StepId> tables;
    collect_tables(view, step, seen, tables);
    return tables;
}

std::vector<StepId> rows_open(const PlanView& view, StepId pick) {
    const Step& step = view.plan.step(pick);
    std::vector<StepId> open;
    for (const std::uint32_t row : possible_rows(view, step)) {
        open.push_back(view.plan.operand(step, row));
        open.push_back(view.plan.operand(step, step.operand_count / 2 + row));
    }
    return open;
}

std::string look_up_label(const PlanView& view, StepId id) {
    const TablePlan& table = view.plan.tables[view.plan.step(id).payload];
    const TablePlan::LookUp* look_up = look_up_of(table, id);
    const bool several = look_up != nullptr && table.columns.size() > 1;
    return several ? table.label + ", " + table.columns[look_up->column].label : table.label;
}

Reason explain_table(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    const TablePlan& table = view.plan.tables[step.payload];
    Reason reason;
    reason.kind = Reason::Kind::table;
    reason.text = table.label;
    const ValueSet value = set_of(view, id);
    reason.value = print_set(view.vocabulary, step.type, value);
    reason.error_text = error_of(view, id);
    TableView& shown = reason.table.emplace();
    shown.citation = table.source.citation;
    shown.basis = basis_words(table.source);
    if (const TablePlan::LookUp* look_up = look_up_of(table, id)) {
        // Whether the row is not addressed is asked of no column.
        if (table.columns.size() > 1 && look_up->step == id) shown.column = table.columns[look_up->column].label;
        for (std::size_t key = 0; key < table.keys.size(); ++key) {
            const StepId looked_up = look_up->keys[key];
            shown.keys.push_back(
                {table.keys[key], print_set(view.vocabulary, view.plan.step(looked_up).type, set_of(view, looked_up))});
        }
    }
    for (const std::uint32_t row : possible_rows(view, step))
        shown.rows.push_back({table.rows[row].label, result_words(view, step, table, row)});
    return reason;
}

bool is_silent(const PlanView& view, StepId silent) {
    return silent.valid() && truth_of(view, silent) == Truth::yes;
}

}  // namespace warrant
