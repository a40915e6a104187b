// warrant ask: reads a line for each question of an interview, and writes the case. Questions go to the error stream, so that
// the results stand alone.
#include "interpreter/cli/reviewing.hpp"

#include "dsl/limits.hpp"
#include "interpreter/interview/reply.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant::cli {
namespace {

struct Asking {
    Run& run;
    const AskCommand& command;
    const ReviewShelf& shelf;
    std::string target;  // the file to write; empty: standard output
};

void say(const Asking& asking, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), asking.run.surroundings.err);
    std::fflush(asking.run.surroundings.err);
}

// A line without its end; nothing at the end of the input. What no case could hold is cut off, and refused where it is read.
std::optional<std::string> read_line(std::FILE* in) {
    std::string line;
    int byte = std::fgetc(in);
    if (byte == EOF) return std::nullopt;
    for (; byte != EOF && byte != '\n'; byte = std::fgetc(in)) {
        if (line.size() <= limits::max_case_bytes) line += static_cast<char>(byte);
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

// Takes an answer. False, and it was said what is wrong with it, if it cannot be taken.
bool take_answer(Asking& asking, Interview& interview, std::string line) {
    const Diagnostics wrong = interview.answer(std::move(line));
    asking.run.roles.resize(asking.run.sources.size(), Role::case_text);
    if (wrong.ok()) return true;
    report(asking.run, wrong, Format::text);
    return false;
}

std::optional<std::string> prompt(const Asking& asking) {
    say(asking, "> ");
    std::optional<std::string> line = read_line(asking.run.surroundings.in);
    if (!line) say(asking, "\n");
    else if (!asking.run.surroundings.typed) say(asking, *line + "\n");
    return line;
}

// Reads lines until one takes the interview on. False: it ends here.
bool take_reply(Asking& asking, Interview& interview, const Question& question) {
    const bool color = asking.run.surroundings.color_err;
    while (const std::optional<std::string> line = prompt(asking)) {
        switch (reply_in(*line, question)) {
            case Reply::answer:
                if (take_answer(asking, interview, *line)) return true;
                break;
            case Reply::leave_out:
                interview.skip();
                return true;
            case Reply::help:
                say(asking, render_help(question, asking.shelf.shelf.vocabulary, color));
                break;
            case Reply::why:
                say(asking, render_why(question));
                break;
            case Reply::back:
                if (interview.back()) return true;
                say(asking, "This is the first question.\n");
                break;
            case Reply::quit:
                return false;
            case Reply::no_such_word:
                say(asking, "The words are :help, :why, :back and :quit; put a text with a colon in quotes.\n");
                break;
        }
    }
    return false;
}

std::string_view end_words(InterviewEnd end) {
    switch (end) {
        case InterviewEnd::decided:
            return "what the guideline finds is decided.\nA physician decides the case.";
        case InterviewEnd::whatever:
            return "whatever the open facts are, they change nothing.";
        case InterviewEnd::nothing_left:
            break;
    }
    return "what would still matter was left out, or is not known.";
}

// After the last question: whether the last reply was taken back.
bool goes_back(Asking& asking, Interview& interview) {
    say(asking, fmt::format("\nNothing more is asked: {}\n", end_words(interview.end())));
    if (interview.replies() == 0) return false;
    say(asking, "An empty line writes the case; back leads to the last question.\n");
    while (const std::optional<std::string> line = prompt(asking)) {
        const Reply reply = reply_in(*line, Question{});
        if (reply == Reply::leave_out || reply == Reply::quit) return false;
        if (reply == Reply::back) return interview.back();
        say(asking, "Nothing more is asked; an empty line, or back.\n");
    }
    return false;
}

void converse(Asking& asking, Interview& interview) {
    say(asking,
        "Answer each question in a line; ? shows how. An empty line leaves a fact out,\n"
        "back returns to the question before, quit ends.\n");
    while (true) {
        const Question* question = interview.question();
        if (question == nullptr) {
            if (!goes_back(asking, interview)) return;
            continue;
        }
        say(asking, render_question(*question, asking.shelf.shelf.vocabulary, asking.run.surroundings.color_err));
        if (take_reply(asking, interview, *question)) continue;
        say(asking, "\nThe interview ends here; what was answered is kept.\n");
        return;
    }
}

std::optional<Interview> begin(Asking& asking, ExitCode& code) {
    Run& run = asking.run;
    const Shelf& shelf = asking.shelf.shelf;
    const ReviewOptions& options = asking.shelf.options;
    const std::string& file = asking.command.case_file;
    Diagnostics diagnostics;
    std::optional<Interview> interview;
    if (file.empty()) {
        // What is wrong with a case of which nothing was answered yet was wrong on the command line.
        run.roles.push_back(Role::command_line);
        const std::string stem = std::filesystem::path(asking.target).stem().string();
        interview = interview_for_new_case(stem.empty() ? "interview" : stem, shelf, options, run.sources, diagnostics);
    } else {
        std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
        code = ExitCode::usage;
        if (!text) return std::nullopt;
        run.roles.push_back(Role::case_text);
        interview = interview_about(name_of_file(file), std::move(*text), shelf, options, run.sources, diagnostics);
    }
    code = interview ? ExitCode::done : report(run, diagnostics, Format::text);
    return interview;
}

// Writes the case, and prints what is found of it: to standard output what is asked for, the case where no file takes it.
ExitCode finish(const Asking& asking, const Interview& interview, const std::string& text_before) {
    const Run& run = asking.run;
    const std::string text = interview.case_text();
    const bool to_file = !asking.target.empty();
    const bool colored = to_file ? run.surroundings.color_out : run.surroundings.color_err;
    const std::string finding = render_text(interview.justification(), Detail::parts, colored);
    report(run, interview.diagnostics(), Format::text);
    if (!to_file) {
        say(asking, "\n" + finding);
        print(run, text);
        return ExitCode::done;
    }
    print(run, finding);
    if (text == text_before && asking.target == asking.command.case_file) {
        say(asking, fmt::format("Nothing was answered; {} is as it was.\n", asking.target));
        return ExitCode::done;
    }
    const std::string problem = replace_file(asking.target, text);
    if (problem.empty()) say(asking, fmt::format("The case was written to {}.\n", asking.target));
    if (problem.empty()) return ExitCode::done;
    // The answers must not be lost with it.
    complain(run, fmt::format("cannot write {}: {}; this is the case:", asking.target, problem));
    say(asking, text);
    return ExitCode::output;
}

}  // namespace

ExitCode run_ask(Run& run, const AskCommand& command) {
    const bool has_output = !command.output.empty();
    std::string target = !has_output ? command.case_file : command.output == "-" ? "" : command.output;
    std::error_code error;
    if (!target.empty() && target != command.case_file && std::filesystem::exists(target, error)) {
        complain(run, fmt::format("{} is there already; name it as CASE to go on with it, or another file", target));
        return ExitCode::usage;
    }
    ExitCode code = ExitCode::done;
    const std::optional<ReviewShelf> shelf = open_for_review(run, command.review, code);
    if (!shelf) return code;
    Asking asking{run, command, *shelf, std::move(target)};
    std::optional<Interview> interview = begin(asking, code);
    if (!interview) return code;
    const std::string text_before = interview->case_text();
    converse(asking, *interview);
    return finish(asking, *interview, text_before);
}

}  // namespace warrant::cli
