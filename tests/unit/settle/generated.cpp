// On generated guidelines and records small enough to try everything, settle() and changes() say exactly what trying says.
#include "interpreter/check/print_value.hpp"
#include "interpreter/settle/changes.hpp"
#include "tests/unit/oracle/guideline_text.hpp"
#include "tests/unit/settle/brute_force.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::oracle {
namespace {

constexpr std::size_t most_completions = 300;

// Amounts and dates of which several are possible get a few neighbouring values, so that all of them can be tried. Lists are
// known.
Record small_record(const Plan& plan, const Vocabulary& vocabulary, Random& random) {
    RecordHabits habits;
    habits.unbounded = false;
    habits.wide = false;
    habits.unknown = 40;
    habits.single = 25 + static_cast<unsigned>(random.below(3)) * 25;
    Record record = random_record(vocabulary, random, habits);
    for (const FactId fact : facts_read(plan, vocabulary)) {
        auto* range = std::get_if<OrderedSet>(&record.sets[fact.index]);
        if (range == nullptr || is_single(*range)) continue;
        const FactInfo& info = vocabulary.fact(fact);
        const bool any_sign = info.is_signed || info.type.kind == TypeKind::date || info.type.kind == TypeKind::number;
        const std::int64_t low = range->low - static_cast<std::int64_t>(random.below(3));
        *range = {any_sign ? low : std::max<std::int64_t>(low, 0), range->low + 1 + static_cast<std::int64_t>(random.below(3))};
    }
    for (const ListSlot& list : plan.lists) {
        const auto single = [&](FactId fact) {
            ValueSet& set = record.sets[fact.index];
            set = set_of(vocabulary, fact, points_of(vocabulary, fact, set, {}).front());
            record.absent[fact.index] = false;
        };
        single(size_fact(vocabulary, list.fact));
        for (const FieldSlot& field : plan.fields) {
            for (std::size_t element = 0; element < most_elements; ++element)
                single(element_fact(vocabulary, plan.list(field.space).fact, element, field.field));
        }
    }
    return record;
}

std::string name_of(FindingName finding) {
    static const char* const names[] = {"supported", "partly supported", "not supported", "undetermined", "not addressed"};
    return names[static_cast<std::size_t>(finding)];
}

// What settle() or changes() says, in the terms of the brute force.
struct Compared {
    const Plan& plan;
    const Vocabulary& vocabulary;
    const std::vector<OpenThing>& things;
    const std::vector<FindingSets>& findings;
    const Tried& tried;

    FactId fact_of(std::uint32_t thing) const { return things[thing].facts.front(); }

    bool in_region(std::uint32_t thing, std::size_t region, const Point& point) const {
        const OpenThing& open = things[thing];
        const ValueSet one = set_of(vocabulary, fact_of(thing), point);
        const auto* texts = std::get_if<TextSet>(&open.regions[region]);
        const auto is_listed = [&](const ValueSet& other) { return !std::get<TextSet>(other).any && is_subset(one, other); };
        if (texts != nullptr && plan.slots[open.slot].type.kind == TypeKind::code &&
            std::none_of(open.regions.begin(), open.regions.end(), is_listed))
            return region == region_of_code(open, point.text);
        if (texts == nullptr || !texts->any) return is_subset(one, open.regions[region]);
        return std::none_of(open.regions.begin(), open.regions.end(), is_listed);
    }

    // Of codes a region lists some: those that stand by themselves, or some of those that the same sets of codes hold, which
    // come after them.
    std::size_t region_of_code(const OpenThing& open, const std::string& code) const {
        std::size_t found = open.regions.size();
        for (std::size_t region = 0; region < open.regions.size(); ++region) {
            const auto& texts = std::get<TextSet>(open.regions[region]);
            if (holders(code) == holders(texts.any ? "" : texts.values.front())) found = region;
        }
        return found;
    }

    std::vector<bool> holders(const std::string& code) const {
        std::vector<bool> held;
        for (const CodeSetPlan& set : plan.code_sets) held.push_back(matches(set.codes, code));
        return held;
    }

    bool is_a_way(const SettlingSet& set, const std::vector<Point>& values) const {
        return std::any_of(set.ways.begin(), set.ways.end(), [&](const std::vector<Allowed>& way) {
            for (std::size_t place = 0; place < set.things.size(); ++place) {
                bool allowed = false;
                for (std::size_t region = 0; region < way[place].size(); ++region)
                    allowed = allowed || (way[place][region] && in_region(set.things[place], region, values[place]));
                if (!allowed) return false;
            }
            return true;
        });
    }

    std::vector<FactId> facts_of(const SettlingSet& set) const {
        std::vector<FactId> facts;
        for (const std::uint32_t thing : set.things) facts.push_back(fact_of(thing));
        return facts;
    }

    std::string show(const std::vector<FactId>& facts) const {
        std::string text = "{";
        for (const FactId fact : facts) text += " " + vocabulary.fact(fact).path;
        return text + " }";
    }

    // Of one set all combinations of values of its facts.
    std::string compare_ways(const SettlingSet& set, const TriedSet& one) const {
        std::vector<std::vector<Point>> all{{}};
        for (const FactId fact : one.facts) {
            std::vector<std::vector<Point>> longer;
            for (const std::vector<Point>& values : all) {
                for (const Point& point : tried.points.at(fact)) {
                    longer.push_back(values);
                    longer.back().push_back(point);
                }
            }
            all = std::move(longer);
        }
        for (const std::vector<Point>& values : all) {
            if (is_a_way(set, values) == (one.ways.count(values) != 0)) continue;
            std::string text = "a way of " + show(one.facts) + " is " + (one.ways.count(values) != 0 ? "missing:" : "wrong:");
            for (const Point& point : values) text += " " + std::to_string(point.number) + point.text;
            return text;
        }
        return {};
    }

    std::string compare_sets(FindingName finding, const std::vector<SettlingSet>& sets,
                             const std::vector<TriedSet>& expected) const {
        for (const TriedSet& one : expected) {
            std::vector<FactId> facts = one.facts;
            const auto same = std::find_if(sets.begin(), sets.end(), [&](const SettlingSet& set) {
                std::vector<FactId> own = facts_of(set);
                std::sort(own.begin(), own.end());
                return own == facts;
            });
            if (same == sets.end()) return name_of(finding) + ": missing " + show(facts);
            // The same order of facts in both.
            TriedSet turned{facts_of(*same), {}};
            for (const std::vector<Point>& way : one.ways) {
                std::vector<Point> values;
                for (const FactId fact : turned.facts)
                    values.push_back(
                        way[static_cast<std::size_t>(std::find(facts.begin(), facts.end(), fact) - facts.begin())]);
                turned.ways.insert(values);
            }
            const std::string wrong = compare_ways(*same, turned);
            if (!wrong.empty()) return name_of(finding) + ": " + wrong;
        }
        if (sets.size() == expected.size()) return {};
        std::string text = name_of(finding) + ": too many sets:";
        for (const SettlingSet& set : sets) text += " " + show(facts_of(set));
        return text;
    }

    // Of the findings that the record allows, or of those that it rules out.
    std::string disagreement_of_sets(bool given) const {
        for (const FindingName finding :
             {FindingName::supported, FindingName::partly_supported, FindingName::not_supported, FindingName::not_addressed}) {
            const auto found = std::find_if(findings.begin(), findings.end(),
                                            [&](const FindingSets& sets) { return sets.finding == finding; });
            const auto expected = tried.settling.find(finding);
            const bool is_expected = expected != tried.settling.end() && (tried.given.count(finding) != 0) == given;
            const std::string wrong = compare_sets(finding, found == findings.end() ? std::vector<SettlingSet>{} : found->sets,
                                                   is_expected ? expected->second : std::vector<TriedSet>{});
            if (!wrong.empty()) return wrong;
        }
        return {};
    }

    std::string disagreement(const Settlement& settlement) const {
        const std::string wrong = disagreement_of_sets(true);
        if (!wrong.empty()) return wrong;
        const std::set<FactId> relevant(settlement.relevant.begin(), settlement.relevant.end());
        std::set<FactId> irrelevant(settlement.irrelevant.begin(), settlement.irrelevant.end());
        for (const FactId fact : tried.open) {
            if (relevant.count(fact) != tried.relevant.count(fact)) return "relevance of " + vocabulary.fact(fact).path;
            irrelevant.erase(fact);
        }
        if (relevant.size() != tried.relevant.size()) return "facts are relevant that are not open";
        return settlement.whatever == tried.whatever ? "" : "whatever the facts are";
    }
};

struct Counts {
    std::size_t tried = 0;
    std::size_t several_facts = 0;  // a set of two or more facts settles
    std::size_t whatever = 0;       // while the evaluator says undetermined
    std::size_t changed = 0;        // records of which changes were looked at
    std::size_t several_changed = 0;
    std::map<FindingName, std::size_t> findings;
};

void count(const Settlement& settlement, FindingName as_recorded, Counts& counts) {
    ++counts.tried;
    if (settlement.whatever && as_recorded == FindingName::undetermined) ++counts.whatever;
    bool several = false;
    for (const FindingSets& sets : settlement.findings) {
        ++counts.findings[sets.finding];
        for (const SettlingSet& set : sets.sets) several = several || set.things.size() > 1;
    }
    if (several) ++counts.several_facts;
}

// One guideline with records until enough of them were tried.
// Two texts of which neither is known are compared: that is one question, and what it says of the facts is not compared.
bool joins_facts(const std::vector<OpenThing>& things) {
    return std::any_of(things.begin(), things.end(),
                       [](const OpenThing& thing) { return thing.kind == OpenThing::Kind::question; });
}

std::string try_settling(const World& world, const Plan& plan, const Record& record, const Tried& tried, Counts& counts) {
    const FactColumns columns = columns_of(plan, world.vocabulary(), {record});
    const Settlement settlement = settle(plan, columns, world.vocabulary());
    if (!settlement.complete) return "not complete";
    if (!settlement.exact) return joins_facts(settlement.things) ? "" : "not exact";
    Values values(plan, world.vocabulary(), 1);
    evaluate(plan, columns, 0, 1, values);
    count(settlement, find_row(plan, values, 0).finding, counts);
    return Compared{plan, world.vocabulary(), settlement.things, settlement.findings, tried}.disagreement(settlement);
}

// A record within another, in which most facts are known.
Record recorded_within(const Vocabulary& vocabulary, const Record& possible, const std::vector<FactId>& facts, Random& random) {
    Record record = possible;
    for (const FactId fact : facts) {
        ValueSet& set = record.sets[fact.index];
        if (record.absent[fact.index] || is_single(set)) continue;
        if (random.chance(30)) set = narrowed(vocabulary, fact, set, random);
        else if (random.chance(80)) set = set_of(vocabulary, fact, random.pick(points_of(vocabulary, fact, set, {})));
    }
    return record;
}

std::string try_changes(const World& world, const Plan& plan, const Record& possible, Random& random, Counts& counts) {
    const Record record = recorded_within(world.vocabulary(), possible, facts_read(plan, world.vocabulary()), random);
    const auto tried = try_all(plan, world.vocabulary(), record, possible, most_completions);
    if (!tried) return {};
    const FactColumns recorded = columns_of(plan, world.vocabulary(), {record});
    const Changes changed = changes(plan, recorded, columns_of(plan, world.vocabulary(), {possible}), world.vocabulary());
    if (!changed.apart.empty()) return {};
    ++counts.changed;
    for (const FindingSets& sets : changed.findings) {
        for (const SettlingSet& set : sets.sets) counts.several_changed += set.things.size() > 1 ? 1 : 0;
    }
    std::string wrong =
        Compared{plan, world.vocabulary(), changed.things, changed.findings, *tried}.disagreement_of_sets(false);
    if (!changed.exact && joins_facts(changed.things)) return {};
    if (!changed.complete || !changed.exact) wrong = "not complete or not exact";
    return wrong.empty() ? "" : "changes: " + wrong + show(world.vocabulary(), record, facts_read(plan, world.vocabulary()));
}

std::string try_guideline(World& world, const GuidelineHabits& habits, Random& random, std::size_t records, Counts& counts) {
    const std::string text = random_guideline(random, habits);
    const Program program = world.guideline(text);
    const Plan plan = plan_of_guideline(program, text);
    for (std::size_t attempt = 0; attempt < 20 && records > 0; ++attempt) {
        const Record record = small_record(plan, world.vocabulary(), random);
        const auto tried = try_all(plan, world.vocabulary(), record, record, most_completions);
        if (!tried || tried->open.empty()) continue;
        --records;
        std::string wrong = try_settling(world, plan, record, *tried, counts);
        if (wrong.empty()) wrong = try_changes(world, plan, record, random, counts);
        if (!wrong.empty()) return wrong + "\n" + text + show(world.vocabulary(), record, facts_read(plan, world.vocabulary()));
    }
    return {};
}

TEST(Settle, SaysWhatTryingEverythingSays) {
    Counts counts;
    for_seeds("settling sets", 125, [&](Random random) {
        const TableLibrary library = random_tables(random);
        World world(library.text);
        std::string wrong;
        for (int guideline = 0; guideline < 8 && wrong.empty(); ++guideline) {
            GuidelineHabits habits;
            if (random.chance(50)) {
                habits.tables = library.names;
                habits.silent_tables = library.silent;
            }
            wrong = try_guideline(world, habits, random, 2, counts);
            if (!wrong.empty()) wrong += library.text;
        }
        return wrong;
    });
    // What is compared must have occurred.
    EXPECT_GE(counts.tried, 1'000u);
    EXPECT_GE(counts.several_facts, 100u);
    EXPECT_GE(counts.whatever, 20u);
    EXPECT_GE(counts.changed, 1'000u);
    EXPECT_GE(counts.several_changed, 40u);
    for (const auto finding :
         {FindingName::supported, FindingName::partly_supported, FindingName::not_supported, FindingName::not_addressed})
        EXPECT_GE(counts.findings[finding], 50u) << name_of(finding);
}

}  // namespace
}  // namespace warrant::oracle
