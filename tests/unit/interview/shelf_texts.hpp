// A shelf of texts and an interview over a case that it begins, for tests that walk through whole interviews.
#pragma once

#include "interpreter/session.hpp"
#include "interpreter/settle/settle.hpp"
#include "tests/golden/golden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

// The standard library and all guidelines of the project.
inline std::vector<ModuleText> shipped_texts() {
    std::vector<ModuleText> texts;
    for (const char* const part : {"stdlib", "guidelines"}) {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(golden::root() / part)) {
            if (entry.path().extension() == ".warrant") paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        for (const std::filesystem::path& path : paths)
            texts.push_back({path.filename().string(), golden::read_file(path), std::string_view(part) == "stdlib", false});
    }
    return texts;
}

}  // namespace warrant::testing
