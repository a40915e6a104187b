// Which types go together under which operator, and what to say when they do not.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

constexpr Type number_type{TypeKind::number, {}, {}, {}};
constexpr Type date_type{TypeKind::date, {}, {}, {}};

bool is_plain(const Type& type) {
    return type.kind == TypeKind::quantity && !type.denominator.valid();
}

Type plain(UnitId unit) {
    return {TypeKind::quantity, unit, {}, {}};
}

bool converts(const Vocabulary& words, UnitId a, UnitId b) {
    return unit_ratio(words, plain(a), plain(b)).has_value();
}

bool is_calendar(const Vocabulary& words, const Type& type) {
    if (!is_plain(type)) return false;
    return (words.day.valid() && converts(words, type.numerator, words.day)) ||
           (words.month.valid() && converts(words, type.numerator, words.month));
}

bool mixes_months_and_days(const Vocabulary& words, const Type& a, const Type& b) {
    if (!words.day.valid() || !words.month.valid()) return false;
    auto day = [&](const Type& type) { return is_plain(type) && converts(words, type.numerator, words.day); };
    auto month = [&](const Type& type) { return is_plain(type) && converts(words, type.numerator, words.month); };
    return (day(a) && month(b)) || (month(a) && day(b));
}

void report_units(Checker& checker, const Type& left, const Type& right, Span span, std::string_view what) {
    const Vocabulary& words = checker.words();
    std::string help = "write both in units of one kind";
    if (mixes_months_and_days(words, left, right)) {
        help = "a month has no fixed number of days; compare dates instead: request.date <= injury.date + 2 years";
    } else if (left.kind == TypeKind::number || right.kind == TypeKind::number) {
        const Type& other = left.kind == TypeKind::number ? right : left;
        help = fmt::format("give the plain number a unit, as in `4 {}`", print_type(words, other));
    }
    checker.diagnostics.report(kinds::unit_mismatch, span,
                               fmt::format("{} {} and {}, which do not convert into each other", what, print_type(words, left),
                                           print_type(words, right)),
                               help);
}

Type sum_type(Checker& checker, ast::BinaryOp op, const Type& left, const Type& right, Span span) {
    const Vocabulary& words = checker.words();
    bool adding = op == ast::BinaryOp::add;
    if (left.kind == TypeKind::date && is_calendar(words, right)) return date_type;
    if (adding && right.kind == TypeKind::date && is_calendar(words, left)) return date_type;
    if (!adding && left.kind == TypeKind::date && right.kind == TypeKind::date && words.day.valid()) return plain(words.day);
    return common_type(checker, left, right, span, adding ? "this adds" : "this subtracts");
}

Type product_type(Checker& checker, const Type& left, const Type& right, Span span) {
    const Vocabulary& words = checker.words();
    if (left.kind == TypeKind::number) return right;
    if (right.kind == TypeKind::number) return left;
    // u/v * v is u.
    if (left.denominator.valid() && is_plain(right) && converts(words, left.denominator, right.numerator)) {
        return plain(left.numerator);
    }
    if (right.denominator.valid() && is_plain(left) && converts(words, right.denominator, left.numerator)) {
        return plain(right.numerator);
    }
    checker.diagnostics.report(kinds::unit_mismatch, span,
                               fmt::format("{} times {} has no unit here", print_type(words, left), print_type(words, right)),
                               "multiply by a plain number, or a ratio by its lower unit: 2 visits/week * 6 weeks");
    return {};
}

Type quotient_type(Checker& checker, const Type& left, const Type& right, Span span) {
    const Vocabulary& words = checker.words();
    if (right.kind == TypeKind::number) return left;
    if (left.kind == TypeKind::quantity && unit_ratio(words, left, right)) return number_type;
    if (is_plain(left) && is_plain(right)) return {TypeKind::quantity, left.numerator, right.numerator, {}};
    // u / (u/v) is v.
    if (is_plain(left) && right.denominator.valid() && converts(words, left.numerator, right.numerator)) {
        return plain(right.denominator);
    }
    checker.diagnostics.report(
        kinds::unit_mismatch, span,
        fmt::format("{} divided by {} has no unit here", print_type(words, left), print_type(words, right)),
        "divide by a plain number, or by a quantity of the same kind");
    return {};
}

bool is_decimal(const Type& type) {
    return type.kind == TypeKind::number || type.kind == TypeKind::quantity;
}

}  // namespace

Type common_type(Checker& checker, const Type& left, const Type& right, Span span, std::string_view what) {
    if (left.kind == TypeKind::invalid || right.kind == TypeKind::invalid) return {};
    if (left == right) return left;
    const Vocabulary& words = checker.words();
    auto ratio = unit_ratio(words, left, right);
    if (!ratio) {
        if (is_decimal(left) && is_decimal(right)) {
            report_units(checker, left, right, span, what);
        } else {
            checker.diagnostics.report(kinds::type_mismatch, span,
                                       fmt::format("{} {} and {}, which are of different types", what, print_type(words, left),
                                                   print_type(words, right)),
                                       "both must be of one type");
        }
        return {};
    }
    if (ratio->denominator == 1) return right;  // one `left` is a whole number of `right`
    if (ratio->numerator == 1) return left;
    checker.diagnostics.report(
        kinds::inexact_conversion, span,
        fmt::format("{} {} and {}; neither is a whole number of the other, so the result could not be exact", what,
                    print_type(words, left), print_type(words, right)),
        "write both in one unit");
    return {};
}

Type arithmetic_type(Checker& checker, ast::BinaryOp op, const Type& left, const Type& right, Span span) {
    if (left.kind == TypeKind::invalid || right.kind == TypeKind::invalid) return {};
    const Vocabulary& words = checker.words();
    bool sum = op == ast::BinaryOp::add || op == ast::BinaryOp::subtract;
    auto fits = [&](const Type& type) { return is_decimal(type) || (sum && type.kind == TypeKind::date); };
    if (!fits(left) || !fits(right)) {
        const Type& wrong = fits(left) ? right : left;
        checker.diagnostics.report(kinds::type_mismatch, span,
                                   fmt::format("one cannot calculate with {}", print_type(words, wrong)),
                                   sum ? "only numbers, quantities and dates are added and subtracted"
                                       : "only numbers and quantities are multiplied and divided");
        return {};
    }
    switch (op) {
        case ast::BinaryOp::add:
        case ast::BinaryOp::subtract:
            return sum_type(checker, op, left, right, span);
        case ast::BinaryOp::multiply:
            return product_type(checker, left, right, span);
        case ast::BinaryOp::divide:
            return quotient_type(checker, left, right, span);
        case ast::BinaryOp::equal:
        case ast::BinaryOp::not_equal:
        case ast::BinaryOp::less:
        case ast::BinaryOp::less_equal:
        case ast::BinaryOp::greater:
        case ast::BinaryOp::greater_equal:
            break;
    }
    return {};
}

bool comparable(Checker& checker, const Type& left, const Type& right, bool ordering, Span span) {
    if (left.kind == TypeKind::invalid || right.kind == TypeKind::invalid) return false;
    const Vocabulary& words = checker.words();
    if (left != right && !unit_ratio(words, left, right)) {
        if (is_decimal(left) && is_decimal(right)) {
            report_units(checker, left, right, span, "this compares");
        } else {
            checker.diagnostics.report(
                kinds::type_mismatch, span,
                fmt::format("this compares {} with {}", print_type(words, left), print_type(words, right)),
                "both sides must be of one type");
        }
        return false;
    }
    bool unordered = left.kind == TypeKind::truth || left.kind == TypeKind::text || left.kind == TypeKind::code ||
                     (left.kind == TypeKind::choice && !words.choice_type(left.choice).ordered);
    if (ordering && unordered) {
        checker.diagnostics.report(
            kinds::type_mismatch, span, fmt::format("{} has no order, so it has no less or more", print_type(words, left)),
            left.kind == TypeKind::choice ? "use `=` or `in (…)`, or declare the type's values with `<` between them"
            : left.kind == TypeKind::code ? "use `=`, or `in` with a range: in \"G54.0\"..\"G54.4\""
                                          : "use `=`");
        return false;
    }
    return true;
}

Type fact_type_here(Checker& checker, FactId fact, Span span) {
    const FactInfo& info = checker.words().fact(fact);
    if (info.type.kind != TypeKind::amount) return info.type;
    if (checker.program.amount.kind != TypeKind::quantity) {
        checker.diagnostics.report(
            kinds::no_amount, span,
            fmt::format("{} has the unit of the services that a section covers, and here no section says which", info.label),
            "read it in a guideline that covers services whose units convert into each other");
        return {};
    }
    return {TypeKind::quantity, checker.program.amount.numerator, info.type.denominator, {}};
}

}  // namespace warrant
