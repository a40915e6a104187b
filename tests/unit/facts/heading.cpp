// The heading of a case, its documents and reviewer, and the case of section 9 of the language as a whole.
#include "tests/golden/golden.hpp"
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

constexpr std::string_view whole_case = R"(case: work-hardening-2015
procedure: imr
edition: [mtus/2009, acoem/2004]
decided: 2016-07
summary: >
  A van driver of 45 was rear-ended;
  constant neck and low back pain since.
ur_decision: {outcome: oral, guideline: MTUS Chronic Pain}
reviewer: {licensed: [California], specialties: [Preventive Medicine, Occupational Medicine]}
documents:
  imr_letter: {kind: imr_determination, title: "IMR final determination"}
  pr_2: {kind: pr2, date: 2015-06-09, known_through: imr_letter, author: Dr. Lee}
requests:
  - service: {one_of: [work_conditioning, work_hardening]}
    quantity: 10 visits
    date: 2015-06-09
facts:
  worker: {age: 45 years}
  injury.date: 2015-02-19
  goal.defined:
    value: unknown
    document: imr_letter
    note: "unclear whether a position exists or what the work would be"
)";

TEST(Heading, EveryPartIsKept) {
    const Loaded loaded = read(std::string(whole_case));
    ASSERT_EQ(loaded.text(), "");
    const CaseRecord& record = loaded.record;
    EXPECT_EQ(record.id, "work-hardening-2015");
    EXPECT_EQ(record.procedure, "imr");
    EXPECT_EQ(loaded.sources.slice(record.procedure_span), "imr");
    ASSERT_EQ(record.editions.size(), 2U);
    EXPECT_EQ(record.editions[0].source, "mtus");
    EXPECT_EQ(record.editions[1].edition, "2004");
    EXPECT_EQ(loaded.sources.slice(record.editions[1].span), "acoem/2004");
    EXPECT_EQ(record.decided, (OrderedSet{day("2016-07-01"), day("2016-07-31")}));
    EXPECT_EQ(record.summary, "A van driver of 45 was rear-ended; constant neck and low back pain since.\n");
    EXPECT_EQ(record.reviewer.licensed, (std::vector<std::string>{"California"}));
    EXPECT_EQ(record.reviewer.specialties.size(), 2U);
}

TEST(Heading, DocumentsAndRequestsAreKept) {
    const Loaded loaded = read(std::string(whole_case));
    ASSERT_EQ(loaded.record.documents.size(), 2U);
    const Document& letter = loaded.record.documents[0];
    EXPECT_EQ(letter.title, "IMR final determination");
    EXPECT_EQ(letter.kind, "imr_determination");
    EXPECT_FALSE(letter.date);
    const Document& report = loaded.record.documents[1];
    EXPECT_EQ(report.title, "pr 2");
    EXPECT_EQ(report.known_through, "imr_letter");
    EXPECT_EQ(report.author, "Dr. Lee");
    EXPECT_EQ(report.date, (OrderedSet{day("2015-06-09"), day("2015-06-09")}));
    EXPECT_EQ(loaded.fact("request.service").value, choices({0, 1}, 3));
    EXPECT_EQ(loaded.fact("ur_decision.guideline").value, texts({"MTUS Chronic Pain"}));
    EXPECT_EQ(loaded.fact("goal.defined").state, FactState::stated_unknown);
    EXPECT_EQ(loaded.fact("goal.defined").entry->statements[0].note,
              "unclear whether a position exists or what the work would be");
}

TEST(Heading, BareEditionHasNoSource) {
    const Loaded loaded = read("edition: 2009\ndecided: before 2016\n" + case_with(""));
    EXPECT_EQ(loaded.text(), "");
    ASSERT_EQ(loaded.record.editions.size(), 1U);
    EXPECT_EQ(loaded.record.editions[0].source, "");
    EXPECT_EQ(loaded.record.editions[0].edition, "2009");
    EXPECT_EQ(loaded.record.decided, (OrderedSet{unbounded_low, day("2015-12-31")}));
}

// The case of 2015 against the real standard library.
TEST(Case2015, StatesWhatTheLetterStates) {
    SourceMap sources;
    Diagnostics diagnostics;
    std::vector<ast::Module> modules;
    for (const auto& path : golden::files(golden::root() / "stdlib", ".warrant")) {
        const SourceId source = sources.add(path.filename().string(), golden::read_file(path));
        modules.push_back(parse_module(sources, source, diagnostics));
    }
    std::vector<const ast::Module*> pointers;
    for (const ast::Module& module : modules) pointers.push_back(&module);
    const Vocabulary words = declare(pointers, diagnostics);
    const auto path = golden::root() / "tests/cases/work-hardening-2015.yaml";
    const SourceId source = sources.add("case.yaml", golden::read_file(path));
    const CaseRecord record = load_case(sources, source, words, diagnostics);
    ASSERT_EQ(render_text(diagnostics, sources, false), "");
    const auto fact = [&](const char* name) { return resolve(record, 0, words.fact_by_path.at(name), words); };
    EXPECT_EQ(fact("request.quantity").value, ordered(10 * one, 10 * one));
    EXPECT_EQ(fact("injury.date").value, ordered(day("2015-02-19"), day("2015-02-19")));
    EXPECT_EQ(fact("goal.defined").state, FactState::stated_unknown);
    EXPECT_EQ(fact("condition.musculoskeletal").value, truth(true, false));
    EXPECT_EQ(fact("job.demand").state, FactState::absent);
    EXPECT_EQ(fact("request.duration").state, FactState::absent);
}

}  // namespace
}  // namespace warrant::facts_test
