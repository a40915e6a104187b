// Where a case states a fact, dotted or nested, and how one is added where it does not.
#include "interpreter/facts/stated_facts.hpp"

#include "interpreter/facts/reading.hpp"

#include <algorithm>
#include <optional>

namespace warrant::facts {
namespace {

// An entry of a mapping.
struct Place {
    Node* mapping = nullptr;
    std::size_t entry = 0;
};

// The heading under which facts of a scope stand.
std::string_view heading_of(FactScope scope) {
    switch (scope) {
        case FactScope::record:
            return "facts";
        case FactScope::request:
            return "requests";
        case FactScope::ur_decision:
            break;
    }
    return "ur_decision";
}

std::string key_of(const FactInfo& fact) {
    const std::string_view prefix = prefix_of(fact.scope);
    return prefix.empty() ? fact.path : fact.path.substr(prefix.size() + 1);
}

// The mapping that facts of this one's scope stand in; null if the case has none yet.
Node* mapping_of(Node& root, const StatedFact& stated, FactScope scope) {
    const auto key =
        std::find_if(root.keys.begin(), root.keys.end(), [scope](const Node& one) { return one.text == heading_of(scope); });
    if (key == root.keys.end()) return nullptr;
    Node& found = root.items[static_cast<std::size_t>(key - root.keys.begin())];
    return scope == FactScope::request ? &found.items[stated.request] : &found;
}

std::optional<Place> place_below(Node& mapping, const std::string& prefix, FactId fact, const Vocabulary& vocabulary) {
    const std::string& whole = vocabulary.fact(fact).path;
    for (std::size_t entry = 0; entry < mapping.keys.size(); ++entry) {
        const std::string path = prefix.empty() ? mapping.keys[entry].text : prefix + "." + mapping.keys[entry].text;
        if (fact_named(vocabulary, path) == fact) return Place{&mapping, entry};
        const bool leads_on =
            whole.size() > path.size() && whole.starts_with(path) && (whole[path.size()] == '.' || whole[path.size()] == '(');
        Node& value = mapping.items[entry];
        if (!leads_on || value.kind != Node::Kind::mapping) continue;
        if (const auto place = place_below(value, path, fact, vocabulary)) return place;
    }
    return std::nullopt;
}

Node key_node(std::string text, Span span) {
    Node key;
    key.kind = Node::Kind::scalar;
    key.text = std::move(text);
    key.span = span;
    return key;
}

void put(Node& root, const StatedFact& stated, const Vocabulary& vocabulary) {
    const FactInfo& info = vocabulary.fact(stated.fact);
    Node* mapping = mapping_of(root, stated, info.scope);
    if (mapping == nullptr) {
        Node fresh;
        fresh.kind = Node::Kind::mapping;
        fresh.span = stated.value.span;
        root.keys.push_back(key_node(std::string(heading_of(info.scope)), stated.value.span));
        root.items.push_back(std::move(fresh));
        mapping = &root.items.back();
    }
    if (const auto place = place_below(*mapping, std::string(prefix_of(info.scope)), stated.fact, vocabulary)) {
        place->mapping->keys[place->entry].span = stated.value.span;
        place->mapping->items[place->entry] = stated.value;
        return;
    }
    mapping->keys.push_back(key_node(key_of(info), stated.value.span));
    mapping->items.push_back(stated.value);
}

// New entries of one mapping, or of a heading that the case does without.
struct Added {
    const Node* mapping = nullptr;
    std::string_view heading;
    std::vector<std::string> entries;
};

void add(std::vector<Added>& all, const Node* mapping, std::string_view heading, std::string entry) {
    const auto same = [&](const Added& other) { return other.mapping == mapping && other.heading == heading; };
    auto at = std::find_if(all.begin(), all.end(), same);
    if (at == all.end()) at = all.insert(all.end(), {mapping, heading, {}});
    at->entries.push_back(std::move(entry));
}

TextEdit heading_edit(const YamlText& yaml, const Node& root, const Added& added) {
    const bool in_braces = is_flow(yaml, root);
    std::string text = std::string(added.heading) + (in_braces ? ": {" : ":");
    std::vector<std::string> lines;
    for (const std::string& entry : added.entries) {
        if (!in_braces) lines.push_back("  " + entry);
        else text += (&entry == &added.entries.front() ? "" : ", ") + entry;
    }
    lines.insert(lines.begin(), in_braces ? text + "}" : text);
    return append(yaml, root, lines);
}

}  // namespace

Node with_facts(Node root, const std::vector<StatedFact>& stated, const Vocabulary& vocabulary) {
    for (const StatedFact& one : stated) put(root, one, vocabulary);
    return root;
}

std::string text_with_facts(const YamlText& yaml, Node root, const std::vector<StatedFact>& stated,
                            const Vocabulary& vocabulary) {
    std::vector<TextEdit> edits;
    std::vector<Added> all;
    for (const StatedFact& one : stated) {
        const FactInfo& info = vocabulary.fact(one.fact);
        Node* mapping = mapping_of(root, one, info.scope);
        const auto place =
            mapping == nullptr ? std::nullopt : place_below(*mapping, std::string(prefix_of(info.scope)), one.fact, vocabulary);
        const std::string value = written(one.value);
        if (place) edits.push_back(set_value(yaml, *place->mapping, place->mapping->keys[place->entry].text, value));
        else add(all, mapping, heading_of(info.scope), written(key_of(info)) + ": " + value);
    }
    // Where a case ends in a request, what is added to that comes before a heading of the case's own.
    std::stable_partition(all.begin(), all.end(), [](const Added& added) { return added.mapping != nullptr; });
    for (const Added& added : all)
        edits.push_back(added.mapping == nullptr ? heading_edit(yaml, root, added)
                                                 : append(yaml, *added.mapping, added.entries));
    return edited(yaml.text, std::move(edits));
}

}  // namespace warrant::facts
