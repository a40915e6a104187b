// The memory that values lie in: taken once for a plan, filled with its constants, and read back row by row.
#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/evaluate/kernels.hpp"

#include <algorithm>
#include <cassert>

namespace warrant {

namespace {

bool reads_texts(const Plan& plan, const Step& step) {
    if (layout_of(step.type.kind) == Layout::text) return true;
    for (std::uint32_t number = 0; number < step.operand_count; ++number) {
        if (layout_of(plan.step(plan.operand(step, number)).type.kind) == Layout::text) return true;
    }
    return false;
}

// Steps whose value is not the same for all rows, whatever their operands are.
bool reads_record(Op op) {
    return op == Op::fact || op == Op::field || op == Op::assume || op == Op::broadcast || reduces(op);
}

// Room for the elements of a list at first; more is taken when a block needs it.
constexpr std::size_t first_elements = 64;

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

// Copies rows of a plane of `words` words from `first` on, so that the first of them is at the first bit.
void copy_rows(const std::uint64_t* from, std::size_t words, std::size_t first, std::size_t rows, std::uint64_t* to) {
    const std::size_t first_word = first / 64;
    const std::size_t shift = first % 64;
    for (std::size_t word = 0; word < words_for(rows); ++word) {
        std::uint64_t bits = from[first_word + word] >> shift;
        if (shift != 0 && first_word + word + 1 < words) bits |= from[first_word + word + 1] << (64 - shift);
        to[word] = bits & kernels::rows_mask(rows, word);
    }
}

}  // namespace

Values::Values(const Plan& plan, const Vocabulary& vocabulary, std::size_t capacity)
    : cells_(plan.steps.size()),
      stores_(plan.steps.size()),
      absent_(plan.slots.size(), nullptr),
      spaces_(1 + plan.lists.size()),
      lists_(plan.lists.size()) {
    assert(capacity > 0);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        Cell& cell = cells_[index];
        cell.layout = layout_of(step.type.kind);
        cell.space = step.space.index;
        if (cell.layout == Layout::choice) cell.options = vocabulary.choice_type(step.type.choice).values.size();
        cell.broadcast = step.op == Op::constant || (!reads_record(step.op) && !reads_texts(plan, step));
        for (std::uint32_t number = 0; number < step.operand_count; ++number) {
            cell.broadcast = cell.broadcast && cells_[plan.operand(step, number).index].broadcast;
        }
    }
    list_texts(plan);
    take_memory(plan, case_rows, capacity);
    for (std::uint32_t list = 1; list <= plan.lists.size(); ++list) take_memory(plan, RowSpace{list}, first_elements);
}

// Takes memory for the steps of one row space and fills in what depends on constants alone.
void Values::take_memory(const Plan& plan, RowSpace space_id, std::size_t capacity) {
    const std::size_t words = words_for(capacity);
    std::size_t planes = 0, arrays = 0, lists = 0;
    const auto in_place = [&](std::size_t index) {  // read where the record has it
        return plan.steps[index].op == Op::fact || plan.steps[index].op == Op::field;
    };
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        if (plan.steps[index].space != space_id) continue;
        planes += planes_of(cells_[index]) + (plan.steps[index].can_err ? 1 : 0);
        if (in_place(index)) continue;
        arrays += cells_[index].layout == Layout::ordered ? 2 : 0;
        lists += cells_[index].layout == Layout::text ? 1 : 0;
    }
    Space& space = spaces_[space_id.index];
    space.rows = 0;
    space.capacity = capacity;
    space.words.assign(planes * words, 0);
    space.numbers.assign(arrays * capacity, 0);
    space.texts.assign(lists * capacity, TextCell{});
    std::uint64_t* plane = space.words.data();
    std::int64_t* array = space.numbers.data();
    TextCell* list = space.texts.data();
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        if (plan.steps[index].space != space_id) continue;
        Cell& cell = cells_[index];
        Store& store = stores_[index];
        cell.stride = words;
        store.plane_a = plane;
        if (cell.layout == Layout::truth) store.plane_b = plane + words;
        plane += planes_of(cell) * words;
        if (plan.steps[index].can_err) {
            store.errors = plane;
            plane += words;
        }
        if (cell.layout == Layout::ordered && !in_place(index)) {
            store.low = array;
            store.high = array + capacity;
            array += 2 * capacity;
        }
        if (cell.layout == Layout::text && !in_place(index)) {
            store.texts = list;
            list += capacity;
        }
        cell.plane_a = store.plane_a;
        cell.plane_b = store.plane_b;
        cell.errors = store.errors;
        cell.low = store.low;
        cell.high = store.high;
        cell.texts = store.texts;
    }
    fold_constants(plan, space_id);
}

void Values::list_texts(const Plan& plan) {
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
    match_codes(plan, constant_texts_, constant_codes_);
    code_matches_.resize(plan.code_sets.size());
}

// Computes every step of a row space that depends on constants alone, once for all rows.
void Values::fold_constants(const Plan& plan, RowSpace space) {
    const kernels::Block one_row = block(plan, 1);
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        const Step& step = plan.steps[index];
        if (!cells_[index].broadcast || step.space != space) continue;
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
    const std::size_t capacity = spaces_[cells_[step].space].capacity;
    std::fill_n(store.low, capacity, store.low[0]);
    std::fill_n(store.high, capacity, store.high[0]);
}

void Values::set_rows(RowSpace space, std::size_t rows) {
    if (rows == spaces_[space.index].rows) return;
    spaces_[space.index].rows = rows;
    for (std::size_t index = 0; index < cells_.size(); ++index) {
        const Cell& cell = cells_[index];
        if (!cell.broadcast || cell.space != space.index) continue;
        for (std::size_t plane = 0; plane < planes_of(cell); ++plane)
            fill_plane(stores_[index].plane_a + plane * cell.stride, rows);
        if (stores_[index].errors != nullptr) fill_plane(stores_[index].errors, rows);
    }
}

std::string_view Values::text(std::uint32_t number) const {
    return (number & not_in_pool) != 0 ? constant_texts_.text(number & ~not_in_pool) : pool_->text(number);
}

// Looks up every text of a pool in every set of codes, so that rows need only their bits.
void Values::match_codes(const Plan& plan, const TextPool& pool, std::vector<std::uint64_t>& bits) {
    const std::size_t words = words_for(pool.size());
    bits.assign(plan.code_sets.size() * words, 0);
    for (std::size_t set = 0; set < plan.code_sets.size(); ++set) {
        std::uint64_t* own = bits.data() + set * words;
        for (std::uint32_t text = 0; text < pool.size(); ++text) {
            if (matches(plan.code_sets[set].codes, pool.text(text))) own[text / 64] |= std::uint64_t{1} << text % 64;
        }
    }
}

void Values::resolve_codes(const Plan& plan, const TextPool& pool) {
    if (plan.code_sets.empty()) return;
    match_codes(plan, pool, pool_codes_);
    for (std::size_t set = 0; set < plan.code_sets.size(); ++set) {
        code_matches_[set] = {pool_codes_.data() + set * words_for(pool.size()),
                              constant_codes_.data() + set * words_for(constant_texts_.size())};
    }
}

// Gives the constants' texts the numbers that they have in this pool.
void Values::resolve_texts(const Plan& plan, const TextPool& pool) {
    pool_ = &pool;
    resolve_codes(plan, pool);
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
        std::fill_n(stores_[index].texts, spaces_[cells_[index].space].rows, cell);
    }
}

void Values::bind_fact(const FactColumns& facts, std::size_t slot, std::size_t step, std::size_t first_row) {
    assert(facts.columns[slot].rows == facts.rows);
    absent_[slot] = facts.absent[slot].empty() ? nullptr : facts.absent[slot].data() + first_row / 64;
    bind_column(facts.columns[slot], step, first_row);
}

void Values::bind_list(const Plan& plan, const ListColumns& list, std::size_t number, std::size_t first_row) {
    const RowSpace space{static_cast<std::uint32_t>(number + 1)};
    lists_[number] = {.offsets = list.offsets.data() + first_row,
                      .open = list.open.empty() ? nullptr : list.open.data() + first_row / 64};
    const std::size_t elements = list.offsets[first_row + rows()] - list.offsets[first_row];
    if (elements > spaces_[space.index].capacity)
        take_memory(plan, space, std::max(elements, 2 * spaces_[space.index].capacity));
    set_rows(space, elements);
}

void Values::bind_field(const Column& column, const FieldSlot& field, std::size_t first_element) {
    bind_column(column, field.step.index, first_element);
}

// Lets a step's cell point into the column that it is read from. Planes of rows that begin or end inside a word of the column
// are copied, so that the first row is at the first bit and the rows after the last are 0.
void Values::bind_column(const Column& column, std::size_t step, std::size_t first) {
    Cell& cell = cells_[step];
    const Space& space = spaces_[cell.space];
    assert(column.layout == cell.layout && column.options == cell.options && first + space.rows <= column.rows);
    if (cell.layout == Layout::ordered) {
        cell.low = column.low.data() + first;
        cell.high = column.high.data() + first;
    } else if (cell.layout == Layout::text) {
        cell.texts = column.texts.data() + first;
    } else if (first % 64 == 0 && (space.rows % 64 == 0 || first + space.rows == column.rows)) {
        cell.stride = words_for(column.rows);
        cell.plane_a = column.planes.data() + first / 64;
        cell.plane_b = cell.layout == Layout::truth ? cell.possible(1) : nullptr;
    } else {
        const Store& store = stores_[step];
        cell.stride = words_for(space.capacity);
        for (std::size_t plane = 0; plane < planes_of(cell); ++plane) {
            copy_rows(column.plane(plane), words_for(column.rows), first, space.rows, store.plane_a + plane * cell.stride);
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
            .texts = resolved_texts_.data(),
            .lists = lists_.data(),
            .code_matches = code_matches_.data()};
}

Elements Values::elements(RowSpace list, std::size_t row) const {
    assert(row < rows());
    const ListRows& rows_of_list = lists_[list.index - 1];
    return {.begin = rows_of_list.begin(row), .end = rows_of_list.end(row), .open = rows_of_list.is_open(row)};
}

bool Values::is_error(StepId step, std::size_t row) const {
    assert(row < spaces_[cells_[step.index].space].rows);
    const std::uint64_t* errors = cells_[step.index].errors;
    return errors != nullptr && bit(errors, row);
}

ValueSet Values::at(StepId step, std::size_t row) const {
    const Cell& cell = cells_[step.index];
    assert(row < spaces_[cell.space].rows);
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
