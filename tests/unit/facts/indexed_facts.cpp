// Facts for each value of a choice: the ways to state one, and what is said of a value that the choice does not have.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

TEST(IndexedFacts, AreStatedValueByValue) {
    const std::vector<std::string> forms = {
        "  history.visits: {work_conditioning: 8 visits}\n", "  history: {visits: {work_conditioning: {value: 8 visits}}}\n",
        "  history.visits(work_conditioning): 8\n",          "  history: {visits(work_conditioning): 8 sessions}\n",
        "  history.visits.work_conditioning: 8 visits\n",
    };
    for (const std::string& form : forms) {
        const Loaded loaded = read(case_with(form));
        EXPECT_EQ(loaded.text(), "") << form;
        EXPECT_EQ(loaded.fact("history.visits(work_conditioning)").value, ordered(8 * one, 8 * one)) << form;
        EXPECT_EQ(loaded.fact("history.visits(work_hardening)").state, FactState::absent) << form;
    }
}

TEST(IndexedFacts, EachValueIsAFactOfItsOwn) {
    const Loaded loaded = read(case_with("  drug.tried: {oral: yes, topical: no, injected: unknown}\n"));
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("drug.tried(oral)").value, truth(true, false));
    EXPECT_EQ(loaded.fact("drug.tried(topical)").value, truth(false, true));
    EXPECT_EQ(loaded.fact("drug.tried(injected)").state, FactState::stated_unknown);
    EXPECT_EQ(vocabulary().fact(vocabulary().fact_by_path.at("drug.tried(oral)")).label, "drug tried: oral");
}

TEST(IndexedFacts, AreSetOnTheCommandLine) {
    Loaded loaded = read(case_with("  drug.tried: {oral: yes}\n"));
    loaded.set("drug.tried(oral)=no");
    loaded.set("history.visits.work_hardening=at least 6 visits");
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("drug.tried(oral)").value, truth(false, true));
    EXPECT_EQ(loaded.fact("history.visits(work_hardening)").value, ordered(6 * one, unbounded_high));
}

struct Misstated {
    std::string line;
    std::string slug;
    std::string pointed_at;
};

TEST(IndexedFacts, AMisspeltValueIsPointedAt) {
    for (const Misstated& wrong : std::vector<Misstated>{
             {"  drug.tried: {orall: yes}\n", "unknown-key", "orall"},
             {"  drug.tried(orall): yes\n", "unknown-key", "orall"},
             {"  drug.tried.orall: yes\n", "unknown-key", "orall"},
             {"  drug.tried: yes\n", "wrong-shape", "yes"},
             {"  drug.tried: {value: yes}\n", "unknown-key", "value"},
             {"  drug.tried(oral): yes\n  drug.tried: {oral: no}\n", "duplicate-key", "oral"},
             {"  drug.tryed(oral): yes\n", "unknown-key", "drug.tryed(oral)"},
         }) {
        const Loaded loaded = read(case_with(wrong.line));
        EXPECT_EQ(loaded.slug(), wrong.slug) << wrong.line << loaded.text();
        EXPECT_EQ(loaded.pointed_at(), wrong.pointed_at) << wrong.line << loaded.text();
    }
    for (const std::string assignment : {"drug.tried(orall)=yes", "drug.tried=yes"}) {
        Loaded loaded = read(case_with(""));
        loaded.set(assignment);
        EXPECT_EQ(loaded.slug(), "unknown-key") << loaded.text();
    }
}

}  // namespace
}  // namespace warrant::facts_test
