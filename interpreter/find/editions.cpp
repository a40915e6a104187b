// The choice of edition: as named, else by the date of decision, with the reasons that a justification shows.
#include "interpreter/find/editions.hpp"

#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace warrant {
namespace {

// A boundary this many days from the decision, or nearer, is mentioned.
constexpr std::int64_t boundary_days = 30;

using EditionsBySource = std::map<std::string, std::set<std::string>>;

EditionsBySource editions_by_source(const Shelf& shelf) {
    EditionsBySource editions;
    for (const ShelfModule& module : shelf.modules) {
        if (module.tree.header.kind == ast::ModuleKind::guideline) editions[module.source];
        if (!module.edition.empty()) editions[module.source].insert(module.edition);
    }
    return editions;
}

std::string all_editions(const EditionsBySource& editions) {
    std::vector<std::string> names;
    for (const auto& [source, own] : editions) {
        for (const std::string& edition : own) names.push_back(fmt::format("{}/{}", source, edition));
    }
    return names.empty() ? "no guideline on the shelf has an edition" : fmt::format("there is {}", print_choices(names, false));
}

struct EditionNaming {
    const EditionsBySource& editions;
    Diagnostics& diagnostics;
    bool by_caller;  // not by the case: there is no place to point at
    EditionQuery& query;
};

void report_edition(EditionNaming& naming, const EditionChoice& choice, std::string message, std::string help) {
    if (naming.by_caller) {
        naming.diagnostics.report_unlocated(kinds::unknown_edition, std::move(message), std::move(help));
    } else {
        naming.diagnostics.report(kinds::unknown_edition, choice.span, std::move(message), std::move(help));
    }
}

void name_edition(EditionNaming& naming, const EditionChoice& choice, const std::string& source) {
    const auto [named, added] = naming.query.named.try_emplace(source, choice.edition);
    if (added || named->second == choice.edition) return;
    report_edition(naming, choice,
                   fmt::format("two editions of {} are named, {} and {}", source, named->second, choice.edition),
                   "name one edition of each source");
}

void name_bare_edition(EditionNaming& naming, const EditionChoice& choice) {
    std::vector<std::string> sources;
    for (const auto& [source, own] : naming.editions) {
        if (own.count(choice.edition) != 0) sources.push_back(source);
    }
    if (sources.size() == 1) {
        name_edition(naming, choice, sources.front());
        return;
    }
    if (sources.empty()) {
        report_edition(naming, choice, fmt::format("no guideline on the shelf has an edition {}", choice.edition),
                       all_editions(naming.editions));
        return;
    }
    std::vector<std::string> full;
    for (const std::string& source : sources) full.push_back(fmt::format("{}/{}", source, choice.edition));
    report_edition(naming, choice, fmt::format("several sources have an edition {}", choice.edition),
                   fmt::format("say which: {}", print_choices(full, true)));
}

void name_edition_of_source(EditionNaming& naming, const EditionChoice& choice) {
    const auto own = naming.editions.find(choice.source);
    if (own == naming.editions.end()) {
        std::vector<std::string_view> known;
        for (const auto& entry : naming.editions) known.push_back(entry.first);
        report_edition(naming, choice, fmt::format("nothing on the shelf is of a source `{}`", choice.source),
                       suggest(choice.source, known, all_editions(naming.editions)));
    } else if (own->second.count(choice.edition) == 0) {
        report_edition(naming, choice, fmt::format("there is no edition {} of {} on the shelf", choice.edition, choice.source),
                       all_editions(naming.editions));
    } else {
        name_edition(naming, choice, choice.source);
    }
}

// ---------------------------------------------------------------- reasons

std::string edition_words(const ShelfModule& module) {
    return module.edition.empty() ? module.name : fmt::format("the edition of {}", module.edition);
}

struct Boundary {
    std::int64_t day = 0;
    bool begins = false;
    const ShelfModule* module = nullptr;
};

std::int64_t distance(std::int64_t day, const OrderedSet& date) {
    if (day < date.low) return date.low - day;
    if (day > date.high) return day - date.high;
    return 0;
}

std::string boundary_text(const Boundary& boundary, const OrderedSet& date) {
    const std::string what =
        fmt::format("{} {} {}", edition_words(*boundary.module),
                    boundary.begins ? "came into force on" : "was last in force on", print_date(boundary.day));
    const std::int64_t days = distance(boundary.day, date);
    if (days == 0) {
        return what +
               (date.low == date.high ? ", the day of the decision" : ", which is among the possible days of the decision");
    }
    return fmt::format("{}, {} {} {} the decision", what, days, days == 1 ? "day" : "days",
                       boundary.day < date.low ? "before" : "after");
}

// The beginning or end of an edition that is nearest to the date, if within 30 days of it.
std::string nearest_boundary(const std::vector<const ShelfModule*>& editions, const OrderedSet& date) {
    Boundary nearest;
    std::int64_t least = boundary_days + 1;
    auto consider = [&](std::int64_t day, bool begins, const ShelfModule* module) {
        if (day == unbounded_low || day == unbounded_high || distance(day, date) >= least) return;
        least = distance(day, date);
        nearest = {day, begins, module};
    };
    for (const ShelfModule* module : editions) {
        consider(period_of(*module).low, true, module);
        consider(period_of(*module).high, false, module);
    }
    return nearest.module == nullptr ? std::string{} : boundary_text(nearest, date);
}

EditionReason reason_for(const std::vector<const ShelfModule*>& editions, const EditionQuery& query, EditionGround ground) {
    EditionReason reason;
    reason.ground = ground;
    reason.module = editions.front()->name;
    for (const ShelfModule* module : editions) reason.existing.push_back(print_edition(*module));
    reason.date = query.date;
    if (query.date) reason.boundary = nearest_boundary(editions, *query.date);
    return reason;
}

// ---------------------------------------------------------------- options

EditionOption named_option(const std::vector<const ShelfModule*>& editions, const ShelfModule& module,
                           const EditionQuery& query) {
    EditionOption option{&module, reason_for(editions, query, EditionGround::named), true, period_of(module)};
    if (!query.date) return option;
    const OrderedSet period = period_of(module);
    if (!overlap(period, *query.date)) {
        option.reason.warning = fmt::format("{} was named, but it was not in force on the date of decision, {}",
                                            edition_words(module), print_days(*query.date));
        return option;
    }
    option.days = common_days(period, *query.date);
    if (option.days != *query.date) {
        option.reason.warning = fmt::format("{} was named, but it was not in force on every possible day of the decision, {}",
                                            edition_words(module), print_days(*query.date));
    }
    return option;
}

std::vector<EditionOption> dated_options(const std::vector<const ShelfModule*>& editions, const EditionQuery& query) {
    const OrderedSet date = query.date.value_or(every_day);
    std::vector<const ShelfModule*> possible;
    for (const ShelfModule* module : editions) {
        if (overlap(period_of(*module), date)) possible.push_back(module);
    }
    const bool gap = some_day_uncovered(possible, date);
    const bool sure = possible.size() + (gap ? 1 : 0) == 1;
    std::vector<EditionOption> options;
    for (const ShelfModule* module : possible) {
        const EditionGround ground = sure ? EditionGround::in_force : EditionGround::possibly;
        options.push_back({module, reason_for(editions, query, ground), sure, common_days(period_of(*module), date)});
    }
    if (gap) options.push_back({nullptr, reason_for(editions, query, EditionGround::none_in_force), sure, date});
    return options;
}

}  // namespace

std::optional<EditionQuery> edition_query(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                          Diagnostics& diagnostics) {
    EditionQuery query;
    query.date = record.decided ? record.decided : options.as_of;
    const EditionsBySource editions = editions_by_source(shelf);
    const std::size_t before = diagnostics.errors();
    EditionNaming naming{editions, diagnostics, !options.editions.empty(), query};
    for (const EditionChoice& choice : naming.by_caller ? options.editions : record.editions) {
        if (choice.source.empty()) {
            name_bare_edition(naming, choice);
        } else {
            name_edition_of_source(naming, choice);
        }
    }
    if (diagnostics.errors() > before) return std::nullopt;
    return query;
}

std::optional<std::vector<EditionOption>> edition_options(const Shelf& shelf, std::string_view name,
                                                          const EditionQuery& query) {
    const std::vector<const ShelfModule*> editions = editions_of(shelf, name);
    if (editions.empty()) return std::vector<EditionOption>{};
    const bool has_editions =
        std::any_of(editions.begin(), editions.end(), [](const ShelfModule* module) { return !module->edition.empty(); });
    const auto named = query.named.find(editions.front()->source);
    if (has_editions && named != query.named.end()) {
        for (const ShelfModule* module : editions) {
            if (module->edition == named->second) return std::vector<EditionOption>{named_option(editions, *module, query)};
        }
        return std::vector<EditionOption>{};
    }
    const bool by_date =
        std::any_of(editions.begin(), editions.end(), [](const ShelfModule* module) { return module->in_force.has_value(); });
    if (by_date && !query.date) return std::nullopt;
    return dated_options(editions, query);
}

}  // namespace warrant
