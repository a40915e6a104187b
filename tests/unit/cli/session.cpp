// The front door of the library, used as a program of someone else would: texts in, justification out, no file touched.
#include "interpreter/session.hpp"

#include <gtest/gtest.h>

namespace warrant {
namespace {

constexpr const char* words = R"(library words "Words"
  source "Made up"

unit day, days
unit week, weeks = 7 days
unit visit, visits

service massage "massage" in visits

fact request.service "service requested" : service
  ask "Which service is requested?"
fact request.quantity "amount requested" : amount
  ask "How much is requested?"
fact request.date "date of the request" : date
  ask "When was it requested?"
fact pain.present "pain" : yes or no
  ask "Is there pain?"
fact pain.since "time since the pain began" : weeks
  ask "For how long?"

define long "A long time" section "1.2" = 6 weeks
)";

constexpr const char* guideline = R"(guideline made_up.massage "Massage"
  source   "Made up"
  pages    1
  edition  1
  in force 2000-01-01 on
  basis    recalled
  status   draft
  covers   massage

criterion 1 "Pain for a long time"
  requires pain.present and pain.since >= long

limit 2 "No more than ten visits"
  caps request.quantity at 10 visits
)";

constexpr const char* one_case = R"(case: made-up
edition: 1
requests:
  - service: massage
    quantity: 12 visits
facts:
  pain.present: yes
  pain.since: 8 weeks
)";

struct Opened {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;

    explicit Opened(std::vector<ModuleText> more = {}) {
        std::vector<ModuleText> texts = {{"words", words, true, false}, {"massage", guideline, false, false}};
        for (ModuleText& text : more) texts.push_back(std::move(text));
        shelf = load_shelf(std::move(texts), sources, diagnostics);
    }
    std::string said() const { return render_text(diagnostics, sources, false); }

    std::optional<ExpressionResult> eval(const std::string& text, const std::vector<std::string>& uses = {}) {
        return evaluate_expression(sources.add("expression", text), uses, shelf, nullptr, sources, diagnostics);
    }
};

TEST(Session, FromTextsToAJustification) {
    Opened opened;
    const CaseRecord record = read_case("case", one_case, {}, opened.shelf, opened.sources, opened.diagnostics);
    const auto justification = review_case(opened.shelf, record, {}, opened.diagnostics);
    ASSERT_TRUE(justification && opened.diagnostics.ok()) << opened.said();
    ASSERT_EQ(justification->requests.size(), 1u);
    EXPECT_EQ(justification->requests[0].finding, FindingName::partly_supported);
    EXPECT_FALSE(justification->requests[0].proposal.present);
    EXPECT_FALSE(justification->hypothetical);
}

TEST(Session, AssignmentsMakeACaseHypothetical) {
    Opened opened;
    const CaseRecord record =
        read_case("case", one_case, {{"first", "pain.since=2 weeks"}, {"second", "request.quantity=3 visits"}}, opened.shelf,
                  opened.sources, opened.diagnostics);
    const auto justification = review_case(opened.shelf, record, {}, opened.diagnostics);
    ASSERT_TRUE(justification && opened.diagnostics.ok()) << opened.said();
    EXPECT_TRUE(justification->hypothetical);
    EXPECT_EQ(justification->requests[0].finding, FindingName::not_supported);
}

TEST(Session, AMistakeInACaseIsReportedOnceAndAssignmentsAreLeft) {
    Opened opened;
    read_case("case", "case: a\n", {{"first", "pain.sinse=2 weeks"}}, opened.shelf, opened.sources, opened.diagnostics);
    EXPECT_EQ(opened.diagnostics.errors(), 1u) << opened.said();
}

TEST(Session, NothingIsReviewedUnderAnUnknownGuideline) {
    Opened opened;
    const CaseRecord record = read_case("case", one_case, {}, opened.shelf, opened.sources, opened.diagnostics);
    ReviewOptions options;
    options.guideline = "made_up.masage";
    EXPECT_FALSE(review_case(opened.shelf, record, options, opened.diagnostics));
    EXPECT_NE(opened.said().find("did you mean `made_up.massage`?"), std::string::npos) << opened.said();
}

TEST(Session, ExpressionsOverTheVocabulary) {
    Opened opened;
    const auto value = opened.eval("long + 1 day");
    ASSERT_TRUE(value) << opened.said();
    EXPECT_EQ(value->value, "43 days");
    EXPECT_FALSE(opened.eval("pain.sinse"));
    EXPECT_FALSE(opened.eval("1 / 0"));
    EXPECT_NE(opened.said().find("[error-in-case]"), std::string::npos) << opened.said();
}

TEST(Session, DefinitionsOfModulesThatAreUsed) {
    const char* first =
        "library more.first \"First\"\n  source \"S\"\n  page 1\n  edition 1\nuse more.second\ndefine two \"Two\" = one + 1\n";
    const char* second = "library more.second \"Second\"\n  source \"S\"\n  page 1\n  edition 1\ndefine one \"One\" = 1\n";
    Opened opened({{"first", first, false, false}, {"second", second, false, false}});
    const auto value = opened.eval("two", {"more.first"});
    ASSERT_TRUE(value) << opened.said();
    EXPECT_EQ(value->value, "2");
    EXPECT_FALSE(opened.eval("two", {"more.frst"}));
}

TEST(Session, PlansOfGuidelinesAndProceduresOnly) {
    Opened opened;
    for (const ShelfModule& module : opened.shelf.modules) {
        EXPECT_EQ(plan_of_module(opened.shelf, module, opened.diagnostics).has_value(), module.name == "made_up.massage");
    }
    EXPECT_TRUE(opened.diagnostics.ok()) << opened.said();
}

TEST(Session, AReplacementTakesThePlaceAndTheStanding) {
    std::string changed = words;
    changed.replace(changed.find("6 weeks"), 7, "9 weeks");
    Opened opened({{"changed words", changed, false, true}});
    ASSERT_TRUE(opened.diagnostics.ok()) << opened.said();
    EXPECT_EQ(opened.shelf.modules.size(), 2u);
    EXPECT_TRUE(opened.shelf.modules[0].standard);
    const auto value = opened.eval("long = 9 weeks");
    ASSERT_TRUE(value) << opened.said();
    EXPECT_EQ(value->value, "yes");
}

}  // namespace
}  // namespace warrant
