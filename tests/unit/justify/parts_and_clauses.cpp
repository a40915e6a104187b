// Limits, exceptions and recommendation clauses as parts: their statuses in words, and what is said of them.
#include "interpreter/justify/render.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

namespace warrant::test {

namespace {

constexpr const char* two_weeks = "    duration: 2 weeks\n";

std::string limit(const std::string& caps) {
    return "limit 1 \"The limit\"\n  caps request.duration at " + caps + "\n\n";
}

// `status | asked | cap`, then the reasons.
std::string first_part(const std::string& body, const std::string& facts, const std::string& request) {
    const SectionView section = section_of(body, facts, request);
    if (section.parts.empty()) return "no part";
    const PartView& part = section.parts.front();
    return part.status_text + " | " + part.asked + " | " + part.cap + "\n" + outline(part.reasons);
}

TEST(Limits, ShowWhatIsAskedInTheUnitOfTheCap) {
    EXPECT_EQ(first_part(limit("4 weeks - program.completed"), "  program.completed: 1 week\n", "    duration: 14 days\n"),
              "within | 2 weeks | 3 weeks\n2 weeks asked, within 4 weeks - 1 week = 3 weeks\n");
    EXPECT_EQ(first_part(limit("1 week"), "", "    duration: 10 days\n"),
              "over | 10 days | 1 week\n10 days asked, over 1 week\n");
}

TEST(Limits, ACapBelowZeroAllowsNothing) {
    EXPECT_EQ(first_part(limit("4 weeks - program.completed"), "  program.completed: 5 weeks\n", two_weeks),
              "over | 2 weeks | 0 weeks\n2 weeks asked, over 4 weeks - 5 weeks = -1 week, so 0 weeks\n");
}

TEST(Limits, AnOpenCapIsNotSettled) {
    EXPECT_EQ(first_part(limit("4 weeks - program.completed"), "  program.completed: 1..3 weeks\n", two_weeks),
              "unknown | 2 weeks | 1 to 3 weeks\n2 weeks asked, not settled whether within 4 weeks - (1 to 3 weeks) = 1 to 3 "
              "weeks\n");
    EXPECT_EQ(first_part(limit("4 weeks - program.completed"), "", two_weeks),
              "unknown | 2 weeks | 0 to 4 weeks\n2 weeks asked, not settled whether within 4 weeks - program completed so far "
              "= at most 4 "
              "weeks\n");
}

TEST(Limits, ThatDoNotApplySayWhatWouldMakeThem) {
    const std::string body = "limit 1 \"The limit\"\n  caps request.duration at 1 week\n  applies when pain.chronic\n\n";
    EXPECT_EQ(first_part(body, "  pain.chronic: no\n", two_weeks),
              "does not apply | 2 weeks | no limit\nit would apply if:\n  pain of more than three months: no\n");
    EXPECT_EQ(first_part(body, "", two_weeks),
              "unknown | 2 weeks | 1 week to no limit\nit applies if:\n  pain of more than three months: not documented\n"
              "2 weeks asked, the limit is 1 week if it applies\n");
}

TEST(Limits, AnExceptionWithACapOfItsOwnReplacesIt) {
    const std::string body =
        "limit 1 \"The limit\"\n  caps request.duration at 1 week\n  except gains \"Gains shown\"\n    when pain.relieved\n"
        "    caps at 3 weeks\n\n";
    EXPECT_EQ(first_part(body, "  pain.relieved: yes\n", two_weeks),
              "within | 2 weeks | 3 weeks\nexcepted, Gains shown:\n  relief from earlier massage: yes\n2 weeks asked, within 3 "
              "weeks\n");
    EXPECT_EQ(first_part(body, "  pain.relieved: no\n", two_weeks),
              "over | 2 weeks | 1 week\nthe exception does not hold, Gains shown:\n  relief from earlier massage: no\n"
              "2 weeks asked, over 1 week\n");
    EXPECT_EQ(first_part(body, "", "    duration: 1 week\n"), "within | 1 week | 1 to 3 weeks\n1 week asked, within 1 week\n");
}

TEST(Limits, WithNoLimitAnyQuantityIsWithin) {
    const std::string body =
        "limit 1 \"The limit\"\n  caps request.duration at 1 week\n  except gains \"Gains shown\"\n    when pain.relieved\n"
        "    no limit\n\n";
    EXPECT_EQ(first_part(body, "  pain.relieved: yes\n", ""),
              "within | not documented | no limit\nexcepted, Gains shown:\n  relief from earlier massage: yes\nduration "
              "requested: not documented\n"
              "no limit\n");
}

TEST(Criteria, AnExceptionComesBeforeTheRequirementItExcuses) {
    const std::string body =
        "criterion 1 \"One\"\n  requires goal.job\n  applies when pain.chronic\n  except relief \"Relief\"\n"
        "    when pain.relieved\n\ncriterion 2 \"Two\"\n  requires exercise.begun\n\n";
    EXPECT_EQ(first_part(body, "  pain.chronic: yes\n  goal.job: no\n  pain.relieved: yes\n", ""),
              "excepted |  | \nexcepted, Relief:\n  relief from earlier massage: yes\nit applies if:\n  pain of more than "
              "three months: yes\n"
              "specific job to return to: no\n");
    EXPECT_EQ(first_part(body, "  pain.chronic: yes\n  goal.job: no\n  pain.relieved: no\n", ""),
              "not met |  | \nthe exception does not hold, Relief:\n  relief from earlier massage: no\nit applies if:\n"
              "  pain of more than three months: yes\nspecific job to return to: no\n");
}

TEST(Criteria, AnExclusionThatHoldsExcludes) {
    const std::string body = "criterion 1 \"One\"\n  excluded when goal.job or goal.training\n\n";
    EXPECT_EQ(first_part(body, "  goal.training: yes\n", ""), "excludes |  | \non-the-job training to enter: yes\n");
    EXPECT_EQ(first_part(body, "  goal.training: no\n  goal.job: no\n", ""),
              "does not exclude |  | \nnone of:\n  specific job to return to: no\n  on-the-job training to enter: no\n");
}

// The last part of a section is its last recommendation clause.
std::string clause(const std::string& clauses, const std::string& facts) {
    const SectionView section = section_of(clauses + "\n" + criterion("1", "goal.job"), facts);
    const PartView& part = section.parts.back();
    EXPECT_EQ(part.kind, PartView::Kind::recommendation);
    return part.label + ": " + part.status_text + (part.excepted_by.empty() ? "" : " by " + part.excepted_by) +
           (part.decided_finding ? ", decided" : "") + "\n" + outline(part.reasons);
}

TEST(Clauses, SayWhetherTheyHold) {
    EXPECT_EQ(clause("not recommended when pain.chronic\n", "  pain.chronic: yes\n"),
              "Not recommended when: holds, decided\npain of more than three months: yes\n");
    EXPECT_EQ(clause("not recommended when pain.chronic\n", "  pain.chronic: no\n"),
              "Not recommended when: does not hold\npain of more than three months: no\n");
    EXPECT_EQ(clause("no recommendation when pain.chronic\n", ""),
              "No recommendation when: unknown\npain of more than three months: not documented\n");
}

TEST(Clauses, ARefusalShowsItsExceptions) {
    const std::string refusal = "not recommended\n  except relief \"Relief\"\n    when pain.relieved\n";
    EXPECT_EQ(clause(refusal, "  pain.relieved: yes\n"),
              "Not recommended, with exceptions: excepted by Relief\nexcepted, Relief:\n  relief from earlier massage: yes\n");
    EXPECT_EQ(clause(refusal, "  pain.relieved: no\n"),
              "Not recommended, with exceptions: holds, decided\nthe exception does not hold, Relief:\n  relief from earlier "
              "massage: no\n");
    EXPECT_EQ(clause(refusal, ""),
              "Not recommended, with exceptions: unknown\nan exception is not settled, Relief:\n  relief from earlier massage: "
              "not documented\n");
    EXPECT_EQ(clause("not recommended\n", ""), "Not recommended: holds, decided\n");
}

TEST(Arithmetic, IsWrittenAsTheGuidelineWritesIt) {
    const std::string facts = "  visits.had: 5 visits\n  visits.missed: 2 visits\n  injury.date: 2015-02-19\n";
    const std::string request = "    date: 2015-06-09\n";
    EXPECT_EQ(reasons_for("days between injury.date and request.date > 100 days", facts, request),
              "days between 2015-02-19 and 2015-06-09 (= 110 days) > 100 days\n");
    EXPECT_EQ(reasons_for("(visits.had / 2) rounded up to 1 visit >= visits.missed", facts, request),
              "2 visits <= (5 visits / 2) rounded up to 1 visit = 3 visits\n");
    EXPECT_EQ(reasons_for("visits.had > (if pain.chronic then visits.missed + 1 visit else 9 visits)",
                          facts + "  pain.chronic: yes\n"),
              "5 visits > 2 visits + 1 visit = 3 visits\n");
    EXPECT_EQ(reasons_for("greatest of (visits.had, visits.missed) = 5 visits", facts, request),
              "greatest of (5 visits, 2 visits) (= 5 visits) = 5 visits\n");
    EXPECT_EQ(reasons_for("request.date <= injury.date + 60 days", facts, request),
              "2015-06-09 > 2015-02-19 + 60 days = 2015-04-20\n");
}

TEST(Documents, AreUsedWhenAFactThatWasReadRestsOnThem) {
    const std::string head =
        "case: documents\nedition: 2009\ndocuments:\n  a: {title: A}\n  b: {title: B, known_through: a}\n  c: {title: C}\n"
        "requests:\n  - service: strengthening\nfacts:\n";
    const Reviewed reviewed =
        review_text(head + "  goal.job: {value: yes, document: b}\n  sleep.improved: {value: yes, document: c}\n");
    ASSERT_EQ(reviewed.mistakes, "");
    const auto& documents = reviewed.justification.documents;
    ASSERT_EQ(documents.size(), 3U);
    EXPECT_TRUE(documents[0].used);
    EXPECT_TRUE(documents[1].used);
    EXPECT_FALSE(documents[2].used);
    const std::string text = render_text(reviewed.justification, Detail::parts, false);
    EXPECT_NE(text.find("Reviewed, nothing used\n  C\n"), std::string::npos) << text;
}

}  // namespace

}  // namespace warrant::test
