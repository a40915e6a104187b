// One evaluator for one case and for thousands: a block of any size says of each row what the row says alone, errors included.
#include "interpreter/find/finding.hpp"
#include "tests/unit/oracle/compare.hpp"
#include "tests/unit/oracle/guideline_text.hpp"

#include <gtest/gtest.h>

namespace warrant::oracle {
namespace {

FindingName finding_in(const FindingPlanes& planes, std::size_t row) {
    const std::pair<const std::vector<std::uint64_t>*, FindingName> named[] = {
        {&planes.supported, FindingName::supported},         {&planes.partly_supported, FindingName::partly_supported},
        {&planes.not_supported, FindingName::not_supported}, {&planes.not_addressed, FindingName::not_addressed},
        {&planes.undetermined, FindingName::undetermined},   {&planes.error, FindingName::undetermined}};
    std::size_t set = 0;
    FindingName finding = FindingName::undetermined;
    for (const auto& [plane, name] : named) {
        if (!bit(plane->data(), row)) continue;
        ++set;
        finding = name;
    }
    EXPECT_EQ(set, 1u) << "a row has " << set << " findings";
    return finding;
}

// What each row says when it is alone.
struct Alone {
    std::vector<std::vector<std::vector<PlanValue>>> steps;  // by row, then by step
    std::vector<SectionFinding> findings;
};

Alone evaluate_alone(const Plan& plan, const Vocabulary& words, const std::vector<Record>& records) {
    Alone alone;
    Values values(plan, words, 1);
    for (const Record& record : records) {
        const FactColumns columns = columns_of(plan, words, {record});
        evaluate(plan, columns, 0, 1, values);
        alone.steps.emplace_back();
        for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
            alone.steps.back().push_back(plan_values(plan, values, StepId{i}, 0));
        }
        alone.findings.push_back(find_row(plan, values, 0));
    }
    return alone;
}

// Compares rows [first, first + values.rows()) of a block with the same rows alone.
std::string compare_block(const Plan& plan, const Values& values, const Alone& alone, std::size_t first) {
    FindingPlanes planes(values.capacity());
    find_block(plan, values, planes);
    for (std::size_t row = 0; row < values.rows(); ++row) {
        const std::string where =
            " in row " + std::to_string(first + row) + " of a block of " + std::to_string(values.rows()) + "\n";
        for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
            if (plan_values(plan, values, StepId{i}, row) == alone.steps[first + row][i]) continue;
            return "step " + std::to_string(i) + " (" + std::string(name_of(plan.steps[i].op)) + ") differs" + where;
        }
        const SectionFinding found = find_row(plan, values, row);
        const SectionFinding& expected = alone.findings[first + row];
        if (found.finding != expected.finding || found.error != expected.error) return "the finding differs" + where;
        if (finding_in(planes, row) != found.finding || bit(planes.error.data(), row) != found.error) {
            return "find_block and find_row differ" + where;
        }
        const bool changed = found.finding != found.as_far_as_encoded;
        if (bit(planes.partial.data(), row) != changed) return "find_block and find_row differ on what is partial" + where;
    }
    return {};
}

TEST(Blocks, OfEverySizeAgreeWithSingleCases) {
    for_seeds("blocks", 12, [&](Random random) {
        const TableLibrary library = random_tables(random);
        World world(library.text);
        GuidelineHabits habits;
        habits.tables = library.names;
        habits.silent_tables = library.silent;
        const std::string text = random_guideline(random, habits);
        const Program program = world.guideline(text);
        const Plan plan = plan_of_guideline(program, text);
        const Vocabulary& words = world.vocabulary();
        std::vector<Record> records;
        for (std::size_t i = 0; i < 4096; ++i) records.push_back(random_record(words, random, {}));
        const Alone alone = evaluate_alone(plan, words, records);
        const FactColumns columns = columns_of(plan, words, records);
        for (const std::size_t size : {1u, 63u, 64u, 65u, 4096u}) {
            Values values(plan, words, size);
            // From the beginning, and from the last place where so many rows are left.
            for (const std::size_t first : {std::size_t{0}, (records.size() - size) / 64 * 64}) {
                evaluate(plan, columns, first, size, values);
                const std::string wrong = compare_block(plan, values, alone, first);
                if (!wrong.empty()) return wrong + text;
            }
        }
        return std::string();
    });
}

}  // namespace
}  // namespace warrant::oracle
