// What a third party needs to check a finding again without trusting the evaluator: digests of the texts, what the record says
// of each fact, every step of each plan with its operands and value, and what was found. Plain data; it knows neither plans nor
// reviews, only the names of the operations and the sets of values.
#pragma once

#include "interpreter/plan/opcodes.hpp"
#include "interpreter/value/set.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace warrant::certificates {

// Of what is said in this version: interpreter/certificate/certificate.schema.json.
inline constexpr std::uint32_t version = 1;
inline constexpr const char* heading_words =
    "What guidelines say of a record, with every step that leads there. It proposes; a physician decides.";

inline constexpr std::uint32_t none = UINT32_MAX;

// How values of one thing are kept and written.
enum class Kind { truth, number, date, choice, text };

struct Form {
    Kind kind = Kind::truth;
    std::string type;             // in words: `hours/day`, `yes or no`
    std::uint32_t choice = none;  // kind choice: in Derivation::choices
};

struct ChoiceType {
    std::string name;
    std::vector<std::string> values;  // in their order
};

// Where the words of a guideline stand, and how they are known.
struct Citation {
    std::string citation;  // `pp. 125-126`
    std::string basis;     // text, quoted, recalled
    std::string document;  // of a quoted basis
    std::string verbatim;
    std::string at;  // `mtus.work_hardening:31`: module and line
};

// One thing that one document says of one fact.
struct Statement {
    ValueSet value;
    std::string as_written;
    std::string standing;  // governs, kept, superseded, set aside, refined, after the request
    std::string document;  // by its id; empty: none
    std::string page;
    std::string date;
    std::string by;
    std::string note;
};

// What the record allows one fact, and why.
struct Entry {
    std::string state;  // not documented, stated, stated unknown, not found, disputed, derived
    ValueSet value;
    std::vector<Statement> statements;
    std::vector<std::string> searched;  // documents, by id
    std::string preferred;              // a document, by id
    std::string because;
    std::string derivation;
};

struct Fact {
    std::string path;
    std::string label;
    Form form;
    bool never_negative = false;  // where nothing is said of it, it is 0 or more
    Entry entry;
};

struct List {
    std::string path;
    std::string label;
    std::uint32_t elements = 0;
    bool open = false;  // it may hold more
};

// One field of the elements of a list.
struct Field {
    std::uint32_t list = 0;
    std::string name;
    std::string label;
    Form form;
    bool never_negative = false;
    std::vector<Entry> elements;
};

struct Scale {
    std::int64_t left = 1;
    std::int64_t right = 1;
};

struct CodeItem {
    std::string kind;  // one, prefix, range
    std::string first;
    std::string last;  // of a range
};

struct Cell {
    ValueSet value;
    bool error = false;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Step {
    Op op = Op::constant;
    std::vector<std::uint32_t> operands;  // earlier steps
    Form form;
    std::uint32_t list = none;  // its values are those of the elements of this list; none: of the case
    std::uint32_t number = 0;   // fact, assume: a fact; field; pick: a table; at_least: how many; sum_in: 1 if none is negative
    Scale scale;
    ValueSet set;                 // constant, choice_in, text_in
    std::vector<CodeItem> codes;  // code_in
    std::vector<Cell> cells;      // one, or one for each element
    std::string at;
};

struct Table {
    std::string name;
    std::string label;
    Citation source;
};

// A plan on one request.
struct Derivation {
    std::vector<ChoiceType> choices;
    std::vector<Fact> facts;
    std::vector<List> lists;
    std::vector<Field> fields;
    std::vector<Table> tables;
    std::vector<Step> steps;
};

struct Exception {
    std::string name;
    std::string label;
    bool departure = false;
    std::uint32_t when = none;
    std::uint32_t cap = none;
    Citation source;
};

struct Criterion {
    std::string id;
    std::string label;
    bool excludes = false;
    bool generally = false;
    std::uint32_t applies = none;
    std::uint32_t condition = none;
    std::uint32_t holds = none;
    std::uint32_t truth = none;
    std::uint32_t silent = none;
    std::string status;
    Citation source;
    std::vector<Exception> exceptions;
};

struct Limit {
    std::string id;
    std::string label;
    bool generally = false;
    std::uint32_t quantity = 0;
    std::uint32_t applies = none;
    std::uint32_t base = none;
    std::uint32_t cap = none;
    std::uint32_t silent = none;
    std::string status;
    Citation source;
    std::vector<Exception> exceptions;
};

// A quantity that limits cap. `certain` is in the unit of the cap, one of which is factor / divisor of `base_unit`.
struct Quantity {
    std::string fact;
    std::uint32_t asked = none;
    std::uint32_t cap = none;
    std::uint32_t within = none;
    Scale scale;
    std::string unit;
    std::string base_unit;
    std::int64_t factor = 1;
    std::int64_t divisor = 1;
    std::string standing;  // within, exceeded, unclear
    std::int64_t certain = 0;
};

struct Assumption {
    std::string fact;
    std::uint32_t step = none;
    std::string because;
    Citation source;
};

// Words of a library, or a recommendation clause, that a step stands for.
struct NamedStep {
    std::string name;
    std::string label;
    std::uint32_t step = none;
    Citation source;
};

struct Section {
    std::string name;
    std::string title;
    std::string source;
    std::string edition;
    std::string status;  // draft, reviewed, in use
    bool partial = false;
    Citation provenance;
};

struct Added {
    Section section;
    std::uint32_t when = none;
};

// The steps that the rows of the finding are read from.
struct Roots {
    std::uint32_t not_addressed = none;
    std::uint32_t none_applies = none;
    std::uint32_t all_criteria = none;
    std::uint32_t not_supported = none;
    std::uint32_t supported = none;
};

// What a section, with what is added to it, finds of a request.
struct Judgement {
    Section section;
    std::vector<std::string> used;  // modules, `mtus.definitions/2015`
    std::vector<Added> added;
    Derivation derivation;
    std::vector<Criterion> criteria;
    std::vector<Limit> limits;
    std::vector<Quantity> quantities;
    std::vector<Assumption> assumptions;
    std::vector<NamedStep> definitions;
    std::vector<NamedStep> clauses;
    Roots roots;
    std::vector<std::uint32_t> covers_when;
};

struct Candidate {
    bool sure = true;
    std::string edition_ground;  // named, in force, possibly in force, none in force
    std::string edition_module;
    std::optional<Judgement> judgement;  // without: no section addresses the request
    std::string finding;
    std::string as_far_as_encoded;
};

struct ProposalRow {
    std::string finding;
    std::string outcome;
    std::string words;
    std::string decider;
    std::string sentence;
};

struct Condition {
    Derivation derivation;
    std::uint32_t result = none;
};

struct Proposal {
    std::string procedure;  // `imr`
    std::vector<ProposalRow> rows;
    std::optional<Condition> eligible_when;
    std::string eligibility;  // no condition, eligible, not eligible, not shown
    std::string outcome;      // empty: nothing is proposed
    std::string decider;
};

struct Request {
    std::uint32_t number = 1;
    std::vector<Candidate> candidates;
    std::string finding;
    bool disagree = false;
    std::optional<Proposal> proposal;
};

// A text that was read, by what it declares: not by the name of its file, which is the reader's own.
struct Text {
    std::string module;  // `mtus.work_hardening`; of the case its name
    std::string edition;
    std::string kind;  // case, guideline, library, procedure
    bool standard = false;
    std::string sha256;
};

struct Document {
    std::string id;
    std::string kind;
    std::string title;
    std::string date;
    std::string known_through;
    std::string author;
};

// What was asked for besides the case.
struct Options {
    std::string guideline;
    std::vector<std::string> editions;  // `mtus/2009`
    std::string procedure;
    std::string as_of_first;  // days
    std::string as_of_last;
};

struct Certificate {
    std::string case_name;
    Options options;
    std::vector<Text> texts;
    std::vector<Document> documents;
    std::vector<Request> requests;
};

}  // namespace warrant::certificates
