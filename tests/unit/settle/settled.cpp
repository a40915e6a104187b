// Puts a guideline and a library of a few more words on a shelf.
#include "tests/unit/settle/settled.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

constexpr const char* more_words = R"(library more "More words"

type drug has strong : yes or no

fact drugs "drugs taken" : list of drug
fact first.date "first date" : date
fact second.date "second date" : date
)";

}  // namespace

Settled::Settled(const std::string& body, const std::string& facts, const std::string& words) {
    GuidelineText text;
    text.body = body;
    desk.put(more_words + words, true);
    desk.put(guideline(text));
    review = desk.review(simple_case(facts));
    EXPECT_EQ(desk.all_messages(), "");
    const Candidate& candidate = review.requests.front().candidates.front();
    settlement = settle(candidate.plan, *candidate.facts, desk.shelf->vocabulary);
}

Changes Settled::changes() const {
    const Candidate& candidate = review.requests.front().candidates.front();
    const Vocabulary& vocabulary = desk.shelf->vocabulary;
    return warrant::changes(candidate.plan, *candidate.facts, all_possible(candidate.plan, *candidate.facts, vocabulary),
                            vocabulary);
}

std::string Settled::names(const std::vector<FactId>& facts) const {
    std::string text;
    for (const FactId fact : facts) text += (text.empty() ? "" : ", ") + desk.shelf->vocabulary.fact(fact).path;
    return text;
}

std::string Settled::sets_in(const std::vector<OpenThing>& things, const std::vector<FindingSets>& findings,
                             FindingName finding) const {
    std::string text;
    for (const FindingSets& found : findings) {
        if (found.finding != finding) continue;
        for (const SettlingSet& set : found.sets) {
            std::vector<FactId> facts;
            for (const std::uint32_t thing : set.things)
                facts.insert(facts.end(), things[thing].facts.begin(), things[thing].facts.end());
            text += (text.empty() ? "" : "; ") + names(facts);
        }
    }
    return text;
}

std::string criterion(const std::string& condition) {
    return "criterion 1 \"One\"\n  requires " + condition + "\n";
}

}  // namespace warrant::testing
