// The shelf: every module at hand, parsed, with the vocabulary they share, and which edition of a module is in force when.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/diagnostic.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/value/set.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace warrant {

struct ShelfModule {
    ast::Module tree;
    std::string name;
    std::string edition;                 // empty: without
    std::string source;                  // first segment of the name of a guideline or edition-bound library: `mtus`
    std::optional<OrderedSet> in_force;  // days, both ends in; high unbounded: `D on`
    bool standard = false;               // of the standard library: visible everywhere
};

// Modules keep their addresses: trees are pointed to by programs.
struct Shelf {
    std::deque<ShelfModule> modules;
    Vocabulary vocabulary;
    std::vector<const ast::Module*> vocabulary_modules;  // all of them, in order
};

struct ShelfText {
    SourceId source;
    bool standard = false;
    bool replaces = false;  // takes the place, and the standing, of an earlier text of the same module and edition
};

// Parses and declares; reports duplicates of one module and edition, periods of one module's editions that overlap, and those
// that end before they begin.
Shelf make_shelf(const SourceMap& sources, const std::vector<ShelfText>& texts, Diagnostics& diagnostics);

// Modules of a name, by the beginning of their period.
std::vector<const ShelfModule*> editions_of(const Shelf& shelf, std::string_view name);

// Checks one module of the shelf with what it uses: for every edition of a used module that is in force within the module's own
// period (all of them when it has none) it must check. The program returned is that of the latest choice.
Program check_module(const Shelf& shelf, const ShelfModule& module, Diagnostics& diagnostics);

}  // namespace warrant
