// The justification of a whole review: its requests, what is proposed of each, what would choose between sections, and the
// documents used. It puts the other files' views together and adds nothing of its own.
#include "interpreter/justify/justification.hpp"

#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

std::string decider_words(ast::ProposalRow::Decider decider) {
    switch (decider) {
        case ast::ProposalRow::Decider::reviewer:
            return "for a reviewer to decide";
        case ast::ProposalRow::Decider::physician:
        case ast::ProposalRow::Decider::missing:
            break;
    }
    return "for a physician to decide";
}

std::string eligibility_words(Eligibility eligibility) {
    switch (eligibility) {
        case Eligibility::no_condition:
            return "no condition";
        case Eligibility::eligible:
            return "eligible";
        case Eligibility::not_eligible:
            return "not eligible";
        case Eligibility::not_shown:
            break;
    }
    return "not shown";
}

std::string source_words(const ast::Header& header) {
    std::string words = header.source ? header.source->text : "";
    const auto& citation = header.provenance.citation;
    if (citation && citation->kind == ast::Citation::Kind::section) words += ", section " + citation->text;
    return words;
}

bool reviewer_may_decide(const ShelfModule& procedure) {
    const auto& declarations = procedure.tree.decls;
    return std::any_of(declarations.begin(), declarations.end(), [](const ast::Decl& declaration) {
        const auto* proposes = std::get_if<ast::Proposes>(&declaration.kind);
        return proposes != nullptr &&
               std::any_of(proposes->rows.begin(), proposes->rows.end(),
                           [](const ast::ProposalRow& row) { return row.decider == ast::ProposalRow::Decider::reviewer; });
    });
}

ProposalView view_proposal(const Proposal& proposal, const CaseRecord& record, std::size_t request, const Shelf& shelf) {
    ProposalView view;
    view.present = proposal.procedure_known;
    if (!proposal.procedure_known) return view;
    if (proposal.procedure != nullptr) {
        const auto& title = proposal.procedure->tree.header.title;
        view.procedure = title ? title->text : proposal.procedure->name;
        view.source = source_words(proposal.procedure->tree.header);
        view.reviewer_may = reviewer_may_decide(*proposal.procedure);
    }
    view.eligibility = eligibility_words(proposal.eligibility);
    if (proposal.eligibility_values != nullptr && proposal.eligibility_plan.result.valid()) {
        const PlanView plan{proposal.eligibility_plan, *proposal.eligibility_values, record, request, shelf.vocabulary, 0};
        explain(plan, plan.plan.result, false, view.eligibility_reasons);
        view.eligibility_unsettled = unsettled_labels(plan, plan.plan.result);
    }
    if (!proposal.outcome) return view;
    const OutcomeInfo& outcome = shelf.vocabulary.outcomes[*proposal.outcome];
    view.outcome = outcome.name;
    view.words = outcome.words;
    view.sentence = proposal.sentence;
    view.decider = decider_words(proposal.decider);
    view.by_reviewer = proposal.decider == ast::ProposalRow::Decider::reviewer;
    view.rests_on_silence = proposal.rests_on_silence;
    return view;
}

NeededFact needed_decision_date(const RequestReview& review) {
    NeededFact needed;
    needed.fact.label = "date of the decision";
    needed.fact.value = "not documented";
    needed.ask = "On what date was the decision made?";
    needed.shown_by = {"the decision itself"};
    needed.obtainability = ast::Fact::Obtainability::fixed;
    for (const Candidate& candidate : review.candidates) {
        if (!candidate.reason.date) continue;
        needed.fact.value = day_words(*candidate.reason.date);
        needed.fact.state = FactState::stated;
    }
    return needed;
}

bool edition_is_open(const RequestReview& review) {
    return std::any_of(review.candidates.begin(), review.candidates.end(), [](const Candidate& candidate) {
        const std::optional<OrderedSet>& date = candidate.reason.date;
        // A known day opens no edition: then it is open whether a section covers the request at all.
        if (date && date->low == date->high) return false;
        return candidate.reason.ground == EditionGround::possibly ||
               (candidate.reason.ground == EditionGround::none_in_force && !candidate.sure);
    });
}

// What leaves open whether a section covers the request.
void add_open_conditions(const Candidate& candidate, const CaseRecord& record, std::size_t request,
                         const Vocabulary& vocabulary, std::vector<NeededFact>& choosing) {
    for (const StepId condition : candidate.covers_when) {
        const PlanView view{candidate.plan, *candidate.values, record, request, vocabulary};
        for (NeededFact& needed : unsettled_facts(view, condition)) {
            const bool listed = std::any_of(choosing.begin(), choosing.end(),
                                            [&](const NeededFact& other) { return other.fact.path == needed.fact.path; });
            if (!listed) choosing.push_back(std::move(needed));
        }
    }
}

// Several sections may govern and the finding is open: what would tell which.
std::vector<NeededFact> view_choosing(const RequestReview& review, const CaseRecord& record, const Vocabulary& vocabulary) {
    std::vector<NeededFact> choosing;
    if (review.candidates.size() < 2 || review.finding != FindingName::undetermined) return choosing;
    if (edition_is_open(review)) choosing.push_back(needed_decision_date(review));
    const auto service = vocabulary.fact_by_path.find("request.service");
    const bool several_sections = std::any_of(
        review.candidates.begin(), review.candidates.end(),
        [&](const Candidate& candidate) { return candidate.reason.module != review.candidates.front().reason.module; });
    if (several_sections && service != vocabulary.fact_by_path.end()) {
        FactView fact = view_fact(record, review.request, service->second, vocabulary);
        if (!fact.known) choosing.push_back(needed_fact(std::move(fact), vocabulary.fact(service->second)));
    }
    for (const Candidate& candidate : review.candidates)
        add_open_conditions(candidate, record, review.request, vocabulary, choosing);
    for (NeededFact& needed : choosing) needed.chooses = true;
    return choosing;
}

void mark_statements(const FactEntry& entry, std::vector<DocumentView>& documents) {
    for (const Statement& statement : entry.statements) {
        if (statement.document) documents[*statement.document].used = true;
    }
    for (const std::uint32_t document : entry.searched) documents[document].used = true;
    for (const ListElement& element : entry.elements) {
        for (const ListElement::Field& field : element.fields) mark_statements(field.entry, documents);
    }
}

void mark_slots(const Plan& plan, const std::vector<FactEntry>& entries, std::vector<DocumentView>& documents) {
    for (const FactEntry& entry : entries) {
        const auto is_it = [&](const auto& slot) { return slot.fact == entry.fact; };
        const bool read = std::any_of(plan.slots.begin(), plan.slots.end(), is_it) ||
                          std::any_of(plan.lists.begin(), plan.lists.end(), is_it);
        if (read) mark_statements(entry, documents);
    }
}

// A document is used when a fact that some part read rests on it, or another used document is known only through it.
std::vector<DocumentView> view_documents(const Review& review, const CaseRecord& record) {
    std::vector<DocumentView> documents;
    for (const Document& document : record.documents) {
        const std::optional<std::size_t> place = reciting_document(record, document);
        documents.push_back({document.id, document.title, document.kind, document.date ? day_words(*document.date) : "",
                             document.author, place ? record.documents[*place].title : "", false, place});
    }
    for (const RequestReview& request : review.requests) {
        for (const FactEntry& entry : record.requests[request.request].facts) mark_statements(entry, documents);
        mark_slots(request.proposal.eligibility_plan, record.facts, documents);
        for (const Candidate& candidate : request.candidates) mark_slots(candidate.plan, record.facts, documents);
    }
    for (std::size_t round = 0; round < documents.size(); ++round) {
        for (std::size_t number = 0; number < documents.size(); ++number) {
            const DocumentView& document = documents[number];
            if (document.used && document.known_through_place) documents[*document.known_through_place].used = true;
        }
    }
    return documents;
}

// The values that are not the record's, each once: a fact of a request has one in each.
void view_given(const CaseRecord& record, const Vocabulary& vocabulary, std::vector<FactView>& given) {
    const auto add = [&](const std::vector<FactEntry>& entries, std::size_t request) {
        for (const FactEntry& entry : entries) {
            if (entry.state != FactState::hypothetical) continue;
            FactView fact = view_fact(record, request, entry.fact, vocabulary);
            const bool listed = std::any_of(given.begin(), given.end(), [&](const FactView& other) {
                return other.path == fact.path && other.value == fact.value;
            });
            if (!listed) given.push_back(std::move(fact));
        }
    };
    add(record.facts, 0);
    for (std::size_t request = 0; request < record.requests.size(); ++request) add(record.requests[request].facts, request);
}

}  // namespace

Justification justify(const Review& review, const CaseRecord& record, const Shelf& shelf) {
    Justification justification;
    justification.case_id = record.id;
    justification.summary = record.summary;
    justification.hypothetical = record.hypothetical;
    view_given(record, shelf.vocabulary, justification.given);
    view_background(record, shelf.vocabulary, justification);
    for (const RequestReview& request : review.requests) {
        RequestJustification view;
        view.request = request_words(record, request.request, shelf.vocabulary);
        view.stated = stated_of_request(record, request.request, shelf.vocabulary);
        view.finding = request.finding;
        view.disagree = request.disagree;
        view.error = request.error;
        for (const Candidate& candidate : request.candidates) {
            view.sections.push_back(view_section(candidate, record, request.request, shelf));
        }
        view.choosing = view_choosing(request, record, shelf.vocabulary);
        view.proposal = view_proposal(request.proposal, record, request.request, shelf);
        justification.requests.push_back(std::move(view));
    }
    view_shared_caps(review, record, shelf.vocabulary, justification.requests);
    justification.documents = view_documents(review, record);
    return justification;
}

}  // namespace warrant
