// Criteria, limits and the rows of the finding, as the printed table has them.
#include "tests/unit/oracle/naive_finding.hpp"

#include <set>

namespace warrant::oracle {
namespace {

using Status = NaiveFinding::Status;

struct Reading {
    const Program& program;
    const Completion& facts;
    const Record& record;
    const std::map<FactId, Outcome>& assumed;

    struct Criterion {
        Outcome applies;
        Outcome truth;
        Status status;
    };
    struct Cap {
        bool limited = true;
        Outcome outcome;  // in base units it is `amount`
        Fraction amount;
    };
    std::map<std::string, Criterion> criteria;
    std::map<std::string, std::vector<Cap>> caps;  // by quantity
    std::vector<Outcome> silent_parts;             // a row that is not addressed counts
    std::set<std::string> mentioned;

    const ast::Module& tree() const { return program.root_tree(); }
    const Vocabulary& words() const { return *program.vocabulary; }
    const Type& type(ExprId id) const { return program.modules[program.root].tables.types[id.index]; }
    Outcome value(ExprId id) const { return naive({program, facts, record, assumed, program.root, nullptr, {}}, id); }
    Outcome fact_value(const std::string& path) const {
        const FactId fact = words().fact_by_path.at(path);
        const auto assumption = assumed.find(fact);
        if (record.absent[fact.index] && assumption != assumed.end()) return assumption->second;
        return {Outcome::Kind::value, facts[fact.index]};
    }
    Outcome departure() const { return fact_value("request.departure_documented"); }

    // Whether a look-up within the expression meets a row that is not addressed: one outcome for each look-up.
    void silences_in(std::uint32_t module, ExprId id, std::vector<Outcome>& silences) const {
        const LinkedModule& linked = program.modules[module];
        const ast::ExprKind& kind = linked.tree->expr(id).kind;
        if (const auto* binary = std::get_if<ast::Binary>(&kind)) {
            silences_in(module, binary->left, silences);
            silences_in(module, binary->right, silences);
        }
        const auto* call = std::get_if<ast::Call>(&kind);
        if (call == nullptr) return;
        const auto* table = std::get_if<TableRef>(&linked.tables.references[id.index]);
        if (table == nullptr) return;
        const NaiveScope scope{program, facts, record, assumed, module, nullptr, {}};
        std::vector<NaiveScope::Argument> keys;
        for (const ExprId key : call->arguments) keys.push_back({naive(scope, key), linked.tables.types[key.index]});
        silences.push_back(naive_silence(scope, *table, keys));
    }
    Outcome silent(ExprId id) const {
        std::vector<Outcome> silences;
        silences_in(program.root, id, silences);
        return some_holds(silences);
    }

    void read_criterion(const ast::Criterion& part) {
        const Outcome applies = part.applies_when.valid() ? value(part.applies_when) : truth_outcome(true);
        const Outcome condition = value(part.condition);
        const Outcome holds = part.excludes ? opposite(condition) : condition;
        std::vector<Outcome> reasons;
        for (const ast::Exception& exception : part.exceptions) reasons.push_back(value(exception.when));
        if (part.generally) reasons.push_back(departure());
        const Outcome excepted = some_holds(reasons);
        const Outcome truth = some_holds({opposite(applies), holds, excepted});
        Status status = truth.fails() ? Status::not_met : Status::unknown;
        if (excepted.holds()) status = Status::excepted;
        if (holds.holds()) status = Status::met;
        if (applies.fails()) status = Status::not_applicable;
        criteria[part.id.text] = {applies, truth, status};
        std::vector<Outcome> silences{silent(part.condition)};
        for (const ast::Exception& exception : part.exceptions) silences.push_back(silent(exception.when));
        silent_parts.push_back(all_hold({applies, some_holds(silences)}));
    }

    Cap cap_of(ExprId id) const {
        Cap cap;
        cap.outcome = value(id);
        if (!cap.outcome.is_value()) return cap;
        cap.amount = times({std::max<std::int64_t>(cap.outcome.point.number, 0), 1, true}, size_of(words(), type(id)));
        return cap;
    }
    static Cap unlimited() { return {false, number_outcome(0), {}}; }
    static Cap failed(const Outcome& outcome) { return {true, outcome, {}}; }

    void read_silence(const ast::Limit& limit) {
        const Outcome applies = limit.applies_when.valid() ? value(limit.applies_when) : truth_outcome(true);
        std::vector<Outcome> silences{silent(limit.cap)};
        for (const ast::Exception& exception : limit.exceptions) {
            silences.push_back(silent(exception.when));
            if (exception.cap.valid()) silences.push_back(all_hold({value(exception.when), silent(exception.cap)}));
        }
        silent_parts.push_back(all_hold({applies, some_holds(silences)}));
    }

    Cap applied_cap(const ast::Limit& limit) const {
        if (limit.applies_when.valid()) {
            const Outcome applies = value(limit.applies_when);
            if (!applies.is_value()) return failed(applies);
            if (applies.fails()) return unlimited();
        }
        for (const ast::Exception& exception : limit.exceptions) {
            const Outcome when = value(exception.when);
            if (!when.is_value()) return failed(when);
            if (when.holds()) return exception.cap.valid() ? cap_of(exception.cap) : unlimited();
        }
        if (limit.generally && departure().holds()) return unlimited();
        return cap_of(limit.cap);
    }

    // Under alternatives a criterion counts only if it applies and holds.
    Outcome recommended(ExprId id, bool alternatives) {
        const ast::ExprKind& kind = tree().expr(id).kind;
        const auto each = [&](const std::vector<ExprId>& operands, bool of_several) {
            std::vector<Outcome> outcomes;
            for (const ExprId operand : operands) outcomes.push_back(recommended(operand, alternatives || of_several));
            return outcomes;
        };
        if (const auto* connective = std::get_if<ast::Connective>(&kind)) {
            const bool any = connective->op == ast::ConnectiveOp::logical_or;
            return any ? some_holds(each(connective->operands, true)) : all_hold(each(connective->operands, false));
        }
        if (const auto* group = std::get_if<ast::Group>(&kind)) {
            if (group->op == ast::GroupOp::all_of) return all_hold(each(group->operands, false));
            return enough_hold(each(group->operands, true), group->op == ast::GroupOp::any_of ? 1 : group->count);
        }
        if (const auto* reference = std::get_if<ast::CriterionRef>(&kind)) {
            mentioned.insert(reference->criterion.text);
            const Criterion& criterion = criteria.at(reference->criterion.text);
            return alternatives ? all_hold({criterion.applies, criterion.truth}) : criterion.truth;
        }
        std::vector<Outcome> every;
        for (const auto& [name, criterion] : criteria) {
            mentioned.insert(name);
            every.push_back(criterion.truth);
        }
        return all_hold(every);
    }

    Outcome none_applies() const {
        if (criteria.empty()) return truth_outcome(false);
        std::vector<Outcome> inapplicable;
        for (const auto& [name, criterion] : criteria) inapplicable.push_back(opposite(criterion.applies));
        return all_hold(inapplicable);
    }
};

// Of several caps the least.
Reading::Cap least(const std::vector<Reading::Cap>& caps) {
    Reading::Cap least_cap = Reading::unlimited();
    for (const Reading::Cap& cap : caps) {
        if (!cap.outcome.is_value()) return cap;
        if (cap.limited && (!least_cap.limited || compare(cap.amount, least_cap.amount) < 0)) least_cap = cap;
    }
    return least_cap;
}

void fail(NaiveFinding& finding, const Outcome& outcome) {
    finding.finding = ast::FindingName::undetermined;
    finding.error = true;
    finding.too_large = outcome.kind == Outcome::Kind::too_large;
}

}  // namespace

std::map<FactId, Outcome> assumptions_of(const Program& program) {
    std::map<FactId, Outcome> assumed;
    const std::map<FactId, Outcome> none;
    const Record empty;
    for (const ast::Decl& decl : program.root_tree().decls) {
        const auto* assume = std::get_if<ast::Assume>(&decl.kind);
        if (assume == nullptr) continue;
        const FactId fact = program.vocabulary->fact_by_path.at(assume->fact.text);
        assumed[fact] = naive({program, {}, empty, none, program.root, nullptr, {}}, assume->value);
    }
    return assumed;
}

NaiveFinding naive_finding(const Program& program, const Completion& facts, const Record& record) {
    const std::map<FactId, Outcome> assumed = assumptions_of(program);
    Reading reading{program, facts, record, assumed, {}, {}, {}, {}};
    for (const ast::Decl& decl : program.root_tree().decls) {
        if (const auto* criterion = std::get_if<ast::Criterion>(&decl.kind)) reading.read_criterion(*criterion);
        const auto* limit = std::get_if<ast::Limit>(&decl.kind);
        if (limit == nullptr) continue;
        reading.read_silence(*limit);
        reading.caps[limit->quantity.text].push_back(reading.applied_cap(*limit));
    }

    std::vector<Outcome> needed;   // K
    std::vector<Outcome> against;  // row 2
    Outcome silent = truth_outcome(false);
    for (const ast::Decl& decl : program.root_tree().decls) {
        const auto* clause = std::get_if<ast::Recommendation>(&decl.kind);
        if (clause == nullptr) continue;
        switch (clause->kind) {
            case ast::Recommendation::Kind::recommended:
                needed.push_back(reading.recommended(clause->when, false));
                break;
            case ast::Recommendation::Kind::no_recommendation:
                silent = reading.value(clause->when);
                break;
            case ast::Recommendation::Kind::not_recommended: {
                std::vector<Outcome> reasons;
                for (const ast::Exception& exception : clause->exceptions) reasons.push_back(reading.value(exception.when));
                if (clause->when.valid()) against.push_back(reading.value(clause->when));
                else needed.push_back(some_holds(reasons));
                break;
            }
        }
    }
    for (const auto& [name, criterion] : reading.criteria) {
        if (reading.mentioned.count(name) == 0) needed.push_back(criterion.truth);
    }
    against.push_back(opposite(all_hold(needed)));

    NaiveFinding finding;
    for (const auto& [name, criterion] : reading.criteria) finding.statuses[name] = criterion.status;
    std::vector<Outcome> within;
    for (const auto& [path, caps] : reading.caps) {
        const Reading::Cap cap = least(caps);
        const FactInfo& fact = program.vocabulary->fact(program.vocabulary->fact_by_path.at(path));
        Type type = fact.type;
        if (type.kind == TypeKind::amount) type = {TypeKind::quantity, program.amount.numerator, type.denominator, {}};
        NaiveFinding::Quantity quantity;
        quantity.asked = times({reading.fact_value(path).point.number, 1, true}, size_of(*program.vocabulary, type));
        if (cap.limited && cap.outcome.is_value()) quantity.cap = cap.amount;
        finding.quantities[path] = quantity;
        const bool zero = cap.limited && cap.amount.numerator == 0;
        against.push_back(cap.outcome.is_value() ? truth_outcome(zero) : cap.outcome);
        within.push_back(cap.outcome.is_value() ? truth_outcome(quantity.within()) : cap.outcome);
    }

    reading.silent_parts.push_back(silent);
    silent = some_holds(reading.silent_parts);
    finding.by_clause = silent.holds();
    const Outcome row_one = some_holds({silent, reading.none_applies()});
    const Outcome row_two = some_holds(against);
    const Outcome row_three = all_hold(within);
    if (!row_one.is_value()) fail(finding, row_one);
    else if (row_one.holds()) finding.finding = ast::FindingName::not_addressed;
    else if (!row_two.is_value()) fail(finding, row_two);
    else if (row_two.holds()) finding.finding = ast::FindingName::not_supported;
    else if (!row_three.is_value()) fail(finding, row_three);
    else finding.finding = row_three.holds() ? ast::FindingName::supported : ast::FindingName::partly_supported;
    return finding;
}

}  // namespace warrant::oracle
