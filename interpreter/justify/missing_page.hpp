// What the forms of missing facts share: the ways to a finding, facts by the part that they would settle and by the paper that
// would show them, and what is said where there is nothing to list. Not installed: for the forms' own files.
#pragma once

#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/page.hpp"
#include "interpreter/justify/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// ---- the forms, each of one section (missing_reviewer.cpp, missing_doctor.cpp, missing_attorney.cpp) or of a whole request
// (missing_worker.cpp)

void put_for_reviewer(Page& page, const SectionView& section, const MissingSection& missing);
void put_for_doctor(Page& page, const SectionView& section, const MissingSection& missing);
void put_for_attorney(Page& page, const SectionView& section, const MissingSection& missing);
void put_for_worker(Page& page, const Justification& justification, std::size_t number, const MissingRequest& missing);

// ---- missing_page.cpp

bool is_favourable(FindingName finding);
// Why no ways are listed: no guideline, too much is open, or nothing that is open matters. Empty where ways are listed.
std::string why_no_ways(const SectionView& section, const MissingSection& missing);
// The ways to each of the findings. What supported and partly supported share is said once.
void put_all_ways(Page& page, const std::vector<MissingFinding>& findings, bool partial);
// `1, 3 (pp. 125-126)`; a part without a number by its label.
std::string parts_words(const std::vector<OpenPart>& parts);
// Whether the record says anything of an open fact: that it is unclear, in part, or that it was looked for.
bool is_on_record(const FactView& fact);
// What it says, each statement with its page, whatever the level of detail.
void put_record_now(Page& page, const FactView& fact, std::size_t indent);
// A heading and the labels below it; nothing for none.
void put_irrelevant(Page& page, const MissingSection& missing, std::string_view heading);
// That what is said is not exact, where it is not.
void put_inexact(Page& page, const MissingSection& missing);

// Facts by the first of the parts that they would settle, in the order of the section; last those of none.
struct PartGroup {
    const OpenPart* part = nullptr;
    std::vector<const MissingFact*> facts;
};
std::vector<PartGroup> by_part(const SectionView& section, const MissingSection& missing);
// `Functional limitations preclude the current job (pp. 125-126)` after the part's number.
void put_open_part(Page& page, const SectionView& section, const OpenPart* part);

// ---- what a record would have to show for the request (missing_papers.cpp)

// A value that would do, and the findings in favour to which it belongs.
struct FavourableValue {
    const MissingValue* value = nullptr;
    std::vector<FindingName> findings;
};
struct FavourableFact {
    const MissingFact* fact = nullptr;
    std::vector<FavourableValue> values;  // none: no finding in favour can be listed, and the fact matters all the same
    bool always = true;                   // false: there are ways without it
};
// Of the facts that matter those of some way in favour; where none can be listed, all.
std::vector<FavourableFact> favourable_facts(const MissingSection& missing);

// A usual document with what it could show. Each fact stands under one: the document that shows most of them comes first.
struct Paper {
    std::string document;  // empty: none is usual
    std::vector<const FavourableFact*> facts;
};
std::vector<Paper> papers_of(const std::vector<const FavourableFact*>& facts);
// The fact's other usual documents.
std::vector<std::string> other_papers(const FavourableFact& fact, const Paper& paper);

}  // namespace warrant
