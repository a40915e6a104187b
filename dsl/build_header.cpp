// The header's clauses, and the clauses on provenance that headers and declarations share.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"
#include "dsl/words.hpp"

#include <utility>

namespace warrant {

bool take(Building& b, Once& once, std::uint32_t node, std::string_view clause) {
    const Span span = span_of(b, node);
    if (!once.first) {
        once.first = span;
        return true;
    }
    refuse(b, kinds::clause_twice, span, std::string(clause) + " stands here for the second time", "keep one of the two")
        .notes.push_back({*once.first, "the first one is here"});
    return false;
}

void build_citation(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen) {
    if (!take(b, seen.citation, node, "a citation (`page`, `pages` or `section`)")) return;
    const std::uint32_t where = first_child(b, node);
    ast::Citation citation;
    citation.span = span_of(b, node);
    if (at(b, where).production == Production::text) {
        citation.kind = ast::Citation::Kind::section;
        citation.text = build_text(b, where).text;
    } else {
        for (const char c : text_of(b, where)) {
            if (c != ' ') citation.text += c;
            if (c == ',') citation.text += ' ';
        }
    }
    into.citation = std::move(citation);
}

void build_basis(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen) {
    if (!take(b, seen.basis, node, "`basis`")) return;
    ast::Basis basis;
    basis.span = span_of(b, node);
    const std::uint32_t document = first_child(b, node);
    if (document != no_node) {
        basis.kind = ast::Basis::Kind::quoted;
        basis.document = build_text(b, document).text;
    } else {
        const bool recalled = text_of(b, node).ends_with("recalled");
        basis.kind = recalled ? ast::Basis::Kind::recalled : ast::Basis::Kind::text;
    }
    into.basis = std::move(basis);
}

void build_provenance(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen) {
    const std::uint32_t clause = first_child(b, node);
    if (at(b, clause).production == Production::citation) {
        build_citation(b, clause, into, seen);
    } else if (at(b, clause).production == Production::basis) {
        build_basis(b, clause, into, seen);
    } else if (take(b, seen.verbatim, clause, "`text`")) {
        into.verbatim = build_text(b, first_child(b, clause));
    }
}

void build_header(Building& b) {
    ast::Header& header = b.module.header;
    const std::string_view kind = word_of(b, 0);
    header.kind = kind == "guideline" ? ast::ModuleKind::guideline
                  : kind == "library" ? ast::ModuleKind::library
                                      : ast::ModuleKind::procedure;
    header.name = build_name(b, child_of(b, 0, Production::name));
    header.title = build_optional_text(b, 0);
    header.span = span_of(b, 0);
    if (header.kind != ast::ModuleKind::library && !header.title) {
        refuse(b, kinds::clause_missing, header.name.span,
               "a " + std::string(kind) + " has a title after its name, the words that people read, and this one has none",
               "write `" + std::string(kind) + " " + header.name.text + " \"…\"`");
    }
}

namespace {

ast::InForce build_in_force(Building& b, std::uint32_t node) {
    ast::InForce in_force;
    in_force.span = span_of(b, node);
    const std::vector<std::uint32_t> parts = children(b, node);
    in_force.from = build_date(b, parts[0]);
    if (at(b, parts[1]).production == Production::date) in_force.to = build_date(b, parts[1]);
    return in_force;
}

ast::Status build_status(const Building& b, std::uint32_t node) {
    const std::string_view word = word_of(b, first_child(b, node));
    return word == "draft" ? ast::Status::draft : word == "reviewed" ? ast::Status::reviewed : ast::Status::in_use;
}

// Services, and perhaps a condition after them. A condition that was refused is left out; the services stand.
ast::CoverageClause build_coverage(Building& b, std::uint32_t node) {
    b.failed = false;
    b.depth_reported = false;
    const std::size_t exprs_before = b.module.exprs.size();
    ast::CoverageClause clause;
    clause.span = span_of(b, node);
    for (const std::uint32_t child : children(b, node)) {
        if (at(b, child).production == Production::name) {
            clause.services.push_back(build_name(b, child));
        } else {
            clause.when = build_expression(b, first_child(b, child));
        }
    }
    if (!b.failed) return clause;
    b.module.exprs.resize(exprs_before);
    b.depths.resize(exprs_before);
    clause.when = {};
    return clause;
}

}  // namespace

void build_header_clause(Building& b, HeaderSeen& seen) {
    ast::Header& header = b.module.header;
    header.span.end = span_of(b, 0).end;
    const std::uint32_t clause = first_child(b, 0);
    switch (at(b, clause).production) {
        case Production::source_clause:
            if (take(b, seen.source, clause, "`source`")) header.source = build_text(b, first_child(b, clause));
            break;
        case Production::citation:
            build_citation(b, clause, header.provenance, seen.provenance);
            break;
        case Production::basis:
            build_basis(b, clause, header.provenance, seen.provenance);
            break;
        case Production::edition_clause:
            if (take(b, seen.edition, clause, "`edition`")) header.edition = build_name(b, first_child(b, clause));
            break;
        case Production::in_force_clause:
            if (take(b, seen.in_force, clause, "`in force`")) header.in_force = build_in_force(b, clause);
            break;
        case Production::status_clause:
            if (take(b, seen.status, clause, "`status`")) header.status = build_status(b, clause);
            break;
        case Production::extent_clause:
            if (take(b, seen.extent, clause, "`extent`")) header.partial = true;
            break;
        case Production::covers_clause:
            header.covers.push_back(build_coverage(b, clause));
            break;
        default:  // adds_to_clause: the last alternative of the rule
            header.adds_to.push_back(build_coverage(b, clause));
            break;
    }
}

}  // namespace warrant
