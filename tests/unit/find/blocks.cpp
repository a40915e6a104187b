// find_block says of each row of a block what find_row says of it alone, for random facts under a guideline that has every kind
// of part.
#include "interpreter/check/program.hpp"
#include "interpreter/plan/lower.hpp"
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace warrant::testing {
namespace {

const char* const every_part = R"(recommended when every criterion holds

not recommended when c and d

no recommendation when level > 5

criterion 1 "First"
  requires a
  applies when b
  except trial "A trial"
    when c

criterion 2 "Second"
  requires load.total / load.parts <= 3
  applies when d

limit 3 "Ten"
  caps request.quantity at 10 visits - done.visits
  except gains "Gains"
    when b
    caps at 14 visits

limit 4 "Two weeks"
  caps request.duration at 2 weeks
  applies when d
)";

struct Lowered {
    Desk desk;
    Plan plan;

    explicit Lowered(bool partial) {
        GuidelineText text;
        text.body = every_part;
        if (partial) text.more = "  extent partial\n";
        desk.put(guideline(text));
        const Shelf& shelf = desk.make();
        const Program program = check_module(shelf, *editions_of(shelf, "alpha.therapy").front(), desk.diagnostics);
        plan = lower_guideline(program, desk.diagnostics);
    }
};

// A set of a few small values, so that every row of the table comes up.
ValueSet random_set(Layout layout) {
    if (layout == Layout::truth) {
        const int which = *rc::gen::inRange(0, 3);
        return TruthSet{which != 0, which != 1};
    }
    const std::int64_t low = *rc::gen::inRange<std::int64_t>(0, 15) * micro_per_unit;
    const std::int64_t width = *rc::gen::weightedElement<std::int64_t>({{6, 0}, {2, 1}, {1, 8}}) * micro_per_unit;
    return OrderedSet{low, *rc::gen::weightedElement<std::int64_t>({{9, low + width}, {1, unbounded_high}})};
}

FactColumns random_facts(const Plan& plan, std::size_t rows) {
    FactColumns facts;
    facts.rows = rows;
    for (const FactSlot& slot : plan.slots) {
        Column column = make_column(layout_of(slot.type.kind), rows, 0);
        for (std::size_t row = 0; row < rows; ++row) set_cell(column, row, random_set(column.layout), facts.pool);
        facts.columns.push_back(std::move(column));
        facts.absent.emplace_back(words_for(rows), 0);
    }
    return facts;
}

std::vector<bool> planes_at(const FindingPlanes& planes, std::size_t row) {
    return {bit(planes.supported.data(), row),     bit(planes.partly_supported.data(), row),
            bit(planes.not_supported.data(), row), bit(planes.undetermined.data(), row),
            bit(planes.not_addressed.data(), row), bit(planes.error.data(), row)};
}

std::vector<bool> planes_of(const SectionFinding& finding) {
    std::vector<bool> planes(6, false);
    planes[finding.error ? 5 : static_cast<std::size_t>(finding.finding)] = true;
    return planes;
}

void block_agrees_with_rows(const Lowered& lowered) {
    RC_ASSERT(lowered.desk.diagnostics.ok());
    const std::size_t rows = *rc::gen::element<std::size_t>(1, 63, 64, 65, 200);
    const FactColumns facts = random_facts(lowered.plan, rows);
    Values values(lowered.plan, lowered.desk.shelf->vocabulary, 256);
    evaluate(lowered.plan, facts, 0, rows, values);
    FindingPlanes planes(256);
    find_block(lowered.plan, values, planes);
    RC_ASSERT(planes.rows == rows);
    std::size_t partial = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const SectionFinding finding = find_row(lowered.plan, values, row);
        RC_ASSERT(planes_at(planes, row) == planes_of(finding));
        RC_ASSERT(bit(planes.partial.data(), row) == (finding.finding != finding.as_far_as_encoded));
        partial += finding.finding != finding.as_far_as_encoded ? 1 : 0;
    }
    if (!lowered.plan.guideline.partial) RC_ASSERT(partial == 0u);
    // Nothing is said of rows beyond the block.
    if (rows % 64 != 0) RC_ASSERT(planes.undetermined[rows / 64] >> (rows % 64) == 0u);
}

RC_GTEST_PROP(FindBlock, AgreesWithFindRow, ()) {
    static const Lowered lowered(false);
    block_agrees_with_rows(lowered);
}

RC_GTEST_PROP(FindBlock, AgreesWithFindRowForAPartialGuideline, ()) {
    static const Lowered lowered(true);
    block_agrees_with_rows(lowered);
}

// The property above is worth something only if its cases are of every kind.
TEST(FindBlock, TheRandomFactsReachEveryFinding) {
    const Lowered lowered(false);
    ASSERT_TRUE(lowered.desk.diagnostics.ok()) << lowered.desk.all_messages();
    std::vector<std::size_t> seen(6, 0);
    rc::check([&] {
        const FactColumns facts = random_facts(lowered.plan, 200);
        Values values(lowered.plan, lowered.desk.shelf->vocabulary, 200);
        evaluate(lowered.plan, facts, 0, 200, values);
        for (std::size_t row = 0; row < 200; ++row) {
            const SectionFinding finding = find_row(lowered.plan, values, row);
            ++seen[finding.error ? 5 : static_cast<std::size_t>(finding.finding)];
        }
    });
    for (const std::size_t count : seen) EXPECT_GT(count, 0u);
}

}  // namespace
}  // namespace warrant::testing
