// The justification of a review as data: what was found of each request, by which parts, on which facts, and what the record
// would have to show to settle it. Text, JSON and later forms render this and nothing else.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/find/review.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// What the basis of a section, part or table reads where its text was only recalled.
inline constexpr std::string_view recalled_words = "recalled, not checked";

// Where in the record a value comes from.
struct RecordCitation {
    std::string document;  // its title
    std::string page;
    std::string date;  // of the statement or document, as stated
    std::string by;
    std::string known_through;  // title of the document that recites it
    std::string note;           // the record's own words
    // Where both are in Justification::documents: titles may be alike.
    std::optional<std::size_t> document_place;
    std::optional<std::size_t> known_through_place;
};

struct StatementView {
    std::string value;
    RecordCitation citation;
    Statement::Standing standing = Statement::Standing::governs;
};

struct ElementView;

// A fact as it stands for one request.
struct FactView {
    std::string path;  // for JSON and brackets only
    std::string label;
    std::string value;     // `4 hours/day`, `not documented`, `medium or heavy`
    std::string sentence;  // the fact's own `if yes` / `if no`, when known and declared; else empty
    FactState state = FactState::absent;
    bool known = false;     // exactly one value is possible
    bool anything = false;  // every value is possible
    bool opinion = false;
    bool assumed = false;               // an assumption stands in for what the record leaves out
    std::vector<std::string> searched;  // titles of documents looked through
    std::string preferred_because;
    std::string derivation;
    std::vector<StatementView> statements;
    std::vector<ElementView> elements;  // of a list, where it is shown whole: for the report
};

// An element of a list, by the fields of which the record says something.
struct ElementView {
    std::vector<FactView> fields;
};

// A look-up of a table: by what, and the row that applies or the rows that may, with their results.
struct TableView {
    struct Entry {
        std::string label;
        std::string value;
    };
    std::string column;  // empty where the table has one result
    std::string citation;
    std::string basis;  // as of a part
    std::vector<Entry> keys;
    std::vector<Entry> rows;
};

// Where words stand that do not stand where their part does.
struct SourceView {
    std::string citation;
    std::string basis;  // as of a part
};

// Why a step has its value: the operands that decided it, or all undecided ones.
struct Reason {
    // fact: a yes-or-no fact, or one that a comparison reads. comparison: arithmetic; its children are the facts read.
    // connective: `any of`, `at least`; table: a look-up; other: an element of a list, an exception, a condition, what a limit
    // asks and allows. definition: words of a library, or with a source of their own, with their reasons below; below a
    // comparison, those that it reads.
    enum class Kind { fact, comparison, connective, table, definition, other } kind = Kind::other;
    std::string text;   // the relation that holds, `2015-06-09 <= 2015-02-19 + 2 years = 2017-02-19`; or a heading, `any of`
    std::string value;  // what the guideline's own condition comes to: yes, no, unknown; or a printed value
    bool one_fact = false;             // a comparison of one fact, named in the text, with what the guideline fixes
    bool spoken = false;               // a comparison whose text says what its values are, as a limit's does
    std::string error_text;            // why it is an error, `division by zero`; empty otherwise
    std::optional<FactView> fact;      // of kind fact; of a list, its children are elements
    std::optional<TableView> table;    // of kind table
    std::optional<SourceView> source;  // of a definition, and of an exception whose source is another one than its part's
    std::vector<Reason> children;
};

// A fact that still matters, and what to do about it.
struct NeededFact {
    FactView fact;
    std::string ask;
    std::vector<std::string> shown_by;
    std::vector<std::string> settles;  // ids of the parts it would settle
    std::string wanted;                // `at least 4 hours/day`, where one comparison says it; else empty
    bool chooses = false;              // it settles which section or edition governs, not a part
    ast::Fact::Obtainability obtainability = ast::Fact::Obtainability::obtainable;
};

// What would meet a part: a fact with the value that would do, or several of them under a heading that says how many are
// enough.
struct ToMeet {
    std::string heading;               // of several: `all of`, `any one of`, `the exception "Gains shown"`
    std::optional<NeededFact> needed;  // of a fact; `settles` is empty
    std::string sentence;              // of a yes-or-no fact: its own words for the answer that would do, where declared
    std::vector<ToMeet> children;
};

struct PartView {
    enum class Kind { criterion, limit, recommendation } kind = Kind::criterion;
    std::string id;
    std::string label;
    std::string added_by;  // the name of the guideline that adds it; empty: the section's own
    std::string citation;  // `pp. 125-126`
    std::string basis;     // `text as quoted in …`, `recalled, not checked`; empty when the guideline itself was read
    std::string verbatim;  // the guideline's own words, where the text gives them
    Span rule;             // where it is declared in the guideline's text, for who has the texts
    bool recalled = false;
    bool excludes = false;
    bool decided_finding = false;  // it is among what decided
    PartStatus status = PartStatus::unknown;
    std::string status_text;  // met, not met, unknown, does not exclude, excludes, excepted, does not apply, within, over
    std::string excepted_by;  // label of the exception
    std::string asked;        // limits: `3 weeks`
    std::string cap;          // limits: `2 weeks`, `no limit`
    std::vector<Reason> reasons;
    std::vector<std::string> reads;  // paths of all facts that it depends on, whether they decided it or not
    std::vector<ToMeet> to_meet;     // of a part that is open, not met or over: all of these; none where nothing would do
};

struct AssumptionView {
    std::string path;  // for suites only
    std::string label;
    std::string value;
    std::string because;
    std::string citation;
};

// A guideline whose criteria and limits are joined to those of the section.
struct AddedView {
    std::string name;
    std::string title;
    std::string source;
    std::string citation;
    std::string edition;
    std::string period;
    std::string status;
    std::string basis;
    bool partial = false;
    std::vector<std::string> used;  // modules it uses, with their editions
};

// One candidate section.
struct SectionView {
    std::string name;
    std::string title;
    std::string source;
    std::string citation;
    std::string edition;
    std::string period;
    std::string status;  // draft, reviewed, in use
    std::string basis;
    bool partial = false;
    bool none = false;  // stands for "no section": nothing covers the request, or no edition was in force
    bool sure = true;
    FindingName finding = FindingName::undetermined;
    FindingName as_far_as_encoded = FindingName::undetermined;
    std::vector<std::string> recalled_parts;  // ids of parts, and labels of tables and definitions, that the finding rests on
    std::string edition_text;                 // why this edition, in words
    std::vector<std::string> editions;        // that the shelf has, with their periods
    std::vector<std::string> edition_notes;   // boundary, warning
    std::vector<std::string> used;            // modules it uses, with their editions
    std::vector<Reason> covers_when;          // why it covers the request, where it does so under a condition
    std::vector<AddedView> added;
    std::vector<PartView> parts;  // its own, then those that others add
    std::vector<FactView> facts;  // for the report only: all that it reads, as the record has them, nothing assumed
    std::vector<NeededFact> needed;
    std::vector<AssumptionView> assumed;
    std::string certain;                // `2 weeks`: the part that is certain; empty without limits
    std::vector<std::string> warnings;  // error marks that did not decide
};

struct ProposalView {
    bool present = false;       // a procedure was named
    std::string procedure;      // its title
    std::string source;         // `California Labor Code, section 4610`
    bool reviewer_may = false;  // under this procedure a reviewer who is no physician decides some findings
    std::string outcome;        // upheld; empty: nothing is proposed
    std::string words;          // its declared words
    std::string sentence;       // the row's own
    std::string decider;        // `for a physician to decide`
    bool by_reviewer = false;   // the law lets a reviewer who is no physician decide
    std::string eligibility;    // eligible, not eligible, not shown, no condition
    std::vector<Reason> eligibility_reasons;
    std::vector<std::string> eligibility_unsettled;  // labels of the facts that would show it
    bool rests_on_silence = false;
};

// A limit that several requests of the case draw on. Each was compared with it alone.
struct SharedCapView {
    std::string limit;  // its id
    std::string label;
    std::string section;                // title of the section, or of the guideline that adds it
    std::string cap;                    // `24 visits`
    std::vector<std::size_t> requests;  // all that draw on it, counted from 1
    std::string together;               // what they ask together, `36 visits`; `not documented` where that of one is not
};

struct RequestJustification {
    std::string request;           // `10 visits of work conditioning or work hardening`
    std::vector<FactView> stated;  // what the case states of it, and what follows from that
    FindingName finding = FindingName::undetermined;
    bool disagree = false;             // undetermined because what may govern differs
    bool error = false;                // it rests on a step that has no value: see the diagnostics
    std::vector<NeededFact> choosing;  // what would settle which section or edition governs
    std::vector<SectionView> sections;
    std::vector<SharedCapView> shared_caps;
    ProposalView proposal;
};

struct DocumentView {
    std::string id;
    std::string title;
    std::string kind;
    std::string date;
    std::string author;
    std::string known_through;
    bool used = false;
    std::optional<std::size_t> known_through_place;  // as in a citation
};

struct Justification {
    std::string case_id;
    std::string summary;
    bool hypothetical = false;
    std::vector<FactView> given;        // the values that make it so
    std::string decided;                // the date of decision, as far as it is stated
    std::vector<std::string> licensed;  // the reviewer's states of licensure, and specialties; no name
    std::vector<std::string> specialties;
    std::vector<FactView> ur_decision;  // what the case states of the decision under review
    std::vector<FactView> stated;       // what it states of the patient and the record, whether or not a part reads it
    std::vector<RequestJustification> requests;
    std::vector<DocumentView> documents;
};

// A view over the review: reads the plans, their values and the record, and decides nothing.
Justification justify(const Review& review, const CaseRecord& record, const Shelf& shelf);

}  // namespace warrant
