// Written so that `warrant review` of the text finds what the interview found, with no option but the guideline's name.
#include "interpreter/interview/start_case.hpp"

#include "interpreter/facts/yaml_text.hpp"
#include "interpreter/find/added.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace warrant {
namespace {

std::vector<std::string> covered_services(const Shelf& shelf, const std::vector<const ShelfModule*>& editions) {
    std::vector<std::string> services;
    for (std::uint32_t service = 0; service < shelf.vocabulary.services.size(); ++service) {
        const auto covers = [&](const ast::CoverageClause& clause) {
            return coverage_distance(shelf.vocabulary, clause, service).has_value();
        };
        const bool covered = std::any_of(editions.begin(), editions.end(), [&](const ShelfModule* edition) {
            const auto& header = edition->tree.header;
            return std::any_of(header.covers.begin(), header.covers.end(), covers) ||
                   std::any_of(header.adds_to.begin(), header.adds_to.end(), covers);
        });
        if (covered) services.push_back(shelf.vocabulary.services[service].name);
    }
    return services;
}

std::string edition_line(const std::vector<const ShelfModule*>& editions, const ReviewOptions& options) {
    std::vector<std::string> named;
    for (const EditionChoice& choice : options.editions)
        named.push_back(facts::written(choice.source.empty() ? choice.edition : choice.source + "/" + choice.edition));
    if (named.empty() && !options.as_of && editions.size() == 1 && !editions.front()->edition.empty())
        named.push_back(facts::written(editions.front()->source + "/" + editions.front()->edition));
    if (named.empty()) return {};
    return named.size() == 1 ? fmt::format("edition: {}\n", named.front())
                             : fmt::format("edition: [{}]\n", fmt::join(named, ", "));
}

std::string decided_line(const std::optional<OrderedSet>& days) {
    if (!days) return {};
    if (days->low == days->high) return fmt::format("decided: {}\n", print_date(days->low));
    return fmt::format("decided: {}..{}\n", print_date(days->low), print_date(days->high));
}

std::string request_line(const std::vector<std::string>& services) {
    if (services.empty()) return "  - {}\n";
    if (services.size() == 1) return fmt::format("  - service: {}\n", services.front());
    return fmt::format("  - service: {{one_of: [{}]}}\n", fmt::join(services, ", "));
}

}  // namespace

StartedCase start_case(const std::string& name, const Shelf& shelf, const ReviewOptions& options) {
    const std::vector<const ShelfModule*> editions = editions_of(shelf, options.guideline);
    StartedCase started{"", covered_services(shelf, editions)};
    started.text = fmt::format("case: {}\n", facts::written(name));
    if (!options.procedure.empty()) started.text += fmt::format("procedure: {}\n", facts::written(options.procedure));
    started.text += edition_line(editions, options) + decided_line(options.as_of);
    started.text += "requests:\n" + request_line(started.services);
    return started;
}

}  // namespace warrant
