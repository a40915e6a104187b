// Every operator, alone, over distinct facts with sets of every kind: the plan says exactly what the completions have in
// common.
#include "interpreter/plan/opcodes.hpp"
#include "tests/unit/oracle/compare.hpp"
#include "tests/unit/oracle/table_text.hpp"

#include <gtest/gtest.h>

#include <set>

namespace warrant::oracle {
namespace {

// Where the sets of the operands are independent and the ends of the result are attained, or the result is a truth.
const char* const exact_operators[] = {
    // truths
    "flag.a and flag.b",
    "flag.a or flag.b",
    "not flag.a",
    "flag.a and flag.b and flag.c and flag.d",
    "all of (flag.a, flag.b, flag.c)",
    "any of (flag.a, flag.b, flag.c)",
    "at least 1 of (flag.a, flag.b, flag.c, flag.d)",
    "at least 2 of (flag.a, flag.b, flag.c, flag.d)",
    "at least 3 of (flag.a, flag.b, flag.c, flag.d)",
    "at least 4 of (flag.a, flag.b, flag.c, flag.d)",
    "flag.a = flag.b",
    "flag.a != flag.b",
    "flag.a = yes",
    "flag.a != yes",
    "flag.a = no",
    "yes",
    "no",
    "flag.a",
    // comparisons, with and without conversion
    "score.a < score.b",
    "score.a <= score.b",
    "score.a > score.b",
    "score.a >= score.b",
    "score.a = score.b",
    "score.a != score.b",
    "session_time.a < session_time.b",
    "session_time.a <= session_time.b",
    "session_time.a = session_time.c",
    "session_time.b = session_time.a",
    "session_time.a != session_time.b",
    "stay.a < stay.b",
    "stay.b <= stay.a",
    "stay.b > stay.a",
    "stay.a >= stay.b",
    "stay.a = stay.c",
    "stay.a = stay.b",
    "tolerance.a != tolerance.b",
    "age.a < age.b",
    "age.b <= age.a",
    "had.a < had.b",
    "had.a = request.quantity",
    "tolerance.a < tolerance.b",
    "tolerance.b <= tolerance.a",
    "pace.a < pace.b",
    "pace.b <= pace.a",
    "pace.a >= request.frequency",
    "attendance.a < attendance.b",
    "on.a < on.b",
    "on.a <= on.b",
    "on.a = on.b",
    "on.a != on.b",
    "on.a > on.b",
    "on.a >= on.b",
    "score.a < 3",
    "score.a >= 25 percent",
    "stay.a <= 2 weeks",
    "stay.b = 14 days",
    "tolerance.a >= 4 hours/day",
    "tolerance.a < 10 minutes/week",
    "on.a <= 2015-02-28",
    "on.a = 2016-02-29",
    "2 visits >= had.a",
    "score.a in 1..3",
    "stay.a in 1 days..2 weeks",
    "on.a in 2015-01-31..2015-03-01",
    "tolerance.a in 1 hours/day..4 hours/day",
    // choices and texts
    "job.a = medium",
    "job.a != medium",
    "job.a < medium",
    "job.a <= medium",
    "job.a > medium",
    "job.a >= medium",
    "medium > job.a",
    "medium <= job.a",
    "job.a < job.b",
    "job.a <= job.b",
    "job.a > job.b",
    "job.a >= job.b",
    "job.a = job.b",
    "job.a != job.b",
    "job.a in (light, heavy)",
    "job.a in light..medium",
    "way.a = oral",
    "way.a != oral",
    "way.a = way.b",
    "way.a != way.b",
    "way.a in (oral, injected)",
    "word.a = \"red\"",
    "word.a != \"red\"",
    "word.a = word.b",
    "word.a != word.b",
    "word.a in (\"red\", \"blue\")",
    // codes
    "icd.a = \"M54.16\"",
    "icd.a in (\"M54.1*\", \"G54.0\"..\"G54.4\")",
    "icd.a in \"G54.0\"..\"G54.4\"",
    // facts for each value of a choice
    "given(oral)",
    "given(best(medium))",
    "tried(job.a) > 3 visits",
    "job.a",
    "way.a",
    "word.a",
    // sums, products, quotients
    "score.a + score.b",
    "score.a - score.b",
    "-score.a",
    "-session_time.a",
    "score.a * score.b",
    "score.a / score.b",
    "session_time.a + session_time.b",
    "session_time.b - session_time.a",
    "stay.a + stay.b",
    "stay.b - stay.c",
    "age.a + age.b",
    "age.c - age.b",
    "had.a + had.b",
    "tolerance.a + tolerance.b",
    "pace.b - pace.a",
    "pace.a * stay.a",
    "stay.b * pace.a",
    "pace.b * stay.b",
    "tolerance.a * stay.a",
    "tolerance.b * stay.a",
    "attendance.a * stay.b",
    "attendance.b * stay.a",
    "score.b * session_time.a",
    "session_time.a / score.b",
    "session_time.a / session_time.b",
    "stay.a / stay.b",
    "age.a / age.b",
    "tolerance.a / tolerance.b",
    "pace.a / pace.b",
    "had.a / stay.a",
    "had.b / stay.b",
    "session_time.b / stay.a",
    "had.a / pace.a",
    "had.b / pace.b",
    "session_time.a / tolerance.b",
    "session_time.b / tolerance.a",
    "score.a * 3",
    "score.a * -0.333333",
    "score.a / 7",
    "score.b / -3",
    "1 / score.a",
    "pace.a * 2 weeks",
    "session_time.a * 25 percent",
    // least, greatest, rounding to a constant
    "least of (score.a, score.b, score.c)",
    "greatest of (score.a, score.b, score.c)",
    "least of (stay.a, stay.b)",
    "greatest of (session_time.a, session_time.b)",
    "least of (on.a, on.b)",
    "greatest of (on.a, on.b, on.c)",
    "least of (tolerance.a, tolerance.b)",
    "greatest of (had.a, 3 sessions)",
    "(score.a) rounded up to 1",
    "(score.b) rounded up to 0.7",
    "(had.a) rounded up to 1 visit",
    "(session_time.a) rounded up to 45 minutes",
    "(session_time.b) rounded up to 1 hour",
    "(stay.b) rounded up to 2 days",
    "(score.a) rounded up to 0",
    "(stay.c) rounded up to 1 week",
    // dates
    "on.a + stay.a",
    "stay.b + on.a",
    "on.a - stay.a",
    "on.a - stay.b",
    "on.a + stay.c",
    "on.a + age.a",
    "on.a + age.b",
    "on.a - age.a",
    "on.a - age.b",
    "on.a + age.c",
    "on.a + 2 years",
    "on.a - 1 month",
    "on.a + 0.5 months",
    "on.a + 10 days",
    "on.a - on.b",
    "days between on.a and on.b",
    "months between on.a and on.b",
    "years between on.a and on.b",
    // branches
    "if flag.a then flag.b else flag.c",
    "if flag.a then score.a else score.b",
    "if flag.a then stay.a else stay.b",
    "if flag.a then session_time.a else session_time.b",
    "if flag.a then on.a else on.b",
    "if flag.a then job.a else job.b",
    "if flag.a then way.a else way.b",
    "if flag.a then word.a else word.b",
    "if flag.a then 3 else score.a",
    // tables
    "by_way(way.a, stay.a).score",
    "by_way(way.a, stay.a).most",
    "by_way(way.a, stay.b).shown",
    "by_way(way.a, stay.a).grade",
    "by_way(way.a, stay.a).name",
    "by_way(way.a, stay.c).other",
    "by_way(oral, stay.a).score",
    "by_score(score.b, on.a)",
    "by_score(score.b, on.a).found >= 3",
    "by_flag(flag.a, job.a, stay.c)",
    "by_flag(flag.a, job.a, stay.b) * 2",
    // about the record
    "documented flag.a",
    "documented (stay.a >= 3 days)",
    "documented (job.a >= medium)",
    "known flag.a",
    "known score.a",
    "known stay.a",
    "known on.a",
    "known job.a",
    "known way.a",
    "known word.a",
    "known had.a",
};

// One fact stands in more than one comparison of the plan, or the ends are not attained: sound, and exact for single values.
const char* const sound_operators[] = {
    "score.a in (1, 2, score.b)",
    "stay.a in (1 days, stay.b)",
    "on.a in (2015-01-31, on.b)",
    "job.a in (light, job.b)",
    "way.a in (oral, way.b)",
    "word.a in (\"red\", word.b)",
    "score.a in score.b..score.c",
    "on.a in on.b..on.c",
    "job.a in job.b..job.c",
    "flag.a in (flag.b, flag.c)",
    "(score.a) rounded up to score.b",
    "(stay.a) rounded up to stay.b",
    "(session_time.a) rounded up to session_time.b",
    "(had.a) rounded up to had.b",
    "score.a - score.a",
    "score.a / score.a",
    "flag.a or not flag.a",
    "least of (score.a, score.a + 1)",
    "by_way(way.a, stay.a - stay.b).score",
    "by_way(by_way(way.a, stay.a).other, stay.a).name",
    "by_score(score.a, on.a) + by_score(score.a, on.b)",
    // lists, also open ones
    "some (x in things) has (x.flag)",
    "every (x in things) has (x.flag)",
    "some (x in things) has (x.stay > stay.a and x.way = oral)",
    "every (x in others) has (x.on <= on.a or flag.a)",
    "some (x in things) has (some (y in others) has (y.flag))",
    "every (x in things) has (x.word in (\"red\", word.a) and x.job >= job.a)",
    "count of (x in things)",
    "count of (x in things where x.flag or x.had > 3 visits)",
    "count of (x in others where x.flag) + count of (x in things where x.score > score.a)",
    "sum of (x.stay for x in things)",
    "sum of (x.stay for x in others where x.flag)",
    "sum of (x.time * 2 + x.time for x in things where x.flag)",
    "sum of (x.score / x.score for x in things)",
    "sum of (had.a for x in others where x.stay > 1 day)",
    "least of (x.time for x in things) else 0 hours",
    "least of (x.time for x in things where x.flag) else session_time.a",
    "greatest of (x.on for x in things where x.flag) else on.a",
    "greatest of (x.score for x in things) else score.a",
    "latest (x in things by x.on).score else 0",
    "latest (x in things where x.flag by x.on).stay else stay.b",
    "latest (x in things by x.on).way else oral",
    "latest (x in things where x.flag by x.score).job else job.a",
    "latest (x in things by x.on + 1 day).word else word.a",
    "latest (x in things by x.on).flag else no",
};

std::size_t try_all(const char* const* first, const char* const* last, Demand demand, bool bounded) {
    std::size_t cases = 0;
    World world{std::string(fixed_tables())};
    for_seeds(bounded ? "single operators, with ends" : "single operators", 1, [&](Random random) {
        std::string wrong;
        for (const char* const* text = first; text != last && wrong.empty(); ++text) {
            ExpressionTrial trial;
            trial.text = *text;
            trial.demand = demand;
            trial.most_completions = 3000;
            trial.habits.unbounded = !bounded;
            trial.large = demand == Demand::sound;
            trial.habits.wide = trial.large;
            wrong = try_expression(world, trial, 60, random, cases);
        }
        return wrong;
    });
    return cases;
}

TEST(Oracle, EveryOperatorEqualsItsCompletionsOnSetsWithEnds) {
    EXPECT_GE(try_all(std::begin(exact_operators), std::end(exact_operators), Demand::exact, true), 10'000u);
}

TEST(Oracle, EveryOperatorEqualsItsCompletionsOnSetsOfEveryKind) {
    EXPECT_GE(try_all(std::begin(exact_operators), std::end(exact_operators), Demand::exact, false), 10'000u);
}

TEST(Oracle, OperatorsThatReadAFactTwiceAreNeverContradicted) {
    EXPECT_GE(try_all(std::begin(sound_operators), std::end(sound_operators), Demand::sound, false), 1'000u);
}

// Only `assume` has no expression of its own; the laws meet it in guidelines.
TEST(Oracle, TheListsReachEveryOperationOfAPlan) {
    World world{std::string(fixed_tables())};
    std::set<Op> reached;
    const auto note = [&](const char* text) {
        const Plan plan = plan_of_expression(world.expression(text), text);
        for (const Step& step : plan.steps) reached.insert(step.op);
    };
    for (const char* text : exact_operators) note(text);
    for (const char* text : sound_operators) note(text);
    const auto expect = [&](Op op) { EXPECT_TRUE(op == Op::assume || reached.count(op) != 0) << name_of(op); };
#define WARRANT_EXPECT_OPCODE(name, meaning) expect(Op::name);
    WARRANT_OPCODES(WARRANT_EXPECT_OPCODE)
#undef WARRANT_EXPECT_OPCODE
}

}  // namespace
}  // namespace warrant::oracle
