// A suite's text with other expectations: those of failing tests as they are found now, or what freezes the suite. Writes no
// file.
#pragma once

#include "interpreter/suite/freeze.hpp"
#include "interpreter/suite/run_suite.hpp"

#include <string>

namespace warrant {

struct ChangedSuite {
    std::string text;           // the whole
    std::string difference;     // what changed, test by test, as lines before and after
    std::size_t tests = 0;      // that were changed
    std::size_t untouched = 0;  // that fail still: of published decisions, or with a case in which nothing is found
};

// A published decision says itself what it states; what is expected of one is never rewritten.
ChangedSuite accept_found(const SuiteResult& result, const SourceMap& sources);

// Writes what the suite means now under `frozen`, in place of what stood there.
ChangedSuite freeze(const Suite& suite, const Meaning& meaning, const std::string& because, const SourceMap& sources);

}  // namespace warrant
