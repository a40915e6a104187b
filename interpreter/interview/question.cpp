// What a question says: the fact's own words, what the record holds of it, and the parts that it may settle.
#include "interpreter/interview/question.hpp"

#include "interpreter/check/print_value.hpp"

#include <algorithm>

namespace warrant {
namespace {

// The values that the record still allows; all of them unless a set was stated.
void add_choices(Question& question, const ResolvedFact& resolved, const Vocabulary& vocabulary) {
    if (question.type.kind != TypeKind::choice) return;
    const ChoiceTypeInfo& choice = vocabulary.choice_type(question.type.choice);
    question.ordered = choice.ordered;
    for (std::size_t value = 0; value < choice.values.size(); ++value) {
        if (!contains(std::get<ChoiceSet>(resolved.value), value)) continue;
        const ChoiceValueInfo& info = choice.values[value];
        std::string spoken = info.name;
        std::replace(spoken.begin(), spoken.end(), '_', ' ');
        question.choices.push_back(info.name);
        question.labels.push_back(info.label == spoken ? "" : info.label);
    }
}

std::string recorded_words(const ResolvedFact& resolved, const Vocabulary& vocabulary) {
    switch (resolved.state) {
        case FactState::absent:
            return "";
        case FactState::stated_unknown:
            return "it is unclear";
        case FactState::not_found:
            return "it was looked for and not found";
        case FactState::stated:
        case FactState::disputed:
        case FactState::derived:
        case FactState::hypothetical:
            break;
    }
    if (resolved.type.kind == TypeKind::list) return "a list of which something is open";
    const std::string value = print_set(vocabulary, resolved.type, resolved.value);
    return resolved.state == FactState::disputed ? value + ", for statements differ" : value;
}

bool reads(const PartView& part, const std::string& path) {
    return std::find(part.reads.begin(), part.reads.end(), path) != part.reads.end();
}

void add_parts(Question& question, const RequestJustification& request, const std::string& path) {
    for (const SectionView& section : request.sections) {
        if (section.finding != FindingName::undetermined) continue;
        for (const PartView& part : section.parts) {
            const bool known = std::any_of(question.parts.begin(), question.parts.end(), [&](const PartAskedFor& other) {
                return other.id == part.id && other.label == part.label;
            });
            if (part.status == PartStatus::unknown && reads(part, path) && !known)
                question.parts.push_back({part.id, part.label, part.citation});
        }
    }
}

}  // namespace

Question question_about(const MatteringFact& mattering, const Justification& justification, const CaseRecord& record,
                        const Vocabulary& vocabulary) {
    const FactInfo& info = vocabulary.fact(mattering.asked.fact);
    const std::size_t request = mattering.asked.request.value_or(0);
    const ResolvedFact resolved = resolve(record, request, mattering.asked.fact, vocabulary);
    Question question;
    question.asked = mattering.asked;
    question.type = resolved.type;
    question.label = info.label;
    question.ask = info.ask;
    question.shown_by = info.shown_by;
    question.recorded = recorded_words(resolved, vocabulary);
    question.chooses = mattering.chooses;
    question.alone = mattering.alone;
    question.together = mattering.smallest;
    add_choices(question, resolved, vocabulary);
    if (info.record.valid() && question.type.kind == TypeKind::list) {
        for (const FieldInfo& field : vocabulary.record_type(info.record).fields) question.fields.push_back(field.name);
    }
    for (const Document& document : record.documents) question.documents.push_back(document.id);
    if (mattering.asked.request && justification.requests.size() > 1)
        question.of_request = justification.requests[request].request;
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        if (!mattering.asked.request || number == request) add_parts(question, justification.requests[number], info.path);
    }
    return question;
}

}  // namespace warrant
