// Questions over lists, element by element.
#include "tests/unit/oracle/naive.hpp"

#include "tests/unit/oracle/measure.hpp"

#include <algorithm>
#include <optional>

namespace warrant::oracle {
namespace {

constexpr std::int64_t micro = 1'000'000;

// The scope of each element of the list in turn.
std::vector<NaiveScope> elements_of(const NaiveScope& scope, const ast::Element& element) {
    const Vocabulary& words = *scope.program.vocabulary;
    const FactId list = words.fact_by_path.at(element.list.text);
    const std::int64_t size = scope.facts[size_fact(words, list).index].number;
    std::vector<NaiveScope> scopes;
    for (std::size_t number = 0; number < static_cast<std::size_t>(size); ++number) {
        scopes.push_back(
            {scope.program, scope.facts, scope.record, scope.assumed, scope.module, scope.arguments, {list, number}});
    }
    return scopes;
}

std::optional<Outcome> failure(const std::vector<Outcome>& outcomes) {
    for (const Outcome& outcome : outcomes) {
        if (!outcome.is_value()) return outcome;
    }
    return std::nullopt;
}

}  // namespace

Outcome naive_quantifier(const NaiveScope& scope, const ast::Quantifier& quantifier) {
    std::vector<Outcome> outcomes;
    for (const NaiveScope& element : elements_of(scope, quantifier.element)) {
        outcomes.push_back(naive(element, quantifier.condition));
    }
    return quantifier.op == ast::QuantifierOp::some ? some_holds(outcomes) : all_hold(outcomes);
}

Outcome naive_aggregate(const NaiveScope& scope, ExprId id, const ast::Aggregate& aggregate) {
    const Vocabulary& words = *scope.program.vocabulary;
    const LinkedModule& module = scope.program.modules[scope.module];
    const auto in_type = [&](const NaiveScope& from, ExprId expr) {
        return in_unit(words, naive(from, expr), module.tables.types[expr.index], module.tables.types[id.index]);
    };
    // What is needed of the elements that are meant, in the order of the list.
    std::vector<Outcome> conditions, values, keys;
    for (const NaiveScope& element : elements_of(scope, aggregate.element)) {
        conditions.push_back(aggregate.where.valid() ? naive(element, aggregate.where) : truth_outcome(true));
        if (!conditions.back().holds()) continue;
        values.push_back(aggregate.value.valid() ? in_type(element, aggregate.value) : number_outcome(micro));
        if (aggregate.by.valid()) keys.push_back(naive(element, aggregate.by));
    }
    if (const auto failed = failure(conditions)) return *failed;
    if (const auto failed = failure(keys)) return *failed;
    const bool latest = aggregate.op == ast::AggregateOp::latest;
    if (!latest) {
        if (const auto failed = failure(values)) return *failed;
    }
    if (aggregate.op == ast::AggregateOp::count || aggregate.op == ast::AggregateOp::sum) {
        Int128 total = 0;
        for (const Outcome& value : values) total += value.point.number;
        if (total >= INT64_MAX || total <= INT64_MIN) return too_large_outcome();
        return number_outcome(static_cast<std::int64_t>(total));
    }
    if (values.empty()) return in_type(scope, aggregate.otherwise);
    if (aggregate.op == ast::AggregateOp::least) return *std::min_element(values.begin(), values.end());
    if (aggregate.op == ast::AggregateOp::greatest) return *std::max_element(values.begin(), values.end());
    std::size_t last = 0;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i].point.number >= keys[last].point.number) last = i;
    }
    return values[last];
}

}  // namespace warrant::oracle
