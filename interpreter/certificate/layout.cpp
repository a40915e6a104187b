// A certificate on the page: an object or array stands in one line where it fits, else one member a line.
#include "interpreter/certificate/json.hpp"

namespace warrant::certificates {
namespace {

constexpr std::size_t line_width = 180;

std::string scalar(const Json& json) {
    // Text of a case is UTF-8 by then; a stray byte becomes the replacement character rather than an exception.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// All in one line; gives up, with a longer text, once the line is full.
void print_in_line(const Json& json, std::size_t most, std::string& out) {
    if (!json.is_structured()) {
        out += scalar(json);
        return;
    }
    out += json.is_array() ? "[" : "{";
    bool first = true;
    for (const auto& [key, item] : json.items()) {
        if (out.size() > most) return;
        if (!first) out += ", ";
        first = false;
        if (json.is_object()) out += scalar(key) + ": ";
        print_in_line(item, most, out);
    }
    out += json.is_array() ? "]" : "}";
}

void print_in_lines(const Json& json, std::size_t indent, std::string& out) {
    std::string line;
    print_in_line(json, line_width, line);
    if (!json.is_structured() || indent + line.size() <= line_width) {
        out += line;
        return;
    }
    out += json.is_array() ? "[" : "{";
    bool first = true;
    for (const auto& [key, item] : json.items()) {
        out += (first ? "\n" : ",\n") + std::string(indent + 2, ' ');
        first = false;
        if (json.is_object()) out += scalar(key) + ": ";
        print_in_lines(item, indent + 2, out);
    }
    out += "\n" + std::string(indent, ' ') + (json.is_array() ? "]" : "}");
}

}  // namespace

std::string print(const Json& json) {
    std::string out;
    print_in_lines(json, 0, out);
    return out + "\n";
}

}  // namespace warrant::certificates
