// A list fact of a case: its elements with their fields, `none`, `unknown`, or where it was looked for in vain. What a field is
// said to be is read as a fact's value is, in entries.cpp.
#include "dsl/limits.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant::facts {
namespace {

const RecordTypeInfo& record_type(const Reading& reading, const Subject& subject) {
    return reading.vocabulary.record_type(reading.vocabulary.fact(subject.fact).record);
}

// `[{drug: …, dose: …}]` with the fields of this list.
std::string example_of(const Reading& reading, const Subject& subject) {
    std::string text = "[{";
    const auto& fields = record_type(reading, subject).fields;
    for (std::size_t i = 0; i < fields.size() && i < 2; ++i) text += (i == 0 ? "" : ", ") + fields[i].name + ": …";
    return text + "}, …]";
}

void report_unknown_field(Reading& reading, const Subject& subject, const Node& key) {
    std::vector<std::string_view> known;
    for (const FieldInfo& field : record_type(reading, subject).fields) known.push_back(field.name);
    reading.diagnostics.report(kinds::unknown_key, key.span,
                               fmt::format("the elements of `{}` have no field `{}`", subject.path, key.text),
                               suggest(reading, key.text, known, "their fields are " + enumerate(known)));
}

ListElement read_element(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& node) {
    const auto& fields = record_type(reading, subject).fields;
    ListElement element;
    element.span = node.span;
    for (std::size_t index = 0; index < node.keys.size(); ++index) {
        const Node& key = node.keys[index];
        std::uint32_t number = 0;
        while (number < fields.size() && fields[number].name != key.text) ++number;
        if (number == fields.size()) {
            report_unknown_field(reading, subject, key);
            continue;
        }
        const FieldInfo& field = fields[number];
        const Subject inner{subject.fact, field.type, field.is_signed, subject.path + "." + field.name};
        auto entry = read_entry(reading, record, inner, key, node.items[index]);
        if (entry) element.fields.push_back({number, std::move(*entry)});
    }
    return element;
}

// The elements themselves, `none` or `unknown`; whether they could be read.
bool read_elements(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& key, const Node& node,
                   FactEntry& entry, Statement& statement) {
    statement.span = node.span;
    if (node.kind == Node::Kind::scalar && trimmed(node.text) == "none") {
        statement.as_written = "none";
        return true;
    }
    if (node.kind == Node::Kind::scalar && trimmed(node.text) == "unknown") {
        statement.as_written = "unknown";
        statement.stated_unknown = true;
        entry.complete = false;
        return true;
    }
    if (node.kind != Node::Kind::sequence) {
        const bool one = node.kind == Node::Kind::mapping;
        reading.diagnostics.report(
            kinds::wrong_shape, node.span,
            fmt::format("{} stands where the list `{}` is needed", one ? "a mapping" : "a single value", subject.path),
            fmt::format("write `{}: {}`, `none`, or `unknown`", key.text, example_of(reading, subject)));
        return false;
    }
    if (node.items.empty()) {
        reading.diagnostics.report(kinds::empty_value, node.span, fmt::format("the list `{}` is empty", subject.path),
                                   "write `none` if the record says that there is none, or leave the line out");
        return false;
    }
    if (node.items.size() > limits::max_list_elements) {
        reading.diagnostics.report(kinds::too_many, node.span,
                                   fmt::format("the list `{}` has {} elements; at most {} are possible", subject.path,
                                               node.items.size(), limits::max_list_elements),
                                   "keep those that matter, and say `complete: false` beside them");
        return false;
    }
    for (const Node& item : node.items) {
        if (expect(reading, key, item, Node::Kind::mapping, key.text + ": " + example_of(reading, subject)))
            entry.elements.push_back(read_element(reading, record, subject, item));
    }
    statement.as_written = fmt::format("{} listed", node.items.size());
    return true;
}

void read_complete(Reading& reading, const Node& mapping, FactEntry& entry) {
    const Node* node = mapping.find("complete");
    if (node == nullptr) return;
    const auto text = read_text(reading, mapping.key_of(node), *node);
    if (!text || *text == "yes" || *text == "true") return;
    entry.complete = false;
    if (*text == "no" || *text == "false") return;
    reading.diagnostics.report(kinds::bad_value, node->span,
                               fmt::format("`{}` does not say whether the list is complete", *text),
                               "write `complete: false` where the list may hold more");
}

// {value: […], complete: false, document: …}
bool read_stated(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& mapping, FactEntry& entry,
                 Statement& statement) {
    check_keys(reading, mapping, "beside the value of a list", {"value", "complete", "document", "page", "date", "by", "note"});
    read_provenance(reading, record, mapping, statement);
    read_complete(reading, mapping, entry);
    const Node& value = *mapping.find("value");
    const Node& key = mapping.key_of(&value);
    if (value.kind != Node::Kind::empty) return read_elements(reading, record, subject, key, value, entry, statement);
    report_empty(reading, key);
    return false;
}

bool refuse_form(Reading& reading, const Node& mapping, std::string_view form) {
    const Node* node = mapping.find(form);
    if (node == nullptr) return false;
    const bool several = form == "statements";
    reading.diagnostics.report(
        kinds::wrong_shape, mapping.key_of(node).span,
        several ? "several statements of a list are not weighed against each other" : "a list is not one of several values",
        several ? "state one list; where documents differ on a field, give that field its `statements`"
                : "state what it surely holds, and say `complete: false` beside it: {value: […], complete: false}");
    return true;
}

}  // namespace

std::optional<FactEntry> read_list(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& key,
                                   const Node& node) {
    FactEntry entry;
    entry.fact = subject.fact;
    entry.type = subject.type;
    entry.span = key.span;
    const bool mapping = node.kind == Node::Kind::mapping;
    if (mapping && (refuse_form(reading, node, "statements") || refuse_form(reading, node, "one_of"))) return std::nullopt;
    if (mapping && node.find("not_found") != nullptr) {
        entry.complete = false;
        if (!read_not_found(reading, node, entry)) return std::nullopt;
        return entry;
    }
    if (mapping && node.find("value") == nullptr && node.find("complete") != nullptr) {
        reading.diagnostics.report(kinds::missing_key, node.span, "what is said here is not said of a list: `value` is missing",
                                   "write {value: [{…}], complete: false}, or `unknown` if nothing of it is known");
        return std::nullopt;
    }
    Statement statement;
    const bool read = mapping && node.find("value") != nullptr
                          ? read_stated(reading, record, subject, node, entry, statement)
                          : read_elements(reading, record, subject, key, node, entry, statement);
    if (!read) return std::nullopt;
    entry.state = statement.stated_unknown ? FactState::stated_unknown : FactState::stated;
    entry.statements.push_back(std::move(statement));
    return entry;
}

}  // namespace warrant::facts
