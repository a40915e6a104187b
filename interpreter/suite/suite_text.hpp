// Changes of a suite's text that keep everything else of it as it was written, comments too. Private to suite/.
#pragma once

#include "interpreter/facts/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant::suites {

// The text between two offsets is replaced.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

// A text whose tree was read from it; the spans of the tree begin at `base`.
struct SuiteText {
    std::string_view text;
    std::uint32_t base = 0;
};

// The value beside a key of a mapping set, added after its last entry, or taken out. `written` is YAML in one line.
TextEdit set_value(const SuiteText& suite, const facts::Node& mapping, std::string_view key, std::string_view written);
TextEdit take_out(const SuiteText& suite, const facts::Node& mapping, std::string_view key);
// An entry after that of another key: in a line of its own, or within the braces.
TextEdit insert_after(const SuiteText& suite, const facts::Node& mapping, std::string_view key, std::string_view entry);

// The edits do not overlap; any order.
std::string edited(std::string_view text, std::vector<TextEdit> edits);
// The lines that the edits change, as `- before` and `+ after`.
std::string changed_lines(std::string_view text, const std::vector<TextEdit>& edits);

}  // namespace warrant::suites
