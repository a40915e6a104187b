// Sums, extremes and the latest over the elements of a list. An element of which it is unclear whether it is meant makes the
// result what either way allows; so does an element that an open list may hold besides.
#include "interpreter/evaluate/interval.hpp"

#include <algorithm>

namespace warrant::kernels {

namespace {

bool is_marked(const Cell& cell, std::size_t row) {
    return cell.errors != nullptr && bit(cell.errors, row);
}

// The ends of a total while elements are added to it.
struct Total {
    Wide low = 0;
    Wide high = 0;

    void add(std::int64_t value_low, std::int64_t value_high, bool surely) {
        const Wide none = 0;
        const Wide from = widen(value_low);
        const Wide to = widen(value_high);
        low = add_ends(low, surely ? from : std::min(none, from), -infinite);
        high = add_ends(high, surely ? to : std::max(none, to), infinite);
    }
};

// An ordered value for each case; `rule(row) -> Ends`.
template <typename Rule>
void fill_cases(const Job& job, Rule rule) {
    for (std::size_t word = 0; word < job.block.words; ++word) {
        std::uint64_t marks = 0;
        for (std::size_t number = 0; number < job.block.rows_in(word); ++number) {
            const std::size_t row = job.block.first_row(word) + number;
            const Ends ends = rule(row);
            job.out.low[row] = ends.low;
            job.out.high[row] = ends.high;
            marks |= std::uint64_t{ends.error} << number;
        }
        put_ordered_errors(job, word, marks);
    }
}

}  // namespace

void sum_in(const Job& job) {
    const Cell& wanted = job.operand(0);
    const Cell& value = job.operand(1);
    const ListRows& list = job.list();
    const bool never_negative = job.step.payload == 1;
    fill_cases(job, [&](std::size_t row) {
        Total total;
        for (std::size_t element = list.begin(row); element < list.end(row); ++element) {
            if (bit(wanted.plane_b, element)) continue;
            if (is_marked(wanted, element) || is_marked(value, element)) return marked;
            const std::size_t at = value.at(element);
            total.add(value.low[at], value.high[at], bit(wanted.plane_a, element));
        }
        if (list.is_open(row)) {
            total.high = infinite;
            if (!never_negative) total.low = -infinite;
        }
        return finish_sum(total.low, total.high);
    });
}

namespace {

// The smallest of a case's elements; the largest is the smallest with all signs turned, which the caller does by `turned`.
struct Smallest {
    std::int64_t low = unbounded_high;           // of all that may be meant
    std::int64_t surely_high = unbounded_high;   // of those that surely are
    std::int64_t possibly_high = unbounded_low;  // of those that may be alone
    bool sure = false;                           // one surely is meant

    void add(std::int64_t value_low, std::int64_t value_high, bool surely) {
        low = std::min(low, value_low);
        possibly_high = std::max(possibly_high, value_high);
        if (surely) surely_high = std::min(surely_high, value_high);
        sure = sure || surely;
    }
    std::int64_t high() const { return sure ? surely_high : possibly_high; }
};

// Values are symmetric around 0, and so are their unbounded ends.
std::int64_t turned(std::int64_t value) {
    if (value == unbounded_high) return unbounded_low;
    if (value == unbounded_low) return unbounded_high;
    return -value;
}

}  // namespace

void extreme_in(const Job& job) {
    const Cell& wanted = job.operand(0);
    const Cell& value = job.operand(1);
    const Cell& otherwise = job.operand(2);
    const ListRows& list = job.list();
    const bool greatest = job.step.op == Op::greatest_in;
    const auto add = [&](Smallest& smallest, std::int64_t low, std::int64_t high, bool surely) {
        if (greatest) smallest.add(turned(high), turned(low), surely);
        else smallest.add(low, high, surely);
    };
    fill_cases(job, [&](std::size_t row) {
        Smallest smallest;
        bool may_err = false;
        for (std::size_t element = list.begin(row); element < list.end(row); ++element) {
            if (bit(wanted.plane_b, element)) continue;
            if (is_marked(wanted, element) || is_marked(value, element)) return marked;
            const std::size_t at = value.at(element);
            may_err = may_err || may_be_an_error(value, value.low[at], value.high[at]);
            add(smallest, value.low[at], value.high[at], bit(wanted.plane_a, element));
        }
        if (list.is_open(row)) add(smallest, unbounded_low, unbounded_high, false);
        if (!smallest.sure) {
            if (is_marked(otherwise, row)) return marked;
            const std::size_t at = otherwise.at(row);
            may_err = may_err || may_be_an_error(otherwise, otherwise.low[at], otherwise.high[at]);
            add(smallest, otherwise.low[at], otherwise.high[at], false);
        }
        if (may_err) return every_value;
        if (greatest) return Ends{.low = turned(smallest.high()), .high = turned(smallest.low), .error = false};
        return Ends{.low = smallest.low, .high = smallest.high(), .error = false};
    });
}

namespace {

// Which elements of one case may be the latest of those that are meant.
class Latest {  // Invariant: `last_low_` is the largest lowest key of the elements surely meant, `last_` the last with that.
public:
    Latest(const Job& job, std::size_t row)
        : wanted_(job.operand(0)), key_(job.operand(1)), begin_(job.list().begin(row)), end_(job.list().end(row)) {
        for (std::size_t element = begin_; element < end_; ++element) {
            if (bit(wanted_.plane_b, element)) continue;
            const std::size_t at = key_.at(element);
            marked_ = marked_ || is_marked(wanted_, element) || is_marked(key_, element);
            may_err_ = may_err_ || may_be_an_error(key_, key_.low[at], key_.high[at]);
            if (!bit(wanted_.plane_a, element) || (some_sure_ && key_.low[at] < last_low_)) continue;
            some_sure_ = true;
            last_low_ = key_.low[at];
            last_ = element;
        }
    }

    bool is_marked_row() const { return marked_; }
    bool may_err() const { return may_err_; }
    bool may_be_none() const { return !some_sure_; }
    // Of several with one key the last counts.
    bool may_be(std::size_t element) const {
        if (bit(wanted_.plane_b, element)) return false;
        const std::int64_t high = key_.high[key_.at(element)];
        return !some_sure_ || last_low_ < high || (last_low_ == high && last_ <= element);
    }
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return end_; }

private:
    const Cell& wanted_;
    const Cell& key_;
    std::size_t begin_;
    std::size_t end_;
    bool some_sure_ = false;
    bool marked_ = false;
    bool may_err_ = false;
    std::int64_t last_low_ = unbounded_low;
    std::size_t last_ = 0;
};

// The values of several rows of several cells joined, in the layout of the step.
class Join {  // Invariant: what was added is possible; nothing else is, unless `every` was called.
public:
    explicit Join(const Job& job) : job_(job), layout_(job.own.layout) {}

    void begin(std::size_t row) {
        row_ = row;
        first_ = true;
        yes_ = no_ = true;
        if (layout_ != Layout::choice) return;
        for (std::size_t option = 0; option < job_.own.options; ++option) put(plane(option), false);
    }
    void add(const Cell& cell, std::size_t row) {
        switch (layout_) {
            case Layout::truth:
                yes_ = yes_ && bit(cell.plane_a, row);
                no_ = no_ && bit(cell.plane_b, row);
                break;
            case Layout::ordered:
                job_.out.low[row_] = first_ ? cell.low[cell.at(row)] : std::min(job_.out.low[row_], cell.low[cell.at(row)]);
                job_.out.high[row_] = first_ ? cell.high[cell.at(row)] : std::max(job_.out.high[row_], cell.high[cell.at(row)]);
                break;
            case Layout::choice:
                for (std::size_t option = 0; option < job_.own.options; ++option) {
                    if (bit(cell.possible(option), row)) put(plane(option), true);
                }
                break;
            case Layout::text:
                job_.out.texts[row_] =
                    first_ ? cell.texts[cell.at(row)] : join_texts(job_.out.texts[row_], cell.texts[cell.at(row)]);
                break;
        }
        first_ = false;
    }
    void every() {
        yes_ = no_ = false;
        if (layout_ == Layout::ordered) job_.out.low[row_] = unbounded_low;
        if (layout_ == Layout::ordered) job_.out.high[row_] = unbounded_high;
        if (layout_ == Layout::text) job_.out.texts[row_] = TextCell{};
        for (std::size_t option = 0; layout_ == Layout::choice && option < job_.own.options; ++option) put(plane(option), true);
    }
    void finish(bool marks) {
        if (layout_ == Layout::truth) {
            put(job_.out.plane_a, yes_);
            put(job_.out.plane_b, no_);
            marks = marks && !yes_ && !no_;
        }
        if (job_.out.errors != nullptr) put(job_.out.errors, marks);
    }

private:
    std::uint64_t* plane(std::size_t option) const { return job_.out.plane_a + option * job_.own.stride; }
    void put(std::uint64_t* plane, bool value) const {
        const std::uint64_t mask = std::uint64_t{1} << row_ % 64;
        plane[row_ / 64] = value ? plane[row_ / 64] | mask : plane[row_ / 64] & ~mask;
    }

    const Job& job_;
    Layout layout_;
    std::size_t row_ = 0;
    bool first_ = true;
    bool yes_ = true;
    bool no_ = true;
};

bool may_be_an_error_at(const Cell& cell, std::size_t row) {
    return cell.layout == Layout::ordered && may_be_an_error(cell, cell.low[cell.at(row)], cell.high[cell.at(row)]);
}

// Bits past the last row stay 0.
void clear_planes(const Job& job) {
    const auto clear = [&](std::uint64_t* plane) {
        if (plane != nullptr) std::fill_n(plane, job.block.words, std::uint64_t{0});
    };
    if (job.own.layout == Layout::truth) {
        clear(job.out.plane_a);
        clear(job.out.plane_b);
    }
    for (std::size_t option = 0; job.own.layout == Layout::choice && option < job.own.options; ++option) {
        clear(job.out.plane_a + option * job.own.stride);
    }
    clear(job.out.errors);
}

}  // namespace

void latest_in(const Job& job) {
    const Cell& value = job.operand(2);
    const Cell& otherwise = job.operand(3);
    clear_planes(job);
    Join join(job);
    for (std::size_t row = 0; row < job.block.rows; ++row) {
        const Latest latest(job, row);
        bool marks = latest.is_marked_row();
        bool anything = latest.may_err() || job.list().is_open(row);
        join.begin(row);
        const auto add = [&](const Cell& cell, std::size_t at) {
            marks = marks || is_marked(cell, at);
            anything = anything || may_be_an_error_at(cell, at);
            join.add(cell, at);
        };
        for (std::size_t element = latest.begin(); element < latest.end(); ++element) {
            if (latest.may_be(element)) add(value, element);
        }
        if (latest.may_be_none()) add(otherwise, row);
        if (anything || marks) join.every();
        join.finish(marks);
    }
}

}  // namespace warrant::kernels
