// The shared words themselves. Each says one thing of one view; what is shown of it, and where, is for who asks.
#include "interpreter/justify/words.hpp"

#include "interpreter/justify/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace warrant {

Tint tint_of(FindingName finding) {
    switch (finding) {
        case FindingName::supported:
            return Tint::good;
        case FindingName::not_supported:
            return Tint::bad;
        case FindingName::partly_supported:
        case FindingName::undetermined:
        case FindingName::not_addressed:
            break;
    }
    return Tint::open;
}

Tint tint_of(PartStatus status) {
    switch (status) {
        case PartStatus::met:
        case PartStatus::excepted:
            return Tint::good;
        case PartStatus::not_met:
            return Tint::bad;
        case PartStatus::unknown:
            return Tint::open;
        case PartStatus::not_applicable:
            break;
    }
    return Tint::none;
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : std::string(between)) + item;
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && std::islower(static_cast<unsigned char>(text.front())) != 0)
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::string sentence(std::string text) {
    if (text.empty()) return text;
    text = capitalised(std::move(text));
    const char last = text.back();
    if (last != '.' && last != '?' && last != '!') text += '.';
    return text;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == '_') c = ' ';
    }
    return result;
}

// ---- the record

std::string_view standing_words(Statement::Standing standing) {
    switch (standing) {
        case Statement::Standing::governs:
            return "";
        case Statement::Standing::kept:
            return "one document says: ";
        case Statement::Standing::superseded:
            return "superseded: ";
        case Statement::Standing::set_aside:
            return "set aside: ";
        case Statement::Standing::refined:
            return "said less exactly: ";
        case Statement::Standing::after:
            return "dated after the request: ";
    }
    return "";
}

bool has_several(const FactView& fact) {
    if (fact.statements.size() > 1) return true;
    return fact.statements.size() == 1 && fact.statements.front().standing != Statement::Standing::governs;
}

std::string citation_text(const RecordCitation& citation, bool opinion, bool full) {
    std::vector<std::string> items;
    if (!citation.document.empty()) items.push_back(citation.document);
    if (!citation.page.empty() && full) items.push_back("p. " + citation.page);
    if (!citation.date.empty()) items.push_back(citation.date);
    if (!citation.by.empty()) items.push_back((opinion ? "opinion of " : "by ") + citation.by);
    if (citation.by.empty() && opinion) items.push_back("a medical opinion");
    if (!citation.known_through.empty()) items.push_back("as recited in " + citation.known_through);
    return items.empty() ? "" : " [" + joined(items, ", ") + "]";
}

std::string only_citation(const FactView& fact, bool full) {
    if (has_several(fact) || fact.statements.empty() || fact.assumed) return {};
    return citation_text(fact.statements.front().citation, fact.opinion, full);
}

std::string searched_text(const FactView& fact) {
    return fact.searched.empty() ? "looked for, not found" : "not found in " + joined(fact.searched, ", ");
}

namespace {

// What the record says that is unclear, in its own words where it has some.
std::string unclear_text(const FactView& fact) {
    const std::string note = fact.statements.empty() ? "" : fact.statements.front().citation.note;
    if (note.empty() || has_several(fact)) return "unclear in the record";
    return note.starts_with("unclear") ? note : "unclear: " + note;
}

std::string stated_text(const FactView& fact) {
    if (!fact.sentence.empty() && !has_several(fact)) return fact.sentence;
    if (fact.anything && has_several(fact)) return fact.label + ": not documented on or before the request";
    return fact.label + ": " + fact.value;
}

}  // namespace

std::string fact_text(const FactView& fact) {
    if (fact.assumed) return fact.label + ": " + fact.value + " (assumed)";
    switch (fact.state) {
        case FactState::absent:
            return fact.label + ": not documented";
        case FactState::stated_unknown:
            return fact.label + ": " + unclear_text(fact);
        case FactState::not_found:
            return fact.label + ": " + searched_text(fact);
        case FactState::disputed:
            return fact.label + ": disputed, " + fact.value;
        case FactState::derived:
            return fact.label + ": " + fact.value + " (from " + fact.derivation + ")";
        case FactState::hypothetical:
            return fact.label + ": " + fact.value + " (hypothetical)";
        case FactState::stated:
            break;
    }
    return stated_text(fact);
}

// ---- the guideline

std::string source_text(const std::string& citation, const std::string& basis) {
    std::string source = citation;
    if (!basis.empty()) source += (source.empty() ? "" : "; ") + basis;
    return source.empty() ? "" : " (" + source + ")";
}

std::string heading_text(const Reason& reason) {
    if (!reason.source) return reason.text;
    const std::string source = source_text(reason.source->citation, reason.source->basis);
    return reason.text.ends_with(':') ? reason.text.substr(0, reason.text.size() - 1) + source + ":" : reason.text + source;
}

std::string_view holding_words(const std::string& value) {
    if (value == "yes") return " holds:";
    return value == "no" ? " does not hold:" : " is not settled:";
}

std::string definition_text(const Reason& reason) {
    const std::string name = reason.text + source_text(reason.source->citation, reason.source->basis);
    return name + (reason.children.empty() ? ": " + reason.value : std::string(holding_words(reason.value)));
}

std::string table_text(const Reason& reason) {
    const TableView& table = *reason.table;
    const std::string name = reason.text + (table.column.empty() ? "" : ", " + table.column);
    const std::string cited = source_text(table.citation, table.basis);
    return table.rows.size() == 1 ? name + ": " + row_text(table.rows.front()) + cited
                                  : name + ", one of these rows" + cited + ":";
}

std::string row_text(const TableView::Entry& row) {
    return row.label + " -> " + row.value;
}

namespace {

template <typename View>
std::string place_words(const View& view) {
    std::vector<std::string> items;
    for (const std::string* text : {&view.source, &view.title, &view.citation}) {
        if (!text->empty()) items.push_back(*text);
    }
    if (!view.edition.empty()) items.push_back("edition " + view.edition);
    return joined(items, ", ");
}

template <typename View>
std::vector<std::string> mark_words(const View& view) {
    std::vector<std::string> marks = {view.status};
    if (view.partial) marks.push_back("encoded in part");
    if (!view.basis.empty()) marks.push_back(view.basis);
    return marks;
}

}  // namespace

std::string place_of(const SectionView& section) {
    return place_words(section);
}

std::string place_of(const AddedView& added) {
    return place_words(added);
}

std::string marks_of(const SectionView& section) {
    std::vector<std::string> marks = mark_words(section);
    // Of a section that is recalled as a whole nothing is left to name.
    if (!section.recalled_parts.empty() && section.basis != recalled_words)
        marks.push_back(joined(section.recalled_parts, ", ") + " recalled");
    return joined(marks, "; ");
}

std::string marks_of(const AddedView& added) {
    return joined(mark_words(added), "; ");
}

SourceView source_above(const SectionView& section, const PartView& part) {
    for (const AddedView& added : section.added) {
        if (part.added_by == added.name) return {added.citation, added.basis};
    }
    return {section.citation, section.basis};
}

// ---- the finding

std::string finding_heading(FindingName finding, const std::string& certain) {
    std::string text = upper(words_of(finding));
    if (finding == FindingName::partly_supported && !certain.empty()) text += " (" + certain + ")";
    return text;
}

std::string joint_words(const RequestJustification& request) {
    const std::size_t count = request.sections.size();
    return request.disagree ? fmt::format(": {} sections or editions may govern, and they do not agree", count)
                            : fmt::format(", whichever of {} sections or editions governs", count);
}

bool rests_on_encoding(const RequestJustification& request) {
    return std::any_of(request.sections.begin(), request.sections.end(),
                       [](const SectionView& section) { return section.finding != section.as_far_as_encoded; });
}

std::string_view silence_words(const RequestJustification& request) {
    return rests_on_encoding(request) ? "This proposal rests on what is not encoded of the guideline."
                                      : "This proposal rests on what the record does not show.";
}

std::string shared_cap_words(const SharedCapView& shared) {
    std::string requests;
    for (std::size_t i = 0; i < shared.requests.size(); ++i) {
        const std::string_view between = i == 0 ? "" : i + 1 == shared.requests.size() ? " and " : ", ";
        requests += fmt::format("{}{}", between, shared.requests[i]);
    }
    const std::string together = shared.together == "not documented" ? "what they ask together is not documented"
                                                                     : fmt::format("together they ask {}", shared.together);
    return fmt::format("requests {} draw on one limit, {} of {}, {}: {}, the limit is {}; each was compared with it alone",
                       requests, shared.limit, shared.section, shared.label, together, shared.cap);
}

namespace {

// As it goes on after a colon; an abbreviation keeps its capitals.
std::string lower_first(std::string text) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && (text[1] == ' ' || (text[1] >= 'a' && text[1] <= 'z'))) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

// What is known of a needed fact so far, where that is more than nothing.
std::string known_so_far(const FactView& fact) {
    if (fact.anything || fact.state == FactState::absent || fact.state == FactState::stated_unknown) return {};
    return "so far: " + fact.value;
}

}  // namespace

std::string needed_words(const NeededFact& needed) {
    std::vector<std::string> details;
    if (needed.chooses) details.push_back("it settles what governs");
    if (!needed.wanted.empty()) details.push_back("met by: " + needed.wanted);
    const std::string so_far = known_so_far(needed.fact);
    if (!so_far.empty()) details.push_back(so_far);
    if (!needed.shown_by.empty()) details.push_back("usual documents: " + joined(needed.shown_by, ", "));
    if (needed.obtainability == ast::Fact::Obtainability::clinical) details.push_back("shown only by the patient's course");
    return joined(details, "; ");
}

std::string assumption_words(const AssumptionView& assumption) {
    std::string text = assumption.label + " = " + assumption.value;
    if (!assumption.because.empty()) text += ": " + lower_first(assumption.because);
    if (!assumption.citation.empty()) text += " (" + assumption.citation + ")";
    return text;
}

}  // namespace warrant
