// Every bound on what is read and built, in one place; each has a test. Nothing that a person writes comes near them: they
// keep a hostile or broken input from exhausting the machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace warrant::limits {

inline constexpr std::size_t max_guideline_bytes = 1u << 20;  // one .warrant file
inline constexpr std::size_t max_case_bytes = 4u << 20;       // one case text
inline constexpr std::size_t max_certificate = 32u << 20;     // bytes of one certificate
inline constexpr int max_certificate_depth = 32;              // nesting of a certificate's JSON
inline constexpr int max_expression_depth = 100;              // nesting of parentheses and operators in one expression
inline constexpr int max_definition_depth = 20;               // definitions read through definitions
inline constexpr int max_case_depth = 32;                     // nesting of a case's YAML
inline constexpr std::size_t max_open_brackets = 1'000;       // brackets open at once in a case, also inside notes
inline constexpr std::size_t max_case_nodes = 200'000;        // YAML nodes in one case
inline constexpr std::size_t max_requests = 100;              // request items in one case
inline constexpr std::size_t max_statements = 1'000;          // statements about one fact
inline constexpr std::size_t max_diagnostics = 100;           // errors kept and shown in one run
inline constexpr std::size_t max_declarations = 10'000;       // declarations in one module
inline constexpr std::size_t max_fields = 64;                 // fields of one type of list elements
inline constexpr std::size_t max_list_elements = 1'000;       // elements of one list fact in one case
inline constexpr std::size_t max_choices = 512;               // values of one choice type (services among them)
inline constexpr std::size_t max_table_rows = 300;            // rows of one table
inline constexpr std::size_t max_table_searches = 20'000;     // steps of the search for what no row of a table covers
inline constexpr std::size_t max_facts = 20'000;              // facts of one shelf, an indexed one for each value of its index
inline constexpr std::size_t max_links = 16;                  // ways to choose editions of the modules that one module uses
inline constexpr std::size_t max_steps = 100'000;             // steps of one plan
inline constexpr std::size_t max_text_values = 8;             // possible texts of one fact before it counts as unknown
inline constexpr std::size_t max_settling_nodes = 100'000;    // nodes of the diagrams that say how open facts settle a finding
inline constexpr std::size_t max_settling_rows = 200'000;     // completions evaluated to learn what facts do to a plan's truths
inline constexpr std::size_t max_settling_sets = 1'000;       // sets of facts listed that settle one finding
inline constexpr std::size_t max_changing_runs = 16;  // runs in which facts that are compared with each other are changed
inline constexpr std::size_t max_settling_ways = 64;  // ways listed in which the facts of one set settle it

}  // namespace warrant::limits
