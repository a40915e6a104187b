// A table read once: the types of its keys and results, its cells as sets. Which rows apply where is table_rows.cpp's.
#include "interpreter/check/tables.hpp"

#include "dsl/limits.hpp"
#include "interpreter/check/print_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

std::string spaced(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        if (c == '_' || c == '.') c = ' ';
    }
    return text;
}

// Reads one table. Invariant: `checked_.sound` is false as soon as a mistake was reported.
class TableReading {
public:
    TableReading(Checker& checker, std::uint32_t module, const ast::Table& table)
        : checker_(checker), module_(module), table_(table) {}

    CheckedTable read() {
        const std::size_t before = checker_.diagnostics.errors();
        if (table_.rows.size() > limits::max_table_rows) {
            report(kinds::too_many, table_.name.span,
                   fmt::format("`{}` has {} rows; at most {} are possible", table_.name.text, table_.rows.size(),
                               limits::max_table_rows),
                   "divide it into several tables");
        } else {
            read_columns();
        }
        if (sound()) read_rows();
        if (checker_.diagnostics.errors() > before) checked_.sound = false;
        if (sound()) check_rows(checker_, table_, checked_);
        return std::move(checked_);
    }

private:
    const Vocabulary& words() const { return checker_.words(); }
    bool sound() const { return checked_.sound; }
    void report(const DiagnosticKind& kind, Span span, std::string message, std::string help) {
        checked_.sound = false;
        checker_.diagnostics.report(kind, span, std::move(message), std::move(help));
    }
    ExprContext context() const {
        ExprContext here;
        here.module = module_;
        here.sets_allowed = true;
        return here;
    }

    Type bound(Type type, Span span) {
        if (type.kind == TypeKind::invalid) checked_.sound = false;
        if (type.kind != TypeKind::amount) return type;
        if (checker_.program.amount.kind == TypeKind::quantity)
            return {TypeKind::quantity, checker_.program.amount.numerator, type.denominator, {}};
        report(kinds::no_amount, span,
               "`amount` has the unit of the services that a section covers, and here no section says which",
               "write the unit, or put the table into a guideline that covers services");
        return {};
    }

    std::optional<Type> choice_of_name(const std::string& name) const {
        const auto choice = words().choice_type_by_name.find(name);
        if (choice == words().choice_type_by_name.end()) return std::nullopt;
        return Type{TypeKind::choice, {}, {}, choice->second};
    }
    const FactInfo* fact_of_name(const std::string& name) const {
        const auto fact = words().fact_by_path.find(name);
        return fact == words().fact_by_path.end() ? nullptr : &words().fact(fact->second);
    }

    // Written, or that of the choice type or the fact of the same name.
    Type key_type(const ast::TableColumn& column) {
        const ast::Name& name = column.name;
        if (column.type) return bound(written_type(words(), *column.type, checker_.diagnostics), column.type->span);
        const auto choice = choice_of_name(name.text);
        const FactInfo* fact = fact_of_name(name.text);
        const std::string example = fmt::format("as in `{} : mg/day`", name.text);
        if (choice && fact != nullptr && !(fact->type == *choice)) {
            report(kinds::no_type, name.span,
                   fmt::format("`{}` is the name of a type and of a fact of another type", name.text),
                   "write the type of the key after a colon, " + example);
            return {};
        }
        if (choice) return *choice;
        if (fact != nullptr) return bound(fact->type, name.span);
        report(kinds::no_type, name.span, fmt::format("the key `{}` has no type", name.text),
               fmt::format("write it after a colon, {}; without one a key is named like a type of choices or a fact", example));
        return {};
    }

    void read_columns() {
        std::set<std::string> names;
        const auto once = [&](const ast::Name& name) {
            if (names.insert(name.text).second) return;
            report(kinds::declared_twice, name.span, fmt::format("the column `{}` stands twice in this table", name.text),
                   "give every column a name of its own");
        };
        for (const ast::TableColumn& column : table_.keys) {
            once(column.name);
            const FactInfo* fact = column.type ? nullptr : fact_of_name(column.name.text);
            CheckedTable::Key key{fact != nullptr ? fact->label : spaced(column.name.text), key_type(column), false};
            key.from_zero = key.type.kind == TypeKind::quantity && (fact == nullptr || !fact->is_signed);
            if (key.type.kind == TypeKind::text) {
                report(kinds::type_mismatch, column.name.span, fmt::format("the key `{}` is a text", column.name.text),
                       "a table is looked up by choices, yes or no, numbers, quantities and dates");
            }
            checked_.keys.push_back(std::move(key));
        }
        for (const ast::TableColumn& column : table_.results) {
            once(column.name);
            Type type;
            if (column.type) type = bound(written_type(words(), *column.type, checker_.diagnostics), column.type->span);
            else if (const auto choice = choice_of_name(column.name.text)) type = *choice;
            checked_.results.push_back({spaced(column.name.text), type});
        }
    }

    // The type of a cell; unset (and reported) if it does not fit `wanted`.
    std::optional<Type> cell_type(ExprId cell, const Type& wanted, std::string_view what) {
        const Type found = infer(checker_, context(), cell, wanted);
        if (found.kind == TypeKind::invalid) return std::nullopt;
        if (wanted.kind == TypeKind::invalid || found == wanted || unit_ratio(words(), found, wanted)) return found;
        require(checker_, context(), cell, wanted, what);
        return std::nullopt;
    }

    bool has_order(const Type& type, Span span) { return comparable(checker_, type, type, true, span); }

    std::optional<std::vector<ValueSet>> key_sets(const ast::TableCell& cell, std::size_t number) {
        const Type& type = checked_.keys[number].type;
        std::vector<ValueSet> sets;
        for (const ExprId value : cell.values) {
            const ast::Expr& expr = checker_.tree(module_).expr(value);
            if (!cell_type(value, type, fmt::format("this value of `{}`", table_.keys[number].name.text))) return std::nullopt;
            if (std::holds_alternative<ast::RangeLiteral>(expr.kind) && !has_order(type, expr.span)) return std::nullopt;
            auto set = constant_set(checker_, module_, value, type);
            if (!set) return std::nullopt;
            // A cell that lies below 0, even in part, says that the key may be negative.
            const auto* range = std::get_if<OrderedSet>(&*set);
            const bool below = range != nullptr && ((range->low != unbounded_low && range->low < 0) || range->high < 0);
            if (below) checked_.keys[number].from_zero = false;
            sets.push_back(std::move(*set));
        }
        return sets;
    }

    // The common unit of a column that does not write its type.
    void note_result_type(std::size_t number, const Type& type, Span span) {
        Type& common = checked_.results[number].type;
        if (common.kind == TypeKind::invalid) common = type;
        else if (!written_[number]) common = common_type(checker_, common, type, span, "the cells of this column are");
        if (common.kind == TypeKind::invalid) checked_.sound = false;
    }

    void read_rows() {
        for (const CheckedTable::Result& result : checked_.results) written_.push_back(result.type.kind != TypeKind::invalid);
        std::vector<std::vector<std::vector<ValueSet>>> keys;  // by row and key
        for (const ast::TableRow& row : table_.rows) {
            keys.emplace_back();
            for (std::size_t i = 0; i < row.keys.size(); ++i) {
                auto sets = key_sets(row.keys[i], i);
                checked_.sound = checked_.sound && sets.has_value();
                keys.back().push_back(sets.value_or(std::vector<ValueSet>{}));
            }
            for (std::size_t i = 0; i < row.results.size(); ++i) {
                const auto type = cell_type(row.results[i], checked_.results[i].type,
                                            fmt::format("this value of `{}`", table_.results[i].name.text));
                if (type) note_result_type(i, *type, checker_.tree(module_).expr(row.results[i]).span);
                else checked_.sound = false;
            }
        }
        need_result_types();
        if (!sound()) return;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) add_row(table_.rows[i], keys[i]);
    }

    void need_result_types() {
        for (std::size_t i = 0; i < checked_.results.size(); ++i) {
            if (checked_.results[i].type.kind != TypeKind::invalid || !sound()) continue;
            report(kinds::no_type, table_.results[i].name.span,
                   fmt::format("no row says what `{}` is", table_.results[i].name.text),
                   "give it in a row, or write its type after a colon");
        }
    }

    void add_row(const ast::TableRow& row, const std::vector<std::vector<ValueSet>>& keys) {
        CheckedTable::Row checked;
        checked.span = row.span;
        checked.otherwise = row.otherwise;
        checked.label = row.otherwise ? "otherwise" : "";
        CheckedTable::Region region;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const CheckedTable::Key& key = checked_.keys[i];
            region.push_back(row.keys[i].any ? CheckedTable::Cell{} : joined_cell(words(), key, keys[i]));
            const std::string words_of_cell = region[i].empty() ? "any " + key.label : describe_cell(words(), key, region[i]);
            checked.label += (i == 0 ? "" : ", ") + words_of_cell;
        }
        if (!row.otherwise) checked.regions.push_back(std::move(region));
        checked_.silent = checked_.silent || row.not_addressed;
        for (std::size_t i = 0; i < row.results.size(); ++i) {
            auto value = constant_set(checker_, module_, row.results[i], checked_.results[i].type);
            if (value && is_single(*value)) {
                checked.results.push_back(std::move(*value));
            } else {
                checked_.sound = false;
                if (value) {
                    report(kinds::set_not_allowed, checker_.tree(module_).expr(row.results[i]).span,
                           "a date here needs its day", "write the day too, as in 2009-07-18");
                }
            }
        }
        checked_.rows.push_back(std::move(checked));
    }

    Checker& checker_;
    std::uint32_t module_;
    const ast::Table& table_;
    CheckedTable checked_;
    std::vector<bool> written_;  // by result: its type is written, or that of its name
};

}  // namespace

const CheckedTable& checked_table(Checker& checker, DefineRef ref) {
    const std::pair<std::uint32_t, std::uint32_t> key{ref.module, ref.decl.index};
    const auto known = checker.program.tables.find(key);
    if (known != checker.program.tables.end()) return known->second;
    const auto& table = std::get<ast::Table>(checker.tree(ref.module).decls[ref.decl.index].kind);
    CheckedTable checked = TableReading(checker, ref.module, table).read();
    return checker.program.tables.emplace(key, std::move(checked)).first->second;
}

}  // namespace warrant
