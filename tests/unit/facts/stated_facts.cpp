// Facts stated in addition to what a case says: its text with them reads as its tree with them, and the rest of it stays.
#include "interpreter/facts/stated_facts.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

using facts::StatedFact;

struct Stating {
    SourceMap sources;
    Diagnostics diagnostics;

    facts::Node tree_of(const std::string& text) {
        const SourceId source = sources.add("text", text);
        const auto root = facts::read_yaml(sources.text(source), sources.base(source), diagnostics);
        EXPECT_TRUE(root && diagnostics.ok()) << render_text(diagnostics, sources, false) << text;
        return root.value_or(facts::Node{});
    }
    StatedFact fact(const std::string& path, const std::string& value, std::size_t request = 0) {
        return {vocabulary().fact_by_path.at(path), request, tree_of(value)};
    }
    // The text with the facts, which must read as the tree with the facts does.
    std::string text_with(const std::string& text, const std::vector<StatedFact>& stated) {
        const SourceId source = sources.add("case.yaml", text);
        const facts::YamlText yaml{sources.text(source), sources.base(source)};
        const facts::Node root = *facts::read_yaml(yaml.text, yaml.base, diagnostics);
        std::string written = facts::text_with_facts(yaml, root, stated, vocabulary());
        EXPECT_EQ(facts::written(tree_of(written)), facts::written(facts::with_facts(root, stated, vocabulary()))) << written;
        return written;
    }
    std::string text_with(const std::string& text, const std::string& path, const std::string& value) {
        return text_with(text, {fact(path, value)});
    }
};

TEST(StatedFacts, CommentsOrderAndLayoutStay) {
    const std::string text = R"(# The case.
case: test   # its name
requests:
  - {date: 2015-06-09}   # one

facts:

  # Of the worker.
  worker: {age: 45 years}
  goal.defined:   # asked for in June
    value: unknown
    document: pr2   # page 3
  job.demand: medium   # as he said

# The end.
)";
    Stating stating;
    const std::string after =
        stating.text_with(text, {stating.fact("goal.defined", "yes"), stating.fact("job.demand", "{one_of: [light, medium]}"),
                                 stating.fact("worker.age", "46 years"), stating.fact("injury.date", "2015-02"),
                                 stating.fact("job.title", "\"a: b # c\"")});
    EXPECT_EQ(after, R"(# The case.
case: test   # its name
requests:
  - {date: 2015-06-09}   # one

facts:

  # Of the worker.
  worker: {age: 46 years}
  goal.defined: yes  # asked for in June   # page 3
  job.demand: {one_of: [light, medium]}   # as he said
  injury.date: 2015-02
  job.title: "a: b # c"

# The end.
)");
}

TEST(StatedFacts, ValuesOfSeveralLinesAreNotCutApart) {
    Stating stating;
    const std::string text =
        "case: test\nrequests: [{}]\nfacts:\n  job.title: a driver\n    of vans\n  goal.defined:\n    value: yes\n"
        "    note: >\n      first line\n\n      # second line\n\n";
    EXPECT_EQ(stating.text_with(text, "job.demand", "light"), text.substr(0, text.size() - 1) + "  job.demand: light\n\n");
    EXPECT_EQ(stating.text_with(text, "job.title", "clerk"),
              "case: test\nrequests: [{}]\nfacts:\n  job.title: clerk\n" + text.substr(text.find("  goal.defined")));
    EXPECT_EQ(stating.text_with(text, "goal.defined", "no"), text.substr(0, text.find("\n    value")) + " no\n\n");
    const std::string quoted =
        "case: test\nrequests: [{}]\nfacts: {job.title: \"a driver\n    of vans, and # more\",\n  worker.age: 45\n    years "
        "}\n";
    EXPECT_EQ(stating.text_with(quoted, "job.demand", "light"),
              quoted.substr(0, quoted.find(" }")) + ", job.demand: light }\n");
    const std::string end = "case: test\nrequests: [{}]\nfacts:\n  job.title: |-\n    a driver\n    of vans";
    EXPECT_EQ(stating.text_with(end, "job.demand", "light"), end + "\n  job.demand: light");
}

TEST(StatedFacts, AFactIsFoundDottedOrNestedAndByItsIndex) {
    Stating stating;
    const std::string text =
        "case: test\nrequests: [{}]\nfacts:\n  worker:\n    age: 45 years\n  history:\n    visits:\n"
        "      work_hardening: 3 visits\n  history.visits(pain_relief): 1..2 visits\n";
    EXPECT_NE(stating.text_with(text, "worker.age", "unknown").find("    age: unknown\n"), std::string::npos);
    EXPECT_NE(stating.text_with(text, "history.visits(work_hardening)", "4 visits").find("      work_hardening: 4 visits\n"),
              std::string::npos);
    EXPECT_NE(stating.text_with(text, "history.visits(pain_relief)", "2 visits").find("(pain_relief): 2 visits\n"),
              std::string::npos);
    EXPECT_EQ(stating.text_with(text, "history.visits(work_conditioning)", "5 visits"),
              text + "  history.visits(work_conditioning): 5 visits\n");
}

TEST(StatedFacts, HeadingsThatTheCaseLacksAreAdded) {
    Stating stating;
    const std::vector<StatedFact> stated = {stating.fact("goal.defined", "yes"), stating.fact("request.duration", "2 weeks", 1),
                                            stating.fact("job.demand", "light"), stating.fact("request.date", "2015", 0),
                                            stating.fact("ur_decision.outcome", "oral")};
    EXPECT_EQ(stating.text_with("case: test\nrequests:\n  - {}\n  - quantity: 3 visits\n    date: 2015-06-09\n", stated),
              "case: test\nrequests:\n  - {date: 2015}\n  - quantity: 3 visits\n    date: 2015-06-09\n    duration: 2 weeks\n"
              "facts:\n  goal.defined: yes\n  job.demand: light\nur_decision:\n  outcome: oral\n");
    EXPECT_EQ(stating.text_with("{case: test, requests: [{}, {date: 2015}]}", stated),
              "{case: test, requests: [{date: 2015}, {date: 2015, duration: 2 weeks}], facts: {goal.defined: yes, job.demand: "
              "light}, ur_decision: {outcome: oral}}");
    EXPECT_EQ(stating.text_with("case: test\nrequests: [{}]\nfacts: {}\n", "goal.defined", "yes"),
              "case: test\nrequests: [{}]\nfacts: {goal.defined: yes}\n");
}

TEST(StatedFacts, LinesEndAsTheTextEndsThem) {
    Stating stating;
    EXPECT_EQ(stating.text_with("\xEF\xBB\xBF"
                                "case: test\r\nrequests: [{}]\r\n",
                                "goal.defined", "yes"),
              "\xEF\xBB\xBF"
              "case: test\r\nrequests: [{}]\r\nfacts:\r\n  goal.defined: yes\r\n");
}

// The cases of the project, with facts of every scope stated in them.
TEST(StatedFacts, EveryCaseAtHandTakesThem) {
    std::size_t cases = 0;
    for (const char* const folder : {"tests/cases", "tests/golden/review", "tests/golden/letter"}) {
        for (const auto& file : golden::files(golden::root() / folder, ".yaml")) {
            if (golden::expects_failure(file)) continue;
            const std::string text = golden::read_file(file);
            Stating stating;
            const SourceId source = stating.sources.add("case", text);
            const auto root = facts::read_yaml(text, stating.sources.base(source), stating.diagnostics);
            if (!root || root->find("requests") == nullptr) continue;
            SCOPED_TRACE(file.filename().string());
            ++cases;
            stating.text_with(text, {stating.fact("goal.defined", "no"), stating.fact("request.duration", "3 weeks"),
                                     stating.fact("injury.date", "2014"), stating.fact("job.title", "driver"),
                                     stating.fact("worker.age", "at least 45 years"), stating.fact("medications", "none"),
                                     stating.fact("ur_decision.guideline", "none known")});
        }
    }
    EXPECT_GE(cases, 30u);
}

}  // namespace
}  // namespace warrant::facts_test
