// What governs, against a naive search that knows every fact: on random shelves of sections with and without conditions and of
// guidelines that add to them, a record of single values finds what the naive search finds, and what a record leaves open is
// decided only where every completion of it agrees.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <map>
#include <set>

namespace warrant::testing {
namespace {

constexpr std::array<const char*, 4> facts = {"a", "b", "c", "d"};
constexpr std::array<const char*, 3> services = {"therapy", "pool_therapy", "massage"};

using World = std::array<bool, 4>;  // the facts
using Finding = FindingName;

int below(int bound) {
    return *rc::gen::inRange(0, bound);
}

// `a`, `not b`, `a and not c`, `b or d`.
struct Condition {
    std::array<int, 2> fact{};
    std::array<bool, 2> negated{};
    enum class Join { one, both, either } join = Join::one;

    static Condition random() { return {{below(4), below(4)}, {below(2) == 1, below(2) == 1}, static_cast<Join>(below(3))}; }
    bool in(const World& world) const {
        const bool first = world[static_cast<std::size_t>(fact[0])] != negated[0];
        const bool second = world[static_cast<std::size_t>(fact[1])] != negated[1];
        if (join == Join::one) return first;
        return join == Join::both ? first && second : first || second;
    }
    std::string text() const {
        const auto literal = [&](std::size_t i) {
            return std::string(negated[i] ? "not " : "") + facts[static_cast<std::size_t>(fact[i])];
        };
        if (join == Join::one) return literal(0);
        return literal(0) + (join == Join::both ? " and " : " or ") + literal(1);
    }
};

struct Clause {
    std::size_t service = 0;
    std::optional<Condition> when;

    static Clause random() {
        Clause clause{static_cast<std::size_t>(below(3)), std::nullopt};
        if (below(2) == 1) clause.when = Condition::random();
        return clause;
    }
    bool holds(const World& world) const { return !when || when->in(world); }
    std::string text(const std::string& word) const {
        return "  " + word + " " + services[service] + (when ? " when " + when->text() : "") + "\n";
    }
    // pool_therapy is a kind of therapy.
    std::optional<int> distance(std::size_t requested) const {
        if (service == requested) return 0;
        return service == 0 && requested == 1 ? std::optional(1) : std::nullopt;
    }
};

struct Section {
    std::string source;
    std::string name;
    std::vector<Clause> clauses;
    Condition criterion;
    std::optional<Condition> silent;  // no recommendation when
};

struct Shelf {
    std::vector<Section> sections;
    std::vector<Section> adding;
    bool ordered = false;  // alpha before beta; else they are equals

    static Section section(const std::string& source, int number) {
        Section made{source, source + ".s" + std::to_string(number), {}, Condition::random(), std::nullopt};
        for (int i = 1 + below(2); i > 0; --i) made.clauses.push_back(Clause::random());
        if (below(3) == 0) made.silent = Condition::random();
        return made;
    }
    static Shelf random() {
        Shelf shelf;
        for (int i = 1 + below(4); i > 0; --i) shelf.sections.push_back(section(below(2) == 0 ? "alpha" : "beta", i));
        for (int i = below(3); i > 0; --i) shelf.adding.push_back(section("law", i));
        shelf.ordered = below(2) == 1;
        return shelf;
    }
};

std::string text_of(const Section& section, const std::string& word) {
    std::string text =
        "guideline " + section.name + " \"" + section.name +
        "\"\n  source \"A book\"\n  page 1\n  edition 1\n  in force 2000-01-01 on\n  basis text\n  status draft\n";
    for (const Clause& clause : section.clauses) text += clause.text(word);
    if (word == "covers" && section.silent) text += "\nno recommendation when " + section.silent->text() + "\n";
    return text + "\ncriterion 1 \"First\"\n  requires " + section.criterion.text() + "\n";
}

// ---------------------------------------------------------------- the naive search

Finding naive_finding(const Shelf& shelf, const Section& section, const World& world, std::size_t service) {
    if (section.silent && section.silent->in(world)) return Finding::not_addressed;
    bool holds = section.criterion.in(world);
    for (const Section& adding : shelf.adding) {
        for (const Clause& clause : adding.clauses) {
            if (clause.distance(service) && clause.holds(world)) holds = holds && adding.criterion.in(world);
        }
    }
    return holds ? Finding::supported : Finding::not_supported;
}

// What the sections of one source find that surely govern at the first place where any does.
std::set<Finding> naive_source(const Shelf& shelf, const std::string& source, const World& world, std::size_t service) {
    std::map<std::pair<bool, int>, std::set<Finding>> places;
    for (const Section& section : shelf.sections) {
        if (section.source != source) continue;
        for (const Clause& clause : section.clauses) {
            if (!clause.distance(service) || !clause.holds(world)) continue;
            const Finding finding = naive_finding(shelf, section, world, service);
            if (finding != Finding::not_addressed)
                places[{!clause.when.has_value(), *clause.distance(service)}].insert(finding);
        }
    }
    return places.empty() ? std::set<Finding>{} : places.begin()->second;
}

struct Naive {
    Finding finding = Finding::not_addressed;
    bool error = false;

    friend bool operator==(const Naive&, const Naive&) = default;
};

Naive naive_search(const Shelf& shelf, const World& world, std::size_t service) {
    std::set<Finding> found;
    for (const std::string source : {"alpha", "beta"}) {
        const std::set<Finding> own = naive_source(shelf, source, world, service);
        if (own.size() > 1) return {Finding::undetermined, true};
        found.insert(own.begin(), own.end());
        if (shelf.ordered && !own.empty()) break;
    }
    if (found.empty()) return {Finding::not_addressed, false};
    return {found.size() == 1 ? *found.begin() : Finding::undetermined, false};
}

// ---------------------------------------------------------------- the search under test

struct Record {
    std::array<int, 4> values{};  // 0 no, 1 yes, 2 not documented
    std::set<std::size_t> service;

    bool allows(const World& world) const {
        for (std::size_t i = 0; i < world.size(); ++i) {
            if (values[i] != 2 && (values[i] == 1) != world[i]) return false;
        }
        return true;
    }
};

std::string text_of(const Record& record, bool ordered) {
    std::string names;
    for (const std::size_t service : record.service) names += (names.empty() ? "" : ", ") + std::string(services[service]);
    std::string text = std::string("decided: 2010-01-01\n") + (ordered ? "procedure: in_order\n" : "") +
                       "requests:\n  - service: {one_of: [" + names + "]}\n";
    if (record.service.size() == 1) text = text.substr(0, text.find("{one_of")) + names + "\n";
    std::string stated;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (record.values[i] != 2)
            stated += std::string("  ") + facts[i] + ": " + (record.values[i] == 1 ? "yes" : "no") + "\n";
    }
    return text + (stated.empty() ? "" : "facts:\n" + stated);
}

World world_of(unsigned bits) {
    return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0};
}

void put_shelf(const Shelf& shelf, Desk& desk) {
    for (const Section& section : shelf.sections) desk.put(text_of(section, "covers"));
    for (const Section& section : shelf.adding) desk.put(text_of(section, "adds to"));
    desk.put(procedure("in_order", "search alpha, then beta\n"));
    desk.put(
        "library outcomes \"Outcomes\"\n\noutcome granted \"granted\"\noutcome refused \"refused\"\noutcome passed_on "
        "\"on\"\n");
}

TEST(GovernsLaws, AnOpenRecordIsDecidedOnlyWhereEveryCompletionAgrees) {
    std::map<Finding, int> decided;
    rc::check("what governs", [&] {
        const Shelf shelf = Shelf::random();
        Desk desk;
        put_shelf(shelf, desk);
        for (int round = 0; round < 16; ++round) {
            Record record;
            for (int& value : record.values) value = below(3);
            record.service.insert(static_cast<std::size_t>(below(3)));
            if (below(3) == 0) record.service.insert(static_cast<std::size_t>(below(3)));
            const std::string text = text_of(record, shelf.ordered);
            const Review found = desk.review(text);
            RC_ASSERT(found.requests.size() == 1U);
            const RequestReview& request = found.requests.front();
            std::vector<Naive> all;
            for (unsigned bits = 0; bits < 16; ++bits) {
                if (!record.allows(world_of(bits))) continue;
                for (const std::size_t service : record.service) all.push_back(naive_search(shelf, world_of(bits), service));
            }
            if (all.size() == 1) {
                RC_ASSERT((Naive{request.finding, request.error} == all.front()));
            } else if (request.finding != Finding::undetermined) {
                for (const Naive& naive : all) RC_ASSERT((naive == Naive{request.finding, false}));
            }
            if (all.size() > 1) ++decided[request.finding];
        }
    });
    for (const Finding finding : {Finding::supported, Finding::not_supported, Finding::undetermined, Finding::not_addressed}) {
        EXPECT_GE(decided[finding], 10) << "each finding of an open record came up often enough to be tried";
    }
}

}  // namespace
}  // namespace warrant::testing
