// Questions over the elements of a list: `some … has`, `every … has`, `count of`, `sum of`, `least of`, `greatest of` and
// `latest`. What an element's name stands for is the checker's to say.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"

#include <cassert>
#include <utility>

namespace warrant {

namespace {

ast::Element build_element(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> names = children(b, node);
    ast::Element element{build_name(b, names[0]), build_name(b, names[1])};
    if (element.variable.text.find('.') != std::string::npos) {
        refuse(b, kinds::syntax, element.variable.span, "the name of an element is one word without dots",
               "write `m in medications`, and `m.dose` for what is said of it");
    }
    return element;
}

ExprId child_expression(Building& b, std::uint32_t parent, Production production) {
    const std::uint32_t child = child_of(b, parent, production);
    return child == no_node ? ExprId{} : build_expression(b, first_child(b, child));
}

ExprId build_quantifier(Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);  // quantifier_word, element, expression
    const auto op = text_of(b, parts[0]) == "some" ? ast::QuantifierOp::some : ast::QuantifierOp::every;
    ast::Element element = build_element(b, parts[1]);
    const ExprId condition = build_expression(b, parts[2]);
    return add_expression(b, span_of(b, node), ast::Quantifier{op, std::move(element), condition}, {condition});
}

// `latest (v in visits by v.date).pain`: the value is the field of the element, named where the field is.
ExprId build_latest_value(Building& b, std::uint32_t node, const ast::Element& element) {
    const ast::Name field = build_name(b, child_of(b, node, Production::name));
    return add_expression(b, field.span, ast::NameRef{{element.variable.text + "." + field.text, field.span}}, {});
}

ast::AggregateOp aggregate_op(const Building& b, std::uint32_t node) {
    switch (at(b, node).production) {
        case Production::counted:
            return ast::AggregateOp::count;
        case Production::total:
            return ast::AggregateOp::sum;
        case Production::latest:
            return ast::AggregateOp::latest;
        default:
            assert(at(b, node).production == Production::extreme);
            return word_of(b, node) == "least" ? ast::AggregateOp::least : ast::AggregateOp::greatest;
    }
}

}  // namespace

ExprId build_list_question(Building& b, std::uint32_t node) {
    if (at(b, node).production == Production::quantifier) return build_quantifier(b, node);
    ast::Aggregate aggregate;
    aggregate.op = aggregate_op(b, node);
    const std::uint32_t for_each = child_of(b, node, Production::for_each);
    const std::uint32_t selection = child_of(b, for_each == no_node ? node : for_each, Production::selection);
    aggregate.element = build_element(b, child_of(b, selection, Production::element));
    aggregate.where = child_expression(b, selection, Production::where_clause);
    aggregate.by = child_expression(b, node, Production::sort_key);
    if (aggregate.op == ast::AggregateOp::latest) {
        aggregate.value = build_latest_value(b, node, aggregate.element);
    } else if (aggregate.op != ast::AggregateOp::count) {
        aggregate.value = build_expression(b, child_of(b, node, Production::expression));
    }
    aggregate.otherwise = child_expression(b, node, Production::else_value);
    std::vector<ExprId> operands;
    for (const ExprId operand : {aggregate.value, aggregate.where, aggregate.by, aggregate.otherwise}) {
        if (operand.valid()) operands.push_back(operand);
    }
    return add_expression(b, span_of(b, node), std::move(aggregate), operands);
}

}  // namespace warrant
