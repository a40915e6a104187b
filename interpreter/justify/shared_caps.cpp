// Limits that several requests of one case draw on: the same limit, for services that are kinds of one. What they ask together
// is said; the finding of each compares it alone.
#include "interpreter/justify/view.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace warrant {

namespace {

// The service that all kinds lead to.
std::uint32_t root_of(const Vocabulary& vocabulary, std::uint32_t service) {
    while (vocabulary.services[service].parent != UINT32_MAX) service = vocabulary.services[service].parent;
    return service;
}

// The roots of the services that a request may be for.
std::vector<std::uint32_t> roots_of(const CaseRecord& record, std::size_t request, const Vocabulary& vocabulary) {
    std::vector<std::uint32_t> roots;
    const auto fact = vocabulary.fact_by_path.find("request.service");
    if (fact == vocabulary.fact_by_path.end()) return roots;
    const ValueSet value = resolve(record, request, fact->second, vocabulary).value;
    const auto* services = std::get_if<ChoiceSet>(&value);
    for (std::uint32_t service = 0; service < vocabulary.services.size(); ++service) {
        if (services == nullptr || contains(*services, service)) roots.push_back(root_of(vocabulary, service));
    }
    return roots;
}

// One request that a limit bounds.
struct Draw {
    std::size_t request = 0;
    OrderedSet asked;
    Type type;  // of what is asked
    Type cap_type;
    SharedCapView view;  // but for the requests and what they ask together
};

// The limits that bound a request, by the place of their text.
using Draws = std::map<std::uint32_t, Draw>;

Draws draws_of(const RequestReview& review, const RequestJustification& request) {
    Draws draws;
    for (std::size_t number = 0; number < review.candidates.size(); ++number) {
        const Candidate& candidate = review.candidates[number];
        const SectionView& section = request.sections[number];
        for (const Plan::Part part : candidate.plan.parts) {
            if (!part.is_limit) continue;
            const LimitPlan& limit = candidate.plan.limits[part.index];
            const auto cap = std::get<OrderedSet>(candidate.values->at(limit.cap, 0));
            if (cap.low == unbounded_high) continue;  // it does not bound this request
            const QuantityPlan& quantity = candidate.plan.quantities[limit.quantity];
            const auto shown = std::find_if(section.parts.begin(), section.parts.end(),
                                            [&](const PartView& view) { return view.id == limit.id; });
            SharedCapView view{limit.id, limit.label, section.title, shown->cap, {}, {}};
            if (part.added != no_guideline) view.section = section.added[part.added].title;
            draws.try_emplace(limit.source.span.begin,
                              Draw{review.request, std::get<OrderedSet>(candidate.values->at(quantity.asked, 0)),
                                   candidate.plan.step(quantity.asked).type, quantity.cap_type, std::move(view)});
        }
    }
    return draws;
}

// What all of them ask; unset where that of one is open.
std::optional<std::int64_t> together(const std::vector<const Draw*>& draws) {
    Wide sum = 0;
    for (const Draw* draw : draws) {
        const bool single = draw->asked.low == draw->asked.high && draw->asked.low != unbounded_low;
        if (!single || draw->asked.low == unbounded_high || draw->type != draws.front()->type) return std::nullopt;
        sum += draw->asked.low;
    }
    if (sum > largest_value) return std::nullopt;
    return static_cast<std::int64_t>(sum);
}

SharedCapView shared_cap(const Vocabulary& vocabulary, const Draw& own, const std::vector<const Draw*>& all) {
    SharedCapView view = own.view;
    for (const Draw* draw : all) view.requests.push_back(draw->request + 1);
    const auto sum = together(all);
    view.together =
        sum ? print_quantity(vocabulary, own.type, OrderedSet{*sum, *sum}, own.cap_type) : std::string("not documented");
    return view;
}

}  // namespace

void view_shared_caps(const Review& review, const CaseRecord& record, const Vocabulary& vocabulary,
                      std::vector<RequestJustification>& requests) {
    std::vector<Draws> draws;
    std::vector<std::vector<std::uint32_t>> roots;
    for (std::size_t number = 0; number < review.requests.size(); ++number) {
        draws.push_back(draws_of(review.requests[number], requests[number]));
        roots.push_back(roots_of(record, review.requests[number].request, vocabulary));
    }
    for (std::size_t number = 0; number < requests.size(); ++number) {
        for (const auto& [place, own] : draws[number]) {
            std::vector<const Draw*> all;
            for (std::size_t other = 0; other < requests.size(); ++other) {
                const bool related = std::find_first_of(roots[number].begin(), roots[number].end(), roots[other].begin(),
                                                        roots[other].end()) != roots[number].end();
                const auto same = draws[other].find(place);
                if (related && same != draws[other].end()) all.push_back(&same->second);
            }
            if (all.size() > 1) requests[number].shared_caps.push_back(shared_cap(vocabulary, own, all));
        }
    }
}

}  // namespace warrant
