// The tree of one guideline, library or procedure file, as written: names unresolved, types unknown. It knows shapes, not
// meanings. Immutable after parsing; expressions and declarations live in flat vectors and name each other by id.
#pragma once

#include "dsl/ids.hpp"
#include "dsl/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace warrant::ast {

// A dotted name, `goal.employer_agrees`, as written.
struct Name {
    std::string text;
    Span span;
};

// A quoted string, unescaped.
struct Text {
    std::string text;
    Span span;
};

// `hours/day`, `visits`: names of declared units, the second empty when there is no slash.
struct UnitName {
    Name numerator;
    std::optional<Name> denominator;
};

// A day, a month (day 0) or a year (month and day 0). Well-formedness of the calendar (2015-02-30) is the parser's to check.
struct DateParts {
    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t day = 0;
};

// ---------------------------------------------------------------- expressions

struct NumberLiteral {
    std::int64_t micro = 0;  // the number times 10^6
    std::optional<UnitName> unit;
};
struct DateLiteral {
    DateParts date;  // partial dates are accepted by the checker only where a set may be written (eval)
};
struct TruthLiteral {
    bool value = false;  // yes, no
};
struct TextLiteral {
    std::string text;
};
struct NameRef {
    Name name;  // a fact, a definition, a parameter, or a value of a choice
};
struct Call {
    Name callee;  // a definition with parameters, or a table; an indexed fact when those come
    std::vector<ExprId> arguments;
    std::optional<Name> column;  // `visit_maximum(diagnosis).visits`: only of a table
};
enum class PrefixOp { logical_not, minus, documented, known };
struct Prefix {
    PrefixOp op;
    ExprId operand;
};
enum class BinaryOp { equal, not_equal, less, less_equal, greater, greater_equal, add, subtract, multiply, divide };
struct Binary {
    BinaryOp op;
    ExprId left;
    ExprId right;
};
enum class ConnectiveOp { logical_and, logical_or };
// `a and b and c` is one node; and/or are never mixed without parentheses.
struct Connective {
    ConnectiveOp op;
    std::vector<ExprId> operands;
};
enum class GroupOp { all_of, any_of, at_least };
struct Group {
    GroupOp op;
    std::int64_t count = 0;  // at least `count` of
    std::vector<ExprId> operands;
};
struct InList {
    ExprId subject;
    std::vector<ExprId> items;
};
struct InRange {
    ExprId subject;
    ExprId low;  // both ends in
    ExprId high;
};
enum class ExtremeOp { least, greatest };
struct Extreme {
    ExtremeOp op;
    std::vector<ExprId> operands;
};
struct RoundedUp {
    ExprId operand;
    ExprId step;
};
enum class CalendarUnit { days, months, years };
struct Between {
    CalendarUnit unit;
    ExprId from;
    ExprId to;
};
struct If {
    ExprId condition;
    ExprId then;
    ExprId otherwise;
};
// `criterion 5`: only in `recommended when`.
struct CriterionRef {
    Name criterion;
};
// `every criterion`, `every criterion holds`: only in `recommended when`.
struct EveryCriterion {};
// Operands written as sets; only `warrant eval` and the cells of a table hold them.
struct UnknownLiteral {};
struct OneOfLiteral {
    std::vector<ExprId> items;
};
struct RangeLiteral {
    ExprId low;  // an invalid id: open at that end
    ExprId high;
    bool low_open = false;   // `over 2 years`
    bool high_open = false;  // `under 2 years`
};

using ExprKind = std::variant<NumberLiteral, DateLiteral, TruthLiteral, TextLiteral, NameRef, Call, Prefix, Binary, Connective,
                              Group, InList, InRange, Extreme, RoundedUp, Between, If, CriterionRef, EveryCriterion,
                              UnknownLiteral, OneOfLiteral, RangeLiteral>;

struct Expr {
    Span span;
    ExprKind kind;
};

// ---------------------------------------------------------------- parts shared by declarations

struct Citation {
    enum class Kind { pages, section } kind = Kind::pages;
    std::string text;  // `125-126`, `98`, `9792.20`
    Span span;
};

struct Basis {
    enum class Kind { text, quoted, recalled } kind = Kind::recalled;
    std::string document;  // of `quoted "document"`
    Span span;
};

// What any declaration may say of where its rule stands; absent parts fall back to the header's.
struct Provenance {
    std::optional<Citation> citation;
    std::optional<Basis> basis;
    std::optional<Text> verbatim;  // text "…"
};

// ---------------------------------------------------------------- declarations

struct Use {
    Name module;
    std::optional<Name> edition;
};

struct Service {
    Name name;
    Text label;
    Name unit;
    std::optional<Name> kind_of;
};

// `type demand_level is sedentary < light` (ordered) or `type route is oral | topical`.
struct ChoiceType {
    Name name;
    std::vector<Name> values;
    bool ordered = false;
};

struct Unit {
    Name singular;
    Name plural;
    // `= 60 minutes`, `= 0.01` (no unit: a plain number); absent for a base unit.
    std::optional<NumberLiteral> definition;
    Span definition_span;
};

// The written type of a fact or parameter.
struct TypeName {
    enum class Kind { truth, number, date, text, amount, named, unit } kind = Kind::truth;
    // kind unit: `hours/day`, `days`. A single name that may be a choice type or a unit is `named`; `amount` is "in the unit of
    // the requested service", and `amount/week` is kind amount with unit->denominator.
    std::optional<UnitName> unit;
    Name name;  // kind named
    Span span;
};

struct Fact {
    enum class Obtainability { obtainable, clinical, fixed };

    Name name;
    std::optional<Text> label;
    std::optional<TypeName> type;
    std::optional<Text> if_yes;
    std::optional<Text> if_no;
    std::optional<Text> ask;
    std::vector<Text> shown_by;
    ExprId only_if;  // may be invalid
    bool changes = false;
    bool opinion = false;
    bool is_signed = false;
    Obtainability obtainability = Obtainability::obtainable;
};

struct Parameter {
    Name name;
    TypeName type;
};

struct Define {
    Name name;
    std::optional<Text> label;
    std::vector<Parameter> parameters;
    Provenance provenance;
    ExprId value;
};

// A key or a result of a table. Without a type: see the checker.
struct TableColumn {
    Name name;
    std::optional<TypeName> type;
};
struct TableCell {
    Span span;
    bool any = false;            // `any`: every value of the key
    std::vector<ExprId> values;  // values and ranges
};
struct TableRow {
    Span span;
    bool otherwise = false;  // where no other row applies; then it has no keys
    std::vector<TableCell> keys;
    bool not_addressed = false;  // then it has no results
    std::vector<ExprId> results;
};
// `table visit_maximum by diagnosis gives visits, within`; the heading of its columns is checked and not kept.
struct Table {
    Name name;
    std::optional<Text> label;
    std::vector<TableColumn> keys;
    std::vector<TableColumn> results;
    Provenance provenance;
    std::vector<TableRow> rows;
};

struct Exception {
    Name name;
    std::optional<Text> label;
    Provenance provenance;
    ExprId when;
    // Only in limits: `caps at E` gives `cap`, `no limit` leaves it invalid.
    ExprId cap;
    bool no_limit = false;
};

struct Criterion {
    Name id;  // `5a`, or a name
    std::optional<Text> label;
    Provenance provenance;
    bool generally = false;  // generally requires
    bool excludes = false;   // excluded when
    ExprId condition;
    ExprId applies_when;  // may be invalid
    std::vector<Exception> exceptions;
};

struct Limit {
    Name id;
    std::optional<Text> label;
    Provenance provenance;
    bool generally = false;  // generally caps
    Name quantity;           // request.duration
    ExprId cap;
    ExprId applies_when;  // may be invalid
    std::vector<Exception> exceptions;
};

struct Recommendation {
    enum class Kind { recommended, not_recommended, no_recommendation } kind = Kind::recommended;
    ExprId when;                        // invalid: without condition (`not recommended`)
    std::vector<Exception> exceptions;  // of a `not recommended` without condition
    Provenance provenance;
};

struct Assume {
    Name fact;
    ExprId value;
    std::optional<Text> because;
    Provenance provenance;
};

struct Outcome {
    Name name;
    Text words;
};

// Procedures.
struct Eligible {
    ExprId when;
};
struct Search {
    // Ranks in order; the sources of one rank are equals.
    std::vector<std::vector<Name>> ranks;
};
enum class FindingName { supported, partly_supported, not_supported, undetermined, not_addressed };
struct ProposalRow {
    FindingName finding;
    Name outcome;
    enum class Decider { missing, physician, reviewer } decider = Decider::missing;
    std::optional<Text> sentence;
    Span span;
};
struct Proposes {
    std::vector<ProposalRow> rows;
};

using DeclKind = std::variant<Use, Service, ChoiceType, Unit, Fact, Define, Table, Criterion, Limit, Recommendation, Assume, Outcome,
                              Eligible, Search, Proposes>;

struct Decl {
    Span span;     // the whole declaration
    Span keyword;  // its first word
    DeclKind kind;
};

// ---------------------------------------------------------------- module

enum class ModuleKind { guideline, library, procedure };
enum class Status { draft, reviewed, in_use };

struct InForce {
    DateParts from;
    std::optional<DateParts> to;  // absent: `D on`
    Span span;
};

// `covers A, B when E` and `adds to A when E`: services (each with its kinds), and when that is so.
struct CoverageClause {
    std::vector<Name> services;
    ExprId when;  // may be invalid
    Span span;
};

struct Header {
    ModuleKind kind = ModuleKind::library;
    Name name;
    std::optional<Text> title;
    std::optional<Text> source;
    Provenance provenance;  // citation and basis that declarations fall back to
    std::optional<Name> edition;
    std::optional<InForce> in_force;
    std::optional<Status> status;
    bool partial = false;  // extent partial
    std::vector<CoverageClause> covers;
    std::vector<CoverageClause> adds_to;
    Span span;
};

struct Comment {
    Span span;  // from `#` to the end of the line
};

struct Module {
    SourceId source;
    Header header;
    std::vector<Decl> decls;  // in the order of the text
    std::vector<Expr> exprs;
    std::vector<Comment> comments;
    bool complete = true;  // false: something did not parse; later phases must not trust absence

    const Expr& expr(ExprId id) const { return exprs[id.index]; }
};

}  // namespace warrant::ast
