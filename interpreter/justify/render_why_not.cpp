// Why not, on a page: the parts in the way, then the ways that are open or the changes that it would take.
#include "interpreter/justify/why_not.hpp"

#include "interpreter/justify/page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace warrant {
namespace {

using Obtainability = ast::Fact::Obtainability;

// Changes printed of one kind; the smallest come first.
constexpr std::size_t most_changes = 8;

void put_to_meet(Page& page, const ToMeet& to_meet, std::size_t indent) {
    if (to_meet.needed) {
        const NeededFact& needed = *to_meet.needed;
        std::string text = needed.fact.label;
        if (!needed.wanted.empty()) text += ": " + needed.wanted;
        if (needed.obtainability == Obtainability::clinical) text += "; shown only by the patient's course";
        put(page, text, indent, indent + 2);
        return;
    }
    put(page, to_meet.heading + ":", indent, indent + 2);
    for (const ToMeet& child : to_meet.children) put_to_meet(page, child, indent + 2);
}

void put_what_would_meet(Page& page, const std::vector<ToMeet>& to_meet) {
    const auto put_heading_line = [&](std::string_view text) { put(page, text, reason_indent, reason_indent + 2); };
    if (to_meet.empty()) {
        put_heading_line("no statement of the record would meet it");
        return;
    }
    const bool one_group = to_meet.size() == 1 && !to_meet.front().needed;
    const bool alone = to_meet.size() == 1 && !one_group;
    put_heading_line(one_group ? "would be met by " + to_meet.front().heading
                     : alone   ? "would be met by"
                               : "would be met by all of");
    for (const ToMeet& one : one_group ? to_meet.front().children : to_meet) put_to_meet(page, one, reason_indent + 2);
}

// A clause that says no, or nothing, is in the way where it holds: then there is what would make it not hold.
bool stands_in_the_way(const PartView& part) {
    if (part.kind == PartView::Kind::recommendation) return part.status == PartStatus::unknown || !part.to_meet.empty();
    return part.status == PartStatus::not_met || part.status == PartStatus::unknown;
}

void put_parts_in_the_way(Page& page, const SectionView& section, FindingName finding) {
    if (finding != FindingName::supported && finding != FindingName::partly_supported) return;
    if (std::none_of(section.parts.begin(), section.parts.end(), stands_in_the_way)) return;
    put_blank(page);
    put_heading(page, "In its way");
    for (const PartView& part : section.parts) {
        if (!stands_in_the_way(part)) continue;
        put_part(page, section, part);
        put_what_would_meet(page, part.to_meet);
    }
}

std::string on_record(const FactView& fact) {
    std::string text = fact.value;
    for (const StatementView& statement : fact.statements) {
        if (statement.standing != Statement::Standing::governs || statement.citation.document.empty()) continue;
        text += ", " + statement.citation.document;
        if (!statement.citation.page.empty()) text += ", p. " + statement.citation.page;
    }
    return text;
}

std::string changed_fact_words(const NeededFact& needed) {
    return fmt::format("{}: {} (now: {})", needed.fact.label, needed.wanted, on_record(needed.fact));
}

std::string change_words(const ChangeWay& change) {
    std::vector<std::string> facts;
    for (const NeededFact& needed : change.facts) facts.push_back(changed_fact_words(needed));
    return fmt::format("{}", fmt::join(facts, "; and "));
}

struct ChangeKind {
    Obtainability obtainability;
    std::string_view heading;
};
constexpr std::array<ChangeKind, 3> change_kinds{{{Obtainability::obtainable, "What a document could show, if it is so"},
                                                  {Obtainability::clinical, "What only the patient's course can change"},
                                                  {Obtainability::fixed, "What is fixed, unless the record is wrong"}}};

void put_changes(Page& page, const WhyNotSection& answer, FindingName finding) {
    const std::string words = finding_words(finding, answer.partial);
    put_blank(page);
    if (answer.changes.empty()) {
        put(page, fmt::format("The record rules out {} and no change of facts that was looked at would give it.", words), 0, 2);
        return;
    }
    put(page, fmt::format("The record rules out {} by what it says. It would be given by", words), 0, 2);
    if (!answer.common.empty()) {
        put(page, "all of these", 2, 4);
        for (const NeededFact& needed : answer.common) put(page, changed_fact_words(needed), part_indent, reason_indent);
        put(page, "and one of these changes, each line by itself", 2, 4);
    } else {
        put(page, "one of these changes, each line by itself", 2, 4);
    }
    for (const ChangeKind& kind : change_kinds) {
        std::size_t number = 0;
        for (const ChangeWay& change : answer.changes) {
            if (change.obtainability != kind.obtainability) continue;
            if (++number == 1) put(page, kind.heading, part_indent, reason_indent);
            if (number <= most_changes) put_numbered(page, std::to_string(number), change_words(change));
        }
        if (number > most_changes)
            put(page, fmt::format("and {} further changes of this kind", number - most_changes), part_indent, part_indent);
    }
    if (!answer.all_changes) put(page, "and further changes, too many to list", part_indent, part_indent);
}

// What the answer does not cover.
void put_bounds(Page& page, const WhyNotSection& answer) {
    std::vector<std::string> notes;
    for (const auto& [first, second] : answer.apart)
        notes.push_back(
            fmt::format("The guideline compares {} with {}: changes of both together were not looked at.", first, second));
    if (answer.lists_held) notes.push_back("What lists hold was left as it is.");
    if (!answer.complete) notes.push_back("There was too much to look at: other changes may give it too.");
    if (!answer.exact) notes.push_back(std::string(not_exact_words));
    if (!notes.empty()) put_blank(page);
    for (const std::string& note : notes) put(page, note, 0, 2);
}

void put_answer(Page& page, const SectionView& section, const WhyNotSection& answer, FindingName finding) {
    const std::string words = finding_words(finding, false);
    if (answer.found || answer.whatever) {
        put_blank(page);
        put(page,
            answer.found ? fmt::format("It is {}.", words)
            : answer.partial
                ? fmt::format("As far as the section is encoded it is {} whatever the open facts are; of a section "
                              "that is encoded only in part this is not found.",
                              words)
                : fmt::format("It is {} whatever the open facts are.", words),
            0, 2);
        return;
    }
    put_parts_in_the_way(page, section, finding);
    if (answer.possible) {
        put_ways(page, answer.ways, answer.partial);
        if (!answer.exact) put_bounds(page, answer);
        return;
    }
    if (answer.complete || !answer.changes.empty()) put_changes(page, answer, finding);
    put_bounds(page, answer);
}

}  // namespace

std::string render_why_not(const Justification& justification, const std::vector<WhyNotRequest>& answers, FindingName finding,
                           bool color) {
    Page page{Detail::parts, color, {}};
    put_hypothetical(page, justification);
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        if (number > 0) put_blank(page);
        put_request_head(page, justification, number);
        const bool several = request.sections.size() > 1;
        if (several) put_joint_finding(page, request);
        for (std::size_t at = 0; at < request.sections.size(); ++at) {
            const SectionView& section = request.sections[at];
            if (several) put_blank(page);
            put_section_head(page, section, several ? fmt::format("If {} of {}", at + 1, request.sections.size()) : "Finding");
            if (!several) put_proposal(page, request);
            if (!section.none) put_answer(page, section, answers[number].sections[at], finding);
        }
    }
    return page.text;
}

}  // namespace warrant
