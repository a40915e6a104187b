// One section in a report: what is found under it, where it stands and how its text is known, its parts, what is missing, what
// was assumed.
#include "interpreter/justify/render.hpp"
#include "interpreter/justify/report.hpp"

#include <algorithm>

namespace warrant {

namespace {

// Part by part, each linked; the reasons say why.
void put_deciding(Report& report, const SectionView& section, std::size_t number) {
    Html& html = report.html;
    const auto decides = [](const PartView& part) { return part.decided_finding; };
    if (std::none_of(section.parts.begin(), section.parts.end(), decides)) return;
    const bool open = section.finding == FindingName::undetermined;
    html.put("<div><dt>")
        .put(open ? Markup("What would decide") : Markup("What decided"))
        .put("</dt><dd><ul class=\"deciding\">");
    for (std::size_t i = 0; i < section.parts.size(); ++i) {
        if (!section.parts[i].decided_finding) continue;
        html.put("<li><a href=\"#").say(part_id(report.request, number, i)).put("\">").say(part_name(section.parts[i]));
        html.put("</a></li>");
    }
    html.put("</ul></dd></div>\n");
}

// Of the only section the finding stands above, with the request.
void put_finding(Html& html, const SectionView& section, bool alone) {
    if (!alone || section.none) {
        html.put("<div><dt>Finding</dt><dd>");
        put_status(html, finding_heading(section.finding, section.certain), tint_of(section.finding));
        if (section.none && section.name.empty()) html.put(" no guideline at hand covers this service");
        if (section.none && !section.name.empty()) html.say(" " + place_of(section) + ": " + section.edition_text);
        html.put("</dd></div>\n");
    }
    if (section.as_far_as_encoded != section.finding)
        put_row(html, "As far as encoded", std::string(words_of(section.as_far_as_encoded)));
    if (section.finding == FindingName::undetermined && !section.certain.empty())
        put_row(html, "Certain", section.certain + ", however the open points are settled");
}

void put_place(Html& html, const SectionView& section) {
    if (!section.none) {
        put_row(html, "Guideline", place_of(section));
        put_row(html, "Its text", marks_of(section));
        put_row(html, "In force", section.period);
        put_row(html, "Edition", section.edition_text);
    }
    put_row(html, "Editions at hand", joined(section.editions, "; "));
    for (const std::string& note : section.edition_notes) put_row(html, "Note", note);
    put_row(html, "Uses", joined(section.used, "; "));
    if (!section.recalled_parts.empty())
        put_row(html, "Recalled, not checked", joined(section.recalled_parts, ", ") + ": compare with the page");
    for (const AddedView& added : section.added)
        put_row(html, "Rules added by", place_of(added) + " (" + marks_of(added) + ")");
}

void put_coverage(Report& report, const SectionView& section) {
    for (const Reason& reason : section.covers_when) {
        report.html.put("<p>").say(reason.value == "unknown" ? "It covers the request if this holds, which is not settled:"
                                                             : "It covers the request because this holds:");
        report.html.put("</p>\n");
        put_reasons(report, reason.children);
    }
}

// The section's own parts, then those of each guideline that adds.
void put_parts(Report& report, const SectionView& section, std::size_t number) {
    const auto put_those_of = [&](const std::string& added_by) {
        for (std::size_t i = 0; i < section.parts.size(); ++i) {
            if (section.parts[i].added_by == added_by) put_part(report, number, i);
        }
    };
    if (section.parts.empty()) return;
    if (section.parts.front().added_by.empty()) report.html.put("<h4>Parts of the guideline</h4>\n");
    put_those_of({});
    for (const AddedView& added : section.added) {
        report.html.put("<h4>Added by ").say(place_of(added)).put("</h4>\n<p>").say(sentence(marks_of(added))).put("</p>\n");
        if (!added.used.empty()) report.html.put("<p>Uses ").say(joined(added.used, "; ")).put("</p>\n");
        put_those_of(added.name);
    }
}

void put_assumed(Html& html, const SectionView& section) {
    if (!section.assumed.empty()) {
        html.put("<h4>Assumed, because the record is silent</h4>\n<ul>\n");
        for (const AssumptionView& assumption : section.assumed)
            html.put("<li>").say(assumption_words(assumption)).put("</li>\n");
        html.put("</ul>\n");
    }
    if (section.warnings.empty()) return;
    html.put("<h4>Not computed, and without bearing on the finding</h4>\n<ul>\n");
    for (const std::string& warning : section.warnings) html.put("<li>").say(warning).put("</li>\n");
    html.put("</ul>\n");
}

}  // namespace

void put_row(Html& html, Markup name, std::string_view words) {
    if (!words.empty()) html.put("<div><dt>").put(name).put("</dt><dd>").say(words).put("</dd></div>\n");
}

void put_status(Html& html, std::string_view words, Tint tint) {
    switch (tint) {
        case Tint::good:
            html.put("<span class=\"status good\"><span aria-hidden=\"true\">&#10003;</span> ");
            break;
        case Tint::bad:
            html.put("<span class=\"status bad\"><span aria-hidden=\"true\">&#10007;</span> ");
            break;
        case Tint::open:
            html.put("<span class=\"status open\"><span aria-hidden=\"true\">?</span> ");
            break;
        case Tint::none:
        case Tint::strong:
            html.put("<span class=\"status\">");
            break;
    }
    html.say(words).put("</span>");
}

void put_needed(Report& report, const std::vector<NeededFact>& needed) {
    Html& html = report.html;
    html.put("<ul class=\"needed\">\n");
    for (const NeededFact& fact : needed) {
        const std::string words = fact.ask.empty() ? fact.fact.label : fact.ask;
        const ReportFact* shown = report.requests[report.request].find(fact.fact.path);
        html.put("<li>");
        if (shown != nullptr) html.put("<a class=\"to-fact\" href=\"#").say(shown->id).put("\">").say(words).put("</a>");
        else html.say(words);
        if (!fact.settles.empty())
            html.say((fact.settles.size() == 1 ? " For part " : " For parts ") + joined(fact.settles, ", ") + ".");
        const std::string details = needed_words(fact);
        if (!details.empty()) html.put("<br><span class=\"detail\">").say(sentence(details)).put("</span>");
        html.put("</li>\n");
    }
    html.put("</ul>\n");
}

void put_section(Report& report, std::size_t number) {
    Html& html = report.html;
    const RequestJustification& request = report.justification.requests[report.request];
    const SectionView& section = request.sections[number];
    const std::string id = section_id(report.request, number);
    html.put("<section class=\"guideline\" tabindex=\"-1\" id=\"")
        .say(id)
        .put("\" aria-labelledby=\"")
        .say(id)
        .put("-name\">\n<h3 id=\"");
    html.say(id).put("-name\">");
    if (request.sections.size() > 1)
        html.say("If " + std::to_string(number + 1) + " of " + std::to_string(request.sections.size()) + ": ");
    html.say(section.title.empty() ? "No guideline" : section.title).put("</h3>\n<dl class=\"rows\">\n");
    put_finding(html, section, request.sections.size() == 1);
    put_deciding(report, section, number);
    put_place(html, section);
    html.put("</dl>\n");
    put_coverage(report, section);
    if (!section.needed.empty()) {
        html.put("<h4>To settle it the record would have to show</h4>\n");
        put_needed(report, section.needed);
    }
    put_assumed(html, section);
    put_parts(report, section, number);
    html.put("</section>\n");
}

}  // namespace warrant
