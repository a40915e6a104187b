// The guidelines that add their criteria and limits to a section's, and in which editions. Private to find/, but for
// coverage_distance(), which interview/ asks too.
#pragma once

#include "interpreter/find/sections.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace warrant {

// The one section to be searched, by --guideline; empty: any. Naming a guideline that adds leaves the search as it is.
std::string only_section(const ReviewRun& run);

// How many steps up the kinds of services lead from `service` to one that the clause names; empty: to none.
std::optional<std::size_t> coverage_distance(const Vocabulary& words, const ast::CoverageClause& clause, std::uint32_t service);

// What is joined to a section that governs a request for `service`.
using AddedSections = std::vector<AddedSection>;

// Every way to join what adds to the service, on some day of `days`: each guideline in the edition named for its source,
// else in each in force on one of the days, with each way to link it, and without it where no edition is on a possible day. At
// least one way, which may be empty. More than limits::max_links, and what links_of reports, are diagnostics; the result is
// then empty.
std::vector<AddedSections> ways_to_add(ReviewRun& run, const OrderedSet& days, std::uint32_t service);

}  // namespace warrant
