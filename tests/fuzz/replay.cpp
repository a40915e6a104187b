// Runs a fuzz target once on every file of its corpus, and once on nothing, where libFuzzer is not linked. A target that finds
// a fault aborts; an empty corpus fails, because a test that runs nothing tests nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run_on(const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "name the folder of the corpus\n");
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    run_on({});
    for (const std::filesystem::path& file : files) {
        // Said first, so that the last line names the file on which the target aborts.
        std::printf("%s\n", file.filename().c_str());
        std::fflush(stdout);
        std::ifstream in(file, std::ios::binary);
        run_on({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
    }
    return files.empty() ? 1 : 0;
}
