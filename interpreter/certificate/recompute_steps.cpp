// What the record allows each fact, from the statements that stand; then every step in order, from its operands. The first that
// differs is told, and the rest is not looked at: it may follow from that.
#include "interpreter/certificate/json.hpp"
#include "interpreter/certificate/kernel.hpp"
#include "interpreter/certificate/recompute.hpp"
#include "interpreter/certificate/well_formed.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::certificates {
namespace {

// What is allowed where nothing is said.
ValueSet unsaid(const Derivation& derivation, const Form& form, bool never_negative) {
    if (never_negative && form.kind == Kind::number) return OrderedSet{.low = 0, .high = unbounded_high};
    return anything(derivation, form);
}

bool counts(const Statement& statement) {
    return statement.standing == "governs" || statement.standing == "kept";
}

struct Amounts {
    std::optional<ValueSet> value;  // none: nothing counts
    bool agree = true;
};

Amounts amounts_to(const Entry& entry) {
    Amounts amounts;
    const ValueSet* first = nullptr;
    for (const Statement& statement : entry.statements) {
        if (!counts(statement)) continue;
        amounts.value = amounts.value ? either(*amounts.value, statement.value) : statement.value;
        if (first == nullptr) first = &statement.value;
        amounts.agree = amounts.agree && statement.value == *first;
    }
    return amounts;
}

bool is_document(const Certificate& certificate, const std::string& id) {
    return std::any_of(certificate.documents.begin(), certificate.documents.end(),
                       [&](const Document& document) { return document.id == id; });
}

std::string wrong_citation(const Certificate& certificate, const Entry& entry) {
    for (const Statement& statement : entry.statements) {
        if (!statement.document.empty() && !is_document(certificate, statement.document))
            return fmt::format("it cites the document `{}`, which is not among the documents", statement.document);
    }
    for (const std::string& id : entry.searched) {
        if (!is_document(certificate, id)) return fmt::format("the document `{}` is not among the documents", id);
    }
    return {};
}

std::string wrong_entry(const Certificate& certificate, const Derivation& derivation, const Entry& entry, const Form& form,
                        bool never_negative) {
    const Amounts amounts = amounts_to(entry);
    const ValueSet value = amounts.value.value_or(unsaid(derivation, form, never_negative));
    if (value != entry.value) {
        return fmt::format("its value is {}; what is stated amounts to {}",
                           json_of(entry.value, form, derivation.choices).dump(),
                           json_of(value, form, derivation.choices).dump());
    }
    if (entry.state == "not documented" && !entry.statements.empty()) return "it is not documented, and there is a statement";
    if ((entry.state == "disputed") == amounts.agree) return "what is stated and whether it is disputed do not agree";
    return wrong_citation(certificate, entry);
}

std::string wrong_facts(const Certificate& certificate, const Derivation& derivation) {
    for (std::size_t number = 0; number < derivation.facts.size(); ++number) {
        const Fact& fact = derivation.facts[number];
        const std::string wrong = wrong_entry(certificate, derivation, fact.entry, fact.form, fact.never_negative);
        if (!wrong.empty()) return fmt::format("fact {} ({}): {}", number + 1, fact.path, wrong);
    }
    for (const Field& field : derivation.fields) {
        for (std::size_t element = 0; element < field.elements.size(); ++element) {
            const std::string wrong =
                wrong_entry(certificate, derivation, field.elements[element], field.form, field.never_negative);
            if (!wrong.empty())
                return fmt::format("element {} of {}, {}: {}", element + 1, derivation.lists[field.list].path, field.name,
                                   wrong);
        }
    }
    return {};
}

std::string words_of(const Derivation& derivation, const Step& step, const Cell& cell) {
    return cell.error ? "an error" : json_of(cell.value, step.form, derivation.choices).dump();
}

std::string wrong_step(const Derivation& derivation, const std::vector<bool>& can_err, std::size_t number) {
    const Step& step = derivation.steps[number];
    for (std::size_t row = 0; row < step.cells.size(); ++row) {
        const Cell computed = compute({derivation, can_err, step, row});
        if (computed == step.cells[row]) continue;
        const std::string of_element = step.list == none ? "" : fmt::format(" for element {}", row + 1);
        return fmt::format("its value{} is {}; its operands give {}", of_element, words_of(derivation, step, step.cells[row]),
                           words_of(derivation, step, computed));
    }
    return {};
}

}  // namespace

std::string recompute_derivation(const Certificate& certificate, const Derivation& derivation, const std::string& where) {
    std::string wrong = malformed_facts(derivation);
    if (wrong.empty()) wrong = wrong_facts(certificate, derivation);
    if (!wrong.empty()) return where + ", " + wrong;
    std::vector<bool> can_err(derivation.steps.size());
    for (std::size_t number = 0; number < derivation.steps.size(); ++number) {
        const Step& step = derivation.steps[number];
        wrong = malformed(derivation, number);
        if (wrong.empty()) {
            can_err[number] = has_own_errors(step.op) || std::any_of(step.operands.begin(), step.operands.end(),
                                                                     [&](std::uint32_t operand) { return can_err[operand]; });
            wrong = wrong_step(derivation, can_err, number);
        }
        if (!wrong.empty()) return fmt::format("{}, step {} ({}): {}", where, number, name_of(step.op), wrong);
    }
    return {};
}

}  // namespace warrant::certificates
