// A regression suite: cases of one section in one edition, and what must be found of each. Data only; how a suite is written is
// in README.md beside this file.
#pragma once

#include "interpreter/facts/case.hpp"
#include "interpreter/find/finding.hpp"
#include "interpreter/find/shelf.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

// The parts that a test expects to have one status; other parts may have it too.
struct ExpectedParts {
    PartStatus status = PartStatus::unknown;
    std::vector<std::string> ids;
};

struct Expectation {
    FindingName finding = FindingName::undetermined;
    std::optional<FindingName> as_far_as_encoded;
    std::string proposed;                              // the outcome's name; empty: not asked
    std::optional<std::vector<std::string>> quantity;  // the certain part of each quantity, in the order printed; empty: none
    std::vector<ExpectedParts> parts;
    std::optional<std::vector<std::string>> missing;  // paths of all facts still asked for
    std::optional<std::vector<std::string>> assumed;  // paths of all facts for which something was assumed
    std::vector<std::string> cites;  // cited by a part that decided, among its reasons, or by the section; `6 p. 68`: by part 6
};

// The value that a part had where a test saw it matter. Of a limit, `no` is that more is asked than it allows.
enum class Seen { yes, no, unknown };

// Why no test of a suite sees a part matter.
struct Excuse {
    std::string part;  // `5a`, `9.gains`
    Seen seen = Seen::yes;
    std::string because;
    Span span;
};

// What a published decision came to, from the side of the request: `upheld` is that its denial stands.
struct PublishedDecision {
    enum class Outcome { upheld, overturned, mixed, set_aside, unknown } outcome = Outcome::unknown;
    std::string forum;   // `CA-IMR`
    std::string under;   // the sister guideline that it was decided under; empty: this one
    std::string reason;  // why the finding is another one, or says too little to compare; else empty
};

struct SuiteTest {
    std::string name;
    std::string origin;  // `synthetic`, or the id of a published decision
    std::string because;
    std::optional<PublishedDecision> published;  // of every test that is not synthetic
    CaseRecord record;
    Expectation expected;
    Span span;                             // of its name
    const facts::Node* mapping = nullptr;  // as written, in Suite::root
    const facts::Node* body = nullptr;     // the case that it builds on, there too
};

// What a suite and its guideline meant when it was frozen, as digests (freeze.hpp). `test` stands for it among the results.
struct Frozen {
    std::string guideline;
    std::string cases;
    SuiteTest test;
};

struct Suite {
    SourceId source;
    const ShelfModule* guideline = nullptr;
    std::vector<SuiteTest> tests;
    std::vector<Excuse> excused;
    std::optional<Frozen> frozen;
    facts::Node root;  // the whole text; moving a suite leaves its parts where they are
};

// Reads a suite. Every mistake is a diagnostic at its line and column with what to try; then nothing comes back.
std::optional<Suite> load_suite(const SourceMap& sources, SourceId source, const Shelf& shelf, Diagnostics& diagnostics);

// The cases of a text: those of a suite's tests, each under the name of its test, or the one case that it is. What a suite
// expects is not looked at.
std::vector<CaseRecord> load_cases(const SourceMap& sources, SourceId source, const Shelf& shelf, Diagnostics& diagnostics);

// `mtus/2009`.
std::string edition_of(const Suite& suite);
// `mtus.work_hardening/2009: therapy not tried`.
std::string full_name(const Suite& suite, const SuiteTest& test);

}  // namespace warrant
