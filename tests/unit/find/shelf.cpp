// The shelf: editions and their periods, what a module uses and in which editions it must check, and the mistakes of all that.
#include "tests/unit/find/fixture.hpp"

#include "tests/golden/golden.hpp"

#include <gtest/gtest.h>

namespace warrant::testing {
namespace {

const char* const body = "criterion 1 \"First\"\n  requires a\n";

GuidelineText edition(const std::string& name, const std::string& year, const std::string& period,
                      const std::string& use = "") {
    GuidelineText text;
    text.name = name;
    text.edition = year;
    text.period = period;
    text.body = use + body;
    return text;
}

std::string library(const std::string& name, const std::string& year, const std::string& period, const std::string& rest) {
    return "library " + name + " \"Definitions\"\n  section \"1\"\n  edition " + year + "\n  in force " + period + "\n\n" +
           rest;
}

// Every file of the standard library and every guideline, with what it uses: no mistake and no warning.
TEST(Shelf, WhatIsShippedIsClean) {
    SourceMap sources;
    Diagnostics diagnostics;
    std::vector<ShelfText> texts;
    for (const char* const part : {"stdlib", "guidelines"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(golden::root() / part)) {
            if (entry.path().extension() != ".warrant") continue;
            const SourceId source = sources.add(entry.path().filename().string(), golden::read_file(entry.path()));
            texts.push_back({source, std::string_view(part) == "stdlib", false});
        }
    }
    const Shelf shelf = make_shelf(sources, texts, diagnostics);
    for (const ShelfModule& module : shelf.modules) check_module(shelf, module, diagnostics);
    EXPECT_EQ(render_text(diagnostics, sources, false), "");
    EXPECT_GT(shelf.modules.size(), 30U);
}

TEST(Shelf, EditionsStandInTheOrderOfTheirPeriods) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2016", "2016-07-28 on")));
    desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2016-07-27")));
    const Shelf& shelf = desk.make();
    ASSERT_TRUE(desk.diagnostics.all().empty()) << desk.all_messages();
    const auto editions = editions_of(shelf, "alpha.one");
    ASSERT_EQ(editions.size(), 2u);
    EXPECT_EQ(editions[0]->edition, "2009");
    EXPECT_EQ(editions[1]->edition, "2016");
    EXPECT_EQ(editions[1]->in_force->high, unbounded_high);
    EXPECT_EQ(editions[0]->source, "alpha");
    EXPECT_EQ(shelf.vocabulary.sources, std::vector<std::string>{"alpha"});
    EXPECT_TRUE(editions_of(shelf, "alpha.two").empty());
}

TEST(Shelf, OneModuleTwice) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2016-07-27")));
    desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2016-07-27")));
    desk.make();
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("module-twice"));
}

TEST(Shelf, EditionsThatOverlap) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2016-07-27")));
    desk.put(guideline(edition("alpha.one", "2016", "2016-07-27 on")));
    desk.put(guideline(edition("alpha.two", "2016", "2016-07-27 on")));
    desk.make();
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("editions-overlap"));
    EXPECT_NE(desk.diagnostics.all().front().message.find("2016-07-27 to 2016-07-27"), std::string::npos);
}

TEST(Shelf, APeriodThatEndsBeforeItBegins) {
    Desk desk;
    desk.put(guideline(edition("alpha.one", "2009", "2016-07-27 to 2009-07-18")));
    desk.make();
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("period-ends-before-it-begins"));
}

TEST(CheckModule, AGuidelineWithWhatItUses) {
    Desk desk;
    desk.put(library("alpha.definitions", "2009", "2009-01-01 on", "define enough \"Enough\" = level >= 3\n"));
    GuidelineText text = edition("alpha.one", "2009", "2009-07-18 on");
    text.body = "use alpha.definitions\n\ncriterion 1 \"First\"\n  requires enough\n";
    desk.put(guideline(text));
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
    EXPECT_TRUE(desk.diagnostics.all().empty()) << desk.all_messages();
}

TEST(CheckModule, MustCheckWithEveryEditionOfWhatItUses) {
    Desk desk;
    desk.put(library("alpha.definitions", "2009", "2009-01-01 to 2011-12-31", "define enough \"Enough\" = level >= 3\n"));
    desk.put(library("alpha.definitions", "2012", "2012-01-01 on", "define plenty \"Plenty\" = level >= 5\n"));
    GuidelineText within = edition("alpha.one", "2009", "2009-07-18 to 2011-12-31");
    within.body = "use alpha.definitions\n\ncriterion 1 \"First\"\n  requires enough\n";
    GuidelineText across = within;
    across.name = "alpha.two";
    across.period = "2009-07-18 to 2012-01-01";
    GuidelineText pinned = across;
    pinned.name = "alpha.three";
    pinned.body = "use alpha.definitions edition 2009\n\ncriterion 1 \"First\"\n  requires enough\n";
    for (const GuidelineText& text : {within, across, pinned}) desk.put(guideline(text));
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
    check_module(shelf, *editions_of(shelf, "alpha.three").front(), desk.diagnostics);
    EXPECT_TRUE(desk.diagnostics.all().empty()) << desk.all_messages();
    check_module(shelf, *editions_of(shelf, "alpha.two").front(), desk.diagnostics);
    EXPECT_TRUE(desk.reported("unknown-name")) << desk.all_messages();
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
}

TEST(CheckModule, AModuleThatNobodyHas) {
    Desk desk;
    desk.put(library("alpha.definitions", "2009", "2009-01-01 on", "define enough \"Enough\" = level >= 3\n"));
    GuidelineText text = edition("alpha.one", "2009", "2009-07-18 on");
    // What the missing module would declare is no second mistake; the wrong unit is.
    text.body =
        "use alpha.definition\n\ncriterion 1 \"First\"\n  requires enough\n\ncriterion 2 \"Second\"\n  requires level >= 2 "
        "weeks\n";
    desk.put(guideline(text));
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
    EXPECT_EQ(desk.diagnostics.errors(), 2u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("unknown-module"));
    EXPECT_EQ(desk.diagnostics.all().front().help, "did you mean `alpha.definitions`?");
}

TEST(CheckModule, AnEditionThatNobodyHas) {
    for (const char* const use : {"use alpha.definitions edition 2010\n\n", "use alpha.definitions\n\n"}) {
        Desk desk;
        desk.put(library("alpha.definitions", "2020", "2020-01-01 on", "define enough \"Enough\" = level >= 3\n"));
        desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 to 2012-12-31", use)));
        const Shelf& shelf = desk.make();
        check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
        EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
        EXPECT_TRUE(desk.reported("unknown-edition"));
        EXPECT_NE(desk.diagnostics.all().front().help.find("2020 (2020-01-01 on)"), std::string::npos);
    }
}

TEST(CheckModule, ACircleOfUses) {
    Desk desk;
    desk.put("library one \"One\"\n\nuse two\n");
    desk.put("library two \"Two\"\n\nuse three\n");
    desk.put("library three \"Three\"\n\nuse two\n");
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "one").front(), desk.diagnostics);
    ASSERT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("cyclic-use"));
    EXPECT_EQ(desk.diagnostics.all().front().message, "`two` uses `three` uses `two`: a circle");
}

TEST(CheckModule, WhatTwoModulesShareIsLinkedOnce) {
    Desk desk;
    desk.put("library base \"Base\"\n  section \"1\"\n\ndefine enough \"Enough\" = level >= 3\n");
    desk.put("library left \"Left\"\n  section \"1\"\n\nuse base\n\ndefine left_enough \"Left\" = enough and a\n");
    desk.put("library right \"Right\"\n  section \"1\"\n\nuse base\n\ndefine right_enough \"Right\" = enough and b\n");
    GuidelineText text = edition("alpha.one", "2009", "2009-07-18 on");
    text.body = "use left\nuse right\n\ncriterion 1 \"First\"\n  requires left_enough or right_enough\n";
    desk.put(guideline(text));
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
    EXPECT_TRUE(desk.diagnostics.all().empty()) << desk.all_messages();
}

TEST(CheckModule, TooManyWaysToLink) {
    Desk desk;
    std::string uses;
    for (const char* const name : {"alpha.u", "alpha.v", "alpha.w", "alpha.x", "alpha.y"}) {
        desk.put(library(name, "2009", "2009-01-01 to 2010-12-31", ""));
        desk.put(library(name, "2011", "2011-01-01 on", ""));
        uses += std::string("use ") + name + "\n";
    }
    desk.put(guideline(edition("alpha.one", "2009", "2009-07-18 on", uses + "\n")));
    const Shelf& shelf = desk.make();
    check_module(shelf, *editions_of(shelf, "alpha.one").front(), desk.diagnostics);
    EXPECT_EQ(desk.diagnostics.errors(), 1u) << desk.all_messages();
    EXPECT_TRUE(desk.reported("too-many"));
}

}  // namespace
}  // namespace warrant::testing
