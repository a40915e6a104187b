// What a look-up of a table comes to in a finding: caps from rows, rows that may apply, and rows that are not addressed.
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

constexpr std::string_view vocabulary = R"(library fingers "Fingers"

type finger is thumb | index_finger | ring_finger
fact hurt.finger "finger that hurts" : finger
fact stay "days since the injury" : days
)";

constexpr std::string_view table = R"(
table most "Most visits" by finger, since : days gives visits, within
  | finger       | since          | visits    | within  |
  | thumb        | 0..30 days     | 10 visits | 30 days |
  | thumb        | over 30 days   | 4 visits  | 30 days |
  | index_finger | any            | 0 visits  | 10 days |
  | otherwise                     | not addressed       |

)";

constexpr std::string_view capped = R"(
criterion 1 "First"
  requires a

limit 2 "As the table says"
  caps request.quantity at most(hurt.finger, stay).visits
)";

struct Reviewed {
    Desk desk;
    Review review;

    Reviewed(std::string_view body, const std::string& facts, const std::string& quantity, const std::string& more = "") {
        desk.put(std::string(vocabulary), true);
        GuidelineText text;
        text.body = std::string(table) + std::string(body);
        text.more = more;
        desk.put(guideline(text));
        review = desk.review(simple_case(facts, "    quantity: " + quantity + "\n"));
        EXPECT_EQ(desk.all_messages(), "");
    }
    FindingName finding() const { return review.requests.at(0).finding; }
    const Candidate& candidate() const { return review.requests.at(0).candidates.at(0); }
    const QuantityFinding& quantity() const { return candidate().finding.quantities.at(0); }
};

TEST(Tables, TheRowThatAppliesGivesTheCap) {
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: thumb\n  stay: 30 days\n", "10 visits").finding(),
              FindingName::supported);
    const Reviewed over(capped, "  a: yes\n  hurt.finger: thumb\n  stay: 31 days\n", "10 visits");
    EXPECT_EQ(over.finding(), FindingName::partly_supported);
    EXPECT_EQ(over.quantity().certain, 4 * micro_per_unit);
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: index_finger\n", "1 visit").finding(), FindingName::not_supported);
}

TEST(Tables, RowsThatMayApplyLeaveTheirResultsOpen) {
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: thumb\n", "4 visits").finding(), FindingName::supported);
    const Reviewed open(capped, "  a: yes\n  hurt.finger: thumb\n", "5 visits");
    EXPECT_EQ(open.finding(), FindingName::undetermined);
    EXPECT_EQ(open.quantity().cap, (OrderedSet{4 * micro_per_unit, 10 * micro_per_unit}));
    EXPECT_EQ(open.quantity().certain, 4 * micro_per_unit);
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: {one_of: [thumb, index_finger]}\n", "5 visits").finding(),
              FindingName::undetermined);
}

TEST(Tables, ARowThatIsNotAddressedDecidesBeforeTheCriteria) {
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: ring_finger\n", "1 visit").finding(), FindingName::not_addressed);
    EXPECT_EQ(Reviewed(capped, "  a: no\n  hurt.finger: ring_finger\n", "1 visit").finding(), FindingName::not_addressed);
    // While it may apply, nothing below it in the table of findings is sure.
    EXPECT_EQ(Reviewed(capped, "  a: no\n", "1 visit").finding(), FindingName::undetermined);
    EXPECT_EQ(Reviewed(capped, "  a: no\n  hurt.finger: {one_of: [thumb, index_finger]}\n", "1 visit").finding(),
              FindingName::not_supported);
    EXPECT_EQ(Reviewed(capped, "  a: yes\n  hurt.finger: ring_finger\n", "1 visit", "  extent partial\n").finding(),
              FindingName::not_addressed);
}

TEST(Tables, ARowCountsOnlyWhereThePartApplies) {
    const std::string body = std::string(capped) + "  applies when b\n";
    EXPECT_EQ(Reviewed(body, "  a: yes\n  b: no\n  hurt.finger: ring_finger\n", "1 visit").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(body, "  a: yes\n  b: yes\n  hurt.finger: ring_finger\n", "1 visit").finding(),
              FindingName::not_addressed);
    EXPECT_EQ(Reviewed(body, "  a: yes\n  hurt.finger: ring_finger\n", "1 visit").finding(), FindingName::undetermined);
}

TEST(Tables, ARowCountsForTheCapOfAnExceptionOnlyWhereItHolds) {
    const std::string body = R"(
criterion 1 "First"
  requires a

limit 2 "Three, or as the table says"
  caps request.quantity at 3 visits
  except hurt "Something hurts"
    when b
    caps at most(hurt.finger, stay).visits
)";
    EXPECT_EQ(Reviewed(body, "  a: yes\n  b: no\n  hurt.finger: ring_finger\n", "3 visits").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(body, "  a: yes\n  b: yes\n  hurt.finger: ring_finger\n", "3 visits").finding(),
              FindingName::not_addressed);
    EXPECT_EQ(Reviewed(body, "  a: yes\n  b: yes\n  hurt.finger: thumb\n  stay: 1 day\n", "9 visits").finding(),
              FindingName::supported);
}

TEST(Tables, ACriterionMayCompareWithARow) {
    const std::string body =
        "\ncriterion 1 \"Within the days of the table\"\n  requires stay <= most(hurt.finger, stay).within\n"
        "limit 2 \"Any\"\n  caps request.quantity at 99 visits\n";
    EXPECT_EQ(Reviewed(body, "  hurt.finger: thumb\n  stay: 20 days\n", "1 visit").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(body, "  hurt.finger: index_finger\n  stay: 20 days\n", "1 visit").finding(),
              FindingName::not_supported);
    EXPECT_EQ(Reviewed(body, "  hurt.finger: ring_finger\n  stay: 20 days\n", "1 visit").finding(), FindingName::not_addressed);
}

TEST(Tables, AnAmountComputedBelowNothingIsLookedUpAsNothing) {
    const std::string body =
        "\ncriterion 1 \"First\"\n  requires a\nlimit 2 \"From the rest\"\n"
        "  caps request.quantity at most(hurt.finger, stay - 40 days).visits\n";
    EXPECT_EQ(Reviewed(body, "  a: yes\n  hurt.finger: thumb\n  stay: 1 day\n", "10 visits").finding(), FindingName::supported);
    EXPECT_EQ(Reviewed(body, "  a: yes\n  hurt.finger: thumb\n  stay: 71 days\n", "10 visits").finding(),
              FindingName::partly_supported);
}

}  // namespace
}  // namespace warrant::testing
