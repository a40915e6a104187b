// What each reader is told of a section where there is little to list, and how facts are put under papers and parts. The data
// are written here by hand; tests/golden/missing_forms.cpp has those of real cases.
#include "interpreter/justify/missing.hpp"

#include "interpreter/justify/missing_page.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace warrant::test {
namespace {

const std::vector<MissingReader> readers = {MissingReader::reviewer, MissingReader::doctor, MissingReader::worker,
                                            MissingReader::attorney};

Justification justification_of(SectionView section) {
    section.title = "Small";
    section.finding = FindingName::undetermined;
    section.as_far_as_encoded = FindingName::undetermined;
    section.status = "reviewed";
    RequestJustification request;
    request.request = "10 visits of therapy";
    request.sections.push_back(std::move(section));
    Justification justification;
    justification.case_id = "small";
    justification.requests.push_back(std::move(request));
    return justification;
}

// The words of a form in a row.
std::string said(const SectionView& section, const MissingSection& missing, MissingReader reader) {
    const std::string page = render_missing(justification_of(section), {MissingRequest{{missing}}}, reader, false);
    std::string row;
    for (const char c : page) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank) row += c;
        else if (!row.ends_with(' ')) row += ' ';
    }
    return row;
}

void expect_said(const std::string& text, const std::string& wanted) {
    EXPECT_NE(text.find(wanted), std::string::npos) << wanted << " in\n" << text;
}

MissingFact fact(const std::string& path, std::vector<std::string> shown_by, std::vector<OpenPart> parts = {}) {
    MissingFact missing;
    missing.needed.fact.path = path;
    missing.needed.fact.label = "label of " + path;
    missing.needed.fact.value = "not documented";
    missing.needed.fact.anything = true;
    missing.needed.ask = "Is " + path + "?";
    missing.needed.shown_by = std::move(shown_by);
    missing.parts = std::move(parts);
    return missing;
}

MissingValue value(const std::vector<std::string>& paths, const std::string& label, const std::string& wanted) {
    MissingValue value;
    value.paths = paths;
    value.needed.fact.label = label;
    value.needed.wanted = wanted;
    return value;
}

MissingValue value(const std::string& path, const std::string& wanted) {
    return value({path}, "label of " + path, wanted);
}

TEST(MissingForms, WhereTooMuchIsOpenNothingIsClaimed) {
    MissingSection missing;
    missing.complete = false;
    for (const MissingReader reader : {MissingReader::reviewer, MissingReader::doctor, MissingReader::attorney})
        expect_said(said({}, missing, reader), "There is too much open to say which facts would settle it");
    expect_said(said({}, missing, MissingReader::worker), "Too much is open to make a list.");
    for (const MissingReader reader : readers) EXPECT_EQ(said({}, missing, reader).find("NOT SUPPORTED"), std::string::npos);
}

TEST(MissingForms, WhatIsTheSameWhateverTheFactsAre) {
    MissingSection missing;
    missing.finding = FindingName::undetermined;
    missing.whatever = FindingName::supported;
    missing.irrelevant = {"label of a"};
    expect_said(said({}, missing, MissingReader::reviewer), "Whatever the open facts are, the finding is SUPPORTED.");
    expect_said(said({}, missing, MissingReader::doctor), "Need not be documented");
    const std::string worker = said({}, missing, MissingReader::worker);
    expect_said(worker, "What this program has of the guideline asks for no more papers.");
    expect_said(worker, "- Label of a.");
    missing.whatever = FindingName::not_supported;
    expect_said(said({}, missing, MissingReader::worker), "More papers would not change what the guideline says here.");
    missing.finding = FindingName::not_supported;
    missing.irrelevant.clear();
    expect_said(said({}, missing, MissingReader::attorney),
                "Nothing that the section asks is open: the finding stays NOT SUPPORTED.");
}

TEST(MissingForms, OfAGuidelineInPartSayHowFarTheyGo) {
    MissingSection missing;
    missing.partial = true;
    missing.relevant = {fact("a", {"report"})};
    missing.findings = {{FindingName::supported, {value("a", "yes")}, {MissingWay{}}, true},
                        {FindingName::not_supported, {value("a", "no")}, {MissingWay{}}, true}};
    for (const MissingReader reader : {MissingReader::reviewer, MissingReader::doctor, MissingReader::attorney})
        expect_said(said({}, missing, reader), "SUPPORTED, as far as the section is encoded, if the record shows this");
    expect_said(said({}, missing, MissingReader::attorney), "NOT SUPPORTED if the record shows this");
    const std::string doctor = said({}, missing, MissingReader::doctor);
    expect_said(doctor, "the rest has to be read on the page, and may ask for more");
    EXPECT_EQ(doctor.find("NOT SUPPORTED"), std::string::npos);
    expect_said(said({}, missing, MissingReader::worker), "Only a part of it is in this program. The rest may ask for more.");
    missing.findings.clear();
    missing.relevant.clear();
    missing.whatever = FindingName::supported;
    for (const MissingReader reader : {MissingReader::reviewer, MissingReader::doctor, MissingReader::attorney})
        expect_said(said({}, missing, reader), "of a section that is encoded only in part this is not found");
}

TEST(MissingForms, WhereNothingOpenIsInFavourNoReportIsAskedFor) {
    MissingSection missing;
    missing.relevant = {fact("a", {"report"})};
    missing.findings = {{FindingName::not_supported, {value("a", "no")}, {MissingWay{}}, true}};
    const std::string doctor = said({}, missing, MissingReader::doctor);
    expect_said(doctor, "no open fact would make the request supported");
    expect_said(doctor, "Is a?");
    EXPECT_EQ(doctor.find("in favour"), std::string::npos);
    EXPECT_EQ(doctor.find("NOT SUPPORTED"), std::string::npos);
    expect_said(said({}, missing, MissingReader::worker), "More papers would not change what the guideline says here.");
}

TEST(MissingForms, WithoutAGuidelineNothingIsAsked) {
    SectionView section;
    section.none = true;
    for (const MissingReader reader : {MissingReader::reviewer, MissingReader::doctor, MissingReader::attorney})
        expect_said(said(section, {}, reader), "No guideline at hand says what the record would have to show.");
    expect_said(said(section, {}, MissingReader::worker), "No guideline in this program speaks of this.");
}

TEST(MissingForms, SayWhereTheyAreNotExact) {
    MissingSection missing;
    missing.exact = false;
    missing.relevant = {fact("a", {}), fact("b", {})};
    MissingFinding finding;
    finding.common = {value({"a", "b"}, "label of a and label of b", "so that a <= b")};
    finding.common.front().relation = true;
    finding.ways = {MissingWay{}};
    missing.findings = {finding};
    for (const MissingReader reader : {MissingReader::reviewer, MissingReader::doctor, MissingReader::attorney})
        expect_said(said({}, missing, reader), "Not exact:");
    const std::string worker = said({}, missing, MissingReader::worker);
    expect_said(worker, "Some of these belong together.");
    expect_said(worker, "- Is a? - Is b?");
    expect_said(said({}, missing, MissingReader::doctor), "in favour, if it is so: label of a and label of b: so that a <= b");
}

// Supported by a and one of b and c; partly supported by a and a larger amount.
MissingSection in_favour() {
    MissingSection missing;
    missing.relevant = {fact("a", {"letter", "report"}), fact("b", {"report"}), fact("c", {"notes", "report"}), fact("d", {})};
    missing.findings = {
        {FindingName::supported,
         {value("a", "yes"), value("d", "at most 2 weeks")},
         {MissingWay{{value("b", "yes")}}, MissingWay{{value("c", "no")}}},
         true},
        {FindingName::partly_supported,
         {value("a", "yes"), value("d", "over 2 weeks")},
         {MissingWay{{value("b", "yes")}}, MissingWay{{value("c", "no")}}},
         true},
        {FindingName::not_supported, {}, {MissingWay{{value("a", "no")}}, MissingWay{{value("b", "no")}}}, true}};
    return missing;
}

TEST(MissingPapers, HoldTheFactsInFavourWithTheirValues) {
    const MissingSection missing = in_favour();
    const std::vector<FavourableFact> facts = favourable_facts(missing);
    ASSERT_EQ(facts.size(), 4u);
    EXPECT_TRUE(facts[0].always);
    EXPECT_FALSE(facts[1].always);
    EXPECT_FALSE(facts[2].always);
    ASSERT_EQ(facts[2].values.size(), 1u);
    EXPECT_EQ(facts[2].values.front().value->needed.wanted, "no");
    ASSERT_EQ(facts[3].values.size(), 2u);
    EXPECT_TRUE(facts[3].always);
    EXPECT_EQ(facts[3].values.back().findings, std::vector<FindingName>{FindingName::partly_supported});
    expect_said(said({}, missing, MissingReader::doctor),
                "in favour, if it is so: at most 2 weeks (supported); or over 2 weeks (partly supported)");
    expect_said(said({}, missing, MissingReader::worker), "- Is d?");
}

TEST(MissingPapers, AreAsFewAsShowTheFacts) {
    const MissingSection missing = in_favour();
    const std::vector<FavourableFact> facts = favourable_facts(missing);
    std::vector<const FavourableFact*> all;
    for (const FavourableFact& fact : facts) all.push_back(&fact);
    const std::vector<Paper> papers = papers_of(all);
    ASSERT_EQ(papers.size(), 2u);
    EXPECT_EQ(papers.front().document, "report");
    EXPECT_EQ(papers.front().facts.size(), 3u);
    EXPECT_EQ(other_papers(facts.front(), papers.front()), std::vector<std::string>{"letter"});
    EXPECT_EQ(papers.back().document, "");
    EXPECT_EQ(papers.back().facts, std::vector<const FavourableFact*>{&facts[3]});
}

TEST(MissingPapers, AskTheOneWhoKeepsThem) {
    MissingSection missing = in_favour();
    missing.relevant[0].needed.shown_by = {"letter from the employer"};
    missing.relevant[1].needed.shown_by = {"therapy notes"};
    missing.relevant[2].needed.shown_by = {"progress report"};
    const std::string worker = said({}, missing, MissingReader::worker);
    expect_said(worker, "Letter from the employer. Ask your employer. - Label of a: yes.");
    expect_said(worker,
                "Therapy notes. Ask the office that gave the treatment. - Label of b: yes. This is one of several ways.");
    expect_said(worker, "Progress report. Ask the doctor who treats you. - Label of c: no.");
}

TEST(MissingParts, HoldEachFactOnceAndNameTheOthers) {
    const OpenPart first{"1", "First", "", "p. 1", ""};
    const OpenPart second{"2", "Second", "", "p. 2", ""};
    SectionView section;
    for (const OpenPart& open : {first, second}) {
        PartView part;
        part.id = open.id;
        part.label = open.label;
        section.parts.push_back(part);
    }
    MissingSection missing;
    missing.relevant = {fact("a", {}, {second}), fact("b", {}, {first, second}), fact("c", {})};
    const std::vector<PartGroup> groups = by_part(section, missing);
    ASSERT_EQ(groups.size(), 3u);
    EXPECT_EQ(groups[0].part->id, "1");
    EXPECT_EQ(groups[1].part->id, "2");
    EXPECT_EQ(groups[2].part, nullptr);
    const std::string reviewer = said(section, missing, MissingReader::reviewer);
    expect_said(reviewer,
                "1 First (p. 1) label of b Is b? Also for 2 (p. 2). 2 Second (p. 2) label of a Is a? Of no part alone");
    EXPECT_EQ(parts_words({first, second}), "1 (p. 1), 2 (p. 2)");
    EXPECT_EQ(parts_words({first, {"3", "Third", "", "p. 1", ""}}), "1, 3 (p. 1)");
}

}  // namespace
}  // namespace warrant::test
