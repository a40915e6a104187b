// warrant verify: a certificate by itself, and, where the case is at hand, beside what is derived from it again.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"

#include <fmt/format.h>

namespace warrant::cli {
namespace {

constexpr const char* recomputed =
    "Computed again: each fact from its statements, every step from its operands, the\n"
    "status of every part, the quantities, the findings and what is proposed of them.\n";
constexpr const char* trusted =
    "Trusted: that the case was read as its documents say (load), that the steps say\n"
    "what the guideline says (parse, check, lower), and which section and edition\n"
    "govern (search). With --case these are derived again.\n";
constexpr const char* derived_again =
    "Derived again from the case and the guidelines at hand: what the case says (load),\n"
    "the steps (parse, check, lower), which section and edition govern (search). All\n"
    "is the same.\n";

std::string plural(std::size_t count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string sections_of(const certificates::Request& request) {
    std::string words;
    for (const certificates::Candidate& candidate : request.candidates) {
        if (!candidate.judgement) continue;
        const certificates::Section& section = candidate.judgement->section;
        words += fmt::format("{}{}, edition {}{}", words.empty() ? " under " : " or ", section.name, section.edition,
                             section.status == "draft" ? " (draft)" : "");
    }
    return words;
}

void print_findings(const Run& run, const certificates::Certificate& certificate) {
    for (const certificates::Request& request : certificate.requests) {
        print(run, fmt::format("  request {}: {}{}\n", request.number, request.finding, sections_of(request)));
        if (!request.proposal || request.proposal->outcome.empty()) continue;
        print(run, fmt::format("    proposed: {}, for a {} to decide\n", request.proposal->outcome, request.proposal->decider));
    }
}

// What the case and the shelf at hand give; nothing, and the code, where they have a mistake.
std::optional<std::string> derive_again(Run& run, const VerifyCommand& command, const certificates::Options& options,
                                        ExitCode& code) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    code = ExitCode::usage;
    const std::optional<Shelf> shelf = open_shelf(run, command.guidelines, own, diagnostics);
    if (!shelf) return std::nullopt;
    std::optional<std::string> text = text_of(run, command.case_file, limits::max_case_bytes);
    if (!text) return std::nullopt;
    run.roles.push_back(Role::case_text);
    std::optional<std::string> again;
    if (diagnostics.ok()) {
        const CaseRecord record =
            read_case(name_of_file(command.case_file), std::move(*text), {}, *shelf, run.sources, diagnostics);
        if (diagnostics.ok()) again = certify_again(options, *shelf, record, run.sources, diagnostics);
    }
    code = report(run, diagnostics, Format::text);
    return code == ExitCode::done ? again : std::nullopt;
}

}  // namespace

ExitCode run_verify(Run& run, const VerifyCommand& command) {
    const std::optional<std::string> text = text_of(run, command.certificate, limits::max_certificate);
    if (!text) return ExitCode::usage;
    if (text->size() > limits::max_certificate) {
        complain(run, fmt::format("{} is larger than a certificate may be", name_of_file(command.certificate)));
        return ExitCode::limit;
    }
    const certificates::Verification verification = certificates::verify_certificate(*text);
    if (!verification.no_certificate.empty()) {
        complain(run, fmt::format("{} is no certificate that this program reads: {}", name_of_file(command.certificate),
                                  verification.no_certificate));
        return verification.beyond_limits ? ExitCode::limit : ExitCode::invalid_case;
    }
    std::vector<std::string> problems = verification.problems;
    if (problems.empty() && !command.case_file.empty()) {
        ExitCode code = ExitCode::done;
        const std::optional<std::string> again = derive_again(run, command, verification.certificate.options, code);
        if (!again) return code;
        const std::string difference = certificates::first_difference(*text, *again);
        if (!difference.empty()) problems.push_back(difference);
    }
    if (!problems.empty()) {
        print(run, fmt::format("The certificate of {} does not hold.\n", verification.certificate.case_name));
        for (const std::string& problem : problems) print(run, fmt::format("  {}\n", problem));
        return ExitCode::does_not_hold;
    }
    print(run, fmt::format("The certificate of {} holds: {}, {}.\n", verification.certificate.case_name,
                           plural(verification.facts, "fact"), plural(verification.steps, "step")));
    print_findings(run, verification.certificate);
    print(run, recomputed);
    print(run, command.case_file.empty() ? trusted : derived_again);
    return ExitCode::done;
}

}  // namespace warrant::cli
