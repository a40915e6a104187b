// warrant review: each case through the shelf to its justification.
#include "interpreter/cli/reviewing.hpp"

#include "dsl/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant::cli {
namespace {

struct Reviewing {
    Run& run;
    const ReviewCommand& command;
    const ReviewShelf& shelf;
    std::vector<std::string> documents;  // printed results, where they are JSON
    std::string written;                 // what goes to the file of --output
};

// To the file that was asked for, once all is there, or else to standard output at once.
void put_out(Reviewing& reviewing, const std::string& text) {
    if (reviewing.command.output.empty()) print(reviewing.run, text);
    else reviewing.written += text;
}

// A file holds everything that was asked for, or stays as it was.
ExitCode write_output(Reviewing& reviewing, ExitCode so_far) {
    const std::string& output = reviewing.command.output;
    if (output.empty()) return ExitCode::done;
    const bool whole = so_far == ExitCode::done || so_far == ExitCode::does_not_hold;
    const std::string problem = whole ? replace_file(output, reviewing.written) : "not everything was found; it is as it was";
    if (problem.empty()) return ExitCode::done;
    complain(reviewing.run, "cannot write " + output + ": " + problem);
    return whole ? ExitCode::output : so_far;
}

bool found_any(const Justification& justification, const std::vector<FindingName>& findings) {
    return std::any_of(justification.requests.begin(), justification.requests.end(), [&](const RequestJustification& request) {
        return std::find(findings.begin(), findings.end(), request.finding) != findings.end();
    });
}

// Of a review that found something: what it reports was reported.
bool write_certificate(const Reviewing& reviewing, const CaseRecord& record) {
    Diagnostics reported;
    const auto certificate =
        certify_case(reviewing.shelf.shelf, record, reviewing.shelf.options, reviewing.run.sources, reported);
    const std::string problem = certificate ? replace_file(reviewing.command.certificate, *certificate) : "nothing is found";
    if (problem.empty()) return true;
    complain(reviewing.run, "cannot write " + reviewing.command.certificate + ": " + problem);
    return false;
}

// No letter stands without a procedure, whose words it uses, nor unawares on a draft. What is missing is an option, so the
// answer is that of a wrong command line.
ExitCode print_letter(Reviewing& reviewing, const Justification& justification, LetterForm form) {
    const Run& run = reviewing.run;
    for (const RequestJustification& request : justification.requests) {
        if (request.proposal.present) continue;
        complain(run, "a letter is written under a procedure, and the case names none; give --procedure imr or --procedure ur");
        return ExitCode::usage;
    }
    const std::vector<std::string> drafts = drafts_of(justification);
    if (!drafts.empty() && !reviewing.command.allow_draft) {
        std::string names;
        for (const std::string& draft : drafts) names += (names.empty() ? "" : "; ") + draft;
        complain(run, fmt::format("no letter was made, because it would rest on a draft guideline: {}\n"
                                  "give --allow-draft for a letter that says so in a banner",
                                  names));
        return ExitCode::usage;
    }
    put_out(reviewing, render_letter(justification, form));
    return ExitCode::done;
}

ExitCode print_result(Reviewing& reviewing, const Justification& justification) {
    const Run& run = reviewing.run;
    switch (reviewing.command.form) {
        case ReviewCommand::Form::text:
            put_out(reviewing, render_text(justification, reviewing.command.detail,
                                           run.surroundings.color_out && reviewing.command.output.empty()));
            return ExitCode::done;
        case ReviewCommand::Form::json:
            reviewing.documents.push_back(render_json(justification));
            return ExitCode::done;
        case ReviewCommand::Form::letter:
            return print_letter(reviewing, justification, LetterForm::markdown);
        case ReviewCommand::Form::letter_html:
            return print_letter(reviewing, justification, LetterForm::html);
        case ReviewCommand::Form::html:
            break;
    }
    put_out(reviewing, render_report(justification, run.sources));
    return ExitCode::done;
}

ExitCode review_one(Reviewing& reviewing, const std::string& file) {
    Run& run = reviewing.run;
    const ReviewCommand& command = reviewing.command;
    std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
    if (!text) return ExitCode::usage;
    ExitCode code = ExitCode::done;
    const auto reviewed = review_text(run, command, reviewing.shelf, file, std::move(*text), command.settings, code);
    if (!reviewed) return code;
    if (!command.certificate.empty() && !write_certificate(reviewing, reviewed->record)) return ExitCode::output;
    const ExitCode printed = print_result(reviewing, reviewed->justification);
    return worse(printed, found_any(reviewed->justification, command.fail_on) ? ExitCode::does_not_hold : ExitCode::done);
}

// One case, one document; several, an array.
void print_documents(Reviewing& reviewing) {
    if (reviewing.command.cases.size() == 1) {
        for (const std::string& document : reviewing.documents) put_out(reviewing, document);
        return;
    }
    std::string array = "[";
    for (const std::string& document : reviewing.documents) {
        array += array.size() == 1 ? "\n" : ",\n";
        array += document.substr(0, document.find_last_not_of('\n') + 1);
    }
    put_out(reviewing, array + "\n]\n");
}

}  // namespace

ExitCode run_review(Run& run, const ReviewCommand& command) {
    ExitCode code = ExitCode::done;
    const std::optional<ReviewShelf> shelf = open_for_review(run, command, code);
    if (!shelf) return code;
    Reviewing reviewing{run, command, *shelf, {}, {}};
    for (std::size_t i = 0; i < command.cases.size(); ++i) {
        if (i != 0 && command.form == ReviewCommand::Form::text) put_out(reviewing, "\n");
        code = worse(code, review_one(reviewing, command.cases[i]));
    }
    if (command.form == ReviewCommand::Form::json) print_documents(reviewing);
    return worse(code, write_output(reviewing, code));
}

}  // namespace warrant::cli
