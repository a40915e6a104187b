// The search for the sections that govern a request: rank by rank, source by source, sections with a condition first and then
// the nearest named service, for each service that the request may be for.
#include "interpreter/find/governs.hpp"

#include "interpreter/find/added.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

std::set<std::string> sections_of(const ReviewRun& run, const std::string& source) {
    const std::string only = only_section(run);
    std::set<std::string> names;
    for (const ShelfModule& module : run.shelf.modules) {
        if (module.tree.header.kind != ast::ModuleKind::guideline || module.source != source) continue;
        if (only.empty() || only == module.name) names.insert(module.name);
    }
    return names;
}

// In which order sections of one source are searched: a clause with a condition first, then the nearest named service.
struct Nearness {
    bool unconditional = false;
    std::size_t distance = 0;  // steps up the kinds of services

    friend auto operator<=>(const Nearness&, const Nearness&) = default;
};

constexpr std::uint32_t no_clause = UINT32_MAX;

// A section, in one edition, that covers a service by one of its clauses, if that holds.
struct Covering {
    std::size_t option = 0;  // in CoveringSections::options
    std::uint32_t clause = no_clause;
    Nearness nearness;
};

// The sections of one source that cover a service, and of each how many of its possible editions were not yet found to govern:
// none left means that the section surely governs, in whichever edition.
struct CoveringSections {
    struct Option {
        EditionOption edition;
        std::size_t section = 0;  // editions of one section share it
        bool governs = false;     // surely, if this edition is the one
    };
    std::vector<Option> options;
    std::vector<Covering> clauses;
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
    std::vector<std::pair<SectionKey, std::size_t>> known;  // where each section stands in `found`
    std::vector<Found> found;
    bool failed = false;
    bool conflict = false;
};

// A candidate for one service; sure: it surely covers the request, if its edition is the one.
struct Hit {
    std::size_t index = 0;  // in Search::found
    bool sure = true;
};

// What the search for one service comes to.
struct ServiceSearch {
    std::uint32_t service = 0;
    std::vector<Hit> candidates;
    std::vector<Hit> passed;  // sections that find: not addressed
    bool settled = false;     // a section that surely governs remains
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

// The clauses by which an edition covers the service.
std::vector<Covering> clauses_covering(const Vocabulary& words, const ShelfModule& section, std::uint32_t service) {
    std::vector<Covering> covering;
    const auto& clauses = section.tree.header.covers;
    for (std::uint32_t number = 0; number < clauses.size(); ++number) {
        const auto distance = coverage_distance(words, clauses[number], service);
        if (distance) covering.push_back({0, number, {!clauses[number].when.valid(), *distance}});
    }
    return covering;
}

// Where the search looks for what no edition in force says: where the nearest of the editions would have stood.
std::optional<Nearness> nearest_clause(const Search& search, const std::string& name, std::uint32_t service) {
    std::optional<Nearness> nearest;
    for (const ShelfModule* edition : editions_of(search.run.shelf, name)) {
        for (const Covering& covering : clauses_covering(search.run.shelf.vocabulary, *edition, service)) {
            if (!nearest || covering.nearness < *nearest) nearest = covering.nearness;
        }
    }
    return nearest;
}

CoveringSections sections_covering(Search& search, const std::string& source, std::uint32_t service) {
    CoveringSections covering;
    for (const std::string& name : sections_of(search.run, source)) {
        const auto nearest = nearest_clause(search, name, service);
        if (!nearest) continue;
        auto options = edition_options(search.run.shelf, name, search.run.editions);
        if (!options) {
            report_undated(search, name);
            search.failed = true;
            continue;
        }
        for (EditionOption& option : *options) {
            std::vector<Covering> clauses{{0, no_clause, *nearest}};
            if (option.module != nullptr) clauses = clauses_covering(search.run.shelf.vocabulary, *option.module, service);
            for (Covering& clause : clauses) {
                clause.option = covering.options.size();
                covering.clauses.push_back(clause);
            }
            covering.options.push_back({std::move(option), covering.left.size(), false});
        }
        covering.left.push_back(options->size());
    }
    std::stable_sort(covering.clauses.begin(), covering.clauses.end(),
                     [](const Covering& a, const Covering& b) { return a.nearness < b.nearness; });
    return covering;
}

std::size_t add_found(Search& search, Candidate candidate) {
    search.known.push_back({{candidate.guideline, candidate.used, candidate.added}, search.found.size()});
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

// A section on the request, once; unset where a guideline has a mistake.
std::optional<std::size_t> evaluate_once(Search& search, const EditionOption& option, SectionKey section, bool sure) {
    const auto same =
        std::find_if(search.known.begin(), search.known.end(), [&](const auto& entry) { return entry.first == section; });
    if (same != search.known.end()) return same->second;
    auto candidate = evaluate_section(search.run, search.request, option, section);
    if (!candidate) {
        search.failed = true;
        return std::nullopt;
    }
    candidate->sure = sure;
    return add_found(search, std::move(*candidate));
}

// The candidates of one edition, one for each way to link it and to add to it.
std::vector<std::size_t> evaluate_option(Search& search, const EditionOption& option, std::uint32_t service) {
    if (option.module == nullptr) return {none_in_force(search, option.reason)};
    std::vector<std::size_t> indices;
    const std::size_t before = search.run.diagnostics.errors();
    const std::vector<Link> links = links_of(search.run.shelf, *option.module, option.days, search.run.diagnostics);
    const std::vector<AddedSections> additions = ways_to_add(search.run, option.days, service);
    if (search.run.diagnostics.errors() > before) search.failed = true;
    const bool sure = option.sure && links.size() * additions.size() == 1;
    for (const Link& link : links) {
        for (const AddedSections& added : additions) {
            if (const auto index = evaluate_once(search, option, {option.module, link, added}, sure)) indices.push_back(*index);
        }
    }
    return indices;
}

enum class Covers { surely, possibly, surely_not };

// Whether the clause by which a candidate was found holds. Its condition becomes one on which the candidate rests.
Covers holds(Candidate& candidate, std::uint32_t clause) {
    if (clause == no_clause || !candidate.plan.coverage[clause].when.valid()) return Covers::surely;
    const StepId when = candidate.plan.coverage[clause].when;
    if (bit(candidate.values->surely_false(when), 0)) return Covers::surely_not;
    auto& conditions = candidate.covers_when;
    if (std::find(conditions.begin(), conditions.end(), when) == conditions.end()) conditions.push_back(when);
    return bit(candidate.values->surely_true(when), 0) ? Covers::surely : Covers::possibly;
}

// A section found by several clauses is one candidate.
void add_hit(std::vector<Hit>& hits, Hit hit) {
    for (Hit& other : hits) {
        if (other.index != hit.index) continue;
        other.sure = other.sure || hit.sure;
        return;
    }
    hits.push_back(hit);
}

// Adds what one edition finds. Returns whether it governs however it is linked.
bool add_option(Search& search, const EditionOption& option, std::uint32_t clause, ServiceSearch& found) {
    bool governs = true;
    for (const std::size_t index : evaluate_option(search, option, found.service)) {
        Candidate& candidate = search.found[index].candidate;
        const Covers covers = holds(candidate, clause);
        const bool passes = candidate.finding.finding == FindingName::not_addressed;
        governs = governs && !passes && covers == Covers::surely;
        if (covers == Covers::surely_not) continue;
        add_hit(passes ? found.passed : found.candidates, {index, covers == Covers::surely});
    }
    return governs;
}

// One source, in the order of nearness, until a section that surely governs remains. Returns whether one does.
bool search_source(Search& search, const std::string& source, ServiceSearch& found) {
    CoveringSections covering = sections_covering(search, source, found.service);
    bool settled = false;
    for (std::size_t i = 0; i < covering.clauses.size(); ++i) {
        const Covering& next = covering.clauses[i];
        if (settled && next.nearness != covering.clauses[i - 1].nearness) break;
        CoveringSections::Option& option = covering.options[next.option];
        if (!add_option(search, option.edition, next.clause, found) || option.governs) continue;
        option.governs = true;
        if (--covering.left[option.section] == 0) settled = true;
    }
    return settled;
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
            const Candidate& a = search.found[found.candidates[j].index].candidate;
            const Candidate& b = search.found[found.candidates[i].index].candidate;
            const bool sure = a.sure && b.sure && found.candidates[j].sure && found.candidates[i].sure;
            const bool both_govern = sure && decided(a) && decided(b) && a.guideline->source == b.guideline->source;
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
    ServiceSearch found{service, {}, {}, false};
    for (const std::vector<std::string>& rank : ranks) {
        for (const std::string& source : rank) {
            if (search_source(search, source, found)) found.settled = true;
        }
        if (found.settled) break;
    }
    report_conflicts(search, found);
    return found;
}

void count_service(Search& search, const std::vector<Hit>& hits, bool alone) {
    for (const Hit& hit : hits) {
        ++search.found[hit.index].services;
        search.found[hit.index].sure = search.found[hit.index].sure && hit.sure && alone;
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
    count_service(search, {{*nothing, true}}, alone);
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

Governing candidates_of(ReviewRun& run, std::size_t request, const SearchRanks& ranks) {
    const std::vector<std::uint32_t> services = possible_services(run, request);
    Search search{run, request, {}, {}, false, false};
    std::optional<std::size_t> nothing;
    for (const std::uint32_t service : services) {
        const ServiceSearch found = search_service(search, service, ranks);
        count_service(search, found.candidates, true);
        if (!found.settled) add_not_addressed(search, found, nothing);
    }
    if (services.empty()) add_not_addressed(search, ServiceSearch{}, nothing);

    Governing governing;
    governing.failed = search.failed;
    governing.conflict = search.conflict;
    for (Found& found : search.found) {
        if (found.services == 0 || search.failed) continue;  // passed, and a section that governs was found after it
        const bool for_all = found.services >= services.size();
        found.candidate.sure = found.candidate.sure && found.sure && for_all;
        report_deciding_error(run, request, found.candidate);
        governing.candidates.push_back(std::move(found.candidate));
    }
    return governing;
}

}  // namespace warrant
