// What the statements of a record amount to for one request: which is preferred, which a later one supersedes, which another
// refines, and whether those that remain are at odds. Reads no text.
#include "interpreter/check/print_value.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/facts/reading.hpp"

#include <algorithm>

namespace warrant {
namespace {

using Standing = Statement::Standing;

const FactEntry* find_entry(const CaseRecord& record, std::size_t request, FactId fact, FactScope scope) {
    const std::vector<FactEntry>& entries = scope == FactScope::request ? record.requests[request].facts : record.facts;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const FactEntry& entry) { return entry.fact == fact; });
    return found == entries.end() ? nullptr : &*found;
}

// The days on which the request may have been made. The date of a request is not itself judged by it.
OrderedSet request_days(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary) {
    const auto fact = vocabulary.fact_by_path.find("request.date");
    if (fact == vocabulary.fact_by_path.end() || vocabulary.fact(fact->second).type.kind != TypeKind::date) return {};
    const FactEntry* entry = find_entry(record, request, fact->second, FactScope::request);
    if (entry == nullptr || entry->statements.empty()) return {};
    const bool preferring = entry->preferred.has_value();
    ValueSet days = OrderedSet{unbounded_high, unbounded_low};
    for (const Statement& statement : entry->statements) {
        if (!preferring || statement.document == entry->preferred) days = join(days, statement.value);
    }
    return std::get<OrderedSet>(days);
}

// Of the statements in `standing` kept, leaves those that may be the latest on or before the request. A statement may be so
// if some day of its range is the request's, for then nothing before the request is later; or if it surely comes before the
// request and no other surely comes after it and still on or before the request.
void keep_latest(const std::vector<Statement>& statements, OrderedSet request, std::vector<Standing>& standings) {
    const std::vector<Standing> before = standings;
    const auto days = [](const Statement& statement) { return statement.date.value_or(OrderedSet{}); };
    for (std::size_t index = 0; index < statements.size(); ++index) {
        if (before[index] != Standing::kept) continue;
        const OrderedSet own = days(statements[index]);
        if (own.low > request.high) {
            standings[index] = Standing::after;
            continue;
        }
        for (std::size_t other = 0; other < statements.size(); ++other) {
            const OrderedSet later = days(statements[other]);
            if (before[other] == Standing::kept && later.low > own.high && later.high <= request.low) {
                standings[index] = Standing::superseded;
            }
        }
    }
}

// Of the statements kept, marks those that another kept one says more exactly.
void refine(const std::vector<Statement>& statements, std::vector<Standing>& standings) {
    const std::vector<Standing> before = standings;
    for (std::size_t index = 0; index < statements.size(); ++index) {
        if (before[index] != Standing::kept) continue;
        for (std::size_t other = 0; other < statements.size(); ++other) {
            const bool smaller = before[other] == Standing::kept &&
                                 is_subset(statements[other].value, statements[index].value) &&
                                 !is_subset(statements[index].value, statements[other].value);
            if (smaller) standings[index] = Standing::refined;
        }
    }
}

std::vector<Standing> judge(const FactEntry& entry, bool changes, OrderedSet request) {
    std::vector<Standing> standings(entry.statements.size(), Standing::kept);
    if (entry.preferred) {
        for (std::size_t index = 0; index < standings.size(); ++index) {
            if (entry.statements[index].document != entry.preferred) standings[index] = Standing::set_aside;
        }
    }
    if (changes) keep_latest(entry.statements, request, standings);
    refine(entry.statements, standings);
    return standings;
}

// Joins the statements that are kept; when they all say the same, they govern.
void settle(const FactEntry& entry, ResolvedFact& resolved) {
    const ValueSet* first = nullptr;
    bool same = true;
    bool all_unknown = true;
    ValueSet value = resolved.value;
    for (std::size_t index = 0; index < entry.statements.size(); ++index) {
        if (resolved.standings[index] != Standing::kept) continue;
        const Statement& statement = entry.statements[index];
        value = first == nullptr ? statement.value : join(value, statement.value);
        if (first == nullptr) first = &statement.value;
        same = same && statement.value == *first;
        all_unknown = all_unknown && statement.stated_unknown;
    }
    if (first == nullptr) return;
    resolved.value = std::move(value);
    if (same) std::replace(resolved.standings.begin(), resolved.standings.end(), Standing::kept, Standing::governs);
    const bool as_marked = entry.state == FactState::derived || entry.state == FactState::hypothetical;
    if (!same) {
        resolved.state = FactState::disputed;
    } else if (!as_marked) {
        resolved.state = all_unknown ? FactState::stated_unknown : FactState::stated;
    }
}

// What an entry amounts to, for a fact or field of which all else is filled in.
void judge_and_settle(const FactEntry& entry, bool changes, OrderedSet request, ResolvedFact& resolved) {
    resolved.entry = &entry;
    resolved.type = entry.type;
    resolved.state = entry.state;
    resolved.standings = judge(entry, changes, request);
    if (entry.type.kind != TypeKind::list) return settle(entry, resolved);
    std::replace(resolved.standings.begin(), resolved.standings.end(), Standing::kept, Standing::governs);
}

}  // namespace

ResolvedFact resolve(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary) {
    const FactInfo& info = vocabulary.fact(fact);
    ResolvedFact resolved;
    resolved.fact = fact;
    resolved.type = info.type;
    if (info.scope == FactScope::request) {
        resolved.type = facts::stored_type(vocabulary, fact, record.requests[request].facts).value_or(info.type);
    }
    const FactEntry* entry = find_entry(record, request, fact, info.scope);
    resolved.value = full_set(vocabulary, entry == nullptr ? resolved.type : entry->type, info.is_signed);
    if (entry == nullptr) return resolved;
    // A request does not change, whatever its facts are declared to do.
    const bool changes = info.changes && info.scope != FactScope::request;
    judge_and_settle(*entry, changes, changes ? request_days(record, request, vocabulary) : OrderedSet{}, resolved);
    return resolved;
}

const FactEntry* resolve_list(const CaseRecord& record, std::size_t request, FactId list, const Vocabulary& vocabulary) {
    const ResolvedFact resolved = resolve(record, request, list, vocabulary);
    const bool governs =
        std::all_of(resolved.standings.begin(), resolved.standings.end(), [](Standing s) { return s == Standing::governs; });
    return governs ? resolved.entry : nullptr;
}

ResolvedFact resolve_field(const ListElement& element, FactId list, std::uint32_t field, const Vocabulary& vocabulary) {
    const FieldInfo& info = vocabulary.field(list, field);
    ResolvedFact resolved;
    resolved.fact = list;
    resolved.type = info.type;
    resolved.value = full_set(vocabulary, info.type, info.is_signed);
    const auto stated = std::find_if(element.fields.begin(), element.fields.end(),
                                     [&](const ListElement::Field& other) { return other.field == field; });
    if (stated != element.fields.end()) judge_and_settle(stated->entry, false, OrderedSet{}, resolved);
    return resolved;
}

namespace {

Column column_for(const Vocabulary& vocabulary, const Type& type, std::size_t rows) {
    const bool choice = type.kind == TypeKind::choice;
    return make_column(layout_of(type.kind), rows, choice ? vocabulary.choice_type(type.choice).values.size() : 0);
}

}  // namespace

FactColumns columns_of(const CaseRecord& record, std::size_t request, const FactsRead& read, const Vocabulary& vocabulary) {
    FactColumns columns;
    columns.rows = 1;
    for (const FactId fact : read.facts) {
        const ResolvedFact resolved = resolve(record, request, fact, vocabulary);
        Column column = column_for(vocabulary, resolved.type, 1);
        set_cell(column, 0, resolved.value, columns.pool);
        columns.columns.push_back(std::move(column));
        columns.absent.push_back({resolved.state == FactState::absent ? std::uint64_t{1} : std::uint64_t{0}});
    }
    std::vector<const FactEntry*> lists;
    for (const FactId fact : read.lists) {
        const FactEntry* entry = resolve_list(record, request, fact, vocabulary);
        const auto elements = static_cast<std::uint32_t>(entry == nullptr ? 0 : entry->elements.size());
        const bool open = entry == nullptr || !entry->complete;
        columns.lists.push_back({{0, elements}, {open ? std::uint64_t{1} : std::uint64_t{0}}});
        lists.push_back(entry);
    }
    for (const FactsRead::Field& field : read.fields) {
        const FactEntry* list = lists[field.list];
        const std::size_t elements = list == nullptr ? 0 : list->elements.size();
        const FactId fact = read.lists[field.list];
        Column column = column_for(vocabulary, vocabulary.field(fact, field.field).type, elements);
        for (std::size_t row = 0; row < elements; ++row) {
            set_cell(column, row, resolve_field(list->elements[row], fact, field.field, vocabulary).value, columns.pool);
        }
        columns.fields.push_back(std::move(column));
    }
    return columns;
}

}  // namespace warrant
