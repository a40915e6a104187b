// The naive evaluator: what an expression of a checked tree is for one record in which every fact has one value, straight from
// language.md sections 4, 5 and 8. It reads the tree and the checker's tables, never a plan, and shares no code with lowering
// or the evaluator.
#pragma once

#include "interpreter/check/program.hpp"
#include "tests/unit/oracle/records.hpp"

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace warrant::oracle {

struct Outcome {
    enum class Kind {
        value,
        error,      // it has no value: a division by zero, a step of zero
        too_large,  // its value lies outside the 64-bit values or the calendar
    };
    Kind kind = Kind::value;
    Point point;

    bool is_value() const { return kind == Kind::value; }
    bool holds() const { return is_value() && point.number != 0; }
    bool fails() const { return is_value() && point.number == 0; }
    friend bool operator==(const Outcome&, const Outcome&) = default;
    friend auto operator<=>(const Outcome&, const Outcome&) = default;
};

Outcome number_outcome(std::int64_t number);
Outcome truth_outcome(bool truth);
Outcome error_outcome();
Outcome too_large_outcome();
std::string show(const Outcome& outcome);

// Kleene's connectives over values and errors: what one operand decides, the error of another does not undo.
Outcome all_hold(const std::vector<Outcome>& operands);
Outcome some_holds(const std::vector<Outcome>& operands);
Outcome enough_hold(const std::vector<Outcome>& operands, std::int64_t count);
Outcome opposite(const Outcome& operand);

// What an expression is evaluated in.
struct NaiveScope {
    const Program& program;
    const Completion& facts;
    // `documented` and `known` are about the record, not about one completion of it.
    const Record& record;
    // Assumed values, which stand for absent facts.
    const std::map<FactId, Outcome>& assumed;
    std::uint32_t module = 0;
    // The values of the parameters of the definition around, with their types.
    struct Argument {
        Outcome outcome;
        Type type;
    };
    const std::vector<Argument>* arguments = nullptr;
    // Within a question over a list: the element that it is about.
    struct Element {
        FactId list;
        std::size_t number = 0;
    };
    Element element;
};

Outcome naive(const NaiveScope& scope, ExprId id);
// The rows of a table that the values of its keys may meet, read cell by cell (naive_tables.cpp): one, or where a key is an
// error every row that the others leave open; `failed` is then that error.
struct NaiveRows {
    Outcome failed;
    std::set<const ast::TableRow*> rows;
};
NaiveRows naive_rows(const NaiveScope& scope, const TableRef& reference, const std::vector<NaiveScope::Argument>& keys);
// Whether the row that applies is not addressed.
Outcome naive_silence(const NaiveScope& scope, const TableRef& reference, const std::vector<NaiveScope::Argument>& keys);
// naive_lists.cpp
Outcome naive_quantifier(const NaiveScope& scope, const ast::Quantifier& quantifier);
Outcome naive_aggregate(const NaiveScope& scope, ExprId id, const ast::Aggregate& aggregate);
// naive_codes.cpp: whether a code is in a range, or is one of those that an item of a list holds.
Outcome naive_code_range(const NaiveScope& scope, const Outcome& subject, ExprId low, ExprId high);
Outcome naive_code_item(const NaiveScope& scope, const Outcome& subject, const Type& subject_type, ExprId item);
// The same quantity in another unit.
Outcome in_unit(const Vocabulary& vocabulary, const Outcome& outcome, const Type& from, const Type& to);
// left - right below, at or above 0, whatever the units; an error when one of them is.
Outcome order(const Vocabulary& vocabulary, const Outcome& left, const Type& left_type, const Outcome& right,
              const Type& right_type);

}  // namespace warrant::oracle
