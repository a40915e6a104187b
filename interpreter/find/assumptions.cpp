// An assumption is followed through the plan to every condition that it settles, on a record that says nothing: if each of them
// is settled against the request, the assumption can only hurt it.
#include "interpreter/find/assumptions.hpp"

#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <set>

namespace warrant {
namespace {

// A record that says nothing of any fact.
FactColumns silent_record(const Plan& plan, const Vocabulary& vocabulary) {
    FactColumns facts;
    facts.rows = 1;
    const auto options = [&](const Type& type) {
        return type.kind == TypeKind::choice ? vocabulary.choice_type(type.choice).values.size() : std::size_t{0};
    };
    for (const FactSlot& slot : plan.slots) {
        facts.columns.push_back(make_column(layout_of(slot.type.kind), 1, options(slot.type)));
        facts.absent.push_back({1});
    }
    facts.lists.assign(plan.lists.size(), {{0, 0}, {1}});
    for (const FieldSlot& field : plan.fields) {
        facts.fields.push_back(make_column(layout_of(field.type.kind), 0, options(field.type)));
    }
    return facts;
}

// What becomes of the conditions that read one assumption.
class Effects {
public:
    Effects(const Plan& plan, const Values& values, StepId assumption) : plan_(plan), values_(values) {
        for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
            bool reads = i == assumption.index;
            for (std::uint32_t k = 0; k < plan.steps[i].operand_count; ++k)
                reads = reads || reads_[plan.operand(plan.steps[i], k).index];
            reads_.push_back(reads);
        }
    }

    // `wanted`: the truth of the step that speaks for the request.
    void follow(StepId id, bool wanted) {
        if (!id.valid() || !reads_[id.index] || !seen_.insert({id, wanted}).second) return;
        const Step& step = plan_.step(id);
        switch (step.op) {
            case Op::all_of:
            case Op::any_of:
            case Op::at_least:
                for (std::uint32_t k = 0; k < step.operand_count; ++k) follow(plan_.operand(step, k), wanted);
                return;
            case Op::negate:
                follow(plan_.operand(step, 0), !wanted);
                return;
            case Op::choose:
                if (reads_[plan_.operand(step, 0).index]) open_ = true;
                follow(plan_.operand(step, 1), wanted);
                follow(plan_.operand(step, 2), wanted);
                return;
            case Op::pick:
                for (std::uint32_t k = 0; k < step.operand_count; ++k) {
                    const bool condition = k < step.operand_count / 2;
                    if (condition && reads_[plan_.operand(step, k).index]) open_ = true;
                    if (!condition) follow(plan_.operand(step, k), wanted);
                }
                return;
            case Op::indexed:
                if (reads_[plan_.operand(step, 0).index]) open_ = true;
                for (std::uint32_t k = 1; k < step.operand_count; ++k) follow(plan_.operand(step, k), wanted);
                return;
            case Op::assume:
            case Op::less:
            case Op::less_equal:
            case Op::equal:
            case Op::choice_in:
            case Op::choice_equal:
            case Op::choice_less:
            case Op::choice_less_equal:
            case Op::text_in:
            case Op::code_in:
            case Op::text_equal:
                settle(id, wanted);
                return;
            case Op::constant:
            case Op::fact:
            case Op::documented:
            case Op::known:
            case Op::add:
            case Op::subtract:
            case Op::minus:
            case Op::multiply:
            case Op::divide:
            case Op::convert:
            case Op::round_up:
            case Op::least:
            case Op::greatest:
            case Op::add_days:
            case Op::add_months:
            case Op::days_between:
            case Op::months_between:
            case Op::years_between:
            case Op::field:
            case Op::broadcast:
            case Op::some_in:
            case Op::every_in:
            case Op::count_in:
            case Op::sum_in:
            case Op::least_in:
            case Op::greatest_in:
            case Op::latest_in:
                open_ = true;
                return;
        }
    }

    // A cap that is 0 or less supports nothing; any other may support something.
    void follow_cap(const QuantityPlan& quantity) {
        if (!reads_[quantity.within.index]) return;
        if (bit(values_.surely_true(quantity.zero), 0)) against_ = true;
        else open_ = true;
    }

    bool only_hurts() const { return against_ && !open_; }

private:
    void settle(StepId id, bool wanted) {
        bool yes = bit(values_.surely_true(id), 0);
        bool no = bit(values_.surely_false(id), 0);
        if ((wanted && no) || (!wanted && yes)) against_ = true;
        else open_ = true;
    }

    const Plan& plan_;
    const Values& values_;
    std::vector<bool> reads_;
    std::set<std::pair<StepId, bool>> seen_;
    bool against_ = false;  // some condition is settled against the request
    bool open_ = false;     // some condition speaks for it, or may
};

}  // namespace

void check_assumptions(const Plan& plan, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    if (plan.assumptions.empty()) return;
    FactColumns facts = silent_record(plan, vocabulary);
    Values values(plan, vocabulary, 1);
    evaluate(plan, facts, 0, 1, values);
    for (const AssumptionPlan& assumption : plan.assumptions) {
        if (!assumption.source.citation.empty()) continue;
        Effects effects(plan, values, assumption.step);
        effects.follow(plan.all_criteria, true);
        effects.follow(plan.recommendation.not_recommended, false);
        effects.follow(plan.recommendation.no_recommendation, false);
        for (const QuantityPlan& quantity : plan.quantities) effects.follow_cap(quantity);
        if (!effects.only_hurts()) continue;
        diagnostics.report(
            kinds::assumption_only_hurts, assumption.source.span,
            fmt::format("assuming {} can only count against the request", vocabulary.fact(assumption.fact).label),
            "cite the page that says to assume it, or leave the fact to be asked for");
    }
}

}  // namespace warrant
