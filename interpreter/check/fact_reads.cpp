// An expression that reads a fact: its type here, the index of an indexed one, and whether the condition under which the fact
// has a meaning is asked beside it.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

// A value to show how the index is written.
std::string example_of(const Vocabulary& words, const IndexedFactInfo& info) {
    const auto& values = words.choice_type(info.index).values;
    return fmt::format("{}({})", info.path, values.empty() ? "…" : values.front().name);
}

}  // namespace

Type read_fact(Checker& checker, const ExprContext& context, ExprId id, FactId fact) {
    const Span span = checker.tree(context.module).expr(id).span;
    checker.program.modules[context.module].tables.references[id.index] = fact;
    const FactInfo& info = checker.words().fact(fact);
    if (info.type.kind == TypeKind::list) {
        checker.diagnostics.report(
            kinds::list_not_allowed, span, fmt::format("{} is a list, and one value is needed here", info.label),
            fmt::format("ask of its elements: `some (x in {0}) has (…)`, `count of (x in {0})`", info.path));
        return {};
    }
    check_guarded(checker, context, fact, span);
    return fact_type_here(checker, fact, span);
}

Type read_indexed_fact(Checker& checker, const ExprContext& context, ExprId id, std::uint32_t indexed,
                       const std::vector<ExprId>* arguments) {
    const Vocabulary& words = checker.words();
    const Span span = checker.tree(context.module).expr(id).span;
    const IndexedFactInfo& info = words.indexed_facts[indexed];
    if (!info.index.valid()) return {};
    const Type wanted{TypeKind::choice, {}, {}, info.index};
    const std::string index_words = print_type(words, wanted);
    if (arguments == nullptr || arguments->size() != 1) {
        checker.diagnostics.report(
            kinds::wrong_arguments, span,
            arguments == nullptr ? fmt::format("`{}` is a fact for each {}, and none is named here", info.path, index_words)
                                 : fmt::format("`{}` is a fact for one {} at a time, and {} values stand here", info.path,
                                               index_words, arguments->size()),
            fmt::format("say for which, as in `{}`", example_of(words, info)));
        return {};
    }
    const std::size_t errors = checker.diagnostics.errors();
    require(checker, context, arguments->front(), wanted, fmt::format("what `{}` is read for", info.path));
    if (checker.diagnostics.errors() > errors) return {};
    auto& references = checker.program.modules[context.module].tables.references;
    if (const auto* value = std::get_if<ChoiceRef>(&references[arguments->front().index])) {
        return read_fact(checker, context, id, FactId{info.first.index + value->value});
    }
    references[id.index] = IndexedRef{indexed};
    check_guarded(checker, context, info.first, span);
    return fact_type_here(checker, info.first, span);
}

}  // namespace warrant
