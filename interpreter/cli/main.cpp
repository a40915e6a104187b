// The program `warrant`: gathers what is around it and runs. A bug ends here with an answer, not with a crash.
#include "interpreter/cli/run.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <string_view>

namespace {

// Colour only where a person reads it and has not asked for none.
bool wants_color(int descriptor) {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return isatty(descriptor) != 0 && (refused == nullptr || *refused == '\0') && !is_dumb;
}

warrant::cli::Surroundings surroundings() {
    std::error_code unknown;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return {stdin,
            stdout,
            stderr,
            wants_color(STDOUT_FILENO),
            wants_color(STDERR_FILENO),
            warrant::cli::find_data(program, WARRANT_SOURCE_DIR),
            isatty(STDIN_FILENO) != 0};
}

}  // namespace

int main(int count, char** arguments) {
    // A reader that goes away is noticed as a failed write, and answered like a full disk.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(warrant::cli::run({arguments + 1, arguments + count}, surroundings()));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "warrant: internal error: please report it, with what you asked for: %s\n", error.what());
    } catch (...) {
        std::fprintf(stderr, "warrant: internal error: please report it, with what you asked for\n");
    }
    return static_cast<int>(warrant::cli::ExitCode::internal);
}
