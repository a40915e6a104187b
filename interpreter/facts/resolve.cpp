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
    resolved.entry = entry;
    if (entry != nullptr) resolved.type = entry->type;
    resolved.value = full_set(vocabulary, resolved.type, info.is_signed);
    if (entry == nullptr) return resolved;
    resolved.state = entry->state;
    // A request does not change, whatever its facts are declared to do.
    const bool changes = info.changes && info.scope != FactScope::request;
    resolved.standings = judge(*entry, changes, changes ? request_days(record, request, vocabulary) : OrderedSet{});
    settle(*entry, resolved);
    return resolved;
}

FactColumns columns_of(const CaseRecord& record, std::size_t request, const std::vector<FactId>& facts,
                       const Vocabulary& vocabulary) {
    FactColumns columns;
    columns.rows = 1;
    for (const FactId fact : facts) {
        const ResolvedFact resolved = resolve(record, request, fact, vocabulary);
        const bool choice = resolved.type.kind == TypeKind::choice;
        const std::size_t options = choice ? vocabulary.choice_type(resolved.type.choice).values.size() : 0;
        Column column = make_column(layout_of(resolved.type.kind), 1, options);
        set_cell(column, 0, resolved.value, columns.pool);
        columns.columns.push_back(std::move(column));
        columns.absent.push_back({resolved.state == FactState::absent ? std::uint64_t{1} : std::uint64_t{0}});
    }
    return columns;
}

}  // namespace warrant
