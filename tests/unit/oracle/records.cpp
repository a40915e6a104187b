// Sets for facts of every type, and single values from them.
#include "tests/unit/oracle/records.hpp"

#include "interpreter/check/print_value.hpp"
#include "tests/unit/oracle/calendar.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

constexpr std::int64_t micro = 1'000'000;
constexpr std::int64_t far_out = 1'000'000 * micro;

const std::vector<std::string>& words(TypeKind kind) {
    static const std::vector<std::string> texts = {"red", "green", "blue", "old"};
    static const std::vector<std::string> codes = {"M54.1", "M54.16", "M54", "G54.25", "G54.5", "E885"};
    return kind == TypeKind::code ? codes : texts;
}

std::int64_t some_day(Random& random) {
    // Near the ends of months and of February most of the time.
    static const std::vector<std::int64_t> edges = {day_number(2015, 1, 31), day_number(2016, 2, 29), day_number(2015, 2, 28),
                                                    day_number(2015, 12, 31), day_number(2015, 3, 1)};
    return random.chance(60) ? random.pick(edges) + random.between(-1, 1) : day_number(2014, 1, 1) + random.between(0, 1000);
}

std::int64_t some_amount(Random& random, bool may_be_negative, const RecordHabits& habits) {
    std::int64_t amount = random.between(0, 12) * micro;
    if (random.chance(15)) amount = random.between(0, 4'000'000);
    if (random.chance(20)) amount = random.between(0, 3) * micro / 2;
    if (habits.wide && random.chance(2)) amount = 4'000'000'000'000'000'000;
    return may_be_negative && random.chance(40) ? -amount : amount;
}

OrderedSet ordered_set(Random& random, const Type& type, bool may_be_negative, const RecordHabits& habits) {
    const bool date = type.kind == TypeKind::date;
    auto some = [&] { return date ? some_day(random) : some_amount(random, may_be_negative, habits); };
    const std::int64_t a = some();
    if (habits.single_only || random.chance(habits.single)) return {a, a};
    if (habits.unbounded && random.chance(15)) {
        const std::int64_t least = may_be_negative || date ? unbounded_low : 0;
        return random.chance(50) ? OrderedSet{a, unbounded_high} : OrderedSet{least, a};
    }
    if (random.chance(25)) return {a, a + (date ? 1 : random.between(1, 3))};
    const std::int64_t b = some();
    return {std::min(a, b), std::max(a, b)};
}

ChoiceSet choice_set(Random& random, std::size_t count, bool single) {
    ChoiceSet set = one_choice(count, random.below(count));
    while (!single && random.chance(60)) set.words[0] |= std::uint64_t{1} << random.below(count);
    return set;
}

TextSet text_set(Random& random, TypeKind kind, bool single) {
    std::set<std::string> texts{random.pick(words(kind))};
    while (!single && random.chance(60)) texts.insert(random.pick(words(kind)));
    return {false, {texts.begin(), texts.end()}};
}

ValueSet random_set(const Vocabulary& vocabulary, FactId id, Random& random, const RecordHabits& habits) {
    const FactInfo& fact = vocabulary.fact(id);
    const bool single = habits.single_only || random.chance(habits.single);
    switch (layout_of(fact.type.kind)) {
        case Layout::truth: {
            const bool value = random.chance(50);
            return TruthSet{value, !value};
        }
        case Layout::ordered:
            return ordered_set(random, fact.type, fact.is_signed || fact.type.kind == TypeKind::number, habits);
        case Layout::choice:
            return choice_set(random, vocabulary.choice_type(fact.type.choice).values.size(), single);
        case Layout::text:
            break;
    }
    return text_set(random, fact.type.kind, single);
}

}  // namespace

Record random_record(const Vocabulary& vocabulary, Random& random, const RecordHabits& habits) {
    Record record;
    for (std::uint32_t i = 0; i < vocabulary.facts.size(); ++i) {
        const FactInfo& fact = vocabulary.facts[i];
        const bool bounded_type = layout_of(fact.type.kind) != Layout::ordered;
        const bool unknown = !habits.single_only && random.chance(habits.unknown) && (habits.unbounded || bounded_type);
        record.sets.push_back(unknown ? full_set(vocabulary, fact.type, fact.is_signed)
                                      : random_set(vocabulary, FactId{i}, random, habits));
        record.absent.push_back(unknown && random.chance(50));
    }
    return record;
}

ValueSet narrowed(const Vocabulary& vocabulary, FactId fact, const ValueSet& set, Random& random) {
    struct Narrow {
        Random& random;
        TypeKind kind;
        ValueSet operator()(const TruthSet& truth) const {
            if (!truth.can_be_true || !truth.can_be_false) return truth;
            const bool value = random.chance(50);
            return TruthSet{value, !value};
        }
        ValueSet operator()(const OrderedSet& range) const {
            // A half-line becomes a shorter one, or a range near its end; a line becomes a range anywhere.
            const std::int64_t width = kind == TypeKind::date ? 1000 : 5 * micro;
            const std::int64_t low = range.low == unbounded_low ? std::min<std::int64_t>(range.high, 0) - width : range.low;
            const std::int64_t high = range.high == unbounded_high ? std::max<std::int64_t>(low, 0) + width : range.high;
            std::int64_t a = random.chance(30) ? low : random.between(low, high);
            std::int64_t b = random.chance(30) ? high : random.between(low, high);
            if (a > b) std::swap(a, b);
            if (range.low == unbounded_low && random.chance(20)) return OrderedSet{unbounded_low, b};
            if (range.high == unbounded_high && random.chance(20)) return OrderedSet{a, unbounded_high};
            return random.chance(40) ? OrderedSet{a, a} : OrderedSet{a, b};
        }
        ValueSet operator()(const ChoiceSet& choices) const {
            ChoiceSet fewer = choices;
            for (std::uint64_t& word : fewer.words) word &= random.next();
            return count_choices(fewer) == 0 ? choices : fewer;
        }
        ValueSet operator()(const TextSet& texts) const {
            if (texts.any) return TextSet{false, {random.pick(words(kind))}};
            TextSet fewer{false, {}};
            for (const std::string& text : texts.values) {
                if (random.chance(50)) fewer.values.push_back(text);
            }
            return fewer.values.empty() ? texts : fewer;
        }
    };
    return std::visit(Narrow{random, vocabulary.fact(fact).type.kind}, set);
}

std::vector<Point> points_of(const Vocabulary& vocabulary, FactId fact, const ValueSet& set,
                             const std::vector<std::int64_t>& interesting) {
    struct Points {
        const std::vector<std::int64_t>& interesting;
        std::size_t options;
        TypeKind kind;
        std::set<Point> operator()(const TruthSet& truth) const {
            std::set<Point> points;
            if (truth.can_be_false) points.insert(Point{0, {}});
            if (truth.can_be_true) points.insert(Point{1, {}});
            return points;
        }
        std::set<Point> operator()(const OrderedSet& range) const {
            const bool date = kind == TypeKind::date;
            const std::int64_t lowest = date ? day_number(1990, 1, 1) : -far_out;
            const std::int64_t highest = date ? day_number(2040, 12, 31) : far_out;
            // At least two points of a half-line, so that it is never taken for one value.
            const std::int64_t low = range.low == unbounded_low ? std::min(lowest, range.high - 1) : range.low;
            const std::int64_t high = range.high == unbounded_high ? std::max(highest, low + 1) : range.high;
            std::set<Point> points{Point{low, {}}, Point{high, {}}};
            for (const std::int64_t middle : interesting) {
                for (const std::int64_t near : {middle - 1, middle, middle + 1}) {
                    if (near > range.low && near < range.high) points.insert(Point{near, {}});
                }
            }
            return points;
        }
        std::set<Point> operator()(const ChoiceSet& choices) const {
            std::set<Point> points;
            for (std::size_t i = 0; i < options; ++i) {
                if (contains(choices, i)) points.insert(Point{static_cast<std::int64_t>(i), {}});
            }
            return points;
        }
        std::set<Point> operator()(const TextSet& texts) const {
            std::set<Point> points;
            for (const std::string& text : texts.any ? words(kind) : texts.values) points.insert(Point{0, text});
            // Some text that nothing else names.
            if (texts.any) points.insert(Point{0, kind == TypeKind::code ? "Z99" : "something else"});
            return points;
        }
    };
    const Type& type = vocabulary.fact(fact).type;
    const std::size_t options = type.kind == TypeKind::choice ? vocabulary.choice_type(type.choice).values.size() : 0;
    const auto points = std::visit(Points{interesting, options, type.kind}, set);
    return {points.begin(), points.end()};
}

Completions completions_of(const Vocabulary& vocabulary, const Record& record, const std::vector<FactId>& facts,
                           const std::map<FactId, std::vector<std::int64_t>>& interesting, std::size_t most, Random& random) {
    std::vector<std::vector<Point>> points;
    Completions completions;
    std::size_t combinations = 1;
    for (const FactId fact : facts) {
        const auto found = interesting.find(fact);
        points.push_back(points_of(vocabulary, fact, record.sets[fact.index],
                                   found == interesting.end() ? std::vector<std::int64_t>{} : found->second));
        combinations = std::min(combinations * points.back().size(), most + 1);
    }
    completions.complete = combinations <= most;
    for (std::size_t i = 0; i < std::min(combinations, most); ++i) {
        Completion completion(record.sets.size());
        std::size_t rest = i;
        for (std::size_t k = 0; k < facts.size(); ++k) {
            std::size_t at = rest % points[k].size();
            if (!completions.complete) at = i == 0 ? 0 : i == 1 ? points[k].size() - 1 : random.below(points[k].size());
            completion[facts[k].index] = points[k][at];
            rest /= points[k].size();
        }
        completions.all.push_back(std::move(completion));
    }
    return completions;
}

ValueSet set_of(const Vocabulary& vocabulary, FactId fact, const Point& point) {
    const Type& type = vocabulary.fact(fact).type;
    switch (layout_of(type.kind)) {
        case Layout::truth:
            return TruthSet{point.number != 0, point.number == 0};
        case Layout::ordered:
            return OrderedSet{point.number, point.number};
        case Layout::choice:
            return one_choice(vocabulary.choice_type(type.choice).values.size(), static_cast<std::size_t>(point.number));
        case Layout::text:
            break;
    }
    return TextSet{false, {point.text}};
}

Record record_of(const Vocabulary& vocabulary, const Record& base, const Completion& completion,
                 const std::vector<FactId>& facts) {
    Record record = base;
    for (const FactId fact : facts) {
        record.sets[fact.index] = set_of(vocabulary, fact, completion[fact.index]);
        record.absent[fact.index] = false;
    }
    return record;
}

std::string show(const Vocabulary& vocabulary, const Record& record, const std::vector<FactId>& facts) {
    std::string text;
    for (const FactId id : facts) {
        const FactInfo& fact = vocabulary.fact(id);
        text += "  " + fact.path + ": " + print_set(vocabulary, fact.type, record.sets[id.index]);
        if (const auto* range = std::get_if<OrderedSet>(&record.sets[id.index])) {
            text += " [" + std::to_string(range->low) + ", " + std::to_string(range->high) + "]";
        }
        text += record.absent[id.index] ? " (absent)\n" : "\n";
    }
    return text;
}

std::vector<FactId> facts_read(const Plan& plan, const Vocabulary& vocabulary) {
    std::vector<FactId> facts;
    for (const FactSlot& slot : plan.slots) facts.push_back(slot.fact);
    for (const ListSlot& list : plan.lists) facts.push_back(size_fact(vocabulary, list.fact));
    for (const FieldSlot& field : plan.fields) {
        for (std::size_t element = 0; element < most_elements; ++element) {
            facts.push_back(element_fact(vocabulary, plan.list(field.space).fact, element, field.field));
        }
    }
    return facts;
}

namespace {

Column column_for(const Vocabulary& vocabulary, const Type& type, std::size_t rows) {
    const bool choice = type.kind == TypeKind::choice;
    return make_column(layout_of(type.kind), rows, choice ? vocabulary.choice_type(type.choice).values.size() : 0);
}

// As many elements as the list has at least; it is open where it may have more.
void add_lists(const Plan& plan, const Vocabulary& vocabulary, const std::vector<Record>& records, FactColumns& facts) {
    for (const ListSlot& list : plan.lists) {
        ListColumns columns{{0}, std::vector<std::uint64_t>(words_for(records.size()))};
        for (std::size_t row = 0; row < records.size(); ++row) {
            const auto& size = std::get<ChoiceSet>(records[row].sets[size_fact(vocabulary, list.fact).index]);
            std::uint32_t least = 0;
            while (!contains(size, least)) ++least;
            columns.offsets.push_back(columns.offsets.back() + least);
            if (count_choices(size) > 1) columns.open[row / 64] |= std::uint64_t{1} << (row % 64);
        }
        facts.lists.push_back(std::move(columns));
    }
    for (const FieldSlot& field : plan.fields) {
        const ListColumns& list = facts.lists[field.space.index - 1];
        Column column = column_for(vocabulary, field.type, list.offsets.back());
        for (std::size_t row = 0; row < records.size(); ++row) {
            for (std::uint32_t at = list.offsets[row]; at < list.offsets[row + 1]; ++at) {
                const FactId fact = element_fact(vocabulary, plan.list(field.space).fact, at - list.offsets[row], field.field);
                set_cell(column, at, records[row].sets[fact.index], facts.pool);
            }
        }
        facts.fields.push_back(std::move(column));
    }
}

}  // namespace

FactColumns columns_of(const Plan& plan, const Vocabulary& vocabulary, const std::vector<Record>& records) {
    FactColumns facts;
    facts.rows = records.size();
    for (const FactSlot& slot : plan.slots) {
        Column column = column_for(vocabulary, slot.type, records.size());
        std::vector<std::uint64_t> absent(words_for(records.size()));
        for (std::size_t row = 0; row < records.size(); ++row) {
            set_cell(column, row, records[row].sets[slot.fact.index], facts.pool);
            if (records[row].absent[slot.fact.index]) absent[row / 64] |= std::uint64_t{1} << (row % 64);
        }
        facts.columns.push_back(std::move(column));
        facts.absent.push_back(std::move(absent));
    }
    add_lists(plan, vocabulary, records, facts);
    return facts;
}

}  // namespace warrant::oracle
