// The report: that it is one whole page which needs nothing else, that every fact and every part that reads it lead to each
// other, what a hostile record cannot do, and that it says what a reader must know first.
#include "interpreter/justify/render.hpp"
#include "tests/golden/golden.hpp"
#include "tests/golden/html_elements.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>

namespace warrant::test {

namespace {

std::string report_of(const Reviewed& reviewed) {
    EXPECT_EQ(reviewed.mistakes, "");
    return render_report(reviewed.justification, reviewed.sources);
}

Reviewed reviewed_stem(const std::string& stem) {
    return review_golden(
        stem, stem == "hypothetical" ? std::vector<std::string>{"injury.date=2012-03-01"} : std::vector<std::string>{});
}

std::vector<std::string> stems() {
    std::vector<std::string> names;
    for (const auto& path : golden::files(golden::root() / "tests/golden/justify", ".yaml"))
        names.push_back(path.stem().string());
    return names;
}

// What can be read, without tags; entities stay as they are.
std::string said(const Page& page) {
    const std::size_t body = page.text.find("<body>");
    const std::size_t script = page.text.find("<script>");
    std::string text;
    bool inside = false;
    for (std::size_t at = body; at < script; ++at) {
        inside = inside || page.text[at] == '<';
        if (!inside) text += page.text[at];
        inside = inside && page.text[at] != '>';
    }
    return text;
}

// The articles that link to an element.
std::set<std::string> articles_linking_to(const Page& page, const std::string& id) {
    std::set<std::string> ids;
    for (const Element& article : page.elements) {
        const bool links = page.inside(article).find("href=\"#" + id + "\"") != std::string::npos;
        if (article.tag == "article" && links) ids.insert(article.attribute("id"));
    }
    return ids;
}

// The fact of a request with that label.
std::string fact_id(const Page& page, std::size_t request, const std::string& label) {
    const std::string prefix = "request-" + std::to_string(request + 1) + "-fact-";
    for (const Element& element : page.elements) {
        const std::string id = element.attribute("id");
        if (element.tag == "h4" && id.starts_with(prefix) && page.inside(element) == label)
            return id.substr(0, id.size() - std::string("-name").size());
    }
    return {};
}

void collect_labels(const std::vector<Reason>& reasons, std::set<std::string>& paths) {
    for (const Reason& reason : reasons) {
        if (reason.fact) paths.insert(reason.fact->path);
        collect_labels(reason.children, paths);
    }
}

class Report : public ::testing::TestWithParam<std::string> {};

TEST_P(Report, IsOneWholePage) {
    const Page page = read_page(report_of(reviewed_stem(GetParam())));
    EXPECT_EQ(page.mistakes, std::vector<std::string>{});
    std::set<std::string> ids;
    std::size_t level = 0;
    std::map<std::string, std::size_t> count;
    for (const Element& element : page.elements) {
        ++count[element.tag];
        const std::string id = element.attribute("id");
        EXPECT_TRUE(id.empty() || ids.insert(id).second) << id << " stands twice";
        if (element.tag.size() != 2 || element.tag[0] != 'h' || std::isdigit(static_cast<unsigned char>(element.tag[1])) == 0)
            continue;
        const auto here = static_cast<std::size_t>(element.tag[1] - '0');
        EXPECT_LE(here, level + 1) << "a heading is left out above " << page.inside(element);
        level = here;
    }
    for (const Element& element : page.elements) {
        const std::string label = element.attribute("aria-labelledby");
        EXPECT_TRUE(label.empty() || ids.contains(label)) << label;
        if (element.tag == "a") {
            EXPECT_TRUE(ids.contains(element.attribute("href").substr(1))) << element.attribute("href");
            EXPECT_EQ(element.attribute("href").front(), '#');
        }
        // Without the script everything is there to be read.
        EXPECT_TRUE(element.tag != "details" || element.attributes.contains("open"));
    }
    for (const std::string one : {"h1", "main", "nav", "header", "footer", "title"}) EXPECT_EQ(count[one], 1u) << one;
}

TEST_P(Report, NeedsNothingElse) {
    const std::string page = report_of(reviewed_stem(GetParam()));
    for (const std::string outside : {"<link", "<img", "<iframe", "src=", "url(", "http://", "https://", "@import", "fetch("})
        EXPECT_EQ(page.find(outside), std::string::npos) << outside;
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(page.find("unsafe-inline"), std::string::npos);
    EXPECT_NE(page.find("<style>" + golden::read_file(golden::root() / "interpreter/justify/page/page.css") + "</style>"),
              std::string::npos);
    EXPECT_NE(page.find("<script>" + golden::read_file(golden::root() / "interpreter/justify/page/page.js") + "</script>"),
              std::string::npos);
}

// Each fact that a part reads, and each that its reasons name, leads to the part, and the part to it.
TEST_P(Report, LinksFactsAndPartsBothWays) {
    const Reviewed reviewed = reviewed_stem(GetParam());
    const Page page = read_page(report_of(reviewed));
    for (std::size_t r = 0; r < reviewed.justification.requests.size(); ++r) {
        const RequestJustification& request = reviewed.justification.requests[r];
        for (std::size_t s = 0; s < request.sections.size(); ++s) {
            const SectionView& section = request.sections[s];
            std::map<std::string, std::string> labels;
            for (const FactView& fact : section.facts) labels[fact.path] = fact.label;
            for (std::size_t p = 0; p < section.parts.size(); ++p) {
                const std::string part =
                    "request-" + std::to_string(r + 1) + "-section-" + std::to_string(s + 1) + "-part-" + std::to_string(p + 1);
                ASSERT_NE(page.by_id(part), nullptr) << part;
                std::set<std::string> paths(section.parts[p].reads.begin(), section.parts[p].reads.end());
                collect_labels(section.parts[p].reasons, paths);
                for (const std::string& path : paths) {
                    // The field of an element stands with its list.
                    if (!labels.contains(path) && path.find('.') != std::string::npos &&
                        labels.contains(path.substr(0, path.rfind('.'))))
                        labels[path] = labels[path.substr(0, path.rfind('.'))];
                    ASSERT_TRUE(labels.contains(path)) << path;
                    const std::string fact = fact_id(page, r, labels[path]);
                    ASSERT_NE(page.by_id(fact), nullptr) << path;
                    EXPECT_TRUE(articles_linking_to(page, fact).contains(part)) << part << " does not lead to " << path;
                    EXPECT_TRUE(articles_linking_to(page, part).contains(fact)) << path << " does not lead to " << part;
                }
            }
        }
    }
}

TEST_P(Report, SaysNoFactPathOutsideTheRules) {
    std::string page = report_of(reviewed_stem(GetParam()));
    for (std::size_t at = page.find("<pre>"); at != std::string::npos; at = page.find("<pre>", at))
        page.erase(at, page.find("</pre>", at) + 6 - at);
    const std::string text = said(read_page(page));
    for (const std::string path : {"request.", "injury.", "job.", "goal.", "program.", "recovery.", "surgery.", "claim.",
                                   "pain.", "visits.", "therapy.", "progress.", "limitations."}) {
        for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
            const char next = at + path.size() < text.size() ? text[at + path.size()] : '\n';
            EXPECT_TRUE(next < 'a' || next > 'z') << text.substr(at, 40);
        }
    }
}

// Everything that the text says of a part is on the page: its name, how it came out, and its wording or that there is none.
TEST_P(Report, ShowsEveryPartWithItsRule) {
    const Reviewed reviewed = reviewed_stem(GetParam());
    const Page page = read_page(report_of(reviewed));
    for (std::size_t r = 0; r < reviewed.justification.requests.size(); ++r) {
        for (std::size_t s = 0; s < reviewed.justification.requests[r].sections.size(); ++s) {
            const SectionView& section = reviewed.justification.requests[r].sections[s];
            for (std::size_t p = 0; p < section.parts.size(); ++p) {
                const PartView& part = section.parts[p];
                const Element* article = page.by_id("request-" + std::to_string(r + 1) + "-section-" + std::to_string(s + 1) +
                                                    "-part-" + std::to_string(p + 1));
                ASSERT_NE(article, nullptr);
                const std::string text = page.inside(*article);
                EXPECT_NE(text.find(part.status_text + "</span></h5>"), std::string::npos) << text;
                EXPECT_NE(text.find(part.verbatim.empty() ? "source text not on file" : "<blockquote>"), std::string::npos);
                EXPECT_EQ(article->attribute("data-decides"), part.decided_finding ? "yes" : "no");
                const std::string keyword = part.kind == PartView::Kind::criterion ? "criterion "
                                            : part.kind == PartView::Kind::limit   ? "limit "
                                                                                   : "";
                const std::string number = part.id.substr(part.id.rfind('.') == std::string::npos ? 0 : part.id.rfind('.') + 1);
                if (!keyword.empty()) {
                    EXPECT_NE(text.find("<pre><code>" + keyword + number + " "), std::string::npos) << text;
                }
                EXPECT_NE(text.find("<pre><code>"), std::string::npos) << text;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Report, ::testing::ValuesIn(stems()),
                         [](const ::testing::TestParamInfo<std::string>& stem) { return stem.param; });

constexpr const char* hostile_text = "\\\"'><script>alert(1)</script><img src=x onerror=alert(2)>&";

// The same words wherever a record may say something of its own.
Reviewed hostile() {
    const std::string words = hostile_text;
    return review_text("case: \"id " + words + "\"\nsummary: \"" + words +
                       "\"\nprocedure: imr\nedition: 2009\ndocuments:\n  letter: {kind: imr_determination, title: \"" + words +
                       "\", author: \"" + words +
                       "\"}\nrequests:\n  - service: strengthening\n    duration: 2 weeks\n    date: 2015-06-09\nfacts:\n"
                       "  surgery.warranted: {value: no, document: letter, page: \"" +
                       words + "\", by: \"" + words + "\", note: \"" + words +
                       "\"}\n  job.demand:\n    statements:\n      - {value: heavy, document: letter, note: \"" + words +
                       "\"}\n      - {value: light, note: \"b\"}\n    preferred: letter\n    because: \"" + words + "\"\n");
}

TEST(HostileRecord, PutsNoTagAndNoAttributeOnThePage) {
    const Page page = read_page(report_of(hostile()));
    EXPECT_EQ(page.mistakes, std::vector<std::string>{});
    std::size_t scripts = 0;
    for (const Element& element : page.elements) {
        scripts += element.tag == "script" ? 1 : 0;
        EXPECT_NE(element.tag, "img");
        for (const auto& [name, value] : element.attributes) {
            EXPECT_FALSE(name.starts_with("on")) << name;
            EXPECT_EQ(value.find("alert"), std::string::npos) << value;
        }
    }
    EXPECT_EQ(scripts, 1u);
    const std::string escaped = "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&amp;";
    for (const std::string& place :
         {"<h1>id " + escaped + "</h1>", "<p class=\"summary\">" + escaped, "</dt><dd><a href=\"#document-1\">" + escaped,
          "<div><dt>Page</dt><dd>" + escaped, "<q>" + escaped, "Preferred because: " + escaped,
          "<strong>" + escaped + "</strong>, not dated, by " + escaped, "<title>id " + escaped})
        EXPECT_NE(page.text.find(place), std::string::npos) << place << " in\n" << page.text;
}

TEST(ReportHead, SaysWhatItIsAndWhatItRestsOn) {
    const std::string supported = report_of(review_golden("supported"));
    EXPECT_NE(supported.find("A proposal, not a decision."), std::string::npos);
    EXPECT_NE(supported.find("Nobody has reviewed this text of: Strengthening program, edition 2009"), std::string::npos);
    EXPECT_NE(supported.find("<dt>Recalled, not checked</dt><dd>4a: compare with the page"), std::string::npos) << supported;
    EXPECT_NE(supported.find("rests on recalled text"), std::string::npos);
    EXPECT_EQ(supported.find("HYPOTHETICAL"), std::string::npos);
    EXPECT_EQ(report_of(review_golden("connectives")).find("Made of a draft guideline."), std::string::npos);
    const std::string supposed = report_of(reviewed_stem("hypothetical"));
    EXPECT_NE(supposed.find("<strong>HYPOTHETICAL:</strong>"), std::string::npos);
    EXPECT_NE(supposed.find("<li>date of the injury: 2012-03-01</li>"), std::string::npos);
    EXPECT_NE(supposed.find("2012-03-01, HYPOTHETICAL: not the record&#39;s"), std::string::npos);
    const std::string part = report_of(review_golden("encoded_in_part"));
    EXPECT_NE(part.find("encoded in part"), std::string::npos);
    EXPECT_NE(part.find("<dt>As far as encoded</dt>"), std::string::npos);
}

TEST(ReportFacts, ShowEveryStatementWithDocumentPageDateAndAuthor) {
    const Page page = read_page(report_of(review_golden("statements")));
    const std::string demand = page.inside(*page.by_id(fact_id(page, 0, "physical demand level of the current job")));
    for (const std::string words :
         {"<dd>heavy</dd>", "<dt>Standing</dt><dd>set aside", "drives a van", "Preferred because: it has the job description",
          "<dt>Page</dt><dd>not stated", "<dt>Date</dt><dd>2015-06-09", "<dt>By</dt><dd>not stated",
          "<dt>As recited in</dt><dd><a href=\"#document-1\">IMR final determination</a>"})
        EXPECT_NE(demand.find(words), std::string::npos) << words << " in\n" << demand;
    const std::string report = page.inside(*page.by_id("document-2"));
    EXPECT_NE(report.find(">physical demand level of the current job</a>"), std::string::npos) << report;
}

// Two reports of one kind have one title; each link leads to the one that is meant.
TEST(ReportFacts, LeadToTheirOwnOfTwoDocumentsWithOneTitle) {
    const Page page = read_page(report_of(
        review_text("case: alike\nedition: 2009\ndocuments:\n  letter: {kind: letter, title: \"Determination\"}\n"
                    "  may: {kind: pr2, title: \"Progress report\", date: 2015-05-01, known_through: letter}\n"
                    "  june: {kind: pr2, title: \"Progress report\", date: 2015-06-01, known_through: may}\n"
                    "requests:\n  - {service: strengthening, duration: 2 weeks, date: 2015-06-09}\nfacts:\n"
                    "  surgery.warranted: {value: no, document: may}\n  job.demand: {value: heavy, document: june}\n")));
    EXPECT_EQ(page.mistakes, std::vector<std::string>{});
    const std::string surgery = fact_id(page, 0, "surgery that would clearly improve function");
    const std::string demand = fact_id(page, 0, "physical demand level of the current job");
    const std::string of_surgery = page.inside(*page.by_id(surgery));
    const std::string of_demand = page.inside(*page.by_id(demand));
    EXPECT_NE(of_surgery.find("<dt>Document</dt><dd><a href=\"#document-2\">Progress report</a>"), std::string::npos)
        << of_surgery;
    EXPECT_NE(of_demand.find("<dt>Document</dt><dd><a href=\"#document-3\">Progress report</a>"), std::string::npos)
        << of_demand;
    EXPECT_NE(of_demand.find("<dt>As recited in</dt><dd><a href=\"#document-2\">"), std::string::npos) << of_demand;
    const std::string june = page.inside(*page.by_id("document-3"));
    EXPECT_EQ(june.find("#" + surgery + "\""), std::string::npos) << june;
    EXPECT_NE(june.find("#" + demand + "\""), std::string::npos) << june;
    EXPECT_NE(june.find("as recited in <a href=\"#document-2\">"), std::string::npos) << june;
    EXPECT_NE(page.inside(*page.by_id("document-2")).find("#" + surgery + "\""), std::string::npos);
}

// A field stands where its list does, or where it says itself.
TEST(ReportFacts, ShowEachElementOfAListWithItsSources) {
    const Page page = read_page(report_of(review_golden("lists_met")));
    const std::string list = fact_id(page, 0, "current medications");
    const std::string words = page.inside(*page.by_id(list));
    for (const std::string said :
         {"3 listed", "<dt>drug</dt><dd>&quot;morphine&quot;</dd>", "<dt>drug</dt><dd>&quot;codeine&quot;</dd>",
          "<dt>daily dose</dt><dd>60 milligrams/day</dd></div>\n<div><dt>Document</dt><dd><a href=\"#document-2\">Pharmacy "
          "log</a>",
          "<dt>Says</dt><dd>3 listed</dd></div>\n<div><dt>Document</dt><dd><a href=\"#document-1\">Progress report</a>"})
        EXPECT_NE(words.find(said), std::string::npos) << said << " in\n" << words;
    EXPECT_NE(page.inside(*page.by_id("document-2")).find("#" + list + "\""), std::string::npos) << "the log states a dose";
    const std::string open = report_of(review_golden("lists_open"));
    EXPECT_NE(open.find("3 listed, perhaps not all"), std::string::npos) << open;
    EXPECT_NE(open.find("<li>nothing is said of it</li>"), std::string::npos) << open;
    EXPECT_NE(open.find("<dt>daily dose</dt><dd>unclear in the record</dd>"), std::string::npos) << open;
}

TEST(ReportFacts, OfAnotherRequestAreLinked) {
    const Page page = read_page(report_of(review_golden("several_requests")));
    const std::string pain = fact_id(page, 0, "pain of more than three months");
    ASSERT_NE(pain, "");
    EXPECT_NE(page.inside(*page.by_id(pain)).find("As it stands for <a href=\"#request-3-fact-"), std::string::npos);
}

TEST(InformationRequestPage, CarriesNoAdverseWord) {
    std::string page = report_of(review_golden("information_request"));
    for (char& c : page) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string word : {"denied", "denial", "not supported", "fail", "reject", "refuse", "not met", "insufficient"})
        EXPECT_EQ(page.find(word), std::string::npos) << word;
    EXPECT_NE(page.find("is there a specific job to return to?"), std::string::npos);
}

}  // namespace

}  // namespace warrant::test
