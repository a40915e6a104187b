// The report while it is written: one HTML page in which a reviewer goes from a finding to its reasons, to the facts and their
// documents, and back. Not installed: for the report's own files.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/justify/html.hpp"
#include "interpreter/justify/justification.hpp"
#include "interpreter/justify/words.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// page/page.css and page/page.js, put into the program by page/embed.cmake, with the digests by which the page lets only them
// in.
extern const std::string_view page_style;
extern const std::string_view page_style_digest;
extern const std::string_view page_script;
extern const std::string_view page_script_digest;

// What a fact is used by: a part, what governs, the proposal.
struct Use {
    std::string target;  // the id of its element
    std::string words;
    bool decides = false;  // the fact is among the reasons of a part that decided
};

// A fact as it stands for one request. The justification holds the view.
struct ReportFact {
    const FactView* view = nullptr;
    std::string id;
    std::vector<Use> uses;
    std::vector<const AssumptionView*> assumed;
};

// The facts of one request by path, in the order that they are shown.
struct ReportFacts {
    std::vector<ReportFact> facts;
    std::map<std::string, std::size_t> by_path;

    // Of a field of a list's element the list; null where the report has no such fact.
    const ReportFact* find(std::string_view path) const;
};

struct Report {
    const Justification& justification;
    const SourceMap& sources;
    std::vector<ReportFacts> requests;  // one for each request
    ReportFacts others;                 // what the case states and no request needs
    std::size_t request = 0;            // the one being written
    Html html;
};

// ---- ids of elements

std::string request_id(std::size_t request);
std::string proposal_id(std::size_t request);
std::string section_id(std::size_t request, std::size_t section);
std::string part_id(std::size_t request, std::size_t section, std::size_t part);
std::string document_id(std::size_t document);

// ---- report_uses.cpp

std::vector<ReportFacts> facts_of_requests(const Justification& justification);
ReportFacts facts_beside(const Justification& justification, const std::vector<ReportFacts>& requests);

// ---- report_facts.cpp

void put_facts(Report& report);
void put_other_facts(Report& report);
void put_documents(Report& report);

// ---- report_reasons.cpp

void put_reasons(Report& report, const std::vector<Reason>& reasons);

// ---- report_part.cpp

// `5: A defined return-to-work goal`, or the words of a clause.
std::string part_name(const PartView& part);
void put_part(Report& report, std::size_t section, std::size_t part);

// ---- report_section.cpp

void put_section(Report& report, std::size_t section);
// Questions with what would settle them.
void put_needed(Report& report, const std::vector<NeededFact>& needed);
// A row of a list of names and words.
void put_row(Html& html, Markup name, std::string_view words);
// A finding or status with a mark, so that colour says nothing alone.
void put_status(Html& html, std::string_view words, Tint tint);

}  // namespace warrant
