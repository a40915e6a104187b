// Expressions in which each fact occurs once, so that the values of their steps are exact.
#include "tests/unit/oracle/expression_text.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

// Joins the conditions from `first` up to `last`.
std::string joined_conditions(Random& random, const std::vector<std::string>& conditions, std::size_t first, std::size_t last) {
    std::string text;
    if (last - first == 1) {
        text = conditions[first];
    } else {
        const std::size_t middle = first + 1 + random.below(last - first - 1);
        text = "(" + joined_conditions(random, conditions, first, middle) + (random.chance(50) ? " and " : " or ") +
               joined_conditions(random, conditions, middle, last) + ")";
    }
    return random.chance(25) ? "(not " + text + ")" : text;
}

}  // namespace

std::string single_use_expression(Random& random, int count) {
    static const std::vector<std::string> signs = {" < ", " <= ", " > ", " >= "};
    std::vector<FactName> unused = all_facts();
    ExpressionWriter writer(random, {}, {}, {});
    const auto take = [&](std::size_t at) {
        const FactName fact = unused[at];
        unused.erase(unused.begin() + static_cast<std::ptrdiff_t>(at));
        return fact;
    };
    std::vector<std::string> conditions;
    while (count > 0) {
        const FactName fact = take(random.below(unused.size()));
        // These have no order.
        if (fact.sort == Sort::route || fact.sort == Sort::word || fact.sort == Sort::code) continue;
        --count;
        if (fact.sort == Sort::truth) {
            conditions.push_back(fact.path);
            continue;
        }
        std::string other = writer.literal(fact.sort);
        const auto like =
            std::find_if(unused.begin(), unused.end(), [&](const FactName& name) { return name.sort == fact.sort; });
        if (count > 0 && like != unused.end() && random.chance(40)) {
            other = take(static_cast<std::size_t>(like - unused.begin())).path;
            --count;
        }
        const std::string sign = random.pick(signs);
        conditions.push_back(random.chance(70) ? "(" + fact.path + sign + other + ")" : "(" + other + sign + fact.path + ")");
    }
    return joined_conditions(random, conditions, 0, conditions.size());
}

}  // namespace warrant::oracle
