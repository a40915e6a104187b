// Every row of the table in language.md section 6, partial guidelines, the statuses of parts, and what is certain of a
// quantity.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

constexpr std::int64_t visit = micro_per_unit;

// The one candidate of the one request of a case.
struct Reviewed {
    Desk desk;
    Review review;

    Reviewed(const GuidelineText& text, const std::string& facts, const std::string& request = "") {
        desk.put(guideline(text));
        review = desk.review(simple_case(facts, request));
    }
    const RequestReview& request() const { return review.requests.at(0); }
    const Candidate& candidate() const { return request().candidates.at(0); }
    FindingName finding() const { return request().finding; }
    PartStatus criterion(std::size_t index) const {
        return status_of(candidate().plan.criteria.at(index), *candidate().values, 0);
    }
    PartStatus limit(std::size_t index) const {
        return status_of(candidate().plan.limits.at(index), candidate().plan, *candidate().values, 0);
    }
    const QuantityFinding& quantity() const { return candidate().finding.quantities.at(0); }
};

GuidelineText with_body(const std::string& body) {
    GuidelineText text;
    text.body = body;
    return text;
}

const char* const one_criterion = "criterion 1 \"First\"\n  requires a\n";
const char* const one_limit =
    "criterion 1 \"First\"\n  requires a\n\nlimit 2 \"Ten at most\"\n  caps request.quantity at 10 visits - done.visits\n";

TEST(FindingTable, CriterionDecides) {
    EXPECT_EQ(Reviewed(with_body(one_criterion), "  a: yes\n").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(with_body(one_criterion), "  a: no\n").finding(), FindingName::not_supported);
    const Reviewed open(with_body(one_criterion), "");
    EXPECT_EQ(open.finding(), FindingName::undetermined);
    EXPECT_FALSE(open.request().error);
    EXPECT_FALSE(open.request().disagree);
}

TEST(FindingTable, NoRecommendationIsNotAddressedWhateverElseHolds) {
    const auto body = std::string("no recommendation when b\n\n") + one_criterion;
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n  b: yes\n").finding(), FindingName::not_addressed);
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n  b: no\n").finding(), FindingName::not_supported);
    // A row holds only if those above surely do not.
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n").finding(), FindingName::undetermined);
}

TEST(FindingTable, NoCriterionAppliesIsNotAddressed) {
    const char* const body =
        "criterion 1 \"First\"\n  requires a\n  applies when b\n\ncriterion 2 \"Second\"\n  requires a\n  applies when c\n";
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: no\n  c: no\n").finding(), FindingName::not_addressed);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: no\n  c: yes\n").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: no\n").finding(), FindingName::undetermined);
}

TEST(FindingTable, NotRecommendedWhen) {
    const auto body = std::string("not recommended when b\n\n") + one_criterion;
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: yes\n").finding(), FindingName::not_supported);
    EXPECT_EQ(Reviewed(with_body(body), "  b: yes\n").finding(), FindingName::not_supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: no\n").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n").finding(), FindingName::undetermined);
}

TEST(FindingTable, NotRecommendedButForAnException) {
    const char* const body = "not recommended\n  except trial \"A trial\"\n    when b\n\ncriterion 1 \"First\"\n  requires a\n";
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: yes\n").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  b: no\n").finding(), FindingName::not_supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n  b: yes\n").finding(), FindingName::not_supported);
}

TEST(FindingTable, QuantityWithinItsCap) {
    const Reviewed reviewed(with_body(one_limit), "  a: yes\n  done.visits: 2 visits\n", "    quantity: 8 visits\n");
    EXPECT_EQ(reviewed.finding(), FindingName::supported);
    EXPECT_EQ(reviewed.quantity().standing, QuantityStanding::within);
    EXPECT_EQ(reviewed.quantity().certain, 8 * visit);
    EXPECT_EQ(reviewed.limit(0), PartStatus::met);
}

TEST(FindingTable, QuantityOverACapOfOneValue) {
    const Reviewed reviewed(with_body(one_limit), "  a: yes\n  done.visits: 2 visits\n", "    quantity: 9 visits\n");
    EXPECT_EQ(reviewed.finding(), FindingName::partly_supported);
    EXPECT_EQ(reviewed.quantity().standing, QuantityStanding::exceeded);
    EXPECT_EQ(reviewed.quantity().certain, 8 * visit);
    EXPECT_EQ(reviewed.limit(0), PartStatus::not_met);
}

TEST(FindingTable, QuantityOverACapThatIsNotKnownExactly) {
    const Reviewed reviewed(with_body(one_limit), "  a: yes\n  done.visits: 2..4 visits\n", "    quantity: 9 visits\n");
    EXPECT_EQ(reviewed.finding(), FindingName::undetermined);
    EXPECT_EQ(reviewed.quantity().standing, QuantityStanding::exceeded);
    EXPECT_EQ(reviewed.quantity().certain, 6 * visit) << "the lowest possible cap";
    EXPECT_EQ(reviewed.limit(0), PartStatus::not_met);
}

TEST(FindingTable, CertainPartOfAnUndeterminedFinding) {
    const Reviewed quantity_open(with_body(one_limit), "  a: yes\n  done.visits: 2 visits\n", "    quantity: 5..9 visits\n");
    EXPECT_EQ(quantity_open.finding(), FindingName::undetermined);
    EXPECT_EQ(quantity_open.quantity().certain, 5 * visit) << "the least that is asked";
    EXPECT_EQ(quantity_open.limit(0), PartStatus::unknown);
    const Reviewed criterion_open(with_body(one_limit), "  done.visits: 2 visits\n", "    quantity: 5 visits\n");
    EXPECT_EQ(criterion_open.finding(), FindingName::undetermined);
    EXPECT_EQ(criterion_open.quantity().certain, 0) << "rows 1 and 2 might hold";
}

TEST(FindingTable, WhatIsNotStatedIsAsked) {
    const Reviewed reviewed(with_body(one_limit), "  a: yes\n  done.visits: 2 visits\n");
    EXPECT_EQ(reviewed.finding(), FindingName::undetermined);
    EXPECT_EQ(reviewed.quantity().standing, QuantityStanding::unclear);
    EXPECT_EQ(reviewed.quantity().certain, 0);
}

TEST(FindingTable, ACapOfNothingIsNotSupported) {
    const Reviewed zero(with_body(one_limit), "  a: yes\n  done.visits: 10 visits\n", "    quantity: 3 visits\n");
    EXPECT_EQ(zero.finding(), FindingName::not_supported);
    const Reviewed below(with_body(one_limit), "  a: yes\n  done.visits: 12 visits\n", "    quantity: 3 visits\n");
    EXPECT_EQ(below.finding(), FindingName::not_supported);
    EXPECT_EQ(below.quantity().cap, (OrderedSet{0, 0}));
    EXPECT_EQ(below.quantity().certain, 0);
    const Reviewed possibly(with_body(one_limit), "  a: yes\n  done.visits: 8..10 visits\n", "    quantity: 3 visits\n");
    EXPECT_EQ(possibly.finding(), FindingName::undetermined);
}

TEST(FindingTable, UnitsOfCapAndRequestMayDiffer) {
    const char* const body = "limit 1 \"Two weeks\"\n  caps request.duration at 2 weeks\n";
    EXPECT_EQ(Reviewed(with_body(body), "", "    duration: 14 days\n").finding(), FindingName::supported);
    const Reviewed over(with_body(body), "", "    duration: 15 days\n");
    EXPECT_EQ(over.finding(), FindingName::partly_supported);
    EXPECT_EQ(over.quantity().certain, 2 * micro_per_unit) << "in weeks, the unit of the cap";
}

TEST(FindingTable, SeveralLimitsOnOneQuantity) {
    const char* const body =
        "limit 1 \"Ten\"\n  caps request.quantity at 10 visits\n\nlimit 2 \"Six at first\"\n  caps request.quantity at 6 "
        "visits\n"
        "  except gains \"Gains\"\n    when b\n    no limit\n";
    const Reviewed first(with_body(body), "  b: no\n", "    quantity: 8 visits\n");
    EXPECT_EQ(first.finding(), FindingName::partly_supported);
    EXPECT_EQ(first.quantity().certain, 6 * visit);
    EXPECT_EQ(first.limit(0), PartStatus::met) << "its own cap, not the joint one";
    EXPECT_EQ(first.limit(1), PartStatus::not_met);
    const Reviewed excepted(with_body(body), "  b: yes\n", "    quantity: 8 visits\n");
    EXPECT_EQ(excepted.finding(), FindingName::supported);
    EXPECT_EQ(excepted.limit(1), PartStatus::met);
    const Reviewed open(with_body(body), "", "    quantity: 8 visits\n");
    EXPECT_EQ(open.finding(), FindingName::undetermined);
    EXPECT_EQ(open.limit(1), PartStatus::unknown);
    EXPECT_EQ(open.quantity().certain, 6 * visit);
}

TEST(FindingTable, ALimitThatDoesNotApply) {
    const char* const body = "limit 1 \"Six\"\n  caps request.quantity at 6 visits\n  applies when b\n";
    const Reviewed reviewed(with_body(body), "  b: no\n", "    quantity: 8 visits\n");
    EXPECT_EQ(reviewed.finding(), FindingName::supported);
    EXPECT_EQ(reviewed.limit(0), PartStatus::not_applicable);
}

TEST(FindingTable, TwoQuantities) {
    const char* const body =
        "limit 1 \"Ten\"\n  caps request.quantity at 10 visits\n\nlimit 2 \"Two weeks\"\n  caps request.duration at 2 weeks\n";
    const Reviewed reviewed(with_body(body), "", "    quantity: 12 visits\n    duration: 2 weeks\n");
    EXPECT_EQ(reviewed.finding(), FindingName::partly_supported);
    const auto& quantities = reviewed.candidate().finding.quantities;
    ASSERT_EQ(quantities.size(), 2u);
    EXPECT_EQ(quantities[0].standing, QuantityStanding::exceeded);
    EXPECT_EQ(quantities[1].standing, QuantityStanding::within);
    EXPECT_EQ(Reviewed(with_body(body), "", "    quantity: 12 visits\n").finding(), FindingName::undetermined)
        << "one surely over, one not stated";
}

TEST(FindingTable, StatusesOfCriteria) {
    const char* const body =
        "criterion 1 \"First\"\n  requires a\n  applies when b\n  except trial \"A trial\"\n    when c\n\n"
        "criterion 2 \"Second\"\n  excluded when d\n";
    auto status = [&](const std::string& facts) { return Reviewed(with_body(body), facts).criterion(0); };
    EXPECT_EQ(status("  a: yes\n  b: no\n  c: no\n"), PartStatus::not_applicable);
    EXPECT_EQ(status("  a: yes\n  c: yes\n"), PartStatus::met);
    EXPECT_EQ(status("  a: no\n  b: yes\n  c: yes\n"), PartStatus::excepted);
    EXPECT_EQ(status("  c: yes\n"), PartStatus::excepted);
    EXPECT_EQ(status("  a: no\n  b: yes\n  c: no\n"), PartStatus::not_met);
    EXPECT_EQ(status("  a: no\n  b: yes\n"), PartStatus::unknown);
    EXPECT_EQ(status("  a: no\n  c: no\n"), PartStatus::unknown);
    EXPECT_EQ(Reviewed(with_body(body), "  d: no\n").criterion(1), PartStatus::met);
    EXPECT_EQ(Reviewed(with_body(body), "  d: yes\n").criterion(1), PartStatus::not_met);
    EXPECT_EQ(Reviewed(with_body(body), "").criterion(1), PartStatus::unknown);
}

TEST(FindingTable, GenerallyIsNeverNotSupportedInSilence) {
    const char* const body = "criterion 1 \"First\"\n  generally requires a\n";
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n").finding(), FindingName::undetermined);
    EXPECT_EQ(Reviewed(with_body(body), "  a: no\n", "    departure_documented: no\n").finding(), FindingName::not_supported);
    const Reviewed departed(with_body(body), "  a: no\n", "    departure_documented: yes\n");
    EXPECT_EQ(departed.finding(), FindingName::supported);
    EXPECT_EQ(departed.criterion(0), PartStatus::excepted);
}

TEST(FindingTable, AnAssumptionStandsForWhatIsAbsentOnly) {
    const auto body = std::string(one_limit) + "\nassume done.visits = 0 visits unless shown\n  because \"A first request.\"\n";
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n", "    quantity: 10 visits\n").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  done.visits: unknown\n", "    quantity: 10 visits\n").finding(),
              FindingName::undetermined);
    EXPECT_EQ(Reviewed(with_body(body), "  a: yes\n  done.visits: 1 visit\n", "    quantity: 10 visits\n").finding(),
              FindingName::partly_supported);
}

TEST(FindingTable, APartialGuidelineNeverSupports) {
    GuidelineText text = with_body(one_limit);
    text.more = "  extent partial\n";
    const Reviewed supported(text, "  a: yes\n  done.visits: 0 visits\n", "    quantity: 8 visits\n");
    EXPECT_EQ(supported.finding(), FindingName::undetermined);
    EXPECT_EQ(supported.candidate().finding.as_far_as_encoded, FindingName::supported);
    EXPECT_EQ(supported.quantity().certain, 0);
    const Reviewed partly(text, "  a: yes\n  done.visits: 0 visits\n", "    quantity: 12 visits\n");
    EXPECT_EQ(partly.finding(), FindingName::undetermined);
    EXPECT_EQ(partly.candidate().finding.as_far_as_encoded, FindingName::partly_supported);
    EXPECT_EQ(partly.quantity().certain, 0);
    EXPECT_EQ(Reviewed(text, "  a: no\n").finding(), FindingName::not_supported);
}

TEST(FindingTable, APartialGuidelineIsSilentOnlyWhereItSaysSo) {
    GuidelineText text = with_body("no recommendation when c\n\ncriterion 1 \"First\"\n  requires a\n  applies when b\n");
    text.more = "  extent partial\n";
    const Reviewed none(text, "  a: yes\n  b: no\n  c: no\n");
    EXPECT_EQ(none.finding(), FindingName::undetermined);
    EXPECT_EQ(none.candidate().finding.as_far_as_encoded, FindingName::not_addressed);
    EXPECT_EQ(Reviewed(text, "  a: yes\n  b: no\n  c: yes\n").finding(), FindingName::not_addressed);
}

}  // namespace
}  // namespace warrant::testing
