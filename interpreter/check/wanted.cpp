// Expressions held to a type that their place needs, and definitions typed once on their first use.
#include "dsl/limits.hpp"
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant {

Type require(Checker& checker, const ExprContext& context, ExprId id, const Type& wanted, std::string_view what) {
    Type found = infer(checker, context, id, wanted);
    if (found.kind == TypeKind::invalid || wanted.kind == TypeKind::invalid || found == wanted) return wanted;
    const Vocabulary& words = checker.words();
    Span span = checker.tree(context.module).expr(id).span;
    auto ratio = unit_ratio(words, found, wanted);
    bool literal = std::holds_alternative<ast::NumberLiteral>(checker.tree(context.module).expr(id).kind);
    if (ratio && (ratio->denominator == 1 || literal)) return wanted;
    if (ratio) {
        checker.diagnostics.report(kinds::inexact_conversion, span,
                                   fmt::format("{} is in {}, and {} is needed; that cannot be converted without rounding", what,
                                               print_type(words, found), print_type(words, wanted)),
                                   fmt::format("write it in {}", print_type(words, wanted)));
        return {};
    }
    bool units = found.kind == TypeKind::quantity && wanted.kind == TypeKind::quantity;
    checker.diagnostics.report(
        units ? kinds::unit_mismatch : kinds::type_mismatch, span,
        fmt::format("{} is {}, and {} is needed", what, print_type(words, found), print_type(words, wanted)),
        wanted.kind == TypeKind::truth ? "compare it with something: `>= 4 hours/day`, `= medium`"
                                       : fmt::format("give it in {}", print_type(words, wanted)));
    return {};
}

namespace {

void report_depth(Checker& checker, const ast::Define& define) {
    checker.diagnostics.report(kinds::nested_definitions, define.name.span,
                               fmt::format("definitions are read through more than {} others", limits::max_definition_depth),
                               "shorten the chain of definitions");
}

}  // namespace

// A chain is too long whichever end of it stands first in the text: from its reader, recursion is cut; from what is read,
// depths add up.
const DefinitionState& define_type(Checker& checker, DefineRef ref) {
    const auto& define = std::get<ast::Define>(checker.tree(ref.module).decls[ref.decl.index].kind);
    DefinitionState& state = checker.state(ref);
    state.read = true;
    if (state.progress == DefinitionState::Progress::done) {
        checker.deepest_read = std::max(checker.deepest_read, state.depth);
        return state;
    }
    if (state.progress == DefinitionState::Progress::busy) {
        checker.diagnostics.report(kinds::cyclic_definition, define.name.span,
                                   fmt::format("the definition `{}` is defined by itself", define.name.text),
                                   "a definition may only read what does not read it");
        return state;
    }
    if (checker.definition_depth >= limits::max_definition_depth) {
        report_depth(checker, define);
        state.progress = DefinitionState::Progress::done;
        return state;
    }
    ++checker.definition_depth;
    state.progress = DefinitionState::Progress::busy;
    for (const ast::Parameter& parameter : define.parameters) {
        state.parameters.push_back(written_type(checker.words(), parameter.type, checker.diagnostics));
        if (state.parameters.back().kind != TypeKind::list) continue;
        checker.diagnostics.report(kinds::list_not_allowed, parameter.type.span,
                                   fmt::format("`{}` is a list, and a definition is given single values", parameter.name.text),
                                   "name the list itself in the definition");
        state.parameters.back() = {};
    }
    const int read_before = std::exchange(checker.deepest_read, 0);
    const bool silent_before = std::exchange(checker.silent_read, false);
    // Where it is read decides whether a row that is not addressed may be met there.
    ExprContext context{ref.module, &define, &state, false, nullptr, Silence::allowed, nullptr};
    state.result = infer(checker, context, define.value);
    state.silent = std::exchange(checker.silent_read, silent_before);
    state.progress = DefinitionState::Progress::done;
    --checker.definition_depth;
    state.depth = checker.deepest_read + 1;
    if (state.depth > limits::max_definition_depth) {
        report_depth(checker, define);
        state.depth = 0;  // one chain, one message
    }
    checker.deepest_read = std::max(read_before, state.depth);
    return state;
}

}  // namespace warrant
