// What the record says of one fact, with the document and the page of each statement.
#include "interpreter/certify/certifying.hpp"

#include "interpreter/value/date.hpp"

#include <fmt/format.h>

namespace warrant::certifying {
namespace {

std::string words_of(FactState state) {
    switch (state) {
        case FactState::absent:
            return "not documented";
        case FactState::stated:
        case FactState::hypothetical:  // of which no certificate is made
            return "stated";
        case FactState::stated_unknown:
            return "stated unknown";
        case FactState::not_found:
            return "not found";
        case FactState::disputed:
            return "disputed";
        case FactState::derived:
            break;
    }
    return "derived";
}

std::string words_of(Statement::Standing standing) {
    switch (standing) {
        case Statement::Standing::governs:
            return "governs";
        case Statement::Standing::kept:
            return "kept";
        case Statement::Standing::superseded:
            return "superseded";
        case Statement::Standing::set_aside:
            return "set aside";
        case Statement::Standing::refined:
            return "refined";
        case Statement::Standing::after:
            break;
    }
    return "after the request";
}

certificates::Statement statement_of(const Certifying& certifying, const Statement& statement, Statement::Standing standing) {
    return {.value = statement.value,
            .as_written = statement.as_written,
            .standing = words_of(standing),
            .document = document_of(certifying, statement.document),
            .page = statement.page,
            .date = days_of(statement.date),
            .by = statement.by,
            .note = statement.note};
}

}  // namespace

std::string document_of(const Certifying& certifying, std::optional<std::uint32_t> document) {
    return document ? certifying.from.record.documents[*document].id : std::string();
}

std::string days_of(const std::optional<OrderedSet>& days) {
    if (!days) return {};
    const auto day = [](std::int64_t end) {
        return end == unbounded_low || end == unbounded_high ? std::string("unbounded") : print_date(end);
    };
    return days->low == days->high ? day(days->low) : fmt::format("{}..{}", day(days->low), day(days->high));
}

certificates::Entry entry_of(const Certifying& certifying, const ResolvedFact& fact) {
    certificates::Entry entry{.state = words_of(fact.state), .value = fact.value};
    if (fact.entry == nullptr) return entry;
    for (std::size_t index = 0; index < fact.entry->statements.size(); ++index)
        entry.statements.push_back(statement_of(certifying, fact.entry->statements[index], fact.standings[index]));
    for (const std::uint32_t document : fact.entry->searched) entry.searched.push_back(document_of(certifying, document));
    entry.preferred = document_of(certifying, fact.entry->preferred);
    entry.because = fact.entry->because;
    entry.derivation = fact.entry->derivation;
    return entry;
}

}  // namespace warrant::certifying
