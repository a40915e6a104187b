// What each kind of declaration says. A citation or basis that a part does not give itself is its header's: a change of the
// header's pages is a change of every part that falls back to them.
#include "interpreter/suite/part_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace warrant::suites {
namespace {

std::string citation_text(const ast::Citation& citation) {
    if (citation.kind == ast::Citation::Kind::section) return "section " + citation.text;
    const bool several = citation.text.find_first_of("-,") != std::string::npos;
    return (several ? "pp. " : "p. ") + citation.text;
}

std::string basis_text(const ast::Basis& basis) {
    switch (basis.kind) {
        case ast::Basis::Kind::text:
            return "text";
        case ast::Basis::Kind::quoted:
            return "quoted \"" + basis.document + "\"";
        case ast::Basis::Kind::recalled:
            break;
    }
    return "recalled";
}

std::string date_text(const ast::DateParts& date) {
    std::string text = fmt::format("{:04}", date.year);
    if (date.month != 0) text += fmt::format("-{:02}", date.month);
    if (date.day != 0) text += fmt::format("-{:02}", date.day);
    return text;
}

std::string names_text(const std::vector<ast::Name>& names) {
    std::string text;
    for (const ast::Name& name : names) text += (text.empty() ? "" : ", ") + name.text;
    return text;
}

std::string label_of(const std::optional<ast::Text>& text) {
    return text ? text->text : std::string();
}

// Writes the parts of one module.
struct PartWriter {
    const ast::Module& module;
    const SourceMap& sources;
    PartText part;

    void say(std::string aspect, std::string text) {
        if (!text.empty()) part.aspects.emplace_back(std::move(aspect), std::move(text));
    }
    std::string expression(ExprId id) const {
        return id.valid() ? in_one_line(sources.slice(module.expr(id).span)) : std::string();
    }
    void provenance(const ast::Provenance& own, const std::string& prefix) {
        const ast::Provenance& header = module.header.provenance;
        const auto& citation = own.citation ? own.citation : header.citation;
        const auto& basis = own.basis ? own.basis : header.basis;
        if (citation) say(prefix + "cites", citation_text(*citation));
        if (basis) say(prefix + "basis", basis_text(*basis));
        if (own.verbatim) say(prefix + "text", own.verbatim->text);
    }
    void label(const std::optional<ast::Text>& text) {
        if (!text) return;
        part.label = text->text;
        say("label", text->text);
    }
    void exceptions(const std::vector<ast::Exception>& list) {
        for (const ast::Exception& exception : list) {
            const std::string prefix = "except " + exception.name.text + " ";
            if (exception.label) say(prefix + "label", exception.label->text);
            provenance(exception.provenance, prefix);
            say(prefix + "when", expression(exception.when));
            if (exception.cap.valid()) say(prefix + "caps at", expression(exception.cap));
            if (exception.no_limit) say(prefix + "cap", "no limit");
        }
    }

    std::string keys_text(const ast::TableRow& row) const {
        if (row.otherwise) return "otherwise";
        std::string text;
        for (const ast::TableCell& cell : row.keys) text += (text.empty() ? "" : " | ") + in_one_line(sources.slice(cell.span));
        return text;
    }
    std::string results_text(const ast::TableRow& row) const {
        if (row.not_addressed) return "not addressed";
        std::string text;
        for (const ExprId result : row.results) text += (text.empty() ? "" : " | ") + expression(result);
        return text;
    }

    void operator()(const ast::Criterion& criterion) {
        part.name = "criterion " + criterion.id.text;
        label(criterion.label);
        provenance(criterion.provenance, "");
        const std::string generally = criterion.generally ? "generally " : "";
        say(criterion.excludes ? "excluded when" : generally + "requires", expression(criterion.condition));
        say("applies when", expression(criterion.applies_when));
        exceptions(criterion.exceptions);
    }
    void operator()(const ast::Limit& limit) {
        part.name = "limit " + limit.id.text;
        label(limit.label);
        provenance(limit.provenance, "");
        say(fmt::format("{}caps {} at", limit.generally ? "generally " : "", limit.quantity.text), expression(limit.cap));
        say("applies when", expression(limit.applies_when));
        exceptions(limit.exceptions);
    }
    void operator()(const ast::Recommendation& clause) {
        switch (clause.kind) {
            case ast::Recommendation::Kind::recommended:
                part.name = "recommended";
                break;
            case ast::Recommendation::Kind::not_recommended:
                part.name = "not recommended";
                break;
            case ast::Recommendation::Kind::no_recommendation:
                part.name = "no recommendation";
                break;
        }
        say("when", clause.when.valid() ? expression(clause.when) : "always");
        provenance(clause.provenance, "");
        exceptions(clause.exceptions);
    }
    void operator()(const ast::Assume& assume) {
        part.name = "assume " + in_one_line(sources.slice(assume.fact.span));
        say("value", expression(assume.value));
        if (assume.because) say("because", assume.because->text);
    }
    void operator()(const ast::Define& define) {
        part.name = "define " + define.name.text;
        label(define.label);
        provenance(define.provenance, "");
        say("value", expression(define.value));
    }
    void operator()(const ast::Table& table) {
        part.name = "table " + table.name.text;
        label(table.label);
        provenance(table.provenance, "");
        for (const ast::TableRow& row : table.rows) say("row " + keys_text(row), results_text(row));
    }
    void operator()(const ast::Use& use) {
        part.name = "use " + use.module.text;
        say("edition", use.edition ? use.edition->text : "the one in force");
    }
    void operator()(const ast::Service& service) { vocabulary("service", service.name); }
    void operator()(const ast::ChoiceType& type) { vocabulary("type", type.name); }
    void operator()(const ast::RecordType& type) { vocabulary("type", type.name); }
    void operator()(const ast::Unit& unit) { vocabulary("unit", unit.singular); }
    void operator()(const ast::Fact& fact) { vocabulary("fact", fact.name); }
    void operator()(const ast::Values& values) { vocabulary("values", values.name); }
    void operator()(const ast::Outcome& outcome) { vocabulary("outcome", outcome.name); }
    void operator()(const ast::Eligible& eligible) {
        part.name = "eligible";
        say("when", expression(eligible.when));
    }
    void operator()(const ast::Search&) {
        part.name = "search";
        whole();
    }
    void operator()(const ast::Proposes&) {
        part.name = "proposes";
        whole();
    }

    Span span;
    void whole() { say("text", in_one_line(sources.slice(span))); }
    void vocabulary(std::string_view keyword, const ast::Name& name) {
        part.name = fmt::format("{} {}", keyword, name.text);
        whole();
    }
};

std::string status_text(ast::Status status) {
    switch (status) {
        case ast::Status::draft:
            return "draft";
        case ast::Status::reviewed:
            return "reviewed";
        case ast::Status::in_use:
            break;
    }
    return "in use";
}

std::string coverage_text(const ast::Module& module, const ast::CoverageClause& clause, const SourceMap& sources) {
    std::string text = names_text(clause.services);
    if (clause.when.valid()) text += " when " + in_one_line(sources.slice(module.expr(clause.when).span));
    return text;
}

PartText header_part(const ast::Module& module, const SourceMap& sources) {
    const ast::Header& header = module.header;
    PartText part{"header", label_of(header.title), {}};
    const auto say = [&](std::string aspect, std::string text) {
        if (!text.empty()) part.aspects.emplace_back(std::move(aspect), std::move(text));
    };
    if (header.title) say("title", header.title->text);
    if (header.source) say("source", header.source->text);
    if (header.provenance.citation) say("cites", citation_text(*header.provenance.citation));
    if (header.provenance.basis) say("basis", basis_text(*header.provenance.basis));
    if (header.edition) say("edition", header.edition->text);
    if (header.in_force) {
        say("in force", header.in_force->to
                            ? fmt::format("{} to {}", date_text(header.in_force->from), date_text(*header.in_force->to))
                            : date_text(header.in_force->from) + " on");
    }
    if (header.status) say("status", status_text(*header.status));
    if (header.partial) say("extent", "partial");
    for (const ast::CoverageClause& clause : header.covers) say("covers", coverage_text(module, clause, sources));
    for (const ast::CoverageClause& clause : header.adds_to) say("adds to", coverage_text(module, clause, sources));
    return part;
}

PartText part_of(const ast::Module& module, const ast::Decl& decl, const SourceMap& sources) {
    PartWriter writer{module, sources, {}, decl.span};
    std::visit(writer, decl.kind);
    return std::move(writer.part);
}

}  // namespace

std::string in_one_line(std::string_view text) {
    std::string line;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '"' && (at == 0 || text[at - 1] != '\\')) quoted = !quoted;
        if (!quoted && letter == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        const bool blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
        if (!blank || quoted) line += letter;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::vector<PartText> parts_of_module(const ast::Module& module, const SourceMap& sources) {
    std::vector<PartText> parts{header_part(module, sources)};
    for (const ast::Decl& decl : module.decls) parts.push_back(part_of(module, decl, sources));
    return parts;
}

std::vector<PartText> definitions_of_module(const ast::Module& module, const SourceMap& sources) {
    std::vector<PartText> parts;
    for (const ast::Decl& decl : module.decls) {
        if (!std::holds_alternative<ast::Define>(decl.kind) && !std::holds_alternative<ast::Table>(decl.kind)) continue;
        PartText part = part_of(module, decl, sources);
        part.name += " of " + module.header.name.text;
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace warrant::suites
