// Compares expectation by expectation, and remembers which parts of the justification to show for those that do not hold.
#include "interpreter/suite/compare.hpp"

#include "interpreter/justify/render.hpp"
#include "interpreter/suite/found.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace warrant::suites {
namespace {

std::string joined(const std::vector<std::string>& items, std::string_view otherwise) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
    return text.empty() ? std::string(otherwise) : text;
}

std::string joined(const std::set<std::string>& items) {
    return joined(std::vector<std::string>(items.begin(), items.end()), "none");
}

std::string_view words_of(PartStatus status) {
    switch (status) {
        case PartStatus::not_applicable:
            return "does not apply";
        case PartStatus::met:
            return "met";
        case PartStatus::excepted:
            return "excepted";
        case PartStatus::not_met:
            return "not met";
        case PartStatus::unknown:
            break;
    }
    return "unknown";
}

// Invariant: `shown_` holds the parts, in whichever sections, that some mismatch rests on.
class Comparison {
public:
    Comparison(const Expectation& expected, const RequestJustification& found, TestResult& result)
        : expected_(expected), found_(found), result_(result) {}

    void finding() {
        if (found_.error) {
            mismatch("finding", words_of_finding(expected_.finding), "none: a value cannot be computed");
        } else if (found_.finding != expected_.finding) {
            mismatch("finding", words_of_finding(expected_.finding), words_of_finding(found_.finding));
            show_deciding();
        }
        for (const SectionView& section : found_.sections) {
            if (!expected_.as_far_as_encoded || section.as_far_as_encoded == *expected_.as_far_as_encoded) continue;
            mismatch("as far as encoded", words_of_finding(*expected_.as_far_as_encoded),
                     words_of_finding(section.as_far_as_encoded));
            show_deciding();
        }
    }

    void proposed() {
        const std::string& outcome = found_.proposal.outcome;
        if (expected_.proposed.empty() || outcome == expected_.proposed) return;
        mismatch("proposed", expected_.proposed, outcome.empty() ? "nothing" : outcome);
        show_deciding();
    }

    void quantity() {
        if (!expected_.quantity) return;
        const std::string wanted = joined(*expected_.quantity, "");
        for (const SectionView& section : found_.sections) {
            if (section.certain == wanted) continue;
            mismatch("quantity", wanted.empty() ? "none" : wanted, section.certain.empty() ? "none" : section.certain);
            show([](const PartView& part) { return part.kind == PartView::Kind::limit; });
        }
    }

    void parts() {
        for (const ExpectedParts& parts : expected_.parts) {
            for (const std::string& id : parts.ids) part(id, parts.status);
        }
    }

    void facts() {
        if (expected_.missing) paths("missing", *expected_.missing, asked_paths(found_));
        if (expected_.assumed) paths("assumed", *expected_.assumed, assumed_paths(found_));
    }

    void cites() {
        const Citations cited = citations(found_);
        for (const std::string& citation : expected_.cites) {
            if (cited.hold(citation)) continue;
            mismatch("cites", citation, joined(cited.all));
            show_deciding();
        }
    }

    void finish() {
        for (const SectionView& section : found_.sections) {
            for (const PartView& part : section.parts) {
                if (shown_.count(&part) != 0) result_.branch += render_part(section, part);
            }
        }
    }

private:
    static std::string words_of_finding(FindingName finding) { return std::string(warrant::words_of(finding)); }

    void mismatch(std::string what, std::string expected, std::string found) {
        result_.mismatches.push_back({std::move(what), std::move(expected), std::move(found)});
    }

    void show(const std::function<bool(const PartView&)>& wanted) {
        for (const SectionView& section : found_.sections) {
            for (const PartView& part : section.parts) {
                if (wanted(part)) shown_.insert(&part);
            }
        }
    }
    // Of the parts that decided, those that stood in the way of the request; all of them where none did.
    void show_deciding() {
        const auto is_open = [](const PartView& part) {
            return part.decided_finding && part.status != PartStatus::met && part.status != PartStatus::excepted;
        };
        const std::size_t before = shown_.size();
        show(is_open);
        if (shown_.size() == before) show([](const PartView& part) { return part.decided_finding; });
    }

    // A part has the status in every section that may govern.
    void part(const std::string& id, PartStatus wanted) {
        bool met_somewhere = false;
        for (const SectionView& section : found_.sections) {
            for (const PartView& part : section.parts) {
                if (part.id != id) continue;
                met_somewhere = true;
                if (part.status == wanted) continue;
                mismatch("part " + id, std::string(words_of(wanted)), std::string(words_of(part.status)));
                shown_.insert(&part);
            }
        }
        if (!met_somewhere) mismatch("part " + id, std::string(words_of(wanted)), "not looked at: the section does not govern");
    }

    void paths(std::string what, const std::vector<std::string>& expected, const std::set<std::string>& found) {
        const std::set<std::string> wanted(expected.begin(), expected.end());
        if (wanted == found) return;
        mismatch(std::move(what), joined(wanted), joined(found));
        std::set<std::string> different;
        std::set_symmetric_difference(wanted.begin(), wanted.end(), found.begin(), found.end(),
                                      std::inserter(different, different.end()));
        show([&different](const PartView& part) { return reads_any(part.reasons, different); });
    }

    static bool reads_any(const std::vector<Reason>& reasons, const std::set<std::string>& paths) {
        return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
            return (reason.fact && paths.count(reason.fact->path) != 0) || reads_any(reason.children, paths);
        });
    }

    const Expectation& expected_;
    const RequestJustification& found_;
    TestResult& result_;
    std::set<const PartView*> shown_;
};

}  // namespace

void compare(const Expectation& expected, const RequestJustification& found, TestResult& result) {
    Comparison comparison(expected, found, result);
    comparison.finding();
    comparison.proposed();
    comparison.quantity();
    comparison.parts();
    comparison.facts();
    comparison.cites();
    comparison.finish();
}

}  // namespace warrant::suites
