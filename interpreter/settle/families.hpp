// Families of sets of numbers in which no set holds another, as one shared graph: a node says of its number which sets hold it
// and which do not, so that a million sets take little room. Knows nothing of what the numbers stand for. Private to settle/.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace warrant::settling {

using Family = std::uint32_t;
inline constexpr Family no_sets = 0;
inline constexpr Family empty_set = 1;  // the family of the empty set alone

// Invariant: nodes are made once, so that equal families have one number; along every path numbers ascend.
class Families {
public:
    // The smallest sets of either.
    Family either(Family a, Family b);
    // The sets of `a` that hold no set of `b`.
    Family without_holders(Family a, Family b);
    // Those that hold `number`, without it, and those that do not, joined. `number` is below all that occur in them.
    Family joined(std::uint32_t number, Family with, Family without);
    // Up to `most` of the sets, the smaller ones first, each ascending. `all` is set to whether there are no more.
    std::vector<std::vector<std::uint32_t>> smallest(Family family, std::size_t most, bool& all) const;

private:
    struct Node {
        std::uint32_t number = 0;
        Family with = no_sets;
        Family without = no_sets;
    };
    const Node& at(Family family) const { return nodes_[family - 2]; }
    void list(Family family, std::size_t size, std::size_t most, std::vector<std::uint32_t>& path,
              std::vector<std::vector<std::uint32_t>>& sets) const;
    static bool is_leaf(Family family) { return family <= empty_set; }

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> largest_;  // by node: how many numbers its largest set has
    std::map<std::tuple<std::uint32_t, Family, Family>, Family> made_;
    std::map<std::pair<Family, Family>, Family> either_;
    std::map<std::pair<Family, Family>, Family> without_;
};

}  // namespace warrant::settling
