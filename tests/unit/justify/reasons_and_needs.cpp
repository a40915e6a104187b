// Pruned reasons, the words of comparisons, and which facts are still asked for, each on a guideline of a few lines.
#include "interpreter/justify/render.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace warrant::test {

namespace {

std::string asked_for(const SectionView& section) {
    std::string text;
    for (const NeededFact& needed : section.needed) {
        std::string settles;
        for (const std::string& id : needed.settles) settles += (settles.empty() ? "" : ",") + id;
        text += settles + " " + needed.fact.path + (needed.wanted.empty() ? "" : " " + needed.wanted) + "\n";
    }
    return text;
}

std::string wanted_for(const std::string& condition, const std::string& facts = "", const std::string& request = "") {
    const SectionView section = section_of(criterion("1", condition), facts, request);
    return section.needed.size() == 1 ? section.needed.front().wanted : asked_for(section);
}

// ---- pruning

TEST(Reasons, ATrueAndKeepsAllAFalseOneItsFalseOperandsAnOpenOneItsOpenOperands) {
    const std::string both = "goal.job and goal.training and pain.chronic";
    EXPECT_EQ(reasons_for(both, "  goal.job: yes\n  goal.training: yes\n  pain.chronic: yes\n"),
              "specific job to return to: yes\non-the-job training to enter: yes\npain of more than three months: yes\n");
    EXPECT_EQ(reasons_for(both, "  goal.job: no\n  goal.training: yes\n"), "specific job to return to: no\n");
    EXPECT_EQ(reasons_for(both, "  goal.job: yes\n"),
              "on-the-job training to enter: not documented\npain of more than three months: not documented\n");
}

TEST(Reasons, AnOrIsTheDual) {
    const std::string either = "goal.job or goal.training";
    EXPECT_EQ(reasons_for(either, "  goal.job: yes\n"), "specific job to return to: yes\n");
    EXPECT_EQ(reasons_for(either, "  goal.job: no\n  goal.training: no\n"),
              "none of:\n  specific job to return to: no\n  on-the-job training to enter: no\n");
    EXPECT_EQ(reasons_for(either, ""),
              "any one of:\n  specific job to return to: not documented\n  on-the-job training to enter: not documented\n");
    EXPECT_EQ(reasons_for(either, "  goal.job: no\n"), "on-the-job training to enter: not documented\n");
}

TEST(Reasons, SeveralConditionsUnderAnOrStayTogether) {
    EXPECT_EQ(reasons_for("goal.job or (goal.training and pain.chronic)", ""),
              "any one of:\n  specific job to return to: not documented\n  all of:\n    on-the-job training to enter: not "
              "documented\n"
              "    pain of more than three months: not documented\n");
}

TEST(Reasons, UnderNotTheHeadingsTurnAround) {
    EXPECT_EQ(reasons_for("not (goal.job or goal.training)", ""),
              "none of:\n  specific job to return to: not documented\n  on-the-job training to enter: not documented\n");
}

TEST(Reasons, AtLeastNamesWhatHoldsOrIsOpen) {
    const std::string two = "at least 2 of (goal.job, goal.training, pain.chronic)";
    EXPECT_EQ(reasons_for(two, "  goal.job: yes\n"),
              "at least 2 of 3; 1 surely holds, these are open:\n  on-the-job training to enter: not documented\n"
              "  pain of more than three months: not documented\n");
    EXPECT_EQ(reasons_for(two, "  goal.job: no\n  goal.training: no\n"),
              "at least 2 of 3; these do not hold:\n  specific job to return to: no\n  on-the-job training to enter: no\n");
    EXPECT_EQ(reasons_for(two, "  goal.job: yes\n  pain.chronic: yes\n"),
              "at least 2 of 3; these hold:\n  specific job to return to: yes\n  pain of more than three months: yes\n");
}

TEST(Reasons, AChoiceShowsItsConditionAndTheBranchTaken) {
    const std::string choice = "if pain.chronic then goal.job else goal.training";
    EXPECT_EQ(reasons_for(choice, "  pain.chronic: no\n  goal.training: yes\n"),
              "because:\n  pain of more than three months: no\nthen:\n  on-the-job training to enter: yes\n");
    EXPECT_EQ(reasons_for(choice, ""),
              "this depends on:\n  pain of more than three months: not documented\nif so:\n  specific job to return to: not "
              "documented\n"
              "if not:\n  on-the-job training to enter: not documented\n");
}

TEST(Reasons, QuestionsAboutTheRecordSayWhatTheRecordHolds) {
    EXPECT_EQ(reasons_for("documented goal.job", ""),
              "not documented on this record:\n  specific job to return to: not documented\n");
    EXPECT_EQ(reasons_for("known visits.had", "  visits.had: 4 visits\n"),
              "known exactly on this record:\n  visits already had: 4 visits\n");
}

// ---- comparisons

TEST(Comparisons, StateTheRelationThatHoldsWithTheFactFirst) {
    EXPECT_EQ(reasons_for("recovery.tolerance >= 4 hours/day", "  recovery.tolerance: 5 hours/day\n"),
              "time a day the worker can take part: 5 hours/day >= 4 hours/day\n");
    EXPECT_EQ(reasons_for("recovery.tolerance >= 4 hours/day", "  recovery.tolerance: 3 hours/day\n"),
              "time a day the worker can take part: 3 hours/day < 4 hours/day\n");
    EXPECT_EQ(reasons_for("4 hours/day < recovery.tolerance", "  recovery.tolerance: 5 hours/day\n"),
              "time a day the worker can take part: 5 hours/day > 4 hours/day\n");
    EXPECT_EQ(reasons_for("not (recovery.tolerance < 4 hours/day)", "  recovery.tolerance: 5 hours/day\n"),
              "time a day the worker can take part: 5 hours/day >= 4 hours/day\n");
}

TEST(Comparisons, AnOpenOneSaysThatItIsNotSettled) {
    EXPECT_EQ(reasons_for("recovery.tolerance >= 4 hours/day", "  recovery.tolerance: 3..5 hours/day\n"),
              "time a day the worker can take part: 3 to 5 hours/day, not settled whether >= 4 hours/day\n");
    EXPECT_EQ(reasons_for("recovery.tolerance >= 4 hours/day", ""), "time a day the worker can take part: not documented\n");
}

TEST(Comparisons, ArithmeticEndsInItsResult) {
    const std::string rule = "request.date <= injury.date + 2 years";
    const std::string request = "    date: 2015-06-09\n";
    EXPECT_EQ(reasons_for(rule, "  injury.date: 2015-02-19\n", request), "2015-06-09 <= 2015-02-19 + 2 years = 2017-02-19\n");
    EXPECT_EQ(reasons_for(rule, "  injury.date: 2012-03-01\n", request), "2015-06-09 > 2012-03-01 + 2 years = 2014-03-01\n");
    EXPECT_EQ(reasons_for(rule, "", request), "not settled whether 2015-06-09 <= date of the injury + 2 years\n");
    EXPECT_EQ(reasons_for("request.date - 2 years <= injury.date", "  injury.date: 2015-02-19\n", request),
              "2015-02-19 >= 2015-06-09 - 2 years = 2013-06-09\n");
}

TEST(Comparisons, KeepTheParenthesesThatArithmeticNeeds) {
    EXPECT_EQ(reasons_for("visits.had <= (visits.missed + 2 visits) * 3", "  visits.had: 4 visits\n  visits.missed: 1 visit\n"),
              "4 visits <= (1 visit + 2 visits) * 3 = 9 visits\n");
    EXPECT_EQ(reasons_for("visits.had <= 10 visits - (visits.missed - 2 visits)",
                          "  visits.had: 4 visits\n  visits.missed: 3 visits\n"),
              "4 visits <= 10 visits - (3 visits - 2 visits) = 9 visits\n");
    EXPECT_EQ(
        reasons_for("visits.had <= least of (visits.missed, 3 visits)", "  visits.had: 4 visits\n  visits.missed: 3 visits\n"),
        "4 visits > least of (3 visits, 3 visits) = 3 visits\n");
}

TEST(Comparisons, OrderedChoicesReadAsABoundOthersAsAList) {
    EXPECT_EQ(reasons_for("job.demand >= light", "  job.demand: heavy\n"),
              "physical demand level of the current job: heavy >= light\n");
    EXPECT_EQ(reasons_for("job.demand >= light", "  job.demand: sedentary\n"),
              "physical demand level of the current job: sedentary < light\n");
    EXPECT_EQ(reasons_for("job.demand >= medium", "  job.demand: {one_of: [medium, heavy]}\n"),
              "physical demand level of the current job: medium or heavy >= medium\n");
    EXPECT_EQ(reasons_for("therapy.setting in (clinic, gym)", "  therapy.setting: home\n"),
              "place of the therapy: home, not clinic or gym\n");
    EXPECT_EQ(reasons_for("therapy.setting in (clinic, gym)", "  therapy.setting: gym\n"),
              "place of the therapy: gym, one of clinic or gym\n");
    EXPECT_EQ(reasons_for("therapy.setting = home", "  therapy.setting: home\n"), "place of the therapy: home\n");
    EXPECT_EQ(reasons_for("therapy.setting = home", "  therapy.setting: {one_of: [home, gym]}\n"),
              "place of the therapy: home or gym, not settled whether home\n");
}

// ---- what is asked for

TEST(Needed, AWantedValueIsSaidWhereOneComparisonSaysIt) {
    EXPECT_EQ(wanted_for("goal.job"), "yes");
    EXPECT_EQ(wanted_for("not goal.job"), "no");
    EXPECT_EQ(wanted_for("recovery.tolerance >= 4 hours/day"), "at least 4 hours/day");
    EXPECT_EQ(wanted_for("recovery.tolerance > 4 hours/day"), "over 4 hours/day");
    EXPECT_EQ(wanted_for("recovery.tolerance < 4 hours/day"), "under 4 hours/day");
    EXPECT_EQ(wanted_for("not (recovery.tolerance < 4 hours/day)"), "at least 4 hours/day");
    EXPECT_EQ(wanted_for("recovery.tolerance <= 4 hours/day"), "at most 4 hours/day");
    EXPECT_EQ(wanted_for("job.demand >= light"), "at least light");
    EXPECT_EQ(wanted_for("not (job.demand >= light)"), "below light");
    EXPECT_EQ(wanted_for("therapy.setting in (clinic, gym)"), "clinic or gym");
    EXPECT_EQ(wanted_for("therapy.setting != home"), "other than home");
    EXPECT_EQ(wanted_for("visits.had = 3 visits"), "3 visits");
    EXPECT_EQ(wanted_for("request.date <= injury.date + 2 years", "  injury.date: 2015-02-19\n"), "no later than 2017-02-19");
    EXPECT_EQ(wanted_for("request.date > injury.date", "  injury.date: 2015-02-19\n"), "later than 2015-02-19");
}

TEST(Needed, ADayBehindACalendarSumIsTurnedIntoABoundOfItsOwn) {
    const std::string request = "    date: 2015-06-09\n";
    EXPECT_EQ(wanted_for("request.date <= injury.date + 2 years", "  injury.date: 2013-06\n", request),
              "no earlier than 2013-06-09");
    EXPECT_EQ(wanted_for("request.date > injury.date + 2 years", "", request), "no later than 2013-06-08");
    // 29 February clamps to the 28th: a year after either is the same day.
    EXPECT_EQ(wanted_for("request.date <= injury.date + 1 year", "", "    date: 2013-02-28\n"), "no earlier than 2012-02-28");
}

TEST(Needed, NothingSimpleIsSaidOfAFactInTwoComparisons) {
    EXPECT_EQ(wanted_for("visits.had > 2 visits and visits.had < 9 visits"), "");
    EXPECT_EQ(wanted_for("visits.had + visits.missed < 9 visits", "  visits.missed: 1 visit\n"), "");
}

TEST(Needed, EachFactStandsOnceWithAllItWouldSettle) {
    EXPECT_EQ(
        asked_for(section_of(criterion("1", "goal.job and pain.chronic") + criterion("2", "goal.job or goal.training"), "")),
        "1,2 goal.job yes\n1 pain.chronic yes\n2 goal.training yes\n");
}

TEST(Needed, WhatNoLongerMattersIsNotAskedFor) {
    const std::string body = "recommended when any of (criterion 1, criterion 2) and criterion 3\n\n" +
                             criterion("1", "goal.job") + criterion("2", "goal.training") + criterion("3", "pain.chronic");
    EXPECT_EQ(asked_for(section_of(body, "  goal.job: yes\n")), "3 pain.chronic yes\n");
    const SectionView decided = section_of(body, "  pain.chronic: no\n");
    EXPECT_EQ(decided.finding, FindingName::not_supported);
    EXPECT_EQ(asked_for(decided), "");
    EXPECT_EQ(decided.parts.front().status, PartStatus::unknown);
}

TEST(Needed, ACapThatCannotBeTheLeastDoesNotMatter) {
    const std::string body =
        "limit 1 \"Two weeks\"\n  caps request.duration at 2 weeks\n\n"
        "limit 2 \"Ten weeks less those completed\"\n  caps request.duration at 10 weeks - program.completed\n\n";
    const std::string completed = "  program.completed: 3..5 weeks\n";
    EXPECT_EQ(asked_for(section_of(body, completed)), "1,2 request.duration at most 2 weeks\n");
}

TEST(Needed, AFactBehindAnOpenGateComesAfterWhatOpensIt) {
    EXPECT_EQ(asked_for(section_of(criterion("1", "program.completed > 0 weeks and progress.gains"), "")),
              "1 program.completed\n1 progress.gains yes\n");
    EXPECT_EQ(asked_for(section_of(criterion("1", "progress.gains or goal.job"), "  program.completed: 0 weeks\n")),
              "1 goal.job yes\n");
}

TEST(Needed, AnOpenClauseIsNamedAsTheGuidelineNamesIt) {
    const std::string body = "not recommended when pain.relieved\n\n" + criterion("1", "goal.job");
    EXPECT_EQ(asked_for(section_of(body, "  goal.job: yes\n")), "not recommended when pain.relieved\n");
}

TEST(Needed, APossibleCapStillMattersWhenTheRequestIsSurelyOver) {
    const std::string body =
        "limit 1 \"Ten weeks less those completed\"\n  caps request.duration at 10 weeks - program.completed\n\n";
    EXPECT_EQ(asked_for(section_of(body, "  program.completed: 3..5 weeks\n", "    duration: 9 weeks\n")),
              "1 program.completed\n");
}

// ---- what decided

TEST(Deciding, OnlyPartsThatTheRecommendationTurnsOn) {
    const std::string body = "recommended when any of (criterion 1, criterion 2)\n\n" + criterion("1", "goal.job") +
                             criterion("2", "goal.training") + criterion("3", "pain.chronic");
    const SectionView section = section_of(body, "  goal.job: no\n  goal.training: yes\n  pain.chronic: no\n");
    ASSERT_GE(section.parts.size(), 3U);
    EXPECT_EQ(section.finding, FindingName::not_supported);
    EXPECT_FALSE(section.parts[0].decided_finding);
    EXPECT_FALSE(section.parts[1].decided_finding);
    EXPECT_TRUE(section.parts[2].decided_finding);
}

TEST(Deciding, RecalledPartsAreNamedOnlyWhereTheFindingRestsOnThem) {
    const std::string body =
        criterion("1", "goal.job") + "criterion 2 \"Recalled\"\n  basis recalled\n  requires pain.chronic\n\n";
    EXPECT_EQ(section_of(body, "  goal.job: yes\n  pain.chronic: yes\n").recalled_parts, std::vector<std::string>{"2"});
    EXPECT_TRUE(section_of(body, "  goal.job: no\n  pain.chronic: yes\n").recalled_parts.empty());
    EXPECT_EQ(section_of(body, "").recalled_parts, std::vector<std::string>{"2"});
}

TEST(Deciding, AnAssumptionIsListedOnlyWhileTheRecordIsSilent) {
    const std::string body =
        "limit 1 \"Four weeks\"\n  caps request.duration at 4 weeks - program.completed\n\n"
        "assume program.completed = 0 weeks unless shown\n  because \"A first request.\"\n";
    EXPECT_EQ(section_of(body, "", "    duration: 2 weeks\n").assumed.size(), 1U);
    EXPECT_TRUE(section_of(body, "  program.completed: 1 week\n", "    duration: 2 weeks\n").assumed.empty());
    EXPECT_TRUE(section_of(body, "  program.completed: unknown\n", "    duration: 2 weeks\n").assumed.empty());
}

TEST(Deciding, AnErrorThatDoesNotDecideIsAWarning) {
    const SectionView section = section_of(criterion("1", "goal.job") + criterion("2", "visits.missed / visits.had < 1"),
                                           "  goal.job: no\n  visits.missed: 1 visit\n  visits.had: 0 visits\n");
    EXPECT_EQ(section.finding, FindingName::not_supported);
    ASSERT_EQ(section.warnings.size(), 1U);
    EXPECT_EQ(section.warnings.front(), "division by zero in 1 visit / 0 visits");
}

}  // namespace

}  // namespace warrant::test
