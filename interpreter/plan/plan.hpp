// A guideline as a flat list of steps in dependency order, each over earlier steps, with the parts of the guideline (criteria,
// limits, assumptions) as names for some of them. Self-contained: evaluating and justifying need the plan and the
// vocabulary's words, never the tree.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/plan/opcodes.hpp"
#include "interpreter/value/code.hpp"
#include "interpreter/value/set.hpp"
#include "interpreter/value/type.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

using StepId = Id<struct StepTag>;

// The rows that a step has values for: the cases themselves (0), or the elements of one list in each of them (one more than the
// list's number in Plan::lists). Only `broadcast` and the opcodes that reduce cross from one to another.
using RowSpace = Id<struct RowSpaceTag>;
inline constexpr RowSpace case_rows{0};

// Factors that make two operands, or a result, comparable without rounding: see opcodes.hpp. Both above 0.
struct Scale {
    std::int64_t left = 1;
    std::int64_t right = 1;

    friend bool operator==(const Scale&, const Scale&) = default;
};

struct Step {
    Op op = Op::constant;
    Type type;  // its kind gives the layout of the result
    RowSpace space = case_rows;
    bool can_err = false;        // an error mark is kept for it
    std::uint32_t operands = 0;  // first of its operands in Plan::operands
    std::uint32_t operand_count = 0;
    std::uint32_t payload =
        0;      // by opcode: index of a constant, slot, field, scale, table or set of codes; the count of at_least
    Span span;  // the expression it came from
};

// What a `code_in` step asks for.
struct CodeSetPlan {
    CodeSet codes;
    std::string label;  // of a named set that stands alone; else empty
};

struct FactSlot {
    FactId fact;
    Type type;    // as stored in columns (amount is bound to its unit)
    StepId step;  // the `fact` step
    StepId gate;  // the truth of its `only if`; unset without one
};

// A list fact.
struct ListSlot {
    FactId fact;
    StepId gate;  // the truth of its `only if`; unset without one
};

// What is said of the elements of a list.
struct FieldSlot {
    RowSpace space;           // its list's
    std::uint32_t field = 0;  // in the record type of the list's elements
    Type type;
    StepId step;  // the `field` step
};

// How a part's text is known, from its own clauses or the header's.
struct PartSource {
    std::string citation;  // `pp. 125-126`, `p. 98`, `section 9792.20`; empty if none
    ast::Basis::Kind basis = ast::Basis::Kind::recalled;
    std::string document;  // of a quoted basis
    std::string verbatim;  // text "…"; may be empty
    Span span;
};

struct ExceptionPlan {
    std::string name;
    std::string label;
    PartSource source;
    StepId when;
    StepId cap;              // of a limit's exception; the constant "no limit" for `no limit`
    bool departure = false;  // the one that `generally` brings: request.departure_documented
};

struct CriterionPlan {
    std::string id;  // `5a`; of a guideline that adds, `visit_caps.1`: the last word of its name, and the number there
    std::string label;
    PartSource source;
    bool excludes = false;  // `excluded when`: `condition` is E as written; met means not E
    bool generally = false;
    StepId applies;    // unset: always
    StepId condition;  // E as written
    StepId holds;      // E, or not E for an exclusion
    std::vector<ExceptionPlan> exceptions;
    StepId truth;   // not A or holds or any exception
    StepId silent;  // it applies, and a row that it looks up is not addressed; unset if it looks up none
};

struct LimitPlan {
    std::string id;
    std::string label;
    PartSource source;
    bool generally = false;
    std::uint32_t quantity = 0;  // index in Plan::quantities
    StepId applies;              // unset: always
    StepId base;                 // the cap as written, before exceptions
    std::vector<ExceptionPlan> exceptions;
    StepId cap;     // after `applies when`, exceptions and the floor at 0; unbounded_high: no limit
    StepId silent;  // as in a criterion
};

// A printed table that some look-up reads. Each look-up is a `pick` whose operands are the conditions of the rows in order,
// then their values.
struct TablePlan {
    struct Row {
        std::string label;  // its keys in words, `myalgia or myositis`
        bool not_addressed = false;
        Span span;
    };
    struct Column {
        std::string label;
        Type type;
    };
    struct LookUp {
        std::uint32_t column = 0;
        std::vector<StepId> keys;  // what it is looked up by
        StepId step;               // the result; all values where the row is not addressed
        StepId not_addressed;      // the row that applies is not addressed; unset if no row of the table is
    };
    std::string name;
    std::string label;
    PartSource source;
    std::vector<std::string> keys;  // their labels
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<LookUp> look_ups;
};

// What a definition of a library comes to where its parameters have one value, or one that names its own source: a reader has
// to know where its words stand.
struct DefinitionPlan {
    std::string name;
    std::string label;
    PartSource source;
    StepId step;
};

// A quantity of the request that some limit caps.
struct QuantityPlan {
    FactId fact;
    StepId asked;
    StepId cap;  // the least of its limits' caps, in cap_type
    Type cap_type;
    StepId within;  // asked <= cap
    StepId zero;    // cap = 0
    Scale scale;    // asked * left compares with cap * right
};

struct AssumptionPlan {
    FactId fact;
    StepId step;  // the `assume` step
    std::string because;
    PartSource source;
};

// Another way that a recommendation clause says no, yes, or nothing.
struct RecommendationPlan {
    StepId recommended;                     // `recommended when`; unset without
    StepId not_recommended;                 // `not recommended when E`: E
    bool never_recommended = false;         // `not recommended` without when
    std::vector<ExceptionPlan> exceptions;  // of that
    StepId no_recommendation;               // `no recommendation when E`: E
    PartSource recommended_source;
    PartSource not_recommended_source;
    PartSource no_recommendation_source;
};

struct GuidelineInfo {
    std::string name;  // mtus.work_hardening
    std::string title;
    std::string source;
    std::string edition;
    std::optional<std::int64_t> in_force_from;  // days
    std::optional<std::int64_t> in_force_to;
    PartSource provenance;
    ast::Status status = ast::Status::draft;
    bool partial = false;
};

// A clause that says which services the guideline covers, or (of one that adds to others) adds to.
struct CoveragePlan {
    bool adds = false;
    std::vector<std::uint32_t> services;  // by index in the vocabulary; each with its kinds
    StepId when;                          // unset: always
};

// A guideline whose criteria and limits are joined to those of the section (`adds to`).
struct AddedPlan {
    GuidelineInfo guideline;
    StepId when;  // its parts apply only then; unset: always
};

inline constexpr std::uint32_t no_guideline = UINT32_MAX;

struct Plan {
    std::vector<Step> steps;
    std::vector<StepId> operands;
    std::vector<ValueSet> constants;
    std::vector<CodeSetPlan> code_sets;
    std::vector<Scale> scales;
    std::vector<FactSlot> slots;
    std::vector<ListSlot> lists;
    std::vector<FieldSlot> fields;

    GuidelineInfo guideline;
    std::vector<CoveragePlan> coverage;  // in the order of the text
    std::vector<AddedPlan> added;
    // The parts in the order of the text, those of each guideline that adds after the section's own: index into criteria or
    // limits.
    struct Part {
        bool is_limit = false;
        std::uint32_t index = 0;
        std::uint32_t added = no_guideline;  // of which of `added`; no_guideline: the section's own
    };
    std::vector<Part> parts;
    std::vector<CriterionPlan> criteria;
    std::vector<LimitPlan> limits;
    std::vector<QuantityPlan> quantities;
    std::vector<AssumptionPlan> assumptions;
    std::vector<TablePlan> tables;
    std::vector<DefinitionPlan> definitions;
    RecommendationPlan recommendation;

    // Rows of the finding, as truths. Unset roots mean the plan is of an expression or a procedure.
    StepId not_addressed;  // row 1 of language.md section 6 (what the clauses and rows of tables say)
    StepId none_applies;   // there are criteria and none applies; part of row 1, but not in a partial guideline; unset without
                           // criteria
    StepId all_criteria;   // K
    StepId not_supported;  // row 2
    StepId supported;      // row 3: every asked quantity is within its cap
    StepId result;         // of an expression or of `eligible when`

    StepId operand(const Step& step, std::uint32_t number) const { return operands[step.operands + number]; }
    const Step& step(StepId id) const { return steps[id.index]; }
    const ListSlot& list(RowSpace space) const { return lists[space.index - 1]; }
    // The list that a step which reduces makes its value of.
    RowSpace list_under(const Step& step) const { return steps[operand(step, 0).index].space; }
};

}  // namespace warrant
