// Facts stated of a case in addition to what its text says: put into its tree, to be read with it, and into its text, to be
// kept. What a fact was said to be before gives way to what is stated.
#pragma once

#include "interpreter/check/vocabulary.hpp"
#include "interpreter/facts/yaml_text.hpp"
#include "interpreter/facts/yaml_tree.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace warrant::facts {

struct StatedFact {
    FactId fact;
    std::size_t request = 0;  // of a fact of a request: which
    Node value;               // in any form of a case; its spans may lie in any source
};

// Of each fact at most one statement. `root` is the tree of a case that was read without a mistake.
Node with_facts(Node root, const std::vector<StatedFact>& stated, const Vocabulary& vocabulary);
std::string text_with_facts(const YamlText& yaml, Node root, const std::vector<StatedFact>& stated,
                            const Vocabulary& vocabulary);

}  // namespace warrant::facts
