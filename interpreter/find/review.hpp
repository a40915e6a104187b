// What the guidelines on the shelf find of each request of a case, which of them govern, in which edition, and what the
// procedure proposes of it. It proposes; a physician decides.
#pragma once

#include "interpreter/facts/case.hpp"
#include "interpreter/find/finding.hpp"
#include "interpreter/find/shelf.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace warrant {

struct ReviewOptions {
    // Only this section; or, of the guidelines that add to others, only this one. Empty: whichever governs, and all that add.
    std::string guideline;
    std::vector<EditionChoice> editions;  // instead of the case's
    std::string procedure;                // instead of the case's
    std::optional<OrderedSet> as_of;      // the day of decision where the case states none
};

// Why this edition.
enum class EditionGround {
    named,          // by the case or the caller
    in_force,       // on the day of decision
    possibly,       // on some possible day of decision
    none_in_force,  // no edition on the day (or on a possible day): not addressed
};
struct EditionReason {
    EditionGround ground = EditionGround::in_force;
    std::string module;                 // mtus.work_hardening
    std::vector<std::string> existing;  // all editions on the shelf, with their periods: `2009 (2009-07-18 to 2016-07-27)`
    std::optional<OrderedSet> date;     // of decision
    std::string boundary;               // a beginning or end within 30 days of the date, in words; empty if none
    std::string warning;                // a named edition that was not in force on the stated date
};

// A guideline whose criteria and limits are joined to those of a section, in one edition.
struct AddedSection {
    const ShelfModule* guideline = nullptr;
    std::vector<const ShelfModule*> used;
    std::vector<std::uint32_t> clauses;  // of its `adds to` clauses those that name the service

    friend auto operator<=>(const AddedSection&, const AddedSection&) = default;
};

// One section, in one edition, that surely or possibly governs a request; or the possibility that none does.
struct Candidate {
    const ShelfModule* guideline = nullptr;  // null: not addressed by any edition
    std::vector<const ShelfModule*> used;
    std::vector<AddedSection> added;  // in the order of Plan::added
    EditionReason reason;
    bool sure = true;
    // Of `covers … when`: the conditions that hold, or are open, and on which it rests that the section covers the request.
    std::vector<StepId> covers_when;
    Plan plan;                           // of the section with what is added to it
    std::unique_ptr<FactColumns> facts;  // one row; it keeps its place, because the values point into it
    std::unique_ptr<Values> values;      // of that row; both are null without a guideline
    SectionFinding finding;
};

enum class Eligibility { no_condition, eligible, not_eligible, not_shown };

struct Proposal {
    bool procedure_known = false;  // false: the case names no procedure; then only the finding stands
    const ShelfModule* procedure = nullptr;
    Eligibility eligibility = Eligibility::no_condition;
    Plan eligibility_plan;
    std::unique_ptr<FactColumns> eligibility_facts;  // as in a candidate; null without a condition
    std::unique_ptr<Values> eligibility_values;
    // Unset when surely not eligible: nothing is proposed.
    std::optional<std::uint32_t> outcome;  // index in Vocabulary::outcomes
    ast::ProposalRow::Decider decider = ast::ProposalRow::Decider::physician;
    std::string sentence;           // the row's own
    bool rests_on_silence = false;  // reached from undetermined
};

struct RequestReview {
    std::size_t request = 0;
    // In the order of the search; none only where a mistake of a guideline, or of the choice of edition, was reported.
    std::vector<Candidate> candidates;
    FindingName finding = FindingName::undetermined;
    bool error = false;     // an error mark decided, or what governs has a mistake; a diagnostic was reported
    bool disagree = false;  // undetermined because candidates differ
    Proposal proposal;
};

struct Review {
    std::vector<RequestReview> requests;
};

// What makes the plan of a section: the section itself, how it is linked, and what is added to it.
struct SectionKey {
    const ShelfModule* guideline = nullptr;
    std::vector<const ShelfModule*> used;
    std::vector<AddedSection> added;

    friend auto operator<=>(const SectionKey&, const SectionKey&) = default;
};

// What reviews of one shelf share: a section or procedure, with the modules that it uses, is checked and lowered once. One with
// a mistake is kept as empty: the mistake was reported by the review that met it.
struct KeptPlans {
    using Linked = std::pair<const ShelfModule*, std::vector<const ShelfModule*>>;
    std::map<SectionKey, std::optional<Plan>> sections;
    std::map<Linked, std::optional<Plan>> procedures;
};

// Reviews every request of a case. Mistakes of the case that only evaluation can see (a fact stated that has no meaning; an
// edition nobody has; no edition and no date; an error mark that decides) are diagnostics.
Review review(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options, KeptPlans& plans,
              Diagnostics& diagnostics);
// The same for one case alone.
Review review(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options, Diagnostics& diagnostics);

}  // namespace warrant
