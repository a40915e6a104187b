// Mistakes in a case: what is reported of each, and what it points at. How the messages read is seen in tests/golden/case.
#include "dsl/limits.hpp"
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

struct Mistake {
    std::string text;
    std::string slug;
    std::string pointed_at;
};

void expect_mistakes(const std::vector<Mistake>& mistakes) {
    for (const Mistake& mistake : mistakes) {
        const Loaded loaded = read(mistake.text);
        EXPECT_EQ(loaded.slug(), mistake.slug) << mistake.text << "\n" << loaded.text();
        if (!loaded.diagnostics.all().empty()) {
            EXPECT_EQ(loaded.pointed_at(), mistake.pointed_at) << mistake.text << "\n" << loaded.text();
        }
    }
}

std::string fact(std::string_view line) {
    return case_with("  " + std::string(line));
}
std::string heading(std::string_view lines) {
    return std::string(lines) + "\nrequests: [{date: 2015}]\n";
}

TEST(Mistakes, OfYaml) {
    expect_mistakes({
        {"", "wrong-shape", ""},
        {"# nothing\n", "wrong-shape", ""},
        {"just text", "wrong-shape", "just text"},
        {"- a\n- b\n", "wrong-shape", "-"},
        {"case: a\n\tsummary: b\n", "case-syntax", "\t"},
        {"case: a: b\n", "case-syntax", ":"},
        {"case: [a\n", "case-syntax", "["},
        {"case: {a: b\n", "case-syntax", "{"},
        {"case: a]\n}", "case-syntax", "}"},
        {"case: \"a\n", "case-syntax", "\""},
        {"case: 'it''s\n", "case-syntax", "'"},
        {"case: @a\n", "case-syntax", "@"},
        {"case: a\nb\nrequests: [{date: 2015}]\n", "case-syntax", ":"},
        {"case: \x01\n", "case-syntax", "\x01"},
        {"case: a\x7F\n", "case-syntax", "\x7F"},
        {"case: \xFF\n", "not-utf8", "\xFF"},
        {"case: \xC0\x80\n", "not-utf8", "\xC0"},
        {"case: \xED\xA0\x80\n", "not-utf8", "\xED"},
        {"case: \xF4\x90\x80\x80\n", "not-utf8", "\xF4"},
        {"case: \xE2\x82", "not-utf8", "\xE2"},
    });
}

TEST(Mistakes, OfYamlFeaturesThatCasesDoWithout) {
    expect_mistakes({
        {"case: &a x\n", "yaml-not-allowed", "&"},
        {"case: x\nfacts: &a {goal.defined: yes}\n", "yaml-not-allowed", "&"},
        {"case: *a\n", "yaml-not-allowed", "*"},
        {"case: x\nsummary: [&a b, *a]\n", "yaml-not-allowed", "&"},
        {"case: !!str x\n", "yaml-not-allowed", "!"},
        {"case: ! x\n", "yaml-not-allowed", "!"},
        {"case: x\n<<: {a: b}\n", "yaml-not-allowed", "<<"},
        {"case: x\n---\ncase: y\n", "yaml-not-allowed", "---"},
        {"? [a]\n: b\n", "wrong-shape", "["},
        {": b\n", "wrong-shape", ""},
    });
}

TEST(Mistakes, OfTheHeading) {
    expect_mistakes({
        {"requests: [{date: 2015}]\n", "missing-key", "r"},
        {"case: x\n", "missing-key", "c"},
        {heading("case:"), "empty-value", "case"},
        {heading("case: [x]"), "wrong-shape", "["},
        {heading("case: x\nsumary: y"), "unknown-key", "sumary"},
        {heading("case: x\nworker: {age: 45}"), "misplaced-key", "worker"},
        {heading("case: x\nrequest.date: 2015"), "misplaced-key", "request.date"},
        {heading("case: x\nur_decision.outcome: oral"), "misplaced-key", "ur_decision.outcome"},
        {heading("case: x\ncase: y"), "duplicate-key", "case"},
        {heading("case: x\nedition: mtus/"), "bad-value", "mtus/"},
        {heading("case: x\nedition: [mtus/2009, mtus/2016]"), "duplicate-key", "mtus/2016"},
        {heading("case: x\nedition: [2009, 2016]"), "duplicate-key", "2016"},
        {heading("case: x\nedition: []"), "empty-value", "edition"},
        {heading("case: x\nedition: {a: b}"), "wrong-shape", "{"},
        {heading("case: x\ndecided: soon"), "bad-date", "soon"},
        {heading("case: x\ndecided: [2015]"), "wrong-shape", "["},
        {heading("case: x\nreviewer: {licenced: [a]}"), "unknown-key", "licenced"},
        {heading("case: x\nreviewer: Dr. Lee"), "wrong-shape", "Dr. Lee"},
        {heading("case: x\ndocuments: [pr2]"), "wrong-shape", "["},
        {heading("case: x\ndocuments: {pr2: report}"), "wrong-shape", "report"},
        {heading("case: x\ndocuments: {pr2: {dated: 2015}}"), "unknown-key", "dated"},
        {heading("case: x\ndocuments: {pr2: {date: 2015-13}}"), "bad-date", "2015-13"},
        {heading("case: x\ndocuments: {a: {known_through: b}}"), "unknown-document", "b"},
        {heading("case: x\ndocuments: {a: {known_through: a}}"), "bad-value", "a"},
        {heading("case: x\ndocuments: {a: {known_through: b}, b: {known_through: a}}"), "bad-value bad-value", "a"},
        {heading("case: x\nfacts:"), "empty-value", "facts"},
        {heading("case: x\nur_decision: denied"), "wrong-shape", "denied"},
        {"case: x\nrequests: []\n", "empty-value", "requests"},
        {"case: x\nrequests: {date: 2015}\n", "wrong-shape", "{"},
        {"case: x\nrequests: [2015]\n", "wrong-shape", "2015"},
    });
}

TEST(Mistakes, OfKeysOfFacts) {
    expect_mistakes({
        {fact("job.demnd: heavy"), "unknown-key", "job.demnd"},
        {fact("job: {demnd: heavy}"), "unknown-key", "demnd"},
        {fact("jbo: {demand: heavy}"), "unknown-key", "jbo"},
        {fact("age: 45"), "unknown-key", "age"},
        {fact("job: heavy"), "wrong-shape", "heavy"},
        {fact("request.date: 2015"), "misplaced-key", "request.date"},
        {fact("request: {date: 2015}"), "misplaced-key", "request"},
        {fact("ur_decision.outcome: oral"), "misplaced-key", "ur_decision.outcome"},
        {case_with("", "injury.date: 2015"), "misplaced-key", "injury.date"},
        {case_with("", "request.date: 2015"), "misplaced-key", "request.date"},
        {case_with("", "dat: 2015"), "unknown-key", "dat"},
        {heading("case: x\nur_decision: {outcom: oral}"), "unknown-key", "outcom"},
        {fact("worker.age: 45\n  worker: {age: 45}"), "duplicate-key", "age"},
        {fact("worker: {age: 45}\n  worker.age: 45"), "duplicate-key", "worker.age"},
        {fact("worker: {age: 45, age: 46}"), "duplicate-key", "age"},
    });
}

TEST(Mistakes, OfTheFormsOfAValue) {
    expect_mistakes({
        {fact("goal.defined:"), "empty-value", "goal.defined"},
        {fact("goal.defined: \"\""), "empty-value", "\"\""},
        {fact("job.title: ~"), "empty-value", "job.title"},
        {fact("goal.defined: {value: }"), "empty-value", "value"},
        {fact("goal.defined: [yes]"), "wrong-shape", "["},
        {fact("goal.defined: {value: [yes]}"), "wrong-shape", "["},
        {fact("goal.defined: {value: {value: yes}}"), "wrong-shape", "{"},
        {fact("goal.defined: {document: pr2}"), "missing-key", "{"},
        {fact("goal.defined: {}"), "missing-key", "{"},
        {fact("goal.defined: {valeu: yes}"), "unknown-key", "valeu"},
        {fact("goal.defined: {value: yes, pages: 3}"), "unknown-key", "pages"},
        {fact("goal.defined: {value: yes, page: [3]}"), "wrong-shape", "["},
        {fact("goal.defined: {value: yes, document: pr3}"), "unknown-document", "pr3"},
        {fact("goal.defined: {value: yes, date: unknown}"), "bad-date", "unknown"},
        {fact("goal.defined: {one_of: []}"), "empty-value", "["},
        {fact("goal.defined: {one_of: yes}"), "wrong-shape", "yes"},
        {fact("goal.defined: {one_of: [unknown, yes]}"), "bad-value", "unknown"},
        {fact("goal.defined: {one_of: [[yes]]}"), "wrong-shape", "["},
        {fact("goal.defined: {one_of: [yes], document: pr2}"), "misplaced-key", "document"},
        {fact("goal.defined: {value: {one_of: [yes], note: x}}"), "unknown-key", "note"},
        {fact("goal.defined: {not_found: []}"), "empty-value", "["},
        {fact("goal.defined: {not_found: [pr3]}"), "unknown-document", "pr3"},
        {fact("goal.defined: {not_found: {a: b}}"), "wrong-shape", "{"},
        {fact("goal.defined: {not_found: [pr2], note: x}"), "unknown-key", "note"},
        {fact("goal.defined: {statements: []}"), "empty-value", "["},
        {fact("goal.defined: {statements: [yes]}"), "wrong-shape", "yes"},
        {fact("goal.defined: {statements: yes}"), "wrong-shape", "yes"},
        {fact("goal.defined: {statements: [{document: pr2}]}"), "missing-key", "{"},
        {fact("goal.defined: {statements: [{value: yes}], value: no}"), "unknown-key", "value"},
    });
}

TEST(Mistakes, OfPreference) {
    const auto stated = [](std::string_view rest) {
        return fact("goal.defined: {statements: [{value: yes, document: pr1}, {value: no, document: pr2}], " +
                    std::string(rest) + "}");
    };
    expect_mistakes({
        {stated("preferred: pr1"), "bad-preference", "preferred"},
        {stated("because: x"), "bad-preference", "because"},
        {stated("preferred: undated, because: x"), "bad-preference", "undated"},
        {stated("preferred: pr9, because: x"), "unknown-document", "pr9"},
        {stated("preferred: pr1, because:"), "empty-value", "because"},
    });
}

TEST(Mistakes, OfValues) {
    expect_mistakes({
        {fact("goal.defined: maybe"), "bad-value", "maybe"},
        {fact("goal.defined: Yes"), "bad-value", "Yes"},
        {fact("goal.defined: none"), "bad-value", "none"},
        {fact("job.demand: hevy"), "bad-value", "hevy"},
        {fact("job.demand: light..hevy"), "bad-value", "hevy"},
        {fact("job.demand: heavy..light"), "empty-range", "heavy..light"},
        {fact("job.demand: over very_heavy"), "empty-range", "over very_heavy"},
        {fact("job.demand: after light"), "bad-value", "after light"},
        {fact("drug.route: at least oral"), "bad-value", "at least oral"},
        {fact("worker.age: none"), "bad-value", "none"},
        {fact("worker.age: forty"), "bad-value", "forty"},
        {fact("worker.age: 1,000"), "bad-value", "1,000"},
        {fact("worker.age: 6..4"), "empty-range", "6..4"},
        {fact("worker.age: before 4"), "bad-value", "before 4"},
        {fact("worker.age: 4.."), "bad-value", ""},
        {fact("worker.age: 1.2.3"), "bad-value", "1.2.3"},
    });
}

TEST(Mistakes, OfDates) {
    expect_mistakes({
        {fact("injury.date: 2015-02-30"), "bad-date", "2015-02-30"},
        {fact("injury.date: 2015-13-01"), "bad-date", "2015-13-01"},
        {fact("injury.date: 0000-01-01"), "bad-date", "0000-01-01"},
        {fact("injury.date: 02/19/2015"), "bad-date", "02/19/2015"},
        {fact("injury.date: 2015-2-9"), "bad-date", "2015-2-9"},
        {fact("injury.date: yesterday"), "bad-date", "yesterday"},
        {fact("injury.date: 2015-03..2015-01"), "empty-range", "2015-03..2015-01"},
        {fact("injury.date: 2015..soon"), "bad-date", "soon"},
        {fact("injury.date: over 2015"), "bad-value", "over 2015"},
        {fact("injury.date: under 2015"), "bad-value", "under 2015"},
        {fact("injury.date: before 0001-01-01"), "empty-range", "before 0001-01-01"},
        {fact("injury.date: after 9999"), "empty-range", "after 9999"},
    });
    EXPECT_NE(read(fact("injury.date: 2015-02-30")).text().find("February 2015 has 28 days"), std::string::npos);
    EXPECT_NE(read(fact("injury.date: 02/19/2015")).text().find("write 2015-02-19"), std::string::npos);
    EXPECT_NE(read(fact("injury.date: 2015-2")).text().find("write 2015-02"), std::string::npos);
}

TEST(Mistakes, OfOneCaseAreAllReported) {
    const Loaded loaded = read(case_with(
        "  job.demnd: heavy\n  worker.age: -1\n  injury.date: 2015-02-30\n  recovery.tolerance: 4 days/week\n  goal.defined:"));
    EXPECT_EQ(loaded.slug(), "unknown-key negative-value bad-date unit-mismatch empty-value");
}

}  // namespace
}  // namespace warrant::facts_test
