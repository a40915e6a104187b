// What settle() and changes() say of the guidelines and cases at hand in this project: every set is tried through a review.
#include "interpreter/check/print_value.hpp"
#include "interpreter/session.hpp"
#include "interpreter/settle/changes.hpp"
#include "tests/golden/opened.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant {
namespace {

struct Shipped : Opened {
    std::string mistakes() const { return render_text(diagnostics, sources, false); }

    // The finding of the case's first request, with values given beside it.
    FindingName find(const std::string& text, const std::vector<Assignment>& given) {
        const CaseRecord record = read_case("case.yaml", text, given, shelf, sources, diagnostics);
        EXPECT_EQ(mistakes(), "");
        return review(shelf, record, {}, diagnostics).requests.front().finding;
    }
};

// A value of a region as a case may state it.
std::string stated(const Vocabulary& words, const Type& type, const ValueSet& region) {
    if (const auto* range = std::get_if<OrderedSet>(&region))
        return print_ordered(words, type, range->low != unbounded_low ? range->low : range->high);
    if (const auto* truth = std::get_if<TruthSet>(&region)) return truth->can_be_true ? "yes" : "no";
    if (const auto* choice = std::get_if<ChoiceSet>(&region)) {
        const auto& values = words.choice_type(type.choice).values;
        for (std::size_t value = 0; value < values.size(); ++value) {
            if (contains(*choice, value)) return values[value].name;
        }
    }
    const auto& texts = std::get<TextSet>(region);
    return texts.any ? "something else" : texts.values.front();
}

std::vector<Assignment> assignments(const std::vector<OpenThing>& things, const SettlingSet& set,
                                    const std::vector<Allowed>& way, const Plan& plan, const Vocabulary& words, bool last) {
    std::vector<Assignment> given;
    for (std::size_t place = 0; place < set.things.size(); ++place) {
        const OpenThing& thing = things[set.things[place]];
        std::vector<ValueSet> allowed;
        for (std::size_t region = 0; region < way[place].size(); ++region) {
            if (way[place][region]) allowed.push_back(thing.regions[region]);
        }
        const std::string path = words.fact(thing.facts.front()).path;
        given.push_back(
            {"given", path + "=" + stated(words, plan.slots[thing.slot].type, last ? allowed.back() : allowed.front())});
    }
    return given;
}

bool has_question(const std::vector<OpenThing>& things, const SettlingSet& set) {
    return std::any_of(set.things.begin(), set.things.end(),
                       [&](std::uint32_t thing) { return things[thing].kind == OpenThing::Kind::question; });
}

// Tries every way of every set, at both ends of what it allows.
std::size_t confirm(Shipped& shipped, const std::string& text, const Candidate& candidate, const std::vector<OpenThing>& things,
                    const std::vector<FindingSets>& findings) {
    std::size_t tried = 0;
    for (const FindingSets& sets : findings) {
        for (const SettlingSet& set : sets.sets) {
            if (has_question(things, set)) continue;
            for (const std::vector<Allowed>& way : set.ways) {
                for (const bool last : {false, true}) {
                    const auto given = assignments(things, set, way, candidate.plan, shipped.shelf.vocabulary, last);
                    std::string shown;
                    for (const Assignment& one : given) shown += one.text + "; ";
                    EXPECT_EQ(shipped.find(text, given), sets.finding) << shown;
                    ++tried;
                }
            }
        }
    }
    return tried;
}

const FindingSets* sets_of(const Settlement& settlement, FindingName finding) {
    for (const FindingSets& sets : settlement.findings) {
        if (sets.finding == finding) return &sets;
    }
    return nullptr;
}

TEST(Settle, EverySetOfTheCaseOf2015GivesItsFinding) {
    Shipped shipped;
    const std::string text = golden::read_file(golden::root() / "tests/cases/work-hardening-2015.yaml");
    const CaseRecord record = read_case("case.yaml", text, {}, shipped.shelf, shipped.sources, shipped.diagnostics);
    const Review found = review(shipped.shelf, record, {}, shipped.diagnostics);
    ASSERT_EQ(shipped.mistakes(), "");
    ASSERT_EQ(found.requests.front().candidates.size(), 1u);
    const Candidate& candidate = found.requests.front().candidates.front();
    const Settlement settlement = settle(candidate.plan, *candidate.facts, shipped.shelf.vocabulary);
    EXPECT_TRUE(settlement.complete);
    EXPECT_FALSE(settlement.whatever);
    EXPECT_GT(confirm(shipped, text, candidate, settlement.things, settlement.findings), 20u);

    // Each criterion by itself can make it not supported; to support it all of them are needed, with either kind of goal.
    const FindingSets* against = sets_of(settlement, FindingName::not_supported);
    ASSERT_NE(against, nullptr);
    EXPECT_TRUE(
        std::any_of(against->sets.begin(), against->sets.end(), [](const SettlingSet& set) { return set.things.size() == 1; }));
    const FindingSets* in_favour = sets_of(settlement, FindingName::supported);
    ASSERT_NE(in_favour, nullptr);
    EXPECT_EQ(in_favour->sets.size(), 2u);
}

TEST(Settle, EveryChangeOfAFavourableCaseGivesItsFinding) {
    Shipped shipped;
    const std::string text = golden::read_file(golden::root() / "tests/golden/review/favourable.yaml");
    const CaseRecord record = read_case("case.yaml", text, {}, shipped.shelf, shipped.sources, shipped.diagnostics);
    const Review found = review(shipped.shelf, record, {}, shipped.diagnostics);
    ASSERT_EQ(shipped.mistakes(), "");
    const Candidate& candidate = found.requests.front().candidates.front();
    ASSERT_EQ(candidate.finding.finding, FindingName::supported);
    const Vocabulary& vocabulary = shipped.shelf.vocabulary;
    const Changes changed =
        changes(candidate.plan, *candidate.facts, all_possible(candidate.plan, *candidate.facts, vocabulary), vocabulary);
    EXPECT_TRUE(changed.complete);
    EXPECT_TRUE(changed.exact);
    EXPECT_GT(confirm(shipped, text, candidate, changed.things, changed.findings), 20u);
}

// Nothing is on record but the request's service.
TEST(Settle, EveryShippedGuidelineIsSettledWithEveryFactMissing) {
    Shipped shipped;
    std::size_t most_facts = 0;
    CaseRecord record;
    record.requests.emplace_back();
    for (const ShelfModule& module : shipped.shelf.modules) {
        if (module.tree.header.kind != ast::ModuleKind::guideline) continue;
        const std::optional<Plan> plan = plan_of_module(shipped.shelf, module, shipped.diagnostics);
        ASSERT_TRUE(plan) << module.name << shipped.mistakes();
        const FactColumns columns = columns_of(record, 0, read_by(*plan), shipped.shelf.vocabulary);
        const Settlement settlement = settle(*plan, columns, shipped.shelf.vocabulary);
        EXPECT_TRUE(settlement.complete) << module.name;
        EXPECT_FALSE(settlement.findings.empty()) << module.name;
        most_facts = std::max(most_facts, settlement.relevant.size());
    }
    EXPECT_GT(most_facts, 30u);
}

}  // namespace
}  // namespace warrant
