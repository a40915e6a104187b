// A small vocabulary, and plans put together step by step, for tests of the plan and of the evaluator. Its plans have no parts.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/plan/plan.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace warrant::tiny {

inline constexpr ChoiceTypeId ordered_choice{0};  // four values
inline constexpr ChoiceTypeId plain_choice{1};    // three values
inline constexpr ChoiceTypeId wide_choice{2};     // seventy values, more than a word holds
inline constexpr UnitId visit{0};
inline constexpr UnitId hour{1};

inline Type truth_type() {
    return Type{TypeKind::truth, {}, {}, {}};
}
inline Type number_type() {
    return Type{TypeKind::number, {}, {}, {}};
}
inline Type visits_type() {
    return Type{TypeKind::quantity, visit, {}, {}};
}
inline Type date_type() {
    return Type{TypeKind::date, {}, {}, {}};
}
inline Type text_type() {
    return Type{TypeKind::text, {}, {}, {}};
}
inline Type code_type() {
    return Type{TypeKind::code, {}, {}, {}};
}
inline Type choice_type(ChoiceTypeId id) {
    return Type{TypeKind::choice, {}, {}, id};
}

inline ChoiceTypeInfo numbered_choice(std::string name, std::size_t count, bool ordered) {
    ChoiceTypeInfo info;
    info.name = std::move(name);
    info.ordered = ordered;
    for (std::size_t value = 0; value < count; ++value) {
        info.values.push_back({info.name + "_" + std::to_string(value), info.name + " " + std::to_string(value), {}});
    }
    return info;
}

// As many facts as a plan of a test reads; a fact's type is its slot's. Any of them may be a list, with as many fields.
inline Vocabulary make_vocabulary(std::size_t facts = 64) {
    Vocabulary vocabulary;
    vocabulary.units.push_back({"visit", "visits", visit, 1, 1, {}});
    vocabulary.units.push_back({"hour", "hours", hour, 1, 1, {}});
    vocabulary.choice_types.push_back(numbered_choice("grade", 4, true));
    vocabulary.choice_types.push_back(numbered_choice("route", 3, false));
    vocabulary.choice_types.push_back(numbered_choice("service", 70, true));
    RecordTypeInfo record;
    record.name = "element";
    for (std::size_t number = 0; number < facts; ++number) {
        FieldInfo field;
        field.name = "g" + std::to_string(number);
        record.fields.push_back(field);
    }
    vocabulary.record_types.push_back(std::move(record));
    for (std::size_t number = 0; number < facts; ++number) {
        FactInfo fact;
        fact.record = RecordTypeId{0};
        fact.path = "fact.f" + std::to_string(number);
        fact.label = "fact number " + std::to_string(number);
        vocabulary.facts.push_back(std::move(fact));
    }
    return vocabulary;
}

inline StepId add_step(Plan& plan, Op op, Type type, const std::vector<StepId>& operands, std::uint32_t payload = 0,
                       RowSpace space = case_rows) {
    Step step;
    step.space = space;
    step.op = op;
    step.type = type;
    step.operands = static_cast<std::uint32_t>(plan.operands.size());
    step.operand_count = static_cast<std::uint32_t>(operands.size());
    step.payload = payload;
    step.can_err = has_own_errors(op);
    for (const StepId operand : operands) {
        plan.operands.push_back(operand);
        step.can_err = step.can_err || plan.step(operand).can_err;
    }
    plan.steps.push_back(step);
    return StepId{static_cast<std::uint32_t>(plan.steps.size() - 1)};
}

inline StepId add_fact(Plan& plan, Type type) {
    const auto slot = static_cast<std::uint32_t>(plan.slots.size());
    const StepId step{static_cast<std::uint32_t>(plan.steps.size())};
    plan.slots.push_back({FactId{slot}, type, step, {}});
    return add_step(plan, Op::fact, type, {}, slot);
}

inline RowSpace add_list(Plan& plan) {
    plan.lists.push_back({FactId{static_cast<std::uint32_t>(plan.lists.size())}, {}});
    return RowSpace{static_cast<std::uint32_t>(plan.lists.size())};
}
inline StepId add_field(Plan& plan, RowSpace list, Type type) {
    const auto number = static_cast<std::uint32_t>(plan.fields.size());
    const StepId step = add_step(plan, Op::field, type, {}, number, list);
    plan.fields.push_back({list, number, type, step});
    return step;
}

inline std::uint32_t add_constant_set(Plan& plan, ValueSet set) {
    plan.constants.push_back(std::move(set));
    return static_cast<std::uint32_t>(plan.constants.size() - 1);
}
inline StepId add_constant(Plan& plan, Type type, ValueSet set, RowSpace space = case_rows) {
    const std::uint32_t payload = add_constant_set(plan, std::move(set));
    return add_step(plan, Op::constant, type, {}, payload, space);
}
inline std::uint32_t add_scale(Plan& plan, Scale scale) {
    plan.scales.push_back(scale);
    return static_cast<std::uint32_t>(plan.scales.size() - 1);
}

// A table of so many rows, for a pick.
inline std::uint32_t add_table(Plan& plan, std::size_t rows) {
    TablePlan table;
    table.name = "table_" + std::to_string(plan.tables.size());
    table.columns.push_back({"result", number_type()});
    for (std::size_t row = 0; row < rows; ++row) table.rows.push_back({"row " + std::to_string(row), false, {}});
    plan.tables.push_back(std::move(table));
    return static_cast<std::uint32_t>(plan.tables.size() - 1);
}

// What the record allows one fact in one row; absent: an assumption applies.
struct FactCell {
    ValueSet value;
    bool absent = false;
};
// What the record allows the fields of one list's elements.
struct ListCell {
    std::vector<std::vector<ValueSet>> elements;  // each by Plan::fields; those of other lists are not read
    bool open = false;
};
// One row: the facts by slot, the lists by Plan::lists.
struct FactRow : std::vector<FactCell> {
    using std::vector<FactCell>::vector;
    std::vector<ListCell> lists;
};

inline std::size_t options_of(const Type& type, const Vocabulary& vocabulary) {
    return type.kind == TypeKind::choice ? vocabulary.choice_type(type.choice).values.size() : 0;
}

inline void make_lists(const Plan& plan, const Vocabulary& vocabulary, const std::vector<FactRow>& rows, FactColumns& facts) {
    for (std::size_t list = 0; list < plan.lists.size(); ++list) {
        ListColumns columns{{0}, std::vector<std::uint64_t>(words_for(rows.size()), 0)};
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const ListCell& cell = rows[row].lists[list];
            columns.offsets.push_back(columns.offsets.back() + static_cast<std::uint32_t>(cell.elements.size()));
            if (cell.open) columns.open[row / 64] |= std::uint64_t{1} << row % 64;
        }
        facts.lists.push_back(std::move(columns));
    }
    for (std::size_t field = 0; field < plan.fields.size(); ++field) {
        const Type& type = plan.fields[field].type;
        const std::size_t list = plan.fields[field].space.index - 1;
        Column column = make_column(layout_of(type.kind), facts.lists[list].offsets.back(), options_of(type, vocabulary));
        std::size_t element = 0;
        for (const FactRow& row : rows) {
            for (const std::vector<ValueSet>& values : row.lists[list].elements) {
                set_cell(column, element++, values[field], facts.pool);
            }
        }
        facts.fields.push_back(std::move(column));
    }
}

inline FactColumns make_columns(const Plan& plan, const Vocabulary& vocabulary, const std::vector<FactRow>& rows) {
    FactColumns facts;
    facts.rows = rows.size();
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot) {
        const Type& type = plan.slots[slot].type;
        Column column = make_column(layout_of(type.kind), rows.size(), options_of(type, vocabulary));
        std::vector<std::uint64_t> absent(words_for(rows.size()), 0);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            set_cell(column, row, rows[row][slot].value, facts.pool);
            if (rows[row][slot].absent) absent[row / 64] |= std::uint64_t{1} << row % 64;
        }
        facts.columns.push_back(std::move(column));
        facts.absent.push_back(std::move(absent));
    }
    make_lists(plan, vocabulary, rows, facts);
    return facts;
}

}  // namespace warrant::tiny
