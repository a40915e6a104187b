// What is missing, for an attorney: every finding that is still possible, what the record says now of each fact that matters
// with where it says it, the guideline's page of each part, what is fixed and assumed, and how the guideline's text is known.
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace warrant {
namespace {

void put_record_of(Page& page, const MissingFact& fact) {
    const NeededFact& needed = fact.needed;
    put_fact(page, needed.fact, reason_indent);
    std::vector<std::string> details;
    if (!needed.shown_by.empty()) details.push_back(fmt::format("usual documents: {}", fmt::join(needed.shown_by, ", ")));
    switch (needed.obtainability) {
        case ast::Fact::Obtainability::obtainable:
            break;
        case ast::Fact::Obtainability::clinical:
            details.push_back("only the patient's course can change it");
            break;
        case ast::Fact::Obtainability::fixed:
            details.push_back("it never changes");
            break;
    }
    if (fact.parts.size() > 1)
        details.push_back(fmt::format("also for {}", parts_words({fact.parts.begin() + 1, fact.parts.end()})));
    if (!details.empty()) put(page, fmt::format("{}", fmt::join(details, "; ")), reason_indent + 2, reason_indent + 4);
}

void put_record(Page& page, const SectionView& section, const MissingSection& missing) {
    if (missing.relevant.empty()) return;
    put_blank(page);
    put_heading(page, "What the record says now, by the part that it would settle");
    for (const PartGroup& group : by_part(section, missing)) {
        put_open_part(page, section, group.part);
        for (const MissingFact* fact : group.facts) put_record_of(page, *fact);
    }
}

void put_fixed(Page& page, const MissingSection& missing) {
    if (missing.fixed.empty()) return;
    put_blank(page);
    put_heading(page, "Fixed: shown by the record, and never to change");
    for (const FactView& fact : missing.fixed) put_fact(page, fact, 2);
}

// Of the section, and of each guideline that adds to it.
template <typename View>
void put_source(Page& page, const View& view, const std::vector<std::string>& recalled_parts) {
    std::vector<std::string> known;
    known.push_back(view.status == "draft" ? "a draft that nobody has reviewed" : view.status);
    if (view.partial) known.push_back("encoded in part: the page has rules that are left out here");
    if (!view.basis.empty()) known.push_back(view.basis);
    if (!recalled_parts.empty() && view.basis != recalled_words)
        known.push_back(fmt::format("recalled and not checked against the page: {}", fmt::join(recalled_parts, ", ")));
    put(page, fmt::format("{}: {}", view.title, fmt::join(known, "; ")), 2, 4);
}

void put_text_known(Page& page, const SectionView& section) {
    put_blank(page);
    put_heading(page, "How the guideline's text is known");
    put_source(page, section, section.recalled_parts);
    for (const AddedView& added : section.added) put_source(page, added, {});
}

}  // namespace

void put_for_attorney(Page& page, const SectionView& section, const MissingSection& missing) {
    if (const std::string why = why_no_ways(section, missing); !why.empty()) {
        put_blank(page);
        put(page, why, 0, 0);
    }
    if (section.none) return;
    put_all_ways(page, missing.findings, missing.partial);
    put_record(page, section, missing);
    put_fixed(page, missing);
    put_assumed(page, section);
    put_irrelevant(page, missing, "Open, and without bearing: whatever they are, these change nothing");
    put_text_known(page, section);
    put_inexact(page, missing);
}

}  // namespace warrant
