// Look-ups of tables: their keys, their column, and whether a row that is not addressed would count where they stand.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

std::optional<std::uint32_t> column_of(Checker& checker, const ast::Table& table, const ast::Call& call, Span span) {
    if (!call.column && table.results.size() == 1) return 0;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < table.results.size(); ++i) {
        if (call.column && table.results[i].name.text == call.column->text) return static_cast<std::uint32_t>(i);
        known.push_back(table.results[i].name.text);
    }
    const std::string_view near = call.column ? nearest_name(call.column->text, known) : std::string_view{};
    const std::string& name = table.name.text;
    checker.diagnostics.report(kinds::unknown_column, call.column ? call.column->span : span,
                               call.column ? fmt::format("the table `{}` gives no `{}`", name, call.column->text)
                                           : fmt::format("the table `{}` gives several results, and no column is named", name),
                               near.empty()
                                   ? fmt::format("it gives {}: write `{}(…).{}`", fmt::join(known, ", "), name, known.front())
                                   : fmt::format("did you mean `{}`?", near));
    return std::nullopt;
}

}  // namespace

// A row that is not addressed counts whenever the part applies, so that nothing beside it may make it irrelevant.
void meet_silence(Checker& checker, const ExprContext& context, Span span, const ast::Name& name) {
    checker.silent_read = true;
    if (context.silence == Silence::allowed) return;
    const bool beside = context.silence == Silence::joined;
    checker.diagnostics.report(
        kinds::misplaced_lookup, span,
        fmt::format("`{}` has a row that is not addressed, and {}", name.text,
                    beside ? "here another condition could make that row irrelevant"
                           : "only what a criterion or limit asks may look it up"),
        beside ? "compare it in a criterion or limit of its own, without `not`, `and`, `or`, `if` or a group around it"
               : "look it up in a comparison after `requires` or `excluded when`, or in a cap");
}

Type look_up(Checker& checker, const ExprContext& context, ExprId id, DefineRef ref, const ast::Name& name,
             const ast::Call* call) {
    checker.state(ref).read = true;
    const auto& table = std::get<ast::Table>(checker.tree(ref.module).decls[ref.decl.index].kind);
    const Span span = checker.tree(context.module).expr(id).span;
    const std::size_t given = call == nullptr ? 0 : call->arguments.size();
    const std::size_t keys = table.keys.size();
    if (given != keys) {
        checker.diagnostics.report(kinds::wrong_arguments, span,
                                   fmt::format("the table `{}` is looked up by {} value{}, and {} stand{} here", name.text,
                                               keys, keys == 1 ? "" : "s", given, given == 1 ? "s" : ""),
                                   "give one value for each of its keys, in parentheses");
        return {};
    }
    const CheckedTable& checked = checked_table(checker, ref);
    const auto column = column_of(checker, table, *call, span);
    // A table whose columns could not be typed was reported.
    if (!column || checked.keys.size() != keys || checked.results.size() != table.results.size()) return {};
    checker.program.modules[context.module].tables.references[id.index] = TableRef{ref, *column};
    if (checked.silent) meet_silence(checker, context, span, name);
    for (std::size_t i = 0; i < keys; ++i) {
        require(checker, context, call->arguments[i], checked.keys[i].type, fmt::format("`{}`", table.keys[i].name.text));
    }
    return checked.results[*column].type;
}

}  // namespace warrant
