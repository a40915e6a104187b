// Units: how they convert into each other, exactly, and how they are written for people.
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/value/decimal.hpp"

#include <fmt/format.h>

#include <numeric>

namespace warrant {
namespace {

// A factor beyond this cannot be multiplied into a 64-bit value within 128 bits without care; no real unit comes near it.
constexpr Wide largest_factor = Wide{1'000'000'000'000};

std::optional<UnitRatio> reduced(Wide numerator, Wide denominator) {
    Wide a = numerator;
    Wide b = denominator;
    while (b != 0) {
        Wide rest = a % b;
        a = b;
        b = rest;
    }
    numerator /= a;
    denominator /= a;
    if (numerator > largest_factor || denominator > largest_factor) return std::nullopt;
    return UnitRatio{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::optional<UnitRatio> plain_ratio(const Vocabulary& vocabulary, UnitId from, UnitId to) {
    const UnitInfo& a = vocabulary.unit(from);
    const UnitInfo& b = vocabulary.unit(to);
    if (!a.base.valid() || a.base != b.base) return std::nullopt;
    return reduced(Wide{a.factor} * b.divisor, Wide{a.divisor} * b.factor);
}

std::string spaced(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    return text;
}

}  // namespace

std::optional<UnitRatio> unit_ratio(const Vocabulary& vocabulary, const Type& from, const Type& to) {
    if (from == to) return UnitRatio{};
    if (from.kind != TypeKind::quantity || to.kind != TypeKind::quantity) return std::nullopt;
    if (from.denominator.valid() != to.denominator.valid()) return std::nullopt;
    auto top = plain_ratio(vocabulary, from.numerator, to.numerator);
    if (!top || !from.denominator.valid()) return top;
    auto bottom = plain_ratio(vocabulary, from.denominator, to.denominator);
    if (!bottom) return std::nullopt;
    return reduced(Wide{top->numerator} * bottom->denominator, Wide{top->denominator} * bottom->numerator);
}

std::optional<WrittenUnit> written_unit(const Vocabulary& vocabulary, std::string_view numerator,
                                        std::string_view denominator) {
    auto top = vocabulary.unit_by_name.find(std::string(numerator));
    if (top == vocabulary.unit_by_name.end()) return std::nullopt;
    const UnitInfo& unit = vocabulary.unit(top->second);
    if (!unit.base.valid()) {
        if (!denominator.empty()) return std::nullopt;
        return WrittenUnit{Type{TypeKind::number, {}, {}, {}}, UnitRatio{unit.factor, unit.divisor}};
    }
    WrittenUnit written{Type{TypeKind::quantity, top->second, {}, {}}, {}};
    if (denominator.empty()) return written;
    auto bottom = vocabulary.unit_by_name.find(std::string(denominator));
    if (bottom == vocabulary.unit_by_name.end() || !vocabulary.unit(bottom->second).base.valid()) return std::nullopt;
    written.type.denominator = bottom->second;
    return written;
}

std::optional<Type> amount_type(const Vocabulary& vocabulary, const Type& declared,
                                const std::vector<std::uint32_t>& services) {
    UnitId base;
    for (std::uint32_t service : services) {
        UnitId unit = vocabulary.services[service].unit;
        if (!unit.valid()) return std::nullopt;
        UnitId own = vocabulary.unit(unit).base;
        if (!own.valid() || (base.valid() && own != base)) return std::nullopt;
        base = own;
    }
    if (!base.valid()) return std::nullopt;
    return Type{TypeKind::quantity, base, declared.denominator, {}};
}

std::string print_type(const Vocabulary& vocabulary, const Type& type) {
    switch (type.kind) {
        case TypeKind::invalid:
            return "nothing";
        case TypeKind::truth:
            return "yes or no";
        case TypeKind::number:
            return "number";
        case TypeKind::date:
            return "date";
        case TypeKind::text:
            return "text";
        case TypeKind::list:
            return "list";
        case TypeKind::code:
            return "code";
        case TypeKind::choice:
            return spaced(vocabulary.choice_type(type.choice).name);
        case TypeKind::amount:
            return type.denominator.valid()
                       ? fmt::format("amount of the requested service/{}", vocabulary.unit(type.denominator).singular)
                       : "amount of the requested service";
        case TypeKind::quantity:
            break;
    }
    std::string text = vocabulary.unit(type.numerator).plural;
    if (type.denominator.valid()) text += "/" + vocabulary.unit(type.denominator).singular;
    return text;
}

std::string print_unit(const Vocabulary& vocabulary, const Type& type, std::int64_t micro) {
    if (type.kind != TypeKind::quantity) return {};
    const UnitInfo& top = vocabulary.unit(type.numerator);
    bool one = micro == micro_per_unit || micro == -micro_per_unit;
    std::string text = one ? top.singular : top.plural;
    if (type.denominator.valid()) text += "/" + vocabulary.unit(type.denominator).singular;
    return text;
}

}  // namespace warrant
