// `covers … when` and `adds to`: what a condition of coverage does to the search, and what is joined to the section that
// governs.
#include "tests/unit/find/fixture.hpp"

#include "interpreter/plan/print_plan.hpp"
#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

using Names = std::vector<std::string>;

struct Coverage : ::testing::Test {
    Desk desk;

    // `clauses` stand for `covers …`; the criterion is `fact`.
    void put(const std::string& name, const std::string& clauses, const std::string& fact, const std::string& more = {}) {
        GuidelineText text;
        text.name = name;
        text.body = "criterion 1 \"First\"\n  requires " + fact + "\n" + more;
        put_text(text, clauses);
    }
    void put_text(GuidelineText text, const std::string& clauses) {
        text.covers = "therapy";
        std::string whole = guideline(text);
        const std::string plain = "  covers therapy\n";
        whole.replace(whole.find(plain), plain.size(), "  " + clauses + "\n");
        desk.put(whole);
    }
    RequestReview review(const std::string& request, const std::string& facts,
                         const std::string& header = "decided: 2010-01-01\n", const ReviewOptions& options = {}) {
        Review found = desk.review(header + "requests:\n  - {" + request + "}\nfacts: {" + facts + "}\n", options);
        EXPECT_EQ(found.requests.size(), 1u) << desk.all_messages();
        for (const Candidate& candidate : found.requests.at(0).candidates) {
            EXPECT_EQ(verify(candidate.plan, desk.shelf->vocabulary), std::vector<std::string>{});
        }
        return std::move(found.requests.at(0));
    }
    static Names names(const RequestReview& review) {
        Names all;
        for (const Candidate& candidate : review.candidates)
            all.push_back((candidate.guideline == nullptr ? "none" : candidate.guideline->name) + (candidate.sure ? "" : "?"));
        return all;
    }
};

TEST_F(Coverage, AConditionThatHoldsGoesFirst) {
    put("alpha.general", "covers therapy", "a");
    put("alpha.special", "covers therapy when c", "b");
    const RequestReview found = review("service: therapy", "a: no, b: yes, c: yes");
    EXPECT_EQ(names(found), Names{"alpha.special"});
    EXPECT_EQ(found.finding, FindingName::supported);
    EXPECT_EQ(found.candidates[0].covers_when.size(), 1u);
    EXPECT_EQ(names(review("service: therapy", "a: no, b: yes, c: no")), Names{"alpha.general"});
    EXPECT_TRUE(desk.diagnostics.ok()) << "the section that does not cover contradicts nobody: " << desk.all_messages();
}

TEST_F(Coverage, AnOpenConditionLeavesBoth) {
    put("alpha.general", "covers therapy", "a");
    put("alpha.special", "covers therapy when c", "b");
    const RequestReview differ = review("service: therapy", "a: no, b: yes");
    EXPECT_EQ(names(differ), (Names{"alpha.special?", "alpha.general"}));
    EXPECT_EQ(differ.finding, FindingName::undetermined);
    EXPECT_TRUE(differ.disagree);
    EXPECT_FALSE(differ.error);
    const RequestReview agree = review("service: therapy", "a: yes, b: yes");
    EXPECT_EQ(agree.finding, FindingName::supported);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Coverage, AnOpenConditionAloneMayLeaveItUnaddressed) {
    put("alpha.special", "covers therapy when c", "b");
    const RequestReview open = review("service: therapy", "b: yes");
    EXPECT_EQ(names(open), (Names{"alpha.special?", "none?"}));
    EXPECT_EQ(open.finding, FindingName::undetermined);
    const RequestReview not_covered = review("service: therapy", "b: yes, c: no");
    EXPECT_EQ(names(not_covered), Names{"none"});
    EXPECT_EQ(not_covered.finding, FindingName::not_addressed);
}

// A condition outweighs nearness: the section for the wider service with a condition is searched before the one for the kind.
TEST_F(Coverage, AConditionGoesBeforeTheNearerService) {
    put("alpha.pool", "covers pool_therapy", "a");
    put("alpha.special", "covers therapy when c", "b");
    EXPECT_EQ(names(review("service: pool_therapy", "a: no, b: yes, c: yes")), Names{"alpha.special"});
    EXPECT_EQ(names(review("service: pool_therapy", "a: no, b: yes, c: no")), Names{"alpha.pool"});
    EXPECT_EQ(names(review("service: pool_therapy", "a: no, b: yes")), (Names{"alpha.special?", "alpha.pool"}));
}

TEST_F(Coverage, SeveralClausesOfOneSection) {
    put("alpha.many", "covers therapy when c\n  covers massage when d\n  covers therapy when d", "a");
    EXPECT_EQ(names(review("service: therapy", "a: yes, c: no, d: yes")), Names{"alpha.many"});
    EXPECT_EQ(names(review("service: therapy", "a: yes, d: yes")), Names{"alpha.many"}) << "one clause that holds is enough";
    EXPECT_EQ(names(review("service: therapy", "a: yes, d: no")), (Names{"alpha.many?", "none?"}));
    EXPECT_EQ(names(review("service: massage", "a: yes, d: no")), Names{"none"});
    EXPECT_EQ(names(review("service: {one_of: [therapy, massage]}", "a: yes, d: yes")), Names{"alpha.many"});
    EXPECT_EQ(names(review("service: {one_of: [therapy, massage]}", "a: yes, c: yes, d: no")), (Names{"alpha.many?", "none?"}));
}

// Without a condition for the same service the section surely covers it, whatever becomes of the condition.
TEST_F(Coverage, AClauseWithoutAConditionSettlesIt) {
    put("alpha.many", "covers therapy when c\n  covers therapy", "a");
    EXPECT_EQ(names(review("service: therapy", "a: yes")), Names{"alpha.many"});
}

TEST_F(Coverage, AConditionDoesNotSeeAssumptions) {
    put("alpha.special", "covers therapy when c", "b", "\nassume c = yes unless shown\n  because \"A test.\"\n");
    EXPECT_EQ(names(review("service: therapy", "b: yes")), (Names{"alpha.special?", "none?"}));
}

TEST_F(Coverage, ContradictingSectionsOfOneRankOnly) {
    put("alpha.one", "covers therapy when c", "a");
    put("alpha.two", "covers therapy when d", "b");
    const RequestReview open = review("service: therapy", "a: yes, b: no, c: yes");
    EXPECT_EQ(names(open), (Names{"alpha.one", "alpha.two?"}));
    EXPECT_TRUE(desk.diagnostics.ok()) << "only one of them is sure: " << desk.all_messages();
    EXPECT_TRUE(review("service: therapy", "a: yes, b: no, c: yes, d: yes").error);
    EXPECT_TRUE(desk.reported("sections-disagree"));
}

TEST_F(Coverage, AnErrorInAConditionDecidesOnlyWhereItIsOpenWhatGoverns) {
    put("alpha.special", "covers therapy when 1 / level >= 1", "a");
    put("alpha.general", "covers therapy", "b");
    EXPECT_EQ(review("service: therapy", "a: yes, b: yes, level: 0").finding, FindingName::supported);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
    EXPECT_TRUE(review("service: therapy", "a: yes, b: no, level: 0").error);
    EXPECT_TRUE(desk.reported("error-in-case"));
}

TEST_F(Coverage, EditionsWithOtherConditions) {
    GuidelineText early;
    early.name = "alpha.one";
    early.period = "2001-01-01 to 2009-12-31";
    early.body = "criterion 1 \"First\"\n  requires a\n";
    GuidelineText late = early;
    late.edition = "2010";
    late.period = "2010-01-01 on";
    put_text(early, "covers therapy when c");
    put_text(late, "covers therapy");
    EXPECT_EQ(names(review("service: therapy", "a: yes, c: no", "decided: 2009..2010\n")), (Names{"alpha.one?", "none?"}));
    EXPECT_EQ(names(review("service: therapy", "a: yes, c: yes", "decided: 2009..2010\n")),
              (Names{"alpha.one?", "alpha.one?"}));
}

// ---------------------------------------------------------------- adds to

struct Adding : Coverage {
    void put_adding(const std::string& clauses, const std::string& body, const std::string& more = {},
                    const std::string& period = "2004-01-01 on", const std::string& edition = "2004") {
        GuidelineText text;
        text.name = "law.caps";
        text.edition = edition;
        text.period = period;
        text.more = more;
        text.body = body;
        put_text(text, clauses);
    }
    static constexpr const char* cap =
        "limit 1 \"Not more than 24 visits\"\n  caps request.quantity at 24 visits - done.visits\n";
};

TEST_F(Adding, ACapIsJoinedToTheSectionThatGoverns) {
    put("alpha.one", "covers therapy", "a", "\nlimit 2 \"Twelve\"\n  caps request.quantity at 12 visits\n");
    put_adding("adds to therapy", cap);
    const RequestReview within = review("service: pool_therapy, quantity: 10 visits", "a: yes, done.visits: 3 visits");
    EXPECT_EQ(names(within), Names{"alpha.one"}) << "a service includes its kinds";
    EXPECT_EQ(within.finding, FindingName::supported);
    const RequestReview over = review("service: therapy, quantity: 10 visits", "a: yes, done.visits: 20 visits");
    EXPECT_EQ(over.finding, FindingName::partly_supported);
    const Candidate& candidate = over.candidates.at(0);
    ASSERT_EQ(candidate.plan.added.size(), 1u);
    EXPECT_EQ(candidate.plan.added[0].guideline.name, "law.caps");
    EXPECT_EQ(candidate.plan.parts.size(), 3u);
    EXPECT_EQ(candidate.plan.parts[2].added, 0u);
    EXPECT_EQ(candidate.plan.limits[1].id, "caps.1");
    ASSERT_EQ(candidate.finding.quantities.size(), 1u) << "caps on one quantity are one quantity: the least";
    EXPECT_EQ(candidate.finding.quantities[0].certain, 4'000'000);
    EXPECT_NE(print_plan(candidate.plan, desk.shelf->vocabulary).find("\nadded law.caps "), std::string::npos);
}

TEST_F(Adding, ACriterionIsAmongThoseThatMustHold) {
    put("alpha.one", "covers therapy", "a", "\nrecommended when criterion 1\n");
    put_adding("adds to therapy", "criterion 1 \"Added\"\n  requires b\n");
    EXPECT_EQ(review("service: therapy", "a: yes, b: yes").finding, FindingName::supported);
    EXPECT_EQ(review("service: therapy", "a: yes, b: no").finding, FindingName::not_supported);
    EXPECT_EQ(review("service: therapy", "a: yes").finding, FindingName::undetermined);
    EXPECT_EQ(review("service: therapy", "a: no").finding, FindingName::not_supported);
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Adding, NothingToNotAddressed) {
    put("alpha.one", "covers therapy", "a", "  applies when d\n");
    put_adding("adds to therapy, massage", "criterion 1 \"Added\"\n  requires b\n");
    const RequestReview nothing = review("service: massage", "b: no");
    EXPECT_EQ(nothing.finding, FindingName::not_addressed) << "nothing governs, so nothing is added to";
    EXPECT_EQ(names(nothing), Names{"none"});
    EXPECT_EQ(review("service: therapy", "a: yes, b: no, d: no").finding, FindingName::not_addressed)
        << "no criterion of the section applies";
    EXPECT_EQ(review("service: therapy", "a: yes, b: no, d: yes").finding, FindingName::not_supported);
}

// A row that is not addressed leaves out the part that looks it up; the section is not silent for that.
TEST_F(Adding, ATableThatIsSilent) {
    put("alpha.one", "covers therapy", "a");
    const std::string table =
        "table most \"Most\" by level gives visits\n  | level     | visits        |\n"
        "  | 0..10     | 5 visits      |\n  | otherwise | not addressed |\n\n";
    put_adding("adds to therapy", table +
                                      "limit 1 \"Most\"\n  caps request.quantity at most(level).visits\n"
                                      "criterion 2 \"Few\"\n  requires most(level).visits >= 6 visits\n");
    const std::string ten = "service: therapy, quantity: 10 visits";
    EXPECT_EQ(review(ten, "a: yes, level: 11").finding, FindingName::supported) << desk.all_messages();
    EXPECT_EQ(review(ten, "a: yes, level: 9").finding, FindingName::not_supported);
    EXPECT_EQ(review(ten, "a: yes").finding, FindingName::undetermined);
    EXPECT_EQ(review(ten, "a: no, level: 11").finding, FindingName::not_supported);
}

TEST_F(Adding, UnderACondition) {
    put("alpha.one", "covers therapy", "a");
    put_adding("adds to therapy when not c", std::string(cap) + "\ncriterion 2 \"Added\"\n  requires b\n");
    const std::string ten = "service: therapy, quantity: 10 visits";
    const std::string facts = "a: yes, b: no, done.visits: 20 visits";
    EXPECT_EQ(review(ten, facts + ", c: yes").finding, FindingName::supported);
    EXPECT_EQ(review(ten, facts + ", c: no").finding, FindingName::not_supported);
    const RequestReview open = review(ten, facts);
    EXPECT_EQ(open.finding, FindingName::undetermined);
    EXPECT_EQ(status_of(open.candidates[0].plan.criteria[1], *open.candidates[0].values, 0), PartStatus::unknown);
    EXPECT_EQ(review(ten, "a: yes, b: yes, done.visits: 3 visits").finding, FindingName::supported)
        << "whether it is added or not";
}

// Each clause is of the services that it names.
TEST_F(Adding, TheClausesOfTheService) {
    put("alpha.one", "covers therapy, massage", "a");
    put_adding("adds to therapy when c\n  adds to massage when d", "criterion 1 \"Added\"\n  requires b\n");
    EXPECT_EQ(review("service: therapy", "a: yes, b: no, c: no, d: yes").finding, FindingName::supported);
    EXPECT_EQ(review("service: massage", "a: yes, b: no, c: no, d: yes").finding, FindingName::not_supported);
    const RequestReview either = review("service: {one_of: [therapy, massage]}", "a: yes, b: no, c: no, d: yes");
    EXPECT_EQ(either.finding, FindingName::undetermined);
    EXPECT_TRUE(either.disagree);
    EXPECT_EQ(names(either), (Names{"alpha.one?", "alpha.one?"})) << "the same section, with and without what is added";
}

TEST_F(Adding, APartialGuidelineCountsWhereItMayAdd) {
    put("alpha.one", "covers therapy", "a");
    put_adding("adds to therapy when c", "criterion 1 \"Added\"\n  requires b\n", "  extent partial\n");
    const RequestReview added = review("service: therapy", "a: yes, b: yes, c: yes");
    EXPECT_EQ(added.finding, FindingName::undetermined);
    EXPECT_EQ(added.candidates[0].finding.as_far_as_encoded, FindingName::supported);
    EXPECT_EQ(review("service: therapy", "a: yes, b: yes").finding, FindingName::undetermined);
    EXPECT_EQ(review("service: therapy", "a: yes, b: yes, c: no").finding, FindingName::supported);
    for (const char* facts : {"a: yes, b: yes, c: yes", "a: yes, b: yes", "a: yes, b: yes, c: no"}) {
        const RequestReview one = review("service: therapy", facts);
        FindingPlanes planes(1);
        find_block(one.candidates[0].plan, *one.candidates[0].values, planes);
        EXPECT_EQ(planes.supported[0] == 1, one.finding == FindingName::supported) << "a block finds the same: " << facts;
    }
}

TEST_F(Adding, AnAssumptionIsOfItsOwnGuideline) {
    put("alpha.one", "covers therapy", "a or b", "\nassume b = no unless shown\n  because \"A test.\"\n");
    put_adding("adds to therapy", "criterion 1 \"Added\"\n  requires b\n\nassume a = no unless shown\n  because \"A test.\"\n");
    EXPECT_EQ(review("service: therapy", "a: yes").finding, FindingName::undetermined)
        << "nothing is assumed of b where it is added";
    EXPECT_EQ(review("service: therapy", "").finding, FindingName::undetermined) << "nothing is assumed of a in the section";
}

TEST_F(Adding, TheEditionOfTheDate) {
    put("alpha.one", "covers therapy", "a");
    put_adding("adds to therapy", "criterion 1 \"Added\"\n  requires b\n", "", "2004-01-01 to 2009-12-31", "2004");
    put_adding("adds to therapy", "criterion 1 \"Added\"\n  requires c\n", "", "2010-01-01 to 2011-12-31", "2010");
    const std::string facts = "a: yes, b: no, c: yes";
    EXPECT_EQ(review("service: therapy", facts, "decided: 2009-06-01\n").finding, FindingName::not_supported);
    EXPECT_EQ(review("service: therapy", facts, "decided: 2010-06-01\n").finding, FindingName::supported);
    EXPECT_EQ(review("service: therapy", "a: yes, b: no, c: no", "decided: 2012-06-01\n").finding, FindingName::supported)
        << "none is in force then";
    const RequestReview open = review("service: therapy", facts, "decided: 2009..2010\n");
    EXPECT_EQ(names(open), (Names{"alpha.one?", "alpha.one?"}));
    EXPECT_EQ(open.finding, FindingName::undetermined);
    const RequestReview named = review("service: therapy", facts, "edition: alpha/2009\n");
    EXPECT_EQ(named.candidates.size(), 3u) << "every edition in force within the period of the one named, and none after 2011";
    ReviewOptions options;
    options.editions = {{"alpha", "2009", {}}, {"law", "2004", {}}};
    EXPECT_EQ(review("service: therapy", facts, "", options).finding, FindingName::not_supported) << "the one named";
    EXPECT_TRUE(desk.diagnostics.ok()) << desk.all_messages();
}

TEST_F(Adding, OnlyOneThatAddsIsAskedFor) {
    put("alpha.one", "covers therapy", "a");
    put_adding("adds to therapy", "criterion 1 \"Added\"\n  requires b\n");
    GuidelineText other;
    other.name = "law.other";
    other.body = "criterion 1 \"Added, too\"\n  requires c\n";
    put_text(other, "adds to therapy");
    ReviewOptions options;
    const std::string facts = "a: yes, b: yes, c: no";
    EXPECT_EQ(review("service: therapy", facts).finding, FindingName::not_supported);
    options.guideline = "law.caps";
    EXPECT_EQ(review("service: therapy", facts, "decided: 2010-01-01\n", options).finding, FindingName::supported);
    options.guideline = "alpha.one";
    EXPECT_EQ(review("service: therapy", facts, "decided: 2010-01-01\n", options).finding, FindingName::not_supported);
}

TEST_F(Adding, TooManyWays) {
    put("alpha.one", "covers therapy", "a");
    for (int name = 0; name < 3; ++name) {
        for (int year = 2001; year < 2004; ++year) {
            GuidelineText text;
            text.name = "law.caps" + std::to_string(name);
            text.edition = std::to_string(year);
            text.period = std::to_string(year) + "-01-01 to " + std::to_string(year) + "-12-31";
            text.body = "criterion 1 \"Added\"\n  requires b\n";
            put_text(text, "adds to therapy");
        }
    }
    GuidelineText early;
    early.name = "alpha.one";
    early.edition = "2000";
    early.period = "2000-01-01 to 2008-12-31";
    early.body = "criterion 1 \"First\"\n  requires a\n";
    put_text(early, "covers therapy");
    desk.review("decided: 2001..2003\nrequests:\n  - service: therapy\n");
    EXPECT_TRUE(desk.reported("too-many")) << desk.all_messages();
}

}  // namespace
}  // namespace warrant::testing
