// The types that declarations write, by the names that the vocabulary knows.
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

Type list_type(const Vocabulary& words, const ast::Name& record, Diagnostics& diagnostics) {
    if (words.record_type_by_name.count(record.text) != 0) return {TypeKind::list, {}, {}, {}};
    std::vector<std::string_view> known;
    for (const RecordTypeInfo& type : words.record_types) known.push_back(type.name);
    const std::string_view near = nearest_name(record.text, known);
    diagnostics.report(kinds::unknown_unit, record.span, fmt::format("no type with fields is called `{}`", record.text),
                       near.empty()
                           ? fmt::format("declare what its elements are: type {} has drug : text, started : date", record.text)
                           : fmt::format("did you mean `{}`?", near));
    return {};
}

}  // namespace

Type written_type(const Vocabulary& words, const ast::TypeName& name, Diagnostics& diagnostics) {
    auto unit = [&](const ast::Name& written) {
        auto found = words.unit_by_name.find(written.text);
        if (found != words.unit_by_name.end() && words.unit(found->second).base.valid()) return found->second;
        std::vector<std::string_view> known;
        for (const auto& [known_name, id] : words.unit_by_name) known.push_back(known_name);
        for (const ChoiceTypeInfo& type : words.choice_types) known.push_back(type.name);
        std::sort(known.begin(), known.end());
        std::string_view near = nearest_name(written.text, known);
        diagnostics.report(kinds::unknown_unit, written.span, fmt::format("no unit or type `{}` is declared", written.text),
                           near.empty() ? "types are `yes or no`, number, date, text, code, a unit, or a declared type"
                                        : fmt::format("did you mean `{}`?", near));
        return UnitId{};
    };
    switch (name.kind) {
        case ast::TypeName::Kind::truth:
            return {TypeKind::truth, {}, {}, {}};
        case ast::TypeName::Kind::number:
            return {TypeKind::number, {}, {}, {}};
        case ast::TypeName::Kind::date:
            return {TypeKind::date, {}, {}, {}};
        case ast::TypeName::Kind::text:
            return {TypeKind::text, {}, {}, {}};
        case ast::TypeName::Kind::code:
            return {TypeKind::code, {}, {}, {}};
        case ast::TypeName::Kind::amount: {
            Type type{TypeKind::amount, {}, {}, {}};
            if (name.unit && name.unit->denominator) type.denominator = unit(*name.unit->denominator);
            return type;
        }
        case ast::TypeName::Kind::named: {
            auto choice = words.choice_type_by_name.find(name.name.text);
            if (choice != words.choice_type_by_name.end()) return {TypeKind::choice, {}, {}, choice->second};
            if (words.record_type_by_name.count(name.name.text) != 0) {
                diagnostics.report(kinds::list_not_allowed, name.name.span,
                                   fmt::format("`{}` is what the elements of a list are", name.name.text),
                                   fmt::format("write `list of {}`", name.name.text));
                return {};
            }
            UnitId id = unit(name.name);
            return id.valid() ? Type{TypeKind::quantity, id, {}, {}} : Type{};
        }
        case ast::TypeName::Kind::list:
            return list_type(words, name.name, diagnostics);
        case ast::TypeName::Kind::unit:
            break;
    }
    UnitId top = unit(name.unit->numerator);
    if (!top.valid()) return {};
    Type type{TypeKind::quantity, top, {}, {}};
    if (name.unit->denominator) {
        type.denominator = unit(*name.unit->denominator);
        if (!type.denominator.valid()) return {};
    }
    return type;
}

}  // namespace warrant
