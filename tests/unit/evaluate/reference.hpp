// What each opcode does with single values, written for the tests alone: no code of the evaluator, no sets. Every value is one
// number: a truth 0 or 1, a choice its place, a text its letter.
#pragma once

#include "interpreter/plan/plan.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace warrant::tiny {

// Empty: the operation has no result, an error.
using Outcome = std::optional<std::int64_t>;

// `wanted`: the values of the constant of choice_in and text_in.
Outcome reference(Op op, const std::vector<std::int64_t>& operands, Scale scale, std::uint32_t payload,
                  const std::vector<std::int64_t>& wanted);

}  // namespace warrant::tiny
