// Reads what a published decision came to, and compares it with what is found. What a decision states as facts is a case like
// any other.
#include "interpreter/suite/published.hpp"

#include "interpreter/justify/page.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

using Outcome = PublishedDecision::Outcome;

constexpr std::array outcomes = {Outcome::upheld, Outcome::overturned, Outcome::mixed, Outcome::set_aside, Outcome::unknown};
constexpr std::array bearings = {Bearing::agrees, Bearing::by_silence, Bearing::differs, Bearing::set_aside};

struct Forum {
    std::string_view name;
    std::size_t state;  // in published_tallies
};
constexpr std::array<Forum, 4> forums = {{{"CA-IMR", 0}, {"CA-WCAB", 0}, {"TX-MCCH", 1}, {"TX-SOAH", 1}}};

const Forum* forum_named(std::string_view name) {
    const auto found = std::find_if(forums.begin(), forums.end(), [name](const Forum& forum) { return forum.name == name; });
    return found != forums.end() ? found : nullptr;
}

// The finding that says what a decision does; null for one that was not seen or was annulled.
const FindingName* same_as(Outcome outcome) {
    static constexpr FindingName denied = FindingName::not_supported;
    static constexpr FindingName approved = FindingName::supported;
    static constexpr FindingName in_part = FindingName::partly_supported;
    switch (outcome) {
        case Outcome::upheld:
            return &denied;
        case Outcome::overturned:
            return &approved;
        case Outcome::mixed:
            return &in_part;
        case Outcome::set_aside:
        case Outcome::unknown:
            break;
    }
    return nullptr;
}

bool is_settled(FindingName finding) {
    return finding != FindingName::undetermined && finding != FindingName::not_addressed;
}

std::optional<Bearing> bearing_of(const TestResult& result) {
    if (!result.test->published || !result.found) return std::nullopt;
    return warrant::bearing_of(result.test->published->outcome, *result.found);
}

void put_decision(Page& page, const SuiteResult& suite, const TestResult& result) {
    const PublishedDecision& decision = *result.test->published;
    put(page, result.test->origin + ", " + full_name(*suite.suite, *result.test), 2, 4);
    const std::string under = decision.under.empty() ? "" : " under " + decision.under;
    put(page, fmt::format("decided{}: {}; found: {}", under, words_of(decision.outcome), words_of(*result.found)), 4, 6);
    if (!decision.reason.empty()) put(page, decision.reason, 4, 6);
}

}  // namespace

Bearing bearing_of(Outcome decided, FindingName found) {
    const FindingName* same = same_as(decided);
    if (same != nullptr && is_settled(found)) return found == *same ? Bearing::agrees : Bearing::differs;
    const bool silent = decided == Outcome::upheld && found == FindingName::undetermined;
    return silent ? Bearing::by_silence : Bearing::set_aside;
}

std::array<PublishedTally, 2> published_tallies(const std::vector<SuiteResult>& results) {
    std::array<PublishedTally, 2> tallies = {{{"California", {}}, {"Texas", {}}}};
    for (const SuiteResult& suite : results) {
        for (const TestResult& result : suite.tests) {
            if (const auto bearing = bearing_of(result))
                ++tallies[forum_named(result.test->published->forum)->state].counts[static_cast<std::size_t>(*bearing)];
        }
    }
    return tallies;
}

std::string render_published_text(const std::vector<SuiteResult>& results) {
    const std::array<PublishedTally, 2> tallies = published_tallies(results);
    Page page;
    page.text = fmt::format("{:<52}{:>12}{:>8}\n", "Published decisions, on the facts that they state", tallies[0].state,
                            tallies[1].state);
    std::array<std::size_t, 2> all{};
    for (const Bearing bearing : bearings) {
        const auto at = static_cast<std::size_t>(bearing);
        page.text += fmt::format("{:<52}{:>12}{:>8}\n", words_of(bearing), tallies[0].counts[at], tallies[1].counts[at]);
        for (std::size_t state = 0; state < all.size(); ++state) all[state] += tallies[state].counts[at];
    }
    page.text += fmt::format("{:<52}{:>12}{:>8}\n", "in all", all[0], all[1]);
    put_blank(page);
    put(page, "Texas decides under a sister guideline: its decisions are facts and reasons, and no authority on these texts.",
        0, 0);
    for (const Bearing bearing : {Bearing::differs, Bearing::set_aside}) {
        bool first = true;
        for (const SuiteResult& suite : results) {
            for (const TestResult& result : suite.tests) {
                if (bearing_of(result) != bearing) continue;
                if (first) page.text += fmt::format("\n{}\n", words_of(bearing));
                first = false;
                put_decision(page, suite, result);
            }
        }
    }
    return page.text;
}

std::string_view words_of(Bearing bearing) {
    switch (bearing) {
        case Bearing::agrees:
            return "settled and agrees";
        case Bearing::by_silence:
            return "agrees by silence: undetermined, and denied";
        case Bearing::differs:
            return "differs";
        case Bearing::set_aside:
            break;
    }
    return "set aside: what is stated does not suffice";
}

std::string_view words_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::upheld:
            return "upheld";
        case Outcome::overturned:
            return "overturned";
        case Outcome::mixed:
            return "mixed";
        case Outcome::set_aside:
            return "set_aside";
        case Outcome::unknown:
            break;
    }
    return "unknown";
}

namespace suites {
namespace {

// One of some words; without it reported with all of them.
template <typename Known, typename Words>
const typename Known::value_type* read_word(SuiteReading& reading, const Node& mapping, std::string_view key,
                                            const Known& known, Words words, std::string_view example) {
    const std::string text = needed_text(reading, mapping, mapping.span, "a published decision", key, example);
    if (text.empty()) return nullptr;
    std::vector<std::string_view> names;
    for (const auto& one : known) {
        if (words(one) == text) return &one;
        names.push_back(words(one));
    }
    reading.diagnostics().report(kinds::bad_value, mapping.find(key)->span, fmt::format("there is no {} `{}`", key, text),
                                 facts::suggest(reading.yaml, text, names, "write " + facts::enumerate(names)));
    return nullptr;
}

// A text that may be left out.
std::string read_words(SuiteReading& reading, const Node& mapping, std::string_view key) {
    const Entry entry = entry_of(mapping, key);
    return entry ? facts::read_text(reading.yaml, *entry.key, *entry.value).value_or("") : "";
}

}  // namespace

std::optional<PublishedDecision> read_published(SuiteReading& reading, const Node& test, const std::string& origin, Span span) {
    constexpr std::string_view example = "published: {forum: CA-IMR, outcome: upheld}";
    const bool synthetic = origin == "synthetic" || origin.empty();
    const Entry entry = entry_of(reading, test, "published", Node::Kind::mapping, example);
    if (!entry) {
        if (!synthetic && test.find("published") == nullptr)
            report_missing(reading, span, "a test that restates a decision", "published", example);
        return std::nullopt;
    }
    if (synthetic) {
        reading.diagnostics().report(kinds::misplaced_key, entry.key->span, "a synthetic case is no published decision",
                                     "give the decision's id as its origin, or remove `published`");
        return std::nullopt;
    }
    facts::check_keys(reading.yaml, *entry.value, "in a published decision", {"forum", "outcome", "under", "reason"});
    PublishedDecision decision;
    const Forum* forum = read_word(
        reading, *entry.value, "forum", forums, [](const Forum& one) { return one.name; }, example);
    const Outcome* outcome = read_word(
        reading, *entry.value, "outcome", outcomes, [](Outcome one) { return words_of(one); }, example);
    decision.under = read_words(reading, *entry.value, "under");
    decision.reason = read_words(reading, *entry.value, "reason");
    if (forum == nullptr || outcome == nullptr) return std::nullopt;
    decision.forum = forum->name;
    decision.outcome = *outcome;
    if (forum->state == 1 && decision.under.empty()) {
        report_missing(reading, entry.key->span, "a decision of Texas", "under",
                       "published: {forum: TX-MCCH, outcome: upheld, under: ODG}");
    }
    return decision;
}

void compare_reason(TestResult& result) {
    const std::optional<Bearing> bearing = bearing_of(result);
    if (!bearing) return;
    const std::string& reason = result.test->published->reason;
    const bool agrees = *bearing == Bearing::agrees || *bearing == Bearing::by_silence;
    const std::string because = std::string(words_of(*bearing));
    if (agrees && !reason.empty()) result.mismatches.push_back({"published", "no reason beside `" + because + "`", reason});
    if (!agrees && reason.empty())
        result.mismatches.push_back({"published", "a reason in words beside `" + because + "`", "none"});
}

}  // namespace suites
}  // namespace warrant
