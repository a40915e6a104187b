// Facts and documents in a report: each fact with every statement, where it stands, and what used it; each document with the
// facts that it states.
#include "interpreter/justify/report.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace warrant {

namespace {

void put_link(Html& html, const std::string& id, std::string_view words) {
    html.put("<a href=\"#").say(id).put("\">").say(words).put("</a>");
}

// The title as a link to the document.
void put_document_link(Html& html, const std::string& title, std::size_t place) {
    put_link(html, document_id(place), title);
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
void put_citation(Html& html, const FactView& fact, const RecordCitation& citation) {
    html.put("<div><dt>Document</dt><dd>");
    if (citation.document_place) put_document_link(html, citation.document, *citation.document_place);
    else html.put("not stated");
    html.put("</dd></div>\n");
    put_pair(html, "Page", citation.page);
    put_pair(html, "Date", citation.date);
    put_pair(html, fact.opinion ? Markup("Opinion of") : Markup("By"), citation.by);
    if (!citation.known_through_place) return;
    html.put("<div><dt>As recited in</dt><dd>");
    put_document_link(html, citation.known_through, *citation.known_through_place);
    html.put("</dd></div>\n");
}

// How a statement stands among others, where it stands in the record, and the record's own words.
void put_where(Html& html, const FactView& fact, const StatementView& statement) {
    const RecordCitation& citation = statement.citation;
    const std::string standing = standing_phrase(statement.standing);
    if (!standing.empty()) put_pair(html, "Standing", standing);
    // What the request says of itself has no other place.
    if (citation.document.empty() && fact.path.starts_with("request.")) put_pair(html, "Document", "the request");
    else put_citation(html, fact, citation);
    if (!citation.note.empty()) html.put("<div><dt>The record</dt><dd><q>").say(citation.note).put("</q></dd></div>\n");
}

void put_statements(Html& html, const FactView& fact) {
    if (fact.statements.empty()) return;
    html.put("<ul class=\"statements\">\n");
    for (const StatementView& statement : fact.statements) {
        html.put("<li><dl class=\"statement\">\n");
        put_pair(html, "Says", statement.value);
        put_where(html, fact, statement);
        html.put("</dl></li>\n");
    }
    html.put("</ul>\n");
}

// The value, and what kind of value it is.
std::string value_words(const FactView& fact) {
    switch (fact.state) {
        case FactState::absent:
            return "not documented";
        case FactState::stated_unknown:
            return "unclear in the record";
        case FactState::not_found:
            return searched_text(fact);
        case FactState::disputed:
            return "disputed: " + fact.value;
        case FactState::derived:
            return fact.value + ", from " + fact.derivation;
        case FactState::hypothetical:
            return fact.value + ", HYPOTHETICAL: not the record's";
        case FactState::stated:
            break;
    }
    // What a list holds stands below, element by element.
    if (!fact.elements.empty())
        return std::to_string(fact.elements.size()) + (fact.known ? " listed" : " listed, perhaps not all");
    return fact.anything && has_several(fact) ? "not documented on or before the request" : fact.value;
}

Tint fact_tint(const FactView& fact) {
    return fact.known && fact.state != FactState::hypothetical ? Tint::none : Tint::open;
}

// A field stands where its list does, unless its own statements say where.
bool has_its_own_place(const FactView& field) {
    if (field.statements.size() != 1) return !field.statements.empty();
    const RecordCitation& citation = field.statements.front().citation;
    return citation.document_place || !citation.page.empty() || !citation.date.empty() || !citation.by.empty() ||
           !citation.note.empty();
}

void put_field_value(Html& html, const FactView& field) {
    html.put("<div><dt>").say(field.label).put("</dt><dd>").say(value_words(field)).put("</dd></div>\n");
}

// First what stands where the list does, then each field with its own place.
void put_element(Html& html, const ElementView& element) {
    html.put("<li>");
    if (element.fields.empty()) html.put("nothing is said of it");
    if (!std::all_of(element.fields.begin(), element.fields.end(), has_its_own_place)) {
        html.put("<dl class=\"statement\">\n");
        for (const FactView& field : element.fields) {
            if (!has_its_own_place(field)) put_field_value(html, field);
        }
        html.put("</dl>\n");
    }
    for (const FactView& field : element.fields) {
        if (!has_its_own_place(field)) continue;
        html.put("<dl class=\"statement\">\n");
        put_field_value(html, field);
        if (!has_several(field)) put_where(html, field, field.statements.front());
        html.put("</dl>\n");
        if (has_several(field)) put_statements(html, field);
        if (!field.preferred_because.empty()) html.put("<p>Preferred because: ").say(field.preferred_because).put("</p>\n");
    }
    html.put("</li>\n");
}

void put_elements(Html& html, const FactView& list) {
    if (list.elements.empty()) return;
    html.put("<details open class=\"elements\"><summary>What it lists</summary>\n<ol>\n");
    for (const ElementView& element : list.elements) put_element(html, element);
    html.put("</ol></details>\n");
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

void put_fact_body(Html& html, const ReportFact& fact) {
    const FactView& view = *fact.view;
    html.put("<p class=\"value\">");
    put_status(html, value_words(view), fact_tint(view));
    if (view.opinion) html.put(" <span class=\"mark\">a medical opinion</span>");
    html.put("</p>\n");
    if (!view.sentence.empty() && !has_several(view)) html.put("<p>").say(view.sentence).put("</p>\n");
    for (const AssumptionView* assumption : fact.assumed)
        html.put("<p><strong>Assumed:</strong> ").say(assumption_words(*assumption)).put("</p>\n");
    put_statements(html, view);
    put_elements(html, view);
    if (!view.preferred_because.empty()) html.put("<p>Preferred because: ").say(view.preferred_because).put("</p>\n");
}

void open_fact(Html& html, const ReportFact& fact) {
    html.put("<article class=\"fact\" tabindex=\"-1\" id=\"").say(fact.id).put("\" aria-labelledby=\"").say(fact.id);
    html.put("-name\" data-decides=\"").say(bears_on_the_finding(fact) ? "yes" : "no").put("\">\n");
}

// Also of a list of which only an element's field does.
bool names_document(const FactView& fact, std::size_t document) {
    const auto names_it = [&](const StatementView& statement) {
        return statement.citation.document_place == document || statement.citation.known_through_place == document;
    };
    return std::any_of(fact.statements.begin(), fact.statements.end(), names_it) ||
           std::any_of(fact.elements.begin(), fact.elements.end(), [&](const ElementView& element) {
               return std::any_of(element.fields.begin(), element.fields.end(),
                                  [&](const FactView& field) { return names_document(field, document); });
           });
}

// The facts whose statements name the document, each once.
std::vector<std::pair<std::string, std::string>> facts_stated_by(const Report& report, std::size_t document) {
    std::vector<std::pair<std::string, std::string>> links;
    std::vector<const ReportFacts*> all{&report.others};
    for (const ReportFacts& request : report.requests) all.push_back(&request);
    std::set<std::string> seen;
    for (const ReportFacts* facts : all) {
        for (const ReportFact& fact : facts->facts) {
            if (names_document(*fact.view, document) && seen.insert(fact.view->path).second)
                links.emplace_back(fact.id, fact.view->label);
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
    if (document.known_through_place) {
        html.put(", as recited in ");
        put_document_link(html, document.known_through, *document.known_through_place);
    }
    html.put(document.used ? Markup(". Drawn on.") : Markup(". Reviewed, nothing used."));
    const auto links = facts_stated_by(report, number);
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

void put_facts(Report& report) {
    const ReportFacts& facts = report.requests[report.request];
    if (facts.facts.empty()) return;
    Html& html = report.html;
    html.put("<section class=\"facts\">\n<h3>Facts of this request</h3>\n");
    for (const ReportFact& fact : facts.facts) {
        open_fact(html, fact);
        html.put("<h4 id=\"").say(fact.id).put("-name\">").say(fact.view->label).put("</h4>\n");
        put_fact_body(html, fact);
        put_uses(report, fact);
        put_other_requests(report, fact);
        html.put("</article>\n");
    }
    html.put("</section>\n");
}

void put_other_facts(Report& report) {
    if (report.others.facts.empty()) return;
    Html& html = report.html;
    html.put(
        "<section id=\"other-facts\" class=\"facts\" tabindex=\"-1\" data-decides=\"no\">\n<h2>Other facts of the "
        "record</h2>\n");
    html.put("<p>The case states them, and no part above reads them.</p>\n");
    for (const ReportFact& fact : report.others.facts) {
        open_fact(html, fact);
        html.put("<h3 id=\"").say(fact.id).put("-name\">").say(fact.view->label).put("</h3>\n");
        put_fact_body(html, fact);
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
