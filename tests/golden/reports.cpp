// Reports of whole runs, kept without the style and the script, which have files of their own: a real letter's case, several
// requests, statements that disagree, a list with sources of its own, and what is only supposed.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/program.hpp"

#include <regex>
#include <string>
#include <vector>

namespace warrant {
namespace {

namespace fs = std::filesystem;

struct Kept {
    std::string file;  // of the case
    std::string name;  // of the report
    std::vector<std::string> more;
};

const std::vector<Kept>& kept_reports() {
    static const std::vector<Kept> kept = {
        {"tests/cases/work-hardening-2015.yaml", "work-hardening-2015", {}},
        {"tests/golden/review/favourable_two_requests.yaml", "two_requests", {}},
        {"tests/golden/review/injury_disputed.yaml", "disputed", {}},
        {"tests/golden/review/compound_cream.yaml", "compound_cream", {}},
        {"tests/golden/review/what_if_injury_earlier.yaml", "hypothetical", {"--set", "injury.date=2012-03-01"}},
    };
    return kept;
}

std::string report_of(const Kept& kept) {
    std::vector<std::string> arguments = {"review", (golden::root() / kept.file).string(), "--format", "html"};
    arguments.insert(arguments.end(), kept.more.begin(), kept.more.end());
    const cli::Printed printed = cli::run_program(arguments);
    EXPECT_EQ(printed.code, cli::ExitCode::done) << printed.err;
    EXPECT_EQ(printed.err, "");
    return printed.out;
}

// The words between two others, taken out.
std::string without(std::string text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    if (from == std::string::npos) return text;
    const std::size_t after = from + begin.size();
    return text.erase(after, text.find(end, after) - after);
}

TEST(Reports, AreKept) {
    for (const Kept& kept : kept_reports()) {
        SCOPED_TRACE(kept.name);
        std::string page = without(without(report_of(kept), "<style>", "</style>"), "<script>", "</script>");
        page = std::regex_replace(page, std::regex("sha256-[A-Za-z0-9+/=]+"), "sha256-…");
        EXPECT_TRUE(golden::matches(golden::root() / "tests/golden/report" / (kept.name + ".html"), page));
    }
}

}  // namespace
}  // namespace warrant
