// Reads a whole case: its heading, who reviews, the documents, the requests and the facts. Each part that cannot be read is
// reported, and the next is read all the same.
#include "dsl/limits.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace warrant {
namespace facts {
namespace {

constexpr std::array<std::string_view, 10> heading = {"case",        "procedure", "edition",   "decided",  "summary",
                                                      "ur_decision", "reviewer",  "documents", "requests", "facts"};

// A key of the case with its value; empty if the case lacks the key.
struct Part {
    const Node* key = nullptr;
    const Node* value = nullptr;

    explicit operator bool() const { return value != nullptr; }
};

Part part(const Node& mapping, std::string_view name) {
    const Node* value = mapping.find(name);
    if (value == nullptr) return {};
    return {&mapping.key_of(value), value};
}

void check_heading(Reading& reading, const Node& root) {
    for (const Node& key : root.keys) {
        if (std::find(heading.begin(), heading.end(), key.text) != heading.end()) continue;
        const bool is_fact = fact_named(reading.vocabulary, key.text).has_value() || reading.prefixes.count(key.text) != 0;
        if (is_fact) {
            const std::string first = key.text.substr(0, key.text.find('.'));
            std::string help = "write it under `facts`";
            if (first == "request") help = "write it in the item under `requests`, without `request.`";
            if (first == "ur_decision") help = "write it under `ur_decision`, without `ur_decision.`";
            reading.diagnostics.report(kinds::misplaced_key, key.span, fmt::format("`{}` does not belong here", key.text),
                                       help);
        } else {
            report_unknown_key(reading, key, "in the heading of a case", {heading.begin(), heading.end()});
        }
    }
}

// A list of texts, or a single one; each is handed to `take` with its node.
template <typename Take>
void read_texts(Reading& reading, const Part& list, std::string_view example, Take take) {
    if (list.value->kind == Node::Kind::scalar) {
        if (auto text = read_text(reading, *list.key, *list.value)) take(std::move(*text), *list.value);
        return;
    }
    if (!expect(reading, *list.key, *list.value, Node::Kind::sequence, example)) return;
    if (list.value->items.empty()) report_empty(reading, *list.key);
    for (const Node& item : list.value->items) {
        if (auto text = read_text(reading, *list.key, item)) take(std::move(*text), item);
    }
}

void add_edition(Reading& reading, CaseRecord& record, const std::string& text, const Node& node) {
    const std::size_t slash = text.find('/');
    EditionChoice choice{"", text, node.span};
    if (slash != std::string::npos) {
        choice.source = text.substr(0, slash);
        choice.edition = text.substr(slash + 1);
        if (choice.source.empty() || choice.edition.empty()) {
            reading.diagnostics.report(kinds::bad_value, node.span, fmt::format("`{}` names no edition", text),
                                       "write the source and its edition, like mtus/2009, or the edition alone");
            return;
        }
    }
    const auto same = [&](const EditionChoice& other) { return other.source == choice.source; };
    const auto first = std::find_if(record.editions.begin(), record.editions.end(), same);
    if (first != record.editions.end()) {
        reading.diagnostics
            .report(kinds::duplicate_key, node.span,
                    fmt::format("two editions are chosen{}", choice.source.empty() ? "" : " of `" + choice.source + "`"),
                    "name one edition for each source: [mtus/2009, acoem/2004]")
            .notes.push_back({first->span, "first chosen here"});
        return;
    }
    record.editions.push_back(std::move(choice));
}

void read_heading(Reading& reading, const Node& root, CaseRecord& record) {
    const auto text = [&](std::string_view name, std::string& to) {
        if (const Part found = part(root, name)) to = read_text(reading, *found.key, *found.value).value_or("");
    };
    text("case", record.id);
    text("procedure", record.procedure);
    text("summary", record.summary);
    if (!part(root, "case")) {
        reading.diagnostics.report(kinds::missing_key, root.span, "the case has no name",
                                   "begin it with `case: a-name-for-it`");
    }
    if (const Part procedure = part(root, "procedure")) record.procedure_span = procedure.value->span;
    if (const Part edition = part(root, "edition")) {
        read_texts(reading, edition, "edition: [mtus/2009]",
                   [&](const std::string& name, const Node& node) { add_edition(reading, record, name, node); });
    }
    if (const Part decided = part(root, "decided")) {
        record.decided_span = decided.value->span;
        if (expect(reading, *decided.key, *decided.value, Node::Kind::scalar, "decided: 2015-08-01")) {
            record.decided = read_days(reading, "decided", *decided.value);
        }
    }
}

void read_reviewer(Reading& reading, const Node& root, Reviewer& reviewer) {
    const Part found = part(root, "reviewer");
    constexpr std::string_view example = "reviewer: {licensed: [California], specialties: [Preventive Medicine]}";
    if (!found || !expect(reading, *found.key, *found.value, Node::Kind::mapping, example)) return;
    check_keys(reading, *found.value, "under `reviewer`", {"licensed", "specialties"});
    const auto texts = [&](std::string_view name, std::vector<std::string>& to) {
        const Part list = part(*found.value, name);
        if (list) read_texts(reading, list, example, [&](std::string text, const Node&) { to.push_back(std::move(text)); });
    };
    texts("licensed", reviewer.licensed);
    texts("specialties", reviewer.specialties);
}

void read_document(Reading& reading, const Node& mapping, Document& document) {
    check_keys(reading, mapping, "in a document", {"kind", "title", "date", "known_through", "author"});
    const auto text = [&](std::string_view name, std::string& to) {
        const Part found = part(mapping, name);
        if (!found) return;
        if (auto read = read_text(reading, *found.key, *found.value)) to = std::move(*read);
    };
    text("kind", document.kind);
    text("title", document.title);
    text("author", document.author);
    const Part date = part(mapping, "date");
    if (date && expect(reading, *date.key, *date.value, Node::Kind::scalar, "date: 2015-06-09")) {
        document.date = read_days(reading, "date", *date.value);
    }
    if (const Part through = part(mapping, "known_through")) {
        const auto other = read_document_name(reading, *through.key, *through.value);
        if (other) document.known_through = through.value->text;
    }
}

// A document cannot be known through itself, nor through one that is known through it.
void check_known_through(Reading& reading, const std::vector<Document>& documents) {
    for (const Document& document : documents) {
        const Document* at = &document;
        for (std::size_t steps = 0; !at->known_through.empty() && steps < documents.size(); ++steps) {
            at = &documents[reading.documents.at(at->known_through)];
            if (at != &document) continue;
            reading.diagnostics.report(kinds::bad_value, document.span,
                                       fmt::format("`{}` is known only through itself", document.id),
                                       "`known_through` names the document that was read and that recites this one");
            break;
        }
    }
}

void read_documents(Reading& reading, const Node& root, CaseRecord& record) {
    const Part found = part(root, "documents");
    constexpr std::string_view example = "documents: {pr2: {kind: pr2, title: \"Progress report\", date: 2015-06-09}}";
    if (!found || !expect(reading, *found.key, *found.value, Node::Kind::mapping, example)) return;
    const Node& mapping = *found.value;
    for (std::size_t index = 0; index < mapping.keys.size(); ++index) {
        Document document;
        document.id = mapping.keys[index].text;
        document.title = document.id;
        std::replace(document.title.begin(), document.title.end(), '_', ' ');
        document.span = mapping.keys[index].span;
        reading.documents.emplace(document.id, static_cast<std::uint32_t>(index));
        record.documents.push_back(std::move(document));
    }
    for (std::size_t index = 0; index < mapping.keys.size(); ++index) {
        if (!expect(reading, mapping.keys[index], mapping.items[index], Node::Kind::mapping,
                    "pr2: {kind: pr2, date: 2015-06-09}"))
            continue;
        read_document(reading, mapping.items[index], record.documents[index]);
    }
    check_known_through(reading, record.documents);
}

void read_requests(Reading& reading, const Node& root, CaseRecord& record) {
    const Part found = part(root, "requests");
    constexpr std::string_view example = "requests: [{service: work_hardening, quantity: 10 visits, date: 2015-06-09}]";
    if (!found) {
        reading.diagnostics.report(kinds::missing_key, root.span, "the case has no requests",
                                   fmt::format("say what was asked for: {}", example));
        return;
    }
    if (!expect(reading, *found.key, *found.value, Node::Kind::sequence, example)) return;
    const std::vector<Node>& items = found.value->items;
    if (items.empty() || items.size() > limits::max_requests) {
        reading.diagnostics.report(
            items.empty() ? kinds::empty_value : kinds::too_many, found.key->span,
            fmt::format("{} requests are listed; one to {} are possible", items.size(), limits::max_requests),
            items.empty() ? fmt::format("say what was asked for: {}", example) : "split the case");
        return;
    }
    for (const Node& item : items) {
        if (!expect(reading, *found.key, item, Node::Kind::mapping, example)) continue;
        Request request;
        request.span = item.span;
        read_facts(reading, record, item, FactScope::request, request.facts);
        record.requests.push_back(std::move(request));
    }
}

void read_record(Reading& reading, const Node& root, CaseRecord& record) {
    const auto facts_under = [&](std::string_view name, FactScope scope, std::string_view example) {
        const Part found = part(root, name);
        if (!found || !expect(reading, *found.key, *found.value, Node::Kind::mapping, example)) return;
        read_facts(reading, record, *found.value, scope, record.facts);
    };
    facts_under("ur_decision", FactScope::ur_decision, "ur_decision: {outcome: denied, basis: necessity}");
    facts_under("facts", FactScope::record, "facts: {injury.date: 2015-02-19}");
}

}  // namespace
}  // namespace facts

CaseRecord load_case(const SourceMap& sources, SourceId source, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    const std::uint32_t base = sources.base(source);
    const Span whole{base, static_cast<std::uint32_t>(base + text.size())};
    const std::size_t errors = diagnostics.errors();
    const auto root = facts::read_yaml(text, base, diagnostics);
    if (root && root->kind == facts::Node::Kind::mapping) return load_case(*root, source, whole, vocabulary, diagnostics);
    CaseRecord record;
    record.source = source;
    record.span = whole;
    if (diagnostics.errors() > errors) return record;
    const Span begin = root ? root->span : Span{base, base};
    diagnostics.report(kinds::wrong_shape, begin, "the text is not a case: a case is a mapping of keys to values",
                       "begin it with `case: a-name-for-it`");
    return record;
}

CaseRecord load_case(const facts::Node& mapping, SourceId source, Span span, const Vocabulary& vocabulary,
                     Diagnostics& diagnostics) {
    CaseRecord record;
    record.source = source;
    record.span = span;
    facts::Reading reading = facts::begin_reading(vocabulary, diagnostics);
    facts::check_heading(reading, mapping);
    facts::read_heading(reading, mapping, record);
    facts::read_reviewer(reading, mapping, record.reviewer);
    facts::read_documents(reading, mapping, record);
    facts::read_requests(reading, mapping, record);
    facts::read_record(reading, mapping, record);
    for (std::size_t request = 0; request < record.requests.size(); ++request) facts::derive_amounts(reading, record, request);
    return record;
}

}  // namespace warrant
