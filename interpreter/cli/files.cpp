// Files are read through C streams: they start faster than those of C++, and errors keep their reason.
#include "interpreter/cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace warrant::cli {
namespace {

namespace fs = std::filesystem;

bool holds_texts(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "stdlib", ignored) && fs::is_directory(folder / "guidelines", ignored);
}

void add_files(const fs::path& data, const char* folder, bool standard, std::vector<ShelfFile>& files) {
    const std::size_t first = files.size();
    std::error_code error;
    for (fs::recursive_directory_iterator at(data / folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != ".warrant") continue;
        files.push_back({at->path(), at->path().lexically_relative(data).generic_string(), standard});
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(),
              [](const ShelfFile& a, const ShelfFile& b) { return a.name < b.name; });
}

}  // namespace

FileText read_stream(std::FILE* stream, std::size_t limit) {
    FileText file;
    char block[1 << 14];
    while (file.text.size() <= limit) {
        const std::size_t wanted = std::min(sizeof block, limit + 1 - file.text.size());
        const std::size_t got = std::fread(block, 1, wanted, stream);
        file.text.append(block, got);
        if (got < wanted) break;
    }
    if (std::ferror(stream) != 0) file.problem = std::strerror(errno);
    return file;
}

FileText read_file(const fs::path& path, std::size_t limit) {
    std::FILE* stream = std::fopen(path.c_str(), "rb");
    if (stream == nullptr) return {{}, std::strerror(errno)};
    FileText file = read_stream(stream, limit);
    std::fclose(stream);
    return file;
}

std::string replace_file(const fs::path& path, std::string_view text) {
    std::error_code error;
    const bool exists = fs::exists(path, error);
    const fs::path target = exists ? fs::canonical(path, error) : path;  // a link goes on pointing to its file
    if (error) return error.message();
    fs::path fresh = target;
    fresh += ".new";
    // "x": a file of that name is somebody else's.
    std::FILE* stream = std::fopen(fresh.c_str(), "wbx");
    if (stream == nullptr) return std::strerror(errno);
    const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
    const bool closed = std::fclose(stream) == 0;
    if (!written || !closed) error = std::error_code(errno, std::generic_category());
    if (!error && exists) fs::permissions(fresh, fs::status(target, error).permissions(), error);
    if (!error) fs::rename(fresh, target, error);
    if (!error) return {};
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return error.message();
}

std::optional<fs::path> find_data(const fs::path& program, const fs::path& fallback) {
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (holds_texts(folder / "share" / "warrant")) return folder / "share" / "warrant";
        if (holds_texts(folder)) return folder;
        if (folder == folder.root_path()) break;
    }
    if (holds_texts(fallback)) return fallback;
    return std::nullopt;
}

std::vector<SuiteFile> suite_files(const fs::path& path, const fs::path& root) {
    std::error_code error;
    std::vector<SuiteFile> files;
    const auto name_of = [&root](const fs::path& file) {
        const fs::path name = file.lexically_relative(root);
        return name.empty() || *name.begin() == ".." ? file.generic_string() : name.generic_string();
    };
    if (!fs::is_directory(path, error)) return {{path, name_of(path)}};
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".yaml") files.push_back({at->path(), name_of(at->path())});
    }
    std::sort(files.begin(), files.end(), [](const SuiteFile& a, const SuiteFile& b) { return a.name < b.name; });
    return files;
}

std::vector<ShelfFile> shelf_files(const fs::path& data) {
    std::vector<ShelfFile> files;
    add_files(data, "stdlib", true, files);
    add_files(data, "guidelines", false, files);
    return files;
}

}  // namespace warrant::cli
