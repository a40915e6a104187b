// Letters of whole runs: one for each finding under each procedure and one of a real letter's case, kept as Markdown and HTML;
// how easy they are to read; and that the letter of every test of every suite has all its parts.
#include "interpreter/cli/files.hpp"
#include "interpreter/session.hpp"
#include "tests/golden/golden.hpp"
#include "tests/golden/letter_text.hpp"
#include "tests/golden/opened.hpp"
#include "tests/unit/cli/program.hpp"

#include <set>

namespace warrant {
namespace {

namespace fs = std::filesystem;

// The least that a letter may have, and all of them together; CONTRIBUTING.md names both.
constexpr double least_ease = 45;
constexpr double least_mean_ease = 50;

struct Kept {
    fs::path file;  // of the case
    std::string procedure;
    std::string name;  // of the letter
};

std::vector<Kept> kept_letters() {
    std::vector<Kept> kept = {{golden::root() / "tests/cases/work-hardening-2015.yaml", "imr", "work-hardening-2015"}};
    for (const fs::path& file : golden::files(golden::root() / "tests/golden/letter", ".yaml")) {
        for (const std::string procedure : {"imr", "ur"})
            kept.push_back({file, procedure, file.stem().string() + "_" + procedure});
    }
    return kept;
}

std::string letter_of(const Kept& kept, const std::string& form) {
    const cli::Printed printed =
        cli::run_program({"review", kept.file.string(), "--procedure", kept.procedure, "--format", form, "--allow-draft"});
    EXPECT_EQ(printed.code, cli::ExitCode::done) << printed.err;
    EXPECT_EQ(printed.err, "");
    return printed.out;
}

TEST(Letters, AreKeptForEachFindingAndProcedure) {
    std::set<std::string> names;
    for (const Kept& kept : kept_letters()) {
        SCOPED_TRACE(kept.name);
        names.insert(kept.name);
        const fs::path place = golden::root() / "tests/golden/letter" / kept.name;
        EXPECT_TRUE(golden::matches(place.string() + ".md", letter_of(kept, "letter")));
        EXPECT_TRUE(golden::matches(place.string() + ".html", letter_of(kept, "letter-html")));
    }
    for (const std::string finding : {"supported", "partly_supported", "not_supported", "undetermined", "not_addressed"}) {
        for (const std::string procedure : {"_imr", "_ur"}) EXPECT_TRUE(names.contains(finding + procedure));
    }
}

TEST(Letters, MarkdownAndHtmlSayTheSame) {
    for (const Kept& kept : kept_letters()) {
        SCOPED_TRACE(kept.name);
        EXPECT_EQ(letters::said_in_markdown(letter_of(kept, "letter")), letters::said_in_html(letter_of(kept, "letter-html")));
    }
}

TEST(Letters, MarkdownFitsEightyColumns) {
    for (const Kept& kept : kept_letters()) {
        for (const std::string& line : letters::split(letter_of(kept, "letter"), '\n'))
            EXPECT_TRUE(line.starts_with("#") || line.size() <= 80) << line;
    }
}

TEST(Letters, AreAsEasyToReadAsWeSay) {
    double sum = 0;
    std::size_t count = 0;
    for (const Kept& kept : kept_letters()) {
        const double ease = letters::reading_of(letter_of(kept, "letter")).ease();
        RecordProperty(kept.name, std::to_string(ease));
        EXPECT_GE(ease, least_ease) << kept.name;
        sum += ease;
        ++count;
    }
    RecordProperty("mean_reading_ease", std::to_string(sum / static_cast<double>(count)));
    EXPECT_GE(sum / static_cast<double>(count), least_mean_ease);
    const std::string contributing = golden::read_file(golden::root() / "CONTRIBUTING.md");
    EXPECT_NE(contributing.find("at least " + std::to_string(static_cast<int>(least_mean_ease)) + " on average"),
              std::string::npos);
    EXPECT_NE(contributing.find("none below " + std::to_string(static_cast<int>(least_ease))), std::string::npos);
}

// The formula itself, on texts of which the answer is known.
TEST(Letters, ReadingEaseTellsPlainFromHeavy) {
    const letters::Reading plain = letters::reading_of("The cat sat on the mat. It was warm.\n");
    EXPECT_EQ(plain.sentences, 2u);
    EXPECT_EQ(plain.words, 9u);
    EXPECT_EQ(plain.syllables, 9u);
    EXPECT_NEAR(plain.ease(), 206.835 - 1.015 * 4.5 - 84.6, 0.001);
    EXPECT_LT(
        letters::reading_of("Notwithstanding considerable administrative complexity, utilization determinations necessitate "
                            "interdisciplinary documentation.\n")
            .ease(),
        0);
}

// Under utilization review no letter says a word that a worker would read as a refusal.
TEST(Letters, OfUtilizationReviewSpeakNoAdverseWord) {
    for (const Kept& kept : kept_letters()) {
        if (kept.procedure != "ur") continue;
        std::string text = letters::said_in_markdown(letter_of(kept, "letter"));
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        for (const std::string word :
             {"denied", "denial", "denies", "deny", "upheld", "uphold", "not supported", "not met", "not necessary", "adverse",
              "fail", "reject", "refus", "insufficient", "excludes", "not approved", "not recommended", "unable"}) {
            EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << kept.name;
        }
    }
}

TEST(Letters, OfADraftAreMadeOnlyWhenAllowed) {
    const std::string file = (golden::root() / "tests/golden/letter/supported.yaml").string();
    for (const std::string form : {"letter", "letter-html"}) {
        const cli::Printed printed = cli::run_program({"review", file, "--procedure", "imr", "--format", form});
        EXPECT_EQ(printed.code, cli::ExitCode::usage);
        EXPECT_EQ(printed.out, "");
        EXPECT_NE(printed.err.find("Work conditioning, work hardening, edition 2009"), std::string::npos) << printed.err;
        EXPECT_NE(printed.err.find("give --allow-draft"), std::string::npos) << printed.err;
        const cli::Printed without = cli::run_program({"review", file, "--format", form, "--allow-draft"});
        EXPECT_EQ(without.code, cli::ExitCode::usage);
        EXPECT_EQ(without.out, "");
        EXPECT_NE(without.err.find("give --procedure imr"), std::string::npos) << without.err;
    }
}

// ---- every test of every suite

std::size_t count_of(const std::string& text, const std::string& wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + wanted.size())) ++count;
    return count;
}

// What a text says once it is put into a letter.
bool says(const std::string& letter, const std::string& text) {
    return letter.find(letters::in_a_row(text)) != std::string::npos;
}

void expect_headings(const std::string& markdown, bool first_review) {
    std::size_t at = 0;
    for (const std::string heading :
         {"# DRAFT for the reviewing physician: ", "\n## The case\n", "\n## How this draft was made\n",
          "\n## The reviewing physician\n", "\n## Documents reviewed\n", "\n## Clinical case summary\n",
          first_review ? "\n## Requests\n" : "\n## Issues, decisions and rationales\n",
          "\n## Before this becomes a letter\n"}) {
        const std::size_t found = markdown.find(heading, at);
        ASSERT_NE(found, std::string::npos) << "no" << heading << "in its place";
        at = found;
    }
}

bool is_lacking(const PartView& part) {
    const bool open = part.status == PartStatus::not_met || part.status == PartStatus::unknown;
    return open || (part.kind == PartView::Kind::recommendation && !part.to_meet.empty());
}

// Every part with its page; what would meet each that is open or not met.
void expect_sections(const std::string& said, const Justification& justification, bool first_review) {
    std::size_t lacking = 0;
    for (const RequestJustification& request : justification.requests) {
        EXPECT_TRUE(says(said, request.request));
        for (const SectionView& section : request.sections) {
            EXPECT_TRUE(section.title.empty() || says(said, section.title));
            for (const PartView& part : section.parts) {
                lacking += is_lacking(part) ? 1 : 0;
                const bool clause = part.kind == PartView::Kind::recommendation;
                if (first_review && clause) continue;
                EXPECT_TRUE(says(said, (clause ? part.label : part.id + ". " + part.label) + " (" + part.citation))
                    << part.id << " " << part.label;
            }
            for (const AssumptionView& assumption : section.assumed) EXPECT_TRUE(says(said, assumption.because));
        }
    }
    EXPECT_EQ(count_of(said, "What would meet it: ") + count_of(said, "No statement of the record would meet it."), lacking);
}

void expect_documents(const std::string& said, const Justification& justification) {
    for (const DocumentView& document : justification.documents) EXPECT_TRUE(says(said, document.title));
    const std::size_t listed =
        count_of(said, " Used for the findings.") + count_of(said, " Nothing was used for the findings.");
    EXPECT_GE(listed, justification.documents.size());
}

// The outcome in both wordings, and the physician's own place.
void expect_outcomes(const std::string& said, const Justification& justification) {
    std::size_t decisions = 0;
    for (const RequestJustification& request : justification.requests) {
        EXPECT_TRUE(request.proposal.outcome.empty() || says(said, "For the treatment this means: "));
        EXPECT_TRUE(says(said, "Proposed: "));
        const bool asks = request.proposal.by_reviewer && request.finding == FindingName::undetermined;
        decisions += asks ? 0 : 1;
    }
    EXPECT_EQ(count_of(said, "Decision of the reviewing physician"), decisions);
    EXPECT_EQ(count_of(said, "Reasons, in the physician's own words:"), decisions);
}

void expect_whole_letter(const Justification& justification, const Vocabulary& vocabulary, bool first_review) {
    const std::string markdown = render_letter(justification, LetterForm::markdown);
    const std::string said = letters::said_in_markdown(markdown);
    expect_headings(markdown, first_review);
    EXPECT_EQ(said.find("Made of a draft guideline.") != std::string::npos, !drafts_of(justification).empty());
    expect_sections(said, justification, first_review);
    expect_documents(said, justification);
    expect_outcomes(said, justification);
    expect_no_path(said, vocabulary);
    EXPECT_EQ(letters::said_in_html(render_letter(justification, LetterForm::html)), said);
}

TEST(Letters, OfEveryTestOfEverySuiteMissNothing) {
    Opened opened;
    ASSERT_TRUE(opened.diagnostics.ok()) << render_text(opened.diagnostics, opened.sources, false);
    KeptPlans plans;
    std::size_t letters = 0;
    std::size_t published = 0;
    for (const cli::SuiteFile& file : cli::suite_files(golden::root() / "tests/guidelines", golden::root())) {
        const std::optional<Suite> suite =
            read_suite(file.name, golden::read_file(file.path), opened.shelf, opened.sources, opened.diagnostics);
        ASSERT_TRUE(suite) << render_text(opened.diagnostics, opened.sources, false);
        for (const SuiteTest& test : suite->tests) {
            for (const std::string procedure : {"imr", "ur"}) {
                // The two differ by their words, not by the section: under the second those of published decisions do.
                if (procedure == "ur" && !test.published) continue;
                SCOPED_TRACE(full_name(*suite, test) + " under " + procedure);
                ReviewOptions options = review_options(*suite);
                options.procedure = procedure;
                const Review found = review(opened.shelf, test.record, options, plans, opened.diagnostics);
                if (found.requests.empty()) continue;
                expect_whole_letter(justify(found, test.record, opened.shelf), opened.shelf.vocabulary, procedure == "ur");
                ++letters;
                published += test.published ? 1 : 0;
            }
        }
    }
    EXPECT_GT(letters, 1000u);
    EXPECT_GT(published, 100u);
}

}  // namespace
}  // namespace warrant
