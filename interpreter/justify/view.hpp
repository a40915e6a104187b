// What every file of this room reads: one row of one plan's values beside the record they came from. Private to the room; it
// decides nothing and keeps nothing.
#pragma once

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/justify/justification.hpp"
#include "interpreter/plan/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

struct PlanView {
    const Plan& plan;
    const Values& values;
    const CaseRecord& record;
    std::size_t request;
    const Vocabulary& vocabulary;
    std::size_t element = 0;  // the row of steps that are of a list's elements
};

// The same with another element of a list in view.
PlanView at_element(const PlanView& view, std::size_t element);

enum class Truth { yes, no, unknown };

Truth truth_of(const PlanView& view, StepId step);
std::string_view words_of(Truth truth);
ValueSet set_of(const PlanView& view, StepId step);
// Exactly one value is possible, and it is not an error.
bool is_settled(const PlanView& view, StepId step);
bool is_error(const PlanView& view, StepId step);
std::vector<StepId> operands_of(const PlanView& view, const Step& step);
// The slot of a `fact` or `assume` step; null for any other.
const FactSlot* slot_of(const PlanView& view, StepId step);
// A step that reads what the record states: a fact, also an assumed one, or a field of an element.
bool is_stated(Op op);
// The fact that such a step reads, or the list that a step is made from which reduces one.
FactId fact_of(const PlanView& view, StepId step);
// The view in which an operand is an error: of a list's elements that of the first which is one. Empty: it is none.
std::optional<PlanView> where_it_errs(const PlanView& view, const Step& reader, StepId operand);
// An `assume` step whose fact the record says nothing of.
bool is_assumed(const PlanView& view, StepId step);

// Of an indexed step, the values that stand for what its choice may be.
std::vector<StepId> open_values(const PlanView& view, const Step& indexed);
// What a step comes down to: through an index that is settled to its value, any other step to itself.
StepId taken(const PlanView& view, StepId step);

// What a step that errs ran into, at the step where it began: `division by zero`. Empty for a step without a mark.
std::string error_of(const PlanView& view, StepId step);

// ---- facts (fact_view.cpp)

FactView view_fact(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary);
// What a step reads: the fact, with the assumption where it applies, the field of the element in view, or the whole list.
FactView view_slot(const PlanView& view, StepId step);
// Of a list each element, field by field, in the order written.
std::vector<ElementView> view_elements(const CaseRecord& record, std::size_t request, FactId list,
                                       const Vocabulary& vocabulary);
std::string document_title(const CaseRecord& record, std::uint32_t document);
// The place of the document that recites this one; unset: it was read itself.
std::optional<std::size_t> reciting_document(const CaseRecord& record, const Document& document);
std::string day_words(const OrderedSet& days);

// ---- arithmetic (formula.cpp)

// The expression with the record's values filled in, `2015-02-19 + 2 years`; facts of which nothing is known stand by their
// label.
std::string print_formula(const PlanView& view, StepId step);
// The same and what it comes to: `2015-02-19 + 2 years = 2017-02-19`.
std::string print_worked(const PlanView& view, StepId step);
bool is_compound(const PlanView& view, StepId step);
// The facts that a step's value depends on, each once, in the order of the text; a list is named by the step that reduces it.
std::vector<StepId> facts_read(const PlanView& view, StepId step);
// A quantity in another unit where that is exact, else in its own.
std::string print_quantity(const Vocabulary& vocabulary, const Type& from, const OrderedSet& value, const Type& wanted);
bool is_anything(const Vocabulary& vocabulary, const Type& type, bool is_signed, const ValueSet& set);

// ---- reasons (reasons.cpp, comparison.cpp)

// Why a truth step is what it is; `negated` when the guideline says it under `not`.
void explain(const PlanView& view, StepId step, bool negated, std::vector<Reason>& reasons);
Reason explain_comparison(const PlanView& view, StepId step, bool negated);
bool is_comparison(Op op);
// The relation that a comparison of two sides would have to show, with the record's values filled in. Empty for any other step.
std::string relation_words(const PlanView& view, StepId comparison, bool holds);
// What a membership asks for: `oral or topical`, `radiculopathy (M54.1*, G54.0 to G54.4)`.
std::string members_words(const PlanView& view, const Step& membership);
// An upper or lower part of an ordered choice, `medium` and all above it; unset for any other set, and for a single value.
struct ChoiceBound {
    bool at_least = true;
    std::string pivot;
};
std::optional<ChoiceBound> choice_bound(const Vocabulary& vocabulary, const Type& type, const ValueSet& members);

// ---- tables (tables.cpp)

// The look-ups that a step's value depends on, each once.
std::vector<StepId> tables_read(const PlanView& view, StepId step);
Reason explain_table(const PlanView& view, StepId look_up);
// `Visits by diagnosis`; with the column where the table has several, `Visits by diagnosis, within`.
std::string look_up_label(const PlanView& view, StepId look_up);
// Conditions and values of the rows that may apply.
std::vector<StepId> rows_open(const PlanView& view, StepId look_up);
// Whether a part surely meets a row that is not addressed; `silent` is unset where it looks up none.
bool is_silent(const PlanView& view, StepId silent);

// ---- definitions (definitions.cpp)

// The definition that a step is the value of; null for any other step.
const DefinitionPlan* definition_of(const PlanView& view, StepId step);
Reason name_definition(const PlanView& view, const DefinitionPlan& definition);
// Those that a step's value depends on, not looking below one for others.
std::vector<const DefinitionPlan*> definitions_read(const PlanView& view, StepId step);

// ---- lists (list_reasons.cpp)

// Why `some` or `every` is what it is: the elements that decide it, or those that are open.
void explain_elements(const PlanView& view, StepId step, bool negated, std::vector<Reason>& reasons);
// The elements that a count, a sum, an extreme or the latest takes or may take.
std::vector<Reason> elements_taken(const PlanView& view, StepId step);
// `drug oxycodone, daily dose 30 mg/day`: an element by what is said of it, or else by its place.
std::string element_words(const ListElement& element, std::size_t number, FactId list, const Vocabulary& vocabulary);

// ---- parts (parts.cpp, limits.cpp)

PartView view_criterion(const PlanView& view, const CriterionPlan& criterion);
PartView view_limit(const PlanView& view, const LimitPlan& limit);
// A heading with the reasons of a truth below it.
Reason heading_with(const PlanView& view, std::string heading, StepId step);
// Of the part that has the exception only the source matters: one that differs is named.
void explain_exception(const PlanView& view, const ExceptionPlan& exception, PartView& part);
// What a part depends on, through all of its steps.
std::vector<std::string> paths_read(const PlanView& view, const std::vector<StepId>& roots);
void describe_source(PartView& part, const PartSource& source);
std::string basis_words(const PartSource& source);

// ---- where parts are declared (rules.cpp)

// The declaration of `tree` that holds `source`, which a part's plan has from it; empty if none does.
Span declaration_of(const ast::Module& tree, const PartSource& source);

// ---- a whole section, a request (section.cpp, deciding.cpp, shared_caps.cpp, request.cpp)

// Which parts decided the finding, and the parts among them whose text is only recalled.
void mark_deciding(const PlanView& view, SectionView& section);
SectionView view_section(const Candidate& candidate, const CaseRecord& record, std::size_t request, const Shelf& shelf);
// The limits that each request of the review shares with others, in the order of the requests (shared_caps.cpp). The sections
// were viewed before.
void view_shared_caps(const Review& review, const CaseRecord& record, const Vocabulary& vocabulary,
                      std::vector<RequestJustification>& requests);
// `10 visits of work conditioning or work hardening`.
std::string request_words(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary);

// ---- the case beside the findings (background.cpp)

// Of a list with what is said of its elements.
FactView view_whole_fact(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary);
std::vector<FactView> stated_of_request(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary);
void view_background(const CaseRecord& record, const Vocabulary& vocabulary, Justification& justification);

// ---- what would meet a part (to_meet.cpp)

std::vector<ToMeet> to_meet_criterion(const PlanView& view, const CriterionPlan& criterion);
std::vector<ToMeet> to_meet_limit(const PlanView& view, const LimitPlan& limit);
// What would make a truth yes, or no.
std::vector<ToMeet> to_meet_truth(const PlanView& view, StepId step, bool favourable);
// What would make any of several exceptions hold.
std::vector<ToMeet> to_meet_exceptions(const PlanView& view, const std::vector<ExceptionPlan>& exceptions);

// ---- what is missing (needed.cpp, wanted.cpp)

// The facts that still matter to an undetermined finding, in the order of the parts that they would settle.
std::vector<NeededFact> needed_facts(const PlanView& view, const SectionFinding& finding);
NeededFact needed_fact(FactView fact, const FactInfo& info);
// The facts on which an undecided truth rests, each once; their labels.
std::vector<NeededFact> unsettled_facts(const PlanView& view, StepId step);
std::vector<std::string> unsettled_labels(const PlanView& view, StepId step);

// How a fact's value would settle a comparison, `at least 4 hours/day`, when the comparison should hold (`favourable`) or not;
// empty when no single comparison with a settled value says it.
std::string wanted_value(const PlanView& view, StepId comparison, StepId fact, bool favourable);

}  // namespace warrant
