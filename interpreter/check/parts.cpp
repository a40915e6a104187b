// Criteria, limits, recommendations and assumptions of a guideline.
#include "interpreter/check/parts.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};

void need_label(Checker& checker, const std::optional<ast::Text>& label, Span where, std::string_view what) {
    if (label && !label->text.empty()) return;
    checker.diagnostics.report(kinds::no_label, where, fmt::format("{} has no label", what),
                               "write in quotes after its name what the printed page says, in a few words");
}

void need_departure_fact(Checker& checker, Span where) {
    if (checker.words().fact_by_path.find("request.departure_documented") != checker.words().fact_by_path.end()) return;
    checker.diagnostics.report(kinds::unknown_name, where,
                               "`generally` needs the fact `request.departure_documented`, which is not declared",
                               "declare it in a library, or use the standard library");
}

ExprContext context_of(std::uint32_t module, const GuardFrame* guards = nullptr) {
    ExprContext context;
    context.module = module;
    context.guards = guards;
    return context;
}

// What a criterion or limit asks: a table's row that is not addressed counts there.
ExprContext asking_context(std::uint32_t module, const GuardFrame* guards) {
    ExprContext context = context_of(module, guards);
    context.silence = Silence::allowed;
    return context;
}

void check_exceptions(Checker& checker, std::uint32_t module, const std::vector<ast::Exception>& exceptions,
                      const ExprContext& context, std::string_view owner) {
    std::set<std::string> names;
    for (const ast::Exception& exception : exceptions) {
        if (!names.insert(exception.name.text).second) {
            checker.diagnostics.report(kinds::declared_twice, exception.name.span,
                                       fmt::format("the exception `{}` stands twice in {}", exception.name.text, owner),
                                       "keep one of them");
        }
        need_label(checker, exception.label, exception.name.span, fmt::format("the exception `{}`", exception.name.text));
        check_provenance(checker, checker.tree(module).header, exception.provenance, exception.name.span,
                         fmt::format("the exception `{}`", exception.name.text), true);
        require(checker, context, exception.when, truth_type, "the condition of this exception");
    }
}

// The quantity a limit caps, as a fact of the request with a unit; an invalid type when it is none (reported).
Type capped_quantity(Checker& checker, const ast::Name& name) {
    const Vocabulary& words = checker.words();
    auto fact = words.fact_by_path.find(name.text);
    std::vector<std::string_view> quantities;
    for (const FactInfo& info : words.facts) {
        bool quantity =
            info.type.kind == TypeKind::quantity || info.type.kind == TypeKind::amount || info.type.kind == TypeKind::number;
        if (info.scope == FactScope::request && quantity) quantities.push_back(info.path);
    }
    if (fact != words.fact_by_path.end()) {
        const FactInfo& info = words.fact(fact->second);
        for (std::string_view quantity : quantities) {
            if (quantity == info.path) return fact_type_here(checker, fact->second, name.span);
        }
    }
    std::string_view near = nearest_name(name.text, quantities);
    checker.diagnostics.report(
        kinds::not_a_quantity, name.span, fmt::format("`{}` is not a quantity of the request", name.text),
        near.empty() ? "a limit caps what is asked for: request.quantity, request.duration, request.frequency"
                     : fmt::format("did you mean `{}`?", near));
    return {};
}

// Only criteria, joined by and, or, all of, any of, at least.
void check_criteria_expression(Checker& checker, std::uint32_t module, const ParentParts& parts, ExprId id) {
    const ast::Expr& expr = checker.tree(module).expr(id);
    checker.program.modules[module].tables.types[id.index] = truth_type;
    const std::vector<ExprId>* operands = nullptr;
    if (const auto* connective = std::get_if<ast::Connective>(&expr.kind)) operands = &connective->operands;
    if (const auto* group = std::get_if<ast::Group>(&expr.kind)) {
        operands = &group->operands;
        if (group->op == ast::GroupOp::at_least &&
            (group->count < 1 || group->count > static_cast<std::int64_t>(group->operands.size()))) {
            checker.diagnostics.report(kinds::wrong_arguments, expr.span,
                                       fmt::format("at least {} of {} cannot be meant", group->count, group->operands.size()),
                                       fmt::format("the count lies between 1 and {}", group->operands.size()));
        }
    }
    if (operands != nullptr) {
        for (ExprId operand : *operands) check_criteria_expression(checker, module, parts, operand);
        return;
    }
    if (std::holds_alternative<ast::EveryCriterion>(expr.kind)) return;
    if (const auto* ref = std::get_if<ast::CriterionRef>(&expr.kind)) {
        if (parts.criteria.count(ref->criterion.text) != 0 || !checker.tree(module).complete) return;
        std::vector<std::string_view> known(parts.criteria.begin(), parts.criteria.end());
        std::string_view near = nearest_name(ref->criterion.text, known);
        checker.diagnostics.report(
            kinds::unknown_criterion, ref->criterion.span, fmt::format("there is no criterion {}", ref->criterion.text),
            near.empty() ? "name a criterion of this guideline" : fmt::format("did you mean criterion {}?", near));
        return;
    }
    checker.diagnostics.report(kinds::bad_recommendation, expr.span, "a recommendation is built of criteria only",
                               "make this condition a criterion of its own, and name it here: criterion 5");
}

}  // namespace

void collect_parts(Checker& checker, const ast::Module& tree, ParentParts& parts) {
    auto number = [&](const ast::Name& id) {
        auto [first, added] = parts.numbers.try_emplace(id.text, id.span);
        if (added) return;
        checker.diagnostics
            .report(kinds::declared_twice, id.span, fmt::format("the number {} is used twice", id.text),
                    "criteria and limits share one numbering; give each its own")
            .notes.push_back({first->second, "first used here"});
    };
    for (const ast::Decl& decl : tree.decls) {
        if (const auto* criterion = std::get_if<ast::Criterion>(&decl.kind)) {
            number(criterion->id);
            parts.criteria.insert(criterion->id.text);
            parts.finds_something = true;
        } else if (const auto* limit = std::get_if<ast::Limit>(&decl.kind)) {
            number(limit->id);
            parts.finds_something = true;
        } else if (std::holds_alternative<ast::Recommendation>(decl.kind)) {
            parts.finds_something = true;
        } else if (std::holds_alternative<ast::Proposes>(decl.kind) && tree.header.kind == ast::ModuleKind::procedure) {
            if (parts.proposes) {
                checker.diagnostics.report(kinds::declared_twice, decl.keyword, "`proposes` stands twice in this procedure",
                                           "keep all rows in one");
            }
            parts.proposes = true;
        }
    }
}

void check_criterion(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Criterion& criterion) {
    std::string what = fmt::format("criterion {}", criterion.id.text);
    need_label(checker, criterion.label, criterion.id.span, what);
    check_provenance(checker, checker.tree(module).header, criterion.provenance, criterion.id.span, what, true);
    if (criterion.generally) need_departure_fact(checker, criterion.id.span);
    std::vector<ExprId> applies{criterion.applies_when};
    const GuardFrame covered{nullptr, module, &parts.covered_when, {}};
    const GuardFrame frame{&covered, module, &applies, {}};
    const GuardFrame* guards = criterion.applies_when.valid() ? &frame : &covered;
    if (criterion.applies_when.valid())
        require(checker, context_of(module, &covered), criterion.applies_when, truth_type,
                "the condition after `applies when`");
    require(checker, asking_context(module, guards), criterion.condition, truth_type,
            criterion.excludes ? "the condition after `excluded when`" : "the condition after `requires`");
    check_exceptions(checker, module, criterion.exceptions, asking_context(module, guards), what);
}

void check_limit(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Limit& limit) {
    std::string what = fmt::format("limit {}", limit.id.text);
    need_label(checker, limit.label, limit.id.span, what);
    check_provenance(checker, checker.tree(module).header, limit.provenance, limit.id.span, what, true);
    if (limit.generally) need_departure_fact(checker, limit.id.span);
    std::vector<ExprId> applies{limit.applies_when};
    const GuardFrame covered{nullptr, module, &parts.covered_when, {}};
    const GuardFrame frame{&covered, module, &applies, {}};
    const GuardFrame* guards = limit.applies_when.valid() ? &frame : &covered;
    if (limit.applies_when.valid())
        require(checker, context_of(module, &covered), limit.applies_when, truth_type, "the condition after `applies when`");
    check_exceptions(checker, module, limit.exceptions, asking_context(module, guards), what);

    Type quantity = capped_quantity(checker, limit.quantity);
    auto cap = [&](ExprId id, const GuardFrame* here) {
        Type type = infer(checker, asking_context(module, here), id, quantity);
        Span span = checker.tree(module).expr(id).span;
        if (!comparable(checker, quantity, type, true, span)) return;
        auto [common, first] = parts.cap_types.try_emplace(limit.quantity.text, type);
        if (!first) common->second = common_type(checker, common->second, type, span, "the limits on this quantity are in");
    };
    cap(limit.cap, guards);
    for (const ast::Exception& exception : limit.exceptions) {
        std::vector<ExprId> when{exception.when};
        GuardFrame inner{guards, module, &when, {}};
        if (exception.cap.valid()) cap(exception.cap, &inner);
    }
}

void check_recommendation(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Recommendation& clause,
                          const ast::Decl& decl) {
    if (!parts.recommendations.insert(clause.kind).second) {
        checker.diagnostics.report(kinds::declared_twice, decl.keyword, "this recommendation clause stands twice",
                                   "join both conditions in one clause");
    }
    check_provenance(checker, checker.tree(module).header, clause.provenance, decl.keyword, "this recommendation", true);
    const GuardFrame covered{nullptr, module, &parts.covered_when, {}};
    if (clause.kind == ast::Recommendation::Kind::recommended) {
        if (clause.when.valid()) check_criteria_expression(checker, module, parts, clause.when);
    } else if (clause.when.valid()) {
        require(checker, context_of(module, &covered), clause.when, truth_type, "the condition of this recommendation");
    }
    if (!clause.exceptions.empty() && clause.when.valid()) {
        checker.diagnostics.report(kinds::bad_recommendation, clause.exceptions.front().name.span,
                                   "an exception stands under a recommendation that has a condition",
                                   "put it into the condition, or make the clause `not recommended` without `when`");
    }
    check_exceptions(checker, module, clause.exceptions, context_of(module, &covered), "this recommendation");
}

void check_assumption(Checker& checker, std::uint32_t module, ParentParts& parts, const ast::Assume& assume) {
    const Vocabulary& words = checker.words();
    auto fact = words.fact_by_path.find(assume.fact.text);
    if (fact == words.fact_by_path.end()) {
        std::vector<std::string_view> known;
        for (const FactInfo& info : words.facts) known.push_back(info.path);
        std::string_view near = nearest_name(assume.fact.text, known);
        std::string help = near.empty() ? "only facts are assumed" : fmt::format("did you mean `{}`?", near);
        if (auto indexed = words.indexed_by_path.find(assume.fact.text);
            indexed != words.indexed_by_path.end() && words.indexed_facts[indexed->second].index.valid()) {
            help = fmt::format("it is a fact for each {}; say for which, in parentheses",
                               print_type(words, Type{TypeKind::choice, {}, {}, words.indexed_facts[indexed->second].index}));
        }
        checker.diagnostics.report(kinds::unknown_name, assume.fact.span,
                                   fmt::format("no fact is called `{}`", assume.fact.text), help);
        return;
    }
    if (!parts.assumed.insert(assume.fact.text).second) {
        checker.diagnostics.report(kinds::declared_twice, assume.fact.span,
                                   fmt::format("{} is assumed twice", words.fact(fact->second).label), "keep one assumption");
    }
    if (words.fact(fact->second).type.kind == TypeKind::list) {
        checker.diagnostics.report(kinds::assumption_not_allowed, assume.fact.span,
                                   fmt::format("{} is a list, and lists are not assumed", words.fact(fact->second).label),
                                   "leave it to be asked for; a record that has none says `none`");
        return;
    }
    Type type = fact_type_here(checker, fact->second, assume.fact.span);
    require(checker, context_of(module), assume.value, type, "the assumed value");
    std::vector<FactId> read;
    collect_facts(checker, module, assume.value, read);
    if (!read.empty()) {
        checker.diagnostics.report(kinds::assumption_not_allowed, checker.tree(module).expr(assume.value).span,
                                   "an assumed value reads another fact", "assume a plain value, such as 0 weeks");
    }
    if (!assume.because && !assume.provenance.citation) {
        checker.diagnostics.report(kinds::no_reason, assume.fact.span, "this assumption gives neither a reason nor a citation",
                                   "add because \"…\", or the page that says so");
    }
}

}  // namespace warrant
