// One case while it is settled: its finding as a diagram over what is open in it, and the sets of things that give one finding.
// Private to settle/.
#pragma once

#include "interpreter/settle/truths.hpp"

#include <array>

namespace warrant::settling {

// Leaves of the diagram of the finding; undetermined is `open`.
struct Decided {
    FindingName finding;
    Diagram leaf;
};
inline constexpr std::array<Decided, 4> decided_findings{{{FindingName::supported, 3},
                                                          {FindingName::partly_supported, 4},
                                                          {FindingName::not_supported, 5},
                                                          {FindingName::not_addressed, 6}}};

struct Settling {
    // What facts may come to be, beside what the record allows.
    Settling(const Plan& plan, const FactColumns& recorded, const FactColumns& possible, const Vocabulary& vocabulary);
    Settling(const Settling&) = delete;
    Settling& operator=(const Settling&) = delete;

    OpenPlan open_plan;
    Trials trials;
    Diagrams diagrams;
    Truths truths;
    Families families;

    Diagram finding();
    // Whether some completion of the record is where the diagram says yes.
    bool is_possible(Diagram where);
    // The smallest sets of things that lead there, with their regions; at most as many as the bounds say.
    FindingSets sets_for(FindingName finding, Diagram where);
    bool is_bound_reached() const { return diagrams.is_full() || trials.bound_reached(); }

private:
    Trials cut_and_keep();
    Diagram truth(StepId step, bool unset);
    Diagram partial();
    void ask_for_meanings();
    Diagram with_meaning(Diagram settled, const std::vector<std::uint32_t>& set, const std::vector<bool>& kept);
    SettlingSet set_of(Diagram where, std::vector<std::uint32_t> things);
};

}  // namespace warrant::settling
