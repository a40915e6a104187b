// A whole justification as text: each request with its finding, what is proposed and who decides, then the sections, what is
// missing, and the documents. The form is that of the language's description, section 10.
#include "interpreter/justify/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {

namespace {

void put_no_proposal(Page& page, const ProposalView& proposal) {
    if (!proposal.present) {
        put_labelled(page, "Proposed", "nothing: no procedure is named; a physician decides");
        return;
    }
    if (proposal.eligibility != "not eligible") {
        put_labelled(page, "Proposed", "nothing");
        return;
    }
    put_labelled(page, "Proposed", "nothing: not eligible for " + proposal.procedure);
    for (const Reason& reason : proposal.eligibility_reasons) put_reason(page, reason, labelled_indent);
}

}  // namespace

std::string procedure_words(const ProposalView& proposal) {
    return proposal.source.empty() ? proposal.procedure : fmt::format("{} ({})", proposal.procedure, proposal.source);
}

void put_request_head(Page& page, const Justification& justification, std::size_t number) {
    std::string text = justification.requests[number].request;
    if (justification.requests.size() > 1) text = fmt::format("{} of {}: {}", number + 1, justification.requests.size(), text);
    const std::size_t taken = columns(text) + columns(justification.case_id);
    if (taken + 1 < page_width) {
        put_heading(page, text + std::string(page_width - taken, ' ') + justification.case_id);
        return;
    }
    put(page, text, 0, 2);
    put(page, justification.case_id, 2, 4);
}

void put_proposal(Page& page, const RequestJustification& request) {
    const ProposalView& proposal = request.proposal;
    if (!proposal.present || proposal.outcome.empty()) {
        put_no_proposal(page, proposal);
        return;
    }
    const std::string heading = upper(proposal.outcome);
    put_labelled(page, "Proposed", heading + ": " + proposal.words, Tint::strong, heading.size());
    if (!proposal.sentence.empty()) put_labelled(page, "", proposal.sentence);
    if (proposal.rests_on_silence) put_labelled(page, "", silence_words(request));
    std::string decider = proposal.decider;
    if (proposal.eligibility == "not shown")
        decider += "; eligibility not shown: " + joined(proposal.eligibility_unsettled, ", ");
    put_labelled(page, "", decider);
    if (page.detail != Detail::full) return;
    put_labelled(page, "Procedure", procedure_words(proposal));
    if (proposal.eligibility_reasons.empty()) return;
    put_labelled(page, "Eligible", proposal.eligibility + " under " + proposal.procedure);
    for (const Reason& reason : proposal.eligibility_reasons) put_reason(page, reason, labelled_indent);
}

void put_joint_finding(Page& page, const RequestJustification& request) {
    const std::string finding = finding_heading(request.finding, request.sections.front().certain);
    const std::string text = finding + joint_words(request);
    put_labelled(page, "Finding", text, tint_of(request.finding), finding.size());
}

void put_hypothetical(Page& page, const Justification& justification) {
    if (!justification.hypothetical) return;
    put(page, "HYPOTHETICAL: some values were given for this run and are not the record's", 0, 2);
    for (const FactView& fact : justification.given) put(page, fact.label + ": " + fact.value, 2, 4);
}

namespace {

// Several requests that a limit bounds together: the finding of each compares it alone.
void put_shared_caps(Page& page, const RequestJustification& request) {
    for (const SharedCapView& shared : request.shared_caps) put_labelled(page, "Warning", shared_cap_words(shared));
}

void put_one_section(Page& page, const RequestJustification& request) {
    const SectionView& section = request.sections.front();
    put_section_head(page, section, "Finding");
    put_proposal(page, request);
    put_shared_caps(page, request);
    // A request for information is nothing without its list.
    if (page.detail == Detail::head && request.proposal.by_reviewer) put_needed(page, request.choosing, section.needed);
    if (page.detail == Detail::head) return;
    put_parts(page, section);
    put_needed(page, request.choosing, section.needed);
    put_assumed(page, section);
}

void put_several_sections(Page& page, const RequestJustification& request) {
    put_joint_finding(page, request);
    put_proposal(page, request);
    put_shared_caps(page, request);
    if (page.detail != Detail::head || request.proposal.by_reviewer) put_needed(page, request.choosing, {});
    for (std::size_t number = 0; number < request.sections.size(); ++number) {
        const SectionView& section = request.sections[number];
        put_blank(page);
        put_section_head(page, section, fmt::format("If {} of {}", number + 1, request.sections.size()));
        if (page.detail == Detail::head && request.proposal.by_reviewer) put_needed(page, {}, section.needed);
        if (page.detail == Detail::head) continue;
        put_parts(page, section);
        put_needed(page, {}, section.needed);
        put_assumed(page, section);
    }
}

void put_request(Page& page, const Justification& justification, std::size_t number) {
    const RequestJustification& request = justification.requests[number];
    put_request_head(page, justification, number);
    if (request.sections.size() == 1) put_one_section(page, request);
    if (request.sections.size() > 1) put_several_sections(page, request);
    if (request.error) put_labelled(page, "", "It rests on a value that cannot be computed.");
}

void put_document_list(Page& page, const Justification& justification, bool used, std::string_view heading) {
    const auto& documents = justification.documents;
    if (std::none_of(documents.begin(), documents.end(), [&](const DocumentView& document) { return document.used == used; }))
        return;
    put_blank(page);
    put_heading(page, heading);
    for (const DocumentView& document : documents) {
        if (document.used != used) continue;
        std::string text = document.title;
        if (!document.date.empty()) text += ", " + document.date;
        if (!document.known_through.empty()) text += ", as recited in " + document.known_through;
        put(page, text, 2, 4);
    }
}

}  // namespace

std::string render_part(const SectionView& section, const PartView& part) {
    Page page{Detail::parts, false, {}};
    put_part(page, section, part);
    return page.text;
}

std::string render_text(const Justification& justification, Detail detail, bool color) {
    Page page{detail, color, {}};
    put_hypothetical(page, justification);
    if (detail == Detail::full && !justification.summary.empty()) {
        put(page, justification.summary, 0, 0);
        put_blank(page);
    }
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        if (number > 0) put_blank(page);
        put_request(page, justification, number);
    }
    if (detail == Detail::head) return page.text;
    if (detail == Detail::full) put_document_list(page, justification, true, "Documents drawn on");
    put_document_list(page, justification, false, "Reviewed, nothing used");
    return page.text;
}

}  // namespace warrant
