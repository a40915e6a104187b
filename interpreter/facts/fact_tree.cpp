// Which fact each key of a case means: dotted or nested, under `facts`, in a request item or in `ur_decision`. What the values
// say is read in entries.cpp.
#include "dsl/limits.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace warrant::facts {

std::string_view prefix_of(FactScope scope) {
    switch (scope) {
        case FactScope::record:
            return "";
        case FactScope::request:
            return "request";
        case FactScope::ur_decision:
            return "ur_decision";
    }
    return {};
}

namespace {

constexpr std::array<std::string_view, 4> form_keys = {"value", "one_of", "statements", "not_found"};

std::string_view where_it_belongs(FactScope scope) {
    switch (scope) {
        case FactScope::record:
            return "write it under `facts`";
        case FactScope::request:
            return "write it in the item under `requests`, without `request.`";
        case FactScope::ur_decision:
            return "write it under `ur_decision`, without `ur_decision.`";
    }
    return {};
}

std::string joined(std::string_view prefix, std::string_view key) {
    return prefix.empty() ? std::string(key) : fmt::format("{}.{}", prefix, key);
}

// The part of a path below a prefix; empty if it is not below it.
std::string_view below(std::string_view path, std::string_view prefix) {
    if (prefix.empty()) return path;
    const bool inside =
        path.size() > prefix.size() + 1 && path.substr(0, prefix.size()) == prefix && path[prefix.size()] == '.';
    return inside ? path.substr(prefix.size() + 1) : std::string_view{};
}

// One walk over a mapping of facts.
// Invariant: `seen` holds the place of every fact that was met, read or not, so that a second mention is noticed.
struct Walk {
    Reading& reading;
    CaseRecord& record;
    FactScope scope;
    std::vector<FactEntry>& entries;
    std::unordered_map<std::uint32_t, Span> seen;
    bool service_mistaken = false;  // and reported: in which unit an amount of the request is counted cannot be told then
};

// `age` for `worker.age`: what a person meant who left out the first words. Empty if no fact or several end so.
std::string_view fact_ending_in(const Vocabulary& vocabulary, FactScope scope, std::string_view key) {
    std::string_view found;
    for (const FactInfo& fact : vocabulary.facts) {
        const std::string_view path = fact.path;
        const bool ends_so = fact.scope == scope && path.size() > key.size() + 1 &&
                             path.substr(path.size() - key.size()) == key && path[path.size() - key.size() - 1] == '.';
        if (!ends_so) continue;
        if (!found.empty()) return {};
        found = path;
    }
    return found;
}

void report_unknown_fact(const Walk& walk, const Node& key, std::string_view prefix, const std::string& path) {
    const Vocabulary& vocabulary = walk.reading.vocabulary;
    std::string help = "leave it out, or declare it in a library of the shelf";
    // What is counted only, not kept, needs no search for the name that was meant.
    if (walk.reading.diagnostics.errors() < limits::max_diagnostics) {
        std::vector<std::string_view> known;
        for (const FactInfo& fact : vocabulary.facts) {
            const std::string_view rest = fact.scope == walk.scope ? below(fact.path, prefix) : std::string_view{};
            if (rest.empty()) continue;
            known.push_back(rest);
            if (const std::size_t dot = rest.find('.'); dot != std::string_view::npos) known.push_back(rest.substr(0, dot));
        }
        for (const IndexedFactInfo& fact : vocabulary.indexed_facts) {
            if (const std::string_view rest = below(fact.path, prefix); !rest.empty()) known.push_back(rest);
        }
        const std::string_view whole = fact_ending_in(vocabulary, walk.scope, key.text);
        if (!whole.empty()) help = fmt::format("did you mean `{}`?", below(whole, prefix_of(walk.scope)));
        help = suggest(walk.reading, key.text, known, std::move(help));
    }
    walk.reading.diagnostics.report(kinds::unknown_key, key.span, fmt::format("no fact `{}` is declared", path),
                                    std::move(help));
}

// Whether a fact of another scope is meant; if so it is reported.
bool misplaced(const Walk& walk, const Node& key, const std::string& path) {
    const Vocabulary& vocabulary = walk.reading.vocabulary;
    const auto whole = fact_named(vocabulary, key.text);
    for (const FactScope scope : {FactScope::record, FactScope::request, FactScope::ur_decision}) {
        const std::string_view prefix = prefix_of(scope);
        const bool named = !prefix.empty() && (path == prefix || !below(path, prefix).empty());
        const bool declared = whole && vocabulary.fact(*whole).scope == scope;
        if (scope == walk.scope || (!named && !declared)) continue;
        walk.reading.diagnostics.report(kinds::misplaced_key, key.span, fmt::format("`{}` does not belong here", key.text),
                                        std::string(where_it_belongs(scope)));
        return true;
    }
    const std::string_view own = prefix_of(walk.scope);
    if (own.empty() || below(key.text, own).empty()) return false;
    walk.reading.diagnostics.report(kinds::misplaced_key, key.span, fmt::format("`{}.` is not written here", own),
                                    fmt::format("write `{}`", below(key.text, own)));
    return true;
}

void read_fact(Walk& walk, FactId fact, const Node& key, const Node& value) {
    const FactInfo& info = walk.reading.vocabulary.fact(fact);
    const auto [first, added] = walk.seen.try_emplace(fact.index, key.span);
    if (!added) {
        walk.reading.diagnostics
            .report(kinds::duplicate_key, key.span, fmt::format("`{}` is stated twice", info.path),
                    "keep one of them, or write both under `statements`")
            .notes.push_back({first->second, "first stated here"});
        return;
    }
    const auto type = stored_type(walk.reading.vocabulary, fact, walk.entries);
    if (!type) {
        if (!walk.service_mistaken) report_unclear_amount(walk.reading, key.span, fact, walk.entries);
        return;
    }
    auto entry = read_entry(walk.reading, walk.record, {fact, *type, info.is_signed, info.path}, key, value);
    if (entry) walk.entries.push_back(std::move(*entry));
}

bool is_value_form(const Node& node) {
    return std::any_of(form_keys.begin(), form_keys.end(), [&](std::string_view key) { return node.find(key) != nullptr; });
}

void walk_mapping(Walk& walk, const Node& mapping, const std::string& prefix);

void walk_key(Walk& walk, const Node& key, const Node& value, const std::string& prefix) {
    const std::string path = joined(prefix, key.text);
    const auto fact = fact_named(walk.reading.vocabulary, path);
    const bool is_fact = fact && walk.reading.vocabulary.fact(*fact).scope == walk.scope;
    const bool has_parts = walk.reading.prefixes.count(path) != 0;
    const bool nested = has_parts && value.kind == Node::Kind::mapping && !(is_fact && is_value_form(value));
    if (!nested && is_fact) return read_fact(walk, *fact, key, value);
    if (misplaced(walk, key, path)) return;
    if (report_unknown_index(walk.reading, key, path)) return;
    if (!has_parts) return report_unknown_fact(walk, key, prefix, path);
    if (report_missing_index(walk.reading, value, path)) return;
    if (expect(walk.reading, key, value, Node::Kind::mapping, key.text + ": {…: …}")) walk_mapping(walk, value, path);
}

void walk_mapping(Walk& walk, const Node& mapping, const std::string& prefix) {
    for (std::size_t index = 0; index < mapping.keys.size(); ++index) {
        walk_key(walk, mapping.keys[index], mapping.items[index], prefix);
    }
}

}  // namespace

std::vector<std::uint32_t> possible_services(const std::vector<FactEntry>& entries, const Vocabulary& vocabulary) {
    const auto service = std::find_if(entries.begin(), entries.end(), [&](const FactEntry& entry) {
        return entry.type.kind == TypeKind::choice && entry.type.choice == vocabulary.service_type &&
               vocabulary.fact(entry.fact).path == "request.service";
    });
    std::vector<std::uint32_t> services;
    for (std::uint32_t index = 0; index < vocabulary.services.size(); ++index) {
        const auto allows = [&](const Statement& statement) { return contains(std::get<ChoiceSet>(statement.value), index); };
        const bool possible = service == entries.end() || service->statements.empty() ||
                              std::any_of(service->statements.begin(), service->statements.end(), allows);
        if (possible) services.push_back(index);
    }
    return services;
}

std::optional<Type> stored_type(const Vocabulary& vocabulary, FactId fact, const std::vector<FactEntry>& request) {
    const Type& declared = vocabulary.fact(fact).type;
    if (declared.kind != TypeKind::amount) return declared;
    return amount_type(vocabulary, declared, possible_services(request, vocabulary));
}

void report_unclear_amount(Reading& reading, Span span, FactId fact, const std::vector<FactEntry>& request) {
    std::vector<std::string_view> names;
    for (const std::uint32_t service : possible_services(request, reading.vocabulary)) {
        if (names.size() < 6) names.push_back(reading.vocabulary.services[service].name);
    }
    const std::string help = names.empty() ? "declare the service with the unit that it is counted in"
                                           : fmt::format("say which service is meant: possible are {}", enumerate(names));
    reading.diagnostics.report(kinds::unclear_amount, span,
                               fmt::format("the unit of `{}` is not clear: the possible services are not counted in one unit",
                                           reading.vocabulary.fact(fact).path),
                               help);
}

void read_facts(Reading& reading, CaseRecord& record, const Node& mapping, FactScope scope, std::vector<FactEntry>& entries) {
    Walk walk{reading, record, scope, entries, {}};
    const std::string prefix(prefix_of(scope));
    // The service says in which unit the amounts of a request are stored, wherever it stands among them.
    const Node* service = scope == FactScope::request ? mapping.find("service") : nullptr;
    const std::size_t first =
        service == nullptr ? mapping.keys.size() : static_cast<std::size_t>(service - mapping.items.data());
    if (service != nullptr) {
        const std::size_t errors = reading.diagnostics.errors();
        walk_key(walk, mapping.keys[first], mapping.items[first], prefix);
        walk.service_mistaken = reading.diagnostics.errors() > errors;
    }
    for (std::size_t index = 0; index < mapping.keys.size(); ++index) {
        if (index != first) walk_key(walk, mapping.keys[index], mapping.items[index], prefix);
    }
}

}  // namespace warrant::facts
