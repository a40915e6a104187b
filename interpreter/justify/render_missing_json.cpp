// What is missing as one JSON document that follows missing.schema.json: everything in the data, for every reader.
#include "interpreter/justify/json_views.hpp"
#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/render.hpp"

namespace warrant {
namespace {

Json json_of(const MissingValue& value);
Json json_of(const OpenPart& part);
Json json_of(const MissingFinding& missing);
Json json_of(const MissingFact& fact);

template <typename View>
Json list_of(const std::vector<View>& views) {
    Json array = Json::array();
    for (const View& view : views) array.push_back(json_of(view));
    return array;
}

Json json_of(const MissingValue& value) {
    return {{"facts", value.paths},
            {"label", value.needed.fact.label},
            {"wanted", value.needed.wanted},
            {"sentence", value.sentence},
            {"relation", value.relation}};
}

Json json_of(const OpenPart& part) {
    return {{"id", part.id},
            {"label", part.label},
            {"added_by", part.added_by},
            {"citation", part.citation},
            {"basis", part.basis}};
}

Json json_of(const MissingFinding& missing) {
    Json ways = Json::array();
    for (const MissingWay& way : missing.ways) ways.push_back(list_of(way.facts));
    return {{"finding", words_of(missing.finding)},
            {"common", list_of(missing.common)},
            {"ways", std::move(ways)},
            {"all_ways", missing.all}};
}

Json json_of(const MissingFact& fact) {
    return {{"needed", warrant::json_of(fact.needed)}, {"parts", list_of(fact.parts)}};
}

Json section_json(const SectionView& section, const MissingSection& missing) {
    Json json = {{"name", section.name},
                 {"title", section.title},
                 {"source", section.source},
                 {"citation", section.citation},
                 {"edition", section.edition},
                 {"period", section.period},
                 {"status", section.status},
                 {"basis", section.basis},
                 {"partial", missing.partial},
                 {"recalled_parts", section.recalled_parts},
                 {"added", array_of(section.added)},
                 {"none", section.none},
                 {"sure", section.sure},
                 {"finding", words_of(section.finding)}};
    json["whatever"] = missing.whatever ? Json(words_of(*missing.whatever)) : Json(nullptr);
    json["complete"] = missing.complete;
    json["exact"] = missing.exact;
    json["findings"] = list_of(missing.findings);
    json["relevant"] = list_of(missing.relevant);
    json["irrelevant"] = missing.irrelevant;
    json["fixed"] = array_of(missing.fixed);
    json["assumed"] = array_of(section.assumed);
    return json;
}

// Null where no procedure is named; `outcome` null where nothing is proposed.
Json proposal_json(const ProposalView& proposal) {
    if (!proposal.present) return nullptr;
    Json json = {{"procedure", proposal.procedure}, {"source", proposal.source}};
    json["outcome"] = proposal.outcome.empty() ? Json(nullptr) : Json(proposal.outcome);
    json["words"] = proposal.words;
    json["decider"] = proposal.decider;
    json["eligibility"] = proposal.eligibility;
    json["eligibility_unsettled"] = proposal.eligibility_unsettled;
    return json;
}

}  // namespace

std::string render_missing_json(const Justification& justification, const std::vector<MissingRequest>& missing) {
    Json requests = Json::array();
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        Json sections = Json::array();
        for (std::size_t at = 0; at < request.sections.size(); ++at)
            sections.push_back(section_json(request.sections[at], missing[number].sections[at]));
        requests.push_back({{"request", request.request},
                            {"finding", words_of(request.finding)},
                            {"disagree", request.disagree},
                            {"proposal", proposal_json(request.proposal)},
                            {"choosing", array_of(request.choosing)},
                            {"sections", std::move(sections)}});
    }
    const Json json = {{"version", missing_json_version},
                       {"case", justification.case_id},
                       {"hypothetical", justification.hypothetical},
                       {"given", array_of(justification.given)},
                       {"requests", std::move(requests)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace warrant
