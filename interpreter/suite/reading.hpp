// What the readers of a suite share. Private to suite/.
#pragma once

#include "interpreter/facts/reading.hpp"
#include "interpreter/suite/suite.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace warrant::suites {

using facts::Node;

struct SuiteReading {
    const Shelf& shelf;
    facts::Reading yaml;
    SourceId source;

    Diagnostics& diagnostics() { return yaml.diagnostics; }
};

// A key of a mapping with its value, of the kind wanted. Without the key: reported if `needed` is a sentence on what it is for.
struct Entry {
    const Node* key = nullptr;
    const Node* value = nullptr;

    explicit operator bool() const { return value != nullptr; }
};
Entry entry_of(const Node& mapping, std::string_view name);
// The same, of one kind; empty if it stands there as something else, which is reported with the example.
Entry entry_of(SuiteReading& reading, const Node& mapping, std::string_view name, Node::Kind kind, std::string_view example);
void report_missing(SuiteReading& reading, Span span, std::string_view what, std::string_view name, std::string_view example);
// A text that must be there; empty if not, which is reported.
std::string needed_text(SuiteReading& reading, const Node& mapping, Span span, std::string_view what, std::string_view name,
                        std::string_view example);

// ---- the case of a test (assemble.cpp)

// A base without what the test removes and with what it changes. Paths that lead nowhere are reported.
Node assembled(SuiteReading& reading, const Node& base, const Node& test);

// A body read as the case of that name; empty with a mistake, which is reported.
std::optional<CaseRecord> read_body(SuiteReading& reading, Node body, const std::string& name, Span span);
// Whether a path of `change` or `remove` leads to something in a case.
bool has_path(const Node& body, std::string_view path);

// The cases under `cases` that have no mistake of their own, by name, so that no mistake is reported again for each test that
// builds on one; null with a mistake.
using Bases = std::unordered_map<std::string_view, const Node*>;
Bases read_bases(SuiteReading& reading, const Node& root);
// The body that a test builds on; null if there is none to go on with: that was reported.
const Node* body_of(SuiteReading& reading, const Node& test, const Bases& bases);
// The case of a test; empty with a mistake, which is reported.
std::optional<CaseRecord> read_test_case(SuiteReading& reading, const Node& test, const Node& body, const std::string& name,
                                         Span span);

// ---- the decision that a test restates (published.cpp)

std::optional<PublishedDecision> read_published(SuiteReading& reading, const Node& test, const std::string& origin, Span span);

// ---- what is expected (expectation.cpp)

struct StatusKey {
    std::string_view key;
    PartStatus status;
};
inline constexpr std::array<StatusKey, 5> status_keys = {{{"met", PartStatus::met},
                                                          {"not_met", PartStatus::not_met},
                                                          {"unknown", PartStatus::unknown},
                                                          {"not_applicable", PartStatus::not_applicable},
                                                          {"excepted", PartStatus::excepted}}};

Expectation read_expectation(SuiteReading& reading, const ShelfModule& guideline, const Node& mapping);

}  // namespace warrant::suites
