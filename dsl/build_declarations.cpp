// Declarations: which kind a recognised one is, and the small kinds of guidelines and procedures.
#include "dsl/build.hpp"
#include "dsl/words.hpp"

#include <utility>

namespace warrant {

namespace {

// `history.visits( physical_therapy )` is the fact `history.visits(physical_therapy)`.
ast::Name build_fact_name(const Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);
    ast::Name name = build_name(b, parts[0]);
    if (parts.size() == 1) return name;
    return {name.text + "(" + build_name(b, parts[1]).text + ")", span_of(b, node)};
}

ast::Assume build_assumption(Building& b, std::uint32_t node) {
    ast::Assume assume;
    ProvenanceSeen seen;
    Once because;
    for (const std::uint32_t part : children(b, node)) {
        if (at(b, part).production == Production::fact_name) {
            assume.fact = build_fact_name(b, part);
        } else if (at(b, part).production == Production::expression) {
            assume.value = build_expression(b, part);
        } else {
            const std::uint32_t clause = first_child(b, part);
            if (at(b, clause).production == Production::provenance) {
                build_provenance(b, clause, assume.provenance, seen);
            } else if (take(b, because, clause, "`because`")) {
                assume.because = build_text(b, first_child(b, clause));
            }
        }
    }
    return assume;
}

ast::Search build_search(const Building& b, std::uint32_t node) {
    ast::Search search;
    for (const std::uint32_t rank : children(b, node)) {
        std::vector<ast::Name>& sources = search.ranks.emplace_back();
        for (const std::uint32_t source : children(b, rank)) sources.push_back(build_name(b, source));
    }
    return search;
}

// `not supported` and `not addressed` are told by their second word, whatever space and comments stand between.
ast::FindingName build_finding(const Building& b, std::uint32_t node) {
    const std::string_view text = text_of(b, node);
    const std::string_view first = words::leading_word(text);
    if (first == "supported") return ast::FindingName::supported;
    if (first == "partly") return ast::FindingName::partly_supported;
    if (first == "undetermined") return ast::FindingName::undetermined;
    return text.ends_with("addressed") ? ast::FindingName::not_addressed : ast::FindingName::not_supported;
}

ast::Proposes build_proposes(const Building& b, std::uint32_t node) {
    using Decider = ast::ProposalRow::Decider;
    ast::Proposes proposes;
    for (const std::uint32_t proposal : children(b, node)) {
        ast::ProposalRow row;
        row.span = span_of(b, proposal);
        row.finding = build_finding(b, child_of(b, proposal, Production::finding));
        row.outcome = build_name(b, child_of(b, proposal, Production::name));
        const std::uint32_t decider = child_of(b, proposal, Production::decider);
        if (decider != no_node) {
            row.decider = text_of(b, decider).ends_with("physician") ? Decider::physician : Decider::reviewer;
        }
        row.sentence = build_optional_text(b, proposal);
        proposes.rows.push_back(std::move(row));
    }
    return proposes;
}

ast::DeclKind build_kind(Building& b, std::uint32_t node) {
    switch (at(b, node).production) {
        case Production::criterion:
        case Production::limit:
        case Production::recommendation:
            return build_rule(b, node);
        case Production::table:
            return build_table(b, node);
        case Production::assumption:
            return build_assumption(b, node);
        case Production::outcome: {
            const std::vector<std::uint32_t> parts = children(b, node);
            return ast::Outcome{build_name(b, parts[0]), build_text(b, parts[1])};
        }
        case Production::eligible:
            return ast::Eligible{build_expression(b, first_child(b, first_child(b, node)))};
        case Production::search:
            return build_search(b, node);
        case Production::proposes:
            return build_proposes(b, node);
        default:
            return build_vocabulary(b, node);
    }
}

}  // namespace

std::optional<ast::Decl> build_declaration(Building& b) {
    b.failed = false;
    b.depth_reported = false;
    const std::size_t exprs_before = b.module.exprs.size();
    const Span span = span_of(b, 0);
    const auto keyword_size = static_cast<std::uint32_t>(word_of(b, 0).size());
    ast::DeclKind kind = build_kind(b, first_child(b, 0));
    if (!b.failed) return ast::Decl{span, {span.begin, span.begin + keyword_size}, std::move(kind)};
    b.module.exprs.resize(exprs_before);
    b.depths.resize(exprs_before);
    return std::nullopt;
}

}  // namespace warrant
