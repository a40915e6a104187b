// How diagrams are made and joined: one operation, `if`, from which the others follow; each question is worked out once.
#include "interpreter/settle/diagram.hpp"

#include <algorithm>

namespace warrant::settling {
namespace {

std::size_t mixed(std::size_t hash, std::size_t value) {
    return (hash ^ (value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2))) * 0xff51afd7ed558ccdu;
}

constexpr Diagrams::Leaves same_leaves = [] {
    Diagrams::Leaves by{};
    for (Diagram leaf = 0; leaf < leaves; ++leaf) by[leaf] = leaf;
    return by;
}();

}  // namespace

std::size_t Diagrams::QuestionHash::operator()(const Question& question) const {
    return mixed(mixed(mixed(static_cast<std::size_t>(question.rule), question.condition), question.then), question.otherwise);
}

Diagram Diagrams::node(std::uint32_t thing, std::vector<Diagram> branches) {
    if (std::all_of(branches.begin(), branches.end(), [&](Diagram other) { return other == branches.front(); }))
        return branches.front();
    std::size_t hash = thing;
    for (const Diagram child : branches) hash = mixed(hash, child);
    const auto [first, last] = made_.equal_range(hash);
    for (auto same = first; same != last; ++same) {
        const Node& made = at(same->second);
        if (made.thing == thing && made.count == branches.size() &&
            std::equal(branches.begin(), branches.end(), branches_.begin() + made.branches))
            return same->second;
    }
    if (nodes_.size() >= most_nodes_) {
        full_ = true;
        return no;
    }
    const auto diagram = static_cast<Diagram>(nodes_.size() + leaves);
    nodes_.push_back({thing, static_cast<std::uint32_t>(branches_.size()), static_cast<std::uint32_t>(branches.size())});
    branches_.insert(branches_.end(), branches.begin(), branches.end());
    made_.emplace(hash, diagram);
    return diagram;
}

Diagram Diagrams::branch(Diagram diagram, std::uint32_t thing, std::size_t region) const {
    return thing_of(diagram) == thing ? branches_[at(diagram).branches + region] : diagram;
}

// What needs no look at the branches.
std::optional<Diagram> Diagrams::settled(const Question& question) const {
    const auto& [condition, then, otherwise, rule] = question;
    if (condition == yes) return then;
    if (condition == no) return otherwise;
    if (condition == open && rule == OpenCondition::stays) return open;
    if (rule == OpenCondition::agreed) {
        if (then == otherwise) return then;
        if (condition == open && is_leaf(then) && is_leaf(otherwise)) return open;
        if (then == yes && otherwise == no) return condition;
    }
    return std::nullopt;
}

Diagram Diagrams::choose(Diagram condition, Diagram then, Diagram otherwise, OpenCondition rule) {
    const Question question{condition, then, otherwise, rule};
    if (full_) return no;
    if (const auto answer = settled(question)) return *answer;
    if (const auto known = chosen_.find(question); known != chosen_.end()) return known->second;
    const std::uint32_t thing = std::min({thing_of(condition), thing_of(then), thing_of(otherwise)});
    std::size_t count = 0;
    for (const Diagram part : {condition, then, otherwise}) {
        if (thing_of(part) == thing) count = at(part).count;
    }
    std::vector<Diagram> branches;
    for (std::size_t region = 0; region < count; ++region) {
        branches.push_back(
            choose(branch(condition, thing, region), branch(then, thing, region), branch(otherwise, thing, region), rule));
    }
    const Diagram result = node(thing, std::move(branches));
    chosen_.emplace(question, result);
    return result;
}

Diagram Diagrams::strictly_all(Diagram a, Diagram b) {
    return choose(a, b, choose(b, no, no, OpenCondition::stays), OpenCondition::stays);
}

Diagram Diagrams::strictly_any(Diagram a, Diagram b) {
    return choose(a, choose(b, yes, yes, OpenCondition::stays), b, OpenCondition::stays);
}

Diagram Diagrams::at_least(const std::vector<Diagram>& truths, std::size_t count) {
    // Of the truths from the last back: whether at least so many of them hold.
    std::vector<Diagram> enough(count + 1, no);
    enough[0] = yes;
    for (std::size_t number = truths.size(); number-- > 0;) {
        for (std::size_t wanted = count; wanted > 0; --wanted)
            enough[wanted] = choose(truths[number], enough[wanted - 1], enough[wanted]);
    }
    return enough[count];
}

Diagram Diagrams::relabelled(Diagram diagram, const Leaves& by, std::unordered_map<Diagram, Diagram>& done) {
    if (is_leaf(diagram)) return by[diagram];
    if (const auto known = done.find(diagram); known != done.end()) return known->second;
    const Node from = at(diagram);
    std::vector<Diagram> branches;
    for (std::size_t region = 0; region < from.count; ++region)
        branches.push_back(relabelled(branches_[from.branches + region], by, done));
    const Diagram result = node(from.thing, std::move(branches));
    done.emplace(diagram, result);
    return result;
}

Diagram Diagrams::relabelled(Diagram diagram, const Leaves& by) {
    if (by == same_leaves) return diagram;
    std::unordered_map<Diagram, Diagram> done;
    return relabelled(diagram, by, done);
}

Diagram Diagrams::is(Diagram diagram, Diagram leaf) {
    Leaves by{};
    by[leaf] = yes;
    return relabelled(diagram, by);
}

void Diagrams::hold(std::uint32_t thing, std::vector<bool> regions) {
    if (held_.size() <= thing) held_.resize(thing + 1);
    held_[thing] = std::move(regions);
}

bool Diagrams::is_held_off(std::uint32_t thing, std::size_t region) const {
    return thing < held_.size() && !held_[thing].empty() && !held_[thing][region];
}

// Yes where every branch is in which the thing may lie.
Diagram Diagrams::every_branch(Diagram diagram) {
    if (const auto known = every_.find(diagram); known != every_.end()) return known->second;
    const Node from = at(diagram);
    Diagram every = yes;
    for (std::size_t region = 0; region < from.count; ++region) {
        if (!is_held_off(from.thing, region)) every = all_of(every, branches_[from.branches + region]);
    }
    every_.emplace(diagram, every);
    return every;
}

Diagram Diagrams::for_all_but(Diagram diagram, const std::vector<bool>& kept, std::unordered_map<Diagram, Diagram>& done) {
    if (is_leaf(diagram) || full_) return diagram;
    if (const auto known = done.find(diagram); known != done.end()) return known->second;
    const Node from = at(diagram);
    Diagram result = no;
    if (!kept[from.thing]) {
        result = for_all_but(every_branch(diagram), kept, done);
    } else {
        std::vector<Diagram> branches;
        for (std::size_t region = 0; region < from.count; ++region)
            branches.push_back(for_all_but(branches_[from.branches + region], kept, done));
        result = node(from.thing, std::move(branches));
    }
    done.emplace(diagram, result);
    return result;
}

Diagram Diagrams::for_all_but(Diagram diagram, const std::vector<bool>& kept) {
    std::unordered_map<Diagram, Diagram> done;
    return for_all_but(diagram, kept, done);
}

// A set without the first thing must do for every branch; one with it for some branch.
Family Diagrams::settling_sets(Diagram diagram, Families& families) {
    if (diagram == yes) return empty_set;
    if (is_leaf(diagram) || full_) return no_sets;
    if (const auto known = settling_.find(diagram); known != settling_.end()) return known->second;
    const Node from = at(diagram);
    const Family without = settling_sets(every_branch(diagram), families);
    Family with = no_sets;
    for (std::size_t region = 0; region < from.count; ++region)
        with = families.either(with, settling_sets(branches_[from.branches + region], families));
    const Family result = families.joined(from.thing, families.without_holders(with, without), without);
    settling_.emplace(diagram, result);
    return result;
}

void Diagrams::walk_ways(Diagram diagram, std::size_t most, std::vector<Step>& path,
                         std::vector<std::vector<Step>>& found) const {
    if (diagram == no || found.size() >= most) return;
    if (diagram == yes) {
        found.push_back(path);
        return;
    }
    const Node& from = at(diagram);
    std::vector<Diagram> seen;
    for (std::size_t region = 0; region < from.count; ++region) {
        const Diagram next = branches_[from.branches + region];
        if (next == no || std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
        seen.push_back(next);
        Step step{from.thing, std::vector<bool>(from.count)};
        for (std::size_t other = region; other < from.count; ++other)
            step.regions[other] = branches_[from.branches + other] == next;
        path.push_back(std::move(step));
        walk_ways(next, most, path, found);
        path.pop_back();
    }
}

std::vector<std::vector<Diagrams::Step>> Diagrams::ways(Diagram diagram, std::size_t most, bool& all) const {
    std::vector<std::vector<Step>> found;
    std::vector<Step> path;
    walk_ways(diagram, most + 1, path, found);
    all = found.size() <= most;
    if (!all) found.resize(most);
    return found;
}

std::vector<std::uint32_t> Diagrams::things_in(Diagram diagram) const {
    std::vector<bool> seen(nodes_.size());
    std::vector<Diagram> left{diagram};
    std::vector<std::uint32_t> things;
    while (!left.empty()) {
        const Diagram next = left.back();
        left.pop_back();
        if (is_leaf(next) || seen[next - leaves]) continue;
        seen[next - leaves] = true;
        const Node& from = at(next);
        things.push_back(from.thing);
        for (std::size_t region = 0; region < from.count; ++region) left.push_back(branches_[from.branches + region]);
    }
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    return things;
}

}  // namespace warrant::settling
