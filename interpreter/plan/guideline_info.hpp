// What a guideline's header says of it, for its plan. Private to plan/.
#pragma once

#include "dsl/ast.hpp"
#include "interpreter/plan/plan.hpp"

namespace warrant {

GuidelineInfo guideline_info(const ast::Header& header);

}  // namespace warrant
