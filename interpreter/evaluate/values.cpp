// The memory that values lie in: taken once for a plan, filled with its constants, and read back row by row.
#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>
#include <cassert>

namespace warrant {

namespace {

// Marks the number of a constant's text that no fact has.
constexpr std::uint32_t not_in_pool = std::uint32_t{1} << 31;

bool reads_texts(const Plan& plan, const Step& step) {
    if (layout_of(step.type.kind) == Layout::text) return true;
    for (std::uint32_t number = 0; number < step.operand_count; ++number) {
        if (layout_of(plan.step(plan.operand(step, number)).type.kind) == Layout::text) return true;
    }
    return false;
}

// Planes that a cell needs, its error plane not counted.
std::size_t planes_of(const Cell& cell) {
    switch (cell.layout) {
        case Layout::truth:
            return 2;
        case Layout::choice:
            return cell.options;
        case Layout::ordered:
        case Layout::text:
            return 0;
    }
    return 0;
}

// Gives all rows the bit of the first.
void fill_plane(std::uint64_t* plane, std::size_t rows) {
    const bool set = (plane[0] & 1) != 0;
    for (std::size_t word = 0; word < words_for(rows); ++word) plane[word] = set ? kernels::rows_mask(rows, word) : 0;
}

}  // namespace

Values::Values(const Plan& plan, const Vocabulary& vocabulary, std::size_t capacity)
    : capacity_(capacity), cells_(plan.steps.size()), stores_(plan.steps.size()), absent_(plan.slots.size(), nullptr) {
    assert(capacity > 0);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        Cell& cell = cells_[index];
        cell.layout = layout_of(step.type.kind);
        cell.stride = words_for(capacity);
        if (cell.layout == Layout::choice) cell.options = vocabulary.choice_type(step.type.choice).values.size();
        cell.broadcast = step.op == Op::constant || (step.op != Op::fact && step.op != Op::assume && !reads_texts(plan, step));
        for (std::uint32_t number = 0; number < step.operand_count; ++number) {
            cell.broadcast = cell.broadcast && cells_[plan.operand(step, number).index].broadcast;
        }
    }
    take_memory(plan);
    fold_constants(plan);
}

void Values::take_memory(const Plan& plan) {
    const std::size_t words = words_for(capacity_);
    std::size_t planes = 0, arrays = 0, lists = 0;
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        planes += planes_of(cells_[index]) + (plan.steps[index].can_err ? 1 : 0);
        // Ordered values and texts of facts are read where they are.
        if (plan.steps[index].op == Op::fact) continue;
        arrays += cells_[index].layout == Layout::ordered ? 2 : 0;
        lists += cells_[index].layout == Layout::text ? 1 : 0;
    }
    words_.assign(planes * words, 0);
    numbers_.assign(arrays * capacity_, 0);
    text_cells_.assign(lists * capacity_, TextCell{});
    std::uint64_t* plane = words_.data();
    std::int64_t* array = numbers_.data();
    TextCell* list = text_cells_.data();
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        Cell& cell = cells_[index];
        Store& store = stores_[index];
        const bool fact = plan.steps[index].op == Op::fact;
        store.plane_a = plane;
        if (cell.layout == Layout::truth) store.plane_b = plane + words;
        plane += planes_of(cell) * words;
        if (plan.steps[index].can_err) {
            store.errors = plane;
            plane += words;
        }
        if (cell.layout == Layout::ordered && !fact) {
            store.low = array;
            store.high = array + capacity_;
            array += 2 * capacity_;
        }
        if (cell.layout == Layout::text && !fact) {
            store.texts = list;
            list += capacity_;
        }
        cell.plane_a = store.plane_a;
        cell.plane_b = store.plane_b;
        cell.errors = store.errors;
        cell.low = store.low;
        cell.high = store.high;
        cell.texts = store.texts;
    }
}

// Computes every step that depends on constants alone, once for all rows.
void Values::fold_constants(const Plan& plan) {
    for (const ValueSet& constant : plan.constants) {
        const auto* set = std::get_if<TextSet>(&constant);
        TextList list{.any = set == nullptr || set->any, .begin = listed_texts_.size(), .count = 0};
        if (!list.any) {
            list.count = set->values.size();
            for (const std::string& text : set->values) listed_texts_.push_back(constant_texts_.intern(text));
        }
        text_lists_.push_back(list);
    }
    resolved_texts_ = listed_texts_;
    text_numbers_.assign(constant_texts_.size(), 0);
    const kernels::Block one_row = block(plan, 1);
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        if (!cells_[index].broadcast) continue;
        const Step& step = plan.steps[index];
        if (step.op == Op::constant) {
            read_constant(plan.constants[step.payload], index);
        } else {
            kernels::run(kernels::Job{.block = one_row, .step = step, .own = cells_[index], .out = stores_[index]});
        }
        spread(index);
    }
}

void Values::read_constant(const ValueSet& constant, std::size_t index) {
    const Store& store = stores_[index];
    switch (cells_[index].layout) {
        case Layout::truth: {
            const auto& truth = std::get<TruthSet>(constant);
            store.plane_a[0] = truth.can_be_true && !truth.can_be_false ? 1 : 0;
            store.plane_b[0] = truth.can_be_false && !truth.can_be_true ? 1 : 0;
            break;
        }
        case Layout::ordered: {
            const auto& ends = std::get<OrderedSet>(constant);
            store.low[0] = ends.low;
            store.high[0] = ends.high;
            break;
        }
        case Layout::choice:
            for (std::size_t option = 0; option < cells_[index].options; ++option) {
                store.plane_a[option * cells_[index].stride] = contains(std::get<ChoiceSet>(constant), option) ? 1 : 0;
            }
            break;
        case Layout::text:
            break;  // its numbers depend on the facts' pool: resolve_texts()
    }
}

// Copies the first row's value to all rows; planes follow when the number of rows is known.
void Values::spread(std::size_t step) {
    const Store& store = stores_[step];
    if (store.low == nullptr) return;
    std::fill_n(store.low, capacity_, store.low[0]);
    std::fill_n(store.high, capacity_, store.high[0]);
}

void Values::set_rows(std::size_t rows) {
    if (rows == rows_) return;
    rows_ = rows;
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        const Cell& cell = cells_[index];
        if (!cell.broadcast) continue;
        for (std::size_t plane = 0; plane < planes_of(cell); ++plane)
            fill_plane(stores_[index].plane_a + plane * cell.stride, rows);
        if (stores_[index].errors != nullptr) fill_plane(stores_[index].errors, rows);
    }
}

std::string_view Values::text(std::uint32_t number) const {
    return (number & not_in_pool) != 0 ? constant_texts_.text(number & ~not_in_pool) : pool_->text(number);
}

// Gives the constants' texts the numbers that they have in this pool.
void Values::resolve_texts(const Plan& plan, const TextPool& pool) {
    pool_ = &pool;
    if (listed_texts_.empty()) return;
    for (std::uint32_t own = 0; own < text_numbers_.size(); ++own) {
        text_numbers_[own] = pool.find(constant_texts_.text(own)).value_or(own | not_in_pool);
    }
    for (const TextList& list : text_lists_) {
        const auto begin = resolved_texts_.begin() + static_cast<std::ptrdiff_t>(list.begin);
        for (std::size_t index = 0; index < list.count; ++index) {
            resolved_texts_[list.begin + index] = text_numbers_[listed_texts_[list.begin + index]];
        }
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(list.count));
    }
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        const Step& step = plan.steps[index];
        if (step.op != Op::constant || cells_[index].layout != Layout::text) continue;
        const TextList& list = text_lists_[step.payload];
        TextCell cell;
        if (!list.any && list.count <= cell.texts.size()) {
            cell.count = static_cast<std::uint32_t>(list.count);
            std::copy_n(resolved_texts_.begin() + static_cast<std::ptrdiff_t>(list.begin), list.count, cell.texts.begin());
        }
        std::fill_n(stores_[index].texts, rows_, cell);
    }
}

// Lets a fact step's cell point into the column it is read from. Planes of a block that ends inside a word are copied, so that
// the rows after it are 0.
void Values::bind_fact(const FactColumns& facts, std::size_t slot, std::size_t step, std::size_t first_row) {
    const Column& column = facts.columns[slot];
    Cell& cell = cells_[step];
    assert(column.layout == cell.layout && column.rows == facts.rows && column.options == cell.options);
    const std::size_t first_word = first_row / 64;
    absent_[slot] = facts.absent[slot].empty() ? nullptr : facts.absent[slot].data() + first_word;
    if (cell.layout == Layout::ordered) {
        cell.low = column.low.data() + first_row;
        cell.high = column.high.data() + first_row;
    } else if (cell.layout == Layout::text) {
        cell.texts = column.texts.data() + first_row;
    } else if (rows_ % 64 == 0 || first_row + rows_ == facts.rows) {
        cell.stride = words_for(facts.rows);
        cell.plane_a = column.planes.data() + first_word;
        cell.plane_b = cell.layout == Layout::truth ? cell.possible(1) : nullptr;
    } else {
        const Store& store = stores_[step];
        cell.stride = words_for(capacity_);
        for (std::size_t plane = 0; plane < planes_of(cell); ++plane) {
            for (std::size_t word = 0; word < words_for(rows_); ++word) {
                store.plane_a[plane * cell.stride + word] =
                    column.plane(plane)[first_word + word] & kernels::rows_mask(rows_, word);
            }
        }
        cell.plane_a = store.plane_a;
        cell.plane_b = store.plane_b;
    }
}

kernels::Block Values::block(const Plan& plan, std::size_t rows) const {
    return {.plan = plan,
            .rows = rows,
            .words = words_for(rows),
            .cells = cells_.data(),
            .stores = stores_.data(),
            .absent = absent_.data(),
            .text_lists = text_lists_.data(),
            .texts = resolved_texts_.data()};
}

bool Values::is_error(StepId step, std::size_t row) const {
    assert(row < rows_);
    const std::uint64_t* errors = cells_[step.index].errors;
    return errors != nullptr && bit(errors, row);
}

ValueSet Values::at(StepId step, std::size_t row) const {
    assert(row < rows_);
    const Cell& cell = cells_[step.index];
    switch (cell.layout) {
        case Layout::truth:
            return TruthSet{.can_be_true = !bit(cell.plane_b, row), .can_be_false = !bit(cell.plane_a, row)};
        case Layout::ordered:
            return OrderedSet{.low = cell.low[row], .high = cell.high[row]};
        case Layout::choice: {
            ChoiceSet set;
            set.words.assign(words_for(cell.options), 0);
            for (std::size_t option = 0; option < cell.options; ++option) {
                if (bit(cell.possible(option), row)) set.words[option / 64] |= std::uint64_t{1} << option % 64;
            }
            return set;
        }
        case Layout::text: {
            const TextCell& texts = cell.texts[row];
            if (texts.count == TextCell::any) return TextSet{};
            TextSet set{.any = false, .values = {}};
            for (std::uint32_t index = 0; index < texts.count; ++index) set.values.emplace_back(text(texts.texts[index]));
            std::sort(set.values.begin(), set.values.end());
            return set;
        }
    }
    return TruthSet{};
}

}  // namespace warrant
