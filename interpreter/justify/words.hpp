// Words that the text, the letter and the report share: a fact with where it stands in the record, a section with where it
// stands in print and how its text is known. Private to the room; nothing here knows a line's width or a tag.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// How something came out. Colour and marks repeat what the words beside them say.
enum class Tint { none, good, open, bad, strong };
Tint tint_of(FindingName finding);
Tint tint_of(PartStatus status);

std::string joined(const std::vector<std::string>& items, std::string_view between);
std::string capitalised(std::string text);
// The first letter as a capital, a full stop at the end.
std::string sentence(std::string text);
// In capitals, with spaces for underscores: `PARTLY SUPPORTED`.
std::string upper(std::string_view text);

// ---- the record

// `one document says: `; nothing of a statement that governs.
std::string_view standing_words(Statement::Standing standing);
// Statements need lines of their own where there are several, or where the only one does not govern.
bool has_several(const FactView& fact);
// ` [Progress report, p. 2, 2015-06-09, by Dr. A]`; the page only where all is shown.
std::string citation_text(const RecordCitation& citation, bool opinion, bool full);
// Of a fact with one statement that governs, where it stands; else nothing.
std::string only_citation(const FactView& fact, bool full);
// `not found in Progress report`.
std::string searched_text(const FactView& fact);
// `goal defined: not documented`, or the fact's own sentence.
std::string fact_text(const FactView& fact);

// ---- the guideline

// ` (section 9792.20; recalled, not checked)`.
std::string source_text(const std::string& citation, const std::string& basis);
// A heading with a source of its own: `excepted, Gains shown (p. 11):`
std::string heading_text(const Reason& reason);
// ` holds:`, ` does not hold:` or ` is not settled:`, after a definition's name.
std::string_view holding_words(const std::string& value);
// A definition's name with its source and what it comes to.
std::string definition_text(const Reason& reason);
// A look-up with the row that applies, or as a heading above the rows that may.
std::string table_text(const Reason& reason);
// `crps -> 24 visits`.
std::string row_text(const TableView::Entry& row);
// `Example, Strengthening program, p. 10, edition 2009`.
std::string place_of(const SectionView& section);
std::string place_of(const AddedView& added);
// `draft; text as quoted in …; 5a recalled`.
std::string marks_of(const SectionView& section);
std::string marks_of(const AddedView& added);
// What stands in the heading above a part already.
SourceView source_above(const SectionView& section, const PartView& part);

// ---- the finding

// `PARTLY SUPPORTED (2 weeks)`.
std::string finding_heading(FindingName finding, const std::string& certain);
// After the finding of several sections that may govern: `, whichever of 2 sections or editions governs`.
std::string joint_words(const RequestJustification& request);
// Whether rules that are not encoded leave it undetermined, and not the record's silence alone.
bool rests_on_encoding(const RequestJustification& request);
// What an undetermined finding rests on: the record's silence, or rules that are not encoded.
std::string_view silence_words(const RequestJustification& request);
// `requests 1 and 2 draw on one limit, …`: the finding of each compares it alone.
std::string shared_cap_words(const SharedCapView& shared);
// What to know about a needed fact beside its question: `met by: at least 4 hours/day; usual documents: …`; may be empty.
std::string needed_words(const NeededFact& needed);
// `program completed so far = 0 weeks: a first request comes before the program begins. (p. 10)`.
std::string assumption_words(const AssumptionView& assumption);

}  // namespace warrant
