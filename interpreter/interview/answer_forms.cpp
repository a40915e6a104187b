// The forms of language.md section 8 that an answer may take, each with an example that the fact accepts.
#include "interpreter/check/print_value.hpp"
#include "interpreter/interview/question.hpp"
#include "interpreter/value/decimal.hpp"

#include <fmt/format.h>

namespace warrant {
namespace {

// Two values of a type, as a case would state them.
struct Examples {
    std::string first;
    std::string second;
};

Examples examples_of(const Vocabulary& vocabulary, const Type& type) {
    switch (type.kind) {
        case TypeKind::truth:
            return {"yes", "no"};
        case TypeKind::number:
        case TypeKind::quantity:
            return {print_ordered(vocabulary, type, 4 * micro_per_unit), print_ordered(vocabulary, type, 6 * micro_per_unit)};
        case TypeKind::date:
            return {"2015-02-19", "2015-02-26"};
        case TypeKind::choice: {
            const auto& values = vocabulary.choice_type(type.choice).values;
            return {values.front().name, values.back().name};
        }
        case TypeKind::text:
            return {"as the record says", "in other words"};
        case TypeKind::code:
            return {"M54.16", "M54.17"};
        case TypeKind::amount:
        case TypeKind::list:
        case TypeKind::invalid:
            break;
    }
    return {"unknown", "unknown"};
}

// `[{drug: oxycodone, dose: 4 tablets/day}]`
std::string example_list(const Question& question, const Vocabulary& vocabulary) {
    const auto& fields = vocabulary.record_type(vocabulary.fact(question.asked.fact).record).fields;
    std::string text;
    for (std::size_t number = 0; number < fields.size() && number < 2; ++number)
        text += (text.empty() ? "" : ", ") + fields[number].name + ": " + examples_of(vocabulary, fields[number].type).first;
    return "[{" + text + "}]";
}

void add_list_forms(const Question& question, const Vocabulary& vocabulary, std::vector<AnswerForm>& forms) {
    const std::string list = example_list(question, vocabulary);
    forms.push_back({"none", "the record says that there is none"});
    forms.push_back({list, "what it holds, each in braces"});
    forms.push_back({fmt::format("{{value: {}, complete: false}}", list), "it may hold more than that"});
}

void add_range_forms(const Question& question, const Examples& examples, const std::string& unit,
                     std::vector<AnswerForm>& forms) {
    switch (question.type.kind) {
        case TypeKind::number:
        case TypeKind::quantity:
            forms.push_back({"4..6" + unit, "about so much: from, to"});
            forms.push_back({"at least " + examples.first, "also over, under, at most"});
            return;
        case TypeKind::date:
            forms.push_back({"2015-02", "some day of that month; 2015: of that year"});
            forms.push_back({"2015-02..2015-06", "some day from, to"});
            forms.push_back({"before 2015-02", "also after"});
            return;
        case TypeKind::choice:
            if (!question.ordered) return;
            forms.push_back({"at least " + examples.second, "also over, under, at most"});
            forms.push_back({examples.first + ".." + examples.second, "one of these: from, to"});
            return;
        case TypeKind::invalid:
        case TypeKind::truth:
        case TypeKind::amount:
        case TypeKind::text:
        case TypeKind::list:
        case TypeKind::code:
            return;
    }
}

}  // namespace

std::vector<AnswerForm> answer_forms(const Question& question, const Vocabulary& vocabulary) {
    const bool is_list = question.type.kind == TypeKind::list;
    const bool is_truth = question.type.kind == TypeKind::truth;
    Examples examples = examples_of(vocabulary, question.type);
    if (!question.choices.empty()) examples = {question.choices.front(), question.choices.back()};
    const std::string unit =
        question.type.kind == TypeKind::quantity ? " " + print_unit(vocabulary, question.type, 6 * micro_per_unit) : "";
    std::vector<AnswerForm> forms;
    if (is_list) {
        add_list_forms(question, vocabulary, forms);
    } else if (question.type.kind != TypeKind::amount) {
        forms.push_back({examples.first, is_truth ? "the record says so" : "the value"});
        if (is_truth) forms.push_back({examples.second, "the record says that it is not so"});
        add_range_forms(question, examples, unit, forms);
        const bool several = !is_truth && examples.first != examples.second;
        if (several) forms.push_back({fmt::format("{{one_of: [{}, {}]}}", examples.first, examples.second), "one of several"});
    }
    forms.push_back({"unknown", "the record leaves it unclear"});
    if (question.documents.empty()) return forms;
    const std::string& document = question.documents.front();
    forms.push_back({fmt::format("{{not_found: [{}]}}", document), "looked for there, and not found"});
    if (is_list) return forms;
    forms.push_back(
        {fmt::format("{{value: {}, document: {}}}", examples.first, document), "with the document; also page, note"});
    const std::string& other = question.documents.back();
    if (other != document)
        forms.push_back({fmt::format("{{statements: [{{value: {}, document: {}}}, {{value: {}, document: {}}}]}}",
                                     examples.first, document, examples.second, other),
                         "documents that differ"});
    return forms;
}

}  // namespace warrant
