// Private. From the place where the grammar could not go on to a sentence that helps: what was expected, what stands there,
// what to try. Knows the slips that people make; decides nothing about recovery.
#pragma once

#include "dsl/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

struct SyntaxFailure {
    std::string_view text;
    std::uint32_t base = 0;
    std::uint32_t at = 0;
    std::vector<std::string> expected;
};

void explain_failure(const SyntaxFailure& failure, Diagnostics& diagnostics);
// A line whose first word starts no declaration (or, in the header, no clause either).
void explain_stray_line(const SyntaxFailure& failure, Diagnostics& diagnostics);
void explain_depth(const SyntaxFailure& failure, Diagnostics& diagnostics);

// The declaration or clause word that a stray word was probably meant to be; empty if none is near.
std::string_view meant_word(std::string_view word);
// Whether a word, its capitals aside, is one of `known` or near it.
bool is_slip_of(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace warrant
