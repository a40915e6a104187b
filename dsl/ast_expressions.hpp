// The expressions of the tree, and the names, texts, units and dates that they and declarations are made of. See ast.hpp.
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
    Name callee;  // a definition with parameters, a table, or an indexed fact
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
    std::vector<ExprId> items;  // of codes also ranges and names of sets
    bool bare = false;          // `in radiculopathy`: one named set, without parentheses
};
// `"G54.0".."G54.4"` among the items of a list; both ends in.
struct ItemRange {
    ExprId low;
    ExprId high;
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
// `m in medications`: a name for each element of a list fact in turn; `m.dose` is a NameRef.
struct Element {
    Name variable;
    Name list;
};
enum class QuantifierOp { some, every };
struct Quantifier {
    QuantifierOp op;
    Element element;
    ExprId condition;
};
enum class AggregateOp { count, sum, least, greatest, latest };
struct Aggregate {
    AggregateOp op;
    Element element;
    ExprId value;      // of each element; latest: `v.pain`, a NameRef; count: invalid
    ExprId where;      // may be invalid
    ExprId by;         // latest: what orders the elements; else invalid
    ExprId otherwise;  // least, greatest, latest: of a list without such elements; invalid where it is missing
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
                              Group, InList, ItemRange, InRange, Extreme, RoundedUp, Between, If, Quantifier, Aggregate,
                              CriterionRef, EveryCriterion, UnknownLiteral, OneOfLiteral, RangeLiteral>;

struct Expr {
    Span span;
    ExprKind kind;
};

}  // namespace warrant::ast
