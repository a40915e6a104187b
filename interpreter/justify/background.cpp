// What a case states beside the findings: the facts of the record, of the request and of the utilization review decision, as
// stated and whether or not a part reads them; and who reviews. For readers who must see the patient's condition whole.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant {

namespace {

// `none`, or the elements one after the other: `drug oxycodone, daily dose 30 mg/day; drug ibuprofen`.
std::string list_value(const CaseRecord& record, std::size_t request, FactId list, const Vocabulary& vocabulary) {
    const FactEntry& entry = *resolve_list(record, request, list, vocabulary);
    std::string text;
    for (std::size_t number = 0; number < entry.elements.size(); ++number) {
        text += (number == 0 ? "" : "; ") + element_words(entry.elements[number], number, list, vocabulary);
    }
    if (text.empty()) text = "none";
    return entry.complete ? text : text + "; perhaps more";
}

std::vector<FactView> view_entries(const CaseRecord& record, std::size_t request, const std::vector<FactEntry>& entries,
                                   const Vocabulary& vocabulary) {
    std::vector<FactView> views;
    for (const FactEntry& entry : entries) {
        if (entry.state == FactState::absent) continue;
        views.push_back(view_whole_fact(record, request, entry.fact, vocabulary));
    }
    return views;
}

}  // namespace

FactView view_whole_fact(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary) {
    FactView view = view_fact(record, request, fact, vocabulary);
    if (vocabulary.fact(fact).type.kind != TypeKind::list) return view;
    if (view.state == FactState::stated) view.value = list_value(record, request, fact, vocabulary);
    view.elements = view_elements(record, request, fact, vocabulary);
    return view;
}

std::vector<FactView> stated_of_request(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary) {
    return view_entries(record, request, record.requests[request].facts, vocabulary);
}

// Statements are listed one by one, so that it does not matter for which request they were resolved.
void view_background(const CaseRecord& record, const Vocabulary& vocabulary, Justification& justification) {
    if (record.decided) justification.decided = day_words(*record.decided);
    justification.licensed = record.reviewer.licensed;
    justification.specialties = record.reviewer.specialties;
    for (FactView& view : view_entries(record, 0, record.facts, vocabulary)) {
        const FactId fact = vocabulary.fact_by_path.at(view.path);
        const bool of_decision = vocabulary.fact(fact).scope == FactScope::ur_decision;
        (of_decision ? justification.ur_decision : justification.stated).push_back(std::move(view));
    }
}

}  // namespace warrant
