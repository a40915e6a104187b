// A page of plain text 80 columns wide: wrapped paragraphs with a hanging indent, and lines with a status at the right edge.
// Columns are code points. Not installed: for the text renderers of this room, of interview/ and of suite/.
#pragma once

#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/render.hpp"
#include "interpreter/justify/words.hpp"

#include <string>
#include <string_view>

namespace warrant {

inline constexpr std::size_t page_width = 80;
// Where the text of a labelled line (`Finding   …`) and of a part begins.
inline constexpr std::size_t labelled_indent = 10;
inline constexpr std::size_t part_indent = 6;
inline constexpr std::size_t reason_indent = 8;

struct Page {
    Detail detail = Detail::parts;
    bool color = false;
    std::string text;
    bool open_part = false;  // the part being printed is not met or unknown: its facts are listed with their sources
};

std::size_t columns(std::string_view text);
// A paragraph: the first line after `indent` spaces, the others after `hanging`.
void put(Page& page, std::string_view text, std::size_t indent, std::size_t hanging);
// `Proposed  UPHELD: the denial stands`; the first `tinted` bytes of the text carry the tint. An empty label continues the line
// above.
void put_labelled(Page& page, std::string_view label, std::string_view text, Tint tint = Tint::none, std::size_t tinted = 0);
// A label after a right-aligned id, with a status at the right edge of its first line.
void put_status(Page& page, std::string_view id, std::string_view label, std::string_view status, Tint tint);
// A paragraph after a right-aligned id.
void put_numbered(Page& page, std::string_view id, std::string_view text);
void put_heading(Page& page, std::string_view text);
void put_blank(Page& page);

// ---- text_reasons.cpp

void put_fact(Page& page, const FactView& fact, std::size_t indent);
void put_reason(Page& page, const Reason& reason, std::size_t indent);

// ---- render_text.cpp

// That values were given beside the record, and which; nothing if none was.
void put_hypothetical(Page& page, const Justification& justification);
// The request with the name of its case.
void put_request_head(Page& page, const Justification& justification, std::size_t number);
void put_proposal(Page& page, const RequestJustification& request);
// Of several sections that may govern: what is found whichever does, or that they do not agree.
void put_joint_finding(Page& page, const RequestJustification& request);

// ---- missing_page.cpp

// `SUPPORTED`; `SUPPORTED, as far as the section is encoded,`.
std::string finding_words(FindingName finding, bool partial);
// What the record would have to show for a finding, way by way.
void put_ways(Page& page, const MissingFinding& missing, bool partial);

// ---- text_section.cpp

void put_section_head(Page& page, const SectionView& section, std::string_view label);
void put_part(Page& page, const SectionView& section, const PartView& part);
void put_parts(Page& page, const SectionView& section);
// What was assumed, and what could not be computed.
void put_assumed(Page& page, const SectionView& section);
void put_needed(Page& page, const std::vector<NeededFact>& choosing, const std::vector<NeededFact>& needed);

}  // namespace warrant
