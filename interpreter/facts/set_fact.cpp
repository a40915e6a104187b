// `FACT=VALUE` from the command line: puts a value in the place of what the record says, marked as hypothetical.
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant {
namespace facts {
namespace {

void put(std::vector<FactEntry>& entries, FactEntry entry) {
    entry.state = FactState::hypothetical;
    const auto old =
        std::find_if(entries.begin(), entries.end(), [&](const FactEntry& other) { return other.fact == entry.fact; });
    if (old == entries.end()) {
        entries.push_back(std::move(entry));
    } else {
        *old = std::move(entry);
    }
}

std::optional<FactId> find_fact(Reading& reading, const Node& name) {
    if (const auto found = fact_named(reading.vocabulary, name.text)) return found;
    if (report_unknown_index(reading, name, name.text)) return std::nullopt;
    if (const auto indexed = reading.vocabulary.indexed_by_path.find(name.text);
        indexed != reading.vocabulary.indexed_by_path.end() &&
        reading.vocabulary.indexed_facts[indexed->second].index.valid()) {
        const ChoiceTypeId index = reading.vocabulary.indexed_facts[indexed->second].index;
        reading.diagnostics.report(kinds::unknown_key, name.span,
                                   fmt::format("`{}` is a fact for each {}", name.text,
                                               print_type(reading.vocabulary, Type{TypeKind::choice, {}, {}, index})),
                                   fmt::format("say for which, as in {}(…)=…", name.text));
        return std::nullopt;
    }
    std::vector<std::string_view> known;
    for (const FactInfo& fact : reading.vocabulary.facts) known.push_back(fact.path);
    reading.diagnostics.report(kinds::unknown_key, name.span, fmt::format("no fact `{}` is declared", name.text),
                               suggest(reading, name.text, known, "write the fact's whole name, like worker.age"));
    return std::nullopt;
}

// With another service the amounts already stated must still be in a unit that it is counted in.
bool amounts_still_fit(Reading& reading, const Request& request, Span span) {
    for (const FactEntry& entry : request.facts) {
        if (stored_type(reading.vocabulary, entry.fact, request.facts) == entry.type) continue;
        reading.diagnostics.report(
            kinds::unit_mismatch, span,
            fmt::format("the request states `{}` in {}, in which this service is not counted",
                        reading.vocabulary.fact(entry.fact).path, print_type(reading.vocabulary, entry.type)),
            "change the amount in the case first");
        return false;
    }
    return true;
}

// Reads a value that nothing is wrong with.
std::optional<FactEntry> read_sound_entry(Reading& reading, const CaseRecord& record, const Subject& subject, const Node& name,
                                          const Node& value) {
    const std::size_t errors = reading.diagnostics.errors();
    auto entry = read_entry(reading, record, subject, name, value);
    return reading.diagnostics.errors() == errors ? entry : std::nullopt;
}

void set_in_requests(Reading& reading, CaseRecord& record, FactId fact, const Node& name, const Node& value) {
    const FactInfo& info = reading.vocabulary.fact(fact);
    for (std::size_t index = 0; index < record.requests.size(); ++index) {
        Request& request = record.requests[index];
        const auto type = stored_type(reading.vocabulary, fact, request.facts);
        if (!type) return report_unclear_amount(reading, name.span, fact, request.facts);
        auto entry = read_sound_entry(reading, record, {fact, *type, info.is_signed, info.path}, name, value);
        if (!entry) return;
        put(request.facts, std::move(*entry));
        if (!amounts_still_fit(reading, request, value.span)) return;
        derive_amounts(reading, record, index);
    }
}

void set_in_record(Reading& reading, CaseRecord& record, FactId fact, const Node& name, const Node& value) {
    const FactInfo& info = reading.vocabulary.fact(fact);
    auto entry = read_sound_entry(reading, record, {fact, info.type, info.is_signed, info.path}, name, value);
    if (entry) put(record.facts, std::move(*entry));
}

Node name_node(std::string_view text, std::uint32_t base) {
    Node node;
    node.kind = Node::Kind::scalar;
    const std::string_view name = trimmed(text);
    const auto begin = static_cast<std::uint32_t>(base + static_cast<std::size_t>(name.data() - text.data()));
    node.text = std::string(name);
    node.span = {begin, static_cast<std::uint32_t>(begin + name.size())};
    node.verbatim = begin;
    return node;
}

}  // namespace
}  // namespace facts

void set_fact(CaseRecord& record, const SourceMap& sources, SourceId assignment, const Vocabulary& vocabulary,
              Diagnostics& diagnostics) {
    const std::string_view text = sources.text(assignment);
    const std::uint32_t base = sources.base(assignment);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
        diagnostics.report(kinds::wrong_shape, {base, static_cast<std::uint32_t>(base + text.size())},
                           "this sets nothing: an equals sign is missing", "write FACT=VALUE, like worker.age=45");
        return;
    }
    record.hypothetical = true;
    facts::Reading reading = facts::begin_reading(vocabulary, diagnostics);
    for (std::size_t index = 0; index < record.documents.size(); ++index) {
        reading.documents.emplace(record.documents[index].id, static_cast<std::uint32_t>(index));
    }
    const facts::Node name = facts::name_node(text.substr(0, equals), base);
    const auto fact = facts::find_fact(reading, name);
    const std::size_t errors = diagnostics.errors();
    const auto value = facts::read_yaml(text.substr(equals + 1), static_cast<std::uint32_t>(base + equals + 1), diagnostics);
    if (!fact || diagnostics.errors() > errors) return;
    if (!value) return facts::report_empty(reading, name);
    if (vocabulary.fact(*fact).scope == FactScope::request) {
        facts::set_in_requests(reading, record, *fact, name, *value);
    } else {
        facts::set_in_record(reading, record, *fact, name, *value);
    }
}

}  // namespace warrant
