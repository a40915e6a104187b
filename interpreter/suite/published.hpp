// Published decisions beside what is found on the facts that they state: how many agree, and why the others do not.
#pragma once

#include "interpreter/suite/run_suite.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace warrant {

// How a finding bears on a decision. `agrees`: it is settled, and the same. `by_silence`: it is undetermined, and the request
// was denied. `differs`: it is settled, and another one. `set_aside`: the facts that are stated do not suffice to compare.
enum class Bearing { agrees, by_silence, differs, set_aside };
inline constexpr std::size_t bearing_count = 4;

Bearing bearing_of(PublishedDecision::Outcome decided, FindingName found);

// The decisions of one state.
struct PublishedTally {
    std::string_view state;  // `California`
    std::array<std::size_t, bearing_count> counts{};
};
// California, and Texas, which decides under a sister guideline.
std::array<PublishedTally, 2> published_tallies(const std::vector<SuiteResult>& results);

// The counts, then each decision that is not agreed with, with its reason.
std::string render_published_text(const std::vector<SuiteResult>& results);

std::string_view words_of(Bearing bearing);
std::string_view words_of(PublishedDecision::Outcome outcome);

namespace suites {

// That a decision has a reason where it is not agreed with, and none where it is.
void compare_reason(TestResult& result);

}  // namespace suites
}  // namespace warrant
