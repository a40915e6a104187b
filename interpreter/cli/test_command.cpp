// warrant test: reads the suites, runs them against the shelf, and prints the results.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"
#include "interpreter/suite/accept.hpp"
#include "interpreter/suite/coverage.hpp"
#include "interpreter/suite/published.hpp"
#include "interpreter/suite/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <regex>

namespace warrant::cli {
namespace {

// The suites to read; empty, and it is said, if there are none or a path leads nowhere.
std::vector<SuiteFile> files_of(const Run& run, const TestCommand& command) {
    const std::filesystem::path& data = *run.surroundings.data;
    std::vector<SuiteFile> files;
    if (command.paths.empty()) {
        const std::filesystem::path folder = data / "tests" / "guidelines";
        std::error_code error;
        if (std::filesystem::is_directory(folder, error)) return suite_files(folder, data);
        complain(run, "there are no suites beside the standard library; say which file or folder of suites to run");
        return files;
    }
    for (const std::string& path : command.paths) {
        std::vector<SuiteFile> found = path == "-" ? std::vector<SuiteFile>{{path, path}} : suite_files(path, {});
        if (found.empty()) complain(run, fmt::format("the folder {} holds no .yaml file", path));
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

bool is_wanted(const TestCommand& command, const Suite& suite) {
    if (command.editions.empty()) return true;
    return std::any_of(command.editions.begin(), command.editions.end(), [&](const EditionChoice& choice) {
        return choice.edition == suite.guideline->edition &&
               (choice.source.empty() || choice.source == suite.guideline->source);
    });
}

struct Testing {
    Run& run;
    const TestCommand& command;
    const Shelf& shelf;
    Diagnostics diagnostics;
    std::deque<Suite> suites;       // results point to them
    std::deque<std::string> paths;  // where each was read
    std::vector<SuiteResult> results;
};

// Reads every suite. Returns whether every file could be read.
bool read_all(Testing& testing, const std::vector<SuiteFile>& files) {
    Run& run = testing.run;
    bool readable = true;
    for (const SuiteFile& file : files) {
        std::optional<std::string> text = text_of(run, file.path.string(), limits::max_case_bytes);
        readable = readable && text;
        if (!text) continue;
        run.roles.push_back(Role::case_text);
        auto suite = read_suite(name_of_file(file.name), std::move(*text), testing.shelf, run.sources, testing.diagnostics);
        if (!suite || !is_wanted(testing.command, *suite)) continue;
        testing.suites.push_back(std::move(*suite));
        testing.paths.push_back(file.path.string());
    }
    return readable;
}

void run_all(Testing& testing, KeptPlans& plans) {
    const std::regex wanted(testing.command.run);
    const auto selected = [&](const Suite& suite, const SuiteTest& test) {
        if (testing.command.published && !test.published) return false;
        return std::regex_search(full_name(suite, test), wanted);
    };
    for (const Suite& suite : testing.suites) {
        SuiteResult result = run_suite(suite, testing.shelf, selected, plans, testing.diagnostics);
        if (!result.tests.empty()) testing.results.push_back(std::move(result));
    }
}

// Of a whole run, the guidelines that no suite tests. Returns whether there are none.
bool every_guideline_has_a_suite(const Testing& testing) {
    const TestCommand& command = testing.command;
    if (!command.paths.empty() || !command.editions.empty() || !command.run.empty()) return true;
    bool every = true;
    for (const ShelfModule& module : testing.shelf.modules) {
        const bool tested = std::any_of(testing.suites.begin(), testing.suites.end(),
                                        [&](const Suite& suite) { return suite.guideline == &module; });
        if (tested || module.tree.header.kind != ast::ModuleKind::guideline) continue;
        print(testing.run, fmt::format("coverage of {}/{}: no suite tests it\n", module.name, module.edition));
        every = false;
    }
    return every;
}

// Prints the coverage of every guideline. Returns whether it is as much as was asked for.
bool cover_all(Testing& testing, KeptPlans& plans) {
    const std::vector<GuidelineCoverage> coverage = cover(testing.results, testing.shelf, plans, testing.diagnostics);
    print(testing.run, "\n" + render_coverage_text(coverage));
    const std::size_t threshold = testing.command.threshold.value_or(0);
    const bool complete = every_guideline_has_a_suite(testing) || threshold == 0;
    return complete && std::all_of(coverage.begin(), coverage.end(), [threshold](const GuidelineCoverage& of) {
               return of.percent() >= threshold && of.needless.empty();
           });
}

// The file that a suite was read from.
const std::string& path_of(const Testing& testing, const Suite& suite) {
    std::size_t at = 0;
    while (&testing.suites[at] != &suite) ++at;
    return testing.paths[at];
}

// Writes a changed suite back and prints what changed. Returns whether it could.
bool write_back(Testing& testing, const Suite& suite, const ChangedSuite& changed) {
    if (changed.difference.empty()) return true;
    const std::string& path = path_of(testing, suite);
    if (const std::string problem = replace_file(path, changed.text); !problem.empty()) {
        complain(testing.run, fmt::format("cannot write {}: {}", path, problem));
        return false;
    }
    print(testing.run, changed.difference);
    return true;
}

// Rewrites what failing tests expect. Done where every test now expects what is found.
ExitCode accept_all(Testing& testing) {
    ExitCode code = ExitCode::done;
    std::size_t tests = 0;
    std::size_t untouched = 0;
    for (const SuiteResult& result : testing.results) {
        const ChangedSuite changed = accept_found(result, testing.run.sources);
        if (!write_back(testing, *result.suite, changed)) code = worse(code, ExitCode::output);
        tests += changed.tests;
        untouched += changed.untouched;
    }
    print(testing.run, fmt::format("{} {} now expected as found; read each change: what is found may be what is wrong\n", tests,
                                   tests == 1 ? "test is" : "tests are"));
    if (untouched == 0) return code;
    print(testing.run,
          fmt::format("{} left as they are: published decisions, frozen suites, and cases with a mistake\n", untouched));
    return worse(code, ExitCode::does_not_hold);
}

// Freezes every suite whose tests all hold; what it was frozen as before does not matter.
ExitCode freeze_all(Testing& testing, KeptPlans& plans) {
    ExitCode code = ExitCode::done;
    for (const SuiteResult& result : testing.results) {
        const bool holds = std::all_of(result.tests.begin(), result.tests.end(), [&](const TestResult& test) {
            const bool is_frozen = result.suite->frozen && test.test == &result.suite->frozen->test;
            return is_frozen || test.mismatches.empty();
        });
        if (!holds) {
            print(testing.run, render_failures_text({result}, testing.run.sources) + path_of(testing, *result.suite) +
                                   ": not frozen, for its tests do not hold\n");
            code = worse(code, ExitCode::does_not_hold);
            continue;
        }
        const Meaning meaning = meaning_of(*result.suite, testing.shelf, plans, testing.diagnostics);
        const ChangedSuite changed = freeze(*result.suite, meaning, testing.command.freeze, testing.run.sources);
        print(testing.run, path_of(testing, *result.suite) + "\n");
        if (!write_back(testing, *result.suite, changed)) code = worse(code, ExitCode::output);
    }
    return code;
}

std::string printed(const Testing& testing) {
    switch (testing.command.results) {
        case TestCommand::Results::text:
            break;
        case TestCommand::Results::junit:
            return render_results_junit(testing.results, testing.run.sources);
        case TestCommand::Results::json:
            return render_results_json(testing.results, testing.run.sources);
    }
    if (testing.command.published) {
        return render_failures_text(testing.results, testing.run.sources) + render_published_text(testing.results);
    }
    return render_results_text(testing.results, testing.run.sources);
}

}  // namespace

ExitCode run_test(Run& run, const TestCommand& command) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::optional<Shelf> shelf = open_shelf(run, {}, own, diagnostics);
    if (!shelf) return ExitCode::usage;
    if (const ExitCode code = report(run, diagnostics, Format::text); code != ExitCode::done) return code;
    const std::vector<SuiteFile> files = files_of(run, command);
    if (files.empty()) return ExitCode::usage;

    Testing testing{run, command, *shelf, {}, {}, {}, {}};
    ExitCode code = read_all(testing, files) ? ExitCode::done : ExitCode::usage;
    KeptPlans plans;
    run_all(testing, plans);
    const Tally tally = tally_of(testing.results);
    if (command.accept) {
        code = worse(code, accept_all(testing));
    } else if (!command.freeze.empty()) {
        code = worse(code, freeze_all(testing, plans));
    } else {
        print(run, printed(testing));
    }
    if (command.coverage && !cover_all(testing, plans)) code = worse(code, ExitCode::does_not_hold);
    code = worse(code, report(run, testing.diagnostics, Format::text));
    if (tally.tests == 0 && code == ExitCode::done) {
        complain(run, "no test was run: no suite has one that --edition and --run select");
    }
    // What is rewritten may fail.
    const bool rewrites = command.accept || !command.freeze.empty();
    const bool holds = tally.tests > 0 && (rewrites || tally.passed == tally.tests);
    return worse(code, holds ? ExitCode::done : ExitCode::does_not_hold);
}

}  // namespace warrant::cli
