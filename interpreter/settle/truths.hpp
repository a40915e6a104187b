// Every truth of a plan as a diagram over what is open, from the plan's own structure down to what only the evaluator can say.
// Private to settle/.
#pragma once

#include "interpreter/settle/cuts.hpp"
#include "interpreter/settle/diagram.hpp"

#include <functional>
#include <map>
#include <optional>

namespace warrant::settling {

class Truths {
public:
    Truths(OpenPlan& open, Trials& trials, Diagrams& diagrams);

    // Of a truth for the case. With the leaves no, yes and open.
    Diagram of(StepId step);

private:
    Diagram worked_out(StepId id);
    Diagram split(const Split& split);
    Diagram counted(const Step& step);
    Diagram picked(const std::vector<Diagram>& may_apply, const Step& step, std::uint32_t first_value);
    std::vector<Diagram> rows_that_may_apply(const Step& step);
    std::vector<Diagram> each_of(const std::vector<StepId>& steps);
    std::vector<StepId> operands(const Step& step) const;
    Diagram fact(std::size_t slot);
    // By value of a choice: whether it is that one.
    std::vector<Diagram> choices(StepId step);
    // What evaluating tells of a step for every combination of what it depends on: `read` fills a leaf for each of `count`
    // questions; a question of its own where it cannot be told.
    using Read = std::function<void(const Values& values, std::size_t row, std::vector<Diagram>& leaves)>;
    std::vector<Diagram> evaluated(StepId step, std::size_t count, const Read& read);
    Diagram folded(const std::vector<std::uint32_t>& things, std::vector<Diagram> leaves);
    Diagram ask(StepId step);

    OpenPlan& open_;
    Trials& trials_;
    Diagrams& diagrams_;
    std::vector<ThingSet> joined_;
    std::vector<Diagram> as_recorded_;           // by step: what the record alone says, of a truth for the case
    std::vector<std::optional<Diagram>> known_;  // by step
    std::map<StepId, std::vector<Diagram>> choices_;
    std::map<StepId, Diagram> asked_;
};

}  // namespace warrant::settling
