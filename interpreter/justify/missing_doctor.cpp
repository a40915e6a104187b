// What is missing, for the treating doctor: what a report would have to show for the request. Only findings in its favour; what
// each document could state, apart from what only the patient's course can change. It never asks to state what is not so.
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace warrant {
namespace {

using Obtainability = ast::Fact::Obtainability;

// So many values of one fact are still read; where more would do, which one depends on the other facts.
constexpr std::size_t most_values = 3;

std::string without_full_stop(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    return text;
}

// `The employer agreed to the return-to-work goal`, `at least 4 hours/day`; with the finding, where another wants another.
std::string favour_words(const FavourableFact& fact, std::size_t findings) {
    if (fact.values.size() > most_values) return "which answer depends on the other facts, as in the ways above";
    std::vector<std::string> words;
    for (const FavourableValue& favourable : fact.values) {
        const MissingValue& value = *favourable.value;
        const std::string& wanted = value.needed.wanted;
        std::string text = value.sentence.empty() ? wanted : without_full_stop(value.sentence);
        if (value.paths.size() > 1) text = fmt::format("{}: {}", value.needed.fact.label, wanted);
        if (favourable.findings.size() < findings) text += fmt::format(" ({})", words_of(favourable.findings.front()));
        words.push_back(std::move(text));
    }
    return fmt::format("{}", fmt::join(words, "; or "));
}

struct Form {
    Page& page;
    std::size_t findings = 0;  // in favour that are possible

    void put_fact(const FavourableFact& fact, const std::vector<std::string>& documents, std::string_view documents_are) const {
        const NeededFact& needed = fact.fact->needed;
        put(page, sentence(needed.ask.empty() ? needed.fact.label : needed.ask), 2, 4);
        if (!fact.values.empty()) put(page, fmt::format("in favour, if it is so: {}", favour_words(fact, findings)), 6, 8);
        std::vector<std::string> details;
        if (!fact.always) details.push_back("not needed in every way");
        if (!fact.fact->parts.empty()) details.push_back(fmt::format("for {}", parts_words(fact.fact->parts)));
        if (!documents.empty()) details.push_back(fmt::format("{} {}", documents_are, fmt::join(documents, ", ")));
        if (!details.empty()) put(page, fmt::format("{}", fmt::join(details, "; ")), 6, 8);
        if (!is_on_record(needed.fact)) return;
        put(page, "on the record now:", 6, 8);
        put_record_now(page, needed.fact, 8);
    }

    void put_papers(const std::vector<const FavourableFact*>& facts) const {
        for (const Paper& paper : papers_of(facts)) {
            put_blank(page);
            put_heading(page, paper.document.empty() ? "No document is usual for" : capitalised(paper.document));
            for (const FavourableFact* fact : paper.facts) put_fact(*fact, other_papers(*fact, paper), "also shown by:");
        }
    }

    void put_apart(const std::vector<const FavourableFact*>& facts, std::string_view heading) const {
        if (facts.empty()) return;
        put_blank(page);
        put(page, heading, 0, 0);
        for (const FavourableFact* fact : facts) put_fact(*fact, fact->fact->needed.shown_by, "usual documents:");
    }
};

std::vector<const FavourableFact*> those(const std::vector<FavourableFact>& facts, Obtainability obtainability) {
    std::vector<const FavourableFact*> selected;
    for (const FavourableFact& fact : facts) {
        if (fact.fact->needed.obtainability == obtainability) selected.push_back(&fact);
    }
    return selected;
}

void put_facts(Page& page, const MissingSection& missing, std::size_t findings) {
    const std::vector<FavourableFact> facts = favourable_facts(missing);
    const Form form{page, findings};
    if (const auto shown = those(facts, Obtainability::obtainable); !shown.empty()) {
        put_blank(page);
        put(page, "What each document could state, where it is so:", 0, 0);
        form.put_papers(shown);
    }
    form.put_apart(those(facts, Obtainability::clinical),
                   "What only the patient's course can change; a document can state it once it is so:");
    form.put_apart(those(facts, Obtainability::fixed), "What never changes; a document can state what it is:");
}

}  // namespace

void put_for_doctor(Page& page, const SectionView& section, const MissingSection& missing) {
    std::vector<MissingFinding> favourable = missing.findings;
    std::erase_if(favourable, [](const MissingFinding& finding) { return !is_favourable(finding.finding); });
    std::string why = why_no_ways(section, missing);
    if (why.empty() && favourable.empty())
        why =
            "As the record stands, no open fact would make the request supported. The facts below still matter to what is "
            "found.";
    if (why.empty() && missing.partial)
        why =
            "The guideline is encoded in part. What follows is as far as it is encoded; the rest has to be read on the page, "
            "and "
            "may ask for more.";
    if (!why.empty()) {
        put_blank(page);
        put(page, why, 0, 0);
    }
    put_all_ways(page, favourable, missing.partial);
    put_facts(page, missing, favourable.size());
    put_irrelevant(page, missing, "Need not be documented: whatever they are, these change nothing");
    put_inexact(page, missing);
}

}  // namespace warrant
