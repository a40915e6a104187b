// The library's front door: the whole way from texts to a justification, as one list of steps. Touches no stream, file, clock
// or environment: who calls it brings the texts and takes the results away.
#pragma once

#include "dsl/diagnostic.hpp"
#include "dsl/source.hpp"
#include "interpreter/certificate/verify.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/find/review.hpp"
#include "interpreter/find/shelf.hpp"
#include "interpreter/interview/interview.hpp"
#include "interpreter/justify/justification.hpp"
#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/render.hpp"
#include "interpreter/justify/why_not.hpp"
#include "interpreter/suite/coverage.hpp"
#include "interpreter/suite/results.hpp"
#include "interpreter/suite/run_suite.hpp"
#include "interpreter/suite/suite.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// A file of the standard library, or of the guidelines. `name` is what diagnostics call it.
struct ModuleText {
    std::string name;
    std::string text;
    bool standard = false;  // of the standard library: visible everywhere
    bool replaces = false;  // stands in for an earlier text of the same module and edition
};

// 1. Texts to shelf. Every text becomes a source of `sources`, in order.
Shelf load_shelf(std::vector<ModuleText> texts, SourceMap& sources, Diagnostics& diagnostics);

// A value given beside a case, `FACT=VALUE`; `name` is what diagnostics call it.
struct Assignment {
    std::string name;
    std::string text;
};

// 2. A text to a case, with the values given beside it. With any error the record must not be used.
CaseRecord read_case(std::string name, std::string text, const std::vector<Assignment>& assignments, const Shelf& shelf,
                     SourceMap& sources, Diagnostics& diagnostics);

// 3. A case to its justification. Empty when a mistake keeps every request from being reviewed; it was reported. A request on
// which an error decides is reported too, and marked `error`.
std::optional<Justification> review_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                         Diagnostics& diagnostics);

// Beside the main way: which facts would settle what is found of a case, by request. Only for a case that review_case() gives
// a justification of without a mistake.
std::vector<MissingRequest> missing_in_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options);
// Beside the main way: why a case has not another finding. Mistakes were reported by review_case().
std::vector<WhyNotRequest> why_not_in_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                           FindingName finding);

// Beside the main way: an interview about a case, or about a new one that it begins for the guideline of the options. Empty on
// a mistake, which is reported.
std::optional<Interview> interview_about(std::string name, std::string text, const Shelf& shelf, const ReviewOptions& options,
                                         SourceMap& sources, Diagnostics& diagnostics);
std::optional<Interview> interview_for_new_case(const std::string& case_id, const Shelf& shelf, const ReviewOptions& options,
                                                SourceMap& sources, Diagnostics& diagnostics);

// Beside the main way: a case to the certificate of its findings, as text. Empty where nothing is found: review_case() says
// why. Of a hypothetical record there is none.
std::optional<std::string> certify_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                        const SourceMap& sources, Diagnostics& diagnostics);
// The certificate that the same options give of a case and shelf at hand.
std::optional<std::string> certify_again(const certificates::Options& options, const Shelf& shelf, const CaseRecord& record,
                                         const SourceMap& sources, Diagnostics& diagnostics);

// Beside the main way: a text to a suite, which run_suite() runs; empty on a mistake, which is reported.
std::optional<Suite> read_suite(std::string name, std::string text, const Shelf& shelf, SourceMap& sources,
                                Diagnostics& diagnostics);

// Beside the main way: a text to its cases, one or those of a suite's tests. With any error none must be used.
std::vector<CaseRecord> read_cases(std::string name, std::string text, const Shelf& shelf, SourceMap& sources,
                                   Diagnostics& diagnostics);

// Beside the main way: what one expression comes to, with the facts of a case's first request, or with no fact known.
struct ExpressionResult {
    std::string value;  // `4 hours/day`, `unknown`
    std::string type;   // `hours/day`
};
// `uses` names modules whose definitions are visible too (the latest edition), with what they use. Empty on a mistake, and when
// the calculation has no result; either was reported.
std::optional<ExpressionResult> evaluate_expression(SourceId expression, const std::vector<std::string>& uses,
                                                    const Shelf& shelf, const CaseRecord* record, const SourceMap& sources,
                                                    Diagnostics& diagnostics);

// A module's plan: of a guideline, or of a procedure's condition. Empty for a library, and on a mistake, which is reported.
std::optional<Plan> plan_of_module(const Shelf& shelf, const ShelfModule& module, Diagnostics& diagnostics);

}  // namespace warrant
