// Results in their three forms. Nothing is judged here.
#include "interpreter/suite/results.hpp"

#include "interpreter/suite/published.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace warrant {
namespace {

using Json = nlohmann::ordered_json;

void add(Tally& tally, const SuiteResult& result) {
    tally.tests += result.tests.size();
    for (const TestResult& test : result.tests) tally.passed += test.mismatches.empty() ? 1U : 0U;
}

// By edition, `mtus/2009`; editions of which no test was selected are left out.
std::map<std::string, Tally> by_edition(const std::vector<SuiteResult>& results) {
    std::map<std::string, Tally> editions;
    for (const SuiteResult& result : results) {
        if (!result.tests.empty()) add(editions[edition_of(*result.suite)], result);
    }
    return editions;
}

std::string summary(std::string_view of, const Tally& tally) {
    std::string line = fmt::format("{}: {} {}, {} passed", of, tally.tests, tally.tests == 1 ? "test" : "tests", tally.passed);
    if (tally.passed < tally.tests) line += fmt::format(", {} failed", tally.tests - tally.passed);
    return line + "\n";
}

std::string expectations_text(const TestResult& result) {
    std::string text;
    for (const Mismatch& mismatch : result.mismatches) {
        text += fmt::format("  {}\n    expected: {}\n    found:    {}\n", mismatch.what, mismatch.expected, mismatch.found);
    }
    return text;
}

std::string failure_text(const SuiteResult& suite, const TestResult& result, const SourceMap& sources) {
    const Position place = sources.position(result.test->span.begin);
    std::string text = fmt::format("FAILED {}\n  {}:{}\n  because: {}\n", full_name(*suite.suite, *result.test),
                                   sources.name(place.source), place.line, result.test->because);
    text += expectations_text(result);
    if (!result.branch.empty()) text += "\n" + result.branch;
    return text + "\n";
}

// What XML 1.0 cannot hold in a text is written as a question mark; the texts of a suite hold none of it but tabs and line
// ends.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '&') result += "&amp;";
        else if (c == '<') result += "&lt;";
        else if (c == '>') result += "&gt;";
        else if (c == '"') result += "&quot;";
        else if (code < 0x20 && c != '\n' && c != '\t') result += '?';
        else result += c;
    }
    return result;
}

std::string junit_test(const SuiteResult& suite, const TestResult& result, const SourceMap& sources) {
    const Position place = sources.position(result.test->span.begin);
    const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                                         escaped(suite.suite->guideline->name + "/" + suite.suite->guideline->edition),
                                         escaped(result.test->name), escaped(sources.name(place.source)), place.line);
    if (result.mismatches.empty()) return head + "/>\n";
    const Mismatch& first = result.mismatches.front();
    const std::string message = fmt::format("{}: expected {}, found {}", first.what, first.expected, first.found);
    return fmt::format("{}>\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n", head, escaped(message),
                       escaped(expectations_text(result) + (result.branch.empty() ? "" : "\n" + result.branch)));
}

Json json_of(const PublishedDecision& decision, const TestResult& result) {
    Json json = {{"forum", decision.forum}, {"outcome", words_of(decision.outcome)}, {"under", decision.under}};
    if (result.found) json["bearing"] = words_of(bearing_of(decision.outcome, *result.found));
    json["reason"] = decision.reason;
    return json;
}

Json json_of(const PublishedTally& tally) {
    Json counts = Json::array();
    for (std::size_t bearing = 0; bearing < bearing_count; ++bearing)
        counts.push_back({{"bearing", words_of(static_cast<Bearing>(bearing))}, {"decisions", tally.counts[bearing]}});
    return {{"state", tally.state}, {"counts", std::move(counts)}};
}

Json json_of(const TestResult& result, const SourceMap& sources) {
    Json mismatches = Json::array();
    for (const Mismatch& mismatch : result.mismatches)
        mismatches.push_back({{"what", mismatch.what}, {"expected", mismatch.expected}, {"found", mismatch.found}});
    Json json = {{"name", result.test->name},
                 {"line", sources.position(result.test->span.begin).line},
                 {"origin", result.test->origin},
                 {"because", result.test->because},
                 {"passed", result.mismatches.empty()},
                 {"mismatches", std::move(mismatches)},
                 {"branch", result.branch}};
    if (result.test->published) json["published"] = json_of(*result.test->published, result);
    return json;
}

Json json_of(std::string_view edition, const Tally& tally) {
    return {{"edition", edition}, {"tests", tally.tests}, {"passed", tally.passed}};
}

}  // namespace

Tally tally_of(const std::vector<SuiteResult>& results) {
    Tally tally;
    for (const SuiteResult& result : results) add(tally, result);
    return tally;
}

std::string render_failures_text(const std::vector<SuiteResult>& results, const SourceMap& sources) {
    std::string text;
    for (const SuiteResult& suite : results) {
        for (const TestResult& test : suite.tests) {
            if (!test.mismatches.empty()) text += failure_text(suite, test, sources);
        }
    }
    return text;
}

std::string render_results_text(const std::vector<SuiteResult>& results, const SourceMap& sources) {
    std::string text = render_failures_text(results, sources);
    for (const auto& [edition, tally] : by_edition(results)) text += summary(edition, tally);
    return text + summary("in all", tally_of(results));
}

std::string render_results_junit(const std::vector<SuiteResult>& results, const SourceMap& sources) {
    const Tally all = tally_of(results);
    std::string text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\">\n",
                                   all.tests, all.tests - all.passed);
    for (const SuiteResult& suite : results) {
        Tally own;
        add(own, suite);
        text += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n",
                            escaped(suite.suite->guideline->name + "/" + suite.suite->guideline->edition), own.tests,
                            own.tests - own.passed);
        for (const TestResult& test : suite.tests) text += junit_test(suite, test, sources);
        text += "  </testsuite>\n";
    }
    return text + "</testsuites>\n";
}

std::string render_results_json(const std::vector<SuiteResult>& results, const SourceMap& sources) {
    const Tally all = tally_of(results);
    Json editions = Json::array();
    for (const auto& [edition, tally] : by_edition(results)) editions.push_back(json_of(edition, tally));
    Json suites = Json::array();
    for (const SuiteResult& suite : results) {
        Json tests = Json::array();
        for (const TestResult& test : suite.tests) tests.push_back(json_of(test, sources));
        suites.push_back({{"suite", suite.suite->guideline->name},
                          {"edition", suite.suite->guideline->edition},
                          {"file", sources.name(suite.suite->source)},
                          {"tests", std::move(tests)}});
    }
    Json published = Json::array();
    for (const PublishedTally& tally : published_tallies(results)) published.push_back(json_of(tally));
    const Json json = {{"version", results_json_version},
                       {"tests", all.tests},
                       {"passed", all.passed},
                       {"editions", std::move(editions)},
                       {"published", std::move(published)},
                       {"suites", std::move(suites)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace warrant
