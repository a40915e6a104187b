// HTML as a list of elements, for tests that look at pages: tags with their attributes, the text inside, and whether every
// element that begins ends in its place. It reads what the program writes and no more of HTML than that.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::test {

struct Element {
    std::string tag;
    std::map<std::string, std::string> attributes;
    std::size_t begin = 0;  // of what is inside
    std::size_t end = 0;

    std::string attribute(const std::string& name) const {
        const auto at = attributes.find(name);
        return at == attributes.end() ? std::string() : at->second;
    }
};

struct Page {
    std::string text;
    std::vector<Element> elements;
    std::vector<std::string> mistakes;  // what ends where it should not, or never

    std::string inside(const Element& element) const { return text.substr(element.begin, element.end - element.begin); }
    const Element* by_id(const std::string& id) const {
        for (const Element& element : elements) {
            if (element.attribute("id") == id) return &element;
        }
        return nullptr;
    }
};

// `class="a" hidden` and so on; values are in double quotes.
inline std::map<std::string, std::string> attributes_in(std::string_view text) {
    std::map<std::string, std::string> attributes;
    while (true) {
        const std::size_t begin = text.find_first_not_of(" \n");
        if (begin == std::string_view::npos) return attributes;
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of("= \n"), text.size());
        const std::string name(text.substr(0, end));
        text.remove_prefix(end);
        std::string value;
        if (text.starts_with("=\"")) {
            const std::size_t close = std::min(text.find('"', 2), text.size());
            value = text.substr(2, close - 2);
            text.remove_prefix(std::min(close + 1, text.size()));
        }
        attributes[name] = value;
    }
}

inline Page read_page(const std::string& text) {
    Page page{text, {}, {}};
    std::vector<std::size_t> open;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        const std::size_t close = std::min(text.find('>', at), text.size() - 1);
        const std::string inside = text.substr(at + 1, close - at - 1);
        const std::size_t begin = at;
        at = close + 1;
        if (inside.starts_with("!")) continue;
        if (inside.starts_with("/")) {
            if (open.empty() || page.elements[open.back()].tag != inside.substr(1)) {
                page.mistakes.push_back(inside + " ends what did not begin");
                continue;
            }
            page.elements[open.back()].end = begin;
            open.pop_back();
            continue;
        }
        const std::string tag = inside.substr(0, inside.find_first_of(" \n"));
        page.elements.push_back({tag, attributes_in(std::string_view(inside).substr(tag.size())), at, at});
        if (tag == "meta" || tag == "br") continue;
        open.push_back(page.elements.size() - 1);
        // What stands in these is no HTML.
        if (tag == "style" || tag == "script") at = std::min(text.find("</" + tag, at), text.size());
    }
    for (const std::size_t element : open) page.mistakes.push_back(page.elements[element].tag + " never ends");
    return page;
}

}  // namespace warrant::test
