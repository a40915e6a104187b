// A shelf of texts and an interview over a case that it begins, for tests that walk through whole interviews.
#pragma once

#include "interpreter/session.hpp"
#include "interpreter/settle/settle.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace warrant::testing {

struct OnShelf {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;

    explicit OnShelf(std::vector<ModuleText> texts) { shelf = load_shelf(std::move(texts), sources, diagnostics); }

    std::string mistakes() const { return render_text(diagnostics, sources, false); }
    const std::string& path(const AskedFact& asked) const { return shelf.vocabulary.fact(asked.fact).path; }
};

}  // namespace warrant::testing
