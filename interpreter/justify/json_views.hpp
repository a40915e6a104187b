// The pieces of which the JSON documents of this room are made, each in one form. Not installed: for the documents' own files.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace warrant {

using Json = nlohmann::ordered_json;

Json json_of(const RecordCitation& citation);
Json json_of(const StatementView& statement);
Json json_of(const FactView& fact);
Json json_of(const TableView::Entry& entry);
Json json_of(const TableView& table);
Json json_of(const SourceView& source);
Json json_of(const Reason& reason);
Json json_of(const PartView& part);
Json json_of(const NeededFact& needed);
Json json_of(const ToMeet& to_meet);
Json json_of(const AssumptionView& assumption);
Json json_of(const AddedView& added);
Json json_of(const SharedCapView& shared);
Json json_of(const SectionView& section);
Json json_of(const ProposalView& proposal);
Json json_of(const RequestJustification& request);
Json json_of(const DocumentView& document);

template <typename View>
Json array_of(const std::vector<View>& views) {
    Json array = Json::array();
    for (const View& view : views) array.push_back(json_of(view));
    return array;
}

}  // namespace warrant
