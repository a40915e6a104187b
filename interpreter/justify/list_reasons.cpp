// Questions over a list as reasons: the list with its document, below it the elements that decided, or those that are open,
// each by what is said of it.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant {

namespace {

Reason list_leaf(const PlanView& view, StepId step) {
    Reason reason;
    reason.kind = Reason::Kind::fact;
    reason.fact = view_slot(view, step);
    reason.text = reason.fact->label;
    reason.value = words_of(truth_of(view, step));
    return reason;
}

Reason element_reason(const PlanView& view, RowSpace list, std::size_t element, std::string_view value) {
    Reason reason;
    reason.kind = Reason::Kind::other;
    const FactId fact = view.plan.list(list).fact;
    const FactEntry& entry = *resolve_list(view.record, view.request, fact, view.vocabulary);
    reason.text = element_words(entry.elements[element], element, fact, view.vocabulary);
    reason.value = value;
    return reason;
}

// How many elements decided, in words that follow the number of those listed.
std::string tally_words(Op op, Truth truth, std::size_t deciding, bool open) {
    switch (truth) {
        case Truth::yes:
            return op == Op::some_in ? fmt::format("of which {} meet{} this", deciding, deciding == 1 ? "s" : "")
                                     : "each meets this";
        case Truth::no:
            return op == Op::some_in ? "none meets this"
                                     : fmt::format("of which {} do{} not meet this", deciding, deciding == 1 ? "es" : "");
        case Truth::unknown:
            break;
    }
    std::string text;
    if (deciding > 0) text = fmt::format("not settled for {}", deciding);
    if (open) text += (text.empty() ? "" : ", and ") + std::string("the list may hold more");
    return text;
}

}  // namespace

std::string element_words(const ListElement& element, std::size_t number, FactId fact, const Vocabulary& vocabulary) {
    std::string text;
    for (std::uint32_t field = 0; field < vocabulary.record_type(vocabulary.fact(fact).record).fields.size(); ++field) {
        const ResolvedFact resolved = resolve_field(element, fact, field, vocabulary);
        if (resolved.entry == nullptr) continue;
        const FieldInfo& info = vocabulary.field(fact, field);
        const auto* words = std::get_if<TextSet>(&resolved.value);
        const bool one_text = words != nullptr && !words->any && words->values.size() == 1;
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", info.label,
                            one_text ? words->values.front() : print_set(vocabulary, info.type, resolved.value));
    }
    return text.empty() ? fmt::format("number {}, of which nothing is said", number + 1) : text;
}

void explain_elements(const PlanView& view, StepId id, bool negated, std::vector<Reason>& reasons) {
    const Step& step = view.plan.step(id);
    const StepId condition = view.plan.operand(step, 0);
    const RowSpace list = view.plan.list_under(step);
    const Truth truth = truth_of(view, id);
    const Elements elements = view.values.elements(list, 0);
    Reason reason = list_leaf(view, id);
    for (std::size_t element = elements.begin; element < elements.end; ++element) {
        const PlanView at = at_element(view, element);
        if (truth_of(at, condition) != truth) continue;
        Reason child = element_reason(view, list, element, words_of(truth));
        explain(at, condition, negated, child.children);
        reason.children.push_back(std::move(child));
    }
    const std::string tally = tally_words(step.op, truth, reason.children.size(), elements.open);
    if (elements.end > elements.begin) {
        reason.fact->value = fmt::format("{} listed, {}", elements.end - elements.begin, tally);
    }
    reason.error_text = error_of(view, id);
    reasons.push_back(std::move(reason));
}

std::vector<Reason> elements_taken(const PlanView& view, StepId id) {
    const Step& step = view.plan.step(id);
    const StepId wanted = view.plan.operand(step, 0);
    const RowSpace list = view.plan.list_under(step);
    const Elements elements = view.values.elements(list, 0);
    std::vector<Reason> reasons;
    for (std::size_t element = elements.begin; element < elements.end; ++element) {
        const PlanView at = at_element(view, element);
        const Truth truth = truth_of(at, wanted);
        if (truth == Truth::no) continue;
        Reason reason = element_reason(view, list, element, words_of(truth));
        if (truth == Truth::unknown) {
            reason.text += ", not settled whether it counts";
            explain(at, wanted, false, reason.children);
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

}  // namespace warrant
