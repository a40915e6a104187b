// Declarations and the header of a tree as indented text. Expressions are printed by print_expression.cpp.
#include "dsl/print_tree.hpp"

#include "dsl/print_expression.hpp"

#include <array>
#include <cstddef>

namespace warrant {

namespace {

struct Printer {
    const ast::Module& module;
    std::string out;
};

void line(Printer& p, int depth, std::string_view text) {
    out_indent(p.out, depth);
    p.out += text;
    p.out += '\n';
}

std::string with_text(std::string_view word, const ast::Text& text) {
    return std::string(word) + " " + quote(text.text);
}

std::string titled(std::string_view word, const ast::Name& name, const std::optional<ast::Text>& label) {
    std::string out = std::string(word) + " " + name.text;
    if (label) out += " " + quote(label->text);
    return out;
}

void print_labelled(Printer& p, int depth, std::string_view label, ExprId id) {
    if (!id.valid()) return;
    line(p, depth, label);
    print_expression(p.out, depth + 1, p.module, id);
}

void print_provenance(Printer& p, int depth, const ast::Provenance& provenance) {
    if (provenance.citation) {
        const bool pages = provenance.citation->kind == ast::Citation::Kind::pages;
        line(p, depth, pages ? "pages " + provenance.citation->text : "section " + quote(provenance.citation->text));
    }
    if (provenance.basis) {
        switch (provenance.basis->kind) {
            case ast::Basis::Kind::text:
                line(p, depth, "basis text");
                break;
            case ast::Basis::Kind::quoted:
                line(p, depth, "basis quoted " + quote(provenance.basis->document));
                break;
            case ast::Basis::Kind::recalled:
                line(p, depth, "basis recalled");
                break;
        }
    }
    if (provenance.verbatim) line(p, depth, with_text("text", *provenance.verbatim));
}

std::string type_text(const ast::TypeName& type) {
    switch (type.kind) {
        case ast::TypeName::Kind::truth:
            return "yes or no";
        case ast::TypeName::Kind::number:
            return "number";
        case ast::TypeName::Kind::date:
            return "date";
        case ast::TypeName::Kind::text:
            return "text";
        case ast::TypeName::Kind::code:
            return "code";
        case ast::TypeName::Kind::amount:
            return type.unit ? unit_text(*type.unit) : "amount";
        case ast::TypeName::Kind::named:
            return type.name.text;
        case ast::TypeName::Kind::list:
            return "list of " + type.name.text;
        case ast::TypeName::Kind::unit:
            break;
    }
    return unit_text(*type.unit);
}

std::string joined(const std::vector<ast::Name>& names, std::string_view between) {
    std::string out;
    for (const ast::Name& name : names) {
        if (!out.empty()) out += between;
        out += name.text;
    }
    return out;
}

void print_exceptions(Printer& p, const std::vector<ast::Exception>& exceptions) {
    for (const ast::Exception& exception : exceptions) {
        line(p, 1, titled("except", exception.name, exception.label));
        print_provenance(p, 2, exception.provenance);
        print_labelled(p, 2, "when", exception.when);
        print_labelled(p, 2, "caps at", exception.cap);
        if (exception.no_limit) line(p, 2, "no limit");
    }
}

// One overload a kind of declaration: a new kind does not compile until it is printed.

void print(Printer& p, const ast::Use& use) {
    line(p, 0, "use " + use.module.text + (use.edition ? " edition " + use.edition->text : ""));
}

void print(Printer& p, const ast::Service& service) {
    const std::string kind = service.kind_of ? " kind of " + service.kind_of->text : "";
    line(p, 0, with_text("service " + service.name.text, service.label) + " in " + service.unit.text + kind);
}

void print(Printer& p, const ast::ChoiceType& type) {
    line(p, 0, "type " + type.name.text + " is " + joined(type.values, type.ordered ? " < " : " | "));
}

void print(Printer& p, const ast::RecordType& type) {
    line(p, 0, "type " + type.name.text + " has");
    for (const ast::Field& field : type.fields) {
        line(p, 1,
             titled("field", field.name, field.label) + " : " + type_text(field.type) + (field.is_signed ? " signed" : ""));
    }
}

void print(Printer& p, const ast::Unit& unit) {
    const std::string plural = unit.plural.text == unit.singular.text ? "" : ", " + unit.plural.text;
    line(p, 0, "unit " + unit.singular.text + plural + (unit.definition ? " = " + number_text(*unit.definition) : ""));
}

void print(Printer& p, const ast::Fact& fact) {
    const ast::Name name{fact.name.text + (fact.index ? "(" + type_text(*fact.index) + ")" : ""), fact.name.span};
    line(p, 0, titled("fact", name, fact.label) + (fact.type ? " : " + type_text(*fact.type) : ""));
    if (fact.if_yes) line(p, 1, with_text("if yes", *fact.if_yes));
    if (fact.if_no) line(p, 1, with_text("if no", *fact.if_no));
    if (fact.ask) line(p, 1, with_text("ask", *fact.ask));
    for (const ast::Text& document : fact.shown_by) line(p, 1, with_text("shown by", document));
    if (fact.changes) line(p, 1, "changes");
    if (fact.opinion) line(p, 1, "opinion");
    if (fact.is_signed) line(p, 1, "signed");
    switch (fact.obtainability) {
        case ast::Fact::Obtainability::obtainable:
            break;
        case ast::Fact::Obtainability::clinical:
            line(p, 1, "clinical");
            break;
        case ast::Fact::Obtainability::fixed:
            line(p, 1, "fixed");
            break;
    }
    print_labelled(p, 1, "only if", fact.only_if);
}

void print(Printer& p, const ast::Values& values) {
    line(p, 0, titled("values", values.name, values.label));
    for (const ast::CodeItem& item : values.items) {
        line(p, 1, item.last ? quote(item.first.text) + ".." + quote(item.last->text) : quote(item.first.text));
    }
}

void print(Printer& p, const ast::Define& define) {
    line(p, 0, titled("define", define.name, define.label));
    for (const ast::Parameter& parameter : define.parameters) {
        line(p, 1, "parameter " + parameter.name.text + " : " + type_text(parameter.type));
    }
    print_provenance(p, 1, define.provenance);
    print_labelled(p, 1, "is", define.value);
}

void print_columns(Printer& p, std::string_view word, const std::vector<ast::TableColumn>& columns) {
    for (const ast::TableColumn& column : columns) {
        line(p, 1, std::string(word) + " " + column.name.text + (column.type ? " : " + type_text(*column.type) : ""));
    }
}

void print(Printer& p, const ast::Table& table) {
    line(p, 0, titled("table", table.name, table.label));
    print_columns(p, "by", table.keys);
    print_columns(p, "gives", table.results);
    print_provenance(p, 1, table.provenance);
    for (const ast::TableRow& row : table.rows) {
        line(p, 1, row.otherwise ? "row otherwise" : "row");
        for (const ast::TableCell& cell : row.keys) {
            line(p, 2, cell.any ? "any" : "key");
            for (const ExprId value : cell.values) print_expression(p.out, 3, p.module, value);
        }
        if (row.not_addressed) line(p, 2, "not addressed");
        if (!row.results.empty()) line(p, 2, "gives");
        for (const ExprId value : row.results) print_expression(p.out, 3, p.module, value);
    }
}

void print(Printer& p, const ast::Criterion& criterion) {
    line(p, 0, titled("criterion", criterion.id, criterion.label));
    print_provenance(p, 1, criterion.provenance);
    print_labelled(p, 1, "applies when", criterion.applies_when);
    const std::string_view requires_words = criterion.generally ? "generally requires" : "requires";
    print_labelled(p, 1, criterion.excludes ? "excluded when" : requires_words, criterion.condition);
    print_exceptions(p, criterion.exceptions);
}

void print(Printer& p, const ast::Limit& limit) {
    line(p, 0, titled("limit", limit.id, limit.label));
    print_provenance(p, 1, limit.provenance);
    print_labelled(p, 1, "applies when", limit.applies_when);
    print_labelled(p, 1, (limit.generally ? "generally caps " : "caps ") + limit.quantity.text + " at", limit.cap);
    print_exceptions(p, limit.exceptions);
}

void print(Printer& p, const ast::Recommendation& recommendation) {
    switch (recommendation.kind) {
        case ast::Recommendation::Kind::recommended:
            line(p, 0, "recommended");
            break;
        case ast::Recommendation::Kind::not_recommended:
            line(p, 0, "not recommended");
            break;
        case ast::Recommendation::Kind::no_recommendation:
            line(p, 0, "no recommendation");
            break;
    }
    print_provenance(p, 1, recommendation.provenance);
    print_labelled(p, 1, "when", recommendation.when);
    print_exceptions(p, recommendation.exceptions);
}

void print(Printer& p, const ast::Assume& assume) {
    line(p, 0, "assume " + assume.fact.text);
    print_labelled(p, 1, "unless shown", assume.value);
    if (assume.because) line(p, 1, with_text("because", *assume.because));
    print_provenance(p, 1, assume.provenance);
}

void print(Printer& p, const ast::Outcome& outcome) {
    line(p, 0, with_text("outcome " + outcome.name.text, outcome.words));
}

void print(Printer& p, const ast::Eligible& eligible) {
    print_labelled(p, 0, "eligible when", eligible.when);
}

void print(Printer& p, const ast::Search& search) {
    line(p, 0, "search");
    for (const std::vector<ast::Name>& rank : search.ranks) line(p, 1, joined(rank, " or "));
}

void print(Printer& p, const ast::Proposes& proposes) {
    constexpr std::array<std::string_view, 5> findings = {"supported", "partly supported", "not supported", "undetermined",
                                                          "not addressed"};
    line(p, 0, "proposes");
    for (const ast::ProposalRow& row : proposes.rows) {
        std::string text = std::string(findings[static_cast<std::size_t>(row.finding)]) + " -> " + row.outcome.text;
        switch (row.decider) {
            case ast::ProposalRow::Decider::missing:
                break;
            case ast::ProposalRow::Decider::physician:
                text += " by physician";
                break;
            case ast::ProposalRow::Decider::reviewer:
                text += " by reviewer";
                break;
        }
        line(p, 1, row.sentence ? with_text(text, *row.sentence) : text);
    }
}

void print_coverage(Printer& p, std::string_view word, const std::vector<ast::CoverageClause>& clauses) {
    for (const ast::CoverageClause& clause : clauses) {
        line(p, 1, std::string(word) + joined(clause.services, ", "));
        print_labelled(p, 2, "when", clause.when);
    }
}

void print_header(Printer& p) {
    const ast::Header& header = p.module.header;
    if (header.name.text.empty()) return;
    switch (header.kind) {
        case ast::ModuleKind::guideline:
            line(p, 0, titled("guideline", header.name, header.title));
            break;
        case ast::ModuleKind::library:
            line(p, 0, titled("library", header.name, header.title));
            break;
        case ast::ModuleKind::procedure:
            line(p, 0, titled("procedure", header.name, header.title));
            break;
    }
    if (header.source) line(p, 1, with_text("source", *header.source));
    if (header.edition) line(p, 1, "edition " + header.edition->text);
    if (header.in_force) {
        const std::string to = header.in_force->to ? " to " + date_text(*header.in_force->to) : " on";
        line(p, 1, "in force " + date_text(header.in_force->from) + to);
    }
    print_provenance(p, 1, header.provenance);
    if (header.status) {
        switch (*header.status) {
            case ast::Status::draft:
                line(p, 1, "status draft");
                break;
            case ast::Status::reviewed:
                line(p, 1, "status reviewed");
                break;
            case ast::Status::in_use:
                line(p, 1, "status in use");
                break;
        }
    }
    if (header.partial) line(p, 1, "extent partial");
    print_coverage(p, "covers ", header.covers);
    print_coverage(p, "adds to ", header.adds_to);
}

}  // namespace

std::string print_tree(const ast::Module& module) {
    Printer p{module, {}};
    print_header(p);
    for (const ast::Decl& decl : module.decls) {
        std::visit([&p](const auto& kind) { print(p, kind); }, decl.kind);
    }
    // A single expression has no header and no declarations; it is the last one read.
    if (module.header.name.text.empty() && module.decls.empty() && !module.exprs.empty()) {
        print_expression(p.out, 0, module, ExprId{static_cast<std::uint32_t>(module.exprs.size() - 1)});
    }
    return p.out;
}

}  // namespace warrant
