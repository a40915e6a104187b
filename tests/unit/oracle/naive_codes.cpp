// Codes looked up in lists, ranges and named sets, straight from grammar.md.
#include "tests/unit/oracle/naive.hpp"

namespace warrant::oracle {
namespace {

// Place by place: letters beside letters, digits beside digits, and the same signs.
bool of_one_form(const std::string& a, const std::string& b) {
    const auto form = [](char c) { return c >= 'A' && c <= 'Z' ? 'A' : c >= '0' && c <= '9' ? '0' : c; };
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (form(a[i]) != form(b[i])) return false;
    }
    return true;
}

Outcome written_code(const std::string& code, const std::string& item) {
    if (item.back() != '*') return truth_outcome(code == item);
    return truth_outcome(code.compare(0, item.size() - 1, item, 0, item.size() - 1) == 0);
}

Outcome code_between(const std::string& code, const std::string& low, const std::string& high) {
    const std::string beginning = code.substr(0, low.size());
    return truth_outcome(of_one_form(beginning, low) && beginning >= low && beginning <= high);
}

const std::string& text_of(const NaiveScope& scope, ExprId literal) {
    return std::get<ast::TextLiteral>(scope.program.modules[scope.module].tree->expr(literal).kind).text;
}

Outcome in_named_set(const NaiveScope& scope, const std::string& code, const ValuesRef& named) {
    std::vector<Outcome> held;
    const auto& decl = scope.program.modules[named.module].tree->decls[named.decl.index];
    for (const ast::CodeItem& one : std::get<ast::Values>(decl.kind).items) {
        held.push_back(one.last ? code_between(code, one.first.text, one.last->text) : written_code(code, one.first.text));
    }
    return some_holds(held);
}

}  // namespace

Outcome naive_code_range(const NaiveScope& scope, const Outcome& subject, ExprId low, ExprId high) {
    return subject.is_value() ? code_between(subject.point.text, text_of(scope, low), text_of(scope, high)) : subject;
}

Outcome naive_code_item(const NaiveScope& scope, const Outcome& subject, const Type& subject_type, ExprId item) {
    if (!subject.is_value()) return subject;
    const LinkedModule& module = scope.program.modules[scope.module];
    const ast::ExprKind& kind = module.tree->expr(item).kind;
    if (const auto* literal = std::get_if<ast::TextLiteral>(&kind)) return written_code(subject.point.text, literal->text);
    if (const auto* range = std::get_if<ast::ItemRange>(&kind))
        return naive_code_range(scope, subject, range->low, range->high);
    const auto* named = std::get_if<ValuesRef>(&module.tables.references[item.index]);
    if (named != nullptr) return in_named_set(scope, subject.point.text, *named);
    const Outcome sign =
        order(*scope.program.vocabulary, subject, subject_type, naive(scope, item), module.tables.types[item.index]);
    return sign.is_value() ? truth_outcome(sign.point.number == 0) : sign;
}

}  // namespace warrant::oracle
