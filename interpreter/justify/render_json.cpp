// A justification as one JSON document that follows justification.schema.json: everything in the data, in a fixed order,
// nothing more.
#include "interpreter/justify/json_views.hpp"
#include "interpreter/justify/render.hpp"

namespace warrant {

namespace {

std::string_view slug_of(FactState state) {
    switch (state) {
        case FactState::absent:
            return "not documented";
        case FactState::stated:
            return "stated";
        case FactState::stated_unknown:
            return "stated unknown";
        case FactState::not_found:
            return "not found";
        case FactState::disputed:
            return "disputed";
        case FactState::derived:
            return "derived";
        case FactState::hypothetical:
            break;
    }
    return "hypothetical";
}

std::string_view slug_of(Statement::Standing standing) {
    switch (standing) {
        case Statement::Standing::governs:
            return "governs";
        case Statement::Standing::kept:
            return "kept";
        case Statement::Standing::superseded:
            return "superseded";
        case Statement::Standing::set_aside:
            return "set aside";
        case Statement::Standing::refined:
            return "refined";
        case Statement::Standing::after:
            break;
    }
    return "after the request";
}

std::string_view slug_of(Reason::Kind kind) {
    switch (kind) {
        case Reason::Kind::fact:
            return "fact";
        case Reason::Kind::comparison:
            return "comparison";
        case Reason::Kind::connective:
            return "connective";
        case Reason::Kind::table:
            return "table";
        case Reason::Kind::definition:
            return "definition";
        case Reason::Kind::other:
            break;
    }
    return "other";
}

std::string_view slug_of(PartView::Kind kind) {
    switch (kind) {
        case PartView::Kind::criterion:
            return "criterion";
        case PartView::Kind::limit:
            return "limit";
        case PartView::Kind::recommendation:
            break;
    }
    return "recommendation";
}

std::string_view slug_of(PartStatus status) {
    switch (status) {
        case PartStatus::not_applicable:
            return "not applicable";
        case PartStatus::met:
            return "met";
        case PartStatus::excepted:
            return "excepted";
        case PartStatus::not_met:
            return "not met";
        case PartStatus::unknown:
            break;
    }
    return "unknown";
}

std::string_view slug_of(ast::Fact::Obtainability obtainability) {
    switch (obtainability) {
        case ast::Fact::Obtainability::obtainable:
            return "obtainable";
        case ast::Fact::Obtainability::clinical:
            return "clinical";
        case ast::Fact::Obtainability::fixed:
            break;
    }
    return "fixed";
}

}  // namespace

Json json_of(const RecordCitation& citation) {
    return {{"document", citation.document},           {"page", citation.page}, {"date", citation.date}, {"by", citation.by},
            {"known_through", citation.known_through}, {"note", citation.note}};
}

Json json_of(const StatementView& statement) {
    return {{"value", statement.value}, {"standing", slug_of(statement.standing)}, {"citation", json_of(statement.citation)}};
}

Json json_of(const FactView& fact) {
    return {{"path", fact.path},
            {"label", fact.label},
            {"value", fact.value},
            {"sentence", fact.sentence},
            {"state", slug_of(fact.state)},
            {"known", fact.known},
            {"opinion", fact.opinion},
            {"assumed", fact.assumed},
            {"searched", fact.searched},
            {"preferred_because", fact.preferred_because},
            {"derivation", fact.derivation},
            {"statements", array_of(fact.statements)}};
}

Json json_of(const TableView::Entry& entry) {
    return {{"label", entry.label}, {"value", entry.value}};
}

Json json_of(const TableView& table) {
    return {{"column", table.column},
            {"citation", table.citation},
            {"basis", table.basis},
            {"keys", array_of(table.keys)},
            {"rows", array_of(table.rows)}};
}

Json json_of(const SourceView& source) {
    return {{"citation", source.citation}, {"basis", source.basis}};
}

Json json_of(const Reason& reason) {
    Json json = {{"kind", slug_of(reason.kind)}, {"text", reason.text}, {"value", reason.value}, {"error", reason.error_text}};
    if (reason.fact) json["fact"] = json_of(*reason.fact);
    if (reason.table) json["table"] = json_of(*reason.table);
    if (reason.source) json["source"] = json_of(*reason.source);
    json["reasons"] = array_of(reason.children);
    return json;
}

Json json_of(const PartView& part) {
    return {{"kind", slug_of(part.kind)},
            {"id", part.id},
            {"label", part.label},
            {"added_by", part.added_by},
            {"citation", part.citation},
            {"basis", part.basis},
            {"verbatim", part.verbatim},
            {"recalled", part.recalled},
            {"excludes", part.excludes},
            {"status", slug_of(part.status)},
            {"status_text", part.status_text},
            {"decided_finding", part.decided_finding},
            {"excepted_by", part.excepted_by},
            {"asked", part.asked},
            {"cap", part.cap},
            {"reasons", array_of(part.reasons)},
            {"reads", part.reads},
            {"to_meet", array_of(part.to_meet)}};
}

Json json_of(const NeededFact& needed) {
    return {{"fact", json_of(needed.fact)},
            {"ask", needed.ask},
            {"shown_by", needed.shown_by},
            {"settles", needed.settles},
            {"wanted", needed.wanted},
            {"chooses", needed.chooses},
            {"obtainability", slug_of(needed.obtainability)}};
}

Json json_of(const ToMeet& to_meet) {
    if (to_meet.needed) return {{"needed", json_of(*to_meet.needed)}, {"sentence", to_meet.sentence}};
    return {{"heading", to_meet.heading}, {"to_meet", array_of(to_meet.children)}};
}

Json json_of(const AssumptionView& assumption) {
    return {{"label", assumption.label},
            {"value", assumption.value},
            {"because", assumption.because},
            {"citation", assumption.citation}};
}

Json json_of(const AddedView& added) {
    return {{"name", added.name},       {"title", added.title},   {"source", added.source}, {"citation", added.citation},
            {"edition", added.edition}, {"period", added.period}, {"status", added.status}, {"basis", added.basis},
            {"partial", added.partial}, {"used", added.used}};
}

Json json_of(const SharedCapView& shared) {
    return {{"limit", shared.limit}, {"label", shared.label},       {"section", shared.section},
            {"cap", shared.cap},     {"requests", shared.requests}, {"together", shared.together}};
}

Json json_of(const SectionView& section) {
    return {{"name", section.name},
            {"title", section.title},
            {"source", section.source},
            {"citation", section.citation},
            {"edition", section.edition},
            {"period", section.period},
            {"status", section.status},
            {"basis", section.basis},
            {"partial", section.partial},
            {"none", section.none},
            {"sure", section.sure},
            {"finding", words_of(section.finding)},
            {"as_far_as_encoded", words_of(section.as_far_as_encoded)},
            {"certain", section.certain},
            {"recalled_parts", section.recalled_parts},
            {"edition_reason", section.edition_text},
            {"editions", section.editions},
            {"edition_notes", section.edition_notes},
            {"used", section.used},
            {"covers_when", array_of(section.covers_when)},
            {"added", array_of(section.added)},
            {"parts", array_of(section.parts)},
            {"needed", array_of(section.needed)},
            {"assumed", array_of(section.assumed)},
            {"warnings", section.warnings}};
}

// Null where no procedure is named; `outcome` null where nothing is proposed.
Json json_of(const ProposalView& proposal) {
    if (!proposal.present) return nullptr;
    Json json = {{"procedure", proposal.procedure}, {"source", proposal.source}, {"reviewer_may", proposal.reviewer_may}};
    json["outcome"] = proposal.outcome.empty() ? Json(nullptr) : Json(proposal.outcome);
    json["words"] = proposal.words;
    json["sentence"] = proposal.sentence;
    json["decider"] = proposal.decider;
    json["by_reviewer"] = proposal.by_reviewer;
    json["rests_on_silence"] = proposal.rests_on_silence;
    json["eligibility"] = proposal.eligibility;
    json["eligibility_unsettled"] = proposal.eligibility_unsettled;
    json["eligibility_reasons"] = array_of(proposal.eligibility_reasons);
    return json;
}

Json json_of(const RequestJustification& request) {
    return {{"request", request.request},
            {"stated", array_of(request.stated)},
            {"finding", words_of(request.finding)},
            {"disagree", request.disagree},
            {"error", request.error},
            {"proposal", json_of(request.proposal)},
            {"choosing", array_of(request.choosing)},
            {"shared_caps", array_of(request.shared_caps)},
            {"sections", array_of(request.sections)}};
}

Json json_of(const DocumentView& document) {
    return {{"id", document.id},     {"title", document.title},   {"kind", document.kind},
            {"date", document.date}, {"author", document.author}, {"known_through", document.known_through},
            {"used", document.used}};
}

std::string render_json(const Justification& justification) {
    Json json = {{"version", justification_json_version},
                 {"case", justification.case_id},
                 {"summary", justification.summary},
                 {"hypothetical", justification.hypothetical},
                 {"given", array_of(justification.given)},
                 {"decided", justification.decided},
                 {"reviewer", {{"licensed", justification.licensed}, {"specialties", justification.specialties}}},
                 {"ur_decision", array_of(justification.ur_decision)},
                 {"stated", array_of(justification.stated)},
                 {"requests", array_of(justification.requests)},
                 {"documents", array_of(justification.documents)}};
    // Text of a case is UTF-8 by then; a stray byte becomes the replacement character rather than an exception.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace warrant
