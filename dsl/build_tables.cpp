// Tables: which columns there are, and rows that fit them: a heading first, `otherwise` last, a cell for every column. What the
// cells mean is the checker's.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"

#include <utility>

namespace warrant {

namespace {

std::vector<ast::TableColumn> build_columns(const Building& b, std::uint32_t node) {
    std::vector<ast::TableColumn> columns;
    for (const std::uint32_t child : children(b, node)) {
        ast::TableColumn column{build_name(b, child_of(b, child, Production::name)), std::nullopt};
        const std::uint32_t type = child_of(b, child, Production::type_name);
        if (type != no_node) column.type = build_type_name(b, type);
        columns.push_back(std::move(column));
    }
    return columns;
}

ExprId build_cell_range(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> ends = children(b, node);
    const ExprId low = build_bound(b, first_child(b, ends[0]));
    const ExprId high = build_bound(b, first_child(b, ends[1]));
    share_unit(b, low, high);
    const ast::RangeLiteral range{low, high, word_of(b, ends[0]) == "over", word_of(b, ends[1]) == "under"};
    return add_expression(b, span_of(b, node), range, {low, high});
}

ExprId build_cell_value(Building& b, std::uint32_t value) {
    const std::uint32_t node = first_child(b, value);
    switch (at(b, node).production) {
        case Production::truth:
            return add_expression(b, span_of(b, node), ast::TruthLiteral{text_of(b, node) == "yes"}, {});
        case Production::text:
            return add_expression(b, span_of(b, node), ast::TextLiteral{build_text(b, node).text}, {});
        case Production::cell_range:
            return build_cell_range(b, node);
        case Production::open_range:
            return build_open_range(b, node);
        default:  // bound
            return build_bound(b, node);
    }
}

// A cell is of values, or one of the words that stand for none: any, otherwise, not (addressed).
bool is_word(const Building& b, std::uint32_t cell, std::string_view word) {
    return first_child(b, cell) == no_node && word_of(b, cell) == word;
}

std::string count_of_cells(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

struct TableBuilding {
    Building& b;
    ast::Table& table;

    std::string columns_text() const {
        std::string text = "|";
        for (const auto* columns : {&table.keys, &table.results}) {
            for (const ast::TableColumn& column : *columns) text += " " + column.name.text + " |";
        }
        return text;
    }

    // The first row repeats the names of the columns, so that a page can be compared with it.
    void check_heading(std::uint32_t row) const {
        std::vector<const ast::TableColumn*> columns;
        for (const ast::TableColumn& key : table.keys) columns.push_back(&key);
        for (const ast::TableColumn& result : table.results) columns.push_back(&result);
        const std::vector<std::uint32_t> cells = children(b, row);
        bool same = cells.size() == columns.size();
        for (std::size_t i = 0; same && i < cells.size(); ++i) same = text_of(b, cells[i]) == columns[i]->name.text;
        if (same) return;
        refuse(b, kinds::table_shape, span_of(b, row), "the first row of a table names its columns, and this one does not",
               "write it as `" + columns_text() + "`");
    }

    void refuse_count(std::uint32_t row, std::size_t found, const std::string& needed) const {
        refuse(b, kinds::table_shape, span_of(b, row),
               "this row has " + count_of_cells(found) + ", and the table needs " + needed,
               "its columns are `" + columns_text() + "`; every row ends with `|`");
    }

    ast::TableCell build_key(std::uint32_t cell) const {
        ast::TableCell key;
        key.span = span_of(b, cell);
        key.any = is_word(b, cell, "any");
        if (is_word(b, cell, "otherwise")) {
            refuse(b, kinds::table_shape, key.span, "`otherwise` stands alone for all keys of a row",
                   "write `any` for a key that does not matter; `otherwise` begins the last row and takes no other key");
        }
        if (is_word(b, cell, "not")) {
            refuse(b, kinds::table_shape, key.span, "`not addressed` stands in the place of results, and this is a key",
                   "give the row a cell for every key first");
        }
        for (const std::uint32_t value : children(b, cell)) key.values.push_back(build_cell_value(b, value));
        return key;
    }

    ExprId build_result(std::uint32_t cell) const {
        const std::vector<std::uint32_t> values = children(b, cell);
        if (values.size() == 1 && at(b, first_child(b, values[0])).production != Production::cell_range &&
            at(b, first_child(b, values[0])).production != Production::open_range) {
            return build_cell_value(b, values[0]);
        }
        refuse(b, kinds::table_shape, span_of(b, cell), "a result is one value, and this is not",
               values.empty() ? "write the value; `not addressed` stands alone for all results of a row"
                              : "write one value; a printed range is two columns, such as `least` and `most`");
        return {};
    }

    void build_row(std::uint32_t node) const {
        ast::TableRow row;
        row.span = span_of(b, node);
        const std::vector<std::uint32_t> cells = children(b, node);
        row.otherwise = is_word(b, cells[0], "otherwise");
        row.not_addressed = is_word(b, cells.back(), "not");
        const std::size_t keys = row.otherwise ? 1 : table.keys.size();
        const std::size_t results = row.not_addressed ? 1 : table.results.size();
        if (cells.size() != keys + results) {
            const std::string needed = (row.otherwise ? "`otherwise`" : count_of_cells(keys) + " for its keys") + " and " +
                                       (row.not_addressed ? "`not addressed`" : count_of_cells(results) + " for its results");
            return refuse_count(node, cells.size(), needed);
        }
        for (std::size_t i = 0; !row.otherwise && i < keys; ++i) row.keys.push_back(build_key(cells[i]));
        for (std::size_t i = 0; !row.not_addressed && i < results; ++i) row.results.push_back(build_result(cells[keys + i]));
        table.rows.push_back(std::move(row));
    }

    void build_rows(const std::vector<std::uint32_t>& rows) const {
        check_heading(rows[0]);
        if (rows.size() == 1) {
            refuse(b, kinds::table_shape, table.name.span, "this table has a heading and no rows",
                   "write a row for each line of the printed table");
        }
        for (std::size_t i = 1; i < rows.size(); ++i) {
            build_row(rows[i]);
            const bool otherwise = is_word(b, first_child(b, rows[i]), "otherwise");
            if (!otherwise || i + 1 == rows.size()) continue;
            refuse(b, kinds::table_shape, span_of(b, rows[i]), "`otherwise` stands before other rows",
                   "make it the last row: it applies where no other row does");
        }
    }
};

}  // namespace

ast::DeclKind build_table(Building& b, std::uint32_t node) {
    ast::Table table;
    ProvenanceSeen seen;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t part : children(b, node)) {
        switch (at(b, part).production) {
            case Production::name:
                table.name = build_name(b, part);
                break;
            case Production::text:
                table.label = build_text(b, part);
                break;
            case Production::table_keys:
                table.keys = build_columns(b, part);
                break;
            case Production::table_results:
                table.results = build_columns(b, part);
                break;
            case Production::provenance:
                build_provenance(b, part, table.provenance, seen);
                break;
            default:
                rows.push_back(part);
                break;  // table_row
        }
    }
    TableBuilding{b, table}.build_rows(rows);
    return table;
}

}  // namespace warrant
