// One guideline after the other: what changed, what stands on one side only, and the requests that find differently.
#include "interpreter/suite/render_diff.hpp"

#include "interpreter/justify/page.hpp"
#include "interpreter/justify/render.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace warrant {
namespace {

using nlohmann::ordered_json;

std::string_view name_of(PartChange::Kind kind) {
    switch (kind) {
        case PartChange::Kind::changed:
            return "changed";
        case PartChange::Kind::added:
            return "added";
        case PartChange::Kind::removed:
            break;
    }
    return "removed";
}

// What a side says of itself where both are of one edition.
std::string side_words(const GuidelineDiff& diff, bool after) {
    if (diff.before != diff.after) return after ? diff.after : diff.before;
    return after ? "the new text" : "the old text";
}

void put_change(Page& page, const GuidelineDiff& diff, const PartChange& change) {
    std::string head = change.part;
    if (!change.label.empty()) head += "  " + change.label;
    put(page, head, 2, 4);
    for (const AspectChange& aspect : change.changes) {
        const bool changed = change.kind == PartChange::Kind::changed;
        if (!changed) {
            if (aspect.aspect != "label") {
                put(page, fmt::format("{} {}", aspect.aspect, aspect.before.empty() ? aspect.after : aspect.before), 4, 6);
            }
            continue;
        }
        put(page, aspect.aspect, 4, 6);
        const auto side = [&](bool after, const std::string& text) {
            put(page, fmt::format("{}: {}", side_words(diff, after), text.empty() ? "says nothing" : text), 6, 8);
        };
        side(false, aspect.before);
        side(true, aspect.after);
    }
}

void put_changes(Page& page, const GuidelineDiff& diff, PartChange::Kind kind, const std::string& heading) {
    const auto of_kind = [&](const PartChange& change) { return change.kind == kind; };
    if (std::none_of(diff.changes.begin(), diff.changes.end(), of_kind)) return;
    put_blank(page);
    put_heading(page, heading);
    for (const PartChange& change : diff.changes) {
        if (of_kind(change)) put_change(page, diff, change);
    }
}

void put_side(Page& page, const std::string& side, const SideFinding& found) {
    std::string line = fmt::format("{}: {}", side, words_of(found.finding));
    if (!found.certain.empty() && found.finding != FindingName::not_supported) line += ", certain: " + found.certain;
    put(page, line, 4, 6);
    for (const std::string& part : found.deciding) put(page, part, 6, 8);
}

void put_cases(Page& page, const GuidelineDiff& diff) {
    if (diff.requests == 0) return;
    put_blank(page);
    put_heading(page, fmt::format("Cases: {} of {} {} differently", diff.flipped.size(), diff.requests,
                                  diff.requests == 1 ? "request finds" : "requests find"));
    for (const FlippedRequest& flipped : diff.flipped) {
        put(page, fmt::format("{}, request {}: {}", flipped.case_id, flipped.number, flipped.request), 2, 4);
        put_side(page, side_words(diff, false), flipped.before);
        put_side(page, side_words(diff, true), flipped.after);
    }
}

ordered_json side_json(const SideFinding& found) {
    return {{"finding", words_of(found.finding)}, {"certain", found.certain}, {"deciding", found.deciding}};
}

ordered_json diff_json(const GuidelineDiff& diff) {
    ordered_json changes = ordered_json::array();
    for (const PartChange& change : diff.changes) {
        ordered_json aspects = ordered_json::array();
        for (const AspectChange& aspect : change.changes) {
            aspects.push_back({{"aspect", aspect.aspect}, {"before", aspect.before}, {"after", aspect.after}});
        }
        changes.push_back(
            {{"part", change.part}, {"label", change.label}, {"kind", name_of(change.kind)}, {"changes", std::move(aspects)}});
    }
    ordered_json flipped = ordered_json::array();
    for (const FlippedRequest& request : diff.flipped) {
        flipped.push_back({{"case", request.case_id},
                           {"number", request.number},
                           {"request", request.request},
                           {"before", side_json(request.before)},
                           {"after", side_json(request.after)}});
    }
    return {{"guideline", diff.name},        {"before", diff.before},     {"after", diff.after},
            {"changes", std::move(changes)}, {"requests", diff.requests}, {"flipped", std::move(flipped)}};
}

}  // namespace

std::string render_diff_text(const std::vector<GuidelineDiff>& diffs) {
    Page page;
    for (const GuidelineDiff& diff : diffs) {
        if (!page.text.empty()) put_blank(page);
        put_heading(page, fmt::format("{}: {} against {}", diff.name, side_words(diff, false), side_words(diff, true)));
        if (diff.changes.empty()) put(page, "no part says anything else", 2, 2);
        put_changes(page, diff, PartChange::Kind::changed, "Changed");
        put_changes(page, diff, PartChange::Kind::added, "Only in " + side_words(diff, true));
        put_changes(page, diff, PartChange::Kind::removed, "Only in " + side_words(diff, false));
        put_cases(page, diff);
    }
    return std::move(page.text);
}

std::string render_diff_json(const std::vector<GuidelineDiff>& diffs) {
    ordered_json document = {{"warrant_diff", diff_json_version}, {"guidelines", ordered_json::array()}};
    for (const GuidelineDiff& diff : diffs) document["guidelines"].push_back(diff_json(diff));
    return document.dump(2) + "\n";
}

}  // namespace warrant
