// Every form that a value may be written in, for every type that is not an amount.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

constexpr std::size_t levels = 5;
constexpr std::size_t routes = 3;

TEST(Truths, AreYesNoUnknownOrBoth) {
    EXPECT_EQ(read_fact("goal.defined: yes").fact("goal.defined").value, truth(true, false));
    EXPECT_EQ(read_fact("goal.defined: no").fact("goal.defined").value, truth(false, true));
    EXPECT_EQ(read_fact("goal.defined: true").fact("goal.defined").value, truth(true, false));
    EXPECT_EQ(read_fact("goal.defined: false").fact("goal.defined").value, truth(false, true));
    EXPECT_EQ(read_fact("goal.defined: {one_of: [yes, no]}").fact("goal.defined").value, truth(true, true));
    EXPECT_EQ(read_fact("goal.defined: {one_of: [no]}").fact("goal.defined").value, truth(false, true));
    EXPECT_EQ(read_fact("goal.defined: {value: yes}").fact("goal.defined").value, truth(true, false));
}

TEST(Unknown, IsStatedUnknownForEveryType) {
    for (const std::string path : {"goal.defined", "job.demand", "drug.route", "job.title", "injury.date", "worker.age",
                                   "program.share", "recovery.tolerance"}) {
        for (const std::string form : {"unknown", "{value: unknown}", "{value: unknown, document: pr2, note: \"unclear\"}"}) {
            const Loaded loaded = read_fact(path + ": " + form);
            const ResolvedFact fact = loaded.fact(path);
            EXPECT_EQ(fact.state, FactState::stated_unknown) << path << form;
            EXPECT_EQ(fact.value, read_fact("").fact(path).value) << path << form;
            ASSERT_EQ(fact.entry->statements.size(), 1U);
            EXPECT_TRUE(fact.entry->statements[0].stated_unknown);
        }
    }
}

TEST(NotFound, NamesWhereItWasLookedForForEveryType) {
    for (const std::string path : {"goal.defined", "job.demand", "job.title", "injury.date", "worker.age", "program.share"}) {
        const Loaded loaded = read_fact(path + ": {not_found: [pr1, undated]}");
        const ResolvedFact fact = loaded.fact(path);
        EXPECT_EQ(fact.state, FactState::not_found);
        EXPECT_EQ(fact.value, read_fact("").fact(path).value);
        EXPECT_EQ(fact.entry->searched, (std::vector<std::uint32_t>{0, 2}));
    }
    EXPECT_EQ(read_fact("goal.defined: {not_found: pr2}").fact("goal.defined").entry->searched,
              (std::vector<std::uint32_t>{1}));
}

TEST(Absent, AllowsEveryValue) {
    const Loaded loaded = read_fact("");
    EXPECT_EQ(loaded.fact("goal.defined").state, FactState::absent);
    EXPECT_EQ(loaded.fact("goal.defined").entry, nullptr);
    EXPECT_EQ(loaded.fact("goal.defined").value, truth(true, true));
    EXPECT_EQ(loaded.fact("injury.date").value, ordered(unbounded_low, unbounded_high));
    EXPECT_EQ(loaded.fact("worker.age").value, ordered(0, unbounded_high));
    EXPECT_EQ(loaded.fact("balance.change").value, ordered(unbounded_low, unbounded_high));
    EXPECT_EQ(loaded.fact("job.demand").value, choices({0, 1, 2, 3, 4}, levels));
    EXPECT_EQ(loaded.fact("job.title").value, ValueSet(TextSet{}));
}

TEST(Choices, AreOneOrSeveral) {
    EXPECT_EQ(read_fact("drug.route: topical").fact("drug.route").value, choices({1}, routes));
    EXPECT_EQ(read_fact("drug.route: {one_of: [oral, injected]}").fact("drug.route").value, choices({0, 2}, routes));
    EXPECT_EQ(read_fact("job.demand: {value: {one_of: [medium, heavy]}, document: pr2}").fact("job.demand").value,
              choices({2, 3}, levels));
    EXPECT_EQ(read_fact("job.demand: {one_of: [medium, heavy]}").fact("job.demand").entry->statements[0].as_written,
              "one of medium, heavy");
}

TEST(OrderedChoices, HaveRanges) {
    EXPECT_EQ(read_fact("job.demand: light..heavy").fact("job.demand").value, choices({1, 2, 3}, levels));
    EXPECT_EQ(read_fact("job.demand: at least heavy").fact("job.demand").value, choices({3, 4}, levels));
    EXPECT_EQ(read_fact("job.demand: over medium").fact("job.demand").value, choices({3, 4}, levels));
    EXPECT_EQ(read_fact("job.demand: at most light").fact("job.demand").value, choices({0, 1}, levels));
    EXPECT_EQ(read_fact("job.demand: under light").fact("job.demand").value, choices({0}, levels));
}

TEST(Texts, AreTakenAsWritten) {
    EXPECT_EQ(read_fact("job.title: van driver").fact("job.title").value, texts({"van driver"}));
    EXPECT_EQ(read_fact("job.title: \"over 2 years: driver\"").fact("job.title").value, texts({"over 2 years: driver"}));
    EXPECT_EQ(read_fact("job.title: {one_of: [\"b\", \"a\"]}").fact("job.title").value, texts({"a", "b"}));
    EXPECT_EQ(read_fact("job.title: 2015").fact("job.title").value, texts({"2015"}));
    EXPECT_EQ(read_fact("job.title: 'it''s é'").fact("job.title").value, texts({"it's é"}));
}

TEST(Texts, QuotedUnknownIsAText) {
    const ResolvedFact fact = read_fact("job.title: \"unknown\"").fact("job.title");
    EXPECT_EQ(fact.state, FactState::stated);
    EXPECT_EQ(fact.value, texts({"unknown"}));
}

TEST(Dates, AreDaysMonthsYearsAndHalfLines) {
    const auto value = [](const std::string& form) { return read_fact("injury.date: " + form).fact("injury.date").value; };
    EXPECT_EQ(value("2015-02-19"), ordered(day("2015-02-19"), day("2015-02-19")));
    EXPECT_EQ(value("2015-02"), ordered(day("2015-02-01"), day("2015-02-28")));
    EXPECT_EQ(value("2012-02"), ordered(day("2012-02-01"), day("2012-02-29")));
    EXPECT_EQ(value("2015"), ordered(day("2015-01-01"), day("2015-12-31")));
    EXPECT_EQ(value("before 2013-07"), ordered(unbounded_low, day("2013-06-30")));
    EXPECT_EQ(value("after 2013"), ordered(day("2014-01-01"), unbounded_high));
    EXPECT_EQ(value("2013-05..2013-06-03"), ordered(day("2013-05-01"), day("2013-06-03")));
    EXPECT_EQ(value("{one_of: [2015-03-01, 2015-02]}"), ordered(day("2015-02-01"), day("2015-03-01")));
    EXPECT_EQ(value("{value: before 2013, document: pr2}"), ordered(unbounded_low, day("2012-12-31")));
}

TEST(Codes, AreReadAsTheyArePrinted) {
    EXPECT_EQ(read_fact("diagnosis.code: M54.16").fact("diagnosis.code").value, texts({"M54.16"}));
    EXPECT_EQ(read_fact("diagnosis.code: 722.10").fact("diagnosis.code").value, texts({"722.10"}));
    EXPECT_EQ(read_fact("diagnosis.code: \"S13.4XXA\"").fact("diagnosis.code").value, texts({"S13.4XXA"}));
    EXPECT_EQ(read_fact("diagnosis.code: {one_of: [M54.17, M54.16]}").fact("diagnosis.code").value,
              texts({"M54.16", "M54.17"}));
    EXPECT_TRUE(read_fact("diagnosis.code: unknown").fact("diagnosis.code").entry->statements[0].stated_unknown);
}

TEST(Codes, AreRefusedInAnotherForm) {
    for (const char* wrong : {"m54.16", "M54.1*", "G54.0..G54.4", "M54.", "low back pain", "none"}) {
        const Loaded loaded = read(case_with(std::string("  diagnosis.code: ") + wrong));
        EXPECT_EQ(loaded.slug(), "bad-value") << wrong;
        EXPECT_EQ(loaded.pointed_at(), wrong);
    }
    const std::string nine = "[A1, A2, A3, A4, A5, A6, A7, A8, A9]";
    EXPECT_EQ(read(case_with("  diagnosis.code: {one_of: " + nine + "}")).slug(), "too-many");
}

TEST(Provenance, IsKeptWithTheStatement) {
    const Loaded loaded =
        read_fact("job.demand: {value: medium, document: pr1, page: 3, date: 2015-03, by: Dr. Lee, note: \"lifts 20 kg\"}");
    const Statement& statement = loaded.fact("job.demand").entry->statements[0];
    EXPECT_EQ(statement.document, 0U);
    EXPECT_EQ(statement.page, "3");
    EXPECT_EQ(statement.by, "Dr. Lee");
    EXPECT_EQ(statement.note, "lifts 20 kg");
    EXPECT_EQ(statement.date, (OrderedSet{day("2015-03-01"), day("2015-03-31")}));
    EXPECT_EQ(statement.as_written, "medium");
    EXPECT_EQ(loaded.sources.slice(statement.span), "medium");
}

TEST(Provenance, DateOfTheDocumentCountsWhereTheStatementHasNone) {
    const Loaded loaded = read_fact("job.demand: {value: medium, document: pr1}");
    EXPECT_EQ(loaded.fact("job.demand").entry->statements[0].date, (OrderedSet{day("2015-02-26"), day("2015-02-26")}));
}

TEST(Nesting, DottedAndNestedMeanTheSame) {
    const Loaded nested =
        read(case_with("  worker: {age: 45 years}\n  job:\n    demand: {value: heavy, document: pr2}\n    title: driver"));
    EXPECT_EQ(nested.text(), "");
    EXPECT_EQ(nested.fact("worker.age").value, ordered(45 * 12 * one / 12, 45 * one));
    EXPECT_EQ(nested.fact("job.demand").value, choices({3}, levels));
    EXPECT_EQ(nested.fact("job.title").value, texts({"driver"}));
}

TEST(Positions, CountCodePointsAfterOtherText) {
    const Loaded loaded = read(case_with("  job.title: \"é ü 漢\"\n  job.demand: {value: medum, note: \"é\"}"));
    ASSERT_EQ(loaded.slug(), "bad-value");
    EXPECT_EQ(loaded.pointed_at(), "medum");
    EXPECT_EQ(loaded.sources.position(loaded.diagnostics.all()[0].span.begin).column, 23U);
}

TEST(Positions, ByteOrderMarkIsSkipped) {
    const Loaded loaded = read("\xEF\xBB\xBF" + case_with("  job.demand: medum"));
    EXPECT_EQ(loaded.pointed_at(), "medum");
}

}  // namespace
}  // namespace warrant::facts_test
