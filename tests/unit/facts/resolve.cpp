// What several statements amount to: preference, change over time, refinement, dispute.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

using Standing = Statement::Standing;
using Standings = std::vector<Standing>;

std::string statements(std::initializer_list<std::string_view> items, std::string_view rest = "") {
    std::string text = "statements: [";
    for (const std::string_view item : items) text += "{" + std::string(item) + "}, ";
    return text + "]" + std::string(rest);
}

// What the statements say of a fact that changes, for a request with the given date line.
ResolvedFact tolerance(Loaded& loaded, std::initializer_list<std::string_view> items, std::string_view date) {
    loaded.load(case_with("  recovery.tolerance: {" + statements(items) + "}", date));
    EXPECT_EQ(loaded.text(), "");
    return loaded.fact("recovery.tolerance");
}

TEST(Statements, ThatDifferAreDisputed) {
    const Loaded loaded = read_fact("injury.date: {" +
                                    statements({"value: 2015-02-19, document: pr1", "value: 2015-02-26, document: pr2"}) + "}");
    const ResolvedFact fact = loaded.fact("injury.date");
    EXPECT_EQ(fact.state, FactState::disputed);
    EXPECT_EQ(fact.value, ordered(day("2015-02-19"), day("2015-02-26")));
    EXPECT_EQ(fact.standings, (Standings{Standing::kept, Standing::kept}));
}

TEST(Statements, OfAChoiceJoinToTheSetAndNotTheRange) {
    const Loaded loaded =
        read_fact("job.demand: {" + statements({"value: light, document: pr1", "value: heavy, document: pr2"}) + "}");
    EXPECT_EQ(loaded.fact("job.demand").state, FactState::disputed);
    EXPECT_EQ(loaded.fact("job.demand").value, choices({1, 3}, 5));
}

TEST(Statements, OfATruthAndATextJoin) {
    const Loaded loaded = read(case_with("  goal.defined: {" + statements({"value: yes", "value: no"}) + "}\n  job.title: {" +
                                         statements({"value: a", "value: b", "value: a"}) + "}"));
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("goal.defined").state, FactState::disputed);
    EXPECT_EQ(loaded.fact("job.title").value, texts({"a", "b"}));
}

TEST(Statements, ThatAgreeGovernTogether) {
    const Loaded loaded =
        read_fact("job.demand: {" + statements({"value: heavy, document: pr1", "value: heavy, document: pr2"}) + "}");
    EXPECT_EQ(loaded.fact("job.demand").state, FactState::stated);
    EXPECT_EQ(loaded.fact("job.demand").standings, (Standings{Standing::governs, Standing::governs}));
}

TEST(Statements, AreRefinedByOnesThatSayTheSameMoreExactly) {
    const Loaded loaded = read_fact(
        "injury.date: {" +
        statements({"value: 2015", "value: 2015-02-19", "value: unknown", "value: 2015-02", "value: 2015-02-19"}) + "}");
    const ResolvedFact fact = loaded.fact("injury.date");
    EXPECT_EQ(fact.state, FactState::stated);
    EXPECT_EQ(fact.value, ordered(day("2015-02-19"), day("2015-02-19")));
    EXPECT_EQ(fact.standings,
              (Standings{Standing::refined, Standing::governs, Standing::refined, Standing::refined, Standing::governs}));
}

TEST(Statements, RefinementDoesNotSettleWhatElseDiffers) {
    const Loaded loaded =
        read_fact("injury.date: {" + statements({"value: 2015", "value: 2015-02-19", "value: 2016-01-01"}) + "}");
    const ResolvedFact fact = loaded.fact("injury.date");
    EXPECT_EQ(fact.state, FactState::disputed);
    EXPECT_EQ(fact.value, ordered(day("2015-02-19"), day("2016-01-01")));
    EXPECT_EQ(fact.standings, (Standings{Standing::refined, Standing::kept, Standing::kept}));
}

TEST(Statements, AllUnknownIsStatedUnknown) {
    const Loaded loaded =
        read_fact("goal.defined: {" + statements({"value: unknown, document: pr1", "value: unknown, document: pr2"}) + "}");
    EXPECT_EQ(loaded.fact("goal.defined").state, FactState::stated_unknown);
    EXPECT_EQ(loaded.fact("goal.defined").standings, (Standings{Standing::governs, Standing::governs}));
}

TEST(Preference, TakesTheDocumentAndSetsTheOthersAside) {
    const Loaded loaded = read_fact("goal.defined: {" +
                                    statements({"value: yes, document: pr1", "value: no, document: pr2"},
                                               ", preferred: pr1, because: \"the worker's own doctor\"") +
                                    "}");
    const ResolvedFact fact = loaded.fact("goal.defined");
    EXPECT_EQ(fact.state, FactState::stated);
    EXPECT_EQ(fact.value, truth(true, false));
    EXPECT_EQ(fact.standings, (Standings{Standing::governs, Standing::set_aside}));
    EXPECT_EQ(fact.entry->because, "the worker's own doctor");
}

TEST(Preference, DocumentsThatSaySeveralThingsStayDisputed) {
    const Loaded loaded =
        read_fact("worker.age: {" +
                  statements({"value: 40, document: pr1", "value: 42, document: pr1", "value: 50, document: pr2"},
                             ", preferred: pr1, because: x") +
                  "}");
    EXPECT_EQ(loaded.fact("worker.age").state, FactState::disputed);
    EXPECT_EQ(loaded.fact("worker.age").value, ordered(40 * one, 42 * one));
}

TEST(Change, TheLatestOnOrBeforeTheRequestGoverns) {
    Loaded loaded;
    const ResolvedFact fact = tolerance(loaded, {"value: 2, document: pr1", "value: 5, document: pr2"}, "date: 2015-06-09");
    EXPECT_EQ(fact.state, FactState::stated);
    EXPECT_EQ(fact.value, ordered(5 * one, 5 * one));
    EXPECT_EQ(fact.standings, (Standings{Standing::superseded, Standing::governs}));
}

TEST(Change, StatementsAfterTheRequestDoNotCount) {
    Loaded loaded;
    const ResolvedFact fact = tolerance(loaded, {"value: 2, document: pr1", "value: 5, document: pr2"}, "date: 2015-06-08");
    EXPECT_EQ(fact.value, ordered(2 * one, 2 * one));
    EXPECT_EQ(fact.standings, (Standings{Standing::governs, Standing::after}));
}

TEST(Change, NoneKeptMeansAllValues) {
    Loaded loaded;
    const ResolvedFact fact = tolerance(loaded, {"value: 5, document: pr2"}, "date: 2015-01-01");
    EXPECT_EQ(fact.state, FactState::stated);
    EXPECT_EQ(fact.value, ordered(0, unbounded_high));
    EXPECT_EQ(fact.standings, (Standings{Standing::after}));
}

TEST(Change, OneDayTwoStatementsAreDisputed) {
    Loaded loaded;
    const ResolvedFact fact =
        tolerance(loaded, {"value: 2, date: 2015-03-01", "value: 5, date: 2015-03-01"}, "date: 2015-06-09");
    EXPECT_EQ(fact.state, FactState::disputed);
    EXPECT_EQ(fact.value, ordered(2 * one, 5 * one));
}

TEST(Change, PartialDatesKeepWhatTheyCannotRuleOut) {
    Loaded both;
    EXPECT_EQ(tolerance(both, {"value: 2, date: 2015-03-10", "value: 5, date: 2015-03"}, "date: 2015-06-09").standings,
              (Standings{Standing::kept, Standing::kept}));
    Loaded later;
    EXPECT_EQ(tolerance(later, {"value: 2, date: 2015-02", "value: 5, date: 2015-03"}, "date: 2015-06-09").standings,
              (Standings{Standing::superseded, Standing::governs}));
    // The later one may be after the request, so that the earlier may be the latest before it.
    Loaded month_of_request;
    EXPECT_EQ(tolerance(month_of_request, {"value: 2, date: 2015-02", "value: 5, date: 2015-06"}, "date: 2015-06-09").standings,
              (Standings{Standing::kept, Standing::kept}));
}

TEST(Change, MissingDatesKeepEverything) {
    Loaded undated;
    EXPECT_EQ(tolerance(undated, {"value: 2, document: pr1", "value: 5, document: undated"}, "date: 2015-06-09").standings,
              (Standings{Standing::kept, Standing::kept}));
    // With an undated one between, a dated one is still superseded by a later dated one.
    Loaded three;
    EXPECT_EQ(tolerance(three, {"value: 2, document: pr1", "value: 5, document: undated", "value: 6, document: pr2"},
                        "date: 2015-06-09")
                  .standings,
              (Standings{Standing::superseded, Standing::kept, Standing::kept}));
}

TEST(Change, WithoutADateOfTheRequestNothingIsRuledOut) {
    Loaded loaded;
    const ResolvedFact fact =
        tolerance(loaded, {"value: 2, document: pr1", "value: 5, document: pr2"}, "service: work_hardening");
    EXPECT_EQ(fact.state, FactState::disputed);
    EXPECT_EQ(fact.value, ordered(2 * one, 5 * one));
    Loaded partial;
    EXPECT_EQ(tolerance(partial, {"value: 2, document: pr1", "value: 5, document: pr2"}, "date: 2015").standings,
              (Standings{Standing::kept, Standing::kept}));
    Loaded month;
    EXPECT_EQ(tolerance(month, {"value: 2, document: pr1", "value: 5, document: pr2"}, "date: 2015-07").standings,
              (Standings{Standing::superseded, Standing::governs}));
}

TEST(Change, ALaterUnknownSupersedes) {
    Loaded loaded;
    loaded.load(
        case_with("  recovery.cleared: {" + statements({"value: yes, document: pr1", "value: unknown, document: pr2"}) + "}"));
    EXPECT_EQ(loaded.fact("recovery.cleared").state, FactState::stated_unknown);
    EXPECT_EQ(loaded.fact("recovery.cleared").value, truth(true, true));
}

TEST(Change, IsJudgedByEachRequestApart) {
    const Loaded loaded = read("case: two\n" + documents +
                               "requests:\n  - {date: 2015-03-01}\n  - {date: 2015-07-01}\nfacts:\n  recovery.tolerance: {" +
                               statements({"value: 2, document: pr1", "value: 5, document: pr2"}) + "}\n");
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("recovery.tolerance", 0).value, ordered(2 * one, 2 * one));
    EXPECT_EQ(loaded.fact("recovery.tolerance", 1).value, ordered(5 * one, 5 * one));
}

TEST(Change, PreferenceComesFirst) {
    const Loaded loaded =
        read_fact("recovery.tolerance: {" +
                  statements({"value: 2, document: pr1", "value: 5, document: pr2"}, ", preferred: pr1, because: x") + "}");
    EXPECT_EQ(loaded.fact("recovery.tolerance").value, ordered(2 * one, 2 * one));
    EXPECT_EQ(loaded.fact("recovery.tolerance").standings, (Standings{Standing::governs, Standing::set_aside}));
}

TEST(Change, DisputedDateOfTheRequestIsARange) {
    Loaded loaded;
    loaded.load(case_with("  recovery.tolerance: {" + statements({"value: 2, document: pr1", "value: 5, document: pr2"}) + "}",
                          "date: {" + statements({"value: 2015-05-01", "value: 2015-07-01"}) + "}"));
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("recovery.tolerance").state, FactState::disputed);
}

}  // namespace
}  // namespace warrant::facts_test
