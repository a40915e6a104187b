// Text that becomes HTML. Private to the room: the letter and the report escape by it and by nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warrant {

// Fit to stand between tags and between the quotes of an attribute.
std::string escaped(std::string_view text);

// Markup that the program itself holds: only a literal becomes one.
class Markup {
public:
    template <std::size_t size>
    consteval Markup(const char (&literal)[size]) : text_(literal, size - 1) {}
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

// Invariant: whatever is not a literal of the program is escaped.
class Html {
public:
    Html& put(Markup markup) {
        text_ += markup.text();
        return *this;
    }
    Html& say(std::string_view words) {
        text_ += escaped(words);
        return *this;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace warrant
