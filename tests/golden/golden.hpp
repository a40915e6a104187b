// Golden tests: what a phase prints is compared with a sibling file of the input, byte for byte. With UPDATE_GOLDEN=1 in the
// environment the files are rewritten instead, so that a change of output is read as a difference in version control.
// Knows nothing of what is printed; never put a path or a time into a golden text.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::golden {

// The project's root folder, for `root() / "tests/golden/parse"`.
inline std::filesystem::path root() {
    return WARRANT_ROOT;
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The files of a folder (not of its subfolders) whose names end in `extension`, in the order of their names.
inline std::vector<std::filesystem::path> files(const std::filesystem::path& folder, std::string_view extension) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// `fail_` names a case that shows an error, and only such a case.
inline bool expects_failure(const std::filesystem::path& path) {
    return path.filename().string().starts_with("fail_");
}

inline std::filesystem::path sibling(std::filesystem::path path, std::string_view extension) {
    return path.replace_extension(extension);
}

// Says at which line two texts part, with both lines.
inline std::string first_difference(std::string_view expected, std::string_view actual) {
    std::size_t line = 1;
    while (!expected.empty() || !actual.empty()) {
        const auto expected_line = expected.substr(0, expected.find('\n'));
        const auto actual_line = actual.substr(0, actual.find('\n'));
        if (expected_line != actual_line || expected.empty() != actual.empty()) {
            return "line " + std::to_string(line) + "\n  expected: " + std::string(expected_line) +
                   "\n  printed:  " + std::string(actual_line);
        }
        expected.remove_prefix(std::min(expected.size(), expected_line.size() + 1));
        actual.remove_prefix(std::min(actual.size(), actual_line.size() + 1));
        ++line;
    }
    return "only the end of the last line differs";
}

// Whether `actual` is what the golden file holds; under UPDATE_GOLDEN=1 writes it there and succeeds.
inline ::testing::AssertionResult matches(const std::filesystem::path& path, const std::string& actual) {
    const char* update = std::getenv("UPDATE_GOLDEN");
    if (update != nullptr && std::string_view(update) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
        return ::testing::AssertionSuccess();
    }
    const std::string name = path.filename().string();
    if (!std::filesystem::exists(path)) {
        return ::testing::AssertionFailure() << name << " does not exist; UPDATE_GOLDEN=1 writes it. Printed:\n" << actual;
    }
    const std::string expected = read_file(path);
    if (expected == actual) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << name << " differs at " << first_difference(expected, actual)
                                         << "\nUPDATE_GOLDEN=1 rewrites it if the new text is right. Printed:\n"
                                         << actual;
}

}  // namespace warrant::golden
