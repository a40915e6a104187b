// What kind of value an expression has, and in which unit: small values that every room passes around. The tables that the
// ids point into (units, choices, facts) are the vocabulary's, in check/.
#pragma once

#include "dsl/ids.hpp"

namespace warrant {

using UnitId = Id<struct UnitTag>;
using ChoiceTypeId = Id<struct ChoiceTypeTag>;
using FactId = Id<struct FactTag>;
using RecordTypeId = Id<struct RecordTypeTag>;

enum class TypeKind {
    invalid,   // a mistake was already reported; no further message comes of it
    truth,     // yes or no
    number,    // a plain decimal
    quantity,  // a decimal in a unit, or in a ratio of two units
    amount,    // only in fact declarations: "in the unit of the requested service", bound when a guideline is checked
    date,
    choice,
    text,
    list,  // only of facts: a list of elements with fields
    code,  // a text in the form of a code, `M54.16`
};

struct Type {
    TypeKind kind = TypeKind::invalid;
    UnitId numerator;     // quantity; amount: unset
    UnitId denominator;   // quantity or amount that is a ratio; else unset
    ChoiceTypeId choice;  // choice

    friend constexpr bool operator==(const Type&, const Type&) = default;
};

// How a value is kept in columns: the four layouts of value/column.hpp.
enum class Layout { truth, ordered, choice, text };

constexpr Layout layout_of(TypeKind kind) {
    switch (kind) {
        case TypeKind::truth:
            return Layout::truth;
        case TypeKind::number:
        case TypeKind::quantity:
        case TypeKind::amount:
        case TypeKind::date:
            return Layout::ordered;
        case TypeKind::choice:
            return Layout::choice;
        case TypeKind::text:
        case TypeKind::code:
            return Layout::text;
        case TypeKind::list:  // its fields have columns; itself it has none
        case TypeKind::invalid:
            break;
    }
    return Layout::truth;
}

}  // namespace warrant
