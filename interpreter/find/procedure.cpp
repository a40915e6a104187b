// Procedures: choosing one, the order of its search, eligibility, and the row for a finding. It proposes; a physician decides.
#include "interpreter/find/procedure.hpp"

#include "interpreter/find/added.hpp"
#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/plan/lower.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

template <typename Kind>
const Kind* find_declaration(const ShelfModule& module) {
    for (const ast::Decl& decl : module.tree.decls) {
        if (const Kind* kind = std::get_if<Kind>(&decl.kind)) return kind;
    }
    return nullptr;
}

void report_unknown_procedure(ReviewRun& run, const std::string& name) {
    std::vector<std::string_view> known;
    std::vector<std::string> names;
    for (const ShelfModule& module : run.shelf.modules) {
        if (module.tree.header.kind != ast::ModuleKind::procedure) continue;
        known.push_back(module.name);
        if (std::find(names.begin(), names.end(), module.name) == names.end()) names.push_back(module.name);
    }
    const std::string message = fmt::format("no procedure `{}` is on the shelf", name);
    std::string help = suggest(
        name, known, names.empty() ? "no procedure is on the shelf" : fmt::format("there is {}", print_choices(names, true)));
    if (run.options.procedure.empty()) {
        run.diagnostics.report(kinds::unknown_procedure, run.record.procedure_span, message, std::move(help));
    } else {
        run.diagnostics.report_unlocated(kinds::unknown_procedure, message, std::move(help));
    }
}

// The edition of the procedure on the date of decision; the latest where no date, or an inexact one, tells.
const ShelfModule* procedure_named(const ReviewRun& run, const std::string& name) {
    const ShelfModule* chosen = nullptr;
    for (const ShelfModule* module : editions_of(run.shelf, name)) {
        if (module->tree.header.kind != ast::ModuleKind::procedure) continue;
        const bool possible = !run.editions.date || overlap(period_of(*module), *run.editions.date);
        if (chosen == nullptr || possible) chosen = module;
    }
    return chosen;
}

const std::optional<Plan>& eligibility_plan(ReviewRun& run, const ShelfModule& procedure, const Link& used) {
    auto [entry, added] = run.plans.procedures.try_emplace({&procedure, used});
    if (!added) return entry->second;
    const std::size_t before = run.diagnostics.errors();
    const Program program = check_linked(run.shelf, procedure, used, false, run.diagnostics);
    if (run.diagnostics.errors() > before || !procedure.tree.complete) return entry->second;
    Plan plan = lower_eligibility(program, run.diagnostics);
    if (run.diagnostics.errors() == before) entry->second = std::move(plan);
    return entry->second;
}

Eligibility eligibility_of(const Values& values, StepId result) {
    if (bit(values.surely_true(result), 0)) return Eligibility::eligible;
    if (bit(values.surely_false(result), 0)) return Eligibility::not_eligible;
    return Eligibility::not_shown;
}

void determine_eligibility(ReviewRun& run, std::size_t request, const ProcedureChoice& procedure, Proposal& proposal) {
    proposal.eligibility_plan = procedure.eligibility;
    const StepId result = proposal.eligibility_plan.result;
    if (!result.valid()) return;
    EvaluatedRow row = evaluate_request(run, request, proposal.eligibility_plan);
    proposal.eligibility = eligibility_of(*row.values, result);
    if (row.values->is_error(result, 0)) report_error_mark(run, request, proposal.eligibility_plan, *row.values, result);
    proposal.eligibility_facts = std::move(row.facts);
    proposal.eligibility_values = std::move(row.values);
}

}  // namespace

std::optional<ProcedureChoice> choose_procedure(ReviewRun& run) {
    const std::string& name = run.options.procedure.empty() ? run.record.procedure : run.options.procedure;
    if (name.empty()) return ProcedureChoice{};
    ProcedureChoice choice;
    choice.module = procedure_named(run, name);
    if (choice.module == nullptr) {
        report_unknown_procedure(run, name);
        return std::nullopt;
    }
    const std::vector<Link> links =
        links_of(run.shelf, *choice.module, run.editions.date.value_or(period_of(*choice.module)), run.diagnostics);
    if (links.empty()) return std::nullopt;
    const std::optional<Plan>& eligibility = eligibility_plan(run, *choice.module, links.back());
    if (!eligibility) return std::nullopt;
    choice.eligibility = *eligibility;
    return choice;
}

SearchRanks search_ranks(const ReviewRun& run, const ProcedureChoice& procedure) {
    const ast::Search* search = procedure.module == nullptr ? nullptr : find_declaration<ast::Search>(*procedure.module);
    if (search != nullptr && only_section(run).empty()) {
        SearchRanks ranks;
        for (const auto& rank : search->ranks) {
            ranks.emplace_back();
            for (const ast::Name& source : rank) ranks.back().push_back(source.text);
        }
        return ranks;
    }
    std::vector<std::string> sources = run.shelf.vocabulary.sources;
    std::sort(sources.begin(), sources.end());
    return {sources};
}

Proposal propose(ReviewRun& run, std::size_t request, const ProcedureChoice& procedure, std::optional<FindingName> finding) {
    Proposal proposal;
    if (procedure.module == nullptr) return proposal;
    proposal.procedure_known = true;
    proposal.procedure = procedure.module;
    determine_eligibility(run, request, procedure, proposal);
    const ast::Proposes* proposes = find_declaration<ast::Proposes>(*procedure.module);
    if (!finding || proposes == nullptr || proposal.eligibility == Eligibility::not_eligible) return proposal;
    for (const ast::ProposalRow& row : proposes->rows) {
        if (row.finding != *finding) continue;
        const auto outcome = run.shelf.vocabulary.outcome_by_name.find(row.outcome.text);
        if (outcome == run.shelf.vocabulary.outcome_by_name.end()) continue;
        proposal.outcome = outcome->second;
        proposal.decider = row.decider;
        if (row.sentence) proposal.sentence = row.sentence->text;
        proposal.rests_on_silence = *finding == FindingName::undetermined;
    }
    return proposal;
}

}  // namespace warrant
