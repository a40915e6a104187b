// Expressions as indented text: the operator on a line, its operands below it, one step deeper.
#include "dsl/print_expression.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace warrant {

void out_indent(std::string& out, int depth) {
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

std::string quote(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string unit_text(const ast::UnitName& unit) {
    return unit.denominator ? unit.numerator.text + "/" + unit.denominator->text : unit.numerator.text;
}

std::string number_text(const ast::NumberLiteral& number) {
    constexpr std::uint64_t million = 1'000'000;
    const std::uint64_t magnitude =
        number.micro < 0 ? 0 - static_cast<std::uint64_t>(number.micro) : static_cast<std::uint64_t>(number.micro);
    std::string out = fmt::format("{}{}", number.micro < 0 ? "-" : "", magnitude / million);
    if (magnitude % million != 0) {
        std::string fraction = fmt::format("{:06}", magnitude % million);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        out += "." + fraction;
    }
    return number.unit ? out + " " + unit_text(*number.unit) : out;
}

std::string date_text(const ast::DateParts& date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

namespace {

struct ExpressionPrinter {
    std::string& out;
    int depth;
    const ast::Module& module;

    void line(std::string_view text) const {
        out_indent(out, depth);
        out += text;
        out += '\n';
    }
    void below(ExprId id) const { print_expression(out, depth + 1, module, id); }
    void below(const std::vector<ExprId>& ids) const {
        for (const ExprId id : ids) below(id);
    }
    void end(std::string_view word, ExprId id, bool open) const {
        if (!id.valid()) return;
        out_indent(out, depth + 1);
        out += word;
        out += open ? ", not itself\n" : "\n";
        print_expression(out, depth + 2, module, id);
    }

    void operator()(const ast::NumberLiteral& number) const { line("number " + number_text(number)); }
    void operator()(const ast::DateLiteral& literal) const { line("date " + date_text(literal.date)); }
    void operator()(const ast::TruthLiteral& literal) const { line(literal.value ? "yes" : "no"); }
    void operator()(const ast::TextLiteral& literal) const { line("text " + quote(literal.text)); }
    void operator()(const ast::NameRef& reference) const { line("name " + reference.name.text); }
    void operator()(const ast::Call& call) const {
        line("call " + call.callee.text + (call.column ? " column " + call.column->text : ""));
        below(call.arguments);
    }
    void operator()(const ast::Prefix& prefix) const {
        constexpr std::array<std::string_view, 4> words = {"not", "minus", "documented", "known"};
        line(words[static_cast<std::size_t>(prefix.op)]);
        below(prefix.operand);
    }
    void operator()(const ast::Binary& binary) const {
        constexpr std::array<std::string_view, 10> signs = {"=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"};
        line(signs[static_cast<std::size_t>(binary.op)]);
        below(binary.left);
        below(binary.right);
    }
    void operator()(const ast::Connective& connective) const {
        line(connective.op == ast::ConnectiveOp::logical_and ? "and" : "or");
        below(connective.operands);
    }
    void operator()(const ast::Group& group) const {
        switch (group.op) {
            case ast::GroupOp::all_of:
                line("all of");
                break;
            case ast::GroupOp::any_of:
                line("any of");
                break;
            case ast::GroupOp::at_least:
                line(fmt::format("at least {} of", group.count));
                break;
        }
        below(group.operands);
    }
    void operator()(const ast::InList& in) const {
        line(in.bare ? "in set" : "in list");
        below(in.subject);
        below(in.items);
    }
    void operator()(const ast::ItemRange& range) const {
        line("range of codes");
        below(range.low);
        below(range.high);
    }
    void operator()(const ast::InRange& in) const {
        line("in range");
        below(in.subject);
        below(in.low);
        below(in.high);
    }
    void operator()(const ast::Extreme& extreme) const {
        line(extreme.op == ast::ExtremeOp::least ? "least of" : "greatest of");
        below(extreme.operands);
    }
    void operator()(const ast::RoundedUp& rounded) const {
        line("rounded up to");
        below(rounded.operand);
        below(rounded.step);
    }
    void operator()(const ast::Between& between) const {
        constexpr std::array<std::string_view, 3> words = {"days", "months", "years"};
        line(fmt::format("{} between", words[static_cast<std::size_t>(between.unit)]));
        below(between.from);
        below(between.to);
    }
    void operator()(const ast::If& conditional) const {
        line("if");
        below(conditional.condition);
        below(conditional.then);
        below(conditional.otherwise);
    }
    void labelled(std::string_view word, ExprId id) const {
        if (!id.valid()) return;
        out_indent(out, depth + 1);
        out += word;
        out += '\n';
        print_expression(out, depth + 2, module, id);
    }
    static std::string text_of(const ast::Element& element) { return element.variable.text + " in " + element.list.text; }
    void operator()(const ast::Quantifier& quantifier) const {
        line((quantifier.op == ast::QuantifierOp::some ? "some " : "every ") + text_of(quantifier.element) + " has");
        below(quantifier.condition);
    }
    void operator()(const ast::Aggregate& aggregate) const {
        constexpr std::array<std::string_view, 5> words = {"count of", "sum of", "least of", "greatest of", "latest of"};
        line(std::string(words[static_cast<std::size_t>(aggregate.op)]) + " " + text_of(aggregate.element));
        labelled("value", aggregate.value);
        labelled("where", aggregate.where);
        labelled("by", aggregate.by);
        labelled("else", aggregate.otherwise);
    }
    void operator()(const ast::CriterionRef& reference) const { line("criterion " + reference.criterion.text); }
    void operator()(const ast::EveryCriterion&) const { line("every criterion"); }
    void operator()(const ast::UnknownLiteral&) const { line("unknown"); }
    void operator()(const ast::OneOfLiteral& set) const {
        line("one of");
        below(set.items);
    }
    void operator()(const ast::RangeLiteral& range) const {
        line("range");
        end("from", range.low, range.low_open);
        end("to", range.high, range.high_open);
    }
};

}  // namespace

void print_expression(std::string& out, int depth, const ast::Module& module, ExprId id) {
    const ast::Expr& expr = module.expr(id);
    std::visit(ExpressionPrinter{out, depth, module}, expr.kind);
}

}  // namespace warrant
