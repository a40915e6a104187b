// Gathers from a justification what a test may expect of it. Whether it is as expected is compare.cpp's to say.
#include "interpreter/suite/found.hpp"

#include <algorithm>

namespace warrant::suites {
namespace {

void add_cited(const std::vector<Reason>& reasons, std::set<std::string>& cited) {
    for (const Reason& reason : reasons) {
        if (reason.table) cited.insert(reason.table->citation);
        if (reason.source) cited.insert(reason.source->citation);
        add_cited(reason.children, cited);
    }
}

const PartView* part_of(const RequestJustification& found, const std::string& id) {
    for (const SectionView& section : found.sections) {
        for (const PartView& part : section.parts) {
            if (part.id == id) return &part;
        }
    }
    return nullptr;
}

// The parts that were named, under the statuses that they have. A list that loses its last part goes; a part that is nowhere is
// left out.
std::vector<ExpectedParts> parts_as_found(const std::vector<ExpectedParts>& expected, const RequestJustification& found) {
    std::vector<ExpectedParts> now;
    for (const ExpectedParts& parts : expected) now.push_back({parts.status, {}});
    for (const ExpectedParts& parts : expected) {
        for (const std::string& id : parts.ids) {
            const PartView* part = part_of(found, id);
            if (part == nullptr) continue;
            auto list =
                std::find_if(now.begin(), now.end(), [&](const ExpectedParts& one) { return one.status == part->status; });
            if (list == now.end()) list = now.insert(now.end(), {part->status, {}});
            list->ids.push_back(id);
        }
    }
    for (const ExpectedParts& parts : expected) {
        const auto lost_all = [&](const ExpectedParts& one) {
            return one.status == parts.status && one.ids.empty() && !parts.ids.empty();
        };
        now.erase(std::remove_if(now.begin(), now.end(), lost_all), now.end());
    }
    return now;
}

// Of those cited, what could stand for a citation that is gone: another one of the same part, or another one of the whole.
std::vector<std::string> standing_for(const std::string& gone, const std::vector<std::string>& expected,
                                      const Citations& cited) {
    const std::string part = gone.substr(0, gone.find(' ') + 1);
    std::vector<std::string> of_part;
    for (const std::string& citation : cited.of_parts) {
        if (citation.compare(0, part.size(), part) == 0) of_part.push_back(citation);
    }
    if (!of_part.empty()) return of_part;
    std::vector<std::string> others;
    for (const std::string& citation : cited.all) {
        if (std::find(expected.begin(), expected.end(), citation) == expected.end()) others.push_back(citation);
    }
    return others;
}

// A citation that is gone is replaced where only one other can stand for it; else it stays, and the test goes on to fail.
std::vector<std::string> citations_as_found(std::vector<std::string> expected, const Citations& cited) {
    const auto gone = [&](const std::string& citation) { return !cited.hold(citation); };
    if (std::count_if(expected.begin(), expected.end(), gone) != 1) return expected;
    std::string& lost = *std::find_if(expected.begin(), expected.end(), gone);
    const std::vector<std::string> others = standing_for(lost, expected, cited);
    if (others.size() == 1) lost = others.front();
    return expected;
}

}  // namespace

std::set<std::string> asked_paths(const RequestJustification& found) {
    std::set<std::string> asked;
    // The date of decision chooses an edition and is no fact: it has no path.
    for (const NeededFact& needed : found.choosing) {
        if (!needed.fact.path.empty()) asked.insert(needed.fact.path);
    }
    for (const SectionView& section : found.sections) {
        for (const NeededFact& needed : section.needed) asked.insert(needed.fact.path);
    }
    return asked;
}

std::set<std::string> assumed_paths(const RequestJustification& found) {
    std::set<std::string> assumed;
    for (const SectionView& section : found.sections) {
        for (const AssumptionView& assumption : section.assumed) assumed.insert(assumption.path);
    }
    return assumed;
}

Citations citations(const RequestJustification& found) {
    Citations cited;
    for (const SectionView& section : found.sections) {
        cited.all.insert(section.citation);
        for (const PartView& part : section.parts) {
            if (!part.decided_finding) continue;
            cited.all.insert(part.citation);
            if (!part.citation.empty()) cited.of_parts.insert(part.id + " " + part.citation);
            add_cited(part.reasons, cited.all);
        }
    }
    cited.all.erase("");
    return cited;
}

Expectation as_found(const Expectation& expected, const RequestJustification& found) {
    Expectation now = expected;
    now.finding = found.finding;
    const SectionView* section = found.sections.empty() ? nullptr : &found.sections.front();
    if (expected.as_far_as_encoded && section != nullptr) now.as_far_as_encoded = section->as_far_as_encoded;
    if (!expected.proposed.empty() && !found.proposal.outcome.empty()) now.proposed = found.proposal.outcome;
    if (expected.quantity) {
        const bool carries_one = found.finding == FindingName::partly_supported || found.finding == FindingName::undetermined;
        now.quantity.reset();
        if (carries_one && section != nullptr) now.quantity.emplace();
        if (now.quantity && !section->certain.empty()) now.quantity->push_back(section->certain);
    }
    now.parts = parts_as_found(expected.parts, found);
    const auto listed = [](const std::set<std::string>& paths) { return std::vector<std::string>(paths.begin(), paths.end()); };
    if (expected.missing) now.missing = listed(asked_paths(found));
    if (expected.assumed) now.assumed = listed(assumed_paths(found));
    now.cites = citations_as_found(expected.cites, citations(found));
    return now;
}

}  // namespace warrant::suites
