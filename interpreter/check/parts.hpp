// The checks of single declarations, and what they learn of their siblings. Private to check/.
#pragma once

#include "interpreter/check/checker.hpp"

#include <set>

namespace warrant {

// What one module's declarations amount to together.
struct ParentParts {
    std::unordered_map<std::string, Span> numbers;  // criteria and limits share one numbering
    std::set<std::string> criteria;
    std::set<std::string> assumed;
    std::set<ast::Recommendation::Kind> recommendations;
    std::vector<ExprId> covered_when;  // the condition under which all of the guideline counts, if there is one
    bool finds_something = false;
    bool proposes = false;
    std::unordered_map<std::string, Type> cap_types;  // of the limits on one quantity, in one common unit
};

// Fills in what later checks need of all declarations; reports numbers used twice and clauses that stand twice.
void collect_parts(Checker& checker, const ast::Module& tree, ParentParts& parts);

void check_provenance(Checker& checker, const ast::Header& header, const ast::Provenance& own, Span where,
                      std::string_view what, bool needs_citation);
void check_criterion(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Criterion& criterion);
void check_limit(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Limit& limit);
void check_recommendation(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Recommendation& clause,
                          const ast::Decl& decl);
void check_assumption(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Assume& assume);

// procedures.cpp
void check_search(Checker& checker, const ast::Search& search);
void check_proposals(Checker& checker, const ast::Proposes& proposes, const ast::Decl& decl);

}  // namespace warrant
