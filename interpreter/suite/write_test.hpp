// Tests as YAML: a test built on another one with some facts changed. Private to suite/.
#pragma once

#include "interpreter/suite/suite.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant::suites {

// A path with the value written there; without one it is taken out.
struct WrittenChange {
    std::string path;
    std::optional<std::string> value;
};

// The `remove` and `change` of a test with further changes, as the mapping of a test that has nothing else.
facts::Node changed_test(const SuiteTest& test, const std::vector<WrittenChange>& changes);

// A test as it stands below `tests:`. `mapping` has its `remove` and `change`.
std::string write_test(const SuiteTest& test, const facts::Node& mapping, const std::string& name, const std::string& finding);

}  // namespace warrant::suites
