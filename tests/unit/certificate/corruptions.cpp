// Ten thousand certificates as they were made are accepted; ten thousand in which something was changed are refused, whether or
// not the one who changed it computed digests again.
#include "interpreter/certificate/verify.hpp"
#include "tests/unit/certificate/generated.hpp"
#include "tests/unit/certificate/spoil.hpp"

#include <gtest/gtest.h>

#include <map>

namespace warrant::oracle {
namespace {

std::string refusal(const std::string& text) {
    const certificates::Verification verification = certificates::verify_certificate(text);
    if (!verification.no_certificate.empty()) return verification.no_certificate;
    return verification.problems.empty() ? std::string() : verification.problems.front();
}

// What was tried, by the kind of corruption.
struct Tried {
    std::size_t untouched = 0;
    std::size_t bytes = 0;
    std::size_t fields = 0;
    std::size_t values = 0;
    std::map<Op, std::size_t> operations;

    std::size_t spoilt() const { return bytes + fields + values; }
};

// The text's content is what it was: white space, an escape, a key at another place.
bool says_the_same(const std::string& spoilt, const SortedJson& json) {
    const SortedJson read = SortedJson::parse(spoilt, nullptr, false);
    return !read.is_discarded() && read == json;
}

std::string try_spoilt(const std::string& text, Random& random, Tried& tried) {
    const SortedJson json = SortedJson::parse(text);
    const std::size_t kind = random.below(3);
    std::string spoilt;
    if (kind == 0) {
        do spoilt = spoil_byte(text, random);
        while (says_the_same(spoilt, json));
        ++tried.bytes;
    } else if (kind == 1) {
        spoilt = spoil_field(json, random).dump();
        ++tried.fields;
    } else {
        const std::optional<SortedJson> changed = spoil_value(json, random);
        if (!changed) return "nothing could be changed\n" + text;
        spoilt = changed->dump();
        ++tried.values;
    }
    if (!refusal(spoilt).empty()) return {};
    return "what was changed was not seen: " + SortedJson::diff(json, SortedJson::parse(spoilt)).dump(1) + "\n" + text;
}

std::string try_certificate(const std::string& text, Random& random, Tried& tried) {
    const certificates::Verification verification = certificates::verify_certificate(text);
    if (!verification.no_certificate.empty()) return verification.no_certificate + "\n" + text;
    if (!verification.problems.empty()) return verification.problems.front() + "\n" + text;
    ++tried.untouched;
    for (const certificates::Request& request : verification.certificate.requests) {
        for (const certificates::Step& step : request.candidates[0].judgement->derivation.steps) ++tried.operations[step.op];
        for (const certificates::Step& step : request.proposal->eligible_when->derivation.steps) ++tried.operations[step.op];
    }
    return try_spoilt(text, random, tried);
}

// An eighth of them at a time: under sanitizers all would take longer than one test may.
class Eighth : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Eighth, UntouchedOnesHoldAndSpoiltOnesDoNot) {
    Tried tried;
    for_seeds("certificates " + std::to_string(GetParam()), 75, [&](Random random) {
        random.state += GetParam();  // every eighth is given the same seeds
        const GeneratedSection section(random);
        std::string wrong;
        for (int i = 0; i < 20 && wrong.empty(); ++i) {
            const std::optional<std::string> text = section.certificate(random);
            if (text) wrong = try_certificate(*text, random, tried);
        }
        return wrong;
    });
    EXPECT_GE(tried.untouched, 1'250u);
    EXPECT_GE(tried.spoilt(), 1'250u);
    for (const std::size_t count : {tried.bytes, tried.fields, tried.values}) EXPECT_GE(count, 375u);
}

INSTANTIATE_TEST_SUITE_P(Certificates, Eighth, testing::Range<std::uint64_t>(1, 9));

// The rare ones as well: sections without any that is still wanted are passed over.
TEST(Certificates, EveryOperationIsComputedAgain) {
    Tried tried;
    const auto is_wanted = [&](Op op) { return tried.operations[op] < 25; };
    for_seeds("operations", 900, [&](Random random) {
        const GeneratedSection section(random);
        std::string wrong;
        if (!section.has_step(is_wanted)) return wrong;
        for (int i = 0; i < 10 && wrong.empty(); ++i) {
            const std::optional<std::string> text = section.certificate(random);
            if (text) wrong = try_certificate(*text, random, tried);
        }
        return wrong;
    });
    for (std::size_t number = 0; number < opcode_count; ++number)
        EXPECT_GE(tried.operations[static_cast<Op>(number)], 25u) << name_of(static_cast<Op>(number));
}

// Whoever computes every seal again may say what he likes; it may hold or not, but it is always looked at to the end.
TEST(Certificates, AnyContentIsSurvived) {
    std::size_t refused = 0;
    for_seeds("hostile certificates", 60, [&](Random random) {
        const GeneratedSection section(random);
        for (int i = 0; i < 4; ++i) {
            const std::optional<std::string> text = section.certificate(random);
            if (!text) continue;
            SortedJson json = SortedJson::parse(*text);
            for (std::size_t changes = 1 + random.below(3); changes > 0; --changes) json = spoil_field(json, random);
            if (json.is_object() && json.contains("seal") && json.contains("digest")) {
                reseal(json);
                json["digest"] = digest_of(json);
            }
            refused += refusal(json.dump()).empty() ? 0 : 1;
        }
        return std::string();
    });
    EXPECT_GE(refused, 100u);
}

// The seals and the digest are what the description says, computed here without the project's code.
TEST(Certificates, AreSealedAsDescribed) {
    for_seeds("seals", 20, [](Random random) {
        const GeneratedSection section(random);
        const std::optional<std::string> text = section.certificate(random);
        if (!text) return std::string();
        SortedJson json = SortedJson::parse(*text);
        const SortedJson before = json;
        reseal(json);
        json["digest"] = digest_of(json);
        return json == before ? std::string() : "another seal: " + SortedJson::diff(before, json).dump(1);
    });
}

}  // namespace
}  // namespace warrant::oracle
