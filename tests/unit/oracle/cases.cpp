// Records written as cases: what the facts room reads of a text is the record that was meant, so that the laws hold from the
// text on.
#include "interpreter/facts/case.hpp"
#include "interpreter/value/date.hpp"
#include "tests/unit/oracle/guideline_text.hpp"
#include "tests/unit/oracle/records.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::oracle {
namespace {

// A set as a case writes it, for a fact in `unit`.
struct Written {
    const FactInfo& fact;
    const Vocabulary& words;
    std::string unit;

    std::string one(std::int64_t number) const {
        if (fact.type.kind == TypeKind::date) return print_date(number);
        return print_decimal(number) + (unit.empty() ? "" : " " + unit);
    }
    std::string operator()(const TruthSet& set) const {
        return set.can_be_true && set.can_be_false ? "unknown" : set.can_be_true ? "yes" : "no";
    }
    std::string operator()(const OrderedSet& set) const {
        const std::int64_t least = has_floor() ? 0 : unbounded_low;
        if (set.low == least && set.high == unbounded_high) return "unknown";
        if (set.low == set.high) return one(set.low);
        const bool date = fact.type.kind == TypeKind::date;
        if (set.high == unbounded_high) return date ? "after " + one(set.low - 1) : "at least " + one(set.low);
        if (set.low == least) return date ? "before " + one(set.high + 1) : "at most " + one(set.high);
        return (date ? print_date(set.low) : print_decimal(set.low)) + ".." + one(set.high);
    }
    std::string operator()(const ChoiceSet& set) const {
        std::string names;
        const auto& values = words.choice_type(fact.type.choice).values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (contains(set, i)) names += (names.empty() ? "" : ", ") + values[i].name;
        }
        return count_choices(set) == 1 ? names : "{one_of: [" + names + "]}";
    }
    std::string operator()(const TextSet& set) const {
        if (set.any) return "unknown";
        std::string texts;
        for (const std::string& text : set.values) texts += (texts.empty() ? "\"" : ", \"") + text + "\"";
        return set.values.size() == 1 ? texts : "{one_of: [" + texts + "]}";
    }
    bool has_floor() const {
        return !fact.is_signed && (fact.type.kind == TypeKind::quantity || fact.type.kind == TypeKind::amount);
    }
};

std::string as_case(const World& world, const Record& record) {
    std::string request = "requests:\n  - service: therapy\n";
    std::string facts = "facts:\n  flag.a: unknown\n";
    for (const FactName& name : all_facts()) {
        const FactId id = world.fact(name.path);
        if (record.absent[id.index] || name.path == "flag.a") continue;
        const std::string value =
            std::visit(Written{world.vocabulary().fact(id), world.vocabulary(), name.unit}, record.sets[id.index]);
        const bool of_request = name.path.starts_with("request.");
        (of_request ? request : facts) += (of_request ? "    " + name.path.substr(8) : "  " + name.path) + ": " + value + "\n";
    }
    return "case: generated\n" + request + facts;
}

// Quantity, duration and frequency follow from each other; so that none is derived or contradicted, one is stated.
void state_one_quantity(const World& world, Record& record) {
    for (const char* path : {"request.duration", "request.frequency"}) record.absent[world.fact(path).index] = true;
    for (const char* path : {"request.duration", "request.frequency"})
        record.sets[world.fact(path).index] = OrderedSet{0, unbounded_high};
    record.sets[world.fact("flag.a").index] = TruthSet{};
    record.absent[world.fact("flag.a").index] = false;
}

TEST(Cases, AreReadAsTheRecordThatWasMeant) {
    std::size_t stated = 0;
    for_seeds("cases", 200, [&](Random random) {
        World world("library requests \"Requests\"\nfact request.service \"the service\" : service\n");
        RecordHabits habits;
        habits.wide = false;
        Record record = random_record(world.vocabulary(), random, habits);
        state_one_quantity(world, record);
        const std::string text = as_case(world, record);
        SourceMap sources;
        Diagnostics diagnostics;
        const SourceId source = sources.add("case", text);
        const CaseRecord read = load_case(sources, source, world.vocabulary(), diagnostics);
        if (!diagnostics.all().empty()) return render_text(diagnostics, sources, false) + text;
        std::vector<FactId> facts;
        for (const FactName& name : all_facts()) facts.push_back(world.fact(name.path));
        const FactColumns columns = columns_of(read, 0, {facts, {}, {}}, world.vocabulary());
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const bool absent = !columns.absent[i].empty() && bit(columns.absent[i].data(), 0);
            const ValueSet value = cell(columns.columns[i], 0, columns.pool);
            const ValueSet& meant = record.sets[facts[i].index];
            if (absent != record.absent[facts[i].index] || !(value == meant))
                return "another value of " + all_facts()[i].path + "\n" + text;
            stated += absent ? 0 : 1;
        }
        return std::string();
    });
    EXPECT_GE(stated, 4'000u);
}

}  // namespace
}  // namespace warrant::oracle
