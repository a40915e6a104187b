// What is missing, for each reader: the forms and the JSON of a few cases, kept; that every form of every case fits its page
// and names no path of a fact; and that what a worker reads is easy to read and speaks no verdict.
#include "interpreter/cli/files.hpp"
#include "interpreter/session.hpp"
#include "tests/golden/golden.hpp"
#include "tests/golden/letter_text.hpp"
#include "tests/golden/opened.hpp"
#include "tests/unit/cli/program.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace warrant {
namespace {

namespace fs = std::filesystem;

// The least that a worker's page may have; CONTRIBUTING.md names it.
constexpr double least_ease = 60;

const std::vector<std::string> readers = {"reviewer", "doctor", "worker", "attorney"};

struct Kept {
    std::string file;  // of the case, below tests
    std::string name;  // of the files that are kept
    std::vector<std::string> more;
};

std::vector<Kept> kept_cases() {
    return {{"cases/work-hardening-2015.yaml", "work-hardening-2015", {}},
            {"cases/work-hardening-2015.yaml", "hypothetical", {"--set", "goal.defined=yes", "--set", "job.demand=medium"}},
            {"golden/review/favourable.yaml", "decided_in_favour", {}},
            {"golden/review/injury_three_years_before.yaml", "decided_against", {}},
            {"golden/missing/statements.yaml", "statements", {}},
            {"golden/review/decided_in_the_month_it_ended.yaml", "several", {}},
            {"golden/missing/encoded_in_part.yaml", "encoded_in_part", {}}};
}

std::string printed(const Kept& kept, const std::vector<std::string>& form) {
    std::vector<std::string> arguments = {"missing", (golden::root() / "tests" / kept.file).string()};
    arguments.insert(arguments.end(), kept.more.begin(), kept.more.end());
    arguments.insert(arguments.end(), form.begin(), form.end());
    const cli::Printed run = cli::run_program(arguments);
    EXPECT_EQ(run.code, cli::ExitCode::done) << run.err;
    return run.out;
}

std::string form_for(const Kept& kept, const std::string& reader) {
    return printed(kept, {"--for", reader});
}

TEST(MissingForms, AreKeptForEachReader) {
    for (const Kept& kept : kept_cases()) {
        SCOPED_TRACE(kept.name);
        const std::string place = (golden::root() / "tests/golden/missing" / kept.name).string();
        for (const std::string& reader : readers)
            EXPECT_TRUE(golden::matches(place + "_" + reader + ".txt", form_for(kept, reader)));
        EXPECT_TRUE(golden::matches(place + ".json", printed(kept, {"--format", "json"})));
        EXPECT_EQ(printed(kept, {}), form_for(kept, "reviewer"));
    }
}

TEST(MissingForms, SayThatSomeValuesAreNotTheRecords) {
    for (const Kept& kept : kept_cases()) {
        for (const std::string& reader : readers)
            EXPECT_EQ(form_for(kept, reader).starts_with("HYPOTHETICAL: "), !kept.more.empty()) << kept.name << " " << reader;
    }
}

TEST(MissingForms, SayWhoDecides) {
    for (const Kept& kept : kept_cases()) {
        for (const std::string& reader : readers) {
            const std::string said = letters::in_a_row(form_for(kept, reader));
            EXPECT_TRUE(said.find("physician decides") != std::string::npos) << kept.name << " " << reader;
            EXPECT_TRUE(said.find("draft") != std::string::npos) << kept.name << " " << reader;
        }
    }
}

// ---- what a worker reads

// A heading stands alone between empty lines and ends in a word.
std::string with_headings_marked(const std::string& page) {
    const std::vector<std::string> lines = letters::split(page, '\n');
    std::string marked;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const bool before = at == 0 || lines[at - 1].empty();
        const bool after = at + 1 < lines.size() && lines[at + 1].empty();
        const bool heading = before && after && !lines[at].empty() && !lines[at].starts_with("- ") &&
                             std::string_view(".?!:)").find(lines[at].back()) == std::string_view::npos;
        marked += (heading ? "# " : "") + lines[at] + "\n";
    }
    return marked;
}

TEST(MissingForms, OfAWorkerAreAsEasyToReadAsWeSay) {
    for (const Kept& kept : kept_cases()) {
        const std::string page = form_for(kept, "worker");
        const double ease = letters::reading_of(with_headings_marked(page)).ease();
        RecordProperty(kept.name, std::to_string(ease));
        EXPECT_GE(ease, least_ease) << kept.name;
    }
    const std::string contributing = letters::in_a_row(golden::read_file(golden::root() / "CONTRIBUTING.md"));
    EXPECT_NE(contributing.find("each of them at least " + std::to_string(static_cast<int>(least_ease))), std::string::npos);
}

TEST(MissingForms, OfAWorkerSpeakNoVerdict) {
    for (const Kept& kept : kept_cases()) {
        const std::string page = letters::in_a_row(form_for(kept, "worker"));
        for (const std::string word : {"upheld", "denied", "not supported", "undetermined", "not addressed", "not met",
                                       "reject", "refuse", "SUPPORTED", "UNDETERMINED", "NOT "})
            EXPECT_EQ(page.find(word), std::string::npos) << word << " for " << kept.name;
    }
}

// ---- cases of every suite

std::vector<std::string> lines_too_long(const std::string& page) {
    std::vector<std::string> lines = letters::split(page, '\n');
    std::erase_if(lines, [](const std::string& line) {
        const auto columns =
            std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        return columns <= 80;
    });
    return lines;
}

std::string without_colour(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\x1b') at = text.find('m', at);
        else plain += text[at];
    }
    return plain;
}

void expect_every_form(const Justification& justification, const std::vector<MissingRequest>& missing,
                       const Vocabulary& vocabulary) {
    for (const MissingReader reader :
         {MissingReader::reviewer, MissingReader::doctor, MissingReader::worker, MissingReader::attorney}) {
        SCOPED_TRACE(static_cast<int>(reader));
        const std::string page = render_missing(justification, missing, reader, false);
        expect_no_path(page, vocabulary);
        EXPECT_EQ(lines_too_long(page), std::vector<std::string>{});
        EXPECT_NE(letters::in_a_row(page).find("physician decides"), std::string::npos);
        EXPECT_EQ(without_colour(render_missing(justification, missing, reader, true)), page);
    }
}

TEST(MissingForms, OfTestsOfEverySuiteFitThePageAndNameNoPath) {
    constexpr std::size_t every = 7;
    Opened opened;
    ASSERT_TRUE(opened.diagnostics.ok()) << render_text(opened.diagnostics, opened.sources, false);
    std::size_t seen = 0;
    std::size_t read = 0;
    for (const cli::SuiteFile& file : cli::suite_files(golden::root() / "tests/guidelines", golden::root())) {
        const std::optional<Suite> suite =
            read_suite(file.name, golden::read_file(file.path), opened.shelf, opened.sources, opened.diagnostics);
        ASSERT_TRUE(suite) << render_text(opened.diagnostics, opened.sources, false);
        const ReviewOptions options = review_options(*suite);
        for (const SuiteTest& test : suite->tests) {
            if (++seen % every != 0 && !test.published) continue;
            SCOPED_TRACE(full_name(*suite, test));
            const auto justification = review_case(opened.shelf, test.record, options, opened.diagnostics);
            if (!justification) continue;
            expect_every_form(*justification, missing_in_case(opened.shelf, test.record, options), opened.shelf.vocabulary);
            ++read;
        }
    }
    EXPECT_GT(read, 200u);
}

}  // namespace
}  // namespace warrant
