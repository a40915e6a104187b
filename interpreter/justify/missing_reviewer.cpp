// What is missing, for the reviewing physician: every finding that is still possible with the ways to it, then the facts that
// matter under the parts that they would settle, each with its question and usual documents.
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace warrant {
namespace {

void put_fact_that_matters(Page& page, const MissingFact& fact) {
    const NeededFact& needed = fact.needed;
    if (is_on_record(needed.fact)) put_record_now(page, needed.fact, reason_indent);
    else put(page, needed.fact.label, reason_indent, reason_indent + 2);
    std::vector<std::string> details;
    if (!needed.ask.empty()) details.push_back(needed.ask);
    if (!needed.shown_by.empty()) details.push_back(fmt::format("Usual documents: {}.", fmt::join(needed.shown_by, ", ")));
    if (needed.obtainability == ast::Fact::Obtainability::clinical)
        details.push_back("Only the patient's course can change it.");
    if (needed.obtainability == ast::Fact::Obtainability::fixed) details.push_back("It never changes.");
    if (fact.parts.size() > 1)
        details.push_back(fmt::format("Also for {}.", parts_words({fact.parts.begin() + 1, fact.parts.end()})));
    if (!details.empty()) put(page, fmt::format("{}", fmt::join(details, " ")), reason_indent + 2, reason_indent + 2);
}

}  // namespace

void put_for_reviewer(Page& page, const SectionView& section, const MissingSection& missing) {
    if (const std::string why = why_no_ways(section, missing); !why.empty()) {
        put_blank(page);
        put(page, why, 0, 0);
    }
    put_all_ways(page, missing.findings, missing.partial);
    if (!missing.relevant.empty()) {
        put_blank(page);
        put_heading(page, "The facts that matter, by the part that they would settle");
    }
    for (const PartGroup& group : by_part(section, missing)) {
        put_open_part(page, section, group.part);
        for (const MissingFact* fact : group.facts) put_fact_that_matters(page, *fact);
    }
    put_irrelevant(page, missing, "Whatever they are, these change nothing");
    put_inexact(page, missing);
}

}  // namespace warrant
