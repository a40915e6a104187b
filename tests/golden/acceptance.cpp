// What the program must find of the acceptance cases, written by hand beside the reason: a golden file that is rewritten
// without being read does not change it. The words around it are compared in whole_runs.cpp.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/program.hpp"

#include <nlohmann/json.hpp>

namespace warrant {
namespace {

using nlohmann::json;

std::string case_file(const std::string& name) {
    if (name == "work-hardening-2015") return WARRANT_ROOT "/tests/cases/work-hardening-2015.yaml";
    return std::string(WARRANT_ROOT "/tests/golden/review/") + name + ".yaml";
}

// The justification of a case's only request.
json request_of(const std::string& name) {
    const cli::Printed printed = cli::run_program({"review", "--format", "json", case_file(name)});
    EXPECT_EQ(printed.code, cli::ExitCode::done) << name << "\n" << printed.err;
    return printed.out.empty() ? json::object() : json::parse(printed.out).at("requests").at(0);
}

json part_of(const json& request, const std::string& id) {
    for (const json& part : request.at("sections").at(0).at("parts")) {
        if (part.at("id") == id) return part;
    }
    ADD_FAILURE() << "no part " << id;
    return {};
}

std::string status_in(const json& request, const std::string& id) {
    return part_of(request, id).at("status");
}

struct Expected {
    const char* name;
    const char* finding;
    const char* outcome;  // empty: nothing is proposed
};

// Criterion 7 allows two years from the injury; limit 8 allows four weeks in all, limit 9 two weeks until gains are shown.
constexpr Expected expected[] = {
    {"work-hardening-2015", "undetermined", "upheld"},
    {"favourable", "supported", "overturned"},
    {"favourable_three_weeks", "partly supported", "partially_overturned"},
    {"favourable_three_weeks_assumed", "partly supported", "partially_overturned"},
    {"favourable_second_half", "supported", "overturned"},                              // 4 - 2 weeks are left, gains are shown
    {"favourable_second_half_three_more", "partly supported", "partially_overturned"},  // three are asked for, two are left
    {"favourable_second_half_gains_not_shown", "undetermined", "upheld"},
    {"favourable_duration_not_stated", "undetermined", "upheld"},
    {"favourable_medium_or_heavy", "supported", "overturned"},     // either is at least medium
    {"favourable_three_to_five_hours", "undetermined", "upheld"},  // 3 would not do, 5 would
    {"favourable_four_to_six_hours", "supported", "overturned"},
    {"favourable_at_least_four_hours", "supported", "overturned"},
    {"favourable_tolerance_improved", "supported", "overturned"},  // the later statement governs
    {"favourable_surgery_warranted", "not supported", "upheld"},
    {"favourable_program_before", "not supported", "upheld"},
    {"favourable_on_the_job_training", "supported", "overturned"},
    {"favourable_preferred_document", "supported", "overturned"},
    {"favourable_ur", "supported", "approve"},
    {"favourable_surgery_warranted_ur", "not supported", "refer_to_physician"},
    {"injury_three_years_before", "not supported", "upheld"},  // 2014-03-01 has passed
    {"injury_in_may_2013", "not supported", "upheld"},         // 2015-05-31 at the latest
    {"injury_in_june_2013", "undetermined", "upheld"},         // 2015-06-01 to 2015-06-30: before or after the 9th
    {"injury_disputed", "undetermined", "upheld"},
    {"liability_accepted", "undetermined", "upheld"},
    {"liability_disputed", "undetermined", ""},  // not eligible
    {"utilization_review", "undetermined", "request_information"},
    {"decided_in_the_edition", "undetermined", "upheld"},
    {"decided_after_the_edition", "not addressed", "next_source"},  // it ended on 2016-07-27
    {"decided_in_the_month_it_ended", "undetermined", "upheld"},
    {"named_edition_not_in_force", "undetermined", "upheld"},
};

TEST(Acceptance, Findings) {
    for (const Expected& row : expected) {
        SCOPED_TRACE(row.name);
        const json request = request_of(row.name);
        EXPECT_EQ(request.at("finding"), row.finding);
        const json& outcome = request.at("proposal").at("outcome");
        EXPECT_EQ(outcome.is_null() ? std::string() : outcome.get<std::string>(), row.outcome);
    }
}

TEST(Acceptance, TheLetterOf2015) {
    const json request = request_of("work-hardening-2015");
    EXPECT_EQ(status_in(request, "7"), "met");
    for (const char* id : {"1", "2", "3", "4", "5", "5a", "6", "8", "9", "10"})
        EXPECT_EQ(status_in(request, id), "unknown") << id;
    const std::string fifth = part_of(request, "5").dump();
    EXPECT_NE(fifth.find("unclear whether a position exists or what the work would be"), std::string::npos);
    EXPECT_NE(fifth.find("IMR final determination"), std::string::npos);
}

TEST(Acceptance, OneCriterionDecides) {
    const json by_date = request_of("injury_three_years_before");
    EXPECT_EQ(status_in(by_date, "7"), "not met");
    for (const char* id : {"1", "2", "3", "4", "5", "5a", "6", "10"}) EXPECT_EQ(status_in(by_date, id), "unknown") << id;
    EXPECT_EQ(status_in(request_of("injury_in_june_2013"), "7"), "unknown");
    EXPECT_EQ(status_in(request_of("injury_disputed"), "7"), "met");
    EXPECT_EQ(status_in(request_of("favourable_medium_or_heavy"), "1"), "met");
    EXPECT_EQ(status_in(request_of("favourable_three_to_five_hours"), "4"), "unknown");
    EXPECT_EQ(status_in(request_of("favourable_surgery_warranted"), "3"), "not met");
    EXPECT_EQ(status_in(request_of("favourable_program_before"), "10"), "not met");
    const json improved = part_of(request_of("favourable_tolerance_improved"), "4");
    EXPECT_EQ(improved.at("status"), "met");
    EXPECT_NE(improved.dump().find("superseded"), std::string::npos);
}

TEST(Acceptance, TheDayIsAskedForWhereTheMonthDoesNotTell) {
    EXPECT_NE(request_of("injury_in_june_2013").at("sections").at(0).at("needed").dump().find("injury.date"),
              std::string::npos);
    EXPECT_EQ(request_of("injury_in_may_2013").at("sections").at(0).at("needed").size(), 0u);
}

TEST(Acceptance, WhatIsPartlySupportedIsTwoWeeks) {
    EXPECT_EQ(request_of("favourable_three_weeks").at("sections").at(0).at("certain"), "2 weeks");
}

TEST(Acceptance, BothPossibilitiesOfAMonthAreNamed) {
    const json request = request_of("decided_in_the_month_it_ended");
    ASSERT_EQ(request.at("sections").size(), 2u);
    EXPECT_EQ(request.at("sections").at(0).at("finding"), "undetermined");
    EXPECT_EQ(request.at("sections").at(1).at("finding"), "not addressed");
    EXPECT_EQ(request.at("disagree"), true);
    EXPECT_NE(request.at("choosing").dump().find("decision"), std::string::npos);
}

// A request for information says what is missing, and nothing that a worker would read as a refusal.
TEST(Acceptance, UtilizationReviewSpeaksNoAdverseWord) {
    const std::string text = cli::run_program({"review", case_file("utilization_review")}).out;
    EXPECT_NE(text.find("Has the employer agreed to the return-to-work goal?"), std::string::npos);
    for (const char* word :
         {"denied", "denial", "denies", "not supported", "NOT SUPPORTED", "not met", "upheld", "UPHELD", "fail", "reject"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
}

// Line, column, and a word on what to try; nothing is found.
TEST(Acceptance, MistakesInACase) {
    const struct {
        const char* name;
        const char* slug;
        const char* place;
        const char* help;
    } mistakes[] = {
        {"fail_negative_hours", "[negative-value]", ":28:23: ", "without a minus"},
        {"fail_no_such_day", "[bad-date]", ":31:16: ", "February 2015 has 28 days"},
        {"fail_days_a_week_for_hours_a_day", "[unit-mismatch]", ":28:23: ", "units that fit: hours/day"},
        {"fail_misspelt_fact", "[unknown-key]", ":28:3: ", "did you mean `job.demand`?"},
        {"fail_empty_value", "[empty-value]", ":28:3: ", "write unknown, none, or leave the line out"},
    };
    for (const auto& mistake : mistakes) {
        SCOPED_TRACE(mistake.name);
        const cli::Printed printed = cli::run_program({"review", case_file(mistake.name)});
        EXPECT_EQ(printed.code, cli::ExitCode::invalid_case);
        EXPECT_EQ(printed.out, "");
        EXPECT_NE(printed.err.find(mistake.slug), std::string::npos) << printed.err;
        EXPECT_NE(printed.err.find(mistake.place), std::string::npos) << printed.err;
        EXPECT_NE(printed.err.find(mistake.help), std::string::npos) << printed.err;
    }
}

}  // namespace
}  // namespace warrant
