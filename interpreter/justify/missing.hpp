// What is missing: for each decided finding that is still possible the ways in which the record could come to give it, the
// facts that matter, and those that change nothing. Of every section that may govern a request; it decides nothing.
#pragma once

#include "interpreter/justify/justification.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// A fact with the values that would do, in `wanted`; or several facts that can only be asked for together: the first of them,
// under the labels of all.
struct MissingValue {
    NeededFact needed;
    std::vector<std::string> paths;  // of all of them
    std::string sentence;            // of a yes-or-no fact: its own words for that answer, where declared
    bool relation = false;           // `wanted` is a relation that several facts, or what a list holds, have to stand in

    friend bool operator==(const MissingValue& a, const MissingValue& b) {
        return a.paths == b.paths && a.needed.wanted == b.needed.wanted;
    }
};

// Facts that together give a finding whatever else the record may come to show.
struct MissingWay {
    std::vector<MissingValue> facts;
};

struct MissingFinding {
    FindingName finding = FindingName::supported;
    std::vector<MissingValue> common;  // needed in every way
    std::vector<MissingWay> ways;      // what each of them needs besides
    bool all = true;                   // false: there are more
};

// A part of the section, or of what is added to it, that is not settled.
struct OpenPart {
    std::string id;  // empty: a clause of the recommendation
    std::string label;
    std::string added_by;  // the name of the guideline that adds it; empty: the section's own
    std::string citation;
    std::string basis;

    friend bool operator==(const OpenPart&, const OpenPart&) = default;
};

// An open fact that matters: what the record says of it now, its question and usual documents, and the parts that read it.
struct MissingFact {
    NeededFact needed;  // `wanted` is empty
    std::vector<OpenPart> parts;
};

struct MissingSection {
    std::string title;
    std::string edition;
    FindingName finding = FindingName::undetermined;  // as recorded
    bool partial = false;                             // what follows is true as far as the section is encoded
    std::optional<FindingName> whatever;              // every completion of the record gives this one
    std::vector<MissingFinding> findings;
    std::vector<MissingFact> relevant;
    std::vector<std::string> irrelevant;  // labels of open facts that change nothing
    std::vector<FactView> fixed;          // facts that are settled on the record and never change
    bool exact = true;                    // false: some facts were only looked at together
    bool complete = true;                 // false: there was too much to look at
};

struct MissingRequest {
    std::vector<MissingSection> sections;  // in the order of the review's candidates; none stands for no section
};

// Said where `exact` is unset.
inline constexpr std::string_view not_exact_words =
    "Not exact: some open facts could only be looked at together, or at some of their values. What is said of these is what "
    "the guideline asks, not which values do.";

std::vector<MissingRequest> view_missing(const Review& review, const CaseRecord& record, const Shelf& shelf);

// For whom it is written. All of it says the same, each in the form that its reader uses: the reviewer sees every finding that
// is possible, the doctor what a report would have to state for the request, the worker which papers to bring, the attorney
// what the record says now of every fact, with both citations.
enum class MissingReader { reviewer, doctor, worker, attorney };

// As text of 80 columns. The justification is of the same review.
std::string render_missing(const Justification& justification, const std::vector<MissingRequest>& missing, MissingReader reader,
                           bool color);

// The version of the JSON document's shape; grows with every change that a reader could notice.
inline constexpr int missing_json_version = 1;
// One document that follows interpreter/justify/missing.schema.json, for every reader.
std::string render_missing_json(const Justification& justification, const std::vector<MissingRequest>& missing);

}  // namespace warrant
