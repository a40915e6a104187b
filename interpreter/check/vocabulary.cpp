// Collects units, choices, services, facts and outcomes from every module into the vocabulary's tables. Expressions are not
// looked at here.
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/check/code_patterns.hpp"
#include "interpreter/check/indexed_facts.hpp"

#include "dsl/limits.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace warrant {
namespace {

std::string spaced(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// One pass over all modules per kind of declaration, so that the order of modules does not matter.
// Invariant: an id handed out names an entry of the vocabulary with the same index.
class Collector {
public:
    Collector(const std::vector<const ast::Module*>& modules, Diagnostics& diagnostics)
        : modules_(modules), diagnostics_(diagnostics) {}

    Vocabulary collect() {
        each<ast::Unit>([this](const ast::Unit& unit, const ast::Decl&) { name_unit(unit); });
        for (std::size_t i = 0; i < unit_decls_.size(); ++i) define_unit(i);
        each<ast::ChoiceType>([this](const ast::ChoiceType& type, const ast::Decl&) { add_choice_type(type); });
        add_services();
        find_calendar();
        each<ast::RecordType>([this](const ast::RecordType& type, const ast::Decl&) { add_record_type(type); });
        each<ast::Fact>([this](const ast::Fact& fact, const ast::Decl& decl) { add_fact(fact, decl); });
        each<ast::Values>([this](const ast::Values& values, const ast::Decl&) { codes_of(values, diagnostics_); });
        each<ast::Outcome>([this](const ast::Outcome& outcome, const ast::Decl&) { add_outcome(outcome); });
        for (const ast::Module* module : modules_) {
            if (module->header.kind != ast::ModuleKind::guideline) continue;
            std::string source = module->header.name.text.substr(0, module->header.name.text.find('.'));
            if (std::find(words_.sources.begin(), words_.sources.end(), source) == words_.sources.end()) {
                words_.sources.push_back(source);
            }
        }
        return std::move(words_);
    }

private:
    template <typename Kind, typename Visit>
    void each(Visit visit) {
        for (module_ = 0; module_ < modules_.size(); ++module_) {
            for (const ast::Decl& decl : modules_[module_]->decls) {
                if (const Kind* kind = std::get_if<Kind>(&decl.kind)) visit(*kind, decl);
            }
        }
    }

    // A name may be declared once; editions of one module may repeat what they share.
    void declared_twice(const std::string& name, std::string_view what, Span here, Span there, std::size_t first_module) {
        const ast::Header& old_header = modules_[first_module]->header;
        const ast::Header& header = modules_[module_]->header;
        if (first_module != module_ && old_header.name.text == header.name.text) return;
        diagnostics_
            .report(kinds::declared_twice, here, fmt::format("the {} `{}` is declared twice", what, name),
                    "keep one declaration; one thing has one name everywhere")
            .notes.push_back({there, "first declared here"});
    }

    // Remembers which module a name was first declared in, apart for each kind of thing.
    std::size_t first_module(const std::string& key) { return declared_in_.try_emplace(key, module_).first->second; }

    void name_unit(const ast::Unit& unit) {
        if (auto old = words_.unit_by_name.find(unit.singular.text); old != words_.unit_by_name.end()) {
            declared_twice(unit.singular.text, "unit", unit.singular.span, words_.unit(old->second).span,
                           first_module("unit " + words_.unit(old->second).singular));
            return;
        }
        UnitId id{static_cast<std::uint32_t>(words_.units.size())};
        first_module("unit " + unit.singular.text);
        words_.units.push_back({unit.singular.text, unit.plural.text, {}, 1, 1, unit.singular.span});
        words_.unit_by_name.emplace(unit.singular.text, id);
        words_.unit_by_name.emplace(unit.plural.text, id);
        unit_decls_.push_back(&unit);
        unit_state_.push_back(State::untouched);
    }

    void define_unit(std::size_t index) {
        if (unit_state_[index] == State::done) return;
        const ast::Unit& unit = *unit_decls_[index];
        UnitInfo& info = words_.units[index];
        UnitId self{static_cast<std::uint32_t>(index)};
        if (unit_state_[index] == State::busy) {
            diagnostics_.report(kinds::cyclic_definition, unit.singular.span,
                                fmt::format("the unit `{}` is defined by itself", info.singular),
                                "define it by a unit that is not defined by it");
            info.base = self;
            return;
        }
        unit_state_[index] = State::busy;
        if (++unit_depth_ > limits::max_definition_depth) {
            diagnostics_.report(kinds::nested_definitions, unit.singular.span,
                                fmt::format("units are defined through more than {} others", limits::max_definition_depth),
                                "define units by a common base");
            info.base = self;
        } else if (!unit.definition) {
            info.base = self;
        } else if (!unit.definition->unit) {
            set_factor(info, unit.definition->micro, micro_per_unit, unit.definition_span);
        } else {
            define_by_unit(unit, info, self);
        }
        --unit_depth_;
        unit_state_[index] = State::done;
    }

    void define_by_unit(const ast::Unit& unit, UnitInfo& info, UnitId self) {
        info.base = self;
        const ast::UnitName& written = *unit.definition->unit;
        auto found = words_.unit_by_name.find(written.numerator.text);
        if (written.denominator || found == words_.unit_by_name.end()) {
            report_unknown_unit(
                written.denominator ? written.numerator.text + "/" + written.denominator->text : written.numerator.text,
                unit.definition_span);
            return;
        }
        define_unit(found->second.index);
        const UnitInfo& by = words_.unit(found->second);
        info.base = by.base;
        Wide numerator = Wide{unit.definition->micro} * by.factor;
        Wide denominator = Wide{micro_per_unit} * by.divisor;
        if (numerator > INT64_MAX || denominator > INT64_MAX) {
            numerator = 0;
        }
        set_factor(info, static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator), unit.definition_span);
    }

    void set_factor(UnitInfo& info, std::int64_t numerator, std::int64_t denominator, Span span) {
        if (numerator <= 0) {
            diagnostics_.report(kinds::bad_unit, span, fmt::format("the unit `{}` has no usable size", info.singular),
                                "give it a size above 0 that fits in 12 digits");
            return;
        }
        std::int64_t divisor = std::gcd(numerator, denominator);
        info.factor = numerator / divisor;
        info.divisor = denominator / divisor;
    }

    void report_unknown_unit(const std::string& name, Span span) {
        std::vector<std::string_view> known;
        for (const UnitInfo& unit : words_.units) {
            known.push_back(unit.singular);
            known.push_back(unit.plural);
        }
        std::string_view near = nearest_name(name, known);
        diagnostics_.report(kinds::unknown_unit, span, fmt::format("no unit `{}` is declared", name),
                            near.empty() ? "declare it: unit visit, visits" : fmt::format("did you mean `{}`?", near));
    }

    void add_choice_type(const ast::ChoiceType& type) {
        if (type_declared(type.name)) return;
        ChoiceTypeInfo info{type.name.text, {}, type.ordered, type.name.span};
        if (type.values.size() > limits::max_choices) {
            diagnostics_.report(kinds::too_many, type.name.span,
                                fmt::format("the type `{}` has {} values; at most {} are possible", type.name.text,
                                            type.values.size(), limits::max_choices),
                                "split it into several types");
            return;
        }
        for (const ast::Name& value : type.values) {
            auto same = [&](const ChoiceValueInfo& other) { return other.name == value.text; };
            auto old = std::find_if(info.values.begin(), info.values.end(), same);
            if (old != info.values.end()) {
                diagnostics_.report(kinds::declared_twice, value.span,
                                    fmt::format("the value `{}` stands twice in the type `{}`", value.text, type.name.text),
                                    "keep one of them");
                continue;
            }
            info.values.push_back({value.text, spaced(value.text), value.span});
        }
        add_type(std::move(info));
    }

    ChoiceTypeId add_type(ChoiceTypeInfo info) {
        ChoiceTypeId id{static_cast<std::uint32_t>(words_.choice_types.size())};
        words_.choice_type_by_name.emplace(info.name, id);
        words_.choice_types.push_back(std::move(info));
        return id;
    }

    // Whether a type of this name was declared already; reported where it should not have been.
    bool type_declared(const ast::Name& name) {
        auto choice = words_.choice_type_by_name.find(name.text);
        auto record = words_.record_type_by_name.find(name.text);
        const bool is_choice = choice != words_.choice_type_by_name.end();
        const std::size_t first = first_module("type " + name.text);
        if (!is_choice && record == words_.record_type_by_name.end()) return false;
        declared_twice(name.text, "type", name.span,
                       is_choice ? words_.choice_type(choice->second).span : words_.record_type(record->second).span, first);
        return true;
    }

    void add_record_type(const ast::RecordType& type) {
        if (type_declared(type.name)) return;
        RecordTypeInfo info{type.name.text, {}, type.name.span};
        if (type.fields.size() > limits::max_fields) {
            diagnostics_.report(kinds::too_many, type.name.span,
                                fmt::format("the type `{}` has {} fields; at most {} are possible", type.name.text,
                                            type.fields.size(), limits::max_fields),
                                "leave out what no guideline reads");
            return;
        }
        for (const ast::Field& field : type.fields) {
            auto same = [&](const FieldInfo& other) { return other.name == field.name.text; };
            auto old = std::find_if(info.fields.begin(), info.fields.end(), same);
            if (old == info.fields.end()) {
                info.fields.push_back({field.name.text, field.label ? field.label->text : spaced(field.name.text),
                                       field_type(field), field.is_signed, field.name.span});
                continue;
            }
            diagnostics_
                .report(kinds::declared_twice, field.name.span,
                        fmt::format("the field `{}` stands twice in the type `{}`", field.name.text, type.name.text),
                        "keep one of them")
                .notes.push_back({old->span, "first declared here"});
        }
        words_.record_type_by_name.emplace(info.name, RecordTypeId{static_cast<std::uint32_t>(words_.record_types.size())});
        words_.record_types.push_back(std::move(info));
    }

    // A field has one word, and its value is simple.
    Type field_type(const ast::Field& field) {
        if (field.name.text.find('.') != std::string::npos) {
            diagnostics_.report(kinds::list_not_allowed, field.name.span, "the name of a field is one word without dots",
                                "join its words with underscores: daily_dose");
        }
        if (field.type.kind == ast::TypeName::Kind::list) {
            diagnostics_.report(kinds::list_not_allowed, field.type.span, "a field is a list, and lists do not hold lists",
                                "make it a fact of its own: fact visits \"visits so far\" : list of visit");
            return {};
        }
        Type type = written_type(words_, field.type, diagnostics_);
        if (type.kind != TypeKind::amount) return type;
        diagnostics_.report(kinds::list_not_allowed, field.type.span,
                            "`amount` is the unit of the requested service, and an element is not what is requested",
                            "give the field a unit of its own, such as visits");
        return {};
    }

    void add_services() {
        std::vector<const ast::Service*> declarations;
        each<ast::Service>([&](const ast::Service& service, const ast::Decl&) {
            if (auto old = words_.service_by_name.find(service.name.text); old != words_.service_by_name.end()) {
                declared_twice(service.name.text, "service", service.name.span, words_.services[old->second].span,
                               first_module("service " + service.name.text));
                return;
            }
            first_module("service " + service.name.text);
            words_.service_by_name.emplace(service.name.text, static_cast<std::uint32_t>(words_.services.size()));
            ServiceInfo info{service.name.text, service.label.text, {}, UINT32_MAX, service.name.span};
            auto unit = words_.unit_by_name.find(service.unit.text);
            if (unit == words_.unit_by_name.end()) {
                report_unknown_unit(service.unit.text, service.unit.span);
            } else {
                info.unit = unit->second;
            }
            words_.services.push_back(std::move(info));
            declarations.push_back(&service);
        });
        for (std::size_t i = 0; i < declarations.size(); ++i) link_service(i, *declarations[i]);
        break_service_cycles();
        ChoiceTypeInfo type{"service", {}, false, {}};
        for (const ServiceInfo& service : words_.services) type.values.push_back({service.name, service.label, service.span});
        if (type.values.size() > limits::max_choices) {
            diagnostics_.report_unlocated(kinds::too_many, fmt::format("{} services are declared; at most {} are possible",
                                                                       type.values.size(), limits::max_choices));
            type.values.resize(limits::max_choices);
        }
        words_.service_type = add_type(std::move(type));
    }

    void link_service(std::size_t index, const ast::Service& service) {
        if (!service.kind_of) return;
        auto parent = words_.service_by_name.find(service.kind_of->text);
        if (parent != words_.service_by_name.end()) {
            words_.services[index].parent = parent->second;
            return;
        }
        std::vector<std::string_view> known;
        for (const ServiceInfo& other : words_.services) known.push_back(other.name);
        std::string_view near = nearest_name(service.kind_of->text, known);
        diagnostics_.report(kinds::unknown_service, service.kind_of->span,
                            fmt::format("no service `{}` is declared", service.kind_of->text),
                            near.empty() ? "declare it with `service`" : fmt::format("did you mean `{}`?", near));
    }

    void break_service_cycles() {
        for (std::size_t i = 0; i < words_.services.size(); ++i) {
            std::size_t steps = 0;
            for (std::uint32_t at = words_.services[i].parent; at != UINT32_MAX; at = words_.services[at].parent) {
                if (++steps > words_.services.size()) {
                    diagnostics_.report(kinds::cyclic_definition, words_.services[i].span,
                                        fmt::format("the service `{}` is a kind of itself", words_.services[i].name),
                                        "remove one `kind of`");
                    words_.services[i].parent = UINT32_MAX;
                    break;
                }
            }
        }
    }

    void find_calendar() {
        if (auto day = words_.unit_by_name.find("day"); day != words_.unit_by_name.end()) words_.day = day->second;
        if (auto month = words_.unit_by_name.find("month"); month != words_.unit_by_name.end()) words_.month = month->second;
    }

    void add_fact(const ast::Fact& fact, const ast::Decl& decl) {
        if (auto [old, added] = first_facts_.try_emplace(fact.name.text, module_, fact.name.span); !added) {
            declared_twice(fact.name.text, "fact", fact.name.span, old->second.second, old->second.first);
            return;
        }
        if (!fact.label) {
            diagnostics_.report(
                kinds::no_label, fact.name.span, fmt::format("the fact `{}` has no label", fact.name.text),
                "write the words that people read after its name: fact job.demand \"physical demand level of the "
                "current job\" : demand_level");
        }
        FactInfo info;
        info.path = fact.name.text;
        info.label = fact.label ? fact.label->text : spaced(fact.name.text);
        info.type = fact_type(fact);
        if (info.type.kind == TypeKind::list) info.record = words_.record_type_by_name.at(fact.type->name.text);
        if (fact.if_yes) info.if_yes = fact.if_yes->text;
        if (fact.if_no) info.if_no = fact.if_no->text;
        if (fact.ask) info.ask = fact.ask->text;
        for (const ast::Text& document : fact.shown_by) info.shown_by.push_back(document.text);
        info.changes = fact.changes;
        info.opinion = fact.opinion;
        info.is_signed = fact.is_signed;
        info.obtainability = fact.obtainability;
        if (info.path.rfind("request.", 0) == 0) info.scope = FactScope::request;
        if (info.path.rfind("ur_decision.", 0) == 0) info.scope = FactScope::ur_decision;
        info.module = static_cast<std::uint32_t>(module_);
        info.only_if = fact.only_if;
        info.span = fact.name.span;
        if ((fact.if_yes || fact.if_no) && info.type.kind != TypeKind::truth && info.type.kind != TypeKind::invalid) {
            diagnostics_.report(kinds::type_mismatch, decl.span,
                                fmt::format("`if yes` and `if no` belong to yes-or-no facts; `{}` is {}", info.path,
                                            print_type(words_, info.type)),
                                "remove the clause, or make the fact `: yes or no`");
        }
        add_facts(words_, std::move(info), fact.index, diagnostics_);
    }

    Type fact_type(const ast::Fact& fact) {
        if (fact.type) return written_type(words_, *fact.type, diagnostics_);
        diagnostics_.report(kinds::no_type, fact.name.span, fmt::format("the fact `{}` has no type", fact.name.text),
                            "write it after a colon: `: yes or no`, `: date`, `: hours/day`, or the name of a type");
        return {};
    }

    void add_outcome(const ast::Outcome& outcome) {
        if (auto old = words_.outcome_by_name.find(outcome.name.text); old != words_.outcome_by_name.end()) {
            declared_twice(outcome.name.text, "outcome", outcome.name.span, words_.outcomes[old->second].span,
                           first_module("outcome " + outcome.name.text));
            return;
        }
        first_module("outcome " + outcome.name.text);
        words_.outcome_by_name.emplace(outcome.name.text, static_cast<std::uint32_t>(words_.outcomes.size()));
        words_.outcomes.push_back({outcome.name.text, outcome.words.text, outcome.name.span});
    }

    enum class State { untouched, busy, done };

    const std::vector<const ast::Module*>& modules_;
    Diagnostics& diagnostics_;
    Vocabulary words_;
    std::size_t module_ = 0;
    std::vector<const ast::Unit*> unit_decls_;
    std::vector<State> unit_state_;
    int unit_depth_ = 0;
    std::unordered_map<std::string, std::size_t> declared_in_;
    std::unordered_map<std::string, std::pair<std::size_t, Span>> first_facts_;  // the module and the place
};

}  // namespace

Vocabulary declare(const std::vector<const ast::Module*>& modules, Diagnostics& diagnostics) {
    return Collector(modules, diagnostics).collect();
}

}  // namespace warrant
