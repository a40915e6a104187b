// The meaning and type of every expression: names are resolved, values of choices found by the type that is expected, operators
// held to the rules of types.cpp.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};
constexpr Type number_type{TypeKind::number, {}, {}, {}};
constexpr Type date_type{TypeKind::date, {}, {}, {}};
constexpr Type text_type{TypeKind::text, {}, {}, {}};

// Types one expression. Each operator() is one kind of the tree.
struct Inference {
    Checker& checker;
    const ExprContext& context;
    ExprId id;
    Type expected;

    const ast::Module& tree() const { return checker.tree(context.module); }
    const ast::Expr& expr(ExprId child) const { return tree().expr(child); }
    Span span() const { return expr(id).span; }
    Reference& reference() const { return checker.program.modules[context.module].tables.references[id.index]; }
    Type infer_child(ExprId child, const Type& wanted = {}) const { return infer(checker, context, child, wanted); }
    // Beside another condition, which could make what is not addressed irrelevant.
    ExprContext joined() const {
        ExprContext inner = context;
        if (inner.silence == Silence::allowed) inner.silence = Silence::joined;
        return inner;
    }

    Type report(const DiagnosticKind& kind, std::string message, std::string help) const {
        checker.diagnostics.report(kind, span(), std::move(message), std::move(help));
        return {};
    }

    Type operator()(const ast::NumberLiteral& literal) const {
        if (!literal.unit) return number_type;
        std::string_view below = literal.unit->denominator ? std::string_view(literal.unit->denominator->text) : "";
        if (auto written = written_unit(checker.words(), literal.unit->numerator.text, below)) return written->type;
        std::vector<std::string_view> known;
        for (const UnitInfo& unit : checker.words().units) {
            known.push_back(unit.singular);
            known.push_back(unit.plural);
        }
        const auto& names = checker.words().unit_by_name;
        bool top_known = names.find(literal.unit->numerator.text) != names.end();
        const std::string& wrong = top_known ? literal.unit->denominator->text : literal.unit->numerator.text;
        std::string_view near = nearest_name(wrong, known);
        return report(kinds::unknown_unit, fmt::format("no unit `{}` is declared", wrong),
                      near.empty() ? "declare it: unit visit, visits" : fmt::format("did you mean `{}`?", near));
    }

    Type operator()(const ast::DateLiteral& literal) const {
        if (literal.date.day != 0 || context.sets_allowed) return date_type;
        return report(kinds::set_not_allowed, "a date here needs its day", "write the day too, as in 2009-07-18");
    }

    Type operator()(const ast::TruthLiteral&) const { return truth_type; }
    Type operator()(const ast::TextLiteral&) const {
        return expected.kind == TypeKind::code ? read_code(checker, expr(id)) : text_type;
    }

    Type operator()(const ast::NameRef& ref) const { return name(ref.name, nullptr); }
    Type operator()(const ast::Call& call) const { return name(call.callee, &call); }

    Type operator()(const ast::Prefix& prefix) const {
        switch (prefix.op) {
            case ast::PrefixOp::logical_not:
                return require(checker, joined(), prefix.operand, truth_type, "what follows `not`");
            case ast::PrefixOp::documented:
                return require(checker, joined(), prefix.operand, truth_type, "what follows `documented`");
            case ast::PrefixOp::known:
                infer(checker, joined(), prefix.operand);
                return truth_type;
            case ast::PrefixOp::minus:
                break;
        }
        Type type = infer_child(prefix.operand, expected);
        if (type.kind == TypeKind::number || type.kind == TypeKind::quantity || type.kind == TypeKind::invalid) return type;
        return report(kinds::type_mismatch, fmt::format("`-` stands before {}", print_type(checker.words(), type)),
                      "only numbers and quantities have a negative");
    }

    Type operator()(const ast::Binary& binary) const {
        bool comparison = binary.op < ast::BinaryOp::add;
        bool name_first = is_choice_word(binary.left);
        ExprId first = name_first ? binary.right : binary.left;
        ExprId second = name_first ? binary.left : binary.right;
        Type first_type = infer_child(first, comparison ? Type{} : expected);
        Type second_type = infer_child(second, first_type);
        Type left = name_first ? second_type : first_type;
        Type right = name_first ? first_type : second_type;
        if (!comparison) return arithmetic_type(checker, binary.op, left, right, span());
        bool ordering = binary.op != ast::BinaryOp::equal && binary.op != ast::BinaryOp::not_equal;
        comparable(checker, left, right, ordering, span());
        return truth_type;
    }

    Type operator()(const ast::Connective& connective) const {
        return group(connective.operands,
                     connective.op == ast::ConnectiveOp::logical_and ? "a part of `and`" : "a part of `or`",
                     connective.op == ast::ConnectiveOp::logical_and);
    }

    Type operator()(const ast::Group& group_expr) const {
        if (group_expr.op == ast::GroupOp::at_least &&
            (group_expr.count < 1 || group_expr.count > static_cast<std::int64_t>(group_expr.operands.size()))) {
            report(kinds::wrong_arguments,
                   fmt::format("at least {} of {} cannot be meant", group_expr.count, group_expr.operands.size()),
                   fmt::format("the count lies between 1 and {}", group_expr.operands.size()));
        }
        return group(group_expr.operands, "a part of this group", group_expr.op == ast::GroupOp::all_of);
    }

    Type operator()(const ast::InList& in) const {
        check_list(checker, context, in, infer_child(in.subject));
        return truth_type;
    }

    // Only in lists, where their own checks see them.
    Type operator()(const ast::ItemRange&) const { return {}; }

    Type operator()(const ast::InRange& in) const {
        Type subject = infer_child(in.subject);
        if (subject.kind == TypeKind::code) {
            check_code_range(checker, context, in.low, in.high);
            return truth_type;
        }
        for (ExprId end : {in.low, in.high}) comparable(checker, subject, infer_child(end, subject), true, expr(end).span);
        return truth_type;
    }

    Type operator()(const ast::Extreme& extreme) const {
        Type type = infer_child(extreme.operands.front(), expected);
        for (std::size_t i = 1; i < extreme.operands.size(); ++i) {
            Type next = infer_child(extreme.operands[i], type);
            type = common_type(checker, type, next, expr(extreme.operands[i]).span, "this compares");
        }
        return ordered(type, "`least of` and `greatest of` take");
    }

    Type operator()(const ast::RoundedUp& rounded) const {
        Type type = infer_child(rounded.operand, expected);
        Type step = infer_child(rounded.step, type);
        Type common = common_type(checker, type, step, span(), "this rounds");
        if (common.kind == TypeKind::number || common.kind == TypeKind::quantity || common.kind == TypeKind::invalid)
            return common;
        return report(kinds::type_mismatch, fmt::format("{} cannot be rounded", print_type(checker.words(), common)),
                      "only numbers and quantities are rounded");
    }

    Type operator()(const ast::Between& between) const {
        require(checker, context, between.from, date_type, "the first end of `between`");
        require(checker, context, between.to, date_type, "the second end of `between`");
        const char* unit = between.unit == ast::CalendarUnit::days     ? "days"
                           : between.unit == ast::CalendarUnit::months ? "months"
                                                                       : "years";
        auto found = checker.words().unit_by_name.find(unit);
        return found == checker.words().unit_by_name.end() ? number_type : Type{TypeKind::quantity, found->second, {}, {}};
    }

    Type operator()(const ast::If& choice) const {
        require(checker, joined(), choice.condition, truth_type, "the condition of `if`");
        std::vector<ExprId> condition{choice.condition};
        GuardFrame frame{context.guards, context.module, &condition, {}};
        ExprContext guarded = joined();
        guarded.guards = &frame;
        Type then = infer(checker, guarded, choice.then, expected);
        Type otherwise = infer(checker, joined(), choice.otherwise, then.kind == TypeKind::invalid ? expected : then);
        return common_type(checker, then, otherwise, span(), "the branches of this `if` are");
    }

    Type operator()(const ast::Quantifier& quantifier) const { return infer_quantifier(checker, context, quantifier); }
    Type operator()(const ast::Aggregate& aggregate) const {
        return infer_aggregate(checker, context, aggregate, span(), expected);
    }

    // Recommendations are checked by declarations.cpp, which does not infer these.
    Type operator()(const ast::CriterionRef& ref) const {
        return report(kinds::bad_recommendation,
                      fmt::format("criterion {} is named outside a recommendation", ref.criterion.text),
                      "name criteria only in `recommended when`; elsewhere repeat the condition, or `define` it");
    }
    Type operator()(const ast::EveryCriterion&) const {
        return report(kinds::bad_recommendation, "`every criterion` stands outside a recommendation",
                      "use it only in `recommended when`");
    }

    Type operator()(const ast::UnknownLiteral&) const {
        if (!context.sets_allowed) return set_refused();
        return expected.kind == TypeKind::invalid ? truth_type : expected;
    }
    Type operator()(const ast::OneOfLiteral& set) const {
        if (!context.sets_allowed) return set_refused();
        Type type = infer_child(set.items.front(), expected);
        for (std::size_t i = 1; i < set.items.size(); ++i) {
            type = common_type(checker, type, infer_child(set.items[i], type), span(), "this set holds");
        }
        return type;
    }
    Type operator()(const ast::RangeLiteral& range) const {
        if (!context.sets_allowed) return set_refused();
        // `4..6 hours/day`: the unit stands once, at the upper end.
        Type high = range.high.valid() ? infer_child(range.high, expected) : Type{};
        Type low = range.low.valid() ? infer_child(range.low, expected) : Type{};
        if (!range.low.valid()) return high;
        if (!range.high.valid()) return low;
        if (low.kind == TypeKind::number) return high;
        return common_type(checker, low, high, span(), "the ends of this range are");
    }

private:
    Type set_refused() const {
        return report(kinds::set_not_allowed, "a set of values stands where a guideline needs one value",
                      "write the value; ranges and unknowns belong to cases");
    }

    Type ordered(const Type& type, std::string_view who) const {
        if (type.kind == TypeKind::invalid || layout_of(type.kind) == Layout::ordered) return type;
        return report(kinds::type_mismatch,
                      fmt::format("{} numbers, quantities or dates, not {}", who, print_type(checker.words(), type)),
                      "compare choices with `<` instead");
    }

    // In an `and`, each operand is guarded by what the others read.
    Type group(const std::vector<ExprId>& operands, std::string_view what, bool guards) const {
        for (ExprId operand : operands) {
            GuardFrame frame{context.guards, context.module, &operands, operand};
            ExprContext inner = operands.size() > 1 ? joined() : context;
            if (guards) inner.guards = &frame;
            require(checker, inner, operand, truth_type, what);
        }
        return truth_type;
    }

    // A bare word or a text that only the other side can explain, so that it must be looked at first.
    bool is_choice_word(ExprId child) const {
        const auto* ref = std::get_if<ast::NameRef>(&expr(child).kind);
        if (ref == nullptr) {
            return std::holds_alternative<ast::UnknownLiteral>(expr(child).kind) ||
                   std::holds_alternative<ast::TextLiteral>(expr(child).kind);
        }
        return !names_element(context, ref->name.text) && !parameter(ref->name.text) &&
               checker.visible.find(ref->name.text) == checker.visible.end() &&
               checker.words().fact_by_path.find(ref->name.text) == checker.words().fact_by_path.end() &&
               checker.words().indexed_by_path.find(ref->name.text) == checker.words().indexed_by_path.end();
    }

    std::optional<std::uint32_t> parameter(const std::string& name) const {
        if (context.definition == nullptr) return std::nullopt;
        const auto& parameters = context.definition->parameters;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (parameters[i].name.text == name) return static_cast<std::uint32_t>(i);
        }
        return std::nullopt;
    }

    bool names_table(const std::string& name) const {
        const auto found = checker.visible.find(name);
        if (found == checker.visible.end()) return false;
        return std::holds_alternative<ast::Table>(checker.tree(found->second.module).decls[found->second.decl.index].kind);
    }

    // `call`: null for a name by itself.
    Type name(const ast::Name& name, const ast::Call* call) const {
        const std::vector<ExprId>* arguments = call == nullptr ? nullptr : &call->arguments;
        if (call != nullptr && call->column && !names_table(name.text)) {
            checker.diagnostics.report(kinds::unknown_column, call->column->span,
                                       fmt::format("`{}` is no table and has no columns", name.text), "leave the column out");
            return {};
        }
        if (auto index = parameter(name.text); index && arguments == nullptr) {
            reference() = ParameterRef{*index};
            return context.definition_state->parameters[*index];
        }
        if (arguments == nullptr) {
            if (names_element(context, name.text)) return infer_field(checker, context, name, reference());
            if (auto value = choice_value(name.text, expected)) return *value;
        }
        if (auto found = checker.visible.find(name.text); found != checker.visible.end()) {
            if (names_table(name.text)) return look_up(checker, context, id, found->second, name, call);
            return definition(found->second, name, arguments);
        }
        if (auto fact = checker.words().fact_by_path.find(name.text); fact != checker.words().fact_by_path.end()) {
            if (arguments != nullptr) {
                return report(kinds::wrong_arguments, fmt::format("`{}` is a fact and takes nothing in parentheses", name.text),
                              "remove the parentheses");
            }
            return read_fact(checker, context, id, fact->second);
        }
        if (auto indexed = checker.words().indexed_by_path.find(name.text); indexed != checker.words().indexed_by_path.end()) {
            return read_indexed_fact(checker, context, id, indexed->second, arguments);
        }
        if (arguments == nullptr) {
            if (auto value = only_choice_value(name.text)) return *value;
        }
        return unknown(name, arguments != nullptr);
    }

    std::optional<Type> choice_value(const std::string& word, const Type& type) const {
        if (type.kind != TypeKind::choice) return std::nullopt;
        const auto& values = checker.words().choice_type(type.choice).values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i].name == word) {
                reference() = ChoiceRef{type.choice, static_cast<std::uint32_t>(i)};
                return type;
            }
        }
        return std::nullopt;
    }

    std::optional<Type> only_choice_value(const std::string& word) const {
        std::optional<Type> found;
        for (std::size_t i = 0; i < checker.words().choice_types.size(); ++i) {
            Type type{TypeKind::choice, {}, {}, ChoiceTypeId{static_cast<std::uint32_t>(i)}};
            const auto& values = checker.words().choice_types[i].values;
            auto same = [&](const ChoiceValueInfo& value) { return value.name == word; };
            if (std::none_of(values.begin(), values.end(), same)) continue;
            if (found) return std::nullopt;  // of two types: the reader could not tell either
            found = type;
        }
        if (found && expected.kind != TypeKind::choice) return choice_value(word, *found);
        return std::nullopt;
    }

    Type definition(DefineRef ref, const ast::Name& name, const std::vector<ExprId>* arguments) const {
        reference() = ref;
        const DefinitionState& state = define_type(checker, ref);
        std::size_t given = arguments == nullptr ? 0 : arguments->size();
        const auto& define = std::get<ast::Define>(checker.tree(ref.module).decls[ref.decl.index].kind);
        if (given != define.parameters.size()) {
            return report(kinds::wrong_arguments,
                          fmt::format("`{}` takes {} value{}, and {} stand{} here", name.text, define.parameters.size(),
                                      define.parameters.size() == 1 ? "" : "s", given, given == 1 ? "s" : ""),
                          "give one value for each name in its definition");
        }
        Type result = state.result;
        if (state.silent) meet_silence(checker, context, span(), name);
        std::vector<Type> wanted = state.parameters;
        const ExprContext inner = joined();
        for (std::size_t i = 0; i < given; ++i) {
            require(checker, inner, (*arguments)[i], wanted[i], fmt::format("`{}`", define.parameters[i].name.text));
        }
        return result;
    }

    Type unknown(const ast::Name& name, bool call) const {
        if (checker.values.find(name.text) != checker.values.end()) {
            return report(kinds::type_mismatch, fmt::format("`{}` is a set of codes and no value", name.text),
                          fmt::format("ask whether a code is in it: … in {}", name.text));
        }
        std::vector<std::string_view> known;
        for (const auto& [visible, ref] : checker.visible) known.push_back(visible);
        for (const IndexedFactInfo& fact : checker.words().indexed_facts) known.push_back(fact.path);
        if (!call) {
            for (const FactInfo& fact : checker.words().facts) {
                if (fact.indexed == UINT32_MAX) known.push_back(fact.path);
            }
            if (expected.kind == TypeKind::choice) {
                for (const auto& value : checker.words().choice_type(expected.choice).values) known.push_back(value.name);
            }
            if (context.definition != nullptr) {
                for (const auto& parameter : context.definition->parameters) known.push_back(parameter.name.text);
            }
        }
        std::sort(known.begin(), known.end());
        std::string_view near = nearest_name(name.text, known);
        // What did not parse may have declared it; only a likely slip is worth a word then.
        if (near.empty() && !tree().complete) return {};
        std::string help = near.empty() ? "facts are declared in the standard library or with `fact`"
                                        : fmt::format("did you mean `{}`?", near);
        if (expected.kind == TypeKind::choice && near.empty()) {
            help = "one of: ";
            for (const auto& value : checker.words().choice_type(expected.choice).values) help += value.name + ", ";
            help.resize(help.size() - 2);
        }
        return report(kinds::unknown_name, fmt::format("nothing here is called `{}`", name.text), help);
    }
};

}  // namespace

Type infer(Checker& checker, const ExprContext& context, ExprId id, const Type& expected) {
    const ast::Expr& expr = checker.tree(context.module).expr(id);
    Type type = std::visit(Inference{checker, context, id, expected}, expr.kind);
    checker.program.modules[context.module].tables.types[id.index] = type;
    return type;
}

}  // namespace warrant
