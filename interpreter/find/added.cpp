// Which guidelines add to a section, chosen by the date like the modules that it uses. What they add is lowered with it.
#include "interpreter/find/added.hpp"

#include "dsl/limits.hpp"
#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace warrant {
namespace {

bool adds(const ShelfModule& module) {
    return module.tree.header.kind == ast::ModuleKind::guideline && !module.tree.header.adds_to.empty();
}

// With --guideline naming one that adds, only that one does; naming a section leaves all others to be added to it.
bool wanted(const ReviewRun& run, const std::string& name) {
    const std::string& only = run.options.guideline;
    return only == name || only == only_section(run);
}

std::vector<std::uint32_t> clauses_for(const Vocabulary& words, const ShelfModule& module, std::uint32_t service) {
    std::vector<std::uint32_t> clauses;
    const auto& written = module.tree.header.adds_to;
    for (std::uint32_t number = 0; number < written.size(); ++number) {
        if (coverage_distance(words, written[number], service)) clauses.push_back(number);
    }
    return clauses;
}

// The edition that the case or the caller names for the source; null: the days tell.
const ShelfModule* named_edition(const ReviewRun& run, const std::vector<const ShelfModule*>& editions) {
    const auto named = run.editions.named.find(editions.front()->source);
    if (named == run.editions.named.end()) return nullptr;
    const auto same = std::find_if(editions.begin(), editions.end(),
                                   [&](const ShelfModule* module) { return module->edition == named->second; });
    return same != editions.end() ? *same : nullptr;
}

// One guideline in each way that it may be added on the days; an unset one where it is not.
std::vector<std::optional<AddedSection>> ways_of(ReviewRun& run, const std::string& name, const OrderedSet& days,
                                                 std::uint32_t service) {
    std::vector<std::optional<AddedSection>> ways;
    const std::vector<const ShelfModule*> editions = editions_of(run.shelf, name);
    const ShelfModule* named = named_edition(run, editions);
    std::vector<const ShelfModule*> meant;
    for (const ShelfModule* module : editions) {
        if (named != nullptr ? module == named : overlap(period_of(*module), days)) meant.push_back(module);
    }
    bool left_out = named == nullptr && some_day_uncovered(meant, days);
    for (const ShelfModule* module : meant) {
        const std::vector<std::uint32_t> clauses = clauses_for(run.shelf.vocabulary, *module, service);
        left_out = left_out || clauses.empty();
        if (clauses.empty()) continue;
        const OrderedSet period = period_of(*module);
        const OrderedSet both = overlap(period, days) ? common_days(period, days) : period;
        for (const Link& link : links_of(run.shelf, *module, both, run.diagnostics))
            ways.push_back(AddedSection{module, link, clauses});
    }
    if (left_out) ways.push_back(std::nullopt);
    return ways;
}

}  // namespace

std::string only_section(const ReviewRun& run) {
    const std::string& name = run.options.guideline;
    const auto editions = editions_of(run.shelf, name);
    return !editions.empty() && adds(*editions.front()) ? std::string{} : name;
}

std::optional<std::size_t> coverage_distance(const Vocabulary& words, const ast::CoverageClause& clause,
                                             std::uint32_t service) {
    std::size_t distance = 0;
    for (std::uint32_t at = service; at != UINT32_MAX; at = words.services[at].parent, ++distance) {
        for (const ast::Name& name : clause.services) {
            if (name.text == words.services[at].name) return distance;
        }
    }
    return std::nullopt;
}

std::vector<AddedSections> ways_to_add(ReviewRun& run, const OrderedSet& days, std::uint32_t service) {
    std::set<std::string> names;
    for (const ShelfModule& module : run.shelf.modules) {
        if (adds(module) && wanted(run, module.name)) names.insert(module.name);
    }
    std::vector<AddedSections> all{{}};
    const std::size_t before = run.diagnostics.errors();
    for (const std::string& name : names) {
        std::vector<AddedSections> longer;
        for (const auto& way : ways_of(run, name, days, service)) {
            for (AddedSections sections : all) {
                if (way) sections.push_back(*way);
                longer.push_back(std::move(sections));
            }
        }
        if (run.diagnostics.errors() > before) return {};
        all = std::move(longer);
        if (all.size() <= limits::max_links) continue;
        const Span place = editions_of(run.shelf, name).front()->tree.header.name.span;
        run.diagnostics.report(
            kinds::too_many, place,
            fmt::format("the editions of the guidelines that add to a section combine in more than {} ways", limits::max_links),
            "name an edition, or give a more exact date of decision");
        return {};
    }
    return all;
}

}  // namespace warrant
