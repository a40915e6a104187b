// Puts single answers on the page with the words of the whole justification.
#include "interpreter/justify/answers.hpp"

#include "interpreter/justify/page.hpp"
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

void put_request_line(Page& page, const Justification& justification, std::size_t number) {
    if (number > 0) put_blank(page);
    put_request_head(page, justification, number);
}

// The sections that bear on the request; of several each says under which condition it speaks.
std::string label_of(const RequestJustification& request, std::size_t section) {
    if (request.sections.size() == 1) return "Finding";
    return fmt::format("If {} of {}", section + 1, request.sections.size());
}

bool has_part(const SectionView& section, const std::string& id) {
    return std::any_of(section.parts.begin(), section.parts.end(), [&](const PartView& part) { return part.id == id; });
}

// ---- what if

const PartView* part_of(const SectionView& section, const PartView& like) {
    for (const PartView& part : section.parts) {
        if (part.id == like.id && part.kind == like.kind && part.added_by == like.added_by && part.label == like.label)
            return &part;
    }
    return nullptr;
}

const SectionView* section_of(const RequestJustification& request, const SectionView& like) {
    for (const SectionView& section : request.sections) {
        if (section.name == like.name && section.edition == like.edition) return &section;
    }
    return nullptr;
}

std::string outcome_words(const RequestJustification& request) {
    const std::string certain = request.sections.empty() ? "" : request.sections.front().certain;
    std::string text = finding_heading(request.finding, certain);
    if (request.disagree) text += ", for what may govern does not agree";
    if (!request.proposal.outcome.empty()) text += "; proposed: " + request.proposal.words;
    return text;
}

// The parts with another status or another cap, each with its reasons as they would be; the others by their ids.
void put_changed_parts(Page& page, const SectionView& before, const SectionView& after) {
    std::string unchanged;
    for (const PartView& part : after.parts) {
        const PartView* old = part_of(before, part);
        if (old != nullptr && old->status == part.status && old->cap == part.cap && old->asked == part.asked) {
            if (!part.id.empty()) unchanged += (unchanged.empty() ? "" : ", ") + part.id;
            continue;
        }
        PartView shown = part;
        if (old != nullptr && old->status_text != part.status_text)
            shown.status_text = old->status_text + ", then " + part.status_text;
        put_part(page, after, shown);
    }
    if (!unchanged.empty()) put_labelled(page, "As before", unchanged);
}

// Facts that are asked for on this side, and on the other too or not.
std::string asked_here(const SectionView& here, const SectionView& there, bool there_too) {
    std::string labels;
    for (const NeededFact& needed : here.needed) {
        const bool both = std::any_of(there.needed.begin(), there.needed.end(),
                                      [&](const NeededFact& other) { return other.fact.path == needed.fact.path; });
        if (both == there_too) labels += (labels.empty() ? "" : "; ") + needed.fact.label;
    }
    return labels;
}

void put_section_change(Page& page, const SectionView& before, const SectionView& after) {
    put_blank(page);
    put_changed_parts(page, before, after);
    const std::string gone = asked_here(before, after, false);
    const std::string still = asked_here(after, before, true);
    const std::string added = asked_here(after, before, false);
    if (!gone.empty()) put_labelled(page, "No longer", "asked for: " + gone);
    if (!still.empty()) put_labelled(page, "Still", "asked for: " + still);
    if (!added.empty()) put_labelled(page, "Then also", "asked for: " + added);
}

void put_what_if(Page& page, const RequestJustification& before, const RequestJustification& after) {
    const std::string recorded = outcome_words(before);
    const std::string given = outcome_words(after);
    put_labelled(page, "Recorded", recorded, tint_of(before.finding), recorded.find_first_of(",;("));
    put_labelled(page, "What if", given, tint_of(after.finding), given.find_first_of(",;("));
    put_labelled(page, "", after.proposal.decider.empty() ? "a physician decides" : after.proposal.decider);
    for (std::size_t number = 0; number < after.sections.size(); ++number) {
        const SectionView& section = after.sections[number];
        if (const SectionView* old = section_of(before, section)) {
            put_section_change(page, *old, section);
        } else {
            put_blank(page);
            put_section_head(page, section, label_of(after, number));
            put_parts(page, section);
        }
    }
}

}  // namespace

std::string render_why(const Justification& justification, bool color) {
    Page page{Detail::parts, color, {}};
    put_hypothetical(page, justification);
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        put_request_line(page, justification, number);
        const bool several = request.sections.size() > 1;
        if (several) {
            put_joint_finding(page, request);
            put_proposal(page, request);
        }
        for (std::size_t at = 0; at < request.sections.size(); ++at) {
            SectionView section = request.sections[at];
            if (several) put_blank(page);
            put_section_head(page, section, label_of(request, at));
            if (!several) put_proposal(page, request);
            std::erase_if(section.parts, [](const PartView& part) { return !part.decided_finding; });
            std::erase_if(section.added, [&](const AddedView& added) {
                return std::none_of(section.parts.begin(), section.parts.end(),
                                    [&](const PartView& part) { return part.added_by == added.name; });
            });
            put_parts(page, section);
            put_assumed(page, section);
        }
    }
    return page.text;
}

std::optional<std::string> render_why_part(const Justification& justification, const std::string& part, bool color) {
    Page page{Detail::full, color, {}};
    put_hypothetical(page, justification);
    bool found = false;
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        for (std::size_t at = 0; at < request.sections.size(); ++at) {
            const SectionView& section = request.sections[at];
            if (!has_part(section, part)) continue;
            if (!found || at == 0) put_request_line(page, justification, found ? number : 0);
            found = true;
            Page head{Detail::parts, color, {}};
            put_section_head(head, section, label_of(request, at));
            page.text += head.text;
            put_blank(page);
            for (const PartView& one : section.parts) {
                if (one.id == part) put_part(page, section, one);
            }
            std::vector<NeededFact> needed;
            for (const NeededFact& fact : section.needed) {
                if (std::find(fact.settles.begin(), fact.settles.end(), part) != fact.settles.end()) needed.push_back(fact);
            }
            put_needed(page, {}, needed);
        }
    }
    if (!found) return std::nullopt;
    return page.text;
}

std::optional<std::vector<FactView>> facts_named(const CaseRecord& record, const Vocabulary& vocabulary,
                                                 const std::string& path) {
    const auto found = vocabulary.fact_by_path.find(path);
    if (found == vocabulary.fact_by_path.end()) return std::nullopt;
    std::vector<FactView> facts;
    for (std::size_t request = 0; request < record.requests.size(); ++request)
        facts.push_back(view_fact(record, request, found->second, vocabulary));
    return facts;
}

std::string render_why_fact(const Justification& justification, const std::vector<FactView>& facts, bool color) {
    Page page{Detail::full, color, {}};
    put_hypothetical(page, justification);
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        const FactView& fact = facts[number];
        put_request_line(page, justification, number);
        put_fact(page, fact, 0);
        for (std::size_t at = 0; at < request.sections.size(); ++at) {
            const SectionView& section = request.sections[at];
            SectionView reading = section;
            std::erase_if(reading.parts, [&](const PartView& part) {
                return std::find(part.reads.begin(), part.reads.end(), fact.path) == part.reads.end();
            });
            const bool asked = std::any_of(section.needed.begin(), section.needed.end(),
                                           [&](const NeededFact& needed) { return needed.fact.path == fact.path; });
            if (request.sections.size() > 1) put_labelled(page, label_of(request, at), section.title);
            if (reading.parts.empty()) {
                put_labelled(page, "Read by", "no part of the section");
                continue;
            }
            put_labelled(page, "Bears on", asked ? "what is still open" : "nothing that is still open");
            put_parts(page, reading);
        }
    }
    return page.text;
}

std::string render_what_if(const Justification& recorded, const Justification& given, bool color) {
    Page page{Detail::parts, color, {}};
    put_hypothetical(page, given);
    for (std::size_t number = 0; number < given.requests.size(); ++number) {
        put_request_line(page, given, number);
        put_what_if(page, recorded.requests[number], given.requests[number]);
    }
    return page.text;
}

}  // namespace warrant
