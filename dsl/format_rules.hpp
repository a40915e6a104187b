// Private. How each production is laid out: one row a production, in the order of productions.hpp. A production without a row
// does not compile.
#pragma once

#include "dsl/productions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace warrant::layout {

enum class Layout : std::uint8_t {
    word,         // its tokens stand on one line, always
    line,         // its parts follow each other; a part that does not fit breaks as its own rule says
    wrapper,      // stands for its only part
    chain,        // operands and connectives: on one line up to `condition_width`, or each connective on a line of its own
    conditional,  // `then` and `else` on lines of their own if it does not fit
    items,        // in parentheses; one a line if they do not fit
    fill,         // what commas part, as much on a line as fits
    values,       // the same for what signs part: the sign begins the next line
    block,        // a head line, and clauses one step deeper
    definition,   // a block whose last line is its value
    rows,         // a head line, and rows whose cells stand in columns
    row,          // of a table: cells between `|`, in columns
};

struct LayoutRule {
    Production production;
    Layout layout;
    std::uint8_t order = 0;     // of a clause, which begins a line: its place among the others; 0: no clause
    std::uint8_t keywords = 1;  // words that name the clause, where values stand in a column
};

// clang-format off
inline constexpr std::array layout_rules = {
    LayoutRule{Production::name,                Layout::word},
    LayoutRule{Production::text,                Layout::word},
    LayoutRule{Production::closing_quote,       Layout::word},
    LayoutRule{Production::number,              Layout::word},
    LayoutRule{Production::date,                Layout::word},
    LayoutRule{Production::unit_name,           Layout::word},
    // expressions
    LayoutRule{Production::expression,          Layout::chain},
    LayoutRule{Production::conditional,         Layout::conditional},
    LayoutRule{Production::connective,          Layout::word},
    LayoutRule{Production::operand,             Layout::line},
    LayoutRule{Production::prefix_word,         Layout::word},
    LayoutRule{Production::comparison,          Layout::line},
    LayoutRule{Production::comparison_sign,     Layout::word},
    LayoutRule{Production::membership,          Layout::line},
    LayoutRule{Production::membership_list,     Layout::fill},
    LayoutRule{Production::membership_item,      Layout::line},
    LayoutRule{Production::membership_range,    Layout::line},
    LayoutRule{Production::sum,                 Layout::line},
    LayoutRule{Production::sum_sign,            Layout::word},
    LayoutRule{Production::product,             Layout::line},
    LayoutRule{Production::product_sign,        Layout::word},
    LayoutRule{Production::factor,              Layout::line},
    LayoutRule{Production::negation,            Layout::line},
    LayoutRule{Production::rounding,            Layout::line},
    LayoutRule{Production::primary,             Layout::line},
    LayoutRule{Production::quantity,            Layout::word},
    LayoutRule{Production::truth,               Layout::word},
    LayoutRule{Production::parenthesised,       Layout::line},
    LayoutRule{Production::group,               Layout::items},
    LayoutRule{Production::count,               Layout::word},
    LayoutRule{Production::group_word,          Layout::word},
    LayoutRule{Production::extreme,             Layout::items},
    LayoutRule{Production::extreme_word,        Layout::word},
    LayoutRule{Production::elapsed,             Layout::line},
    LayoutRule{Production::elapsed_unit,        Layout::word},
    LayoutRule{Production::criterion_reference, Layout::word},
    LayoutRule{Production::every_criterion,     Layout::word},
    LayoutRule{Production::element,              Layout::line},
    LayoutRule{Production::where_clause,         Layout::line},
    LayoutRule{Production::selection,            Layout::line},
    LayoutRule{Production::for_each,             Layout::line},
    LayoutRule{Production::else_value,           Layout::line},
    LayoutRule{Production::quantifier_word,      Layout::word},
    LayoutRule{Production::quantifier,           Layout::line},
    LayoutRule{Production::counted,              Layout::line},
    LayoutRule{Production::total,                Layout::line},
    LayoutRule{Production::sort_key,             Layout::line},
    LayoutRule{Production::latest,               Layout::line},
    LayoutRule{Production::reference,           Layout::line},
    LayoutRule{Production::arguments,           Layout::fill},
    LayoutRule{Production::column,              Layout::word},
    // sets: no guideline holds them
    LayoutRule{Production::set_literal,         Layout::line},
    LayoutRule{Production::unknown_set,         Layout::word},
    LayoutRule{Production::one_of_set,          Layout::line},
    LayoutRule{Production::closed_range,        Layout::line},
    LayoutRule{Production::open_range,          Layout::line},
    LayoutRule{Production::open_range_word,     Layout::word},
    LayoutRule{Production::bound,               Layout::line},
    // clauses that several declarations share
    LayoutRule{Production::citation,            Layout::line,    20},
    LayoutRule{Production::pages,               Layout::word},
    LayoutRule{Production::basis,               Layout::line,    23},
    LayoutRule{Production::verbatim,            Layout::line,    24},
    LayoutRule{Production::provenance,          Layout::wrapper},
    LayoutRule{Production::type_name,           Layout::word},
    LayoutRule{Production::edition_name,        Layout::word},
    LayoutRule{Production::rule_id,             Layout::word},
    LayoutRule{Production::when_clause,         Layout::line,    50},
    LayoutRule{Production::applies_clause,      Layout::line,    40},
    LayoutRule{Production::exception,           Layout::block,   60},
    LayoutRule{Production::caps_clause,         Layout::line,    51},
    LayoutRule{Production::no_limit,            Layout::word,    51},
    // a file and its header
    LayoutRule{Production::module,              Layout::line},
    LayoutRule{Production::header,              Layout::line},
    LayoutRule{Production::module_kind,         Layout::word},
    LayoutRule{Production::header_clause,       Layout::wrapper},
    LayoutRule{Production::source_clause,       Layout::line,    10},
    LayoutRule{Production::edition_clause,      Layout::line,    21},
    LayoutRule{Production::in_force_clause,     Layout::line,    22, 2},
    LayoutRule{Production::status_clause,       Layout::line,    30},
    LayoutRule{Production::extent_clause,       Layout::line,    31},
    LayoutRule{Production::covers_clause,       Layout::fill,    32},
    LayoutRule{Production::adds_to_clause,       Layout::fill,    32, 2},
    LayoutRule{Production::open_end,            Layout::word},
    LayoutRule{Production::status,              Layout::word},
    // declarations
    LayoutRule{Production::declaration,         Layout::wrapper},
    LayoutRule{Production::use,                 Layout::line},
    LayoutRule{Production::service,             Layout::line},
    LayoutRule{Production::kind_of,             Layout::line},
    LayoutRule{Production::choice_type,         Layout::line},
    LayoutRule{Production::ordered_values,      Layout::values},
    LayoutRule{Production::unordered_values,    Layout::values},
    LayoutRule{Production::record_type,          Layout::fill},
    LayoutRule{Production::field,                Layout::line},
    LayoutRule{Production::field_mark,           Layout::word},
    LayoutRule{Production::unit,                Layout::line},
    LayoutRule{Production::fact,                Layout::block},
    LayoutRule{Production::fact_clause,         Layout::wrapper},
    LayoutRule{Production::fact_index,           Layout::word},
    LayoutRule{Production::fact_name,            Layout::word},
    LayoutRule{Production::if_yes,              Layout::line,    50, 2},
    LayoutRule{Production::if_no,               Layout::line,    51, 2},
    LayoutRule{Production::ask,                 Layout::line,    52},
    LayoutRule{Production::shown_by,            Layout::fill,    53, 2},
    LayoutRule{Production::fact_mark,           Layout::word,    41},
    LayoutRule{Production::only_if,             Layout::line,    40, 2},
    LayoutRule{Production::values,               Layout::fill},
    LayoutRule{Production::code_item,            Layout::line},
    LayoutRule{Production::definition,          Layout::definition},
    LayoutRule{Production::parameters,          Layout::fill},
    LayoutRule{Production::parameter,           Layout::line},
    LayoutRule{Production::table,               Layout::block},
    LayoutRule{Production::table_keys,          Layout::fill},
    LayoutRule{Production::table_results,       Layout::fill},
    LayoutRule{Production::table_column,        Layout::line},
    LayoutRule{Production::table_row,           Layout::row,     90},
    LayoutRule{Production::table_cell,          Layout::line},
    LayoutRule{Production::cell_value,          Layout::line},
    LayoutRule{Production::cell_range,          Layout::line},
    LayoutRule{Production::range_start,         Layout::line},
    LayoutRule{Production::range_end,           Layout::line},
    LayoutRule{Production::criterion,           Layout::block},
    LayoutRule{Production::criterion_clause,    Layout::wrapper},
    LayoutRule{Production::requirement,         Layout::line,    50},
    LayoutRule{Production::exclusion,           Layout::line,    50},
    LayoutRule{Production::limit,               Layout::block},
    LayoutRule{Production::limit_clause,        Layout::wrapper},
    LayoutRule{Production::caps,                Layout::line,    50},
    LayoutRule{Production::generally,           Layout::word},
    LayoutRule{Production::recommendation,      Layout::block},
    LayoutRule{Production::recommendation_kind, Layout::word},
    LayoutRule{Production::recommendation_clause, Layout::wrapper},
    LayoutRule{Production::assumption,          Layout::block},
    LayoutRule{Production::assumption_clause,   Layout::wrapper},
    LayoutRule{Production::because,             Layout::line,    50},
    LayoutRule{Production::outcome,             Layout::line},
    LayoutRule{Production::eligible,            Layout::block},
    LayoutRule{Production::search,              Layout::fill},
    LayoutRule{Production::rank,                Layout::line},
    LayoutRule{Production::proposes,            Layout::rows},
    LayoutRule{Production::proposal,            Layout::line},
    LayoutRule{Production::finding,             Layout::word},
    LayoutRule{Production::decider,             Layout::word},
};
// clang-format on

// In two steps, so that the message of the compiler names what is missing.
static_assert(layout_rules.size() == production_count, "a production has no row in layout_rules, or a row has no production");
constexpr bool layout_rules_in_order() {
    for (std::size_t row = 0; row < layout_rules.size(); ++row) {
        if (layout_rules[row].production != static_cast<Production>(row)) return false;
    }
    return true;
}
static_assert(layout_rules_in_order(), "layout_rules stands in the order of productions.hpp");

constexpr const LayoutRule& layout_of(Production production) {
    return layout_rules[static_cast<std::size_t>(production)];
}

}  // namespace warrant::layout
