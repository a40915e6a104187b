// What is missing, on a page: of each request the head, then each section that may govern it in the form of the reader. The
// worker's form has no head of this kind: it is in plain words from its first line.
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

// What the page is for, and that it decides nothing.
std::string_view purpose_of(MissingReader reader) {
    switch (reader) {
        case MissingReader::reviewer:
            return "what the record would have to show for each finding; a physician decides";
        case MissingReader::doctor:
            return "what a report would have to show for the request, where it is so; the reviewing physician decides";
        case MissingReader::attorney:
            return "what the record shows of each open fact, and what would settle it; a physician decides";
        case MissingReader::worker:
            break;
    }
    return {};
}

void put_one_section(Page& page, const SectionView& section, const MissingSection& missing, MissingReader reader) {
    switch (reader) {
        case MissingReader::reviewer:
            return put_for_reviewer(page, section, missing);
        case MissingReader::doctor:
            return put_for_doctor(page, section, missing);
        case MissingReader::attorney:
            return put_for_attorney(page, section, missing);
        case MissingReader::worker:
            break;
    }
}

void put_request(Page& page, const Justification& justification, std::size_t number, const MissingRequest& missing,
                 MissingReader reader) {
    const RequestJustification& request = justification.requests[number];
    const bool several = request.sections.size() > 1;
    put_request_head(page, justification, number);
    if (several) put_joint_finding(page, request);
    else put_section_head(page, request.sections.front(), "Finding");
    if (reader == MissingReader::attorney) put_proposal(page, request);
    put_labelled(page, "Listed", purpose_of(reader));
    put_needed(page, request.choosing, {});
    for (std::size_t at = 0; at < request.sections.size(); ++at) {
        const SectionView& section = request.sections[at];
        if (several) {
            put_blank(page);
            put_section_head(page, section, fmt::format("If {} of {}", at + 1, request.sections.size()));
        }
        put_one_section(page, section, missing.sections[at], reader);
    }
}

}  // namespace

std::string render_missing(const Justification& justification, const std::vector<MissingRequest>& missing, MissingReader reader,
                           bool color) {
    Page page{reader == MissingReader::attorney ? Detail::full : Detail::parts, color, {}};
    put_hypothetical(page, justification);
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        if (number > 0) put_blank(page);
        if (reader == MissingReader::worker) put_for_worker(page, justification, number, missing[number]);
        else put_request(page, justification, number, missing[number], reader);
    }
    return page.text;
}

}  // namespace warrant
