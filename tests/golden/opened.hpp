// The shelf of the source tree, opened for tests of whole texts; and that no fact's path stands in what people read.
#pragma once

#include "interpreter/cli/files.hpp"
#include "interpreter/session.hpp"
#include "tests/golden/golden.hpp"

#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace warrant {

// The standard library and all guidelines of the project.
inline std::vector<ModuleText> shipped_texts() {
    std::vector<ModuleText> texts;
    for (const cli::ShelfFile& file : cli::shelf_files(golden::root()))
        texts.push_back({file.name, golden::read_file(file.path), file.standard, false});
    return texts;
}

struct Opened {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;

    Opened() { shelf = load_shelf(shipped_texts(), sources, diagnostics); }
};

// Words with a dot inside, such as `injury.date`, that are the path of a fact.
inline void expect_no_path(const std::string& said, const Vocabulary& vocabulary) {
    std::string word;
    for (const char c : said + " ") {
        if (std::islower(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.') {
            word += c;
            continue;
        }
        while (word.ends_with('.')) word.pop_back();
        if (word.find('.') != std::string::npos) {
            EXPECT_FALSE(vocabulary.fact_by_path.contains(word)) << word;
            EXPECT_FALSE(vocabulary.indexed_by_path.contains(word)) << word;
        }
        word.clear();
    }
}

}  // namespace warrant
