// The project's own files as the house tests see them: paths relative to the root, without what was built. It judges nothing.
#pragma once

#include "tests/golden/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::house {

struct File {
    std::string path;  // from the root, with forward slashes: `dsl/ast.hpp`
    std::string text;

    bool ends_in(std::string_view extension) const { return path.ends_with(extension); }
    bool below(std::string_view folder) const { return path.starts_with(folder); }
    bool is_code() const { return ends_in(".hpp") || ends_in(".cpp"); }
};

inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Folders of the root that hold the project; what else lies there (a build folder, version control) is not read.
inline const std::vector<std::string>& folders() {
    static const std::vector<std::string> names = {".ci", "dsl", "guidelines", "interpreter", "stdlib", "tests"};
    return names;
}

// Every text file of the project. The fuzz corpus is left out: it is made of broken texts on purpose.
inline std::vector<File> all_files() {
    namespace fs = std::filesystem;
    std::vector<File> files;
    const auto add = [&files](const fs::path& path) {
        const std::string relative = path.lexically_relative(golden::root()).generic_string();
        if (!relative.starts_with("tests/fuzz/corpus/")) files.push_back({relative, golden::read_file(path)});
    };
    for (const auto& entry : fs::directory_iterator(golden::root())) {
        if (entry.is_regular_file()) add(entry.path());
    }
    for (const std::string& folder : folders()) {
        for (const auto& entry : fs::recursive_directory_iterator(golden::root() / folder)) {
            if (entry.is_regular_file() && entry.path().extension() != ".pyc") add(entry.path());
        }
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

// What a file includes, as written between the quotes or angle brackets.
inline std::vector<std::string> includes_of(const File& file) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(file.text)) {
        if (!line.starts_with("#include ") || line.size() < 11) continue;
        const std::size_t end = line.find_first_of("\">", 10);
        if (end != std::string::npos) found.push_back(line.substr(10, end - 10));
    }
    return found;
}

}  // namespace warrant::house
