// One section in a letter: where its words stand, each part with how it came out and why, what would meet those that are open
// or not met, and what was assumed.
#include "interpreter/justify/letter.hpp"
#include "interpreter/justify/render.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

bool is_lacking(const PartView& part) {
    return part.status == PartStatus::not_met || part.status == PartStatus::unknown;
}

// In a first review what weighs against the request is left to the physician's words.
std::string status_words(const PartView& part, Tone tone) {
    if (tone == Tone::first_review) {
        const bool clause = part.kind == PartView::Kind::recommendation;
        if (part.status == PartStatus::unknown) return "Open.";
        if (clause ? part.decided_finding : part.status == PartStatus::not_met) return "For the physician to weigh.";
        if (clause || (part.excludes && part.status == PartStatus::met)) return "Does not stand in the way.";
        return part.status == PartStatus::not_applicable ? "Does not apply." : "Shown.";
    }
    if (part.status_text == "unknown") return "Not settled.";
    if (part.status_text == "within") return "Within the limit.";
    if (part.status_text == "over") return "Over the limit.";
    if (part.status_text == "does not exclude") return "Met: it does not exclude the service.";
    if (part.status_text == "excludes") return "Not met: it excludes the service.";
    return sentence(part.status_text);
}

std::string part_name(const PartView& part, Tone tone) {
    if (part.kind != PartView::Kind::recommendation) return part.id + ". " + part.label;
    return tone == Tone::first_review ? "What the section says of the service as a whole: see the page" : part.label;
}

// How the text is known is said once above, where it is the same for the whole guideline.
std::string part_source(const PartView& part, const std::string& basis_above) {
    std::vector<std::string> items;
    items.push_back(part.citation.empty() ? "no page given" : part.citation);
    if (!part.basis.empty() && part.basis != basis_above) items.push_back(part.basis);
    return " (" + joined(items, "; ") + "): ";
}

// `The employer has agreed to the goal.`; a value: `Time a day the worker can take part: at least 4 hours a day.`
std::string wanted_words(const ToMeet& leaf) {
    if (!leaf.sentence.empty()) return leaf.sentence;
    const NeededFact& needed = *leaf.needed;
    std::string text = needed.fact.label;
    text += needed.wanted.empty() ? ": as the guideline asks" : ": " + spelled_out(needed.wanted);
    return sentence(std::move(text));
}

Item to_meet_item(const ToMeet& to_meet) {
    if (to_meet.needed) {
        std::string text = wanted_words(to_meet);
        if (to_meet.needed->obtainability == ast::Fact::Obtainability::clinical)
            text += " Only the patient's course can show it.";
        return {{{std::move(text)}}, {}};
    }
    Item item{{{sentence(to_meet.heading)}}, {}};
    item.text.front().text.back() = ':';
    for (const ToMeet& child : to_meet.children) item.items.push_back(to_meet_item(child));
    return item;
}

Item part_item(const PartView& part, const std::string& basis_above, Tone tone) {
    Item item{{{part_name(part, tone), true}, {part_source(part, basis_above)}, {status_words(part, tone), true}}, {}};
    if (!part.verbatim.empty()) item.items.push_back({{{"The guideline: \"" + part.verbatim + "\""}}, {}});
    for (const Reason& reason : part.reasons) item.items.push_back(item_of(reason));
    const bool holds_against = part.kind == PartView::Kind::recommendation && !part.to_meet.empty();
    if (!is_lacking(part) && !holds_against) return item;
    Item wanted{{{part.to_meet.empty() ? "No statement of the record would meet it." : "What would meet it:", true}}, {}};
    for (const ToMeet& to_meet : part.to_meet) wanted.items.push_back(to_meet_item(to_meet));
    item.items.push_back(std::move(wanted));
    return item;
}

template <typename View>
std::string known_how(const View& view) {
    std::string text = "This text is " + view.status + ".";
    if (view.status == "draft") text = "This text is a draft.";
    if (!view.period.empty()) text += " In force: " + view.period + ".";
    if (view.partial) text += " It is encoded in part.";
    if (!view.basis.empty()) text += " " + sentence(view.basis);
    return text;
}

void put_place(const SectionView& section, List& list) {
    if (section.none) {
        list.items.push_back(labelled("Guideline relied on", section.name.empty()
                                                                 ? "no guideline at hand covers this service."
                                                                 : sentence(place_of(section) + ": " + section.edition_text)));
    } else {
        list.items.push_back(labelled("Guideline relied on", sentence(place_of(section)) + " " + known_how(section)));
        if (!section.edition_text.empty()) list.items.push_back(labelled("Edition", sentence(section.edition_text)));
    }
    if (section.none && !section.editions.empty())
        list.items.push_back(labelled("Editions at hand", sentence(joined(section.editions, "; "))));
    for (const std::string& note : section.edition_notes) list.items.push_back(labelled("Note", sentence(note)));
    if (!section.recalled_parts.empty())
        list.items.push_back(
            labelled("Recalled, not checked against the page", sentence(joined(section.recalled_parts, ", "))));
    for (const AddedView& added : section.added)
        list.items.push_back(labelled("Rules added by", sentence(place_of(added)) + " " + known_how(added)));
    for (const Reason& reason : section.covers_when) {
        Item covers = labelled("Covers the request",
                               reason.value == "unknown" ? "if this holds, which is not settled:" : "because this holds:");
        for (const Reason& child : reason.children) covers.items.push_back(item_of(child));
        list.items.push_back(std::move(covers));
    }
}

// Which parts decided, by their numbers.
void put_deciding(const SectionView& section, List& list) {
    std::vector<std::string> ids;
    for (const PartView& part : section.parts) {
        if (part.decided_finding) ids.push_back(part.id.empty() ? part.label : part.id);
    }
    if (ids.empty()) return;
    const bool open = section.finding == FindingName::undetermined;
    list.items.push_back(labelled(open ? "What would decide" : "What decided",
                                  sentence((ids.size() == 1 ? "part " : "parts ") + joined(ids, ", "))));
}

void put_parts(Letter& letter, const SectionView& section, Tone tone, int level) {
    List own;
    for (const PartView& part : section.parts) {
        if (part.added_by.empty()) own.items.push_back(part_item(part, section.basis, tone));
    }
    if (!own.items.empty()) {
        letter.blocks.push_back(Heading{level, "Each part of the guideline"});
        letter.blocks.push_back(std::move(own));
    }
    for (const AddedView& added : section.added) {
        List list;
        for (const PartView& part : section.parts) {
            if (part.added_by == added.name) list.items.push_back(part_item(part, added.basis, tone));
        }
        letter.blocks.push_back(Heading{level, "Each part added by " + place_of(added)});
        letter.blocks.push_back(std::move(list));
    }
}

void put_assumed(Letter& letter, const SectionView& section, int level) {
    if (!section.assumed.empty()) {
        letter.blocks.push_back(Heading{level, "Assumed, because the record is silent"});
        List list;
        for (const AssumptionView& assumption : section.assumed) {
            std::string text = sentence(assumption.label + ": " + spelled_out(assumption.value));
            if (!assumption.because.empty()) text += " " + sentence(assumption.because);
            if (!assumption.citation.empty()) text += " (" + assumption.citation + ")";
            list.items.push_back({{{std::move(text)}}, {}});
        }
        letter.blocks.push_back(std::move(list));
    }
    if (section.warnings.empty()) return;
    letter.blocks.push_back(Heading{level, "Not computed, and without bearing on the finding"});
    List list;
    for (const std::string& warning : section.warnings) list.items.push_back({{{sentence(warning)}}, {}});
    letter.blocks.push_back(std::move(list));
}

}  // namespace

std::string finding_words(const SectionView& section) {
    switch (section.finding) {
        case FindingName::supported:
            return "Supported. The record shows what the guideline asks for.";
        case FindingName::partly_supported:
            return "Partly supported. The record supports " + (section.certain.empty() ? "a part of it" : section.certain) +
                   ", and the request asks for more.";
        case FindingName::not_supported:
            return "Not supported. On this record the request does not meet the guideline.";
        case FindingName::undetermined:
            break;
        case FindingName::not_addressed:
            return "Not addressed. The guideline at hand has no rule for this request.";
    }
    std::string text = "Undetermined. The record does not show enough to tell.";
    if (section.as_far_as_encoded != section.finding)
        text = "Undetermined. The guideline is encoded in part. As far as it is, the finding is: " +
               std::string(words_of(section.as_far_as_encoded)) + ".";
    if (!section.certain.empty()) text += " However the open points are settled, " + section.certain + " is within the limits.";
    return text;
}

List questions(const std::vector<NeededFact>& needed) {
    List list;
    for (const NeededFact& fact : needed) {
        Item item{{{sentence(fact.ask.empty() ? fact.fact.label : fact.ask)}}, {}};
        std::vector<std::string> words;
        if (fact.chooses) words.push_back("It settles which section or edition governs.");
        if (!fact.settles.empty())
            words.push_back(sentence((fact.settles.size() == 1 ? "for part " : "for parts ") + joined(fact.settles, ", ")));
        if (!fact.wanted.empty()) words.push_back(sentence("the guideline asks for: " + spelled_out(fact.wanted)));
        if (!fact.shown_by.empty()) words.push_back(sentence("usual documents: " + joined(fact.shown_by, ", ")));
        if (fact.obtainability == ast::Fact::Obtainability::clinical) words.push_back("Only the patient's course can show it.");
        if (!words.empty()) item.items.push_back({{{joined(words, " ")}}, {}});
        const bool open = fact.fact.anything || fact.fact.state == FactState::absent || fact.fact.state == FactState::not_found;
        if (!open) item.items.push_back(item_of(fact.fact));
        list.items.push_back(std::move(item));
    }
    return list;
}

void put_section(Letter& letter, const SectionView& section, Tone tone, int level) {
    List facts;
    put_place(section, facts);
    if (tone == Tone::determination) {
        facts.items.push_back(labelled("Finding", finding_words(section)));
        put_deciding(section, facts);
    }
    put_list(letter, std::move(facts));
    put_parts(letter, section, tone, level);
    put_assumed(letter, section, level);
}

}  // namespace warrant
