// Where the text of a guideline declares a part: for readers who compare the rule with the printed page. The plan keeps the
// place of a name or an expression; the declaration around it is the rule.
#include "interpreter/justify/view.hpp"

#include <variant>

namespace warrant {

namespace {

// `not recommended` alone, of which the plan has no expression to point to.
bool is_unconditional(const ast::Decl& declaration) {
    const auto* clause = std::get_if<ast::Recommendation>(&declaration.kind);
    return clause != nullptr && !clause->when.valid();
}

}  // namespace

Span declaration_of(const ast::Module& tree, const PartSource& source) {
    const bool of_header = source.span == tree.header.name.span;
    for (const ast::Decl& declaration : tree.decls) {
        const bool inside = declaration.span.begin <= source.span.begin && source.span.end <= declaration.span.end;
        if (of_header ? is_unconditional(declaration) : inside) return declaration.span;
    }
    return {};
}

}  // namespace warrant
