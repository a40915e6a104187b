// A whole justification as the reviewer's page: what it is and what it is not, each request with its finding and the proposal,
// then its sections, its facts, and the documents of the case. Style and script are files of their own, below page/.
#include "interpreter/justify/render.hpp"
#include "interpreter/justify/report.hpp"

#include <utility>

namespace warrant {

namespace {

// What must be seen before anything else.
void put_banners(Html& html, const Justification& justification) {
    html.put(
        "<p class=\"banner\"><strong>A proposal, not a decision.</strong> It shows what the guidelines at hand say of the "
        "record. A physician decides.</p>\n");
    if (justification.hypothetical) {
        html.put(
            "<div class=\"banner warning\"><p><strong>HYPOTHETICAL:</strong> some values were given for this run and are not "
            "the record's.</p>\n<ul>\n");
        for (const FactView& fact : justification.given) html.put("<li>").say(fact.label + ": " + fact.value).put("</li>\n");
        html.put("</ul></div>\n");
    }
    const std::vector<std::string> drafts = drafts_of(justification);
    if (drafts.empty()) return;
    html.put("<p class=\"banner warning\"><strong>Made of a draft guideline.</strong> Nobody has reviewed this text of: ");
    html.say(joined(drafts, "; ")).put(". Check each part against the printed page.</p>\n");
}

std::string request_name(const Justification& justification, std::size_t number) {
    const std::size_t count = justification.requests.size();
    const std::string& request = justification.requests[number].request;
    return count == 1 ? request : std::to_string(number + 1) + " of " + std::to_string(count) + ": " + request;
}

void put_contents(Report& report) {
    Html& html = report.html;
    html.put("<nav aria-label=\"Contents\">\n<ul>\n");
    for (std::size_t number = 0; number < report.justification.requests.size(); ++number) {
        const RequestJustification& request = report.justification.requests[number];
        html.put("<li><a href=\"#").say(request_id(number)).put("\">").say(request_name(report.justification, number));
        html.put("</a> ");
        put_status(html, words_of(request.finding), tint_of(request.finding));
        html.put("</li>\n");
    }
    if (!report.others.facts.empty()) html.put("<li><a href=\"#other-facts\">Other facts of the record</a></li>\n");
    html.put("<li><a href=\"#documents\">Documents</a></li>\n</ul>\n</nav>\n");
}

// They do nothing without the script, which shows them.
void put_tools(Html& html) {
    html.put(
        "<div id=\"tools\" role=\"group\" aria-label=\"What is shown\" hidden>\n"
        "<button type=\"button\" id=\"only-deciding\" aria-pressed=\"false\">Only what decided</button>\n"
        "<button type=\"button\" id=\"unfold\">Unfold all</button>\n"
        "<button type=\"button\" id=\"fold\">Fold all</button>\n"
        "<p id=\"shown\" role=\"status\"></p>\n</div>\n");
}

void put_eligibility(Report& report, const ProposalView& proposal) {
    if (!proposal.present || proposal.eligibility_reasons.empty()) return;
    report.html.put("<div><dt>Eligibility</dt><dd>").say(proposal.eligibility + " under " + proposal.procedure);
    if (proposal.eligibility == "not shown")
        report.html.say("; the record would have to show: " + joined(proposal.eligibility_unsettled, ", "));
    put_reasons(report, proposal.eligibility_reasons);
    report.html.put("</dd></div>\n");
}

void put_proposal(Report& report, const RequestJustification& request) {
    Html& html = report.html;
    const ProposalView& proposal = request.proposal;
    html.put("<div id=\"").say(proposal_id(report.request)).put("\" tabindex=\"-1\"><dt>Proposed</dt><dd>");
    if (!proposal.present) html.put("nothing: no procedure is named; a physician decides");
    else if (proposal.outcome.empty())
        html.say(proposal.eligibility == "not eligible" ? "nothing: not eligible for " + proposal.procedure : "nothing");
    else {
        html.put("<strong>").say(upper(proposal.outcome)).put("</strong>: ").say(proposal.words);
        if (!proposal.sentence.empty()) html.put("<br>").say(proposal.sentence);
        if (proposal.rests_on_silence) html.put("<br>").say(silence_words(request));
    }
    html.put("</dd></div>\n");
    if (!proposal.outcome.empty()) put_row(html, "Who decides", proposal.decider);
    if (proposal.present) put_row(html, "Procedure", procedure_words(proposal));
    put_eligibility(report, proposal);
}

// Where several sections may govern, of all of them together.
void put_joint_finding(Html& html, const RequestJustification& request) {
    html.put("<div><dt>Finding</dt><dd>");
    const bool several = request.sections.size() > 1;
    const std::string certain = request.sections.empty() ? "" : request.sections.front().certain;
    put_status(html, finding_heading(request.finding, certain), tint_of(request.finding));
    if (several) html.say(joint_words(request));
    html.put("</dd></div>\n");
}

void put_request(Report& report, std::size_t number) {
    Html& html = report.html;
    const RequestJustification& request = report.justification.requests[number];
    report.request = number;
    html.put("<section class=\"request\" tabindex=\"-1\" id=\"").say(request_id(number)).put("\" aria-labelledby=\"");
    html.say(request_id(number)).put("-name\">\n<h2 id=\"").say(request_id(number)).put("-name\">");
    html.say(request_name(report.justification, number)).put("</h2>\n<dl class=\"rows\">\n");
    put_joint_finding(html, request);
    put_proposal(report, request);
    for (const SharedCapView& shared : request.shared_caps) put_row(html, "Warning", sentence(shared_cap_words(shared)));
    if (request.error) put_row(html, "Error", "It rests on a value that cannot be computed.");
    html.put("</dl>\n");
    if (!request.choosing.empty()) {
        html.put("<h3>To settle what governs the record would have to show</h3>\n");
        put_needed(report, request.choosing);
    }
    for (std::size_t section = 0; section < request.sections.size(); ++section) put_section(report, section);
    put_facts(report);
    html.put("</section>\n");
}

void put_head(Report& report) {
    Html& html = report.html;
    const Justification& justification = report.justification;
    html.put("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header>\n<h1>").say(justification.case_id);
    html.put("</h1>\n");
    put_banners(html, justification);
    if (!justification.decided.empty()) html.put("<p>Date of decision: ").say(justification.decided).put("</p>\n");
    if (!justification.summary.empty()) html.put("<p class=\"summary\">").say(justification.summary).put("</p>\n");
    html.put("</header>\n");
}

std::string title_of(const Justification& justification) {
    return (justification.hypothetical ? "HYPOTHETICAL " : "") + justification.case_id + ": proposal for a physician";
}

// Only this page's own style and script, known by their digests, may work; nothing is loaded from anywhere.
std::string policy() {
    return "default-src 'none'; style-src 'sha256-" + std::string(page_style_digest) + "'; script-src 'sha256-" +
           std::string(page_script_digest) + "'; base-uri 'none'; form-action 'none'";
}

}  // namespace

std::string render_report(const Justification& justification, const SourceMap& sources) {
    std::vector<ReportFacts> requests = facts_of_requests(justification);
    ReportFacts others = facts_beside(justification, requests);
    Report report{justification, sources, std::move(requests), std::move(others), 0, {}};
    put_head(report);
    put_contents(report);
    put_tools(report.html);
    report.html.put("<main id=\"findings\" tabindex=\"-1\">\n");
    for (std::size_t number = 0; number < justification.requests.size(); ++number) put_request(report, number);
    put_other_facts(report);
    put_documents(report);
    report.html.put(
        "</main>\n<footer><p>It proposes; a physician decides. The same case and the same guidelines always give the "
        "same page. It loads nothing and sends nothing.</p></footer>\n");
    const std::string title = escaped(title_of(justification));
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           policy() + "\">\n<title>" + title + "</title>\n<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n" +
           report.html.text() + "<script>" + std::string(page_script) + "</script>\n</body>\n</html>\n";
}

}  // namespace warrant
