// Dates: the calendar from end to end, written forms, months with clamping, completed months.
#include "interpreter/value/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace warrant {
namespace {

rc::Gen<std::int64_t> any_day() {
    return rc::gen::inRange<std::int64_t>(first_day, last_day + 1);
}

TEST(Date, KnownDays) {
    EXPECT_EQ(day_of({1970, 1, 1}), 0);
    EXPECT_EQ(day_of({2000, 3, 1}), 11017);
    EXPECT_EQ(day_of({1, 1, 1}), first_day);
    EXPECT_EQ(day_of({9999, 12, 31}), last_day);
    EXPECT_EQ(print_date(first_day), "0001-01-01");
    EXPECT_EQ(print_date(last_day), "9999-12-31");
}

// Walks the whole calendar a day at a time beside an odometer of year, month and day.
TEST(Date, EveryDayOfTheCalendarFollowsTheOneBefore) {
    CivilDate expected{1, 1, 1};
    for (std::int64_t day = first_day; day <= last_day; ++day) {
        const CivilDate date = civil_of(day);
        ASSERT_TRUE(date.year == expected.year && date.month == expected.month && date.day == expected.day) << day;
        ASSERT_EQ(day_of(date), day);
        if (++expected.day > days_in_month(expected.year, expected.month)) {
            expected.day = 1;
            if (++expected.month > 12) {
                expected.month = 1;
                ++expected.year;
            }
        }
    }
    EXPECT_EQ(expected.year, 10000);
}

TEST(Date, ReadsDaysMonthsAndYears) {
    const auto day = parse_date("2015-02-19");
    ASSERT_TRUE(day);
    EXPECT_EQ(day->first, day_of({2015, 2, 19}));
    EXPECT_EQ(day->last, day->first);
    const auto month = parse_date("2016-02");
    ASSERT_TRUE(month);
    EXPECT_EQ(month->first, day_of({2016, 2, 1}));
    EXPECT_EQ(month->last, day_of({2016, 2, 29}));
    const auto year = parse_date("2015");
    ASSERT_TRUE(year);
    EXPECT_EQ(year->first, day_of({2015, 1, 1}));
    EXPECT_EQ(year->last, day_of({2015, 12, 31}));
}

TEST(Date, RefusesOtherFormsAndDaysOutsideTheCalendar) {
    for (const char* text : {"", "15", "2015-2-19", "2015-02-30", "1900-02-29", "2015-13", "2015-00-01", "0000-01-01",
                             "2015/02/19", "2015-02-1x", "2015-02-019", "20150219", "-015-01-01", "2015-04-31"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
    EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(Date, MonthsAreClampedToTheEndOfTheMonth) {
    const auto on = [](CivilDate date, std::int64_t months) { return add_months(day_of(date), months); };
    EXPECT_EQ(on({2015, 1, 31}, 1), day_of({2015, 2, 28}));
    EXPECT_EQ(on({2016, 1, 31}, 1), day_of({2016, 2, 29}));
    EXPECT_EQ(on({2015, 3, 31}, -1), day_of({2015, 2, 28}));
    EXPECT_EQ(on({2015, 2, 19}, 24), day_of({2017, 2, 19}));
    EXPECT_EQ(on({2015, 11, 30}, 3), day_of({2016, 2, 29}));
    EXPECT_EQ(on({9999, 12, 1}, 1), std::nullopt);
    EXPECT_EQ(on({1, 1, 31}, -1), std::nullopt);
    EXPECT_EQ(on({2015, 1, 1}, INT64_MAX), std::nullopt);
    EXPECT_EQ(on({2015, 1, 1}, INT64_MIN), std::nullopt);
}

TEST(Date, CompletedMonths) {
    const auto months = [](CivilDate from, CivilDate to) { return completed_months(day_of(from), day_of(to)); };
    EXPECT_EQ(months({2015, 1, 31}, {2015, 2, 28}), 1);
    EXPECT_EQ(months({2015, 2, 19}, {2015, 3, 18}), 0);
    EXPECT_EQ(months({2015, 2, 19}, {2017, 2, 19}), 24);
    EXPECT_EQ(months({2017, 2, 19}, {2015, 2, 19}), -24);
    EXPECT_EQ(months({2015, 3, 18}, {2015, 2, 19}), 0);
}

RC_GTEST_PROP(DateProperty, PrintedDaysReadBack, ()) {
    const std::int64_t day = *any_day();
    const auto read = parse_date(print_date(day));
    RC_ASSERT(read && read->first == day && read->last == day);
}

RC_GTEST_PROP(DateProperty, CompletedMonthsAreTheMostThatFit, ()) {
    const std::int64_t from = *any_day();
    const std::int64_t to = *any_day();
    RC_PRE(from <= to);
    const std::int64_t months = completed_months(from, to);
    RC_ASSERT(*add_months(from, months) <= to);
    const auto next = add_months(from, months + 1);
    RC_ASSERT(!next || *next > to);
}

RC_GTEST_PROP(DateProperty, MovingAnEndIsMonotone, ()) {
    const std::int64_t from = *any_day();
    const std::int64_t to = *any_day();
    RC_PRE(from < last_day && to < last_day);
    RC_ASSERT(completed_months(from, to + 1) >= completed_months(from, to));
    RC_ASSERT(completed_months(from + 1, to) <= completed_months(from, to));
    const auto months = *rc::gen::inRange<std::int64_t>(-500, 500);
    const auto first = add_months(from, months);
    const auto second = add_months(from + 1, months);
    RC_PRE(first.has_value() && second.has_value());
    RC_ASSERT(*first <= *second);
}

}  // namespace
}  // namespace warrant
