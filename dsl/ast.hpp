// The tree of one guideline, library or procedure file, as written: names unresolved, types unknown. It knows shapes, not
// meanings. Immutable after parsing; expressions and declarations live in flat vectors and name each other by id.
#pragma once

#include "dsl/ast_expressions.hpp"
#include "dsl/ids.hpp"
#include "dsl/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace warrant::ast {

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

// The written type of a fact, field or parameter.
struct TypeName {
    enum class Kind { truth, number, date, text, code, amount, named, unit, list } kind = Kind::truth;
    // kind unit: `hours/day`, `days`. A single name that may be a choice type or a unit is `named`; `amount` is "in the unit of
    // the requested service", and `amount/week` is kind amount with unit->denominator.
    std::optional<UnitName> unit;
    Name name;  // kind named; kind list: the type of the elements
    Span span;
};

// `type medication has drug : text, dose : mg/day`: what is said of one element of a list.
struct Field {
    Name name;
    std::optional<Text> label;
    TypeName type;
    bool is_signed = false;
};
struct RecordType {
    Name name;
    std::vector<Field> fields;
};

struct Unit {
    Name singular;
    Name plural;
    // `= 60 minutes`, `= 0.01` (no unit: a plain number); absent for a base unit.
    std::optional<NumberLiteral> definition;
    Span definition_span;
};

struct Fact {
    enum class Obtainability { obtainable, clinical, fixed };

    Name name;
    std::optional<TypeName> index;  // `history.visits(service)`: a fact for each value of that choice
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

// `"G54.0"`, `"M54.1*"`, or `"G54.0".."G54.4"`, as written.
struct CodeItem {
    Text first;
    std::optional<Text> last;
};

// `values radiculopathy = "M54.1*", "G54.0".."G54.4"`: a named set of codes.
struct Values {
    Name name;
    std::optional<Text> label;
    std::vector<CodeItem> items;
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
    Name fact;  // with the value of its index: `history.visits(physical_therapy)`
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

using DeclKind = std::variant<Use, Service, ChoiceType, RecordType, Unit, Fact, Values, Define, Table, Criterion, Limit, Recommendation,
                              Assume, Outcome, Eligible, Search, Proposes>;

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
