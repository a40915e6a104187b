// Facts and reasons as lines of text: what the record says, where it says it, and what was set against it.
#include "interpreter/justify/page.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>

namespace warrant {

namespace {

bool is_interesting(const FactView& fact) {
    if (fact.assumed) return false;
    return !fact.known || has_several(fact) || fact.state == FactState::disputed || fact.state == FactState::hypothetical ||
           fact.state == FactState::derived;
}

std::string quoted(const std::string& note) {
    return "\"" + note + "\"";
}

void put_statements(Page& page, const FactView& fact, std::size_t indent) {
    if (!has_several(fact)) return;
    for (const StatementView& statement : fact.statements) {
        std::string line = std::string(standing_words(statement.standing)) + statement.value +
                           citation_text(statement.citation, fact.opinion, page.detail == Detail::full);
        if (!statement.citation.note.empty()) line += ": " + quoted(statement.citation.note);
        put(page, line, indent, indent + 2);
    }
    if (!fact.preferred_because.empty()) put(page, "preferred because: " + fact.preferred_because, indent, indent + 2);
}

// The record's words, at the full level; those of an unclear fact are in its line already.
void put_note(Page& page, const FactView& fact, std::size_t indent) {
    if (page.detail != Detail::full || has_several(fact) || fact.statements.empty() || fact.state == FactState::stated_unknown)
        return;
    const std::string& note = fact.statements.front().citation.note;
    if (!note.empty()) put(page, "the record: " + quoted(note), indent, indent + 2);
}

bool is_plain_date(const FactView& fact) {
    return parse_date(fact.value).has_value() && !is_interesting(fact);
}

// All facts of a comparison, or none, except that a text which says what its values are leaves only those with more to say.
bool shows_fact(const Page& page, const Reason& reason, const FactView& fact) {
    if (page.detail == Detail::full) return true;
    if (reason.spoken) return is_interesting(fact);
    if (page.open_part) return true;
    return std::any_of(reason.children.begin(), reason.children.end(),
                       [](const Reason& child) { return child.fact && !child.fact->assumed && !is_plain_date(*child.fact); });
}

// A defined word that a comparison reads stands without reasons: the comparison's own are its reasons.
void put_definition(Page& page, const Reason& reason, std::size_t indent) {
    put(page, definition_text(reason), indent, indent + 2);
    for (const Reason& child : reason.children) put_reason(page, child, indent + 2);
}

// The row that applies in one line; several that may, one a line. Where many may, the first speak for all but in full.
void put_table(Page& page, const Reason& reason, std::size_t indent) {
    constexpr std::size_t most_rows = 5;
    const TableView& table = *reason.table;
    put(page, table_text(reason), indent, indent + 2);
    if (table.rows.size() == 1) return;
    const bool some = page.detail != Detail::full && table.rows.size() > most_rows + 1;
    const std::size_t shown = some ? most_rows : table.rows.size();
    for (std::size_t row = 0; row < shown; ++row) put(page, row_text(table.rows[row]), indent + 2, indent + 4);
    if (some) put(page, "or " + std::to_string(table.rows.size() - shown) + " more rows", indent + 2, indent + 4);
}

// A comparison that names its one fact is one line with that fact's citation; another lists the facts it reads, unless it is
// plain arithmetic with dates.
void put_comparison(Page& page, const Reason& reason, std::size_t indent) {
    if (reason.one_fact) {
        const FactView& fact = *reason.children.front().fact;
        std::string marks = only_citation(fact, page.detail == Detail::full);
        if (fact.assumed) marks = " (assumed)";
        if (fact.state == FactState::hypothetical) marks = " (hypothetical)";
        if (fact.state == FactState::disputed) marks = " (disputed)";
        put(page, reason.text + marks, indent, indent + 2);
        put_statements(page, fact, indent + 2);
        put_note(page, fact, indent + 2);
        return;
    }
    put(page, reason.text, indent, indent + 2);
    for (const Reason& child : reason.children) {
        if (child.table) put_table(page, child, indent + 2);
        if (child.kind == Reason::Kind::definition) put_definition(page, child, indent + 2);
        if (child.fact && shows_fact(page, reason, *child.fact)) put_reason(page, child, indent + 2);
    }
}

}  // namespace

void put_fact(Page& page, const FactView& fact, std::size_t indent) {
    const bool cited = fact.state != FactState::absent && fact.state != FactState::not_found;
    put(page, fact_text(fact) + (cited ? only_citation(fact, page.detail == Detail::full) : ""), indent, indent + 2);
    put_statements(page, fact, indent + 2);
    put_note(page, fact, indent + 2);
}

void put_reason(Page& page, const Reason& reason, std::size_t indent) {
    switch (reason.kind) {
        case Reason::Kind::fact:
            put_fact(page, *reason.fact, indent);
            for (const Reason& child : reason.children) put_reason(page, child, indent + 2);
            break;
        case Reason::Kind::comparison:
            put_comparison(page, reason, indent);
            break;
        case Reason::Kind::table:
            put_table(page, reason, indent);
            for (const Reason& child : reason.children) put_reason(page, child, indent + 2);
            break;
        case Reason::Kind::definition:
            put_definition(page, reason, indent);
            break;
        case Reason::Kind::connective:
        case Reason::Kind::other:
            put(page, heading_text(reason), indent, indent + 2);
            for (const Reason& child : reason.children) put_reason(page, child, indent + 2);
            break;
    }
    if (!reason.error_text.empty()) put(page, "no value can be computed: " + reason.error_text, indent + 2, indent + 4);
}

}  // namespace warrant
