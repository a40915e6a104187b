// Finds where the values of a tree end in their text, which the tree itself does not say of lists and mappings.
#include "interpreter/suite/suite_text.hpp"

#include <algorithm>

namespace warrant::suites {
namespace {

using facts::Node;

std::size_t begin_of(const SuiteText& suite, const Node& node) {
    return node.span.begin - suite.base;
}

bool is_flow(const SuiteText& suite, const Node& node) {
    const std::size_t at = begin_of(suite, node);
    return at < suite.text.size() && (suite.text[at] == '{' || suite.text[at] == '[');
}

// Past the bracket that closes a list or mapping after its last value.
std::size_t past_bracket(const SuiteText& suite, std::size_t at) {
    while (at < suite.text.size()) {
        const char c = suite.text[at];
        if (c == '#') at = std::min(suite.text.find('\n', at), suite.text.size());
        else if (c == ']' || c == '}') return at + 1;
        else ++at;
    }
    return at;
}

std::size_t past_colon(const SuiteText& suite, const Node& key) {
    return std::min(suite.text.find(':', key.span.end - suite.base), suite.text.size() - 1) + 1;
}

std::size_t end_of(const SuiteText& suite, const Node& node) {
    std::size_t end = node.span.end - suite.base;
    if (node.kind == Node::Kind::scalar || node.kind == Node::Kind::empty) return end;
    if (!node.items.empty()) {
        const Node& last = node.items.back();
        const bool empty_value = last.kind == Node::Kind::empty && node.kind == Node::Kind::mapping;
        end = empty_value ? past_colon(suite, node.keys.back()) : end_of(suite, last);
    }
    return is_flow(suite, node) ? past_bracket(suite, end) : end;
}

std::size_t end_of_value(const SuiteText& suite, const Node& mapping, std::size_t entry) {
    if (mapping.items[entry].kind == Node::Kind::empty) return past_colon(suite, mapping.keys[entry]);
    return end_of(suite, mapping.items[entry]);
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

std::size_t entry_of(const Node& mapping, std::string_view key) {
    const auto at = std::find_if(mapping.keys.begin(), mapping.keys.end(), [key](const Node& one) { return one.text == key; });
    return static_cast<std::size_t>(at - mapping.keys.begin());
}

TextEdit line_after(const SuiteText& suite, const Node& mapping, std::size_t entry, std::string_view line) {
    const std::size_t first = begin_of(suite, mapping.keys.front());
    const std::string indent(first - line_begin(suite.text, first), ' ');
    const std::size_t at = line_end(suite.text, end_of_value(suite, mapping, entry));
    return {at, at, "\n" + indent + std::string(line)};
}

}  // namespace

TextEdit set_value(const SuiteText& suite, const Node& mapping, std::string_view key, std::string_view written) {
    const std::size_t entry = entry_of(mapping, key);
    if (entry < mapping.keys.size())
        return {past_colon(suite, mapping.keys[entry]), end_of_value(suite, mapping, entry), " " + std::string(written)};
    return insert_after(suite, mapping, mapping.keys.back().text, std::string(key) + ": " + std::string(written));
}

TextEdit take_out(const SuiteText& suite, const Node& mapping, std::string_view key) {
    const std::size_t entry = entry_of(mapping, key);
    const std::size_t begin = begin_of(suite, mapping.keys[entry]);
    const std::size_t end = end_of_value(suite, mapping, entry);
    if (!is_flow(suite, mapping)) {
        const std::size_t after = line_end(suite.text, end);
        return {line_begin(suite.text, begin), std::min(after + 1, suite.text.size()), ""};
    }
    if (entry > 0) return {end_of_value(suite, mapping, entry - 1), end, ""};
    return {begin, mapping.keys.size() > 1 ? begin_of(suite, mapping.keys[1]) : end, ""};
}

TextEdit insert_after(const SuiteText& suite, const Node& mapping, std::string_view key, std::string_view entry) {
    const std::size_t after = entry_of(mapping, key);
    if (!is_flow(suite, mapping)) return line_after(suite, mapping, after, entry);
    const std::size_t at = end_of_value(suite, mapping, after);
    return {at, at, ", " + std::string(entry)};
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

}  // namespace warrant::suites
