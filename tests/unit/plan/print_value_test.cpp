// Values and sets as people read them.
#include "interpreter/check/print_value.hpp"
#include "interpreter/value/date.hpp"
#include "tests/unit/evaluate/tiny_plan.hpp"

#include <gtest/gtest.h>

namespace warrant {
namespace {

constexpr std::int64_t unit = micro_per_unit;

std::string print(const Type& type, const ValueSet& set) {
    static const Vocabulary vocabulary = tiny::make_vocabulary();
    return print_set(vocabulary, type, set);
}
std::string visits(std::int64_t low, std::int64_t high) {
    return print(tiny::visits_type(), OrderedSet{low, high});
}
std::string dates(std::string_view low, std::string_view high) {
    return print(tiny::date_type(), OrderedSet{parse_date(low)->first, parse_date(high)->last});
}

TEST(PrintSet, Quantities) {
    EXPECT_EQ(visits(unit, unit), "1 visit");
    EXPECT_EQ(visits(10 * unit, 10 * unit), "10 visits");
    EXPECT_EQ(visits(4 * unit, 6 * unit), "4 to 6 visits");
    EXPECT_EQ(visits(2 * unit, unbounded_high), "at least 2 visits");
    EXPECT_EQ(visits(2 * unit + 1, unbounded_high), "over 2 visits");
    EXPECT_EQ(visits(unbounded_low, 2 * unit), "at most 2 visits");
    EXPECT_EQ(visits(unbounded_low, 2 * unit - 1), "under 2 visits");
    EXPECT_EQ(visits(2 * unit + 1, 4 * unit), "over 2 up to 4 visits");
    EXPECT_EQ(visits(2 * unit, 4 * unit - 1), "from 2 and under 4 visits");
    EXPECT_EQ(visits(0, unbounded_high), "unknown");
    EXPECT_EQ(visits(unbounded_low, unbounded_high), "unknown");
    EXPECT_EQ(visits(unbounded_high, unbounded_high), "no limit");
    EXPECT_EQ(visits(2, 1), "nothing");
    EXPECT_EQ(print(tiny::number_type(), OrderedSet{500'000, 500'000}), "0.5");
    EXPECT_EQ(print(tiny::number_type(), OrderedSet{0, unbounded_high}), "at least 0");
}

TEST(PrintSet, Dates) {
    EXPECT_EQ(dates("2015-02-19", "2015-02-19"), "2015-02-19");
    EXPECT_EQ(dates("2015-02", "2015-02"), "2015-02");
    EXPECT_EQ(dates("2015", "2015"), "2015");
    EXPECT_EQ(dates("2015-02", "2015-03"), "2015-02-01 to 2015-03-31");
    EXPECT_EQ(dates("2015-02-03", "2015-02-28"), "2015-02-03 to 2015-02-28");
    EXPECT_EQ(print(tiny::date_type(), OrderedSet{0, unbounded_high}), "1970-01-01 or later");
    EXPECT_EQ(print(tiny::date_type(), OrderedSet{unbounded_low, 0}), "1970-01-01 or earlier");
    EXPECT_EQ(print(tiny::date_type(), OrderedSet{last_day + 1, last_day + 1}), "a day outside the calendar");
}

TEST(PrintSet, TruthsChoicesAndTexts) {
    EXPECT_EQ(print(tiny::truth_type(), TruthSet{true, false}), "yes");
    EXPECT_EQ(print(tiny::truth_type(), TruthSet{false, true}), "no");
    EXPECT_EQ(print(tiny::truth_type(), TruthSet{}), "unknown");
    const Type grade = tiny::choice_type(tiny::ordered_choice);
    EXPECT_EQ(print(grade, one_choice(4, 2)), "grade 2");
    EXPECT_EQ(print(grade, join(one_choice(4, 2), one_choice(4, 0))), "grade 0 or grade 2");
    EXPECT_EQ(print(grade, join(join(one_choice(4, 2), one_choice(4, 0)), one_choice(4, 3))), "grade 0, grade 2 or grade 3");
    EXPECT_EQ(print(grade, all_choices(4)), "unknown");
    EXPECT_EQ(print(tiny::text_type(), TextSet{.any = false, .values = {"a", "b"}}), "\"a\" or \"b\"");
    EXPECT_EQ(print(tiny::text_type(), TextSet{}), "unknown");
}

TEST(FullSet, QuantitiesBeginAtZeroUnlessSigned) {
    const Vocabulary vocabulary = tiny::make_vocabulary();
    EXPECT_EQ(full_set(vocabulary, tiny::visits_type(), false), (ValueSet{OrderedSet{0, unbounded_high}}));
    EXPECT_EQ(full_set(vocabulary, tiny::visits_type(), true), ValueSet{OrderedSet{}});
    EXPECT_EQ(full_set(vocabulary, tiny::number_type(), false), ValueSet{OrderedSet{}});
    EXPECT_EQ(full_set(vocabulary, tiny::date_type(), false), ValueSet{OrderedSet{}});
    EXPECT_EQ(full_set(vocabulary, tiny::truth_type(), false), ValueSet{TruthSet{}});
    EXPECT_EQ(full_set(vocabulary, tiny::choice_type(tiny::wide_choice), false), ValueSet{all_choices(70)});
    EXPECT_EQ(full_set(vocabulary, tiny::text_type(), false), ValueSet{TextSet{}});
}

}  // namespace
}  // namespace warrant
