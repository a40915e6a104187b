// Facts and reasons in the plain words of a letter: whole sentences, signs spelled out, and after each where it stands in the
// record. What decided is not chosen here; the justification has done that.
#include "interpreter/justify/letter.hpp"
#include "interpreter/value/date.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace warrant {

namespace {

// The unit of a rate, after its number: `4 hours/day` is said `4 hours a day`.
std::string rate_words(std::string word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string::npos || slash == 0 || slash + 1 == word.size()) return word;
    const bool letters = std::all_of(word.begin() + static_cast<std::ptrdiff_t>(slash) + 1, word.end(), [](unsigned char c) {
        return std::isalpha(c) != 0 || c == ',' || c == '.' || c == ')' || c == ':';
    });
    if (letters) word.replace(slash, 1, " a ");
    return word;
}

// A sign between two values; days are earlier or later, other values less or more.
std::string sign_words(const std::string& sign, bool days) {
    struct Sign {
        std::string_view sign, of_days, of_others;
    };
    static constexpr std::array<Sign, 6> signs = {{{"<=", "is no later than", "is at most"},
                                                   {">=", "is no earlier than", "is at least"},
                                                   {"<", "is before", "is less than"},
                                                   {">", "is later than", "is more than"},
                                                   {"!=", "is not", "is not"},
                                                   {"->", "gives", "gives"}}};
    for (const Sign& known : signs) {
        if (sign == known.sign) return std::string(days ? known.of_days : known.of_others);
    }
    return sign;
}

// In the words of the letter.
std::string_view plain_standing(Statement::Standing standing) {
    switch (standing) {
        case Statement::Standing::governs:
            return "";
        case Statement::Standing::kept:
            return "One document says: ";
        case Statement::Standing::superseded:
            return "Replaced by a later statement: ";
        case Statement::Standing::set_aside:
            return "Set aside: ";
        case Statement::Standing::refined:
            return "Said less exactly: ";
        case Statement::Standing::after:
            return "Dated after the request: ";
    }
    return "";
}

std::string note_words(const RecordCitation& citation) {
    return citation.note.empty() ? "" : " The record says: \"" + citation.note + "\".";
}

std::string fact_words(const FactView& fact) {
    if (fact.assumed) return fact.label + ": " + spelled_out(fact.value) + ". This is assumed";
    switch (fact.state) {
        case FactState::absent:
            return "not documented: " + fact.label;
        case FactState::stated_unknown:
            return "unclear in the record: " + fact.label;
        case FactState::not_found:
            return "looked for in " + (fact.searched.empty() ? "the record" : joined(fact.searched, ", ")) +
                   " and not found: " + fact.label;
        case FactState::disputed:
            return fact.label + ": disputed, " + spelled_out(fact.value);
        case FactState::derived:
            return fact.label + ": " + spelled_out(fact.value) + ", from " + fact.derivation;
        case FactState::hypothetical:
        case FactState::stated:
            break;
    }
    if (!fact.sentence.empty() && !has_several(fact)) return fact.sentence;
    if (fact.anything && has_several(fact)) return "not documented on or before the request: " + fact.label;
    return fact.label + ": " + spelled_out(fact.value);
}

// A sentence with where it stands before its full stop: `The worker has osteoarthritis (Progress report, page 2).`
std::string sentence_cited(std::string text, const std::string& where) {
    if (where.empty()) return sentence(std::move(text));
    if (text.ends_with('.')) text.pop_back();
    return sentence(text + where);
}

// Where a lone statement stands; nothing is cited for what the record does not say.
std::string where_it_stands(const FactView& fact) {
    const bool silent = fact.assumed || fact.state == FactState::absent || fact.state == FactState::not_found ||
                        fact.state == FactState::derived;
    if (silent || has_several(fact) || fact.statements.empty()) return {};
    return cited(fact, fact.statements.front().citation);
}

std::string only_note(const FactView& fact) {
    if (fact.assumed || has_several(fact) || fact.statements.empty()) return {};
    return note_words(fact.statements.front().citation);
}

void add_statements(const FactView& fact, Item& item) {
    if (!has_several(fact)) return;
    for (const StatementView& statement : fact.statements) {
        const std::string text = std::string(plain_standing(statement.standing)) + spelled_out(statement.value);
        item.items.push_back({{{sentence_cited(text, cited(fact, statement.citation)) + note_words(statement.citation)}}, {}});
    }
    if (!fact.preferred_because.empty())
        item.items.push_back({{{sentence("preferred because: " + fact.preferred_because)}}, {}});
}

// A heading such as `any one of:` keeps its colon.
Item heading_item(const Reason& reason) {
    std::string text = reason.text;
    if (text.ends_with(':')) text.pop_back();
    if (reason.source) text += source_text(reason.source->citation, reason.source->basis);
    text = sentence(spelled_out(text));
    if (!reason.children.empty()) text.back() = ':';
    return {{{std::move(text)}}, {}};
}

Item table_item(const Reason& reason) {
    const TableView& table = *reason.table;
    const std::string name =
        reason.text + (table.column.empty() ? "" : ", " + table.column) + source_text(table.citation, table.basis);
    if (table.rows.size() == 1) {
        const TableView::Entry& row = table.rows.front();
        return {{{sentence(name + ": " + row.label + " gives " + spelled_out(row.value))}}, {}};
    }
    Item item{{{sentence(name + ": one of these rows")}}, {}};
    item.text.front().text.back() = ':';
    for (const TableView::Entry& row : table.rows)
        item.items.push_back({{{sentence(row.label + " gives " + spelled_out(row.value))}}, {}});
    return item;
}

Item definition_item(const Reason& reason) {
    const std::string name = reason.text + (reason.source ? source_text(reason.source->citation, reason.source->basis) : "");
    if (reason.children.empty()) return {{{sentence(name + ": " + spelled_out(reason.value))}}, {}};
    return {{{name + std::string(holding_words(reason.value))}}, {}};
}

// A comparison that names its one fact carries that fact's citation; another lists the facts that it reads.
Item comparison_item(const Reason& reason) {
    if (!reason.one_fact) return {{{sentence(spelled_out(reason.text))}}, {}};
    const FactView& fact = *reason.children.front().fact;
    std::string text = spelled_out(reason.text);
    if (fact.assumed) text += ". This is assumed";
    if (fact.state == FactState::disputed) text += ". This is disputed";
    Item item{{{sentence_cited(std::move(text), where_it_stands(fact)) + only_note(fact)}}, {}};
    add_statements(fact, item);
    return item;
}

}  // namespace

void put_list(Letter& letter, List list) {
    List* before = letter.blocks.empty() ? nullptr : std::get_if<List>(&letter.blocks.back());
    if (before == nullptr) {
        letter.blocks.push_back(std::move(list));
        return;
    }
    for (Item& item : list.items) before->items.push_back(std::move(item));
}

Item labelled(std::string_view name, std::string text) {
    return {{{std::string(name) + ":", true}, {" " + std::move(text)}}, {}};
}

std::string spelled_out(std::string_view text) {
    std::string result;
    bool days = false;    // the value before is a day
    bool number = false;  // the word before is a number
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const std::string word(text.substr(0, end));
        result += sign_words(number ? rate_words(word) : word, days);
        if (end == std::string_view::npos) break;
        result += ' ';
        text.remove_prefix(end + 1);
        number = !word.empty() && std::isdigit(static_cast<unsigned char>(word.back())) != 0;
        const std::string bare = word.ends_with(')') ? word.substr(0, word.size() - 1) : word;
        days = parse_date(bare).has_value() && bare.size() > 4;
    }
    return result;
}

std::string cited(const FactView& fact, const RecordCitation& citation) {
    std::vector<std::string> items;
    if (!citation.document.empty()) {
        items.push_back(citation.document);
        items.push_back(citation.page.empty() ? "page not stated" : "page " + citation.page);
    } else if (fact.path.starts_with("request.")) {
        items.push_back("as requested");
    } else {
        items.push_back("no document named");
    }
    if (!citation.date.empty()) items.push_back(citation.date);
    if (!citation.by.empty()) items.push_back((fact.opinion ? "opinion of " : "by ") + citation.by);
    else if (fact.opinion) items.push_back("a medical opinion");
    if (!citation.known_through.empty()) items.push_back("as recited in " + citation.known_through);
    return " (" + joined(items, ", ") + ")";
}

Item item_of(const FactView& fact) {
    Item item{{{sentence_cited(fact_words(fact), where_it_stands(fact)) + only_note(fact)}}, {}};
    add_statements(fact, item);
    return item;
}

Item item_of(const Reason& reason) {
    Item item;
    switch (reason.kind) {
        case Reason::Kind::fact:
            item = item_of(*reason.fact);
            break;
        case Reason::Kind::comparison:
            item = comparison_item(reason);
            break;
        case Reason::Kind::table:
            item = table_item(reason);
            break;
        case Reason::Kind::definition:
            item = definition_item(reason);
            break;
        case Reason::Kind::connective:
        case Reason::Kind::other:
            item = heading_item(reason);
            break;
    }
    for (const Reason& child : reason.children) {
        if (!reason.one_fact) item.items.push_back(item_of(child));
    }
    if (!reason.error_text.empty()) item.items.push_back({{{sentence("no value can be computed: " + reason.error_text)}}, {}});
    return item;
}

}  // namespace warrant
