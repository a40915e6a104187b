// Program to plan: every definition inlined, equal steps merged, assumptions put in place of what the record leaves out.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/plan/plan.hpp"

namespace warrant {

// Lowers a checked guideline. The program must be free of errors. A plan over limits::max_steps is a diagnostic.
Plan lower_guideline(const Program& program, Diagnostics& diagnostics);
// Lowers the `eligible when` of a procedure into `result`; an unset result when it has none.
Plan lower_eligibility(const Program& program, Diagnostics& diagnostics);
// Lowers the lone expression of a check_expression program into `result`.
Plan lower_expression(const Program& program, Diagnostics& diagnostics);

}  // namespace warrant
