// Reads a suite from YAML: which section in which edition, the cases to build on, and the tests. Cases and expectations are
// read by the files beside this one.
#include "interpreter/kinds.hpp"
#include "interpreter/suite/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace warrant {
namespace suites {

Entry entry_of(const Node& mapping, std::string_view name) {
    const Node* value = mapping.find(name);
    if (value == nullptr) return {};
    return {&mapping.key_of(value), value};
}

Entry entry_of(SuiteReading& reading, const Node& mapping, std::string_view name, Node::Kind kind, std::string_view example) {
    const Entry entry = entry_of(mapping, name);
    if (!entry || !facts::expect(reading.yaml, *entry.key, *entry.value, kind, example)) return {};
    return entry;
}

void report_missing(SuiteReading& reading, Span span, std::string_view what, std::string_view name, std::string_view example) {
    reading.diagnostics().report(kinds::missing_key, span, fmt::format("{} needs `{}`", what, name),
                                 fmt::format("write it like this: {}", example));
}

std::string needed_text(SuiteReading& reading, const Node& mapping, Span span, std::string_view what, std::string_view name,
                        std::string_view example) {
    const Entry entry = entry_of(mapping, name);
    if (entry) return facts::read_text(reading.yaml, *entry.key, *entry.value).value_or("");
    report_missing(reading, span, what, name, example);
    return {};
}

namespace {

// What stands in every case of a suite, said by the suite itself.
bool leaves_out_what_the_suite_says(SuiteReading& reading, const Node& body) {
    bool ok = true;
    for (const Node& key : body.keys) {
        if (key.text != "case" && key.text != "edition" && key.text != "guideline") continue;
        reading.diagnostics().report(
            kinds::misplaced_key, key.span, fmt::format("`{}` does not belong here", key.text),
            "remove it; a case of a suite is named after its test, and the suite says the guideline and "
            "its edition");
        ok = false;
    }
    return ok;
}

}  // namespace

std::optional<CaseRecord> read_body(SuiteReading& reading, Node body, const std::string& name, Span span) {
    const std::size_t before = reading.diagnostics().errors();
    if (!leaves_out_what_the_suite_says(reading, body)) return std::nullopt;
    Node key;
    key.kind = Node::Kind::scalar;
    key.text = "case";
    key.span = span;
    Node value = key;
    value.text = name;
    body.keys.push_back(std::move(key));
    body.items.push_back(std::move(value));
    CaseRecord record = load_case(body, reading.source, span, reading.shelf.vocabulary, reading.diagnostics());
    if (reading.diagnostics().errors() > before) return std::nullopt;
    return record;
}

namespace {

// The section under test; null if it is not on the shelf, which is reported.
const ShelfModule* find_guideline(SuiteReading& reading, const Node& root) {
    const std::string name = needed_text(reading, root, root.span, "a suite", "suite", "suite: mtus.work_hardening");
    const std::string edition = needed_text(reading, root, root.span, "a suite", "edition", "edition: 2009");
    if (name.empty() || edition.empty()) return nullptr;
    std::vector<std::string_view> names;
    std::vector<std::string_view> editions;
    for (const ShelfModule& module : reading.shelf.modules) {
        if (module.tree.header.kind != ast::ModuleKind::guideline) continue;
        names.push_back(module.name);
        if (module.name != name) continue;
        if (module.edition == edition) return &module;
        editions.push_back(module.edition);
    }
    if (editions.empty()) {
        reading.diagnostics().report(kinds::unknown_module, root.find("suite")->span,
                                     fmt::format("no guideline `{}` is on the shelf", name),
                                     facts::suggest(reading.yaml, name, names, "give the name that its file begins with"));
    } else {
        reading.diagnostics().report(kinds::unknown_edition, root.find("edition")->span,
                                     fmt::format("`{}` has no edition {}", name, edition),
                                     "on the shelf is " + facts::enumerate(editions));
    }
    return nullptr;
}

}  // namespace

Bases read_bases(SuiteReading& reading, const Node& root) {
    Bases bases;
    constexpr std::string_view example = "cases: {favourable: {requests: […], facts: {…}}}";
    const Entry cases = entry_of(reading, root, "cases", Node::Kind::mapping, example);
    if (!cases) return bases;
    for (std::size_t index = 0; index < cases.value->keys.size(); ++index) {
        const Node& key = cases.value->keys[index];
        const Node& body = cases.value->items[index];
        const bool shaped = facts::expect(reading.yaml, key, body, Node::Kind::mapping, example);
        const bool sound = shaped && read_body(reading, body, key.text, key.span).has_value();
        bases.emplace(key.text, sound ? &body : nullptr);
    }
    return bases;
}

const Node* body_of(SuiteReading& reading, const Node& test, const Bases& bases) {
    const Entry base = entry_of(test, "base");
    const Entry own = entry_of(test, "case");
    if (base && own) {
        reading.diagnostics().report(kinds::misplaced_key, own.key->span, "a test has both `base` and `case`",
                                     "keep one: `base` names a case under `cases`, `case` holds a whole one");
        return nullptr;
    }
    if (own) return entry_of(reading, test, "case", Node::Kind::mapping, "case: {requests: […], facts: {…}}").value;
    if (!base) {
        report_missing(reading, test.span, "a test", "base",
                       "base: favourable, a name under `cases`; or `case:` and a whole case");
        return nullptr;
    }
    const auto name = facts::read_text(reading.yaml, *base.key, *base.value);
    if (!name) return nullptr;
    const auto found = bases.find(*name);
    if (found != bases.end()) return found->second;
    std::vector<std::string_view> known;
    for (const auto& [other, body] : bases) known.push_back(other);
    std::sort(known.begin(), known.end());
    reading.diagnostics().report(kinds::unknown_base, base.value->span, fmt::format("no case `{}` stands under `cases`", *name),
                                 facts::suggest(reading.yaml, *name, known,
                                                known.empty() ? "write the case under `cases`, or as `case:` in the test"
                                                              : "there is " + facts::enumerate(known)));
    return nullptr;
}

std::optional<CaseRecord> read_test_case(SuiteReading& reading, const Node& test, const Node& body, const std::string& name,
                                         Span span) {
    const std::size_t before = reading.diagnostics().errors();
    Node assembled = suites::assembled(reading, body, test);
    if (reading.diagnostics().errors() > before) return std::nullopt;
    return read_body(reading, std::move(assembled), name, span);
}

namespace {

// A finding is of one request.
void check_requests(SuiteReading& reading, const CaseRecord& record) {
    if (record.requests.size() < 2) return;
    reading.diagnostics().report(
        kinds::several_requests, record.span,
        fmt::format("the case of this test has {} requests, each with its own finding", record.requests.size()),
        "write a test for each request");
}

std::optional<SuiteTest> read_test(SuiteReading& reading, const Node& mapping, const ShelfModule& guideline,
                                   const Bases& bases) {
    const std::size_t before = reading.diagnostics().errors();
    facts::check_keys(reading.yaml, mapping, "in a test",
                      {"name", "origin", "published", "because", "base", "case", "change", "remove", "expect"});
    // A misspelt key must not also be reported as missing.
    if (reading.diagnostics().errors() > before) return std::nullopt;
    SuiteTest test;
    const Node* name = mapping.find("name");
    test.span = name != nullptr ? name->span : mapping.span;
    test.name = needed_text(reading, mapping, test.span, "a test", "name", "name: everything shown");
    test.origin =
        needed_text(reading, mapping, test.span, "a test", "origin", "origin: synthetic, or the id of a published decision");
    test.published = read_published(reading, mapping, test.origin, test.span);
    test.because =
        needed_text(reading, mapping, test.span, "a test", "because", "because: one line saying why this must be so");
    test.mapping = &mapping;
    test.body = body_of(reading, mapping, bases);
    if (test.body != nullptr) {
        if (auto record = read_test_case(reading, mapping, *test.body, test.name, test.span)) {
            test.record = std::move(*record);
            check_requests(reading, test.record);
        }
    }
    constexpr std::string_view example = "expect: {finding: supported}";
    if (const Entry expect = entry_of(reading, mapping, "expect", Node::Kind::mapping, example)) {
        test.expected = read_expectation(reading, guideline, *expect.value);
    } else if (mapping.find("expect") == nullptr) {
        report_missing(reading, test.span, "a test", "expect", example);
    }
    if (reading.diagnostics().errors() > before) return std::nullopt;
    return test;
}

std::optional<Seen> read_seen(SuiteReading& reading, const Entry& entry) {
    constexpr std::array<std::string_view, 3> known = {"true", "false", "unknown"};
    constexpr std::array seen = {Seen::yes, Seen::no, Seen::unknown};
    if (!facts::read_text(reading.yaml, *entry.key, *entry.value)) return std::nullopt;
    for (std::size_t index = 0; index < known.size(); ++index) {
        if (entry.value->text == known[index]) return seen[index];
    }
    reading.diagnostics().report(kinds::bad_value, entry.value->span,
                                 fmt::format("`{}` is no value of a part", entry.value->text), "write true, false or unknown");
    return std::nullopt;
}

void read_excuses(SuiteReading& reading, const Node& root, Suite& suite) {
    constexpr std::string_view example = "excused: [{part: 5a, seen: unknown, because: …}]";
    const Entry excused = entry_of(reading, root, "excused", Node::Kind::sequence, example);
    if (!excused) return;
    for (const Node& item : excused.value->items) {
        if (!facts::expect(reading.yaml, *excused.key, item, Node::Kind::mapping, example)) continue;
        const std::size_t before = reading.diagnostics().errors();
        facts::check_keys(reading.yaml, item, "in an excuse", {"part", "seen", "because"});
        if (reading.diagnostics().errors() > before) continue;
        Excuse excuse;
        excuse.span = item.span;
        excuse.part = needed_text(reading, item, item.span, "an excuse", "part", example);
        excuse.because = needed_text(reading, item, item.span, "an excuse", "because", example);
        if (const Entry seen = entry_of(item, "seen")) {
            excuse.seen = read_seen(reading, seen).value_or(Seen::yes);
        } else {
            report_missing(reading, item.span, "an excuse", "seen", example);
        }
        suite.excused.push_back(std::move(excuse));
    }
}

void read_frozen(SuiteReading& reading, const Node& root, Suite& suite) {
    constexpr std::string_view example = "warrant test --freeze REASON, with the file, writes it";
    const Entry entry = entry_of(reading, root, "frozen", Node::Kind::mapping, example);
    if (!entry) return;
    facts::check_keys(reading.yaml, *entry.value, "in what freezes a suite", {"guideline", "cases", "because"});
    Frozen& frozen = suite.frozen.emplace();
    frozen.guideline = needed_text(reading, *entry.value, entry.key->span, "what freezes a suite", "guideline", example);
    frozen.cases = needed_text(reading, *entry.value, entry.key->span, "what freezes a suite", "cases", example);
    frozen.test.because = needed_text(reading, *entry.value, entry.key->span, "what freezes a suite", "because", example);
    frozen.test.name = "frozen";
    frozen.test.origin = "synthetic";
    frozen.test.span = entry.key->span;
}

void report_repeated_names(SuiteReading& reading, const std::vector<SuiteTest>& tests) {
    std::unordered_map<std::string_view, Span> first;
    for (const SuiteTest& test : tests) {
        const auto [seen, added] = first.try_emplace(test.name, test.span);
        if (added) continue;
        reading.diagnostics()
            .report(kinds::duplicate_key, test.span, fmt::format("two tests are named `{}`", test.name),
                    "give each test of a suite its own name")
            .notes.push_back({seen->second, "the first one"});
    }
}

void read_tests(SuiteReading& reading, const Node& root, const Bases& bases, Suite& suite) {
    constexpr std::string_view example = "tests: [{name: …, origin: synthetic, because: …, base: …, expect: {finding: …}}]";
    const Entry tests = entry_of(reading, root, "tests", Node::Kind::sequence, example);
    if (!tests && root.find("tests") == nullptr) report_missing(reading, root.span, "a suite", "tests", example);
    if (!tests) return;
    for (const Node& item : tests.value->items) {
        if (!facts::expect(reading.yaml, *tests.key, item, Node::Kind::mapping, example)) continue;
        if (suite.guideline == nullptr) continue;
        if (auto test = read_test(reading, item, *suite.guideline, bases)) suite.tests.push_back(std::move(*test));
    }
    report_repeated_names(reading, suite.tests);
}

}  // namespace
}  // namespace suites

std::optional<Suite> load_suite(const SourceMap& sources, SourceId source, const Shelf& shelf, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const std::uint32_t base = sources.base(source);
    auto root = facts::read_yaml(sources.text(source), base, diagnostics);
    if (!root || root->kind != facts::Node::Kind::mapping) {
        if (diagnostics.errors() == before) {
            diagnostics.report(kinds::wrong_shape, root ? root->span : Span{base, base},
                               "the text is not a suite: a suite is a mapping of keys to values",
                               "begin it with `suite: ` and the name of the guideline that it tests");
        }
        return std::nullopt;
    }
    suites::SuiteReading reading{shelf, facts::begin_reading(shelf.vocabulary, diagnostics), source};
    facts::check_keys(reading.yaml, *root, "in the heading of a suite",
                      {"suite", "edition", "frozen", "note", "excused", "cases", "tests"});
    if (diagnostics.errors() > before) return std::nullopt;
    if (const suites::Entry note = suites::entry_of(*root, "note")) facts::read_text(reading.yaml, *note.key, *note.value);
    Suite suite;
    suite.source = source;
    suite.root = std::move(*root);
    suite.guideline = suites::find_guideline(reading, suite.root);
    const suites::Bases bases = suites::read_bases(reading, suite.root);
    suites::read_tests(reading, suite.root, bases, suite);
    suites::read_excuses(reading, suite.root, suite);
    suites::read_frozen(reading, suite.root, suite);
    if (diagnostics.errors() > before) return std::nullopt;
    return suite;
}

std::string edition_of(const Suite& suite) {
    return suite.guideline->source + "/" + suite.guideline->edition;
}

std::string full_name(const Suite& suite, const SuiteTest& test) {
    return fmt::format("{}/{}: {}", suite.guideline->name, suite.guideline->edition, test.name);
}

}  // namespace warrant
