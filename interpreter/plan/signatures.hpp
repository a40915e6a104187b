// How many operands an opcode takes, what they have to be, and what it gives. Private to plan/; the verifier reads it.
#pragma once

#include "interpreter/plan/opcodes.hpp"
#include "interpreter/value/type.hpp"

#include <cstdint>
#include <string_view>

namespace warrant {

// What an operand or a result has to be.
enum class Shape { truth, decimal, date, ordered, choice, text, code, any };

std::string_view name_of_shape(Shape shape);
bool fits(Shape shape, const Type& type);

// How many operands of which shape an opcode takes, and what it gives. `alike`: all operands (and a result of `any` or
// `ordered` shape) are of one kind: truths, decimals, dates, texts, codes, or choices of one type.
struct Signature {
    std::uint32_t fewest = 0;
    std::uint32_t most = 0;
    Shape first = Shape::any;
    Shape others = Shape::any;
    Shape result = Shape::any;
    bool alike = false;
};

Signature signature_of(Op op);

}  // namespace warrant
