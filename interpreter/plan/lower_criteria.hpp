// What a `recommended when` says of criteria, as steps. Private to plan/.
#pragma once

#include "interpreter/plan/lowering.hpp"

#include <set>
#include <string>

namespace warrant {

// The expression `when` of the guideline `tree`, whose criteria are in the plan already. Those that it names are added to
// `mentioned`.
StepId lower_criteria(Lowering& lowering, const ast::Module& tree, ExprId when, std::set<std::string>& mentioned);

}  // namespace warrant
