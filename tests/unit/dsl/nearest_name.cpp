// Which name a slip of the keyboard meant, and that a far word suggests none.
#include "dsl/diagnostic.hpp"

#include <gtest/gtest.h>

namespace warrant {
namespace {

const std::vector<std::string_view> facts = {"job.demand", "job.title", "goal.defined", "injury.date", "age"};

TEST(NearestName, FindsASlip) {
    EXPECT_EQ(nearest_name("job.demnd", facts), "job.demand");       // a letter missing
    EXPECT_EQ(nearest_name("job.demandd", facts), "job.demand");     // a letter too many
    EXPECT_EQ(nearest_name("job.temand", facts), "job.demand");      // another letter
    EXPECT_EQ(nearest_name("injury.daet", facts), "injury.date");    // two letters swapped
    EXPECT_EQ(nearest_name("goal.defined", facts), "goal.defined");  // the name itself
}

// Two swapped letters are one slip: in a word of three letters one slip is near and two are not.
TEST(NearestName, ASwapIsOneSlip) {
    EXPECT_EQ(nearest_name("aeg", facts), "age");
    EXPECT_EQ(nearest_name("abc", facts), "");
}

TEST(NearestName, TakesTheNearest) {
    EXPECT_EQ(nearest_name("job.titlr", {"job.title", "job.titles", "job.tiller"}), "job.title");
}

TEST(NearestName, FarWordsSuggestNothing) {
    EXPECT_EQ(nearest_name("surgery.performed", facts), "");
    EXPECT_EQ(nearest_name("", facts), "");
    EXPECT_EQ(nearest_name("ag", facts), "");
    EXPECT_EQ(nearest_name("job.demand", {}), "");
    EXPECT_EQ(nearest_name(std::string(5000, 'j'), facts), "");
}

}  // namespace
}  // namespace warrant
