// Every case of tests/golden/justify as text and as JSON, byte for byte; and what must be true of every such text.
#include "interpreter/justify/render.hpp"
#include "tests/golden/golden.hpp"
#include "tests/unit/justify/fixture.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

namespace warrant::test {

namespace {

std::filesystem::path folder() {
    return golden::root() / "tests/golden/justify";
}

// Cases that are not simply rendered at the default level.
Detail detail_of(const std::string& stem) {
    if (stem.ends_with("_full")) return Detail::full;
    return stem.ends_with("_head") ? Detail::head : Detail::parts;
}
std::vector<std::string> assignments_of(const std::string& stem) {
    if (stem == "hypothetical") return {"injury.date=2012-03-01"};
    return {};
}

std::vector<std::string> stems() {
    std::vector<std::string> names;
    for (const auto& path : golden::files(folder(), ".yaml")) names.push_back(path.stem().string());
    return names;
}

std::size_t code_points(const std::string& line) {
    std::size_t count = 0;
    for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

std::string without_colour(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\x1b') {
            at = text.find('m', at);
            continue;
        }
        plain += text[at];
    }
    return plain;
}

class JustifyGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(JustifyGolden, TextAndJson) {
    const std::string& stem = GetParam();
    const Reviewed reviewed = review_golden(stem, assignments_of(stem));
    ASSERT_EQ(reviewed.mistakes, "");
    EXPECT_TRUE(golden::matches(folder() / (stem + ".txt"), render_text(reviewed.justification, detail_of(stem), false)));
    EXPECT_TRUE(golden::matches(folder() / (stem + ".json"), render_json(reviewed.justification)));
}

TEST_P(JustifyGolden, FitsThePageAtEveryLevel) {
    const Reviewed reviewed = review_golden(GetParam(), assignments_of(GetParam()));
    ASSERT_EQ(reviewed.mistakes, "");
    for (const Detail detail : {Detail::head, Detail::parts, Detail::full}) {
        std::istringstream lines(render_text(reviewed.justification, detail, false));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(code_points(line), 80U) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
    }
}

TEST_P(JustifyGolden, ColourOnlyRepeatsTheWords) {
    const Reviewed reviewed = review_golden(GetParam(), assignments_of(GetParam()));
    const std::string plain = render_text(reviewed.justification, Detail::full, false);
    const std::string coloured = render_text(reviewed.justification, Detail::full, true);
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    EXPECT_NE(coloured.find('\x1b'), std::string::npos);
    EXPECT_EQ(without_colour(coloured), plain);
}

TEST_P(JustifyGolden, NoFactPathIsPrintedForPeople) {
    const Reviewed reviewed = review_golden(GetParam(), assignments_of(GetParam()));
    const std::string text = render_text(reviewed.justification, Detail::full, false);
    for (const std::string path : {"request.", "injury.", "job.", "goal.", "program.", "recovery.", "surgery.", "claim.",
                                   "pain.", "visits.", "therapy.", "progress.", "limitations."}) {
        for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
            const char next = at + path.size() < text.size() ? text[at + path.size()] : '\n';
            EXPECT_TRUE(next < 'a' || next > 'z') << text.substr(at, 40);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, JustifyGolden, ::testing::ValuesIn(stems()),
                         [](const ::testing::TestParamInfo<std::string>& stem) { return stem.param; });

TEST(InformationRequest, CarriesNoAdverseWordAndTheListOfWhatIsMissing) {
    const Reviewed reviewed = review_golden("information_request");
    for (const Detail detail : {Detail::head, Detail::parts, Detail::full}) {
        std::string text = render_text(reviewed.justification, detail, false);
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        for (const std::string word :
             {"denied", "denial", "not supported", "fail", "reject", "refuse", "not met", "insufficient"}) {
            EXPECT_EQ(text.find(word), std::string::npos) << word << " in:\n" << text;
        }
        EXPECT_NE(text.find("request information"), std::string::npos);
        EXPECT_NE(text.find("to settle it the record would have to show"), std::string::npos);
        EXPECT_NE(text.find("is there a specific job to return to?"), std::string::npos);
    }
}

}  // namespace

}  // namespace warrant::test
