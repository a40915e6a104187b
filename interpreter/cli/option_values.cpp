// From the texts of options to values. What is wrong with one is said by whoever asked for it.
#include "interpreter/cli/option_values.hpp"

#include "dsl/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace warrant::cli {
namespace {

constexpr char shield = '\x01';

}  // namespace

std::string wrapped(std::string_view text) {
    std::string lines;
    std::size_t column = help_column;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const bool fits = column + 1 + word.size() <= 80;
        if (!lines.empty()) lines += fits ? ' ' : '\n';
        column = (fits ? column + 1 : help_column) + word.size();
        lines += word;
    }
    return lines;
}

std::string suggestion(std::string_view wrong, const std::vector<std::string>& known) {
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::string_view near = nearest_name(wrong, views);
    return near.empty() ? std::string() : fmt::format("; did you mean `{}`?", near);
}

std::optional<FindingName> finding_named(std::string name) {
    for (char& letter : name) {
        letter = letter == '_' || letter == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    for (const FindingName finding : {FindingName::supported, FindingName::partly_supported, FindingName::not_supported,
                                      FindingName::undetermined, FindingName::not_addressed}) {
        if (name == words_of(finding)) return finding;
    }
    return std::nullopt;
}

EditionChoice edition_written(const std::string& text) {
    EditionChoice choice;
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos) choice.source = text.substr(0, slash);
    choice.edition = slash == std::string::npos ? text : text.substr(slash + 1);
    return choice;
}

Detail detail_named(const std::string& name) {
    if (name == "head") return Detail::head;
    return name == "full" ? Detail::full : Detail::parts;
}

Format format_named(const std::string& name) {
    return name == "json" ? Format::json : Format::text;
}

ReviewCommand::Form form_named(const std::string& name) {
    if (name == "letter") return ReviewCommand::Form::letter;
    if (name == "letter-html") return ReviewCommand::Form::letter_html;
    if (name == "html") return ReviewCommand::Form::html;
    return name == "json" ? ReviewCommand::Form::json : ReviewCommand::Form::text;
}

MissingReader reader_named(const std::string& name) {
    if (name == "doctor") return MissingReader::doctor;
    if (name == "worker") return MissingReader::worker;
    return name == "attorney" ? MissingReader::attorney : MissingReader::reviewer;
}

TestCommand::Results results_named(const std::string& name) {
    if (name == "junit") return TestCommand::Results::junit;
    return name == "json" ? TestCommand::Results::json : TestCommand::Results::text;
}

std::vector<std::string> shielded(const std::vector<std::string>& arguments) {
    std::vector<std::string> words;
    bool after = false;
    for (const std::string& argument : arguments) {
        if (after) {
            words.push_back(shield + argument);
        } else if (argument == "--") {
            after = true;
        } else {
            words.push_back(argument);
        }
    }
    return words;
}

void lay_bare_word(std::string& word) {
    if (!word.empty() && word.front() == shield) word.erase(0, 1);
}

}  // namespace warrant::cli
