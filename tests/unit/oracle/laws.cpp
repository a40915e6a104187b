// The three laws of language.md section 8 over random guidelines and records, through parsing, checking, lowering, evaluating
// and finding; with the naive reading as the judge of single-valued records.
#include "interpreter/find/finding.hpp"
#include "tests/unit/oracle/compare.hpp"
#include "tests/unit/oracle/guideline_text.hpp"
#include "tests/unit/oracle/naive_finding.hpp"

#include <gtest/gtest.h>

namespace warrant::oracle {
namespace {

constexpr std::size_t most_completions = 24;

// What a decided finding says: itself, and the caps that a partly supported one carries, in base units.
struct Said {
    FindingName finding = FindingName::undetermined;
    std::map<std::string, Fraction> exceeded;
};
bool same(const Said& a, const Said& b) {
    if (a.finding != b.finding || a.exceeded.size() != b.exceeded.size()) return false;
    return std::equal(a.exceeded.begin(), a.exceeded.end(), b.exceeded.begin(),
                      [](const auto& x, const auto& y) { return x.first == y.first && compare(x.second, y.second) == 0; });
}

Said said(const SectionFinding& finding, const Plan& plan, const Vocabulary& words) {
    Said result{finding.as_far_as_encoded, {}};
    if (finding.as_far_as_encoded != FindingName::partly_supported) return result;
    for (const QuantityFinding& quantity : finding.quantities) {
        if (quantity.standing != QuantityStanding::exceeded) continue;
        const QuantityPlan& capped = plan.quantities[quantity.quantity];
        result.exceeded[words.fact(capped.fact).path] = times({quantity.cap.low, 1, true}, size_of(words, capped.cap_type));
    }
    return result;
}
Said said(const NaiveFinding& finding) {
    Said result{finding.finding, {}};
    if (finding.finding != FindingName::partly_supported) return result;
    for (const auto& [path, quantity] : finding.quantities) {
        if (!quantity.within()) result.exceeded[path] = *quantity.cap;
    }
    return result;
}

bool decided(const SectionFinding& finding) {
    return finding.as_far_as_encoded != FindingName::undetermined;
}

std::string show(const Said& said) {
    static const char* const names[] = {"supported", "partly supported", "not supported", "undetermined", "not addressed"};
    std::string text = names[static_cast<std::size_t>(said.finding)];
    for (const auto& [path, cap] : said.exceeded)
        text +=
            " " + path + " over " + std::to_string(static_cast<double>(cap.numerator) / static_cast<double>(cap.denominator));
    return text;
}

// What is withheld of a partial guideline's findings.
FindingName withheld(const NaiveFinding& naive, bool partial) {
    const bool positive = naive.finding == FindingName::supported || naive.finding == FindingName::partly_supported;
    const bool silent = naive.finding == FindingName::not_addressed && !naive.by_clause;
    return partial && (positive || silent) ? FindingName::undetermined : naive.finding;
}

PartStatus as_part_status(NaiveFinding::Status status) {
    switch (status) {
        case NaiveFinding::Status::not_applicable:
            return PartStatus::not_applicable;
        case NaiveFinding::Status::met:
            return PartStatus::met;
        case NaiveFinding::Status::excepted:
            return PartStatus::excepted;
        case NaiveFinding::Status::not_met:
            return PartStatus::not_met;
        case NaiveFinding::Status::unknown:
            break;
    }
    return PartStatus::unknown;
}

// A guideline with its plan, and the rows that one record gives rise to.
struct Trial {
    const World& world;
    const Program& program;
    const Plan& plan;
    std::vector<FactId> facts;
    std::map<FactId, Outcome> assumed;

    const Vocabulary& words() const { return world.vocabulary(); }

    // The laws are about the record after assumptions.
    Record with_assumptions(Record record) const {
        for (const auto& [fact, outcome] : assumed) {
            if (!record.absent[fact.index]) continue;
            record.sets[fact.index] = set_of(words(), fact, outcome.point);
            record.absent[fact.index] = false;
        }
        return record;
    }

    // Rows: the record, the same after assumptions, that narrowed, and its completions.
    std::string try_record(const Record& record, Random& random) const {
        const Record assumed_record = with_assumptions(record);
        Record narrower = assumed_record;
        if (!facts.empty()) {
            const FactId fact = random.pick(facts);
            narrower.sets[fact.index] = narrowed(words(), fact, narrower.sets[fact.index], random);
            narrower.absent[fact.index] = false;
        }
        const Completions completions = completions_of(words(), assumed_record, facts, {}, most_completions, random);
        std::vector<Record> rows{record, assumed_record, narrower};
        for (const Completion& completion : completions.all)
            rows.push_back(record_of(words(), assumed_record, completion, facts));

        Values values(plan, words(), rows.size());
        const FactColumns columns = columns_of(plan, words(), rows);
        evaluate(plan, columns, 0, rows.size(), values);
        const SectionFinding found = find_row(plan, values, 1);
        std::string wrong;
        if (!same(said(find_row(plan, values, 0), plan, words()), said(found, plan, words())))
            wrong = "an assumption is not what it assumes\n";
        if (wrong.empty()) wrong = monotone(found, find_row(plan, values, 2));
        for (std::size_t i = 0; wrong.empty() && i < completions.all.size(); ++i) {
            const NaiveFinding naive = naive_finding(program, completions.all[i], rows[3 + i]);
            wrong = single_valued(naive, values, 3 + i);
            if (wrong.empty()) wrong = sound(found, naive);
            if (!wrong.empty()) wrong += "completion\n" + oracle::show(words(), rows[3 + i], facts);
        }
        return wrong.empty()
                   ? wrong
                   : wrong + oracle::show(words(), record, facts) + "narrowed\n" + oracle::show(words(), narrower, facts);
    }

    std::string monotone(const SectionFinding& before, const SectionFinding& after) const {
        if (!decided(before) || same(said(before, plan, words()), said(after, plan, words()))) return {};
        return "monotonicity: " + show(said(before, plan, words())) + " became " + show(said(after, plan, words())) + "\n";
    }

    // One value for every fact: the plan finds just what the printed table says.
    std::string single_valued(const NaiveFinding& naive, const Values& values, std::size_t row) const {
        const SectionFinding found = find_row(plan, values, row);
        const Said plan_said = said(found, plan, words());
        if (!same(plan_said, said(naive)) || found.error != naive.error) {
            return "the finding is " + show(plan_said) + (found.error ? " (error)" : "") + ", and read naively " +
                   show(said(naive)) + (naive.error ? " (error)\n" : "\n");
        }
        if (found.finding != withheld(naive, plan.guideline.partial)) return "a partial guideline finds more than it may\n";
        for (const CriterionPlan& criterion : plan.criteria) {
            if (status_of(criterion, values, row) != as_part_status(naive.statuses.at(criterion.id))) {
                return "the status of criterion " + criterion.id + " is another\n";
            }
        }
        return {};
    }

    std::string sound(const SectionFinding& found, const NaiveFinding& naive) const {
        if (naive.too_large) return {};  // the ends of a range may be too large, a single value may not
        if (decided(found) && !same(said(found, plan, words()), said(naive))) {
            return "soundness: " + show(said(found, plan, words())) + ", and a completion gives " + show(said(naive)) + "\n";
        }
        if (decided(found)) return {};
        // What is called certain is granted by every completion.
        for (const QuantityFinding& quantity : found.quantities) {
            const QuantityPlan& capped = plan.quantities[quantity.quantity];
            const Fraction certain = times({quantity.certain, 1, true}, size_of(words(), capped.cap_type));
            if (certain.numerator == 0 || naive.error) continue;
            const NaiveFinding::Quantity& read = naive.quantities.at(words().fact(capped.fact).path);
            const bool granted = naive.finding == FindingName::supported || naive.finding == FindingName::partly_supported;
            if (!granted || compare(certain, read.asked) > 0 || (read.cap && compare(certain, *read.cap) > 0)) {
                return "what is called certain is not granted by every completion\n";
            }
        }
        return {};
    }
};

Trial trial_of(const World& world, const Program& program, const Plan& plan) {
    return {world, program, plan, facts_read(plan, world.vocabulary()), assumptions_of(program)};
}

TEST(Laws, DecidedFindingsAreSoundAndStay) {
    std::size_t cases = 0;
    std::map<FindingName, std::size_t> findings;
    for_seeds("soundness and monotonicity", 400, [&](Random random) {
        const TableLibrary library = random_tables(random);
        World world(library.text);
        GuidelineHabits guideline_habits;
        if (random.chance(60)) {
            guideline_habits.tables = library.names;
            guideline_habits.silent_tables = library.silent;
        }
        const std::string text = random_guideline(random, guideline_habits);
        const Program program = world.guideline(text);
        const Plan plan = plan_of_guideline(program, text);
        const Trial trial = trial_of(world, program, plan);
        RecordHabits habits;
        habits.wide = false;
        habits.single = 60;
        std::string wrong;
        for (int i = 0; i < 12 && wrong.empty(); ++i) {
            const Record record = random_record(world.vocabulary(), random, habits);
            wrong = trial.try_record(record, random);
            Values values(plan, world.vocabulary(), 1);
            const FactColumns columns = columns_of(plan, world.vocabulary(), {record});
            evaluate(plan, columns, 0, 1, values);
            ++findings[find_row(plan, values, 0).as_far_as_encoded];
            ++cases;
        }
        return wrong.empty() ? wrong : wrong + library.text + text;
    });
    EXPECT_GE(cases, 4'000u);
    // Every finding occurs often enough for the laws to have been tried on it.
    for (const FindingName finding : {FindingName::supported, FindingName::partly_supported, FindingName::not_supported,
                                      FindingName::undetermined, FindingName::not_addressed}) {
        EXPECT_GE(findings[finding], 100u) << show(Said{finding, {}});
    }
}

}  // namespace
}  // namespace warrant::oracle
