// The chance of the generators: a small deterministic generator of numbers, so that one seed gives the same texts and records
// on every machine. It does not choose seeds: RapidCheck does, from RC_PARAMS (see world.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace warrant::oracle {

struct Random {
    std::uint64_t state = 0;

    // splitmix64: every state is good, and nearby seeds give unrelated sequences.
    std::uint64_t next() {
        state += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        return mixed ^ (mixed >> 31);
    }
    // A number from 0 up to, but not including, `count`.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(unsigned percent) { return next() % 100 < percent; }
    template <typename Item>
    const Item& pick(const std::vector<Item>& items) {
        return items[below(items.size())];
    }
};

}  // namespace warrant::oracle
