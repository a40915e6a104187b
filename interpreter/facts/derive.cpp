// Quantity, duration and frequency of a request say each other: twelve visits are two a week for six weeks. Two of them give
// the third; three that cannot all be right are reported. Only these three facts are looked at.
#include "dsl/kinds.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/facts/reading.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace warrant::facts {
namespace {

// One of the three amounts of a request.
struct Amount {
    FactId fact;
    Type type;
    std::optional<OrderedSet> value;  // empty: the request does not say
    std::string shown;                // for people
    Span span;
};

// quantity = frequency * duration * numerator / denominator, in the units that they are stored in.
struct Factor {
    Wide numerator = 1;
    Wide denominator = 1;
};

struct Amounts {
    Amount quantity;
    Amount frequency;
    Amount duration;
    Factor factor;
};

std::optional<Amount> find_amount(const Vocabulary& vocabulary, const Request& request, const std::string& path) {
    const auto fact = vocabulary.fact_by_path.find(path);
    if (fact == vocabulary.fact_by_path.end() || vocabulary.fact(fact->second).scope != FactScope::request) return std::nullopt;
    const auto type = stored_type(vocabulary, fact->second, request.facts);
    if (!type || type->kind != TypeKind::quantity || vocabulary.fact(fact->second).is_signed) return std::nullopt;
    return Amount{fact->second, *type, {}, {}, request.span};
}

std::optional<Factor> factor_of(const Vocabulary& vocabulary, const Type& quantity, const Type& frequency,
                                const Type& duration) {
    if (quantity.denominator.valid() || !frequency.denominator.valid() || duration.denominator.valid()) return std::nullopt;
    const auto counted = unit_ratio(vocabulary, {TypeKind::quantity, frequency.numerator, {}, {}}, quantity);
    const auto timed = unit_ratio(vocabulary, duration, {TypeKind::quantity, frequency.denominator, {}, {}});
    if (!counted || !timed) return std::nullopt;
    return Factor{Wide{counted->numerator} * timed->numerator, Wide{counted->denominator} * timed->denominator};
}

// The words of the statements that give the value, if one gives it alone; else the value itself.
std::string shown_value(const Vocabulary& vocabulary, const ResolvedFact& resolved) {
    const std::string* words = nullptr;
    std::size_t count = 0;
    for (std::size_t index = 0; index < resolved.standings.size(); ++index) {
        if (resolved.standings[index] != Statement::Standing::governs) continue;
        words = &resolved.entry->statements[index].as_written;
        ++count;
    }
    return count == 1 ? *words : print_set(vocabulary, resolved.type, resolved.value);
}

void read_stated(const Vocabulary& vocabulary, const CaseRecord& record, std::size_t request, Amount& amount) {
    const ResolvedFact resolved = resolve(record, request, amount.fact, vocabulary);
    const bool says_nothing = resolved.value == full_set(vocabulary, resolved.type, false);
    if (resolved.entry == nullptr || resolved.type != amount.type || says_nothing) return;
    amount.value = std::get<OrderedSet>(resolved.value);
    amount.shown = shown_value(vocabulary, resolved);
    amount.span = resolved.entry->statements.empty() ? resolved.entry->span : resolved.entry->statements.front().span;
}

// Products of numbers that are not negative; empty beyond 128 bits.
std::optional<Wide> product(std::initializer_list<Wide> factors) {
    constexpr Wide largest = ~(Wide{1} << 127);
    Wide result = 1;
    for (const Wide factor : factors) {
        if (factor == 0) return Wide{0};
        if (result > largest / factor) return std::nullopt;
        result *= factor;
    }
    return result;
}

// numerator / denominator, half to even. Empty: no 64-bit value holds it.
std::optional<std::int64_t> quotient(std::initializer_list<Wide> numerators, std::initializer_list<Wide> denominators) {
    const auto top = product(numerators);
    const auto bottom = product(denominators);
    if (!top || !bottom || *bottom == 0) return std::nullopt;
    const Wide value = divide_half_even(*top, *bottom);
    if (value > largest_value) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> multiplied(std::int64_t a, std::int64_t b, const Factor& factor) {
    if (a == 0 || b == 0) return 0;
    if (a == unbounded_high || b == unbounded_high) return std::nullopt;
    return quotient({a, b, factor.numerator}, {factor.denominator, micro_per_unit});
}

std::optional<std::int64_t> divided(std::int64_t whole, std::int64_t by, const Factor& factor) {
    if (by == unbounded_high) return 0;
    if (whole == unbounded_high || by == 0) return std::nullopt;
    return quotient({whole, micro_per_unit, factor.denominator}, {by, factor.numerator});
}

// An end that nothing holds is no bound above; as a lower end it is the largest value.
OrderedSet range(std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
    return {low.value_or(largest_value), high.value_or(unbounded_high)};
}

OrderedSet times(const OrderedSet& a, const OrderedSet& b, const Factor& factor) {
    return range(multiplied(a.low, b.low, factor), multiplied(a.high, b.high, factor));
}

// Empty: the divisor is surely zero, and nothing follows.
std::optional<OrderedSet> over(const OrderedSet& whole, const OrderedSet& by, const Factor& factor) {
    if (by.high == 0) return std::nullopt;
    return range(divided(whole.low, by.high, factor), divided(whole.high, by.low, factor));
}

// One grid step more on either side: what rounding may have taken.
OrderedSet widened(const OrderedSet& set) {
    return {set.low > 0 ? set.low - 1 : set.low, set.high < largest_value ? set.high + 1 : set.high};
}

void check_agreement(Reading& reading, const Amounts& amounts) {
    const OrderedSet exact = times(*amounts.frequency.value, *amounts.duration.value, amounts.factor);
    const OrderedSet possible =
        widened(times(widened(*amounts.frequency.value), widened(*amounts.duration.value), amounts.factor));
    const OrderedSet stated = *amounts.quantity.value;
    if (stated.low <= possible.high && possible.low <= stated.high) return;
    reading.diagnostics
        .report(kinds::quantities_disagree, amounts.quantity.span,
                fmt::format("{} for {} is {}, and the quantity says {}", amounts.frequency.shown, amounts.duration.shown,
                            print_set(reading.vocabulary, amounts.quantity.type, exact), amounts.quantity.shown),
                "check the three with the request; one of them may be left out and is then derived")
        .notes = {{amounts.frequency.span, "the frequency"}, {amounts.duration.span, "the duration"}};
}

void add_derived(Reading& reading, Request& request, const Amount& amount, std::optional<OrderedSet> value,
                 std::string derivation) {
    const Vocabulary& vocabulary = reading.vocabulary;
    if (!value || ValueSet{*value} == full_set(vocabulary, amount.type, false)) return;
    if (value->low == largest_value) {
        reading.diagnostics.report(kinds::bad_number, request.span, fmt::format("{} is too large", derivation),
                                   "check the numbers");
        return;
    }
    auto entry = std::find_if(request.facts.begin(), request.facts.end(),
                              [&](const FactEntry& other) { return other.fact == amount.fact; });
    if (entry == request.facts.end()) {
        FactEntry added;
        added.fact = amount.fact;
        added.type = amount.type;
        added.span = request.span;
        entry = request.facts.insert(request.facts.end(), std::move(added));
    }
    Statement statement;
    statement.value = *value;
    statement.as_written = print_set(vocabulary, amount.type, *value);
    statement.span = request.span;
    entry->state = FactState::derived;
    entry->derivation = std::move(derivation);
    entry->statements.push_back(std::move(statement));
}

// Takes back what an earlier derivation added: it is always the last statement of its entry.
void remove_derived(Request& request) {
    for (FactEntry& entry : request.facts) {
        if (entry.state != FactState::derived) continue;
        entry.derivation.clear();
        entry.statements.pop_back();
        entry.state = !entry.statements.empty() ? FactState::stated_unknown
                      : !entry.searched.empty() ? FactState::not_found
                                                : FactState::absent;
    }
    const auto empty = [](const FactEntry& entry) { return entry.state == FactState::absent; };
    request.facts.erase(std::remove_if(request.facts.begin(), request.facts.end(), empty), request.facts.end());
}

std::optional<Amounts> read_amounts(const Vocabulary& vocabulary, const CaseRecord& record, std::size_t index) {
    const Request& request = record.requests[index];
    const auto quantity = find_amount(vocabulary, request, "request.quantity");
    const auto frequency = find_amount(vocabulary, request, "request.frequency");
    const auto duration = find_amount(vocabulary, request, "request.duration");
    if (!quantity || !frequency || !duration) return std::nullopt;
    const auto factor = factor_of(vocabulary, quantity->type, frequency->type, duration->type);
    if (!factor) return std::nullopt;
    Amounts amounts{*quantity, *frequency, *duration, *factor};
    for (Amount* amount : {&amounts.quantity, &amounts.frequency, &amounts.duration})
        read_stated(vocabulary, record, index, *amount);
    return amounts;
}

}  // namespace

void derive_amounts(Reading& reading, CaseRecord& record, std::size_t index) {
    Request& request = record.requests[index];
    remove_derived(request);
    const auto amounts = read_amounts(reading.vocabulary, record, index);
    if (!amounts) return;
    const auto& [quantity, frequency, duration, factor] = *amounts;
    if (quantity.value && frequency.value && duration.value) {
        check_agreement(reading, *amounts);
    } else if (frequency.value && duration.value) {
        add_derived(reading, request, quantity, times(*frequency.value, *duration.value, factor),
                    fmt::format("{} for {}", frequency.shown, duration.shown));
    } else if (quantity.value && frequency.value) {
        add_derived(reading, request, duration, over(*quantity.value, *frequency.value, factor),
                    fmt::format("{} at {}", quantity.shown, frequency.shown));
    } else if (quantity.value && duration.value) {
        add_derived(reading, request, frequency, over(*quantity.value, *duration.value, factor),
                    fmt::format("{} over {}", quantity.shown, duration.shown));
    }
}

}  // namespace warrant::facts
