// Which parts of a guideline changed: every declaration as the things that it says, compared by kind and number. Conditions are
// compared as written, without spaces and comments, because that is what an author changes and a reader compares.
#include "interpreter/suite/edition_diff.hpp"

#include "interpreter/suite/part_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant {
namespace {

using suites::PartText;

const std::string* text_of(const PartText& part, const std::string& aspect) {
    for (const auto& [name, text] : part.aspects) {
        if (name == aspect) return &text;
    }
    return nullptr;
}

// The things that differ, in the order of the newer part, then those that only the older one says.
std::vector<AspectChange> changes_between(const PartText& before, const PartText& after) {
    std::vector<AspectChange> changes;
    for (const auto& [aspect, text] : after.aspects) {
        const std::string* old = text_of(before, aspect);
        if (old == nullptr || *old != text) changes.push_back({aspect, old == nullptr ? std::string() : *old, text});
    }
    for (const auto& [aspect, text] : before.aspects) {
        if (text_of(after, aspect) == nullptr) changes.push_back({aspect, text, {}});
    }
    return changes;
}

PartChange whole_part(const PartText& part, PartChange::Kind kind) {
    PartChange change{kind, part.name, part.label, {}};
    const bool added = kind == PartChange::Kind::added;
    for (const auto& [aspect, text] : part.aspects) {
        change.changes.push_back(added ? AspectChange{aspect, {}, text} : AspectChange{aspect, text, {}});
    }
    return change;
}

std::vector<PartChange> compare_parts(const std::vector<PartText>& before, const std::vector<PartText>& after) {
    const auto find = [](const std::vector<PartText>& parts, const std::string& name) {
        return std::find_if(parts.begin(), parts.end(), [&](const PartText& part) { return part.name == name; });
    };
    std::vector<PartChange> changes;
    for (const PartText& part : after) {
        const auto old = find(before, part.name);
        if (old == before.end()) {
            changes.push_back(whole_part(part, PartChange::Kind::added));
            continue;
        }
        std::vector<AspectChange> differences = changes_between(*old, part);
        if (differences.empty()) continue;
        const std::string& label = part.label.empty() ? old->label : part.label;
        changes.push_back({PartChange::Kind::changed, part.name, label, std::move(differences)});
    }
    for (const PartText& part : before) {
        if (find(after, part.name) == after.end()) changes.push_back(whole_part(part, PartChange::Kind::removed));
    }
    return changes;
}

// What a part says only because its header does is said once, of the header.
void leave_out_inherited(std::vector<PartChange>& changes) {
    const auto header = std::find_if(changes.begin(), changes.end(), [](const PartChange& change) {
        return change.part == "header" && change.kind == PartChange::Kind::changed;
    });
    if (header == changes.end()) return;
    const std::vector<AspectChange> said = header->changes;
    const auto inherited = [&](const AspectChange& change) {
        const bool may_be = change.aspect == "cites" || change.aspect == "basis";
        return may_be && std::find(said.begin(), said.end(), change) != said.end();
    };
    for (PartChange& change : changes) {
        if (change.part == "header" || change.kind != PartChange::Kind::changed) continue;
        change.changes.erase(std::remove_if(change.changes.begin(), change.changes.end(), inherited), change.changes.end());
    }
    const auto empty = [](const PartChange& change) { return change.changes.empty(); };
    changes.erase(std::remove_if(changes.begin(), changes.end(), empty), changes.end());
}

// The parts of a guideline, and the definitions that it may read in the modules it uses.
std::vector<PartText> all_parts(const DiffSide& side, const SourceMap& sources, Diagnostics& diagnostics) {
    std::vector<PartText> parts = suites::parts_of_module(side.guideline.tree, sources);
    const Program program = check_module(side.shelf, side.guideline, diagnostics);
    for (std::size_t i = side.shelf.vocabulary_modules.size(); i < program.root; ++i) {
        const std::vector<PartText> used = suites::definitions_of_module(*program.modules[i].tree, sources);
        parts.insert(parts.end(), used.begin(), used.end());
    }
    return parts;
}

std::string edition_words(const ShelfModule& module) {
    return module.edition.empty() ? "no edition" : "edition " + module.edition;
}

SideFinding side_of(const RequestJustification& request) {
    SideFinding side;
    side.finding = request.finding;
    for (const SectionView& section : request.sections) {
        if (side.certain.empty()) side.certain = section.certain;
        for (const PartView& part : section.parts) {
            if (!part.decided_finding) continue;
            side.deciding.push_back(fmt::format("{} {}: {}", part.id, part.label, part.status_text));
        }
    }
    return side;
}

std::optional<Justification> justified(const DiffSide& side, const CaseRecord& record, Diagnostics& diagnostics) {
    ReviewOptions options;
    options.guideline = side.guideline.name;
    if (!side.guideline.edition.empty()) options.editions = {{side.guideline.source, side.guideline.edition, {}}};
    const Review found = review(side.shelf, record, options, diagnostics);
    if (found.requests.empty()) return std::nullopt;
    return justify(found, record, side.shelf);
}

}  // namespace

GuidelineDiff compare_guidelines(const DiffSide& before, const DiffSide& after, const SourceMap& sources,
                                 Diagnostics& diagnostics) {
    GuidelineDiff diff;
    diff.name = after.guideline.name;
    diff.before = edition_words(before.guideline);
    diff.after = edition_words(after.guideline);
    diff.changes = compare_parts(all_parts(before, sources, diagnostics), all_parts(after, sources, diagnostics));
    leave_out_inherited(diff.changes);
    return diff;
}

void compare_case(const DiffSide& before, const CaseRecord& record_before, const DiffSide& after,
                  const CaseRecord& record_after, GuidelineDiff& diff, Diagnostics& diagnostics) {
    const std::optional<Justification> old = justified(before, record_before, diagnostics);
    const std::optional<Justification> now = justified(after, record_after, diagnostics);
    if (!old || !now) return;
    for (std::size_t i = 0; i < now->requests.size(); ++i) {
        ++diff.requests;
        SideFinding side_before = side_of(old->requests[i]);
        SideFinding side_after = side_of(now->requests[i]);
        if (side_before.finding == side_after.finding && side_before.certain == side_after.certain) continue;
        diff.flipped.push_back({now->case_id, i + 1, now->requests[i].request, std::move(side_before), std::move(side_after)});
    }
}

}  // namespace warrant
