// The cases of a suite without what is expected of them, for those who only want to review them.
#include "interpreter/suite/reading.hpp"

namespace warrant {
namespace {

using suites::Node;

std::vector<CaseRecord> cases_of_tests(suites::SuiteReading& reading, const Node& root) {
    std::vector<CaseRecord> cases;
    const suites::Bases bases = suites::read_bases(reading, root);
    constexpr std::string_view example = "tests: [{name: …, base: …}]";
    const suites::Entry tests = suites::entry_of(reading, root, "tests", Node::Kind::sequence, example);
    if (!tests) return cases;
    for (const Node& test : tests.value->items) {
        if (!facts::expect(reading.yaml, *tests.key, test, Node::Kind::mapping, example)) continue;
        const std::string name = suites::needed_text(reading, test, test.span, "a test", "name", "name: everything shown");
        const Node* body = suites::body_of(reading, test, bases);
        if (name.empty() || body == nullptr) continue;
        if (auto record = suites::read_test_case(reading, test, *body, name, test.span)) cases.push_back(std::move(*record));
    }
    return cases;
}

}  // namespace

std::vector<CaseRecord> load_cases(const SourceMap& sources, SourceId source, const Shelf& shelf, Diagnostics& diagnostics) {
    Diagnostics none;  // a text that cannot be read is reported by the reader of single cases
    const auto root = facts::read_yaml(sources.text(source), sources.base(source), none);
    const bool is_suite = root && root->kind == Node::Kind::mapping && root->find("suite") != nullptr;
    if (!is_suite) return {load_case(sources, source, shelf.vocabulary, diagnostics)};
    suites::SuiteReading reading{shelf, facts::begin_reading(shelf.vocabulary, diagnostics), source};
    return cases_of_tests(reading, *root);
}

}  // namespace warrant
