// Look-ups of tables as steps: a condition for every row, in the form of a product of its cells, and one `pick` of the values.
// Conditions of that form are false just when no combination of the keys' values meets the row, so the pick is exact.
#include "interpreter/check/print_value.hpp"
#include "interpreter/plan/lowering.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace warrant {

namespace {
constexpr Type truth_type{TypeKind::truth, {}, {}, {}};
}  // namespace

std::vector<StepId> silences_under(const Plan& plan, std::vector<StepId> steps) {
    const auto has_silence = [](const TablePlan& table) {
        return std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return row.not_addressed; });
    };
    std::vector<StepId> silences;
    if (std::none_of(plan.tables.begin(), plan.tables.end(), has_silence)) return silences;
    std::set<StepId> seen;
    while (!steps.empty()) {
        const StepId id = steps.back();
        steps.pop_back();
        if (!seen.insert(id).second) continue;
        const Step& step = plan.step(id);
        for (std::uint32_t i = 0; i < step.operand_count; ++i) steps.push_back(plan.operand(step, i));
        if (step.op != Op::pick) continue;
        for (const TablePlan::LookUp& look_up : plan.tables[step.payload].look_ups) {
            if (look_up.step == id && look_up.not_addressed.valid()) silences.push_back(look_up.not_addressed);
        }
    }
    std::sort(silences.begin(), silences.end());
    return silences;
}

std::uint32_t Lowering::table(DefineRef ref) {
    auto [entry, added] = tables_.try_emplace({ref.module, ref.decl.index}, static_cast<std::uint32_t>(plan.tables.size()));
    if (!added) return entry->second;
    const ast::Module& tree = *program_->modules[ref.module].tree;
    const auto& declared = std::get<ast::Table>(tree.decls[ref.decl.index].kind);
    const CheckedTable& checked = program_->table(ref);
    TablePlan table;
    table.name = declared.name.text;
    table.label = declared.label ? declared.label->text : declared.name.text;
    if (!declared.label) std::replace(table.label.begin(), table.label.end(), '_', ' ');
    table.source = source_of(tree.header, declared.provenance, declared.name.span);
    for (const CheckedTable::Key& key : checked.keys) table.keys.push_back(key.label);
    for (const CheckedTable::Result& result : checked.results) table.columns.push_back({result.label, result.type});
    for (const CheckedTable::Row& row : checked.rows) table.rows.push_back({row.label, row.results.empty(), row.span});
    plan.tables.push_back(std::move(table));
    return entry->second;
}

// What the record states of a fact is not below 0 unless the fact is signed; nothing is promised of a calculation.
bool Lowering::never_below_zero(StepId id) const {
    const Step& step = plan.step(id);
    if (step.op == Op::fact) return !words().fact(plan.slots[step.payload].fact).is_signed;
    if (step.op == Op::convert) return never_below_zero(plan.operand(step, 0));
    if (step.op == Op::assume) return never_below_zero(plan.operand(step, 0)) && never_below_zero(plan.operand(step, 1));
    const ValueSet* constant = constant_value(id);
    return constant != nullptr && std::get<OrderedSet>(*constant).low >= 0;
}

// A computed amount below 0 is looked up as 0.
StepId Lowering::key_from_zero(StepId key, Span span) {
    if (never_below_zero(key)) return key;
    const Type type = type_of(key);
    const StepId zero = constant(type, OrderedSet{0, 0}, span);
    return emit(Op::greatest, type, {key, zero}, 0, span);
}

StepId Lowering::cell_condition(StepId key, const CheckedTable::Key& column, const CheckedTable::Cell& cell, Span span) {
    std::vector<StepId> ways;
    for (const ValueSet& set : cell) {
        if (const auto* truth = std::get_if<TruthSet>(&set)) return truth->can_be_true ? key : negate(key, span);
        if (std::holds_alternative<ChoiceSet>(set)) return emit(Op::choice_in, truth_type, {key}, payload(set), span);
        const auto& range = std::get<OrderedSet>(set);
        const auto end = [&](std::int64_t value) { return constant(column.type, OrderedSet{value, value}, span); };
        if (range.low == range.high) {
            ways.push_back(emit(Op::equal, truth_type, {key, end(range.low)}, scale({}), span));
            continue;
        }
        std::vector<StepId> ends;
        const bool from_beginning = range.low == unbounded_low || (column.from_zero && range.low == 0);
        if (!from_beginning) ends.push_back(less_equal(end(range.low), key, span));
        if (range.high != unbounded_high) ends.push_back(less_equal(key, end(range.high), span));
        ways.push_back(all_of(std::move(ends), span));
    }
    return any_of(std::move(ways), span);
}

StepId Lowering::row_condition(const std::vector<StepId>& keys, const CheckedTable& table, const CheckedTable::Row& row) {
    std::vector<StepId> regions;
    for (const CheckedTable::Region& region : row.regions) {
        std::vector<StepId> cells;
        for (std::size_t i = 0; i < region.size(); ++i) {
            if (!region[i].empty()) cells.push_back(cell_condition(keys[i], table.keys[i], region[i], row.span));
        }
        regions.push_back(all_of(std::move(cells), row.span));
    }
    return any_of(std::move(regions), row.span);
}

StepId Lowering::look_up(const TableRef& reference, std::vector<StepId> keys, Span span) {
    const CheckedTable& checked = program_->table(reference.table);
    const std::uint32_t number = table(reference.table);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (checked.keys[i].from_zero) keys[i] = key_from_zero(keys[i], span);
    }
    const Type type = checked.results[reference.column].type;
    std::vector<StepId> operands;
    for (const CheckedTable::Row& row : checked.rows) operands.push_back(row_condition(keys, checked, row));
    std::vector<StepId> silences = operands;
    for (const CheckedTable::Row& row : checked.rows) {
        ValueSet value = row.results.empty() ? full_set(words(), type, true) : row.results[reference.column];
        operands.push_back(constant(type, std::move(value), row.span));
        silences.push_back(truth_constant(row.results.empty(), row.span));
    }
    const StepId step = emit(Op::pick, type, std::move(operands), number, span);
    const StepId silent = checked.silent ? emit(Op::pick, truth_type, std::move(silences), number, span) : StepId{};
    auto& look_ups = plan.tables[number].look_ups;
    const auto same = [&](const TablePlan::LookUp& known) { return known.step == step && known.column == reference.column; };
    if (std::none_of(look_ups.begin(), look_ups.end(), same))
        look_ups.push_back({reference.column, std::move(keys), step, silent});
    return step;
}

}  // namespace warrant
