// Fuzz target: any bytes as a guideline and as an expression. Nothing may crash, hang or read outside; what is refused has a
// diagnostic that can be shown, and what is accepted has a tree that can be printed and spans that lie in the text. Formatted,
// it has the same tree, and formatted again it stays as it is.
#include "dsl/format.hpp"
#include "dsl/parse.hpp"
#include "dsl/print_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace {

using namespace warrant;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const SourceMap& sources, const ast::Module& module, const Diagnostics& diagnostics) {
    require(module.complete == diagnostics.ok());
    for (const ast::Expr& expr : module.exprs) {
        require(expr.span.begin <= expr.span.end);
        require(sources.source_of(expr.span.begin) == sources.source_of(expr.span.end));
    }
    for (const ast::Decl& decl : module.decls) require(decl.span.begin < decl.span.end);
    require(!render_json(diagnostics, sources).empty());
    require(diagnostics.all().empty() == render_text(diagnostics, sources, true).empty());
    if (module.complete) require(!print_tree(module).empty());
}

void check_layout(const std::string& text, const std::string& tree) {
    SourceMap sources;
    Diagnostics diagnostics;
    const std::optional<std::string> once = format_module(sources, sources.add("input", text), diagnostics);
    require(once.has_value());
    const SourceId formatted = sources.add("formatted", *once);
    require(print_tree(parse_module(sources, formatted, diagnostics)) == tree);
    require(format_module(sources, formatted, diagnostics) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    SourceMap sources;
    sources.add("in front", "another text");
    const SourceId source = sources.add("input", text);
    Diagnostics about_module;
    const ast::Module module = parse_module(sources, source, about_module);
    check(sources, module, about_module);
    if (module.complete) check_layout(text, print_tree(module));
    Diagnostics about_expression;
    check(sources, parse_expression(sources, source, about_expression), about_expression);
    return 0;
}
