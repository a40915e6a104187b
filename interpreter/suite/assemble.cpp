// The case of a test from its base: what `remove` names is taken out, then what `change` names is put in. Works on the YAML, so
// that whatever a case may say can be changed; what the values mean is read later.
#include "interpreter/kinds.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace warrant::suites {
namespace {

// A value in the tree: its container and its number there.
struct Place {
    Node* container = nullptr;
    std::size_t index = 0;
};

// The number that a path begins with: the 0 of `0.quantity`.
std::optional<std::size_t> number_of(std::string_view segment) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(segment.data(), segment.data() + segment.size(), number);
    if (error != std::errc{} || end != segment.data() + segment.size()) return std::nullopt;
    return number;
}

// Where a path leads; keys may be dotted themselves, so each is compared with the path's beginning. Nothing if it leads
// nowhere; then `nearest` is the innermost container on the way, and `rest` what it lacks.
std::optional<Place> follow(Node& from, std::string_view path, Node*& nearest, std::string_view& rest) {
    nearest = &from;
    rest = path;
    const std::string_view segment = path.substr(0, path.find('.'));
    if (from.kind == Node::Kind::sequence) {
        const std::optional<std::size_t> number = number_of(segment);
        if (!number || *number >= from.items.size()) return std::nullopt;
        if (segment.size() == path.size()) return Place{&from, *number};
        return follow(from.items[*number], path.substr(segment.size() + 1), nearest, rest);
    }
    if (from.kind != Node::Kind::mapping) return std::nullopt;
    for (std::size_t index = 0; index < from.keys.size(); ++index) {
        if (from.keys[index].text == path) return Place{&from, index};
    }
    for (std::size_t index = 0; index < from.keys.size(); ++index) {
        const std::string& key = from.keys[index].text;
        const bool on_the_way = path.size() > key.size() && path.starts_with(key) && path[key.size()] == '.';
        if (on_the_way) return follow(from.items[index], path.substr(key.size() + 1), nearest, rest);
    }
    return std::nullopt;
}

// Every path of a case that a test could name, for suggestions.
void add_paths(const Node& node, const std::string& prefix, std::vector<std::string>& paths) {
    for (std::size_t index = 0; index < node.items.size(); ++index) {
        const std::string name = node.kind == Node::Kind::mapping ? node.keys[index].text : std::to_string(index);
        paths.push_back(prefix.empty() ? name : prefix + "." + name);
        add_paths(node.items[index], std::string(paths.back()), paths);
    }
}

void report_nowhere(SuiteReading& reading, const Node& root, const Node& path, std::string otherwise) {
    std::vector<std::string> paths;
    add_paths(root, "", paths);
    const std::vector<std::string_view> known(paths.begin(), paths.end());
    reading.diagnostics().report(kinds::unknown_path, path.span, fmt::format("the base has no `{}`", path.text),
                                 facts::suggest(reading.yaml, path.text, known, std::move(otherwise)));
}

void remove_path(SuiteReading& reading, Node& root, const Node& path) {
    Node* nearest = nullptr;
    std::string_view rest;
    const std::optional<Place> place = follow(root, path.text, nearest, rest);
    if (!place) {
        report_nowhere(reading, root, path, "remove only what the base has: `facts.injury.date`, `requests.0.quantity`");
        return;
    }
    const auto index = static_cast<std::ptrdiff_t>(place->index);
    place->container->items.erase(place->container->items.begin() + index);
    if (place->container->kind == Node::Kind::mapping) place->container->keys.erase(place->container->keys.begin() + index);
}

// The key of a changed value that the base does not have: the part of the path below the mapping that it is put into.
Node key_below(const Node& path, std::string_view rest) {
    Node key = path;
    key.text = std::string(rest);
    key.span = facts::place_of(path, rest);
    return key;
}

void change_path(SuiteReading& reading, Node& root, const Node& path, const Node& value) {
    Node* nearest = nullptr;
    std::string_view rest;
    if (const std::optional<Place> place = follow(root, path.text, nearest, rest)) {
        if (place->container->kind == Node::Kind::mapping) place->container->keys[place->index].span = path.span;
        place->container->items[place->index] = value;
        return;
    }
    const std::size_t dot = rest.find('.');
    if (nearest == &root && dot != std::string_view::npos) {
        // A heading such as `facts` that the base does without.
        Node heading;
        heading.kind = Node::Kind::mapping;
        heading.span = path.span;
        heading.keys.push_back(key_below(path, rest.substr(dot + 1)));
        heading.items.push_back(value);
        root.keys.push_back(key_below(path, rest.substr(0, dot)));
        root.items.push_back(std::move(heading));
    } else if (nearest->kind == Node::Kind::mapping) {
        nearest->keys.push_back(key_below(path, rest));
        nearest->items.push_back(value);
    } else {
        report_nowhere(reading, root, path, "change what the base has, or a fact: `facts.injury.date`, `requests.0.quantity`");
    }
}

}  // namespace

bool has_path(const Node& body, std::string_view path) {
    Node copy = body;
    Node* nearest = nullptr;
    std::string_view rest;
    return follow(copy, path, nearest, rest).has_value();
}

Node assembled(SuiteReading& reading, const Node& base, const Node& test) {
    Node root = base;
    if (const Entry remove = entry_of(reading, test, "remove", Node::Kind::sequence, "remove: [facts.injury.date]")) {
        for (const Node& path : remove.value->items) {
            if (facts::expect(reading.yaml, *remove.key, path, Node::Kind::scalar, "remove: [facts.injury.date]"))
                remove_path(reading, root, path);
        }
    }
    constexpr std::string_view example = "change: {facts.injury.date: 2015-02-19}";
    if (const Entry change = entry_of(reading, test, "change", Node::Kind::mapping, example)) {
        for (std::size_t index = 0; index < change.value->keys.size(); ++index)
            change_path(reading, root, change.value->keys[index], change.value->items[index]);
    }
    return root;
}

}  // namespace warrant::suites
