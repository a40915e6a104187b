// Sets of values, one at a time: single, subset, join, meet. Blocks of them are the evaluator's to compute.
#include "interpreter/value/set.hpp"

#include "dsl/limits.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>

namespace warrant {

namespace {

// Calls `act` with both sets as their common kind.
template <typename Act>
auto both(const ValueSet& a, const ValueSet& b, Act act) {
    return std::visit(
        [&](const auto& left) {
            using Kind = std::decay_t<decltype(left)>;
            const Kind* right = std::get_if<Kind>(&b);
            assert(right != nullptr && "two sets of different kinds");
            return act(left, *right);
        },
        a);
}

struct Subset {
    bool operator()(const TruthSet& inner, const TruthSet& outer) const {
        return (!inner.can_be_true || outer.can_be_true) && (!inner.can_be_false || outer.can_be_false);
    }
    bool operator()(const OrderedSet& inner, const OrderedSet& outer) const {
        return inner.low > inner.high || (inner.low >= outer.low && inner.high <= outer.high);
    }
    bool operator()(const ChoiceSet& inner, const ChoiceSet& outer) const {
        for (std::size_t word = 0; word < inner.words.size(); ++word) {
            const std::uint64_t allowed = word < outer.words.size() ? outer.words[word] : 0;
            if ((inner.words[word] & ~allowed) != 0) return false;
        }
        return true;
    }
    bool operator()(const TextSet& inner, const TextSet& outer) const {
        if (outer.any) return true;
        if (inner.any) return false;
        return std::includes(outer.values.begin(), outer.values.end(), inner.values.begin(), inner.values.end());
    }
};

struct Join {
    ValueSet operator()(const TruthSet& a, const TruthSet& b) const {
        return TruthSet{.can_be_true = a.can_be_true || b.can_be_true, .can_be_false = a.can_be_false || b.can_be_false};
    }
    ValueSet operator()(const OrderedSet& a, const OrderedSet& b) const {
        if (a.low > a.high) return b;
        if (b.low > b.high) return a;
        return OrderedSet{.low = std::min(a.low, b.low), .high = std::max(a.high, b.high)};
    }
    ValueSet operator()(const ChoiceSet& a, const ChoiceSet& b) const {
        ChoiceSet result = a;
        result.words.resize(std::max(a.words.size(), b.words.size()));
        for (std::size_t word = 0; word < b.words.size(); ++word) result.words[word] |= b.words[word];
        return result;
    }
    ValueSet operator()(const TextSet& a, const TextSet& b) const {
        if (a.any || b.any) return TextSet{};
        TextSet result{.any = false, .values = {}};
        std::set_union(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), std::back_inserter(result.values));
        return result.values.size() > limits::max_text_values ? TextSet{} : result;
    }
};

struct Meet {
    ValueSet operator()(const TruthSet& a, const TruthSet& b) const {
        return TruthSet{.can_be_true = a.can_be_true && b.can_be_true, .can_be_false = a.can_be_false && b.can_be_false};
    }
    ValueSet operator()(const OrderedSet& a, const OrderedSet& b) const {
        return OrderedSet{.low = std::max(a.low, b.low), .high = std::min(a.high, b.high)};
    }
    ValueSet operator()(const ChoiceSet& a, const ChoiceSet& b) const {
        ChoiceSet result = a;
        for (std::size_t word = 0; word < result.words.size(); ++word) {
            result.words[word] &= word < b.words.size() ? b.words[word] : 0;
        }
        return result;
    }
    ValueSet operator()(const TextSet& a, const TextSet& b) const {
        if (a.any) return b;
        if (b.any) return a;
        TextSet result{.any = false, .values = {}};
        std::set_intersection(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                              std::back_inserter(result.values));
        return result;
    }
};

struct Single {
    bool operator()(const TruthSet& set) const { return set.can_be_true != set.can_be_false; }
    // {unbounded_high, unbounded_high} is the one value "no limit"; {unbounded_low, unbounded_low} is no value at all.
    bool operator()(const OrderedSet& set) const { return set.low == set.high && set.low != unbounded_low; }
    bool operator()(const ChoiceSet& set) const { return count_choices(set) == 1; }
    bool operator()(const TextSet& set) const { return !set.any && set.values.size() == 1; }
};

struct Empty {
    bool operator()(const TruthSet& set) const { return !set.can_be_true && !set.can_be_false; }
    bool operator()(const OrderedSet& set) const { return set.low > set.high; }
    bool operator()(const ChoiceSet& set) const { return count_choices(set) == 0; }
    bool operator()(const TextSet& set) const { return !set.any && set.values.empty(); }
};

}  // namespace

ChoiceSet all_choices(std::size_t count) {
    ChoiceSet set;
    set.words.assign((count + 63) / 64, ~std::uint64_t{0});
    if (count % 64 != 0) set.words.back() = (std::uint64_t{1} << count % 64) - 1;
    return set;
}

ChoiceSet one_choice(std::size_t count, std::size_t value) {
    assert(value < count);
    ChoiceSet set;
    set.words.assign((count + 63) / 64, 0);
    set.words[value / 64] = std::uint64_t{1} << value % 64;
    return set;
}

bool contains(const ChoiceSet& set, std::size_t value) {
    return value / 64 < set.words.size() && (set.words[value / 64] >> value % 64 & 1) != 0;
}

std::size_t count_choices(const ChoiceSet& set) {
    std::size_t count = 0;
    for (const std::uint64_t word : set.words) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

bool is_single(const ValueSet& set) {
    return std::visit(Single{}, set);
}
bool is_subset(const ValueSet& inner, const ValueSet& outer) {
    return both(inner, outer, Subset{});
}
ValueSet join(const ValueSet& a, const ValueSet& b) {
    return both(a, b, Join{});
}
ValueSet meet(const ValueSet& a, const ValueSet& b) {
    return both(a, b, Meet{});
}
bool is_empty(const ValueSet& set) {
    return std::visit(Empty{}, set);
}

}  // namespace warrant
