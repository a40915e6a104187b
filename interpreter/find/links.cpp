// What a module uses, in which editions, and checking it together with them.
#include "interpreter/find/links.hpp"

#include "dsl/limits.hpp"
#include "interpreter/find/assumptions.hpp"
#include "interpreter/plan/lower.hpp"

#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

struct Linking {
    const Shelf& shelf;
    const OrderedSet& days;
    Diagnostics& diagnostics;
    std::size_t errors_before;
    std::vector<Link> links;
};

std::vector<std::string_view> module_names(const Shelf& shelf) {
    std::vector<std::string_view> names;
    for (const ShelfModule& module : shelf.modules) {
        if (std::find(names.begin(), names.end(), module.name) == names.end()) names.push_back(module.name);
    }
    return names;
}

std::vector<std::string> print_editions(const std::vector<const ShelfModule*>& editions) {
    std::vector<std::string> text;
    for (const ShelfModule* edition : editions) text.push_back(print_edition(*edition));
    return text;
}

std::vector<const ShelfModule*> pinned(Linking& linking, const ast::Use& use, const std::vector<const ShelfModule*>& editions) {
    for (const ShelfModule* module : editions) {
        if (module->edition == use.edition->text) return {module};
    }
    linking.diagnostics.report(kinds::unknown_edition, use.edition->span,
                               fmt::format("there is no edition {} of `{}` on the shelf", use.edition->text, use.module.text),
                               fmt::format("it has: {}", print_choices(print_editions(editions), false)));
    return {};
}

// The editions that a `use` may mean; reported when there is none.
std::vector<const ShelfModule*> editions_meant(Linking& linking, const ast::Use& use) {
    const auto editions = editions_of(linking.shelf, use.module.text);
    if (editions.empty()) {
        linking.diagnostics.report(kinds::unknown_module, use.module.span,
                                   fmt::format("no module `{}` is on the shelf", use.module.text),
                                   suggest(use.module.text, module_names(linking.shelf), "add its file, or remove the line"));
        return {};
    }
    if (use.edition) return pinned(linking, use, editions);
    std::vector<const ShelfModule*> meant;
    for (const ShelfModule* module : editions) {
        if (overlap(period_of(*module), linking.days)) meant.push_back(module);
    }
    if (meant.empty()) {
        linking.diagnostics.report(
            kinds::unknown_edition, use.module.span,
            fmt::format("no edition of `{}` is in force {}", use.module.text, print_period(linking.days)),
            fmt::format("it has: {}; pin one with `use {} edition …`", print_choices(print_editions(editions), false),
                        use.module.text));
    }
    return meant;
}

std::vector<const ast::Use*> uses_of(const ShelfModule& module) {
    std::vector<const ast::Use*> uses;
    for (const ast::Decl& decl : module.tree.decls) {
        if (const ast::Use* use = std::get_if<ast::Use>(&decl.kind)) uses.push_back(use);
    }
    return uses;
}

// A `use` still to be linked, and the modules on the way to it.
struct Pending {
    const ast::Use* use = nullptr;
    std::vector<std::string_view> path;
};

bool closes_circle(Linking& linking, const Pending& pending) {
    const std::string& name = pending.use->module.text;
    auto begin = std::find(pending.path.begin(), pending.path.end(), name);
    if (begin == pending.path.end()) return false;
    std::string circle;
    for (; begin != pending.path.end(); ++begin) circle += fmt::format("`{}` uses ", *begin);
    linking.diagnostics.report(kinds::cyclic_use, pending.use->module.span, fmt::format("{}`{}`: a circle", circle, name),
                               "move what both need into a third module");
    return true;
}

void add_pending(std::vector<Pending>& pending, const ShelfModule& module, std::vector<std::string_view> path) {
    path.push_back(module.name);
    for (const ast::Use* use : uses_of(module)) pending.push_back({use, path});
}

// Links the first pending use in every way, and the rest after it. Stops at the first mistake, so that one mistake is one
// message.
void link_rest(Linking& linking, const Link& chosen, std::vector<Pending> pending) {
    while (!pending.empty()) {
        const Pending next = std::move(pending.front());
        pending.erase(pending.begin());
        if (closes_circle(linking, next)) return;
        const bool settled = std::any_of(chosen.begin(), chosen.end(), [&next](const ShelfModule* module) {
            return module->name == next.use->module.text && (!next.use->edition || next.use->edition->text == module->edition);
        });
        if (settled) continue;
        for (const ShelfModule* module : editions_meant(linking, *next.use)) {
            Link more = chosen;
            more.push_back(module);
            std::vector<Pending> rest = pending;
            add_pending(rest, *module, next.path);
            link_rest(linking, more, std::move(rest));
            if (linking.diagnostics.errors() > linking.errors_before || linking.links.size() > limits::max_links) return;
        }
        return;
    }
    linking.links.push_back(chosen);
}

void copy_diagnostic(const Diagnostic& diagnostic, Diagnostics& to) {
    Diagnostic& copy = diagnostic.located ? to.report(*diagnostic.kind, diagnostic.span, diagnostic.message, diagnostic.help)
                                          : to.report_unlocated(*diagnostic.kind, diagnostic.message, diagnostic.help);
    copy.notes = diagnostic.notes;
}

void copy_diagnostics(const Diagnostics& from, bool with_warnings, Diagnostics& to) {
    for (const Diagnostic& diagnostic : from.all()) {
        if (with_warnings || diagnostic.kind->severity == Severity::error) copy_diagnostic(diagnostic, to);
    }
}

// A module whose uses could not be linked is still checked for itself. Names that nothing declares may be of what is missing,
// so they are not reported.
Program check_unlinked(const Shelf& shelf, const ShelfModule& root, Diagnostics& diagnostics) {
    Diagnostics own;
    Program program = check(shelf.vocabulary, shelf.vocabulary_modules, {}, root.tree, own);
    for (const Diagnostic& diagnostic : own.all()) {
        if (diagnostic.kind != &kinds::unknown_name) copy_diagnostic(diagnostic, diagnostics);
    }
    return program;
}

}  // namespace

std::vector<Link> links_of(const Shelf& shelf, const ShelfModule& root, const OrderedSet& days, Diagnostics& diagnostics) {
    Linking linking{shelf, days, diagnostics, diagnostics.errors(), {}};
    std::vector<Pending> pending;
    add_pending(pending, root, {});
    link_rest(linking, {}, std::move(pending));
    if (diagnostics.errors() > linking.errors_before) return {};
    if (linking.links.size() > limits::max_links) {
        diagnostics.report(kinds::too_many, root.tree.header.name.span,
                           fmt::format("the editions of the modules that `{}` uses combine in more than {} ways", root.name,
                                       limits::max_links),
                           "pin editions with `use MODULE edition E`, or give a more exact date");
        return {};
    }
    return linking.links;
}

Program check_linked(const Shelf& shelf, const ShelfModule& root, const Link& used, bool with_warnings,
                     Diagnostics& diagnostics) {
    std::vector<const ast::Module*> trees;
    for (const ShelfModule* module : used) trees.push_back(&module->tree);
    Diagnostics own;
    Program program = check(shelf.vocabulary, shelf.vocabulary_modules, trees, root.tree, own);
    copy_diagnostics(own, with_warnings, diagnostics);
    return program;
}

Program check_module(const Shelf& shelf, const ShelfModule& module, Diagnostics& diagnostics) {
    std::vector<Link> links = links_of(shelf, module, period_of(module), diagnostics);
    if (links.empty()) return check_unlinked(shelf, module, diagnostics);
    for (std::size_t i = 0; i + 1 < links.size(); ++i) {
        const std::size_t before = diagnostics.errors();
        Program program = check_linked(shelf, module, links[i], false, diagnostics);
        if (diagnostics.errors() > before) return program;
    }
    const std::size_t before = diagnostics.errors();
    Program program = check_linked(shelf, module, links.back(), true, diagnostics);
    if (diagnostics.errors() == before && module.tree.complete && module.tree.header.kind == ast::ModuleKind::guideline) {
        // Some mistakes show only in the plan: a literal that is no exact number of its unit, an assumption that can only hurt.
        check_assumptions(lower_guideline(program, diagnostics), shelf.vocabulary, diagnostics);
    }
    return program;
}

}  // namespace warrant
