// Tables read as a person reads them: from the first row down, cell by cell, with the ends of every range compared exactly.
#include "tests/unit/oracle/calendar.hpp"
#include "tests/unit/oracle/measure.hpp"
#include "tests/unit/oracle/naive.hpp"

namespace warrant::oracle {
namespace {

struct CellReading {
    const NaiveScope scope;  // of the table's module
    const LinkedModule& module;
    const NaiveScope::Argument& key;

    const ast::Expr& expr(ExprId id) const { return module.tree->expr(id); }
    const Vocabulary& words() const { return *scope.program.vocabulary; }

    // The last day of a month; the day itself of any other cell. `naive` gives the first.
    Outcome end_of(ExprId id, bool last) const {
        const auto* date = std::get_if<ast::DateLiteral>(&expr(id).kind);
        if (date == nullptr || date->date.day != 0) return naive(scope, id);
        const std::int64_t first = day_number(date->date.year, date->date.month, 1);
        return number_outcome(last ? *months_on(first, 1) - 1 : first);
    }
    // key - cell below, at or above 0.
    std::int64_t against(ExprId id, bool last) const {
        return order(words(), key.outcome, key.type, end_of(id, last), module.tables.types[id.index]).point.number;
    }

    bool holds(ExprId id) const {
        const auto* range = std::get_if<ast::RangeLiteral>(&expr(id).kind);
        if (range == nullptr) return against(id, false) >= 0 && against(id, true) <= 0;
        if (range->low.valid() && !above(range->low, range->low_open)) return false;
        return !range->high.valid() || below(range->high, range->high_open);
    }
    // Past an end that is left out means past all of its month.
    bool above(ExprId end, bool open) const { return open ? against(end, true) > 0 : against(end, false) >= 0; }
    bool below(ExprId end, bool open) const { return open ? against(end, false) < 0 : against(end, true) <= 0; }
};

bool is_negative(const LinkedModule& module, ExprId id) {
    const ast::ExprKind& kind = module.tree->expr(id).kind;
    if (const auto* number = std::get_if<ast::NumberLiteral>(&kind)) return number->micro < 0;
    const auto* range = std::get_if<ast::RangeLiteral>(&kind);
    if (range == nullptr) return false;
    return (range->low.valid() && is_negative(module, range->low)) || (range->high.valid() && is_negative(module, range->high));
}

// What is computed below nothing is looked up as nothing, unless the column itself goes below.
NaiveScope::Argument from_zero(const LinkedModule& module, const ast::Table& table, std::size_t number,
                               NaiveScope::Argument key) {
    if (key.type.kind != TypeKind::quantity || !key.outcome.is_value() || key.outcome.point.number >= 0) return key;
    for (const ast::TableRow& row : table.rows) {
        if (row.otherwise) continue;
        for (const ExprId value : row.keys[number].values) {
            if (is_negative(module, value)) return key;
        }
    }
    key.outcome = number_outcome(0);
    return key;
}

// Everything that a key can be, as far as the cells tell it apart: the values at their ends and beside them.
std::vector<NaiveScope::Argument> any_key(const NaiveScope& there, const ast::Table& table, std::size_t number,
                                          const NaiveScope::Argument& key) {
    std::vector<NaiveScope::Argument> values{{number_outcome(0), key.type}};
    if (key.type.kind == TypeKind::truth) values.push_back({number_outcome(1), key.type});
    if (key.type.kind == TypeKind::choice) {
        const std::size_t count = there.program.vocabulary->choice_type(key.type.choice).values.size();
        for (std::size_t value = 1; value < count; ++value)
            values.push_back({number_outcome(static_cast<std::int64_t>(value)), key.type});
    }
    if (layout_of(key.type.kind) != Layout::ordered) return values;
    const LinkedModule& module = there.program.modules[there.module];
    const CellReading reading{there, module, key};
    const auto add = [&](ExprId end) {
        if (!end.valid()) return;
        for (const bool last : {false, true}) {
            const std::int64_t value = reading.end_of(end, last).point.number;
            for (const std::int64_t near : {value - 1, value, value + 1})
                values.push_back({number_outcome(near), module.tables.types[end.index]});
        }
    };
    for (const ast::TableRow& row : table.rows) {
        if (row.otherwise) continue;
        for (const ExprId value : row.keys[number].values) {
            const auto* range = std::get_if<ast::RangeLiteral>(&module.tree->expr(value).kind);
            if (range == nullptr) add(value);
            if (range != nullptr) add(range->low);
            if (range != nullptr) add(range->high);
        }
    }
    return values;
}

const ast::TableRow* row_of(const NaiveScope& there, const ast::Table& table, const std::vector<NaiveScope::Argument>& keys) {
    const LinkedModule& module = there.program.modules[there.module];
    for (const ast::TableRow& row : table.rows) {
        bool applies = true;
        for (std::size_t i = 0; applies && i < row.keys.size(); ++i) {
            const NaiveScope::Argument key = from_zero(module, table, i, keys[i]);
            bool met = row.keys[i].any;
            for (const ExprId value : row.keys[i].values) met = met || CellReading{there, module, key}.holds(value);
            applies = met;
        }
        if (applies) return &row;
    }
    return nullptr;  // the checker refuses such a table
}

// Rows for every value of the keys from `number` on that are errors.
void gather_rows(const NaiveScope& there, const ast::Table& table, std::size_t number, std::vector<NaiveScope::Argument>& keys,
                 std::set<const ast::TableRow*>& rows) {
    if (number == keys.size()) {
        rows.insert(row_of(there, table, keys));
        return;
    }
    const NaiveScope::Argument given = keys[number];
    std::vector<NaiveScope::Argument> values{given};
    if (!given.outcome.is_value()) values = any_key(there, table, number, given);
    for (const NaiveScope::Argument& value : values) {
        keys[number] = value;
        gather_rows(there, table, number + 1, keys, rows);
    }
    keys[number] = given;
}

}  // namespace

NaiveRows naive_rows(const NaiveScope& scope, const TableRef& reference, const std::vector<NaiveScope::Argument>& keys) {
    NaiveRows found{number_outcome(0), {}};
    // A key is looked up in the unit of its column; what is too large for that is an error.
    std::vector<NaiveScope::Argument> values = keys;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Type& column = scope.program.table(reference.table).keys[i].type;
        values[i] = {in_unit(*scope.program.vocabulary, keys[i].outcome, keys[i].type, column), column};
    }
    for (const NaiveScope::Argument& key : values) {
        if (!key.outcome.is_value() && found.failed.kind != Outcome::Kind::too_large) found.failed = key.outcome;
    }
    const LinkedModule& module = scope.program.modules[reference.table.module];
    const auto& table = std::get<ast::Table>(module.tree->decls[reference.table.decl.index].kind);
    const NaiveScope there{scope.program, scope.facts, scope.record, scope.assumed, reference.table.module, nullptr, {}};
    gather_rows(there, table, 0, values, found.rows);
    return found;
}

Outcome naive_silence(const NaiveScope& scope, const TableRef& reference, const std::vector<NaiveScope::Argument>& keys) {
    const NaiveRows found = naive_rows(scope, reference, keys);
    const bool silent = (*found.rows.begin())->not_addressed;
    for (const ast::TableRow* row : found.rows) {
        if (row->not_addressed != silent) return found.failed;
    }
    return truth_outcome(silent);
}

}  // namespace warrant::oracle
