// A justification as text for a terminal or a file, and as JSON for programs.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/justify/justification.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// `supported`, `partly supported`, `not supported`, `undetermined`, `not addressed`.
std::string_view words_of(FindingName finding);
// `Independent Medical Review (California Labor Code, section 4610.5-4610.6)`
std::string procedure_words(const ProposalView& proposal);

enum class Detail { head, parts, full };

// At most 80 columns; complete without colour. The form of language.md section 10.
std::string render_text(const Justification& justification, Detail detail, bool color);

// One part of a section, as render_text prints it at the level of parts: its status and what decided it.
std::string render_part(const SectionView& section, const PartView& part);

// The version of the JSON document's shape; grows with every change that a reader could notice.
inline constexpr int justification_json_version = 3;
// One document that follows interpreter/justify/justification.schema.json.
std::string render_json(const Justification& justification);

// One HTML page for the reviewer, which needs nothing else: findings, parts, reasons that fold, facts with their sources,
// linked both ways, and each rule beside its wording. `sources` are the texts that the shelf was made of.
std::string render_report(const Justification& justification, const SourceMap& sources);

// The draft letter for the reviewing physician. Made of a justification under a procedure, and never of a hypothetical one: who
// calls it has seen to both.
enum class LetterForm { markdown, html };
std::string render_letter(const Justification& justification, LetterForm form);
// The guidelines, with their editions, of which a letter would be made and which are drafts.
std::vector<std::string> drafts_of(const Justification& justification);

}  // namespace warrant
