// Finds where the values of a tree end in their text, which the tree itself does not say of lists and mappings.
#include "interpreter/facts/yaml_text.hpp"

#include <algorithm>

namespace warrant::facts {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blank = " \t\r\n";

std::size_t begin_of(const YamlText& yaml, const Node& node) {
    return node.span.begin - yaml.base;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

// Past a block (`|`, `>`): all lines that stand at least as far in as its first.
std::size_t past_block(std::string_view text, std::size_t at) {
    std::size_t end = line_end(text, at);
    std::size_t indent = 0;
    for (std::size_t begin = end + 1; begin < text.size(); begin = line_end(text, begin) + 1) {
        const std::string_view line = text.substr(begin, line_end(text, begin) - begin);
        if (line.find_first_not_of(blank) == std::string_view::npos) continue;
        const std::size_t first = line.find_first_not_of(' ');
        if (indent == 0) indent = first;
        if (first < indent || first == 0) break;
        end = begin + line.size();
    }
    return end;
}

// Past a plain scalar, whose lines are joined by spaces where it is read.
std::size_t past_plain(std::string_view text, std::size_t at, std::string_view value) {
    for (std::size_t read = 0; read < value.size() && at < text.size();) {
        if (blank.find(value[read]) == std::string_view::npos) {
            ++read;
            ++at;
            continue;
        }
        read = std::min(value.find_first_not_of(blank, read), value.size());
        at = std::min(text.find_first_not_of(blank, at), text.size());
    }
    return at;
}

std::size_t end_of_scalar(const YamlText& yaml, const Node& node) {
    const std::size_t begin = begin_of(yaml, node);
    const char first = begin < yaml.text.size() ? yaml.text[begin] : '\0';
    if (first == '"' || first == '\'') return node.span.end - yaml.base;
    const bool is_block = first == '|' || first == '>';
    if (!is_block) return past_plain(yaml.text, begin, node.text);
    const bool is_empty = node.text.find_first_not_of(blank) == std::string::npos;
    return is_empty ? line_end(yaml.text, begin) : past_block(yaml.text, begin);
}

// Past the bracket that closes a list or mapping after its last value.
std::size_t past_bracket(const YamlText& yaml, std::size_t at) {
    while (at < yaml.text.size()) {
        const char c = yaml.text[at];
        if (c == '#') at = std::min(yaml.text.find('\n', at), yaml.text.size());
        else if (c == ']' || c == '}') return at + 1;
        else ++at;
    }
    return at;
}

std::size_t past_colon(const YamlText& yaml, const Node& key) {
    return std::min(yaml.text.find(':', key.span.end - yaml.base), yaml.text.size() - 1) + 1;
}

std::size_t end_of(const YamlText& yaml, const Node& node) {
    if (node.kind == Node::Kind::scalar) return end_of_scalar(yaml, node);
    std::size_t end = node.span.end - yaml.base;
    if (node.kind == Node::Kind::empty) return end;
    if (!node.items.empty()) {
        const Node& last = node.items.back();
        const bool empty_value = last.kind == Node::Kind::empty && node.kind == Node::Kind::mapping;
        end = empty_value ? past_colon(yaml, node.keys.back()) : end_of(yaml, last);
    }
    return is_flow(yaml, node) ? past_bracket(yaml, end) : end;
}

std::size_t end_of_value(const YamlText& yaml, const Node& mapping, std::size_t entry) {
    if (mapping.items[entry].kind == Node::Kind::empty) return past_colon(yaml, mapping.keys[entry]);
    return end_of(yaml, mapping.items[entry]);
}

std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '\n') {
            quoted += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::size_t entry_of(const Node& mapping, std::string_view key) {
    const auto at = std::find_if(mapping.keys.begin(), mapping.keys.end(), [key](const Node& one) { return one.text == key; });
    return static_cast<std::size_t>(at - mapping.keys.begin());
}

// What stands after the colon of a key in its own line, with the space before it.
std::string comment_after(const YamlText& yaml, const Node& key, const Node& value) {
    const std::size_t from = past_colon(yaml, key);
    if (value.kind == Node::Kind::empty || begin_of(yaml, value) <= from) return {};
    const std::string_view between = yaml.text.substr(from, begin_of(yaml, value) - from);
    const std::size_t hash = between.find('#');
    const std::size_t end = std::min(between.find_first_of("\r\n"), between.size());
    return hash < end ? "  " + std::string(between.substr(hash, end - hash)) : std::string();
}

// Lines after an entry, as far in as the first key, ended as the text ends its own.
TextEdit lines_after(const YamlText& yaml, const Node& mapping, std::size_t entry, const std::vector<std::string>& lines) {
    const std::size_t first = begin_of(yaml, mapping.keys.front());
    const std::size_t begin = line_begin(yaml.text, first);
    const bool marked = begin == 0 && yaml.text.starts_with(byte_order_mark);
    const std::string indent(first - begin - (marked ? byte_order_mark.size() : 0), ' ');
    std::size_t at = line_end(yaml.text, end_of_value(yaml, mapping, entry));
    const bool returns = at > 0 && at < yaml.text.size() && yaml.text[at - 1] == '\r';
    if (returns) --at;
    TextEdit edit{at, at, ""};
    for (const std::string& line : lines) edit.text += (returns ? "\r\n" : "\n") + indent + line;
    return edit;
}

TextEdit entries_after(const YamlText& yaml, const Node& mapping, std::size_t entry, const std::vector<std::string>& entries) {
    if (!is_flow(yaml, mapping)) return lines_after(yaml, mapping, entry, entries);
    const std::size_t at = end_of_value(yaml, mapping, entry);
    TextEdit edit{at, at, ""};
    for (const std::string& one : entries) edit.text += ", " + one;
    return edit;
}

}  // namespace

bool is_flow(const YamlText& yaml, const Node& node) {
    const std::size_t at = begin_of(yaml, node);
    return at < yaml.text.size() && (yaml.text[at] == '{' || yaml.text[at] == '[');
}

TextEdit set_value(const YamlText& yaml, const Node& mapping, std::string_view key, std::string_view written) {
    const std::size_t entry = entry_of(mapping, key);
    if (entry == mapping.keys.size())
        return insert_after(yaml, mapping, mapping.keys.back().text, std::string(key) + ": " + std::string(written));
    return {past_colon(yaml, mapping.keys[entry]), end_of_value(yaml, mapping, entry),
            " " + std::string(written) + comment_after(yaml, mapping.keys[entry], mapping.items[entry])};
}

TextEdit take_out(const YamlText& yaml, const Node& mapping, std::string_view key) {
    const std::size_t entry = entry_of(mapping, key);
    const std::size_t begin = begin_of(yaml, mapping.keys[entry]);
    const std::size_t end = end_of_value(yaml, mapping, entry);
    if (!is_flow(yaml, mapping)) {
        const std::size_t after = line_end(yaml.text, end);
        return {line_begin(yaml.text, begin), std::min(after + 1, yaml.text.size()), ""};
    }
    if (entry > 0) return {end_of_value(yaml, mapping, entry - 1), end, ""};
    return {begin, mapping.keys.size() > 1 ? begin_of(yaml, mapping.keys[1]) : end, ""};
}

TextEdit insert_after(const YamlText& yaml, const Node& mapping, std::string_view key, std::string_view entry) {
    return entries_after(yaml, mapping, entry_of(mapping, key), {std::string(entry)});
}

TextEdit append(const YamlText& yaml, const Node& mapping, const std::vector<std::string>& entries) {
    if (!mapping.keys.empty()) return entries_after(yaml, mapping, mapping.keys.size() - 1, entries);
    const std::size_t at = begin_of(yaml, mapping) + 1;
    TextEdit edit{at, at, ""};
    for (const std::string& one : entries) edit.text += (edit.text.empty() ? "" : ", ") + one;
    return edit;
}

std::string edited(std::string_view text, std::vector<TextEdit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        result.append(text.substr(at, edit.begin - at)).append(edit.text);
        at = edit.end;
    }
    return result.append(text.substr(at));
}

std::string changed_lines(std::string_view text, const std::vector<TextEdit>& edits) {
    if (edits.empty()) return {};
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (const TextEdit& edit : edits) {
        begin = std::min(begin, line_begin(text, edit.begin));
        end = std::max(end, line_end(text, edit.end));
    }
    std::vector<TextEdit> moved = edits;
    for (TextEdit& edit : moved) {
        edit.begin -= begin;
        edit.end -= begin;
    }
    const auto lines = [](std::string_view part) {
        std::vector<std::string_view> all;
        for (std::size_t at = 0; at < part.size(); at = line_end(part, at) + 1)
            all.push_back(part.substr(at, line_end(part, at) - at));
        return all;
    };
    const std::string_view before_text = text.substr(begin, end - begin);
    const std::string after_text = edited(before_text, moved);
    std::vector<std::string_view> before = lines(before_text);
    std::vector<std::string_view> after = lines(after_text);
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before.pop_back();
        after.pop_back();
    }
    const std::size_t same = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
    std::string shown;
    for (std::size_t line = same; line < before.size(); ++line) shown += "  -" + std::string(before[line]) + "\n";
    for (std::size_t line = same; line < after.size(); ++line) shown += "  +" + std::string(after[line]) + "\n";
    return shown;
}

std::string written(const std::string& text) {
    const bool plain = !text.empty() && text.find_first_of(",[]{}#&*!|>'\"%@`\n\t\\") == std::string::npos &&
                       text.find(": ") == std::string::npos && text.back() != ':' && text.front() != '-' &&
                       text.front() != '?' && text.front() != ' ' && text.back() != ' ';
    return plain ? text : in_quotes(text);
}

std::string written(const Node& node) {
    std::string text;
    switch (node.kind) {
        case Node::Kind::empty:
            return "";
        case Node::Kind::scalar:
            return node.quoted ? in_quotes(node.text) : written(node.text);
        case Node::Kind::sequence:
            for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + written(item);
            return "[" + text + "]";
        case Node::Kind::mapping:
            for (std::size_t index = 0; index < node.items.size(); ++index)
                text += (text.empty() ? "" : ", ") + written(node.keys[index]) + ": " + written(node.items[index]);
            return "{" + text + "}";
    }
    return text;
}

}  // namespace warrant::facts
