// What is missing, for the injured worker, in plain words: what was asked for, what the record does not show yet, which papers
// could show it and whom to ask for them, and what need not be collected. It speaks no verdict; a test measures how easy it is
// to read.
#include "interpreter/justify/letter.hpp"
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace warrant {
namespace {

// Who keeps a paper, by a word in its name; any other paper is the treating doctor's to write or to get.
std::string_view whom_to_ask(const std::string& document) {
    struct Keeper {
        std::string_view word, whom;
    };
    static constexpr std::array<Keeper, 9> keepers = {{{"employer", "your employer"},
                                                       {"job", "your employer"},
                                                       {"physical demands", "your employer"},
                                                       {"training agreement", "your employer"},
                                                       {"claim", "the claims office"},
                                                       {"utilization review", "the claims office"},
                                                       {"program", "the office that runs the program"},
                                                       {"therapy", "the office that gave the treatment"},
                                                       {"chiropractic", "the office that gave the treatment"}}};
    for (const Keeper& keeper : keepers) {
        if (document.find(keeper.word) != std::string::npos) return keeper.whom;
    }
    return "the doctor who treats you";
}

void put_paragraph(Page& page, std::string_view text) {
    put_blank(page);
    put(page, text, 0, 0);
}

// A heading of its own; the list or the words below it follow after a blank line.
void put_title(Page& page, std::string_view text) {
    put_blank(page);
    put_heading(page, text);
}

void put_item(Page& page, const std::string& text) {
    put(page, "- " + text, 0, 2);
}

// What would have to be so, where one answer would do; else the question.
std::string item_words(const FavourableFact& fact) {
    const NeededFact& needed = fact.fact->needed;
    if (fact.values.size() == 1) {
        const MissingValue& value = *fact.values.front().value;
        if (!value.sentence.empty()) return value.sentence;
        if (!value.relation) return sentence(fmt::format("{}: {}", value.needed.fact.label, spelled_out(value.needed.wanted)));
    }
    return sentence(needed.ask.empty() ? needed.fact.label : needed.ask);
}

// `part 2, pp. 125-126`
std::string part_words(const OpenPart& part) {
    const std::string name = part.id.empty() ? part.label : "part " + part.id;
    return part.citation.empty() ? name : fmt::format("{}, {}", name, part.citation);
}

// What the record says now, each statement with where it stands.
void put_on_record(Page& page, const FactView& fact) {
    if (!is_on_record(fact)) return;
    const auto put_one = [&page](const Item& one, std::size_t indent) {
        std::string text;
        for (const Words& words : one.text) text += words.text;
        put(page, text, indent, indent + 2);
    };
    const Item item = item_of(fact);
    put(page, "Your record now:", 2, 4);
    put_one(item, 4);
    for (const Item& statement : item.items) put_one(statement, 6);
}

// The answer with the part of the guideline that asks for it, and other papers that may show it.
void put_fact_item(Page& page, const FavourableFact& fact, const std::vector<std::string>& papers,
                   std::string_view papers_are) {
    std::string text = item_words(fact);
    if (!fact.always) text += " This is one of several ways.";
    std::vector<std::string> notes;
    for (const OpenPart& part : fact.fact->parts) notes.push_back(part_words(part));
    if (!papers.empty()) notes.push_back(fmt::format("{} {}", papers_are, joined(papers, ", ")));
    if (!notes.empty()) text += fmt::format(" ({})", joined(notes, "; "));
    put_item(page, text);
    put_on_record(page, fact.fact->needed.fact);
}

bool is_clinical(const FavourableFact& fact) {
    return fact.fact->needed.obtainability == ast::Fact::Obtainability::clinical;
}

void put_papers(Page& page, const std::vector<FavourableFact>& facts) {
    std::vector<const FavourableFact*> shown;
    for (const FavourableFact& fact : facts) {
        if (!is_clinical(fact)) shown.push_back(&fact);
    }
    if (shown.empty()) return;
    put_title(page, "What is not shown yet, and which papers could show it");
    put_paragraph(page, "Each line counts only if it is true. Do not ask anyone to write what is not true.");
    for (const Paper& paper : papers_of(shown)) {
        const std::string name = paper.document.empty() ? "Any paper" : capitalised(paper.document);
        put_paragraph(page, fmt::format("{}. Ask {}.", name, whom_to_ask(paper.document)));
        put_blank(page);
        for (const FavourableFact* fact : paper.facts) put_fact_item(page, *fact, other_papers(*fact, paper), "also shown by:");
    }
}

void put_recovery(Page& page, const std::vector<FavourableFact>& facts) {
    if (std::none_of(facts.begin(), facts.end(), is_clinical)) return;
    put_title(page, "What only your recovery can show");
    put_paragraph(page, "A paper can say this once it is true. Ask the doctor who treats you.");
    put_blank(page);
    for (const FavourableFact& fact : facts) {
        if (is_clinical(fact)) put_fact_item(page, fact, fact.fact->needed.shown_by, "shown by:");
    }
}

void put_not_needed(Page& page, const MissingSection& missing) {
    if (missing.irrelevant.empty()) return;
    put_title(page, "What you need not collect");
    put_paragraph(page, "Your record does not show these. They change nothing here.");
    put_blank(page);
    for (const std::string& label : missing.irrelevant) put_item(page, sentence(label));
}

// Where no list helps the worker: why. Empty where one does.
std::string why_no_list(const SectionView& section, const MissingSection& missing) {
    if (section.none) return "No guideline in this program speaks of this. So there is no list of papers. A physician decides.";
    if (!missing.complete)
        return "Too much is open to make a list. Ask the doctor who treats you to fill in your record first.";
    if (missing.whatever && is_favourable(*missing.whatever))
        return "What this program has of the guideline asks for no more papers. You need not collect any for it. A physician "
               "still "
               "decides.";
    const bool any = std::any_of(missing.findings.begin(), missing.findings.end(),
                                 [](const MissingFinding& finding) { return is_favourable(finding.finding); });
    if (any) return {};
    return "More papers would not change what the guideline says here. You need not collect any for it. A physician decides. "
           "Your "
           "doctor or your attorney can tell you what to do next.";
}

// Where the guideline stands, and how far its text can be trusted.
void put_guideline(Page& page, const SectionView& section, bool partial) {
    if (section.none) return;
    std::vector<std::string> place;
    for (const std::string* text : {&section.source, &section.citation}) {
        if (!text->empty()) place.push_back(*text);
    }
    if (!section.edition.empty()) place.push_back("edition " + section.edition);
    if (!section.basis.empty()) place.push_back(section.basis);
    std::string text = fmt::format("The guideline: {} ({}).", section.title, joined(place, ", "));
    if (section.status == "draft") text += " Its text in this program is a draft. No one has checked it yet.";
    if (partial) text += " Only a part of it is in this program. The rest may ask for more.";
    for (const AddedView& added : section.added) text += fmt::format(" Rules of {} are added to it.", added.title);
    if (!section.recalled_parts.empty())
        text += fmt::format(" Some of it was written from memory ({}).", joined(section.recalled_parts, ", "));
    put_paragraph(page, text);
}

void put_section_for_worker(Page& page, const SectionView& section, const MissingSection& missing) {
    put_guideline(page, section, missing.partial);
    const std::string why = why_no_list(section, missing);
    if (!why.empty()) put_paragraph(page, why);
    if (why.empty()) {
        const std::vector<FavourableFact> facts = favourable_facts(missing);
        put_papers(page, facts);
        put_recovery(page, facts);
    }
    put_not_needed(page, missing);
    if (!missing.exact)
        put_paragraph(page, "Some of these belong together. The program cannot tell which answers would do. Ask your doctor.");
}

// Which of several guidelines is the right one.
void put_choosing(Page& page, const RequestJustification& request) {
    put_paragraph(page, "More than one guideline may be the right one. It is not clear yet which.");
    if (request.choosing.empty()) return;
    put_paragraph(page, "These answers would tell:");
    put_blank(page);
    for (const NeededFact& needed : request.choosing) {
        std::string text = sentence(needed.ask.empty() ? needed.fact.label : needed.ask);
        if (!needed.shown_by.empty()) text += fmt::format(" (shown by: {})", joined(needed.shown_by, ", "));
        put_item(page, text);
    }
}

void put_worker_head(Page& page, const Justification& justification, std::size_t number) {
    std::string title = "What your record does not show yet";
    if (justification.requests.size() > 1) title += fmt::format(" ({} of {})", number + 1, justification.requests.size());
    const std::size_t taken = columns(title) + columns(justification.case_id);
    if (taken < page_width) title += std::string(page_width - taken, ' ') + justification.case_id;
    put_heading(page, title);
    if (taken >= page_width) put(page, justification.case_id, 0, 0);
    put_paragraph(
        page,
        "This page is for you, the injured worker. A guideline says when a treatment is advised. Here is what it asks "
        "and your record does not show yet. In the lines below, \"the worker\" is you. This page decides nothing. A "
        "physician decides.");
    put_paragraph(page, fmt::format("Asked for: {}.", justification.requests[number].request));
}

}  // namespace

void put_for_worker(Page& page, const Justification& justification, std::size_t number, const MissingRequest& missing) {
    const RequestJustification& request = justification.requests[number];
    const bool several = request.sections.size() > 1;
    put_worker_head(page, justification, number);
    if (several) put_choosing(page, request);
    for (std::size_t at = 0; at < request.sections.size(); ++at) {
        if (several) put_title(page, fmt::format("If number {} of {} is the right one", at + 1, request.sections.size()));
        put_section_for_worker(page, request.sections[at], missing.sections[at]);
    }
}

}  // namespace warrant
