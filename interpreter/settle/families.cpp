// The smallest sets of two families, by recursion over their lowest number; each pair is worked out once.
#include "interpreter/settle/families.hpp"

#include <algorithm>

namespace warrant::settling {

Family Families::joined(std::uint32_t number, Family with, Family without) {
    if (with == no_sets) return without;
    const auto [entry, added] = made_.try_emplace({number, with, without}, static_cast<Family>(nodes_.size() + 2));
    if (added) {
        const auto largest = [&](Family family) { return is_leaf(family) ? 0 : largest_[family - 2]; };
        nodes_.push_back({number, with, without});
        largest_.push_back(std::max(largest(with) + 1, largest(without)));
    }
    return entry->second;
}

Family Families::either(Family a, Family b) {
    if (a == no_sets || a == b) return b;
    if (b == no_sets) return a;
    if (a == empty_set || b == empty_set) return empty_set;
    if (a > b) std::swap(a, b);
    if (const auto known = either_.find({a, b}); known != either_.end()) return known->second;
    const Node x = at(a);
    const Node y = at(b);
    const std::uint32_t number = std::min(x.number, y.number);
    const bool in_a = x.number == number;
    const bool in_b = y.number == number;
    const Family without = either(in_a ? x.without : a, in_b ? y.without : b);
    const Family with = either(in_a ? x.with : no_sets, in_b ? y.with : no_sets);
    return either_[{a, b}] = joined(number, without_holders(with, without), without);
}

Family Families::without_holders(Family a, Family b) {
    if (a == no_sets || b == empty_set || a == b) return no_sets;
    if (b == no_sets || a == empty_set) return a;
    if (const auto known = without_.find({a, b}); known != without_.end()) return known->second;
    const Node x = at(a);
    const Node y = at(b);
    Family result = no_sets;
    if (x.number < y.number) {
        const Family with = without_holders(x.with, b);
        result = joined(x.number, with, without_holders(x.without, b));
    } else if (x.number > y.number) {
        result = without_holders(a, y.without);
    } else {
        const Family with = without_holders(without_holders(x.with, y.without), y.with);
        result = joined(x.number, with, without_holders(x.without, y.without));
    }
    return without_[{a, b}] = result;
}

// The sets that have exactly `size` numbers.
void Families::list(Family family, std::size_t size, std::size_t most, std::vector<std::uint32_t>& path,
                    std::vector<std::vector<std::uint32_t>>& sets) const {
    if (family == no_sets || sets.size() >= most) return;
    if (family == empty_set) {
        if (size == 0) sets.push_back(path);
        return;
    }
    if (largest_[family - 2] < size) return;
    const Node& node = at(family);
    if (size > 0) {
        path.push_back(node.number);
        list(node.with, size - 1, most, path, sets);
        path.pop_back();
    }
    list(node.without, size, most, path, sets);
}

std::vector<std::vector<std::uint32_t>> Families::smallest(Family family, std::size_t most, bool& all) const {
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::uint32_t> path;
    const std::size_t largest = is_leaf(family) ? 0 : largest_[family - 2];
    for (std::size_t size = 0; size <= largest && sets.size() <= most; ++size) list(family, size, most + 1, path, sets);
    all = sets.size() <= most;
    if (!all) sets.resize(most);
    return sets;
}

}  // namespace warrant::settling
