// Codes of a classification, such as `M54.16`, and the sets of them that a guideline names: single codes, all that begin alike,
// and ranges. What a classification means by a code is not known here.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// One item of a set of codes.
struct CodePattern {
    enum class Kind {
        one,     // first itself
        prefix,  // every code that begins with first: `M54.1*`
        range,   // every code whose beginning, as long as the ends are, lies from first to last
    };
    Kind kind = Kind::one;
    std::string first;
    std::string last;  // of a range; else empty

    friend auto operator<=>(const CodePattern&, const CodePattern&) = default;
};
using CodeSet = std::vector<CodePattern>;

// Capital letters, digits, and dots and hyphens between them.
bool is_code(std::string_view text);
// Of one length, with letters where the other has letters, digits where it has digits, and the same signs.
bool same_shape(std::string_view a, std::string_view b);
// Whether an item is one that a set may hold: codes in the form of codes, a range of one shape and not empty.
bool is_well_formed(const CodePattern& pattern);

// A code is in a range if its first characters, as many as the ends have, are of the ends' shape and lie between them, both
// ends in: `G54.0` to `G54.4` holds `G54.25` and `G54.4A`, and not `G54` or `G54.5`.
bool matches(const CodePattern& pattern, std::string_view code);
bool matches(const CodeSet& set, std::string_view code);

// `M54.1*, G54.0 to G54.4`.
std::string print_codes(const CodeSet& set);

}  // namespace warrant
