// Filling the shelf: every module parsed, the words they share declared, and the periods of editions compared. What a module
// uses is linked in links.cpp.
#include "interpreter/find/shelf.hpp"

#include "dsl/parse.hpp"
#include "interpreter/find/periods.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

// A day, or the days of a month or year where no more is written.
DayRange days_of(const ast::DateParts& date) {
    const std::int32_t first_month = date.month == 0 ? 1 : date.month;
    const std::int32_t last_month = date.month == 0 ? 12 : date.month;
    const std::int32_t last_day_written = date.day == 0 ? days_in_month(date.year, last_month) : date.day;
    return {day_of({date.year, first_month, date.day == 0 ? 1 : date.day}), day_of({date.year, last_month, last_day_written})};
}

std::optional<OrderedSet> period_written(const ast::Header& header, Diagnostics& diagnostics) {
    if (!header.in_force) return std::nullopt;
    OrderedSet period{days_of(header.in_force->from).first, unbounded_high};
    if (header.in_force->to) period.high = days_of(*header.in_force->to).last;
    if (period.high >= period.low) return period;
    diagnostics.report(
        kinds::period_reversed, header.in_force->span,
        fmt::format("the period ends on {}, before it begins on {}", print_date(period.high), print_date(period.low)),
        "write the first day it is in force, then the last: in force 2009-07-18 to 2016-07-27");
    return std::nullopt;
}

ShelfModule shelve(ast::Module tree, bool standard, Diagnostics& diagnostics) {
    ShelfModule module;
    module.name = tree.header.name.text;
    if (tree.header.edition) module.edition = tree.header.edition->text;
    module.source = module.name.substr(0, module.name.find('.'));
    module.in_force = period_written(tree.header, diagnostics);
    module.standard = standard;
    module.tree = std::move(tree);
    return module;
}

void compare_editions(const ShelfModule& first, const ShelfModule& second, Diagnostics& diagnostics) {
    const ast::Header& header = second.tree.header;
    const Span there = first.tree.header.name.span;
    if (first.edition == second.edition) {
        const std::string edition = second.edition.empty() ? "" : fmt::format(", edition {},", second.edition);
        diagnostics
            .report(kinds::module_twice, header.name.span, fmt::format("`{}`{} is on the shelf twice", second.name, edition),
                    "keep one of the files, or give each its own `edition`")
            .notes.push_back({there, "the first one"});
        return;
    }
    if (!overlap(period_of(first), period_of(second))) return;
    const Span place = header.in_force ? header.in_force->span : header.name.span;
    const OrderedSet both = common_days(period_of(first), period_of(second));
    diagnostics
        .report(kinds::editions_overlap, place,
                fmt::format("editions {} and {} of `{}` are both in force {}", first.edition.empty() ? "none" : first.edition,
                            second.edition.empty() ? "none" : second.edition, second.name, print_period(both)),
                "give each edition `in force D to D` so that one ends before the next begins")
        .notes.push_back({there, fmt::format("the edition {}", print_edition(first))});
}

// Puts a module in the place of the one on the shelf that has its name and edition; on the end when there is none.
void put_in_place(Shelf& shelf, ShelfModule module) {
    for (ShelfModule& other : shelf.modules) {
        if (module.name.empty() || other.name != module.name || other.edition != module.edition) continue;
        module.standard = module.standard || other.standard;
        other = std::move(module);
        return;
    }
    shelf.modules.push_back(std::move(module));
}

}  // namespace

Shelf make_shelf(const SourceMap& sources, const std::vector<ShelfText>& texts, Diagnostics& diagnostics) {
    Shelf shelf;
    for (const ShelfText& text : texts) {
        ShelfModule module = shelve(parse_module(sources, text.source, diagnostics), text.standard, diagnostics);
        if (text.replaces) {
            put_in_place(shelf, std::move(module));
        } else {
            shelf.modules.push_back(std::move(module));
        }
    }
    for (std::size_t i = 0; i < shelf.modules.size(); ++i) {
        // A text that has no readable header has no name to compare.
        if (shelf.modules[i].name.empty()) continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (shelf.modules[i].name == shelf.modules[j].name)
                compare_editions(shelf.modules[j], shelf.modules[i], diagnostics);
        }
    }
    for (const ShelfModule& module : shelf.modules) shelf.vocabulary_modules.push_back(&module.tree);
    shelf.vocabulary = declare(shelf.vocabulary_modules, diagnostics);
    for (const ShelfModule& module : shelf.modules) shelf.vocabulary.standard.push_back(module.standard);
    return shelf;
}

std::vector<const ShelfModule*> editions_of(const Shelf& shelf, std::string_view name) {
    std::vector<const ShelfModule*> editions;
    for (const ShelfModule& module : shelf.modules) {
        if (module.name == name) editions.push_back(&module);
    }
    std::stable_sort(editions.begin(), editions.end(),
                     [](const ShelfModule* a, const ShelfModule* b) { return period_of(*a).low < period_of(*b).low; });
    return editions;
}

}  // namespace warrant
