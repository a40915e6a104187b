// Facts declared for each value of a choice, `history.visits(service)`: which facts they become, what each is called and asked,
// and which of them a path means. After this they are facts like any other.
#include "interpreter/check/indexed_facts.hpp"

#include "dsl/limits.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

// A sentence or question with the value before its last sign: `How many visits were had: physical therapy?`
std::string sentence_with(const std::string& sentence, const std::string& value) {
    if (sentence.empty()) return {};
    const bool ends = sentence.back() == '?' || sentence.back() == '.' || sentence.back() == '!';
    const std::size_t end = sentence.size() - (ends ? 1 : 0);
    return fmt::format("{}: {}{}", sentence.substr(0, end), value, sentence.substr(end));
}

std::optional<ChoiceTypeId> index_type(const Vocabulary& vocabulary, const ast::TypeName& index, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.errors();
    const Type type = written_type(vocabulary, index, diagnostics);
    if (type.kind == TypeKind::choice) return type.choice;
    if (diagnostics.errors() == errors) {
        diagnostics.report(
            kinds::type_mismatch, index.span,
            fmt::format("a fact stands for each value of a choice, and this is {}", print_type(vocabulary, type)),
            "write `service`, or a type that lists its values: type region is neck | low_back");
    }
    return std::nullopt;
}

bool fits(const Vocabulary& vocabulary, std::size_t more, Span span, Diagnostics& diagnostics) {
    if (vocabulary.facts.size() + more <= limits::max_facts) return true;
    diagnostics.report(kinds::too_many, span, fmt::format("with this there are more than {} facts", limits::max_facts),
                       "an indexed fact counts once for each value of its index; index by a choice of fewer values");
    return false;
}

void add_fact(Vocabulary& vocabulary, FactInfo info) {
    vocabulary.fact_by_path.emplace(info.path, FactId{static_cast<std::uint32_t>(vocabulary.facts.size())});
    vocabulary.facts.push_back(std::move(info));
}

}  // namespace

void add_facts(Vocabulary& vocabulary, FactInfo info, const std::optional<ast::TypeName>& index, Diagnostics& diagnostics) {
    if (!index) {
        if (fits(vocabulary, 1, info.span, diagnostics)) add_fact(vocabulary, std::move(info));
        return;
    }
    IndexedFactInfo indexed{info.path, {}, FactId{static_cast<std::uint32_t>(vocabulary.facts.size())}, info.module, info.span};
    info.indexed = static_cast<std::uint32_t>(vocabulary.indexed_facts.size());
    auto type = index_type(vocabulary, *index, diagnostics);
    if (info.type.kind == TypeKind::list) {
        diagnostics.report(kinds::list_not_allowed, index->span, "a list is stated once, not for each value of a choice",
                           "give its elements a field for the choice, or leave the parentheses out");
        type.reset();
    }
    const std::size_t count = type ? vocabulary.choice_type(*type).values.size() : 0;
    if (type && fits(vocabulary, count, info.span, diagnostics)) {
        indexed.index = *type;
        for (const ChoiceValueInfo& value : vocabulary.choice_type(*type).values) {
            FactInfo fact = info;
            fact.path = fmt::format("{}({})", info.path, value.name);
            fact.label = fmt::format("{}: {}", info.label, value.label);
            fact.if_yes = sentence_with(info.if_yes, value.label);
            fact.if_no = sentence_with(info.if_no, value.label);
            fact.ask = sentence_with(info.ask, value.label);
            add_fact(vocabulary, std::move(fact));
        }
    }
    vocabulary.indexed_by_path.emplace(indexed.path, info.indexed);
    vocabulary.indexed_facts.push_back(std::move(indexed));
}

std::optional<IndexedPath> indexed_path(const Vocabulary& vocabulary, std::string_view path) {
    const bool closed = path.ends_with(')');
    const std::size_t mark = closed ? path.find('(') : path.rfind('.');
    if (mark == std::string_view::npos) return std::nullopt;
    const auto found = vocabulary.indexed_by_path.find(std::string(path.substr(0, mark)));
    if (found == vocabulary.indexed_by_path.end()) return std::nullopt;
    return IndexedPath{found->second, path.substr(mark + 1, path.size() - mark - 1 - (closed ? 1 : 0))};
}

std::optional<FactId> fact_named(const Vocabulary& vocabulary, const std::string& path) {
    if (const auto fact = vocabulary.fact_by_path.find(path); fact != vocabulary.fact_by_path.end()) return fact->second;
    const auto parts = indexed_path(vocabulary, path);
    if (!parts) return std::nullopt;
    const auto fact =
        vocabulary.fact_by_path.find(fmt::format("{}({})", vocabulary.indexed_facts[parts->indexed].path, parts->value));
    if (fact == vocabulary.fact_by_path.end()) return std::nullopt;
    return fact->second;
}

FactId declaration_of(const Vocabulary& vocabulary, FactId fact) {
    const std::uint32_t indexed = vocabulary.fact(fact).indexed;
    return indexed == UINT32_MAX ? fact : vocabulary.indexed_facts[indexed].first;
}

}  // namespace warrant
