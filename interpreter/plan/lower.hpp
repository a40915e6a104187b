// Program to plan: every definition inlined, equal steps merged, assumptions put in place of what the record leaves out.
#pragma once

#include "dsl/diagnostic.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// Lowers a checked guideline. The program must be free of errors. A plan over limits::max_steps is a diagnostic.
Plan lower_guideline(const Program& program, Diagnostics& diagnostics);
// A guideline that adds to the section, checked for itself, and which of its `adds to` clauses name the service.
struct AddedProgram {
    const Program* program = nullptr;
    std::vector<std::uint32_t> clauses;
};
// What a part of a guideline that adds is called beside those of a section: `visit_caps.1`, the last word of the guideline's
// name and the part's own number.
std::string added_id(std::string_view guideline, std::string_view id);
// As lower_guideline, with the criteria and limits of others joined to those of the section: the criteria are among those that
// must hold, and of all caps on one quantity the least counts. They do not bear on whether the section is silent. Caps whose
// units do not convert into the section's are diagnostics.
Plan lower_joined(const Program& section, const std::vector<AddedProgram>& added, Diagnostics& diagnostics);
// Lowers the `eligible when` of a procedure into `result`; an unset result when it has none.
Plan lower_eligibility(const Program& program, Diagnostics& diagnostics);
// Lowers the lone expression of a check_expression program into `result`.
Plan lower_expression(const Program& program, Diagnostics& diagnostics);

}  // namespace warrant
