// The changes of a test as YAML, and the test around them.
#include "interpreter/suite/write_test.hpp"

#include "interpreter/facts/yaml_text.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::suites {
namespace {

Node scalar(const std::string& text, Span span) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = text;
    node.span = span;
    return node;
}

void add(Node& mapping, const std::string& key, Node value) {
    mapping.keys.push_back(scalar(key, value.span));
    mapping.items.push_back(std::move(value));
}

// A copy of a list or mapping of the test; an empty one if it has none.
Node copied(const SuiteTest& test, std::string_view key, Node::Kind kind) {
    if (const Node* found = test.mapping->find(key)) return *found;
    Node node;
    node.kind = kind;
    node.span = test.span;
    return node;
}

void forget(Node& container, const std::string& path) {
    const std::vector<Node>& names = container.kind == Node::Kind::mapping ? container.keys : container.items;
    const auto at = std::find_if(names.begin(), names.end(), [&](const Node& name) { return name.text == path; });
    if (at == names.end()) return;
    const auto index = at - names.begin();
    container.items.erase(container.items.begin() + index);
    if (container.kind == Node::Kind::mapping) container.keys.erase(container.keys.begin() + index);
}

}  // namespace

Node changed_test(const SuiteTest& test, const std::vector<WrittenChange>& changes) {
    Node remove = copied(test, "remove", Node::Kind::sequence);
    Node change = copied(test, "change", Node::Kind::mapping);
    for (const WrittenChange& written_change : changes) {
        forget(remove, written_change.path);
        forget(change, written_change.path);
        if (written_change.value) {
            add(change, written_change.path, scalar(*written_change.value, test.span));
        } else if (has_path(*test.body, written_change.path)) {
            remove.items.push_back(scalar(written_change.path, test.span));
        }
    }
    Node mapping;
    mapping.kind = Node::Kind::mapping;
    mapping.span = test.span;
    if (!remove.items.empty()) add(mapping, "remove", std::move(remove));
    if (!change.items.empty()) add(mapping, "change", std::move(change));
    return mapping;
}

std::string write_test(const SuiteTest& test, const Node& mapping, const std::string& name, const std::string& finding) {
    std::string text =
        fmt::format("  - name: {}\n    origin: synthetic\n    because: say why this must be so\n", facts::written(name));
    for (const std::string_view key : {"base", "case"}) {
        if (const Node* value = test.mapping->find(key)) text += fmt::format("    {}: {}\n", key, facts::written(*value));
    }
    for (std::size_t index = 0; index < mapping.items.size(); ++index)
        text += fmt::format("    {}: {}\n", mapping.keys[index].text, facts::written(mapping.items[index]));
    return text + fmt::format("    expect: {{finding: {}}}  # as it is found; compare it with the page\n", finding);
}

}  // namespace warrant::suites
