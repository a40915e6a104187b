// Private. From recognised productions to the tree: reads literals, refuses what the grammar lets through but the language does
// not (mixed `and`/`or`, chained comparisons, clauses that stand twice or are missing), and keeps no positions but spans.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/diagnostic.hpp"
#include "dsl/recognize.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// What building one module works on. `nodes` is what is being built at the moment: a clause of the header, a declaration.
struct Building {
    std::string_view text;
    std::uint32_t base = 0;
    ast::Module& module;
    Diagnostics& diagnostics;
    std::vector<Node> nodes;
    std::vector<int> depths;  // of module.exprs, to hold the limit on nesting
    bool depth_reported = false;
    bool failed = false;  // something in `nodes` was refused
};

// ---------------------------------------------------------------- moving in the nodes

inline constexpr std::uint32_t no_node = UINT32_MAX;

inline const Node& at(const Building& b, std::uint32_t node) {
    return b.nodes[node];
}
// The first child, or the next sibling below `parent`; no_node when there is none.
std::uint32_t first_child(const Building& b, std::uint32_t parent);
std::uint32_t next_child(const Building& b, std::uint32_t parent, std::uint32_t child);
// The children of one production, and the first of them.
std::vector<std::uint32_t> children(const Building& b, std::uint32_t parent);
std::uint32_t child_of(const Building& b, std::uint32_t parent, Production production);

Span span_of(const Building& b, std::uint32_t node);
std::string_view text_of(const Building& b, std::uint32_t node);
// The first word of a node that is told from its siblings by it (`pages`, `generally`, `not`).
std::string_view word_of(const Building& b, std::uint32_t node);

Diagnostic& refuse(Building& b, const DiagnosticKind& kind, Span span, std::string message, std::string help = {});

// ---------------------------------------------------------------- tokens

ast::Name build_name(const Building& b, std::uint32_t node);
ast::Text build_text(const Building& b, std::uint32_t node);
std::optional<ast::Text> build_optional_text(const Building& b, std::uint32_t parent);
ast::UnitName build_unit_name(const Building& b, std::uint32_t node);
ast::NumberLiteral build_quantity(Building& b, std::uint32_t node);
ast::DateParts build_date(Building& b, std::uint32_t node);
ast::TypeName build_type_name(const Building& b, std::uint32_t node);

// ---------------------------------------------------------------- larger parts

ExprId build_expression(Building& b, std::uint32_t node);
ExprId add_expression(Building& b, Span span, ast::ExprKind kind, const std::vector<ExprId>& operands);
// A question over the elements of a list: node is a quantifier, counted, total, latest, or an extreme with `for`.
ExprId build_list_question(Building& b, std::uint32_t node);
// A set written as an operand; node is a set_literal.
ExprId build_set(Building& b, std::uint32_t node);
// Half-lines and their ends, which cells of tables share.
ExprId build_bound(Building& b, std::uint32_t node);
ExprId build_open_range(Building& b, std::uint32_t node);
// `3..5 days` gives both ends the unit.
void share_unit(Building& b, ExprId low, ExprId high);

// A clause that may stand once: remembers where, refuses the second.
struct Once {
    std::optional<Span> first;
};
bool take(Building& b, Once& once, std::uint32_t node, std::string_view clause);

struct ProvenanceSeen {
    Once citation;
    Once basis;
    Once verbatim;
};
void build_citation(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen);
void build_basis(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen);
void build_provenance(Building& b, std::uint32_t node, ast::Provenance& into, ProvenanceSeen& seen);

// nodes[0] is a header or header_clause. `HeaderSeen` lives as long as the header.
struct HeaderSeen {
    ProvenanceSeen provenance;
    Once source;
    Once edition;
    Once in_force;
    Once status;
    Once extent;
};
void build_header(Building& b);
void build_header_clause(Building& b, HeaderSeen& seen);

// nodes[0] is a declaration. Nothing if it was refused.
std::optional<ast::Decl> build_declaration(Building& b);
ast::DeclKind build_rule(Building& b, std::uint32_t node);  // criterion, limit, recommendation
ast::DeclKind build_table(Building& b, std::uint32_t node);
ast::DeclKind build_vocabulary(Building& b, std::uint32_t node);  // use, service, choice_type, unit, fact, values, definition

}  // namespace warrant
