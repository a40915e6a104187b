// The words that stand in a certificate where only a few may, and what each operation has besides its operands. Private to
// certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <array>
#include <string_view>

namespace warrant::certificates {

inline constexpr std::array<std::string_view, 5> kinds{"truth", "number", "date", "choice", "text"};
inline constexpr std::array<std::string_view, 3> bases{"text", "quoted", "recalled"};
inline constexpr std::array<std::string_view, 3> statuses_of_guidelines{"draft", "reviewed", "in use"};
inline constexpr std::array<std::string_view, 6> standings{"governs",   "kept",    "superseded",
                                                           "set aside", "refined", "after the request"};
inline constexpr std::array<std::string_view, 6> states{"not documented", "stated",   "stated unknown",
                                                        "not found",      "disputed", "derived"};
inline constexpr std::array<std::string_view, 5> statuses{"not applicable", "met", "excepted", "not met", "unknown"};
inline constexpr std::array<std::string_view, 5> findings{"supported", "partly supported", "not supported", "undetermined",
                                                          "not addressed"};
inline constexpr std::array<std::string_view, 3> quantity_standings{"within", "exceeded", "unclear"};
inline constexpr std::array<std::string_view, 4> eligibilities{"no condition", "eligible", "not eligible", "not shown"};
inline constexpr std::array<std::string_view, 2> deciders{"physician", "reviewer"};
inline constexpr std::array<std::string_view, 4> grounds{"named", "in force", "possibly in force", "none in force"};
inline constexpr std::array<std::string_view, 4> text_kinds{"case", "guideline", "library", "procedure"};
inline constexpr std::array<std::string_view, 3> code_kinds{"one", "prefix", "range"};

// What a step has besides its operands.
enum class Payload { nothing, set, fact, field, table, count, flag, scale, codes };

inline Payload payload_of(Op op) {
    switch (op) {
        case Op::constant:
        case Op::choice_in:
        case Op::text_in:
            return Payload::set;
        case Op::fact:
        case Op::assume:
            return Payload::fact;
        case Op::field:
            return Payload::field;
        case Op::pick:
            return Payload::table;
        case Op::at_least:
            return Payload::count;
        case Op::sum_in:
            return Payload::flag;
        case Op::less:
        case Op::less_equal:
        case Op::equal:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::convert:
        case Op::round_up:
        case Op::add_days:
        case Op::add_months:
            return Payload::scale;
        case Op::code_in:
            return Payload::codes;
        case Op::all_of:
        case Op::any_of:
        case Op::negate:
        case Op::choose:
        case Op::documented:
        case Op::known:
        case Op::indexed:
        case Op::choice_equal:
        case Op::choice_less:
        case Op::choice_less_equal:
        case Op::text_equal:
        case Op::minus:
        case Op::least:
        case Op::greatest:
        case Op::days_between:
        case Op::months_between:
        case Op::years_between:
        case Op::broadcast:
        case Op::some_in:
        case Op::every_in:
        case Op::count_in:
        case Op::least_in:
        case Op::greatest_in:
        case Op::latest_in:
            break;
    }
    return Payload::nothing;
}

}  // namespace warrant::certificates
