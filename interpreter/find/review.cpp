// Reviews a case: chooses the procedure and the editions, searches the sections that govern each request, joins what they find,
// and asks the procedure what it proposes of that. It proposes; a physician decides.
#include "interpreter/find/review.hpp"

#include "interpreter/find/governs.hpp"
#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

bool guideline_known(const Shelf& shelf, const std::string& name, Diagnostics& diagnostics) {
    if (name.empty()) return true;
    std::vector<std::string_view> known;
    for (const ShelfModule& module : shelf.modules) {
        if (module.tree.header.kind == ast::ModuleKind::guideline) known.push_back(module.name);
    }
    if (std::find(known.begin(), known.end(), name) != known.end()) return true;
    diagnostics.report_unlocated(kinds::unknown_module, fmt::format("no guideline `{}` is on the shelf", name),
                                 suggest(name, known, "give the name that its file begins with, such as mtus.work_hardening"));
    return false;
}

bool all_say_the_same(const Vocabulary& words, const std::vector<Candidate>& candidates) {
    return std::all_of(candidates.begin() + 1, candidates.end(),
                       [&](const Candidate& candidate) { return same_answer(words, candidates.front(), candidate); });
}

// Candidates that are all undetermined leave it undetermined; only different findings are a disagreement.
bool all_undetermined(const std::vector<Candidate>& candidates) {
    return std::all_of(candidates.begin(), candidates.end(),
                       [](const Candidate& candidate) { return candidate.finding.finding == FindingName::undetermined; });
}

void join(const Vocabulary& words, const Governing& governing, RequestReview& review) {
    const std::vector<Candidate>& candidates = review.candidates;
    const bool marked =
        std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) { return candidate.finding.error; });
    review.error = governing.conflict || governing.failed || marked;
    review.finding = FindingName::undetermined;
    if (review.error || candidates.empty()) return;
    if (candidates.size() == 1 || all_say_the_same(words, candidates)) {
        review.finding = candidates.front().finding.finding;
    } else {
        review.disagree = !all_undetermined(candidates);
    }
}

// Where it stays open which section governs because the condition of one errs, the error decides.
void report_erring_conditions(ReviewRun& run, RequestReview& review) {
    if (!review.disagree) return;
    for (const Candidate& candidate : review.candidates) {
        for (const StepId condition : candidate.covers_when) {
            if (!candidate.values->is_error(condition, 0)) continue;
            report_error_mark(run, review.request, candidate.plan, *candidate.values, condition);
            review.error = true;
        }
    }
}

}  // namespace

Review review(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options, Diagnostics& diagnostics) {
    KeptPlans plans;
    return review(shelf, record, options, plans, diagnostics);
}

Review review(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options, KeptPlans& plans,
              Diagnostics& diagnostics) {
    Review result;
    const bool known = guideline_known(shelf, options.guideline, diagnostics);
    const std::optional<EditionQuery> editions = edition_query(shelf, record, options, diagnostics);
    if (!known || !editions) return result;
    ReviewRun run{shelf, record, options, *editions, diagnostics, plans, {}, {}};
    const std::optional<ProcedureChoice> procedure = choose_procedure(run);
    if (!procedure) return result;
    const SearchRanks ranks = search_ranks(run, *procedure);
    for (std::size_t request = 0; request < record.requests.size(); ++request) {
        RequestReview found;
        found.request = request;
        Governing governing = candidates_of(run, request, ranks);
        found.candidates = std::move(governing.candidates);
        join(shelf.vocabulary, governing, found);
        report_erring_conditions(run, found);
        const std::optional<FindingName> finding = found.error ? std::nullopt : std::optional(found.finding);
        found.proposal = propose(run, request, *procedure, finding);
        result.requests.push_back(std::move(found));
    }
    return result;
}

}  // namespace warrant
