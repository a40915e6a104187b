// Where codes stand in expressions: a code for itself, a list or range of them, a named set.
#include "interpreter/check/checker.hpp"
#include "interpreter/check/code_patterns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

constexpr Type code_type{TypeKind::code, {}, {}, {}};

const ast::Expr& expr_of(const Checker& checker, const ExprContext& context, ExprId id) {
    return checker.tree(context.module).expr(id);
}

// The text of an end of a range; empty, and reported, if it is something else.
std::optional<ast::Text> written_code(Checker& checker, const ExprContext& context, ExprId id) {
    const ast::Expr& expr = expr_of(checker, context, id);
    if (const auto* literal = std::get_if<ast::TextLiteral>(&expr.kind)) return ast::Text{literal->text, expr.span};
    checker.diagnostics.report(kinds::type_mismatch, expr.span, "the end of a range of codes is not a code in quotes",
                               "write it as in \"G54.0\"..\"G54.4\"");
    return std::nullopt;
}

void note_type(Checker& checker, const ExprContext& context, ExprId id) {
    checker.program.modules[context.module].tables.types[id.index] = code_type;
}

void check_named_set(Checker& checker, const ExprContext& context, ExprId id, const ast::Name& name) {
    const auto found = checker.values.find(name.text);
    if (found != checker.values.end()) {
        checker.program.modules[context.module].tables.references[id.index] = found->second;
        return note_type(checker, context, id);
    }
    std::vector<std::string_view> known;
    for (const auto& [known_name, ref] : checker.values) known.push_back(known_name);
    std::sort(known.begin(), known.end());
    const std::string_view near = nearest_name(name.text, known);
    checker.diagnostics.report(kinds::unknown_name, name.span, fmt::format("no set of codes is called `{}`", name.text),
                               near.empty() ? fmt::format("declare it: values {} = \"M54.1*\", \"G54.0\"..\"G54.4\"", name.text)
                                            : fmt::format("did you mean `{}`?", near));
}

// A fact or parameter that is itself a code may stand in a list.
bool is_code_value(const Checker& checker, const ExprContext& context, const std::string& name) {
    const auto& facts = checker.words().fact_by_path;
    const bool fact = facts.find(name) != facts.end() || checker.visible.find(name) != checker.visible.end();
    if (fact || context.definition == nullptr) return fact;
    const auto& parameters = context.definition->parameters;
    return std::any_of(parameters.begin(), parameters.end(),
                       [&](const ast::Parameter& parameter) { return parameter.name.text == name; });
}

void check_item(Checker& checker, const ExprContext& context, ExprId id) {
    const ast::Expr& expr = expr_of(checker, context, id);
    if (const auto* literal = std::get_if<ast::TextLiteral>(&expr.kind)) {
        read_code_pattern({literal->text, expr.span}, checker.diagnostics);
        return note_type(checker, context, id);
    }
    if (const auto* range = std::get_if<ast::ItemRange>(&expr.kind)) {
        check_code_range(checker, context, range->low, range->high);
        return note_type(checker, context, id);
    }
    const auto* ref = std::get_if<ast::NameRef>(&expr.kind);
    if (ref != nullptr && !is_code_value(checker, context, ref->name.text)) {
        return check_named_set(checker, context, id, ref->name);
    }
    require(checker, context, id, code_type, "an item of this list");
}

// An item that only codes have, beside something else; reports it if it is one.
bool only_of_codes(Checker& checker, const ExprContext& context, ExprId item, const Type& subject) {
    const ast::Expr& expr = expr_of(checker, context, item);
    std::string what;
    std::string help =
        fmt::format("this is {}; only a fact declared `: code` is looked up in it", print_type(checker.words(), subject));
    if (std::holds_alternative<ast::ItemRange>(expr.kind)) {
        what = "a range in a list is a range of codes";
        if (subject.kind != TypeKind::text) help = "write it as a condition of its own, as in `x in 3..5 or x = 8`";
    } else if (const auto* ref = std::get_if<ast::NameRef>(&expr.kind)) {
        if (checker.values.find(ref->name.text) == checker.values.end()) return false;
        what = fmt::format("`{}` is a set of codes", ref->name.text);
    } else {
        const auto* literal = std::get_if<ast::TextLiteral>(&expr.kind);
        const bool prefix = literal != nullptr && literal->text.ends_with('*') &&
                            is_code(std::string_view(literal->text).substr(0, literal->text.size() - 1));
        if (!prefix) return false;
        what = fmt::format("`{}` stands for the codes that begin so", literal->text);
    }
    checker.diagnostics.report(kinds::type_mismatch, expr.span, what, help);
    return true;
}

}  // namespace

Type read_code(Checker& checker, const ast::Expr& literal) {
    const ast::Text written{std::get<ast::TextLiteral>(literal.kind).text, literal.span};
    return read_whole_code(written, checker.diagnostics) ? code_type : Type{};
}

void check_list(Checker& checker, const ExprContext& context, const ast::InList& in, const Type& subject) {
    if (subject.kind == TypeKind::invalid) return;
    for (const ExprId item : in.items) {
        if (subject.kind == TypeKind::code) {
            check_item(checker, context, item);
            continue;
        }
        if (only_of_codes(checker, context, item, subject)) continue;
        const Span span = expr_of(checker, context, item).span;
        if (!in.bare) {
            comparable(checker, subject, infer(checker, context, item, subject), false, span);
            continue;
        }
        checker.diagnostics.report(kinds::type_mismatch, span,
                                   "after `in` comes a list, a range, or the name of a set of codes",
                                   "write `in (a, b)`, `in 3..5`, or `=` for one value");
    }
}

void check_code_range(Checker& checker, const ExprContext& context, ExprId low, ExprId high) {
    const auto first = written_code(checker, context, low);
    const auto last = written_code(checker, context, high);
    note_type(checker, context, low);
    note_type(checker, context, high);
    if (first && last) read_code_range(*first, *last, checker.diagnostics);
}

}  // namespace warrant
