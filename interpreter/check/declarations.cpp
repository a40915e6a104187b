// One module's header and declarations: what a guideline, library or procedure must say, and where its parts may stand.
#include "interpreter/check/checker.hpp"
#include "interpreter/check/parts.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

std::string_view kind_name(ast::ModuleKind kind) {
    switch (kind) {
        case ast::ModuleKind::guideline:
            return "guideline";
        case ast::ModuleKind::library:
            return "library";
        case ast::ModuleKind::procedure:
            return "procedure";
    }
    return {};
}

// Whether a kind of declaration may stand in a kind of module, and where it belongs if not.
struct Place {
    ast::ModuleKind module;
    bool operator()(const ast::Use&) const { return true; }
    bool operator()(const ast::Service&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::ChoiceType&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::RecordType&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::Unit&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::Fact&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::Values&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::Define&) const { return true; }
    bool operator()(const ast::Table&) const { return module != ast::ModuleKind::procedure; }
    bool operator()(const ast::Criterion&) const { return module == ast::ModuleKind::guideline; }
    bool operator()(const ast::Limit&) const { return module == ast::ModuleKind::guideline; }
    bool operator()(const ast::Recommendation&) const { return module == ast::ModuleKind::guideline; }
    bool operator()(const ast::Assume&) const { return module == ast::ModuleKind::guideline; }
    bool operator()(const ast::Outcome&) const { return module != ast::ModuleKind::guideline; }
    bool operator()(const ast::Eligible&) const { return module == ast::ModuleKind::procedure; }
    bool operator()(const ast::Search&) const { return module == ast::ModuleKind::procedure; }
    bool operator()(const ast::Proposes&) const { return module == ast::ModuleKind::procedure; }
};

void check_places(Checker& checker, const ast::Module& tree) {
    for (const ast::Decl& decl : tree.decls) {
        if (std::visit(Place{tree.header.kind}, decl.kind)) continue;
        checker.diagnostics.report(
            kinds::misplaced_declaration, decl.keyword,
            fmt::format("this declaration does not belong in a {}", kind_name(tree.header.kind)),
            tree.header.kind == ast::ModuleKind::procedure
                ? "vocabulary belongs in a library, criteria and limits in a guideline"
                : "criteria, limits and assumptions belong in a guideline; eligible, search and proposes in a procedure");
    }
}

// Everything that a header lacks, in one message. (A missing title is the parser's to report.)
void check_header(Checker& checker, const ast::Header& header) {
    std::string lacking;
    std::string examples;
    auto missing = [&](bool absent, std::string_view clause, std::string_view example) {
        if (!absent) return;
        lacking += (lacking.empty() ? "" : ", ") + std::string(clause);
        examples += (examples.empty() ? "" : "; ") + std::string(example);
    };
    if (header.kind == ast::ModuleKind::guideline) {
        missing(!header.source, "source", "source \"MTUS Chronic Pain Medical Treatment Guidelines\"");
        missing(!header.edition, "edition", "edition 2009");
        missing(!header.in_force, "period in force", "in force 2009-07-18 to 2016-07-27");
        missing(!header.provenance.basis, "basis", "basis recalled");
        missing(!header.status, "status", "status draft");
        missing(header.covers.empty() && header.adds_to.empty(), "services covered",
                "covers work_conditioning, work_hardening");
    } else {
        missing(header.edition && !header.in_force, "period in force", "in force 2009-07-18 to 2016-07-27");
        missing(header.in_force && !header.edition, "edition", "edition 2009");
    }
    if (!lacking.empty()) {
        checker.diagnostics.report(kinds::header_incomplete, header.name.span,
                                   fmt::format("this {} does not say its {}", kind_name(header.kind), lacking),
                                   fmt::format("add under its name: {}", examples));
    }
    if (header.provenance.verbatim) check_provenance(checker, header, {}, header.name.span, "this module", false);
}

// Gives each declaration to the check of its kind.
struct Declarations {
    Checker& checker;
    std::uint32_t module;
    ParentParts& parts;
    const ast::Decl& decl;
    DeclId id;

    const ast::Header& header() const { return checker.tree(module).header; }
    ExprContext context() const {
        ExprContext here;
        here.module = module;
        return here;
    }

    void operator()(const ast::Use&) const {}         // resolved by the shelf
    void operator()(const ast::Service&) const {}     // the vocabulary's
    void operator()(const ast::ChoiceType&) const {}  // the vocabulary's
    void operator()(const ast::RecordType&) const {}  // the vocabulary's
    void operator()(const ast::Unit&) const {}        // the vocabulary's
    void operator()(const ast::Fact&) const {}        // the vocabulary's
    void operator()(const ast::Values&) const {}      // the vocabulary's
    void operator()(const ast::Outcome&) const {}     // the vocabulary's
    void operator()(const ast::Define& define) const {
        bool read = checker.state({module, id}).read;
        define_type(checker, {module, id});
        checker.state({module, id}).read = read;
        check_provenance(checker, header(), define.provenance, define.name.span,
                         fmt::format("the definition `{}`", define.name.text), true);
    }
    void operator()(const ast::Table& table) const {
        checked_table(checker, {module, id});
        check_provenance(checker, header(), table.provenance, table.name.span, fmt::format("the table `{}`", table.name.text),
                         true);
    }
    void operator()(const ast::Criterion& criterion) const { check_criterion(checker, module, parts, criterion); }
    void operator()(const ast::Limit& limit) const { check_limit(checker, module, parts, limit); }
    void operator()(const ast::Recommendation& clause) const { check_recommendation(checker, module, parts, clause, decl); }
    void operator()(const ast::Assume& assume) const { check_assumption(checker, module, parts, assume); }
    void operator()(const ast::Eligible& eligible) const {
        require(checker, context(), eligible.when, Type{TypeKind::truth, {}, {}, {}}, "the condition of `eligible when`");
    }
    void operator()(const ast::Search& search) const { check_search(checker, search); }
    void operator()(const ast::Proposes& proposes) const { check_proposals(checker, proposes, decl); }
};

// Definitions and tables are read in the order of the text; only after all parts were checked is it known which nobody reads.
void warn_unused(Checker& checker, std::uint32_t module) {
    const ast::Module& tree = checker.tree(module);
    if (tree.header.kind == ast::ModuleKind::library || !tree.complete) return;
    for (std::size_t i = 0; i < tree.decls.size(); ++i) {
        const auto* define = std::get_if<ast::Define>(&tree.decls[i].kind);
        const auto* table = std::get_if<ast::Table>(&tree.decls[i].kind);
        if (define == nullptr && table == nullptr) continue;
        const DefineRef ref{module, DeclId{static_cast<std::uint32_t>(i)}};
        if (checker.state(ref).read) continue;
        if (table != nullptr && !checked_table(checker, ref).sound) continue;  // one mistake, one message
        const ast::Name& name = define != nullptr ? define->name : table->name;
        checker.diagnostics.report(
            kinds::unused_definition, name.span,
            fmt::format("nothing reads the {} `{}`", define != nullptr ? "definition" : "table", name.text),
            "remove it, or read it in a criterion or limit");
    }
}

}  // namespace

void check_provenance(Checker& checker, const ast::Header& header, const ast::Provenance& own, Span where,
                      std::string_view what, bool needs_citation) {
    if (needs_citation && !own.citation && !header.provenance.citation) {
        checker.diagnostics.report(kinds::no_citation, where,
                                   fmt::format("{} cites nothing, and neither does the header", what),
                                   "add where its text stands: pages 125-126, or section \"9792.20\"");
    }
    const auto& verbatim = own.verbatim ? own.verbatim : header.provenance.verbatim;
    const auto& basis = own.basis ? own.basis : header.provenance.basis;
    if (verbatim && (!basis || basis->kind == ast::Basis::Kind::recalled)) {
        checker.diagnostics.report(kinds::text_without_basis, verbatim->span,
                                   "verbatim text stands here, but its basis does not say that the text was read",
                                   "say `basis text` or `basis quoted \"document\"`, or leave the text out");
    }
}

void check_module_parts(Checker& checker, std::uint32_t module) {
    const ast::Module& tree = checker.tree(module);
    check_header(checker, tree.header);
    check_coverage(checker, module);
    check_places(checker, tree);
    ParentParts parts;
    collect_parts(checker, tree, parts);
    if (const ast::CoverageClause* condition = only_condition(tree.header)) parts.covered_when.push_back(condition->when);
    for (std::size_t i = 0; i < tree.decls.size(); ++i) {
        DeclId id{static_cast<std::uint32_t>(i)};
        if (!std::visit(Place{tree.header.kind}, tree.decls[i].kind)) continue;  // reported; more would be said of it in vain
        std::visit(Declarations{checker, module, parts, tree.decls[i], id}, tree.decls[i].kind);
    }
    warn_unused(checker, module);
    if (!tree.complete) return;  // what did not parse may be what is missing
    if (tree.header.kind == ast::ModuleKind::guideline && !parts.finds_something) {
        checker.diagnostics.report(kinds::finds_nothing, tree.header.name.span,
                                   "this guideline has no criterion, no limit and no recommendation",
                                   "write at least one `criterion`");
    }
    if (tree.header.kind == ast::ModuleKind::procedure && !parts.proposes) {
        checker.diagnostics.report(kinds::finding_not_mapped, tree.header.name.span,
                                   "this procedure proposes nothing for any finding",
                                   "add `proposes` with a row for each of the five findings");
    }
}

}  // namespace warrant
