// Files on disk: reading a text, and finding the standard library and the guidelines without configuration.
#pragma once

#include "interpreter/session.hpp"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::cli {

struct FileText {
    std::string text;
    std::string problem;  // why it cannot be read; empty: it was
};

// At most `limit` + 1 bytes, so that a reader sees that a text is too large without taking all of it.
FileText read_file(const std::filesystem::path& path, std::size_t limit);
FileText read_stream(std::FILE* stream, std::size_t limit);

// Puts a text into a file, in the place of what it held, whole or not at all. Says why it cannot; empty: it did.
std::string replace_file(const std::filesystem::path& path, std::string_view text);

// The folder that holds `stdlib` and `guidelines`: `share/warrant` beside an ancestor of the program, a source tree that is
// one, else `fallback` if it is such a folder.
std::optional<std::filesystem::path> find_data(const std::filesystem::path& program, const std::filesystem::path& fallback);

// The files of the standard library and the guidelines below a data folder, each by name, the standard library first.
struct ShelfFile {
    std::filesystem::path path;
    std::string name;  // from the data folder: `guidelines/mtus/2009/work_hardening.warrant`
    bool standard = false;
};
std::vector<ShelfFile> shelf_files(const std::filesystem::path& data);

// The suites at a path: the file itself, or every .yaml file below the folder, by name. `name` is from `root`, where the path
// lies below it.
struct SuiteFile {
    std::filesystem::path path;
    std::string name;
};
std::vector<SuiteFile> suite_files(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace warrant::cli
