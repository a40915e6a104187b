// What the checking phases share: the program under construction and what is visible in it. Private to check/.
#pragma once

#include "interpreter/check/program.hpp"
#include "interpreter/kinds.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace warrant {

struct DefinitionState {
    enum class Progress { untouched, busy, done } progress = Progress::untouched;
    Type result;
    std::vector<Type> parameters;
    bool read = false;
    bool silent = false;  // it looks up a table with a row that is not addressed
    int depth = 0;        // definitions on the longest way through those that it reads, itself included
};

// One run of check(). Names are looked up in this order: parameters, definitions of the own module, definitions visible
// everywhere or brought in by `use`, facts, values of the choice that is expected.
struct Checker {
    Program& program;
    Diagnostics& diagnostics;
    // Visible definitions and tables by name: own first, then the others.
    std::unordered_map<std::string, DefineRef> visible;
    // Visible named sets of codes, likewise.
    std::unordered_map<std::string, ValuesRef> values;
    std::map<std::pair<std::uint32_t, std::uint32_t>, DefinitionState> definitions;  // by module and declaration
    int definition_depth = 0;
    int deepest_read = 0;      // the largest depth among what the definition at hand has read so far
    bool silent_read = false;  // whether the definition at hand has looked up a table with a row that is not addressed

    const Vocabulary& words() const { return *program.vocabulary; }
    const ast::Module& tree(std::uint32_t module) const { return *program.modules[module].tree; }
    DefinitionState& state(DefineRef ref) { return definitions[{ref.module, ref.decl.index}]; }
};

// Conditions that stand beside an expression in an `and`, before it in an `if` or an `applies when`.
struct GuardFrame {
    const GuardFrame* outer = nullptr;
    std::uint32_t module = 0;
    const std::vector<ExprId>* conditions = nullptr;
    ExprId except;  // the expression itself
};

// Whether a table with a row that is not addressed may be looked up: such a row must count whenever the part applies.
enum class Silence {
    allowed,    // in a comparison or cap of a criterion or limit
    joined,     // beside another condition that could make the row irrelevant
    elsewhere,  // outside criteria and limits
};

// A name for the elements of a list: `m` in `some (m in medications) has (…)`.
struct ElementFrame {
    const ElementFrame* outer = nullptr;
    std::string_view variable;  // empty: where no element can be read
    FactId list;
};

// Where an expression stands.
struct ExprContext {
    std::uint32_t module = 0;
    const ast::Define* definition = nullptr;  // whose parameters are visible
    const DefinitionState* definition_state = nullptr;
    bool sets_allowed = false;  // eval: operands may be written as sets
    const GuardFrame* guards = nullptr;
    Silence silence = Silence::elsewhere;
    const ElementFrame* elements = nullptr;
};

// walk.cpp: the facts that an expression names, itself and below it; those that its guards name.
void collect_facts(const Checker& checker, std::uint32_t module, ExprId id, std::vector<FactId>& facts);
// Warns where a fact is read without the condition under which it has a meaning.
void check_guarded(Checker& checker, const ExprContext& context, FactId fact, Span span);

// expressions.cpp: types an expression and everything below it. `expected` helps to resolve values of choices and sets; the
// caller still compares. An invalid result means that a mistake was reported.
Type infer(Checker& checker, const ExprContext& context, ExprId id, const Type& expected = {});

// lists.cpp: questions over the elements of a list, and `m.dose` within them.
Type infer_quantifier(Checker& checker, const ExprContext& context, const ast::Quantifier& quantifier);
Type infer_aggregate(Checker& checker, const ExprContext& context, const ast::Aggregate& aggregate, Span span,
                     const Type& expected);
// Whether a name begins with that of an element.
bool names_element(const ExprContext& context, std::string_view name);
// What `m.dose` is, noted in `reference`. The name begins with that of an element.
Type infer_field(Checker& checker, const ExprContext& context, const ast::Name& name, Reference& reference);

// wanted.cpp
// As infer, and reports when the result is not `wanted` (or a unit that converts into it exactly). `what` names the place.
Type require(Checker& checker, const ExprContext& context, ExprId id, const Type& wanted, std::string_view what);
// Types a definition on its first use; cycles are reported.
const DefinitionState& define_type(Checker& checker, DefineRef ref);

// tables.cpp
// Reads a table on its first use: the types of its columns, its cells, and which row applies where.
const CheckedTable& checked_table(Checker& checker, DefineRef ref);

// look_up.cpp
// Types a look-up, `id`, of a table; `call` is null for its name alone.
Type look_up(Checker& checker, const ExprContext& context, ExprId id, DefineRef ref, const ast::Name& name,
             const ast::Call* call);
// Something that looks up a row that is not addressed is read here: reports where that could be lost.
void meet_silence(Checker& checker, const ExprContext& context, Span span, const ast::Name& name);

// fact_reads.cpp: what the expression reads of a fact, or of an indexed fact for the value that its argument names.
Type read_fact(Checker& checker, const ExprContext& context, ExprId id, FactId fact);
Type read_indexed_fact(Checker& checker, const ExprContext& context, ExprId id, std::uint32_t indexed,
                       const std::vector<ExprId>* arguments);

// codes.cpp: what is read of codes, and the sets that they are looked up in.
// A code that stands for itself.
Type read_code(Checker& checker, const ast::Expr& literal);
// The items of a list after `in`, or the ends of a range of codes.
void check_list(Checker& checker, const ExprContext& context, const ast::InList& in, const Type& subject);
void check_code_range(Checker& checker, const ExprContext& context, ExprId low, ExprId high);

// types.cpp: the rules of units and types, with their messages.
Type arithmetic_type(Checker& checker, ast::BinaryOp op, const Type& left, const Type& right, Span span);
// The type in which both can be held without rounding; invalid (and reported) otherwise.
Type common_type(Checker& checker, const Type& left, const Type& right, Span span, std::string_view what);
// Whether two types can be compared with <, = and so on; reports when not.
bool comparable(Checker& checker, const Type& left, const Type& right, bool ordering, Span span);
Type fact_type_here(Checker& checker, FactId fact, Span span);

// coverage.cpp
// The services that the root guideline covers or adds to; those that nobody declared are reported.
void resolve_coverage(Checker& checker);
// Where the clauses stand, and that their conditions are yes or no.
void check_coverage(Checker& checker, std::uint32_t module);
// The condition under which all of a guideline counts, if one clause with a condition says which services it is for; else null.
const ast::CoverageClause* only_condition(const ast::Header& header);

// declarations.cpp: one module's header and parts.
void check_module_parts(Checker& checker, std::uint32_t module);

}  // namespace warrant
