// What a test expects. Findings, outcomes, parts and facts are checked by name here, so that a slip is not a test that fails.
#include "interpreter/justify/render.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/plan/lower.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace warrant::suites {
namespace {

constexpr std::array findings = {FindingName::supported, FindingName::partly_supported, FindingName::not_supported,
                                 FindingName::undetermined, FindingName::not_addressed};

// The texts of a list; one text may stand without brackets.
std::vector<const Node*> texts_of(SuiteReading& reading, const Entry& entry, std::string_view example) {
    std::vector<const Node*> texts;
    if (entry.value->kind == Node::Kind::scalar) return {entry.value};
    if (!facts::expect(reading.yaml, *entry.key, *entry.value, Node::Kind::sequence, example)) return texts;
    for (const Node& item : entry.value->items) {
        if (facts::expect(reading.yaml, *entry.key, item, Node::Kind::scalar, example)) texts.push_back(&item);
    }
    return texts;
}

std::vector<std::string> strings_of(const std::vector<const Node*>& nodes) {
    std::vector<std::string> strings;
    for (const Node* node : nodes) strings.push_back(node->text);
    return strings;
}

std::optional<FindingName> read_finding(SuiteReading& reading, const Entry& entry) {
    if (!facts::read_text(reading.yaml, *entry.key, *entry.value)) return std::nullopt;
    std::vector<std::string_view> known;
    for (const FindingName finding : findings) {
        if (entry.value->text == words_of(finding)) return finding;
        known.push_back(words_of(finding));
    }
    reading.diagnostics().report(kinds::bad_value, entry.value->span,
                                 fmt::format("there is no finding `{}`", entry.value->text),
                                 facts::suggest(reading.yaml, entry.value->text, known, "write " + facts::enumerate(known)));
    return std::nullopt;
}

std::string read_outcome(SuiteReading& reading, const Entry& entry) {
    const auto text = facts::read_text(reading.yaml, *entry.key, *entry.value);
    if (!text) return {};
    const Vocabulary& words = reading.shelf.vocabulary;
    std::vector<std::string_view> known;
    for (const OutcomeInfo& outcome : words.outcomes) known.push_back(outcome.name);
    if (words.outcome_by_name.count(*text) == 0) {
        reading.diagnostics().report(kinds::unknown_outcome, entry.value->span,
                                     fmt::format("no outcome `{}` is declared", *text),
                                     facts::suggest(reading.yaml, *text, known, "write " + facts::enumerate(known)));
    }
    return *text;
}

void add_part_ids(const ShelfModule& module, bool adds, std::vector<std::string>& ids) {
    const auto add = [&](const ast::Name& id) { ids.push_back(adds ? added_id(module.name, id.text) : id.text); };
    for (const ast::Decl& declaration : module.tree.decls) {
        if (const auto* criterion = std::get_if<ast::Criterion>(&declaration.kind)) add(criterion->id);
        if (const auto* limit = std::get_if<ast::Limit>(&declaration.kind)) add(limit->id);
    }
}

// The parts of the section, and of the guidelines that may add to it: `visit_caps.1`.
std::vector<std::string> part_ids(const Shelf& shelf, const ShelfModule& guideline) {
    std::vector<std::string> ids;
    if (guideline.tree.header.adds_to.empty()) add_part_ids(guideline, false, ids);
    for (const ShelfModule& module : shelf.modules) {
        if (!module.tree.header.adds_to.empty()) add_part_ids(module, true, ids);
    }
    return ids;
}

void read_parts(SuiteReading& reading, const ShelfModule& guideline, const Entry& entry, PartStatus status,
                Expectation& expected) {
    const std::vector<std::string> ids = part_ids(reading.shelf, guideline);
    const std::vector<std::string_view> known(ids.begin(), ids.end());
    ExpectedParts parts{status, {}};
    for (const Node* id : texts_of(reading, entry, fmt::format("{}: [1, 2]", entry.key->text))) {
        parts.ids.push_back(id->text);
        if (std::find(ids.begin(), ids.end(), id->text) != ids.end()) continue;
        reading.diagnostics().report(kinds::unknown_criterion, id->span,
                                     fmt::format("`{}` has no criterion and no limit `{}`", guideline.name, id->text),
                                     known.empty() ? "" : "it has " + facts::enumerate(known));
    }
    for (const std::string& id : parts.ids) {
        for (const ExpectedParts& other : expected.parts) {
            if (std::find(other.ids.begin(), other.ids.end(), id) == other.ids.end()) continue;
            reading.diagnostics().report(kinds::duplicate_key, entry.value->span,
                                         fmt::format("`{}` is expected to have two statuses", id),
                                         "a part has one status in a case; name it under one of them");
        }
    }
    expected.parts.push_back(std::move(parts));
}

std::vector<std::string> read_fact_paths(SuiteReading& reading, const Entry& entry) {
    const Vocabulary& words = reading.shelf.vocabulary;
    const std::vector<const Node*> paths = texts_of(reading, entry, fmt::format("{}: [goal.defined]", entry.key->text));
    for (const Node* path : paths) {
        if (words.fact_by_path.count(path->text) != 0) continue;
        std::vector<std::string_view> known;
        for (const FactInfo& fact : words.facts) known.push_back(fact.path);
        reading.diagnostics().report(
            kinds::unknown_name, path->span, fmt::format("no fact `{}` is declared", path->text),
            facts::suggest(reading.yaml, path->text, known, "write the fact's whole name, like injury.date"));
    }
    return strings_of(paths);
}

// Only two findings carry a part that is certain.
void check_quantity(SuiteReading& reading, const Entry& entry, FindingName finding) {
    if (finding == FindingName::partly_supported || finding == FindingName::undetermined) return;
    reading.diagnostics().report(
        kinds::bad_value, entry.key->span,
        fmt::format("a finding of {} has no quantity of its own to expect", words_of(finding)),
        "`quantity` is the certain part of a partly supported or undetermined finding; remove it here");
}

}  // namespace

Expectation read_expectation(SuiteReading& reading, const ShelfModule& guideline, const Node& mapping) {
    facts::check_keys(reading.yaml, mapping, "in what a test expects",
                      {"finding", "as_far_as_encoded", "proposed", "quantity", "met", "not_met", "unknown", "not_applicable",
                       "excepted", "missing", "assumed", "cites"});
    Expectation expected;
    if (const Entry finding = entry_of(mapping, "finding")) {
        const std::optional<FindingName> read = read_finding(reading, finding);
        expected.finding = read.value_or(FindingName::undetermined);
        if (const Entry quantity = entry_of(mapping, "quantity")) {
            expected.quantity = strings_of(texts_of(reading, quantity, "quantity: 12 visits"));
            if (read) check_quantity(reading, quantity, *read);
        }
    } else {
        report_missing(reading, mapping.span, "a test", "finding", "expect: {finding: supported}");
    }
    if (const Entry encoded = entry_of(mapping, "as_far_as_encoded"))
        expected.as_far_as_encoded = read_finding(reading, encoded);
    if (const Entry proposed = entry_of(mapping, "proposed")) expected.proposed = read_outcome(reading, proposed);
    for (const StatusKey& status : status_keys) {
        if (const Entry parts = entry_of(mapping, status.key)) read_parts(reading, guideline, parts, status.status, expected);
    }
    if (const Entry missing = entry_of(mapping, "missing")) expected.missing = read_fact_paths(reading, missing);
    if (const Entry assumed = entry_of(mapping, "assumed")) expected.assumed = read_fact_paths(reading, assumed);
    if (const Entry cites = entry_of(mapping, "cites"))
        expected.cites = strings_of(texts_of(reading, cites, "cites: [pp. 125-126]"));
    return expected;
}

}  // namespace warrant::suites
