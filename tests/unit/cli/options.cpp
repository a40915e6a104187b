// The command line as data, its mistakes with what they suggest, and the help texts, which must tell of every option.
#include "interpreter/cli/options.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/program.hpp"

namespace warrant::cli {
namespace {

using Arguments = std::vector<std::string>;

template <typename Kind>
Kind read(const Arguments& arguments) {
    const Command command = read_command_line(arguments);
    const Kind* kind = std::get_if<Kind>(&command);
    EXPECT_NE(kind, nullptr);
    return kind != nullptr ? *kind : Kind{};
}

std::string mistake_in(const Arguments& arguments) {
    return read<UsageMistake>(arguments).message;
}

TEST(Options, ReviewTakesEachOption) {
    const auto review = read<ReviewCommand>({"review",
                                             "a.yaml",
                                             "--guideline",
                                             "mtus.work_hardening",
                                             "--edition",
                                             "mtus/2009",
                                             "--edition",
                                             "2015",
                                             "--procedure",
                                             "ur",
                                             "--as-of",
                                             "2015-08",
                                             "--set",
                                             "job.demand=medium",
                                             "--set",
                                             "x=a=b",
                                             "b.yaml",
                                             "--format",
                                             "json",
                                             "--detail",
                                             "full",
                                             "--fail-on",
                                             "undetermined,Not_Supported",
                                             "--fail-on",
                                             "partly-supported"});
    EXPECT_EQ(review.cases, (Arguments{"a.yaml", "b.yaml"}));
    EXPECT_EQ(review.guideline, "mtus.work_hardening");
    ASSERT_EQ(review.editions.size(), 2u);
    EXPECT_EQ(review.editions[0].source, "mtus");
    EXPECT_EQ(review.editions[0].edition, "2009");
    EXPECT_EQ(review.editions[1].source, "");
    EXPECT_EQ(review.editions[1].edition, "2015");
    EXPECT_EQ(review.procedure, "ur");
    ASSERT_TRUE(review.as_of);
    EXPECT_EQ(review.as_of->high - review.as_of->low, 30);  // August
    EXPECT_EQ(review.settings, (Arguments{"job.demand=medium", "x=a=b"}));
    EXPECT_EQ(review.form, ReviewCommand::Form::json);
    EXPECT_EQ(review.detail, Detail::full);
    EXPECT_EQ(review.fail_on,
              (std::vector<FindingName>{FindingName::undetermined, FindingName::not_supported, FindingName::partly_supported}));
}

TEST(Options, WithoutOptionsThePartsArePrintedAsText) {
    const auto review = read<ReviewCommand>({"review", "-"});
    EXPECT_EQ(review.cases, Arguments{"-"});
    EXPECT_EQ(review.form, ReviewCommand::Form::text);
    EXPECT_EQ(review.detail, Detail::parts);
    EXPECT_FALSE(review.as_of);
    EXPECT_EQ(read<ReviewCommand>({"review", "-", "--detail", "head"}).detail, Detail::head);
}

TEST(Options, OtherCommands) {
    EXPECT_EQ(read<CheckCommand>({"check", "a.warrant", "b.warrant"}).files, (Arguments{"a.warrant", "b.warrant"}));
    EXPECT_EQ(read<CheckCommand>({"check", "--format=json", "a"}).format, Format::json);
    const auto eval = read<EvalCommand>({"eval", "--use", "a.b", "1 + 2", "--case", "c.yaml", "--", "-3 days"});
    EXPECT_EQ(eval.expressions, (Arguments{"1 + 2", "-3 days"}));
    EXPECT_EQ(eval.uses, Arguments{"a.b"});
    EXPECT_EQ(eval.case_file, "c.yaml");
    EXPECT_EQ(read<PrintCommand>({"print", "plan", "x"}).what, PrintCommand::What::plan);
    EXPECT_EQ(read<PrintCommand>({"print", "tree", "-"}).file, "-");
    EXPECT_EQ(read<TextCommand>({"version"}).text.substr(0, 8), "warrant ");
}

TEST(Options, TestTakesEachOption) {
    const auto test =
        read<TestCommand>({"test", "a", "--edition", "mtus/2009", "--run", "a.*b", "--format", "junit", "b.yaml"});
    EXPECT_EQ(test.paths, (Arguments{"a", "b.yaml"}));
    ASSERT_EQ(test.editions.size(), 1u);
    EXPECT_EQ(test.editions[0].source, "mtus");
    EXPECT_EQ(test.run, "a.*b");
    EXPECT_EQ(test.results, TestCommand::Results::junit);
    EXPECT_EQ(read<TestCommand>({"test", "--format", "json"}).results, TestCommand::Results::json);
    EXPECT_EQ(read<TestCommand>({"test"}).results, TestCommand::Results::text);
    EXPECT_FALSE(read<TestCommand>({"test"}).coverage);
    const auto covered = read<TestCommand>({"test", "--coverage", "--threshold", "95"});
    EXPECT_TRUE(covered.coverage);
    EXPECT_EQ(covered.threshold, 95u);
    EXPECT_NE(mistake_in({"test", "--threshold", "95"}).find("give both"), std::string::npos);
    EXPECT_NE(mistake_in({"test", "--coverage", "--threshold", "101"}).find("--threshold"), std::string::npos);
    EXPECT_NE(mistake_in({"test", "--coverage", "--format", "json"}).find("text only"), std::string::npos);
    EXPECT_NE(mistake_in({"test", "--run", "a("}).find("`a(` is not a regular expression"), std::string::npos);
    EXPECT_NE(mistake_in({"test", "--format", "xml"}).find("xml"), std::string::npos);
}

TEST(Options, MistakesSuggestWhatWasMeant) {
    EXPECT_NE(mistake_in({"reveiw", "a.yaml"}).find("did you mean `review`?"), std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--formt", "json"}).find("`--formt`; did you mean `--format`?"),
              std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--detail", "all"}).find("--detail"), std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--fail-on", "suported"}).find("did you mean `supported`?"), std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--as-of", "2015-02-30"}).find("`2015-02-30` is not a date"), std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--set", "job.demand"}).find("FACT=VALUE"), std::string::npos);
    EXPECT_NE(mistake_in({"review"}).find("CASE"), std::string::npos);
    EXPECT_NE(mistake_in({"print", "leaf", "a"}).find("leaf"), std::string::npos);
    EXPECT_NE(mistake_in({"help", "chek"}).find("did you mean `check`?"), std::string::npos);
    EXPECT_NE(mistake_in({"version", "now"}).find("`now`"), std::string::npos);
    EXPECT_NE(mistake_in({}).find("say what to do"), std::string::npos);
    EXPECT_NE(mistake_in({"--colour"}).find("--colour"), std::string::npos);
    EXPECT_NE(mistake_in({"review", "a.yaml", "--formt"}).find("`warrant review --help`"), std::string::npos);
}

TEST(Options, HelpIsOneTextHoweverItIsAskedFor) {
    EXPECT_EQ(read<TextCommand>({"help"}).text, read<TextCommand>({"--help"}).text);
    for (const std::string& name : command_names()) {
        EXPECT_EQ(read<TextCommand>({"help", name}).text, read<TextCommand>({name, "--help"}).text) << name;
    }
}

// The words of a help text that look like options.
std::vector<std::string> options_told(const std::string& help) {
    std::vector<std::string> options;
    for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
        const std::size_t end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
        const std::string word = help.substr(at, end - at);
        if (word.size() > 2 && std::find(options.begin(), options.end(), word) == options.end()) options.push_back(word);
    }
    std::sort(options.begin(), options.end());
    return options;
}

TEST(Options, HelpTellsOfEveryOptionAndOfNoOther) {
    for (const std::string& name : command_names()) {
        const std::string help = read<TextCommand>({name, "--help"}).text;
        std::vector<std::string> registered = option_names(name);
        std::sort(registered.begin(), registered.end());
        EXPECT_EQ(options_told(help), registered) << help;
        const bool takes_nothing = name == "version" || name == "help";
        EXPECT_TRUE(takes_nothing || help.find("Examples:\n  warrant " + name) != std::string::npos) << help;
    }
}

TEST(Options, HelpFitsATerminal) {
    std::string all = read<TextCommand>({"help"}).text;
    for (const std::string& name : command_names()) all += read<TextCommand>({"help", name}).text;
    std::size_t begin = 0;
    for (std::size_t end = all.find('\n'); end != std::string::npos; begin = end + 1, end = all.find('\n', begin)) {
        EXPECT_LE(end - begin, 80u) << all.substr(begin, end - begin);
    }
}

TEST(Options, ReadmesTellOfEveryCommand) {
    const std::string front = golden::read_file(golden::root() / "README.md");
    const std::string room = golden::read_file(golden::root() / "interpreter/cli/README.md");
    for (const std::string& name : command_names()) {
        EXPECT_NE(front.find("warrant " + name), std::string::npos) << name;
        EXPECT_NE(room.find("warrant " + name), std::string::npos) << name;
        for (const std::string& option : option_names(name)) {
            EXPECT_TRUE(option == "--help" || room.find(option) != std::string::npos) << option;
        }
    }
}

}  // namespace
}  // namespace warrant::cli
