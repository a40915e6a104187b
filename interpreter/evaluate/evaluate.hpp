// The evaluator: the values of every step of a plan for a block of cases, column by column. There is no other; one case is a
// block of one. It has no side effects, so the values are also the trace.
#pragma once

#include "interpreter/evaluate/cell.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/facts/columns.hpp"
#include "interpreter/plan/plan.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// Rows to evaluate at a time when there are many: the columns of a plan then stay in the nearest caches.
inline constexpr std::size_t strip_rows = 512;

// The elements of a list that one case of a block has: rows of the list's space.
struct Elements {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool open = false;  // the list may hold more
};

// The values of a plan's steps for up to `capacity` cases. Memory is taken once, when it is made; evaluating takes none, but
// for the rows of a list when a block has more elements than any before, and for a bit for each text of the facts and each set
// of codes when there are more of them. Invariant: it belongs to the plan it was made for (a well-formed one, see verify()), and
// after evaluate() holds that plan's values for `rows()` rows. Values of facts lie in the columns that were evaluated, which
// must outlive them.
class Values {
public:
    Values(const Plan& plan, const Vocabulary& vocabulary, std::size_t capacity);
    Values(Values&&) = default;
    Values& operator=(Values&&) = default;
    // Cells point into the object's own memory, so it moves but is not copied.
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;
    ~Values() = default;

    std::size_t rows() const { return rows(case_rows); }
    std::size_t rows(RowSpace space) const { return spaces_[space.index].rows; }
    std::size_t capacity() const { return spaces_[case_rows.index].capacity; }
    Elements elements(RowSpace list, std::size_t row) const;

    // Bit planes of a truth step; bits past the last row are 0.
    const std::uint64_t* surely_true(StepId step) const { return cells_[step.index].plane_a; }
    const std::uint64_t* surely_false(StepId step) const { return cells_[step.index].plane_b; }
    // Rows whose value is an error; null for a step that cannot err.
    const std::uint64_t* error(StepId step) const { return cells_[step.index].errors; }
    const std::int64_t* low(StepId step) const { return cells_[step.index].low; }
    const std::int64_t* high(StepId step) const { return cells_[step.index].high; }
    // Plane of one value of a choice step (1: possible).
    const std::uint64_t* possible(StepId step, std::size_t value) const { return cells_[step.index].possible(value); }
    const TextCell* texts(StepId step) const { return cells_[step.index].texts; }
    // The text of a number in a text cell: one of the facts' pool, or of the plan's constants.
    std::string_view text(std::uint32_t number) const;

    // One row's value of a step, as a set; the row is of the step's space.
    ValueSet at(StepId step, std::size_t row) const;
    bool is_error(StepId step, std::size_t row) const;

private:
    friend void evaluate(const Plan& plan, const FactColumns& facts, std::size_t first_row, std::size_t rows, Values& values);

    // The memory of the steps of one row space.
    struct Space {
        std::size_t rows = 0;
        std::size_t capacity = 0;
        std::vector<std::uint64_t> words;
        std::vector<std::int64_t> numbers;
        std::vector<TextCell> texts;
    };

    void list_texts(const Plan& plan);
    void take_memory(const Plan& plan, RowSpace space, std::size_t capacity);
    void fold_constants(const Plan& plan, RowSpace space);
    void read_constant(const ValueSet& constant, std::size_t index);
    void spread(std::size_t step);
    static void match_codes(const Plan& plan, const TextPool& pool, std::vector<std::uint64_t>& bits);
    void resolve_codes(const Plan& plan, const TextPool& pool);
    void resolve_texts(const Plan& plan, const TextPool& pool);
    void bind_fact(const FactColumns& facts, std::size_t slot, std::size_t step, std::size_t first_row);
    void bind_list(const Plan& plan, const ListColumns& list, std::size_t number, std::size_t first_row);
    void bind_field(const Column& column, const FieldSlot& field, std::size_t first_element);
    void bind_column(const Column& column, std::size_t step, std::size_t first);
    void set_rows(RowSpace space, std::size_t rows);
    kernels::Block block(const Plan& plan, std::size_t rows) const;

    std::vector<Cell> cells_;                   // by step: where its values are read
    std::vector<Store> stores_;                 // by step: where its values are written
    std::vector<const std::uint64_t*> absent_;  // by slot; null: no row
    std::vector<Space> spaces_;                 // by row space
    std::vector<ListRows> lists_;               // by list
    // Texts of the plan's constants, and the number that each has for the facts at hand.
    TextPool constant_texts_;
    std::vector<std::uint32_t> text_numbers_;
    std::vector<TextList> text_lists_;           // by constant
    std::vector<std::uint32_t> listed_texts_;    // constant texts by own number, for text_lists_
    std::vector<std::uint32_t> resolved_texts_;  // the same by number in the facts' pool, ascending in each list
    // By set of codes, one after the other: which texts it holds.
    std::vector<std::uint64_t> constant_codes_;
    std::vector<std::uint64_t> pool_codes_;
    std::vector<CodeMatches> code_matches_;
    const TextPool* pool_ = nullptr;
};

// What a plan's columns hold, in its order.
FactsRead read_by(const Plan& plan);

// Evaluates rows [first_row, first_row + rows) of the facts. `first_row` is a multiple of 64, `rows` at most the capacity;
// the facts' columns stand in the order of the plan's slots.
void evaluate(const Plan& plan, const FactColumns& facts, std::size_t first_row, std::size_t rows, Values& values);
// The values read the columns, so these must stay.
void evaluate(const Plan& plan, const FactColumns&& facts, std::size_t first_row, std::size_t rows, Values& values) = delete;

}  // namespace warrant
