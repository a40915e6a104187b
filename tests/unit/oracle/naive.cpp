// One case for each kind of expression.
#include "tests/unit/oracle/naive.hpp"

#include "tests/unit/oracle/calendar.hpp"
#include "tests/unit/oracle/measure.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>

namespace warrant::oracle {
namespace {

constexpr std::int64_t micro = 1'000'000;

Outcome from_optional(const std::optional<std::int64_t>& number) {
    return number ? number_outcome(*number) : too_large_outcome();
}

// A failure among operands that are all needed.
std::optional<Outcome> failure(const std::vector<Outcome>& operands) {
    for (const Outcome& operand : operands) {
        if (!operand.is_value()) return operand;
    }
    return std::nullopt;
}

struct Naive {
    const NaiveScope& scope;
    ExprId id;

    const Vocabulary& words() const { return *scope.program.vocabulary; }
    const LinkedModule& module() const { return scope.program.modules[scope.module]; }
    const Type& type(ExprId of) const { return module().tables.types[of.index]; }
    Outcome value(ExprId of) const { return naive(scope, of); }
    std::vector<Outcome> values(const std::vector<ExprId>& all) const {
        std::vector<Outcome> outcomes;
        for (const ExprId one : all) outcomes.push_back(value(one));
        return outcomes;
    }
    // The exact quantity in base units.
    Fraction measure(std::int64_t number, const Type& of) const { return times({number, 1, true}, size_of(words(), of)); }
    Outcome from_measure(const Fraction& amount, const Type& to) const {
        return from_optional(rounded(times(amount, inverse(size_of(words(), to)))));
    }

    Outcome operator()(const ast::NumberLiteral& literal) const {
        if (literal.unit && type(id).kind == TypeKind::number) {  // 50 percent
            const UnitId unit = words().unit_by_name.at(literal.unit->numerator.text);
            return from_optional(rounded(times({literal.micro, 1, true}, size_of(words(), unit))));
        }
        return number_outcome(literal.micro);
    }
    Outcome operator()(const ast::DateLiteral& literal) const {
        return number_outcome(day_number(literal.date.year, literal.date.month, literal.date.day));
    }
    Outcome operator()(const ast::TruthLiteral& literal) const { return truth_outcome(literal.value); }
    Outcome operator()(const ast::TextLiteral& literal) const { return {Outcome::Kind::value, {0, literal.text}}; }

    Outcome operator()(const ast::NameRef&) const { return reference({}); }
    Outcome operator()(const ast::Call& call) const { return reference(call.arguments); }

    Outcome reference(const std::vector<ExprId>& written) const {
        const Reference& means = module().tables.references[id.index];
        if (const auto* fact = std::get_if<FactId>(&means)) return fact_value(*fact);
        if (const auto* choice = std::get_if<ChoiceRef>(&means)) return number_outcome(choice->value);
        if (const auto* parameter = std::get_if<ParameterRef>(&means)) {
            const NaiveScope::Argument& argument = (*scope.arguments)[parameter->index];
            return in_unit(words(), argument.outcome, argument.type, type(id));
        }
        if (const auto* field = std::get_if<FieldRef>(&means)) {
            const FactId fact = element_fact(words(), field->list, scope.element.number, field->field);
            return {Outcome::Kind::value, scope.facts[fact.index]};
        }
        if (const auto* indexed = std::get_if<IndexedRef>(&means)) {
            const Outcome index = value(written.front());
            if (!index.is_value()) return index;
            const FactId first = words().indexed_facts[indexed->indexed].first;
            return fact_value(FactId{first.index + static_cast<std::uint32_t>(index.point.number)});
        }
        std::vector<NaiveScope::Argument> arguments;
        for (const ExprId argument : written) arguments.push_back({value(argument), type(argument)});
        if (const auto* table = std::get_if<TableRef>(&means)) return look_up(*table, arguments);
        const auto& definition = std::get<DefineRef>(means);
        const NaiveScope inner{scope.program, scope.facts, scope.record, scope.assumed, definition.module, &arguments, {}};
        const auto& decl = scope.program.modules[definition.module].tree->decls[definition.decl.index];
        return naive(inner, std::get<ast::Define>(decl.kind).value);
    }

    // A row that is not addressed has no value. The error of a key is irrelevant where the others leave one row or, as of an
    // `if`, where all rows that may apply say the same truth.
    Outcome look_up(const TableRef& table, const std::vector<NaiveScope::Argument>& keys) const {
        const NaiveRows found = naive_rows(scope, table, keys);
        std::set<Outcome> results;
        for (const ast::TableRow* row : found.rows)
            results.insert(row->not_addressed ? error_outcome() : result_of(table, row->results[table.column]));
        const bool agreed = type(id).kind == TypeKind::truth && results.size() == 1 && results.begin()->is_value();
        return found.failed.is_value() || found.rows.size() == 1 || agreed ? *results.begin() : found.failed;
    }
    Outcome result_of(const TableRef& table, ExprId cell) const {
        const NaiveScope there{scope.program, scope.facts, scope.record, scope.assumed, table.table.module, nullptr, {}};
        const Type& written = scope.program.modules[table.table.module].tables.types[cell.index];
        return in_unit(words(), naive(there, cell), written, type(id));
    }

    Outcome fact_value(FactId fact) const {
        const auto assumption = scope.assumed.find(fact);
        if (assumption != scope.assumed.end() && scope.record.absent[fact.index]) return assumption->second;
        return {Outcome::Kind::value, scope.facts[fact.index]};
    }

    Outcome operator()(const ast::Prefix& prefix) const {
        switch (prefix.op) {
            case ast::PrefixOp::logical_not:
                return opposite(value(prefix.operand));
            case ast::PrefixOp::minus: {
                const Outcome operand = value(prefix.operand);
                return operand.is_value() ? number_outcome(-operand.point.number) : operand;
            }
            case ast::PrefixOp::documented:
                return about_the_record(prefix.operand, true);
            case ast::PrefixOp::known:
                break;
        }
        return about_the_record(prefix.operand, false);
    }

    // Only of a fact, or a comparison of a fact with a constant: those the tests can settle by looking at the points of one
    // set.
    Outcome about_the_record(ExprId operand, bool documented) const {
        const FactId fact = only_fact(operand);
        std::vector<std::int64_t> interesting;
        if (const auto* binary = std::get_if<ast::Binary>(&module().tree->expr(operand).kind)) {
            const Outcome constant = value(binary->right);
            interesting.push_back(in_unit(words(), constant, type(binary->right), type(binary->left)).point.number);
        }
        std::set<Outcome> outcomes;
        for (const Point& point : points_of(words(), fact, scope.record.sets[fact.index], interesting)) {
            Completion one = scope.facts;
            one[fact.index] = point;
            const NaiveScope inner{scope.program,   one,          scope.record, scope.assumed, scope.module,
                                   scope.arguments, scope.element};
            outcomes.insert(naive(inner, operand));
        }
        return truth_outcome(outcomes.size() == 1 && (!documented || outcomes.begin()->holds()));
    }
    FactId only_fact(ExprId operand) const {
        const ast::ExprKind& kind = module().tree->expr(operand).kind;
        if (const auto* binary = std::get_if<ast::Binary>(&kind)) return only_fact(binary->left);
        return std::get<FactId>(module().tables.references[operand.index]);
    }

    Outcome operator()(const ast::Binary& binary) const {
        const Outcome left = value(binary.left);
        const Outcome right = value(binary.right);
        switch (binary.op) {
            case ast::BinaryOp::add:
                return sum(binary, left, right, 1);
            case ast::BinaryOp::subtract:
                return sum(binary, left, right, -1);
            case ast::BinaryOp::multiply:
                return product(binary, left, right, false);
            case ast::BinaryOp::divide:
                return product(binary, left, right, true);
            case ast::BinaryOp::equal:
                return compared(binary, left, right, [](std::int64_t sign) { return sign == 0; });
            case ast::BinaryOp::not_equal:
                return compared(binary, left, right, [](std::int64_t sign) { return sign != 0; });
            case ast::BinaryOp::less:
                return compared(binary, left, right, [](std::int64_t sign) { return sign < 0; });
            case ast::BinaryOp::less_equal:
                return compared(binary, left, right, [](std::int64_t sign) { return sign <= 0; });
            case ast::BinaryOp::greater:
                return compared(binary, left, right, [](std::int64_t sign) { return sign > 0; });
            case ast::BinaryOp::greater_equal:
                break;
        }
        return compared(binary, left, right, [](std::int64_t sign) { return sign >= 0; });
    }

    template <typename Accepts>
    Outcome compared(const ast::Binary& binary, const Outcome& left, const Outcome& right, Accepts accepts) const {
        const Outcome sign = order(words(), left, type(binary.left), right, type(binary.right));
        return sign.is_value() ? truth_outcome(accepts(sign.point.number)) : sign;
    }

    Outcome sum(const ast::Binary& binary, const Outcome& left, const Outcome& right, int sign) const {
        if (const auto failed = failure({left, right})) return *failed;
        const Type& a = type(binary.left);
        const Type& b = type(binary.right);
        const std::int64_t x = left.point.number;
        const std::int64_t y = right.point.number;
        if (a.kind == TypeKind::date && b.kind == TypeKind::date) return number_outcome((x - y) * micro);
        if (a.kind == TypeKind::date) return moved(x, {sign * y, 1, true}, b);
        if (b.kind == TypeKind::date) return moved(y, {x, 1, true}, a);
        return from_measure(plus(measure(x, a), measure(sign * y, b)), type(id));
    }

    // A date so many whole days or whole months on; a part of a day or month does not count.
    Outcome moved(std::int64_t day, const Fraction& amount, const Type& unit) const {
        const UnitId base = words().unit(unit.numerator).base;
        const bool days = base == words().unit(words().day).base;
        const Fraction in_steps =
            times(times(amount, size_of(words(), unit)), inverse(size_of(words(), days ? words().day : words().month)));
        const Int128 steps = floor_of(times(in_steps, {1, micro, true}));
        if (steps > INT32_MAX || steps < INT32_MIN) return too_large_outcome();
        const auto whole = static_cast<std::int64_t>(steps);
        return from_optional(days ? days_on(day, whole) : months_on(day, whole));
    }

    Outcome product(const ast::Binary& binary, const Outcome& left, const Outcome& right, bool divide) const {
        if (const auto failed = failure({left, right})) return *failed;
        if (divide && right.point.number == 0) return error_outcome();
        const Fraction a = measure(left.point.number, type(binary.left));
        const Fraction b = measure(right.point.number, type(binary.right));
        // Both are in millionths; so is the result.
        if (divide) return from_measure(times(times(a, {micro, 1, true}), inverse(b)), type(id));
        return from_measure(times(times(a, {1, micro, true}), b), type(id));
    }

    Outcome operator()(const ast::Connective& connective) const {
        const std::vector<Outcome> operands = values(connective.operands);
        return connective.op == ast::ConnectiveOp::logical_and ? all_hold(operands) : some_holds(operands);
    }
    Outcome operator()(const ast::Group& group) const {
        const std::vector<Outcome> operands = values(group.operands);
        switch (group.op) {
            case ast::GroupOp::all_of:
                return all_hold(operands);
            case ast::GroupOp::any_of:
                return some_holds(operands);
            case ast::GroupOp::at_least:
                break;
        }
        return enough_hold(operands, group.count);
    }
    Outcome operator()(const ast::InList& in) const {
        const Outcome subject = value(in.subject);
        std::vector<Outcome> matches;
        for (const ExprId item : in.items) {
            if (type(in.subject).kind == TypeKind::code) {
                matches.push_back(naive_code_item(scope, subject, type(in.subject), item));
                continue;
            }
            const Outcome sign = order(words(), subject, type(in.subject), value(item), type(item));
            matches.push_back(sign.is_value() ? truth_outcome(sign.point.number == 0) : sign);
        }
        return some_holds(matches);
    }
    Outcome operator()(const ast::InRange& in) const {
        const Outcome subject = value(in.subject);
        if (type(in.subject).kind == TypeKind::code) {
            return naive_code_range(scope, subject, in.low, in.high);
        }
        const Outcome low = order(words(), value(in.low), type(in.low), subject, type(in.subject));
        const Outcome high = order(words(), subject, type(in.subject), value(in.high), type(in.high));
        const auto at_most = [](const Outcome& sign) { return sign.is_value() ? truth_outcome(sign.point.number <= 0) : sign; };
        return all_hold({at_most(low), at_most(high)});
    }
    Outcome operator()(const ast::Extreme& extreme) const {
        std::vector<Outcome> operands;
        for (const ExprId operand : extreme.operands)
            operands.push_back(in_unit(words(), value(operand), type(operand), type(id)));
        if (const auto failed = failure(operands)) return *failed;
        return extreme.op == ast::ExtremeOp::least ? *std::min_element(operands.begin(), operands.end())
                                                   : *std::max_element(operands.begin(), operands.end());
    }
    Outcome operator()(const ast::RoundedUp& rounding) const {
        const Outcome amount = value(rounding.operand);
        const Outcome step = value(rounding.step);
        if (const auto failed = failure({amount, step})) return *failed;
        if (step.point.number <= 0) return error_outcome();
        const Fraction step_size = measure(step.point.number, type(rounding.step));
        const Fraction steps = times(measure(amount.point.number, type(rounding.operand)), inverse(step_size));
        Int128 whole = floor_of(steps);
        if (whole * steps.denominator != steps.numerator) ++whole;
        return from_measure(times(step_size, {whole, 1, true}), type(id));
    }
    Outcome operator()(const ast::Between& between) const {
        const Outcome from = value(between.from);
        const Outcome to = value(between.to);
        if (const auto failed = failure({from, to})) return *failed;
        const std::int64_t months = whole_months(from.point.number, to.point.number);
        switch (between.unit) {
            case ast::CalendarUnit::days:
                return number_outcome((to.point.number - from.point.number) * micro);
            case ast::CalendarUnit::months:
                return number_outcome(months * micro);
            case ast::CalendarUnit::years:
                break;
        }
        return number_outcome(months / 12 * micro);
    }
    Outcome operator()(const ast::If& choice) const {
        const Outcome condition = value(choice.condition);
        if (!condition.is_value()) {
            // An error is absorbed like an unknown: where both branches say the same truth, the condition is irrelevant.
            const Outcome then = value(choice.then);
            const bool agreed = type(id).kind == TypeKind::truth && then.is_value() && then == value(choice.otherwise);
            return agreed ? then : condition;
        }
        const ExprId taken = condition.holds() ? choice.then : choice.otherwise;
        return in_unit(words(), value(taken), type(taken), type(id));
    }

    Outcome operator()(const ast::Quantifier& quantifier) const { return naive_quantifier(scope, quantifier); }
    Outcome operator()(const ast::Aggregate& aggregate) const { return naive_aggregate(scope, id, aggregate); }

    Outcome operator()(const ast::ItemRange&) const { return refuse("a range outside its list"); }
    // The generators write none of these into an expression.
    Outcome operator()(const ast::CriterionRef&) const { return refuse("a criterion"); }
    Outcome operator()(const ast::EveryCriterion&) const { return refuse("every criterion"); }
    Outcome operator()(const ast::UnknownLiteral&) const { return refuse("unknown"); }
    Outcome operator()(const ast::OneOfLiteral&) const { return refuse("one_of"); }
    Outcome operator()(const ast::RangeLiteral&) const { return refuse("a range"); }
    static Outcome refuse(const char* what) {
        std::cerr << "the naive evaluator was given " << what << std::endl;
        std::abort();
    }
};

}  // namespace

Outcome naive(const NaiveScope& scope, ExprId id) {
    return std::visit(Naive{scope, id}, scope.program.modules[scope.module].tree->expr(id).kind);
}

Outcome in_unit(const Vocabulary& vocabulary, const Outcome& outcome, const Type& from, const Type& to) {
    if (!outcome.is_value() || from == to || from.kind != TypeKind::quantity) return outcome;
    const Fraction amount = times({outcome.point.number, 1, true}, size_of(vocabulary, from));
    return from_optional(rounded(times(amount, inverse(size_of(vocabulary, to)))));
}

Outcome order(const Vocabulary& vocabulary, const Outcome& left, const Type& left_type, const Outcome& right,
              const Type& right_type) {
    if (const auto failed = failure({left, right})) return *failed;
    if (left_type.kind == TypeKind::text || left_type.kind == TypeKind::code)
        return number_outcome(left.point.text.compare(right.point.text) == 0 ? 0 : 1);
    const Fraction a = times({left.point.number, 1, true}, size_of(vocabulary, left_type));
    const Fraction b = times({right.point.number, 1, true}, size_of(vocabulary, right_type));
    return number_outcome(compare(a, b));
}

}  // namespace warrant::oracle
