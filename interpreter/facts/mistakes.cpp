// How the common mistakes of a case are put into words: unknown keys, empty values, lists where single values are needed.
// It reads no values of facts.
#include "dsl/limits.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::facts {
namespace {

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::empty:
            return "nothing";
        case Node::Kind::scalar:
            return "a single value";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::mapping:
            return "a mapping";
    }
    return {};
}

}  // namespace

Reading begin_reading(const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    Reading reading{vocabulary, diagnostics, {}, {}};
    for (const FactInfo& fact : vocabulary.facts) {
        for (std::size_t dot = fact.path.find('.'); dot != std::string::npos; dot = fact.path.find('.', dot + 1)) {
            reading.prefixes.insert(fact.path.substr(0, dot));
        }
    }
    for (const IndexedFactInfo& fact : vocabulary.indexed_facts) reading.prefixes.insert(fact.path);
    return reading;
}

std::string suggest(const Reading& reading, std::string_view wrong, const std::vector<std::string_view>& known,
                    std::string otherwise) {
    if (reading.diagnostics.errors() >= limits::max_diagnostics) return otherwise;
    const std::string_view near = nearest_name(wrong, known);
    return near.empty() ? otherwise : fmt::format("did you mean `{}`?", near);
}

std::string enumerate(const std::vector<std::string_view>& names) {
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index > 0) text += index + 1 == names.size() ? " or " : ", ";
        text += fmt::format("`{}`", names[index]);
    }
    return text;
}

void report_unknown_key(Reading& reading, const Node& key, std::string_view where, const std::vector<std::string_view>& known) {
    reading.diagnostics.report(kinds::unknown_key, key.span, fmt::format("`{}` is not known {}", key.text, where),
                               suggest(reading, key.text, known, "known are " + enumerate(known)));
}

void report_empty(Reading& reading, const Node& key) {
    reading.diagnostics.report(kinds::empty_value, key.span, fmt::format("`{}` has no value", key.text),
                               "write unknown, none, or leave the line out");
}

bool expect(Reading& reading, const Node& key, const Node& node, Node::Kind kind, std::string_view example) {
    if (node.kind == kind) return true;
    if (node.kind == Node::Kind::empty) {
        report_empty(reading, key);
    } else {
        reading.diagnostics.report(kinds::wrong_shape, node.span,
                                   fmt::format("{} stands here; `{}` takes {}", name_of(node.kind), key.text, name_of(kind)),
                                   fmt::format("write it like this: {}", example));
    }
    return false;
}

void check_keys(Reading& reading, const Node& mapping, std::string_view where, std::initializer_list<std::string_view> known) {
    for (const Node& key : mapping.keys) {
        if (std::find(known.begin(), known.end(), key.text) == known.end()) report_unknown_key(reading, key, where, known);
    }
}

bool report_unknown_index(Reading& reading, const Node& key, const std::string& path) {
    const Vocabulary& vocabulary = reading.vocabulary;
    const auto parts = indexed_path(vocabulary, path);
    if (!parts || !vocabulary.indexed_facts[parts->indexed].index.valid()) return false;
    const IndexedFactInfo& fact = vocabulary.indexed_facts[parts->indexed];
    std::vector<std::string_view> names;
    for (const ChoiceValueInfo& value : vocabulary.choice_type(fact.index).values) names.push_back(value.name);
    const std::string kind = print_type(vocabulary, Type{TypeKind::choice, {}, {}, fact.index});
    const std::string otherwise =
        names.size() > 8 ? fmt::format("write the name of a declared {}", kind) : "its values are " + enumerate(names);
    // The value ends the key, in parentheses or not.
    const std::size_t tail = parts->value.size() + (path.ends_with(')') ? 1 : 0);
    const std::string_view written = std::string_view(key.text).substr(key.text.size() - tail, parts->value.size());
    reading.diagnostics.report(
        kinds::unknown_key, place_of(key, written),
        fmt::format("`{}` is no {}, and `{}` is stated for each {}", parts->value, kind, fact.path, kind),
        suggest(reading, parts->value, names, otherwise));
    return true;
}

bool report_missing_index(Reading& reading, const Node& value, const std::string& path) {
    const Vocabulary& vocabulary = reading.vocabulary;
    const auto found = vocabulary.indexed_by_path.find(path);
    if (found == vocabulary.indexed_by_path.end() || value.kind != Node::Kind::scalar) return false;
    const IndexedFactInfo& fact = vocabulary.indexed_facts[found->second];
    if (!fact.index.valid()) return false;
    const auto& values = vocabulary.choice_type(fact.index).values;
    const std::string_view example = values.empty() ? std::string_view("…") : std::string_view(values.front().name);
    reading.diagnostics.report(kinds::wrong_shape, value.span,
                               fmt::format("`{}` is stated for each {}, and this does not say for which", fact.path,
                                           print_type(vocabulary, Type{TypeKind::choice, {}, {}, fact.index})),
                               fmt::format("write {}: {{{}: {}}}", fact.path, example, value.text));
    return true;
}

std::optional<std::string> read_text(Reading& reading, const Node& key, const Node& node) {
    if (!expect(reading, key, node, Node::Kind::scalar, key.text + ": some text")) return std::nullopt;
    if (!trimmed(node.text).empty()) return node.text;
    report_empty(reading, key);
    return std::nullopt;
}

std::optional<std::uint32_t> read_document_name(Reading& reading, const Node& key, const Node& node) {
    const auto name = read_text(reading, key, node);
    if (!name) return std::nullopt;
    const auto found = reading.documents.find(*name);
    if (found != reading.documents.end()) return found->second;
    std::vector<std::string_view> known;
    for (const auto& [id, index] : reading.documents) known.push_back(id);
    std::sort(known.begin(), known.end());
    const std::string otherwise = "list it under `documents`: " + *name + ": {kind: …, title: …}";
    reading.diagnostics.report(kinds::unknown_document, node.span, fmt::format("no document `{}` is listed", *name),
                               suggest(reading, *name, known, otherwise));
    return std::nullopt;
}

}  // namespace warrant::facts
