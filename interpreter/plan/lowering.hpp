// The builder of a plan: steps with equal ones merged, facts as slots, definitions inlined. Private to plan/.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/plan/plan.hpp"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace warrant {

// Where an expression is lowered: in which module, with which values for the parameters of the definition around it.
struct LowerContext {
    std::uint32_t module = 0;
    const std::vector<StepId>* arguments = nullptr;
    // Gates of facts are about the record itself, without what the guideline assumes.
    bool assumptions = true;
    // Within a question over a list, where a parameter cannot stand for a field of another element.
    bool in_question = false;
};

// The first and the last day that a written date, month or year stands for.
std::int64_t first_day_of(const ast::DateParts& date);
std::int64_t last_day_of(const ast::DateParts& date);

// Where a declaration's text stands and how it is known: its own clauses, else those of its module's header.
PartSource source_of(const ast::Header& header, const ast::Provenance& own, Span span);

// For each look-up below these steps whose table has a row that is not addressed: whether that row applies (lower_table.cpp).
std::vector<StepId> silences_under(const Plan& plan, std::vector<StepId> steps);

// Invariant: every operand of a step was emitted before it, and no two steps of one row space are equal.
class Lowering {
public:
    Lowering(const Program& program, Diagnostics& diagnostics) : program_(&program), diagnostics_(diagnostics) {}

    // Goes on with another program over the same vocabulary, which assumes nothing yet: its expressions are lowered into the
    // same steps.
    void enter(const Program& program) {
        program_ = &program;
        assumed_.clear();
        inlined_.clear();
        tables_.clear();
    }

    StepId lower(const LowerContext& context, ExprId expr);
    // In the row space of its operands; those of the case are broadcast if others are of a list.
    StepId emit(Op op, const Type& type, std::vector<StepId> operands, std::uint32_t payload, Span span);
    // The index of a set among the plan's constants, for a payload.
    std::uint32_t payload(ValueSet value);
    StepId code_in(StepId subject, CodeSet codes, std::string label, Span span);
    StepId constant(const Type& type, ValueSet value, Span span);
    StepId truth_constant(bool value, Span span);
    std::uint32_t scale(Scale value);
    // One operand is itself; none is the neutral value.
    StepId all_of(std::vector<StepId> operands, Span span);
    StepId any_of(std::vector<StepId> operands, Span span);
    StepId negate(StepId operand, Span span);
    // The same quantity in another unit. The checker made sure that it is exact, but for constants, which are reported here.
    StepId in_type(StepId step, const Type& wanted, Span span);
    StepId fact(FactId fact, bool assumptions, Span span);
    // lower_lists.cpp
    StepId field(FactId list, std::uint32_t field, Span span);
    StepId quantifier(const LowerContext& context, const ast::Quantifier& quantifier, Span span);
    StepId aggregate(const LowerContext& context, const ast::Aggregate& aggregate, const Type& type, Span span);
    // The value that a definition was given for a parameter.
    StepId parameter(const LowerContext& context, std::uint32_t index, Span span);
    // Of the facts of an indexed fact, those whose value the index may be.
    StepId indexed_fact(std::uint32_t indexed, StepId index, bool assumptions, Span span);
    // Left <= right, whatever their units.
    StepId less_equal(StepId left, StepId right, Span span);
    // The result of the row that the keys meet; they are in the types of the table's keys (lower_table.cpp).
    StepId look_up(const TableRef& reference, std::vector<StepId> keys, Span span);
    void assume(FactId fact, StepId value) { assumed_.emplace(fact, value); }

    const Program& program() const { return *program_; }
    const Vocabulary& words() const { return *program_->vocabulary; }
    const Type& type_of(StepId step) const { return plan.steps[step.index].type; }
    // The value of a constant step; null for any other.
    const ValueSet* constant_value(StepId step) const;

    Plan plan;

private:
    friend struct ExpressionLowering;

    StepId definition(DefineRef ref, const std::vector<StepId>& arguments, bool assumptions);
    void note_definition(DefineRef ref, StepId result);
    std::uint32_t table(DefineRef ref);
    bool never_below_zero(StepId step) const;
    StepId key_from_zero(StepId key, Span span);
    StepId cell_condition(StepId key, const CheckedTable::Key& column, const CheckedTable::Cell& cell, Span span);
    StepId row_condition(const std::vector<StepId>& keys, const CheckedTable& table, const CheckedTable::Row& row);
    StepId add(Op op, const Type& type, std::vector<StepId> operands, std::uint32_t payload, RowSpace space, Span span);
    StepId in_space(StepId step, RowSpace space, Span span);
    RowSpace list(FactId fact);

    using Key =
        std::tuple<Op, TypeKind, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, RowSpace, std::vector<StepId>>;
    const Program* program_;
    Diagnostics& diagnostics_;
    std::map<Key, StepId> known_;
    std::unordered_map<std::string, std::uint32_t> constants_;
    std::unordered_map<std::string, std::uint32_t> code_sets_;
    std::map<FactId, std::uint32_t> slots_;
    std::map<FactId, RowSpace> lists_;
    std::map<std::pair<FactId, std::uint32_t>, StepId> fields_;
    std::map<FactId, StepId> assumed_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> tables_;  // by module and declaration
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool, std::vector<StepId>>, StepId> inlined_;
    bool full_ = false;
};

// lower_codes.cpp: whether a code is in a range, or in a list of codes and sets of them.
StepId lower_code_range(Lowering& lowering, const LowerContext& context, StepId subject, const ast::InRange& in, Span span);
StepId lower_code_list(Lowering& lowering, const LowerContext& context, StepId subject, const ast::InList& in, Span span);

// lower_sets.cpp
StepId lower_one_of(Lowering& lowering, const LowerContext& context, ExprId id, const ast::OneOfLiteral& set);
StepId lower_range(Lowering& lowering, const LowerContext& context, ExprId id, const ast::RangeLiteral& range);

}  // namespace warrant
