// Exactly one row of a table applies: every two rows are compared for what they share, and what no row covers is searched key
// by key, with values together that the same rows cover. What is left over is the region of `otherwise`, or a gap.
#include "dsl/limits.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/check/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

using Cell = CheckedTable::Cell;
using Region = CheckedTable::Region;
using RowMask = std::vector<bool>;

std::optional<Region> common_region(const Vocabulary& vocabulary, const CheckedTable& table, const Region& a, const Region& b) {
    Region shared;
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        auto cell = common_cell(vocabulary, table.keys[i], a[i], b[i]);
        if (!cell) return std::nullopt;
        shared.push_back(std::move(*cell));
    }
    return shared;
}

void report_overlap(Checker& checker, const CheckedTable& table, const CheckedTable::Row& first,
                    const CheckedTable::Row& second, const Region& shared) {
    const bool covered = shared == second.regions.front();
    Diagnostic& diagnostic = checker.diagnostics.report(
        covered ? kinds::table_row_unused : kinds::table_overlap, second.span,
        covered ? "this row never applies alone: another row covers everything that it does"
                : fmt::format("two rows apply when {}", describe_region(checker.words(), table, shared)),
        covered ? "remove one of the two, or correct its keys"
                : "exactly one row may apply; take the values they share out of one");
    diagnostic.notes.push_back({first.span, "the other row stands here"});
}

// Invariant: `region_` holds the cells chosen for the keys before the one being searched.
class Uncovered {
public:
    Uncovered(const Vocabulary& vocabulary, const CheckedTable& table) : vocabulary_(vocabulary), table_(table) {
        for (const CheckedTable::Row& row : table.rows) {
            if (!row.otherwise) rows_.push_back(&row);
        }
        for (std::size_t key = 0; key < table.keys.size(); ++key) slices_.push_back(slices_of(key));
    }

    // Disjoint regions; nothing if there are more than the limit allows to search.
    std::optional<std::vector<Region>> find() {
        search(0, RowMask(rows_.size(), true));
        if (searched_ > limits::max_table_searches) return std::nullopt;
        return found_;
    }

private:
    // Values of one key that the same rows cover.
    using Slices = std::map<RowMask, Cell>;

    Slices slices_of(std::size_t key) const {
        Slices slices;
        std::map<RowMask, std::vector<ValueSet>> gathered;
        for (const ValueSet& piece : pieces_of(key)) {
            RowMask covering;
            for (const CheckedTable::Row* row : rows_) covering.push_back(covers(row->regions.front()[key], piece));
            gathered[std::move(covering)].push_back(piece);
        }
        for (auto& [covering, pieces] : gathered) slices.emplace(covering, joined_cell(vocabulary_, table_.keys[key], pieces));
        return slices;
    }
    static bool covers(const Cell& cell, const ValueSet& piece) {
        return cell.empty() ||
               std::any_of(cell.begin(), cell.end(), [&](const ValueSet& set) { return is_subset(piece, set); });
    }

    // The key's values in pieces that every cell holds whole or not at all.
    std::vector<ValueSet> pieces_of(std::size_t number) const {
        const CheckedTable::Key& key = table_.keys[number];
        switch (layout_of(key.type.kind)) {
            case Layout::truth:
                return {TruthSet{true, false}, TruthSet{false, true}};
            case Layout::choice: {
                std::vector<ValueSet> pieces;
                const std::size_t count = vocabulary_.choice_type(key.type.choice).values.size();
                for (std::size_t value = 0; value < count; ++value) pieces.emplace_back(one_choice(count, value));
                return pieces;
            }
            case Layout::ordered:
                return ranges_between(number);
            case Layout::text:
                break;
        }
        return {};
    }
    std::vector<ValueSet> ranges_between(std::size_t key) const {
        std::vector<std::int64_t> begins{table_.keys[key].from_zero ? 0 : unbounded_low};
        for (const CheckedTable::Row* row : rows_) {
            for (const ValueSet& set : row->regions.front()[key]) {
                const auto& range = std::get<OrderedSet>(set);
                begins.push_back(range.low);
                if (range.high != unbounded_high) begins.push_back(range.high + 1);
            }
        }
        std::sort(begins.begin(), begins.end());
        begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
        std::vector<ValueSet> ranges;
        for (std::size_t i = 0; i < begins.size(); ++i) {
            ranges.emplace_back(OrderedSet{begins[i], i + 1 < begins.size() ? begins[i + 1] - 1 : unbounded_high});
        }
        return ranges;
    }

    void search(std::size_t key, const RowMask& alive) {
        if (searched_ > limits::max_table_searches) return;
        if (std::find(alive.begin(), alive.end(), true) == alive.end()) {
            Region region = region_;
            region.resize(table_.keys.size());
            found_.push_back(std::move(region));
            return;
        }
        if (key == table_.keys.size()) return;  // the rows alive cover it
        searched_ += slices_[key].size();
        std::map<RowMask, std::vector<ValueSet>> groups;
        for (const auto& [covering, cell] : slices_[key]) {
            RowMask both;
            for (std::size_t row = 0; row < alive.size(); ++row) both.push_back(alive[row] && covering[row]);
            std::vector<ValueSet>& group = groups[std::move(both)];
            group.insert(group.end(), cell.begin(), cell.end());
        }
        for (const auto& [covering, sets] : groups) {
            // A slice of every value holds no set of its own.
            region_.push_back(groups.size() == 1 ? Cell{} : joined_cell(vocabulary_, table_.keys[key], sets));
            search(key + 1, covering);
            region_.pop_back();
        }
    }

    const Vocabulary& vocabulary_;
    const CheckedTable& table_;
    std::vector<const CheckedTable::Row*> rows_;
    std::vector<Slices> slices_;  // by key
    Region region_;
    std::vector<Region> found_;
    std::size_t searched_ = 0;
};

void report_gap(Checker& checker, const ast::Table& table, const CheckedTable& checked, const std::vector<Region>& gaps) {
    std::string message =
        fmt::format("no row of `{}` applies when {}", table.name.text, describe_region(checker.words(), checked, gaps.front()));
    if (gaps.size() > 1)
        message += fmt::format("; {} more combination{} lack a row", gaps.size() - 1, gaps.size() == 2 ? "" : "s");
    if (gaps.size() == 2) message.replace(message.rfind("lack"), 4, "lacks");
    checker.diagnostics.report(
        kinds::table_gap, table.name.span, std::move(message),
        "add the row, or end the table with a row `otherwise`; `not addressed` says that the page is silent");
}

}  // namespace

void check_rows(Checker& checker, const ast::Table& table, CheckedTable& checked) {
    const std::size_t before = checker.diagnostics.errors();
    for (std::size_t i = 0; i < checked.rows.size(); ++i) {
        for (std::size_t j = i + 1; j < checked.rows.size(); ++j) {
            const CheckedTable::Row& first = checked.rows[i];
            const CheckedTable::Row& second = checked.rows[j];
            if (second.otherwise) continue;
            const auto shared = common_region(checker.words(), checked, first.regions.front(), second.regions.front());
            if (shared) report_overlap(checker, checked, first, second, *shared);
        }
    }
    auto uncovered = Uncovered(checker.words(), checked).find();
    if (!uncovered) {
        checker.diagnostics.report(kinds::too_many, table.name.span,
                                   fmt::format("the keys of `{}` combine in more ways than can be compared", table.name.text),
                                   "divide it into several tables");
    } else if (checked.rows.back().otherwise) {
        if (uncovered->empty()) {
            checker.diagnostics.report(kinds::table_row_unused, checked.rows.back().span,
                                       "`otherwise` never applies: the rows above cover everything", "remove it");
        }
        checked.rows.back().regions = std::move(*uncovered);
    } else if (!uncovered->empty()) {
        report_gap(checker, table, checked, *uncovered);
    }
    if (checker.diagnostics.errors() > before) checked.sound = false;
}

}  // namespace warrant
