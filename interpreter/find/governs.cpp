// The search for the sections that govern a request: rank by rank, source by source, the nearest named service first, for each
// service that the request may be for.
#include "interpreter/find/governs.hpp"

#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace warrant {
namespace {

// How many steps up the kinds of services lead from `service` to one that the section names; empty: it does not cover it.
std::optional<std::size_t> coverage_distance(const Vocabulary& words, const ShelfModule& section, std::uint32_t service) {
    std::size_t distance = 0;
    for (std::uint32_t at = service; at != UINT32_MAX; at = words.services[at].parent, ++distance) {
        for (const ast::Name& name : section.tree.header.covers) {
            if (name.text == words.services[at].name) return distance;
        }
    }
    return std::nullopt;
}

std::set<std::string> sections_of(const ReviewRun& run, const std::string& source) {
    std::set<std::string> names;
    for (const ShelfModule& module : run.shelf.modules) {
        if (module.tree.header.kind != ast::ModuleKind::guideline || module.source != source) continue;
        if (run.options.guideline.empty() || run.options.guideline == module.name) names.insert(module.name);
    }
    return names;
}

// A section, in one edition, that covers a service. What covers it more nearly is searched first.
struct Covering {
    EditionOption option;
    std::size_t distance = 0;
    std::size_t section = 0;  // editions of one section share it
};

// The sections of one source that cover a service, and of each how many of its possible editions were not yet found to govern:
// none left means that the section surely governs, in whichever edition.
struct CoveringSections {
    std::vector<Covering> options;
    std::vector<std::size_t> left;
};

// One candidate of a request, found for one or several services.
struct Found {
    Candidate candidate;
    std::size_t services = 0;  // for how many possible services it is a candidate
    bool sure = true;          // for each of those
};

struct Search {
    ReviewRun& run;
    std::size_t request;
    std::size_t services;                                                            // how many are possible
    std::vector<std::pair<std::pair<const ShelfModule*, Link>, std::size_t>> known;  // where each section stands in `found`
    std::vector<Found> found;
    std::set<std::string> none_in_force_noted;
    bool failed = false;
    bool conflict = false;
};

// What the search for one service comes to.
struct ServiceSearch {
    std::vector<std::size_t> candidates;  // in Search::found
    std::vector<std::size_t> passed;      // sections that find: not addressed
    bool settled = false;                 // a section that surely governs remains
};

void report_undated(Search& search, const std::string& name) {
    if (!search.run.undated.insert(name).second) return;
    const auto editions = editions_of(search.run.shelf, name);
    const std::string edition = editions.empty() ? "2009" : editions.back()->edition;
    const std::uint32_t place = search.run.record.span.begin;
    search.run.diagnostics.report(
        kinds::no_edition_chosen, Span{place, place},
        fmt::format("nothing says which edition of `{}` applies: the case states neither an edition nor a date of decision",
                    name),
        fmt::format("say `edition: {}` or `decided: 2015-08-01` in the case, or give --edition or --as-of", edition));
}

CoveringSections sections_covering(Search& search, const std::string& source, std::uint32_t service) {
    const Vocabulary& words = search.run.shelf.vocabulary;
    CoveringSections covering;
    for (const std::string& name : sections_of(search.run, source)) {
        std::optional<std::size_t> nearest;
        for (const ShelfModule* edition : editions_of(search.run.shelf, name)) {
            const auto distance = coverage_distance(words, *edition, service);
            if (distance && (!nearest || *distance < *nearest)) nearest = distance;
        }
        if (!nearest) continue;
        auto options = edition_options(search.run.shelf, name, search.run.editions);
        if (!options) {
            report_undated(search, name);
            search.failed = true;
            continue;
        }
        for (EditionOption& option : *options) {
            const auto distance = option.module == nullptr ? nearest : coverage_distance(words, *option.module, service);
            if (distance) covering.options.push_back({std::move(option), *distance, covering.left.size()});
        }
        covering.left.push_back(options->size());
    }
    std::stable_sort(covering.options.begin(), covering.options.end(),
                     [](const Covering& a, const Covering& b) { return a.distance < b.distance; });
    return covering;
}

std::size_t add_found(Search& search, Candidate candidate) {
    search.known.push_back({{candidate.guideline, candidate.used}, search.found.size()});
    search.found.push_back({std::move(candidate), 0, true});
    return search.found.size() - 1;
}

Candidate not_addressed(const EditionReason& reason) {
    Candidate candidate;
    candidate.reason = reason;
    candidate.finding.finding = FindingName::not_addressed;
    candidate.finding.as_far_as_encoded = FindingName::not_addressed;
    return candidate;
}

// That no edition of a section is in force: one candidate for each section.
std::size_t none_in_force(Search& search, const EditionReason& reason) {
    for (std::size_t i = 0; i < search.found.size(); ++i) {
        const Candidate& candidate = search.found[i].candidate;
        if (candidate.guideline == nullptr && candidate.reason.module == reason.module) return i;
    }
    return add_found(search, not_addressed(reason));
}

// The candidates of one edition, one for each way to link it.
std::vector<std::size_t> evaluate_option(Search& search, const EditionOption& option) {
    if (option.module == nullptr) return {none_in_force(search, option.reason)};
    std::vector<std::size_t> indices;
    const std::size_t before = search.run.diagnostics.errors();
    const std::vector<Link> links = links_of(search.run.shelf, *option.module, option.days, search.run.diagnostics);
    if (search.run.diagnostics.errors() > before) search.failed = true;
    for (const Link& link : links) {
        const auto same = std::find_if(search.known.begin(), search.known.end(), [&](const auto& entry) {
            return entry.first.first == option.module && entry.first.second == link;
        });
        if (same != search.known.end()) {
            indices.push_back(same->second);
            continue;
        }
        auto candidate = evaluate_section(search.run, search.request, option, link);
        if (!candidate) {
            search.failed = true;
            continue;
        }
        candidate->sure = option.sure && links.size() == 1;
        indices.push_back(add_found(search, std::move(*candidate)));
    }
    return indices;
}

// Adds what one edition finds. Returns whether it governs however it is linked.
bool add_option(Search& search, const EditionOption& option, ServiceSearch& found) {
    bool governs = true;
    for (const std::size_t index : evaluate_option(search, option)) {
        const bool passes = search.found[index].candidate.finding.finding == FindingName::not_addressed;
        (passes ? found.passed : found.candidates).push_back(index);
        governs = governs && !passes;
    }
    return governs;
}

// One source, the nearest named service first, until a section that surely governs remains. Returns whether one does.
bool search_source(Search& search, const std::string& source, std::uint32_t service, ServiceSearch& found) {
    CoveringSections covering = sections_covering(search, source, service);
    bool settled = false;
    for (std::size_t i = 0; i < covering.options.size(); ++i) {
        const Covering& next = covering.options[i];
        if (settled && next.distance != covering.options[i - 1].distance) break;
        if (add_option(search, next.option, found) && --covering.left[next.section] == 0) settled = true;
    }
    return settled;
}

bool decided(const Candidate& candidate) {
    return candidate.finding.finding != FindingName::undetermined && !candidate.finding.error;
}

std::string section_words(const Candidate& candidate) {
    const ShelfModule& section = *candidate.guideline;
    return section.edition.empty() ? fmt::format("`{}`", section.name)
                                   : fmt::format("`{}` (edition {})", section.name, section.edition);
}

// Two sections of one source that surely govern and find differently contradict each other: someone must correct one of them.
void report_conflicts(Search& search, const ServiceSearch& found) {
    for (std::size_t i = 0; i < found.candidates.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Candidate& a = search.found[found.candidates[j]].candidate;
            const Candidate& b = search.found[found.candidates[i]].candidate;
            const bool both_govern = a.sure && b.sure && decided(a) && decided(b) && a.guideline->source == b.guideline->source;
            if (!both_govern || a.finding.finding == b.finding.finding || search.conflict) continue;
            search.conflict = true;
            search.run.diagnostics
                .report(kinds::sections_disagree, b.guideline->tree.header.name.span,
                        fmt::format("{} and {} both govern request {}, and they find differently", section_words(a),
                                    section_words(b), search.request + 1),
                        "narrow what one of them covers, or name the one that is meant with --guideline")
                .notes.push_back({a.guideline->tree.header.name.span, "the other section"});
        }
    }
}

ServiceSearch search_service(Search& search, std::uint32_t service, const SearchRanks& ranks) {
    ServiceSearch found;
    for (const std::vector<std::string>& rank : ranks) {
        for (const std::string& source : rank) {
            if (search_source(search, source, service, found)) found.settled = true;
        }
        if (found.settled) break;
    }
    report_conflicts(search, found);
    return found;
}

void count_service(Search& search, const std::vector<std::size_t>& indices, bool alone) {
    for (const std::size_t index : indices) {
        ++search.found[index].services;
        search.found[index].sure = search.found[index].sure && alone;
    }
}

// That the sections found are silent, or that there are none, is a candidate too where no section surely governs. The sections
// passed say why; where there is none, a candidate without a section stands for it.
void add_not_addressed(Search& search, const ServiceSearch& found, std::optional<std::size_t>& nothing) {
    const bool alone = found.candidates.empty();
    if (!found.passed.empty()) {
        count_service(search, found.passed, alone);
        return;
    }
    if (!nothing) {
        EditionReason reason;
        reason.ground = EditionGround::none_in_force;
        reason.date = search.run.editions.date;
        nothing = add_found(search, not_addressed(reason));
    }
    count_service(search, {*nothing}, alone);
}

Wide in_type(std::int64_t value, std::int64_t factor) {
    return Wide{value} * factor;
}

bool same_cap(const Vocabulary& words, const QuantityPlan& a, const QuantityPlan& b, std::int64_t cap_a, std::int64_t cap_b) {
    const auto ratio = unit_ratio(words, a.cap_type, b.cap_type);
    return ratio && in_type(cap_a, ratio->numerator) == in_type(cap_b, ratio->denominator);
}

// The caps that a partly supported finding carries, by fact.
std::map<std::uint32_t, const QuantityFinding*> exceeded_caps(const Candidate& candidate) {
    std::map<std::uint32_t, const QuantityFinding*> exceeded;
    for (const QuantityFinding& quantity : candidate.finding.quantities) {
        if (quantity.standing != QuantityStanding::exceeded) continue;
        exceeded[candidate.plan.quantities[quantity.quantity].fact.index] = &quantity;
    }
    return exceeded;
}

}  // namespace

std::vector<std::uint32_t> possible_services(const ReviewRun& run, std::size_t request) {
    const Vocabulary& words = run.shelf.vocabulary;
    std::vector<std::uint32_t> services;
    const auto fact = words.fact_by_path.find("request.service");
    ValueSet stated = all_choices(words.services.size());
    if (fact != words.fact_by_path.end()) stated = resolve(run.record, request, fact->second, words).value;
    const ChoiceSet* set = std::get_if<ChoiceSet>(&stated);
    for (std::uint32_t i = 0; i < words.services.size(); ++i) {
        if (set == nullptr || contains(*set, i)) services.push_back(i);
    }
    return services;
}

bool same_answer(const Vocabulary& vocabulary, const Candidate& a, const Candidate& b) {
    if (!decided(a) || !decided(b) || a.finding.finding != b.finding.finding) return false;
    if (a.finding.finding != FindingName::partly_supported) return true;
    const auto caps_a = exceeded_caps(a);
    const auto caps_b = exceeded_caps(b);
    if (caps_a.size() != caps_b.size()) return false;
    for (const auto& [fact, quantity] : caps_a) {
        const auto other = caps_b.find(fact);
        if (other == caps_b.end()) return false;
        const QuantityPlan& plan_a = a.plan.quantities[quantity->quantity];
        const QuantityPlan& plan_b = b.plan.quantities[other->second->quantity];
        if (!same_cap(vocabulary, plan_a, plan_b, quantity->certain, other->second->certain)) return false;
    }
    return true;
}

Governing candidates_of(ReviewRun& run, std::size_t request, const SearchRanks& ranks) {
    const std::vector<std::uint32_t> services = possible_services(run, request);
    Search search{run, request, services.size(), {}, {}, {}, false, false};
    std::optional<std::size_t> nothing;
    for (const std::uint32_t service : services) {
        const ServiceSearch found = search_service(search, service, ranks);
        count_service(search, found.candidates, true);
        if (!found.settled) add_not_addressed(search, found, nothing);
    }
    if (services.empty()) add_not_addressed(search, {}, nothing);

    Governing governing;
    governing.failed = search.failed;
    governing.conflict = search.conflict;
    for (Found& found : search.found) {
        if (found.services == 0 || search.failed) continue;  // passed, and a section that governs was found after it
        const bool for_all = found.services >= services.size();
        found.candidate.sure = found.candidate.sure && found.sure && for_all;
        governing.candidates.push_back(std::move(found.candidate));
    }
    return governing;
}

}  // namespace warrant
