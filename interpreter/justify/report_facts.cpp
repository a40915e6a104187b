// Facts and documents in a report: each fact with every statement, where it stands, and what used it; each document with the
// facts that it states.
#include "interpreter/justify/report.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

void put_link(Html& html, const std::string& id, std::string_view words) {
    html.put("<a href=\"#").say(id).put("\">").say(words).put("</a>");
}

// How a statement stands among the others, as a phrase of its own.
std::string standing_phrase(Statement::Standing standing) {
    std::string words(standing_words(standing));
    return words.empty() ? words : words.substr(0, words.size() - 2);
}

void put_pair(Html& html, Markup name, std::string_view words) {
    html.put("<div><dt>").put(name).put("</dt><dd>").say(words.empty() ? "not stated" : words).put("</dd></div>\n");
}

// Document, page, date and author are always told, also that one is not stated.
void put_citation(Report& report, const FactView& fact, const RecordCitation& citation) {
    Html& html = report.html;
    html.put("<div><dt>Document</dt><dd>");
    if (citation.document.empty()) html.put("not stated");
    else put_document_link(report, citation.document);
    html.put("</dd></div>\n");
    put_pair(html, "Page", citation.page);
    put_pair(html, "Date", citation.date);
    put_pair(html, fact.opinion ? Markup("Opinion of") : Markup("By"), citation.by);
    if (citation.known_through.empty()) return;
    html.put("<div><dt>As recited in</dt><dd>");
    put_document_link(report, citation.known_through);
    html.put("</dd></div>\n");
}

void put_statement(Report& report, const FactView& fact, const StatementView& statement) {
    Html& html = report.html;
    const RecordCitation& citation = statement.citation;
    html.put("<li><dl class=\"statement\">\n");
    put_pair(html, "Says", statement.value);
    const std::string standing = standing_phrase(statement.standing);
    if (!standing.empty()) put_pair(html, "Standing", standing);
    // What the request says of itself has no other place.
    if (citation.document.empty() && fact.path.starts_with("request.")) put_pair(html, "Document", "the request");
    else put_citation(report, fact, citation);
    if (!citation.note.empty()) html.put("<div><dt>The record</dt><dd><q>").say(citation.note).put("</q></dd></div>\n");
    html.put("</dl></li>\n");
}

// The value, and what kind of value it is.
std::string value_words(const FactView& fact) {
    switch (fact.state) {
        case FactState::absent:
            return "not documented";
        case FactState::stated_unknown:
            return "unclear in the record";
        case FactState::not_found:
            return fact.searched.empty() ? "looked for, not found" : "not found in " + joined(fact.searched, ", ");
        case FactState::disputed:
            return "disputed: " + fact.value;
        case FactState::derived:
            return fact.value + ", from " + fact.derivation;
        case FactState::hypothetical:
            return fact.value + ", HYPOTHETICAL: not the record's";
        case FactState::stated:
            break;
    }
    return fact.anything && has_several(fact) ? "not documented on or before the request" : fact.value;
}

Tint fact_tint(const FactView& fact) {
    return fact.known && fact.state != FactState::hypothetical ? Tint::none : Tint::open;
}

void put_uses(Report& report, const ReportFact& fact) {
    Html& html = report.html;
    if (fact.uses.empty()) {
        html.put("<p class=\"uses\">No part of a guideline reads it.</p>\n");
        return;
    }
    html.put("<p class=\"uses\">Used by:</p>\n<ul class=\"uses\">\n");
    for (const Use& use : fact.uses) {
        html.put("<li>");
        put_link(html, use.target, use.words);
        if (use.decides) html.put(" <span class=\"decides\">bears on the finding</span>");
        html.put("</li>\n");
    }
    html.put("</ul>\n");
}

// The same fact may stand otherwise for another request.
void put_other_requests(Report& report, const ReportFact& fact) {
    if (report.requests.size() < 2) return;
    bool any = false;
    for (std::size_t request = 0; request < report.requests.size(); ++request) {
        const auto& by_path = report.requests[request].by_path;
        const auto at = by_path.find(fact.view->path);
        if (request == report.request || at == by_path.end()) continue;
        report.html.put(any ? Markup(", ") : Markup("<p>As it stands for "));
        put_link(report.html, report.requests[request].facts[at->second].id, "request " + std::to_string(request + 1));
        any = true;
    }
    if (any) report.html.put("</p>\n");
}

bool bears_on_the_finding(const ReportFact& fact) {
    return std::any_of(fact.uses.begin(), fact.uses.end(), [](const Use& use) { return use.decides; });
}

void put_fact_body(Report& report, const ReportFact& fact) {
    Html& html = report.html;
    const FactView& view = *fact.view;
    html.put("<p class=\"value\">");
    put_status(html, value_words(view), fact_tint(view));
    if (view.opinion) html.put(" <span class=\"mark\">a medical opinion</span>");
    html.put("</p>\n");
    if (!view.sentence.empty() && !has_several(view)) html.put("<p>").say(view.sentence).put("</p>\n");
    for (const AssumptionView* assumption : fact.assumed)
        html.put("<p><strong>Assumed:</strong> ").say(assumption_words(*assumption)).put("</p>\n");
    if (!view.statements.empty()) {
        html.put("<ul class=\"statements\">\n");
        for (const StatementView& statement : view.statements) put_statement(report, view, statement);
        html.put("</ul>\n");
    }
    if (!view.preferred_because.empty()) html.put("<p>Preferred because: ").say(view.preferred_because).put("</p>\n");
}

void open_fact(Html& html, const ReportFact& fact) {
    html.put("<article class=\"fact\" tabindex=\"-1\" id=\"").say(fact.id).put("\" aria-labelledby=\"").say(fact.id);
    html.put("-name\" data-decides=\"").say(bears_on_the_finding(fact) ? "yes" : "no").put("\">\n");
}

// The facts whose statements name the document, each once.
std::vector<std::pair<std::string, std::string>> facts_stated_by(const Report& report, const std::string& title) {
    std::vector<std::pair<std::string, std::string>> links;
    std::vector<const ReportFacts*> all{&report.others};
    for (const ReportFacts& request : report.requests) all.push_back(&request);
    std::map<std::string, bool> seen;
    for (const ReportFacts* facts : all) {
        for (const ReportFact& fact : facts->facts) {
            const auto& statements = fact.view->statements;
            const bool states = std::any_of(statements.begin(), statements.end(), [&](const StatementView& statement) {
                return statement.citation.document == title || statement.citation.known_through == title;
            });
            if (states && seen.try_emplace(fact.view->path, true).second) links.emplace_back(fact.id, fact.view->label);
        }
    }
    return links;
}

void put_document(Report& report, std::size_t number) {
    Html& html = report.html;
    const DocumentView& document = report.justification.documents[number];
    html.put("<li class=\"document\" tabindex=\"-1\" id=\"").say(document_id(number)).put("\"><strong>");
    html.say(document.title).put("</strong>, ").say(document.date.empty() ? "not dated" : document.date);
    if (!document.author.empty()) html.put(", by ").say(document.author);
    if (!document.known_through.empty()) {
        html.put(", as recited in ");
        put_document_link(report, document.known_through);
    }
    html.put(document.used ? Markup(". Drawn on.") : Markup(". Reviewed, nothing used."));
    const auto links = facts_stated_by(report, document.title);
    if (!links.empty()) {
        html.put("\n<ul class=\"links\" aria-label=\"Facts that it states\">");
        for (const auto& [id, label] : links) {
            html.put("<li>");
            put_link(html, id, label);
            html.put("</li>");
        }
        html.put("</ul>");
    }
    html.put("</li>\n");
}

}  // namespace

void put_document_link(Report& report, const std::string& title) {
    const auto at = report.documents.find(title);
    if (at == report.documents.end() || at->second.empty()) report.html.say(title);
    else put_link(report.html, at->second, title);
}

void put_facts(Report& report) {
    const ReportFacts& facts = report.requests[report.request];
    if (facts.facts.empty()) return;
    Html& html = report.html;
    html.put("<section class=\"facts\">\n<h3>Facts of this request</h3>\n");
    for (const ReportFact& fact : facts.facts) {
        open_fact(html, fact);
        html.put("<h4 id=\"").say(fact.id).put("-name\">").say(fact.view->label).put("</h4>\n");
        put_fact_body(report, fact);
        put_uses(report, fact);
        put_other_requests(report, fact);
        html.put("</article>\n");
    }
    html.put("</section>\n");
}

void put_other_facts(Report& report) {
    if (report.others.facts.empty()) return;
    Html& html = report.html;
    html.put("<section id=\"other-facts\" class=\"facts\" tabindex=\"-1\">\n<h2>Other facts of the record</h2>\n");
    html.put("<p>The case states them, and no part above reads them.</p>\n");
    for (const ReportFact& fact : report.others.facts) {
        open_fact(html, fact);
        html.put("<h3 id=\"").say(fact.id).put("-name\">").say(fact.view->label).put("</h3>\n");
        put_fact_body(report, fact);
        html.put("</article>\n");
    }
    html.put("</section>\n");
}

void put_documents(Report& report) {
    Html& html = report.html;
    html.put("<section id=\"documents\" tabindex=\"-1\">\n<h2>Documents</h2>\n");
    if (report.justification.documents.empty()) html.put("<p>The case lists no documents.</p>\n");
    else html.put("<ol class=\"documents\">\n");
    for (std::size_t number = 0; number < report.justification.documents.size(); ++number) put_document(report, number);
    if (!report.justification.documents.empty()) html.put("</ol>\n");
    html.put("</section>\n");
}

}  // namespace warrant
