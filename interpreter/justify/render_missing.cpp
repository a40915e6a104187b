// What is missing, on a page: of each section the findings that are still possible with the ways to them, then the facts.
#include "interpreter/justify/missing.hpp"

#include "interpreter/justify/page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace warrant {
namespace {

// Ways printed of one finding; the smallest come first.
constexpr std::size_t most_ways = 12;

std::string fact_words(const NeededFact& needed) {
    return fmt::format("{}: {}", needed.fact.label, needed.wanted);
}

std::string way_words(const MissingWay& way) {
    std::vector<std::string> facts;
    for (const NeededFact& needed : way.facts) facts.push_back(fact_words(needed));
    return fmt::format("{}", fmt::join(facts, "; "));
}

}  // namespace

std::string finding_words(FindingName finding, bool partial) {
    return upper(words_of(finding)) + (partial ? ", as far as the section is encoded," : "");
}

void put_ways(Page& page, const MissingFinding& missing, bool partial) {
    put_blank(page);
    const bool alone = missing.ways.size() == 1 && missing.all;
    const std::string finding = finding_words(missing.finding, partial);
    const bool has_common = !missing.common.empty();
    const std::string_view how_many = !has_common                  ? "one of these, each line by itself"
                                      : missing.common.size() == 1 ? "this"
                                                                   : "all of these";
    put(page, fmt::format("{} if the record shows {}", finding, how_many), 0, 2);
    for (const NeededFact& needed : missing.common) put(page, fact_words(needed), part_indent, reason_indent);
    if (alone) return;
    if (has_common) put(page, "and one of these, each line by itself", 2, 4);
    std::size_t number = 0;
    for (const MissingWay& way : missing.ways) {
        if (++number > most_ways) break;
        put_numbered(page, std::to_string(number), way_words(way));
    }
    const std::size_t more = missing.ways.size() > most_ways ? missing.ways.size() - most_ways : 0;
    if (!missing.all) put(page, "and in further ways, too many to list", part_indent, part_indent);
    else if (more > 0) put(page, fmt::format("and in {} further ways", more), part_indent, part_indent);
}

namespace {

void put_relevant(Page& page, const MissingSection& section) {
    if (section.relevant.empty()) return;
    put_blank(page);
    put_heading(page, "The facts that matter");
    for (const NeededFact& needed : section.relevant) {
        put(page, needed.fact.label, 2, 4);
        std::vector<std::string> details;
        if (!needed.ask.empty()) details.push_back(needed.ask);
        if (!needed.shown_by.empty()) details.push_back(fmt::format("usual documents: {}", fmt::join(needed.shown_by, ", ")));
        if (needed.obtainability == ast::Fact::Obtainability::clinical) details.push_back("shown only by the patient's course");
        if (!details.empty()) put(page, fmt::format("{}", fmt::join(details, " ")), 4, 6);
    }
}

void put_section(Page& page, const MissingSection& section) {
    if (!section.complete) {
        put_blank(page);
        put(page, "There is too much open to say which facts would settle it; state some of them first.", 0, 0);
        return;
    }
    if (section.whatever) {
        put_blank(page);
        const std::string_view is = section.finding == *section.whatever ? "stays" : "is";
        std::string words = finding_words(*section.whatever, section.partial);
        if (words.back() == ',') words.pop_back();
        put(page, fmt::format("Whatever the open facts are, the finding {} {}.", is, words), 0, 0);
    } else if (section.findings.empty()) {
        put_blank(page);
        put(page, "Whatever the open facts are, nothing is decided.", 0, 0);
    }
    for (const MissingFinding& missing : section.findings) put_ways(page, missing, section.partial);
    put_relevant(page, section);
    if (!section.irrelevant.empty()) {
        put_blank(page);
        put_heading(page, "Whatever they are, these change nothing");
        for (const std::string& label : section.irrelevant) put(page, label, 2, 4);
    }
    if (!section.exact) {
        put_blank(page);
        put(page, not_exact_words, 0, 0);
    }
}

}  // namespace

std::string render_missing(const Justification& justification, const std::vector<MissingRequest>& missing, bool color) {
    Page page{Detail::parts, color, {}};
    put_hypothetical(page, justification);
    for (std::size_t number = 0; number < justification.requests.size(); ++number) {
        const RequestJustification& request = justification.requests[number];
        if (number > 0) put_blank(page);
        put_request_head(page, justification, number);
        const bool several = request.sections.size() > 1;
        if (several) put_joint_finding(page, request);
        for (std::size_t at = 0; at < request.sections.size(); ++at) {
            if (several) put_blank(page);
            put_section_head(page, request.sections[at],
                             several ? fmt::format("If {} of {}", at + 1, request.sections.size()) : "Finding");
            if (!request.sections[at].none) put_section(page, missing[number].sections[at]);
        }
    }
    return page.text;
}

}  // namespace warrant
