// For the tests of the formatter: texts to format, those of the repository and generated ones.
#pragma once

#include "dsl/format.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/dsl/parsing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace warrant::testing_dsl {

inline std::string formatted(const std::string& text) {
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add("test.warrant", text);
    const std::optional<std::string> result = format_module(sources, source, diagnostics);
    EXPECT_TRUE(result) << render_text(diagnostics, sources, false) << text;
    return result.value_or(std::string());
}

// Every text in Warrant without a mistake: shipped, kept for tests, or an example of grammar.md.
inline std::vector<std::string> accepted_texts() {
    std::vector<std::string> texts;
    const auto add = [&texts](const std::string& text) {
        if (parse_text(text).module.complete) texts.push_back(text);
    };
    for (const char* folder : {"stdlib", "guidelines", "tests/golden"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(golden::root() / folder)) {
            if (entry.path().extension() == ".warrant") add(golden::read_file(entry.path()));
        }
    }
    const std::string grammar = golden::read_file(golden::root() / "grammar.md");
    const std::string opening = "\n```warrant\n";
    for (std::size_t at = grammar.find(opening); at != std::string::npos; at = grammar.find(opening, at)) {
        const std::size_t begin = at + opening.size();
        at = grammar.find("\n```\n", begin);
        add(grammar.substr(begin, at + 1 - begin));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

inline std::string generated_name() {
    return *rc::gen::element<std::string>("a", "b.c", "recovery.tolerance", "limitations.preclude_current_job",
                                          "history.same_or_similar_program_within_the_last_two_years");
}

inline std::string generated_condition(int depth);

inline std::string generated_value(int depth) {
    switch (depth > 0 ? *rc::gen::inRange(0, 7) : *rc::gen::inRange(0, 3)) {
        case 0:
            return *rc::gen::element<std::string>("4 hours/day", "0.50", "2015-02-19", "-3 weeks", "\"M54.1 (a, b)\"");
        case 1:
        case 2:
            return generated_name();
        case 3:
            return generated_value(0) + *rc::gen::element<std::string>(" + ", " - ", " * ") + generated_value(0);
        case 4:
            return "least of (" + generated_value(depth - 1) + ", " + generated_value(depth - 1) + ")";
        case 5:
            return "(" + generated_value(depth - 1) + " + 1) rounded up to 1 visit";
        default:
            return "(if " + generated_condition(depth - 1) + " then " + generated_value(depth - 1) + " else " +
                   generated_value(0) + ")";
    }
}

inline std::string generated_list(int depth, const std::string& between) {
    std::string list = generated_condition(depth);
    for (int more = *rc::gen::inRange(1, 4); more > 0; --more) list += between + generated_condition(depth);
    return list;
}

inline std::string generated_condition(int depth) {
    switch (depth > 0 ? *rc::gen::inRange(0, 7) : 0) {
        case 0:
            return generated_name();
        case 1:
            return generated_value(depth - 1) + *rc::gen::element<std::string>(" = ", " <= ", " != ") +
                   generated_value(depth - 1);
        case 2:
            return "not " + generated_condition(0);
        case 3:
            return *rc::gen::element<std::string>("any of (", "at least 2 of (") + generated_list(depth - 1, ", ") + ")";
        case 4:
            return generated_name() + " in (" + generated_value(0) + ", " + generated_value(0) + ", " + generated_value(0) +
                   ")";
        default:
            return "(" + generated_list(depth - 1, *rc::gen::element<std::string>(" and ", " or ")) + ")";
    }
}

// A guideline whose conditions are long and nested, its clauses in any order.
inline rc::Gen<std::string> generated_module() {
    return rc::gen::exec([] {
        std::string text = "guideline a.b \"Title\" edition 2009 source \"S\" pages 12,14-15\n";
        text += "recommended when " + generated_list(1, " and ") + "\n";
        for (int number = *rc::gen::inRange(1, 5); number > 0; --number) {
            text += "criterion " + std::to_string(number) + " \"Label\" requires " + generated_list(3, " and ") +
                    " page 5 except gains when " + generated_list(2, " or ") + " applies when " + generated_list(1, " and ") +
                    "\n";
        }
        text += "define value \"Value\" = " + generated_value(3) + "\n";
        return text + "define " + *rc::gen::element<std::string>("x", "x(y : hours/day, z : date)") +
               " page 3 = " + generated_list(3, " and ") + "\n";
    });
}

}  // namespace warrant::testing_dsl
