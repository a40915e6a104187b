// Reasons in a report: lists that fold where one stands above others, each fact a link to where it is shown whole.
#include "interpreter/justify/report.hpp"

namespace warrant {

namespace {

// Words of a reason as a link to its fact; as they are where the report shows no such fact.
void put_linked(Report& report, const FactView& fact, std::string_view words) {
    const ReportFact* shown = report.requests[report.request].find(fact.path);
    if (shown == nullptr) {
        report.html.say(words);
        return;
    }
    report.html.put("<a class=\"to-fact\" href=\"#").say(shown->id).put("\">").say(words).put("</a>");
}

void put_cite(Html& html, const std::string& citation) {
    if (!citation.empty()) html.put("<span class=\"cite\">").say(citation).put("</span>");
}

// Where the words stand in the record; of several statements each, below.
void put_places(Report& report, const FactView& fact) {
    const bool cited = fact.state != FactState::absent && fact.state != FactState::not_found;
    if (cited) put_cite(report.html, only_citation(fact, true));
    if (!has_several(fact)) return;
    report.html.put("\n<ul>\n");
    for (const StatementView& statement : fact.statements) {
        report.html.put("<li>").say(standing_words(statement.standing)).say(statement.value);
        put_cite(report.html, citation_text(statement.citation, fact.opinion, true));
        report.html.put("</li>\n");
    }
    if (!fact.preferred_because.empty()) report.html.put("<li>preferred because: ").say(fact.preferred_because).put("</li>\n");
    report.html.put("</ul>\n");
}

std::string comparison_words(const Reason& reason) {
    if (!reason.one_fact) return reason.text;
    const FactView& fact = *reason.children.front().fact;
    if (fact.assumed) return reason.text + " (assumed)";
    if (fact.state == FactState::hypothetical) return reason.text + " (hypothetical)";
    return fact.state == FactState::disputed ? reason.text + " (disputed)" : reason.text;
}

std::string words_of(const Reason& reason) {
    switch (reason.kind) {
        case Reason::Kind::fact:
            return fact_text(*reason.fact);
        case Reason::Kind::comparison:
            return comparison_words(reason);
        case Reason::Kind::table:
            return table_text(reason);
        case Reason::Kind::definition:
            return definition_text(reason);
        case Reason::Kind::connective:
        case Reason::Kind::other:
            break;
    }
    return heading_text(reason);
}

// The rows that may apply, where they are several.
void put_rows(Html& html, const Reason& reason) {
    if (!reason.table || reason.table->rows.size() < 2) return;
    for (const TableView::Entry& row : reason.table->rows) html.put("<li>").say(row_text(row)).put("</li>\n");
}

// Its own words, linked where they are a fact's. A heading that folds says them itself.
void put_words(Report& report, const Reason& reason, const FactView* fact) {
    if (fact == nullptr) report.html.say(words_of(reason));
    else put_linked(report, *fact, words_of(reason));
    if (!reason.error_text.empty()) report.html.put(" No value can be computed: ").say(reason.error_text).put(".");
    if (fact != nullptr) put_places(report, *fact);
}

void put_reason(Report& report, const Reason& reason) {
    Html& html = report.html;
    const FactView* fact = reason.fact ? &*reason.fact : nullptr;
    if (reason.one_fact) fact = &*reason.children.front().fact;
    const bool rows = reason.table && reason.table->rows.size() > 1;
    const bool folds = (!reason.children.empty() && !reason.one_fact) || rows;
    html.put(folds && fact == nullptr ? Markup("<li class=\"folds\">") : Markup("<li>"));
    if (fact != nullptr || !folds) put_words(report, reason, fact);
    if (folds) {
        html.put("<details open><summary>");
        if (fact == nullptr) put_words(report, reason, fact);
        else html.put("its elements");
        html.put("</summary>\n<ul>\n");
        put_rows(html, reason);
        for (const Reason& child : reason.children) put_reason(report, child);
        html.put("</ul></details>");
    }
    html.put("</li>\n");
}

}  // namespace

void put_reasons(Report& report, const std::vector<Reason>& reasons) {
    if (reasons.empty()) return;
    report.html.put("<ul class=\"reasons\">\n");
    for (const Reason& reason : reasons) put_reason(report, reason);
    report.html.put("</ul>\n");
}

}  // namespace warrant
