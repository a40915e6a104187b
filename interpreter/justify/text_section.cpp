// One section as text: its finding with source, edition and marks, its parts in the guideline's order, what is missing, what
// was assumed.
#include "interpreter/justify/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == '_') c = ' ';
    }
    return result;
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : std::string(between)) + item;
    return text;
}

// A sentence that goes on after a colon; an abbreviation keeps its capitals.
std::string lower_first(std::string text) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && (text[1] == ' ' || (text[1] >= 'a' && text[1] <= 'z'))) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

// `draft; text as quoted in …; 5a recalled`: of a section, or of a guideline that adds to it.
template <typename View>
std::string marks_of(const View& view, const std::vector<std::string>& recalled_parts) {
    std::vector<std::string> marks = {view.status};
    if (view.partial) marks.push_back("encoded in part");
    if (!view.basis.empty()) marks.push_back(view.basis);
    // Of a section that is recalled as a whole nothing is left to name.
    if (!recalled_parts.empty() && view.basis != recalled_words) marks.push_back(joined(recalled_parts, ", ") + " recalled");
    return joined(marks, "; ");
}

template <typename View>
std::string place_of(const View& view) {
    std::vector<std::string> items;
    if (!view.source.empty()) items.push_back(view.source);
    if (!view.title.empty()) items.push_back(view.title);
    if (!view.citation.empty()) items.push_back(view.citation);
    if (!view.edition.empty()) items.push_back("edition " + view.edition);
    return joined(items, ", ");
}

Tint part_tint(PartStatus status) {
    switch (status) {
        case PartStatus::met:
        case PartStatus::excepted:
            return Tint::good;
        case PartStatus::not_met:
            return Tint::bad;
        case PartStatus::unknown:
            return Tint::open;
        case PartStatus::not_applicable:
            break;
    }
    return Tint::none;
}

// What stands in the heading above a part already.
SourceView source_above(const SectionView& section, const PartView& part) {
    for (const AddedView& added : section.added) {
        if (part.added_by == added.name) return {added.citation, added.basis};
    }
    return {section.citation, section.basis};
}

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
        put_labelled(page, "Added", "by " + place_of(added) + " (" + marks_of(added, {}) + ")");
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
    put(page, "Added by " + place_of(added) + " (" + marks_of(added, {}) + ")", 0, 2);
    if (page.detail == Detail::full && !added.used.empty()) put(page, "uses " + joined(added.used, "; "), 2, 4);
    put_blank(page);
}

std::string obtainability_words(ast::Fact::Obtainability obtainability) {
    return obtainability == ast::Fact::Obtainability::clinical ? "shown only by the patient's course" : "";
}

// What is known of a needed fact so far, where that is more than nothing.
std::string known_so_far(const FactView& fact) {
    if (fact.anything || fact.state == FactState::absent || fact.state == FactState::stated_unknown) return {};
    return "so far: " + fact.value;
}

void put_needed_fact(Page& page, const NeededFact& needed) {
    put_numbered(page, joined(needed.settles, ", "), needed.ask.empty() ? needed.fact.label : needed.ask);
    std::vector<std::string> details;
    if (needed.chooses) details.push_back("it settles what governs");
    if (!needed.wanted.empty()) details.push_back("met by: " + needed.wanted);
    const std::string so_far = known_so_far(needed.fact);
    if (!so_far.empty()) details.push_back(so_far);
    if (!needed.shown_by.empty()) details.push_back("usual documents: " + joined(needed.shown_by, ", "));
    const std::string course = obtainability_words(needed.obtainability);
    if (!course.empty()) details.push_back(course);
    if (!details.empty()) put(page, joined(details, "; "), reason_indent, reason_indent + 2);
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

Tint tint_of(FindingName finding) {
    switch (finding) {
        case FindingName::supported:
            return Tint::good;
        case FindingName::not_supported:
            return Tint::bad;
        case FindingName::partly_supported:
        case FindingName::undetermined:
        case FindingName::not_addressed:
            break;
    }
    return Tint::open;
}

std::string finding_heading(FindingName finding, const std::string& certain) {
    std::string text = upper(words_of(finding));
    if (finding == FindingName::partly_supported && !certain.empty()) text += " (" + certain + ")";
    return text;
}

void put_section_head(Page& page, const SectionView& section, std::string_view label) {
    const std::string finding = finding_heading(section.finding, section.certain);
    std::string text = finding;
    if (section.none) {
        text += section.name.empty() ? ": no guideline at hand covers this service"
                                     : " by " + place_of(section) + ": " + section.edition_text;
    } else {
        text += " under " + place_of(section) + " (" + marks_of(section, section.recalled_parts) + ")";
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
    put_status(page, part.id, label, part.status_text, part_tint(part.status));
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
    for (const AssumptionView& assumption : section.assumed) {
        std::string text = assumption.label + " = " + assumption.value;
        if (!assumption.because.empty()) text += ": " + lower_first(assumption.because);
        if (!assumption.citation.empty()) text += " (" + assumption.citation + ")";
        put(page, text, 2, 4);
    }
    if (section.warnings.empty()) return;
    put_blank(page);
    put_heading(page, "Not computed, and without bearing on the finding");
    for (const std::string& warning : section.warnings) put(page, warning, 2, 4);
}

}  // namespace warrant
