// YAML as a small tree with positions, without any meaning: what cases and suites are read from. It refuses in words what they
// have no use for: anchors, aliases, merge keys, tags, several documents, keys that are not words, and texts beyond the named
// limits.
#pragma once

#include "dsl/diagnostic.hpp"
#include "dsl/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::facts {

struct Node {
    enum class Kind { empty, scalar, sequence, mapping };
    static constexpr std::uint32_t not_verbatim = UINT32_MAX;

    Kind kind = Kind::empty;
    std::string text;     // scalar
    bool quoted = false;  // scalar: in quotes, or a block
    // Where `text` stands letter for letter, so that a part of it can be pointed at.
    std::uint32_t verbatim = not_verbatim;
    Span span;                // scalar: all of it; sequence and mapping: where it begins
    std::vector<Node> keys;   // mapping: scalars, each once
    std::vector<Node> items;  // sequence: its items; mapping: the values, beside their keys

    // The value beside a key; null without that key.
    const Node* find(std::string_view key) const;
    // The key that stands before a value that find() gave.
    const Node& key_of(const Node* value) const { return keys[static_cast<std::size_t>(value - items.data())]; }
};

// The place of `part`, a view into node.text, in the source; the whole node when that cannot be told.
Span place_of(const Node& node, std::string_view part);

// Reads `text`, which stands at offset `base`. Empty: nothing usable, and the reason was reported. A tree may come with
// reported mistakes too; what they concern is left out of it.
std::optional<Node> read_yaml(std::string_view text, std::uint32_t base, Diagnostics& diagnostics);

// Reports a text that is larger than a case may be, not UTF-8, holds control characters, or is bracketed beyond what the YAML
// library can read in bounded time and space.
bool readable(std::string_view text, std::uint32_t base, Diagnostics& diagnostics);

}  // namespace warrant::facts
