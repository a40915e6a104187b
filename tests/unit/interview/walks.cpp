// Laws of every interview, on walks with random replies over generated guidelines and sections of the project: what is asked
// for matters, no fact is asked for twice, it ends, and the text of the case says all that was answered.
#include "tests/golden/opened.hpp"
#include "tests/unit/interview/shelf_texts.hpp"
#include "tests/unit/oracle/guideline_text.hpp"

namespace warrant::testing {
namespace {

using oracle::Random;

struct Counts {
    std::size_t questions = 0;
    std::size_t left_out = 0;
    std::size_t went_back = 0;
    std::size_t ends[3] = {0, 0, 0};
};

struct Walk {
    OnShelf& on;
    const ReviewOptions& options;
    Interview& interview;
    Random& random;
    Counts& counts;
    std::vector<AskedFact> asked;

    // What the written text comes to by itself: its finding, and the facts that settle() calls relevant as far as it is
    // encoded.
    struct Written {
        FindingName finding = FindingName::undetermined;
        std::string justification;
        std::vector<FactId> relevant;
        bool complete = true;
        CaseRecord record;
    };
    std::string read_back(Written& written) const {
        Diagnostics diagnostics;
        const std::string text = interview.case_text();
        written.record = read_case("written.yaml", text, {}, on.shelf, on.sources, diagnostics);
        if (!diagnostics.ok()) return render_text(diagnostics, on.sources, false) + text;
        const Review found = review(on.shelf, written.record, options, diagnostics);
        if (!diagnostics.ok()) return render_text(diagnostics, on.sources, false) + text;
        written.finding = found.requests.front().finding;
        written.justification = render_text(justify(found, written.record, on.shelf), Detail::full, false);
        for (const Candidate& candidate : found.requests.front().candidates) {
            if (candidate.guideline == nullptr) continue;
            const Settlement settlement = settle(as_encoded(candidate.plan), *candidate.facts, on.shelf.vocabulary);
            written.relevant.insert(written.relevant.end(), settlement.relevant.begin(), settlement.relevant.end());
            written.complete = written.complete && settlement.complete;
        }
        if (written.justification == render_text(interview.justification(), Detail::full, false)) return {};
        return "the written case is found differently:\n" + text;
    }

    bool was_asked(const AskedFact& fact) const { return std::find(asked.begin(), asked.end(), fact) != asked.end(); }
    bool is_given_up(const CaseRecord& record, FactId fact) const {
        const FactState state = resolve(record, 0, fact, on.shelf.vocabulary).state;
        return state == FactState::stated_unknown || state == FactState::not_found;
    }

    std::string check_question(const Question& question, const Written& written) const {
        const std::string& path = on.path(question.asked);
        if (was_asked(question.asked)) return path + " is asked for twice";
        const bool relevant =
            std::find(written.relevant.begin(), written.relevant.end(), question.asked.fact) != written.relevant.end();
        const bool opens = path == "request.service" || question.chooses || !written.complete;
        return relevant || opens ? "" : path + " is asked for and does not matter";
    }

    std::string check_end(const Written& written) const {
        const bool is_open = written.finding == FindingName::undetermined;
        if (is_open != (interview.end() != InterviewEnd::decided)) return "it ends as decided, and is not, or the reverse";
        if (interview.end() == InterviewEnd::whatever && !written.relevant.empty()) return "it ends while facts matter";
        for (const FactId fact : written.relevant) {
            const AskedFact of_record{fact, std::nullopt};
            const AskedFact of_request{fact, 0};
            if (is_open && !was_asked(of_record) && !was_asked(of_request) && !is_given_up(written.record, fact))
                return on.path(of_record) + " matters and was not asked for";
        }
        return {};
    }

    void reply(const Question& question) {
        const AskedFact fact = question.asked;
        const std::vector<AnswerForm> forms = answer_forms(question, on.shelf.vocabulary);
        const std::string text = forms[random.below(forms.size())].example;
        if (random.chance(15) || !interview.answer(text).ok()) {
            ++counts.left_out;
            interview.skip();
        }
        asked.push_back(fact);
    }

    std::string run() {
        std::size_t returns = 3;
        while (true) {
            Written written;
            std::string wrong = read_back(written);
            if (!wrong.empty()) return wrong;
            const Question* question = interview.question();
            if (question == nullptr) {
                ++counts.ends[static_cast<std::size_t>(interview.end())];
                return check_end(written);
            }
            ++counts.questions;
            wrong = check_question(*question, written);
            if (!wrong.empty()) return wrong + "\n" + interview.case_text();
            if (returns > 0 && !asked.empty() && random.chance(10)) {
                --returns;
                ++counts.went_back;
                interview.back();
                if (interview.question() == nullptr || interview.question()->asked != asked.back())
                    return "going back leads elsewhere";
                asked.pop_back();
                continue;
            }
            reply(*question);
        }
    }
};

std::string walk(OnShelf& on, const ReviewOptions& options, Random& random, Counts& counts) {
    Diagnostics diagnostics;
    auto interview = interview_for_new_case("walk", on.shelf, options, on.sources, diagnostics);
    if (!interview) return render_text(diagnostics, on.sources, false);
    return Walk{on, options, *interview, random, counts, {}}.run();
}

TEST(Walks, OverGeneratedGuidelinesKeepTheLaws) {
    Counts counts;
    oracle::for_seeds("interviews", 150, [&](Random random) {
        const oracle::TableLibrary library = oracle::random_tables(random);
        oracle::GuidelineHabits habits;
        habits.tables = library.names;
        const oracle::World world;
        std::vector<ModuleText> texts;
        texts.push_back({"words.warrant", std::string(world.sources().text(SourceId{0})), true, false});
        texts.push_back(
            {"services.warrant", "library services \"Services\"\n\nfact request.service \"service\" : service\n", true, false});
        texts.push_back({"tables.warrant", library.text, true, false});
        const std::string guideline = random_guideline(random, habits);
        texts.push_back({"guideline.warrant", guideline, false, false});
        OnShelf on(std::move(texts));
        if (!on.diagnostics.ok()) return on.mistakes();
        for (int number = 0; number < 3; ++number) {
            const std::string wrong = walk(on, {"generated.section", {}, "", std::nullopt}, random, counts);
            if (!wrong.empty()) return wrong + guideline + library.text;
        }
        return std::string();
    });
    EXPECT_GE(counts.questions, 500u);
    EXPECT_GE(counts.went_back, 30u);
    for (const std::size_t ended : counts.ends) EXPECT_GE(ended, 3u);
}

TEST(Walks, OverSectionsOfTheProjectKeepTheLaws) {
    Counts counts;
    OnShelf on(shipped_texts());
    ASSERT_EQ(on.mistakes(), "");
    Random random(7);
    for (const char* const name : {"mtus.work_hardening", "mtus.acupuncture", "mtus.topical_analgesics", "mtus.home_health",
                                   "mtus.epidural_steroid_injections", "mtus.functional_restoration", "mtus.nsaids"}) {
        const ReviewOptions options{name, {{"mtus", "2009", {}}}, "", std::nullopt};
        EXPECT_EQ(walk(on, options, random, counts), "") << name;
    }
    EXPECT_GE(counts.questions, 40u);
}

}  // namespace
}  // namespace warrant::testing
