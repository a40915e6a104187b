// The same diagrams as settle(), with known facts open as well and held where the record has them. Amounts and dates that are
// compared with each other are opened one after the other: within one run no comparison reads two of them.
#include "interpreter/settle/changes.hpp"

#include "dsl/limits.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/settle/settling.hpp"

#include <algorithm>
#include <utility>

namespace warrant {
namespace settling {
namespace {

// Ways to choose which facts to open that are looked at.
constexpr std::size_t most_choices = 10'000;

// The case with only some of the facts open that may be: the others stay as recorded.
FactColumns opened(const FactColumns& recorded, const FactColumns& possible, const std::vector<bool>& closed) {
    FactColumns columns = possible;
    for (std::size_t slot = 0; slot < columns.columns.size(); ++slot) {
        if (!closed[slot]) continue;
        set_cell(columns.columns[slot], 0, cell(recorded.columns[slot], 0, recorded.pool), columns.pool);
        columns.absent[slot] = recorded.absent[slot];
    }
    return columns;
}

// What a set's things are, whichever run they were open in.
using Names = std::vector<std::pair<std::size_t, std::uint64_t>>;

Names names_of(const std::vector<OpenThing>& things, const SettlingSet& set) {
    Names names;
    for (const std::uint32_t number : set.things) {
        const OpenThing& thing = things[number];
        if (thing.kind == OpenThing::Kind::fact) names.emplace_back(0, thing.slot);
        else names.emplace_back(thing.whole ? 1 : 2, thing.question.index);
    }
    std::sort(names.begin(), names.end());
    return names;
}

struct Changing {
    const Plan& plan;
    const FactColumns& recorded;
    const FactColumns& possible;
    const Vocabulary& vocabulary;
    Changes found = {};
    std::size_t looked_at = 0;

    bool is_widened(std::size_t slot) const {
        return cell(recorded.columns[slot], 0, recorded.pool) != cell(possible.columns[slot], 0, possible.pool) ||
               recorded.absent[slot] != possible.absent[slot];
    }

    // By slot those that some comparison joins with it.
    std::vector<std::vector<std::size_t>> joined_slots() const {
        const std::size_t count = plan.slots.size();
        std::vector<std::vector<std::size_t>> joined(count);
        Settling all(plan, recorded, possible, vocabulary);
        for (const std::vector<std::uint32_t>& group : joined_groups(all.open_plan)) {
            for (const std::uint32_t a : group) {
                for (const std::uint32_t b : group) {
                    std::vector<std::size_t>& slots = joined[all.open_plan.things[a].slot];
                    const std::size_t other = all.open_plan.things[b].slot;
                    if (a != b && std::find(slots.begin(), slots.end(), other) == slots.end()) slots.push_back(other);
                }
            }
        }
        return joined;
    }

    void note_apart(const std::vector<std::vector<std::size_t>>& joined) {
        for (std::size_t slot = 0; slot < joined.size(); ++slot) {
            for (const std::size_t other : joined[slot]) {
                if (!is_widened(slot) || (is_widened(other) && other < slot)) continue;
                found.apart.emplace_back(plan.slots[slot].fact, plan.slots[other].fact);
            }
        }
    }

    // Every largest choice of facts to open of which no two are joined, as the slots that stay closed. `slot` and those after
    // it are still to be chosen.
    void choose(const std::vector<std::vector<std::size_t>>& joined, std::size_t slot, std::vector<bool>& closed,
                std::vector<std::vector<bool>>& choices) {
        if (choices.size() > limits::max_changing_runs || ++looked_at > most_choices) return;
        while (slot < joined.size() && (closed[slot] || joined[slot].empty() || !is_widened(slot))) ++slot;
        const auto is_taken = [&](std::size_t other) { return other < slot && !closed[other]; };
        if (slot == joined.size()) {
            if (is_largest(joined, closed)) choices.push_back(closed);
            return;
        }
        if (std::none_of(joined[slot].begin(), joined[slot].end(), is_taken)) choose(joined, slot + 1, closed, choices);
        closed[slot] = true;
        choose(joined, slot + 1, closed, choices);
        closed[slot] = false;
    }

    // No closed fact could be opened besides. One that is joined with a fact which the record leaves open never can.
    bool is_largest(const std::vector<std::vector<std::size_t>>& joined, const std::vector<bool>& closed) const {
        for (std::size_t slot = 0; slot < closed.size(); ++slot) {
            if (closed[slot] &&
                std::all_of(joined[slot].begin(), joined[slot].end(), [&](std::size_t other) { return bool(closed[other]); }))
                return false;
        }
        return true;
    }

    std::vector<std::vector<bool>> choices() {
        const std::vector<std::vector<std::size_t>> joined = joined_slots();
        note_apart(joined);
        std::vector<bool> closed(joined.size(), false);
        for (std::size_t slot = 0; slot < joined.size(); ++slot) {
            const auto stays_open = [&](std::size_t other) { return !is_widened(other); };
            closed[slot] = is_widened(slot) && std::any_of(joined[slot].begin(), joined[slot].end(), stays_open);
        }
        std::vector<std::vector<bool>> choices;
        choose(joined, 0, closed, choices);
        found.complete = choices.size() <= limits::max_changing_runs && looked_at <= most_choices;
        if (choices.size() > limits::max_changing_runs) choices.resize(limits::max_changing_runs);
        return choices;
    }

    FindingSets& sets_of(FindingName finding) {
        for (FindingSets& sets : found.findings) {
            if (sets.finding == finding) return sets;
        }
        FindingSets& sets = found.findings.emplace_back();
        sets.finding = finding;
        return sets;
    }

    void run(const std::vector<bool>& closed) {
        const FactColumns open_columns = opened(recorded, possible, closed);
        Settling settling(plan, recorded, open_columns, vocabulary);
        const Diagram finding = settling.finding();
        std::vector<FindingSets> sets;
        for (const Decided& decided : decided_findings) {
            const Diagram where = settling.diagrams.is(finding, decided.leaf);
            if (!settling.is_possible(where)) sets.push_back(settling.sets_for(decided.finding, where));
        }
        if (settling.is_bound_reached()) {
            found.complete = false;
            return;
        }
        found.exact = found.exact && settling.open_plan.exact;
        const auto first = static_cast<std::uint32_t>(found.things.size());
        for (const OpenThing& thing : settling.open_plan.things) found.things.push_back(thing);
        for (FindingSets& of_run : sets) {
            FindingSets& all = sets_of(of_run.finding);
            all.all_sets = all.all_sets && of_run.all_sets;
            for (SettlingSet& set : of_run.sets) {
                for (std::uint32_t& thing : set.things) thing += first;
                all.sets.push_back(std::move(set));
            }
        }
    }

    // Of several runs the smallest sets, each once.
    void keep_smallest(FindingSets& sets) {
        std::stable_sort(sets.sets.begin(), sets.sets.end(),
                         [](const SettlingSet& a, const SettlingSet& b) { return a.things.size() < b.things.size(); });
        std::vector<Names> kept;
        std::vector<SettlingSet> smallest;
        for (SettlingSet& set : sets.sets) {
            const Names names = names_of(found.things, set);
            const auto holds = [&](const Names& other) {
                return std::includes(names.begin(), names.end(), other.begin(), other.end());
            };
            if (std::any_of(kept.begin(), kept.end(), holds)) continue;
            kept.push_back(names);
            smallest.push_back(std::move(set));
        }
        sets.sets = std::move(smallest);
        for (const SettlingSet& set : sets.sets) {
            for (const std::uint32_t thing : set.things)
                found.exact = found.exact && found.things[thing].kind == OpenThing::Kind::fact;
        }
    }
};

// By slot whether every step that reads the fact has the assumption stand in for it.
std::vector<bool> slots_only_assumed(const Plan& plan) {
    std::vector<bool> read_by_all(plan.steps.size(), false);
    std::vector<bool> read_by_others(plan.steps.size(), false);
    for (const Step& step : plan.steps) {
        for (std::uint32_t number = 0; number < step.operand_count; ++number) {
            const std::uint32_t operand = plan.operand(step, number).index;
            read_by_all[operand] = true;
            read_by_others[operand] = read_by_others[operand] || step.op != Op::assume;
        }
    }
    std::vector<bool> only_assumed(plan.slots.size(), true);
    for (std::size_t index = 0; index < plan.steps.size(); ++index) {
        const Step& step = plan.steps[index];
        if (step.op == Op::fact && (read_by_others[index] || !read_by_all[index])) only_assumed[step.payload] = false;
    }
    return only_assumed;
}

}  // namespace
}  // namespace settling

Changes changes(const Plan& plan, const FactColumns& recorded, const FactColumns& possible, const Vocabulary& vocabulary) {
    settling::Changing changing{plan, recorded, possible, vocabulary};
    for (const std::vector<bool>& closed : changing.choices()) changing.run(closed);
    for (FindingSets& sets : changing.found.findings) changing.keep_smallest(sets);
    changing.found.lists_held = !plan.lists.empty();
    return std::move(changing.found);
}

FactColumns all_possible(const Plan& plan, const FactColumns& recorded, const Vocabulary& vocabulary) {
    const std::vector<bool> only_assumed = settling::slots_only_assumed(plan);
    FactColumns possible = recorded;
    for (std::size_t slot = 0; slot < plan.slots.size(); ++slot) {
        const bool absent = !recorded.absent[slot].empty() && bit(recorded.absent[slot].data(), 0);
        if (absent && !only_assumed[slot]) continue;
        const FactInfo& fact = vocabulary.fact(plan.slots[slot].fact);
        set_cell(possible.columns[slot], 0, full_set(vocabulary, plan.slots[slot].type, fact.is_signed), possible.pool);
        if (absent) possible.absent[slot].assign(possible.absent[slot].size(), 0);
    }
    return possible;
}

}  // namespace warrant
