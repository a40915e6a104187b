// Which services a guideline covers, or adds to, and the conditions of those clauses.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

void resolve_service(Checker& checker, const ast::Name& name) {
    const Vocabulary& words = checker.words();
    const auto service = words.service_by_name.find(name.text);
    if (service != words.service_by_name.end()) {
        checker.program.covers.push_back(service->second);
        return;
    }
    std::vector<std::string_view> known;
    for (const ServiceInfo& info : words.services) known.push_back(info.name);
    const std::string_view near = nearest_name(name.text, known);
    checker.diagnostics.report(kinds::unknown_service, name.span, fmt::format("no service `{}` is declared", name.text),
                               near.empty() ? "declare it: service physical_therapy \"Physical therapy\" in visits"
                                            : fmt::format("did you mean `{}`?", near));
}

void check_conditions(Checker& checker, std::uint32_t module, const std::vector<ast::CoverageClause>& clauses,
                      std::string_view what) {
    ExprContext context;
    context.module = module;
    for (const ast::CoverageClause& clause : clauses) {
        if (clause.when.valid()) require(checker, context, clause.when, Type{TypeKind::truth, {}, {}, {}}, what);
    }
}

void refuse_elsewhere(Checker& checker, const std::vector<ast::CoverageClause>& clauses, std::string_view word) {
    for (const ast::CoverageClause& clause : clauses) {
        checker.diagnostics.report(kinds::misplaced_declaration, clause.span, fmt::format("only a guideline says `{}`", word),
                                   "leave the clause out, or begin the file with `guideline`");
    }
}

}  // namespace

void resolve_coverage(Checker& checker) {
    const ast::Header& header = checker.program.root_tree().header;
    if (header.kind != ast::ModuleKind::guideline) return;  // said by check_coverage
    for (const auto* clauses : {&header.covers, &header.adds_to}) {
        for (const ast::CoverageClause& clause : *clauses) {
            for (const ast::Name& service : clause.services) resolve_service(checker, service);
        }
    }
}

void check_coverage(Checker& checker, std::uint32_t module) {
    const ast::Module& tree = checker.tree(module);
    const ast::Header& header = tree.header;
    if (header.kind != ast::ModuleKind::guideline) {
        refuse_elsewhere(checker, header.covers, "covers");
        refuse_elsewhere(checker, header.adds_to, "adds to");
        return;
    }
    check_conditions(checker, module, header.covers, "the condition of `covers`");
    check_conditions(checker, module, header.adds_to, "the condition of `adds to`");
    if (header.adds_to.empty()) return;
    if (!header.covers.empty()) {
        checker.diagnostics
            .report(kinds::misplaced_declaration, header.adds_to.front().span,
                    "this guideline covers services and also adds to what others cover",
                    "divide it: one guideline that covers, another that adds")
            .notes.push_back({header.covers.front().span, "here it covers services of its own"});
    }
    for (const ast::Decl& decl : tree.decls) {
        if (!std::holds_alternative<ast::Recommendation>(decl.kind)) continue;
        checker.diagnostics.report(kinds::misplaced_declaration, decl.keyword,
                                   "a guideline that adds to others has no recommendation of its own",
                                   "say it as a criterion: it is then joined to the criteria of the section that governs");
    }
}

const ast::CoverageClause* only_condition(const ast::Header& header) {
    const std::size_t clauses = header.covers.size() + header.adds_to.size();
    if (clauses != 1) return nullptr;
    const ast::CoverageClause& clause = header.covers.empty() ? header.adds_to.front() : header.covers.front();
    return clause.when.valid() ? &clause : nullptr;
}

}  // namespace warrant
