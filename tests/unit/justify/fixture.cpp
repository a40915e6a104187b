// The pipeline from texts to a justification, for the tests of this folder. Mistakes are handed back as text, never swallowed.
// Loads, reviews and justifies what fixture.hpp declares.

#include "tests/unit/justify/fixture.hpp"

#include "interpreter/facts/case.hpp"
#include "interpreter/find/review.hpp"
#include "interpreter/find/shelf.hpp"
#include "tests/golden/golden.hpp"

#include <utility>

namespace warrant::test {

namespace {

std::filesystem::path folder() {
    return golden::root() / "tests/golden/justify";
}

std::vector<ShelfText> shelf_texts(SourceMap& sources, const std::string& guideline) {
    std::vector<ShelfText> texts;
    for (const auto& path : golden::files(folder() / "shelf", ".warrant")) {
        const std::string name = path.filename().string();
        const bool standard = name == "words.warrant" || name == "imr.warrant" || name == "ur.warrant";
        if (standard || guideline.empty()) texts.push_back({sources.add(name, golden::read_file(path)), standard});
    }
    if (!guideline.empty()) texts.push_back({sources.add("guideline.warrant", guideline), false});
    return texts;
}

Reviewed reviewed(const std::string& guideline, const std::string& case_text, const std::vector<std::string>& assignments) {
    SourceMap sources;
    Diagnostics diagnostics;
    const Shelf shelf = make_shelf(sources, shelf_texts(sources, guideline), diagnostics);
    CaseRecord record = load_case(sources, sources.add("case.yaml", case_text), shelf.vocabulary, diagnostics);
    for (const std::string& assignment : assignments) {
        set_fact(record, sources, sources.add("assignment", assignment), shelf.vocabulary, diagnostics);
    }
    Reviewed result;
    if (diagnostics.ok()) {
        const Review found = review(shelf, record, {}, diagnostics);
        if (diagnostics.ok()) result.justification = justify(found, record, shelf);
    }
    if (!diagnostics.ok()) result.mistakes = render_text(diagnostics, sources, false);
    result.sources = std::move(sources);
    return result;
}

std::string guideline(const std::string& body) {
    return "guideline demo.small \"Small\"\n  source \"Example\"\n  page 1\n  edition 1\n  in force 2009-01-01 on\n  basis "
           "text\n"
           "  status draft\n  covers strengthening\n\n" +
           body;
}

std::string case_with(const std::string& facts, const std::string& request) {
    return "case: small\nedition: 1\nrequests:\n  - service: strengthening\n" + request +
           (facts.empty() ? "" : "facts:\n" + facts);
}

}  // namespace

Reviewed review_golden(const std::string& stem, const std::vector<std::string>& assignments) {
    return reviewed({}, golden::read_file(folder() / (stem + ".yaml")), assignments);
}

Reviewed review_text(const std::string& case_text, const std::vector<std::string>& assignments) {
    return reviewed({}, case_text, assignments);
}

Reviewed review_guideline(const std::string& guideline, const std::string& case_text) {
    return reviewed(guideline, case_text, {});
}

SectionView section_of(const std::string& body, const std::string& facts, const std::string& request) {
    const Reviewed reviewed = review_guideline(guideline(body), case_with(facts, request));
    EXPECT_EQ(reviewed.mistakes, "");
    if (reviewed.justification.requests.empty()) return {};
    return reviewed.justification.requests.front().sections.front();
}

std::string criterion(const std::string& id, const std::string& condition) {
    return "criterion " + id + " \"Part " + id + "\"\n  requires " + condition + "\n\n";
}

std::string outline(const std::vector<Reason>& reasons, const std::string& indent) {
    std::string text;
    for (const Reason& reason : reasons) {
        text += indent + reason.text + (reason.kind == Reason::Kind::fact ? ": " + reason.fact->value : "") + "\n";
        if (reason.kind != Reason::Kind::comparison) text += outline(reason.children, indent + "  ");
    }
    return text;
}

std::string reasons_for(const std::string& condition, const std::string& facts, const std::string& request) {
    const SectionView section = section_of(criterion("1", condition), facts, request);
    return section.parts.empty() ? "no part" : outline(section.parts.front().reasons);
}

}  // namespace warrant::test
