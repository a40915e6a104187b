// Trials of one expression: records, their completions, and a narrowing of each.
#include "tests/unit/oracle/compare.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

const std::map<FactId, Outcome> nothing_assumed;

// Two facts in different units are equal only where both grids have a value: the neighbours of one fact's points that the other
// has, too.
void add_common_values(const Vocabulary& words, const Type& a, std::vector<std::int64_t>& of_a, const Type& b,
                       std::vector<std::int64_t>& of_b) {
    const auto add = [&](const Type& from, const std::vector<std::int64_t>& values, const Type& to,
                         std::vector<std::int64_t>& target) {
        for (const std::int64_t value : values) {
            for (const std::int64_t near : {value - 1, value, value + 1}) {
                const Outcome there = in_unit(words, number_outcome(near), from, to);
                if (there.is_value() && in_unit(words, there, to, from) == number_outcome(near))
                    target.push_back(there.point.number);
            }
        }
    };
    if (a.kind != TypeKind::quantity || b.kind != TypeKind::quantity || !unit_ratio(words, a, b)) return;
    const std::vector<std::int64_t> first = of_a;
    add(b, of_b, a, of_a);
    add(a, first, b, of_b);
}

// The values near which an expression may change its mind: its constants and the ends of facts, in the grid of each fact.
std::map<FactId, std::vector<std::int64_t>> interesting_points(const Program& program, const std::vector<FactId>& facts,
                                                               const Record& record) {
    const Vocabulary& words = *program.vocabulary;
    std::vector<std::pair<Type, std::int64_t>> values;
    for (std::uint32_t number = 0; number < program.modules.size(); ++number) {
        const LinkedModule& module = program.modules[number];
        for (std::size_t i = 0; i < module.tree->exprs.size(); ++i) {
            const ast::ExprKind& kind = module.tree->exprs[i].kind;
            if (!std::holds_alternative<ast::NumberLiteral>(kind) && !std::holds_alternative<ast::DateLiteral>(kind)) continue;
            if (module.tables.types[i].kind == TypeKind::invalid) continue;  // of a library, and not read
            const NaiveScope scope{program, {}, record, nothing_assumed, number, nullptr, {}};
            values.emplace_back(module.tables.types[i], naive(scope, ExprId{static_cast<std::uint32_t>(i)}).point.number);
        }
    }
    const auto type_of = [&](FactId fact) {
        const Type& type = words.fact(fact).type;
        if (type.kind != TypeKind::amount) return type;
        return Type{TypeKind::quantity, program.amount.numerator, type.denominator, {}};
    };
    for (const FactId fact : facts) {
        const auto* range = std::get_if<OrderedSet>(&record.sets[fact.index]);
        if (range == nullptr) continue;
        for (const std::int64_t end : {range->low, range->high}) {
            if (end != unbounded_low && end != unbounded_high) values.emplace_back(type_of(fact), end);
        }
    }
    std::map<FactId, std::vector<std::int64_t>> points;
    for (const FactId fact : facts) {
        const Type type = type_of(fact);
        if (layout_of(type.kind) != Layout::ordered) continue;
        if (type.kind != TypeKind::date) points[fact].push_back(0);  // where a quotient has no value
        for (const auto& [from, number] : values) {
            const bool like = from == type || (from.kind == TypeKind::quantity && type.kind == TypeKind::quantity &&
                                               unit_ratio(words, from, type));
            if (!like) continue;
            const Outcome here = in_unit(words, number_outcome(number), from, type);
            if (here.is_value()) points[fact].push_back(here.point.number);
        }
    }
    if (facts.size() == 2) add_common_values(words, type_of(facts[0]), points[facts[0]], type_of(facts[1]), points[facts[1]]);
    return points;
}

bool has_ends(const Record& record, const std::vector<FactId>& facts) {
    return std::all_of(facts.begin(), facts.end(), [&](FactId fact) {
        const auto* range = std::get_if<OrderedSet>(&record.sets[fact.index]);
        return range == nullptr || (range->low != unbounded_low && range->high != unbounded_high);
    });
}

std::string show(const PlanValue& plan) {
    struct Show {
        std::string operator()(const TruthSet& set) const {
            return std::string(set.can_be_true ? "true " : "") + (set.can_be_false ? "false " : "");
        }
        std::string operator()(const OrderedSet& set) const {
            return "[" + std::to_string(set.low) + ", " + std::to_string(set.high) + "]";
        }
        std::string operator()(const ChoiceSet& set) const { return "choices " + std::to_string(set.words.front()); }
        std::string operator()(const TextSet& set) const {
            std::string text = set.any ? "any text" : "texts";
            for (const std::string& value : set.values) text += " " + value;
            return text;
        }
    };
    return std::visit(Show{}, plan.value) + (plan.marked ? " marked" : "");
}

std::string exactly(const PlanValue& plan, const std::set<Outcome>& outcomes, bool bounded) {
    std::set<Outcome> values;
    bool errors = false;
    bool too_large = false;
    for (const Outcome& outcome : outcomes) {
        errors = errors || outcome.kind == Outcome::Kind::error;
        too_large = too_large || outcome.kind == Outcome::Kind::too_large;
        if (outcome.is_value()) values.insert(outcome);
    }
    if (too_large) return {};
    if (errors && values.empty()) return plan.marked ? "" : "every completion is an error, and there is no mark";
    if (errors) return {};
    if (const auto* range = std::get_if<OrderedSet>(&plan.value)) {
        if (!bounded) return {};
        const bool same = range->low == values.begin()->point.number && range->high == values.rbegin()->point.number;
        return same ? "" : "the range is wider than the completions";
    }
    // Any value allowed, but attained by no completion?
    std::size_t allowed = 0;
    if (const auto* truth = std::get_if<TruthSet>(&plan.value))
        allowed = std::size_t{truth->can_be_true} + std::size_t{truth->can_be_false};
    if (const auto* choices = std::get_if<ChoiceSet>(&plan.value)) allowed = count_choices(*choices);
    if (const auto* texts = std::get_if<TextSet>(&plan.value)) allowed = texts->any ? values.size() : texts->values.size();
    return allowed == values.size() ? "" : "the plan allows what no completion gives";
}

// A narrowed record may say more, never something else.
std::string not_monotone(const PlanValue& before, const PlanValue& after) {
    if (before.marked) return {};  // its value says nothing
    if (after.marked && !is_full(before.value)) return "an error appears where there was a value\n";
    if (!after.marked && !is_subset(after.value, before.value)) return "a narrower record allows more\n";
    return {};
}

}  // namespace

PlanValue plan_value(const Values& values, StepId step, std::size_t row) {
    return {values.at(step, row), values.is_error(step, row)};
}

std::vector<PlanValue> plan_values(const Plan& plan, const Values& values, StepId step, std::size_t row) {
    const RowSpace space = plan.step(step).space;
    if (space == case_rows) return {plan_value(values, step, row)};
    const Elements elements = values.elements(space, row);
    std::vector<PlanValue> all;
    for (std::size_t at = elements.begin; at < elements.end; ++at) all.push_back(plan_value(values, step, at));
    return all;
}

bool is_full(const ValueSet& set) {
    struct Full {
        bool operator()(const TruthSet& truth) const { return truth.can_be_true && truth.can_be_false; }
        bool operator()(const OrderedSet& range) const { return range.low == unbounded_low && range.high == unbounded_high; }
        bool operator()(const ChoiceSet&) const { return false; }
        bool operator()(const TextSet& texts) const { return texts.any; }
    };
    return std::visit(Full{}, set);
}

bool allows(const ValueSet& set, const Outcome& outcome) {
    struct Allows {
        const Point& point;
        bool operator()(const TruthSet& truth) const { return point.number != 0 ? truth.can_be_true : truth.can_be_false; }
        bool operator()(const OrderedSet& range) const { return range.low <= point.number && point.number <= range.high; }
        bool operator()(const ChoiceSet& choices) const { return contains(choices, static_cast<std::size_t>(point.number)); }
        bool operator()(const TextSet& texts) const {
            return texts.any || std::binary_search(texts.values.begin(), texts.values.end(), point.text);
        }
    };
    return std::visit(Allows{outcome.point}, set);
}

std::string disagreement(const PlanValue& plan, const std::set<Outcome>& outcomes, Demand demand, bool bounded) {
    const auto wrong = [&](const std::string& what) {
        std::string text = what + "\n  plan: " + show(plan) + "\n  completions:";
        for (const Outcome& outcome : outcomes) text += " " + oracle::show(outcome);
        return text + "\n";
    };
    for (const Outcome& outcome : outcomes) {
        if (outcome.is_value() && !plan.marked && !allows(plan.value, outcome))
            return wrong("a completion gives what the plan rules out");
        const bool choice = std::holds_alternative<ChoiceSet>(plan.value);
        if (outcome.kind == Outcome::Kind::error && !plan.marked && !choice && !is_full(plan.value)) {
            return wrong("a completion is an error where the plan is sure");
        }
    }
    if (demand == Demand::exact) {
        const std::string inexact = exactly(plan, outcomes, bounded);
        if (!inexact.empty()) return wrong(inexact);
    }
    return {};
}

namespace {

// A record of single values: the plan says just what the naive reading says.
std::string single_disagreement(const PlanValue& plan, const Outcome& outcome) {
    const bool same =
        plan.marked ? !outcome.is_value() : outcome.is_value() && is_single(plan.value) && allows(plan.value, outcome);
    return same ? "" : "for single values\n  plan: " + show(plan) + "\n  naive: " + oracle::show(outcome) + "\n";
}

}  // namespace

std::string try_expression(World& world, const ExpressionTrial& trial, std::size_t records, Random& random,
                           std::size_t& cases) {
    const Program program = world.expression(trial.text);
    const Plan plan = plan_of_expression(program, trial.text);
    const Vocabulary& words = world.vocabulary();
    const std::vector<FactId> facts = facts_read(plan, words);
    const ExprId root{static_cast<std::uint32_t>(program.root_tree().exprs.size() - 1)};

    // Rows in threes: a record, a narrower one, and one completion of it as a record.
    std::vector<Record> rows;
    std::vector<std::set<Outcome>> outcomes;
    std::vector<Completions> completions;
    for (std::size_t i = 0; i < records; ++i) {
        const Record record = random_record(words, random, trial.habits);
        Record narrower = record;
        if (!facts.empty()) {
            const FactId fact = random.pick(facts);
            narrower.sets[fact.index] = narrowed(words, fact, record.sets[fact.index], random);
        }
        completions.push_back(completions_of(words, record, facts,
                                             trial.demand == Demand::exact ? interesting_points(program, facts, record)
                                                                           : std::map<FactId, std::vector<std::int64_t>>{},
                                             trial.most_completions, random));
        outcomes.emplace_back();
        for (const Completion& completion : completions.back().all) {
            outcomes.back().insert(naive({program, completion, record, nothing_assumed, program.root, nullptr, {}}, root));
        }
        rows.push_back(record);
        rows.push_back(narrower);
        rows.push_back(record_of(words, record, random.pick(completions.back().all), facts));
    }

    const auto naive_at_lowest = [&](const Record& record) {
        Completion one(record.sets.size());
        for (const FactId fact : facts) one[fact.index] = points_of(words, fact, record.sets[fact.index], {}).front();
        return naive({program, one, record, nothing_assumed, program.root, nullptr, {}}, root);
    };
    const auto may_be_too_large = [&](const Record& record) {
        const Completions some = completions_of(words, record, facts, {}, trial.most_completions, random);
        return std::any_of(some.all.begin(), some.all.end(), [&](const Completion& completion) {
            return naive({program, completion, record, nothing_assumed, program.root, nullptr, {}}, root).kind ==
                   Outcome::Kind::too_large;
        });
    };
    const FactColumns columns = columns_of(plan, words, rows);
    Values values(plan, words, rows.size());
    evaluate(plan, columns, 0, rows.size(), values);
    for (std::size_t i = 0; i < records; ++i) {
        const Record& record = rows[3 * i];
        const PlanValue whole = plan_value(values, plan.result, 3 * i);
        const Demand demand = completions[i].complete ? trial.demand : Demand::sound;
        std::string wrong = disagreement(whole, outcomes[i], demand, has_ends(record, facts));
        std::size_t row = 3 * i;
        // `documented` and `known` are held at their value, which another record does not share.
        const bool about_the_record = std::any_of(plan.steps.begin(), plan.steps.end(), [](const Step& step) {
            return step.op == Op::documented || step.op == Op::known;
        });
        if (wrong.empty() && !about_the_record && !trial.large) {
            row = 3 * i + 1;
            wrong = not_monotone(whole, plan_value(values, plan.result, row));
            // The ends of a range may lie beyond the 64-bit values or the calendar, values may not: that error may appear.
            if (!wrong.empty() && may_be_too_large(rows[row])) wrong.clear();
        }
        if (wrong.empty()) {
            row = 3 * i + 2;
            wrong = single_disagreement(plan_value(values, plan.result, row), naive_at_lowest(rows[row]));
        }
        ++cases;
        if (!wrong.empty())
            return wrong + trial.text + "\n" + oracle::show(words, record, facts) + "row\n" +
                   oracle::show(words, rows[row], facts);
    }
    return {};
}

}  // namespace warrant::oracle
