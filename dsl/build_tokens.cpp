// Names, texts, numbers, dates and units: from letters and digits to values, with the checks that need no meaning.
#include "dsl/build.hpp"
#include "dsl/kinds.hpp"
#include "dsl/words.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace warrant {

std::uint32_t first_child(const Building& b, std::uint32_t parent) {
    return parent + 1 < b.nodes[parent].next ? parent + 1 : no_node;
}

std::uint32_t next_child(const Building& b, std::uint32_t parent, std::uint32_t child) {
    const std::uint32_t next = b.nodes[child].next;
    return next < b.nodes[parent].next ? next : no_node;
}

std::vector<std::uint32_t> children(const Building& b, std::uint32_t parent) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t child = first_child(b, parent); child != no_node; child = next_child(b, parent, child)) {
        found.push_back(child);
    }
    return found;
}

std::uint32_t child_of(const Building& b, std::uint32_t parent, Production production) {
    std::uint32_t child = first_child(b, parent);
    while (child != no_node && b.nodes[child].production != production) child = next_child(b, parent, child);
    return child;
}

Span span_of(const Building& b, std::uint32_t node) {
    return {b.base + b.nodes[node].begin, b.base + b.nodes[node].end};
}

std::string_view text_of(const Building& b, std::uint32_t node) {
    return b.text.substr(b.nodes[node].begin, b.nodes[node].end - b.nodes[node].begin);
}

std::string_view word_of(const Building& b, std::uint32_t node) {
    return words::leading_word(text_of(b, node));
}

Diagnostic& refuse(Building& b, const DiagnosticKind& kind, Span span, std::string message, std::string help) {
    b.failed = true;
    return b.diagnostics.report(kind, span, std::move(message), std::move(help));
}

ast::Name build_name(const Building& b, std::uint32_t node) {
    return {std::string(text_of(b, node)), span_of(b, node)};
}

ast::Text build_text(const Building& b, std::uint32_t node) {
    const std::string_view quoted = text_of(b, node);
    ast::Text text{{}, span_of(b, node)};
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        if (quoted[i] == '\\') ++i;
        text.text += quoted[i];
    }
    return text;
}

std::optional<ast::Text> build_optional_text(const Building& b, std::uint32_t parent) {
    const std::uint32_t node = child_of(b, parent, Production::text);
    if (node == no_node) return std::nullopt;
    return build_text(b, node);
}

ast::UnitName build_unit_name(const Building& b, std::uint32_t node) {
    const std::string_view text = text_of(b, node);
    const Span span = span_of(b, node);
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {{std::string(text), span}, std::nullopt};
    const auto middle = span.begin + static_cast<std::uint32_t>(slash);
    return {{std::string(text.substr(0, slash)), {span.begin, middle}},
            ast::Name{std::string(text.substr(slash + 1)), {middle + 1, span.end}}};
}

namespace {

constexpr std::size_t decimal_places = 6;

// The number times 10^6; nothing if it does not fit.
std::optional<std::int64_t> read_micro(std::string_view digits) {
    const std::size_t point = digits.find('.');
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : digits.substr(point + 1);
    std::int64_t micro = 0;
    const auto append = [&micro](int digit) {
        return !__builtin_mul_overflow(micro, std::int64_t{10}, &micro) && !__builtin_add_overflow(micro, digit, &micro);
    };
    for (const char c : digits.substr(0, point)) {
        if (!append(c - '0')) return std::nullopt;
    }
    for (std::size_t place = 0; place < decimal_places; ++place) {
        if (!append(place < fraction.size() ? fraction[place] - '0' : 0)) return std::nullopt;
    }
    return micro;
}

std::int64_t build_number(Building& b, std::uint32_t node) {
    const std::string_view digits = text_of(b, node);
    const std::size_t point = digits.find('.');
    if (point != std::string_view::npos && digits.size() - point - 1 > decimal_places) {
        refuse(b, kinds::bad_number, span_of(b, node), "a number has at most six decimal places, and this one has more",
               "write `" + std::string(digits.substr(0, point + 1 + decimal_places)) + "`");
        return 0;
    }
    const std::optional<std::int64_t> micro = read_micro(digits);
    if (!micro) {
        refuse(b, kinds::bad_number, span_of(b, node), "this number is too large: the largest is 9223372036854.775807");
        return 0;
    }
    return *micro;
}

std::int32_t read_int(std::string_view digits) {
    std::int32_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::int32_t days_in(std::int32_t year, std::int32_t month) {
    constexpr std::array<std::int32_t, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

std::string_view month_name(std::int32_t month) {
    constexpr std::array<std::string_view, 12> names = {"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};
    return names[static_cast<std::size_t>(month - 1)];
}

}  // namespace

ast::NumberLiteral build_quantity(Building& b, std::uint32_t node) {
    ast::NumberLiteral literal;
    literal.micro = build_number(b, child_of(b, node, Production::number));
    const std::uint32_t unit = child_of(b, node, Production::unit_name);
    if (unit != no_node) literal.unit = build_unit_name(b, unit);
    return literal;
}

ast::DateParts build_date(Building& b, std::uint32_t node) {
    const std::string_view text = text_of(b, node);
    ast::DateParts date{read_int(text.substr(0, 4)), read_int(text.substr(5, 2)), 0};
    const bool has_day = text.size() > 7;
    if (has_day) date.day = read_int(text.substr(8, 2));
    const std::string written = "there is no date " + std::string(text);
    if (date.year == 0) {
        refuse(b, kinds::bad_date, span_of(b, node), written + ": years begin with 0001");
    } else if (date.month < 1 || date.month > 12) {
        refuse(b, kinds::bad_date, span_of(b, node), written + ": a year has the months 01 to 12",
               "dates are written year-month-day, as in 2015-06-09");
    } else if (has_day && (date.day < 1 || date.day > days_in(date.year, date.month))) {
        refuse(b, kinds::bad_date, span_of(b, node),
               written + ": " + std::string(month_name(date.month)) + " " + std::to_string(date.year) + " has " +
                   std::to_string(days_in(date.year, date.month)) + " days");
    }
    return date;
}

ast::TypeName build_type_name(const Building& b, std::uint32_t node) {
    using Kind = ast::TypeName::Kind;
    ast::TypeName type;
    type.span = span_of(b, node);
    const std::string_view text = text_of(b, node);
    const bool divided = text.find('/') != std::string_view::npos;
    if (word_of(b, node) == "yes") {
        type.kind = Kind::truth;
    } else if (word_of(b, node) == "list" && text != "list") {
        // `list of medication`: the last word is the type of the elements.
        const auto begin = static_cast<std::uint32_t>(text.find_last_of(" \t\r\n") + 1);
        type.kind = Kind::list;
        type.name = {std::string(text.substr(begin)), {type.span.begin + begin, type.span.end}};
    } else if (divided) {
        type.unit = build_unit_name(b, node);
        type.kind = type.unit->numerator.text == "amount" ? Kind::amount : Kind::unit;
    } else if (text == "number") {
        type.kind = Kind::number;
    } else if (text == "date") {
        type.kind = Kind::date;
    } else if (text == "text") {
        type.kind = Kind::text;
    } else if (text == "code") {
        type.kind = Kind::code;
    } else if (text == "amount") {
        type.kind = Kind::amount;
    } else {
        type.kind = Kind::named;
        type.name = build_name(b, node);
    }
    return type;
}

}  // namespace warrant
