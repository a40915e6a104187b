// Defined words as people read them: what they are called and where they stand. Why one holds is explained like any condition.
#include "interpreter/check/print_value.hpp"
#include "interpreter/justify/view.hpp"

#include <algorithm>

namespace warrant {

namespace {

void collect(const PlanView& view, StepId id, std::vector<bool>& seen, std::vector<const DefinitionPlan*>& found) {
    if (seen[id.index]) return;
    seen[id.index] = true;
    if (const DefinitionPlan* definition = definition_of(view, id)) {
        found.push_back(definition);
        return;
    }
    const Step& step = view.plan.step(id);
    // The rows of a table are the table's words; only what it is looked up by may be defined elsewhere.
    const std::uint32_t count = step.op == Op::pick ? step.operand_count / 2 : step.operand_count;
    for (std::uint32_t number = 0; number < count; ++number) collect(view, view.plan.operand(step, number), seen, found);
}

}  // namespace

const DefinitionPlan* definition_of(const PlanView& view, StepId step) {
    const std::vector<DefinitionPlan>& all = view.plan.definitions;
    const auto found =
        std::find_if(all.begin(), all.end(), [step](const DefinitionPlan& definition) { return definition.step == step; });
    return found != all.end() ? &*found : nullptr;
}

Reason name_definition(const PlanView& view, const DefinitionPlan& definition) {
    Reason reason;
    reason.kind = Reason::Kind::definition;
    reason.text = definition.label;
    const bool truth = view.plan.step(definition.step).type.kind == TypeKind::truth;
    reason.value = truth ? std::string(words_of(truth_of(view, definition.step)))
                         : print_set(view.vocabulary, view.plan.step(definition.step).type, set_of(view, definition.step));
    reason.source = SourceView{definition.source.citation, basis_words(definition.source)};
    return reason;
}

std::vector<const DefinitionPlan*> definitions_read(const PlanView& view, StepId step) {
    std::vector<bool> seen(view.plan.steps.size(), false);
    std::vector<const DefinitionPlan*> found;
    collect(view, step, seen, found);
    return found;
}

}  // namespace warrant
