// Which section governs: kinds of services, services that are only possible, ranks of sources, sections that the search passes,
// and sections that contradict each other.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

GuidelineText section(const std::string& name, const std::string& covers, const std::string& fact,
                      const std::string& edition = "2009") {
    GuidelineText text;
    text.name = name;
    text.edition = edition;
    text.covers = covers;
    text.body = "criterion 1 \"First\"\n  requires " + fact + "\n";
    return text;
}

struct Governs : ::testing::Test {
    Desk desk;

    void put(const GuidelineText& text) { desk.put(guideline(text)); }
    RequestReview review(const std::string& service, const std::string& facts,
                         const std::string& header = "decided: 2010-01-01\n", const ReviewOptions& options = {}) {
        Review found = desk.review(header + "requests:\n  - service: " + service + "\nfacts: {" + facts + "}\n", options);
        EXPECT_EQ(found.requests.size(), 1u) << desk.all_messages();
        return std::move(found.requests.at(0));
    }
    static std::vector<std::string> names(const RequestReview& review) {
        std::vector<std::string> all;
        for (const Candidate& candidate : review.candidates)
            all.push_back(candidate.guideline == nullptr ? "none" : candidate.guideline->name);
        return all;
    }
};

using Names = std::vector<std::string>;

TEST_F(Governs, AServiceIncludesItsKinds) {
    put(section("alpha.one", "therapy", "a"));
    EXPECT_EQ(review("warm_pool", "a: yes").finding, FindingName::supported);
    const RequestReview other = review("massage", "a: yes");
    EXPECT_EQ(other.finding, FindingName::not_addressed);
    ASSERT_EQ(other.candidates.size(), 1u);
    EXPECT_EQ(other.candidates[0].guideline, nullptr);
    EXPECT_TRUE(other.candidates[0].reason.module.empty());
    EXPECT_TRUE(other.candidates[0].sure);
}

TEST_F(Governs, TheNearestNamedServiceFirst) {
    put(section("alpha.general", "therapy", "a"));
    put(section("alpha.pool", "pool_therapy", "b"));
    EXPECT_EQ(names(review("therapy", "a: yes, b: no")), Names{"alpha.general"});
    EXPECT_EQ(names(review("pool_therapy", "a: yes, b: no")), Names{"alpha.pool"});
    const RequestReview kind = review("warm_pool", "a: yes, b: no");
    EXPECT_EQ(names(kind), Names{"alpha.pool"});
    EXPECT_EQ(kind.finding, FindingName::not_supported);
}

TEST_F(Governs, TheSearchPassesWhatIsNotAddressed) {
    put(section("alpha.general", "therapy", "a"));
    GuidelineText silent = section("alpha.pool", "pool_therapy", "b");
    silent.body = "no recommendation when c\n\n" + silent.body;
    put(silent);
    const RequestReview passed = review("pool_therapy", "a: yes, b: no, c: yes");
    EXPECT_EQ(names(passed), Names{"alpha.general"});
    EXPECT_EQ(passed.finding, FindingName::supported);
    // Where it is not sure that it is silent, it governs.
    const RequestReview open = review("pool_therapy", "a: yes, b: yes");
    EXPECT_EQ(names(open), Names{"alpha.pool"});
    EXPECT_EQ(open.finding, FindingName::undetermined);
    const RequestReview alone = review("pool_therapy", "b: no, c: yes", "decided: 2010-01-01\n", [] {
        ReviewOptions options;
        options.guideline = "alpha.pool";
        return options;
    }());
    EXPECT_EQ(alone.finding, FindingName::not_addressed);
    EXPECT_EQ(names(alone), Names{"alpha.pool"}) << "the section that is silent says why";
}

TEST_F(Governs, ServicesThatAreOnlyPossible) {
    put(section("alpha.therapy", "therapy", "a"));
    put(section("alpha.massage", "massage", "b"));
    const RequestReview both = review("{one_of: [therapy, massage]}", "a: yes, b: yes");
    EXPECT_EQ(names(both), (Names{"alpha.therapy", "alpha.massage"}));
    EXPECT_EQ(both.finding, FindingName::supported);
    EXPECT_FALSE(both.candidates[0].sure);
    const RequestReview differ = review("{one_of: [therapy, massage]}", "a: yes, b: no");
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.disagree);
    EXPECT_TRUE(desk.diagnostics.ok()) << "two possible services are no contradiction: " << desk.all_messages();
}

TEST_F(Governs, OneSectionForBothPossibleServicesIsSure) {
    put(section("alpha.both", "therapy, massage", "a"));
    const RequestReview found = review("{one_of: [therapy, massage]}", "a: yes");
    EXPECT_EQ(names(found), Names{"alpha.both"});
    EXPECT_TRUE(found.candidates[0].sure);
    EXPECT_EQ(found.finding, FindingName::supported);
}

TEST_F(Governs, APossibleServiceThatNothingCovers) {
    put(section("alpha.therapy", "therapy", "a"));
    const RequestReview found = review("{one_of: [therapy, massage]}", "a: yes");
    EXPECT_EQ(names(found), (Names{"alpha.therapy", "none"}));
    EXPECT_EQ(found.finding, FindingName::undetermined);
    EXPECT_TRUE(found.disagree);
    EXPECT_FALSE(found.candidates[0].sure);
    EXPECT_FALSE(found.candidates[1].sure);
}

TEST_F(Governs, AServiceThatIsNotKnownMayBeAny) {
    put(section("alpha.therapy", "therapy", "a"));
    put(section("alpha.massage", "massage", "b"));
    EXPECT_EQ(names(review("unknown", "a: yes, b: yes")), (Names{"alpha.therapy", "alpha.massage"}));
}

TEST_F(Governs, RanksOfAProcedure) {
    put(section("alpha.one", "therapy", "a"));
    put(section("beta.one", "therapy", "b"));
    put(section("gamma.one", "therapy", "c"));
    desk.put(procedure("search_in_order", "search beta, then (alpha or gamma)\n"));
    desk.put(procedure("search_equals", "search (alpha or gamma), then beta\n"));
    desk.put(
        "library outcomes \"Outcomes\"\n\noutcome granted \"it is granted\"\noutcome refused \"it is refused\"\noutcome "
        "passed_on \"it is passed on\"\n");
    const std::string date = "decided: 2010-01-01\n";
    EXPECT_EQ(names(review("therapy", "a: yes, b: no, c: yes", date + "procedure: search_in_order\n")), Names{"beta.one"});
    const RequestReview equals = review("therapy", "a: yes, b: no, c: yes", date + "procedure: search_equals\n");
    EXPECT_EQ(names(equals), (Names{"alpha.one", "gamma.one"}));
    EXPECT_EQ(equals.finding, FindingName::supported);
    // Sources of one rank that disagree: a physician must weigh the evidence.
    const RequestReview differ = review("therapy", "a: yes, b: no, c: no", date + "procedure: search_equals\n");
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.disagree);
    EXPECT_FALSE(differ.error);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Governs, WithoutAProcedureAllSourcesAreEquals) {
    put(section("beta.one", "therapy", "b"));
    put(section("alpha.one", "therapy", "a"));
    const RequestReview found = review("therapy", "a: yes, b: no");
    EXPECT_EQ(names(found), (Names{"alpha.one", "beta.one"}));
    EXPECT_EQ(found.finding, FindingName::undetermined);
    EXPECT_TRUE(desk.diagnostics.ok());
}

TEST_F(Governs, ASourceThatIsNotInForceLetsTheSearchGoOn) {
    GuidelineText early = section("alpha.one", "therapy", "a");
    early.period = "2001-01-01 to 2009-12-31";
    put(early);
    put(section("beta.one", "therapy", "b"));
    desk.put(procedure("ordered", "search alpha, then beta\n"));
    desk.put(
        "library outcomes \"Outcomes\"\n\noutcome granted \"it is granted\"\noutcome refused \"it is refused\"\noutcome "
        "passed_on \"it is passed on\"\n");
    const RequestReview found = review("therapy", "a: no, b: yes", "procedure: ordered\ndecided: 2010-06-01\n");
    EXPECT_EQ(names(found), Names{"beta.one"});
    EXPECT_EQ(found.finding, FindingName::supported);
    const RequestReview open = review("therapy", "a: no, b: yes", "procedure: ordered\ndecided: 2009..2010\n");
    EXPECT_EQ(names(open), (Names{"alpha.one", "beta.one"}));
    EXPECT_EQ(open.finding, FindingName::undetermined);
}

TEST_F(Governs, EditionsOfOneSectionTogetherCoverEveryPossibleDay) {
    GuidelineText early = section("alpha.one", "therapy", "a");
    early.period = "2001-01-01 to 2009-12-31";
    GuidelineText late = section("alpha.one", "therapy", "a", "2010");
    late.period = "2010-01-01 on";
    put(early);
    put(late);
    put(section("beta.one", "therapy", "b"));
    desk.put(procedure("ordered", "search alpha, then beta\n"));
    desk.put(
        "library outcomes \"Outcomes\"\n\noutcome granted \"it is granted\"\noutcome refused \"it is refused\"\noutcome "
        "passed_on \"it is passed on\"\n");
    const RequestReview found = review("therapy", "a: yes, b: no", "procedure: ordered\ndecided: 2009..2010\n");
    EXPECT_EQ(names(found), (Names{"alpha.one", "alpha.one"})) << "the search ends with the section, in whichever edition";
    EXPECT_EQ(found.finding, FindingName::supported);
}

TEST_F(Governs, SectionsOfOneSourceThatContradictEachOther) {
    put(section("alpha.one", "therapy", "a"));
    put(section("alpha.two", "therapy", "b"));
    const RequestReview same = review("therapy", "a: yes, b: yes");
    EXPECT_EQ(same.finding, FindingName::supported);
    EXPECT_EQ(same.candidates.size(), 2u);
    ASSERT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
    EXPECT_EQ(review("therapy", "a: yes").finding, FindingName::undetermined);
    ASSERT_TRUE(desk.diagnostics.ok()) << "one is not decided: " << desk.all_messages();
    const RequestReview differ = review("therapy", "a: yes, b: no");
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.error);
    ASSERT_EQ(desk.diagnostics.errors(), 1u);
    EXPECT_TRUE(desk.reported("sections-disagree"));
    EXPECT_NE(desk.diagnostics.all().front().message.find("`alpha.one` (edition 2009) and `alpha.two` (edition 2009)"),
              std::string::npos);
}

TEST_F(Governs, OnlyTheGuidelineThatIsAskedFor) {
    put(section("alpha.one", "therapy", "a"));
    put(section("alpha.two", "therapy", "b"));
    ReviewOptions options;
    options.guideline = "alpha.two";
    EXPECT_EQ(names(review("therapy", "a: yes, b: no", "decided: 2010-01-01\n", options)), Names{"alpha.two"});
    EXPECT_EQ(review("massage", "a: yes, b: no", "decided: 2010-01-01\n", options).finding, FindingName::not_addressed);
    options.guideline = "alpha.tow";
    EXPECT_TRUE(desk.review("decided: 2010-01-01\nrequests:\n  - service: therapy\n", options).requests.empty());
    EXPECT_TRUE(desk.reported("unknown-module"));
    EXPECT_EQ(desk.diagnostics.all().back().help, "did you mean `alpha.two`?");
}

TEST_F(Governs, TheSameAnswerInOtherUnits) {
    GuidelineText weeks = section("alpha.one", "therapy", "a");
    weeks.body = "limit 1 \"Two weeks\"\n  caps request.duration at 2 weeks\n";
    GuidelineText days = section("beta.one", "therapy", "a");
    days.body = "limit 1 \"Fourteen days\"\n  caps request.duration at 14 days\n";
    GuidelineText longer = section("gamma.one", "therapy", "a");
    longer.body = "limit 1 \"Three weeks\"\n  caps request.duration at 3 weeks\n";
    put(weeks);
    put(days);
    const std::string request = "decided: 2010-01-01\nrequests:\n  - {service: therapy, duration: 4 weeks}\n";
    const Review same = desk.review(request);
    EXPECT_EQ(same.requests.at(0).finding, FindingName::partly_supported) << desk.all_messages();
    Desk other;
    for (const GuidelineText& text : {weeks, longer}) other.put(guideline(text));
    const Review differ = other.review(request);
    EXPECT_EQ(differ.requests.at(0).finding, FindingName::undetermined) << other.all_messages();
    EXPECT_TRUE(differ.requests.at(0).disagree);
}

TEST_F(Governs, EachRequestForItself) {
    put(section("alpha.therapy", "therapy", "a"));
    put(section("alpha.massage", "massage", "b"));
    const Review found =
        desk.review("edition: 2009\nrequests:\n  - service: massage\n  - service: therapy\nfacts: {a: yes, b: no}\n");
    ASSERT_EQ(found.requests.size(), 2u) << desk.all_messages();
    EXPECT_EQ(found.requests[0].finding, FindingName::not_supported);
    EXPECT_EQ(found.requests[1].finding, FindingName::supported);
    EXPECT_EQ(found.requests[1].request, 1u);
}

}  // namespace
}  // namespace warrant::testing
