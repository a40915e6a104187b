// A question of an interview, in the words of its fact, and what it could settle.
#pragma once

#include "interpreter/find/finding.hpp"
#include "interpreter/find/shelf.hpp"
#include "interpreter/justify/justification.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace warrant {

// What is asked for: a fact of the record, or of one of the case's requests.
struct AskedFact {
    FactId fact;
    std::optional<std::size_t> request;  // unset: it is not a request's

    friend bool operator==(const AskedFact&, const AskedFact&) = default;
};

// Values of the fact that give a finding by themselves, whatever else the record may come to show.
struct SettledAlone {
    FindingName finding = FindingName::supported;
    std::string values;  // `under 4 hours/day`

    friend bool operator==(const SettledAlone&, const SettledAlone&) = default;
};

// A part that the answer may settle.
struct PartAskedFor {
    std::string id;
    std::string label;
    std::string citation;
};

struct Question {
    AskedFact asked;
    Type type;               // as answers are stored
    std::string label;       // of the fact
    std::string of_request;  // where the case has several: which
    std::string ask;
    std::vector<std::string> shown_by;
    std::vector<std::string> choices;    // of a choice: the names that the record allows
    std::vector<std::string> labels;     // beside them, where a label says more than the name
    bool ordered = false;                // the choices ascend
    std::vector<std::string> fields;     // of a list: those of its elements
    std::string recorded;                // what the record says so far; empty: nothing
    std::vector<std::string> documents;  // ids of the documents that an answer may name
    std::vector<PartAskedFor> parts;
    bool chooses = false;  // it settles which section or edition governs
    std::vector<SettledAlone> alone;
    std::size_t together = 0;  // how many facts the smallest set has that settles a finding with it; 0: not known
};

// ---- order.cpp

// A fact that matters, with what makes it more decisive than another.
struct MatteringFact {
    AskedFact asked;
    bool chooses = false;
    std::size_t smallest = 0;  // facts in the smallest set with it that settles a finding; 0: not known
    std::size_t sets = 0;      // in how many such sets it is
    std::vector<SettledAlone> alone;
    std::vector<FactId> behind;  // the facts of the condition under which alone it has a meaning, while that is open
};

// The facts whose values would change a finding that is not decided yet, most decisive first. Where there is too much open to
// say so, those that the finding turns on, in the guideline's order.
std::vector<MatteringFact> facts_that_matter(const Review& review, const Justification& justification, const Shelf& shelf);

// ---- question.cpp

Question question_about(const MatteringFact& mattering, const Justification& justification, const CaseRecord& record,
                        const Vocabulary& vocabulary);

// ---- render_question.cpp: text of 80 columns

// A form that an answer may take, with an example in the fact's own words.
struct AnswerForm {
    std::string example;
    std::string meaning;
};
std::vector<AnswerForm> answer_forms(const Question& question, const Vocabulary& vocabulary);

std::string render_question(const Question& question, const Vocabulary& vocabulary, bool color);
std::string render_help(const Question& question, const Vocabulary& vocabulary, bool color);
std::string render_why(const Question& question);

}  // namespace warrant
