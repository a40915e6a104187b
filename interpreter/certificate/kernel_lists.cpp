// From the elements of a list to one value of the case. An element of which it is open whether it is meant leaves both ways
// possible; so does what an open list may hold besides.
#include "interpreter/certificate/kernel.hpp"

#include <algorithm>
#include <optional>

namespace warrant::certificates {
namespace {

constexpr std::int64_t micro = 1'000'000;

const std::vector<Cell>& elements(const Row& row, std::size_t operand) {
    return row.operand(operand).cells;
}
bool is_open(const Row& row) {
    return row.derivation.lists[row.operand(0).list].open;
}
Cell finish(const Row& row, ValueSet value, bool marked) {
    return finish(row.derivation, row.step.form, std::move(value), marked);
}

Cell compute_count(const Row& row) {
    const std::vector<Cell>& truths = elements(row, 0);
    std::int64_t certain = 0;
    std::int64_t possible = 0;
    bool marked = false;
    for (const Cell& cell : truths) {
        certain += surely(cell) ? 1 : 0;
        possible += surely_not(cell) ? 0 : 1;
        marked = marked || cell.error;
    }
    const bool open = is_open(row);
    const auto all = static_cast<std::int64_t>(truths.size());
    if (row.step.op == Op::some_in) return truth(certain > 0, !open && possible == 0, marked);
    if (row.step.op == Op::every_in) return truth(!open && certain == all, possible < all, marked);
    return finish(row, OrderedSet{.low = certain * micro, .high = open ? unbounded_high : possible * micro}, marked);
}

Cell compute_sum(const Row& row) {
    Int128 low = 0;
    Int128 high = 0;
    for (std::size_t element = 0; element < elements(row, 0).size(); ++element) {
        const Cell& wanted = elements(row, 0)[element];
        const Cell& value = elements(row, 1)[element];
        if (surely_not(wanted)) continue;
        if (wanted.error || value.error) return finish(row, OrderedSet{}, true);
        const Int128 least = widen(ends(value).low);
        const Int128 most = widen(ends(value).high);
        low = add_low(low, surely(wanted) ? least : std::min<Int128>(0, least));
        high = add_high(high, surely(wanted) ? most : std::max<Int128>(0, most));
    }
    if (is_open(row)) high = without_end;
    if (is_open(row) && row.step.number == 0) low = -without_end;
    const Range range = closed_sum(low, high);
    return finish(row, range.set, range.error);
}

OrderedSet turned(const OrderedSet& set) {
    const auto turn = [](std::int64_t value) {
        if (value == unbounded_high) return unbounded_low;
        return value == unbounded_low ? unbounded_high : -value;
    };
    return {.low = turn(set.high), .high = turn(set.low)};
}

// The smallest of those meant; the largest is the same with all signs turned.
Cell compute_extreme(const Row& row) {
    const bool greatest = row.step.op == Op::greatest_in;
    std::int64_t low = unbounded_high;
    std::int64_t high_of_sure = unbounded_high;
    std::int64_t high_of_all = unbounded_low;
    bool sure = false;
    const auto add = [&](const OrderedSet& given, bool surely_meant) {
        const OrderedSet set = greatest ? turned(given) : given;
        low = std::min(low, set.low);
        high_of_all = std::max(high_of_all, set.high);
        if (surely_meant) high_of_sure = std::min(high_of_sure, set.high);
        sure = sure || surely_meant;
    };
    bool may_err = false;
    for (std::size_t element = 0; element < elements(row, 0).size(); ++element) {
        const Cell& wanted = elements(row, 0)[element];
        const Cell& value = elements(row, 1)[element];
        if (surely_not(wanted)) continue;
        if (wanted.error || value.error) return finish(row, OrderedSet{}, true);
        may_err = may_err || row.may_be_an_error(1, value);
        add(ends(value), surely(wanted));
    }
    if (is_open(row)) add(OrderedSet{}, false);
    if (!sure) {
        const Cell& otherwise = row.cell(2);
        if (otherwise.error) return finish(row, OrderedSet{}, true);
        may_err = may_err || row.may_be_an_error(2, otherwise);
        add(ends(otherwise), false);
    }
    if (may_err) return {OrderedSet{}, false};
    const OrderedSet set{.low = low, .high = sure ? high_of_sure : high_of_all};
    return {greatest ? turned(set) : set, false};
}

// The value where the key is largest, of several the last. An element may be that unless one that is surely meant is surely
// later.
Cell compute_latest(const Row& row) {
    const std::vector<Cell>& wanted = elements(row, 0);
    const std::vector<Cell>& keys = elements(row, 1);
    std::optional<std::size_t> last;  // surely meant, with the largest lowest key
    bool marked = false;
    bool open = is_open(row);
    for (std::size_t element = 0; element < wanted.size(); ++element) {
        if (surely_not(wanted[element])) continue;
        marked = marked || wanted[element].error || keys[element].error;
        open = open || row.may_be_an_error(1, keys[element]);
        const bool later = !last || ends(keys[element]).low >= ends(keys[*last]).low;
        if (surely(wanted[element]) && later) last = element;
    }
    std::optional<ValueSet> joined;
    const auto add = [&](std::size_t operand, const Cell& value) {
        marked = marked || value.error;
        open = open || row.may_be_an_error(operand, value);
        joined = joined ? either(*joined, value.value) : value.value;
    };
    for (std::size_t element = 0; element < wanted.size(); ++element) {
        const std::int64_t high = ends(keys[element]).high;
        const bool may_be = !last || ends(keys[*last]).low < high || (ends(keys[*last]).low == high && *last <= element);
        if (!surely_not(wanted[element]) && may_be) add(2, elements(row, 2)[element]);
    }
    if (!last) add(3, row.cell(3));
    const bool every = open || marked || !joined;
    return finish(row, every ? anything(row.derivation, row.step.form) : *joined, marked);
}

}  // namespace

Cell compute_reduction(const Row& row) {
    if (row.step.op == Op::sum_in) return compute_sum(row);
    if (row.step.op == Op::least_in || row.step.op == Op::greatest_in) return compute_extreme(row);
    if (row.step.op == Op::latest_in) return compute_latest(row);
    return compute_count(row);
}

}  // namespace warrant::certificates
