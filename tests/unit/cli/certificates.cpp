// Certificates as a user makes and verifies them: what is printed, what was changed named, and the exit codes.
#include "tests/golden/golden.hpp"
#include "tests/unit/cli/folder.hpp"
#include "tests/unit/cli/program.hpp"

#include "dsl/limits.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace warrant::cli {
namespace {

using Json = nlohmann::json;

const std::string letter = std::string(WARRANT_ROOT) + "/tests/cases/work-hardening-2015.yaml";

std::string certificate_of(const std::string& case_file) {
    const Folder folder;
    const Printed printed = run_program({"review", "--certificate", folder.file("c.json"), case_file});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err;
    EXPECT_NE(printed.out.find("Finding"), std::string::npos);
    return golden::read_file(folder.file("c.json"));
}

Json& candidate(Json& certificate) {
    return certificate["requests"][0]["candidates"][0];
}
Json& fact(Json& certificate, const std::string& path) {
    for (Json& item : candidate(certificate)["judgement"]["facts"]) {
        if (item["path"] == path) return item;
    }
    ADD_FAILURE() << "no fact " << path;
    return certificate;
}

// What is said of the letter's certificate after a change, its seals left as they were.
std::string said_of(const std::function<void(Json&)>& change) {
    static const std::string text = certificate_of(letter);
    Json json = Json::parse(text);
    change(json);
    const Printed printed = run_program({"verify", "-"}, json.dump());
    EXPECT_EQ(printed.code, ExitCode::does_not_hold) << printed.err;
    EXPECT_EQ(printed.out.rfind("The certificate of work-hardening-2015 does not hold.\n", 0), 0u) << printed.out;
    return printed.out;
}

testing::AssertionResult has(const std::string& text, const std::string& part) {
    if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "`" << part << "` is not in\n" << text;
}

TEST(Certificates, OneThatWasMadeHolds) {
    const Printed printed = run_program({"verify", "-"}, certificate_of(letter));
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err << printed.out;
    EXPECT_TRUE(has(printed.out, "The certificate of work-hardening-2015 holds: "));
    EXPECT_TRUE(has(printed.out, "request 1: undetermined under mtus.work_hardening, edition 2009 (draft)\n"));
    EXPECT_TRUE(has(printed.out, "proposed: upheld, for a physician to decide\n"));
    EXPECT_TRUE(has(printed.out, "Trusted: that the case was read as its documents say (load)"));
}

TEST(Certificates, OneIsTheSameWheneverItIsMade) {
    EXPECT_EQ(certificate_of(letter), certificate_of(letter));
}

TEST(Certificates, LayoutIsNotContent) {
    const std::string text = Json::parse(certificate_of(letter)).dump(7);
    EXPECT_EQ(run_program({"verify", "-"}, text).code, ExitCode::done);
}

TEST(Certificates, AStepThatWasChangedIsNamed) {
    const std::string said = said_of([](Json& json) { candidate(json)["judgement"]["steps"][9]["value"] = true; });
    EXPECT_TRUE(has(said, "  request 1, candidate 1, judgement, step 9 (all_of): this was changed"));
    EXPECT_TRUE(has(said, "  request 1, mtus.work_hardening, step 9 (all_of): its value is true; its operands give null\n"));
}

TEST(Certificates, AFactThatWasChangedIsNamed) {
    const std::string said = said_of([](Json& json) { fact(json, "goal.defined")["value"] = true; });
    EXPECT_TRUE(has(said, " (goal.defined): this was changed"));
    EXPECT_TRUE(has(said, " (goal.defined): its value is true; what is stated amounts to null\n"));
}

TEST(Certificates, ACitationThatWasChangedIsNamed) {
    const std::string of_guideline =
        said_of([](Json& json) { candidate(json)["judgement"]["criteria"][1]["source"]["citation"] = "p. 127"; });
    EXPECT_TRUE(has(of_guideline, "criterion 2 (2), citation: this was changed"));
    const std::string of_record = said_of([](Json& json) { fact(json, "goal.defined")["statements"][0]["document"] = "pr2"; });
    EXPECT_TRUE(has(of_record, " (goal.defined), statement 1: this was changed"));
}

TEST(Certificates, AFindingThatWasChangedIsNamed) {
    const std::string said = said_of([](Json& json) { json["requests"][0]["finding"] = "supported"; });
    EXPECT_TRUE(has(said, "request 1: this was changed"));
    EXPECT_TRUE(has(said, "the finding is `supported`; what it rests on gives `undetermined`"));
    EXPECT_TRUE(has(said_of([](Json& json) { json["digest"] = std::string(64, '0'); }), "the digest over the whole"));
    EXPECT_TRUE(has(said_of([](Json& json) { json["texts"].erase(3); }), "the certificate: this was changed"));
}

TEST(Certificates, EverythingIsDerivedAgainFromTheCase) {
    const Folder folder;
    folder.write("c.json", certificate_of(letter));
    const Printed same = run_program({"verify", folder.file("c.json"), "--case", letter});
    EXPECT_EQ(same.code, ExitCode::done) << same.err << same.out;
    EXPECT_TRUE(has(same.out, "Derived again from the case"));

    std::string other = golden::read_file(letter);
    other.replace(other.find("2015-06-09"), 10, "2015-06-10");
    folder.write("other.yaml", other);
    const Printed changed = run_program({"verify", folder.file("c.json"), "--case", folder.file("other.yaml")});
    EXPECT_EQ(changed.code, ExitCode::does_not_hold) << changed.err;
    EXPECT_TRUE(has(changed.out, "text 1 (work-hardening-2015), sha256: the certificate says"));

    const std::string shipped = std::string(WARRANT_ROOT) + "/guidelines/mtus/2009/work_hardening.warrant";
    std::string guideline = golden::read_file(shipped);
    guideline.replace(guideline.find(">= 4 hours/day"), 14, ">= 3 hours/day");
    folder.write("work_hardening.warrant", guideline);
    const Printed draft =
        run_program({"verify", folder.file("c.json"), "--case", letter, "--guideline", folder.file("work_hardening.warrant")});
    EXPECT_EQ(draft.code, ExitCode::does_not_hold) << draft.err;
    EXPECT_TRUE(has(draft.out, "(mtus.work_hardening), sha256: the certificate says"));
}

TEST(Certificates, TheOptionsOfTheReviewAreInIt) {
    const Folder folder;
    const std::string file = folder.file("c.json");
    EXPECT_EQ(run_program({"review", "--certificate", file, "--procedure", "ur", "--edition", "mtus/2009", "--guideline",
                           "mtus.work_hardening", "--as-of", "2015-08", letter})
                  .code,
              ExitCode::done);
    const Printed printed = run_program({"verify", file, "--case", letter});
    EXPECT_EQ(printed.code, ExitCode::done) << printed.err << printed.out;
    EXPECT_TRUE(has(printed.out, "proposed: request_information"));
}

TEST(Certificates, WhatIsNoneIsRefused) {
    const auto refused = [](const std::string& text, const std::string& because) {
        const Printed printed = run_program({"verify", "-"}, text);
        EXPECT_EQ(printed.code, ExitCode::invalid_case) << printed.out;
        EXPECT_TRUE(has(printed.err, because));
    };
    refused("case: x\n", "standard input is no certificate that this program reads: it is no JSON: ");
    refused("[]", "it is no object");
    refused("{}", "`certificate` is missing");
    refused(R"({"version": 1, "version": 1})", "the key `version` stands twice in one object");
    Json json = Json::parse(certificate_of(letter));
    json["version"] = 2;
    refused(json.dump(), "it is of version 2; this program reads version 1");
    json["version"] = 1;
    candidate(json)["judgement"]["steps"][9]["op"] = "guess";
    refused(json.dump(), "request 1, candidate 1, judgement, step 9");
}

TEST(Certificates, OneThatIsNestedTooDeeplyIsRefused) {
    for (const std::string opening : {"[", "{\"case\":"}) {
        std::string text;
        for (int depth = 0; depth < 100'000; ++depth) text += opening;
        EXPECT_EQ(run_program({"verify", "-"}, text).code, ExitCode::limit);
        text.resize(opening.size() * (limits::max_certificate_depth + 2));
        const Printed printed = run_program({"verify", "-"}, text);
        EXPECT_EQ(printed.code, ExitCode::limit);
        EXPECT_TRUE(has(printed.err, "nested deeper than a certificate may be"));
    }
}

TEST(Certificates, OneThatIsTooLargeIsRefused) {
    const Printed printed = run_program({"verify", "-"}, std::string(limits::max_certificate + 1, ' '));
    EXPECT_EQ(printed.code, ExitCode::limit);
    EXPECT_TRUE(has(printed.err, "larger than a certificate may be"));
}

TEST(Certificates, NoneIsMadeWhereNoneCanBe) {
    const Folder folder;
    const std::string file = folder.file("c.json");
    const auto mistake = [&](const std::vector<std::string>& arguments, const std::string& words) {
        const Printed printed = run_program(arguments);
        EXPECT_EQ(printed.code, ExitCode::usage);
        EXPECT_TRUE(has(printed.err, words));
        EXPECT_FALSE(std::filesystem::exists(file));
    };
    mistake({"review", "--certificate", file, letter, letter}, "--certificate: it is of one case");
    mistake({"review", "--certificate", "-", letter}, "--certificate: give a file");
    mistake({"review", "--certificate", file, "--set", "goal.defined=yes", letter}, "leave --set out");
    mistake({"verify", "c.json", "--guideline", "g.warrant"}, "--guideline: it is of --case");
    mistake({"verify", folder.file("absent.json")}, "cannot read");
    EXPECT_EQ(run_program({"review", "--certificate", folder.file("no/such/folder.json"), letter}).code, ExitCode::output);
}

}  // namespace
}  // namespace warrant::cli
