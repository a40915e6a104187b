// Procedures: which sources are searched, and that every finding has one outcome and one who decides.
#include "interpreter/check/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace warrant {
namespace {

constexpr std::array<std::string_view, 5> finding_names{"supported", "partly supported", "not supported", "undetermined",
                                                        "not addressed"};

std::string_view name_of(ast::FindingName finding) {
    return finding_names[static_cast<std::size_t>(finding)];
}

}  // namespace

void check_search(Checker& checker, const ast::Search& search) {
    const auto& sources = checker.words().sources;
    std::set<std::string> seen;
    for (const auto& rank : search.ranks) {
        for (const ast::Name& source : rank) {
            if (!seen.insert(source.text).second) {
                checker.diagnostics.report(kinds::declared_twice, source.span,
                                           fmt::format("`{}` is searched twice", source.text), "name each source once");
            }
            if (std::find(sources.begin(), sources.end(), source.text) != sources.end()) continue;
            std::vector<std::string_view> known(sources.begin(), sources.end());
            std::string_view near = nearest_name(source.text, known);
            // A source with nothing on the shelf is silent, not wrong; only a likely slip is worth a word.
            if (!near.empty()) {
                checker.diagnostics.report(kinds::unknown_source, source.span,
                                           fmt::format("nothing on the shelf is of a source `{}`", source.text),
                                           fmt::format("did you mean `{}`?", near));
            }
        }
    }
}

void check_proposals(Checker& checker, const ast::Proposes& proposes, const ast::Decl& decl) {
    std::array<const ast::ProposalRow*, 5> rows{};
    for (const ast::ProposalRow& row : proposes.rows) {
        auto& place = rows[static_cast<std::size_t>(row.finding)];
        if (place != nullptr) {
            checker.diagnostics
                .report(kinds::finding_not_mapped, row.span, fmt::format("*{}* is mapped twice", name_of(row.finding)),
                        "keep one row")
                .notes.push_back({place->span, "first mapped here"});
        }
        place = &row;
        const auto& outcomes = checker.words().outcome_by_name;
        if (outcomes.find(row.outcome.text) == outcomes.end()) {
            std::vector<std::string_view> known;
            for (const OutcomeInfo& outcome : checker.words().outcomes) known.push_back(outcome.name);
            std::string_view near = nearest_name(row.outcome.text, known);
            checker.diagnostics.report(kinds::unknown_outcome, row.outcome.span,
                                       fmt::format("no outcome `{}` is declared", row.outcome.text),
                                       near.empty() ? fmt::format("declare it: outcome {} \"what it means\"", row.outcome.text)
                                                    : fmt::format("did you mean `{}`?", near));
        }
        if (row.decider == ast::ProposalRow::Decider::missing) {
            checker.diagnostics.report(kinds::no_decider, row.span,
                                       fmt::format("the row of *{}* does not say who decides", name_of(row.finding)),
                                       "add `by physician`, or `by reviewer` where the law lets another reviewer act");
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != nullptr) continue;
        checker.diagnostics.report(kinds::finding_not_mapped, decl.keyword,
                                   fmt::format("nothing is proposed for *{}*", finding_names[i]),
                                   fmt::format("add a row: {} OUTCOME by physician", finding_names[i]));
    }
}

}  // namespace warrant
