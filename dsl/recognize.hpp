// Private. Runs the grammar over a piece of text and hands back what it recognised as a flat tree of productions, or how far it
// came and what it would have taken there. Hides PEGTL; knows nothing of meanings or messages.
#pragma once

#include "dsl/productions.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// A production in the text: [begin, end) without the space after its last token. Nodes stand in the order of their beginnings;
// the children of node i start at i + 1, and `next` is the node after its last descendant.
struct Node {
    Production production;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t next = 0;
};

struct Recognition {
    bool matched = false;
    std::vector<Node> nodes;            // nodes[0] is the wanted production if it matched
    std::uint32_t end = 0;              // where reading goes on: past the space after the last token
    std::uint32_t furthest = 0;         // the furthest place at which a token was missing
    std::vector<std::string> expected;  // what would have been taken there, each once
    bool too_deep = false;              // nested deeper than the limit; `furthest` says where
};

enum class Wanted { header, header_clause, declaration, expression, expression_of_sets };

// Recognises one production from `begin` on, where something visible stands. An expression must reach the end of the text.
Recognition recognize(Wanted wanted, std::string_view text, std::uint32_t begin);

// The first offset from `begin` on that is neither space nor comment.
std::uint32_t skip_space(std::string_view text, std::uint32_t begin);

}  // namespace warrant
