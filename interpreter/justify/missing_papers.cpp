// Which facts would favour a request, and by which documents they could be shown. Nothing is printed here.
#include "interpreter/justify/missing_page.hpp"

#include <algorithm>

namespace warrant {
namespace {

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

void add_value(FavourableFact& fact, const MissingValue& value, FindingName finding) {
    const auto known = std::find_if(fact.values.begin(), fact.values.end(),
                                    [&](const FavourableValue& other) { return *other.value == value; });
    if (known == fact.values.end()) fact.values.push_back({&value, {finding}});
    else if (known->findings.back() != finding) known->findings.push_back(finding);
}

// The values that some way to the finding asks of the fact, and whether every way asks one.
void add_values(FavourableFact& fact, const MissingFinding& missing) {
    const std::string& path = fact.fact->needed.fact.path;
    bool always = false;
    for (const MissingValue& value : missing.common) {
        if (!has(value.paths, path)) continue;
        add_value(fact, value, missing.finding);
        always = true;
    }
    std::size_t ways = 0;
    for (const MissingWay& way : missing.ways) {
        bool asked = false;
        for (const MissingValue& value : way.facts) {
            if (!has(value.paths, path)) continue;
            add_value(fact, value, missing.finding);
            asked = true;
        }
        ways += asked ? 1 : 0;
    }
    always = always || (missing.all && ways == missing.ways.size());
    fact.always = fact.always && always;
}

}  // namespace

std::vector<FavourableFact> favourable_facts(const MissingSection& missing) {
    std::vector<FavourableFact> facts;
    bool any = false;
    for (const MissingFact& relevant : missing.relevant) {
        FavourableFact fact{&relevant, {}, true};
        for (const MissingFinding& finding : missing.findings) {
            if (is_favourable(finding.finding)) add_values(fact, finding);
        }
        any = any || !fact.values.empty();
        facts.push_back(std::move(fact));
    }
    if (any) std::erase_if(facts, [](const FavourableFact& fact) { return fact.values.empty(); });
    return facts;
}

std::vector<Paper> papers_of(const std::vector<const FavourableFact*>& facts) {
    std::vector<const FavourableFact*> left = facts;
    std::vector<Paper> papers;
    const auto shows = [](const std::string& document, const FavourableFact* fact) {
        return has(fact->fact->needed.shown_by, document);
    };
    while (!left.empty()) {
        std::string best;
        std::ptrdiff_t most = 0;
        for (const FavourableFact* fact : left) {
            for (const std::string& document : fact->fact->needed.shown_by) {
                const auto count =
                    std::count_if(left.begin(), left.end(), [&](const auto* one) { return shows(document, one); });
                if (count > most) best = document;
                most = std::max(most, count);
            }
        }
        Paper& paper = papers.emplace_back(Paper{best, {}});
        for (const FavourableFact* fact : left) {
            if (most == 0 || shows(best, fact)) paper.facts.push_back(fact);
        }
        std::erase_if(left, [&](const FavourableFact* fact) { return most == 0 || shows(best, fact); });
    }
    return papers;
}

std::vector<std::string> other_papers(const FavourableFact& fact, const Paper& paper) {
    std::vector<std::string> others = fact.fact->needed.shown_by;
    std::erase(others, paper.document);
    return others;
}

}  // namespace warrant
