// A fact as the record leaves it for one request: its value in words, every statement with where it stands and whether it
// governs. It does not judge the statements: resolve() of the facts room does.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// `4..6 hours/day` as people write it.
std::string spaced_range(std::string text) {
    const std::size_t dots = text.find("..");
    if (dots != std::string::npos) text.replace(dots, 2, " to ");
    return text;
}

bool is_amount(TypeKind kind) {
    return kind == TypeKind::quantity || kind == TypeKind::amount;
}

// Quantities stand in the record's own unit where it wrote one (`3 weeks`, kept as 21 days).
std::string statement_value(const Vocabulary& vocabulary, const Type& type, const Statement& statement) {
    if (statement.stated_unknown) return "unclear";
    if (type.kind == TypeKind::list) return statement.as_written;
    if (is_amount(type.kind) && has_letter(statement.as_written) && statement.as_written.front() != '{') {
        return spaced_range(statement.as_written);
    }
    return print_set(vocabulary, type, statement.value);
}

RecordCitation cite(const CaseRecord& record, const Statement& statement) {
    RecordCitation citation;
    citation.page = statement.page;
    citation.by = statement.by;
    citation.note = statement.note;
    std::optional<OrderedSet> date = statement.date;
    if (statement.document) {
        const Document& document = record.documents[*statement.document];
        citation.document = document.title;
        citation.document_place = *statement.document;
        citation.known_through_place = reciting_document(record, document);
        if (citation.known_through_place) citation.known_through = record.documents[*citation.known_through_place].title;
        if (!date) date = document.date;
    }
    if (date) citation.date = day_words(*date);
    return citation;
}

// `none`, `2 listed, perhaps not all`.
std::string list_words(const FactEntry& entry) {
    const std::string text = entry.elements.empty() ? "none" : std::to_string(entry.elements.size()) + " listed";
    return entry.complete ? text : text + ", perhaps not all";
}

// The value in words: of a lone statement as it wrote it, else of what the statements leave possible.
std::string value_words(const Vocabulary& vocabulary, const ResolvedFact& resolved, const FactView& view) {
    switch (resolved.state) {
        case FactState::absent:
            return "not documented";
        case FactState::stated_unknown:
            return "unclear";
        case FactState::not_found:
            return "not found";
        case FactState::stated:
        case FactState::disputed:
        case FactState::derived:
        case FactState::hypothetical:
            break;
    }
    if (resolved.type.kind == TypeKind::list) return list_words(*resolved.entry);
    if (view.anything) return "unknown";
    const StatementView* governing = nullptr;
    for (const StatementView& statement : view.statements) {
        if (statement.standing == Statement::Standing::governs && governing == nullptr) governing = &statement;
    }
    if (governing != nullptr && is_amount(resolved.type.kind) && resolved.state != FactState::disputed) return governing->value;
    return print_set(vocabulary, resolved.type, resolved.value);
}

std::string sentence_of(const FactInfo& info, const ResolvedFact& resolved) {
    const auto* truth = std::get_if<TruthSet>(&resolved.value);
    if (truth == nullptr || truth->can_be_true == truth->can_be_false) return {};
    return truth->can_be_true ? info.if_yes : info.if_no;
}

}  // namespace

std::string document_title(const CaseRecord& record, std::uint32_t document) {
    return record.documents[document].title;
}

std::optional<std::size_t> reciting_document(const CaseRecord& record, const Document& document) {
    for (std::size_t place = 0; place < record.documents.size(); ++place) {
        if (record.documents[place].id == document.known_through) return place;
    }
    return std::nullopt;
}

std::string day_words(const OrderedSet& days) {
    if (days.low == days.high) return print_date(days.low);
    if (days.low == unbounded_low && days.high == unbounded_high) return "not dated";
    if (days.low == unbounded_low) return "on or before " + print_date(days.high);
    if (days.high == unbounded_high) return "on or after " + print_date(days.low);
    const CivilDate first = civil_of(days.low);
    const std::string text = print_date(days.low);
    if (const auto month = parse_date(text.substr(0, 7)); month && month->first == days.low && month->last == days.high) {
        return text.substr(0, 7);
    }
    if (const auto year = parse_date(text.substr(0, 4)); year && year->first == days.low && year->last == days.high) {
        return std::to_string(first.year);
    }
    return text + " to " + print_date(days.high);
}

namespace {

// A fact or field as it stands, but for the words that its declaration gives it.
FactView view_resolved(const CaseRecord& record, const ResolvedFact& resolved, bool is_signed, const Vocabulary& vocabulary) {
    FactView view;
    view.state = resolved.state;
    view.known = is_single(resolved.value);
    view.anything = is_anything(vocabulary, resolved.type, is_signed, resolved.value);
    if (const FactEntry* entry = resolved.entry) {
        for (std::size_t number = 0; number < entry->statements.size(); ++number) {
            const Statement& statement = entry->statements[number];
            const auto standing =
                number < resolved.standings.size() ? resolved.standings[number] : Statement::Standing::governs;
            view.statements.push_back(
                {statement_value(vocabulary, resolved.type, statement), cite(record, statement), standing});
        }
        for (const std::uint32_t document : entry->searched) view.searched.push_back(document_title(record, document));
        if (entry->preferred) view.preferred_because = entry->because;
        view.derivation = entry->derivation;
    }
    view.value = value_words(vocabulary, resolved, view);
    return view;
}

FactView view_field(const CaseRecord& record, const ListElement& element, FactId list, std::uint32_t number,
                    const Vocabulary& vocabulary) {
    const FieldInfo& info = vocabulary.field(list, number);
    FactView field = view_resolved(record, resolve_field(element, list, number, vocabulary), info.is_signed, vocabulary);
    field.path = vocabulary.fact(list).path + "." + info.name;
    field.label = info.label;
    return field;
}

// A field of the element in view.
FactView view_field(const PlanView& view, StepId step) {
    const FieldSlot& slot = view.plan.fields[view.plan.step(step).payload];
    const FactId list = view.plan.list(slot.space).fact;
    const FactEntry& entry = *resolve_list(view.record, view.request, list, view.vocabulary);
    return view_field(view.record, entry.elements[view.element], list, slot.field, view.vocabulary);
}

}  // namespace

FactView view_fact(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary) {
    const FactInfo& info = vocabulary.fact(fact);
    const ResolvedFact resolved = resolve(record, request, fact, vocabulary);
    FactView view = view_resolved(record, resolved, info.is_signed, vocabulary);
    view.path = info.path;
    view.label = info.label;
    view.opinion = info.opinion;
    view.sentence = sentence_of(info, resolved);
    if (info.type.kind != TypeKind::list) return view;
    const FactEntry* list = resolve_list(record, request, fact, vocabulary);
    view.known = list != nullptr && list->complete;
    view.anything = list == nullptr || (list->elements.empty() && !list->complete);
    return view;
}

std::vector<ElementView> view_elements(const CaseRecord& record, std::size_t request, FactId list,
                                       const Vocabulary& vocabulary) {
    std::vector<ElementView> elements;
    const FactEntry* entry = resolve_list(record, request, list, vocabulary);
    if (entry == nullptr) return elements;
    for (const ListElement& element : entry->elements) {
        ElementView view;
        for (const ListElement::Field& field : element.fields)
            view.fields.push_back(view_field(record, element, list, field.field, vocabulary));
        elements.push_back(std::move(view));
    }
    return elements;
}

FactView view_slot(const PlanView& view, StepId step) {
    const Op op = view.plan.step(step).op;
    if (op == Op::broadcast) return view_slot(view, view.plan.operand(view.plan.step(step), 0));
    if (op == Op::field) return view_field(view, step);
    if (reduces(op)) return view_fact(view.record, view.request, fact_of(view, step), view.vocabulary);
    const FactSlot& slot = *slot_of(view, step);
    FactView fact = view_fact(view.record, view.request, slot.fact, view.vocabulary);
    if (is_assumed(view, step)) {
        fact.assumed = true;
        fact.known = is_settled(view, step);
        fact.anything = false;
        fact.value = print_set(view.vocabulary, slot.type, set_of(view, step));
        fact.sentence.clear();
    }
    return fact;
}

}  // namespace warrant
