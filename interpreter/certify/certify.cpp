// The certificate of a review: the texts by their digests, the documents, and each request with its candidates and proposal.
#include "interpreter/certify/certify.hpp"

#include "interpreter/certificate/digest.hpp"
#include "interpreter/certify/certifying.hpp"
#include "interpreter/value/date.hpp"

namespace warrant {
namespace {

using namespace certifying;

std::string words_of(ast::ModuleKind kind) {
    switch (kind) {
        case ast::ModuleKind::guideline:
            return "guideline";
        case ast::ModuleKind::library:
            return "library";
        case ast::ModuleKind::procedure:
            break;
    }
    return "procedure";
}

std::string words_of(EditionGround ground) {
    switch (ground) {
        case EditionGround::named:
            return "named";
        case EditionGround::in_force:
            return "in force";
        case EditionGround::possibly:
            return "possibly in force";
        case EditionGround::none_in_force:
            break;
    }
    return "none in force";
}

std::string words_of(Eligibility eligibility) {
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

std::string words_of(ast::ProposalRow::Decider decider) {
    return decider == ast::ProposalRow::Decider::reviewer ? "reviewer" : "physician";
}

std::vector<certificates::ProposalRow> rows_of(const Certifying& certifying, const ShelfModule& procedure) {
    std::vector<certificates::ProposalRow> rows;
    for (const ast::Decl& decl : procedure.tree.decls) {
        const auto* proposes = std::get_if<ast::Proposes>(&decl.kind);
        if (proposes == nullptr) continue;
        for (const ast::ProposalRow& row : proposes->rows) {
            const auto outcome = certifying.words().outcome_by_name.find(row.outcome.text);
            if (outcome == certifying.words().outcome_by_name.end()) continue;
            rows.push_back({certifying::words_of(row.finding), row.outcome.text,
                            certifying.words().outcomes[outcome->second].words, words_of(row.decider),
                            row.sentence ? row.sentence->text : std::string()});
        }
    }
    return rows;
}

certificates::Proposal proposal_of(const Certifying& certifying, const Proposal& proposal) {
    certificates::Proposal result;
    result.procedure = module_words(*proposal.procedure);
    result.rows = rows_of(certifying, *proposal.procedure);
    if (proposal.eligibility_values) {
        result.eligible_when =
            certificates::Condition{derivation_of(certifying, proposal.eligibility_plan, *proposal.eligibility_values),
                                    number_of(proposal.eligibility_plan.result)};
    }
    result.eligibility = words_of(proposal.eligibility);
    if (!proposal.outcome) return result;
    result.outcome = certifying.words().outcomes[*proposal.outcome].name;
    result.decider = words_of(proposal.decider);
    return result;
}

certificates::Candidate candidate_of(const Certifying& certifying, const Candidate& candidate) {
    certificates::Candidate result;
    result.sure = candidate.sure;
    result.edition_ground = words_of(candidate.reason.ground);
    result.edition_module = candidate.reason.module;
    result.finding = certifying::words_of(candidate.finding.finding);
    result.as_far_as_encoded = certifying::words_of(candidate.finding.as_far_as_encoded);
    if (candidate.guideline != nullptr) result.judgement = judgement_of(certifying, candidate);
    return result;
}

certificates::Request request_of(const Certifying& certifying, const RequestReview& review) {
    certificates::Request request;
    request.number = static_cast<std::uint32_t>(review.request + 1);
    for (const Candidate& candidate : review.candidates) request.candidates.push_back(candidate_of(certifying, candidate));
    request.finding = certifying::words_of(review.finding);
    request.disagree = review.disagree;
    if (review.proposal.procedure != nullptr) request.proposal = proposal_of(certifying, review.proposal);
    return request;
}

std::vector<certificates::Text> texts_of(const CertifiedFrom& from) {
    std::vector<certificates::Text> texts;
    texts.push_back({from.record.id, "", "case", false, certificates::sha256(from.sources.text(from.record.source))});
    for (const ShelfModule& module : from.shelf.modules) {
        texts.push_back({module.name, module.edition, words_of(module.tree.header.kind), module.standard,
                         certificates::sha256(from.sources.text(module.tree.source))});
    }
    return texts;
}

certificates::Options options_of(const ReviewOptions& options) {
    certificates::Options result;
    result.guideline = options.guideline;
    result.procedure = options.procedure;
    for (const EditionChoice& choice : options.editions)
        result.editions.push_back(choice.source.empty() ? choice.edition : choice.source + "/" + choice.edition);
    if (!options.as_of) return result;
    result.as_of_first = print_date(options.as_of->low);
    result.as_of_last = print_date(options.as_of->high);
    return result;
}

}  // namespace

ReviewOptions review_options(const certificates::Options& options) {
    ReviewOptions result;
    result.guideline = options.guideline;
    result.procedure = options.procedure;
    for (const std::string& edition : options.editions) {
        const std::size_t slash = edition.find('/');
        if (slash == std::string::npos) result.editions.push_back({"", edition, {}});
        else result.editions.push_back({edition.substr(0, slash), edition.substr(slash + 1), {}});
    }
    const auto first = parse_date(options.as_of_first);
    const auto last = parse_date(options.as_of_last);
    if (first && last) result.as_of = OrderedSet{first->first, last->last};
    return result;
}

std::string certifying::words_of(FindingName finding) {
    switch (finding) {
        case FindingName::supported:
            return "supported";
        case FindingName::partly_supported:
            return "partly supported";
        case FindingName::not_supported:
            return "not supported";
        case FindingName::undetermined:
            return "undetermined";
        case FindingName::not_addressed:
            break;
    }
    return "not addressed";
}

certificates::Certificate certify(const Review& review, const CertifiedFrom& from) {
    certificates::Certificate certificate;
    certificate.case_name = from.record.id;
    certificate.options = options_of(from.options);
    certificate.texts = texts_of(from);
    for (const Document& document : from.record.documents) {
        certificate.documents.push_back(
            {document.id, document.kind, document.title, days_of(document.date), document.known_through, document.author});
    }
    for (const RequestReview& request : review.requests)
        certificate.requests.push_back(request_of({from, request.request}, request));
    return certificate;
}

}  // namespace warrant
