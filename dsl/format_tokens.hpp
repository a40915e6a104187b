// Private. A guideline text as the formatter sees it: words, signs and texts in their order, each with the comments that stand
// by it. Knows nothing of the grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace warrant::layout {

// A comment on a line of its own, from `#` to the last visible character.
struct OwnLineComment {
    std::string_view text;
    bool indented = false;      // does not stand at the beginning of its line
    bool blank_before = false;  // an empty line stands before it
};

struct LayoutToken {
    std::string_view text;
    std::uint32_t begin = 0;             // offset in the text
    std::vector<OwnLineComment> before;  // comments on lines of their own, between the token before and this one
    std::string_view after;              // the comment that ends this token's line; empty: none
    bool blank_before = false;           // an empty line stands between this token and whatever is before it
    bool negates = false;                // a minus that belongs to what follows
    bool ends_name = false;              // the last token of a name; a parenthesis after it takes no space
};

struct LayoutTokens {
    std::vector<LayoutToken> tokens;
    std::vector<OwnLineComment> at_end;  // after the last token
};

// `text` parses without mistakes.
LayoutTokens read_layout_tokens(std::string_view text);

// Whether a space stands between two tokens of one line.
bool space_between(const LayoutToken& left, const LayoutToken& right);

// In code points.
std::size_t width_of(std::string_view text);

}  // namespace warrant::layout
