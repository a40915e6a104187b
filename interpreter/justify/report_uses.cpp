// The facts of a report and what used each: parts of the guidelines, the conditions under which they govern, and the
// procedure's own condition. It writes nothing.
#include "interpreter/justify/report.hpp"

#include <algorithm>
#include <utility>

namespace warrant {

namespace {

void collect_views(const std::vector<Reason>& reasons, std::vector<const FactView*>& views) {
    for (const Reason& reason : reasons) {
        if (reason.fact) views.push_back(&*reason.fact);
        collect_views(reason.children, views);
    }
}

// Gathers the facts of one request.
struct Gathering {
    const Justification& justification;
    std::size_t request;
    ReportFacts found;

    ReportFact* add(const FactView& view) {
        if (view.path.empty()) return nullptr;
        const auto [at, fresh] = found.by_path.try_emplace(view.path, found.facts.size());
        if (fresh) found.facts.push_back({&view, {}, {}, {}});
        return &found.facts[at->second];
    }

    void use(const std::string& path, const Use& use) {
        const ReportFact* fact = found.find(path);
        if (fact == nullptr) return;
        std::vector<Use>& uses = found.facts[static_cast<std::size_t>(fact - found.facts.data())].uses;
        const auto same = std::find_if(uses.begin(), uses.end(), [&](const Use& other) { return other.target == use.target; });
        if (same == uses.end()) uses.push_back(use);
        else same->decides = same->decides || use.decides;
    }

    // Facts that only reasons name, such as those of a procedure's condition, are added by them.
    void use_all(const std::vector<Reason>& reasons, const Use& each, bool adds) {
        std::vector<const FactView*> views;
        collect_views(reasons, views);
        for (const FactView* view : views) {
            if (adds && found.find(view->path) == nullptr) add(*view);
            use(view->path, each);
        }
    }

    void add_section(const SectionView& section, std::size_t number) {
        for (const FactView& view : section.facts) add(view);
        for (const AssumptionView& assumption : section.assumed) {
            const auto at = found.by_path.find(assumption.path);
            if (at != found.by_path.end()) found.facts[at->second].assumed.push_back(&assumption);
        }
        use_all(section.covers_when, {section_id(request, number), "whether " + section.title + " governs", true}, false);
        for (std::size_t i = 0; i < section.parts.size(); ++i) {
            const PartView& part = section.parts[i];
            Use each{part_id(request, number, i), part_name(part) + ": " + part.status_text, false};
            for (const std::string& path : part.reads) use(path, each);
            each.decides = part.decided_finding;
            use_all(part.reasons, each, false);
        }
    }

    void add_all() {
        const RequestJustification& view = justification.requests[request];
        for (std::size_t i = 0; i < view.sections.size(); ++i) add_section(view.sections[i], i);
        use_all(view.proposal.eligibility_reasons, {proposal_id(request), "eligibility for " + view.proposal.procedure, true},
                true);
        for (const NeededFact& needed : view.choosing) add(needed.fact);
        for (const FactView& stated : view.stated) add(stated);
        for (std::size_t i = 0; i < found.facts.size(); ++i)
            found.facts[i].id = request_id(request) + "-fact-" + std::to_string(i + 1);
    }
};

}  // namespace

const ReportFact* ReportFacts::find(std::string_view path) const {
    while (!path.empty()) {
        const auto at = by_path.find(std::string(path));
        if (at != by_path.end()) return &facts[at->second];
        const std::size_t dot = path.rfind('.');
        path = path.substr(0, dot == std::string_view::npos ? 0 : dot);
    }
    return nullptr;
}

std::string request_id(std::size_t request) {
    return "request-" + std::to_string(request + 1);
}

std::string proposal_id(std::size_t request) {
    return request_id(request) + "-proposal";
}

std::string section_id(std::size_t request, std::size_t section) {
    return request_id(request) + "-section-" + std::to_string(section + 1);
}

std::string part_id(std::size_t request, std::size_t section, std::size_t part) {
    return section_id(request, section) + "-part-" + std::to_string(part + 1);
}

std::string document_id(std::size_t document) {
    return "document-" + std::to_string(document + 1);
}

std::vector<ReportFacts> facts_of_requests(const Justification& justification) {
    std::vector<ReportFacts> requests;
    for (std::size_t request = 0; request < justification.requests.size(); ++request) {
        Gathering gathering{justification, request, {}};
        gathering.add_all();
        requests.push_back(std::move(gathering.found));
    }
    return requests;
}

ReportFacts facts_beside(const Justification& justification, const std::vector<ReportFacts>& requests) {
    ReportFacts others;
    for (const std::vector<FactView>* views : {&justification.stated, &justification.ur_decision}) {
        for (const FactView& view : *views) {
            const bool shown = std::any_of(requests.begin(), requests.end(),
                                           [&](const ReportFacts& request) { return request.by_path.contains(view.path); });
            if (shown) continue;
            others.by_path[view.path] = others.facts.size();
            others.facts.push_back({&view, "other-fact-" + std::to_string(others.facts.size() + 1), {}, {}});
        }
    }
    return others;
}

}  // namespace warrant
