// The draft letter of a review: the determination of an independent medical review in the order that its letters have, or under
// a procedure where a reviewer who is no physician may act, the request for information or the physician's worksheet.
#include "interpreter/justify/letter.hpp"
#include "interpreter/justify/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

constexpr std::string_view to_fill_in = "to be filled in";

bool is_first_review(const Justification& justification) {
    return std::any_of(justification.requests.begin(), justification.requests.end(),
                       [](const RequestJustification& request) { return request.proposal.reviewer_may; });
}

// A reviewer asks for what is missing; of any other outcome a physician makes up the mind.
bool asks(const RequestJustification& request) {
    return request.proposal.by_reviewer && request.finding == FindingName::undetermined;
}

bool asks_only(const Justification& justification) {
    return std::all_of(justification.requests.begin(), justification.requests.end(), asks);
}

void put_heading(Letter& letter, int level, std::string text) {
    letter.blocks.push_back(Heading{level, std::move(text)});
}

void put_text(Letter& letter, std::string text) {
    letter.blocks.push_back(Paragraph{{{std::move(text)}}});
}

const ProposalView& first_proposal(const Justification& justification) {
    return justification.requests.front().proposal;
}

// ---- what every letter begins with

void put_banner(Letter& letter, const Justification& justification) {
    const std::vector<std::string> drafts = drafts_of(justification);
    if (drafts.empty()) return;
    letter.blocks.push_back(Banner{{{"Made of a draft guideline.", true},
                                    {" Nobody has reviewed this text of: " + joined(drafts, "; ") +
                                     ". Do not send this letter. Check each part against the printed page first."}}});
}

void put_case(Letter& letter, const Justification& justification, Tone tone) {
    List list;
    const auto add = [&list](std::string_view name, std::string text) {
        list.items.push_back(labelled(name, text.empty() ? "not stated in the case file." : sentence(std::move(text))));
    };
    list.items.push_back(labelled("Case number", justification.case_id));
    if (tone == Tone::determination) add("Date assigned", std::string(to_fill_in));
    std::string injury;
    for (const FactView& fact : justification.stated) {
        if (fact.path == "injury.date") injury = fact.value;
    }
    add("Date of injury", injury);
    add("Date of the decision", justification.decided);
    if (tone == Tone::determination) {
        if (justification.ur_decision.empty()) add("Utilization review decision", "");
        for (const FactView& fact : justification.ur_decision) {
            const std::string where = fact.statements.empty() ? "" : cited(fact, fact.statements.front().citation);
            list.items.push_back(labelled(capitalised(fact.label), sentence(spelled_out(fact.value) + where)));
        }
        add("Priority", std::string(to_fill_in));
        add("Application received", std::string(to_fill_in));
    }
    put_heading(letter, 2, "The case");
    letter.blocks.push_back(std::move(list));
}

void put_how_made(Letter& letter) {
    put_heading(letter, 2, "How this draft was made");
    put_text(letter,
             "A program compared the record with the guideline, part by part. It read the record as the case file states it.");
    put_text(letter,
             "It cites two places for what it says: the page of the guideline, and the document of the record. A fact that the "
             "record does not show is not taken to be false. It is left open. Where the guideline lets a fact be assumed, the "
             "letter says so. The same case and the same guideline always give the same draft.");
}

void put_reviewer(Letter& letter, const Justification& justification) {
    put_heading(letter, 2, "The reviewing physician");
    const auto given = [](const std::vector<std::string>& items) {
        return items.empty() ? std::string("the case file does not say; to be filled in.") : sentence(joined(items, ", "));
    };
    letter.blocks.push_back(List{{labelled("State of licensure", given(justification.licensed)),
                                  labelled("Specialty", given(justification.specialties))}});
    put_text(letter, "The physician's name is not part of the letter.");
}

void put_documents(Letter& letter, const Justification& justification) {
    put_heading(letter, 2, "Documents reviewed");
    if (justification.documents.empty()) return put_text(letter, "The case file lists no documents.");
    List list;
    for (const DocumentView& document : justification.documents) {
        std::string text = document.title;
        text += document.date.empty() ? ", not dated" : ", " + document.date;
        if (!document.author.empty()) text += ", by " + document.author;
        if (!document.known_through.empty()) text += ", as recited in " + document.known_through;
        text = sentence(std::move(text));
        text += document.used ? " Used for the findings." : " Nothing was used for the findings.";
        list.items.push_back({{{std::move(text)}}, {}});
    }
    letter.blocks.push_back(std::move(list));
}

void put_summary(Letter& letter, const Justification& justification) {
    put_heading(letter, 2, "Clinical case summary");
    put_text(letter,
             justification.summary.empty() ? "The case file gives no summary. The physician adds one." : justification.summary);
    if (justification.stated.empty()) return;
    put_text(letter, "The case file states these facts:");
    List list;
    for (const FactView& fact : justification.stated) list.items.push_back(item_of(fact));
    letter.blocks.push_back(std::move(list));
}

// ---- one request

std::string outcome_name(const std::string& outcome) {
    std::string text = outcome;
    std::replace(text.begin(), text.end(), '_', ' ');
    return capitalised(std::move(text));
}

std::string resting_words(const RequestJustification& request) {
    return rests_on_encoding(request) ? " It rests on what is not encoded of the guideline."
                                      : " It rests on what the record does not show, and not on what it shows.";
}

// Both wordings: of the denial under review, and of the treatment.
void put_proposal(Letter& letter, const RequestJustification& request, Tone tone) {
    const ProposalView& proposal = request.proposal;
    List list;
    if (proposal.outcome.empty()) {
        Item nothing = labelled("Proposed", proposal.eligibility == "not eligible"
                                                ? "nothing. The case is not eligible for " + proposal.procedure + ":"
                                                : "nothing.");
        for (const Reason& reason : proposal.eligibility_reasons) nothing.items.push_back(item_of(reason));
        list.items.push_back(std::move(nothing));
    } else {
        list.items.push_back(labelled("Proposed", outcome_name(proposal.outcome) + "."));
        std::string meaning = sentence(proposal.words);
        if (!proposal.sentence.empty()) meaning += " " + proposal.sentence;
        if (proposal.rests_on_silence && tone == Tone::determination) meaning += resting_words(request);
        list.items.push_back(labelled("For the treatment this means", std::move(meaning)));
        list.items.push_back(labelled("Who decides", sentence("this is " + proposal.decider)));
    }
    if (proposal.eligibility == "not shown") {
        list.items.push_back(labelled("Eligibility", sentence("not shown. The record would have to show: " +
                                                              joined(proposal.eligibility_unsettled, ", "))));
    }
    put_list(letter, std::move(list));
}

// What was asked for, and by which guideline it was decided before.
void put_request_facts(Letter& letter, const Justification& justification, const RequestJustification& request, Tone tone) {
    List list;
    Item asked = labelled("Requested", sentence(request.request));
    for (const FactView& fact : request.stated) asked.items.push_back(item_of(fact));
    list.items.push_back(std::move(asked));
    if (tone == Tone::determination) {
        std::string used = "not stated in the case file.";
        for (const FactView& fact : justification.ur_decision) {
            if (fact.path == "ur_decision.guideline") used = sentence(fact.value);
        }
        list.items.push_back(labelled("Guideline of the claims administrator", std::move(used)));
    }
    put_list(letter, std::move(list));
}

void put_shared_caps(Letter& letter, const RequestJustification& request) {
    List list;
    for (const SharedCapView& shared : request.shared_caps) {
        std::vector<std::string> requests;
        for (const std::size_t number : shared.requests) requests.push_back(std::to_string(number));
        const bool silent = shared.together == "not documented";
        list.items.push_back(labelled(
            "Shared limit",
            fmt::format("requests {} draw on one limit, {} of {} ({}). The limit is {}. {} Each was compared with it alone.",
                        joined(requests, ", "), shared.limit, shared.section, shared.label, shared.cap,
                        silent ? "What they ask together is not documented."
                               : fmt::format("Together they ask for {}.", shared.together))));
    }
    put_list(letter, std::move(list));
}

void put_questions(Letter& letter, const std::vector<NeededFact>& needed, std::string heading) {
    if (needed.empty()) return;
    put_heading(letter, 4, std::move(heading));
    letter.blocks.push_back(questions(needed));
}

void put_sections(Letter& letter, const RequestJustification& request, Tone tone) {
    const bool several = request.sections.size() > 1;
    if (several) {
        put_text(letter, request.disagree ? "More than one section or edition may govern, and they do not agree."
                                          : "More than one section or edition may govern. They agree.");
        put_questions(letter, request.choosing, "What would settle which one governs");
    }
    for (std::size_t number = 0; number < request.sections.size(); ++number) {
        if (several) put_heading(letter, 4, fmt::format("If number {} of {} governs", number + 1, request.sections.size()));
        const SectionView& section = request.sections[number];
        put_section(letter, section, tone, several ? 5 : 4);
        put_questions(letter, section.needed,
                      tone == Tone::determination ? "What would settle the finding" : "Information to send");
    }
    if (request.error) put_text(letter, "It rests on a value that cannot be computed.");
}

// The place that is the physician's own.
void put_decision(Letter& letter, const RequestJustification& request, Tone tone) {
    put_heading(letter, 4, "Decision of the reviewing physician");
    if (tone == Tone::determination) {
        letter.blocks.push_back(Choices{{"The service is medically necessary. The denial is overturned.",
                                         "The service is medically necessary in part. The denial is overturned in part.",
                                         "The service is not medically necessary. The denial is upheld."}});
    }
    letter.blocks.push_back(Room{tone == Tone::determination ? "Extent, where it is in part" : "Decision"});
    letter.blocks.push_back(Room{"Reasons, in the physician's own words", 5});
    letter.blocks.push_back(Room{"Other evidence relied on, with its citation", 2});
    if (request.disagree)
        letter.blocks.push_back(Room{"Which of the recommendations was preferred, and why: strength of evidence", 3});
}

void put_request(Letter& letter, const Justification& justification, std::size_t number, Tone tone) {
    const RequestJustification& request = justification.requests[number];
    const std::string outcome = request.proposal.outcome;
    const std::string name = fmt::format("{}. {}", number + 1, request.request);
    put_heading(letter, 3, outcome.empty() ? name : name + ": " + outcome_name(outcome) + " (proposed)");
    put_proposal(letter, request, tone);
    put_request_facts(letter, justification, request, tone);
    put_shared_caps(letter, request);
    put_sections(letter, request, tone);
    if (!asks(request)) put_decision(letter, request, tone);
}

void put_end(Letter& letter, Tone tone) {
    put_heading(letter, 2, "Before this becomes a letter");
    put_text(letter,
             tone == Tone::determination
                 ? "This is a draft for the reviewing physician. It decides nothing. The physician reads the record, decides "
                   "each item, and gives the reasons. A decision may not rest on the utilization review decision alone. In "
                   "California the determination that is issued counts as that of the Administrative Director. It is binding, "
                   "and it is presumed to be correct (Labor Code section 4610.6). This draft is none of that."
                 : "This is a draft for the reviewing physician. It decides nothing.");
    letter.blocks.push_back(Room{"Date"});
}

std::string subject_of(const Justification& justification, Tone tone) {
    if (tone == Tone::determination) return "proposed determination";
    return asks_only(justification) ? "request for information" : "physician's worksheet";
}

Letter letter_of(const Justification& justification) {
    const Tone tone = is_first_review(justification) ? Tone::first_review : Tone::determination;
    Letter letter;
    letter.title = "DRAFT for the reviewing physician: " + subject_of(justification, tone);
    put_banner(letter, justification);
    put_text(letter, sentence(procedure_words(first_proposal(justification))));
    put_text(letter, "This is a draft and not a decision. The reviewing physician decides, and may decide otherwise.");
    if (asks_only(justification) && tone == Tone::first_review)
        put_text(letter, "To the requesting physician: please send the information that is listed below.");
    put_case(letter, justification, tone);
    put_how_made(letter);
    put_reviewer(letter, justification);
    put_documents(letter, justification);
    put_summary(letter, justification);
    put_heading(letter, 2, tone == Tone::determination ? "Issues, decisions and rationales" : "Requests");
    for (std::size_t number = 0; number < justification.requests.size(); ++number)
        put_request(letter, justification, number, tone);
    put_end(letter, tone);
    return letter;
}

template <typename View>
void add_draft(const View& view, std::vector<std::string>& drafts) {
    if (view.status != "draft") return;
    const std::string name = view.title + (view.edition.empty() ? "" : ", edition " + view.edition);
    if (std::find(drafts.begin(), drafts.end(), name) == drafts.end()) drafts.push_back(name);
}

}  // namespace

std::vector<std::string> drafts_of(const Justification& justification) {
    std::vector<std::string> drafts;
    for (const RequestJustification& request : justification.requests) {
        for (const SectionView& section : request.sections) {
            add_draft(section, drafts);
            for (const AddedView& added : section.added) add_draft(added, drafts);
        }
    }
    return drafts;
}

std::string render_letter(const Justification& justification, LetterForm form) {
    const Letter letter = letter_of(justification);
    switch (form) {
        case LetterForm::markdown:
            return print_markdown(letter);
        case LetterForm::html:
            break;
    }
    return print_html(letter);
}

}  // namespace warrant
