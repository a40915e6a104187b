// The pieces of the forms of missing facts. What is said where nothing can be listed depends on why.
#include "interpreter/justify/missing_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace warrant {
namespace {

// Ways printed of one finding; the smallest come first.
constexpr std::size_t most_ways = 12;
constexpr std::size_t most_ways_in_full = 24;
constexpr std::size_t few_ways = 3;
// So many facts that two findings share are worth a list of their own.
constexpr std::size_t least_shared = 3;

std::string value_words(const MissingValue& value) {
    return fmt::format("{}: {}", value.needed.fact.label, value.needed.wanted);
}

std::string way_words(const MissingWay& way) {
    std::vector<std::string> facts;
    for (const MissingValue& value : way.facts) facts.push_back(value_words(value));
    return fmt::format("{}", fmt::join(facts, "; "));
}

bool has(const std::vector<MissingValue>& values, const MissingValue& wanted) {
    return std::find(values.begin(), values.end(), wanted) != values.end();
}

void put_values(Page& page, const std::vector<MissingValue>& values) {
    for (const MissingValue& value : values) put(page, value_words(value), part_indent, reason_indent);
}

// All where a few more than usual are left.
void put_list_of_ways(Page& page, const MissingFinding& missing) {
    const std::size_t most = page.detail == Detail::full ? most_ways_in_full : most_ways;
    const std::size_t shown = missing.ways.size() <= most + few_ways ? missing.ways.size() : most;
    for (std::size_t number = 0; number < shown; ++number)
        put_numbered(page, std::to_string(number + 1), way_words(missing.ways[number]));
    const std::size_t more = missing.ways.size() - shown;
    if (!missing.all) put(page, "and in further ways, too many to list", part_indent, part_indent);
    else if (more > 0) put(page, fmt::format("and in {} further ways", more), part_indent, part_indent);
}

// `shared` was said before: only what is left is said, and that it comes besides.
void put_finding(Page& page, const MissingFinding& missing, const std::vector<MissingValue>& shared, bool partial) {
    std::vector<MissingValue> common = missing.common;
    std::erase_if(common, [&](const MissingValue& value) { return has(shared, value); });
    const bool alone = missing.ways.size() == 1 && missing.all;
    const std::string_view shows = shared.empty() ? "the record shows" : "it also shows";
    const std::string_view how_many = common.empty()       ? "one of these, each line by itself"
                                      : common.size() == 1 ? "this"
                                                           : "all of these";
    put_blank(page);
    put(page, fmt::format("{} if {} {}", finding_words(missing.finding, partial), shows, how_many), 0, 2);
    put_values(page, common);
    if (alone) return;
    if (!common.empty()) put(page, "and one of these, each line by itself", 2, 4);
    put_list_of_ways(page, missing);
}

// What every way to supported and to partly supported needs, where both are possible and that is much.
std::vector<MissingValue> shared_in_favour(const std::vector<MissingFinding>& findings) {
    std::vector<const MissingFinding*> favourable;
    for (const MissingFinding& missing : findings) {
        if (is_favourable(missing.finding)) favourable.push_back(&missing);
    }
    if (favourable.size() < 2 || !favourable.front()->all || !favourable.back()->all) return {};
    std::vector<MissingValue> shared = favourable.front()->common;
    std::erase_if(shared, [&](const MissingValue& value) { return !has(favourable.back()->common, value); });
    if (shared.size() < least_shared) shared.clear();
    return shared;
}

}  // namespace

bool is_favourable(FindingName finding) {
    switch (finding) {
        case FindingName::supported:
        case FindingName::partly_supported:
            return true;
        case FindingName::not_supported:
        case FindingName::undetermined:
        case FindingName::not_addressed:
            break;
    }
    return false;
}

std::string finding_words(FindingName finding, bool partial) {
    // What the encoded part rules out is ruled out, whatever the rest says.
    const bool in_part = partial && finding != FindingName::not_supported;
    return finding_heading(finding, {}) + (in_part ? ", as far as the section is encoded," : "");
}

std::string why_no_ways(const SectionView& section, const MissingSection& missing) {
    if (section.none) return "No guideline at hand says what the record would have to show.";
    if (!missing.complete) return "There is too much open to say which facts would settle it; state some of them first.";
    if (missing.whatever) {
        const std::string finding = finding_heading(*missing.whatever, {});
        if (missing.partial && missing.finding != *missing.whatever)
            return fmt::format(
                "As far as the section is encoded it is {} whatever the open facts are; of a section that is encoded "
                "only in part this is not found.",
                finding);
        const std::string_view is = missing.finding == *missing.whatever ? "stays" : "is";
        if (missing.irrelevant.empty())
            return fmt::format("Nothing that the section asks is open: the finding {} {}.", is, finding);
        return fmt::format("Whatever the open facts are, the finding {} {}.", is, finding);
    }
    return missing.findings.empty() ? "Whatever the open facts are, nothing is decided." : "";
}

void put_ways(Page& page, const MissingFinding& missing, bool partial) {
    put_finding(page, missing, {}, partial);
}

void put_all_ways(Page& page, const std::vector<MissingFinding>& findings, bool partial) {
    const std::vector<MissingValue> shared = shared_in_favour(findings);
    if (!shared.empty()) {
        put_blank(page);
        put(page,
            fmt::format("{} or {} only if the record shows all of these", finding_words(FindingName::supported, false),
                        finding_words(FindingName::partly_supported, partial)),
            0, 2);
        put_values(page, shared);
    }
    for (const MissingFinding& missing : findings)
        put_finding(page, missing, is_favourable(missing.finding) ? shared : std::vector<MissingValue>{}, partial);
}

std::string parts_words(const std::vector<OpenPart>& parts) {
    const bool same =
        std::all_of(parts.begin(), parts.end(), [&](const OpenPart& part) { return part.citation == parts.front().citation; });
    std::vector<std::string> words;
    for (const OpenPart& part : parts) {
        std::string text = part.id.empty() ? part.label : part.id;
        const bool last = &part == &parts.back();
        if ((!same || last) && !part.citation.empty()) text += fmt::format(" ({})", part.citation);
        words.push_back(std::move(text));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

bool is_on_record(const FactView& fact) {
    return fact.state != FactState::absent;
}

void put_record_now(Page& page, const FactView& fact, std::size_t indent) {
    Page record{Detail::full, page.color, {}};
    put_fact(record, fact, indent);
    page.text += record.text;
}

void put_irrelevant(Page& page, const MissingSection& missing, std::string_view heading) {
    if (missing.irrelevant.empty()) return;
    put_blank(page);
    put_heading(page, heading);
    for (const std::string& label : missing.irrelevant) put(page, label, 2, 4);
}

void put_inexact(Page& page, const MissingSection& missing) {
    if (missing.exact) return;
    put_blank(page);
    put(page, not_exact_words, 0, 0);
}

std::vector<PartGroup> by_part(const SectionView& section, const MissingSection& missing) {
    std::vector<PartGroup> groups;
    const auto is_of = [](const PartView& part, const OpenPart& open) {
        return part.id == open.id && part.label == open.label && part.added_by == open.added_by;
    };
    for (const PartView& part : section.parts) {
        PartGroup group;
        for (const MissingFact& fact : missing.relevant) {
            if (fact.parts.empty() || !is_of(part, fact.parts.front())) continue;
            group.part = &fact.parts.front();
            group.facts.push_back(&fact);
        }
        if (group.part != nullptr) groups.push_back(std::move(group));
    }
    PartGroup rest;
    for (const MissingFact& fact : missing.relevant) {
        if (fact.parts.empty()) rest.facts.push_back(&fact);
    }
    if (!rest.facts.empty()) groups.push_back(std::move(rest));
    return groups;
}

void put_open_part(Page& page, const SectionView& section, const OpenPart* part) {
    if (part == nullptr) {
        put(page, "Of no part alone", part_indent, reason_indent);
        return;
    }
    std::vector<std::string> source;
    if (!part->citation.empty()) source.push_back(part->citation);
    for (const AddedView& added : section.added) {
        if (part->added_by == added.name) source.push_back(fmt::format("added by {}", added.title));
    }
    if (!part->basis.empty() && (page.detail == Detail::full || part->basis != section.basis)) source.push_back(part->basis);
    put_numbered(page, part->id, source.empty() ? part->label : fmt::format("{} ({})", part->label, fmt::join(source, "; ")));
}

}  // namespace warrant
