// For the tests of the parser: a text parsed together with what was said about it.
#pragma once

#include "dsl/parse.hpp"
#include "dsl/print_tree.hpp"

#include <string>
#include <utility>
#include <vector>

namespace warrant::testing_dsl {

struct Parsed {
    SourceMap sources;
    Diagnostics diagnostics;
    ast::Module module;

    std::string said() const { return render_text(diagnostics, sources, false); }
    std::string tree() const { return print_tree(module); }
    std::vector<std::string> slugs() const {
        std::vector<std::string> slugs;
        for (const Diagnostic& diagnostic : diagnostics.all()) slugs.emplace_back(diagnostic.kind->slug);
        return slugs;
    }
    std::string_view slice(Span span) const { return sources.slice(span); }
};

inline Parsed parse_text(std::string text, std::string name = "test.warrant") {
    Parsed parsed;
    const SourceId source = parsed.sources.add(std::move(name), std::move(text));
    parsed.module = parse_module(parsed.sources, source, parsed.diagnostics);
    return parsed;
}

inline Parsed parse_operand(std::string text) {
    Parsed parsed;
    const SourceId source = parsed.sources.add("expression", std::move(text));
    parsed.module = parse_expression(parsed.sources, source, parsed.diagnostics);
    return parsed;
}

}  // namespace warrant::testing_dsl
