// A checked guideline as a plan: its criteria, limits and recommendation as steps, joined into the rows of the finding.
#include "interpreter/plan/lower.hpp"

#include "interpreter/plan/lowering.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};

// Builds the parts of one guideline. The expressions are Lowering's; this says what they amount to.
class GuidelineLowering {
public:
    GuidelineLowering(const Program& program, Diagnostics& diagnostics) : lowering_(program, diagnostics), program_(program) {}

    Plan lower() {
        describe();
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* assume = std::get_if<ast::Assume>(&decl.kind)) add_assumption(*assume);
        }
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* limit = std::get_if<ast::Limit>(&decl.kind)) note_cap_type(*limit);
        }
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* criterion = std::get_if<ast::Criterion>(&decl.kind)) add_criterion(*criterion);
            if (const auto* limit = std::get_if<ast::Limit>(&decl.kind)) add_limit(*limit);
        }
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* clause = std::get_if<ast::Recommendation>(&decl.kind)) add_recommendation(*clause);
        }
        join_limits();
        add_rows();
        return std::move(plan());
    }

private:
    const ast::Module& tree() const { return program_.root_tree(); }
    Plan& plan() { return lowering_.plan; }
    LowerContext context() const { return {program_.root, nullptr, true}; }
    StepId expression(ExprId id) { return lowering_.lower(context(), id); }
    const Type& type_of(ExprId id) const { return program_.modules[program_.root].tables.types[id.index]; }
    Span span_of(ExprId id) const { return tree().expr(id).span; }

    PartSource source_of(const ast::Provenance& own, Span span) const { return warrant::source_of(tree().header, own, span); }

    void describe() {
        const ast::Header& header = tree().header;
        GuidelineInfo& info = plan().guideline;
        info.name = header.name.text;
        if (header.title) info.title = header.title->text;
        if (header.source) info.source = header.source->text;
        if (header.edition) info.edition = header.edition->text;
        if (header.in_force) {
            info.in_force_from = first_day_of(header.in_force->from);
            if (header.in_force->to) info.in_force_to = last_day_of(*header.in_force->to);
        }
        info.provenance = source_of(header.provenance, header.span);
        info.status = header.status.value_or(ast::Status::draft);
        info.partial = header.partial;
    }

    void add_assumption(const ast::Assume& assume) {
        FactId fact = lowering_.words().fact_by_path.at(assume.fact.text);
        Type type = type_of(assume.value);
        StepId raw = lowering_.fact(fact, false, assume.fact.span);
        StepId value = lowering_.in_type(expression(assume.value),
                                         lowering_.type_of(raw).kind == TypeKind::invalid ? type : Type(lowering_.type_of(raw)),
                                         span_of(assume.value));
        lowering_.assume(fact, value);
        StepId step = lowering_.fact(fact, true, assume.fact.span);
        plan().assumptions.push_back({fact, step, assume.because ? assume.because->text : "", assumption_source(assume)});
    }

    // An assumption cites only what it cites itself: the header's pages are not where it comes from.
    PartSource assumption_source(const ast::Assume& assume) const {
        PartSource source = source_of(assume.provenance, assume.fact.span);
        if (!assume.provenance.citation) source.citation.clear();
        return source;
    }

    std::vector<ExceptionPlan> exceptions_of(const std::vector<ast::Exception>& exceptions, bool generally, Span span) {
        std::vector<ExceptionPlan> plans;
        for (const ast::Exception& exception : exceptions) {
            plans.push_back({exception.name.text,
                             exception.label ? exception.label->text : exception.name.text,
                             source_of(exception.provenance, exception.name.span),
                             expression(exception.when),
                             {},
                             false});
        }
        if (generally) {
            FactId departure = lowering_.words().fact_by_path.at("request.departure_documented");
            PartSource source;
            source.span = span;
            plans.push_back({"departure",
                             lowering_.words().fact(departure).label,
                             source,
                             lowering_.fact(departure, true, span),
                             {},
                             true});
        }
        return plans;
    }

    StepId silent_part(StepId applies, std::vector<StepId> silences, Span span) {
        if (silences.empty()) return {};
        StepId some = lowering_.any_of(std::move(silences), span);
        StepId silent = applies.valid() ? lowering_.all_of({applies, some}, span) : some;
        silent_.push_back(silent);
        return silent;
    }

    void add_criterion(const ast::Criterion& criterion) {
        CriterionPlan part;
        part.id = criterion.id.text;
        part.label = criterion.label ? criterion.label->text : "";
        part.source = source_of(criterion.provenance, criterion.id.span);
        part.excludes = criterion.excludes;
        part.generally = criterion.generally;
        Span span = span_of(criterion.condition);
        if (criterion.applies_when.valid()) part.applies = expression(criterion.applies_when);
        part.condition = expression(criterion.condition);
        part.holds = criterion.excludes ? lowering_.negate(part.condition, span) : part.condition;
        part.exceptions = exceptions_of(criterion.exceptions, criterion.generally, criterion.id.span);
        std::vector<StepId> ways;
        if (part.applies.valid()) ways.push_back(lowering_.negate(part.applies, span));
        for (const ExceptionPlan& exception : part.exceptions) ways.push_back(exception.when);
        ways.push_back(part.holds);
        part.truth = lowering_.any_of(std::move(ways), span);
        std::vector<StepId> silences = silences_under(lowering_.plan, {part.condition});
        for (const ExceptionPlan& exception : part.exceptions) {
            for (const StepId silence : silences_under(lowering_.plan, {exception.when})) silences.push_back(silence);
        }
        part.silent = silent_part(part.applies, std::move(silences), span);
        plan().parts.push_back({false, static_cast<std::uint32_t>(plan().criteria.size())});
        plan().criteria.push_back(std::move(part));
    }

    // The unit in which all caps of a quantity can be held exactly: the finest that any of them is written in.
    void note_cap_type(const ast::Limit& limit) {
        auto note = [&](ExprId cap) {
            if (!cap.valid()) return;
            Type type = type_of(cap);
            auto [common, first] = cap_types_.try_emplace(limit.quantity.text, type);
            auto ratio = unit_ratio(lowering_.words(), common->second, type);
            if (!first && ratio && ratio->denominator == 1) common->second = type;
        };
        note(limit.cap);
        for (const ast::Exception& exception : limit.exceptions) note(exception.cap);
    }

    StepId no_limit(const Type& type, Span span) {
        return lowering_.constant(type, OrderedSet{unbounded_high, unbounded_high}, span);
    }

    void add_limit(const ast::Limit& limit) {
        LimitPlan part;
        part.id = limit.id.text;
        part.label = limit.label ? limit.label->text : "";
        part.source = source_of(limit.provenance, limit.id.span);
        part.generally = limit.generally;
        part.quantity = quantity_of(limit);
        const Type type = cap_types_.at(limit.quantity.text);
        Span span = span_of(limit.cap);
        part.base = lowering_.in_type(expression(limit.cap), type, span);
        if (limit.applies_when.valid()) part.applies = expression(limit.applies_when);
        part.exceptions = exceptions_of(limit.exceptions, limit.generally, limit.id.span);
        for (std::size_t i = 0; i < part.exceptions.size(); ++i) {
            bool written = i < limit.exceptions.size() && limit.exceptions[i].cap.valid();
            part.exceptions[i].cap =
                written ? lowering_.in_type(expression(limit.exceptions[i].cap), type, span) : no_limit(type, span);
        }
        StepId cap = part.base;
        for (std::size_t i = part.exceptions.size(); i-- > 0;) {
            cap = lowering_.emit(Op::choose, type, {part.exceptions[i].when, part.exceptions[i].cap, cap}, 0, span);
        }
        if (part.applies.valid()) cap = lowering_.emit(Op::choose, type, {part.applies, cap, no_limit(type, span)}, 0, span);
        StepId zero = lowering_.constant(type, OrderedSet{0, 0}, span);
        part.cap = lowering_.emit(Op::greatest, type, {cap, zero}, 0, span);
        std::vector<StepId> silences = silences_under(lowering_.plan, {part.base});
        for (const ExceptionPlan& exception : part.exceptions) {
            for (const StepId silence : silences_under(lowering_.plan, {exception.when})) silences.push_back(silence);
            // The cap of an exception counts only where the exception holds.
            for (const StepId silence : silences_under(lowering_.plan, {exception.cap}))
                silences.push_back(lowering_.all_of({exception.when, silence}, span));
        }
        part.silent = silent_part(part.applies, std::move(silences), span);
        plan().parts.push_back({true, static_cast<std::uint32_t>(plan().limits.size())});
        plan().limits.push_back(std::move(part));
    }

    std::uint32_t quantity_of(const ast::Limit& limit) {
        FactId fact = lowering_.words().fact_by_path.at(limit.quantity.text);
        auto& quantities = plan().quantities;
        auto same = std::find_if(quantities.begin(), quantities.end(),
                                 [&](const QuantityPlan& quantity) { return quantity.fact == fact; });
        auto index = static_cast<std::uint32_t>(same - quantities.begin());
        if (same == quantities.end()) {
            QuantityPlan quantity;
            quantity.fact = fact;
            quantity.cap_type = cap_types_.at(limit.quantity.text);
            quantity.asked = lowering_.fact(fact, true, limit.quantity.span);
            quantities.push_back(quantity);
        }
        return index;
    }

    // Several limits on one quantity: the least.
    void join_limits() {
        for (std::uint32_t i = 0; i < plan().quantities.size(); ++i) {
            std::vector<StepId> caps;
            Span span;
            for (const LimitPlan& limit : plan().limits) {
                if (limit.quantity != i) continue;
                caps.push_back(limit.cap);
                span = limit.source.span;
            }
            QuantityPlan quantity = plan().quantities[i];
            quantity.cap = caps.size() == 1 ? caps.front() : lowering_.emit(Op::least, quantity.cap_type, caps, 0, span);
            quantity.within = lowering_.less_equal(quantity.asked, quantity.cap, span);
            StepId zero = lowering_.constant(quantity.cap_type, OrderedSet{0, 0}, span);
            quantity.zero = lowering_.less_equal(quantity.cap, zero, span);
            UnitRatio ratio =
                unit_ratio(lowering_.words(), lowering_.type_of(quantity.asked), quantity.cap_type).value_or(UnitRatio{});
            quantity.scale = {ratio.numerator, ratio.denominator};
            plan().quantities[i] = quantity;
        }
    }

    void add_recommendation(const ast::Recommendation& clause) {
        Span span = clause.when.valid() ? span_of(clause.when) : tree().header.name.span;
        PartSource source = source_of(clause.provenance, span);
        // Steps are emitted before the plan's own member is touched: emitting may move it.
        switch (clause.kind) {
            case ast::Recommendation::Kind::recommended: {
                StepId step = criteria_expression(clause.when, false);
                plan().recommendation.recommended = step;
                plan().recommendation.recommended_source = source;
                break;
            }
            case ast::Recommendation::Kind::not_recommended: {
                plan().recommendation.not_recommended_source = source;
                if (clause.when.valid()) {
                    StepId step = expression(clause.when);
                    plan().recommendation.not_recommended = step;
                } else {
                    auto exceptions = exceptions_of(clause.exceptions, false, span);
                    plan().recommendation.never_recommended = true;
                    plan().recommendation.exceptions = std::move(exceptions);
                }
                break;
            }
            case ast::Recommendation::Kind::no_recommendation: {
                StepId step = expression(clause.when);
                plan().recommendation.no_recommendation = step;
                plan().recommendation.no_recommendation_source = source;
                break;
            }
        }
    }

    const CriterionPlan& criterion(const std::string& id) {
        mentioned_.insert(id);
        auto same = [&](const CriterionPlan& part) { return part.id == id; };
        return *std::find_if(plan().criteria.begin(), plan().criteria.end(), same);
    }

    // Under `any of`, a criterion counts only if it applies and holds.
    StepId criteria_expression(ExprId id, bool among_alternatives) {
        const ast::Expr& expr = tree().expr(id);
        auto operands = [&](const std::vector<ExprId>& children, bool alternatives) {
            std::vector<StepId> steps;
            for (ExprId child : children) steps.push_back(criteria_expression(child, alternatives));
            return steps;
        };
        if (const auto* connective = std::get_if<ast::Connective>(&expr.kind)) {
            bool all = connective->op == ast::ConnectiveOp::logical_and;
            auto steps = operands(connective->operands, among_alternatives || !all);
            return all ? lowering_.all_of(std::move(steps), expr.span) : lowering_.any_of(std::move(steps), expr.span);
        }
        if (const auto* group = std::get_if<ast::Group>(&expr.kind)) {
            auto steps = operands(group->operands, among_alternatives || group->op != ast::GroupOp::all_of);
            if (group->op == ast::GroupOp::all_of) return lowering_.all_of(std::move(steps), expr.span);
            if (group->op == ast::GroupOp::any_of) return lowering_.any_of(std::move(steps), expr.span);
            return lowering_.emit(Op::at_least, truth_type, std::move(steps), static_cast<std::uint32_t>(group->count),
                                  expr.span);
        }
        if (const auto* ref = std::get_if<ast::CriterionRef>(&expr.kind)) {
            const CriterionPlan& part = criterion(ref->criterion.text);
            if (!among_alternatives || !part.applies.valid()) return part.truth;
            return lowering_.all_of({part.applies, part.truth}, expr.span);
        }
        std::vector<StepId> every;
        for (const CriterionPlan& part : plan().criteria) {
            mentioned_.insert(part.id);
            every.push_back(part.truth);
        }
        return lowering_.all_of(std::move(every), expr.span);
    }

    // The rows of the finding (language.md section 6).
    void add_rows() {
        Span span = tree().header.name.span;
        std::vector<StepId> needed;
        if (plan().recommendation.never_recommended) {
            std::vector<StepId> ways;
            for (const ExceptionPlan& exception : plan().recommendation.exceptions) ways.push_back(exception.when);
            needed.push_back(lowering_.any_of(std::move(ways), span));
        }
        if (plan().recommendation.recommended.valid()) needed.push_back(plan().recommendation.recommended);
        std::vector<StepId> inapplicable;
        for (const CriterionPlan& part : plan().criteria) {
            if (mentioned_.count(part.id) == 0) needed.push_back(part.truth);
            if (part.applies.valid()) inapplicable.push_back(part.applies);
        }
        StepId all = lowering_.all_of(std::move(needed), span);
        plan().all_criteria = all;

        if (!plan().criteria.empty()) {
            std::vector<StepId> none;
            for (StepId applies : inapplicable) none.push_back(lowering_.negate(applies, span));
            bool some_always = inapplicable.size() < plan().criteria.size();
            StepId step = some_always ? lowering_.truth_constant(false, span) : lowering_.all_of(std::move(none), span);
            plan().none_applies = step;
        }
        if (plan().recommendation.no_recommendation.valid()) silent_.push_back(plan().recommendation.no_recommendation);
        StepId silent = lowering_.any_of(std::move(silent_), span);
        plan().not_addressed = silent;

        std::vector<StepId> against;
        if (plan().recommendation.not_recommended.valid()) against.push_back(plan().recommendation.not_recommended);
        against.push_back(lowering_.negate(all, span));
        std::vector<StepId> within;
        for (const QuantityPlan& quantity : plan().quantities) {
            against.push_back(quantity.zero);
            within.push_back(quantity.within);
        }
        StepId not_supported = lowering_.any_of(std::move(against), span);
        plan().not_supported = not_supported;
        StepId supported = lowering_.all_of(std::move(within), span);
        plan().supported = supported;
    }

    Lowering lowering_;
    const Program& program_;
    std::map<std::string, Type> cap_types_;
    std::vector<StepId> silent_;       // of parts: a row that they look up is not addressed
    std::set<std::string> mentioned_;  // criteria that a `recommended when` names
};

}  // namespace

Plan lower_guideline(const Program& program, Diagnostics& diagnostics) {
    return GuidelineLowering(program, diagnostics).lower();
}

Plan lower_eligibility(const Program& program, Diagnostics& diagnostics) {
    Lowering lowering(program, diagnostics);
    lowering.plan.guideline.name = program.root_tree().header.name.text;
    for (const ast::Decl& decl : program.root_tree().decls) {
        if (const auto* eligible = std::get_if<ast::Eligible>(&decl.kind)) {
            StepId result = lowering.lower({program.root, nullptr, true}, eligible->when);
            lowering.plan.result = result;
        }
    }
    return std::move(lowering.plan);
}

Plan lower_expression(const Program& program, Diagnostics& diagnostics) {
    Lowering lowering(program, diagnostics);
    const auto& exprs = program.root_tree().exprs;
    if (exprs.empty()) return {};
    StepId result = lowering.lower({program.root, nullptr, true}, ExprId{static_cast<std::uint32_t>(exprs.size() - 1)});
    lowering.plan.result = result;
    return std::move(lowering.plan);
}

}  // namespace warrant
