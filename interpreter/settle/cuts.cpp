// Where a comparison changes is found by evaluating it at many values at once and looking closer between two at which it
// differs. Where its sides rise or fall throughout, nothing is missed; elsewhere the answer is marked as not exact.
#include "interpreter/settle/cuts.hpp"

#include "interpreter/settle/directions.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace warrant::settling {
namespace {

// Facts with at most so many values may get a region for each.
constexpr std::uint64_t most_listed = 400;
// Combinations of other facts under which one comparison is looked at.
constexpr std::size_t most_contexts = 2'048;
// Values tried at once between two.
constexpr std::int64_t between = 15;

// Where the calendar ends, a few hundred years at either side, sums with days run out. Nobody means such days.
constexpr std::int64_t days_at_ends = 100'000;

// Values of the type, the ends of an open set replaced by the ends of what can be.
OrderedSet domain_of(const OpenPlan& open, std::uint32_t thing) {
    const std::size_t slot = open.things[thing].slot;
    auto set = std::get<OrderedSet>(cell(open.facts.columns[slot], 0, open.facts.pool));
    const bool date = open.plan.slots[slot].type.kind == TypeKind::date;
    if (set.low == unbounded_low) set.low = date ? first_day + days_at_ends : smallest_value;
    if (set.high == unbounded_high) set.high = date ? last_day - days_at_ends : largest_value;
    return set;
}

std::uint64_t width(const OrderedSet& set) {
    return static_cast<std::uint64_t>(set.high) - static_cast<std::uint64_t>(set.low);
}

std::vector<std::uint32_t> ordered_in(const OpenPlan& open, const ThingSet& set, bool with_listed) {
    std::vector<std::uint32_t> things;
    for (const std::uint32_t thing : set.list()) {
        if (open.in_order[thing] && (with_listed || !open.listed[thing])) things.push_back(thing);
    }
    return things;
}

// A comparison whose changes are cuts, or a divisor, which must keep its sign for a quotient to rise or fall.
struct Probe {
    StepId step;
    bool is_sign = false;
};

// In the order of the guideline's own plan: conditions come before what depends on them.
std::vector<Probe> probes_for(const OpenPlan& open, std::uint32_t thing) {
    std::vector<Probe> probes;
    for (std::uint32_t index = 0; index < open.plan.steps.size(); ++index) {
        const Step& step = open.plan.steps[index];
        if (!open.read[index] || !open.supports[index].things.has(thing)) continue;
        const bool whole = open.splits[index].kind == Split::Kind::none;
        if (compares_ordered(step.op) && whole) probes.push_back({StepId{index}, false});
        if (step.op != Op::divide) continue;
        const StepId divisor = open.plan.operand(step, 1);
        if (open.supports[divisor.index].things.has(thing)) probes.push_back({divisor, true});
    }
    std::stable_sort(probes.begin(), probes.end(),
                     [&](const Probe& a, const Probe& b) { return open.origins[a.step.index] < open.origins[b.step.index]; });
    return probes;
}

// What a probe says at one value: of each of its rows a letter. Two values between which it changes are told apart by it.
using Said = std::string;

int sign_of(Wide value) {
    return value < 0 ? 0 : value > 0 ? 2 : 1;
}

Wide scaled(std::int64_t value, std::int64_t by) {
    constexpr Wide beyond_all = Wide{1} << 126;
    return value == unbounded_high ? beyond_all : Wide{value} * by;
}

char letter(int number) {
    return static_cast<char>('a' + number);
}

char said_of_sides(const OpenPlan& open, const Values& values, StepId id, std::size_t row) {
    const Step& step = open.plan.step(id);
    const StepId left = open.plan.operand(step, 0);
    const StepId right = open.plan.operand(step, 1);
    const Scale scale = open.plan.scales[step.payload];
    if (values.is_error(id, row)) return letter(3);
    const std::int64_t a = values.low(left)[row];
    const std::int64_t b = values.low(right)[row];
    if (a == values.high(left)[row] && b == values.high(right)[row])
        return letter(sign_of(scaled(a, scale.left) - scaled(b, scale.right)));
    return letter(bit(values.surely_true(id), row) ? 4 : bit(values.surely_false(id), row) ? 5 : 6);
}

char said_of_divisor(const Values& values, StepId id, std::size_t row) {
    if (values.is_error(id, row)) return letter(3);
    return letter(sign_of(values.low(id)[row]) * 3 + sign_of(values.high(id)[row]) + 7);
}

Said said_at(const OpenPlan& open, const Probe& probe, const Values& values, std::size_t row) {
    const RowSpace space = open.plan.step(probe.step).space;
    const Elements rows = space == case_rows ? Elements{row, row + 1, false} : values.elements(space, row);
    Said said;
    for (std::size_t at = rows.begin; at < rows.end; ++at)
        said += probe.is_sign ? said_of_divisor(values, probe.step, at) : said_of_sides(open, values, probe.step, at);
    return said;
}

// One fact while it is cut.
struct Cutting {
    OpenPlan& open;
    Trials& trials;
    std::uint32_t thing;
    OrderedSet domain;
    std::set<std::int64_t> starts;  // of regions, the first value among them

    struct Point {
        std::size_t context = 0;
        std::int64_t value = 0;
        Said said = {};
    };
    struct Gap {
        Point low, high;
    };

    void say(const Probe& probe, const std::vector<TrialRow>& contexts, std::vector<Point>& points) {
        std::vector<TrialRow> rows;
        for (const Point& point : points) {
            rows.push_back(contexts[point.context]);
            rows.back().push_back({thing, OrderedSet{point.value, point.value}});
        }
        trials.each(rows, [&](const Values& values, std::size_t row, std::size_t number) {
            points[number].said = said_at(open, probe, values, row);
        });
    }

    // Neighbours that differ are a cut; others are looked at again.
    void compare(const std::vector<Point>& points, std::vector<Gap>& gaps) {
        for (std::size_t number = 1; number < points.size(); ++number) {
            const Point& low = points[number - 1];
            const Point& high = points[number];
            if (low.context != high.context || low.said == high.said) continue;
            if (high.value == low.value + 1) starts.insert(high.value);
            else gaps.push_back({low, high});
        }
    }

    void look(const Probe& probe, const std::vector<TrialRow>& contexts, const std::set<std::int64_t>& values) {
        std::vector<Point> points;
        for (std::size_t context = 0; context < contexts.size(); ++context) {
            for (const std::int64_t value : values) points.push_back({context, value});
        }
        say(probe, contexts, points);
        std::vector<Gap> gaps;
        compare(points, gaps);
        while (!gaps.empty() && !trials.bound_reached()) {
            std::vector<Point> inner;
            for (const Gap& gap : gaps) {
                const Wide distance = Wide{gap.high.value} - gap.low.value;
                const std::int64_t count = static_cast<std::int64_t>(std::min<Wide>(between, distance - 1));
                for (std::int64_t part = 1; part <= count; ++part)
                    inner.push_back(
                        {gap.low.context, static_cast<std::int64_t>(gap.low.value + distance * part / (count + 1))});
            }
            say(probe, contexts, inner);
            std::vector<Gap> next;
            auto from = inner.begin();
            for (const Gap& gap : gaps) {
                std::vector<Point> line{gap.low};
                for (; from != inner.end() && from->context == gap.low.context && from->value > gap.low.value &&
                       from->value < gap.high.value;
                     ++from)
                    line.push_back(*from);
                line.push_back(gap.high);
                compare(line, next);
            }
            gaps = std::move(next);
        }
    }

    // What the record allows is a region, or several.
    void keep_apart(const OrderedSet& recorded) {
        if (recorded.low > domain.low && recorded.low <= domain.high) starts.insert(recorded.low);
        if (recorded.high >= domain.low && recorded.high < domain.high) starts.insert(recorded.high + 1);
    }

    // Both ends of every region so far; with `more`, values that the guideline names, and those around zero.
    std::set<std::int64_t> first_values(bool more) const {
        std::set<std::int64_t> values{domain.low, domain.high};
        for (const std::int64_t start : starts) {
            values.insert(start);
            if (start > domain.low) values.insert(start - 1);
        }
        if (!more) return values;
        const auto add = [&](std::int64_t value) {
            for (const std::int64_t near : {value - 1, value, value + 1}) {
                if (near > domain.low && near < domain.high) values.insert(near);
            }
        };
        for (const std::int64_t value : {std::int64_t{0}, micro_per_unit, -micro_per_unit}) add(value);
        for (const ValueSet& constant : open.plan.constants) {
            const auto* set = std::get_if<OrderedSet>(&constant);
            if (set != nullptr && set->low > smallest_value && set->low < largest_value && values.size() < 200) add(set->low);
        }
        return values;
    }

    void cut(const Probe& probe, Direction direction) {
        ThingSet others = open.supports[probe.step.index].things;
        std::vector<std::uint32_t> around;
        for (const std::uint32_t other : others.list()) {
            if (other == thing) continue;
            if (open.in_order[other] && !open.listed[other]) return;  // the two stay joined
            around.push_back(other);
        }
        if (count_combinations(open, around, most_contexts) > most_contexts) {
            open.exact = false;
            return;
        }
        if (direction == Direction::unclear || open.supports[probe.step.index].loose) open.exact = false;
        const bool wide = width(domain) > most_listed;
        look(probe, combinations(open, around), first_values(wide));
    }
};

void list_values(OpenPlan& open, std::uint32_t thing, const OrderedSet& domain) {
    open.listed[thing] = true;
    for (std::int64_t value = domain.low; value <= domain.high; ++value)
        open.samples[thing].emplace_back(OrderedSet{value, value});
    open.things[thing].regions = open.samples[thing];
}

// A region by its ends; where the record sets none, it has none. The sample is next to the guideline's own values.
void keep_regions(OpenPlan& open, std::uint32_t thing, const OrderedSet& domain, const std::set<std::int64_t>& starts) {
    const auto own = std::get<OrderedSet>(cell(open.facts.columns[open.things[thing].slot], 0, open.facts.pool));
    for (auto start = starts.begin(); start != starts.end(); ++start) {
        const auto next = std::next(start);
        const OrderedSet region{start == starts.begin() ? own.low : *start, next == starts.end() ? own.high : *next - 1};
        std::int64_t sample = region.low;
        if (sample == unbounded_low)
            sample = region.high == unbounded_high ? std::clamp<std::int64_t>(0, domain.low, domain.high) : region.high;
        open.things[thing].regions.emplace_back(region);
        open.samples[thing].emplace_back(OrderedSet{sample, sample});
    }
}

Direction direction_of(const OpenPlan& open, const std::vector<Direction>& known, const Probe& probe) {
    const Step& step = open.plan.step(probe.step);
    if (probe.is_sign) return known[probe.step.index];
    return of_difference(known[open.plan.operand(step, 0).index], known[open.plan.operand(step, 1).index]);
}

// Whether regions alone would not do: the fact is compared with another open one, or in a way that may change anywhere.
bool needs_listing(const OpenPlan& open, std::uint32_t thing) {
    const std::vector<Direction> known = directions(open, thing);
    const std::vector<Probe> probes = probes_for(open, thing);
    return std::any_of(probes.begin(), probes.end(), [&](const Probe& probe) {
        return direction_of(open, known, probe) == Direction::unclear ||
               ordered_in(open, open.supports[probe.step.index].things, true).size() > 1;
    });
}

}  // namespace

namespace {

bool is_recorded(const ValueSet& region, const ValueSet& held) {
    const auto* texts = std::get_if<TextSet>(&region);
    if (texts != nullptr && texts->any) return std::get<TextSet>(held).any;
    return is_subset(region, held);
}

}  // namespace

void cut_regions(OpenPlan& open, Trials& trials) {
    std::vector<std::uint32_t> left;
    for (std::uint32_t thing = 0; thing < open.things.size(); ++thing) {
        if (!open.in_order[thing]) continue;
        const OrderedSet domain = domain_of(open, thing);
        if (width(domain) < most_listed && needs_listing(open, thing)) list_values(open, thing, domain);
        else left.push_back(thing);
    }
    for (const std::uint32_t thing : left) {
        const std::vector<Direction> known = directions(open, thing);
        Cutting cutting{open, trials, thing, domain_of(open, thing), {}};
        cutting.starts.insert(cutting.domain.low);
        cutting.keep_apart(std::get<OrderedSet>(open.held[thing]));
        for (const Probe& probe : probes_for(open, thing)) cutting.cut(probe, direction_of(open, known, probe));
        keep_regions(open, thing, cutting.domain, cutting.starts);
    }
    for (std::uint32_t thing = 0; thing < open.things.size(); ++thing) {
        for (const ValueSet& region : open.things[thing].regions)
            open.things[thing].recorded.push_back(is_recorded(region, open.held[thing]));
    }
}

namespace {

// Things that a comparison joins by itself.
std::vector<std::uint32_t> joined_by(const OpenPlan& open, std::size_t index) {
    const Step& step = open.plan.steps[index];
    if (compares_ordered(step.op)) return ordered_in(open, open.supports[index].things, false);
    std::vector<std::uint32_t> texts;
    if (step.op != Op::text_equal) return texts;
    for (const std::uint32_t thing : open.supports[index].things.list()) {
        const auto set = cell(open.facts.columns[open.things[thing].slot], 0, open.facts.pool);
        const auto* text = std::get_if<TextSet>(&set);
        if (text != nullptr && text->any) texts.push_back(thing);
    }
    return texts;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> joined_groups(const OpenPlan& open) {
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::size_t index = 0; index < open.plan.steps.size(); ++index) {
        if (!open.read[index] || open.splits[index].kind != Split::Kind::none) continue;
        std::vector<std::uint32_t> group = joined_by(open, index);
        if (group.size() > 1) groups.push_back(std::move(group));
    }
    return groups;
}

namespace {

struct Joining {
    const OpenPlan& open;
    std::vector<ThingSet> joined;
    std::vector<bool> known;

    // Of a comparison that was taken apart what its parts join counts, not what it would join as a whole.
    const ThingSet& of(std::size_t index) {
        if (known[index]) return joined[index];
        known[index] = true;
        const Step& step = open.plan.steps[index];
        const Split& split = open.splits[index];
        std::vector<StepId> below = split.conditions;
        below.insert(below.end(), split.parts.begin(), split.parts.end());
        for (std::uint32_t number = 0; split.kind == Split::Kind::none && number < step.operand_count; ++number)
            below.push_back(open.plan.operand(step, number));
        if (step.op == Op::documented || step.op == Op::known) below.clear();
        ThingSet all;
        for (const StepId other : below) all.add(of(other.index));
        const std::vector<std::uint32_t> own = joined_by(open, index);
        if (split.kind == Split::Kind::none && own.size() > 1) {
            for (const std::uint32_t thing : own) all.add(thing);
        }
        return joined[index] = std::move(all);
    }
};

}  // namespace

std::vector<ThingSet> joined_things(const OpenPlan& open) {
    const std::size_t count = open.plan.steps.size();
    Joining joining{open, std::vector<ThingSet>(count), std::vector<bool>(count)};
    for (std::size_t index = 0; index < count; ++index) joining.of(index);
    return std::move(joining.joined);
}

}  // namespace warrant::settling
