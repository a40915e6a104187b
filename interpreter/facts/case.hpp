// A case as the record states it: requests, facts with the documents that state them, and who reviews. Facts keep everything
// that was stated, with its provenance; what a statement amounts to for one request is resolve()'s to say.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/facts/columns.hpp"
#include "interpreter/facts/yaml_tree.hpp"
#include "interpreter/value/set.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace warrant {

struct Document {
    std::string id;  // pr2
    std::string kind;
    std::string title;               // for people; the id with spaces if not given
    std::optional<OrderedSet> date;  // days; absent: not dated
    std::string known_through;       // id of the document that recites it; empty: read itself
    std::string author;
    Span span;
};

// One thing that one document says of one fact.
struct Statement {
    enum class Standing {
        governs,     // it (with those equal to it) is the value
        kept,        // one of several that the record leaves standing: disputed
        superseded,  // a later statement of a fact that changes governs
        set_aside,   // another document was preferred
        refined,     // another statement says the same more exactly
        after,       // dated after the request
    };

    ValueSet value;
    bool stated_unknown = false;            // the document says that it is unclear
    std::string as_written;                 // the value as the case text has it, for people: `4..6 hours/day`
    std::optional<std::uint32_t> document;  // index in CaseRecord::documents
    std::string page;
    std::optional<OrderedSet> date;  // of the statement, else of its document
    std::string by;                  // who gave an opinion
    std::string note;
    Span span;
};

enum class FactState {
    absent,          // nothing is said: not documented
    stated,          // by one or several statements that agree
    stated_unknown,  // the record says that it is unclear
    not_found,       // looked for in documents, not found
    disputed,        // statements that cannot all be right
    derived,         // computed from other parts of the request
    hypothetical,    // given on the command line
};

struct ListElement;

// Everything a case says of one fact, or of one field of a list's element.
struct FactEntry {
    FactId fact;
    Type type;                               // as stored: amount is bound to the base unit of the request's services
    FactState state = FactState::absent;     // absent, stated, stated_unknown, not_found, derived or hypothetical as written
    std::vector<Statement> statements;       // in the order written
    std::vector<std::uint32_t> searched;     // not_found: documents, by index
    std::optional<std::uint32_t> preferred;  // the document whose statement is taken
    std::string because;                     // why preferred
    std::string derivation;                  // derived: `2 visits/week for 6 weeks`
    std::vector<ListElement> elements;       // a list: what is stated, in the order written
    bool complete = true;                    // a list: it holds no more than that
    Span span;
};

// What a case says of one element of a list. Fields of which it says nothing are not there.
struct ListElement {
    struct Field {
        std::uint32_t field = 0;  // in the record type
        FactEntry entry;
    };
    std::vector<Field> fields;
    Span span;
};

// What the record allows a fact, for one request.
struct ResolvedFact {
    FactId fact;
    Type type;
    FactState state = FactState::absent;
    ValueSet value;
    const FactEntry* entry = nullptr;            // null: absent
    std::vector<Statement::Standing> standings;  // one for each statement of the entry
};

struct Request {
    std::vector<FactEntry> facts;  // request.*; the service among them
    Span span;
};

struct EditionChoice {
    std::string source;  // mtus; empty: bare
    std::string edition;
    Span span;
};

struct Reviewer {
    std::vector<std::string> licensed;
    std::vector<std::string> specialties;
};

struct CaseRecord {
    std::string id;
    std::string procedure;  // empty: not stated
    Span procedure_span;
    std::vector<EditionChoice> editions;
    std::optional<OrderedSet> decided;  // days
    Span decided_span;
    std::string summary;
    Reviewer reviewer;
    std::vector<Document> documents;
    std::vector<Request> requests;
    std::vector<FactEntry> facts;  // record and ur_decision facts
    bool hypothetical = false;     // some value was given on the command line
    SourceId source;
    Span span;
};

// Reads one case from YAML. Every mistake is a diagnostic at its line and column with what to try; with any error the record
// must not be used.
CaseRecord load_case(const SourceMap& sources, SourceId source, const Vocabulary& vocabulary, Diagnostics& diagnostics);
// The same of a mapping that was read already, from anywhere in `source`: a suite holds many cases. `span` is where messages
// about the case as a whole point.
CaseRecord load_case(const facts::Node& mapping, SourceId source, Span span, const Vocabulary& vocabulary,
                     Diagnostics& diagnostics);

// Sets a fact from `FACT=VALUE` on the command line: VALUE in any form that a case may use. Request facts apply to every
// request.
void set_fact(CaseRecord& record, const SourceMap& sources, SourceId assignment, const Vocabulary& vocabulary,
              Diagnostics& diagnostics);

// What the record allows a fact, for the request at `request` (statements of facts that change are judged by its date).
ResolvedFact resolve(const CaseRecord& record, std::size_t request, FactId fact, const Vocabulary& vocabulary);

// The list that holds for the request; null: it may be any list.
const FactEntry* resolve_list(const CaseRecord& record, std::size_t request, FactId list, const Vocabulary& vocabulary);
// What the record allows a field of an element of a list.
ResolvedFact resolve_field(const ListElement& element, FactId list, std::uint32_t field, const Vocabulary& vocabulary);

// What is read of a record, each in an order that the columns follow.
struct FactsRead {
    struct Field {
        std::uint32_t list = 0;   // in `lists`
        std::uint32_t field = 0;  // in the record type of its elements
    };
    std::vector<FactId> facts;
    std::vector<FactId> lists;
    std::vector<Field> fields;
};

// The columns of one request; a block of one row.
FactColumns columns_of(const CaseRecord& record, std::size_t request, const FactsRead& read, const Vocabulary& vocabulary);

}  // namespace warrant
