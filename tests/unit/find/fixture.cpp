// A shelf made of texts, and cases reviewed against it.
#include "tests/unit/find/fixture.hpp"

namespace warrant::testing {
namespace {

constexpr std::string_view vocabulary = R"(library words "Words for the tests"

unit day, days
unit week, weeks = 7 days
unit month, months
unit year, years = 12 months
unit visit, visits

service therapy "therapy" in visits
service pool_therapy "therapy in a pool" in visits kind of therapy
service warm_pool "therapy in a warm pool" in visits kind of pool_therapy
service massage "massage" in visits

type liability is accepted | disputed | denied
type ground is necessity | other_ground

fact request.service "service requested" : service
fact request.quantity "amount requested" : amount
fact request.frequency "frequency requested" : amount/week
fact request.duration "duration requested" : days
fact request.date "date of the request" : date
fact request.departure_documented "documented reason to depart" : yes or no
fact ur_decision.basis "ground of the decision" : ground
fact claim.liability "liability for the claim" : liability

fact a "first thing" : yes or no
fact b "second thing" : yes or no
fact c "third thing" : yes or no
fact d "fourth thing" : yes or no
fact level "level" : number
fact done.visits "visits already had" : visits
fact load.total "whole load" : number
fact load.parts "number of parts" : number
fact event.happened "event" : yes or no
fact event.date "date of the event" : date
  only if event.happened
)";

}  // namespace

std::string guideline(const GuidelineText& parts) {
    return "guideline " + parts.name + " \"Section " + parts.name + "\"\n  source \"A printed book\"\n  page 7\n  edition " +
           parts.edition + "\n  in force " + parts.period + "\n  basis recalled\n  status draft\n" + parts.more + "  covers " +
           parts.covers + "\n\n" + parts.body;
}

std::string procedure(const std::string& name, const std::string& clauses) {
    return "procedure " + name + " \"Procedure " + name + "\"\n  source \"A code\"\n  section \"1\"\n\n" + clauses + R"(
proposes
  supported        granted     by reviewer
  partly supported granted     by physician
  not supported    refused     by physician
  undetermined     refused     by physician "The record does not show it."
  not addressed    passed_on   by physician
)";
}

Desk::Desk() {
    put(std::string(vocabulary), true);
}

void Desk::put(const std::string& text, bool standard) {
    const std::string name = "text" + std::to_string(texts.size()) + ".warrant";
    texts.push_back({sources.add(name, text), standard});
}

const Shelf& Desk::make() {
    if (!shelf) shelf = make_shelf(sources, texts, diagnostics);
    return *shelf;
}

Review Desk::review(const std::string& yaml, const ReviewOptions& options) {
    make();
    const SourceId source = sources.add("case" + std::to_string(records_.size()) + ".yaml", "case: test\n" + yaml);
    records_.push_back(load_case(sources, source, shelf->vocabulary, diagnostics));
    return warrant::review(*shelf, records_.back(), options, diagnostics);
}

bool Desk::reported(std::string_view slug) const {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.kind->slug == slug) return true;
    }
    return false;
}

std::string Desk::all_messages() const {
    return render_text(diagnostics, sources, false);
}

std::string simple_case(const std::string& facts, const std::string& request) {
    return "edition: 2009\nrequests:\n  - service: therapy\n" + request + (facts.empty() ? "" : "facts:\n" + facts);
}

}  // namespace warrant::testing
