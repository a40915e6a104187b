// Turns expectations into edits of the suite's text, key by key, so that nothing else in it moves.
#include "interpreter/suite/accept.hpp"

#include "interpreter/facts/yaml_text.hpp"
#include "interpreter/justify/render.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace warrant {
namespace {

using facts::Node;
using facts::TextEdit;
using facts::written;
using facts::YamlText;

std::string written_list(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + written(text);
    return "[" + list + "]";
}

struct Entry {
    std::string key;
    std::optional<std::string> value;  // as YAML; unset: the key is not there

    friend bool operator==(const Entry&, const Entry&) = default;
};

Entry of_finding(std::string key, const std::optional<FindingName>& finding) {
    if (!finding) return {std::move(key), std::nullopt};
    return {std::move(key), std::string(words_of(*finding))};
}

Entry of_list(std::string key, const std::optional<std::vector<std::string>>& texts) {
    if (!texts) return {std::move(key), std::nullopt};
    return {std::move(key), written_list(*texts)};
}

// Every key of an expectation, in one order.
std::vector<Entry> entries_of(const Expectation& expectation) {
    std::vector<Entry> entries = {of_finding("finding", expectation.finding),
                                  of_finding("as_far_as_encoded", expectation.as_far_as_encoded),
                                  {"proposed", std::nullopt},
                                  of_list("quantity", expectation.quantity)};
    if (!expectation.proposed.empty()) entries[2].value = written(expectation.proposed);
    for (const suites::StatusKey& status : suites::status_keys) {
        std::optional<std::vector<std::string>> ids;
        for (const ExpectedParts& parts : expectation.parts) {
            if (parts.status == status.status) ids = parts.ids;
        }
        entries.push_back(of_list(std::string(status.key), ids));
    }
    entries.push_back(of_list("missing", expectation.missing));
    entries.push_back(of_list("assumed", expectation.assumed));
    entries.push_back({"cites", std::nullopt});
    if (!expectation.cites.empty()) entries.back().value = written_list(expectation.cites);
    return entries;
}

std::vector<TextEdit> edits_of(const YamlText& text, const Node& expect, const Expectation& before, const Expectation& after) {
    std::vector<TextEdit> edits;
    const std::vector<Entry> old_entries = entries_of(before);
    const std::vector<Entry> new_entries = entries_of(after);
    for (std::size_t i = 0; i < old_entries.size(); ++i) {
        if (old_entries[i] == new_entries[i]) continue;
        const Entry& now = new_entries[i];
        edits.push_back(now.value ? facts::set_value(text, expect, now.key, *now.value)
                                  : facts::take_out(text, expect, now.key));
    }
    return edits;
}

YamlText text_of(const SourceMap& sources, SourceId source) {
    return {sources.text(source), sources.base(source)};
}

}  // namespace

ChangedSuite accept_found(const SuiteResult& result, const SourceMap& sources) {
    ChangedSuite changed;
    const YamlText text = text_of(sources, result.suite->source);
    std::vector<TextEdit> all;
    for (const TestResult& test : result.tests) {
        if (test.mismatches.empty()) continue;
        const bool may_change = !test.test->published && test.now;
        const std::vector<TextEdit> edits =
            may_change ? edits_of(text, *test.test->mapping->find("expect"), test.test->expected, *test.now)
                       : std::vector<TextEdit>();
        if (edits.empty()) {
            ++changed.untouched;
            continue;
        }
        ++changed.tests;
        const Position place = sources.position(test.test->span.begin);
        changed.difference +=
            fmt::format("{}\n  {}:{}\n", full_name(*result.suite, *test.test), sources.name(place.source), place.line) +
            facts::changed_lines(text.text, edits);
        all.insert(all.end(), edits.begin(), edits.end());
    }
    changed.text = facts::edited(text.text, std::move(all));
    return changed;
}

ChangedSuite freeze(const Suite& suite, const Meaning& meaning, const std::string& because, const SourceMap& sources) {
    const YamlText text = text_of(sources, suite.source);
    const std::string value = fmt::format("{{guideline: {}, cases: {}, because: {}}}", written(meaning.guideline),
                                          written(meaning.cases), written(because));
    const bool again = suite.root.find("frozen") != nullptr;
    const std::vector<TextEdit> edits = {again ? facts::set_value(text, suite.root, "frozen", value)
                                               : facts::insert_after(text, suite.root, "edition", "frozen: " + value)};
    return {facts::edited(text.text, edits), facts::changed_lines(text.text, edits), suite.tests.size(), 0};
}

}  // namespace warrant
