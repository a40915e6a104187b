// Criteria, limits and recommendations: the clauses that decide, each at most once, none missing.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"

#include <utility>

namespace warrant {

namespace {

ast::Exception build_exception(Building& b, std::uint32_t node, bool in_limit) {
    ast::Exception exception;
    ProvenanceSeen seen;
    std::uint32_t outcome = no_node;
    for (const std::uint32_t part : children(b, node)) {
        switch (at(b, part).production) {
            case Production::name:
                exception.name = build_name(b, part);
                break;
            case Production::text:
                exception.label = build_text(b, part);
                break;
            case Production::provenance:
                build_provenance(b, part, exception.provenance, seen);
                break;
            case Production::when_clause:
                exception.when = build_expression(b, first_child(b, part));
                break;
            case Production::no_limit:
                exception.no_limit = true;
                outcome = part;
                break;
            default:
                exception.cap = build_expression(b, first_child(b, part));
                outcome = part;
                break;  // caps_clause
        }
    }
    if (in_limit && outcome == no_node) {
        refuse(b, kinds::clause_missing, exception.name.span,
               "the exception `" + exception.name.text + "` of a limit does not say what holds instead",
               "end it with `caps at` and an amount, or with `no limit`");
    }
    if (!in_limit && outcome != no_node) {
        refuse(b, kinds::syntax, span_of(b, outcome), "only an exception of a limit says `caps at` or `no limit`",
               "leave it out: an exception of a criterion or recommendation lifts it as a whole");
    }
    return exception;
}

std::string called(std::string_view what, const ast::Name& id) {
    return std::string(what) + " " + id.text;
}

ast::Criterion build_criterion(Building& b, std::uint32_t node) {
    ast::Criterion criterion;
    criterion.id = build_name(b, child_of(b, node, Production::rule_id));
    criterion.label = build_optional_text(b, node);
    ProvenanceSeen seen;
    Once condition;
    Once applies;
    for (const std::uint32_t child : children(b, node)) {
        if (at(b, child).production != Production::criterion_clause) continue;
        const std::uint32_t clause = first_child(b, child);
        switch (at(b, clause).production) {
            case Production::provenance:
                build_provenance(b, clause, criterion.provenance, seen);
                break;
            case Production::applies_clause:
                if (!take(b, applies, clause, "`applies when`")) break;
                criterion.applies_when = build_expression(b, first_child(b, clause));
                break;
            case Production::exception:
                criterion.exceptions.push_back(build_exception(b, clause, false));
                break;
            default:  // requirement, exclusion
                if (!take(b, condition, clause, "what the criterion asks (`requires` or `excluded when`)")) break;
                criterion.excludes = at(b, clause).production == Production::exclusion;
                criterion.generally = child_of(b, clause, Production::generally) != no_node;
                criterion.condition = build_expression(b, child_of(b, clause, Production::expression));
                break;
        }
    }
    if (!condition.first) {
        refuse(b, kinds::clause_missing, criterion.id.span,
               called("criterion", criterion.id) + " does not say what it asks for",
               "add `requires` or `excluded when` and a condition");
    }
    return criterion;
}

ast::Limit build_limit(Building& b, std::uint32_t node) {
    ast::Limit limit;
    limit.id = build_name(b, child_of(b, node, Production::rule_id));
    limit.label = build_optional_text(b, node);
    ProvenanceSeen seen;
    Once caps;
    Once applies;
    for (const std::uint32_t child : children(b, node)) {
        if (at(b, child).production != Production::limit_clause) continue;
        const std::uint32_t clause = first_child(b, child);
        switch (at(b, clause).production) {
            case Production::provenance:
                build_provenance(b, clause, limit.provenance, seen);
                break;
            case Production::applies_clause:
                if (!take(b, applies, clause, "`applies when`")) break;
                limit.applies_when = build_expression(b, first_child(b, clause));
                break;
            case Production::exception:
                limit.exceptions.push_back(build_exception(b, clause, true));
                break;
            default:  // caps
                if (!take(b, caps, clause, "what the limit caps (`caps`)")) break;
                limit.generally = child_of(b, clause, Production::generally) != no_node;
                limit.quantity = build_name(b, child_of(b, clause, Production::name));
                limit.cap = build_expression(b, child_of(b, clause, Production::expression));
                break;
        }
    }
    if (!caps.first) {
        refuse(b, kinds::clause_missing, limit.id.span, called("limit", limit.id) + " does not say what it caps",
               "add `caps`, a quantity of the request, `at` and an amount, as in `caps request.duration at 4 weeks`");
    }
    return limit;
}

// What the kind of a recommendation asks for besides its clauses one by one.
void check_recommendation(Building& b, std::uint32_t node, const ast::Recommendation& recommendation) {
    using Kind = ast::Recommendation::Kind;
    const bool conditional = recommendation.when.valid();
    if (!conditional && recommendation.kind != Kind::not_recommended) {
        refuse(b, kinds::clause_missing, span_of(b, first_child(b, node)),
               "`" + std::string(text_of(b, first_child(b, node))) + "` does not say when", "add `when` and a condition");
    }
    if (!recommendation.exceptions.empty() && (conditional || recommendation.kind != Kind::not_recommended)) {
        refuse(b, kinds::syntax, recommendation.exceptions[0].name.span,
               "only `not recommended` without a condition has exceptions",
               "put what this exception says into the condition after `when`");
    }
}

ast::Recommendation build_recommendation(Building& b, std::uint32_t node) {
    using Kind = ast::Recommendation::Kind;
    ast::Recommendation recommendation;
    const std::string_view kind = word_of(b, first_child(b, node));
    recommendation.kind = kind == "recommended" ? Kind::recommended
                          : kind == "not"       ? Kind::not_recommended
                                                : Kind::no_recommendation;
    ProvenanceSeen seen;
    Once when;
    for (const std::uint32_t child : children(b, node)) {
        if (at(b, child).production != Production::recommendation_clause) continue;
        const std::uint32_t clause = first_child(b, child);
        switch (at(b, clause).production) {
            case Production::provenance:
                build_provenance(b, clause, recommendation.provenance, seen);
                break;
            case Production::exception:
                recommendation.exceptions.push_back(build_exception(b, clause, false));
                break;
            default:  // when_clause
                if (!take(b, when, clause, "`when`")) break;
                recommendation.when = build_expression(b, first_child(b, clause));
                break;
        }
    }
    check_recommendation(b, node, recommendation);
    return recommendation;
}

}  // namespace

ast::DeclKind build_rule(Building& b, std::uint32_t node) {
    if (at(b, node).production == Production::criterion) return build_criterion(b, node);
    if (at(b, node).production == Production::limit) return build_limit(b, node);
    return build_recommendation(b, node);
}

}  // namespace warrant
