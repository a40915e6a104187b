// A whole program on the library: reads the standard library and the guidelines that were installed, reviews the case that it
// is given, and prints the finding of each request in words. Leaves the justification to `warrant review`.
#include "interpreter/session.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void add_texts(const char* folder, bool standard, std::vector<warrant::ModuleText>& texts) {
    const std::filesystem::path data = DATA_DIR;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data / folder)) {
        if (entry.path().extension() == ".warrant") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) texts.push_back({path.filename().string(), read_file(path), standard});
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::vector<warrant::ModuleText> texts;
    add_texts("stdlib", true, texts);
    add_texts("guidelines", false, texts);

    warrant::SourceMap sources;
    warrant::Diagnostics diagnostics;
    const warrant::Shelf shelf = warrant::load_shelf(std::move(texts), sources, diagnostics);
    const warrant::CaseRecord record = warrant::read_case("case", read_file(arguments[1]), {}, shelf, sources, diagnostics);
    if (diagnostics.ok()) {
        if (const auto justification = warrant::review_case(shelf, record, {}, diagnostics)) {
            for (const auto& request : justification->requests) std::cout << warrant::words_of(request.finding) << '\n';
        }
    }
    std::cerr << warrant::render_text(diagnostics, sources, false);
    return diagnostics.ok() ? 0 : 1;
}
