// Values given on the command line: `FACT=VALUE`.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

Loaded two_requests() {
    return read("case: two\n" + documents +
                "requests:\n  - {service: work_hardening, quantity: 10, date: 2015-06-09}\n  - {service: work_conditioning, "
                "quantity: 6}\n"
                "facts:\n  job.demand: light\n");
}

TEST(SetFact, ReplacesWhatTheRecordSays) {
    Loaded loaded = two_requests();
    EXPECT_FALSE(loaded.record.hypothetical);
    loaded.set("job.demand=heavy");
    EXPECT_EQ(loaded.text(), "");
    EXPECT_TRUE(loaded.record.hypothetical);
    EXPECT_EQ(loaded.fact("job.demand").state, FactState::hypothetical);
    EXPECT_EQ(loaded.fact("job.demand").value, choices({3}, 5));
    EXPECT_EQ(loaded.record.facts.size(), 1U);
}

TEST(SetFact, AddsWhatTheRecordDoesNotSay) {
    Loaded loaded = two_requests();
    loaded.set("injury.date = 2015-02");
    loaded.set("goal.defined={one_of: [yes, no]}");
    loaded.set("recovery.tolerance={value: 4..6 hours/day, document: pr1}");
    loaded.set("job.title=\"a = b\"");
    loaded.set("ur_decision.outcome=oral");
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("injury.date").value, ordered(day("2015-02-01"), day("2015-02-28")));
    EXPECT_EQ(loaded.fact("goal.defined").value, truth(true, true));
    EXPECT_EQ(loaded.fact("recovery.tolerance").value, ordered(4 * one, 6 * one));
    EXPECT_EQ(loaded.fact("job.title").value, texts({"a = b"}));
    EXPECT_EQ(loaded.fact("ur_decision.outcome").state, FactState::hypothetical);
}

TEST(SetFact, UnknownAndNotFoundAreHypotheticalToo) {
    Loaded loaded = two_requests();
    loaded.set("job.demand=unknown");
    EXPECT_EQ(loaded.fact("job.demand").state, FactState::hypothetical);
    EXPECT_EQ(loaded.fact("job.demand").value, choices({0, 1, 2, 3, 4}, 5));
    loaded.set("job.demand={not_found: [pr1]}");
    EXPECT_EQ(loaded.fact("job.demand").state, FactState::hypothetical);
    EXPECT_EQ(loaded.text(), "");
}

TEST(SetFact, OfARequestAppliesToEachAndDerivesAnew) {
    Loaded loaded = two_requests();
    loaded.set("request.duration=2 weeks");
    EXPECT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("request.frequency", 0).value, ordered(5 * one, 5 * one));
    EXPECT_EQ(loaded.fact("request.frequency", 1).value, ordered(3 * one, 3 * one));
    loaded.set("request.duration=1 week");
    EXPECT_EQ(loaded.fact("request.frequency", 0).value, ordered(10 * one, 10 * one));
    EXPECT_EQ(loaded.fact("request.frequency", 0).entry->statements.size(), 1U);
    loaded.set("request.duration=unknown");
    EXPECT_EQ(loaded.fact("request.frequency", 0).state, FactState::absent);
    loaded.set("request.frequency=2 visits/week");
    EXPECT_EQ(loaded.fact("request.duration", 0).state, FactState::derived);
    EXPECT_EQ(loaded.text(), "");
}

TEST(SetFact, DisagreementIsReported) {
    Loaded loaded = two_requests();
    loaded.set("request.duration=2 weeks");
    loaded.set("request.frequency=4 visits/week");
    EXPECT_EQ(loaded.slug(), "quantities-disagree quantities-disagree");
}

TEST(SetFact, AnotherServiceMustFitTheAmounts) {
    Loaded loaded = two_requests();
    loaded.set("request.service=work_conditioning");
    EXPECT_EQ(loaded.text(), "");
    loaded.set("request.service=pain_relief");
    EXPECT_EQ(loaded.slug(), "unit-mismatch");
}

struct Mistake {
    std::string assignment;
    std::string slug;
    std::string pointed_at;
};

TEST(SetFact, MistakesPointIntoTheAssignment) {
    const std::vector<Mistake> mistakes = {
        {"job.demand", "wrong-shape", "job.demand"},
        {"job.demnd=heavy", "unknown-key", "job.demnd"},
        {"job.demand=hevy", "bad-value", "hevy"},
        {"job.demand=", "empty-value", "job.demand"},
        {"job.demand=  ", "empty-value", "job.demand"},
        {"job.demand=[", "case-syntax", "["},
        {"job.demand=*a", "yaml-not-allowed", "*"},
        {"job.demand={value: heavy, document: pr9}", "unknown-document", "pr9"},
        {"worker.age=45 dayz", "unknown-unit", "dayz"},
        {"injury.date=2015-02-30", "bad-date", "2015-02-30"},
        {"request.quantity=-2", "negative-value", "-2"},
    };
    for (const Mistake& mistake : mistakes) {
        Loaded loaded = two_requests();
        loaded.set(mistake.assignment);
        EXPECT_EQ(loaded.slug(), mistake.slug) << mistake.assignment;
        EXPECT_EQ(loaded.pointed_at(), mistake.pointed_at) << mistake.assignment;
        EXPECT_EQ(loaded.fact("job.demand").state, FactState::stated) << mistake.assignment;
    }
}

TEST(SetFact, AmountOfUnclearServicesIsRefused) {
    Loaded loaded = read(case_with("", "date: 2015-06-09"));
    loaded.set("request.quantity=10");
    EXPECT_EQ(loaded.slug(), "unclear-amount");
}

}  // namespace
}  // namespace warrant::facts_test
