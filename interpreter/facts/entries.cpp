// Everything that a case says of one fact: a value with its document, several statements, or where it was looked for in vain.
// What the statements amount to is not decided here.
#include "dsl/limits.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant::facts {

void read_provenance(Reading& reading, const CaseRecord& record, const Node& mapping, Statement& statement) {
    const auto text = [&](std::string_view name, std::string& to) {
        const Node* node = mapping.find(name);
        if (node == nullptr) return;
        if (auto read = read_text(reading, mapping.key_of(node), *node)) to = std::move(*read);
    };
    text("page", statement.page);
    text("by", statement.by);
    text("note", statement.note);
    if (const Node* node = mapping.find("document")) {
        statement.document = read_document_name(reading, mapping.key_of(node), *node);
    }
    if (const Node* node = mapping.find("date")) {
        if (expect(reading, mapping.key_of(node), *node, Node::Kind::scalar, "date: 2015-06-09")) {
            statement.date = read_days(reading, "date", *node);
        }
    }
    if (!statement.date && statement.document) statement.date = record.documents[*statement.document].date;
}

bool read_not_found(Reading& reading, const Node& mapping, FactEntry& entry) {
    check_keys(reading, mapping, "beside `not_found`", {"not_found"});
    const Node& list = *mapping.find("not_found");
    const Node& key = mapping.key_of(&list);
    if (list.kind != Node::Kind::scalar && !expect(reading, key, list, Node::Kind::sequence, "{not_found: [pr2, fce]}"))
        return false;
    if (list.kind == Node::Kind::sequence && list.items.empty()) {
        reading.diagnostics.report(kinds::empty_value, list.span, "no document is named in which it was looked for",
                                   "name the documents: {not_found: [pr2, fce]}");
        return false;
    }
    const auto add = [&](const Node& name) {
        if (const auto document = read_document_name(reading, key, name)) entry.searched.push_back(*document);
    };
    if (list.kind == Node::Kind::scalar) add(list);
    for (const Node& item : list.items) add(item);
    entry.state = FactState::not_found;
    return true;
}

namespace {

// {value: …} with its provenance; `where` names the place in messages.
std::optional<Statement> read_statement(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& mapping,
                                        std::string_view where) {
    const std::size_t errors = reading.diagnostics.errors();
    check_keys(reading, mapping, where, {"value", "document", "page", "date", "by", "note"});
    // A misspelt `value` must not also be reported as missing.
    const bool keys_known = reading.diagnostics.errors() == errors;
    Statement statement;
    statement.span = mapping.span;
    read_provenance(reading, record, mapping, statement);
    const Node* value = mapping.find("value");
    if (value == nullptr) {
        if (!keys_known) return std::nullopt;
        reading.diagnostics.report(kinds::missing_key, mapping.span, "a statement without `value` says nothing",
                                   "write {value: …, document: …}; `value: unknown` if the document leaves it open");
        return std::nullopt;
    }
    if (value->kind == Node::Kind::empty) {
        report_empty(reading, mapping.key_of(value));
        return std::nullopt;
    }
    auto stated = read_value(reading, subject, *value);
    if (!stated) return std::nullopt;
    statement.value = std::move(stated->set);
    statement.stated_unknown = stated->unknown;
    statement.as_written = std::move(stated->as_written);
    statement.span = value->span;
    return statement;
}

void add_statement(FactEntry& entry, Statement statement) {
    const bool unknown = statement.stated_unknown && (entry.statements.empty() || entry.state == FactState::stated_unknown);
    entry.state = unknown ? FactState::stated_unknown : FactState::stated;
    entry.statements.push_back(std::move(statement));
}

void read_preference(Reading& reading, const Node& mapping, FactEntry& entry) {
    const Node* because = mapping.find("because");
    const Node* preferred = mapping.find("preferred");
    if (because != nullptr) entry.because = read_text(reading, mapping.key_of(because), *because).value_or("");
    if (preferred == nullptr) {
        if (because == nullptr) return;
        reading.diagnostics.report(kinds::bad_preference, mapping.key_of(because).span,
                                   "`because` gives a reason, but no document is preferred",
                                   "add `preferred: DOCUMENT`, or remove the reason");
        return;
    }
    const Node& key = mapping.key_of(preferred);
    entry.preferred = read_document_name(reading, key, *preferred);
    if (because == nullptr) {
        reading.diagnostics.report(kinds::bad_preference, key.span, "a document is preferred without a reason",
                                   "add `because: \"…\"`; the reason is shown with the value");
    }
    if (!entry.preferred) return;
    const auto from_it = [&](const Statement& statement) { return statement.document == entry.preferred; };
    if (std::any_of(entry.statements.begin(), entry.statements.end(), from_it)) return;
    reading.diagnostics.report(kinds::bad_preference, preferred->span,
                               fmt::format("none of the statements comes from `{}`", preferred->text),
                               "prefer a document that one of the statements names");
}

bool read_statements(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& mapping,
                     FactEntry& entry) {
    check_keys(reading, mapping, "beside `statements`", {"statements", "preferred", "because"});
    const Node& list = *mapping.find("statements");
    const Node& key = mapping.key_of(&list);
    constexpr std::string_view example = "statements: [{value: yes, document: pr2}, {value: no, document: qme}]";
    if (!expect(reading, key, list, Node::Kind::sequence, example)) return false;
    if (list.items.empty() || list.items.size() > limits::max_statements) {
        reading.diagnostics.report(
            list.items.empty() ? kinds::empty_value : kinds::too_many, list.span,
            fmt::format("{} statements are listed; one to {} are possible", list.items.size(), limits::max_statements),
            "write each as {value: …, document: …}");
        return false;
    }
    const std::size_t errors = reading.diagnostics.errors();
    for (const Node& item : list.items) {
        if (!expect(reading, key, item, Node::Kind::mapping, example)) continue;
        if (auto statement = read_statement(reading, record, subject, item, "in a statement"))
            add_statement(entry, std::move(*statement));
    }
    // A statement that could not be read must not also be reported as missing.
    if (reading.diagnostics.errors() == errors) read_preference(reading, mapping, entry);
    return true;
}

// A mapping in one of the forms of an entry; a lone {one_of: […]} is a value and does not come here.
bool read_mapping(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& node, FactEntry& entry) {
    if (node.find("statements") != nullptr) return read_statements(reading, record, subject, node, entry);
    if (node.find("not_found") != nullptr) return read_not_found(reading, node, entry);
    if (node.find("one_of") != nullptr && node.find("value") == nullptr) {
        const Node& other = node.keys[node.keys.front().text == "one_of" ? 1 : 0];
        reading.diagnostics.report(kinds::misplaced_key, other.span, fmt::format("`{}` stands beside `one_of`", other.text),
                                   "put the set inside a value: {value: {one_of: […]}, document: …}");
        return false;
    }
    auto statement = read_statement(reading, record, subject, node, "beside a value");
    if (!statement) return false;
    add_statement(entry, std::move(*statement));
    return true;
}

}  // namespace

std::optional<FactEntry> read_entry(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& key,
                                    const Node& node) {
    FactEntry entry;
    entry.fact = subject.fact;
    entry.type = subject.type;
    entry.span = key.span;
    if (node.kind == Node::Kind::empty) {
        report_empty(reading, key);
        return std::nullopt;
    }
    if (subject.type.kind == TypeKind::list) return read_list(reading, record, subject, key, node);
    const bool plain_set = node.kind == Node::Kind::mapping && node.keys.size() == 1 && node.find("one_of") != nullptr;
    if (node.kind == Node::Kind::mapping && !plain_set) {
        if (!read_mapping(reading, record, subject, node, entry)) return std::nullopt;
        return entry;
    }
    auto stated = read_value(reading, subject, node);
    if (!stated) return std::nullopt;
    Statement statement;
    statement.value = std::move(stated->set);
    statement.stated_unknown = stated->unknown;
    statement.as_written = std::move(stated->as_written);
    statement.span = node.span;
    add_statement(entry, std::move(statement));
    return entry;
}

}  // namespace warrant::facts
