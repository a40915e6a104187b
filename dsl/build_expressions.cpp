// Expressions: from productions to nodes of the tree. Positions, nesting and the few rules that the grammar leaves open are
// checked here; types are not.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace warrant {

ExprId add_expression(Building& b, Span span, ast::ExprKind kind, const std::vector<ExprId>& operands) {
    int depth = 0;
    for (const ExprId operand : operands) depth = std::max(depth, b.depths[operand.index]);
    if (++depth > limits::max_expression_depth) {
        if (!b.depth_reported) {
            refuse(b, kinds::nested_too_deeply, span,
                   "this expression nests operators more than " + std::to_string(limits::max_expression_depth) + " deep",
                   "give its parts names with `define`");
        }
        b.depth_reported = true;
        depth = 1;  // said once; what is above is not too deep for that reason again
    }
    b.module.exprs.push_back({span, std::move(kind)});
    b.depths.push_back(depth);
    return ExprId{static_cast<std::uint32_t>(b.module.exprs.size() - 1)};
}

namespace {

Span join(const Building& b, ExprId first, ExprId last) {
    return {b.module.expr(first).span.begin, b.module.expr(last).span.end};
}

// Subtraction and division have a space on both sides, so that `hours/day` is a unit and `2015-06` a date.
void check_spaces(Building& b, std::uint32_t sign) {
    const Node& node = at(b, sign);
    const auto blank = [&](std::uint32_t offset) {
        return offset >= b.text.size() || b.text[offset] == ' ' || b.text[offset] == '\t' || b.text[offset] == '\r' ||
               b.text[offset] == '\n' || b.text[offset] == '#';
    };
    const bool subtracts = b.text[node.begin] == '-';
    const bool divides = b.text[node.begin] == '/';
    if ((!subtracts && !divides) || b.failed) return;  // `2015-2-19` is one mistake
    if (blank(node.begin - 1) && blank(node.end)) return;
    refuse(b, kinds::syntax, span_of(b, sign),
           subtracts ? "a minus between two values needs a space on both sides" : "a division needs a space on both sides",
           subtracts ? "write `a - b`; a date is written with all its digits, as in 2015-06-09"
                     : "write `a / b`; only a unit such as `hours/day` has its slash without spaces");
}

ExprId build_fold(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    ExprId left = build_expression(b, parts[0]);
    for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
        check_spaces(b, parts[i]);
        ast::BinaryOp op = ast::BinaryOp::add;
        switch (b.text[at(b, parts[i]).begin]) {
            case '-':
                op = ast::BinaryOp::subtract;
                break;
            case '*':
                op = ast::BinaryOp::multiply;
                break;
            case '/':
                op = ast::BinaryOp::divide;
                break;
            default:
                break;
        }
        const ExprId right = build_expression(b, parts[i + 1]);
        left = add_expression(b, join(b, left, right), ast::Binary{op, left, right}, {left, right});
    }
    return left;
}

ast::BinaryOp comparison_op(std::string_view sign) {
    if (sign == "=") return ast::BinaryOp::equal;
    if (sign == "!=") return ast::BinaryOp::not_equal;
    if (sign == "<") return ast::BinaryOp::less;
    if (sign == "<=") return ast::BinaryOp::less_equal;
    if (sign == ">") return ast::BinaryOp::greater;
    return ast::BinaryOp::greater_equal;
}

std::vector<ExprId> build_all(Building& b, std::uint32_t parent, Production production) {
    std::vector<ExprId> built;
    for (const std::uint32_t child : children(b, parent)) {
        if (at(b, child).production == production) built.push_back(build_expression(b, child));
    }
    return built;
}

ExprId build_range_membership(Building& b, ExprId subject, Span span, std::uint32_t range) {
    const std::vector<std::uint32_t> ends = children(b, range);
    const ExprId low = build_expression(b, ends[0]);
    if (ends.size() == 2) {
        const ExprId high = build_expression(b, ends[1]);
        share_unit(b, low, high);
        return add_expression(b, span, ast::InRange{subject, low, high}, {subject, low, high});
    }
    if (std::holds_alternative<ast::NameRef>(b.module.expr(low).kind)) {
        return add_expression(b, span, ast::InList{subject, {low}, true}, {subject, low});
    }
    refuse(b, kinds::syntax, span_of(b, range), "after `in` comes a list or a range, and this is one value",
           "write `in (a, b)`, `in 3..5`, or `=` for one value");
    return low;
}

// One item of a list: a value, or a range of codes.
ExprId build_item(Building& b, std::uint32_t item) {
    const std::vector<std::uint32_t> ends = children(b, item);
    const ExprId low = build_expression(b, ends[0]);
    if (ends.size() == 1) return low;
    const ExprId high = build_expression(b, ends[1]);
    return add_expression(b, span_of(b, item), ast::ItemRange{low, high}, {low, high});
}

ExprId build_membership(Building& b, ExprId subject, std::uint32_t node) {
    const Span span{b.module.expr(subject).span.begin, span_of(b, node).end};
    const std::uint32_t inside = first_child(b, node);
    if (at(b, inside).production == Production::membership_range) return build_range_membership(b, subject, span, inside);
    std::vector<ExprId> items;
    for (const std::uint32_t item : children(b, inside)) items.push_back(build_item(b, item));
    std::vector<ExprId> operands = items;
    operands.push_back(subject);
    return add_expression(b, span, ast::InList{subject, std::move(items), false}, operands);
}

// `a < b < c` compares a truth with c; what is meant is said in two comparisons.
void refuse_chain(Building& b, const std::vector<std::uint32_t>& parts) {
    const std::uint32_t second = at(b, parts[1]).production == Production::membership ? parts[2] : parts[3];
    std::string help = "compare one pair at a time and join the comparisons with `and`";
    const bool signs_only = parts.size() == 5 && at(b, parts[1]).production == Production::comparison_sign &&
                            at(b, parts[3]).production == Production::comparison_sign;
    if (signs_only && at(b, parts[4]).end - at(b, parts[0]).begin < 60) {
        const std::string middle(text_of(b, parts[2]));
        help = "write `" + std::string(text_of(b, parts[0])) + " " + std::string(text_of(b, parts[1])) + " " + middle +
               " and " + middle + " " + std::string(text_of(b, parts[3])) + " " + std::string(text_of(b, parts[4])) + "`";
    }
    refuse(b, kinds::chained_comparison, span_of(b, second), "the result of a comparison is compared again", std::move(help));
}

ExprId build_comparison(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    const ExprId left = build_expression(b, parts[0]);
    if (parts.size() == 1) return left;
    const bool membership = at(b, parts[1]).production == Production::membership;
    if (parts.size() > (membership ? 2U : 3U)) {
        refuse_chain(b, parts);
        return left;
    }
    if (membership) return build_membership(b, left, parts[1]);
    const ast::BinaryOp op = comparison_op(text_of(b, parts[1]));
    const ExprId right = build_expression(b, parts[2]);
    return add_expression(b, join(b, left, right), ast::Binary{op, left, right}, {left, right});
}

ExprId build_connected(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    if (parts.size() == 1) return build_expression(b, parts[0]);
    const std::string_view first = text_of(b, parts[1]);
    std::vector<ExprId> operands;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        operands.push_back(build_expression(b, parts[i]));
        if (i == 0 || text_of(b, parts[i - 1]) == first) continue;
        const std::string second(text_of(b, parts[i - 1]));
        refuse(b, kinds::mixed_and_or, span_of(b, parts[i - 1]),
               "`" + std::string(first) + "` and `" + second +
                   "` stand side by side, and readers would differ on which binds first",
               "put parentheses around one of them, as in `(a and b) or c` or `a and (b or c)`")
            .notes.push_back({span_of(b, parts[1]), "the `" + std::string(first) + "` is here"});
        return operands[0];
    }
    const auto op = first == "and" ? ast::ConnectiveOp::logical_and : ast::ConnectiveOp::logical_or;
    return add_expression(b, span_of(b, node), ast::Connective{op, operands}, operands);
}

ExprId build_operand(Building& b, std::uint32_t node) {
    const std::uint32_t first = first_child(b, node);
    if (at(b, first).production != Production::prefix_word) return build_expression(b, first);
    const std::string_view word = text_of(b, first);
    const ast::PrefixOp op = word == "not"          ? ast::PrefixOp::logical_not
                             : word == "documented" ? ast::PrefixOp::documented
                                                    : ast::PrefixOp::known;
    const ExprId operand = build_expression(b, next_child(b, node, first));
    return add_expression(b, span_of(b, node), ast::Prefix{op, operand}, {operand});
}

ExprId build_factor(Building& b, std::uint32_t node) {
    const std::uint32_t first = first_child(b, node);
    if (at(b, first).production == Production::negation) {
        const ExprId operand = build_expression(b, first_child(b, first));
        return add_expression(b, span_of(b, node), ast::Prefix{ast::PrefixOp::minus, operand}, {operand});
    }
    const ExprId value = build_expression(b, first);
    const std::uint32_t rounding = next_child(b, node, first);
    if (rounding == no_node) return value;
    const ExprId step = build_expression(b, first_child(b, rounding));
    return add_expression(b, span_of(b, node), ast::RoundedUp{value, step}, {value, step});
}

ExprId build_group(Building& b, std::uint32_t node) {
    const std::uint32_t word = first_child(b, node);
    ast::Group group;
    group.op = word_of(b, word) == "all"   ? ast::GroupOp::all_of
               : word_of(b, word) == "any" ? ast::GroupOp::any_of
                                           : ast::GroupOp::at_least;
    group.operands = build_all(b, node, Production::expression);
    if (group.op == ast::GroupOp::at_least) {
        constexpr std::int64_t more_than_any_group = 1'000'000'000;
        for (const char c : text_of(b, first_child(b, word))) {
            if (group.count < more_than_any_group) group.count = group.count * 10 + (c - '0');
        }
    }
    const std::vector<ExprId> operands = group.operands;
    return add_expression(b, span_of(b, node), std::move(group), operands);
}

ExprId build_elapsed(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    const std::string_view word = word_of(b, parts[0]);
    const ast::CalendarUnit unit = word == "days"     ? ast::CalendarUnit::days
                                   : word == "months" ? ast::CalendarUnit::months
                                                      : ast::CalendarUnit::years;
    const ExprId from = build_expression(b, parts[1]);
    const ExprId to = build_expression(b, parts[2]);
    return add_expression(b, span_of(b, node), ast::Between{unit, from, to}, {from, to});
}

ExprId build_conditional(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    const ExprId condition = build_expression(b, parts[0]);
    const ExprId then = build_expression(b, parts[1]);
    const ExprId otherwise = build_expression(b, parts[2]);
    return add_expression(b, span_of(b, node), ast::If{condition, then, otherwise}, {condition, then, otherwise});
}

ExprId build_reference(Building& b, std::uint32_t node) {
    const std::uint32_t name = first_child(b, node);
    const std::uint32_t arguments = next_child(b, node, name);
    if (arguments == no_node) return add_expression(b, span_of(b, node), ast::NameRef{build_name(b, name)}, {});
    std::vector<ExprId> operands = build_all(b, arguments, Production::expression);
    ast::Call call{build_name(b, name), operands, std::nullopt};
    const std::uint32_t column = next_child(b, node, arguments);
    if (column != no_node) call.column = build_name(b, column);
    return add_expression(b, span_of(b, node), std::move(call), operands);
}

ExprId build_primary(Building& b, std::uint32_t primary) {
    const std::uint32_t node = first_child(b, primary);
    const Span span = span_of(b, node);
    switch (at(b, node).production) {
        case Production::quantity:
            return add_expression(b, span, build_quantity(b, node), {});
        case Production::date:
            return add_expression(b, span, ast::DateLiteral{build_date(b, node)}, {});
        case Production::text:
            return add_expression(b, span, ast::TextLiteral{build_text(b, node).text}, {});
        case Production::truth:
            return add_expression(b, span, ast::TruthLiteral{text_of(b, node) == "yes"}, {});
        case Production::parenthesised:
            return build_expression(b, first_child(b, node));
        case Production::group:
            return build_group(b, node);
        case Production::quantifier:
        case Production::counted:
        case Production::total:
        case Production::latest:
            return build_list_question(b, node);
        case Production::extreme: {
            if (child_of(b, node, Production::for_each) != no_node) return build_list_question(b, node);
            const auto op = word_of(b, node) == "least" ? ast::ExtremeOp::least : ast::ExtremeOp::greatest;
            const std::vector<ExprId> operands = build_all(b, node, Production::expression);
            return add_expression(b, span, ast::Extreme{op, operands}, operands);
        }
        case Production::elapsed:
            return build_elapsed(b, node);
        case Production::criterion_reference:
            return add_expression(b, span, ast::CriterionRef{build_name(b, first_child(b, node))}, {});
        case Production::every_criterion:
            return add_expression(b, span, ast::EveryCriterion{}, {});
        default:
            assert(at(b, node).production == Production::reference);
            return build_reference(b, node);
    }
}

}  // namespace

void share_unit(Building& b, ExprId low, ExprId high) {
    auto* first = std::get_if<ast::NumberLiteral>(&b.module.exprs[low.index].kind);
    const auto* second = std::get_if<ast::NumberLiteral>(&b.module.exprs[high.index].kind);
    if (first != nullptr && second != nullptr && !first->unit) first->unit = second->unit;
}

ExprId build_expression(Building& b, std::uint32_t node) {
    switch (at(b, node).production) {
        case Production::expression:
            return build_connected(b, node);
        case Production::conditional:
            return build_conditional(b, node);
        case Production::operand:
            return build_operand(b, node);
        case Production::comparison:
            return build_comparison(b, node);
        case Production::sum:
        case Production::product:
            return build_fold(b, node);
        case Production::factor:
            return build_factor(b, node);
        case Production::set_literal:
            return build_set(b, node);
        default:
            assert(at(b, node).production == Production::primary);
            return build_primary(b, node);
    }
}

}  // namespace warrant
