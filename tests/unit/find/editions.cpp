// Which edition applies: named, by the date of decision, by a date that is not exact, or none; and what the justification is
// told of it.
#include "tests/unit/find/fixture.hpp"

#include "interpreter/value/date.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

GuidelineText edition(const std::string& name, const std::string& year, const std::string& period, const std::string& fact) {
    GuidelineText text;
    text.name = name;
    text.edition = year;
    text.period = period;
    text.body = "criterion 1 \"First\"\n  requires " + fact + "\n";
    return text;
}

// alpha.one of 2009 asks for a; that of 2016, in force from 2016-07-28, for b. Nothing is in force before 2009-07-18.
struct TwoEditions : ::testing::Test {
    Desk desk;

    TwoEditions() {
        desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2016-07-27", "a")));
        desk.put(guideline(edition("alpha.one", "2016", "2016-07-28 on", "b")));
    }
    RequestReview review(const std::string& header, const std::string& facts = "  a: yes\n  b: no\n",
                         const ReviewOptions& options = {}) {
        Review found = desk.review(header + "requests:\n  - service: therapy\nfacts:\n" + facts, options);
        EXPECT_EQ(found.requests.size(), 1u) << desk.all_messages();
        return std::move(found.requests.at(0));
    }
};

TEST_F(TwoEditions, Named) {
    const RequestReview first = review("edition: 2009\n");
    EXPECT_EQ(first.finding, FindingName::supported);
    ASSERT_EQ(first.candidates.size(), 1u);
    EXPECT_EQ(first.candidates[0].guideline->edition, "2009");
    EXPECT_TRUE(first.candidates[0].sure);
    EXPECT_EQ(first.candidates[0].reason.ground, EditionGround::named);
    EXPECT_EQ(first.candidates[0].reason.module, "alpha.one");
    const std::vector<std::string> existing{"2009 (2009-07-18 to 2016-07-27)", "2016 (2016-07-28 on)"};
    EXPECT_EQ(first.candidates[0].reason.existing, existing);
    EXPECT_TRUE(first.candidates[0].reason.warning.empty());
    EXPECT_TRUE(first.candidates[0].reason.boundary.empty());
    EXPECT_EQ(review("edition: alpha/2016\n").finding, FindingName::not_supported);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(TwoEditions, NamedByTheCallerInsteadOfTheCase) {
    ReviewOptions options;
    options.editions.push_back({"", "2016", {}});
    EXPECT_EQ(review("edition: 2009\n", "  a: yes\n  b: no\n", options).finding, FindingName::not_supported);
}

TEST_F(TwoEditions, NamedThoughNotInForceOnTheDate) {
    const RequestReview outside = review("edition: 2009\ndecided: 2017-01-10\n");
    EXPECT_EQ(outside.finding, FindingName::supported);
    EXPECT_EQ(outside.candidates.at(0).reason.warning,
              "the edition of 2009 was named, but it was not in force on the date of decision, 2017-01-10");
    const RequestReview partly = review("edition: 2009\ndecided: 2016-07\n");
    EXPECT_NE(partly.candidates.at(0).reason.warning.find("not in force on every possible day"), std::string::npos);
    EXPECT_TRUE(review("edition: 2009\ndecided: 2015-06-09\n").candidates.at(0).reason.warning.empty());
}

TEST_F(TwoEditions, ByTheDateOfDecision) {
    const RequestReview first = review("decided: 2015-06-09\n");
    EXPECT_EQ(first.finding, FindingName::supported);
    EXPECT_EQ(first.candidates.at(0).reason.ground, EditionGround::in_force);
    EXPECT_EQ(first.candidates.at(0).reason.date->low, day_of({2015, 6, 9}));
    EXPECT_TRUE(first.candidates.at(0).sure);
    EXPECT_EQ(review("decided: 2016-07-27\n").finding, FindingName::supported) << "both ends are in";
    EXPECT_EQ(review("decided: 2016-07-28\n").finding, FindingName::not_supported);
}

TEST_F(TwoEditions, AsOfWhereTheCaseStatesNoDate) {
    ReviewOptions options;
    const std::int64_t day = day_of({2018, 1, 1});
    options.as_of = OrderedSet{day, day};
    EXPECT_EQ(review("", "  a: yes\n  b: no\n", options).finding, FindingName::not_supported);
    EXPECT_EQ(review("decided: 2015-06-09\n", "  a: yes\n  b: no\n", options).finding, FindingName::supported);
}

TEST_F(TwoEditions, NeitherEditionNorDate) {
    const RequestReview found = review("");
    EXPECT_TRUE(found.error);
    EXPECT_TRUE(found.candidates.empty());
    EXPECT_FALSE(found.proposal.outcome.has_value());
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("no-edition-chosen"));
    EXPECT_NE(desk.diagnostics.all().front().help.find("`edition: 2016`"), std::string::npos);
}

TEST_F(TwoEditions, ADateThatIsNotExact) {
    const RequestReview differ = review("decided: 2016-07\n");
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.disagree);
    ASSERT_EQ(differ.candidates.size(), 2u);
    EXPECT_FALSE(differ.candidates[0].sure);
    EXPECT_FALSE(differ.candidates[1].sure);
    EXPECT_EQ(differ.candidates[0].reason.ground, EditionGround::possibly);
    EXPECT_EQ(differ.candidates[0].finding.finding, FindingName::supported);
    EXPECT_EQ(differ.candidates[1].finding.finding, FindingName::not_supported);
    const RequestReview agree = review("decided: 2016-07\n", "  a: yes\n  b: yes\n");
    EXPECT_EQ(agree.finding, FindingName::supported);
    EXPECT_FALSE(agree.disagree);
    const RequestReview unknown = review("decided: 2016-07\n", "  c: yes\n");
    EXPECT_EQ(unknown.finding, FindingName::undetermined);
    EXPECT_FALSE(unknown.disagree) << "both are undetermined";
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(TwoEditions, ADateOnWhichPossiblyNoneIsInForce) {
    const RequestReview found = review("decided: 2009-07\n");
    EXPECT_EQ(found.finding, FindingName::undetermined);
    EXPECT_TRUE(found.disagree);
    ASSERT_EQ(found.candidates.size(), 2u);
    EXPECT_EQ(found.candidates[0].guideline->edition, "2009");
    EXPECT_EQ(found.candidates[1].guideline, nullptr);
    EXPECT_EQ(found.candidates[1].reason.ground, EditionGround::none_in_force);
    EXPECT_EQ(found.candidates[1].reason.module, "alpha.one");
    EXPECT_EQ(found.candidates[1].finding.finding, FindingName::not_addressed);
    EXPECT_FALSE(found.candidates[1].sure);
}

TEST_F(TwoEditions, ADateOnWhichNoneIsInForce) {
    const RequestReview found = review("decided: 2009-07-17\n");
    EXPECT_EQ(found.finding, FindingName::not_addressed);
    ASSERT_EQ(found.candidates.size(), 1u);
    EXPECT_EQ(found.candidates[0].guideline, nullptr);
    EXPECT_EQ(found.candidates[0].reason.ground, EditionGround::none_in_force);
    EXPECT_EQ(found.candidates[0].reason.existing.size(), 2u);
    EXPECT_TRUE(found.candidates[0].sure);
    EXPECT_EQ(found.candidates[0].reason.boundary,
              "the edition of 2009 came into force on 2009-07-18, 1 day after the decision");
}

TEST_F(TwoEditions, ABoundaryNearTheDateIsMentioned) {
    auto boundary = [this](const std::string& date) {
        return review("decided: " + date + "\n").candidates.at(0).reason.boundary;
    };
    EXPECT_EQ(boundary("2016-06-27"), "the edition of 2009 was last in force on 2016-07-27, 30 days after the decision");
    EXPECT_EQ(boundary("2016-06-26"), "");
    EXPECT_EQ(boundary("2016-08-01"), "the edition of 2016 came into force on 2016-07-28, 4 days before the decision");
    EXPECT_EQ(boundary("2016-07-27"), "the edition of 2009 was last in force on 2016-07-27, the day of the decision");
    EXPECT_EQ(boundary("2016-07"),
              "the edition of 2009 was last in force on 2016-07-27, which is among the possible days of the decision");
}

TEST_F(TwoEditions, AnEditionThatNobodyHas) {
    EXPECT_TRUE(desk.review("edition: 2010\nrequests:\n  - service: therapy\n").requests.empty());
    EXPECT_TRUE(desk.review("edition: alpha/2010\nrequests:\n  - service: therapy\n").requests.empty());
    EXPECT_TRUE(desk.review("edition: alhpa/2009\nrequests:\n  - service: therapy\n").requests.empty());
    ASSERT_EQ(desk.diagnostics.errors(), 3u) << desk.all_messages();
    for (const Diagnostic& diagnostic : desk.diagnostics.all()) EXPECT_EQ(diagnostic.kind->slug, "unknown-edition");
    EXPECT_EQ(desk.diagnostics.all()[0].help, "there is alpha/2009 or alpha/2016");
    EXPECT_EQ(desk.diagnostics.all()[1].help, "there is alpha/2009 or alpha/2016");
    EXPECT_EQ(desk.diagnostics.all()[2].help, "did you mean `alpha`?");
    EXPECT_TRUE(desk.diagnostics.all()[0].located);
}

TEST_F(TwoEditions, TwoEditionsOfOneSource) {
    EXPECT_TRUE(desk.review("edition: [2009, alpha/2016]\nrequests:\n  - service: therapy\n").requests.empty());
    EXPECT_TRUE(desk.reported("unknown-edition")) << desk.all_messages();
}

TEST(Editions, ABareEditionOfSeveralSourcesIsAmbiguous) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2009", "2009-01-01 on", "a")));
    desk.put(guideline(edition("beta.one", "2009", "2009-01-01 on", "b")));
    EXPECT_TRUE(desk.review("edition: 2009\nrequests:\n  - service: therapy\n").requests.empty());
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_EQ(desk.diagnostics.all().front().help, "say which: `alpha/2009` or `beta/2009`");
    const Review both =
        desk.review("edition: [alpha/2009, beta/2009]\nrequests:\n  - service: therapy\nfacts: {a: yes, b: yes}\n");
    EXPECT_EQ(both.requests.at(0).finding, FindingName::supported) << desk.all_messages();
}

TEST(Editions, ASectionThatTheNamedEditionDoesNotHaveIsSilent) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2009", "2009-01-01 on", "a")));
    desk.put(guideline(edition("alpha.two", "2016", "2016-01-01 on", "b")));
    const Review found = desk.review("edition: 2009\nrequests:\n  - service: therapy\nfacts: {a: yes, b: no}\n");
    ASSERT_EQ(found.requests.size(), 1u) << desk.all_messages();
    EXPECT_EQ(found.requests[0].finding, FindingName::supported);
    EXPECT_EQ(found.requests[0].candidates.size(), 1u);
}

// What `enough` means changed in 2012, within the period of the section's one edition.
struct UsedModule : ::testing::Test {
    Desk desk;

    UsedModule() {
        const std::string header = "library alpha.definitions \"Definitions\"\n  section \"1\"\n";
        desk.put(header + "  edition old\n  in force 2009-01-01 to 2011-12-31\n\ndefine enough \"Enough\" = level >= 3\n");
        desk.put(header + "  edition new\n  in force 2012-01-01 on\n\ndefine enough \"Enough\" = level >= 5\n");
        GuidelineText text = edition("alpha.one", "2009", "2009-07-18 to 2016-07-27", "enough");
        text.body = "use alpha.definitions\n\n" + text.body;
        desk.put(guideline(text));
    }
    RequestReview review(const std::string& header, const std::string& level) {
        Review found = desk.review(header + "requests:\n  - service: therapy\nfacts:\n  level: " + level + "\n");
        EXPECT_EQ(found.requests.size(), 1u) << desk.all_messages();
        return std::move(found.requests.at(0));
    }
};

TEST_F(UsedModule, FollowsTheDateOfDecision) {
    const RequestReview old = review("decided: 2010-05-01\n", "4");
    EXPECT_EQ(old.finding, FindingName::supported);
    ASSERT_EQ(old.candidates.at(0).used.size(), 1u);
    EXPECT_EQ(old.candidates[0].used[0]->edition, "old");
    EXPECT_EQ(review("decided: 2012-05-01\n", "4").finding, FindingName::not_supported);
    EXPECT_EQ(review("edition: 2009\ndecided: 2012-05-01\n", "4").finding, FindingName::not_supported);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(UsedModule, EveryEditionIsPossibleWhereOnlyTheSectionsIsNamed) {
    const RequestReview differ = review("edition: 2009\n", "4");
    EXPECT_EQ(differ.candidates.size(), 2u);
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.disagree);
    EXPECT_FALSE(differ.candidates.at(0).sure);
    EXPECT_EQ(review("edition: 2009\n", "6").finding, FindingName::supported);
    EXPECT_EQ(review("edition: 2009\n", "2").finding, FindingName::not_supported);
}

TEST_F(UsedModule, AnInexactDateLeavesSeveral) {
    EXPECT_TRUE(review("decided: 2011..2012\n", "4").disagree || !desk.diagnostics.ok());
    EXPECT_EQ(review("decided: 2011\n", "4").finding, FindingName::supported);
}

}  // namespace
}  // namespace warrant::testing
