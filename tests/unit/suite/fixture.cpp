// Reads the shelf once for each suite, and runs what could be read.
#include "tests/unit/suite/fixture.hpp"

#include "tests/golden/golden.hpp"

#include <utility>

namespace warrant::suite_test {

Ran::Ran(const std::string& text, const std::string& name, const std::string& before, const std::string& after) {
    std::vector<ShelfText> texts;
    for (const auto& path : golden::files(golden::root() / "tests/golden/justify/shelf", ".warrant")) {
        const std::string file = path.filename().string();
        const bool standard = file == "words.warrant" || file == "imr.warrant" || file == "ur.warrant";
        std::string module = golden::read_file(path);
        const std::size_t at = before.empty() ? std::string::npos : module.find(before);
        if (at != std::string::npos) module.replace(at, before.size(), after);
        texts.push_back({sources.add(file, std::move(module)), standard});
    }
    shelf = make_shelf(sources, texts, diagnostics);
    suite = load_suite(sources, sources.add(name, text), shelf, diagnostics);
    if (!suite) return;
    results.push_back(run_suite(
        *suite, shelf, [](const Suite&, const SuiteTest&) { return true; }, plans, diagnostics));
}

std::string Ran::mismatches() const {
    std::string lines;
    for (const SuiteResult& result : results) {
        for (const TestResult& test : result.tests) {
            for (const Mismatch& mismatch : test.mismatches)
                lines += mismatch.what + ": " + mismatch.expected + "; " + mismatch.found + "\n";
        }
    }
    return lines;
}

std::string suite_with(const std::string& test) {
    return R"(suite: demo.strengthening
edition: 2009
cases:
  favourable:
    procedure: imr
    requests:
      - {service: strengthening, duration: 2 weeks, date: 2015-06-09}
    facts:
      claim: {liability: accepted}
      injury.date: 2015-02-19
      limitations.preclude_job: yes
      job.demand: medium
      surgery.warranted: no
      recovery.tolerance: 4 hours/day
      goal.job: yes
      goal.training: no
tests:
  - name: the test
    origin: synthetic
    because: it shows what the runner does
    base: favourable
)" + test;
}

std::string suite_of_visits(const std::string& guideline, const std::string& edition, const std::string& expect) {
    return "suite: " + guideline + "\nedition: " + edition + R"(
cases:
  twelve_visits:
    decided: 2015-08-01
    requests:
      - {service: therapy, quantity: 12 visits, date: 2015-06-09}
    facts: {operation.performed: no, pain.chronic: yes, visits.had: 20 visits, injury.date: 2015-02-19}
tests:
  - name: the test
    origin: synthetic
    because: it shows what is added
    base: twelve_visits
    expect: )" +
           expect;
}

}  // namespace warrant::suite_test
