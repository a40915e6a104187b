// Which steps each kind of expression becomes. The program was checked: types are right, names are resolved.
#include "interpreter/check/print_value.hpp"
#include "interpreter/plan/lowering.hpp"

#include "interpreter/value/date.hpp"

#include <algorithm>

namespace warrant {

namespace {
constexpr Type truth_type{TypeKind::truth, {}, {}, {}};
}  // namespace

struct ExpressionLowering {
    Lowering& lowering;
    const LowerContext& context;
    ExprId id;

    const LinkedModule& module() const { return lowering.program().modules[context.module]; }
    const ast::Expr& expr(ExprId child) const { return module().tree->expr(child); }
    const Type& type(ExprId child) const { return module().tables.types[child.index]; }
    const Type& type() const { return type(id); }
    Span span() const { return expr(id).span; }
    StepId child(ExprId operand) const { return lowering.lower(context, operand); }
    std::vector<StepId> children(const std::vector<ExprId>& operands) const {
        std::vector<StepId> steps;
        for (ExprId operand : operands) steps.push_back(child(operand));
        return steps;
    }
    StepId truth(Op op, std::vector<StepId> operands, std::uint32_t payload = 0) const {
        return lowering.emit(op, truth_type, std::move(operands), payload, span());
    }

    StepId operator()(const ast::NumberLiteral& literal) const {
        std::int64_t micro = literal.micro;
        if (literal.unit && type().kind == TypeKind::number) {  // percent
            auto written = written_unit(lowering.words(), literal.unit->numerator.text, {});
            micro = scale_micro(micro, written->ratio.numerator, written->ratio.denominator).value_or(micro);
        }
        return lowering.constant(type(), OrderedSet{micro, micro}, span());
    }
    StepId operator()(const ast::DateLiteral& literal) const {
        return lowering.constant(type(), OrderedSet{first_day_of(literal.date), last_day_of(literal.date)}, span());
    }
    StepId operator()(const ast::TruthLiteral& literal) const { return lowering.truth_constant(literal.value, span()); }
    StepId operator()(const ast::TextLiteral& literal) const {
        return lowering.constant(type(), TextSet{false, {literal.text}}, span());
    }

    StepId operator()(const ast::NameRef&) const { return reference({}); }
    StepId operator()(const ast::Call& call) const { return reference(call.arguments); }

    StepId operator()(const ast::Prefix& prefix) const {
        StepId operand = child(prefix.operand);
        switch (prefix.op) {
            case ast::PrefixOp::logical_not:
                return lowering.negate(operand, span());
            case ast::PrefixOp::documented:
                return truth(Op::documented, {operand});
            case ast::PrefixOp::known:
                return truth(Op::known, {operand});
            case ast::PrefixOp::minus:
                break;
        }
        if (const ValueSet* value = lowering.constant_value(operand)) {
            const auto& range = std::get<OrderedSet>(*value);
            if (range.low == range.high) return lowering.constant(type(), OrderedSet{-range.low, -range.low}, span());
        }
        return lowering.emit(Op::minus, type(), {operand}, 0, span());
    }

    StepId operator()(const ast::Binary& binary) const {
        StepId left = child(binary.left);
        StepId right = child(binary.right);
        switch (binary.op) {
            case ast::BinaryOp::equal:
                return equal(left, right);
            case ast::BinaryOp::not_equal:
                return lowering.negate(equal(left, right), span());
            case ast::BinaryOp::less:
                return ordering(left, right, false);
            case ast::BinaryOp::less_equal:
                return ordering(left, right, true);
            case ast::BinaryOp::greater:
                return ordering(right, left, false);
            case ast::BinaryOp::greater_equal:
                return ordering(right, left, true);
            case ast::BinaryOp::add:
                return sum(left, right, false);
            case ast::BinaryOp::subtract:
                return sum(left, right, true);
            case ast::BinaryOp::multiply:
                return product(left, right);
            case ast::BinaryOp::divide:
                break;
        }
        return quotient(left, right);
    }

    StepId operator()(const ast::Connective& connective) const {
        bool all = connective.op == ast::ConnectiveOp::logical_and;
        return all ? lowering.all_of(children(connective.operands), span())
                   : lowering.any_of(children(connective.operands), span());
    }
    StepId operator()(const ast::Group& group) const {
        switch (group.op) {
            case ast::GroupOp::all_of:
                return lowering.all_of(children(group.operands), span());
            case ast::GroupOp::any_of:
                return lowering.any_of(children(group.operands), span());
            case ast::GroupOp::at_least:
                break;
        }
        return truth(Op::at_least, children(group.operands), static_cast<std::uint32_t>(group.count));
    }

    StepId operator()(const ast::InList& in) const {
        StepId subject = child(in.subject);
        if (lowering.type_of(subject).kind == TypeKind::code) return lower_code_list(lowering, context, subject, in, span());
        std::vector<StepId> items = children(in.items);
        auto is_constant = [&](StepId item) { return lowering.constant_value(item) != nullptr; };
        bool constants = std::all_of(items.begin(), items.end(), is_constant);
        Layout layout = layout_of(lowering.type_of(subject).kind);
        if (constants && layout == Layout::choice) {
            ChoiceSet set{std::vector<std::uint64_t>(words_of_choice(subject))};
            for (StepId item : items) add(set, std::get<ChoiceSet>(*lowering.constant_value(item)));
            return choice_in(subject, std::move(set));
        }
        if (constants && layout == Layout::text) {
            TextSet set{false, {}};
            for (StepId item : items) {
                const auto& texts = std::get<TextSet>(*lowering.constant_value(item)).values;
                set.values.insert(set.values.end(), texts.begin(), texts.end());
            }
            std::sort(set.values.begin(), set.values.end());
            set.values.erase(std::unique(set.values.begin(), set.values.end()), set.values.end());
            return truth(Op::text_in, {subject}, lowering.payload(std::move(set)));
        }
        std::vector<StepId> truths;
        for (StepId item : items) truths.push_back(equal(subject, item));
        return lowering.any_of(std::move(truths), span());
    }
    // Lowered with the list it stands in.
    StepId operator()(const ast::ItemRange&) const { return lowering.truth_constant(false, span()); }
    StepId operator()(const ast::InRange& in) const {
        StepId subject = child(in.subject);
        if (lowering.type_of(subject).kind == TypeKind::code) return lower_code_range(lowering, context, subject, in, span());
        StepId low = child(in.low);
        StepId high = child(in.high);
        const ValueSet* first = lowering.constant_value(low);
        const ValueSet* last = lowering.constant_value(high);
        if (layout_of(lowering.type_of(subject).kind) == Layout::choice && first != nullptr && last != nullptr) {
            std::size_t count = lowering.words().choice_type(lowering.type_of(subject).choice).values.size();
            ChoiceSet set = side_of(count, std::get<ChoiceSet>(*first), true, true);
            const ChoiceSet up_to = side_of(count, std::get<ChoiceSet>(*last), false, true);
            for (std::size_t i = 0; i < set.words.size(); ++i) set.words[i] &= up_to.words[i];
            return choice_in(subject, std::move(set));
        }
        return lowering.all_of({ordering(low, subject, true), ordering(subject, high, true)}, span());
    }

    StepId operator()(const ast::Extreme& extreme) const {
        std::vector<StepId> steps = children(extreme.operands);
        for (StepId& step : steps) step = lowering.in_type(step, type(), span());
        if (steps.size() == 1) return steps.front();
        return lowering.emit(extreme.op == ast::ExtremeOp::least ? Op::least : Op::greatest, type(), std::move(steps), 0,
                             span());
    }
    StepId operator()(const ast::RoundedUp& rounded) const {
        StepId operand = child(rounded.operand);
        StepId step = child(rounded.step);
        return lowering.emit(Op::round_up, type(), {operand, step}, whole_factors(operand, step), span());
    }
    StepId operator()(const ast::Between& between) const {
        StepId from = child(between.from);
        StepId to = child(between.to);
        switch (between.unit) {
            case ast::CalendarUnit::days:
                return lowering.emit(Op::days_between, type(), {from, to}, 0, span());
            case ast::CalendarUnit::months:
                return lowering.emit(Op::months_between, type(), {from, to}, 0, span());
            case ast::CalendarUnit::years:
                break;
        }
        return lowering.emit(Op::years_between, type(), {from, to}, 0, span());
    }
    StepId operator()(const ast::If& choice) const {
        StepId condition = child(choice.condition);
        StepId then = lowering.in_type(child(choice.then), type(), span());
        StepId otherwise = lowering.in_type(child(choice.otherwise), type(), span());
        return lowering.emit(Op::choose, type(), {condition, then, otherwise}, 0, span());
    }

    StepId operator()(const ast::Quantifier& quantifier) const { return lowering.quantifier(context, quantifier, span()); }
    StepId operator()(const ast::Aggregate& aggregate) const { return lowering.aggregate(context, aggregate, type(), span()); }
    // Recommendations are lowered with the criteria they name (lower.cpp).
    StepId operator()(const ast::CriterionRef&) const { return lowering.truth_constant(false, span()); }
    StepId operator()(const ast::EveryCriterion&) const { return lowering.truth_constant(false, span()); }

    StepId operator()(const ast::UnknownLiteral&) const {
        return lowering.constant(type(), full_set(lowering.words(), type(), true), span());
    }
    StepId operator()(const ast::OneOfLiteral& set) const { return lower_one_of(lowering, context, id, set); }
    StepId operator()(const ast::RangeLiteral& range) const { return lower_range(lowering, context, id, range); }

private:
    StepId reference(const std::vector<ExprId>& arguments) const {
        const Reference& reference = module().tables.references[id.index];
        if (const auto* fact = std::get_if<FactId>(&reference)) return lowering.fact(*fact, context.assumptions, span());
        if (const auto* field = std::get_if<FieldRef>(&reference)) return lowering.field(field->list, field->field, span());
        if (const auto* parameter = std::get_if<ParameterRef>(&reference))
            return lowering.parameter(context, parameter->index, span());
        if (const auto* choice = std::get_if<ChoiceRef>(&reference)) {
            std::size_t count = lowering.words().choice_type(choice->type).values.size();
            return lowering.constant(type(), one_choice(count, choice->value), span());
        }
        if (const auto* table = std::get_if<TableRef>(&reference)) return look_up(*table, arguments);
        if (const auto* indexed = std::get_if<IndexedRef>(&reference)) {
            return lowering.indexed_fact(indexed->indexed, child(arguments.front()), context.assumptions, span());
        }
        const auto& define = std::get<DefineRef>(reference);
        const auto& declaration =
            std::get<ast::Define>(lowering.program().modules[define.module].tree->decls[define.decl.index].kind);
        std::vector<StepId> steps = children(arguments);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            Diagnostics none;  // the checker reported what is wrong with the declaration
            steps[i] = lowering.in_type(steps[i], written_type(lowering.words(), declaration.parameters[i].type, none), span());
        }
        return lowering.definition(define, steps, context.assumptions);
    }

    StepId look_up(const TableRef& reference, const std::vector<ExprId>& arguments) const {
        const std::vector<CheckedTable::Key>& keys = lowering.program().table(reference.table).keys;
        std::vector<StepId> steps = children(arguments);
        for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = lowering.in_type(steps[i], keys[i].type, span());
        return lowering.look_up(reference, std::move(steps), span());
    }

    // Factors to the unit in which both are whole: the finer of the two, as the checker chose it.
    std::uint32_t whole_factors(StepId left, StepId right) const {
        auto factor = [&](StepId step) {
            auto ratio = unit_ratio(lowering.words(), lowering.type_of(step), type());
            return ratio ? ratio->numerator : 1;
        };
        return lowering.scale({factor(left), factor(right)});
    }
    std::uint32_t comparison_scale(StepId left, StepId right) const {
        UnitRatio ratio = unit_ratio(lowering.words(), lowering.type_of(left), lowering.type_of(right)).value_or(UnitRatio{});
        return lowering.scale({ratio.numerator, ratio.denominator});
    }

    std::size_t words_of_choice(StepId step) const {
        return (lowering.words().choice_type(lowering.type_of(step).choice).values.size() + 63) / 64;
    }
    static void add(ChoiceSet& set, const ChoiceSet& other) {
        for (std::size_t i = 0; i < set.words.size(); ++i) set.words[i] |= other.words[i];
    }
    StepId choice_in(StepId subject, ChoiceSet set) const {
        return truth(Op::choice_in, {subject}, lowering.payload(std::move(set)));
    }

    StepId equal(StepId left, StepId right) const {
        const ValueSet* left_value = lowering.constant_value(left);
        const ValueSet* right_value = lowering.constant_value(right);
        if (left_value != nullptr && right_value == nullptr) {
            std::swap(left, right);
            std::swap(left_value, right_value);
        }
        bool one = right_value != nullptr && is_single(*right_value);
        switch (layout_of(lowering.type_of(left).kind)) {
            case Layout::ordered:
                return truth(Op::equal, {left, right}, comparison_scale(left, right));
            case Layout::choice:
                return one ? choice_in(left, std::get<ChoiceSet>(*right_value)) : truth(Op::choice_equal, {left, right});
            case Layout::text:
                return one ? truth(Op::text_in, {left}, lowering.plan.step(right).payload)
                           : truth(Op::text_equal, {left, right});
            case Layout::truth:
                break;
        }
        if (one) return std::get<TruthSet>(*right_value).can_be_true ? left : lowering.negate(left, span());
        StepId both = lowering.all_of({left, right}, span());
        StepId neither = lowering.all_of({lowering.negate(left, span()), lowering.negate(right, span())}, span());
        return lowering.any_of({both, neither}, span());
    }

    StepId ordering(StepId left, StepId right, bool or_equal) const {
        const Type& of = lowering.type_of(left);
        if (layout_of(of.kind) == Layout::ordered) {
            return truth(or_equal ? Op::less_equal : Op::less, {left, right}, comparison_scale(left, right));
        }
        std::size_t count = lowering.words().choice_type(of.choice).values.size();
        const ValueSet* left_value = lowering.constant_value(left);
        const ValueSet* right_value = lowering.constant_value(right);
        if (right_value != nullptr && is_single(*right_value)) {  // below (or at) a value: one of those before it
            return choice_in(left, side_of(count, std::get<ChoiceSet>(*right_value), false, or_equal));
        }
        if (left_value != nullptr && is_single(*left_value)) {
            return choice_in(right, side_of(count, std::get<ChoiceSet>(*left_value), true, or_equal));
        }
        return truth(or_equal ? Op::choice_less_equal : Op::choice_less, {left, right});
    }
    static ChoiceSet side_of(std::size_t count, const ChoiceSet& pivot, bool above, bool with_pivot) {
        std::size_t at = 0;
        while (!contains(pivot, at)) ++at;
        ChoiceSet set = one_choice(count, at);
        if (!with_pivot) set.words[at / 64] = 0;
        for (std::size_t value = above ? at + 1 : 0; value < (above ? count : at); ++value)
            set.words[value / 64] |= std::uint64_t{1} << (value % 64);
        return set;
    }

    // A date and a calendar quantity.
    StepId moved_date(StepId date, StepId quantity) const {
        const Vocabulary& words = lowering.words();
        Type from = lowering.type_of(quantity);
        auto to = [&](UnitId unit) { return unit_ratio(words, from, Type{TypeKind::quantity, unit, {}, {}}); };
        auto days = words.day.valid() ? to(words.day) : std::nullopt;
        if (days)
            return lowering.emit(Op::add_days, type(), {date, quantity}, lowering.scale({days->numerator, days->denominator}),
                                 span());
        UnitRatio months = to(words.month).value_or(UnitRatio{});
        return lowering.emit(Op::add_months, type(), {date, quantity}, lowering.scale({months.numerator, months.denominator}),
                             span());
    }

    StepId sum(StepId left, StepId right, bool subtract) const {
        bool left_date = lowering.type_of(left).kind == TypeKind::date;
        bool right_date = lowering.type_of(right).kind == TypeKind::date;
        if (left_date && right_date) return lowering.emit(Op::days_between, type(), {right, left}, 0, span());
        if (right_date) return moved_date(right, left);
        if (left_date) {
            Type quantity = lowering.type_of(right);
            return moved_date(left, subtract ? lowering.emit(Op::minus, quantity, {right}, 0, span()) : right);
        }
        return lowering.emit(subtract ? Op::subtract : Op::add, type(), {left, right}, whole_factors(left, right), span());
    }

    StepId product(StepId left, StepId right) const {
        const Type left_type = lowering.type_of(left);
        const Type right_type = lowering.type_of(right);
        UnitRatio ratio{};
        auto plain = [](UnitId unit) { return Type{TypeKind::quantity, unit, {}, {}}; };
        if (left_type.kind == TypeKind::quantity && right_type.kind == TypeKind::quantity) {
            // u/v * w: w in v.
            bool left_ratio = left_type.denominator.valid();
            UnitId below = left_ratio ? left_type.denominator : right_type.denominator;
            UnitId other = left_ratio ? right_type.numerator : left_type.numerator;
            ratio = unit_ratio(lowering.words(), plain(other), plain(below)).value_or(UnitRatio{});
        }
        return lowering.emit(Op::multiply, type(), {left, right}, lowering.scale({ratio.numerator, ratio.denominator}), span());
    }

    StepId quotient(StepId left, StepId right) const {
        const Type left_type = lowering.type_of(left);
        const Type right_type = lowering.type_of(right);
        UnitRatio ratio{};
        auto plain = [](UnitId unit) { return Type{TypeKind::quantity, unit, {}, {}}; };
        if (left_type.kind == TypeKind::quantity && right_type.kind == TypeKind::quantity) {
            auto like = unit_ratio(lowering.words(), left_type, right_type);
            bool by_ratio = right_type.denominator.valid() && !left_type.denominator.valid();
            if (like) ratio = *like;
            else if (by_ratio)
                ratio = unit_ratio(lowering.words(), left_type, plain(right_type.numerator)).value_or(UnitRatio{});
        }
        return lowering.emit(Op::divide, type(), {left, right}, lowering.scale({ratio.numerator, ratio.denominator}), span());
    }
};

StepId Lowering::lower(const LowerContext& context, ExprId expr) {
    if (full_) return StepId{0};
    return std::visit(ExpressionLowering{*this, context, expr}, program_->modules[context.module].tree->expr(expr).kind);
}

}  // namespace warrant
