// What gives words to guidelines: use, service, type, unit, fact, values, define.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"

#include <cassert>
#include <utility>

namespace warrant {

namespace {

ast::Use build_use(const Building& b, std::uint32_t node) {
    ast::Use use;
    use.module = build_name(b, child_of(b, node, Production::name));
    const std::uint32_t edition = child_of(b, node, Production::edition_name);
    if (edition != no_node) use.edition = build_name(b, edition);
    return use;
}

ast::Service build_service(const Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);  // name, text, name[, kind_of]
    ast::Service service{build_name(b, parts[0]), build_text(b, parts[1]), build_name(b, parts[2]), std::nullopt};
    if (parts.size() > 3) service.kind_of = build_name(b, first_child(b, parts[3]));
    return service;
}

ast::ChoiceType build_choice_type(const Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);  // name, first value[, the others]
    ast::ChoiceType type;
    type.name = build_name(b, parts[0]);
    type.values.push_back(build_name(b, parts[1]));
    if (parts.size() > 2) {
        type.ordered = at(b, parts[2]).production == Production::ordered_values;
        for (const std::uint32_t value : children(b, parts[2])) type.values.push_back(build_name(b, value));
    }
    return type;
}

ast::Field build_field(const Building& b, std::uint32_t node) {
    ast::Field field;
    field.name = build_name(b, child_of(b, node, Production::name));
    field.label = build_optional_text(b, node);
    field.type = build_type_name(b, child_of(b, node, Production::type_name));
    field.is_signed = child_of(b, node, Production::field_mark) != no_node;
    return field;
}

ast::RecordType build_record_type(const Building& b, std::uint32_t node) {
    const std::vector<std::uint32_t> parts = children(b, node);  // name, fields
    ast::RecordType type;
    type.name = build_name(b, parts[0]);
    for (std::size_t i = 1; i < parts.size(); ++i) type.fields.push_back(build_field(b, parts[i]));
    return type;
}

ast::Unit build_unit(Building& b, std::uint32_t node) {
    ast::Unit unit;
    const std::vector<std::uint32_t> parts = children(b, node);  // name[, name][, quantity]
    unit.singular = build_name(b, parts[0]);
    const bool two_forms = parts.size() > 1 && at(b, parts[1]).production == Production::name;
    unit.plural = two_forms ? build_name(b, parts[1]) : unit.singular;
    if (at(b, parts.back()).production == Production::quantity) {
        unit.definition = build_quantity(b, parts.back());
        unit.definition_span = span_of(b, parts.back());
    }
    return unit;
}

struct FactSeen {
    Once if_yes;
    Once if_no;
    Once ask;
    Once shown_by;
    Once changes;
    Once opinion;
    Once is_signed;
    Once obtainability;
    Once only_if;
};

void build_fact_mark(Building& b, std::uint32_t node, ast::Fact& fact, FactSeen& seen) {
    const std::string_view mark = text_of(b, node);
    if (mark == "changes") {
        fact.changes = take(b, seen.changes, node, "`changes`") || fact.changes;
    } else if (mark == "opinion") {
        fact.opinion = take(b, seen.opinion, node, "`opinion`") || fact.opinion;
    } else if (mark == "signed") {
        fact.is_signed = take(b, seen.is_signed, node, "`signed`") || fact.is_signed;
    } else if (take(b, seen.obtainability, node, "one of `obtainable`, `clinical` and `fixed`")) {
        using Obtainability = ast::Fact::Obtainability;
        fact.obtainability = mark == "clinical" ? Obtainability::clinical
                             : mark == "fixed"  ? Obtainability::fixed
                                                : Obtainability::obtainable;
    }
}

void build_fact_clause(Building& b, std::uint32_t node, ast::Fact& fact, FactSeen& seen) {
    const std::uint32_t clause = first_child(b, node);
    switch (at(b, clause).production) {
        case Production::if_yes:
            if (take(b, seen.if_yes, clause, "`if yes`")) fact.if_yes = build_text(b, first_child(b, clause));
            break;
        case Production::if_no:
            if (take(b, seen.if_no, clause, "`if no`")) fact.if_no = build_text(b, first_child(b, clause));
            break;
        case Production::ask:
            if (take(b, seen.ask, clause, "`ask`")) fact.ask = build_text(b, first_child(b, clause));
            break;
        case Production::shown_by:
            if (!take(b, seen.shown_by, clause, "`shown by`")) break;
            for (const std::uint32_t document : children(b, clause)) fact.shown_by.push_back(build_text(b, document));
            break;
        case Production::fact_mark:
            build_fact_mark(b, clause, fact, seen);
            break;
        default:  // only_if: the last alternative of the rule
            if (take(b, seen.only_if, clause, "`only if`")) fact.only_if = build_expression(b, first_child(b, clause));
            break;
    }
}

ast::Fact build_fact(Building& b, std::uint32_t node) {
    ast::Fact fact;
    FactSeen seen;
    for (const std::uint32_t part : children(b, node)) {
        switch (at(b, part).production) {
            case Production::name:
                fact.name = build_name(b, part);
                break;
            case Production::text:
                fact.label = build_text(b, part);
                break;
            case Production::fact_index:
                fact.index = build_type_name(b, first_child(b, part));
                break;
            case Production::type_name:
                fact.type = build_type_name(b, part);
                break;
            default:
                build_fact_clause(b, part, fact, seen);
                break;
        }
    }
    return fact;
}

ast::Values build_values(const Building& b, std::uint32_t node) {
    ast::Values values;
    for (const std::uint32_t part : children(b, node)) {
        if (at(b, part).production == Production::name) {
            values.name = build_name(b, part);
        } else if (at(b, part).production == Production::text) {
            values.label = build_text(b, part);
        } else {
            const std::vector<std::uint32_t> ends = children(b, part);
            ast::CodeItem& item = values.items.emplace_back();
            item.first = build_text(b, ends[0]);
            if (ends.size() == 2) item.last = build_text(b, ends[1]);
        }
    }
    return values;
}

ast::Define build_definition(Building& b, std::uint32_t node) {
    ast::Define define;
    ProvenanceSeen seen;
    for (const std::uint32_t part : children(b, node)) {
        switch (at(b, part).production) {
            case Production::name:
                define.name = build_name(b, part);
                break;
            case Production::text:
                define.label = build_text(b, part);
                break;
            case Production::parameters:
                for (const std::uint32_t parameter : children(b, part)) {
                    define.parameters.push_back({build_name(b, child_of(b, parameter, Production::name)),
                                                 build_type_name(b, child_of(b, parameter, Production::type_name))});
                }
                break;
            case Production::provenance:
                build_provenance(b, part, define.provenance, seen);
                break;
            default:
                define.value = build_expression(b, part);
                break;
        }
    }
    return define;
}

}  // namespace

ast::DeclKind build_vocabulary(Building& b, std::uint32_t node) {
    switch (at(b, node).production) {
        case Production::use:
            return build_use(b, node);
        case Production::service:
            return build_service(b, node);
        case Production::choice_type:
            return build_choice_type(b, node);
        case Production::record_type:
            return build_record_type(b, node);
        case Production::unit:
            return build_unit(b, node);
        case Production::fact:
            return build_fact(b, node);
        case Production::values:
            return build_values(b, node);
        default:
            assert(at(b, node).production == Production::definition);
            return build_definition(b, node);
    }
}

}  // namespace warrant
