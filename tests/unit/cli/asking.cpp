// warrant ask, run whole: what goes to which stream, what is written, and how it ends.
#include "dsl/limits.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/folder.hpp"
#include "tests/unit/cli/program.hpp"

namespace warrant::cli {
namespace {

const std::string letter = WARRANT_ROOT "/tests/cases/work-hardening-2015.yaml";
const std::vector<std::string> work_hardening = {"ask", "--guideline", "mtus.work_hardening"};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Printed ask(const std::vector<std::string>& more, const std::string& input) {
    std::vector<std::string> arguments = work_hardening;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments, input);
}

std::string lines(const std::string& line, int count) {
    std::string text;
    for (int number = 0; number < count; ++number) text += line + "\n";
    return text;
}

TEST(Ask, TheCaseIsWrittenAndItsFindingIsThatOfReview) {
    const Folder folder;
    const std::string file = folder.write("my_case.yaml", golden::read_file(letter));
    const Printed asked = ask({file}, lines("unknown", 30));
    EXPECT_EQ(asked.code, ExitCode::done) << asked.err;
    EXPECT_TRUE(has(asked.err, "what would still matter was left out, or is not known")) << asked.err;
    EXPECT_TRUE(has(asked.err, "The case was written to " + file)) << asked.err;
    const std::string text = golden::read_file(file);
    EXPECT_TRUE(has(text, "\n  job.demand: unknown\n")) << text;
    // Without the lines of the answers it is what it was.
    std::string without;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        const bool is_answer = line.ends_with(": unknown") && !has(golden::read_file(letter), line + "\n");
        if (!is_answer) without += line + "\n";
    }
    EXPECT_EQ(without, golden::read_file(letter));
    const Printed reviewed = run_program({"review", "--guideline", "mtus.work_hardening", file});
    EXPECT_EQ(asked.out, reviewed.out);
    EXPECT_TRUE(has(asked.out, "Finding   UNDETERMINED"));
    // What is on record as unknown is not asked for again.
    const Printed again = ask({file}, "");
    EXPECT_EQ(again.out, reviewed.out);
    EXPECT_FALSE(has(again.err, "> "));
    EXPECT_TRUE(has(again.err, "is as it was"));
    EXPECT_EQ(golden::read_file(file), text);
}

TEST(Ask, OneAnswerMayDecide) {
    const Folder folder;
    const std::string file = folder.write("my_case.yaml", golden::read_file(letter));
    const Printed asked = ask({file, "-o", folder.file("other.yaml")}, "no\n");
    EXPECT_EQ(asked.code, ExitCode::done);
    EXPECT_TRUE(has(asked.out, "Finding   NOT SUPPORTED")) << asked.out;
    EXPECT_TRUE(has(asked.err, "what the guideline finds is decided.\nA physician decides the case."));
    EXPECT_EQ(golden::read_file(file), golden::read_file(letter));
    EXPECT_EQ(run_program({"review", "--guideline", "mtus.work_hardening", folder.file("other.yaml")}).out, asked.out);
}

TEST(Ask, WithoutAFileTheCaseIsTheResult) {
    const Printed asked = ask({}, "work_hardening\n2015-06-09\n2 weeks");
    EXPECT_EQ(asked.code, ExitCode::done) << asked.err;
    EXPECT_EQ(asked.out,
              "case: interview\nedition: mtus/2009\nrequests:\n  - service: work_hardening\n    date: 2015-06-09\n"
              "    duration: 2 weeks\n");
    EXPECT_TRUE(has(asked.err, "Finding   UNDETERMINED"));
    EXPECT_TRUE(has(asked.err, "The interview ends here; what was answered is kept."));
    const Printed reviewed = run_program({"review", "--guideline", "mtus.work_hardening", "-"}, asked.out);
    EXPECT_TRUE(has(asked.err, reviewed.out));
    // `-` says the same of a case that has a file.
    const Printed from_file = ask({letter, "--output", "-"}, "quit\n");
    EXPECT_EQ(from_file.out, golden::read_file(letter));
}

TEST(Ask, ANewCaseIsNamedAfterItsFile) {
    const Folder folder;
    const Printed asked = ask({"-o", folder.file("mine.yaml"), "--procedure", "imr"}, "work_hardening\nquit\n");
    EXPECT_EQ(asked.code, ExitCode::done) << asked.err;
    EXPECT_EQ(golden::read_file(folder.file("mine.yaml")),
              "case: mine\nprocedure: imr\nedition: mtus/2009\nrequests:\n  - service: work_hardening\n");
    EXPECT_TRUE(has(asked.out, "Proposed"));
    // A second time it would take the place of the first.
    const Printed again = ask({"-o", folder.file("mine.yaml")}, "work_hardening\n");
    EXPECT_EQ(again.code, ExitCode::usage);
    EXPECT_EQ(again.out, "");
    EXPECT_TRUE(has(again.err, "is there already; name it as CASE to go on with it"));
}

TEST(Ask, WordsAndWrongAnswersKeepTheQuestion) {
    const Printed asked = ask({}, "back\nwork_hardning\n?\nwhy\n:nothing\nwork_hardening\nback\nwork_conditioning\n");
    EXPECT_EQ(asked.code, ExitCode::done);
    EXPECT_TRUE(has(asked.err, "This is the first question."));
    EXPECT_TRUE(has(asked.err, "answer:1:1: error: `work_hardning` is not a value"));
    EXPECT_TRUE(has(asked.err, "did you mean `work_hardening`?"));
    EXPECT_TRUE(has(asked.err, "What can be answered here"));
    EXPECT_TRUE(has(asked.err, "The words are :help"));
    EXPECT_TRUE(has(asked.out, "service: work_conditioning\n"));
    // The last answer can be taken back before the case is written.
    const Printed changed = ask({letter, "-o", "-"}, "no\nyes\nback\nyes\n");
    EXPECT_TRUE(has(changed.err, "An empty line writes the case; back leads to the last question.")) << changed.err;
    EXPECT_EQ(ask({}, "work_hardening\r\n2015-06-09\r\n").out, ask({}, "work_hardening\n2015-06-09\n").out);
}

TEST(Ask, WhatCannotBeWrittenIsNotLost) {
    const Printed asked = ask({"-o", "no/such/folder/mine.yaml"}, "work_hardening\n");
    EXPECT_EQ(asked.code, ExitCode::output);
    EXPECT_TRUE(has(asked.err, "cannot write no/such/folder/mine.yaml"));
    EXPECT_TRUE(has(asked.err, "case: mine\nedition: mtus/2009\nrequests:\n  - service: work_hardening\n")) << asked.err;
}

TEST(Ask, MistakesEndItBeforeTheFirstQuestion) {
    const Printed none = run_program({"ask", letter});
    EXPECT_EQ(none.code, ExitCode::usage);
    EXPECT_TRUE(has(none.err, "--guideline"));
    EXPECT_EQ(ask({"-"}, "").code, ExitCode::usage);
    EXPECT_EQ(ask({"nowhere.yaml"}, "").code, ExitCode::usage);
    EXPECT_EQ(run_program({"ask", "--guideline", "mtus.work_hardning"}).code, ExitCode::usage);
    const Printed editions = run_program({"ask", "--guideline", "mtus.acupuncture"});
    EXPECT_EQ(editions.code, ExitCode::usage);
    EXPECT_TRUE(has(editions.err, "give --edition or --as-of")) << editions.err;
    const Printed bad = ask({WARRANT_ROOT "/tests/golden/review/fail_empty_value.yaml"}, "yes\n");
    EXPECT_EQ(bad.code, ExitCode::invalid_case);
    EXPECT_EQ(bad.out, "");
    EXPECT_FALSE(has(bad.err, "> "));
}

TEST(Ask, ALineLongerThanACaseIsRefused) {
    const Printed asked = ask({}, std::string(limits::max_case_bytes + 10, 'x') + "\nwork_hardening\n");
    EXPECT_EQ(asked.code, ExitCode::done);
    EXPECT_TRUE(has(asked.err, "[file-too-large]"));
    EXPECT_TRUE(has(asked.out, "service: work_hardening"));
}

TEST(Ask, APersonAtATerminalSeesEachAnswerOnce) {
    Collector out;
    Collector err;
    std::FILE* in = std::tmpfile();
    std::fputs("work_hardening\n", in);
    std::rewind(in);
    const Surroundings surroundings{in, out.stream(), err.stream(), false, false, WARRANT_ROOT, true};
    EXPECT_EQ(run(work_hardening, surroundings), ExitCode::done);
    EXPECT_FALSE(has(err.text(), "> work_hardening"));
    std::fclose(in);
}

}  // namespace
}  // namespace warrant::cli
