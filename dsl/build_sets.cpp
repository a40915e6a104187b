// Operands written as sets, the form of `warrant eval`: `unknown`, `one_of(a, b)`, `3..5`, `over 2 years`, `before 2013-07`.
// Expressions of guidelines never hold them: the recogniser lets them through only where they are allowed. Cells of tables share
// the half-lines.
#include "dsl/build.hpp"

#include <utility>

namespace warrant {

namespace {

constexpr std::int64_t micro_per_unit = 1'000'000;

// A plain `2015` is a number by itself and a year where only a date can stand.
bool is_year(const ast::Expr& expr) {
    const auto* number = std::get_if<ast::NumberLiteral>(&expr.kind);
    return number != nullptr && !number->unit && number->micro >= 1000 * micro_per_unit &&
           number->micro <= 9999 * micro_per_unit && number->micro % micro_per_unit == 0;
}

void read_as_year(Building& b, ExprId id) {
    ast::Expr& expr = b.module.exprs[id.index];
    if (!is_year(expr)) return;
    const std::int64_t year = std::get<ast::NumberLiteral>(expr.kind).micro / micro_per_unit;
    expr.kind = ast::DateLiteral{{static_cast<std::int32_t>(year), 0, 0}};
}

}  // namespace

ExprId build_bound(Building& b, std::uint32_t node) {
    const std::uint32_t value = first_child(b, node);
    const Span span = span_of(b, value);
    if (at(b, value).production == Production::quantity) {
        ast::NumberLiteral literal = build_quantity(b, value);
        if (b.text[at(b, node).begin] == '-') literal.micro = -literal.micro;
        return add_expression(b, span_of(b, node), std::move(literal), {});
    }
    if (at(b, value).production == Production::date) return add_expression(b, span, ast::DateLiteral{build_date(b, value)}, {});
    return add_expression(b, span, ast::NameRef{build_name(b, value)}, {});
}

ExprId build_open_range(Building& b, std::uint32_t node) {
    const std::uint32_t word = first_child(b, node);
    const ExprId bound = build_bound(b, next_child(b, node, word));
    const std::string_view text = text_of(b, word);
    const bool ends_in_most = text.substr(text.size() - 4) == "most";
    ast::RangeLiteral range;
    if (text == "before" || text == "after") read_as_year(b, bound);
    if (text == "under" || text == "before" || ends_in_most) {
        range.high = bound;
        range.high_open = !ends_in_most;
    } else {
        range.low = bound;
        range.low_open = text == "over" || text == "after";
    }
    return add_expression(b, span_of(b, node), range, {bound});
}

ExprId build_set(Building& b, std::uint32_t set) {
    const std::uint32_t node = first_child(b, set);
    const Span span = span_of(b, node);
    if (at(b, node).production == Production::unknown_set) return add_expression(b, span, ast::UnknownLiteral{}, {});
    if (at(b, node).production == Production::open_range) return build_open_range(b, node);
    std::vector<ExprId> bounds;
    for (const std::uint32_t child : children(b, node)) bounds.push_back(build_bound(b, child));
    if (at(b, node).production == Production::one_of_set) return add_expression(b, span, ast::OneOfLiteral{bounds}, bounds);
    share_unit(b, bounds[0], bounds[1]);
    const auto is_date = [&](ExprId id) { return std::holds_alternative<ast::DateLiteral>(b.module.expr(id).kind); };
    if (is_date(bounds[0])) read_as_year(b, bounds[1]);
    if (is_date(bounds[1])) read_as_year(b, bounds[0]);
    return add_expression(b, span, ast::RangeLiteral{bounds[0], bounds[1], false, false}, bounds);
}

}  // namespace warrant
