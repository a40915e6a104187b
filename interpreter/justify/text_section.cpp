// One section as text: its finding with source, edition and marks, its parts in the guideline's order, what is missing, what
// was assumed.
#include "interpreter/justify/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

void put_edition(Page& page, const SectionView& section) {
    const bool full = page.detail == Detail::full;
    if (full && !section.edition_text.empty()) put_labelled(page, "Edition", section.edition_text);
    std::string_view label = full && !section.edition_text.empty() ? "" : "Edition";
    if ((full || section.none) && !section.editions.empty()) {
        put_labelled(page, label, "editions at hand: " + joined(section.editions, "; "));
        label = "";
    }
    for (const std::string& note : section.edition_notes) {
        put_labelled(page, label, note);
        label = "";
    }
    if (full && !section.used.empty()) put_labelled(page, label, "uses " + joined(section.used, "; "));
}

// Whoever reads only the head must know that the finding is not of the section alone.
void put_added_line(Page& page, const SectionView& section) {
    for (const AddedView& added : section.added)
        put_labelled(page, "Added", "by " + place_of(added) + " (" + marks_of(added) + ")");
}

// The conditions under which the section covers the request.
void put_coverage(Page& page, const SectionView& section) {
    for (const Reason& reason : section.covers_when) {
        const bool open = reason.value == "unknown";
        put_labelled(page, "Covers",
                     open ? "the request if this holds, which is not settled:" : "the request because this holds:");
        for (const Reason& child : reason.children) put_reason(page, child, labelled_indent);
    }
}

// Where what follows stands: under a heading of its own, with its source and marks.
void put_added_heading(Page& page, const AddedView& added) {
    put_blank(page);
    put(page, "Added by " + place_of(added) + " (" + marks_of(added) + ")", 0, 2);
    if (page.detail == Detail::full && !added.used.empty()) put(page, "uses " + joined(added.used, "; "), 2, 4);
    put_blank(page);
}

void put_needed_fact(Page& page, const NeededFact& needed) {
    put_numbered(page, joined(needed.settles, ", "), needed.ask.empty() ? needed.fact.label : needed.ask);
    const std::string details = needed_words(needed);
    if (!details.empty()) put(page, details, reason_indent, reason_indent + 2);
}

}  // namespace

std::string_view words_of(FindingName finding) {
    switch (finding) {
        case FindingName::supported:
            return "supported";
        case FindingName::partly_supported:
            return "partly supported";
        case FindingName::not_supported:
            return "not supported";
        case FindingName::undetermined:
            return "undetermined";
        case FindingName::not_addressed:
            break;
    }
    return "not addressed";
}

void put_section_head(Page& page, const SectionView& section, std::string_view label) {
    const std::string finding = finding_heading(section.finding, section.certain);
    std::string text = finding;
    if (section.none) {
        text += section.name.empty() ? ": no guideline at hand covers this service"
                                     : " by " + place_of(section) + ": " + section.edition_text;
    } else {
        text += " under " + place_of(section) + " (" + marks_of(section) + ")";
    }
    put_labelled(page, label, text, tint_of(section.finding), finding.size());
    if (section.as_far_as_encoded != section.finding) {
        put_labelled(page, "", fmt::format("as far as encoded: {}", words_of(section.as_far_as_encoded)));
    }
    if (section.finding == FindingName::undetermined && !section.certain.empty())
        put_labelled(page, "Certain", section.certain + ", however the open points are settled");
    put_edition(page, section);
    if (page.detail == Detail::head) put_added_line(page, section);
    if (page.detail != Detail::head) put_coverage(page, section);
}

void put_needed(Page& page, const std::vector<NeededFact>& choosing, const std::vector<NeededFact>& needed) {
    if (choosing.empty() && needed.empty()) return;
    put_blank(page);
    put_heading(page, "To settle it the record would have to show");
    for (const std::vector<NeededFact>* list : {&choosing, &needed}) {
        for (const NeededFact& fact : *list) put_needed_fact(page, fact);
    }
}

void put_part(Page& page, const SectionView& section, const PartView& part) {
    std::string label = part.label;
    const SourceView above = source_above(section, part);
    if (!part.citation.empty() && part.citation != above.citation) label += " (" + part.citation + ")";
    if (part.basis != above.basis) label += " (" + (part.basis.empty() ? "text at hand" : part.basis) + ")";
    put_status(page, part.id, label, part.status_text, tint_of(part.status));
    if (page.detail == Detail::full) {
        std::vector<std::string> source;
        if (!part.citation.empty()) source.push_back(part.citation);
        if (!part.basis.empty()) source.push_back(part.basis);
        if (!source.empty()) put(page, joined(source, "; "), reason_indent, reason_indent + 2);
        if (!part.verbatim.empty()) put(page, "\"" + part.verbatim + "\"", reason_indent, reason_indent + 2);
    }
    page.open_part = part.status == PartStatus::not_met || part.status == PartStatus::unknown;
    for (const Reason& reason : part.reasons) put_reason(page, reason, reason_indent);
    page.open_part = false;
}

void put_parts(Page& page, const SectionView& section) {
    const auto own_end =
        std::find_if(section.parts.begin(), section.parts.end(), [](const PartView& part) { return !part.added_by.empty(); });
    if (own_end != section.parts.begin()) put_blank(page);
    for (auto part = section.parts.begin(); part != own_end; ++part) put_part(page, section, *part);
    for (const AddedView& added : section.added) {
        put_added_heading(page, added);
        for (auto part = own_end; part != section.parts.end(); ++part) {
            if (part->added_by == added.name) put_part(page, section, *part);
        }
    }
}

void put_assumed(Page& page, const SectionView& section) {
    if (!section.assumed.empty()) {
        put_blank(page);
        put_heading(page, "Assumed");
    }
    for (const AssumptionView& assumption : section.assumed) put(page, assumption_words(assumption), 2, 4);
    if (section.warnings.empty()) return;
    put_blank(page);
    put_heading(page, "Not computed, and without bearing on the finding");
    for (const std::string& warning : section.warnings) put(page, warning, 2, 4);
}

}  // namespace warrant
