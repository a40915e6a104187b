// A guideline (or procedure, library, or single expression) with everything it reads, checked: what every name means and
// which type every expression has, in tables beside the trees. The trees are not rewritten.
#pragma once

#include "dsl/ast.hpp"
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/value/set.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace warrant {

// A definition (or a table): which module of the program, which declaration of it.
struct DefineRef {
    std::uint32_t module = 0;
    DeclId decl;

    friend constexpr bool operator==(DefineRef, DefineRef) = default;
};
struct ParameterRef {
    std::uint32_t index = 0;  // in the definition that the expression stands in
};
struct ChoiceRef {
    ChoiceTypeId type;
    std::uint32_t value = 0;
};
// `m.dose`: a field of the element that the innermost question over a list is about.
struct FieldRef {
    FactId list;
    std::uint32_t field = 0;
};
// A look-up: the table, as a declaration among the definitions, and one of its columns.
struct TableRef {
    DefineRef table;
    std::uint32_t column = 0;
};
// An indexed fact whose index is not one written value: `history.visits(request.service)`.
struct IndexedRef {
    std::uint32_t indexed = 0;
};
// A named set of codes: which module of the program, which declaration of it.
struct ValuesRef {
    std::uint32_t module = 0;
    DeclId decl;
};
// What a NameRef or Call stands for. An indexed fact with a written value is that value's fact.
using Reference = std::variant<std::monostate, FactId, DefineRef, ParameterRef, ChoiceRef, TableRef, FieldRef, IndexedRef,
                               ValuesRef>;

// A table whose cells were read: in which types it is looked up, and which row applies where.
struct CheckedTable {
    struct Key {
        std::string label;
        Type type;
        bool from_zero = false;  // a quantity that is not negative; what is computed below 0 is looked up as 0
    };
    struct Result {
        std::string label;
        Type type;
    };
    // What a row allows one key: disjoint ranges in ascending order, or one set of choices or truths. Empty: every value.
    using Cell = std::vector<ValueSet>;
    using Region = std::vector<Cell>;  // by key
    struct Row {
        std::string label;  // its keys in words
        Span span;
        bool otherwise = false;
        std::vector<Region> regions;    // disjoint; several only of `otherwise`
        std::vector<ValueSet> results;  // by column; none: not addressed
    };
    std::vector<Key> keys;
    std::vector<Result> results;
    std::vector<Row> rows;
    bool silent = false;  // some row is not addressed
    bool sound = true;    // no mistake was found in it
};

struct ModuleTables {
    std::vector<Type> types;            // by ExprId
    std::vector<Reference> references;  // by ExprId; monostate for all but NameRef and Call
};

struct LinkedModule {
    const ast::Module* tree = nullptr;
    ModuleTables tables;
};

struct Program {
    const Vocabulary* vocabulary = nullptr;
    std::vector<LinkedModule> modules;  // the vocabulary's modules first, then used ones, the root last
    std::uint32_t root = 0;
    std::vector<std::uint32_t> covers;  // services the root guideline covers or adds to
    Type amount;                        // what `amount` means here; kind invalid outside a guideline with services
    std::map<std::pair<std::uint32_t, std::uint32_t>, CheckedTable> tables;  // those that are read, by module and declaration

    const ast::Module& root_tree() const { return *modules[root].tree; }
    const CheckedTable& table(DefineRef ref) const { return tables.at({ref.module, ref.decl.index}); }
};

// Checks `root` against the vocabulary and the modules that it uses (transitively, each in the edition chosen by the caller).
// `vocabulary_modules` are those given to declare(), in that order. Reports mistakes in the root and, when `check_used`, in the
// others.
Program check(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& vocabulary_modules,
              const std::vector<const ast::Module*>& used, const ast::Module& root, Diagnostics& diagnostics);

// Checks a lone expression (from parse_expression) over the vocabulary and the modules used.
Program check_expression(const Vocabulary& vocabulary, const std::vector<const ast::Module*>& vocabulary_modules,
                         const std::vector<const ast::Module*>& used, const ast::Module& expression, Diagnostics& diagnostics);

}  // namespace warrant
