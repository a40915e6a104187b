// Lists of a case: their elements, what is said of each field, and whether a list may hold more than is stated.
#include "dsl/limits.hpp"
#include "tests/unit/facts/words.hpp"

namespace warrant::facts_test {
namespace {

FactId medications() {
    return vocabulary().fact_by_path.at("medications");
}
const FactEntry* list_of(const Loaded& loaded) {
    return resolve_list(loaded.record, 0, medications(), vocabulary());
}
ValueSet field_of(const Loaded& loaded, std::size_t element, std::uint32_t field) {
    return resolve_field(list_of(loaded)->elements.at(element), medications(), field, vocabulary()).value;
}

TEST(Lists, FieldsAreReadAsFactsAre) {
    const Loaded loaded =
        read(case_with("  medications:\n    - {drug: ibuprofen, dose: 1..2 hours/day, way: {one_of: [oral, topical]}}\n"
                       "    - drug: {value: codeine, document: pr1}\n      started: 2015-02\n      helps: {not_found: [pr2]}\n"
                       "      dose: {statements: [{value: 1 hours/day, document: pr1}, {value: 3 hours/day, document: pr2}]}\n"
                       "    - {}"));
    ASSERT_EQ(loaded.text(), "");
    const FactEntry* list = list_of(loaded);
    ASSERT_NE(list, nullptr);
    EXPECT_TRUE(list->complete);
    ASSERT_EQ(list->elements.size(), 3U);
    EXPECT_EQ(field_of(loaded, 0, 0), texts({"ibuprofen"}));
    EXPECT_EQ(field_of(loaded, 0, 1), ordered(1 * one, 2 * one));
    EXPECT_EQ(field_of(loaded, 0, 2), choices({0, 1}, 3));
    EXPECT_EQ(field_of(loaded, 1, 1), ordered(1 * one, 3 * one));
    EXPECT_EQ(field_of(loaded, 1, 3), ordered(day("2015-02-01"), day("2015-02-28")));
    EXPECT_EQ(field_of(loaded, 1, 4), truth(true, true));
    EXPECT_EQ(field_of(loaded, 2, 1), ordered(0, unbounded_high));
    EXPECT_EQ(field_of(loaded, 2, 5), ordered(unbounded_low, unbounded_high));
    const auto state = [&](std::uint32_t field) {
        return resolve_field(list->elements[1], medications(), field, vocabulary()).state;
    };
    EXPECT_EQ(state(1), FactState::disputed);
    EXPECT_EQ(state(2), FactState::absent);
    EXPECT_EQ(state(4), FactState::not_found);
}

TEST(Lists, MayHoldMoreUnlessTheyAreStated) {
    const auto may_hold_more = [](std::string_view line) {
        const Loaded loaded = read_fact(line);
        const FactEntry* list = list_of(loaded);
        return list == nullptr || !list->complete;
    };
    EXPECT_FALSE(may_hold_more("medications: none"));
    EXPECT_FALSE(may_hold_more("medications: [{drug: codeine}]"));
    EXPECT_FALSE(may_hold_more("medications: {value: none, document: pr2}"));
    EXPECT_FALSE(may_hold_more("medications: {value: [{drug: codeine}], complete: yes}"));
    EXPECT_TRUE(may_hold_more("medications: {value: [{drug: codeine}], complete: false, document: pr2}"));
    EXPECT_TRUE(may_hold_more("medications: unknown"));
    EXPECT_TRUE(may_hold_more("medications: {value: unknown, document: pr2}"));
    EXPECT_TRUE(may_hold_more("medications: {not_found: [pr2]}"));
    EXPECT_TRUE(may_hold_more("goal.defined: yes"));
}

TEST(Lists, TheirColumnsHaveARowForEachElement) {
    Loaded loaded = read(case_with(
        "  medications: {value: [{dose: 1 hours/day}, {drug: x, dose: 2 hours/day}], complete: false}", "parts: [{drug: y}]"));
    ASSERT_EQ(loaded.text(), "");
    const FactId parts = vocabulary().fact_by_path.at("request.parts");
    const FactsRead wanted{{}, {parts, medications()}, {{1, 1}, {0, 0}, {1, 4}}};
    const FactColumns columns = columns_of(loaded.record, 0, wanted, vocabulary());
    ASSERT_EQ(columns.lists.size(), 2U);
    EXPECT_EQ(columns.lists[0].offsets, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(columns.lists[1].offsets, (std::vector<std::uint32_t>{0, 2}));
    EXPECT_EQ(columns.lists[0].open[0], 0U);
    EXPECT_EQ(columns.lists[1].open[0], 1U);
    EXPECT_EQ(cell(columns.fields[0], 1, columns.pool), ordered(2 * one, 2 * one));
    EXPECT_EQ(cell(columns.fields[1], 0, columns.pool), texts({"y"}));
    EXPECT_EQ(cell(columns.fields[2], 1, columns.pool), truth(true, true));
    loaded.set("request.parts=none");
    ASSERT_EQ(loaded.text(), "");
    const FactColumns without = columns_of(loaded.record, 0, wanted, vocabulary());
    EXPECT_EQ(without.lists[0].offsets, (std::vector<std::uint32_t>{0, 0}));
    EXPECT_EQ(without.fields[1].rows, 0U);
}

TEST(Lists, TheCommandLineSetsThemWhole) {
    Loaded loaded = read_fact("medications: [{drug: codeine}]");
    loaded.set("medications=[{drug: ibuprofen}, {drug: codeine}]");
    ASSERT_EQ(loaded.text(), "");
    EXPECT_EQ(loaded.fact("medications").state, FactState::hypothetical);
    EXPECT_EQ(list_of(loaded)->elements.size(), 2U);
    EXPECT_EQ(field_of(loaded, 0, 0), texts({"ibuprofen"}));
}

TEST(Lists, HaveAMostNumberOfElements) {
    const auto with = [](std::size_t count) {
        std::string text = "  medications:\n";
        for (std::size_t i = 0; i < count; ++i) text += "    - {drug: x}\n";
        return read(case_with(text)).slug();
    };
    EXPECT_EQ(with(limits::max_list_elements), "");
    EXPECT_EQ(with(limits::max_list_elements + 1), "too-many");
}

}  // namespace
}  // namespace warrant::facts_test
