// The request in one line, from what it states of service, quantity and duration.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <optional>

namespace warrant {

namespace {

std::optional<FactView> stated(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary,
                               std::string_view path) {
    const auto found = vocabulary.fact_by_path.find(std::string(path));
    if (found == vocabulary.fact_by_path.end()) return std::nullopt;
    FactView fact = view_fact(record, request, found->second, vocabulary);
    const bool told =
        fact.state == FactState::stated || fact.state == FactState::hypothetical || fact.state == FactState::disputed;
    if (!told || fact.anything) return std::nullopt;
    return fact;
}

}  // namespace

std::string request_words(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary) {
    const auto service = stated(record, request, vocabulary, "request.service");
    const auto quantity = stated(record, request, vocabulary, "request.quantity");
    const auto duration = stated(record, request, vocabulary, "request.duration");
    const std::string what = service ? service->value : "a service that is not named";
    if (quantity && duration) return quantity->value + " of " + what + " over " + duration->value;
    if (quantity) return quantity->value + " of " + what;
    if (duration) return duration->value + " of " + what;
    return what;
}

}  // namespace warrant
