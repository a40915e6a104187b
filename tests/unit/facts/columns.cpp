// The columns of one request: each slot holds what the record allows its fact, and whether the record says nothing.
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

TEST(Columns, HoldOneRowInTheOrderAsked) {
    const Loaded loaded = read(
        case_with("  goal.defined: no\n  job.demand: {one_of: [medium, heavy]}\n  job.title: driver\n  injury.date: 2015-02",
                  "service: work_hardening, quantity: 10 sessions"));
    ASSERT_EQ(loaded.text(), "");
    std::vector<FactId> facts;
    for (const char* path : {"job.title", "goal.defined", "request.quantity", "job.demand", "injury.date"}) {
        facts.push_back(vocabulary().fact_by_path.at(path));
    }
    const FactColumns columns = columns_of(loaded.record, 0, {facts, {}, {}}, vocabulary());
    ASSERT_EQ(columns.columns.size(), facts.size());
    EXPECT_EQ(columns.rows, 1U);
    for (std::size_t slot = 0; slot < facts.size(); ++slot) {
        EXPECT_EQ(cell(columns.columns[slot], 0, columns.pool), resolve(loaded.record, 0, facts[slot], vocabulary()).value);
        EXPECT_EQ(columns.absent[slot], (std::vector<std::uint64_t>{0}));
    }
    EXPECT_EQ(cell(columns.columns[1], 0, columns.pool), truth(false, true));
    EXPECT_EQ(cell(columns.columns[2], 0, columns.pool), ordered(10 * one, 10 * one));
}

TEST(Columns, OnlyWhatTheRecordDoesNotMentionIsAbsent) {
    const Loaded loaded = read(case_with("  goal.defined: unknown\n  job.demand: {not_found: [pr1]}"));
    std::vector<FactId> facts;
    for (const char* path : {"goal.defined", "job.demand", "worker.age", "request.quantity"})
        facts.push_back(vocabulary().fact_by_path.at(path));
    const FactColumns columns = columns_of(loaded.record, 0, {facts, {}, {}}, vocabulary());
    EXPECT_EQ(columns.absent[0][0], 0U);
    EXPECT_EQ(columns.absent[1][0], 0U);
    EXPECT_EQ(columns.absent[2][0], 1U);
    EXPECT_EQ(columns.absent[3][0], 1U);
    EXPECT_EQ(cell(columns.columns[2], 0, columns.pool), ordered(0, unbounded_high));
}

}  // namespace
}  // namespace warrant::facts_test
