// Changes of a YAML text that keep everything else of it as it was written, comments too; and values as YAML in one line.
// Knows nothing of what the text says.
#pragma once

#include "interpreter/facts/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace warrant::facts {

// The text between two offsets is replaced.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

// A text whose tree was read from it; the spans of the tree begin at `base`.
struct YamlText {
    std::string_view text;
    std::uint32_t base = 0;
};

// Whether a list or mapping stands in brackets.
bool is_flow(const YamlText& yaml, const Node& node);

// The value beside a key of a mapping set, added after its last entry, or taken out. `written` is YAML in one line.
TextEdit set_value(const YamlText& yaml, const Node& mapping, std::string_view key, std::string_view written);
TextEdit take_out(const YamlText& yaml, const Node& mapping, std::string_view key);
// An entry after that of another key: in a line of its own, or within the braces.
TextEdit insert_after(const YamlText& yaml, const Node& mapping, std::string_view key, std::string_view entry);
// Entries at the end of a mapping; in braces it may be empty.
TextEdit append(const YamlText& yaml, const Node& mapping, const std::vector<std::string>& entries);

// The edits do not overlap; any order.
std::string edited(std::string_view text, std::vector<TextEdit> edits);
// The lines that the edits change, as `- before` and `+ after`.
std::string changed_lines(std::string_view text, const std::vector<TextEdit>& edits);

// A text as a scalar in one line, in quotes where a reader of YAML would need them.
std::string written(const std::string& text);
// A value in one line, lists and mappings in brackets. What was quoted stays so: a text may read `unknown`.
std::string written(const Node& node);

}  // namespace warrant::facts
