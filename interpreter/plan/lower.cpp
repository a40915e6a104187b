// A checked guideline as a plan: its criteria, limits and recommendation as steps, joined into the rows of the finding.
#include "interpreter/plan/lower.hpp"

#include "interpreter/kinds.hpp"
#include "interpreter/plan/guideline_info.hpp"
#include "interpreter/plan/lower_criteria.hpp"
#include "interpreter/plan/lower_finding.hpp"
#include "interpreter/plan/lowering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};

// Builds the parts of one guideline. The expressions are Lowering's; this says what they amount to.
class GuidelineLowering {
public:
    GuidelineLowering(const Program& section, Diagnostics& diagnostics)
        : lowering_(section, diagnostics), section_(section), program_(&section), diagnostics_(diagnostics) {}

    Plan lower(const std::vector<AddedProgram>& added) {
        plan().guideline = guideline_info(tree().header);
        note_cap_types();
        std::vector<AddedProgram> joined;
        for (const AddedProgram& other : added) {
            program_ = other.program;
            if (!amounts_agree()) continue;
            note_cap_types();
            joined.push_back(other);
        }
        program_ = &section_;
        add_coverage();
        add_parts();
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* clause = std::get_if<ast::Recommendation>(&decl.kind)) add_recommendation(*clause);
        }
        own_criteria_ = plan().criteria.size();
        for (const AddedProgram& other : joined) add_guideline(other);
        program_ = &section_;
        join_limits();
        add_finding_rows(lowering_, tree().header.name.span, own_criteria_, mentioned_, std::move(silent_));
        return std::move(plan());
    }

private:
    const ast::Module& tree() const { return program_->root_tree(); }
    Plan& plan() { return lowering_.plan; }
    LowerContext context() const { return {program_->root, nullptr, true}; }
    StepId expression(ExprId id) { return lowering_.lower(context(), id); }
    // Which services a guideline is for is about the record itself, without what the guideline assumes for its parts.
    StepId condition(ExprId id) { return lowering_.lower({program_->root, nullptr, false}, id); }
    const Type& type_of(ExprId id) const { return program_->modules[program_->root].tables.types[id.index]; }
    Span span_of(ExprId id) const { return tree().expr(id).span; }

    PartSource source_of(const ast::Provenance& own, Span span) const { return warrant::source_of(tree().header, own, span); }

    // The clauses that say which services this is for. Those that add may leave out all parts.
    void add_coverage() {
        std::vector<std::uint32_t> adding;
        const ast::Header& header = tree().header;
        for (const ast::CoverageClause& clause : header.covers) plan().coverage.push_back(coverage_of(clause, false));
        for (const ast::CoverageClause& clause : header.adds_to) {
            adding.push_back(static_cast<std::uint32_t>(adding.size()));
            plan().coverage.push_back(coverage_of(clause, true));
        }
        if (!adding.empty()) added_when_ = condition_of(adding);
    }
    CoveragePlan coverage_of(const ast::CoverageClause& clause, bool adds) {
        CoveragePlan coverage;
        coverage.adds = adds;
        for (const ast::Name& service : clause.services)
            coverage.services.push_back(lowering_.words().service_by_name.at(service.text));
        if (clause.when.valid()) coverage.when = condition(clause.when);
        return coverage;
    }

    // When one of these `adds to` clauses holds; unset: always.
    StepId condition_of(const std::vector<std::uint32_t>& clauses) {
        std::vector<StepId> ways;
        for (const std::uint32_t number : clauses) {
            const ast::CoverageClause& clause = tree().header.adds_to[number];
            if (!clause.when.valid()) return {};
            ways.push_back(condition(clause.when));
        }
        return lowering_.any_of(std::move(ways), tree().header.name.span);
    }

    // Joins the parts of a guideline that adds. What it assumes is not assumed for the section, nor the other way round.
    void add_guideline(const AddedProgram& added) {
        program_ = added.program;
        lowering_.enter(*program_);
        added_ = static_cast<std::uint32_t>(plan().added.size());
        added_when_ = condition_of(added.clauses);
        add_assumptions();
        plan().added.push_back({guideline_info(tree().header), added_when_});
        add_criteria_and_limits();
    }

    // A cap on visits says nothing of a section that counts hours.
    bool amounts_agree() {
        const Type& here = program_->amount;
        const Type& there = section_.amount;
        const bool both = here.kind != TypeKind::invalid && there.kind != TypeKind::invalid;
        if (!both || here.numerator == there.numerator) return true;
        report_units(tree().header.name.span, print_type(lowering_.words(), here), print_type(lowering_.words(), there));
        return false;
    }
    void report_units(Span span, const std::string& here, const std::string& there) {
        diagnostics_.report(kinds::unit_mismatch, span,
                            fmt::format("`{}` adds to `{}`, and counts in {} what that counts in {}", tree().header.name.text,
                                        section_.root_tree().header.name.text, here, there),
                            "add only to services that are counted in a unit that converts into the other");
    }

    void add_parts() {
        add_assumptions();
        add_criteria_and_limits();
    }
    void add_assumptions() {
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* assume = std::get_if<ast::Assume>(&decl.kind)) add_assumption(*assume);
        }
    }
    void note_cap_types() {
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* limit = std::get_if<ast::Limit>(&decl.kind)) note_cap_type(*limit);
        }
    }
    void add_criteria_and_limits() {
        for (const ast::Decl& decl : tree().decls) {
            if (const auto* criterion = std::get_if<ast::Criterion>(&decl.kind)) add_criterion(*criterion);
            if (const auto* limit = std::get_if<ast::Limit>(&decl.kind)) add_limit(*limit);
        }
    }
    std::string id_of(const ast::Name& id) const {
        return added_ == no_guideline ? id.text : added_id(tree().header.name.text, id.text);
    }
    // `applies when`, and for the parts of a guideline that adds only while it does.
    StepId applies_of(ExprId applies_when, Span span) {
        if (!applies_when.valid()) return added_when_;
        const StepId own = expression(applies_when);
        return added_when_.valid() ? lowering_.all_of({added_when_, own}, span) : own;
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

    // Whether a row that a part looks up is not addressed. One of a guideline that adds says nothing then, and leaves it at
    // that.
    StepId silent_part(StepId applies, std::vector<StepId> silences, Span span) {
        if (silences.empty()) return {};
        StepId some = lowering_.any_of(std::move(silences), span);
        StepId silent = applies.valid() ? lowering_.all_of({applies, some}, span) : some;
        if (added_ == no_guideline) silent_.push_back(silent);
        return silent;
    }

    void add_criterion(const ast::Criterion& criterion) {
        CriterionPlan part;
        part.id = id_of(criterion.id);
        part.label = criterion.label ? criterion.label->text : "";
        part.source = source_of(criterion.provenance, criterion.id.span);
        part.excludes = criterion.excludes;
        part.generally = criterion.generally;
        Span span = span_of(criterion.condition);
        part.applies = applies_of(criterion.applies_when, span);
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
        if (added_ != no_guideline && part.silent.valid()) part.truth = lowering_.any_of({part.silent, part.truth}, span);
        plan().parts.push_back({false, static_cast<std::uint32_t>(plan().criteria.size()), added_});
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
            const bool exact = ratio && (ratio->denominator == 1 || ratio->numerator == 1);
            if (!exact && program_ != &section_)
                report_units(span_of(cap), print_type(lowering_.words(), type), print_type(lowering_.words(), common->second));
        };
        note(limit.cap);
        for (const ast::Exception& exception : limit.exceptions) note(exception.cap);
    }

    StepId no_limit(const Type& type, Span span) {
        return lowering_.constant(type, OrderedSet{unbounded_high, unbounded_high}, span);
    }

    void add_limit(const ast::Limit& limit) {
        LimitPlan part;
        part.id = id_of(limit.id);
        part.label = limit.label ? limit.label->text : "";
        part.source = source_of(limit.provenance, limit.id.span);
        part.generally = limit.generally;
        part.quantity = quantity_of(limit);
        const Type type = cap_types_.at(limit.quantity.text);
        Span span = span_of(limit.cap);
        part.base = lowering_.in_type(expression(limit.cap), type, span);
        part.applies = applies_of(limit.applies_when, span);
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
        if (added_ != no_guideline && part.silent.valid())
            part.cap = lowering_.emit(Op::choose, type, {part.silent, no_limit(type, span), part.cap}, 0, span);
        plan().parts.push_back({true, static_cast<std::uint32_t>(plan().limits.size()), added_});
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
                StepId step = lower_criteria(lowering_, tree(), clause.when, mentioned_);
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

    Lowering lowering_;
    const Program& section_;
    const Program* program_;  // of the guideline whose parts are being added: the section, or one that adds to it
    Diagnostics& diagnostics_;
    std::uint32_t added_ = no_guideline;
    StepId added_when_;  // under which the parts apply; unset: always
    std::size_t own_criteria_ = 0;
    std::map<std::string, Type> cap_types_;
    std::vector<StepId> silent_;       // of parts: a row that they look up is not addressed
    std::set<std::string> mentioned_;  // criteria that a `recommended when` names
};

}  // namespace

Plan lower_guideline(const Program& program, Diagnostics& diagnostics) {
    return GuidelineLowering(program, diagnostics).lower({});
}

Plan lower_joined(const Program& section, const std::vector<AddedProgram>& added, Diagnostics& diagnostics) {
    return GuidelineLowering(section, diagnostics).lower(added);
}

}  // namespace warrant
