// What a truth, or a finding, is for every combination of what the open things of a case may be: decision diagrams, in which a
// node asks which region one thing lies in and a leaf says what follows. Reduced and in one order, so that equal ones have one
// number and a thing that does not occur does not matter. Knows nothing of plans. Private to settle/.
#pragma once

#include "interpreter/settle/families.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace warrant::settling {

using Diagram = std::uint32_t;

// The numbers below `leaves` are leaves. Of a truth: no, yes, and open (an error, or what no fact at hand settles).
inline constexpr Diagram no = 0;
inline constexpr Diagram yes = 1;
inline constexpr Diagram open = 2;
inline constexpr Diagram leaves = 16;

// What an `if` with an open condition comes to.
enum class OpenCondition {
    agreed,  // what both branches agree on, else open: Kleene's logic
    stays,   // open: the condition may be an error, which its value would be too
};

// Invariant: a node has at least two different children, all of them leaves or of later things; no two nodes are the same.
class Diagrams {
public:
    explicit Diagrams(std::size_t most_nodes) : most_nodes_(most_nodes) {}

    // By the region that a thing lies in. `thing` comes before all that occur in the branches.
    Diagram node(std::uint32_t thing, std::vector<Diagram> branches);
    Diagram choose(Diagram condition, Diagram then, Diagram otherwise, OpenCondition rule = OpenCondition::agreed);
    Diagram all_of(Diagram a, Diagram b) { return choose(a, b, no); }
    Diagram any_of(Diagram a, Diagram b) { return choose(a, yes, b); }
    Diagram negated(Diagram a) { return choose(a, no, yes); }
    // Like these, but open wherever an operand is.
    Diagram strictly_all(Diagram a, Diagram b);
    Diagram strictly_any(Diagram a, Diagram b);
    // Of each of several the truth, and at least `count` of them.
    Diagram at_least(const std::vector<Diagram>& truths, std::size_t count);
    // Each leaf replaced.
    using Leaves = std::array<Diagram, leaves>;
    Diagram relabelled(Diagram diagram, const Leaves& by);
    // Where the diagram has that leaf: yes, else no.
    Diagram is(Diagram diagram, Diagram leaf);

    // Where a thing lies unless something is done about it: the regions that the record allows, at least one. Of things that
    // are not held, all. To be said before anything below is asked.
    void hold(std::uint32_t thing, std::vector<bool> regions);

    // The rest are of diagrams with the leaves yes and no alone.
    // Yes where it is wherever the things lie that are not `kept`.
    Diagram for_all_but(Diagram diagram, const std::vector<bool>& kept);
    // The smallest sets of things of which some regions make it yes, wherever the others lie.
    Family settling_sets(Diagram diagram, Families& families);
    // Ways in which it is yes: for each thing on the way the regions that it may lie in. At most `most`; `all`: no more.
    struct Step {
        std::uint32_t thing = 0;
        std::vector<bool> regions;
    };
    std::vector<std::vector<Step>> ways(Diagram diagram, std::size_t most, bool& all) const;

    // The things on which a diagram depends, ascending.
    std::vector<std::uint32_t> things_in(Diagram diagram) const;
    bool is_full() const { return full_; }  // the bound was reached: nothing made since means anything
    static bool is_leaf(Diagram diagram) { return diagram < leaves; }

private:
    struct Node {
        std::uint32_t thing = 0;
        std::uint32_t branches = 0;  // first of them
        std::uint32_t count = 0;
    };
    struct Question {
        Diagram condition, then, otherwise;
        OpenCondition rule;
        friend bool operator==(const Question&, const Question&) = default;
    };
    struct QuestionHash {
        std::size_t operator()(const Question& question) const;
    };
    const Node& at(Diagram diagram) const { return nodes_[diagram - leaves]; }
    std::uint32_t thing_of(Diagram diagram) const { return is_leaf(diagram) ? UINT32_MAX : at(diagram).thing; }
    Diagram branch(Diagram diagram, std::uint32_t thing, std::size_t region) const;
    bool is_held_off(std::uint32_t thing, std::size_t region) const;
    Diagram every_branch(Diagram diagram);
    std::optional<Diagram> settled(const Question& question) const;
    Diagram relabelled(Diagram diagram, const Leaves& by, std::unordered_map<Diagram, Diagram>& done);
    Diagram for_all_but(Diagram diagram, const std::vector<bool>& kept, std::unordered_map<Diagram, Diagram>& done);
    void walk_ways(Diagram diagram, std::size_t most, std::vector<Step>& path, std::vector<std::vector<Step>>& found) const;

    std::size_t most_nodes_;
    bool full_ = false;
    std::vector<Node> nodes_;
    std::vector<Diagram> branches_;
    std::vector<std::vector<bool>> held_;  // by thing; empty: all regions
    std::unordered_multimap<std::size_t, Diagram> made_;
    std::unordered_map<Question, Diagram, QuestionHash> chosen_;
    std::unordered_map<Diagram, Family> settling_;
    std::unordered_map<Diagram, Diagram> every_;
};

}  // namespace warrant::settling
