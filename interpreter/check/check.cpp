// Links a module with what it reads and runs the checks over it.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

bool visible_everywhere(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& modules, std::size_t index) {
    if (!vocabulary.standard.empty()) return vocabulary.standard[index];
    return modules[index]->header.kind == ast::ModuleKind::library && !modules[index]->header.edition;
}

Program link(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& vocabulary_modules,
             const std::vector<const ast::Module*>& used, const ast::Module& root) {
    Program program;
    program.vocabulary = &vocabulary;
    auto add = [&](const ast::Module& module) {
        for (std::size_t i = 0; i < program.modules.size(); ++i) {
            if (program.modules[i].tree == &module) return static_cast<std::uint32_t>(i);
        }
        LinkedModule linked{&module, {}};
        linked.tables.types.resize(module.exprs.size());
        linked.tables.references.resize(module.exprs.size());
        program.modules.push_back(std::move(linked));
        return static_cast<std::uint32_t>(program.modules.size() - 1);
    };
    for (const ast::Module* module : vocabulary_modules) add(*module);
    for (const ast::Module* module : used) add(*module);
    program.root = add(root);
    return program;
}

// The name under which a declaration can be read in an expression; null for all but definitions, tables and sets of codes.
const ast::Name* readable_name(const ast::Decl& decl) {
    if (const auto* define = std::get_if<ast::Define>(&decl.kind)) return &define->name;
    if (const auto* table = std::get_if<ast::Table>(&decl.kind)) return &table->name;
    if (const auto* values = std::get_if<ast::Values>(&decl.kind)) return &values->name;
    return nullptr;
}

std::string_view readable_kind(const ast::Decl& decl) {
    if (std::holds_alternative<ast::Table>(decl.kind)) return "table";
    return std::holds_alternative<ast::Values>(decl.kind) ? "set of codes" : "definition";
}

// One declaration that others read by its name: the module's own hide others of the same name.
template <typename Ref>
void make_visible(Checker& checker, std::unordered_map<std::string, Ref>& visible, const ast::Decl& decl, Ref ref, bool own) {
    const ast::Name& name = *readable_name(decl);
    auto [entry, added] = visible.try_emplace(name.text, ref);
    if (added || !own || entry->second.module != ref.module) return;
    const ast::Decl& first = checker.tree(ref.module).decls[entry->second.decl.index];
    checker.diagnostics
        .report(kinds::declared_twice, name.span, fmt::format("the {} `{}` is declared twice", readable_kind(decl), name.text),
                "keep one of them")
        .notes.push_back({readable_name(first)->span, "first declared here"});
}

// Definitions, tables and sets of codes by name; the root's twins in other editions are not visible.
void collect_visible(Checker& checker, const std::vector<const ast::Module*>& vocabulary_modules,
                     const std::vector<const ast::Module*>& used) {
    auto add = [&](std::uint32_t module, bool own) {
        const auto& decls = checker.tree(module).decls;
        for (std::uint32_t i = 0; i < decls.size(); ++i) {
            if (readable_name(decls[i]) == nullptr) continue;
            if (std::holds_alternative<ast::Values>(decls[i].kind)) {
                make_visible(checker, checker.values, decls[i], ValuesRef{module, DeclId{i}}, own);
            } else {
                make_visible(checker, checker.visible, decls[i], DefineRef{module, DeclId{i}}, own);
            }
        }
    };
    add(checker.program.root, true);
    const auto& modules = checker.program.modules;
    for (std::uint32_t i = 0; i < modules.size(); ++i) {
        bool brought_in = std::find(used.begin(), used.end(), modules[i].tree) != used.end();
        bool everywhere = i < vocabulary_modules.size() && visible_everywhere(checker.words(), vocabulary_modules, i);
        if (i != checker.program.root && (brought_in || everywhere)) add(i, false);
    }
}

// Gates of facts are expressions of the modules that declare the facts; the plan needs them typed.
void check_gates(Checker& checker) {
    const auto& facts = checker.words().facts;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        const FactInfo& fact = facts[i];
        if (!fact.only_if.valid() || declaration_of(checker.words(), FactId{i}) != FactId{i}) continue;
        ExprContext context;
        context.module = fact.module;
        std::vector<ExprId> itself{fact.only_if};
        GuardFrame frame{nullptr, fact.module, &itself, {}};
        context.guards = &frame;
        require(checker, context, fact.only_if, Type{TypeKind::truth, {}, {}, {}}, "the condition after `only if`");
    }
}

// A gate that leads back to its own fact would never be settled.
void check_gate_cycles(Checker& checker) {
    const auto& facts = checker.words().facts;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (declaration_of(checker.words(), FactId{i}) != FactId{i}) continue;
        std::vector<FactId> reached;
        std::vector<FactId> open{FactId{i}};
        while (!open.empty()) {
            const FactInfo& fact = checker.words().fact(open.back());
            open.pop_back();
            if (!fact.only_if.valid()) continue;
            std::vector<FactId> read;
            collect_facts(checker, fact.module, fact.only_if, read);
            for (FactId fact_read : read) {
                const FactId next = declaration_of(checker.words(), fact_read);
                if (next.index == i) {
                    checker.diagnostics.report(kinds::cyclic_definition, facts[i].span,
                                               "the condition after `only if` leads back to the fact itself",
                                               "make the condition one that can be settled without this fact");
                    return;
                }
                if (std::find(reached.begin(), reached.end(), next) != reached.end()) continue;
                reached.push_back(next);
                open.push_back(next);
            }
        }
    }
}

// What `amount` means: the unit of the services covered, or of all services where they agree.
void bind_amount(Checker& checker) {
    std::vector<std::uint32_t> services = checker.program.covers;
    if (services.empty()) {
        for (std::uint32_t i = 0; i < checker.words().services.size(); ++i) services.push_back(i);
    }
    if (auto amount = amount_type(checker.words(), Type{TypeKind::amount, {}, {}, {}}, services))
        checker.program.amount = *amount;
}

}  // namespace

Program check(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& vocabulary_modules,
              const std::vector<const ast::Module*>& used, const ast::Module& root, Diagnostics& diagnostics) {
    Program program = link(vocabulary, vocabulary_modules, used, root);
    Checker checker{program, diagnostics, {}, {}, {}};
    collect_visible(checker, vocabulary_modules, used);
    resolve_coverage(checker);
    bind_amount(checker);
    check_gates(checker);
    check_gate_cycles(checker);
    check_module_parts(checker, program.root);
    return program;
}

Program check_expression(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& vocabulary_modules,
                         const std::vector<const ast::Module*>& used, const ast::Module& expression, Diagnostics& diagnostics) {
    Program program = link(vocabulary, vocabulary_modules, used, expression);
    if (expression.exprs.empty()) return program;
    Checker checker{program, diagnostics, {}, {}, {}};
    collect_visible(checker, vocabulary_modules, used);
    bind_amount(checker);
    check_gates(checker);
    ExprContext context;
    context.module = program.root;
    context.sets_allowed = true;
    context.silence = Silence::allowed;  // what is not addressed is an unknown value here
    infer(checker, context, ExprId{static_cast<std::uint32_t>(expression.exprs.size() - 1)});
    return program;
}

}  // namespace warrant
