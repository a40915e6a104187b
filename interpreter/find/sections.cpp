// A section's program, plan and values for one request, and the mistakes of a case that only evaluating it shows.
#include "interpreter/find/sections.hpp"

#include "interpreter/kinds.hpp"
#include "interpreter/plan/lower.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace warrant {
namespace {

// A section and what is added to it, each checked for itself.
std::optional<Plan> join_plans(ReviewRun& run, const SectionKey& section) {
    const std::size_t before = run.diagnostics.errors();
    std::vector<Program> programs;
    programs.reserve(section.added.size());
    const Program own = check_linked(run.shelf, *section.guideline, section.used, false, run.diagnostics);
    bool complete = section.guideline->tree.complete;
    std::vector<AddedProgram> added;
    for (const AddedSection& other : section.added) {
        programs.push_back(check_linked(run.shelf, *other.guideline, other.used, false, run.diagnostics));
        complete = complete && other.guideline->tree.complete;
        added.push_back({&programs.back(), other.clauses});
    }
    if (run.diagnostics.errors() > before || !complete) return std::nullopt;
    Plan plan = lower_joined(own, added, run.diagnostics);
    if (run.diagnostics.errors() > before) return std::nullopt;
    return plan;
}

const std::optional<Plan>& plan_of(ReviewRun& run, const SectionKey& section) {
    const auto [entry, added] = run.plans.sections.try_emplace(section);
    if (added) entry->second = join_plans(run, section);
    return entry->second;
}

// Looked for and not found is no statement of a value: the search may have been what showed that the fact has no meaning.
bool states_something(FactState state) {
    switch (state) {
        case FactState::absent:
        case FactState::not_found:
            return false;
        case FactState::stated:
        case FactState::stated_unknown:
        case FactState::disputed:
        case FactState::derived:
        case FactState::hypothetical:
            break;
    }
    return true;
}

void report_meaningless(ReviewRun& run, std::size_t request, const Plan& plan, const Values& values) {
    const Vocabulary& words = run.shelf.vocabulary;
    const auto report = [&](FactId id, StepId gate) {
        if (!gate.valid() || !bit(values.surely_false(gate), 0)) return;
        const ResolvedFact fact = resolve(run.record, request, id, words);
        if (fact.entry == nullptr || !states_something(fact.state)) return;
        if (!run.meaningless.insert({request, id.index}).second) return;
        run.diagnostics
            .report(kinds::stated_without_meaning, fact.entry->span,
                    fmt::format("the {} is stated, but in this case it has no meaning", words.fact(id).label),
                    "leave the line out, or correct the fact that it depends on")
            .notes.push_back({plan.step(gate).span, "it has a meaning only if this holds, and here this surely does not hold"});
    };
    for (const FactSlot& slot : plan.slots) report(slot.fact, slot.gate);
    for (const ListSlot& list : plan.lists) report(list.fact, list.gate);
}

// A step with the row of its space that is looked at: the only case, or an element of one of its lists.
struct Place {
    StepId step;
    std::size_t row = 0;
};

// Of an `if`, the branch that is surely not taken has no part in the result; of a table, a row that surely does not apply; of
// an index the values that it surely does not name.
bool takes_part(const Plan& plan, const Values& values, Place place, std::uint32_t operand) {
    const Step& step = plan.step(place.step);
    const std::uint32_t rows = step.operand_count / 2;
    if (step.op == Op::pick && operand >= rows) return !bit(values.surely_false(plan.operand(step, operand - rows)), place.row);
    if (step.op == Op::indexed) return operand == 0 || bit(values.possible(plan.operand(step, 0), operand - 1), place.row);
    if (step.op != Op::choose || operand == 0) return true;
    const StepId condition = plan.operand(step, 0);
    return !bit(operand == 1 ? values.surely_false(condition) : values.surely_true(condition), place.row);
}

// Where an operand is marked that the step at a place reads. Empty: it is not.
std::optional<Place> marked_operand(const Plan& plan, const Values& values, Place place, std::uint32_t number) {
    if (!takes_part(plan, values, place, number)) return std::nullopt;
    const Step& step = plan.step(place.step);
    const StepId operand = plan.operand(step, number);
    const RowSpace space = plan.step(operand).space;
    Elements rows{place.row, place.row + 1, false};
    if (space != step.space) rows = space == case_rows ? Elements{0, 1, false} : values.elements(space, place.row);
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
        if (values.is_error(operand, row)) return Place{operand, row};
    }
    return std::nullopt;
}

// The first step, from `root` down, that is marked though none of its operands is.
Place origin_of_error(const Plan& plan, const Values& values, StepId root) {
    Place at{root, 0};
    for (bool deeper = true; deeper;) {
        deeper = false;
        for (std::uint32_t i = 0; i < plan.step(at.step).operand_count && !deeper; ++i) {
            const auto operand = marked_operand(plan, values, at, i);
            if (!operand) continue;
            at = *operand;
            deeper = true;
        }
    }
    return at;
}

bool divides_by_zero(const Plan& plan, const Values& values, Place place) {
    const ValueSet divisor = values.at(plan.operand(plan.step(place.step), 1), place.row);
    const OrderedSet* set = std::get_if<OrderedSet>(&divisor);
    return set != nullptr && set->low == 0 && set->high == 0;
}

std::string what_erred(const Plan& plan, const Values& values, Place place) {
    const Step& step = plan.step(place.step);
    if (step.op == Op::divide && divides_by_zero(plan, values, place)) return "this divides by zero";
    if (step.op == Op::round_up) return "this rounds up to a multiple of something that is not above zero";
    if (step.op == Op::add_days || step.op == Op::add_months)
        return "the date here lies outside the calendar (years 1 to 9999)";
    return "the result here is too large to hold";
}

// The facts below a step, each once.
std::vector<FactId> facts_below(const Plan& plan, StepId root) {
    std::vector<bool> below(plan.steps.size(), false);
    below[root.index] = true;
    for (std::size_t i = root.index + 1; i-- > 0;) {
        if (!below[i]) continue;
        const Step& step = plan.steps[i];
        for (std::uint32_t j = 0; j < step.operand_count; ++j) below[plan.operand(step, j).index] = true;
    }
    std::vector<FactId> facts;
    for (const FactSlot& slot : plan.slots) {
        if (below[slot.step.index]) facts.push_back(slot.fact);
    }
    for (const FieldSlot& field : plan.fields) {
        const FactId list = plan.list(field.space).fact;
        if (below[field.step.index] && std::find(facts.begin(), facts.end(), list) == facts.end()) facts.push_back(list);
    }
    return facts;
}

StepId marked_root(const Plan& plan, const Values& values) {
    for (const StepId root : std::array{plan.not_addressed, plan.none_applies, plan.not_supported, plan.supported}) {
        if (root.valid() && values.is_error(root, 0)) return root;
    }
    return {};
}

}  // namespace

EvaluatedRow evaluate_request(ReviewRun& run, std::size_t request, const Plan& plan) {
    EvaluatedRow row;
    row.facts = std::make_unique<FactColumns>(columns_of(run.record, request, read_by(plan), run.shelf.vocabulary));
    row.values = std::make_unique<Values>(plan, run.shelf.vocabulary, 1);
    evaluate(plan, *row.facts, 0, 1, *row.values);
    report_meaningless(run, request, plan, *row.values);
    return row;
}

void report_error_mark(ReviewRun& run, std::size_t request, const Plan& plan, const Values& values, StepId root) {
    const Place origin = origin_of_error(plan, values, root);
    const Step& step = plan.step(origin.step);
    Diagnostic& diagnostic = run.diagnostics.report(
        kinds::error_in_case, step.span,
        fmt::format("{}, and the finding on request {} rests on it", what_erred(plan, values, origin), request + 1),
        "check what the case states of the facts that are read here");
    diagnostic.notes.push_back({run.record.requests[request].span, "in this request"});
    for (const FactId fact : facts_below(plan, origin.step)) {
        const ResolvedFact resolved = resolve(run.record, request, fact, run.shelf.vocabulary);
        if (resolved.entry == nullptr) continue;
        diagnostic.notes.push_back(
            {resolved.entry->span, fmt::format("the {} is stated here", run.shelf.vocabulary.fact(fact).label)});
    }
}

std::optional<Candidate> evaluate_section(ReviewRun& run, std::size_t request, const EditionOption& option,
                                          const SectionKey& section) {
    const std::optional<Plan>& plan = plan_of(run, section);
    if (!plan) return std::nullopt;
    Candidate candidate;
    candidate.guideline = section.guideline;
    candidate.used = section.used;
    candidate.added = section.added;
    candidate.reason = option.reason;
    candidate.plan = *plan;
    EvaluatedRow row = evaluate_request(run, request, candidate.plan);
    candidate.facts = std::move(row.facts);
    candidate.values = std::move(row.values);
    candidate.finding = find_row(candidate.plan, *candidate.values, 0);
    return candidate;
}

void report_deciding_error(ReviewRun& run, std::size_t request, const Candidate& candidate) {
    if (!candidate.finding.error) return;
    report_error_mark(run, request, candidate.plan, *candidate.values, marked_root(candidate.plan, *candidate.values));
}

}  // namespace warrant
