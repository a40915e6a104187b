// What the program answers to the shell, and which answer a mistake deserves.
#pragma once

#include "dsl/diagnostic.hpp"

#include <vector>

namespace warrant::cli {

enum class ExitCode {
    done = 0,
    does_not_hold = 1,      // what was asked to fail on was found (--fail-on), a certificate does not hold, or a test fails
    usage = 2,              // the command line is wrong, or a file named there cannot be read
    invalid_guideline = 3,  // a guideline, library, procedure or expression has a mistake
    invalid_case = 4,  // a case, suite or certificate has a mistake, or a calculation on which its finding rests has no result
    limit = 5,         // a text is larger than the program reads
    internal = 70,     // a bug
    output = 74,       // the results could not be written: a full disk, a closed pipe
};

// The worse of two: the larger number.
constexpr ExitCode worse(ExitCode a, ExitCode b) {
    return static_cast<int>(a) < static_cast<int>(b) ? b : a;
}

// Whose text a source is.
enum class Role { guideline, case_text, command_line, expression };

// The answer to what was reported: the worst over all errors, `done` without one. `roles` is by source.
ExitCode exit_code_of(const Diagnostics& diagnostics, const SourceMap& sources, const std::vector<Role>& roles);

}  // namespace warrant::cli
