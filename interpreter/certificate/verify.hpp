// Checking a certificate by itself, and against another of the same case.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::certificates {

struct Verification {
    std::string no_certificate;         // why the text is none, where it is none; then nothing else is told
    bool beyond_limits = false;         // it is nested deeper than limits::max_certificate_depth
    std::vector<std::string> problems;  // what does not hold: what was changed, and what does not follow; none: it holds
    Certificate certificate;            // what was read
    std::size_t steps = 0;              // that were computed again
    std::size_t facts = 0;
};

// Whether every seal and the digest are those of the content, and every value, part, finding and proposal follows from what it
// rests on. What no certificate can show by itself: that its facts are the case's and its steps the guideline's.
Verification verify_certificate(std::string_view text);

// Where two certificates first differ; empty: nowhere. Both are texts that verify_certificate() could read.
std::string first_difference(std::string_view certificate, std::string_view derived_again);

}  // namespace warrant::certificates
