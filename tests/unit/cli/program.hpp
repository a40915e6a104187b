// Runs the program in the test's own process: arguments and standard input in; exit code and both outputs out.
#pragma once

#include "interpreter/cli/run.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace warrant::cli {

struct Printed {
    ExitCode code = ExitCode::internal;
    std::string out;
    std::string err;
};

// A stream that collects what is written to it.
class Collector {
public:
    Collector() : stream_(open_memstream(&text_, &size_)) {}
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;
    ~Collector() {
        std::fclose(stream_);
        std::free(text_);
    }
    std::FILE* stream() { return stream_; }
    std::string text() {
        std::fflush(stream_);
        return {text_, size_};
    }

private:
    char* text_ = nullptr;
    std::size_t size_ = 0;
    std::FILE* stream_;
};

inline Printed run_program(const std::vector<std::string>& arguments, const std::string& input = {}, bool color = false) {
    Collector out;
    Collector err;
    std::FILE* in = std::tmpfile();
    std::fwrite(input.data(), 1, input.size(), in);
    std::rewind(in);
    Surroundings surroundings{in, out.stream(), err.stream(), color, color, WARRANT_ROOT};
    Printed printed;
    printed.code = run(arguments, surroundings);
    printed.out = out.text();
    printed.err = err.text();
    std::fclose(in);
    return printed;
}

}  // namespace warrant::cli
