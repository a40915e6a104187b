// A question, its help and its reasons as text of 80 columns.
#include "interpreter/interview/question.hpp"

#include "interpreter/justify/page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace warrant {
namespace {

// Parts named with a question; `why` names all.
constexpr std::size_t most_parts = 2;
// Where the meaning of a form begins.
constexpr std::size_t meaning_column = 32;

std::string choices_words(const Question& question) {
    std::vector<std::string> names;
    for (std::size_t number = 0; number < question.choices.size(); ++number) {
        const std::string& label = question.labels[number];
        names.push_back(label.empty() ? question.choices[number] : fmt::format("{} ({})", question.choices[number], label));
    }
    return fmt::format("{}{}", fmt::join(names, ", "), question.ordered ? " (in ascending order)" : "");
}

std::string answer_words(const Question& question, const Vocabulary& vocabulary) {
    const std::string example = answer_forms(question, vocabulary).front().example;
    switch (question.type.kind) {
        case TypeKind::truth:
            return "yes, no or unknown";
        case TypeKind::number:
            return fmt::format("a number, such as {}, or unknown", example);
        case TypeKind::quantity:
            return fmt::format("an amount, such as {}, or unknown", example);
        case TypeKind::amount:
            return "an amount with its unit, or unknown";
        case TypeKind::date:
            return fmt::format("a date, such as {}, or unknown", example);
        case TypeKind::choice:
            return fmt::format("one of {}, or unknown", choices_words(question));
        case TypeKind::text:
            return "a few words, or unknown";
        case TypeKind::code:
            return fmt::format("a code, such as {}, or unknown", example);
        case TypeKind::list:
            return fmt::format("none, unknown, or a list with these of each: {}", fmt::join(question.fields, ", "));
        case TypeKind::invalid:
            break;
    }
    return "unknown";
}

void put_parts(Page& page, const Question& question) {
    if (question.chooses) put_labelled(page, "For", "which section or edition governs the request");
    std::size_t number = 0;
    for (const PartAskedFor& part : question.parts) {
        if (number == most_parts) break;
        const bool is_first = number++ == 0 && !question.chooses;
        put_labelled(page, is_first ? "For" : "", fmt::format("{}: {}", part.id, part.label));
    }
    if (question.parts.size() > most_parts)
        put_labelled(page, "", fmt::format("and {} more; `why` names them", question.parts.size() - most_parts));
}

void put_form(Page& page, const std::string& example, const std::string& meaning) {
    std::string line = "  " + example;
    if (columns(line) + 2 > meaning_column) {
        page.text += line + "\n";
        line.clear();
    }
    page.text += line + std::string(meaning_column - columns(line), ' ') + meaning + "\n";
}

}  // namespace

std::string render_question(const Question& question, const Vocabulary& vocabulary, bool color) {
    Page page{Detail::parts, color, {}};
    put_blank(page);
    put_heading(page, question.label);
    if (!question.ask.empty()) put(page, question.ask, 0, 0);
    if (!question.of_request.empty()) put_labelled(page, "Request", question.of_request);
    put_parts(page, question);
    if (!question.shown_by.empty()) put_labelled(page, "Shown by", fmt::format("{}", fmt::join(question.shown_by, ", ")));
    if (!question.recorded.empty())
        put_labelled(page, "Record", question.recorded + "; an answer takes the place of what it says");
    put_labelled(page, "Answer", answer_words(question, vocabulary));
    return page.text;
}

std::string render_help(const Question& question, const Vocabulary& vocabulary, bool color) {
    Page page{Detail::parts, color, {}};
    put_blank(page);
    put_heading(page, "What can be answered here");
    for (const AnswerForm& form : answer_forms(question, vocabulary)) put_form(page, form.example, form.meaning);
    put_blank(page);
    put_heading(page, "And at every question");
    put_form(page, "an empty line", "leave it out; it is not asked again");
    put_form(page, "back", "to the question before; its answer is undone");
    put_form(page, "why", "what this settles");
    put_form(page, "quit", "end here; what was answered is kept");
    put(page,
        "Where one of these words is a value, put a colon before it to mean the word: `:back`. A text that is one of them "
        "stands in quotes: \"back\".",
        2, 2);
    return page.text;
}

std::string render_why(const Question& question) {
    Page page{Detail::parts, false, {}};
    put_blank(page);
    if (question.chooses) put(page, "It settles which section or edition governs the request.", 0, 0);
    if (!question.parts.empty()) put(page, "These parts of the guideline are open and read it:", 0, 0);
    for (const PartAskedFor& part : question.parts)
        put_numbered(page, part.id, part.citation.empty() ? part.label : fmt::format("{} ({})", part.label, part.citation));
    for (const SettledAlone& alone : question.alone)
        put(page,
            fmt::format("If the answer is {}, the guideline finds {} whatever else the record may come to show.", alone.values,
                        finding_heading(alone.finding, "")),
            0, 2);
    if (!question.alone.empty()) return page.text;
    if (question.together > 1)
        put(page,
            fmt::format("No answer settles the finding by itself; the smallest set of facts that does, with this one, has {}.",
                        question.together),
            0, 2);
    else put(page, "The finding may turn on it, together with other facts.", 0, 2);
    return page.text;
}

}  // namespace warrant
