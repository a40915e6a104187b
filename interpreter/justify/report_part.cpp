// One part of a section in a report: how it came out and why, what would meet it, the rule beside the guideline's own words,
// and the facts that it reads.
#include "interpreter/justify/report.hpp"

#include <algorithm>

namespace warrant {

namespace {

std::string_view kind_words(PartView::Kind kind) {
    switch (kind) {
        case PartView::Kind::criterion:
            return "criterion";
        case PartView::Kind::limit:
            return "limit";
        case PartView::Kind::recommendation:
            break;
    }
    return "clause";
}

// A clause that holds may weigh for or against; only its words say which.
Tint part_tint(const PartView& part) {
    const bool clause = part.kind == PartView::Kind::recommendation && part.status != PartStatus::unknown;
    return clause ? Tint::none : tint_of(part.status);
}

// `limit, p. 126; recalled, not checked`.
std::string source_words(const PartView& part) {
    std::vector<std::string> items{std::string(kind_words(part.kind))};
    items.push_back(part.citation.empty() ? "no page given" : part.citation);
    return joined(items, ", ") + "; " + (part.basis.empty() ? "text at hand" : part.basis);
}

void put_source(Html& html, const SectionView& section, const PartView& part) {
    html.put("<p class=\"source\">").say(source_words(part));
    if (part.recalled) html.put(" <span class=\"mark open\">rests on recalled text</span>");
    if (part.decided_finding && section.finding == FindingName::undetermined)
        html.put(" <span class=\"decides\">would decide the finding</span>");
    if (part.decided_finding && section.finding != FindingName::undetermined)
        html.put(" <span class=\"decides\">decided the finding</span>");
    html.put("</p>\n");
    if (part.kind != PartView::Kind::limit) return;
    html.put("<p>Asked: ").say(part.asked).put(". The limit: ").say(part.cap).put(".</p>\n");
}

// Lines as they stand in the file, without blanks at their ends and empty lines at the text's.
std::string without_blank_ends(std::string_view text) {
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t last = line.find_last_not_of(" \t\r");
        lines += std::string(line.substr(0, last == std::string_view::npos ? 0 : last + 1)) + '\n';
        at = end + 1;
    }
    while (lines.ends_with('\n')) lines.pop_back();
    return lines;
}

void put_rule_and_wording(Report& report, const PartView& part) {
    Html& html = report.html;
    html.put("<details open class=\"rule\"><summary>The rule beside its wording</summary>\n<div class=\"beside\">\n");
    html.put("<figure><figcaption>The guideline's own words").say(source_text(part.citation, part.basis));
    html.put("</figcaption>\n");
    if (part.verbatim.empty()) html.put("<p class=\"silent\">source text not on file</p>\n");
    else html.put("<blockquote>").say(part.verbatim).put("</blockquote>\n");
    html.put("</figure>\n<figure><figcaption>The rule, as it is encoded</figcaption>\n");
    const bool known = part.rule.begin != part.rule.end;
    if (!known) html.put("<p class=\"silent\">the text of the rule is not on file</p>\n");
    else html.put("<pre><code>").say(without_blank_ends(report.sources.slice(part.rule))).put("</code></pre>\n");
    html.put("</figure>\n</div></details>\n");
}

void put_to_meet(Report& report, const std::vector<ToMeet>& wants) {
    Html& html = report.html;
    html.put("<ul>\n");
    for (const ToMeet& want : wants) {
        html.put("<li>");
        if (!want.needed) {
            html.say(want.heading).put(":");
            put_to_meet(report, want.children);
            html.put("</li>\n");
            continue;
        }
        const FactView& fact = want.needed->fact;
        std::string words = fact.label + ": " + (want.needed->wanted.empty() ? "as the guideline asks" : want.needed->wanted);
        if (!want.sentence.empty()) words = want.sentence;
        const ReportFact* shown = report.requests[report.request].find(fact.path);
        if (shown != nullptr) html.put("<a class=\"to-fact\" href=\"#").say(shown->id).put("\">").say(words).put("</a>");
        else html.say(words);
        if (want.needed->obtainability == ast::Fact::Obtainability::clinical) html.put(" (shown only by the patient's course)");
        html.put("</li>\n");
    }
    html.put("</ul>\n");
}

void put_what_would_meet(Report& report, const PartView& part) {
    const bool lacking = part.status == PartStatus::not_met || part.status == PartStatus::unknown;
    if (part.to_meet.empty() && (!lacking || part.kind == PartView::Kind::recommendation)) return;
    if (part.to_meet.empty()) {
        report.html.put("<p>No statement of the record would meet it.</p>\n");
        return;
    }
    report.html.put("<details open class=\"meet\"><summary>What would meet it</summary>\n");
    put_to_meet(report, part.to_meet);
    report.html.put("</details>\n");
}

void put_reads(Report& report, const PartView& part) {
    Html& html = report.html;
    if (part.reads.empty()) return;
    html.put("<details open class=\"reads\"><summary>Facts that it reads</summary>\n<ul class=\"links\">\n");
    for (const std::string& path : part.reads) {
        const ReportFact* fact = report.requests[report.request].find(path);
        if (fact == nullptr) continue;
        html.put("<li><a class=\"to-fact\" href=\"#").say(fact->id).put("\">").say(fact->view->label).put("</a></li>\n");
    }
    html.put("</ul></details>\n");
}

}  // namespace

std::string part_name(const PartView& part) {
    return part.id.empty() ? part.label : part.id + ". " + part.label;
}

void put_part(Report& report, std::size_t section_number, std::size_t number) {
    Html& html = report.html;
    const SectionView& section = report.justification.requests[report.request].sections[section_number];
    const PartView& part = section.parts[number];
    const std::string id = part_id(report.request, section_number, number);
    html.put("<article class=\"part\" tabindex=\"-1\" id=\"").say(id).put("\" aria-labelledby=\"").say(id);
    html.put("-name\" data-decides=\"")
        .say(part.decided_finding ? "yes" : "no")
        .put("\">\n<h5 id=\"")
        .say(id)
        .put("-name\"><span>");
    html.say(part_name(part)).put("</span> ");
    put_status(html, part.status_text, part_tint(part));
    html.put("</h5>\n");
    put_source(html, section, part);
    if (!part.reasons.empty()) {
        html.put("<details open class=\"why\"><summary>Why: ").say(part.status_text).put("</summary>\n");
        put_reasons(report, part.reasons);
        html.put("</details>\n");
    }
    put_what_would_meet(report, part);
    put_rule_and_wording(report, part);
    put_reads(report, part);
    html.put("</article>\n");
}

}  // namespace warrant
