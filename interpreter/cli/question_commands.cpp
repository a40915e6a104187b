// warrant why, warrant why-not, warrant missing, warrant what-if: single questions about a reviewed case.
#include "interpreter/cli/reviewing.hpp"

#include "dsl/limits.hpp"
#include "interpreter/cli/option_values.hpp"
#include "interpreter/justify/answers.hpp"
#include "interpreter/justify/missing.hpp"
#include "interpreter/justify/why_not.hpp"

#include <fmt/format.h>

#include <utility>

namespace warrant::cli {
namespace {

// What a question may be about: the parts of the sections that may govern, and every fact.
std::vector<std::string> answerable(const Justification& justification, const Vocabulary& vocabulary) {
    std::vector<std::string> names;
    for (const RequestJustification& request : justification.requests) {
        for (const SectionView& section : request.sections) {
            for (const PartView& part : section.parts) names.push_back(part.id);
        }
    }
    for (const FactInfo& fact : vocabulary.facts) names.push_back(fact.path);
    return names;
}

// What is asked for, or nothing if it is neither a part nor a fact.
std::optional<std::string> answer(const Reviewed& reviewed, const Vocabulary& vocabulary, const std::string& about,
                                  bool color) {
    if (about.empty()) return render_why(reviewed.justification, color);
    if (auto part = render_why_part(reviewed.justification, about, color)) return part;
    const auto facts = facts_named(reviewed.record, vocabulary, about);
    if (!facts) return std::nullopt;
    return render_why_fact(reviewed.justification, *facts, color);
}

struct AskedCase {
    ReviewShelf shelf;
    Reviewed reviewed;
};

// The one case that a question is about, with what the options give beside it. Empty: `code` says why, and it was reported.
std::optional<AskedCase> review_asked(Run& run, const ReviewCommand& command, ExitCode& code) {
    std::optional<ReviewShelf> shelf = open_for_review(run, command, code);
    if (!shelf) return std::nullopt;
    const std::string& file = command.cases.front();
    std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
    if (!text) {
        code = ExitCode::usage;
        return std::nullopt;
    }
    auto reviewed = review_text(run, command, *shelf, file, std::move(*text), command.settings, code);
    if (!reviewed) return std::nullopt;
    return AskedCase{std::move(*shelf), std::move(*reviewed)};
}

}  // namespace

ExitCode run_why(Run& run, const WhyCommand& command) {
    ExitCode code = ExitCode::done;
    const std::optional<AskedCase> asked = review_asked(run, command.review, code);
    if (!asked) return code;
    const Vocabulary& vocabulary = asked->shelf.shelf.vocabulary;
    const auto said = answer(asked->reviewed, vocabulary, command.about, run.surroundings.color_out);
    if (!said) {
        complain(run, fmt::format("no part of what may govern and no fact is called `{}`{}", command.about,
                                  suggestion(command.about, answerable(asked->reviewed.justification, vocabulary))));
        return ExitCode::usage;
    }
    print(run, *said);
    return code;
}

ExitCode run_why_not(Run& run, const WhyNotCommand& command) {
    ExitCode code = ExitCode::done;
    const std::optional<AskedCase> asked = review_asked(run, command.review, code);
    if (!asked) return code;
    const auto answers = why_not_in_case(asked->shelf.shelf, asked->reviewed.record, asked->shelf.options, command.finding);
    print(run, render_why_not(asked->reviewed.justification, answers, command.finding, run.surroundings.color_out));
    return code;
}

ExitCode run_missing(Run& run, const MissingCommand& command) {
    ExitCode code = ExitCode::done;
    const std::optional<AskedCase> asked = review_asked(run, command.review, code);
    if (!asked) return code;
    const auto missing = missing_in_case(asked->shelf.shelf, asked->reviewed.record, asked->shelf.options);
    switch (command.format) {
        case Format::text:
            print(run, render_missing(asked->reviewed.justification, missing, command.reader, run.surroundings.color_out));
            break;
        case Format::json:
            print(run, render_missing_json(asked->reviewed.justification, missing));
            break;
    }
    return code;
}

ExitCode run_what_if(Run& run, const WhatIfCommand& command) {
    ExitCode code = ExitCode::done;
    const std::optional<ReviewShelf> shelf = open_for_review(run, command.review, code);
    if (!shelf) return code;
    const std::string& file = command.review.cases.front();
    const std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
    if (!text) return ExitCode::usage;
    const auto recorded = review_text(run, command.review, *shelf, file, *text, {}, code);
    if (!recorded) return code;
    const auto given = review_text(run, command.review, *shelf, file, *text, command.review.settings, code);
    if (!given) return code;
    print(run, render_what_if(recorded->justification, given->justification, run.surroundings.color_out));
    return code;
}

}  // namespace warrant::cli
